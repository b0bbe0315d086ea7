/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sales of an import have ids without a gap, from first_sale to last_sale:
 * taking them back needs no index of its own. */
#include "store/hw-import-repo.h"

#include "core/hw-error.h"
#include "store/hw-event-repo.h"
#include "store/hw-sqlite.h"
#include "store/hw-statement.h"
#include "store/hw-store-private.h"
#include "store/hw-undo.h"

#define SQL_BEGIN \
  "INSERT INTO import (kind, file_name, sha256, at, first_sale)" \
  " VALUES (?, ?, ?, ?, (SELECT coalesce (max (id), 0) + 1 FROM sale))"

#define SQL_FINISH \
  "UPDATE import SET rows_read = ?2, rows_imported = ?3, rows_with_issues = ?4, first_day = ?5," \
  " last_day = ?6, quantity_total = ?7, amount_total = ?8," \
  " last_sale = (SELECT coalesce (max (id), 0) FROM sale) WHERE id = ?1"

#define SQL_ADD_ISSUE \
  "INSERT INTO import_issue (import_id, position, kind, source_row, cell, value, dropped)" \
  " VALUES (?, ?, ?, ?, ?, ?, ?)"

#define SQL_FILE "SELECT file_name, at FROM import WHERE id = ?"

#define SQL_MARK_UNDONE "UPDATE import SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL"

#define SQL_UNDO_SALES \
  "DELETE FROM sale WHERE id >= (SELECT first_sale FROM import WHERE id = ?1)" \
  " AND id <= (SELECT coalesce (last_sale, 9223372036854775807) FROM import WHERE id = ?1)" \
  " AND import_id = ?1"

#define SQL_UNDO_WASTE "DELETE FROM waste WHERE import_id = ?1"

#define SQL_UNDO_LOGS "DELETE FROM log_line WHERE import_id = ?1"

/* Orders that something was done with since stay. */
#define UNTOUCHED_ORDERS \
  "(SELECT i.order_id FROM import_order AS i WHERE i.import_id = ?1" \
  " AND NOT EXISTS (SELECT 1 FROM order_step_before AS b WHERE b.order_id = i.order_id))"

#define SQL_UNDO_RECEIPTS \
  "DELETE FROM receipt WHERE order_line_id IN (SELECT id FROM order_line WHERE order_id IN " UNTOUCHED_ORDERS ")"

#define SQL_UNDO_LINES "DELETE FROM order_line WHERE order_id IN " UNTOUCHED_ORDERS

#define SQL_UNDO_ORDERS "DELETE FROM purchase_order WHERE id IN " UNTOUCHED_ORDERS

#define SQL_LIST \
  "SELECT id, kind, file_name, sha256, at, rows_read, rows_imported," \
  " max (rows_with_issues, (SELECT count (DISTINCT source_row) FROM import_issue WHERE import_id = import.id)), first_day," \
  " last_day, amount_total, undone_at IS NOT NULL FROM import ORDER BY id DESC"

#define SQL_FIND \
  "SELECT max (id) FROM import WHERE sha256 = ? AND undone_at IS NULL"

#define SQL_ISSUES \
  "SELECT kind, source_row, cell, value, dropped FROM import_issue WHERE import_id = ? ORDER BY position"

#define SQL_RECALL "SELECT mapping, answers FROM import_shape WHERE shape = ?"

#define SQL_REMEMBER "INSERT OR REPLACE INTO import_shape (shape, mapping, answers) VALUES (?, ?, ?)"

gboolean
hw_import_repo_begin (HwStore       *store,
                      HwImportKind   kind,
                      const char    *file_name,
                      const char    *sha256,
                      gint64         at,
                      gint64        *id,
                      GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_BEGIN, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, hw_import_kind_id (kind));
  hw_statement_set_text (stmt, 2, file_name);
  hw_statement_set_text (stmt, 3, sha256);
  hw_statement_set_int (stmt, 4, at);
  if (!hw_statement_run (stmt, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (hw_store_get_db (store));
  return TRUE;
}

static gboolean
save_totals (HwStore               *store,
             gint64                 id,
             const HwImportReport  *report,
             GError               **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_FINISH, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  hw_statement_set_int (stmt, 2, report->rows_read);
  hw_statement_set_int (stmt, 3, report->rows_imported);
  hw_statement_set_int (stmt, 4, report->rows_with_issues);
  hw_statement_set_day (stmt, 5, report->first_day);
  hw_statement_set_day (stmt, 6, report->last_day);
  hw_statement_set_known (stmt, 7, report->has_quantity ? report->quantity_total : HW_UNKNOWN);
  hw_statement_set_known (stmt, 8, report->has_amount && report->amount_known ? report->amount_total : HW_UNKNOWN);
  return hw_statement_run_one (stmt, error);
}

static gboolean
save_issues (HwStore               *store,
             gint64                 id,
             const HwImportReport  *report,
             GError               **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_ISSUE, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < report->issues->len; i++)
    {
      const HwIssue *issue = &g_array_index (report->issues, HwIssue, i);

      hw_statement_set_int (stmt, 1, id);
      hw_statement_set_int (stmt, 2, i);
      hw_statement_set_text (stmt, 3, hw_issue_kind_id (issue->kind));
      hw_statement_set_int (stmt, 4, issue->row);
      hw_statement_set_int (stmt, 5, issue->column);
      hw_statement_set_text (stmt, 6, issue->value);
      hw_statement_set_int (stmt, 7, issue->dropped ? 1 : 0);
      if (!hw_statement_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* The file's name may be a person's: it goes where it can be erased. */
static gboolean
add_event (HwStore     *store,
           gint64       id,
           const char  *kind,
           gint64       at,
           GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_FILE, error);
  g_autofree char *file_name = NULL;
  HwEvent event = { .kind = kind, .subject = "import", .subject_id = id };

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  if (!hw_statement_next (stmt, error))
    {
      if (hw_statement_done (stmt))
        g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such import");

      return FALSE;
    }

  file_name = hw_statement_dup_text (stmt, 0);
  event.text = file_name;
  event.at = at != 0 ? at : hw_statement_get_int (stmt, 1);
  return hw_event_repo_add (store, &event, error);
}

gboolean
hw_import_repo_finish (HwStore               *store,
                       gint64                 id,
                       const HwImportReport  *report,
                       GError               **error)
{
  gboolean ok;

  if (!hw_store_enter (store, error))
    return FALSE;

  ok = save_totals (store, id, report, error) &&
       save_issues (store, id, report, error) &&
       add_event (store, id, "import", 0, error);

  return hw_store_leave (store, ok, error);
}

static gboolean
run_for (HwStore     *store,
         const char  *sql,
         gint64       id,
         GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, sql, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  return hw_statement_run (stmt, error);
}

static gboolean
mark_undone (HwStore  *store,
             gint64    id,
             gint64    at,
             GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_MARK_UNDONE, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, id);
  hw_statement_set_int (stmt, 2, at);
  return hw_statement_run_one (stmt, error);
}

gboolean
hw_import_repo_undo (HwStore  *store,
                     gint64    id,
                     gint64    at,
                     GError  **error)
{
  gboolean ok;

  if (!hw_store_enter (store, error))
    return FALSE;

  ok = mark_undone (store, id, at, error) &&
       run_for (store, SQL_UNDO_SALES, id, error) &&
       run_for (store, SQL_UNDO_WASTE, id, error) &&
       run_for (store, SQL_UNDO_LOGS, id, error) &&
       run_for (store, SQL_UNDO_RECEIPTS, id, error) &&
       run_for (store, SQL_UNDO_LINES, id, error) &&
       run_for (store, SQL_UNDO_ORDERS, id, error) &&
       hw_undo_take_back (store, id, error) &&
       add_event (store, id, "import-undone", at, error);

  return hw_store_leave (store, ok, error);
}

static void
read_import (HwStatement *stmt,
             HwImport    *import)
{
  if (!hw_import_kind_from_id (hw_statement_get_text (stmt, 1), &import->kind))
    import->kind = HW_IMPORT_AUTO;

  import->id = hw_statement_get_int (stmt, 0);
  import->file_name = hw_statement_dup_text (stmt, 2);
  import->sha256 = hw_statement_dup_text (stmt, 3);
  import->at = hw_statement_get_int (stmt, 4);
  import->rows_read = hw_statement_get_int (stmt, 5);
  import->rows_imported = hw_statement_get_int (stmt, 6);
  import->rows_with_issues = hw_statement_get_int (stmt, 7);
  import->first_day = hw_statement_get_day (stmt, 8);
  import->last_day = hw_statement_get_day (stmt, 9);
  import->amount_total = hw_statement_get_known (stmt, 10);
  import->undone = hw_statement_get_int (stmt, 11) != 0;
}

GArray *
hw_import_repo_list (HwStore  *store,
                     GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST, error);
  g_autoptr (GArray) imports = hw_imports_new ();

  if (stmt == NULL)
    return NULL;

  while (hw_statement_next (stmt, error))
    {
      HwImport import = { 0 };

      read_import (stmt, &import);
      g_array_append_val (imports, import);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&imports) : NULL;
}

gboolean
hw_import_repo_find (HwStore     *store,
                     const char  *sha256,
                     gint64      *id,
                     GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_FIND, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, sha256);
  if (!hw_statement_next (stmt, error))
    return FALSE;

  *id = hw_statement_get_int (stmt, 0);
  return TRUE;
}

static void
clear_issue (HwIssue *issue)
{
  g_free (issue->value);
}

static int
issue_kind_from_id (const char *id)
{
  for (int i = 0; i < HW_ISSUE_N_KINDS; i++)
    if (g_strcmp0 (hw_issue_kind_id ((HwIssueKind) i), id) == 0)
      return i;

  return -1;
}

GArray *
hw_import_repo_issues (HwStore  *store,
                       gint64    id,
                       GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ISSUES, error);
  g_autoptr (GArray) issues = g_array_new (FALSE, TRUE, sizeof (HwIssue));

  if (stmt == NULL)
    return NULL;

  g_array_set_clear_func (issues, (GDestroyNotify) clear_issue);
  hw_statement_set_int (stmt, 1, id);
  while (hw_statement_next (stmt, error))
    {
      const int kind = issue_kind_from_id (hw_statement_get_text (stmt, 0));
      HwIssue issue = { .kind = (HwIssueKind) kind };

      if (kind < 0)
        {
          g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED,
                       "import %" G_GINT64_FORMAT ": an issue of no known kind", id);
          return NULL;
        }

      issue.row = hw_statement_get_int (stmt, 1);
      issue.column = (int) hw_statement_get_int (stmt, 2);
      issue.value = g_strdup (hw_statement_get_text (stmt, 3));
      issue.dropped = hw_statement_get_int (stmt, 4) != 0;
      g_array_append_val (issues, issue);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&issues) : NULL;
}

gboolean
hw_import_repo_recall (HwStore     *store,
                       const char  *shape,
                       char       **mapping,
                       char       **answers,
                       GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_RECALL, error);
  gboolean found;

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, shape);
  found = hw_statement_next (stmt, error);
  if (!found && !hw_statement_done (stmt))
    return FALSE;

  *mapping = found ? g_strdup (hw_statement_get_text (stmt, 0)) : NULL;
  *answers = found ? g_strdup (hw_statement_get_text (stmt, 1)) : NULL;
  return TRUE;
}

gboolean
hw_import_repo_knows (HwStore     *store,
                      const char  *shape,
                      gboolean    *known,
                      GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_RECALL, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, shape);
  *known = hw_statement_next (stmt, error);
  return *known || hw_statement_done (stmt);
}

gboolean
hw_import_repo_remember (HwStore     *store,
                         const char  *shape,
                         const char  *mapping,
                         const char  *answers,
                         GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_REMEMBER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, shape);
  hw_statement_set_text (stmt, 2, mapping);
  hw_statement_set_text (stmt, 3, answers);
  return hw_statement_run (stmt, error);
}
