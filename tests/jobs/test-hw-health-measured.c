/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each measured check at the edges of its scores, as the questionnaire has them. */
#include "jobs/assess/hw-health-case.h"

#include "domain/hw-goal.h"

#define TODAY 20000

typedef struct
{
  HwHealthRows  rows;
  HwHealthCase  work;
  HwHealth     *health;
  HwFormat     *format;
} Bench;

static void
bench_init (Bench *self)
{
  *self = (Bench) { 0 };
  self->health = hw_health_new (TODAY);
  self->format = hw_format_new ("en", "GB", "GBP");
  self->rows.products = g_array_new (FALSE, TRUE, sizeof (HwHealthProduct));
  g_array_set_size (self->rows.products, 2);
  self->rows.first = TODAY - 999;
  self->rows.last = TODAY;
  self->rows.n_lines = 1000000;
  self->rows.revenue = 100.0;
  self->work = (HwHealthCase) {
    .today = TODAY, .country = "", .format = self->format, .rows = &self->rows, .products = hw_products_new (), .suppliers = hw_suppliers_new (),
    .imports = hw_imports_new (), .goals = hw_entries_new (), .reviews = hw_entries_new (), .overrides = hw_entries_new (),
    .events = hw_entries_new (), .surveys = hw_entries_new (), .n_expected = 1000000, .health = self->health,
  };
}

static void
bench_clear (Bench *self)
{
  hw_health_free (self->health);
  hw_format_free (self->format);
  g_array_unref (self->rows.products);
  g_array_unref ((GArray *) self->work.products);
  g_array_unref ((GArray *) self->work.suppliers);
  g_array_unref ((GArray *) self->work.imports);
  g_ptr_array_unref (self->work.goals);
  g_ptr_array_unref (self->work.reviews);
  g_ptr_array_unref (self->work.overrides);
  g_ptr_array_unref (self->work.events);
  g_ptr_array_unref (self->work.surveys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

static const HwMeasured *
measure (Bench      *self,
         const char *check)
{
  g_ptr_array_set_size (self->health->measured, 0);
  hw_health_measure_records (&self->work);
  hw_health_measure_kept (&self->work);
  for (guint i = 0; i < self->health->measured->len; i++)
    if (g_str_equal (((const HwMeasured *) g_ptr_array_index (self->health->measured, i))->check, check))
      return g_ptr_array_index (self->health->measured, i);

  g_assert_not_reached ();
}

static void
check_score (Bench      *self,
             const char *check,
             int         score)
{
  const HwMeasured *measured = measure (self, check);

  g_assert_cmpint (measured->score, ==, score);
  g_assert_true (measured->replaces);
}

static void
test_span (void)
{
  static const struct { int days, score; } spans[] = { { 182, 2 }, { 183, 3 }, { 730, 3 }, { 731, 4 } };
  g_auto (Bench) bench = { 0 };

  bench_init (&bench);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      bench.rows.first = TODAY - spans[i].days + 1;
      check_score (&bench, "sales_history_span_and_granularity", spans[i].score);
    }

  g_array_set_size (bench.rows.products, 1);
  check_score (&bench, "sales_history_span_and_granularity", 1);
  bench.rows.last = HW_DAY_NONE;
  check_score (&bench, "sales_history_span_and_granularity", -1);
}

/* Parts of a million rows; what is missing, double and brought back add up. */
static void
test_defects (void)
{
  static const struct { int missing, doubles, back, rules, score; } defects[] = {
    { 0, 0, 0, 1, 4 }, { 0, 0, 0, 0, 3 }, { 10000, 0, 0, 1, 4 }, { 5000, 3000, 2001, 1, 3 }, { 50000, 0, 0, 1, 3 }, { 50001, 0, 0, 1, 2 },
    { 0, 100000, 0, 1, 2 }, { 0, 100001, 0, 1, 1 }, { 0, 0, 200000, 1, 1 }, { 0, 0, 200001, 1, 0 },
  };
  g_auto (Bench) bench = { 0 };

  bench_init (&bench);
  for (gsize i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      bench.work.n_missing = defects[i].missing;
      bench.work.n_doubles = defects[i].doubles;
      bench.rows.n_too_many_back = defects[i].back;
      bench.rows.n_rules = defects[i].rules;
      check_score (&bench, "missing_periods_duplicates_negative_qty_rate", defects[i].score);
    }
}

static void
test_counts (void)
{
  static const struct { int counted, score; } counts[] = { { 0, 0 }, { 1, 1 }, { 99, 1 }, { 100, 2 }, { 499, 2 }, { 500, 3 }, { 900, 3 }, { 901, 4 } };
  g_auto (Bench) bench = { 0 };

  bench_init (&bench);
  bench.rows.n_weeks = 1000;
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      bench.rows.n_weeks_counted = counts[i].counted;
      check_score (&bench, "on_hand_coverage_and_stockout_flag_rate", counts[i].score);
    }
}

static void
test_costs (void)
{
  static const struct { double costed; int received, agreed, score, margins; } costs[] = {
    { 9.0, 0, 0, 0, 0 }, { 10.0, 0, 0, 1, 1 }, { 39.0, 0, 0, 1, 1 }, { 40.0, 0, 0, 1, 2 }, { 59.0, 0, 1, 1, 2 }, { 60.0, 0, 0, 2, 2 },
    { 70.0, 0, 0, 2, 3 }, { 80.0, 0, 0, 2, 3 }, { 80.0, 0, 1, 3, 3 }, { 95.0, 79, 1, 3, 3 }, { 95.0, 80, 0, 4, 3 }, { 96.0, 80, 1, 4, 4 },
  };
  g_auto (Bench) bench = { 0 };
  HwSupplier supplier = { .lead_days = -1 };

  bench_init (&bench);
  bench.rows.n_order_lines = 100;
  g_array_append_val ((GArray *) bench.work.suppliers, supplier);
  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      bench.work.costed = costs[i].costed;
      bench.rows.n_received = costs[i].received;
      g_array_index (bench.work.suppliers, HwSupplier, 0).lead_days = costs[i].agreed != 0 ? 3 : -1;
      check_score (&bench, "unit_cost_coverage_and_leadtime_records", costs[i].score);
      check_score (&bench, "margin_coverage", costs[i].margins);
    }

  bench.rows.revenue = 0.0;
  check_score (&bench, "margin_coverage", -1);
}

static void
test_customers (void)
{
  static const struct { double revenue; int score; } customers[] = {
    { 0.0, 0 }, { 1.9, 0 }, { 2.0, 1 }, { 9.9, 1 }, { 10.0, 2 }, { 39.9, 2 }, { 40.0, 3 }, { 99.0, 3 }, /* consent is not kept: no 4 */
  };
  g_auto (Bench) bench = { 0 };

  bench_init (&bench);
  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    {
      bench.rows.customer_revenue = customers[i].revenue;
      check_score (&bench, "customer_id_coverage", customers[i].score);
    }
}

static void
add_goal (Bench *self,
          HwDay  day)
{
  HwEntry *goal = hw_entry_new (HW_ENTRY_GOAL, 0);

  goal->made = TODAY;
  hw_answers_set (goal->answers, "metric", "revenue");
  hw_answers_set_number (goal->answers, "target", 10.0);
  hw_answers_set_day (goal->answers, "day", day);
  g_ptr_array_add (self->work.goals, goal);
}

static void
test_goals (void)
{
  g_auto (Bench) bench = { 0 };
  HwEntry *review = hw_entry_new (HW_ENTRY_REVIEW, 0);

  bench_init (&bench);
  check_score (&bench, "goals_table_nonempty", 0);
  add_goal (&bench, TODAY + 90);
  check_score (&bench, "goals_table_nonempty", 1);
  add_goal (&bench, TODAY + 91);
  check_score (&bench, "goals_table_nonempty", 1);
  add_goal (&bench, TODAY + 92);
  check_score (&bench, "goals_table_nonempty", 2);
  add_goal (&bench, TODAY + 365);
  check_score (&bench, "goals_table_nonempty", 3);
  add_goal (&bench, TODAY + 900);
  check_score (&bench, "goals_table_nonempty", 3);
  hw_answers_set_yes (review->answers, "done", TRUE);
  hw_answers_set_day (review->answers, "day", TODAY - 92);
  review->changed = TODAY - 92;
  g_ptr_array_add (bench.work.reviews, review);
  check_score (&bench, "goals_table_nonempty", 3);
  review->changed = TODAY - 91;
  check_score (&bench, "goals_table_nonempty", 4);
}

/* Those that only inform never take the place of what was told; none is missing. */
static void
test_evidence (void)
{
  static const char *const only[] = {
    "ordering_rule_vs_backtest", "time_log_or_cost_log_present", "supplier_concentration_and_playbooks_present", "import_success_rate",
    "backup_age_days", "ai_register_count", "policy_document_present", "ai_register_data_classes", "override_log_present",
    "fairness_report_age", "incident_log_present", "playbooks_present",
  };
  g_auto (Bench) bench = { 0 };

  bench_init (&bench);
  for (gsize i = 0; i < G_N_ELEMENTS (only); i++)
    {
      g_assert_cmpint (measure (&bench, only[i])->score, ==, -1);
      g_assert_false (measure (&bench, only[i])->replaces);
    }

  g_assert_cmpuint (bench.health->measured->len, ==, 24);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/hw-health-measured/span", test_span);
  g_test_add_func ("/jobs/hw-health-measured/defects", test_defects);
  g_test_add_func ("/jobs/hw-health-measured/counts", test_counts);
  g_test_add_func ("/jobs/hw-health-measured/costs", test_costs);
  g_test_add_func ("/jobs/hw-health-measured/customers", test_customers);
  g_test_add_func ("/jobs/hw-health-measured/goals", test_goals);
  g_test_add_func ("/jobs/hw-health-measured/evidence", test_evidence);
  return g_test_run ();
}
