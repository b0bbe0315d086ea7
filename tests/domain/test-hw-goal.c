/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-goal.h"

#include <math.h>

#define TODAY 20500
#define STEP 28

/* Past values, the last period ending the day before TODAY, and @n_ahead periods
 * that expect 100 with a standard deviation of 10. */
static HwTrend *
make_trend (const char   *metric,
            const double *values,
            guint         n,
            guint         n_ahead)
{
  HwTrend *trend = hw_trend_new (hw_metric_find (metric), HW_TREND_FOUR_WEEKS);

  for (guint i = 0; i < n; i++)
    {
      const HwDay from = TODAY - STEP * (HwDay) (n - i);
      const HwTrendPoint point = { from, from + STEP - 1, HW_METRIC_OK, values[i] };

      g_array_append_val (trend->past, point);
    }

  for (guint i = 0; i < n_ahead; i++)
    {
      const HwDay from = TODAY + STEP * (HwDay) i;
      const HwTrendAhead ahead = { from, from + STEP - 1, 100.0, 87.184, 112.816, 80.4, 119.6 };

      g_array_append_val (trend->ahead, ahead);
    }

  return trend;
}

static HwEntry *
make_goal (const char *metric,
           double      start,
           double      target,
           HwDay       day)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_GOAL, 0);

  hw_answers_set (entry->answers, "name", "More");
  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_number (entry->answers, "start", start);
  hw_answers_set_number (entry->answers, "target", target);
  hw_answers_set_day (entry->answers, "day", day);
  return entry;
}

static HwGoalOutlook *
look (const char *metric,
      double      now,
      double      target,
      HwDay       day,
      guint       n_ahead)
{
  const double past[] = { 80.0, now };
  g_autoptr (HwEntry) entry = make_goal (metric, 80.0, target, day);

  return hw_goal_outlook_new (entry, make_trend (metric, past, 2, n_ahead), TODAY);
}

/* At the middle of the forecast even; one standard deviation off about 1 in 6. */
static void
test_chance (void)
{
  static const struct { const char *metric; double target, chance; } cases[] = {
    { "revenue", 100.0, 0.5 }, { "revenue", 110.0, 0.1587 }, { "revenue", 119.6, 0.025 },
    { "revenue", 130.0, 0.00135 }, { "revenue", 95.0, 0.6915 },
    { "lost_sales_value", 70.0, 0.00135 }, { "lost_sales_value", 79.0, 0.0179 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double now = g_str_equal (cases[i].metric, "revenue") ? 85.0 : 120.0;
      g_autoptr (HwGoalOutlook) o = look (cases[i].metric, now, cases[i].target, TODAY + 40, 3);

      g_assert_cmpint (o->reach, ==, HW_REACH_KNOWN);
      g_assert_cmpfloat_with_epsilon (o->chance, cases[i].chance, 0.001);
      g_assert_cmpfloat (o->expected, ==, 100.0);
      g_assert_cmpfloat (o->low, ==, 87.184);
    }
}

/* Further away is never likelier. */
static void
test_chance_falls_with_the_target (void)
{
  double before = 1.0;

  for (double target = 86.0; target < 140.0; target += 0.5)
    {
      g_autoptr (HwGoalOutlook) o = look ("revenue", 85.0, target, TODAY + 10, 1);

      g_assert_true (o->chance >= 0.0 && o->chance <= before);
      before = o->chance;
    }
}

static void
test_states (void)
{
  g_autoptr (HwGoalOutlook) reached = look ("revenue", 125.0, 120.0, TODAY + 40, 3);
  g_autoptr (HwGoalOutlook) over = look ("revenue", 90.0, 120.0, TODAY - 3, 3);
  g_autoptr (HwGoalOutlook) late = look ("revenue", 125.0, 120.0, TODAY - 40, 3);
  g_autoptr (HwGoalOutlook) brief = look ("revenue", 90.0, 120.0, TODAY + 40, 0);
  g_autoptr (HwGoalOutlook) far = look ("revenue", 90.0, 120.0, TODAY + 400, 3);
  g_autoptr (HwGoalOutlook) unknown = look ("moon", 90.0, 120.0, TODAY + 40, 3);

  g_assert_cmpint (reached->reach, ==, HW_REACH_REACHED);
  g_assert_cmpint (over->reach, ==, HW_REACH_OVER);
  g_assert_cmpint (late->reach, ==, HW_REACH_OVER); /* got there after its day */
  g_assert_cmpint (brief->reach, ==, HW_REACH_TOO_SHORT);
  g_assert_cmpint (far->reach, ==, HW_REACH_TOO_FAR);
  g_assert_cmpint (unknown->reach, ==, HW_REACH_NO_FIGURE);
  g_assert_null (unknown->metric);
}

/* How far it has come; less than nothing if it went the other way. */
static void
test_done_share (void)
{
  g_autoptr (HwGoalOutlook) half = look ("revenue", 100.0, 120.0, TODAY + 40, 3);
  g_autoptr (HwGoalOutlook) back = look ("revenue", 70.0, 120.0, TODAY + 40, 3);

  g_assert_cmpfloat_with_epsilon (half->done_share, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (back->done_share, -0.25, 1e-9);
}

/* No figure at all: a goal is still a goal. */
static void
test_without_a_trend (void)
{
  g_autoptr (HwEntry) entry = make_goal ("revenue", 80.0, 90.0, TODAY + 40);
  g_autoptr (HwGoalOutlook) o = hw_goal_outlook_new (entry, NULL, TODAY);

  g_assert_cmpint (o->reach, ==, HW_REACH_NO_FIGURE);
  g_assert_true (isnan (o->now) && isnan (o->expected) && isnan (o->done_share));
}

static HwFault
fault_of (const HwEntry *entry)
{
  HwFault fault = HW_FAULT_NONE;
  guint i;

  return hw_form_find_fault (&hw_goal_form, entry->answers, TODAY, &i, &fault) ? fault : HW_FAULT_NONE;
}

static void
test_form_faults (void)
{
  static const struct { const char *metric; double start, target; HwDay day; HwFault fault; } cases[] = {
    { "revenue", 100.0, 120.0, TODAY + 40, HW_FAULT_NONE },
    { "revenue", 100.0, 100.0, TODAY + 40, HW_FAULT_NO_CHANGE },
    { "revenue", 100.0, 90.0, TODAY + 40, HW_FAULT_WRONG_WAY },
    { "lost_sales_value", 100.0, 90.0, TODAY + 40, HW_FAULT_NONE },
    { "lost_sales_value", 100.0, 110.0, TODAY + 40, HW_FAULT_WRONG_WAY },
    { "days_inventory", 30.0, 20.0, TODAY + 40, HW_FAULT_NONE },
    { "days_inventory", 30.0, 40.0, TODAY + 40, HW_FAULT_NONE },
    { "revenue", 100.0, 120.0, TODAY, HW_FAULT_PAST },
    { "moon", 100.0, 120.0, TODAY + 40, HW_FAULT_NOT_A_CHOICE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HwEntry) entry = make_goal (cases[i].metric, cases[i].start, cases[i].target, cases[i].day);

      g_assert_cmpint (fault_of (entry), ==, cases[i].fault);
    }
}

/* Money is asked as money and a share as a share, each once. */
static void
test_form_asks_in_the_metrics_unit (void)
{
  static const struct { const char *metric; HwAskKind kind; } cases[] = {
    { "revenue", HW_ASK_MONEY }, { "gross_margin_pct", HW_ASK_SHARE }, { "new_customers", HW_ASK_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HwEntry) entry = make_goal (cases[i].metric, 1.0, 2.0, TODAY + 40);
      guint n = 0;

      for (guint k = 0; k < hw_goal_form.n; k++)
        if (g_str_equal (hw_goal_form.questions[k].id, "target") && hw_form_applies (&hw_goal_form, entry->answers, k))
          {
            n++;
            g_assert_cmpint (hw_goal_form.questions[k].kind, ==, cases[i].kind);
          }

      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_horizon_and_start (void)
{
  const double past[] = { 70.0, 85.0 };
  g_autoptr (HwTrend) trend = make_trend ("revenue", past, 2, 0);
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  g_assert_cmpint (hw_goal_horizon (TODAY, hw_day_add_months (TODAY, 6)), ==, HW_HORIZON_SHORT);
  g_assert_cmpint (hw_goal_horizon (TODAY, hw_day_add_months (TODAY, 6) + 1), ==, HW_HORIZON_MID);
  g_assert_cmpint (hw_goal_horizon (TODAY, hw_day_add_months (TODAY, 19)), ==, HW_HORIZON_LONG);

  hw_goal_fill_start (answers, trend);
  g_assert_cmpfloat (hw_answers_get_number (answers, "start", 0.0), ==, 85.0);
  g_assert_cmpint (hw_answers_get_day (answers, "start_day"), ==, TODAY - 1);
  hw_answers_set_number (answers, "start", 50.0);
  hw_goal_fill_start (answers, trend);
  g_assert_cmpfloat (hw_answers_get_number (answers, "start", 0.0), ==, 50.0); /* the owner knows better */
}

/* What one in four months was as good as; at least a twentieth; nothing where no way is better. */
static void
test_fair_target (void)
{
  const double up[] = { 100.0, 104.0, 98.0, 110.0, 120.0, 96.0, 101.0, 90.0 };
  const double flat[] = { 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0 };
  const double few[] = { 70.0, 85.0 };
  g_autoptr (HwTrend) best = make_trend ("revenue", up, 8, 0);
  g_autoptr (HwTrend) step = make_trend ("revenue", flat, 8, 0);
  g_autoptr (HwTrend) less = make_trend ("waste_rate", flat, 8, 0);
  g_autoptr (HwTrend) early = make_trend ("revenue", few, 2, 0);

  g_assert_cmpfloat (hw_goal_fair_target (best), ==, 104.0); /* sorted: ..., 104, 110, 120 */
  g_assert_cmpfloat_with_epsilon (hw_goal_fair_target (step), 52.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_goal_fair_target (less), 47.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_goal_fair_target (early), 89.2, 0.11);
  g_assert_true (isnan (hw_goal_fair_target (NULL)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal/chance", test_chance);
  g_test_add_func ("/goal/chance-falls-with-the-target", test_chance_falls_with_the_target);
  g_test_add_func ("/goal/states", test_states);
  g_test_add_func ("/goal/done-share", test_done_share);
  g_test_add_func ("/goal/without-a-trend", test_without_a_trend);
  g_test_add_func ("/goal/form-faults", test_form_faults);
  g_test_add_func ("/goal/form-asks-in-the-metrics-unit", test_form_asks_in_the_metrics_unit);
  g_test_add_func ("/goal/horizon-and-start", test_horizon_and_start);
  g_test_add_func ("/goal/fair-target", test_fair_target);
  return g_test_run ();
}
