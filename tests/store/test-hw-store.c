/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-event-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-fixture.h"
#include "store/hw-store-private.h"

#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534 /* a user without rights */

static void
add_sales (HwStore *store,
           gint64   product_id,
           int      n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, &error);

  g_assert_no_error (error);
  for (int i = 0; i < n; i++)
    {
      const HwSale sale = { .day = 20000 + i % 100, .product_id = product_id, .quantity = 10000, .amount = 25000,
                            .minute = -1 };

      g_assert_true (hw_sale_writer_add (writer, &sale, &error));
    }
}

static gint64
count_sales (HwStore *store)
{
  g_autoptr (GError) error = NULL;
  HwDay first, last;
  gint64 n;

  g_assert_true (hw_sale_repo_span (store, &first, &last, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
assert_sound (HwStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = hw_store_check (store, NULL, &error);

  g_assert_no_error (error);
  if (problems->len > 0)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, 0));
  g_assert_cmpuint (problems->len, ==, 0);
}

static guint
mode_of (const char *path,
         const char *suffix)
{
  g_autofree char *full = g_strconcat (path, suffix, NULL);
  struct stat info;

  g_assert_cmpint (g_stat (full, &info), ==, 0);
  return info.st_mode & 0777;
}

/* While open: the file, two journals and the lock, none readable to others; then one file. */
static void
test_one_private_file (Fixture      *fixture,
                       gconstpointer data)
{
  HwStore *store = fixture_create (fixture);

  add_sales (store, add_product (store, "Roll", 1, 1, 0), 10);
  g_assert_cmpuint (mode_of (fixture->path, ""), ==, 0600);
  g_assert_cmpuint (mode_of (fixture->path, "-wal"), ==, 0600);
  g_assert_cmpuint (mode_of (fixture->path, "-shm"), ==, 0600);
  g_assert_cmpuint (mode_of (fixture->path, ".lock"), ==, 0600);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 4);
  hw_store_close (store);

  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  g_assert_cmpuint (mode_of (fixture->path, ""), ==, 0600);

  store = fixture_open (fixture, HW_STORE_READ);
  g_assert_cmpint (count_sales (store), ==, 10);
  g_assert_cmpint (hw_store_get_mode (store), ==, HW_STORE_READ);
  g_assert_cmpstr (hw_store_get_path (store), ==, fixture->path);
  g_assert_cmpint (hw_store_schema_version (store), ==, VERSION_TODAY);
  hw_store_close (store);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_never_overwrites (Fixture      *fixture,
                       gconstpointer data)
{
  const HwBusiness business = { .name = (char *) "Other", .sector = (char *) "shop", .country = (char *) "", .currency = "USD" };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "my letters", -1, NULL));
  g_assert_null (hw_store_create (fixture->path, &business, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* Reading leaves the bytes, and the time of the last change, as they were. */
typedef struct
{
  char            *bytes;
  gsize            size;
  struct timespec  changed;
} Snapshot;

static Snapshot
snapshot_take (const char *path)
{
  Snapshot snapshot = { 0 };
  struct stat info;

  g_assert_true (g_file_get_contents (path, &snapshot.bytes, &snapshot.size, NULL));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  snapshot.changed = info.st_mtim;
  return snapshot;
}

static void
snapshot_assert_same (Snapshot   *before,
                      const char *path)
{
  Snapshot now = snapshot_take (path);

  g_assert_cmpmem (before->bytes, before->size, now.bytes, now.size);
  g_assert_cmpint (before->changed.tv_sec, ==, now.changed.tv_sec);
  g_assert_cmpint (before->changed.tv_nsec, ==, now.changed.tv_nsec);
  g_free (now.bytes);
  g_free (before->bytes);
}

static void
refuse_untouched (Fixture     *fixture,
                  HwStoreError code)
{
  Snapshot before = snapshot_take (fixture->path);

  assert_refused (fixture->path, HW_STORE_READ, code);
  assert_refused (fixture->path, HW_STORE_WRITE, code);
  snapshot_assert_same (&before, fixture->path);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_newer_is_left_untouched (Fixture      *fixture,
                              gconstpointer data)
{
  hw_store_close (fixture_create (fixture));
  run_sql (fixture->path, "PRAGMA user_version = " G_STRINGIFY (VERSION_NEWER));
  refuse_untouched (fixture, HW_STORE_ERROR_TOO_NEW);
}

typedef struct
{
  const char *name;
  const char *bytes;
} NotOurs;

static const NotOurs not_ours[] = {
  { "empty", "" },
  { "text", "product,price\nroll,1\n" },
  { "starts-alike", "SQLite format 3" },
};

static void
test_not_ours (Fixture      *fixture,
               gconstpointer data)
{
  const NotOurs *c = data;

  g_assert_true (g_file_set_contents (fixture->path, c->bytes, -1, NULL));
  refuse_untouched (fixture, HW_STORE_ERROR_NOT_OURS);
}

static void
test_not_ours_other_database (Fixture      *fixture,
                              gconstpointer data)
{
  run_sql (fixture->path, "CREATE TABLE product (id INTEGER PRIMARY KEY); PRAGMA user_version = 1");
  refuse_untouched (fixture, HW_STORE_ERROR_NOT_OURS);
}

static void
test_not_ours_folder (Fixture      *fixture,
                      gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture->path, HW_STORE_READ, HW_STORE_ERROR_NOT_OURS);
  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_NOT_OURS);
}

static void
test_not_found (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "none", "Shop.headway", NULL);

  assert_refused (fixture->path, HW_STORE_READ, HW_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_NOT_FOUND);
  assert_refused (deep, HW_STORE_WRITE, HW_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
}

static void
test_damaged_cut_off (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  hw_store_close (fixture_create (fixture));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) (size / 2), NULL));
  refuse_untouched (fixture, HW_STORE_ERROR_DAMAGED);
}

/* A page of the schema overwritten; then a trigger slipped in that would run with each product. */
static void
test_damaged_schema (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  hw_store_close (fixture_create (fixture));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes + 100, 0xa5, 2000);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  refuse_untouched (fixture, HW_STORE_ERROR_DAMAGED);
}

static void
test_damaged_foreign_trigger (Fixture      *fixture,
                              gconstpointer data)
{
  hw_store_close (fixture_create (fixture));
  run_sql (fixture->path, "CREATE TRIGGER zz AFTER INSERT ON product BEGIN DELETE FROM product; END");
  refuse_untouched (fixture, HW_STORE_ERROR_DAMAGED);
}

static void
test_check_finds_damaged_page (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  HwStore *store = fixture_create (fixture);
  g_autofree char *bytes = NULL;
  gsize size, at;

  add_sales (store, add_product (store, "Roll", 1, 1, 0), 5000);
  assert_sound (store);
  hw_store_close (store);

  at = (gsize) ask_sql (fixture->path, "SELECT max (pageno) FROM dbstat WHERE name = 'sale'");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes + (at - 1) * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));

  store = fixture_open (fixture, HW_STORE_READ);
  problems = hw_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  hw_store_close (store);
}

static void
test_check_finds_lost_reference (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  HwStore *store = fixture_create (fixture);

  add_sales (store, add_product (store, "Roll", 1, 1, 0), 1);
  hw_store_close (store);
  run_sql (fixture->path, "DELETE FROM product");

  store = fixture_open (fixture, HW_STORE_WRITE);
  problems = hw_store_check (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, "sale: row 1 refers to a product that is not there");
  hw_store_close (store);
}

static gboolean
stop (double   done,
      gpointer data)
{
  (*(int *) data)++;
  return FALSE;
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HwStore *store = fixture_create (fixture);
  int asked = 0;
  const HwTick tick = { stop, &asked };

  add_sales (store, add_product (store, "Roll", 1, 1, 0), 5000);
  g_assert_null (hw_store_check (store, &tick, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_CANCELLED);
  g_assert_cmpint (asked, ==, 1);
  g_clear_error (&error);

  /* A change cancelled half way takes its whole transaction with it. */
  g_assert_true (hw_store_begin (store, &error));
  hw_store_watch (store, &tick);
  g_assert_false (hw_sqlite_run (hw_store_get_db (store), "UPDATE sale SET amount = 0", &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_CANCELLED);
  hw_store_watch (store, NULL);
  hw_store_rollback (store);
  hw_store_close (store);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM sale WHERE amount = 0"), ==, 0);
}

/* A copy given up leaves what was there before. */
static void
test_cancel_copy (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "Copy.headway", NULL);
  g_autofree char *bytes = NULL;
  HwStore *store = fixture_create (fixture);
  int asked = 0;
  const HwTick tick = { stop, &asked };

  add_sales (store, add_product (store, "Roll", 1, 1, 0), 5000);
  g_assert_true (g_file_set_contents (target, "an older copy", -1, NULL));
  hw_store_watch (store, &tick);
  g_assert_false (hw_store_copy (store, target, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_CANCELLED);
  hw_store_close (store);

  g_assert_true (g_file_get_contents (target, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "an older copy");
  g_assert_cmpuint (fixture_count_files (fixture), ==, 2);
}

static void
test_second_writer (Fixture      *fixture,
                    gconstpointer data)
{
  HwStore *first = fixture_create (fixture);
  HwStore *second;

  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_IN_USE);
  hw_store_close (first);

  second = fixture_open (fixture, HW_STORE_WRITE);
  hw_store_close (second);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* By another name it is the same file. */
static void
test_second_writer_by_link (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "Link.headway", NULL);
  HwStore *first = fixture_create (fixture);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  assert_refused (link, HW_STORE_WRITE, HW_STORE_ERROR_IN_USE);
  hw_store_close (first);
}

static gpointer
read_in_thread (gpointer data)
{
  HwStore *store = fixture_open (data, HW_STORE_READ);
  const gint64 n = count_sales (store);

  hw_store_close (store);
  return GSIZE_TO_POINTER ((gsize) n);
}

/* A page answers while a job writes, with what was there before the job. */
static void
test_read_while_writing (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HwStore *store = fixture_create (fixture);
  const gint64 product_id = add_product (store, "Roll", 1, 1, 0);
  HwStore *reader = fixture_open (fixture, HW_STORE_READ);
  const gint64 version = hw_store_data_version (reader);
  const gint64 own_version = hw_store_data_version (store);

  add_sales (store, product_id, 10);
  g_assert_true (hw_store_begin (store, &error));
  add_sales (store, product_id, 1000);
  g_assert_cmpint ((gint64) GPOINTER_TO_SIZE (g_thread_join (g_thread_new ("reader", read_in_thread, fixture))), ==, 10);
  g_assert_cmpint (count_sales (reader), ==, 10);
  g_assert_true (hw_store_commit (store, &error));

  g_assert_cmpint (count_sales (reader), ==, 1010);
  g_assert_cmpint (hw_store_data_version (reader), !=, version);
  g_assert_cmpint (hw_store_data_version (store), !=, own_version);
  g_assert_cmpint (hw_store_data_version (reader), ==, hw_store_data_version (reader));

  /* Still refused after a reader came and went: its closing must not unlock the file. */
  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_IN_USE);
  hw_store_close (store);
  g_assert_cmpint (count_sales (reader), ==, 1010);
  hw_store_close (reader);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_reader_cannot_write (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HwProduct product = { .sku = (char *) "X", .name = (char *) "X" };
  HwStore *reader;

  hw_store_close (fixture_create (fixture));
  reader = fixture_open (fixture, HW_STORE_READ);
  g_assert_false (hw_product_repo_add (reader, &product, 0, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  hw_store_close (reader);
}

/* Runs as a user without rights where the tests run as root. */
static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  const gboolean root = geteuid () == 0;
  g_autofree char *new_path = g_build_filename (fixture->folder, "New.headway", NULL);
  const HwBusiness business = { .name = (char *) "B", .sector = (char *) "shop", .country = (char *) "", .currency = "EUR" };
  g_autoptr (GError) error = NULL;
  HwStore *store;

  hw_store_close (fixture_create (fixture));
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_true (!root || seteuid (NOBODY) == 0);

  assert_refused (fixture->path, HW_STORE_WRITE, HW_STORE_ERROR_READ_ONLY);
  g_assert_null (hw_store_create (new_path, &business, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  store = fixture_open (fixture, HW_STORE_READ);
  g_assert_cmpint (count_sales (store), ==, 0);
  hw_store_close (store);

  g_assert_true (!root || seteuid (0) == 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

static void
test_disk_full (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;
  HwStore *store = fixture_create (fixture);
  const gint64 product_id = add_product (store, "Roll", 1, 1, 0);
  HwSaleWriter *writer;
  gint64 pages;
  gboolean ok = TRUE;

  add_sales (store, product_id, 100);
  g_assert_true (hw_sqlite_int (hw_store_get_db (store), "PRAGMA page_count", &pages, &error));
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 3);
  g_assert_true (hw_sqlite_run (hw_store_get_db (store), limit, &error));

  g_assert_true (hw_store_begin (store, &error));
  writer = hw_sale_writer_new (store, &error);
  for (int i = 0; ok && i < 10000; i++)
    {
      const HwSale sale = { .day = 20000, .product_id = product_id, .quantity = 1, .amount = 1 };

      ok = hw_sale_writer_add (writer, &sale, &error);
    }

  g_assert_false (ok);
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL);
  hw_sale_writer_free (writer);
  hw_store_rollback (store);
  g_assert_cmpint (count_sales (store), ==, 100);
  assert_sound (store);
  hw_store_close (store);

  store = fixture_open (fixture, HW_STORE_WRITE);
  g_assert_cmpint (count_sales (store), ==, 100);
  assert_sound (store);
  hw_store_close (store);
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "Copy.headway", NULL);
  g_autofree char *wal = g_strconcat (target, "-wal", NULL);
  HwStore *store = fixture_create (fixture);
  HwStore *copy;

  add_sales (store, add_product (store, "Roll", 1, 1, 0), 100);
  g_assert_true (g_file_set_contents (target, "an older copy", -1, NULL));
  g_assert_true (g_file_set_contents (wal, "and its journal", -1, NULL));
  g_assert_true (hw_store_copy (store, target, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mode_of (target, ""), ==, 0600);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  /* Not over itself, nor over what is open elsewhere. */
  g_assert_false (hw_store_copy (store, fixture->path, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_IN_USE);
  hw_store_close (store);

  copy = hw_store_open (target, HW_STORE_WRITE, NULL);
  g_assert_nonnull (copy);
  g_assert_cmpint (count_sales (copy), ==, 100);
  assert_sound (copy);
  hw_store_close (copy);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 2);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-store/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("one-private-file", test_one_private_file);
  ADD ("never-overwrites", test_never_overwrites);
  ADD ("newer-is-left-untouched", test_newer_is_left_untouched);
  ADD ("not-ours/other-database", test_not_ours_other_database);
  ADD ("not-ours/folder", test_not_ours_folder);
  ADD ("not-found", test_not_found);
  ADD ("damaged/cut-off", test_damaged_cut_off);
  ADD ("damaged/schema", test_damaged_schema);
  ADD ("damaged/foreign-trigger", test_damaged_foreign_trigger);
  ADD ("check/damaged-page", test_check_finds_damaged_page);
  ADD ("check/lost-reference", test_check_finds_lost_reference);
  ADD ("cancel", test_cancel);
  ADD ("cancel-copy", test_cancel_copy);
  ADD ("second-writer", test_second_writer);
  ADD ("second-writer-by-link", test_second_writer_by_link);
  ADD ("read-while-writing", test_read_while_writing);
  ADD ("reader-cannot-write", test_reader_cannot_write);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("disk-full", test_disk_full);
  ADD ("copy", test_copy);

  for (guint i = 0; i < G_N_ELEMENTS (not_ours); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hw-store/not-ours/", not_ours[i].name, NULL);

      g_test_add (path, Fixture, &not_ours[i], fixture_set_up, test_not_ours, fixture_tear_down);
    }

  return g_test_run ();
}
