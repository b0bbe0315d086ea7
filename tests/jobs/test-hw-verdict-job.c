/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/trial/hw-verdict-job.h"
#include "support/hw-test-business.h"

#include <math.h>

/* A Monday. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define START (TODAY - 63)

/* About 100 a day for @days, and @lift times as much from START on; goods cost half. */
static void
open_shop (HwTestBusiness *business,
           int             days,
           double          lift)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportReport) products = NULL;
  g_autoptr (GError) error = NULL;
  HwRng rng;
  char iso[HW_DAY_ISO_SIZE];

  hw_rng_init (&rng, 17);
  for (HwDay day = TODAY - days; day < TODAY; day++)
    {
      const int units = (int) lround ((100 + (int) hw_rng_below (&rng, 41) - 20) * (day >= START ? lift : 1.0));

      g_string_append_printf (text, "%s,Rye,%d,%d.00\n", hw_day_write_iso (day, iso), units, units);
    }

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "sales.csv", text->str, &error);
  g_assert_no_error (error);
  products = hw_test_business_import (business, "products.csv", "Product,Price,Cost\nRye,1.00,0.50\n", &error);
  g_assert_no_error (error);
}

static gint64
keep (const HwTestBusiness *business,
      const HwEntry        *entry)
{
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  g_assert_no_error (error);
  hw_entry_save_free (save);
  return change != NULL ? change->id : 0;
}

static HwEntry *
new_trial (const char *metric)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  hw_answers_set (entry->answers, "name", "Bake twice");
  hw_answers_set (entry->answers, "change", "We bake at noon, too");
  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_number (entry->answers, "effect", 0.1);
  hw_answers_set_number (entry->answers, "month_cost", 100.0);
  hw_answers_set_day (entry->answers, "start", START);
  hw_answers_set_day (entry->answers, "end", TODAY + 6);
  hw_answers_set_yes (entry->answers, "people", FALSE);
  hw_answers_set_yes (entry->answers, "banned", FALSE);
  return entry;
}

static gint64
keep_trial (const HwTestBusiness *business,
            const char           *metric)
{
  g_autoptr (HwEntry) entry = new_trial (metric);

  return keep (business, entry);
}

static HwVerdict *
judge (const HwTestBusiness *business,
       gint64                id)
{
  g_autoptr (GError) error = NULL;
  HwVerdict *verdict = hw_session_run (business->session, &hw_verdict_job, &id, NULL, &error);

  g_assert_no_error (error);
  return verdict;
}

/* Nine weeks with a third more: kept, with about the money it brings: 233 a week,
 * half of it left, less 100 a month. */
static void
test_it_helped (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&business, 800, 4.0 / 3.0);
  v = judge (&business, keep_trial (&business, "revenue"));
  g_assert_cmpint (v->state, ==, HW_JUDGED);
  g_assert_cmpuint (v->n_weeks, ==, 9);
  g_assert_cmpuint (v->n_planned, ==, 10);
  g_assert_cmpint (v->start, ==, START);
  g_assert_cmpint (v->end, ==, TODAY - 1);
  g_assert_cmpuint (v->n_quiet, ==, v->gaps->len);
  g_assert_cmpuint (v->n_as_large, ==, 0);
  g_assert_cmpfloat_with_epsilon (v->effect, 233.0, 25.0);
  g_assert_cmpfloat_with_epsilon (v->share, 1.0 / 3.0, 0.04);
  g_assert_cmpfloat_with_epsilon (v->worth, 70.0, 3.0);
  g_assert_cmpfloat_with_epsilon (v->margin, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (v->money.effect, v->share, 0.08);
  g_assert_cmpfloat (v->money.effect, <, v->share); /* held back */
  g_assert_cmpfloat_with_epsilon (v->money_month, 0.8 * v->money.effect * v->money.volume * 0.5 / 12.0 - 100.0, 8.0);
  g_assert_cmpfloat_with_epsilon (v->money.volume, 52.0 * 700.0, 900.0);
  g_assert_cmpfloat_with_epsilon (v->money.break_even, 1200.0 / (0.8 * 0.5 * v->money.volume), 0.005);
  g_assert_cmpfloat_with_epsilon (v->cross, v->share, 0.03);
  g_assert_true (v->agrees);
  g_assert_cmpuint (v->trial_no, ==, 1);
  g_assert_cmpint (v->why, ==, HW_WHY_PAYS);
  g_assert_true (v->pays > 0.99 && v->useless_kept > 0.0 && v->useless_kept < 0.5);
  g_assert_true (v->money_low < v->money_month && v->money_month < v->money_high);
  g_assert_cmpuint (v->expected->len, ==, 9);
  g_assert_cmpint (g_array_index (v->actual, HwTrendPoint, v->actual->len - 1).to, ==, v->end);
  g_assert_cmpint (v->advice, ==, HW_VERDICT_GO);
}

static void
reopen (HwTestBusiness *business,
        HwDay           today)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&business->session, hw_session_close);
  business->session = hw_session_open (business->path, today, FALSE, &error);
  g_assert_no_error (error);
}

/* Weeks count from the first day of the trial, whatever weekday that is, and what is
 * sold after its end changes nothing. */
static void
test_same_any_day (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwEntry) entry = NULL;
  g_autoptr (HwVerdict) v = NULL;
  g_autoptr (HwVerdict) later = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  char iso[HW_DAY_ISO_SIZE];
  gint64 id;

  open_shop (&business, 800, 4.0 / 3.0);
  reopen (&business, START);
  entry = new_trial ("revenue");
  hw_answers_set_day (entry->answers, "start", START + 3);
  hw_answers_set_day (entry->answers, "end", START + 30);
  id = keep (&business, entry);
  reopen (&business, TODAY);
  v = judge (&business, id);
  g_assert_cmpint (v->start, ==, START + 3);
  g_assert_cmpint (v->end, ==, START + 30);
  g_assert_cmpuint (v->n_weeks, ==, 4);

  reopen (&business, TODAY + 5);
  text = g_strdup_printf ("Date,Product,Qty,Amount\n%s,Rye,10,900.00\n", hw_day_write_iso (TODAY + 2, iso));
  report = hw_test_business_import (&business, "more.csv", text, &error);
  g_assert_no_error (error);
  later = judge (&business, id);
  g_assert_cmpint (later->start, ==, v->start);
  g_assert_cmpint (later->end, ==, v->end);
  g_assert_cmpfloat (later->effect, ==, v->effect);
  g_assert_cmpfloat (later->low, ==, v->low);
  g_assert_cmpfloat (later->money_month, ==, v->money_month);
}

/* Few weeks before the start: it says so. */
static void
test_few_weeks (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&business, 63 + 60 * 7, 4.0 / 3.0);
  v = judge (&business, keep_trial (&business, "revenue"));
  g_assert_cmpint (v->state, ==, HW_JUDGED);
  g_assert_cmpuint (v->n_before, ==, 60);
  g_assert_cmpint (hw_verdict_caution (v), ==, HW_CAUTION_FEW_WEEKS);
}

/* Nothing changed: not kept, and no claim that it helped. */
static void
test_nothing_changed (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&business, 800, 1.0);
  v = judge (&business, keep_trial (&business, "revenue"));
  g_assert_cmpint (v->state, ==, HW_JUDGED);
  g_assert_true (v->low <= 0.0 && v->high >= 0.0);
  g_assert_cmpint (v->advice, !=, HW_VERDICT_GO);
}

/* Used in a third of the weeks: not tested, whatever the sales did. */
static void
test_not_used (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) week = NULL;
  g_autoptr (HwVerdict) v = NULL;
  gint64 id;

  open_shop (&business, 800, 4.0 / 3.0);
  id = keep_trial (&business, "revenue");
  week = hw_entry_new (HW_ENTRY_CHECK_IN, id);
  hw_answers_set_day (week->answers, "week", START);
  hw_answers_set_number (week->answers, "used", 0.33);
  keep (&business, week);
  v = judge (&business, id);
  g_assert_cmpfloat_with_epsilon (v->used, 0.33, 1e-6);
  g_assert_cmpint (v->advice, ==, HW_VERDICT_CHANGE);
}

static void
test_states (void)
{
  g_auto (HwTestBusiness) young = { 0 };
  g_auto (HwTestBusiness) empty = { 0 };
  g_autoptr (HwVerdict) brief = NULL;
  g_autoptr (HwVerdict) unknown = NULL;
  g_autoptr (HwVerdict) nothing = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 nobody = 999;

  open_shop (&young, 200, 1.0);
  brief = judge (&young, keep_trial (&young, "revenue"));
  unknown = judge (&young, keep_trial (&young, "new_customers"));
  g_assert_cmpint (brief->state, ==, HW_JUDGE_TOO_SHORT);
  g_assert_cmpint (unknown->state, ==, HW_JUDGE_NO_FIGURE);
  g_assert_null (hw_session_run (young.session, &hw_verdict_job, &nobody, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);

  hw_test_business_open (&empty, TODAY);
  nothing = judge (&empty, keep_trial (&empty, "revenue"));
  g_assert_cmpint (nothing->state, ==, HW_JUDGE_NOT_STARTED);
}

static gboolean
is_met (const GArray *lines,
        const char   *text)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (g_array_index (lines, HwGateLine, i).text, text))
      return g_array_index (lines, HwGateLine, i).met;

  g_error ("no line “%s”", text);
}

/* What is in place before the next station, line by line. */
static void
test_gates (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  HwGateRequest request = { 0, HW_GATE_PILOT };
  g_autoptr (GArray) pilot = NULL;
  g_autoptr (GArray) scale = NULL;
  g_autoptr (GError) error = NULL;

  open_shop (&business, 800, 4.0 / 3.0);
  request.initiative_id = keep_trial (&business, "revenue");
  pilot = hw_session_run (business.session, &hw_gate_job, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_met (pilot, "At least 90 days of sales"));
  g_assert_false (is_met (pilot, "A goal that it helps"));

  request.gate = HW_GATE_SCALE;
  scale = hw_session_run (business.session, &hw_gate_job, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_array_index (scale, HwGateLine, 0).met);   /* the figures advise to keep it */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict-job/it-helped", test_it_helped);
  g_test_add_func ("/verdict-job/nothing-changed", test_nothing_changed);
  g_test_add_func ("/verdict-job/same-any-day", test_same_any_day);
  g_test_add_func ("/verdict-job/few-weeks", test_few_weeks);
  g_test_add_func ("/verdict-job/not-used", test_not_used);
  g_test_add_func ("/verdict-job/states", test_states);
  g_test_add_func ("/verdict-job/gates", test_gates);
  return g_test_run ();
}
