/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-entry-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"

#define TODAY 20100

typedef struct
{
  HwStore *store;     /* (owned) */
  gint64   mill, roll;
} Shop;

static void
shop_open (Shop    *shop,
           Fixture *fixture)
{
  HwSupplier mill = { .code = (char *) "M", .name = (char *) "Mill", .email = (char *) "mill@example.org", .lead_days = 3 };

  shop->store = fixture_create (fixture);
  g_assert_true (hw_supplier_repo_add (shop->store, &mill, 0, NULL));
  shop->mill = mill.id;
  shop->roll = add_product (shop->store, "Roll", 5000, 2000, 0);
}

static void
shop_clear (Shop *shop)
{
  g_clear_pointer (&shop->store, hw_store_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shop, shop_clear)

/* One line of @quantity, proposed one more; gives the line, whose order has its id. */
static gint64
order (Shop         *shop,
       HwOrderState  state,
       HwDay         ordered,
       HwDay         expected,
       HwQuantity    quantity)
{
  HwOrder made = { .supplier_id = shop->mill, .state = state, .ordered = ordered, .expected = expected };
  HwOrderLine line = { .product_id = shop->roll, .quantity = quantity, .unit_cost = 2000 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_stock_repo_add_order (shop->store, &made, &error));
  line.order_id = made.id;
  g_assert_true (hw_order_repo_add_line (shop->store, &line, quantity + 1, "as Anna said", &error));
  g_assert_no_error (error);
  g_assert_cmpint (line.id, ==, made.id);
  return line.id;
}

static void
receive (Shop       *shop,
         gint64      step,
         gint64      line_id,
         HwDay       day,
         HwQuantity  quantity)
{
  const HwReceipt receipt = { line_id, day, quantity };

  g_assert_true (hw_order_repo_add_receipt (shop->store, step, &receipt, NULL));
}

static HwOnHand
on_hand (Shop  *shop,
         HwDay  today)
{
  g_autoptr (GArray) all = hw_stock_repo_on_hand (shop->store, today, NULL);

  return g_array_index (all, HwOnHand, 0);
}

/* All that was written is read. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (HwOrderRow) row = NULL;
  g_autoptr (GError) error = NULL;
  const HwOrderLineRow *line;
  HwOrder changed;

  shop_open (&shop, fixture);
  changed = (HwOrder) { order (&shop, HW_ORDER_DRAFT, TODAY, HW_DAY_NONE, 70000), shop.mill, HW_ORDER_CONFIRMED, TODAY + 1, TODAY + 4 };
  g_assert_true (hw_order_repo_update (shop.store, &changed, TODAY + 6, &error));
  receive (&shop, 0, changed.id, TODAY + 2, 30000);

  row = hw_order_repo_find (shop.store, TODAY, changed.id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (row->order.state, ==, HW_ORDER_CONFIRMED);
  g_assert_cmpint (row->order.ordered, ==, TODAY + 1);
  g_assert_cmpint (row->order.expected, ==, TODAY + 4);
  g_assert_cmpint (row->confirmed, ==, TODAY + 6);
  g_assert_cmpint (row->received, ==, HW_DAY_NONE);
  g_assert_cmpint (row->value, ==, 14000);
  g_assert_cmpstr (row->supplier, ==, "Mill");
  g_assert_cmpstr (row->email, ==, "mill@example.org");
  g_assert_cmpuint (row->lines->len, ==, 1);
  line = g_ptr_array_index (row->lines, 0);
  g_assert_cmpstr (line->name, ==, "Roll");
  g_assert_cmpstr (line->why, ==, "as Anna said");
  g_assert_cmpint (line->proposed, ==, 70001);
  g_assert_cmpint (line->received, ==, 30000);

  g_clear_pointer (&row, hw_order_row_free);
  row = hw_order_repo_find (shop.store, TODAY, 99, &error);
  g_assert_null (row);
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
}

/* Those on their way stand before those that are not, however old. */
static void
test_list_order (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (GPtrArray) rows = NULL;

  shop_open (&shop, fixture);
  order (&shop, HW_ORDER_SENT, TODAY - 40, HW_DAY_NONE, 10000);
  for (int i = 0; i < 5; i++)
    order (&shop, HW_ORDER_RECEIVED, TODAY - 10 + i, HW_DAY_NONE, 10000);

  rows = hw_order_repo_list (shop.store, TODAY, 3, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((const HwOrderRow *) g_ptr_array_index (rows, 0))->order.ordered, ==, TODAY - 40);
  g_assert_cmpint (((const HwOrderRow *) g_ptr_array_index (rows, 1))->order.ordered, ==, TODAY - 6);
  g_assert_cmpint (((const HwOrderRow *) g_ptr_array_index (rows, 2))->order.ordered, ==, TODAY - 7);
}

/* On its way: what was sent, is confirmed, or is the rest of a part; no draft. */
static void
test_counted_on (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (GArray) lines = NULL;
  HwOrder confirmed = { .state = HW_ORDER_CONFIRMED, .ordered = TODAY - 3, .expected = TODAY + 1 };
  gint64 part;

  shop_open (&shop, fixture);
  order (&shop, HW_ORDER_DRAFT, TODAY, TODAY + 3, 1);
  order (&shop, HW_ORDER_SENT, TODAY, TODAY + 3, 20);
  confirmed.id = order (&shop, HW_ORDER_SENT, TODAY - 3, TODAY + 1, 300);
  g_assert_true (hw_order_repo_update (shop.store, &confirmed, TODAY + 5, NULL));
  part = order (&shop, HW_ORDER_PART, TODAY - 9, TODAY - 4, 4000);
  receive (&shop, 0, part, TODAY - 4, 1000);
  order (&shop, HW_ORDER_RECEIVED, TODAY - 9, TODAY - 4, 50000);
  order (&shop, HW_ORDER_CANCELLED, TODAY - 9, TODAY - 4, 600000);
  g_assert_cmpint (on_hand (&shop, TODAY).on_order, ==, 3320);

  lines = hw_stock_repo_open_lines (shop.store, TODAY, NULL);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpint (g_array_index (lines, HwOpenLine, 0).quantity, ==, 3000);
  g_assert_cmpint (g_array_index (lines, HwOpenLine, 0).due, ==, TODAY - 4);
  g_assert_cmpint (g_array_index (lines, HwOpenLine, 1).due, ==, TODAY + 3);
  g_assert_cmpint (g_array_index (lines, HwOpenLine, 2).due, ==, TODAY + 5);
  g_assert_cmpint (g_array_index (lines, HwOpenLine, 2).supplier_id, ==, shop.mill);
}

/* An order overdue is here where nobody ever notes receipts, and where the first was
 * noted over two weeks after its day; else it is late, for sixty days. */
static void
test_overdue (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (HwOrderRow) late = NULL;
  const HwStockCount count = { .day = TODAY - 80, .quantity = 0 };
  HwStockCount mine = count;
  gint64 id, other;

  shop_open (&shop, fixture);
  mine.product_id = shop.roll;
  g_assert_true (hw_stock_repo_add_count (shop.store, &mine, NULL));
  order (&shop, HW_ORDER_SENT, TODAY - 40, TODAY - 30, 1);
  id = order (&shop, HW_ORDER_SENT, TODAY - 20, TODAY - 14, 20);
  g_assert_cmpint (on_hand (&shop, TODAY).on_hand, ==, 21);
  g_assert_cmpint (on_hand (&shop, TODAY).on_order, ==, 0);

  other = order (&shop, HW_ORDER_RECEIVED, TODAY - 5, TODAY, 300);
  receive (&shop, 0, other, TODAY, 300);
  g_assert_cmpint (on_hand (&shop, TODAY).on_hand, ==, 301);
  g_assert_cmpint (on_hand (&shop, TODAY).on_order, ==, 20);
  late = hw_order_repo_find (shop.store, TODAY, id, NULL);
  g_assert_false (late->presumed);
  g_assert_cmpint (on_hand (&shop, TODAY - 1).on_hand, ==, 21); /* as it was seen then */

  g_assert_cmpint (on_hand (&shop, TODAY - 14 + 60).on_order, ==, 20);
  g_assert_cmpint (on_hand (&shop, TODAY - 14 + 61).on_order, ==, 0);
  g_assert_cmpint (on_hand (&shop, TODAY - 14 + 61).on_hand, ==, 301);
}

/* A line of which some is to come has not come; one that is over has, with what came.
 * Drafts tell nothing. */
static void
test_waits (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (GArray) waits = NULL;
  gint64 line;

  shop_open (&shop, fixture);
  line = order (&shop, HW_ORDER_PART, TODAY - 20, TODAY, 10);
  receive (&shop, 0, line, TODAY - 18, 9);
  line = order (&shop, HW_ORDER_CANCELLED, TODAY - 20, TODAY, 10);
  receive (&shop, 0, line, TODAY - 17, 9);
  line = order (&shop, HW_ORDER_PART, TODAY - 20, TODAY, 10);
  receive (&shop, 0, line, TODAY - 16, 4);
  receive (&shop, 0, line, TODAY - 13, 6);
  line = order (&shop, HW_ORDER_DRAFT, TODAY - 20, TODAY, 10);
  receive (&shop, 0, line, TODAY - 19, 10);

  waits = hw_stock_repo_waits (shop.store, NULL);
  g_assert_cmpuint (waits->len, ==, 2);
  g_assert_cmpint (g_array_index (waits, HwWait, 0).days, ==, 3);
  g_assert_cmpint (g_array_index (waits, HwWait, 1).days, ==, 7);
  g_assert_cmpint (g_array_index (waits, HwWait, 1).product_id, ==, shop.roll);
}

/* In time: all of it by the day named. Overdue is not, what is not yet due is not
 * known, and where nobody notes receipts nothing is. */
static void
test_punctuality (Fixture      *fixture,
                  gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) found = NULL;
  HwOrder named = { .state = HW_ORDER_RECEIVED, .ordered = TODAY - 20, .expected = TODAY - 10 };
  gint64 line;

  shop_open (&shop, fixture);
  order (&shop, HW_ORDER_SENT, TODAY - 20, TODAY - 10, 10);
  none = hw_order_repo_punctuality (shop.store, TODAY, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  line = order (&shop, HW_ORDER_RECEIVED, TODAY - 20, TODAY - 10, 10); /* in time */
  receive (&shop, 0, line, TODAY - 10, 10);
  line = order (&shop, HW_ORDER_RECEIVED, TODAY - 20, TODAY - 10, 10); /* the last of it late */
  receive (&shop, 0, line, TODAY - 10, 9);
  receive (&shop, 0, line, TODAY - 9, 1);
  named.id = order (&shop, HW_ORDER_SENT, TODAY - 20, TODAY - 10, 10);   /* in time for the day named */
  receive (&shop, 0, named.id, TODAY - 5, 10);
  g_assert_true (hw_order_repo_update (shop.store, &named, TODAY - 5, NULL));
  order (&shop, HW_ORDER_SENT, TODAY - 2, TODAY, 10);                  /* due today: not known */
  order (&shop, HW_ORDER_RECEIVED, TODAY - 2, HW_DAY_NONE, 10);        /* no day */
  order (&shop, HW_ORDER_DRAFT, TODAY - 20, TODAY - 10, 10);
  order (&shop, HW_ORDER_CANCELLED, TODAY - 20, TODAY - 10, 10);

  found = hw_order_repo_punctuality (shop.store, TODAY, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, HwPunctuality, 0).supplier_id, ==, shop.mill);
  g_assert_cmpint (g_array_index (found, HwPunctuality, 0).n, ==, 4); /* these three, and the first, overdue */
  g_assert_cmpint (g_array_index (found, HwPunctuality, 0).on_time, ==, 2);
}

/* A step goes back whole, the later one first. */
static void
test_take_back (Fixture      *fixture,
                gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HwOrderRow) row = NULL;
  g_autoptr (GArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  HwOrder part = { .state = HW_ORDER_PART, .ordered = TODAY, .expected = TODAY + 3 };
  gint64 first, second;
  guint n_refused = 0;
  gboolean later = FALSE;

  shop_open (&shop, fixture);
  g_assert_true (hw_order_repo_begin_step (shop.store, "made", TODAY, &first, &error));
  part.id = order (&shop, HW_ORDER_SENT, TODAY, TODAY + 3, 10);
  g_assert_true (hw_order_repo_keep_made (shop.store, first, part.id, &error));
  g_assert_true (hw_order_repo_add_refusal (shop.store, first, shop.roll, TODAY, HW_UNKNOWN, NULL, &error));
  g_assert_true (hw_order_repo_begin_step (shop.store, "moved", TODAY, &second, &error));
  g_assert_true (hw_order_repo_keep_before (shop.store, second, part.id, &error));
  receive (&shop, second, part.id, TODAY, 4);
  g_assert_true (hw_order_repo_update (shop.store, &part, TODAY + 9, &error));

  g_assert_true (hw_order_repo_take_back (shop.store, first, ids, &n_refused, &later, &error));
  g_assert_true (later);
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_true (hw_order_repo_take_back (shop.store, second, ids, &n_refused, &later, &error));
  g_assert_false (later);
  g_assert_cmpuint (ids->len, ==, 1);
  row = hw_order_repo_find (shop.store, TODAY, part.id, &error);
  g_assert_cmpint (row->order.state, ==, HW_ORDER_SENT);
  g_assert_cmpint (row->confirmed, ==, HW_DAY_NONE);
  g_assert_cmpint (((const HwOrderLineRow *) g_ptr_array_index (row->lines, 0))->received, ==, 0);

  g_assert_true (hw_order_repo_take_back (shop.store, first, ids, &n_refused, &later, &error));
  g_assert_cmpuint (n_refused, ==, 1);
  g_clear_pointer (&row, hw_order_row_free);
  row = hw_order_repo_find (shop.store, TODAY, part.id, &error);
  g_assert_cmpint (row->order.state, ==, HW_ORDER_CANCELLED);
  g_assert_cmpint (row->order.ordered, ==, TODAY);
  refusals = hw_order_repo_refusals (shop.store, 0, &error);
  g_assert_cmpuint (refusals->len, ==, 0);
  g_assert_no_error (error);
  g_assert_false (hw_order_repo_take_back (shop.store, first, ids, &n_refused, &later, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
}

/* A step's number is not given again: an old one never takes back a new step. */
static void
test_steps_are_never_reused (Fixture      *fixture,
                             gconstpointer data)
{
  g_auto (Shop) shop = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first, second;
  guint n_refused;
  gboolean later;

  shop_open (&shop, fixture);
  g_assert_true (hw_order_repo_begin_step (shop.store, "made", TODAY, &first, NULL));
  g_assert_true (hw_order_repo_take_back (shop.store, first, ids, &n_refused, &later, NULL));
  g_assert_true (hw_order_repo_begin_step (shop.store, "made", TODAY, &second, NULL));
  g_assert_cmpint (second, >, first);
}

/* A person's name goes from the reasons, too; bytes and all. */
static void
test_erased (Fixture      *fixture,
             gconstpointer data)
{
  Shop shop = { 0 };
  g_autoptr (HwOrderRow) row = NULL;
  g_autoptr (GArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  gint64 n, id;

  shop_open (&shop, fixture);
  id = order (&shop, HW_ORDER_SENT, TODAY, HW_DAY_NONE, 10);
  g_assert_true (hw_order_repo_add_refusal (shop.store, 0, shop.roll, TODAY, 5, "ANNA bakes it", &error));
  g_assert_true (hw_entry_repo_erase_name (shop.store, "Anna", 1, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2);
  row = hw_order_repo_find (shop.store, TODAY, id, &error);
  g_assert_cmpstr (((const HwOrderLineRow *) g_ptr_array_index (row->lines, 0))->why, ==, "as " HW_ENTRY_ERASED " said");
  refusals = hw_order_repo_refusals (shop.store, TODAY, &error);
  g_assert_cmpstr (g_array_index (refusals, HwRefusal, 0).why, ==, HW_ENTRY_ERASED " bakes it");
  shop_clear (&shop);

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (gsize i = 0; i + 4 <= size; i++)
    g_assert_false (g_ascii_strncasecmp (bytes + i, "Anna", 4) == 0);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-order-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("list-order", test_list_order);
  ADD ("counted-on", test_counted_on);
  ADD ("overdue", test_overdue);
  ADD ("waits", test_waits);
  ADD ("punctuality", test_punctuality);
  ADD ("take-back", test_take_back);
  ADD ("steps-are-never-reused", test_steps_are_never_reused);
  ADD ("erased", test_erased);

  return g_test_run ();
}
