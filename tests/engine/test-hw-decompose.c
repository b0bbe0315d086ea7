/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-decompose.h"

#include "engine/hw-test-reference.h"

/* Against R on each of its seasonal series; its figures begin with January or the first
 * quarter, ours with the first period. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();

  for (gsize i = 0; text != NULL && i < 2 * G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *series = hw_test_series[i / 2];
      const gboolean times = i % 2 == 1;
      g_autofree char *y_path = g_strdup_printf ("%s/y", series);
      g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
      g_autofree char *path = g_strdup_printf ("%s/decompose_%s_figure", series, times ? "mult" : "add");
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      g_auto (HwTestNumbers) figure = hw_test_reference_numbers (text, path);
      const int m = (int) hw_test_reference_number (text, m_path);
      double ours[12];

      if (m < 2)
        continue;

      g_test_message ("%s %d", series, times);
      g_assert_true (hw_decompose_figure (y.x, y.n, m, times, ours));
      hw_test_assert_near (ours, (gsize) m, &figure, 1e-10);
    }
}

/* Too short, without a season, or nothing to divide by. */
static void
test_refusals (void)
{
  double y[24] = { 0.0 }, figure[12];

  g_assert_false (hw_decompose_figure (y, 23, 12, FALSE, figure));
  g_assert_false (hw_decompose_figure (y, 24, 1, FALSE, figure));
  g_assert_false (hw_decompose_figure (y, 24, 12, TRUE, figure));
  g_assert_true (hw_decompose_figure (y, 24, 12, FALSE, figure));
  g_assert_cmpfloat (figure[5], ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/decompose/reference", test_reference);
  g_test_add_func ("/engine/decompose/refusals", test_refusals);

  return g_test_run ();
}
