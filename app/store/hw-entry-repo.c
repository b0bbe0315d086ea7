/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-entry-repo.h"

#include "core/hw-error.h"
#include "store/hw-event-repo.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"

#define COLUMNS \
  "SELECT e.id, e.kind, e.parent_id, v.version," \
  " coalesce ((SELECT day FROM entry_version WHERE entry_id = e.id AND version = 1), v.day)," \
  " v.day, v.removed, v.who, v.why FROM entry AS e JOIN entry_version AS v ON v.entry_id = e.id"

#define LAST_OF(id) "(SELECT max (version) FROM entry_version WHERE entry_id = " id ")"

#define OF_KIND \
  " WHERE e.kind = ?1 AND (?2 = -1 OR coalesce (e.parent_id, 0) = ?2)" \
  " AND NOT EXISTS (SELECT 1 FROM entry_version AS p WHERE p.entry_id = e.parent_id AND p.removed = 1" \
  "  AND p.version = " LAST_OF ("p.entry_id") ")"

#define SQL_LIST \
  COLUMNS OF_KIND " AND v.version > 0 AND v.removed = 0 AND v.version = " LAST_OF ("e.id") " ORDER BY e.id"

#define SQL_LIST_DRAFTS COLUMNS OF_KIND " AND v.version = 0 ORDER BY e.id"

#define SQL_HISTORY COLUMNS " WHERE e.id = ? AND v.version > 0 ORDER BY v.version DESC"

#define SQL_LOAD COLUMNS " WHERE e.id = ? AND v.version = ?"

#define SQL_LOAD_LAST COLUMNS " WHERE e.id = ? AND v.version > 0 AND v.version = " LAST_OF ("e.id")

#define SQL_ANSWERS "SELECT question, answer FROM entry_answer WHERE entry_id = ? AND version = ?"

#define SQL_FIND_CARD "SELECT id FROM entry WHERE kind = 'card'"

#define SQL_EXISTS "SELECT 1 FROM entry WHERE id = ?"
#define SQL_EXISTS_AS "SELECT 1 FROM entry WHERE id = ? AND kind = ? AND coalesce (parent_id, 0) = ?"

#define SQL_ADD "INSERT INTO entry (kind, parent_id) VALUES (?, ?)"

#define SQL_NEXT_VERSION "SELECT coalesce (max (version), 0) + 1 FROM entry_version WHERE entry_id = ?"

#define SQL_ADD_VERSION \
  "INSERT INTO entry_version (entry_id, version, day, removed, who, why) VALUES (?, ?, ?, ?, ?, ?)"

#define SQL_ADD_ANSWER "INSERT INTO entry_answer (entry_id, version, question, answer) VALUES (?, ?, ?, ?)"

/* Its answers go with it. */
#define SQL_DROP_DRAFT "DELETE FROM entry_version WHERE entry_id = ? AND version = 0"

static const char *const act_ids[] = {
  [HW_ENTRY_SAVED] = "entry-saved",
  [HW_ENTRY_MOVED] = "entry-moved",
  [HW_ENTRY_REMOVED] = "entry-removed",
  [HW_ENTRY_UNDONE] = "entry-undone",
};

static gboolean
fail_no_such_row (gint64   id,
                  GError **error)
{
  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no entry %" G_GINT64_FORMAT, id);
  return FALSE;
}

static gboolean
load_answers (HwStore  *store,
              HwEntry  *entry,
              GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ANSWERS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, entry->id);
  hw_statement_set_int (stmt, 2, entry->version);
  while (hw_statement_next (stmt, error))
    hw_answers_set (entry->answers, hw_statement_get_text (stmt, 0), hw_statement_get_text (stmt, 1));

  return hw_statement_done (stmt);
}

static HwEntry *
read_entry (HwStore      *store,
            HwStatement  *stmt,
            GError      **error)
{
  g_autoptr (HwEntry) entry = NULL;
  HwEntryKind kind;

  if (!hw_entry_kind_find (hw_statement_get_text (stmt, 1), &kind))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED, "entry %" G_GINT64_FORMAT " is of no kind we know",
                   hw_statement_get_int (stmt, 0));
      return NULL;
    }

  entry = hw_entry_new (kind, hw_statement_get_int (stmt, 2));
  g_clear_pointer (&entry->who, g_free);
  g_clear_pointer (&entry->why, g_free);
  entry->id = hw_statement_get_int (stmt, 0);
  entry->version = (int) hw_statement_get_int (stmt, 3);
  entry->made = hw_statement_get_day (stmt, 4);
  entry->changed = hw_statement_get_day (stmt, 5);
  entry->removed = hw_statement_get_int (stmt, 6) != 0;
  entry->who = hw_statement_dup_text (stmt, 7);
  entry->why = hw_statement_dup_text (stmt, 8);
  return load_answers (store, entry, error) ? g_steal_pointer (&entry) : NULL;
}

static GPtrArray *
read_entries (HwStore      *store,
              HwStatement  *stmt,
              GError      **error)
{
  g_autoptr (GPtrArray) entries = hw_entries_new ();

  while (hw_statement_next (stmt, error))
    {
      HwEntry *entry = read_entry (store, stmt, error);

      if (entry == NULL)
        return NULL;

      g_ptr_array_add (entries, entry);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&entries) : NULL;
}

GPtrArray *
hw_entry_repo_list (HwStore      *store,
                    HwEntryKind   kind,
                    gint64        parent_id,
                    gboolean      drafts,
                    GError      **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, drafts ? SQL_LIST_DRAFTS : SQL_LIST, error);

  if (stmt == NULL)
    return NULL;

  hw_statement_set_text (stmt, 1, hw_entry_kind_id (kind));
  hw_statement_set_int (stmt, 2, parent_id);
  return read_entries (store, stmt, error);
}

GPtrArray *
hw_entry_repo_history (HwStore  *store,
                       gint64    id,
                       GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_HISTORY, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, id);
  entries = read_entries (store, stmt, error);
  if (entries == NULL || (entries->len == 0 && !fail_no_such_row (id, error)))
    return NULL;

  return g_steal_pointer (&entries);
}

HwEntry *
hw_entry_repo_load (HwStore  *store,
                    gint64    id,
                    int       version,
                    GError  **error)
{
  const gboolean last = version == HW_ENTRY_LAST;
  g_autoptr (HwStatement) stmt = hw_statement_new (store, last ? SQL_LOAD_LAST : SQL_LOAD, error);

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, id);
  if (!last)
    hw_statement_set_int (stmt, 2, version);

  if (hw_statement_next (stmt, error))
    return read_entry (store, stmt, error);

  if (hw_statement_done (stmt))
    fail_no_such_row (id, error);

  return NULL;
}

gboolean
hw_entry_repo_find_card (HwStore  *store,
                         gint64   *id,
                         GError  **error)
{
  return hw_sqlite_int (hw_store_get_db (store), SQL_FIND_CARD, id, error);
}

static gboolean
exists (HwStatement  *stmt,
        gint64        id,
        GError      **error)
{
  if (hw_statement_next (stmt, error))
    return TRUE;

  return hw_statement_done (stmt) ? fail_no_such_row (id, error) : FALSE;
}

static gboolean
check_parent (HwStore  *store,
              gint64    parent_id,
              GError  **error)
{
  g_autoptr (HwStatement) stmt = NULL;

  if (parent_id == 0)
    return TRUE;

  stmt = hw_statement_new (store, SQL_EXISTS, error);
  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, parent_id);
  return exists (stmt, parent_id, error);
}

/* What it is and whose, never changes. */
static gboolean
check_same (HwStore        *store,
            const HwEntry  *entry,
            GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EXISTS_AS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, entry->id);
  hw_statement_set_text (stmt, 2, hw_entry_kind_id (entry->kind));
  hw_statement_set_int (stmt, 3, entry->parent_id);
  return exists (stmt, entry->id, error);
}

static gboolean
add_entry (HwStore        *store,
           const HwEntry  *entry,
           gint64         *id,
           GError        **error)
{
  g_autoptr (HwStatement) stmt = NULL;

  if (!check_parent (store, entry->parent_id, error))
    return FALSE;

  stmt = hw_statement_new (store, SQL_ADD, error);
  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, hw_entry_kind_id (entry->kind));
  hw_statement_set_id (stmt, 2, entry->parent_id);
  if (!hw_statement_run (stmt, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (hw_store_get_db (store));
  return TRUE;
}

static gboolean
next_version (HwStore  *store,
              gint64    id,
              int      *version,
              GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_NEXT_VERSION, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  if (!hw_statement_next (stmt, error))
    return FALSE;

  *version = (int) hw_statement_get_int (stmt, 0);
  return TRUE;
}

typedef struct
{
  HwStatement *stmt;
  GError     **error;
  gboolean     ok;
} Writing;

static void
add_answer (const char *question,
            const char *answer,
            gpointer    data)
{
  Writing *writing = data;

  if (!writing->ok)
    return;

  hw_statement_set_text (writing->stmt, 3, question);
  hw_statement_set_text (writing->stmt, 4, answer);
  writing->ok = hw_statement_run (writing->stmt, writing->error);
}

static gboolean
add_answers (HwStore        *store,
             const HwEntry  *entry,
             gint64          id,
             int             version,
             GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_ANSWER, error);
  Writing writing = { stmt, error, TRUE };

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  hw_statement_set_int (stmt, 2, version);
  hw_answers_each (entry->answers, add_answer, &writing);
  return writing.ok;
}

static gboolean
add_version (HwStore        *store,
             const HwEntry  *entry,
             gint64          id,
             int             version,
             GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_VERSION, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  hw_statement_set_int (stmt, 2, version);
  hw_statement_set_int (stmt, 3, entry->changed);
  hw_statement_set_int (stmt, 4, entry->removed);
  hw_statement_set_text (stmt, 5, entry->who);
  hw_statement_set_text (stmt, 6, entry->why);
  return hw_statement_run (stmt, error) && add_answers (store, entry, id, version, error);
}

/* The words of a draft are gone when it is. */
static gboolean
drop_draft (HwStore   *store,
            gint64     id,
            gboolean   must_be,
            GError   **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_DROP_DRAFT, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  return must_be ? hw_statement_run_one (stmt, error) : hw_statement_run (stmt, error);
}

static gboolean
add_event (HwStore      *store,
           const char   *what,
           HwEntryKind   kind,
           gint64        id,
           gint64        at,
           GError      **error)
{
  const HwEvent event = { .at = at, .kind = what, .subject = hw_entry_kind_id (kind), .subject_id = id };

  return hw_event_repo_add (store, &event, error);
}

/* What is taken back is not what a draft was about: that one stays. */
static gboolean
write_entry (HwStore        *store,
             const HwEntry  *entry,
             gboolean        draft,
             const char     *what,
             gint64          at,
             gint64         *id,
             int            *version,
             GError        **error)
{
  *id = entry->id;
  *version = 0;
  if (*id == 0 ? !add_entry (store, entry, id, error) : !check_same (store, entry, error))
    return FALSE;

  return (draft || next_version (store, *id, version, error)) &&
         (what == act_ids[HW_ENTRY_UNDONE] || drop_draft (store, *id, FALSE, error)) &&
         add_version (store, entry, *id, *version, error) &&
         add_event (store, what, entry->kind, *id, at, error);
}

static gboolean
keep (HwStore     *store,
      HwEntry     *entry,
      gboolean     draft,
      const char  *what,
      gint64       at,
      GError     **error)
{
  gint64 id;
  int version;
  gboolean ok;

  g_return_val_if_fail (entry->changed != HW_DAY_NONE, FALSE);

  if (!hw_sqlite_run (hw_store_get_db (store), "PRAGMA secure_delete = ON", error) || !hw_store_enter (store, error))
    return FALSE;

  ok = write_entry (store, entry, draft, what, at, &id, &version, error);
  if (!hw_store_leave (store, ok, error))
    return FALSE;

  entry->id = id;
  entry->version = version;
  return TRUE;
}

gboolean
hw_entry_repo_keep (HwStore     *store,
                    HwEntry     *entry,
                    HwEntryAct   act,
                    gint64       at,
                    GError     **error)
{
  g_return_val_if_fail ((guint) act < G_N_ELEMENTS (act_ids), FALSE);

  return keep (store, entry, FALSE, act_ids[act], at, error);
}

gboolean
hw_entry_repo_keep_draft (HwStore  *store,
                          HwEntry  *entry,
                          gint64    at,
                          GError  **error)
{
  return keep (store, entry, TRUE, "entry-draft", at, error);
}

gboolean
hw_entry_repo_drop_draft (HwStore  *store,
                          gint64    id,
                          gint64    at,
                          GError  **error)
{
  g_autoptr (HwEntry) draft = hw_entry_repo_load (store, id, 0, error);

  return draft != NULL &&
         hw_sqlite_run (hw_store_get_db (store), "PRAGMA secure_delete = ON", error) &&
         hw_store_enter (store, error) &&
         hw_store_leave (store,
                         drop_draft (store, id, TRUE, error) &&
                         add_event (store, "entry-draft-dropped", draft->kind, id, at, error),
                         error);
}
