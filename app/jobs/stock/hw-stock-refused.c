/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-refused.h"

#include "store/hw-order-repo.h"

#define LATELY 91 /* days */

gboolean
hw_stock_refused_tell (HwStockPlan  *plan,
                       HwStore      *store,
                       GError      **error)
{
  g_autoptr (GArray) refusals = hw_order_repo_refusals (store, plan->as_of - LATELY, error);
  g_autoptr (GHashTable) newest = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (refusals == NULL)
    return FALSE;

  for (guint i = refusals->len; i-- > 0;)
    {
      HwRefusal *refusal = &g_array_index (refusals, HwRefusal, i);

      if (refusal->day <= plan->as_of)
        g_hash_table_replace (newest, &refusal->product_id, refusal);
    }

  for (guint i = 0; i < plan->lines->len; i++)
    {
      HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const HwRefusal *refusal = g_hash_table_lookup (newest, &line->product_id);

      if (refusal == NULL)
        continue;

      line->refused = refusal->day;
      line->refused_why = refusal->why != NULL && *refusal->why != '\0' ? g_strdup (refusal->why) : NULL;
    }

  return TRUE;
}
