/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in two places and is the same thing is one number: on the sample business,
 * the stock plan, what is lost today, the health of the records and the figures agree. */
#include "domain/hw-stock-pile.h"
#include "jobs/hw-health-job.h"
#include "jobs/hw-library-job.h"
#include "jobs/hw-metric-job.h"
#include "jobs/hw-sample-job.h"
#include "jobs/hw-stake-job.h"
#include "jobs/hw-stock-job.h"
#include "support/hw-test-business.h"

#include <string.h>

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

  result = g_test_run ();
  tear_down (&bench);
  return result;
}
