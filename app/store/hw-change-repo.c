/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-change-repo.h"

#include "store/hw-statement.h"

#define SQL_VERSIONS \
  "SELECT v.day AS day, v.entry_id AS nth, CASE v.removed WHEN 1 THEN 'entry-removed' ELSE 'entry-saved' END AS kind," \
  " e.kind AS subject, e.id AS id, coalesce ((SELECT answer FROM entry_answer a WHERE a.entry_id = v.entry_id" \
  " AND a.version = v.version AND a.question = 'name'), '') AS name, v.who AS who, v.why AS why" \
  " FROM entry_version v JOIN entry e ON e.id = v.entry_id WHERE v.version > 0"

#define SQL_EVENTS \
  "SELECT at / 86400, event.id, event.kind, subject, subject_id, coalesce (CASE subject" \
  " WHEN 'import' THEN (SELECT file_name FROM import i WHERE i.id = subject_id)" \
  " WHEN 'product' THEN (SELECT p.name FROM product p WHERE p.id = subject_id)" \
  " WHEN 'supplier' THEN (SELECT s.name FROM supplier s WHERE s.id = subject_id) END, ''), '', ''" \
  " FROM event WHERE event.kind NOT LIKE 'entry-%'"

#define SQL_EACH \
  "SELECT day, kind, subject, id, name, who, why FROM (" SQL_VERSIONS " UNION ALL " SQL_EVENTS ")" \
  " ORDER BY day DESC, nth DESC, kind, who, why LIMIT ?1"

gboolean
hw_change_repo_each (HwStore       *store,
                     guint          n,
                     HwChangeFunc   func,
                     gpointer       data,
                     GError       **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_EACH, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, n);
  while (hw_statement_next (stmt, error))
    {
      const HwChange change = {
        .day = hw_statement_get_day (stmt, 0),
        .kind = hw_statement_get_text (stmt, 1),
        .subject = hw_statement_get_text (stmt, 2),
        .id = hw_statement_get_int (stmt, 3),
        .name = hw_statement_get_text (stmt, 4),
        .who = hw_statement_get_text (stmt, 5),
        .why = hw_statement_get_text (stmt, 6),
      };

      func (&change, data);
    }

  return hw_statement_done (stmt);
}
