/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is lost in a year: each kind found where it was planted, and said to be missing
 * its input where that is so. */
#include "jobs/hw-stock-fixture.h"

#include "jobs/assess/hw-stake-job.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "store/hw-stock-repo.h"

#include <math.h>

static const HwStake *
find (const HwStakes *stakes,
      HwStakeKind     kind)
{
  const HwStake *stake = hw_stakes_find (stakes, kind);

  g_assert_nonnull (stake);
  return stake;
}

static double
step (const HwStake *stake,
      const char    *label)
{
  for (guint i = 0; i < stake->working->len; i++)
    if (g_str_equal (g_array_index (stake->working, HwStakeStep, i).label, label))
      return g_array_index (stake->working, HwStakeStep, i).value;

  g_assert_not_reached ();
}

/* What holds of any answer. */
static void
check_whole (const HwStakes *stakes)
{
  double last = G_MAXDOUBLE, sum = 0.0;
  gboolean over = FALSE;

  g_assert_cmpuint (stakes->stakes->len, ==, HW_STAKE_N);
  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);
      const gboolean known = stake->state == HW_STAKE_OK;

      g_assert_cmpuint (strlen (stake->run_id), ==, 8);
      g_assert_cmpint (*hw_stake_state_text (stake->state) == '\0', ==, known);
      g_assert_true (known || (stake->year == 0.0 && stake->low == 0.0 && stake->high == 0.0 && !stake->certain));
      g_assert_false (known && over);
      over = over || !known;
      if (!known)
        continue;

      g_assert_cmpfloat (stake->year, >, 0.0);
      g_assert_cmpfloat (stake->year, <=, last);
      g_assert_cmpfloat (stake->low, <=, stake->year);
      g_assert_cmpfloat (stake->high, >=, stake->year);
      g_assert_cmpuint (stake->working->len, >, 0);
      g_assert_cmpuint (stake->top->len, <=, HW_STAKE_TOP);
      last = stake->year;
      sum += stake->year;
    }

  g_assert_cmpfloat_with_epsilon (stakes->total + stakes->twice, sum, 1e-6);
  g_assert_cmpfloat (stakes->twice, >=, 0.0);
  g_assert_cmpfloat (stakes->low, <=, stakes->total);
  g_assert_cmpfloat (stakes->high, >=, stakes->total);
}

static HwStakes *
stake_run (const HwTestBusiness *business)
{
  HwStakes *stakes = stock_run (business, &hw_stake_job, NULL);

  check_whole (stakes);
  return stakes;
}

static void
test_empty (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) stakes = NULL;

  hw_test_business_open (&business, TODAY);
  stakes = stake_run (&business);
  g_assert_cmpint (find (stakes, HW_STAKE_LOST_SALES)->state, ==, HW_STAKE_NO_SALES);
  g_assert_cmpint (find (stakes, HW_STAKE_LATE_CUSTOMERS)->state, ==, HW_STAKE_NO_INVOICES);
  g_assert_cmpfloat (stakes->total, ==, 0.0);
}

static void
test_short (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *sales = stock_sales (TODAY - 60, TODAY);
  g_autoptr (HwStakes) stakes = NULL;

  hw_test_business_open (&business, TODAY);
  stock_import (&business, "products.csv", PRODUCTS);
  stock_import (&business, "sales.csv", sales);
  stakes = stake_run (&business);
  g_assert_cmpint (find (stakes, HW_STAKE_LOST_SALES)->state, ==, HW_STAKE_TOO_SHORT);
}

/* Sales alone: everything says what it lacks. */
static void
test_missing (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) stakes = NULL;

  stock_open (&business, "", "", "");
  stakes = stake_run (&business);
  g_assert_cmpint (find (stakes, HW_STAKE_LOST_SALES)->state, ==, HW_STAKE_NO_STOCK_BY_DAY);
  g_assert_cmpint (find (stakes, HW_STAKE_WASTE)->state, ==, HW_STAKE_NO_WASTE);
  g_assert_cmpint (find (stakes, HW_STAKE_DEAD_STOCK)->state, ==, HW_STAKE_NO_STOCK);
  g_assert_cmpint (find (stakes, HW_STAKE_EXCESS_STOCK)->state, ==, HW_STAKE_NO_STOCK);
  g_assert_cmpint (find (stakes, HW_STAKE_FORECAST)->state, ==, HW_STAKE_NO_COSTS);
  g_assert_cmpint (find (stakes, HW_STAKE_LATE_SUPPLIERS)->state, ==, HW_STAKE_NO_RECEIPTS);
  g_assert_cmpint (find (stakes, HW_STAKE_UNUSUAL)->state, ==, HW_STAKE_NOTHING);
}

/* Rye on hand for 10 a day: about 12 are asked for, so most days miss some. */
static void
open_sold_out (HwTestBusiness *business,
               double         *truth)
{
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (GString) counts = g_string_new ("Date,Product,Quantity on hand\n");
  char iso[HW_DAY_ISO_SIZE];
  HwRng rng;

  hw_rng_init (&rng, 11);
  *truth = 0.0;
  for (HwDay day = TODAY - 364; day < TODAY; day++)
    {
      const guint asked = hw_rng_poisson (&rng, 12.0), there = hw_rng_below (&rng, 10) == 0 ? 8 : 30, sold = MIN (asked, there);

      *truth += asked - sold;
      g_string_append_printf (sales, "%s,Rye,%u,%u.00\n", hw_day_write_iso (day, iso), sold, 4 * sold);
      g_string_append_printf (counts, "%s,Rye,%u\n", hw_day_write_iso (day, iso), there - sold);
    }

  hw_test_business_open (business, TODAY);
  stock_import (business, "products.csv", "SKU,Product,Price,Unit cost\nrye,Rye,4.00,1.50\n");
  stock_import (business, "sales.csv", sales->str);
  stock_import (business, "stock.csv", counts->str);
}

static void
test_lost_sales (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) stakes = NULL;
  g_autoptr (HwMetricSheet) sheet = NULL;
  const HwStake *stake;
  double truth;

  open_sold_out (&business, &truth);
  stakes = stake_run (&business);
  stake = find (stakes, HW_STAKE_LOST_SALES);
  g_assert_cmpint (stake->state, ==, HW_STAKE_OK);
  g_assert_true (stake->certain);
  g_assert_cmpfloat (stake->low, <, 2.5 * truth);
  g_assert_cmpfloat (stake->high, >, 2.5 * truth);
  g_assert_cmpfloat_with_epsilon (stake->year, 2.5 * truth, 0.25 * 2.5 * truth);
  g_assert_cmpuint (stake->top->len, ==, 1);

  /* The figure on the Overview is a step of the same working. */
  sheet = stock_run (&business, &hw_metric_job, NULL);
  g_assert_cmpfloat_with_epsilon (hw_metric_sheet_find (sheet, "lost_sales_value")->value, step (stake, "Sales missed, at your prices"), 0.01);
  g_assert_cmpfloat_with_epsilon (step (stake, "Units asked for and not there"), truth, 0.25 * truth);
}

static void
add_waste (const HwTestBusiness *business,
           HwDay                 from,
           HwDay                 to)
{
  g_autoptr (GError) error = NULL;

  for (HwDay day = from; day < to; day++)
    {
      const HwWaste waste = { 1, day, (1 + day % 3) * ONE, 0 };

      g_assert_true (hw_stock_repo_add_waste (hw_session_get_store (business->session), &waste, &error));
      g_assert_no_error (error);
    }
}

/* Two a day of what costs 1.50: written down all year it is a sum, half of it a guess. */
static void
test_waste (void)
{
  const double truth = 2.0 * 365.0 * 1.5;
  double width = 0.0, truth_lost;

  for (int half = 0; half < 2; half++)
    {
      g_auto (HwTestBusiness) business = { 0 };
      g_autoptr (HwStakes) stakes = NULL;
      const HwStake *stake;

      open_sold_out (&business, &truth_lost);
      add_waste (&business, half != 0 ? TODAY - 182 : TODAY - 365, TODAY);
      stakes = stake_run (&business);
      stake = find (stakes, HW_STAKE_WASTE);
      g_assert_cmpint (stake->state, ==, HW_STAKE_OK);
      g_assert_cmpfloat_with_epsilon (stake->year, truth, 0.02 * truth);
      g_assert_cmpfloat (stake->high - stake->low, >, 2.0 * width);
      width = stake->high - stake->low;
    }
}

/* A shelf of cards that sold once, long ago. */
static void
test_dead (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) stakes = NULL;
  const HwStake *stake;
  double truth;

  open_sold_out (&business, &truth);
  stock_import (&business, "cards.csv", "SKU,Product,Price,Unit cost\ncard,Card,2.50,1.00\n");
  stock_import (&business, "old.csv", "Date,Product,Qty,Amount\n2025-03-10,Card,2,5.00\n2025-03-12,Card,1,2.50\n2025-03-20,Card,3,7.50\n");
  stock_import (&business, "cards-left.csv", "Date,Product,Quantity on hand\n2026-03-01,Card,400\n");
  stakes = stake_run (&business);
  stake = find (stakes, HW_STAKE_DEAD_STOCK);
  g_assert_cmpint (stake->state, ==, HW_STAKE_OK);
  g_assert_cmpfloat (stake->stands, <=, 400.0);
  g_assert_cmpfloat (stake->stands, >, 300.0);
  g_assert_cmpfloat_with_epsilon (stake->year, 0.25 * stake->stands, 1e-6);
  g_assert_cmpint (find (stakes, HW_STAKE_EXCESS_STOCK)->state, ==, HW_STAKE_NOTHING); /* it is counted once */
}

/* Who throws the rest away and then counts is not sold out: nothing is missed. */
static void
test_thrown_away_first (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (GString) counts = g_string_new ("Date,Product,Quantity on hand\n");
  g_autoptr (HwStakes) stakes = NULL;
  char iso[HW_DAY_ISO_SIZE];
  HwRng rng;

  hw_rng_init (&rng, 12);
  for (HwDay day = TODAY - 364; day < TODAY; day++)
    {
      const guint asked = 1 + hw_rng_poisson (&rng, 11.0);

      g_string_append_printf (sales, "%s,Rye,%u,%u.00\n", hw_day_write_iso (day, iso), asked, 4 * asked);
      g_string_append_printf (counts, "%s,Rye,0\n", hw_day_write_iso (day, iso));
    }

  hw_test_business_open (&business, TODAY);
  stock_import (&business, "products.csv", "SKU,Product,Price,Unit cost\nrye,Rye,4.00,1.50\n");
  stock_import (&business, "sales.csv", sales->str);
  stock_import (&business, "stock.csv", counts->str);
  add_waste (&business, TODAY - 364, TODAY);
  stakes = stake_run (&business);
  g_assert_cmpint (find (stakes, HW_STAKE_LOST_SALES)->state, ==, HW_STAKE_NOTHING);
  g_assert_cmpint (find (stakes, HW_STAKE_WASTE)->state, ==, HW_STAKE_OK);
}

/* Five cards on the shelf: nothing that an owner would want to be told of. */
static void
test_too_small (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) stakes = NULL;
  double truth;

  open_sold_out (&business, &truth);
  stock_import (&business, "cards.csv", "SKU,Product,Price,Unit cost\ncard,Card,2.50,0.10\n");
  stock_import (&business, "old.csv", "Date,Product,Qty,Amount\n2025-03-10,Card,2,5.00\n2025-03-12,Card,1,2.50\n");
  stock_import (&business, "cards-left.csv", "Date,Product,Quantity on hand\n2026-03-01,Card,5\n");
  stakes = stake_run (&business);
  g_assert_cmpint (find (stakes, HW_STAKE_DEAD_STOCK)->state, ==, HW_STAKE_NOTHING);
  g_assert_cmpfloat (find (stakes, HW_STAKE_DEAD_STOCK)->stands, ==, 0.0);
}

static void
check_same (const HwStakes *first,
            const HwStakes *second)
{
  g_assert_cmpfloat (first->total, ==, second->total);
  g_assert_cmpfloat (first->low, ==, second->low);
  g_assert_cmpfloat (first->twice, ==, second->twice);
  for (guint i = 0; i < HW_STAKE_N; i++)
    {
      const HwStake *a = g_ptr_array_index (first->stakes, i), *b = g_ptr_array_index (second->stakes, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpfloat (a->year, ==, b->year);
      g_assert_cmpstr (a->run_id, ==, b->run_id);
      g_assert_cmpuint (a->top->len, ==, b->top->len);
      g_assert_cmpuint (a->working->len, ==, b->working->len);
      for (guint k = 0; k < a->top->len; k++)
        g_assert_cmpfloat (((HwStakeItem *) g_ptr_array_index (a->top, k))->year, ==,
                           ((HwStakeItem *) g_ptr_array_index (b->top, k))->year);
    }
}

/* What was kept is what is worked out anew. */
static void
test_again (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) first = NULL;
  g_autoptr (HwStakes) kept = NULL;
  g_autoptr (HwStakes) anew = NULL;

  stock_open (&business, NULL, NULL, NULL);
  first = stake_run (&business);
  g_assert_nonnull (hw_session_peek_stakes (business.session));
  kept = stake_run (&business);
  check_same (first, kept);
  hw_session_take_stakes (business.session, NULL);
  anew = stake_run (&business);
  check_same (first, anew);
}

static void
save (const HwTestBusiness *business,
      HwEntryKind           kind,
      const char           *question,
      const char           *answer)
{
  g_autoptr (HwEntry) entry = hw_entry_new (kind, 0);
  g_autoptr (GError) error = NULL;
  HwEntrySave *request;
  HwEntryChange *change;

  hw_answers_set (entry->answers, question, answer);
  request = hw_entry_save_new (entry);
  change = hw_session_run (business->session, &hw_entry_save_job, request, NULL, &error);
  g_assert_no_error (error);
  hw_entry_save_job.free_result (change);
  hw_entry_save_free (request);
}

/* It goes on while the owner enters what says nothing of sales, also after a new plan of
 * what to order; and goes with the first record that comes in. */
static void
test_kept (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStakes) first = NULL;
  g_autoptr (HwStakes) kept = NULL;
  g_autoptr (HwStockPlan) plan = NULL;

  stock_open (&business, NULL, NULL, NULL);
  first = stake_run (&business);
  save (&business, HW_ENTRY_PAINS, "uc_reorder", "yes");
  g_assert_nonnull (hw_session_peek_stakes (business.session));
  plan = stock_run (&business, &hw_stock_job, NULL);
  g_assert_nonnull (hw_session_peek_stakes (business.session));
  kept = stake_run (&business);
  g_assert_cmpfloat (first->total, ==, kept->total);
  /* The id is of the records as they are now. */
  g_assert_cmpstr (find (first, HW_STAKE_WASTE)->run_id, !=, find (kept, HW_STAKE_WASTE)->run_id);

  stock_import (&business, "more.csv", "Date,Product,Quantity on hand\n2026-03-01,Rye,400\n");
  g_assert_null (hw_session_peek_stakes (business.session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/hw-stake-job/empty", test_empty);
  g_test_add_func ("/jobs/hw-stake-job/short", test_short);
  g_test_add_func ("/jobs/hw-stake-job/missing", test_missing);
  g_test_add_func ("/jobs/hw-stake-job/lost-sales", test_lost_sales);
  g_test_add_func ("/jobs/hw-stake-job/waste", test_waste);
  g_test_add_func ("/jobs/hw-stake-job/dead", test_dead);
  g_test_add_func ("/jobs/hw-stake-job/thrown-away-first", test_thrown_away_first);
  g_test_add_func ("/jobs/hw-stake-job/too-small", test_too_small);
  g_test_add_func ("/jobs/hw-stake-job/again", test_again);
  g_test_add_func ("/jobs/hw-stake-job/kept", test_kept);
  return g_test_run ();
}
