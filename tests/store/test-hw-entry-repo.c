/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions are added and never rewritten; drafts replace drafts; names can go. */
#include "store/hw-entry-repo.h"
#include "store/hw-event-repo.h"
#include "store/hw-store-fixture.h"

#define DAY 20000
#define AT 1728000000

static HwEntry *
make (HwEntryKind kind,
      gint64      parent_id,
      const char *name)
{
  HwEntry *entry = hw_entry_new (kind, parent_id);

  entry->changed = DAY;
  hw_answers_set (entry->answers, "name", name);
  return entry;
}

static void
keep (HwStore *store,
      HwEntry *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_entry_repo_keep (store, entry, HW_ENTRY_SAVED, AT, &error));
  g_assert_no_error (error);
}

static gint64
keep_new (HwStore     *store,
          HwEntryKind  kind,
          gint64       parent_id,
          const char  *name)
{
  g_autoptr (HwEntry) entry = make (kind, parent_id, name);

  keep (store, entry);
  return entry->id;
}

/* The names of those listed, joined. */
static char *
list (HwStore     *store,
      HwEntryKind  kind,
      gint64       parent_id,
      gboolean     drafts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, kind, parent_id, drafts, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s %d;", hw_answers_get_text (entry->answers, "name"), entry->version);
    }

  return g_string_free (text, FALSE);
}

static void
assert_list (HwStore     *store,
             HwEntryKind  kind,
             gint64       parent_id,
             gboolean     drafts,
             const char  *expected)
{
  g_autofree char *found = list (store, kind, parent_id, drafts);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_GOAL, 0, "More “bread”");
  g_autoptr (HwEntry) back = NULL;
  g_autoptr (GError) error = NULL;

  g_free (entry->who);
  entry->who = g_strdup ("Anna");
  g_free (entry->why);
  entry->why = g_strdup ("because; --");
  hw_answers_set_day (entry->answers, "day", DAY + 90);
  keep (store, entry);
  g_assert_cmpint (entry->id, >, 0);
  g_assert_cmpint (entry->version, ==, 1);

  back = hw_entry_repo_load (store, entry->id, HW_ENTRY_LAST, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->kind, ==, HW_ENTRY_GOAL);
  g_assert_cmpint (back->parent_id, ==, 0);
  g_assert_cmpint (back->made, ==, DAY);
  g_assert_cmpint (back->changed, ==, DAY);
  g_assert_cmpstr (back->who, ==, "Anna");
  g_assert_cmpstr (back->why, ==, "because; --");
  g_assert_false (back->removed);
  g_assert_true (hw_answers_equal (back->answers, entry->answers));
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_GOAL, 0, "one");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (HwEntry) first = NULL;

  keep (store, entry);
  entry->changed = DAY + 5;
  hw_answers_set (entry->answers, "name", "two");
  keep (store, entry);
  entry->removed = TRUE;
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "two 2;");
  keep (store, entry);
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "");

  history = hw_entry_repo_history (store, entry->id, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  for (int i = 0; i < 3; i++)
    {
      const HwEntry *version = g_ptr_array_index (history, i);

      g_assert_cmpint (version->version, ==, 3 - i);
      g_assert_cmpint (version->made, ==, DAY);
      g_assert_cmpint (version->changed, ==, i == 2 ? DAY : DAY + 5);
      g_assert_true (version->removed == (i == 0));
      g_assert_cmpstr (hw_answers_get (version->answers, "name"), ==, i == 2 ? "one" : "two");
    }

  first = hw_entry_repo_load (store, entry->id, 1, NULL);
  g_assert_cmpstr (hw_answers_get (first->answers, "name"), ==, "one");
}

/* Not even with SQL of one's own. */
static void
test_versions_are_never_rewritten (Fixture      *fixture,
                                   gconstpointer data)
{
  static const char *const attempts[] = {
    "UPDATE entry_version SET day = 1",
    "UPDATE entry_version SET removed = 1",
    "DELETE FROM entry_version WHERE version = 1",
    "UPDATE entry_answer SET question = 'x'",
    "DELETE FROM entry_answer WHERE version = 1",
  };
  HwStore *store = fixture_create (fixture);

  keep_new (store, HW_ENTRY_GOAL, 0, "one");
  hw_store_close (store);
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      sqlite3 *db = NULL;

      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, attempts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
      sqlite3_close (db);
    }
}

static void
test_drafts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_GOAL, 0, "half");
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (hw_entry_repo_keep_draft (store, entry, AT, &error));
  id = entry->id;
  g_assert_cmpint (entry->version, ==, 0);
  hw_answers_set (entry->answers, "name", "three quarters");
  hw_answers_set (entry->answers, "metric", "revenue");
  g_assert_true (hw_entry_repo_keep_draft (store, entry, AT, &error));
  g_assert_cmpint (entry->id, ==, id);
  assert_list (store, HW_ENTRY_GOAL, 0, TRUE, "three quarters 0;");
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "");
  g_assert_null (hw_entry_repo_load (store, id, HW_ENTRY_LAST, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  g_clear_error (&error);

  /* Kept: it is no draft any more. */
  keep (store, entry);
  assert_list (store, HW_ENTRY_GOAL, 0, TRUE, "");
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "three quarters 1;");

  /* A draft beside what is kept; dropped, it leaves that alone. */
  hw_answers_set (entry->answers, "name", "more");
  g_assert_true (hw_entry_repo_keep_draft (store, entry, AT, &error));
  assert_list (store, HW_ENTRY_GOAL, 0, TRUE, "more 0;");
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "three quarters 1;");

  /* Taking something else back does not lose it. */
  hw_answers_set (entry->answers, "name", "back");
  g_assert_true (hw_entry_repo_keep (store, entry, HW_ENTRY_UNDONE, AT, &error));
  assert_list (store, HW_ENTRY_GOAL, 0, TRUE, "more 0;");

  g_assert_true (hw_entry_repo_drop_draft (store, id, AT, &error));
  assert_list (store, HW_ENTRY_GOAL, 0, TRUE, "");
  g_assert_no_error (error);
  g_assert_false (hw_entry_repo_drop_draft (store, id, AT, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
}

static void
test_parents (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  const gint64 one = keep_new (store, HW_ENTRY_INITIATIVE, 0, "one");
  const gint64 two = keep_new (store, HW_ENTRY_INITIATIVE, 0, "two");
  g_autoptr (HwEntry) removed = NULL;

  keep_new (store, HW_ENTRY_REVIEW, one, "of one");
  keep_new (store, HW_ENTRY_REVIEW, two, "of two");
  keep_new (store, HW_ENTRY_REVIEW, 0, "of all");
  assert_list (store, HW_ENTRY_REVIEW, one, FALSE, "of one 1;");
  assert_list (store, HW_ENTRY_REVIEW, 0, FALSE, "of all 1;");
  assert_list (store, HW_ENTRY_REVIEW, HW_ENTRY_ANY_PARENT, FALSE, "of one 1;of two 1;of all 1;");

  /* What belongs to a removed one goes and comes back with it. */
  removed = hw_entry_repo_load (store, two, HW_ENTRY_LAST, NULL);
  removed->removed = TRUE;
  keep (store, removed);
  assert_list (store, HW_ENTRY_REVIEW, HW_ENTRY_ANY_PARENT, FALSE, "of one 1;of all 1;");
  removed->removed = FALSE;
  keep (store, removed);
  assert_list (store, HW_ENTRY_REVIEW, HW_ENTRY_ANY_PARENT, FALSE, "of one 1;of two 1;of all 1;");
}

static void
assert_no_such_row (HwStore *store,
                    HwEntry *entry)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = entry->id;

  g_assert_false (hw_entry_repo_keep (store, entry, HW_ENTRY_SAVED, AT, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  g_assert_cmpint (entry->id, ==, id);
  g_assert_cmpint (entry->version, ==, 0);
}

static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) orphan = make (HW_ENTRY_CHECK_IN, 99, "x");
  g_autoptr (HwEntry) unknown = make (HW_ENTRY_GOAL, 0, "x");
  g_autoptr (HwEntry) other = make (HW_ENTRY_REVIEW, 0, "x");
  g_autoptr (GError) error = NULL;
  gint64 n_before, n_after;

  g_assert_true (hw_event_repo_count (store, &n_before, NULL));
  assert_no_such_row (store, orphan);
  unknown->id = 42;
  assert_no_such_row (store, unknown);
  g_assert_true (hw_event_repo_count (store, &n_after, NULL));
  g_assert_cmpint (n_before, ==, n_after);

  /* A goal does not become a review. */
  other->id = keep_new (store, HW_ENTRY_GOAL, 0, "goal");
  assert_no_such_row (store, other);
  g_assert_null (hw_entry_repo_history (store, 77, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
}

static void
test_one_card (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) second = make (HW_ENTRY_CARD, 0, "second");
  g_autoptr (GError) error = NULL;
  gint64 id = -1, card;

  g_assert_true (hw_entry_repo_find_card (store, &id, &error));
  g_assert_cmpint (id, ==, 0);
  card = keep_new (store, HW_ENTRY_CARD, 0, "first");
  g_assert_true (hw_entry_repo_find_card (store, &id, &error));
  g_assert_cmpint (id, ==, card);
  g_assert_false (hw_entry_repo_keep (store, second, HW_ENTRY_SAVED, AT, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL);
}

/* The chain says that something was done to an entry, and no word of what. */
static void
test_events (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_REVIEW, 0, "Wanda’s till");
  g_autoptr (GPtrArray) problems = NULL;

  g_free (entry->who);
  entry->who = g_strdup ("Wanda");
  g_assert_true (hw_entry_repo_keep_draft (store, entry, AT, NULL));
  keep (store, entry);
  g_assert_true (hw_entry_repo_keep (store, entry, HW_ENTRY_REMOVED, AT, NULL));
  problems = hw_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  hw_store_close (g_steal_pointer (&store));

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM event"), ==, 3);
  g_assert_cmpint (ask_sql (fixture->path,
    "SELECT count (*) FROM event WHERE subject = 'review' AND subject_id = 1 AND text_hash = ''"
    " AND kind IN ('entry-draft', 'entry-saved', 'entry-removed')"), ==, 3);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count (*) FROM event_text"), ==, 0);
}

static gboolean
file_holds (Fixture    *fixture,
            const char *word)
{
  const gsize length = strlen (word);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (bytes + i, word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Gone from every version, as a name and inside sentences, and from the bytes; other
 * words that begin alike stay. */
static void
test_erased_names (Fixture      *fixture,
                   gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_INITIATIVE, 0, "Wandalina does it");
  g_autoptr (HwEntry) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gint64 n = -1;

  g_free (entry->who);
  entry->who = g_strdup ("Wanda Ölbaum");
  hw_answers_set (entry->answers, "owner", "Wanda Ölbaum");
  hw_answers_set (entry->answers, "reason", "Ask wanda ölbaum, or Wanda.");
  keep (store, entry);
  hw_answers_set (entry->answers, "owner", "Bert");
  g_free (entry->why);
  entry->why = g_strdup ("(Wanda Ölbaum left)");
  keep (store, entry);
  g_assert_true (hw_entry_repo_keep_draft (store, entry, AT, NULL));

  g_assert_true (hw_entry_repo_erase_name (store, "Wanda Ölbaum", AT, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 7);
  back = hw_entry_repo_load (store, entry->id, 1, NULL);
  g_assert_cmpstr (back->who, ==, HW_ENTRY_ERASED);
  g_assert_cmpstr (hw_answers_get (back->answers, "owner"), ==, HW_ENTRY_ERASED);
  g_assert_cmpstr (hw_answers_get (back->answers, "reason"), ==, "Ask …, or Wanda.");
  g_assert_cmpstr (hw_answers_get (back->answers, "name"), ==, "Wandalina does it");
  hw_entry_free (back);
  back = hw_entry_repo_load (store, entry->id, 2, NULL);
  g_assert_cmpstr (hw_answers_get (back->answers, "owner"), ==, "Bert");
  g_assert_cmpstr (back->why, ==, "(… left)");

  g_assert_true (hw_entry_repo_erase_name (store, "Wanda Ölbaum", AT, &n, &error));
  g_assert_cmpint (n, ==, 0);
  problems = hw_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  hw_store_close (store);
  g_assert_false (file_holds (fixture, "Ölbaum"));
  g_assert_false (file_holds (fixture, "ölbaum"));
  g_assert_true (file_holds (fixture, "Wandalina"));
}

/* The words of a draft that was dropped are not in the file either. */
static void
test_dropped_drafts_leave_nothing (Fixture      *fixture,
                                   gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_GOAL, 0, "Xylophone");

  g_assert_true (hw_entry_repo_keep_draft (store, entry, AT, NULL));
  g_assert_true (hw_entry_repo_drop_draft (store, entry->id, AT, NULL));
  hw_store_close (store);
  g_assert_false (file_holds (fixture, "Xylophone"));
}

static void
test_readers_write_nothing (Fixture      *fixture,
                            gconstpointer data)
{
  HwStore *store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_GOAL, 0, "one");
  g_autoptr (GError) error = NULL;

  hw_store_close (store);
  store = fixture_open (fixture, HW_STORE_READ);
  g_assert_false (hw_entry_repo_keep (store, entry, HW_ENTRY_SAVED, AT, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "");
  hw_store_close (store);
}

/* In the caller's transaction, taken back with it. */
static void
test_part_of_a_transaction (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (HwEntry) entry = make (HW_ENTRY_GOAL, 0, "one");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (hw_store_begin (store, NULL));
  keep (store, entry);
  hw_store_rollback (store);
  assert_list (store, HW_ENTRY_GOAL, 0, FALSE, "");
  problems = hw_store_check (store, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/store/hw-entry-repo/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("versions", test_versions);
  ADD ("versions-are-never-rewritten", test_versions_are_never_rewritten);
  ADD ("drafts", test_drafts);
  ADD ("parents", test_parents);
  ADD ("refusals", test_refusals);
  ADD ("one-card", test_one_card);
  ADD ("events", test_events);
  ADD ("erased-names", test_erased_names);
  ADD ("dropped-drafts-leave-nothing", test_dropped_drafts_leave_nothing);
  ADD ("readers-write-nothing", test_readers_write_nothing);
  ADD ("part-of-a-transaction", test_part_of_a_transaction);

  return g_test_run ();
}
