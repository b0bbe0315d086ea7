/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in two places and is the same thing is one number: on the sample business,
 * the stock plan, what is lost today, the health of the records and the figures agree; on
 * an example whose trial was kept, verdict, roll-out and return do. */
#include "domain/hw-stock-pile.h"
#include "jobs/assess/hw-health-job.h"
#include "jobs/assess/hw-stake-job.h"
#include "jobs/example/hw-example-job.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/library/hw-library-job.h"
#include "jobs/sample/hw-sample-job.h"
#include "jobs/scale/hw-return-job.h"
#include "jobs/scale/hw-roll-out-job.h"
#include "jobs/scale/hw-roll-out-load.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/trial/hw-verdict-job.h"
#include "jobs/watch/hw-watch-job.h"
#include "support/hw-test-business.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  HwTestBusiness business;
  HwStockPlan   *plan;
  HwStakes      *stakes;
  HwHealth      *health;
  HwMetricSheet *sheet;
  HwLibrary     *library;
} Bench;

static gpointer
run (Bench         *bench,
     const HwJob   *job,
     gconstpointer  request)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hw_session_run (bench->business.session, job, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
set_up (Bench *bench)
{
  const guint64 seed = HW_SAMPLE_SEED;
  const HwStockRequest request = { 0 };

  hw_test_business_open (&bench->business, hw_day_from_ymd (2026, 9, 21));
  hw_sample_job.free_result (run (bench, &hw_sample_job, &seed));
  bench->plan = run (bench, &hw_stock_job, &request);
  bench->stakes = run (bench, &hw_stake_job, NULL);
  bench->health = run (bench, &hw_health_job, NULL);
  bench->sheet = run (bench, &hw_metric_job, NULL);
  bench->library = run (bench, &hw_library_job, NULL);
}

static void
tear_down (Bench *bench)
{
  hw_stock_plan_free (bench->plan);
  hw_stakes_free (bench->stakes);
  hw_health_free (bench->health);
  hw_metric_sheet_free (bench->sheet);
  hw_library_free (bench->library);
  hw_test_business_clear (&bench->business);
}

/* Likely to run out is one count; in a bad case it is no fewer. */
static void
test_run_out (gconstpointer data)
{
  const Bench *bench = data;
  const HwStake *stake = hw_stakes_find (bench->stakes, HW_STAKE_RUN_OUT);

  g_assert_cmpuint (stake->n_products, ==, hw_stock_plan_count_without (bench->plan));
  g_assert_cmpuint (hw_stock_plan_count_without (bench->plan), >, 0);
  g_assert_cmpuint (hw_stock_plan_count_in (bench->plan, HW_PILE_MAY_RUN_OUT), >, stake->n_products);
  for (guint i = 0; i < bench->plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (bench->plan->lines, i);

      g_assert_true (hw_stock_line_days_without (line, bench->plan->as_of) == 0 || hw_stock_line_is_in (line, HW_PILE_MAY_RUN_OUT));
    }
}

/* Products of which costs or counts are not known: as many on the shelves as in the records. */
static void
test_not_known (gconstpointer data)
{
  const Bench *bench = data;
  const guint uncounted = hw_stock_plan_count_in (bench->plan, HW_PILE_NOT_COUNTED);
  const HwHealthFinding *costs = hw_health_find (bench->health, "costs");
  const HwHealthFinding *counts = hw_health_find (bench->health, "counts");
  g_autofree char *never = g_strdup_printf ("; %u products were never counted", uncounted);

  g_assert_cmpuint (uncounted, >, 1);
  g_assert_cmpuint (bench->plan->n_unknown, ==, uncounted);
  g_assert_nonnull (strstr (counts->found, never));

  g_assert_cmpint (costs->n_rows, ==, hw_stock_plan_count_no_cost (bench->plan));
  g_assert_cmpint (costs->n_rows, >, 0);
  g_assert_null (strstr (costs->found, "100")); /* of all is not said while one has none */
}

/* What was thrown away: the share is of the same money as the loss of a year. */
static void
test_waste (gconstpointer data)
{
  const Bench *bench = data;
  const HwPeriodSums *sums = &bench->sheet->sums;
  const HwStake *stake = hw_stakes_find (bench->stakes, HW_STAKE_WASTE);
  const HwMetricValue *share = hw_metric_sheet_find (bench->sheet, "waste_rate");
  const double a_year = share->value * hw_scaled_to_double (sums->cogs + sums->waste_value) * 365.0 / sums->n_days;

  g_assert_cmpfloat_with_epsilon (a_year, stake->year, 0.01 * stake->year);
}

/* Too much on the shelves: what keeping it costs is worked out of the Stock page's money. */
static void
test_excess (gconstpointer data)
{
  const Bench *bench = data;
  const HwStake *excess = hw_stakes_find (bench->stakes, HW_STAKE_EXCESS_STOCK);
  const HwStake *dead = hw_stakes_find (bench->stakes, HW_STAKE_DEAD_STOCK);

  g_assert_cmpfloat (excess->stands + dead->stands, <=, hw_scaled_to_double (bench->plan->stock_value));
  g_assert_cmpfloat (excess->stands, <=, hw_scaled_to_double (bench->plan->excess_value) + 1e-6);
}

/* The margin and the cost of the goods sold are all of it; waste comes on top. */
static void
test_margin_and_food_cost (gconstpointer data)
{
  const Bench *bench = data;
  const HwPeriodSums *sums = &bench->sheet->sums;
  const double margin = hw_metric_sheet_find (bench->sheet, "gross_margin_pct")->value;
  const double food = hw_metric_sheet_find (bench->sheet, "food_cost_pct")->value;
  const double waste = hw_scaled_to_double (sums->waste_value) / hw_scaled_to_double (sums->costed_revenue);

  g_assert_cmpfloat (margin + food, >, 1.0);
  g_assert_cmpfloat_with_epsilon (margin + food - waste, 1.0, 1e-9);
}

/* What a sold unit leaves is a mean: the weakest product is named beside it, and is no better. */
static void
test_weakest (gconstpointer data)
{
  const Bench *bench = data;
  const HwFigure *mean = hw_library_find (bench->library, "contribution_margin_item");

  g_assert_cmpint (mean->state, ==, HW_METRIC_OK);
  g_assert_nonnull (mean->least);
  g_assert_cmpfloat (mean->least_value, <, mean->value);
  g_assert_null (hw_library_find (bench->library, "revenue")->least);
  for (guint i = 0; i < bench->plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (bench->plan->lines, i);

      if (g_str_equal (line->name, mean->least))
        {
          g_assert_cmpint (line->unit_cost, !=, HW_UNKNOWN);
          g_assert_cmpfloat_with_epsilon (mean->least_value, hw_scaled_to_double (line->price - line->unit_cost), 0.05);
          return;
        }
    }
  g_assert_not_reached ();
}

/* --- a trial that was kept: verdict, roll-out and return --- */

typedef struct
{
  char       *path;
  HwSession  *session;
  HwVerdict  *verdict;
  HwRollOut  *scale;
  HwReturn   *result;
} Trial;

static gpointer
work_out (const Trial   *trial,
          const HwJob   *job,
          gconstpointer  request)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hw_session_run (trial->session, job, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

/* On the first day of a month: whole months are over, and no days of another. */
static void
trial_open (Trial      *trial,
            const char *example)
{
  const HwDay today = hw_day_from_ymd (2026, 12, 1);
  const HwExampleRequest request = { hw_example_find (example), HW_EXAMPLE_SEED };
  const HwEntryListRequest wish = { HW_ENTRY_INITIATIVE, -1, FALSE };
  g_autofree char *name = g_strdup_printf ("headway-one-sum-%d-%s.headway", (int) getpid (), example);
  g_autoptr (GPtrArray) trials = NULL;
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  trial->path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_unlink (trial->path);
  hw_example_business (request.kind, &business, today);
  trial->session = hw_session_create (trial->path, &business, today, &error);
  g_assert_no_error (error);
  g_free (work_out (trial, &hw_example_job, &request));
  trials = work_out (trial, &hw_entry_list_job, &wish);
  id = ((const HwEntry *) g_ptr_array_index (trials, 0))->id;
  trial->verdict = work_out (trial, &hw_verdict_job, &id);
  trial->scale = work_out (trial, &hw_roll_out_job, &id);
  trial->result = work_out (trial, &hw_return_job, NULL);
}

static void
trial_close (Trial *trial)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  hw_verdict_free (trial->verdict);
  hw_roll_out_free (trial->scale);
  hw_return_free (trial->result);
  hw_session_close (trial->session);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (trial->path, ends[i], NULL);

      g_unlink (path);
    }
  g_free (trial->path);
}

/* What it brings a month, what of the effect is counted, and from where on it pays. */
static void
check_month (const Trial *trial)
{
  const HwVerdict *v = trial->verdict;
  const HwRollOut *scale = trial->scale;
  const HwScaleMonth *last = &g_array_index (scale->months, HwScaleMonth, scale->months->len - 2);

  g_assert_cmpint (v->state, ==, HW_JUDGED);
  g_assert_cmpint (scale->state, ==, HW_SCALE_MONEY);
  g_assert_cmpfloat (scale->support, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (scale->month, v->money_month, 1e-6);
  g_assert_cmpfloat_with_epsilon (last->gain - last->running, v->money_month, 1e-6);
  g_assert_cmpfloat_with_epsilon (scale->running, v->cost_month, 1e-6);
  g_assert_cmpfloat (scale->effect, ==, v->money.effect);
  g_assert_cmpfloat (scale->found, ==, hw_verdict_way (v) * v->share);
  g_assert_cmpfloat (scale->even_trial, ==, v->money.break_even);
  g_assert_cmpfloat (scale->break_even, >, scale->even_trial); /* the steps come on top */
}

/* The money month by month is that of the headline, less what it cost to set up. */
static void
check_fan (const Trial *trial)
{
  const HwVerdict *v = trial->verdict;

  g_assert_cmpfloat (v->money.months[0].plan, ==, -v->money.set_up);
  for (int t = 1; t <= HW_VERDICT_MONTHS; t++)
    {
      const HwVerdictMonth *month = &v->money.months[t];

      g_assert_cmpfloat_with_epsilon (month->plan, t * v->money_month - v->money.set_up, 1e-6);
      g_assert_true (month->lo95 < month->lo80 && month->lo80 < month->plan && month->plan < month->hi80 && month->hi80 < month->hi95);
    }
  g_assert_cmpfloat_with_epsilon (v->money.back, v->money.set_up / v->money_month, 1e-6);
}

/* Setting up: that of the trial, that of the steps, and both. */
static void
check_set_up (const Trial *trial)
{
  const HwReturnLine *line = g_ptr_array_index (trial->result->lines, 0);
  double steps = 0.0;

  for (guint i = 0; i < trial->scale->waves->len; i++)
    steps += ((const HwWave *) g_ptr_array_index (trial->scale->waves, i))->money;

  g_assert_cmpfloat (trial->scale->owned[HW_COST_SET_UP], ==, steps);
  g_assert_cmpfloat_with_epsilon (line->owned[HW_COST_SET_UP], steps + trial->verdict->money.set_up, 1e-6);
}

/* What came in so far, and what was to come: month by month, and all in all. */
static void
check_so_far (const Trial *trial)
{
  const HwReturnLine *line = g_ptr_array_index (trial->result->lines, 0);
  const HwRollOut *scale = trial->scale;
  double in = 0.0, plan = 0.0;

  for (guint t = 1; t < scale->months->len; t++)
    {
      const HwScaleMonth *month = &g_array_index (scale->months, HwScaleMonth, t);
      const HwDay end = hw_by_add (HW_BY_MONTH, month->from, 1) - 1;

      if (isnan (month->actual))
        break;

      in += month->actual + scale->running * hw_roll_out_share_of (scale, month->from, end, FALSE);
      plan += month->gain;
      for (guint i = 0; i < scale->waves->len; i++)
        {
          const HwWave *wave = g_ptr_array_index (scale->waves, i);

          if (wave->done_on >= month->from && wave->done_on <= end)
            in += wave->money + hw_roll_out_training_cost (scale, wave->trained);
        }
    }

  g_assert_cmpint (line->gain, ==, HW_GAIN_COUNTED);
  g_assert_cmpfloat (in, >, 0.0);
  g_assert_cmpfloat_with_epsilon (line->in, in, 1e-4);
  g_assert_cmpfloat_with_epsilon (line->in_plan, plan, 1e-4);
}

/* The figures tell the story of the verdict and of the return, each by its own name. */
static void
check_figures (const Trial *trial)
{
  const HwVerdict *v = trial->verdict;
  const gboolean saves = v->metric->direction == HW_LOWER_IS_BETTER, sales = g_str_equal (v->metric->id, "revenue");
  g_autoptr (HwLibrary) library = work_out (trial, &hw_library_job, NULL);
  const HwFigure *back = hw_library_find (library, "payback_months"), *so_far = hw_library_find (library, "roi_pct");
  const HwFigure *saved = hw_library_find (library, "cost_savings_ai"), *more = hw_library_find (library, "revenue_effect_ai");

  g_assert_cmpint (back->state, ==, HW_METRIC_OK);
  g_assert_cmpfloat (back->value, ==, ceil (v->money.back));
  g_assert_cmpint (so_far->state, ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (so_far->value, trial->result->in / trial->result->out_all - 1.0, 1e-9);
  g_assert_cmpint (saved->state, ==, saves ? HW_METRIC_OK : HW_METRIC_OTHER_FIGURE);
  g_assert_cmpint (more->state, ==, sales ? HW_METRIC_OK : HW_METRIC_OTHER_FIGURE);
  if (saves)
    g_assert_cmpfloat_with_epsilon (saved->value, v->money_month, 1e-4);
}

/* What the verdict warns of is said wherever it is praised. */
static void
check_warned (const Trial *trial)
{
  const gboolean warns = hw_verdict_has_but (trial->verdict);
  g_autoptr (HwWatch) watch = work_out (trial, &hw_watch_job, NULL);
  g_autofree char *headline = hw_watch_say_headline (watch);

  g_assert_cmpint (trial->scale->but != NULL, ==, warns);
  g_assert_cmpuint (watch->cautions->len, ==, warns);
  g_assert_cmpint (strstr (headline, "the verdict of 1 trial warns") != NULL, ==, warns);
  if (warns)
    {
      const HwWatchCaution *caution = g_ptr_array_index (watch->cautions, 0);

      g_assert_cmpint (caution->initiative, ==, trial->scale->initiative->id);
      g_assert_true (g_str_has_suffix (trial->scale->but, caution->said));
    }
}

static void
test_kept (gconstpointer example)
{
  Trial trial = { 0 };
  const gint64 *id;
  HwVerdict *again;

  trial_open (&trial, example);
  check_month (&trial);
  check_fan (&trial);
  check_set_up (&trial);
  check_so_far (&trial);
  check_warned (&trial);
  check_figures (&trial);

  /* Judged once: who asks again has the same. */
  id = &trial.scale->initiative->id;
  again = work_out (&trial, &hw_verdict_job, id);
  g_assert_true (again == trial.verdict);
  hw_verdict_free (again);
  trial_close (&trial);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };
  int result;

  g_test_init (&argc, &argv, NULL);
  set_up (&bench);

  g_test_add_data_func ("/jobs/one-sum/run-out", &bench, test_run_out);
  g_test_add_data_func ("/jobs/one-sum/not-known", &bench, test_not_known);
  g_test_add_data_func ("/jobs/one-sum/waste", &bench, test_waste);
  g_test_add_data_func ("/jobs/one-sum/excess", &bench, test_excess);
  g_test_add_data_func ("/jobs/one-sum/margin-and-food-cost", &bench, test_margin_and_food_cost);
  g_test_add_data_func ("/jobs/one-sum/weakest", &bench, test_weakest);
  g_test_add_data_func ("/jobs/one-sum/kept/bakery", "bakery", test_kept);
  g_test_add_data_func ("/jobs/one-sum/kept/web-shop", "web-shop", test_kept);

  result = g_test_run ();
  tear_down (&bench);
  return result;
}
