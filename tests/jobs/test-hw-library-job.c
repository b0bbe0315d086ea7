/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "domain/hw-initiative.h"
#include "domain/hw-survey.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/library/hw-library-private.h"
#include "store/hw-stock-repo.h"
#include "support/hw-test-business.h"

#include <math.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define N_TABLE 88
#define N_COMPUTED 40 /* by sums of periods, by the records of today, by trials */

static HwLibrary *
look (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  HwLibrary *library = hw_session_run (business->session, &hw_library_job, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
  return library;
}

/* Two years and a bit of about 100 a day, a little more each day. */
static void
open_shop (HwTestBusiness *business)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  char iso[HW_DAY_ISO_SIZE];

  for (int i = 0; i < 800; i++)
    g_string_append_printf (text, "%s,Rye,%d,%d.00\n", hw_day_write_iso (TODAY - 800 + i, iso), 10 + i % 3, 100 + i / 8);

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "sales.csv", text->str, &error);
  g_assert_no_error (error);
}

static gint64
keep (const HwTestBusiness  *business,
      HwEntry               *entry,
      GError               **error)
{
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, error);

  hw_entry_save_free (save);
  return change != NULL ? change->id : 0;
}

static gint64
type_in (const HwTestBusiness *business,
         const char           *metric,
         double                value,
         HwDay                 day)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_FIGURE, 0);
  g_autoptr (GError) error = NULL;
  gint64 id;

  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_number (entry->answers, "value", value);
  hw_answers_set_day (entry->answers, "to", day);
  id = keep (business, entry, &error);
  g_assert_no_error (error);
  return id;
}

static HwEntry *
make_watch (const char *metric,
            gboolean    pinned,
            double      good,
            double      bad)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_WATCH, 0);

  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_yes (entry->answers, "pinned", pinned);
  if (!isnan (good))
    hw_answers_set_number (entry->answers, "good", good);
  if (!isnan (bad))
    hw_answers_set_number (entry->answers, "bad", bad);
  return entry;
}

static gint64
watch (const HwTestBusiness *business,
       const char           *metric,
       gboolean              pinned,
       double                good,
       double                bad)
{
  g_autoptr (HwEntry) entry = make_watch (metric, pinned, good, bad);
  g_autoptr (GError) error = NULL;
  const gint64 id = keep (business, entry, &error);

  g_assert_no_error (error);
  return id;
}

static void
refuse (const HwTestBusiness *business,
        HwEntry              *entry)
{
  g_autoptr (HwEntry) owned = entry;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (keep (business, owned, &error), ==, 0);
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

/* Without a single record every figure is there, none has a value, and each says why. */
static void
test_nothing_yet (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwLibrary) library = NULL;
  guint n_typed = 0;

  hw_test_business_open (&business, TODAY);
  library = look (&business);
  g_assert_cmpuint (library->figures->len, ==, N_TABLE);
  g_assert_cmpuint (library->n_due, ==, 0);
  g_assert_cmpuint (library->n_pinned, ==, 0);

  for (guint i = 0; i < library->figures->len; i++)
    {
      const HwFigure *figure = &g_array_index (library->figures, HwFigure, i);

      g_assert_true (figure->metric == hw_metric_at (i));
      g_assert_cmpint (figure->state, !=, HW_METRIC_OK);
      g_assert_true (isnan (figure->value) && isnan (figure->trend));
      g_assert_cmpint (figure->light, ==, HW_LIGHT_NONE);
      n_typed += figure->state == HW_METRIC_NOT_TYPED || figure->state == HW_METRIC_NOT_ASKED;
      g_assert_true ((figure->state == HW_METRIC_NOT_ASKED) == hw_survey_marks (figure->metric->id, NULL, NULL));
    }

  g_assert_cmpuint (n_typed, ==, N_TABLE - N_COMPUTED);
}

static void
test_worked_out (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwLibrary) library = NULL;
  g_autoptr (HwLibrary) again = NULL;
  g_autoptr (HwMetricSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  const HwFigure *sales;

  open_shop (&business);
  library = look (&business);
  again = look (&business);
  sheet = hw_session_run (business.session, &hw_metric_job, NULL, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < sheet->values->len; i++)
    {
      const HwMetricValue *value = &g_array_index (sheet->values, HwMetricValue, i);
      const HwFigure *figure = hw_library_find (library, value->metric->id);

      g_assert_cmpint (figure->state, ==, value->state);
      g_assert_cmpint (figure->source, ==, HW_FIGURE_WORKED_OUT);
      if (value->state == HW_METRIC_OK)
        g_assert_cmpfloat (figure->value, ==, value->value);
    }

  /* An eighth more a day, each day: 28 days of it, 28 days on, make 98 more in four weeks. */
  sales = hw_library_find (library, "revenue");
  g_assert_cmpfloat_with_epsilon (sales->trend, 98.0 * 7.0 / 28.0, 0.5);
  g_assert_cmpuint (sales->spark->len, ==, HW_LIBRARY_SPARK);
  g_assert_cmpfloat (g_array_index (sales->spark, double, 0), <, g_array_index (sales->spark, double, 12));

  /* The same records give the same figures, bit for bit. */
  g_assert_cmpstr (library->run_id, ==, again->run_id);
  g_assert_cmpfloat (sales->value, ==, hw_library_find (again, "revenue")->value);
  g_assert_cmpfloat (sales->trend, ==, hw_library_find (again, "revenue")->trend);
}

static void
test_typed_in (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwLibrary) library = NULL;
  const HwFigure *figure;

  open_shop (&business);
  type_in (&business, "opex_ratio", 0.31, TODAY - 10);
  type_in (&business, "opex_ratio", 0.29, TODAY - 40);
  type_in (&business, "gross_margin_pct", 0.5, TODAY - 3); /* costs are not on record */
  type_in (&business, "revenue", 1.0, TODAY - 3);          /* the records know better */
  library = look (&business);

  figure = hw_library_find (library, "opex_ratio");
  g_assert_cmpint (figure->state, ==, HW_METRIC_OK);
  g_assert_cmpint (figure->source, ==, HW_FIGURE_TYPED_IN);
  g_assert_cmpfloat (figure->value, ==, 0.31);
  g_assert_cmpint (figure->to, ==, TODAY - 10);
  g_assert_cmpint (figure->due, ==, TODAY - 10 + 30);
  g_assert_false (figure->is_due);
  g_assert_cmpuint (figure->spark->len, ==, 2);
  g_assert_cmpfloat (g_array_index (figure->spark, double, 0), ==, 0.29);

  figure = hw_library_find (library, "gross_margin_pct");
  g_assert_cmpint (figure->source, ==, HW_FIGURE_TYPED_IN);
  g_assert_cmpfloat (figure->value, ==, 0.5);

  figure = hw_library_find (library, "revenue");
  g_assert_cmpint (figure->source, ==, HW_FIGURE_WORKED_OUT);
  g_assert_cmpfloat (figure->value, >, 1000.0);
  g_assert_cmpuint (library->typed->len, ==, 4);
}

static void
test_own_figure (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) own = hw_entry_new (HW_ENTRY_OWN_METRIC, 0);
  g_autoptr (HwLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const HwFigure *figure;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (own->answers, "name", "Cakes to order");
  hw_answers_set (own->answers, "unit", "count");
  hw_answers_set (own->answers, "direction", "higher");
  hw_answers_set (own->answers, "cadence", "week");
  own->id = keep (&business, own, &error);
  g_assert_no_error (error);
  id = g_strdup_printf ("own-%" G_GINT64_FORMAT, own->id);
  type_in (&business, id, 12.0, TODAY - 9);
  watch (&business, id, TRUE, 15.0, 10.0);
  library = look (&business);

  g_assert_cmpuint (library->figures->len, ==, N_TABLE + 1);
  figure = hw_library_find (library, id);
  g_assert_cmpstr (figure->metric->name, ==, "Cakes to order");
  g_assert_cmpfloat (figure->value, ==, 12.0);
  g_assert_cmpint (figure->light, ==, HW_LIGHT_AMBER);
  g_assert_true (figure->pinned);
  g_assert_true (figure->is_due); /* nine days old, looked at each week */
  g_assert_cmpuint (library->n_due, ==, 1);
  g_assert_cmpuint (library->n_pinned, ==, 1);

  refuse (&business, make_watch ("own-999", FALSE, NAN, NAN));
}

static void
test_watches (void)
{
  static const char *const pins[] = {
    "gross_margin_pct", "waste_rate", "csat", "opex_ratio", "fill_rate", "supplier_otif", "clv",
  };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwLibrary) library = NULL;
  HwEntry *wish;

  hw_test_business_open (&business, TODAY);
  for (gsize i = 0; i < G_N_ELEMENTS (pins); i++)
    watch (&business, pins[i], TRUE, NAN, NAN);

  refuse (&business, make_watch ("revenue", TRUE, NAN, NAN));        /* the eighth on the Overview */
  refuse (&business, make_watch ("waste_rate", FALSE, NAN, NAN));    /* a second one of the same */
  refuse (&business, make_watch ("no_such_figure", FALSE, NAN, NAN));
  refuse (&business, make_watch ("revenue", FALSE, 1.0, 2.0));       /* more is better */
  refuse (&business, make_watch ("stockout_rate", FALSE, 0.2, 0.1)); /* less is better */
  refuse (&business, make_watch ("days_inventory", FALSE, 20.0, 10.0));
  refuse (&business, make_watch ("revenue", FALSE, 1.0, NAN));
  watch (&business, "revenue", FALSE, 2.0, 1.0);

  library = look (&business);
  g_assert_cmpuint (library->n_pinned, ==, G_N_ELEMENTS (pins));

  /* One that is off the Overview leaves room for another. */
  wish = hw_library_make_watch (library->watches, "clv");
  hw_answers_set_yes (wish->answers, "pinned", FALSE);
  g_assert_cmpint (keep (&business, wish, NULL), ==, wish->id);
  hw_entry_free (wish);
  watch (&business, "dso", TRUE, NAN, NAN);
}

/* Looked at today: not due again before its time has come. */
static void
test_what_is_due (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwLibrary) before = NULL;
  g_autoptr (HwLibrary) after = NULL;
  g_autoptr (HwEntry) wish = NULL;
  const HwFigure *figure;

  hw_test_business_open (&business, TODAY);
  watch (&business, "opex_ratio", FALSE, 0.2, 0.4);
  watch (&business, "waste_rate", FALSE, 0.02, 0.1);
  before = look (&business);
  g_assert_true (hw_library_find (before, "opex_ratio")->is_due); /* nobody typed it in */
  figure = hw_library_find (before, "waste_rate");
  g_assert_false (figure->is_due);                                /* worked out: tomorrow */
  g_assert_cmpint (figure->due, ==, TODAY + 1);

  wish = hw_library_make_watch (before->watches, "opex_ratio");
  hw_answers_set_day (wish->answers, "looked", TODAY);
  hw_answers_set (wish->answers, "cadence", "quarter");
  keep (&business, wish, NULL);
  after = look (&business);
  g_assert_cmpint (hw_library_find (after, "opex_ratio")->due, ==, TODAY + 91);
  g_assert_cmpuint (after->n_due, ==, 0);
}

static void
ask_people (const HwTestBusiness *business,
            const char           *metric,
            double                n5,
            HwDay                 day)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_SURVEY, 0);
  g_autoptr (GError) error = NULL;

  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_day (entry->answers, "day", day);
  hw_answers_set_number (entry->answers, "n5", n5);
  hw_answers_set_number (entry->answers, "n1", 1.0);
  keep (business, entry, &error);
  g_assert_no_error (error);
}

/* The safety list's own score. */
static void
test_safety_list (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) duty = hw_entry_new (HW_ENTRY_DUTY, 0);
  g_autoptr (HwLibrary) library = NULL;
  g_autoptr (HwSafetyBook) book = NULL;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (duty->answers, "duty", "G01");
  hw_answers_set_day (duty->answers, "day", TODAY - 1);
  hw_answers_set (duty->answers, "who", "Ada");
  keep (&business, duty, &error);
  g_assert_no_error (error);

  library = look (&business);
  book = hw_session_run (business.session, &hw_safety_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (book->safety->score, >, 0.0);
  g_assert_cmpfloat (hw_library_find (library, "governance_completion")->value, ==, book->safety->score / 100.0);
}

static void
test_surveys (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwLibrary) library = NULL;
  g_autoptr (HwEntry) nobody = hw_entry_new (HW_ENTRY_SURVEY, 0);
  HwSurveyResult expect;
  const HwFigure *figure;

  hw_test_business_open (&business, TODAY);
  ask_people (&business, "csat", 9.0, TODAY - 2);
  ask_people (&business, "enps", 3.0, TODAY - 2);
  library = look (&business);

  figure = hw_library_find (library, "csat");
  hw_survey_share (9, 10, &expect);
  g_assert_cmpint (figure->source, ==, HW_FIGURE_SURVEY);
  g_assert_cmpint (figure->n, ==, 10);
  g_assert_cmpfloat (figure->value, ==, expect.value);
  g_assert_cmpfloat (figure->low, ==, expect.low);
  g_assert_cmpfloat (figure->high, ==, expect.high);

  figure = hw_library_find (library, "enps"); /* four answers */
  g_assert_cmpint (figure->state, ==, HW_METRIC_FEW_ANSWERS);
  g_assert_true (isnan (figure->value) && isnan (figure->low) && isnan (figure->high));
  g_assert_cmpuint (figure->spark->len, ==, 1);
  g_assert_true (isnan (g_array_index (figure->spark, double, 0)));

  hw_answers_set (nobody->answers, "metric", "csat");
  hw_answers_set_day (nobody->answers, "day", TODAY);
  refuse (&business, g_steal_pointer (&nobody));
}

static void
add_verdict (HwLibraryFacts *facts,
             const char     *metric,
             double          effect,
             double          month,
             double          running,
             double          set_up)
{
  HwVerdict *verdict = hw_verdict_new ();

  verdict->state = HW_JUDGED;
  verdict->metric = hw_metric_find (metric);
  verdict->effect = effect;
  verdict->n_weeks = 8;
  verdict->money_month = month;
  verdict->cost_month = running;
  g_ptr_array_add (facts->verdicts, verdict);
  g_array_append_val (facts->set_up, set_up);
}

static HwLibraryFacts *
make_facts (void)
{
  const HwPeriodSums sums = { .n_days = 364, .n_lines = 1, .revenue = hw_scaled_from_double (100000.0) };
  HwLibraryFacts *facts = g_new0 (HwLibraryFacts, 1);

  facts->today = TODAY;
  facts->sheet = hw_metric_sheet_new (&sums, NULL, TODAY);
  facts->shelf = g_array_new (FALSE, TRUE, sizeof (HwOnHand));
  facts->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_order_row_free);
  facts->refusals = g_array_new (FALSE, TRUE, sizeof (HwRefusal));
  facts->journey = hw_journey_new ();
  facts->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_verdict_free);
  facts->set_up = g_array_new (FALSE, TRUE, sizeof (double));
  return facts;
}

static HwMetricState
ask (const HwLibraryFacts *facts,
     const char           *metric,
     double               *value)
{
  const HwLibraryFunc func = hw_library_record_func (metric);
  gint64 n = 0;

  *value = NAN;
  return func (facts, value, &n);
}

/* Worked by hand: 300 and 100 a month come in, for 800 and 400 to set up: back after three
 * months, and with 90 more after four. What came back is that of the journey: 1700 in, for
 * 2000 out. */
static void
test_money_of_trials (void)
{
  g_autoptr (HwLibraryFacts) facts = make_facts ();
  double value;

  g_assert_cmpint (ask (facts, "roi_pct", &value), ==, HW_METRIC_NO_TRIAL);
  g_assert_cmpint (ask (facts, "payback_months", &value), ==, HW_METRIC_NO_TRIAL);

  add_verdict (facts, "revenue", 90.0, 300.0, 50.0, 800.0);
  g_assert_cmpint (ask (facts, "cost_savings_ai", &value), ==, HW_METRIC_OTHER_FIGURE); /* judged, by its sales */
  add_verdict (facts, "lost_sales_value", -40.0, 100.0, 20.0, 400.0);
  add_verdict (facts, "waste_rate", -0.01, NAN, 0.0, 99.0); /* no money can be said */

  g_assert_cmpint (ask (facts, "roi_pct", &value), ==, HW_METRIC_NO_TRIAL); /* nothing is in use yet */
  facts->result = hw_return_new ();
  facts->result->n_counted = 1;
  facts->result->out_all = 2000.0;
  facts->result->net = -300.0;
  g_assert_cmpint (ask (facts, "roi_pct", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, -0.15);
  g_assert_cmpint (ask (facts, "payback_months", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, 3.0);
  g_array_index (facts->set_up, double, 1) = 490.0;
  g_assert_cmpint (ask (facts, "payback_months", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, 4.0);
  g_assert_cmpint (ask (facts, "cost_savings_ai", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, 100.0);
  g_assert_cmpint (ask (facts, "revenue_effect_ai", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, 720.0);

  add_verdict (facts, "revenue", -90.0, -500.0, 50.0, 800.0);
  g_assert_cmpint (ask (facts, "payback_months", &value), ==, HW_METRIC_NO_SAVING);
}

/* One that cannot tell counts nowhere, neither its gain nor its cost; alone it is named. */
static void
test_trials_that_cannot_tell (void)
{
  static const char *const metrics[] = { "payback_months", "cost_savings_ai", "revenue_effect_ai" };
  g_autoptr (HwLibraryFacts) facts = make_facts ();
  double value, alone[G_N_ELEMENTS (metrics)];

  add_verdict (facts, "revenue", 900.0, 3000.0, 50.0, 800.0);
  add_verdict (facts, "waste_rate", -0.1, 700.0, 20.0, 300.0);
  for (guint i = 0; i < facts->verdicts->len; i++)
    ((HwVerdict *) g_ptr_array_index (facts->verdicts, i))->cannot_tell = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    g_assert_cmpint (ask (facts, metrics[i], &value), ==, HW_METRIC_CANNOT_TELL);
  g_assert_cmpint (ask (facts, "roi_pct", &value), ==, HW_METRIC_CANNOT_TELL);

  add_verdict (facts, "revenue", 90.0, 300.0, 50.0, 800.0);
  add_verdict (facts, "lost_sales_value", -40.0, 100.0, 20.0, 400.0);
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    g_assert_cmpint (ask (facts, metrics[i], &alone[i]), ==, HW_METRIC_OK);

  g_ptr_array_remove_range (facts->verdicts, 0, 2);
  g_array_remove_range (facts->set_up, 0, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      g_assert_cmpint (ask (facts, metrics[i], &value), ==, HW_METRIC_OK);
      g_assert_cmpfloat (value, ==, alone[i]);
    }
}

static HwEntry *
add_entry (GPtrArray   *list,
           HwEntryKind  kind)
{
  HwEntry *entry = hw_entry_new (kind, 1);

  g_ptr_array_add (list, entry);
  return entry;
}

static void
test_people_of_trials (void)
{
  g_autoptr (HwLibraryFacts) facts = make_facts ();
  HwTrial *trial = hw_trial_new ();
  HwEntry *entry;
  double value;

  g_assert_cmpint (ask (facts, "ai_adoption_rate", &value), ==, HW_METRIC_NO_CHECK_IN);
  g_assert_cmpint (ask (facts, "training_completion", &value), ==, HW_METRIC_NO_ROLL_OUT);
  g_assert_cmpint (ask (facts, "ai_spend_pct", &value), ==, HW_METRIC_NO_TRIAL);

  g_ptr_array_add (facts->journey->trials, trial);
  trial->initiative = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  hw_answers_set (trial->initiative->answers, "state", hw_state_id (HW_STATE_LIVE));
  hw_answers_set_number (trial->initiative->answers, "month_cost", 50.0);
  for (int i = 0; i < 4; i++)
    hw_answers_set_number (add_entry (trial->check_ins, HW_ENTRY_CHECK_IN)->answers, "used", 0.2 * i);
  add_entry (trial->check_ins, HW_ENTRY_CHECK_IN); /* nothing said */
  entry = add_entry (trial->roll_out, HW_ENTRY_ROLL_OUT);
  hw_answers_set_number (entry->answers, "people", 8.0);
  hw_answers_set_number (entry->answers, "trained", 6.0);

  g_assert_cmpint (ask (facts, "ai_adoption_rate", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (value, 0.3, 1e-12);
  g_assert_cmpint (ask (facts, "training_completion", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, 0.75);
  g_assert_cmpint (ask (facts, "ai_spend_pct", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (value, 600.0 * 364.0 / 365.0 / 100000.0, 1e-12);
}

static void
add_line (HwLibraryFacts *facts,
          HwQuantity      quantity,
          HwQuantity      proposed)
{
  HwOrderRow *order = g_new0 (HwOrderRow, 1);
  HwOrderLineRow *row = g_new0 (HwOrderLineRow, 1);

  /* Freed as the repository's own rows are: all texts may be missing. */
  order->lines = g_ptr_array_new_with_free_func (g_free);
  row->line.quantity = quantity;
  row->proposed = proposed;
  g_ptr_array_add (order->lines, row);
  g_ptr_array_add (facts->orders, order);
}

/* Two as proposed, one changed, one refused, one that was never proposed. */
static void
test_changed_proposals (void)
{
  const HwRefusal refusal = { .product_id = 4, .day = TODAY };
  g_autoptr (HwLibraryFacts) facts = make_facts ();
  double value;

  g_assert_cmpint (ask (facts, "override_rate", &value), ==, HW_METRIC_NO_PROPOSALS);
  add_line (facts, 50000, 50000);
  add_line (facts, 60000, 60000);
  add_line (facts, 60000, 40000);
  add_line (facts, 60000, HW_UNKNOWN);
  g_array_append_val (facts->refusals, refusal);
  g_assert_cmpint (ask (facts, "override_rate", &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat (value, ==, 0.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/library/nothing-yet", test_nothing_yet);
  g_test_add_func ("/jobs/library/worked-out", test_worked_out);
  g_test_add_func ("/jobs/library/typed-in", test_typed_in);
  g_test_add_func ("/jobs/library/own-figure", test_own_figure);
  g_test_add_func ("/jobs/library/watches", test_watches);
  g_test_add_func ("/jobs/library/what-is-due", test_what_is_due);
  g_test_add_func ("/jobs/library/safety-list", test_safety_list);
  g_test_add_func ("/jobs/library/surveys", test_surveys);
  g_test_add_func ("/jobs/library/money-of-trials", test_money_of_trials);
  g_test_add_func ("/jobs/library/trials-that-cannot-tell", test_trials_that_cannot_tell);
  g_test_add_func ("/jobs/library/people-of-trials", test_people_of_trials);
  g_test_add_func ("/jobs/library/changed-proposals", test_changed_proposals);

  return g_test_run ();
}
