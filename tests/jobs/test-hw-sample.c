/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "jobs/sample/hw-sample-catalogue.h"
#include "jobs/sample/hw-sample-job.h"
#include "jobs/stock/hw-order-job.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#include <glib/gstdio.h>

#define TODAY "2026-11-21" /* a Saturday */
#define SHARE(part, whole) ((double) (part) / (double) (whole))

static void
assert_between (double value,
                double least,
                double most)
{
  g_assert_cmpfloat (value, >=, least);
  g_assert_cmpfloat (value, <=, most);
}

/* A business on disk, gone with the fixture. */
typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_set_up (Place         *place,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("headway-sample-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "sample.headway", NULL);
}

static void
place_tear_down (Place         *place,
                 gconstpointer  data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

/* Makes the sample in the place and returns how many sales it has. */
static gint64
make (const Place *place,
      guint64      seed)
{
  const HwDay today = hw_day_from_iso (TODAY);
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (HwSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *made = NULL;

  hw_sample_business (&business, today);
  session = hw_session_create (place->path, &business, today, &error);
  g_assert_no_error (error);
  made = hw_session_run (session, &hw_sample_job, &seed, NULL, &error);
  g_assert_no_error (error);
  return *made;
}

/* The sample of the usual seed, made once for all tests that only look at it. */
typedef struct
{
  Place  place;
  gint64 n_sales;
} Sample;

static Sample *
sample_make (void)
{
  Sample *self = g_new0 (Sample, 1);

  place_set_up (&self->place, NULL);
  self->n_sales = make (&self->place, HW_SAMPLE_SEED);
  return self;
}

static void
sample_free (Sample *self)
{
  place_tear_down (&self->place, NULL);
  g_free (self);
}

/* All that a period's sums say of two years, with orders and stock of today. */
static char *
digest (HwStore *store)
{
  const HwDay today = hw_day_from_iso (TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) on_hand = NULL;
  HwPeriodSums s;

  g_assert_true (hw_sale_repo_sums (store, today - HW_SAMPLE_DAYS, today - 1, &s, &error));
  g_assert_no_error (error);
  g_string_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                   " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                   " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %.17g %.17g %.17g",
                   s.n_lines, s.revenue, s.units, s.cogs, s.n_orders, s.returns, s.n_customers,
                   s.n_sold_out_days, s.wasted, s.purchases, s.lead_mean, s.lead_sd, s.mean_stock_value);

  on_hand = hw_stock_repo_on_hand (store, today, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < on_hand->len; i++)
    {
      const HwOnHand *h = &g_array_index (on_hand, HwOnHand, i);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                              h->product_id, h->counted, h->on_hand, h->on_order);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
digest_place (const Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = hw_store_open (place->path, HW_STORE_READ, &error);

  g_assert_no_error (error);
  return digest (store);
}

static char *
make_and_digest (guint64 seed)
{
  Place place;
  char *text;

  place_set_up (&place, NULL);
  (void) make (&place, seed);
  text = digest_place (&place);
  place_tear_down (&place, NULL);
  return text;
}

static void
test_same_seed_same_business (gconstpointer data)
{
  const Sample *sample = data;
  g_autofree char *one = digest_place (&sample->place);
  g_autofree char *again = make_and_digest (HW_SAMPLE_SEED);
  g_autofree char *other = make_and_digest (HW_SAMPLE_SEED + 1);

  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, other);
}

static void
test_file_is_whole (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (HwStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  HwDay first, last;
  gint64 n_lines, n_events;

  store = hw_store_open (sample->place.path, HW_STORE_READ, &error);
  g_assert_no_error (error);
  problems = hw_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  g_assert_true (hw_sale_repo_span (store, &first, &last, &n_lines, &error));
  g_assert_cmpint (last, ==, hw_day_from_iso (TODAY) - 1);
  g_assert_cmpint (last - first + 1, ==, HW_SAMPLE_DAYS);
  g_assert_cmpint (n_lines, ==, sample->n_sales);

  g_assert_true (hw_event_repo_count (store, &n_events, &error));
  g_assert_cmpint (n_events, >=, 1);

  g_assert_cmpint (g_stat (sample->place.path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 12 * 1000 * 1000);
}

/* The last year of a small bakery that does well. */
static void
test_plausible (gconstpointer data)
{
  const Sample *sample = data;
  const HwDay today = hw_day_from_iso (TODAY);
  g_autoptr (HwStore) store = NULL;
  g_autoptr (GError) error = NULL;
  HwPeriodSums s;

  store = hw_store_open (sample->place.path, HW_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (hw_sale_repo_sums (store, today - 364, today - 1, &s, &error));
  g_assert_no_error (error);

  assert_between (hw_scaled_to_double (s.revenue), 300000.0, 450000.0);
  g_assert_true (s.has_year_ago);
  g_assert_true (s.has_before);
  assert_between (SHARE (s.revenue, s.revenue_year_ago) - 1.0, 0.01, 0.10);
  assert_between (1.0 - SHARE (s.cogs, s.costed_revenue), 0.55, 0.65);
  g_assert_cmpint (s.costed_revenue, <, s.revenue); /* one product has no cost */
  assert_between (SHARE (s.waste_value, s.waste_value + s.cogs), 0.04, 0.09);
  assert_between (SHARE (s.n_sold_out_days, s.n_item_days), 0.03, 0.08);
  assert_between (SHARE (s.dead_stock_value, s.stock_value), 0.01, 0.30);
  assert_between (SHARE (s.n_on_time_full, s.n_agreed), 0.60, 0.95);
  assert_between (s.lead_sd / s.lead_mean, 0.1, 1.5);
  assert_between (s.supplier_hhi, 0.15, 0.5);
  assert_between (SHARE (s.n_lines, s.n_orders), 1.5, 3.0);
  assert_between ((double) s.n_customers, 100.0, HW_SAMPLE_N_CUSTOMERS);
  assert_between (SHARE (s.n_repeat_customers, s.n_customers), 0.7, 0.99);
  g_assert_cmpint (s.n_new_customers, >, 5);
  g_assert_cmpint (s.n_kept_customers, <, s.n_customers_before);
  g_assert_cmpint (s.returns, >, 0);
}

static gboolean
add_weekday_cb (const HwDaySales *day,
                gpointer          data)
{
  double *by_weekday = data;

  by_weekday[hw_day_weekday (day->day)] += hw_scaled_to_double (day->amount);
  return TRUE;
}

static void
test_week_has_a_shape (gconstpointer data)
{
  const Sample *sample = data;
  const HwDay today = hw_day_from_iso (TODAY);
  double by_weekday[7] = { 0 };
  g_autoptr (HwStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = hw_store_open (sample->place.path, HW_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (hw_sale_repo_each_day (store, today - 364, today - 1, add_weekday_cb, by_weekday, &error));

  for (int weekday = 0; weekday < 7; weekday++)
    if (weekday != 5)
      g_assert_cmpfloat (by_weekday[5], >, by_weekday[weekday]);
  g_assert_cmpfloat (by_weekday[5], >, 1.1 * by_weekday[1]);
  g_assert_cmpfloat (by_weekday[6], >, 0.5 * by_weekday[1]); /* short, but not quiet */
}

/* So that the pages have something to say on the first day. */
static void
test_something_to_order (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (HwStore) store = NULL;
  g_autoptr (GArray) on_hand = NULL;
  g_autoptr (GArray) suppliers = NULL;
  g_autoptr (GError) error = NULL;
  guint n_sold_out = 0, n_on_order = 0, n_never_counted = 0, n_untold = 0;

  store = hw_store_open (sample->place.path, HW_STORE_READ, &error);
  g_assert_no_error (error);
  on_hand = hw_stock_repo_on_hand (store, hw_day_from_iso (TODAY), &error);
  g_assert_no_error (error);
  suppliers = hw_supplier_repo_list (store, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < on_hand->len; i++)
    {
      const HwOnHand *h = &g_array_index (on_hand, HwOnHand, i);

      n_never_counted += h->on_hand == HW_UNKNOWN;
      n_sold_out += h->on_hand == 0;
      n_on_order += h->on_order > 0;
    }

  for (guint i = 0; i < suppliers->len; i++)
    n_untold += g_array_index (suppliers, HwSupplier, i).lead_days < 0;

  assert_between (n_sold_out, 2, 15);
  assert_between (n_on_order, 1, 12);
  g_assert_cmpuint (n_never_counted, >, 0);
  g_assert_cmpuint (n_untold, ==, 1);
}

/* One order of each kind, what is asked of orders, and what more at once costs. */
static void
test_orders_of_each_kind (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (HwSession) session = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) suppliers = NULL;
  g_autofree HwStockTerms *terms = NULL;
  g_autoptr (GError) error = NULL;
  guint n[HW_ORDER_CANCELLED + 1] = { 0 }, n_late = 0, n_freight = 0;

  session = hw_session_open (sample->place.path, hw_day_from_iso (TODAY), TRUE, &error);
  g_assert_no_error (error);
  orders = hw_session_run (session, &hw_order_list_job, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < orders->len; i++)
    {
      const HwOrderSummary *order = g_ptr_array_index (orders, i);

      n[order->state]++;
      n_late += order->late;
      g_assert_false (order->presumed);
    }

  assert_between (n[HW_ORDER_SENT], 2, 10);
  assert_between (n[HW_ORDER_CONFIRMED], 1, 1);
  assert_between (n[HW_ORDER_PART], 1, 3);
  assert_between (n_late, 1, 3);
  g_assert_cmpuint (n[HW_ORDER_RECEIVED], >, 100);

  suppliers = hw_session_run (session, &hw_supplier_list_job, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < suppliers->len; i++)
    {
      const HwSupplierCard *card = g_ptr_array_index (suppliers, i);

      n_freight += card->terms.freight > 0;
      if (card->n_received > 0 && card->supplier.lead_days > 0)
        {
          g_assert_cmpfloat (card->on_time, >, 0.2);
          g_assert_cmpfloat (card->on_time, <, 1.0);
        }
    }

  assert_between (n_freight, 2, 4);
  terms = hw_session_run (session, &hw_stock_terms_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (terms->said, ==, HW_SAID_CARRYING | HW_SAID_ORDER_COST | HW_SAID_LOST_SHARE);
}

static void
test_only_into_an_empty_business (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (HwSession) session = NULL;
  g_autoptr (GError) error = NULL;

  session = hw_session_open (sample->place.path, hw_day_from_iso (TODAY), FALSE, &error);
  g_assert_no_error (error);
  g_assert_null (hw_session_run (session, &hw_sample_job, NULL, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

static gboolean
nearly_done_cb (double   done,
                gpointer data)
{
  return done < 0.8;
}

/* A sample that was stopped leaves nothing behind. */
static void
test_stopped_leaves_nothing (Place         *place,
                             gconstpointer  data)
{
  const HwTick tick = { nearly_done_cb, NULL };
  const HwDay today = hw_day_from_iso (TODAY);
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (HwSession) session = NULL;
  g_autoptr (HwStore) store = NULL;
  g_autoptr (GArray) products = NULL;
  g_autoptr (GError) error = NULL;

  hw_sample_business (&business, today);
  session = hw_session_create (place->path, &business, today, &error);
  g_assert_no_error (error);
  g_assert_null (hw_session_run (session, &hw_sample_job, NULL, &tick, &error));
  g_assert_true (hw_error_is_cancelled (error));
  g_clear_error (&error);
  g_clear_pointer (&session, hw_session_close);

  store = hw_store_open (place->path, HW_STORE_READ, &error);
  g_assert_no_error (error);
  products = hw_product_repo_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (products->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; GTestDataFunc func; } looks[] = {
    { "/jobs/sample/same-seed-same-business", test_same_seed_same_business },
    { "/jobs/sample/file-is-whole", test_file_is_whole },
    { "/jobs/sample/plausible", test_plausible },
    { "/jobs/sample/week-has-a-shape", test_week_has_a_shape },
    { "/jobs/sample/something-to-order", test_something_to_order },
    { "/jobs/sample/orders-of-each-kind", test_orders_of_each_kind },
    { "/jobs/sample/only-into-an-empty-business", test_only_into_an_empty_business },
  };
  Sample *sample;
  int result;

  g_test_init (&argc, &argv, NULL);
  sample = sample_make ();
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    g_test_add_data_func (looks[i].path, sample, looks[i].func);
  g_test_add ("/jobs/sample/stopped-leaves-nothing", Place, NULL, place_set_up, test_stopped_leaves_nothing, place_tear_down);
  result = g_test_run ();
  sample_free (sample);
  return result;
}
