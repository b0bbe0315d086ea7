/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-outlier.h"

#include "engine/forecast/hw-gap.h"
#include "engine/hw-test-reference.h"

#define N 144
#define ROUNDS_OF_R 15

/* What lies beyond is marked in @marked and becomes a gap; gaps are filled. */
static void
clean_once (double *y,
            gsize   n,
            int     season,
            gint8  *marked)
{
  g_autofree gint8 *beyond = g_new (gint8, n);
  g_autofree double *gaps = g_memdup2 (y, n * sizeof *y);

  if (!hw_outlier_beyond (y, n, season, ROUNDS_OF_R, beyond))
    {
      memcpy (gaps, y, n * sizeof *gaps);
      hw_gap_fill (gaps, n, season, y);
      return;
    }

  for (gsize t = 0; t < n; t++)
    {
      marked[t] = marked[t] || beyond[t] != HW_OUTLIER_NONE;
      if (marked[t])
        gaps[t] = NAN;
    }
  hw_gap_fill (gaps, n, season, y);
}

/* Against R's tsclean(), which looks twice, on each of its series with one value
 * spoiled and one taken out. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *series = hw_test_series[i];
      g_autofree char *y_path = g_strdup_printf ("%s/y", series);
      g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
      g_autofree char *at_path = g_strdup_printf ("%s/tsclean_injected/index_outlier", series);
      g_autofree char *value_path = g_strdup_printf ("%s/tsclean_injected/value", series);
      g_autofree char *cleaned_path = g_strdup_printf ("%s/tsclean_injected/cleaned", series);
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      g_auto (HwTestNumbers) cleaned = hw_test_reference_numbers (text, cleaned_path);
      const gsize at = (gsize) hw_test_reference_number (text, at_path) - 1;
      const int m = (int) hw_test_reference_number (text, m_path);
      g_autofree gint8 *marked = g_new0 (gint8, y.n);
      g_autofree double *filled = g_new (double, y.n), *ours = g_new (double, y.n);

      g_test_message ("%s", series);
      y.x[at] = hw_test_reference_number (text, value_path);
      y.x[at + 5] = NAN;
      memcpy (filled, y.x, y.n * sizeof *filled);
      clean_once (filled, y.n, m, marked);
      clean_once (filled, y.n, m, marked); /* looks again at what it made of it */

      for (gsize t = 0; t < y.n; t++)
        if (marked[t])
          y.x[t] = filled[t];
      hw_gap_fill (y.x, y.n, m, ours);
      hw_test_assert_near (ours, y.n, &cleaned, 1e-9);
    }
}

/* Hostile series: no crash, nothing named. */
static void
test_hostile (void)
{
  double y[N];
  gint8 beyond[N];

  for (gsize t = 0; t < N; t++)
    y[t] = 7.0;
  g_assert_false (hw_outlier_beyond (y, N, 12, ROUNDS_OF_R, beyond));
  g_assert_false (hw_outlier_beyond (y, 1, 1, ROUNDS_OF_R, beyond));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/outlier/reference", test_reference);
  g_test_add_func ("/engine/outlier/hostile", test_hostile);

  return g_test_run ();
}
