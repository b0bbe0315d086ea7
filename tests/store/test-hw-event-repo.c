/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-event-repo.h"
#include "store/hw-store-fixture.h"

static void
add_event (HwStore    *store,
           const char *kind,
           const char *text)
{
  const HwEvent event = { .at = 1700000000, .kind = kind, .subject = "customer", .subject_id = 7, .text = text };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_event_repo_add (store, &event, &error));
  g_assert_no_error (error);
}

static void
make_four (Fixture *fixture)
{
  HwStore *store = fixture_create (fixture);

  add_event (store, "business-made", NULL);
  add_event (store, "import", "sales of Anna.csv");
  add_event (store, "import", "sales of Bert.csv");
  add_event (store, "report", NULL);
  hw_store_close (store);
}

/* Takes the guards off, as somebody would who wants to change the past. */
static void
tamper (Fixture    *fixture,
        const char *sql)
{
  g_autofree char *all = g_strconcat (
    "DROP TRIGGER event_not_changed; DROP TRIGGER event_not_removed;", sql, ";"
    "CREATE TRIGGER event_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'events are only added'); END;"
    "CREATE TRIGGER event_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'events are only added'); END;",
    NULL);

  run_sql (fixture->path, all);
}

static GPtrArray *
verify (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  HwStore *store = fixture_open (fixture, HW_STORE_READ);

  g_assert_true (hw_event_repo_verify (store, problems, &error));
  g_assert_no_error (error);
  hw_store_close (store);
  return problems;
}

static void
test_whole (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HwStore) store = NULL;
  gint64 n;

  make_four (fixture);
  problems = verify (fixture);
  g_assert_cmpuint (problems->len, ==, 0);

  store = fixture_open (fixture, HW_STORE_READ);
  g_assert_true (hw_event_repo_count (store, &n, NULL));
  g_assert_cmpint (n, ==, 4);
}

/* Whether the bytes of @word stand anywhere in the file. */
static gboolean
file_has (const char *path,
          const char *word)
{
  const gsize length = strlen (word);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, word, length) == 0)
      return TRUE;

  return FALSE;
}

/* The person goes, the chain stays, and no byte of the name is left in the file. */
static void
test_erase (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  HwStore *store;

  make_four (fixture);
  g_assert_true (file_has (fixture->path, "Anna"));

  store = fixture_open (fixture, HW_STORE_WRITE);
  g_assert_true (hw_event_repo_erase_text (store, 2, &error));
  g_assert_no_error (error);
  g_assert_false (hw_event_repo_erase_text (store, 99, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  hw_store_close (store);

  problems = verify (fixture);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_false (file_has (fixture->path, "Anna"));
  g_assert_true (file_has (fixture->path, "Bert"));
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *found; /* the first problem */
} Tampering;

static const Tampering tamperings[] = {
  { "changed-row", "UPDATE event SET at = at + 1 WHERE id = 2", "event 2: it, or the one before, was changed" },
  { "changed-hash", "UPDATE event SET hash = CASE substr (hash, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr (hash, 2) WHERE id = 2",
    "event 2: it, or the one before, was changed" },
  { "changed-text", "UPDATE event_text SET text = 'sales of Carl.csv' WHERE event_id = 3",
    "event 3: its text was changed" },
  { "missing-row", "DELETE FROM event_text WHERE event_id = 2; DELETE FROM event WHERE id = 2",
    "events 2 to 2 are missing" },
  { "missing-first", "DELETE FROM event WHERE id = 1", "events 1 to 1 are missing" },
  { "missing-tail", "DELETE FROM event WHERE id = 4", "the last event is 3, the business knows of 4" },
  { "reordered", "UPDATE event SET id = -1 WHERE id = 1; UPDATE event SET id = 1 WHERE id = 4;"
    "UPDATE event SET id = 4 WHERE id = -1", "event 1: it, or the one before, was changed" },
  { "head-changed", "UPDATE business SET event_hash = 'x'", "the last event is not the one the business knows" },
};

static void
test_tampering (Fixture      *fixture,
                gconstpointer data)
{
  const Tampering *c = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) of_check = NULL;
  g_autoptr (HwStore) store = NULL;

  make_four (fixture);
  tamper (fixture, c->sql);

  problems = verify (fixture);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, c->found);

  store = fixture_open (fixture, HW_STORE_READ);
  of_check = hw_store_check (store, NULL, NULL);
  g_assert_true (g_ptr_array_find_with_equal_func (of_check, c->found, g_str_equal, NULL));
}

static void
test_only_added (Fixture      *fixture,
                 gconstpointer data)
{
  sqlite3 *db = NULL;

  make_four (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE event SET at = 0", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM event", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
}

/* The hash is that of the written rule, worked out here by other means:
 *   sha256 ("0:\n" "1:1\n" "10:1700000000\n" "6:report\n" "0:\n" "1:0\n" "0:\n") */
static void
test_hash_of_first (Fixture      *fixture,
                    gconstpointer data)
{
  const HwEvent event = { .at = 1700000000, .kind = "report" };
  const char *content = "0:\n1:1\n10:1700000000\n6:report\n0:\n1:0\n0:\n";
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM business JOIN event ON event_hash = hash"
                                          " WHERE event_count = 1 AND hash = '%s'", expected);
  HwStore *store = fixture_create (fixture);

  g_assert_true (hw_event_repo_add (store, &event, NULL));
  hw_store_close (store);
  g_assert_cmpint (ask_sql (fixture->path, sql), ==, 1);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-event-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("whole", test_whole);
  ADD ("erase", test_erase);
  ADD ("only-added", test_only_added);
  ADD ("hash-of-first", test_hash_of_first);

  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hw-event-repo/tampering/", tamperings[i].name, NULL);

      g_test_add (path, Fixture, &tamperings[i], fixture_set_up, test_tampering, fixture_tear_down);
    }

  return g_test_run ();
}
