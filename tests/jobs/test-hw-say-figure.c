/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-say-figure.h"

#include "jobs/content/hw-content-sources.h"

#include <math.h>

static HwFormat *
english (void)
{
  return hw_format_new ("en", "GB", "EUR");
}

static void
check (char       *text, /* takes it */
       const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static HwFigure
make_figure (const char *metric,
             double      value)
{
  return (HwFigure) {
    .metric = hw_metric_find (metric), .state = HW_METRIC_OK, .value = value, .low = NAN, .high = NAN, .from = HW_DAY_NONE,
    .to = HW_DAY_NONE, .trend = NAN, .good = NAN, .bad = NAN, .due = HW_DAY_NONE, .cadence = hw_metric_find (metric)->cadence,
  };
}

static void
test_every_unit (void)
{
  g_autoptr (HwFormat) en = english ();

  check (hw_say_unit (HW_UNIT_MONEY, 1234.0, en), "€1,234");
  check (hw_say_unit (HW_UNIT_SHARE, 0.32, en), "32%");
  check (hw_say_unit (HW_UNIT_COUNT, 33.0, en), "33");
  check (hw_say_unit (HW_UNIT_DAYS, 3.44, en), "3.4 days");
  check (hw_say_unit (HW_UNIT_TIMES, 12.0, en), "12.0 times a year");
  check (hw_say_unit (HW_UNIT_RATIO, 0.813, en), "0.81");
  check (hw_say_unit (HW_UNIT_MONEY_EACH, 0.83, en), "€0.83 a unit");
  check (hw_say_unit (HW_UNIT_MONEY_HOUR, 41.0, en), "€41.00 an hour");
  check (hw_say_unit (HW_UNIT_MONEY_YEAR, 132.0, en), "€132.00 a year");
  check (hw_say_unit (HW_UNIT_SHARE_POINTS, 0.021, en), "2.1 points of a hundred");
  check (hw_say_unit (HW_UNIT_POINTS, 54.0, en), "54 points");
  check (hw_say_unit (HW_UNIT_HOURS, 2.5, en), "2.5 hours");
  check (hw_say_unit (HW_UNIT_HOURS_WEEK, 4.0, en), "4.0 hours a week");
  check (hw_say_unit (HW_UNIT_MONTHS, 7.3, en), "7.3 months");
  check (hw_say_unit (HW_UNIT_STARS, 4.3, en), "4.30 stars");
  check (hw_say_unit (HW_UNIT_GRADE, 3.5, en), "3.50");
  check (hw_say_unit (HW_UNIT_PER_1000, 2.0, en), "2.0 of 1,000");
  check (hw_say_unit (HW_UNIT_KWH_EACH, 0.4, en), "0.40 kWh a unit");
  check (hw_say_unit (HW_UNIT_KM, 6.1, en), "6.1 km");

  for (int unit = 0; unit < HW_UNIT_N; unit++)
    g_assert_nonnull (hw_unit_words ((HwUnit) unit, en));
}

static void
test_value_and_origin (void)
{
  g_autoptr (HwFormat) en = english ();
  HwFigure figure = make_figure ("nps", 54.0);

  check (hw_say_figure (&figure, en), "54 points");
  check (hw_say_range (&figure, en), "");
  check (hw_say_origin (&figure, en), "Worked out");

  figure.source = HW_FIGURE_SURVEY;
  figure.low = 37.0;
  figure.high = 71.0;
  figure.n = 50;
  figure.to = hw_day_from_ymd (2026, 3, 2);
  check (hw_say_range (&figure, en), "Most likely between 37 points and 71 points, from 50 answers");
  check (hw_say_origin (&figure, en), "Asked, 2 March 2026");

  figure.state = HW_METRIC_FEW_ANSWERS;
  check (hw_say_figure (&figure, en), "not known");
  check (hw_say_range (&figure, en), "");
  check (hw_say_origin (&figure, en), "Asked");
}

/* Over a year, whatever the cadence: money as a share of what is usual, shares in points. */
static void
test_trend (void)
{
  g_autoptr (HwFormat) en = english ();
  g_autoptr (GArray) spark = g_array_new (FALSE, FALSE, sizeof (double));
  const double usual = 1000.0;
  HwFigure sales = make_figure ("revenue", 12000.0), margin = make_figure ("gross_margin_pct", 0.6);

  g_array_append_val (spark, usual);
  sales.spark = spark;
  check (hw_say_trend (&sales, en), "");
  sales.trend = 1.0; /* a week */
  check (hw_say_trend (&sales, en), "Rising by 5% over a year");
  sales.trend = -1.0;
  check (hw_say_trend (&sales, en), "Falling by 5% over a year");
  sales.trend = 0.01;
  check (hw_say_trend (&sales, en), "Hardly changing");

  margin.trend = 0.012 / 52.0;
  check (hw_say_trend (&margin, en), "Rising by 1.2 points of a hundred over a year");
  margin.trend = 0.0;
  check (hw_say_trend (&margin, en), "Hardly changing");
}

static void
test_limits (void)
{
  g_autoptr (HwFormat) en = english ();
  HwFigure margin = make_figure ("gross_margin_pct", 0.6), waste = make_figure ("waste_rate", 0.05);
  HwFigure days = make_figure ("days_inventory", 4.0);

  check (hw_say_limits (&margin, en), "");
  margin.good = 0.55;
  margin.bad = 0.4;
  check (hw_say_limits (&margin, en), "Good from 55% up, act from 40% down");
  waste.good = 0.03;
  waste.bad = 0.08;
  check (hw_say_limits (&waste, en), "Good from 3.0% down, act from 8.0% up");
  days.good = 2.0;
  days.bad = 6.0;
  check (hw_say_limits (&days, en), "Good between 2.0 days and 6.0 days");
}

static void
test_benchmarks (void)
{
  g_autoptr (HwFormat) en = english ();

  check (hw_say_benchmark (&hw_metric_find ("nps")->benchmarks[0], en), "Hotels: 55 points");
  check (hw_say_benchmark (&hw_metric_find ("food_cost_pct")->benchmarks[0], en), "Quick service: 28% to 30%");
  check (hw_say_benchmark (&hw_metric_find ("cart_abandonment")->benchmarks[0], en), "Web shops, mean of 50 studies: 70.2%");
  check (hw_say_benchmark (&hw_metric_find ("inventory_turnover")->benchmarks[1], en),
         "Grocery chains on the stock market: 16.45 to 18.56");
  check (hw_say_benchmark (&hw_metric_find ("forecast_value_added")->benchmarks[0], en),
         "Small changes by hand often make it worse; large ones help more, and upward ones help less");
}

/* Every fact says where it comes from, and the list of sources has it. */
static void
test_sources_are_known (void)
{
  const HwMetric *metric;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
    for (gsize k = 0; k < metric->n_benchmarks; k++)
      if (hw_content_find_source (metric->benchmarks[k].source) == NULL)
        g_error ("%s: no source %s", metric->id, metric->benchmarks[k].source);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/say-figure/every-unit", test_every_unit);
  g_test_add_func ("/jobs/say-figure/value-and-origin", test_value_and_origin);
  g_test_add_func ("/jobs/say-figure/trend", test_trend);
  g_test_add_func ("/jobs/say-figure/limits", test_limits);
  g_test_add_func ("/jobs/say-figure/benchmarks", test_benchmarks);
  g_test_add_func ("/jobs/say-figure/sources-are-known", test_sources_are_known);

  return g_test_run ();
}
