/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in the records: nothing in clean ones, and each planted fault in the others. */
#include "jobs/hw-demand-fixture.h"

#include "jobs/assess/hw-health-job.h"

static HwHealth *
look (const HwTestBusiness *business)
{
  return shop_run (business, &hw_health_job, NULL);
}

static const HwHealthFinding *
find (const HwHealth *health,
      const char     *id)
{
  const HwHealthFinding *finding = hw_health_find (health, id);

  g_assert_nonnull (finding);
  return finding;
}

static const HwMeasured *
measured (const HwHealth *health,
          const char     *check)
{
  for (guint i = 0; i < health->measured->len; i++)
    if (g_str_equal (((const HwMeasured *) g_ptr_array_index (health->measured, i))->check, check))
      return g_ptr_array_index (health->measured, i);

  g_assert_not_reached ();
}

static void
check_whole (const HwHealth *health)
{
  guint n[HW_HEALTH_N] = { 0 };
  HwHealthGrade last = 0;

  g_assert_cmpuint (health->measured->len, ==, 24);
  for (guint i = 0; i < health->findings->len; i++)
    {
      const HwHealthFinding *finding = g_ptr_array_index (health->findings, i);
      const gboolean good = finding->grade == HW_HEALTH_GOOD;

      g_assert_cmpint (finding->grade, >=, last);
      last = finding->grade;
      n[finding->grade]++;
      g_assert_cmpstr (finding->name, !=, "");
      g_assert_cmpstr (finding->found, !=, "");
      g_assert_cmpint (*finding->blocks == '\0', ==, good);
      g_assert_cmpint (*finding->mend == '\0', ==, good);
      g_assert_cmpint (*finding->way == '\0', ==, *finding->action == '\0');
      g_assert_cmpint (finding->n_rows, >=, 0);
    }

  for (guint g = 0; g < HW_HEALTH_N; g++)
    g_assert_cmpuint (health->n[g], ==, n[g]);

  for (guint i = 0; i < health->measured->len; i++)
    {
      const HwMeasured *one = g_ptr_array_index (health->measured, i);

      g_assert_cmpint (one->score, >=, -1);
      g_assert_cmpint (one->score, <=, 4);
      g_assert_cmpstr (one->evidence, !=, "");
    }
}

static void
test_empty (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) health = NULL;

  hw_test_business_open (&business, TODAY);
  health = look (&business);
  check_whole (health);
  g_assert_cmpint (find (health, "span")->grade, ==, HW_HEALTH_STOPS);
  g_assert_cmpint (measured (health, "sales_history_span_and_granularity")->score, ==, -1);
  g_assert_cmpint (measured (health, "goals_table_nonempty")->score, ==, 0);
}

static void
test_clean (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) health = NULL;

  shop_open (&business, NULL);
  health = look (&business);
  check_whole (health);
  g_assert_cmpint (find (health, "span")->grade, ==, HW_HEALTH_HURTS); /* eight months are no two years */
  g_assert_cmpint (find (health, "gaps")->n_rows, ==, 0);
  g_assert_cmpint (find (health, "doubles")->n_rows, ==, 0);
  g_assert_cmpint (find (health, "quantities")->n_rows, ==, 0);
  g_assert_cmpint (find (health, "twins")->n_rows, ==, 0);
  g_assert_cmpint (find (health, "categories")->n_rows, ==, 1); /* jam */
  g_assert_cmpint (find (health, "categories")->grade, ==, HW_HEALTH_GOOD);
  g_assert_cmpint (find (health, "costs")->grade, ==, HW_HEALTH_GOOD);
  g_assert_cmpint (find (health, "counts")->grade, ==, HW_HEALTH_STOPS);
  g_assert_cmpint (measured (health, "sales_history_span_and_granularity")->score, ==, 3);
  g_assert_cmpint (measured (health, "missing_periods_duplicates_negative_qty_rate")->score, >=, 3);
  g_assert_cmpint (measured (health, "on_hand_coverage_and_stockout_flag_rate")->score, ==, 0);
  g_assert_cmpint (measured (health, "unit_cost_coverage_and_leadtime_records")->score, ==, 2);
  g_assert_cmpint (measured (health, "customer_id_coverage")->score, ==, 0);
  g_assert_cmpint (measured (health, "margin_coverage")->score, ==, 4);
}

/* The last month again, in another file. */
static void
test_doubles (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *again = shop_sales (TODAY - 30, TODAY, NULL);
  g_autoptr (HwHealth) health = NULL;
  gint64 n = -1;

  for (const char *p = again; *p != '\0'; p++)
    n += *p == '\n';

  shop_open (&business, NULL);
  shop_import (&business, "again.csv", again);
  health = look (&business);
  check_whole (health);
  g_assert_cmpint (find (health, "doubles")->n_rows, ==, n);
  g_assert_cmpint (find (health, "doubles")->grade, ==, HW_HEALTH_STOPS);
  g_assert_cmpint (measured (health, "missing_periods_duplicates_negative_qty_rate")->score, ==, 1);
}

static void
test_faults (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) health = NULL;

  shop_open (&business, NULL);
  shop_import (&business, "odd.csv",
               "Date,Product,Qty,Amount\n2025-07-07,Rye,9000,9000.00\n2026-03-01,Bun,6,900.00\n2026-03-02,Cake,-4,-8.00\n"
               "2026-03-03,Rye,0,8.00\n2026-05-01,Rye,3,3.00\n");
  shop_import (&business, "twin.csv", "SKU,Product,Category,Price,Unit cost\nRye-2, RYE ,Bread,4.00,1.00\n");
  health = look (&business);
  check_whole (health);
  g_assert_cmpint (find (health, "quantities")->n_rows, ==, 1);
  g_assert_cmpint (find (health, "prices")->n_rows, ==, 1);
  g_assert_cmpint (find (health, "brought-back")->n_rows, ==, 1);
  g_assert_cmpint (find (health, "impossible")->n_rows, ==, 1);
  g_assert_cmpint (find (health, "ahead")->n_rows, ==, 1);
  g_assert_cmpint (find (health, "twins")->n_rows, ==, 1);
}

static double
closed_in_november (const char *product,
                    HwDay       day)
{
  int year, month, mday;

  hw_day_to_ymd (day, &year, &month, &mday);
  return month == 11 ? 0.0 : 1.0;
}

static double
closed_on_holidays (const char *product,
                    HwDay       day)
{
  return day == hw_day_from_ymd (2025, 10, 3) || day == hw_day_from_ymd (2025, 12, 25) || day == hw_day_from_ymd (2025, 12, 26)
           ? 0.0 : 1.0;
}

/* A public holiday without a sale is no gap. */
static void
test_holidays (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) health = NULL;

  shop_open (&business, closed_on_holidays);
  health = look (&business);
  g_assert_cmpint (find (health, "gaps")->n_rows, ==, 0);
}

/* A month without sales is a gap until the owner says that it was closed. */
static void
test_gaps (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) before = NULL;
  g_autoptr (HwHealth) after = NULL;
  g_autoptr (HwEntry) closed = shop_event ("closed", "Works", hw_day_from_ymd (2025, 11, 1), hw_day_from_ymd (2025, 11, 30));

  shop_open (&business, closed_in_november);
  before = look (&business);
  shop_keep (&business, closed);
  after = look (&business);
  g_assert_cmpint (find (before, "gaps")->n_rows, ==, 25); /* five Saturdays, four of each other day */
  g_assert_cmpint (find (before, "gaps")->grade, ==, HW_HEALTH_HURTS);
  g_assert_cmpint (find (after, "gaps")->n_rows, ==, 0);
  g_assert_cmpint (measured (before, "missing_periods_duplicates_negative_qty_rate")->score, ==, 1);
  g_assert_cmpint (measured (after, "missing_periods_duplicates_negative_qty_rate")->score, >=, 3);
}

static void
test_old (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) health = NULL;

  shop_open (&business, NULL);
  shop_reopen (&business, TODAY + 60);
  health = look (&business);
  g_assert_cmpint (find (health, "fresh")->grade, ==, HW_HEALTH_STOPS);
  g_assert_cmpstr (((const HwHealthFinding *) g_ptr_array_index (health->findings, 0))->id, ==, "fresh");
}

static void
test_counts (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GString) counts = g_string_new ("Date,Product,Quantity on hand\n");
  g_autoptr (HwHealth) health = NULL;
  char iso[HW_DAY_ISO_SIZE];

  /* Rye alone, each day: a fifth of all product-weeks. */
  for (HwDay day = FIRST; day < TODAY; day++)
    g_string_append_printf (counts, "%s,Rye,%d\n", hw_day_write_iso (day, iso), hw_day_weekday (day) == 5 ? 0 : 8);

  shop_open (&business, NULL);
  shop_import (&business, "stock.csv", counts->str);
  health = look (&business);
  check_whole (health);
  g_assert_cmpint (find (health, "counts")->grade, ==, HW_HEALTH_HURTS);
  g_assert_cmpint (find (health, "sold-out")->n_rows, ==, 35);
  g_assert_cmpint (measured (health, "on_hand_coverage_and_stockout_flag_rate")->score, ==, 2);
}

/* Four people at 4 and one at 2: a mean of 3.6, which is 2.6 on the scale from 0. Four
 * people are too few to show. */
static void
test_team (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwHealth) before = NULL;
  g_autoptr (HwHealth) after = NULL;
  g_autoptr (HwEntry) few = hw_entry_new (HW_ENTRY_SURVEY, 0);
  g_autoptr (HwEntry) enough = hw_entry_new (HW_ENTRY_SURVEY, 0);

  hw_test_business_open (&business, TODAY);
  hw_answers_set (few->answers, "metric", "engagement_index");
  hw_answers_set_day (few->answers, "day", TODAY - 1);
  hw_answers_set_number (few->answers, "n1", 4.0);
  hw_answers_set (enough->answers, "metric", "engagement_index");
  hw_answers_set_day (enough->answers, "day", TODAY - 9);
  hw_answers_set_number (enough->answers, "n4", 4.0);
  hw_answers_set_number (enough->answers, "n2", 1.0);
  shop_keep (&business, few);
  before = look (&business);
  shop_keep (&business, enough);
  after = look (&business);
  g_assert_cmpint (measured (before, "employee_pulse_score")->score, ==, -1);
  g_assert_cmpint (measured (after, "employee_pulse_score")->score, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/hw-health-job/empty", test_empty);
  g_test_add_func ("/jobs/hw-health-job/clean", test_clean);
  g_test_add_func ("/jobs/hw-health-job/doubles", test_doubles);
  g_test_add_func ("/jobs/hw-health-job/faults", test_faults);
  g_test_add_func ("/jobs/hw-health-job/gaps", test_gaps);
  g_test_add_func ("/jobs/hw-health-job/holidays", test_holidays);
  g_test_add_func ("/jobs/hw-health-job/old", test_old);
  g_test_add_func ("/jobs/hw-health-job/counts", test_counts);
  g_test_add_func ("/jobs/hw-health-job/team", test_team);
  return g_test_run ();
}
