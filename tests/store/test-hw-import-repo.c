/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-event-repo.h"
#include "store/hw-import-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"

#define AT 1700000000

static gint64
begin (HwStore    *store,
       const char *sha256)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (hw_store_begin (store, &error));
  g_assert_true (hw_import_repo_begin (store, HW_IMPORT_SALES, "Sales of Anna.csv", sha256, AT, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
finish (HwStore *store,
        gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = hw_import_report_new ();

  g_assert_true (hw_import_repo_finish (store, id, report, &error));
  g_assert_true (hw_store_commit (store, &error));
  g_assert_no_error (error);
}

static void
undo (HwStore *store,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (hw_import_repo_undo (store, id, AT + 60, &error));
  g_assert_no_error (error);
  problems = hw_store_check (store, NULL, &error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
sell (HwStore *store,
      gint64   product_id,
      gint64   customer_id,
      gint64   import_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, &error);
  const HwSale sale = {
    .day = 20000, .product_id = product_id, .customer_id = customer_id, .import_id = import_id,
    .quantity = 10000, .amount = 25000, .minute = -1,
  };

  g_assert_true (hw_sale_writer_add (writer, &sale, &error));
  g_assert_no_error (error);
}

static void
count (HwStore   *store,
       gint64     product_id,
       HwQuantity quantity,
       gint64     import_id)
{
  const HwStockCount row = { .product_id = product_id, .day = 20000, .quantity = quantity, .import_id = import_id };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_stock_repo_add_count (store, &row, &error));
  g_assert_no_error (error);
}

/* What the owner can see of the business, as one text. */
static char *
describe (HwStore *store)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) products = hw_product_repo_list (store, NULL);
  g_autoptr (GArray) suppliers = hw_supplier_repo_list (store, NULL);
  g_autoptr (GArray) customers = hw_customer_repo_list (store, NULL);
  g_autoptr (GArray) counts = hw_stock_repo_counts (store, 0, 30000, NULL);
  HwDay first, last;
  gint64 n_sales;

  for (guint i = 0; i < products->len; i++)
    {
      const HwProduct *p = &g_array_index (products, HwProduct, i);

      g_string_append_printf (text, "product %s %s supplier %" G_GINT64_FORMAT " price %" G_GINT64_FORMAT " cost %" G_GINT64_FORMAT "\n",
                              p->sku, p->name, p->supplier_id, p->price, p->cost);
    }

  for (guint i = 0; i < suppliers->len; i++)
    g_string_append_printf (text, "supplier %s %d\n", g_array_index (suppliers, HwSupplier, i).code,
                            g_array_index (suppliers, HwSupplier, i).lead_days);

  for (guint i = 0; i < customers->len; i++)
    g_string_append_printf (text, "customer %s\n", g_array_index (customers, HwCustomer, i).name);

  for (guint i = 0; i < counts->len; i++)
    g_string_append_printf (text, "count %" G_GINT64_FORMAT "\n", g_array_index (counts, HwStockCount, i).quantity);

  g_assert_true (hw_sale_repo_span (store, &first, &last, &n_sales, NULL));
  g_string_append_printf (text, "sales %" G_GINT64_FORMAT "\n", n_sales);
  return g_string_free (text, FALSE);
}

static void
assert_state (HwStore    *store,
              const char *expected)
{
  g_autofree char *text = describe (store);

  g_assert_cmpstr (text, ==, expected);
}

static void
set_price (HwStore *store,
           gint64   product_id,
           HwMoney  price,
           gint64   import_id)
{
  g_autoptr (GError) error = NULL;
  HwProduct product = { .id = product_id, .sku = (char *) "Roll", .name = (char *) "Roll", .price = price, .cost = HW_UNKNOWN };

  g_assert_true (hw_product_repo_update (store, &product, import_id, &error));
  g_assert_no_error (error);
}

/* Everything an import can do, and all of it taken back. */
static void
test_undo_is_exact (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  HwSupplier mill = { .code = (char *) "M", .name = (char *) "Mill", .email = (char *) "", .lead_days = 3 };
  HwSupplier farm = { .code = (char *) "F", .name = (char *) "Farm", .email = (char *) "", .lead_days = -1 };
  HwCustomer anna = { .code = (char *) "C1", .name = (char *) "Anna" };
  HwCustomer bert = { .code = (char *) "C2", .name = (char *) "Bert" };
  HwProduct roll = { .sku = (char *) "Roll", .name = (char *) "Roll", .price = 5000, .cost = HW_UNKNOWN };
  g_autofree char *before = NULL;
  HwWaste waste = { .day = 20000, .quantity = 10000 };
  gint64 import_id, bun;

  g_assert_true (hw_supplier_repo_add (store, &mill, 0, NULL));
  g_assert_true (hw_customer_repo_add (store, &anna, 0, NULL));
  roll.supplier_id = mill.id;
  g_assert_true (hw_product_repo_add (store, &roll, 0, NULL));
  sell (store, roll.id, anna.id, 0);
  count (store, roll.id, 70000, 0);
  before = describe (store);

  import_id = begin (store, "a");
  g_assert_true (hw_supplier_repo_add (store, &farm, import_id, NULL));
  g_assert_true (hw_customer_repo_add (store, &bert, import_id, NULL));
  bun = add_product (store, "Bun", 1, 1, import_id);
  mill.lead_days = 9;
  anna.name = (char *) "Anna B.";
  roll.supplier_id = farm.id;
  roll.price = HW_UNKNOWN;
  roll.cost = 1234;
  g_assert_true (hw_supplier_repo_update (store, &mill, import_id, NULL));
  g_assert_true (hw_customer_repo_update (store, &anna, import_id, NULL));
  g_assert_true (hw_product_repo_update (store, &roll, import_id, NULL));
  roll.cost = 5678;
  g_assert_true (hw_product_repo_update (store, &roll, import_id, NULL));
  sell (store, roll.id, bert.id, import_id);
  sell (store, bun, anna.id, import_id);
  count (store, roll.id, 10000, import_id);
  count (store, bun, 20000, import_id);
  waste.product_id = roll.id;
  waste.import_id = import_id;
  g_assert_true (hw_stock_repo_add_waste (store, &waste, NULL));
  finish (store, import_id);

  assert_state (store, "product Bun Bun supplier 0 price 1 cost 1\n"
                       "product Roll Roll supplier 2 price -9223372036854775808 cost 5678\n"
                       "supplier F -1\nsupplier M 9\ncustomer Anna B.\ncustomer Bert\n"
                       "count 10000\ncount 20000\nsales 3\n");
  undo (store, import_id);
  assert_state (store, before);
  g_assert_cmpint (hw_store_schema_version (store), ==, VERSION_TODAY);
  hw_store_close (g_steal_pointer (&store));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM waste"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM import_undo"), ==, 0);
}

static void
test_undo_once (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 import_id = begin (store, "a");
  gint64 n;

  finish (store, import_id);
  undo (store, import_id);
  g_assert_false (hw_import_repo_undo (store, import_id, AT, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  g_clear_error (&error);
  g_assert_false (hw_import_repo_undo (store, 77, AT, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);

  /* One event each for the import and its undoing; none for the refusals. */
  g_assert_true (hw_event_repo_count (store, &n, NULL));
  g_assert_cmpint (n, ==, 2);
}

/* Sales typed in between and after stay, and so do those of another import. */
static void
test_undo_leaves_others (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  gint64 first, second, roll;

  roll = add_product (store, "Roll", 1, 1, 0);
  first = begin (store, "a");
  for (int i = 0; i < 10; i++)
    sell (store, roll, 0, first);
  finish (store, first);
  sell (store, roll, 0, 0);
  second = begin (store, "b");
  for (int i = 0; i < 100; i++)
    sell (store, roll, 0, second);
  finish (store, second);

  undo (store, first);
  assert_state (store, "product Roll Roll supplier 0 price 1 cost 1\nsales 101\n");
  undo (store, second);
  assert_state (store, "product Roll Roll supplier 0 price 1 cost 1\nsales 1\n");
}

/* A product that another import sells by now stays, and goes with that one. */
static void
test_undo_of_used_product (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  gint64 first, second, roll;

  first = begin (store, "a");
  roll = add_product (store, "Roll", 1, 1, first);
  sell (store, roll, 0, first);
  finish (store, first);
  second = begin (store, "b");
  sell (store, roll, 0, second);
  finish (store, second);

  undo (store, first);
  assert_state (store, "product Roll Roll supplier 0 price 1 cost 1\nsales 1\n");
  undo (store, second);
  assert_state (store, "sales 0\n");
}

/* ... unless somebody has worked on it since. */
static void
test_undo_keeps_adopted_product (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  gint64 first, second, roll;

  first = begin (store, "a");
  roll = add_product (store, "Roll", 1, HW_UNKNOWN, first);
  finish (store, first);
  second = begin (store, "b");
  sell (store, roll, 0, second);
  finish (store, second);

  undo (store, first);
  set_price (store, roll, 777, 0);
  undo (store, second);
  assert_state (store, "product Roll Roll supplier 0 price 777 cost -9223372036854775808\nsales 0\n");
}

static void
test_undo_keeps_later_change (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 100, HW_UNKNOWN, 0);
  gint64 import_id;

  import_id = begin (store, "a");
  set_price (store, roll, 200, import_id);
  count (store, roll, 10000, import_id);
  finish (store, import_id);
  set_price (store, roll, 300, 0);
  count (store, roll, 20000, 0);

  undo (store, import_id);
  assert_state (store, "product Roll Roll supplier 0 price 300 cost -9223372036854775808\ncount 20000\nsales 0\n");
}

/* Price 100, then 200 by one import, 300 by the next; in both orders of undoing. */
static void
test_undo_in_any_order (Fixture      *fixture,
                        gconstpointer data)
{
  const gboolean newest_first = GPOINTER_TO_INT (data);
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 roll = add_product (store, "Roll", 100, HW_UNKNOWN, 0);
  gint64 first, second, bun;

  count (store, roll, 10000, 0);
  first = begin (store, "a");
  set_price (store, roll, 200, first);
  count (store, roll, 20000, first);
  bun = add_product (store, "Bun", 1, HW_UNKNOWN, first);
  finish (store, first);
  second = begin (store, "b");
  set_price (store, roll, 300, second);
  count (store, roll, 30000, second);
  count (store, bun, 40000, second);
  finish (store, second);

  undo (store, newest_first ? second : first);
  if (newest_first)
    assert_state (store, "product Bun Bun supplier 0 price 1 cost -9223372036854775808\n"
                         "product Roll Roll supplier 0 price 200 cost -9223372036854775808\ncount 20000\nsales 0\n");
  else
    assert_state (store, "product Bun Bun supplier 0 price 1 cost -9223372036854775808\n"
                         "product Roll Roll supplier 0 price 300 cost -9223372036854775808\ncount 30000\ncount 40000\nsales 0\n");

  undo (store, newest_first ? first : second);
  assert_state (store, "product Roll Roll supplier 0 price 100 cost -9223372036854775808\ncount 10000\nsales 0\n");
}

/* A forecast or a policy does not hold a product back: it is worked out again. */
static void
test_undo_drops_what_is_worked_out (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  HwStockLine *line = hw_stock_line_new ();
  const gint64 import_id = begin (store, "a");

  line->product_id = add_product (store, "Roll", 1, 1, import_id);
  finish (store, import_id);
  g_ptr_array_add (plan->lines, line);
  g_assert_true (hw_stock_repo_save_policy (store, plan, NULL));
  undo (store, import_id);
  assert_state (store, "sales 0\n");
}

static void
test_rolled_back (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 import_id = begin (store, "a");
  g_autoptr (GArray) imports = NULL;

  add_product (store, "Roll", 1, 1, import_id);
  hw_store_rollback (store);
  imports = hw_import_repo_list (store, NULL);
  g_assert_cmpuint (imports->len, ==, 0);
  assert_state (store, "sales 0\n");
}

static void
test_list_and_find (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwImportReport) report = hw_import_report_new ();
  g_autoptr (GArray) imports = NULL;
  const HwImport *found;
  g_autoptr (HwImportReport) other = hw_import_report_new ();
  gint64 first = begin (store, "aa");
  gint64 second, third, id;

  report->rows_read = 12;
  report->rows_imported = 10;
  report->rows_with_issues = 3;
  report->first_day = 20000;
  report->last_day = 20009;
  report->has_amount = TRUE;
  report->amount_known = TRUE;
  report->amount_total = 9668542000;
  g_assert_true (hw_import_repo_finish (store, first, report, NULL));
  g_assert_true (hw_store_commit (store, NULL));
  second = begin (store, "bb");
  finish (store, second);
  undo (store, second);

  /* What is said of a total, which is no row, is to be looked at all the same. */
  third = begin (store, "cc");
  hw_import_report_add_issue (other, HW_ISSUE_TOTAL_DIFFERS, 9, 3, "11.00", FALSE);
  g_assert_true (hw_import_repo_finish (store, third, other, NULL));
  g_assert_true (hw_store_commit (store, NULL));

  imports = hw_import_repo_list (store, NULL);
  g_assert_cmpuint (imports->len, ==, 3);
  g_assert_cmpint (g_array_index (imports, HwImport, 0).rows_with_issues, ==, 1);
  g_array_remove_index (imports, 0);
  g_assert_true (g_array_index (imports, HwImport, 0).undone);
  g_assert_cmpint (g_array_index (imports, HwImport, 0).amount_total, ==, HW_UNKNOWN);
  g_assert_cmpint (g_array_index (imports, HwImport, 0).first_day, ==, HW_DAY_NONE);

  found = &g_array_index (imports, HwImport, 1);
  g_assert_cmpint (found->id, ==, first);
  g_assert_cmpint (found->kind, ==, HW_IMPORT_SALES);
  g_assert_cmpstr (found->file_name, ==, "Sales of Anna.csv");
  g_assert_cmpstr (found->sha256, ==, "aa");
  g_assert_cmpint (found->at, ==, AT);
  g_assert_cmpint (found->rows_read, ==, 12);
  g_assert_cmpint (found->rows_imported, ==, 10);
  g_assert_cmpint (found->rows_with_issues, ==, 3);
  g_assert_cmpint (found->first_day, ==, 20000);
  g_assert_cmpint (found->last_day, ==, 20009);
  g_assert_cmpint (found->amount_total, ==, 9668542000);
  g_assert_false (found->undone);

  g_assert_true (hw_import_repo_find (store, "aa", &id, NULL));
  g_assert_cmpint (id, ==, first);
  g_assert_true (hw_import_repo_find (store, "bb", &id, NULL));
  g_assert_cmpint (id, ==, 0);
  g_assert_true (hw_import_repo_find (store, "none", &id, NULL));
  g_assert_cmpint (id, ==, 0);
}

static void
test_issues (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwImportReport) report = hw_import_report_new ();
  g_autoptr (GArray) issues = NULL;
  g_autoptr (GArray) none = NULL;
  const gint64 import_id = begin (store, "a");

  hw_import_report_add_issue (report, HW_ISSUE_TOO_FINE, 17, 3, "1.23456", FALSE);
  hw_import_report_add_issue (report, HW_ISSUE_NO_DATE, 4, -1, NULL, TRUE);
  g_assert_true (hw_import_repo_finish (store, import_id, report, NULL));
  g_assert_true (hw_store_commit (store, NULL));

  issues = hw_import_repo_issues (store, import_id, NULL);
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_cmpint (g_array_index (issues, HwIssue, 0).kind, ==, HW_ISSUE_TOO_FINE);
  g_assert_cmpint (g_array_index (issues, HwIssue, 0).row, ==, 17);
  g_assert_cmpint (g_array_index (issues, HwIssue, 0).column, ==, 3);
  g_assert_cmpstr (g_array_index (issues, HwIssue, 0).value, ==, "1.23456");
  g_assert_false (g_array_index (issues, HwIssue, 0).dropped);
  g_assert_cmpint (g_array_index (issues, HwIssue, 1).column, ==, -1);
  g_assert_cmpstr (g_array_index (issues, HwIssue, 1).value, ==, NULL);
  g_assert_true (g_array_index (issues, HwIssue, 1).dropped);

  none = hw_import_repo_issues (store, 99, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_memory_of_shapes (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autofree char *mapping = NULL;
  g_autofree char *answers = NULL;

  g_assert_true (hw_import_repo_recall (store, "csv|a|b", &mapping, &answers, NULL));
  g_assert_null (mapping);
  g_assert_null (answers);

  g_assert_true (hw_import_repo_remember (store, "csv|a|b", "date=0", NULL, NULL));
  g_assert_true (hw_import_repo_remember (store, "csv|a|b", "date=1", "date-order=dmy", NULL));
  g_assert_true (hw_import_repo_recall (store, "csv|a|b", &mapping, &answers, NULL));
  g_assert_cmpstr (mapping, ==, "date=1");
  g_assert_cmpstr (answers, ==, "date-order=dmy");
}

#define ADD_WITH(name, data, func) \
  g_test_add ("/store/hw-import-repo/" name, Fixture, data, fixture_set_up, func, fixture_tear_down)
#define ADD(name, func) ADD_WITH (name, NULL, func)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("undo/is-exact", test_undo_is_exact);
  ADD ("undo/once", test_undo_once);
  ADD ("undo/leaves-others", test_undo_leaves_others);
  ADD ("undo/used-product", test_undo_of_used_product);
  ADD ("undo/keeps-adopted-product", test_undo_keeps_adopted_product);
  ADD ("undo/keeps-later-change", test_undo_keeps_later_change);
  ADD_WITH ("undo/oldest-first", GINT_TO_POINTER (FALSE), test_undo_in_any_order);
  ADD_WITH ("undo/newest-first", GINT_TO_POINTER (TRUE), test_undo_in_any_order);
  ADD ("undo/drops-what-is-worked-out", test_undo_drops_what_is_worked_out);
  ADD ("rolled-back", test_rolled_back);
  ADD ("list-and-find", test_list_and_find);
  ADD ("issues", test_issues);
  ADD ("memory-of-shapes", test_memory_of_shapes);

  return g_test_run ();
}
