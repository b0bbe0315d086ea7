/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-log-repo.h"

#include "domain/hw-records.h"
#include "store/hw-statement.h"

#define SQL_ADD \
  "INSERT INTO log_line (kind, day, subject, quantity, amount, balance, mark, import_id, source_row)" \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

#define SQL_LIST \
  "SELECT import_id, source_row, day, subject, quantity, amount, balance, mark FROM log_line" \
  " WHERE kind = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, id"

#define SQL_ADD_ORDER "INSERT INTO import_order (order_id, ref, import_id) VALUES (?, ?, ?)"

#define SQL_FIND_ORDER \
  "SELECT max (i.order_id) FROM import_order AS i JOIN purchase_order AS o ON o.id = i.order_id" \
  " WHERE o.supplier_id = ?1 AND i.ref = ?2"

#define SQL_KEPT_SALES \
  "SELECT product_id, order_ref, quantity, amount, coalesce (minute, -1), shop_id FROM sale WHERE day = ?2 AND ?1 <> '' AND import_id IS NOT NULL"

#define SQL_KEPT_WASTE "SELECT product_id, '', quantity, NULL, -1, NULL FROM waste WHERE day = ?2 AND ?1 <> '' AND import_id IS NOT NULL"

#define SQL_KEPT_LOGS "SELECT 0, subject, quantity, amount, mark, NULL FROM log_line WHERE kind = ?1 AND day = ?2"

#define SQL_SPAN_SALES "SELECT min (day), max (day) FROM sale WHERE ?1 <> ''"

#define SQL_SPAN_WASTE "SELECT min (day), max (day) FROM waste WHERE ?1 <> ''"

#define SQL_SPAN_LOGS "SELECT min (day), max (day) FROM log_line WHERE kind = ?1"

gboolean
hw_log_repo_add (HwStore          *store,
                 const HwLogLine  *line,
                 GError          **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, hw_import_kind_id (line->kind));
  hw_statement_set_int (stmt, 2, line->day);
  hw_statement_set_text (stmt, 3, line->subject != NULL ? line->subject : "");
  hw_statement_set_known (stmt, 4, line->quantity);
  hw_statement_set_known (stmt, 5, line->amount);
  hw_statement_set_known (stmt, 6, line->balance);
  hw_statement_set_int (stmt, 7, line->mark);
  hw_statement_set_int (stmt, 8, line->import_id);
  hw_statement_set_int (stmt, 9, line->source_row);
  return hw_statement_run (stmt, error);
}

static void
clear_line (HwLogLine *line)
{
  g_free (line->subject);
}

GArray *
hw_log_repo_list (HwStore       *store,
                  HwImportKind   kind,
                  HwDay          from,
                  HwDay          to,
                  GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_LIST, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (HwLogLine));

  if (stmt == NULL)
    return NULL;

  g_array_set_clear_func (lines, (GDestroyNotify) clear_line);
  hw_statement_set_text (stmt, 1, hw_import_kind_id (kind));
  hw_statement_set_int (stmt, 2, from);
  hw_statement_set_int (stmt, 3, to);
  while (hw_statement_next (stmt, error))
    {
      const HwLogLine line = {
        .import_id = hw_statement_get_int (stmt, 0), .source_row = hw_statement_get_int (stmt, 1), .kind = kind,
        .day = hw_statement_get_day (stmt, 2), .subject = hw_statement_dup_text (stmt, 3),
        .quantity = hw_statement_get_known (stmt, 4), .amount = hw_statement_get_known (stmt, 5),
        .balance = hw_statement_get_known (stmt, 6), .mark = hw_statement_get_int (stmt, 7),
      };

      g_array_append_val (lines, line);
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&lines) : NULL;
}

gboolean
hw_log_repo_add_order (HwStore     *store,
                       gint64       order_id,
                       const char  *ref,
                       gint64       import_id,
                       GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_ADD_ORDER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, order_id);
  hw_statement_set_text (stmt, 2, ref);
  hw_statement_set_int (stmt, 3, import_id);
  return hw_statement_run (stmt, error);
}

gboolean
hw_log_repo_find_order (HwStore     *store,
                        gint64       supplier_id,
                        const char  *ref,
                        gint64      *id,
                        GError     **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_FIND_ORDER, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, supplier_id);
  hw_statement_set_text (stmt, 2, ref);
  if (!hw_statement_next (stmt, error))
    return FALSE;

  *id = hw_statement_get_int (stmt, 0);
  return TRUE;
}

gboolean
hw_log_repo_each_kept (HwStore        *store,
                       HwImportKind    kind,
                       HwDay           day,
                       HwKeptRowFunc   func,
                       gpointer        data,
                       GError        **error)
{
  g_autoptr (HwStatement) stmt = kind == HW_IMPORT_SALES ? hw_statement_new (store, SQL_KEPT_SALES, error)
                                 : kind == HW_IMPORT_WASTE ? hw_statement_new (store, SQL_KEPT_WASTE, error)
                                                           : hw_statement_new (store, SQL_KEPT_LOGS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, hw_import_kind_id (kind));
  hw_statement_set_int (stmt, 2, day);
  while (hw_statement_next (stmt, error))
    {
      const HwKeptRow row = {
        .what = hw_statement_get_int (stmt, 0), .text = hw_statement_get_text (stmt, 1),
        .quantity = hw_statement_get_known (stmt, 2), .amount = hw_statement_get_known (stmt, 3),
        .mark = hw_statement_get_int (stmt, 4), .shop = hw_statement_get_int (stmt, 5),
      };

      func (&row, data);
    }

  return hw_statement_done (stmt);
}

gboolean
hw_log_repo_span (HwStore       *store,
                  HwImportKind   kind,
                  HwDay         *first,
                  HwDay         *last,
                  GError       **error)
{
  g_autoptr (HwStatement) stmt = kind == HW_IMPORT_SALES ? hw_statement_new (store, SQL_SPAN_SALES, error)
                                 : kind == HW_IMPORT_WASTE ? hw_statement_new (store, SQL_SPAN_WASTE, error)
                                                           : hw_statement_new (store, SQL_SPAN_LOGS, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_text (stmt, 1, hw_import_kind_id (kind));
  if (!hw_statement_next (stmt, error))
    return FALSE;

  *first = hw_statement_get_day (stmt, 0);
  *last = hw_statement_get_day (stmt, 1);
  return TRUE;
}
