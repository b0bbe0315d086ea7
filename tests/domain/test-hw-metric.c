/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "domain/hw-metric.h"

#include <math.h>
#include <string.h>

#define M(amount) ((gint64) ((amount) * 10000))

/* A small shop's April, with every record kept. The figures below are worked
 * by hand from these. */
static const HwPeriodSums april = {
  .from = 20544, .to = 20573, .n_days = 30,
  .n_lines = 400, .revenue = M (12000), .units = M (3000),
  .costed_revenue = M (10000), .cogs = M (6000),
  .n_orders = 250, .order_revenue = M (11000),
  .n_customers = 80, .n_repeat_customers = 20, .n_new_customers = 15,
  .n_kept_customers = 30, .n_customers_before = 60, .customer_revenue = M (8000),
  .has_before = TRUE, .has_year_ago = TRUE, .revenue_year_ago = M (10000),
  .n_counted_products = 12, .stock_value = M (4000), .dead_stock_value = M (500),
  .mean_stock_value = 7300.0, .carrying = 0.2, .n_item_days = 360, .n_sold_out_days = 18,
  .lost_sales = M (600), .served = M (11400),
  .wasted = M (40), .waste_value = M (250), .n_waste = 9,
  .n_receipts = 25, .n_agreed = 20, .n_on_time_full = 17, .lead_mean = 5.0, .lead_sd = 1.5,
  .supplier_hhi = 0.5, .purchases = M (5800),
  .forecast_abs_error = 300.0, .forecast_error = -60.0, .forecast_actual = 1500.0,
  .simple_abs_error = 400.0, .forecast_daily_units = 100.0, .on_hand_units = M (700),
};

typedef struct
{
  const char *id;
  double      expect;
} Worked;

static const Worked worked[] = {
  { "revenue", 12000.0 },
  { "revenue_growth_yoy", 0.2 },            /* 2000 of 10000 */
  { "gross_margin_pct", 0.4 },              /* 4000 of 10000 */
  { "food_cost_pct", 0.625 },               /* 6000 and 250 of 10000 */
  { "inventory_carrying_cost", 1460.0 },    /* a fifth of 7300 */
  { "new_customers", 15.0 },
  { "retention_rate", 0.5 },
  { "repeat_purchase_rate", 0.25 },
  { "churn_rate", 0.5 },
  { "clv", 80.0 },                          /* 8000 over 80 is 100, of which 40 stay, for 1 / (1 - 0.5) months */
  { "average_order_value", 44.0 },          /* 11000 over 250 */
  { "forecast_wape", 0.2 },
  { "forecast_mase", 0.75 },
  { "forecast_bias", -0.04 },
  { "inventory_turnover", 10.0 },           /* 6000 * 365 / 30 = 73000, over 7300 */
  { "days_inventory", 7.0 },
  { "fill_rate", 0.95 },
  { "stockout_rate", 0.05 },
  { "lost_sales_value", 600.0 },
  { "dead_stock_share", 0.125 },
  { "waste_rate", 0.04 },                   /* 250 of 6250 */
  { "supplier_otif", 0.85 },
  { "lead_time_mean", 5.0 },
  { "lead_time_cv", 0.3 },
  { "supplier_concentration", 0.5 },
};

static void
test_worked_by_hand (void)
{
  g_autoptr (HwMetricSheet) sheet = hw_metric_sheet_new (&april, NULL, 20574);
  g_assert_cmpuint (sheet->values->len, ==, G_N_ELEMENTS (worked)); /* a new function brings its worked case */
  g_assert_cmpuint (sheet->values_before->len, ==, 0);
  g_assert_cmpint (sheet->before.n_days, ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      const HwMetricValue *v = hw_metric_sheet_find (sheet, worked[i].id);

      g_test_message ("%s", worked[i].id);
      g_assert_nonnull (v);
      g_assert_cmpint (v->state, ==, HW_METRIC_OK);
      g_assert_cmpfloat_with_epsilon (v->value, worked[i].expect, 1e-9);
      g_assert_cmpint (v->from, ==, april.from);
      g_assert_cmpint (v->to, ==, april.to);
    }
}

static void
test_the_period_before (void)
{
  HwPeriodSums march = april;
  g_autoptr (HwMetricSheet) sheet = NULL;

  march.from = 20514;
  march.to = 20543;
  march.revenue = M (9000);
  sheet = hw_metric_sheet_new (&april, &march, 20574);

  g_assert_cmpuint (sheet->values_before->len, ==, sheet->values->len);
  g_assert_cmpfloat (g_array_index (sheet->values_before, HwMetricValue, 0).value, ==, 9000.0);
  g_assert_cmpint (g_array_index (sheet->values_before, HwMetricValue, 0).from, ==, march.from);
  g_assert_null (hw_metric_sheet_find (sheet, "no-such-figure"));
}

/* What each figure says when one record is not there. Each takes @april, sets
 * one field to nothing and names the state. */
typedef struct
{
  const char   *id;
  gsize         offset, size;
  HwMetricState expect;
} Missing;

#define WITHOUT(field) G_STRUCT_OFFSET (HwPeriodSums, field), sizeof april.field

static const Missing missing[] = {
  { "revenue", WITHOUT (n_lines), HW_METRIC_NO_SALES },
  { "revenue", WITHOUT (revenue), HW_METRIC_NO_AMOUNTS },
  { "average_order_value", WITHOUT (revenue), HW_METRIC_NO_AMOUNTS },
  { "revenue_growth_yoy", WITHOUT (n_lines), HW_METRIC_NO_SALES },
  { "revenue_growth_yoy", WITHOUT (has_year_ago), HW_METRIC_NO_HISTORY },
  { "revenue_growth_yoy", WITHOUT (revenue_year_ago), HW_METRIC_NO_HISTORY },
  { "gross_margin_pct", WITHOUT (n_lines), HW_METRIC_NO_SALES },
  { "gross_margin_pct", WITHOUT (costed_revenue), HW_METRIC_NO_COSTS },
  { "average_order_value", WITHOUT (n_orders), HW_METRIC_NO_ORDERS },
  { "new_customers", WITHOUT (n_customers), HW_METRIC_NO_CUSTOMERS },
  { "new_customers", WITHOUT (has_before), HW_METRIC_NO_HISTORY },
  { "retention_rate", WITHOUT (has_before), HW_METRIC_NO_HISTORY },
  { "retention_rate", WITHOUT (n_customers_before), HW_METRIC_NO_CUSTOMERS },
  { "repeat_purchase_rate", WITHOUT (n_customers), HW_METRIC_NO_CUSTOMERS },
  { "inventory_turnover", WITHOUT (n_counted_products), HW_METRIC_NO_STOCK },
  { "inventory_turnover", WITHOUT (costed_revenue), HW_METRIC_NO_COSTS },
  { "inventory_turnover", WITHOUT (mean_stock_value), HW_METRIC_NO_STOCK },
  { "days_inventory", WITHOUT (n_counted_products), HW_METRIC_NO_STOCK },
  { "days_inventory", WITHOUT (forecast_daily_units), HW_METRIC_NO_FORECAST },
  { "fill_rate", WITHOUT (n_item_days), HW_METRIC_NO_STOCK_BY_DAY },
  { "stockout_rate", WITHOUT (n_item_days), HW_METRIC_NO_STOCK_BY_DAY },
  { "lost_sales_value", WITHOUT (n_item_days), HW_METRIC_NO_STOCK_BY_DAY },
  { "dead_stock_share", WITHOUT (n_counted_products), HW_METRIC_NO_STOCK },
  { "dead_stock_share", WITHOUT (stock_value), HW_METRIC_NO_COSTS },
  { "waste_rate", WITHOUT (n_waste), HW_METRIC_NO_WASTE },
  { "waste_rate", WITHOUT (costed_revenue), HW_METRIC_NO_COSTS },
  { "waste_rate", WITHOUT (waste_value), HW_METRIC_NO_COSTS },
  { "forecast_wape", WITHOUT (forecast_actual), HW_METRIC_NO_FORECAST },
  { "forecast_mase", WITHOUT (simple_abs_error), HW_METRIC_NO_FORECAST },
  { "forecast_bias", WITHOUT (forecast_actual), HW_METRIC_NO_FORECAST },
  { "lead_time_mean", WITHOUT (n_receipts), HW_METRIC_NO_RECEIPTS },
  { "lead_time_cv", WITHOUT (lead_mean), HW_METRIC_NO_RECEIPTS },
  { "supplier_otif", WITHOUT (n_agreed), HW_METRIC_NO_RECEIPTS },
  { "supplier_concentration", WITHOUT (purchases), HW_METRIC_NO_RECEIPTS },
};

static void
test_says_what_is_missing (void)
{
  gboolean seen[HW_METRIC_N_STATES] = { [HW_METRIC_OK] = TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      const HwMetric *metric = hw_metric_find (missing[i].id);
      HwPeriodSums sums = april;
      double value = -77.0;

      g_test_message ("%s, case %" G_GSIZE_FORMAT, missing[i].id, i);
      memset ((char *) &sums + missing[i].offset, 0, missing[i].size);
      g_assert_cmpint (metric->compute (&sums, &value), ==, missing[i].expect);
      g_assert_cmpfloat (value, ==, -77.0);
      seen[missing[i].expect] = TRUE;
    }

  for (guint state = 0; state < HW_METRIC_NOT_TYPED; state++)
    g_assert_true (seen[state]);
}

/* One count of twelve shelves in a month does not say how often they were empty. */
static void
test_one_count_is_no_evening (void)
{
  static const char *const ids[] = { "fill_rate", "stockout_rate", "lost_sales_value" };
  HwPeriodSums sums = april;
  double value;

  sums.n_item_days = 12;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (hw_metric_find (ids[i])->compute (&sums, &value), ==, HW_METRIC_NO_STOCK_BY_DAY);
}

/* With no records at all nothing is claimed, least of all a zero. */
/* A short stay and a long one: nobody is expected for more than five years. */
static void
test_stays_no_longer_than_five_years (void)
{
  HwPeriodSums sums = april;
  double value = NAN;

  sums.n_kept_customers = sums.n_customers_before;
  g_assert_cmpint (hw_metric_find ("clv")->compute (&sums, &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (value, 40.0 * 5.0 * 365.0 / 30.0, 1e-9);

  sums.n_kept_customers = 0;
  g_assert_cmpint (hw_metric_find ("clv")->compute (&sums, &value), ==, HW_METRIC_OK);
  g_assert_cmpfloat_with_epsilon (value, 40.0, 1e-9);
}

static void
test_suits_its_trades (void)
{
  g_assert_true (hw_metric_suits (hw_metric_find ("revenue"), "bakery"));
  g_assert_true (hw_metric_suits (hw_metric_find ("food_cost_pct"), "bakery"));
  g_assert_false (hw_metric_suits (hw_metric_find ("food_cost_pct"), "trades"));
  g_assert_false (hw_metric_suits (hw_metric_find ("food_cost_pct"), "baker"));
}

static void
test_knows_nothing_of_nothing (void)
{
  const HwPeriodSums none = { 0 };
  g_autoptr (HwMetricSheet) sheet = hw_metric_sheet_new (&none, &none, 0);

  for (guint i = 0; i < sheet->values->len; i++)
    g_assert_cmpint (g_array_index (sheet->values, HwMetricValue, i).state, !=, HW_METRIC_OK);

  g_assert_cmpuint (sheet->values_before->len, ==, 0);
}

/* A margin of one costed product out of many would speak for the wrong shop. */
static void
test_needs_costs_of_half_the_sales (void)
{
  HwPeriodSums sums = april;
  double value;

  sums.costed_revenue = M (5999);
  g_assert_cmpint (hw_metric_find ("gross_margin_pct")->compute (&sums, &value), ==, HW_METRIC_NO_COSTS);
  sums.costed_revenue = M (6000);
  g_assert_cmpint (hw_metric_find ("gross_margin_pct")->compute (&sums, &value), ==, HW_METRIC_OK);
}

static gint64
any_amount (HwRng *rng)
{
  switch (hw_rng_below (rng, 6))
    {
    case 0: return 0;
    case 1: return -(gint64) hw_rng_below (rng, 1000000);
    case 2: return (gint64) hw_rng_next (rng); /* anything that fits */
    default: return (gint64) hw_rng_below (rng, 100000000);
    }
}

static double
any_number (HwRng *rng)
{
  return hw_rng_below (rng, 3) == 0 ? 0.0 : hw_rng_normal (rng) * 1000.0;
}

static void
fill_any (HwPeriodSums *s,
          HwRng        *rng)
{
  gint64 *const whole[] = {
    &s->n_lines, &s->revenue, &s->units, &s->costed_revenue, &s->cogs, &s->n_orders,
    &s->order_revenue, &s->returns, &s->n_customers, &s->n_repeat_customers,
    &s->n_new_customers, &s->n_kept_customers, &s->n_customers_before, &s->revenue_year_ago,
    &s->n_counted_products, &s->stock_value, &s->dead_stock_value, &s->n_item_days,
    &s->n_sold_out_days, &s->lost_sales, &s->served, &s->wasted, &s->waste_value,
    &s->n_waste, &s->customer_revenue, &s->n_receipts, &s->n_agreed, &s->n_on_time_full,
    &s->purchases, &s->on_hand_units,
  };
  double *const real[] = {
    &s->mean_stock_value, &s->carrying, &s->lead_mean, &s->lead_sd, &s->supplier_hhi, &s->forecast_abs_error,
    &s->forecast_error, &s->forecast_actual, &s->simple_abs_error, &s->forecast_daily_units,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    *whole[i] = any_amount (rng);
  for (gsize i = 0; i < G_N_ELEMENTS (real); i++)
    *real[i] = any_number (rng);
  s->n_days = (int) hw_rng_below (rng, 400);
  s->has_before = (int) hw_rng_below (rng, 2);
  s->has_year_ago = (int) hw_rng_below (rng, 2);
}

/* Property: whatever the sums, a figure is finite or has a named reason. */
static void
test_never_divides_by_zero (void)
{
  gsize n_ok = 0, n_missing = 0;
  const HwMetric *metric;
  HwRng rng;

  hw_rng_init (&rng, 11);

  for (int round = 0; round < 20000; round++)
    {
      HwPeriodSums sums = { 0 };

      fill_any (&sums, &rng);
      for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
        {
          double value = NAN;
          const HwMetricState state = metric->compute != NULL ? metric->compute (&sums, &value) : HW_METRIC_NOT_TYPED;

          g_assert_cmpuint (state, <, HW_METRIC_N_STATES);
          g_assert_true ((state == HW_METRIC_OK) == !isnan (value));
          g_assert_false (isinf (value));
          if (state == HW_METRIC_OK)
            n_ok++;
          else
            n_missing++;
        }
    }

  g_assert_cmpuint (n_ok, >, 1000);
  g_assert_cmpuint (n_missing, >, 1000);
}

static void
check_benchmark (const HwMetric    *metric,
                 const HwBenchmark *benchmark)
{
  g_assert_cmpstr (benchmark->applies_to, !=, "");
  g_assert_cmpstr (benchmark->source, !=, "");
  g_assert_cmpstr (hw_benchmark_kind_name (benchmark->kind), !=, "");
  g_assert_cmpstr (hw_strength_name (benchmark->strength), !=, "");
  g_assert_true (isnan (benchmark->low) || isnan (benchmark->high) || benchmark->low <= benchmark->high);

  /* What is to be compared with is measured like the figure itself, but for shares of a sum. */
  if (benchmark->kind == HW_BENCHMARK_LEVEL)
    g_assert_true (benchmark->unit == metric->unit ||
                   (hw_unit_is_money (metric->unit) && benchmark->unit == HW_UNIT_SHARE));
}

static void
test_every_row_has_its_words (void)
{
  static const guint expect[HW_CATEGORY_N] = { 20, 18, 26, 10, 8, 6, 0 };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_of[HW_CATEGORY_N] = { 0 };
  guint n_benchmarks = 0;
  const HwMetric *metric;
  gsize n;

  for (n = 0; (metric = hw_metric_at (n)) != NULL; n++)
    {
      const char *const words[] = { metric->name, metric->technical, metric->about, metric->formula, metric->source,
                                    metric->sectors };

      g_assert_true (g_hash_table_add (ids, (gpointer) metric->id));
      g_assert_true (hw_metric_find (metric->id) == metric);
      g_assert_true (hw_metric_find_computed (metric->id) == (metric->compute != NULL ? metric : NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        g_assert_true (words[i] != NULL && *words[i] != '\0' && strchr (words[i], '!') == NULL);

      g_assert_nonnull (hw_unit_id (metric->unit));
      g_assert_nonnull (hw_cadence_id (metric->cadence));
      n_of[metric->category]++;
      for (gsize i = 0; i < metric->n_benchmarks; i++)
        check_benchmark (metric, &metric->benchmarks[i]);
      n_benchmarks += (guint) metric->n_benchmarks;
    }

  g_assert_cmpuint (n, ==, 88);
  g_assert_cmpuint (n_benchmarks, ==, 43);
  g_assert_cmpmem (n_of, sizeof n_of, expect, sizeof expect);
  g_assert_null (hw_metric_find ("no such figure"));

  for (HwMetricState state = HW_METRIC_OK; state < HW_METRIC_N_STATES; state++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) hw_metric_state_id (state)));
      g_assert_cmpstr (hw_metric_state_text (state), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/metric/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/domain/metric/the-period-before", test_the_period_before);
  g_test_add_func ("/domain/metric/one-count-is-no-evening", test_one_count_is_no_evening);
  g_test_add_func ("/domain/metric/says-what-is-missing", test_says_what_is_missing);
  g_test_add_func ("/domain/metric/knows-nothing-of-nothing", test_knows_nothing_of_nothing);
  g_test_add_func ("/domain/metric/needs-costs-of-half-the-sales", test_needs_costs_of_half_the_sales);
  g_test_add_func ("/domain/metric/never-divides-by-zero", test_never_divides_by_zero);
  g_test_add_func ("/domain/metric/stays-no-longer-than-five-years", test_stays_no_longer_than_five_years);
  g_test_add_func ("/domain/metric/suits-its-trades", test_suits_its_trades);
  g_test_add_func ("/domain/metric/every-row-has-its-words", test_every_row_has_its_words);

  return g_test_run ();
}
