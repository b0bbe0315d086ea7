/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stock costs and what suppliers ask, as the owner says it. */
#include "jobs/hw-order-fixture.h"

#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "store/hw-event-repo.h"

#include <math.h>

#define ALL (HW_SAID_CARRYING | HW_SAID_ORDER_COST | HW_SAID_LOST_SHARE | HW_SAID_BUDGET)

static void
assert_refused (const HwTestBusiness *business,
                const HwJob          *job,
                gconstpointer         request,
                const char           *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hw_session_run (business->session, job, request, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, word));
}

static HwStockTerms *
look (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  HwStockTerms *terms = hw_session_run (business->session, &hw_stock_terms_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return terms;
}

/* Kept as said, in the log; kept once more as they were, they are taken back. */
static void
test_keep_terms (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  const HwStockTerms wish = { ALL, 0.3, 5000, 0.5, 2000000 };
  g_autofree HwStockTerms *before = NULL;
  g_autofree HwStockTerms *kept = NULL;
  g_autofree HwStockTerms *seen = NULL;
  g_autofree HwStockTerms *back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_before, n_after;

  hw_test_business_open (&business, TODAY);
  before = look (&business);
  g_assert_cmpuint (before->said, ==, 0);
  g_assert_true (hw_event_repo_count (hw_session_get_store (business.session), &n_before, NULL));
  kept = hw_session_run (business.session, &hw_stock_terms_keep_job, &wish, NULL, &error);
  g_assert_no_error (error);
  seen = look (&business);
  g_assert_cmpmem (kept, sizeof *kept, seen, sizeof *seen);
  g_assert_cmpuint (seen->said, ==, ALL);
  g_assert_cmpfloat (seen->carrying, ==, 0.3);
  g_assert_cmpint (seen->budget, ==, 2000000);
  g_assert_true (hw_event_repo_count (hw_session_get_store (business.session), &n_after, NULL));
  g_assert_cmpint (n_after - n_before, ==, 1);

  back = hw_session_run (business.session, &hw_stock_terms_keep_job, before, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->said, ==, 0);
  g_assert_cmpfloat (back->carrying, ==, HW_CARRYING_DEFAULT);
}

typedef struct
{
  HwStockTerms terms;
  const char  *word;
} BadTerms;

static void
test_bad_terms (void)
{
  static const BadTerms cases[] = {
    { { ALL, -0.01, 0, 1.0, 0 }, "keeping stock" },
    { { ALL, NAN, 0, 1.0, 0 }, "keeping stock" },
    { { ALL, INFINITY, 0, 1.0, 0 }, "keeping stock" },
    { { ALL, 11.0, 0, 1.0, 0 }, "keeping stock" },
    { { ALL, 0.25, -1, 1.0, 0 }, "an order costs" },
    { { ALL, 0.25, 0, -0.1, 0 }, "lost for good" },
    { { ALL, 0.25, 0, 1.1, 0 }, "lost for good" },
    { { ALL, 0.25, 0, NAN, 0 }, "lost for good" },
    { { ALL, 0.25, 0, 1.0, -1 }, "most to spend" },
  };
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree HwStockTerms *after = NULL;

  hw_test_business_open (&business, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (&business, &hw_stock_terms_keep_job, &cases[i].terms, cases[i].word);

  after = look (&business);
  g_assert_cmpuint (after->said, ==, 0);
}

static HwSupplierCard *
find_card (const HwTestBusiness *business,
           const char           *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = hw_session_run (business->session, &hw_supplier_list_job, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < cards->len; i++)
    if (g_str_equal (((const HwSupplierCard *) g_ptr_array_index (cards, i))->supplier.name, name))
      {
        g_ptr_array_set_free_func (cards, NULL);
        for (guint other = 0; other < cards->len; other++)
          if (other != i)
            hw_supplier_card_free (g_ptr_array_index (cards, other));

        return g_ptr_array_index (cards, i);
      }

  return NULL;
}

/* Nothing is said of a supplier of whom nothing came; what is typed is kept. */
static void
test_keep_supplier (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  HwSupplierCard *card, *kept, *seen;
  g_autoptr (GError) error = NULL;

  open_shop (&business);
  card = find_card (&business, "Mill");
  g_assert_nonnull (card);
  g_assert_cmpuint (card->n_products, ==, 2);
  g_assert_cmpint (card->n_received, ==, 0);
  g_assert_cmpfloat (card->on_time, ==, -1.0);
  g_assert_cmpint (card->terms.freight, ==, 0);

  g_free (card->supplier.email);
  card->supplier.email = g_strdup ("mill@example.org");
  card->supplier.lead_days = 6;
  card->supplier.review_days = 7;
  card->supplier.min_order = 500000;
  card->terms.freight = 49000;
  card->terms.takes_back = TRUE;
  kept = hw_session_run (business.session, &hw_supplier_keep_job, card, NULL, &error);
  g_assert_no_error (error);
  seen = find_card (&business, "Mill");
  g_assert_cmpint (kept->supplier.id, ==, seen->supplier.id);
  g_assert_cmpint (seen->supplier.lead_days, ==, 6);
  g_assert_cmpint (seen->supplier.review_days, ==, 7);
  g_assert_cmpint (seen->supplier.min_order, ==, 500000);
  g_assert_cmpstr (seen->supplier.email, ==, "mill@example.org");
  g_assert_cmpint (seen->terms.freight, ==, 49000);
  g_assert_true (kept->terms.takes_back);
  hw_supplier_card_free (card);
  hw_supplier_card_free (kept);
  hw_supplier_card_free (seen);
}

/* Two orders, one in time and one not: half. */
static void
test_on_time (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  HwSupplierCard *card;

  open_shop (&business);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HwOrderRequest) request = request_new (FALSE);
      g_autoptr (HwOrderMove) move = g_new0 (HwOrderMove, 1);
      g_autoptr (HwOrderChange) made = NULL;
      g_autoptr (HwOrderChange) moved = NULL;
      g_autoptr (GError) error = NULL;
      const HwDay today = hw_session_get_today (business.session);

      card = find_card (&business, "Mill");
      wish (request, 1, HW_QUANTITY_ONE, HW_UNKNOWN, NULL);
      made = run (&business, &hw_order_job, request);
      g_clear_pointer (&business.session, hw_session_close);
      business.session = hw_session_open (business.path, today + (i == 0 ? 4 : 9), FALSE, &error);
      g_assert_no_error (error);
      move->ids = g_array_ref (made->ids);
      move->to = HW_ORDER_RECEIVED;
      move->day = HW_DAY_NONE;
      moved = run (&business, &hw_order_move_job, move);
      hw_supplier_card_free (card);
    }

  card = find_card (&business, "Mill");
  g_assert_cmpint (card->n_received, ==, 2);
  g_assert_cmpfloat_with_epsilon (card->lead_mean, 6.5, 1e-12);
  g_assert_cmpfloat (card->on_time, ==, 0.5);
  hw_supplier_card_free (card);
}

/* Typed figures that cannot be, each said in words; same-day is for the house alone. */
static void
test_bad_suppliers (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  HwSupplierCard *card, *kept;
  g_autoptr (GError) error = NULL;

  open_shop (&business);
  card = find_card (&business, "Mill");
#define REFUSED(field, value, word) \
  G_STMT_START { \
    __typeof__ (card->field) was = card->field; \
    card->field = value; \
    assert_refused (&business, &hw_supplier_keep_job, card, word); \
    card->field = was; \
  } G_STMT_END

  REFUSED (supplier.lead_days, 366, "more than a year");
  REFUSED (supplier.lead_days, -2, "number of days");
  REFUSED (supplier.review_days, -1, "between two orders");
  REFUSED (supplier.review_days, 400, "between two orders");
  REFUSED (supplier.min_order, -1, "smallest order");
  REFUSED (terms.freight, -1, "freight");
  REFUSED (terms.freight_free, -1, "freight");
  REFUSED (supplier.name, (char *) "", "needs a name");
  card->terms.freight = 1;
  REFUSED (supplier.lead_days, 0, "make yourself");
  card->terms.freight = 0;
#undef REFUSED

  card->supplier.lead_days = 0;
  kept = hw_session_run (business.session, &hw_supplier_keep_job, card, NULL, &error);
  g_assert_no_error (error);
  hw_supplier_card_free (kept);
  card->supplier.id = 99;
  g_assert_null (hw_session_run (business.session, &hw_supplier_keep_job, card, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  hw_supplier_card_free (card);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock-terms-job/keep-terms", test_keep_terms);
  g_test_add_func ("/stock-terms-job/bad-terms", test_bad_terms);
  g_test_add_func ("/stock-terms-job/keep-supplier", test_keep_supplier);
  g_test_add_func ("/stock-terms-job/on-time", test_on_time);
  g_test_add_func ("/stock-terms-job/bad-suppliers", test_bad_suppliers);
  return g_test_run ();
}
