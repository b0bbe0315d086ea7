/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "jobs/figures/hw-goal-job.h"
#include "jobs/figures/hw-trend-ahead.h"
#include "jobs/journey/hw-entry-job.h"
#include "support/hw-test-business.h"

#include <math.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static HwEntry *
make_goal (const char *name,
           const char *metric,
           double      target,
           HwDay       day)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_GOAL, 0);

  hw_answers_set (entry->answers, "name", name);
  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_number (entry->answers, "target", target);
  hw_answers_set_day (entry->answers, "day", day);
  return entry;
}

static void
keep_goal (const HwTestBusiness *business,
           const char           *name,
           const char           *metric,
           double                target,
           HwDay                 day)
{
  g_autoptr (HwEntry) entry = make_goal (name, metric, target, day);
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  hw_entry_save_free (save);
}

/* A year of 100 a day and a bit; no costs. */
static void
open_shop (HwTestBusiness *business)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  HwRng rng;
  char iso[HW_DAY_ISO_SIZE];

  hw_rng_init (&rng, 5);
  for (HwDay day = TODAY - 400; day < TODAY; day++)
    g_string_append_printf (text, "%s,Rye,10,%u.00\n", hw_day_write_iso (day, iso), 80 + hw_rng_below (&rng, 41));

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "sales.csv", text->str, &error);
  g_assert_no_error (error);
}

static GPtrArray *
look (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *outlooks = hw_session_run (business->session, &hw_goal_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return outlooks;
}

/* By day, each with its own figure and chance. */
static void
test_goals (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) outlooks = NULL;
  const HwGoalOutlook *low, *high, *margin;

  open_shop (&business);
  keep_goal (&business, "High", "revenue", 4000.0, TODAY + 90);
  keep_goal (&business, "Margin", "gross_margin_pct", 0.6, TODAY + 120);
  keep_goal (&business, "Low", "revenue", 2850.0, TODAY + 30);
  outlooks = look (&business);
  g_assert_cmpuint (outlooks->len, ==, 3);
  low = g_ptr_array_index (outlooks, 0);
  high = g_ptr_array_index (outlooks, 1);
  margin = g_ptr_array_index (outlooks, 2);

  g_assert_cmpstr (hw_answers_get_text (low->entry->answers, "name"), ==, "Low");
  g_assert_cmpint (high->reach, ==, HW_REACH_KNOWN);
  g_assert_cmpfloat (high->chance, <, 0.05);
  g_assert_cmpint (margin->reach, ==, HW_REACH_NO_FIGURE);
  g_assert_cmpint (g_array_index (margin->trend->past, HwTrendPoint, 0).state, ==, HW_METRIC_NO_COSTS);
  g_assert_cmpfloat_with_epsilon (low->now, 2800.0, 200.0);
  g_assert_true (low->reach == HW_REACH_KNOWN || low->reach == HW_REACH_REACHED);
}

/* One that is not kept, and one further away than a year of past can carry. */
static void
test_try (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) near = make_goal ("Near", "revenue", 5000.0, TODAY + 200);
  g_autoptr (HwEntry) far = make_goal ("Far", "revenue", 5000.0, TODAY + 900);
  g_autoptr (HwGoalOutlook) a = NULL;
  g_autoptr (HwGoalOutlook) b = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  open_shop (&business);
  a = hw_session_run (business.session, &hw_goal_try_job, near, NULL, &error);
  g_assert_no_error (error);
  b = hw_session_run (business.session, &hw_goal_try_job, far, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (a->reach, ==, HW_REACH_KNOWN);
  g_assert_cmpint (b->reach, ==, HW_REACH_TOO_FAR);
  kept = look (&business);
  g_assert_cmpuint (kept->len, ==, 0);
}

/* A goal's chance is its own: as the form said it, whatever other goals there are. */
static void
test_alone (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) near = make_goal ("Near", "revenue", 2850.0, TODAY + 60);
  g_autoptr (HwGoalOutlook) tried = NULL;
  g_autoptr (GPtrArray) outlooks = NULL;
  g_autoptr (GError) error = NULL;
  const HwGoalOutlook *kept;

  open_shop (&business);
  tried = hw_session_run (business.session, &hw_goal_try_job, near, NULL, &error);
  g_assert_no_error (error);
  keep_goal (&business, "Near", "revenue", 2850.0, TODAY + 60);
  keep_goal (&business, "Far", "revenue", 9000.0, TODAY + 360);
  outlooks = look (&business);
  kept = g_ptr_array_index (outlooks, 0);
  g_assert_cmpuint (kept->trend->ahead->len, ==, tried->trend->ahead->len);
  g_assert_cmpfloat (kept->chance, ==, tried->chance);
  g_assert_cmpfloat (kept->expected, ==, tried->expected);
}

static void
test_without_sales (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) outlooks = NULL;

  hw_test_business_open (&business, TODAY);
  keep_goal (&business, "First", "revenue", 4000.0, TODAY + 90);
  outlooks = look (&business);
  g_assert_cmpuint (outlooks->len, ==, 1);
  g_assert_cmpint (((const HwGoalOutlook *) g_ptr_array_index (outlooks, 0))->reach, ==, HW_REACH_NO_FIGURE);
}

/* 26 values of a process around 1000 whose deviations carry over by @rho, and one to
 * come @h periods later. */
static HwTrend *
simulate (HwRng  *rng,
          double  rho,
          guint   h,
          double *later)
{
  HwTrend *trend = hw_trend_new (hw_metric_find ("revenue"), HW_TREND_FOUR_WEEKS);
  double e = 100.0 * hw_rng_normal (rng);

  for (guint i = 0; i < 26 + h; i++)
    {
      const HwDay from = 20000 + 28 * (HwDay) i;
      const HwTrendPoint point = { from, from + 27, HW_METRIC_OK, 1000.0 + e };

      if (i < 26)
        g_array_append_val (trend->past, point);

      *later = point.value;
      e = rho * e + 100.0 * sqrt (1.0 - rho * rho) * hw_rng_normal (rng);
    }

  return trend;
}

/* Of goals said to be reached with a chance of p, about that share is reached: over
 * 200 runs the mean chance is near the share reached, below the even mark fewer are
 * reached than above it, and the chances beat a coin. */
static void
test_chance_is_kept (void)
{
  HwRng rng;
  double said = 0.0, reached = 0.0, off = 0.0;
  double low_said = 0.0, low_reached = 0.0, low_n = 0.0;
  const int n = 200;

  hw_rng_init (&rng, 11);
  for (int i = 0; i < n; i++)
    {
      double later = NAN;
      HwTrend *trend = simulate (&rng, i % 2 == 0 ? 0.0 : 0.5, 3, &later);
      const HwDay last = g_array_index (trend->past, HwTrendPoint, 25).to;
      g_autoptr (HwEntry) entry = make_goal ("Goal", "revenue", 1000.0 + 40.0 * (i % 7 - 2), last + 80);
      const gboolean came = later >= hw_answers_get_number (entry->answers, "target", NAN);
      g_autoptr (HwGoalOutlook) o = NULL;
      g_autoptr (GError) error = NULL;
      double chance;

      g_assert_true (hw_trend_look_ahead (trend, 3, &error));
      o = hw_goal_outlook_new (entry, trend, last + 1);
      chance = o->chance;
      said += chance;
      reached += came;
      off += (chance - came) * (chance - came);
      if (chance < 0.4)
        {
          low_said += chance;
          low_reached += came;
          low_n++;
        }
    }

  g_test_message ("said %.3f, reached %.3f, squared error %.3f; of %g low ones said %.3f, reached %.3f",
                  said / n, reached / n, off / n, low_n, low_said / low_n, low_reached / low_n);
  g_assert_cmpfloat (fabs (said - reached) / n, <, 0.07);
  g_assert_cmpfloat (off / n, <, 0.235);
  g_assert_cmpfloat (low_n, >, 40.0);
  g_assert_cmpfloat (fabs (low_said - low_reached) / low_n, <, 0.12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal-job/goals", test_goals);
  g_test_add_func ("/goal-job/try", test_try);
  g_test_add_func ("/goal-job/alone", test_alone);
  g_test_add_func ("/goal-job/without-sales", test_without_sales);
  g_test_add_func ("/goal-job/chance-is-kept", test_chance_is_kept);
  return g_test_run ();
}
