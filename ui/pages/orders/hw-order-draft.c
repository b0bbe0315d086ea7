/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-draft.h"

#include "domain/hw-records.h"
#include "jobs/hw-order-job.h"

struct _HwOrderDraft
{
  GHashTable *typed; /* (owned) product id -> HwQuantity, both as gint64 * */
};

HwOrderDraft *
hw_order_draft_new (void)
{
  HwOrderDraft *self = g_new0 (HwOrderDraft, 1);

  self->typed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
hw_order_draft_free (HwOrderDraft *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->typed);
  g_free (self);
}

void
hw_order_draft_clear (HwOrderDraft *self)
{
  g_hash_table_remove_all (self->typed);
}

void
hw_order_draft_set (HwOrderDraft *self,
                    gint64        product_id,
                    HwQuantity    quantity)
{
  g_hash_table_insert (self->typed, g_memdup2 (&product_id, sizeof product_id),
                       g_memdup2 (&quantity, sizeof quantity));
}

gboolean
hw_order_draft_is_changed (HwOrderDraft *self,
                           gint64        product_id)
{
  return g_hash_table_contains (self->typed, &product_id);
}

HwQuantity
hw_order_draft_quantity (HwOrderDraft      *self,
                         const HwStockLine *line)
{
  const HwQuantity *typed = g_hash_table_lookup (self->typed, &line->product_id);

  return typed != NULL ? *typed : line->order_now;
}

HwMoney
hw_order_draft_value (HwOrderDraft      *self,
                      const HwStockLine *line)
{
  const HwMoney each = line->unit_cost != HW_UNKNOWN ? line->unit_cost : line->price;
  HwMoney value = 0;

  if (each == HW_UNKNOWN || !hw_money_times (each, hw_order_draft_quantity (self, line), &value))
    return HW_UNKNOWN;

  return value;
}

gboolean
hw_order_draft_lists (HwOrderDraft      *self,
                      const HwStockLine *line)
{
  return line->order_now > 0 || hw_order_draft_is_changed (self, line->product_id);
}

guint
hw_order_draft_total (HwOrderDraft      *self,
                      const HwStockPlan *plan,
                      HwMoney           *value)
{
  guint n = 0;

  *value = 0;
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const HwMoney each = hw_order_draft_value (self, line);

      if (hw_order_draft_quantity (self, line) <= 0)
        continue;

      n++;
      if (each != HW_UNKNOWN && !hw_scaled_add (value, each))
        *value = HW_UNKNOWN;
    }

  return n;
}

GArray *
hw_order_draft_wishes (HwOrderDraft      *self,
                       const HwStockPlan *plan)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (HwOrderWish));

  g_array_set_clear_func (wishes, (GDestroyNotify) hw_order_wish_clear);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const HwOrderWish wish = { line->product_id, hw_order_draft_quantity (self, line), line->order_now, NULL };

      if (wish.quantity > 0)
        g_array_append_val (wishes, wish);
    }

  return wishes;
}
