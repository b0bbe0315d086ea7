/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What more at once costs: kept, refused, taken back, and counted in what today's
 * orders come to; and what was left out, told when it comes back. */
#include "jobs/hw-stock-fixture.h"

#include "domain/hw-stock-pile.h"
#include "jobs/stock/hw-order-job.h"
#include "jobs/stock/hw-price-break-job.h"
#include "jobs/stock/hw-say-stock.h"

static GArray *
breaks_of (const HwPriceBreak *steps,
           guint               n)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));

  g_array_append_vals (breaks, steps, n);
  return breaks;
}

static gint64
id_of (const HwTestBusiness *business,
       const char           *name)
{
  g_autoptr (GArray) products = hw_product_repo_list (hw_session_get_store (business->session), NULL);

  for (guint i = 0; i < products->len; i++)
    if (g_str_equal (g_array_index (products, HwProduct, i).name, name))
      return g_array_index (products, HwProduct, i).id;

  g_assert_not_reached ();
}

static HwPriceBreaks *
keep (const HwTestBusiness *business,
      const char           *name,
      const HwPriceBreak   *steps,
      guint                 n,
      GError              **error)
{
  g_autoptr (GArray) breaks = breaks_of (steps, n);
  g_autoptr (HwPriceBreaks) wish = hw_price_breaks_new (id_of (business, name), breaks);

  return hw_session_run (business->session, &hw_price_break_keep_job, wish, NULL, error);
}

/* In any order; each line of the plan carries its own, and the order is worth what the
 * step it reaches says. Kept again as before there are none. */
static void
test_value (void)
{
  static const HwPriceBreak steps[] = { { 0, 60 * ONE, 9000 }, { 0, 10 * ONE, 12000 } };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwStockPlan) before = NULL;
  g_autoptr (HwStockPlan) after = NULL;
  g_autoptr (HwStockPlan) back = NULL;
  g_autoptr (HwPriceBreaks) kept = NULL;
  g_autoptr (HwPriceBreaks) none = NULL;
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  const HwStockLine *line;
  HwMoney value, sum = 0;

  stock_open (&business, NULL, NULL, NULL);
  before = stock_plan (&business, 0.95);
  line = stock_line (before, "Rye");
  g_assert_null (line->breaks);
  g_assert_cmpint (hw_stock_line_each (line, 100 * ONE), ==, 15000);
  g_assert_null (hw_say_breaks (line, format));

  kept = keep (&business, "Rye", steps, G_N_ELEMENTS (steps), &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (kept->breaks, HwPriceBreak, 0).quantity, ==, 10 * ONE);

  after = stock_plan (&business, 0.95);
  line = stock_line (after, "Rye");
  g_assert_cmpuint (line->breaks->len, ==, 2);
  g_assert_cmpint (hw_stock_line_each (line, 9 * ONE), ==, 15000);
  g_assert_cmpint (hw_stock_line_each (line, 10 * ONE), ==, 12000);
  g_assert_cmpint (hw_stock_line_each (line, 60 * ONE), ==, 9000);
  g_assert_cmpint (line->order_now, >=, 60 * ONE);
  g_assert_true (hw_money_times (9000, line->order_now, &value));
  g_assert_cmpint (line->value, ==, value);
  said = hw_say_breaks (line, format);
  g_assert_cmpstr (said, ==, "from 10: €1.20 each · from 60: €0.90 each");
  for (guint i = 0; i < after->suppliers->len; i++)
    sum += ((const HwStockSupplier *) g_ptr_array_index (after->suppliers, i))->value;
  g_assert_cmpint (sum, ==, after->order_value);

  none = keep (&business, "Rye", NULL, 0, &error);
  g_assert_no_error (error);
  back = stock_plan (&business, 0.95);
  g_assert_null (stock_line (back, "Rye")->breaks);
  g_assert_cmpint (back->order_value, ==, before->order_value);
}

static void
test_refused (void)
{
  static const struct
  {
    HwPriceBreak steps[2];
    const char  *word;
  } cases[] = {
    { { { 0, 0, 9000 }, { 0, 60 * ONE, 8000 } }, "from how many" },
    { { { 0, -5 * ONE, 9000 }, { 0, 60 * ONE, 8000 } }, "from how many" },
    { { { 0, 10 * ONE, 0 }, { 0, 60 * ONE, 8000 } }, "what one costs" },
    { { { 0, 10 * ONE, 9000 }, { 0, 10 * ONE, 8000 } }, "same amount" },
    { { { 0, 10 * ONE, 8000 }, { 0, 60 * ONE, 9000 } }, "must cost less" },
    { { { 0, 10 * ONE, 16000 }, { 0, 60 * ONE, 9000 } }, "must cost less" },
  };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GArray) left = NULL;
  g_autoptr (HwPriceBreaks) nobody = hw_price_breaks_new (4711, NULL);
  g_autoptr (GError) missing = NULL;

  stock_open (&business, NULL, NULL, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (keep (&business, "Rye", cases[i].steps, 2, &error));
      g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }

  g_assert_null (hw_session_run (business.session, &hw_price_break_keep_job, nobody, NULL, &missing));
  g_assert_error (missing, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  left = hw_terms_repo_price_breaks (hw_session_get_store (business.session), NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
leave_out (const HwTestBusiness *business,
           const HwStockLine    *line,
           const char           *why)
{
  const HwOrderWish wish = { line->product_id, 0, line->order_now, g_strdup (why) };
  g_autoptr (HwOrderRequest) request = g_new0 (HwOrderRequest, 1);
  g_autoptr (HwOrderChange) change = NULL;

  request->wishes = g_array_new (FALSE, FALSE, sizeof (HwOrderWish));
  g_array_set_clear_func (request->wishes, (GDestroyNotify) hw_order_wish_clear);
  g_array_append_val (request->wishes, wish);
  change = stock_run (business, &hw_order_job, request);
}

/* The last time counts; after three months it is forgotten. */
static void
test_left_out (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwStockPlan) first = NULL;
  g_autoptr (HwStockPlan) next = NULL;
  g_autoptr (HwStockPlan) later = NULL;
  g_autofree char *said = NULL;
  g_autofree char *bare = NULL;

  stock_open (&business, NULL, NULL, NULL);
  first = stock_plan (&business, 0.95);
  g_assert_cmpint (stock_line (first, "Rye")->refused, ==, HW_DAY_NONE);
  g_assert_null (hw_say_refused (stock_line (first, "Rye"), format));
  leave_out (&business, stock_line (first, "Rye"), "too dear");
  leave_out (&business, stock_line (first, "Rye"), "no room");
  leave_out (&business, stock_line (first, "Oat"), NULL);

  stock_reopen (&business, TODAY + 3, FALSE);
  next = stock_plan (&business, 0.95);
  g_assert_cmpint (stock_line (next, "Rye")->refused, ==, TODAY);
  said = hw_say_refused (stock_line (next, "Rye"), format);
  g_assert_cmpstr (said, ==, "You left this out on 2 Mar: no room");
  bare = hw_say_refused (stock_line (next, "Oat"), format);
  g_assert_cmpstr (bare, ==, "You left this out on 2 Mar");
  g_assert_cmpint (stock_line (next, "Jam")->refused, ==, HW_DAY_NONE);

  stock_reopen (&business, TODAY + 120, FALSE);
  later = stock_plan (&business, 0.95);
  g_assert_cmpint (stock_line (later, "Rye")->refused, ==, HW_DAY_NONE);
}

/* Said once for all, with the way to mend it; only where something is assumed. */
static void
test_no_cost (void)
{
  static const char products[] =
    "SKU,Product,Price,Unit cost,Supplier\nrye,Rye,4.00,,Mill\nspelt,Spelt,5.00,,Mill\noat,Oat,3.00,1.00,Mill\n"
    "jam,Jam,3.00,1.80,Farm\nmilk,Milk,1.40,0.90,Farm\ncard,Card,2.50,1.00,Farm\n";
  g_auto (HwTestBusiness) some = { 0 };
  g_auto (HwTestBusiness) all = { 0 };
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwStockPlan) known = NULL;
  g_autofree char *said = NULL;

  stock_open (&some, NULL, products, NULL);
  plan = stock_plan (&some, 0.95);
  g_assert_cmpuint (hw_stock_plan_count_no_cost (plan), ==, 2);
  said = hw_say_no_cost (plan, format);
  g_assert_nonnull (strstr (said, "What 2 products cost is not known: 60%"));

  stock_open (&all, NULL, NULL, NULL);
  known = stock_plan (&all, 0.95);
  g_assert_null (hw_say_no_cost (known, format));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/price-breaks/value", test_value);
  g_test_add_func ("/jobs/price-breaks/refused", test_refused);
  g_test_add_func ("/jobs/price-breaks/left-out", test_left_out);
  g_test_add_func ("/jobs/price-breaks/no-cost", test_no_cost);

  return g_test_run ();
}
