/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-figure.h"

#include <math.h>

#define TODAY 20500
#define PERIOD 28
#define N 40

static HwLight
light (const char *metric,
       double      value,
       double      good,
       double      bad)
{
  return hw_light_of (hw_metric_find (metric), value, good, bad);
}

static void
test_lights_go_by_direction (void)
{
  /* More is better. */
  g_assert_cmpint (light ("gross_margin_pct", 0.30, 0.30, 0.20), ==, HW_LIGHT_GREEN);
  g_assert_cmpint (light ("gross_margin_pct", 0.25, 0.30, 0.20), ==, HW_LIGHT_AMBER);
  g_assert_cmpint (light ("gross_margin_pct", 0.20, 0.30, 0.20), ==, HW_LIGHT_RED);

  /* Less is better. */
  g_assert_cmpint (light ("waste_rate", 0.02, 0.03, 0.08), ==, HW_LIGHT_GREEN);
  g_assert_cmpint (light ("waste_rate", 0.05, 0.03, 0.08), ==, HW_LIGHT_AMBER);
  g_assert_cmpint (light ("waste_rate", 0.09, 0.03, 0.08), ==, HW_LIGHT_RED);

  /* In between is better: 10 to 20, and five on both sides to be watched. */
  g_assert_cmpint (light ("days_inventory", 15.0, 10.0, 20.0), ==, HW_LIGHT_GREEN);
  g_assert_cmpint (light ("days_inventory", 6.0, 10.0, 20.0), ==, HW_LIGHT_AMBER);
  g_assert_cmpint (light ("days_inventory", 24.0, 10.0, 20.0), ==, HW_LIGHT_AMBER);
  g_assert_cmpint (light ("days_inventory", 26.0, 10.0, 20.0), ==, HW_LIGHT_RED);

  /* No value, half of the limits, or the wrong way round: no light. */
  g_assert_cmpint (light ("waste_rate", NAN, 0.03, 0.08), ==, HW_LIGHT_NONE);
  g_assert_cmpint (light ("waste_rate", 0.05, 0.03, NAN), ==, HW_LIGHT_NONE);
  g_assert_cmpint (light ("waste_rate", 0.05, 0.08, 0.03), ==, HW_LIGHT_NONE);
}

static void
test_limits_go_by_direction (void)
{
  const HwMetric *more = hw_metric_find ("revenue");
  const HwMetric *less = hw_metric_find ("waste_rate");
  const HwMetric *between = hw_metric_find ("days_inventory");

  g_assert_true (hw_limits_are_right (more, 2.0, 1.0));
  g_assert_false (hw_limits_are_right (more, 1.0, 2.0));
  g_assert_true (hw_limits_are_right (less, 1.0, 2.0));
  g_assert_false (hw_limits_are_right (less, 2.0, 2.0));
  g_assert_true (hw_limits_are_right (between, 1.0, 2.0));
  g_assert_false (hw_limits_are_right (between, 2.0, 1.0));
  g_assert_true (hw_limits_are_right (more, NAN, NAN));
  g_assert_false (hw_limits_are_right (more, 1.0, NAN));
}

/* @season of 13 periods on a line of @slope a period: the slope comes back, the season
 * does not, and neither does one period that went mad. */
static void
test_trend_leaves_the_season_out (void)
{
  HwDay days[N];
  double values[N];

  for (int i = 0; i < N; i++)
    {
      days[i] = TODAY + PERIOD * i;
      values[i] = 100.0 + 2.0 * i + 50.0 * sin (2.0 * G_PI * i / 13.0);
    }

  g_assert_cmpfloat_with_epsilon (hw_figure_trend (days, values, N, PERIOD), 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_figure_trend (days, values, N, 364), 26.0, 1e-9);

  values[20] = 1e6;
  values[7] = NAN;
  g_assert_cmpfloat_with_epsilon (hw_figure_trend (days, values, N, PERIOD), 2.0, 0.1);
}

/* Fewer than four pairs a year apart cannot tell a trend from a season. */
static void
test_trend_needs_more_than_a_year (void)
{
  HwDay days[N];
  double values[N];

  for (int i = 0; i < N; i++)
    {
      days[i] = TODAY + PERIOD * i;
      values[i] = i;
    }

  g_assert_true (isnan (hw_figure_trend (days, values, 0, PERIOD)));
  g_assert_true (isnan (hw_figure_trend (days, values, 13, PERIOD)));
  g_assert_true (isnan (hw_figure_trend (days, values, 16, PERIOD)));
  g_assert_cmpfloat_with_epsilon (hw_figure_trend (days, values, 17, PERIOD), 1.0, 1e-9);
}

static void
test_own_metric (void)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_OWN_METRIC, 0);
  HwMetric *metric;
  gint64 id = 0;

  entry->id = 12;
  g_assert_null (hw_own_metric_new (entry));

  hw_answers_set (entry->answers, "name", "Cakes to order");
  hw_answers_set (entry->answers, "unit", "count");
  hw_answers_set (entry->answers, "direction", "higher");
  hw_answers_set (entry->answers, "cadence", "week");
  metric = hw_own_metric_new (entry);
  g_assert_cmpstr (metric->id, ==, "own-12");
  g_assert_cmpstr (metric->name, ==, "Cakes to order");
  g_assert_cmpstr (metric->about, ==, "Cakes to order");
  g_assert_cmpint (metric->unit, ==, HW_UNIT_COUNT);
  g_assert_cmpint (metric->direction, ==, HW_HIGHER_IS_BETTER);
  g_assert_cmpint (metric->cadence, ==, HW_CADENCE_WEEK);
  g_assert_cmpint (metric->category, ==, HW_CATEGORY_OWN);
  g_assert_null (metric->compute);
  g_assert_true (hw_own_metric_is (metric->id, &id));
  g_assert_cmpint (id, ==, 12);
  hw_own_metric_free (metric);

  g_assert_false (hw_own_metric_is ("own-", NULL));
  g_assert_false (hw_own_metric_is ("own-x", NULL));
  g_assert_false (hw_own_metric_is ("revenue", NULL));
}

static HwFault
check_value (const char *metric,
             const char *unit,
             double      value)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  HwFault fault = HW_FAULT_NONE;
  guint i;

  hw_answers_set (answers, "metric", metric);
  hw_answers_set (answers, "unit", unit);
  hw_answers_set_number (answers, "value", value);
  hw_answers_set_day (answers, "to", TODAY);
  return hw_form_find_fault (&hw_figure_form, answers, TODAY, &i, &fault) ? fault : HW_FAULT_NONE;
}

static void
test_values_keep_to_their_unit (void)
{
  g_assert_cmpint (check_value ("review_rating", NULL, 4.3), ==, HW_FAULT_NONE);
  g_assert_cmpint (check_value ("review_rating", NULL, 5.1), ==, HW_FAULT_TOO_HIGH);
  g_assert_cmpint (check_value ("nps", NULL, -101.0), ==, HW_FAULT_TOO_LOW);
  g_assert_cmpint (check_value ("ai_incidents", NULL, -1.0), ==, HW_FAULT_TOO_LOW);
  g_assert_cmpint (check_value ("net_profit_margin", NULL, -0.2), ==, HW_FAULT_NONE);
  g_assert_cmpint (check_value ("own-7", "stars", 6.0), ==, HW_FAULT_TOO_HIGH);
  g_assert_cmpint (check_value ("own-7", "money", 6.0), ==, HW_FAULT_NONE);
  g_assert_cmpint (check_value ("nothing", NULL, 1.0), ==, HW_FAULT_NOT_A_CHOICE);
}

static void
test_values_are_of_the_past (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  const guint to = (guint) hw_form_find (&hw_figure_form, "to");
  const guint from = (guint) hw_form_find (&hw_figure_form, "from");

  hw_answers_set (answers, "metric", "opex_ratio");
  hw_answers_set_day (answers, "to", TODAY + 1);
  g_assert_cmpint (hw_form_check (&hw_figure_form, answers, to, TODAY), ==, HW_FAULT_TO_COME);

  hw_answers_set_day (answers, "to", TODAY);
  hw_answers_set_day (answers, "from", TODAY + 1);
  g_assert_cmpint (hw_form_check (&hw_figure_form, answers, to, TODAY), ==, HW_FAULT_NONE);
  g_assert_cmpint (hw_form_check (&hw_figure_form, answers, from, TODAY), ==, HW_FAULT_BEFORE_START);
}

/* One question for the value is asked, of the kind the unit has. */
static void
test_asks_one_kind_of_number (void)
{
  static const struct { const char *metric, *unit; HwAskKind kind; } cases[] = {
    { "opex_ratio", NULL, HW_ASK_SHARE }, { "npv", NULL, HW_ASK_MONEY }, { "mtbf", NULL, HW_ASK_NUMBER },
    { "own-3", "money", HW_ASK_MONEY }, { "own-3", NULL, HW_ASK_NUMBER },
  };
  static const HwForm *const forms[] = { &hw_figure_form, &hw_watch_form };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
      {
        g_autoptr (HwAnswers) answers = hw_answers_new ();

        hw_answers_set (answers, "metric", cases[c].metric);
        hw_answers_set (answers, "unit", cases[c].unit);
        for (guint i = 0; i < forms[f]->n; i++)
          {
            const HwAskKind kind = forms[f]->questions[i].kind;
            const gboolean number = kind == HW_ASK_SHARE || kind == HW_ASK_MONEY || kind == HW_ASK_NUMBER;

            if (number)
              g_assert_cmpint (hw_form_applies (forms[f], answers, i), ==, kind == cases[c].kind);
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/figure/lights-go-by-direction", test_lights_go_by_direction);
  g_test_add_func ("/domain/figure/limits-go-by-direction", test_limits_go_by_direction);
  g_test_add_func ("/domain/figure/trend-leaves-the-season-out", test_trend_leaves_the_season_out);
  g_test_add_func ("/domain/figure/trend-needs-more-than-a-year", test_trend_needs_more_than_a_year);
  g_test_add_func ("/domain/figure/own-metric", test_own_metric);
  g_test_add_func ("/domain/figure/values-keep-to-their-unit", test_values_keep_to_their_unit);
  g_test_add_func ("/domain/figure/values-are-of-the-past", test_values_are_of_the_past);
  g_test_add_func ("/domain/figure/asks-one-kind-of-number", test_asks_one_kind_of_number);

  return g_test_run ();
}
