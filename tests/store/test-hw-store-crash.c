/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a second process meets, and what a killed one leaves behind. The program
 * starts itself again as that process: PROGRAM --child ROLE FILE. */
#include "store/hw-order-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-sqlite.h"
#include "store/hw-stock-repo.h"
#include "store/hw-store-fixture.h"
#include "store/hw-store-private.h"

#include <gio/gio.h>

#define N_KEPT 2000
#define N_LOST 20000

static const char *program;

/* Version 2 of the file, in a step that never ends. */
static const char *const endless_step[] = {
  "CREATE TABLE filler (x INTEGER);"
  "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO filler SELECT x FROM c",
  NULL,
};

static void
add_sales (HwStore *store,
           int      n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, &error);

  for (int i = 0; i < n; i++)
    {
      const HwSale sale = { .day = 20000 + i % 50, .product_id = 1, .quantity = 10000, .amount = 25000 };

      g_assert_true (hw_sale_writer_add (writer, &sale, &error));
    }
}

static void
say_ready_and_wait (void)
{
  char line[8];

  g_print ("ready\n");
  if (fgets (line, sizeof line, stdin) == NULL)
    return;
}

static void
child_hold (const char *path)
{
  HwStore *store = hw_store_open (path, HW_STORE_WRITE, NULL);

  g_assert_nonnull (store);
  say_ready_and_wait ();
  hw_store_close (store);
}

static void
child_read (const char *path)
{
  HwStore *store = hw_store_open (path, HW_STORE_READ, NULL);

  g_assert_nonnull (store);
  say_ready_and_wait ();
  hw_store_close (store);
}

/* A small cache, so that parts of the open transaction are in the journal already. */
static void
child_work (const char *path)
{
  HwStore *store = hw_store_open (path, HW_STORE_WRITE, NULL);

  g_assert_nonnull (store);
  g_assert_true (hw_sqlite_run (hw_store_get_db (store), "PRAGMA cache_size = 20", NULL));
  g_assert_true (hw_store_begin (store, NULL));
  add_sales (store, N_KEPT);
  g_assert_true (hw_store_commit (store, NULL));
  g_assert_true (hw_store_begin (store, NULL));
  add_sales (store, N_LOST);
  say_ready_and_wait ();
}

/* One delivery noted and kept, the next noted and not kept. */
static void
child_receive (const char *path)
{
  HwStore *store = hw_store_open (path, HW_STORE_WRITE, NULL);

  g_assert_nonnull (store);
  for (int i = 0; i < 2; i++)
    {
      const HwOrder part = { 1, 1, HW_ORDER_PART, 20000, 20003 };
      const HwReceipt receipt = { 1, 20002 + i, 30000 };
      gint64 step;

      g_assert_true (hw_store_begin (store, NULL));
      g_assert_true (hw_order_repo_begin_step (store, "moved", 20002 + i, &step, NULL));
      g_assert_true (hw_order_repo_keep_before (store, step, 1, NULL));
      g_assert_true (hw_order_repo_add_receipt (store, step, &receipt, NULL));
      g_assert_true (hw_order_repo_update (store, &part, 20009 + i, NULL));
      if (i == 0)
        g_assert_true (hw_store_commit (store, NULL));
    }

  say_ready_and_wait ();
}

static void
child_migrate (const char *path)
{
  HwSchema *schema = hw_schema_new_built_in (NULL);

  g_ptr_array_add (schema->steps, g_strdup (endless_step[0]));
  g_print ("ready\n");
  g_assert_null (hw_store_open_with (path, HW_STORE_WRITE, schema, NULL));
}

static int
run_child (const char *role,
           const char *path)
{
  if (g_str_equal (role, "hold"))
    child_hold (path);
  else if (g_str_equal (role, "read"))
    child_read (path);
  else if (g_str_equal (role, "work"))
    child_work (path);
  else if (g_str_equal (role, "receive"))
    child_receive (path);
  else
    child_migrate (path);

  return 0;
}

static GSubprocess *
start_child (const char *role,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                         program, "--child", role, path, NULL);

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, "ready");
  return child;
}

static void
let_end (GSubprocess *child)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (child), NULL, &error));
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
}

/* kill -9 */
static void
kill_child (GSubprocess *child)
{
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
}

static void
test_in_use (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GSubprocess) child = NULL;
  HwStore *reader;

  hw_store_close (fixture_create (fixture));
  child = start_child ("hold", fixture->path);

  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_IN_USE);
  reader = fixture_open (fixture, HW_STORE_READ);
  hw_store_close (reader);
  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_IN_USE);

  let_end (child);
  hw_store_close (fixture_open (fixture, HW_STORE_WRITE));
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* The writer closes while another program reads: that one tidies up. */
static void
test_reader_closes_last (Fixture      *fixture,
                         gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  g_autoptr (GSubprocess) child = start_child ("read", fixture->path);

  add_product (store, "Roll", 1, 1, 0);
  hw_store_close (store);
  let_end (child);

  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM product"), ==, 1);
}

static void
test_kill_loses_nothing_committed (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GSubprocess) child = NULL;
  HwStore *store = fixture_create (fixture);
  HwDay first, last;
  gint64 n;

  add_product (store, "Roll", 1, 1, 0);
  hw_store_close (store);

  child = start_child ("work", fixture->path);
  kill_child (child);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));

  store = fixture_open (fixture, HW_STORE_WRITE);
  g_assert_true (hw_sale_repo_span (store, &first, &last, &n, &error));
  g_assert_cmpint (n, ==, N_KEPT);
  problems = hw_store_check (store, NULL, &error);
  g_assert_cmpuint (problems->len, ==, 0);
  hw_store_close (store);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* Of a delivery being noted all or nothing is kept, and what was kept can be taken
 * back. */
static void
test_kill_while_receiving (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HwOrderRow) row = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GSubprocess) child = NULL;
  HwStore *store = fixture_create (fixture);
  HwSupplier mill = { .code = (char *) "M", .name = (char *) "Mill", .email = (char *) "", .lead_days = 3 };
  HwOrder order = { .supplier_id = 1, .state = HW_ORDER_SENT, .ordered = 20000, .expected = 20003 };
  HwOrderLine line = { .order_id = 1, .product_id = 1, .quantity = 100000, .unit_cost = HW_UNKNOWN };
  gboolean later = FALSE;
  guint n_refused;

  add_product (store, "Roll", 1, 1, 0);
  g_assert_true (hw_supplier_repo_add (store, &mill, 0, NULL));
  g_assert_true (hw_stock_repo_add_order (store, &order, NULL));
  g_assert_true (hw_stock_repo_add_line (store, &line, NULL));
  hw_store_close (store);

  child = start_child ("receive", fixture->path);
  kill_child (child);

  store = fixture_open (fixture, HW_STORE_WRITE);
  problems = hw_store_check (store, NULL, &error);
  g_assert_cmpuint (problems->len, ==, 0);
  row = hw_order_repo_find (store, 20005, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (row->order.state, ==, HW_ORDER_PART);
  g_assert_cmpint (row->confirmed, ==, 20009);
  g_assert_cmpint (((const HwOrderLineRow *) g_ptr_array_index (row->lines, 0))->received, ==, 30000);
  g_assert_true (hw_order_repo_take_back (store, 1, ids, &n_refused, &later, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  hw_store_close (store);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM receipt"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT state = 'sent' FROM purchase_order"), ==, 1);
}

/* Killed between two steps: the file is at the old version, whole. */
static void
test_kill_while_migrating (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", fixture->path, VERSION_TODAY);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GSubprocess) child = NULL;
  HwStore *store = fixture_create (fixture);

  add_product (store, "Roll", 1, 1, 0);
  hw_store_close (store);

  child = start_child ("migrate", fixture->path);
  for (int i = 0; i < 1000 && !g_file_test (journal, G_FILE_TEST_EXISTS); i++)
    g_usleep (10000);

  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  kill_child (child);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));

  store = fixture_open (fixture, HW_STORE_WRITE);
  g_assert_cmpint (hw_store_schema_version (store), ==, VERSION_TODAY);
  problems = hw_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  hw_store_close (store);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM product"), ==, 1);
  g_assert_cmpint (ask_sql (backup, "SELECT count (*) FROM product"), ==, 1);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-store-crash/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *absolute = g_canonicalize_filename (argv[0], NULL);

  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  program = absolute;

  ADD ("in-use", test_in_use);
  ADD ("reader-closes-last", test_reader_closes_last);
  ADD ("kill-loses-nothing-committed", test_kill_loses_nothing_committed);
  ADD ("kill-while-receiving", test_kill_while_receiving);
  ADD ("kill-while-migrating", test_kill_while_migrating);

  return g_test_run ();
}
