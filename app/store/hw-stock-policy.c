/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today's plan and the one of the day before: what changed between the two. */
#include "store/hw-stock-repo.h"

#include "store/hw-statement.h"
#include "store/hw-store-private.h"

/* Two plans are kept: this day's, and the newest of a day before. */
#define SQL_DROP \
  "DELETE FROM stock_policy WHERE as_of >= ?1" \
  " OR as_of < (SELECT max (as_of) FROM stock_policy WHERE as_of < ?1)"

#define SQL_SAVE \
  "INSERT INTO stock_policy (product_id, as_of, service, lead_days, review_days, abc, xyz, reason," \
  " safety_stock, reorder_point, order_up_to, order_now, on_hand, on_order, expected, terms)" \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

#define SQL_BEFORE \
  "SELECT product_id, as_of, order_now, on_hand, on_order, order_up_to, service, coalesce (expected, -1), terms" \
  " FROM stock_policy WHERE as_of = (SELECT max (as_of) FROM stock_policy WHERE as_of < ?1)"

void
hw_stock_repo_hash_terms (const HwStockPlan *plan,
                          const HwStockLine *line,
                          char               hash[HW_TERMS_HASH_SIZE])
{
  const HwStockTerms *terms = &plan->terms;
  char carrying[G_ASCII_DTOSTR_BUF_SIZE], lost[G_ASCII_DTOSTR_BUF_SIZE], service[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdup_printf (
    "%s %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %s %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
    g_ascii_dtostr (carrying, sizeof carrying, terms->carrying), terms->order_cost,
    g_ascii_dtostr (lost, sizeof lost, terms->lost_share), terms->budget,
    g_ascii_dtostr (service, sizeof service, line->service), line->lead_days, line->review_days,
    line->unit_cost, line->price);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_strlcpy (hash, sum, HW_TERMS_HASH_SIZE);
}

static gboolean
save_line (HwStatement        *stmt,
           const HwStockPlan  *plan,
           const HwStockLine  *line,
           GError            **error)
{
  char terms[HW_TERMS_HASH_SIZE];

  hw_stock_repo_hash_terms (plan, line, terms);
  hw_statement_set_int (stmt, 1, line->product_id);
  hw_statement_set_int (stmt, 2, plan->as_of);
  hw_statement_set_double (stmt, 3, line->service);
  hw_statement_set_int (stmt, 4, line->lead_days);
  hw_statement_set_int (stmt, 5, line->review_days);
  hw_statement_set_text (stmt, 6, hw_abc_id (line->abc));
  hw_statement_set_text (stmt, 7, hw_xyz_id (line->xyz));
  hw_statement_set_text (stmt, 8, hw_stock_reason_id (line->reason));
  hw_statement_set_int (stmt, 9, line->safety_stock);
  hw_statement_set_int (stmt, 10, line->reorder_point);
  hw_statement_set_int (stmt, 11, line->order_up_to);
  hw_statement_set_int (stmt, 12, line->order_now);
  hw_statement_set_known (stmt, 13, line->on_hand);
  hw_statement_set_int (stmt, 14, line->on_order);
  hw_statement_set_double (stmt, 15, line->daily_units);
  hw_statement_set_text (stmt, 16, terms);
  return hw_statement_run (stmt, error);
}

static gboolean
save_lines (HwStore            *store,
            const HwStockPlan  *plan,
            GError            **error)
{
  g_autoptr (HwStatement) drop = hw_statement_new (store, SQL_DROP, error);
  g_autoptr (HwStatement) stmt = drop != NULL ? hw_statement_new (store, SQL_SAVE, error) : NULL;

  if (stmt == NULL)
    return FALSE;

  hw_statement_set_int (drop, 1, plan->as_of);
  if (!hw_statement_run (drop, error))
    return FALSE;

  for (guint i = 0; i < plan->lines->len; i++)
    if (!save_line (stmt, plan, g_ptr_array_index (plan->lines, i), error))
      return FALSE;

  return TRUE;
}

gboolean
hw_stock_repo_save_policy (HwStore            *store,
                           const HwStockPlan  *plan,
                           GError            **error)
{
  return hw_store_enter (store, error) &&
         hw_store_leave (store, save_lines (store, plan, error), error);
}

GHashTable *
hw_stock_repo_policy_before (HwStore  *store,
                             HwDay     today,
                             GError  **error)
{
  g_autoptr (HwStatement) stmt = hw_statement_new (store, SQL_BEFORE, error);
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (stmt == NULL)
    return NULL;

  hw_statement_set_int (stmt, 1, today);
  while (hw_statement_next (stmt, error))
    {
      const gint64 product_id = hw_statement_get_int (stmt, 0);
      HwPolicyBefore before = {
        .as_of = hw_statement_get_day (stmt, 1),
        .order_now = hw_statement_get_int (stmt, 2),
        .on_hand = hw_statement_get_known (stmt, 3),
        .on_order = hw_statement_get_known (stmt, 4),
        .order_up_to = hw_statement_get_int (stmt, 5),
        .service = hw_statement_get_double (stmt, 6),
        .expected = hw_statement_get_double (stmt, 7),
      };

      g_strlcpy (before.terms, hw_statement_get_text (stmt, 8), sizeof before.terms);
      g_hash_table_insert (table, g_memdup2 (&product_id, sizeof product_id), g_memdup2 (&before, sizeof before));
    }

  return hw_statement_done (stmt) ? g_steal_pointer (&table) : NULL;
}
