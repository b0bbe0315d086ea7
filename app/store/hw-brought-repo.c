/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-brought-repo.h"

#include "domain/hw-records.h"
#include "store/hw-statement.h"

#define SQL_DAYS \
  "SELECT i.id, i.file_name, i.last_day, d.day" \
  " FROM (SELECT DISTINCT import_id, day FROM sale WHERE import_id IS NOT NULL) AS d" \
  " JOIN import AS i ON i.id = d.import_id ORDER BY i.id, d.day"

#define SQL_SALES \
  "SELECT import_id, day, product_id, shop_id, quantity, amount FROM sale WHERE day BETWEEN ?1 AND ?2 AND import_id IS NOT NULL"

static void
clear_brought (HwBrought *brought)
{
  g_free (brought->name);
}

static void
add_day (GArray      *files,
         HwStatement *stmt)
{
  const gint64 id = hw_statement_get_int (stmt, 0);
  const HwDay day = hw_statement_get_day (stmt, 3);
  HwBrought *at = files->len > 0 ? &g_array_index (files, HwBrought, files->len - 1) : NULL;
  int year, month, mday;

  if (at == NULL || at->import_id != id)
    {
      const HwBrought next = {
        .import_id = id, .name = hw_statement_dup_text (stmt, 1), .said_last = hw_statement_get_day (stmt, 2), .months = TRUE, .weeks = TRUE,
      };

      g_array_append_val (files, next);
      at = &g_array_index (files, HwBrought, files->len - 1);
    }

  hw_day_to_ymd (day, &year, &month, &mday);
  at->last = day;
  at->n_days++;
  at->months &= mday == 1;
  at->weeks &= hw_day_weekday (day) == 0;
}

GArray *
hw_brought_repo_list (HwStore  *store,
                      GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_DAYS, error);
  g_autoptr (GArray) files = g_array_new (FALSE, TRUE, sizeof (HwBrought));

  if (stmt == NULL)
    return NULL;

  g_array_set_clear_func (files, (GDestroyNotify) clear_brought);
  while (hw_statement_next (stmt, error))
    add_day (files, stmt);

  return hw_statement_done (stmt) ? g_steal_pointer (&files) : NULL;
}

gboolean
hw_brought_repo_each (HwStore        *store,
                      HwDay           from,
                      HwDay           to,
                      HwBroughtFunc   func,
                      gpointer        data,
                      GError        **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_SALES, error);

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (stmt, 1, from);
  hw_statement_set_int (stmt, 2, to);
  while (hw_statement_next (stmt, error))
    {
      const HwBroughtSale sale = {
        .import_id = hw_statement_get_int (stmt, 0), .day = hw_statement_get_day (stmt, 1), .product_id = hw_statement_get_int (stmt, 2),
        .shop_id = hw_statement_get_int (stmt, 3), .quantity = hw_statement_get_int (stmt, 4), .amount = hw_statement_get_known (stmt, 5),
      };

      func (&sale, data);
    }

  return hw_statement_done (stmt);
}
