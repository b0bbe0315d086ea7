/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-waiting.h"

#include "jobs/hw-shelf.h"
#include "jobs/hw-stock-job.h"

#include <math.h>

#define RECEIPTS_LEAST 3 /* fewer say too little about a supplier */
#define WITHIN_80 1.2815515655446004 /* 8 of 10 lie within so many standard deviations */

const HwSupplier *
hw_waiting_find_supplier (const GArray *suppliers,
                          gint64        id)
{
  for (guint i = 0; i < suppliers->len; i++)
    if (g_array_index (suppliers, HwSupplier, i).id == id)
      return &g_array_index (suppliers, HwSupplier, i);

  return NULL;
}

HwWaiting
hw_waiting_find (const HwProduct  *product,
                 const HwSupplier *supplier,
                 const GArray     *leads)
{
  for (guint i = 0; i < leads->len; i++)
    {
      const HwLeadTime *lead = &g_array_index (leads, HwLeadTime, i);

      if (supplier != NULL && lead->supplier_id == supplier->id && lead->n >= RECEIPTS_LEAST)
        return (HwWaiting) { (int) lround (CLAMP (lead->mean, 0.0, HW_WAITING_MOST)), lead->sd, FALSE };
    }

  if (supplier != NULL && supplier->lead_days >= 0)
    return (HwWaiting) { MIN (supplier->lead_days, HW_WAITING_MOST), 0.0, FALSE };
  if (supplier == NULL && product->shelf_days > 0 && product->shelf_days <= HW_FRESH_DAYS)
    return (HwWaiting) { 0, 0.0, FALSE };

  return (HwWaiting) { HW_LEAD_DAYS_ASSUMED, 0.0, TRUE };
}

void
hw_waiting_range (const GArray *leads,
                  gint64        supplier_id,
                  HwDay         ordered,
                  HwDay        *early,
                  HwDay        *late)
{
  *early = *late = HW_DAY_NONE;
  for (guint i = 0; i < leads->len; i++)
    {
      const HwLeadTime *lead = &g_array_index (leads, HwLeadTime, i);

      if (lead->supplier_id != supplier_id || lead->n < RECEIPTS_LEAST)
        continue;

      *early = ordered + (int) floor (CLAMP (lead->mean - WITHIN_80 * lead->sd, 0.0, HW_WAITING_MOST));
      *late = ordered + (int) ceil (CLAMP (lead->mean + WITHIN_80 * lead->sd, 0.0, HW_WAITING_MOST));
    }
}
