/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-histogram-chart.h"
#include "core/hw-rng.h"
#include "support/hw-test-chart.h"

/* By hand: 1 to 27, quartiles 7.5 and 20.5, width 2 * 13 / 3 = 8.67; at least five
 * bins make it 26 / 5 = 5.2, rounded up 10 gives 3 bins, so down to 5: 0 to 30. */
static void
test_rule (void)
{
  double values[27];
  HwBins bins;

  for (int i = 0; i < 27; i++)
    values[i] = i + 1;
  hw_bins_find (&bins, values, 27);
  g_assert_cmpfloat (bins.width, ==, 5.0);
  g_assert_cmpfloat (bins.low, ==, 0.0);
  g_assert_cmpuint (bins.n, ==, 6);
}

static void
test_bounds (void)
{
  static const double none[] = { (double) NAN, (double) INFINITY };
  static const double one[] = { 7.0 };
  double far[200], same_but[100];
  HwBins bins;

  hw_bins_find (&bins, NULL, 0);
  g_assert_cmpuint (bins.n, ==, 0);
  hw_bins_find (&bins, none, 2);
  g_assert_cmpuint (bins.n, ==, 0);
  hw_bins_find (&bins, one, 1);
  g_assert_cmpuint (bins.n, ==, 1);

  /* One far away does not make thousands of bins. */
  for (int i = 0; i < 200; i++)
    far[i] = i % 10;
  far[0] = 1e9;
  hw_bins_find (&bins, far, 200);
  g_assert_cmpuint (bins.n, <=, HW_BINS_MOST);
  g_assert_cmpuint (bins.n, >=, 5);

  /* The middle half has no extent. */
  for (int i = 0; i < 100; i++)
    same_but[i] = 3.0;
  same_but[99] = 4.0;
  hw_bins_find (&bins, same_but, 100);
  g_assert_cmpuint (bins.n, >=, 5);
}

/* Whatever comes: widths are round, all values are within, and none is lost. */
static void
test_any (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (int k = 0; k < 300; k++)
    {
      const gsize n = 1 + hw_rng_below (&rng, 200);
      const double size = pow (10.0, 12.0 * hw_rng_unit (&rng) - 4.0);
      g_autofree double *values = g_new (double, n);
      const HwHistogramData data = { .value_name = "Change", .count_name = "Periods", .values = values, .n = n };
      g_autoptr (HwChart) chart = NULL;
      double mantissa, sum = 0.0;
      HwBins bins;

      for (gsize i = 0; i < n; i++)
        values[i] = size * (hw_rng_unit (&rng) - 0.3);
      hw_bins_find (&bins, values, n);
      g_assert_cmpuint (bins.n, >=, n >= 5 ? 5 : 1);
      g_assert_cmpuint (bins.n, <=, HW_BINS_MOST);
      mantissa = bins.width / pow (10.0, floor (log10 (bins.width) + 1e-9));
      g_assert_true (fabs (mantissa - 1.0) < 1e-9 || fabs (mantissa - 2.0) < 1e-9 || fabs (mantissa - 2.5) < 1e-9
                     || fabs (mantissa - 5.0) < 1e-9);
      for (gsize i = 0; i < n; i++)
        g_assert_true (values[i] >= bins.low - 1e-9 * size
                       && values[i] <= bins.low + bins.n * bins.width + 1e-9 * size);

      chart = hw_histogram_chart_new (&data, en);
      for (int row = 0; row < (int) hw_chart_n_rows (chart); row++)
        {
          g_autofree char *cell = hw_chart_cell (chart, row, 3);

          sum += g_ascii_strtod (cell, NULL);
        }
      g_assert_cmpfloat (sum, ==, (double) n);
    }
}

static void
test_words (void)
{
  static const double values[] = { -15.0, -5.0, -2.0, 0.0, 1.0, 4.0, 6.0, 12.0, 25.0, (double) NAN };
  HwHistogramData data = {
    .title = "Quiet", .value_name = "Change", .count_name = "Quiet periods", .values = values, .n = 9,
    .has_range = TRUE, .low = -10.0, .high = 20.0, .range_name = "Chance alone", .above_words = "better than chance",
    .has_mark = TRUE, .mark = 24.0, .mark_name = "This trial",
  };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_histogram_chart_new (&data, en);
  g_autoptr (HwChart) inside = NULL;
  const int n = (int) hw_chart_n_points (chart);

  hw_test_text (hw_chart_summary (chart), "Quiet periods: 9. Change: −15 to 25. Chance alone, −10 to 20: 7 within, "
                                          "1 below, 1 above. This trial, 24: larger than 8 of 9, better than chance.");
  /* A row a bin, then the range, then the mark. */
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, (guint) n + 2);
  hw_test_text (hw_chart_cell (chart, n, 0), "Chance alone");
  hw_test_text (hw_chart_cell (chart, n, 1), "−10");
  hw_test_text (hw_chart_cell (chart, n, 3), "7");
  hw_test_text (hw_chart_cell (chart, n + 1, 0), "This trial");
  hw_test_text (hw_chart_cell (chart, n + 1, 2), "24");
  hw_test_text (hw_chart_cell (chart, n + 1, 3), "");

  data.mark = 5.0;
  data.n = 10;
  inside = hw_histogram_chart_new (&data, en);
  hw_test_text (hw_chart_summary (inside), "Quiet periods: 9. Change: −15 to 25; 1 more without a figure. "
                                           "Chance alone, −10 to 20: 7 within, 1 below, 1 above. "
                                           "This trial, 5: larger than 6 of 9.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/histogram/rule-worked-by-hand", test_rule);
  g_test_add_func ("/chart/histogram/rule-has-bounds", test_bounds);
  g_test_add_func ("/chart/histogram/none-is-lost", test_any);
  g_test_add_func ("/chart/histogram/words-and-table", test_words);
  return g_test_run ();
}
