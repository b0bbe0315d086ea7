/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Old files become new ones; what goes wrong half way changes nothing.
 *
 * store/data/v1.headway was made by this program as it was at version 1:
 * PROGRAM --make FILE. It is kept for good; each later version adds one. */
#include "store/hw-entry-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-import-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"
#include "store/hw-store-private.h"

#define STEP_A "ALTER TABLE product ADD COLUMN colour TEXT NOT NULL DEFAULT 'brown'"
#define STEP_B "CREATE TABLE stall (id INTEGER PRIMARY KEY) STRICT; INSERT INTO stall VALUES (1), (2)"
#define STEP_BROKEN "INSERT INTO stall VALUES (3); INSERT INTO nowhere VALUES (1)"
#define STEP_STRAY "PRAGMA defer_foreign_keys = ON; INSERT INTO product (sku, name, category, unit, supplier_id, pack," \
                   " min_order, shelf_days, retired) VALUES ('x', 'x', '', '', 99, 0, 0, 0, 0)"

static HwSchema *
schema_with (const char *const *more)
{
  g_autoptr (GError) error = NULL;
  HwSchema *schema = hw_schema_new_built_in (&error);

  g_assert_no_error (error);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (schema->steps, g_strdup (more[i]));

  return schema;
}

static HwStore *
open_with (Fixture           *fixture,
           HwStoreMode        mode,
           const char *const *more,
           GError           **error)
{
  return hw_store_open_with (fixture->path, mode, schema_with (more), error);
}

static char *
backup_path (Fixture *fixture,
             int      version)
{
  return g_strdup_printf ("%s.v%d.bak", fixture->path, version);
}

static void
make_today (Fixture *fixture)
{
  HwStore *store = fixture_create (fixture);

  add_product (store, "Roll", 5000, 2000, 0);
  hw_store_close (store);
}

static void
test_steps_in_one_go (Fixture      *fixture,
                      gconstpointer data)
{
  static const char *const more[] = { STEP_A, STEP_B, NULL };
  g_autofree char *backup = backup_path (fixture, VERSION_TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  HwStore *store;

  make_today (fixture);
  store = open_with (fixture, HW_STORE_WRITE, more, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hw_store_schema_version (store), ==, VERSION_TODAY + 2);
  problems = hw_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  hw_store_close (store);

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM product WHERE colour = 'brown'"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM stall"), ==, 2);

  /* The copy is the file as it was, and as private. */
  g_assert_cmpint (ask_sql (backup, "PRAGMA user_version"), ==, VERSION_TODAY);
  g_assert_cmpint (ask_sql (backup, "SELECT count (*) FROM product"), ==, 1);
  store = hw_store_open (backup, HW_STORE_READ, &error);
  g_assert_no_error (error);
  hw_store_close (store);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 2);
}

static void
test_steps_one_by_one (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const two[] = { STEP_A, NULL };
  static const char *const three[] = { STEP_A, STEP_B, NULL };
  g_autofree char *backup = backup_path (fixture, VERSION_TODAY + 1);
  g_autoptr (GError) error = NULL;

  make_today (fixture);
  hw_store_close (open_with (fixture, HW_STORE_WRITE, two, &error));
  hw_store_close (open_with (fixture, HW_STORE_WRITE, three, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_sql (fixture->path, "PRAGMA user_version"), ==, VERSION_TODAY + 2);
  g_assert_cmpint (ask_sql (backup, "PRAGMA user_version"), ==, VERSION_TODAY + 1);

  /* And by the program of today it is not touched any more. */
  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_TOO_NEW);
  assert_refused (fixture->path, HW_STORE_READ, HW_STORE_ERROR_TOO_NEW);
}

typedef struct
{
  const char  *name;
  const char  *more[4];
  HwStoreError code;
} BadStep;

static const BadStep bad_steps[] = {
  { "broken", { STEP_A, STEP_B, STEP_BROKEN, NULL }, HW_STORE_ERROR_SQL },
  { "stray-reference", { STEP_A, STEP_B, STEP_STRAY, NULL }, HW_STORE_ERROR_DAMAGED },
};

static void
test_bad_step (Fixture      *fixture,
               gconstpointer data)
{
  const BadStep *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  make_today (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  g_assert_null (open_with (fixture, HW_STORE_WRITE, c->more, &error));
  g_assert_error (error, HW_STORE_ERROR, (int) c->code);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  hw_store_close (fixture_open (fixture, HW_STORE_WRITE));
}

/* Reading changes nothing, so an older file is for its writer to bring up to date. */
static void
test_reader_does_not_migrate (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const more[] = { STEP_A, NULL };
  g_autoptr (GError) error = NULL;

  make_today (fixture);
  g_assert_null (open_with (fixture, HW_STORE_READ, more, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "PRAGMA user_version"), ==, VERSION_TODAY);
}

/* --- from version 1 --- */

/* A little of everything that a file of version 1 can hold. */
#define V1_ROWS \
  "INSERT INTO import VALUES (3, 'sales', 'a.csv', 'ab', 1700000000, 2, 2, 0, 20000, 20001, 3, 4, 1, 2, NULL);" \
  "INSERT INTO import_issue VALUES (3, 0, 'date', 2, 1, 'x', 1);" \
  "INSERT INTO import_undo VALUES (3, 'product', 5, NULL, '[]');" \
  "INSERT INTO import_shape VALUES ('s', 'm', 'a');" \
  "INSERT INTO supplier VALUES (2, 'M', 'Mill', '', 3, 0, 0, NULL);" \
  "INSERT INTO product VALUES (5, 'R', 'Roll', '', '', 2, 5000, NULL, 0, 0, 0, 0, 3);" \
  "INSERT INTO customer VALUES (7, 'C', 'Customer 1', NULL);" \
  "INSERT INTO sale VALUES (1, 20000, 5, 10000, 5000, 'A', 7, 600, 3, 2), (2, 20001, 5, 20000, NULL, '', NULL, NULL, 3, 3);" \
  "INSERT INTO stock_count VALUES (1, 5, 20001, 0, NULL);" \
  "INSERT INTO waste VALUES (1, 5, 20001, 10000, NULL);" \
  "INSERT INTO purchase_order VALUES (4, 2, 'sent', 20000, NULL);" \
  "INSERT INTO order_line VALUES (6, 4, 5, 30000, 2000);" \
  "INSERT INTO receipt VALUES (1, 6, 20001, 10000);" \
  "INSERT INTO forecast_run VALUES (1, 20001, 'day', 20001, 1, 7);" \
  "INSERT INTO forecast_series VALUES (1, 1, NULL, 0, 'naive', NULL, 1.5, 2.5);" \
  "INSERT INTO forecast VALUES (1, 20002, 1, 0, 2, 0, 3);" \
  "INSERT INTO stock_policy VALUES (5, 20001, 0.95, 3, 1, 'A', 'X', 'order', 1, 2, 3, 4);"

static HwSchema *
schema_of_version_1 (void)
{
  HwSchema *schema = schema_with (NULL);

  g_ptr_array_set_size (schema->steps, 1);
  return schema;
}

/* Every row of every table of version 1 in its columns of then, as text. */
static char *
dump_version_1 (const char *path)
{
  /* and how many columns it had; 0: all it has today */
  static const struct { const char *name; int n_columns; } tables[] = {
    { "business", 0 }, { "import", 0 }, { "import_issue", 0 }, { "import_undo", 0 }, { "import_shape", 0 },
    { "supplier", 0 }, { "product", 0 }, { "customer", 0 }, { "sale", 10 }, { "stock_count", 0 }, { "waste", 0 },
    { "purchase_order", 5 }, { "order_line", 5 }, { "receipt", 4 }, { "forecast_run", 0 }, { "forecast_series", 8 },
    { "forecast", 7 }, { "stock_policy", 12 }, { "event", 0 }, { "event_text", 0 },
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[t].name);
      sqlite3_stmt *stmt = NULL;
      int n = 0;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      for (; sqlite3_step (stmt) == SQLITE_ROW; n++)
        {
          g_string_append_printf (text, "%s:", tables[t].name);
          for (int c = 0; c < (tables[t].n_columns > 0 ? tables[t].n_columns : sqlite3_column_count (stmt)); c++)
            g_string_append_printf (text, "%d %s|", sqlite3_column_type (stmt, c), (const char *) sqlite3_column_text (stmt, c));
          g_string_append_c (text, '\n');
        }

      g_assert_cmpint (n, >, 0);
      sqlite3_finalize (stmt);
    }

  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* Nothing is lost on the way to today, and nothing is entered that nobody said. */
static void
test_from_version_1 (Fixture      *fixture,
                     gconstpointer data)
{
  const HwBusiness business = { (char *) "Corner", (char *) "retail", (char *) "DE", "EUR", 20000 };
  const HwEvent event = { .at = 1, .kind = "business-made", .subject = "business", .text = "a word" };
  g_autofree char *backup = backup_path (fixture, 1);
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) goals = NULL;
  HwStore *store = hw_store_create_with (fixture->path, &business, schema_of_version_1 (), &error);

  g_assert_no_error (error);
  g_assert_true (hw_event_repo_add (store, &event, &error));
  hw_store_close (store);
  run_sql (fixture->path, V1_ROWS);
  g_assert_cmpint (ask_sql (fixture->path, "PRAGMA user_version"), ==, 1);
  before = dump_version_1 (fixture->path);

  store = fixture_open (fixture, HW_STORE_WRITE);
  g_assert_cmpint (hw_store_schema_version (store), ==, VERSION_TODAY);
  problems = hw_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  goals = hw_entry_repo_list (store, HW_ENTRY_GOAL, HW_ENTRY_ANY_PARENT, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (goals->len, ==, 0);
  hw_store_close (store);

  after = dump_version_1 (fixture->path);
  copied = dump_version_1 (backup);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (copied, ==, before);
  g_assert_cmpint (ask_sql (backup, "PRAGMA user_version"), ==, 1);
}

/* The tables a later program leaves in the file are as well known as our own. */
static void
test_strict_tables_only (Fixture      *fixture,
                         gconstpointer data)
{
  make_today (fixture);
  g_assert_cmpint (ask_sql (fixture->path,
    "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    " AND name NOT LIKE 'sqlite%' AND NOT strict"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM pragma_table_list WHERE strict"), >, 15);
}

/* --- the kept file --- */

static void
fill (HwStore *store)
{
  HwSupplier mill = { .code = (char *) "M", .name = (char *) "Mill", .email = (char *) "mill@example.org", .lead_days = 3 };
  HwCustomer anna = { .code = (char *) "C1", .name = (char *) "Customer 1" };
  g_autoptr (HwImportReport) report = hw_import_report_new ();
  HwStockCount count = { .day = 20009, .quantity = 120000 };
  gint64 roll, import_id;

  g_assert_true (hw_supplier_repo_add (store, &mill, 0, NULL));
  g_assert_true (hw_customer_repo_add (store, &anna, 0, NULL));
  roll = add_product (store, "Roll", 5000, 2000, 0);
  g_assert_true (hw_store_begin (store, NULL));
  g_assert_true (hw_import_repo_begin (store, HW_IMPORT_SALES, "sales.csv", "0123", 1700000000, &import_id, NULL));
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, NULL);
      g_autofree char *ref = g_strdup_printf ("R%d", i / 2);
      const HwSale sale = {
        .import_id = import_id, .source_row = i + 2, .day = 20000 + i / 2, .minute = 600, .product_id = roll,
        .customer_id = anna.id, .order_ref = ref, .quantity = 20000, .amount = 10000,
      };

      g_assert_true (hw_sale_writer_add (writer, &sale, NULL));
    }

  g_assert_true (hw_import_repo_finish (store, import_id, report, NULL));
  g_assert_true (hw_store_commit (store, NULL));
  count.product_id = roll;
  g_assert_true (hw_stock_repo_add_count (store, &count, NULL));
}

/* A goal in two versions, a draft of a third, and a check-in of an initiative. */
static void
fill_entries (HwStore *store)
{
  g_autoptr (HwEntry) goal = hw_entry_new (HW_ENTRY_GOAL, 0);
  g_autoptr (HwEntry) initiative = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  g_autoptr (HwEntry) check_in = NULL;

  goal->changed = initiative->changed = 20010;
  hw_answers_set (goal->answers, "name", "Less waste");
  g_assert_true (hw_entry_repo_keep (store, goal, HW_ENTRY_SAVED, 1700000000, NULL));
  hw_answers_set (goal->answers, "name", "Half the waste");
  g_assert_true (hw_entry_repo_keep (store, goal, HW_ENTRY_SAVED, 1700000001, NULL));
  hw_answers_set (goal->answers, "name", "No waste");
  g_assert_true (hw_entry_repo_keep_draft (store, goal, 1700000002, NULL));

  hw_answers_set (initiative->answers, "name", "Bake less on Mondays");
  g_assert_true (hw_entry_repo_keep (store, initiative, HW_ENTRY_SAVED, 1700000003, NULL));
  check_in = hw_entry_new (HW_ENTRY_CHECK_IN, initiative->id);
  check_in->changed = 20011;
  hw_answers_set (check_in->answers, "note", "Went well");
  g_assert_true (hw_entry_repo_keep (store, check_in, HW_ENTRY_SAVED, 1700000004, NULL));
}

/* One order half here, one all here, one on its way; and a plan. */
static void
fill_orders (HwStore *store)
{
  g_autoptr (HwStockPlan) plan = hw_stock_plan_new ();
  HwStockLine *policy = hw_stock_line_new ();

  for (int i = 0; i < 3; i++)
    {
      HwOrder order = { .supplier_id = 1, .state = i == 1 ? HW_ORDER_RECEIVED : HW_ORDER_SENT, .ordered = 20000 + i, .expected = 20003 + i };
      HwOrderLine line = { .product_id = 1, .quantity = 100000, .unit_cost = 2000 };
      HwReceipt receipt = { .day = 20004, .quantity = i == 0 ? 40000 : 100000 };

      g_assert_true (hw_stock_repo_add_order (store, &order, NULL));
      line.order_id = order.id;
      g_assert_true (hw_stock_repo_add_line (store, &line, NULL));
      receipt.order_line_id = line.id;
      g_assert_true (i == 2 || hw_stock_repo_add_receipt (store, &receipt, NULL));
    }

  policy->product_id = 1;
  policy->service = 0.95;
  policy->order_now = 70000;
  policy->order_up_to = 90000;
  plan->as_of = 20009;
  g_ptr_array_add (plan->lines, policy);
  g_assert_true (hw_stock_repo_save_policy (store, plan, NULL));
}

/* In small pages, to be kept. */
static int
make_kept_file (const char *path)
{
  Fixture fixture = { .path = (char *) path };
  HwStore *store = fixture_create (&fixture);

  fill (store);
  fill_entries (store);
  fill_orders (store);
  hw_store_close (store);
  run_sql (path, "PRAGMA page_size = 1024; VACUUM");
  return 0;
}

/* What fill_entries() entered stands as it did, and may be gone on with. */
static void
assert_entries (HwStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) goals = hw_entry_repo_list (store, HW_ENTRY_GOAL, HW_ENTRY_ANY_PARENT, FALSE, &error);
  g_autoptr (GPtrArray) check_ins = hw_entry_repo_list (store, HW_ENTRY_CHECK_IN, HW_ENTRY_ANY_PARENT, FALSE, &error);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (HwEntry) draft = NULL;
  const HwEntry *goal;

  g_assert_no_error (error);
  g_assert_cmpuint (goals->len, ==, 1);
  g_assert_cmpuint (check_ins->len, ==, 1);
  goal = g_ptr_array_index (goals, 0);
  g_assert_cmpstr (hw_answers_get (goal->answers, "name"), ==, "Half the waste");
  g_assert_cmpint (goal->version, ==, 2);
  g_assert_cmpint (goal->made, ==, 20010);
  history = hw_entry_repo_history (store, goal->id, &error);
  g_assert_cmpuint (history->len, ==, 2);
  draft = hw_entry_repo_load (store, goal->id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hw_answers_get (draft->answers, "name"), ==, "No waste");

  for (int kind = HW_ENTRY_REVIEW; kind < HW_ENTRY_N; kind++)
    {
      g_autoptr (HwEntry) entry = hw_entry_new ((HwEntryKind) kind, 0);

      entry->changed = 20012;
      g_assert_true (hw_entry_repo_keep (store, entry, HW_ENTRY_SAVED, 1700000005, &error));
      g_assert_cmpint (entry->id, >, ((const HwEntry *) g_ptr_array_index (check_ins, 0))->id);
    }
}

/* What fill_orders() ordered: what half came is half on its way, and the plan is the
 * one before today's. */
static void
assert_orders (HwStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = hw_order_repo_list (store, 20010, 10, &error);
  g_autoptr (GArray) on_hand = hw_stock_repo_on_hand (store, 20010, &error);
  g_autoptr (GHashTable) before = hw_stock_repo_policy_before (store, 20010, &error);
  const gint64 roll = 1;
  const HwPolicyBefore *policy;
  const HwOrderRow *half;

  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 3);
  half = g_ptr_array_index (orders, 1);
  g_assert_cmpint (half->order.ordered, ==, 20000);
  g_assert_cmpint (half->order.expected, ==, 20003);
  g_assert_cmpint (half->confirmed, ==, HW_DAY_NONE);
  g_assert_cmpint (half->value, ==, 20000);
  g_assert_cmpint (((const HwOrderLineRow *) g_ptr_array_index (half->lines, 0))->received, ==, 40000);
  g_assert_cmpint (((const HwOrderLineRow *) g_ptr_array_index (half->lines, 0))->proposed, ==, HW_UNKNOWN);
  g_assert_cmpint (((const HwOrderRow *) g_ptr_array_index (orders, 2))->received, ==, 20004);
  g_assert_cmpint (g_array_index (on_hand, HwOnHand, 0).on_order, ==, 160000);

  policy = g_hash_table_lookup (before, &roll);
  g_assert_cmpint (policy->as_of, ==, 20009);
  g_assert_cmpint (policy->order_now, ==, 70000);
  g_assert_cmpint (policy->order_up_to, ==, 90000);
  g_assert_cmpint (policy->on_hand, ==, HW_UNKNOWN);
  g_assert_cmpfloat (policy->expected, ==, -1.0);
  g_assert_cmpstr (policy->terms, ==, "");
}

static void
test_kept_file (Fixture      *fixture,
                gconstpointer data)
{
  const char *name = data;
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (HwStore) store = NULL;
  HwPeriodSums sums;
  gsize size;

  g_assert_true (g_file_get_contents (kept, &bytes, &size, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));

  store = fixture_open (fixture, HW_STORE_WRITE);
  problems = hw_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (hw_sale_repo_sums (store, 20000, 20009, &sums, &error));
  g_assert_cmpint (sums.n_lines, ==, 20);
  g_assert_cmpint (sums.revenue, ==, 200000);
  g_assert_cmpint (sums.cogs, ==, 80000);
  g_assert_cmpint (sums.n_orders, ==, 10);
  g_assert_cmpint (sums.n_customers, ==, 1);
  g_assert_cmpint (sums.stock_value, ==, 24000);

  if (!g_str_equal (name, "v1.headway"))
    assert_entries (store);
  if (g_str_equal (name, "v3.headway"))
    assert_orders (store);

  g_assert_true (hw_import_repo_undo (store, 1, 1700000001, &error));
  g_assert_no_error (error);
  g_assert_true (hw_sale_repo_sums (store, 20000, 20009, &sums, &error));
  g_assert_cmpint (sums.n_lines, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-schema/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--make"))
    return make_kept_file (argv[2]);

  g_test_init (&argc, &argv, NULL);

  ADD ("steps-in-one-go", test_steps_in_one_go);
  ADD ("steps-one-by-one", test_steps_one_by_one);
  ADD ("reader-does-not-migrate", test_reader_does_not_migrate);
  ADD ("from-version-1", test_from_version_1);
  ADD ("strict-tables-only", test_strict_tables_only);

  for (guint i = 0; i < G_N_ELEMENTS (bad_steps); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hw-schema/bad-step/", bad_steps[i].name, NULL);

      g_test_add (path, Fixture, &bad_steps[i], fixture_set_up, test_bad_step, fixture_tear_down);
    }

  g_test_add ("/store/hw-schema/kept-file/v1", Fixture, "v1.headway", fixture_set_up, test_kept_file, fixture_tear_down);
  g_test_add ("/store/hw-schema/kept-file/v2", Fixture, "v2.headway", fixture_set_up, test_kept_file, fixture_tear_down);
  g_test_add ("/store/hw-schema/kept-file/v3", Fixture, "v3.headway", fixture_set_up, test_kept_file, fixture_tear_down);
  g_test_add ("/store/hw-schema/kept-file/v4", Fixture, "v4.headway", fixture_set_up, test_kept_file, fixture_tear_down);

  return g_test_run ();
}
