/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-waiting.h"

#include "domain/hw-stock-terms.h"
#include "engine/stock/hw-lead-time.h"
#include "store/hw-stock-repo.h"

#define RECEIPTS_LEAST 3 /* fewer say too little about a supplier */

const HwSupplier *
hw_waiting_find_supplier (const GArray *suppliers,
                          gint64        id)
{
  for (guint i = 0; i < suppliers->len; i++)
    if (g_array_index (suppliers, HwSupplier, i).id == id)
      return &g_array_index (suppliers, HwSupplier, i);

  return NULL;
}

gboolean
hw_waiting_is_house (const HwWaitBook *book,
                     const HwSupplier *supplier)
{
  HwMoney freight = 0;

  for (guint i = 0; i < book->supplier_terms->len; i++)
    if (g_array_index (book->supplier_terms, HwSupplierTerms, i).supplier_id == supplier->id)
      freight = g_array_index (book->supplier_terms, HwSupplierTerms, i).freight;

  return supplier->lead_days == 0 && (supplier->email == NULL || *supplier->email == '\0') &&
         supplier->min_order == 0 && freight == 0;
}

void
hw_waiting_range (const GArray *waits,
                  gint64        supplier_id,
                  HwDay         ordered,
                  HwDay        *early,
                  HwDay        *late)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  double chance[HW_LEAD_MOST + 1];
  HwLeadTimeInput seen = { .told = -1.0, .made_here = TRUE };

  *early = *late = HW_DAY_NONE;
  for (guint i = 0; i < waits->len; i++)
    {
      const HwWait *wait = &g_array_index (waits, HwWait, i);

      if (wait->supplier_id == supplier_id && wait->days >= 0 && wait->days <= HW_WAITING_MOST)
        g_array_append_val (days, wait->days);
    }

  seen.own = (const int *) (gconstpointer) days->data;
  seen.n_own = days->len;
  if (days->len < RECEIPTS_LEAST || !hw_lead_time_learn (&seen, chance, G_N_ELEMENTS (chance), NULL))
    return;

  *early = ordered + hw_lead_time_quantile (chance, G_N_ELEMENTS (chance), 0.1);
  *late = ordered + hw_lead_time_quantile (chance, G_N_ELEMENTS (chance), 0.9);
}
