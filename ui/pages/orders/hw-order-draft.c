/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-draft.h"

#include "domain/hw-records.h"
#include "jobs/stock/hw-order-job.h"

/* What the owner said of one product. */
typedef struct
{
  gint64      product_id;
  HwQuantity  quantity;
  HwQuantity  proposed; /* when it was said */
  char       *why;   /* (owned) (nullable) */
  gboolean    kept;  /* refused, and on record */
} Own;

struct _HwOrderDraft
{
  GHashTable *own;     /* (owned) product id -> Own, which holds the key */
  GHashTable *refused; /* (owned) product ids left out today, on record */
};

static void
own_free (gpointer data)
{
  Own *own = data;

  g_free (own->why);
  g_free (own);
}

HwOrderDraft *
hw_order_draft_new (void)
{
  HwOrderDraft *self = g_new0 (HwOrderDraft, 1);

  self->own = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, own_free);
  self->refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
hw_order_draft_free (HwOrderDraft *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->own);
  g_hash_table_unref (self->refused);
  g_free (self);
}

void
hw_order_draft_clear (HwOrderDraft *self)
{
  g_hash_table_remove_all (self->own);
  g_hash_table_remove_all (self->refused);
}

static Own *
find (HwOrderDraft *self,
      gint64        product_id)
{
  return g_hash_table_lookup (self->own, &product_id);
}

/* Left out today, and on record. */
static gboolean
is_on_record (const HwStockPlan *plan,
              const HwStockLine *line)
{
  return line->refused != HW_DAY_NONE && line->refused == plan->as_of;
}

void
hw_order_draft_settle (HwOrderDraft      *self,
                       const HwStockPlan *plan)
{
  g_hash_table_remove_all (self->refused);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const Own *own = find (self, line->product_id);

      if (!is_on_record (plan, line))
        continue;

      g_hash_table_add (self->refused, g_memdup2 (&line->product_id, sizeof line->product_id));
      if (own != NULL && own->kept)
        g_hash_table_remove (self->own, &line->product_id);
    }
}

/* What stands there before the owner says anything. */
static HwQuantity
start_of (HwOrderDraft      *self,
          const HwStockLine *line)
{
  return g_hash_table_contains (self->refused, &line->product_id) ? 0 : line->order_now;
}

void
hw_order_draft_set (HwOrderDraft      *self,
                    const HwStockLine *line,
                    HwQuantity         quantity)
{
  Own *own = find (self, line->product_id);

  if (quantity == start_of (self, line))
    {
      g_hash_table_remove (self->own, &line->product_id);
      return;
    }

  if (own == NULL)
    {
      own = g_new0 (Own, 1);
      own->product_id = line->product_id;
      g_hash_table_insert (self->own, &own->product_id, own);
    }
  own->kept = own->kept && own->quantity == quantity;
  own->quantity = quantity;
  own->proposed = line->order_now;
}

void
hw_order_draft_set_why (HwOrderDraft *self,
                        gint64        product_id,
                        const char   *why)
{
  Own *own = find (self, product_id);

  if (own == NULL)
    return;

  g_free (own->why);
  own->why = why != NULL && *why != '\0' ? g_strdup (why) : NULL;
}

const char *
hw_order_draft_get_why (HwOrderDraft *self,
                        gint64        product_id)
{
  const Own *own = find (self, product_id);

  return own != NULL ? own->why : NULL;
}

gboolean
hw_order_draft_is_changed (HwOrderDraft *self,
                           gint64        product_id)
{
  const Own *own = find (self, product_id);

  return own != NULL && own->quantity != own->proposed;
}

gboolean
hw_order_draft_toggle (HwOrderDraft      *self,
                       const HwStockLine *line)
{
  const HwQuantity usual = line->order_now > 0 ? line->order_now : line->lot;

  if (hw_order_draft_quantity (self, line) > 0)
    hw_order_draft_set (self, line, 0);
  else if (usual > 0)
    hw_order_draft_set (self, line, usual);
  else
    return FALSE;

  return TRUE;
}

HwQuantity
hw_order_draft_quantity (HwOrderDraft      *self,
                         const HwStockLine *line)
{
  const Own *own = find (self, line->product_id);

  return own != NULL ? own->quantity : start_of (self, line);
}

HwMoney
hw_order_draft_value (HwOrderDraft      *self,
                      const HwStockLine *line)
{
  const HwQuantity quantity = hw_order_draft_quantity (self, line);
  const HwMoney each = hw_stock_line_each (line, quantity);
  HwMoney value = 0;

  if (each == HW_UNKNOWN || !hw_money_times (each, quantity, &value))
    return HW_UNKNOWN;

  return value;
}

gboolean
hw_order_draft_lists (HwOrderDraft      *self,
                      const HwStockLine *line)
{
  return line->order_now > 0 || line->reason == HW_STOCK_OVER_BUDGET ||
         find (self, line->product_id) != NULL;
}

static gboolean
is_of (const HwStockLine *line,
       gint64             supplier_id)
{
  return supplier_id == HW_SUPPLIER_ANY || line->supplier_id == supplier_id;
}

/* Suggested, left out, and not on record. */
static gboolean
is_refused (HwOrderDraft      *self,
            const HwStockLine *line)
{
  const Own *own = find (self, line->product_id);

  return own != NULL && own->quantity == 0 && line->order_now > 0 && !own->kept;
}

HwOrderSum
hw_order_draft_sum (HwOrderDraft      *self,
                    const HwStockPlan *plan,
                    gint64             supplier_id)
{
  HwOrderSum sum = { 0 };

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      HwMoney value;

      if (!is_of (line, supplier_id))
        continue;

      sum.n_refused += is_refused (self, line);
      sum.n_left_out += line->order_now > 0 && hw_order_draft_quantity (self, line) <= 0;
      if (hw_order_draft_quantity (self, line) <= 0)
        continue;

      sum.n++;
      value = hw_order_draft_value (self, line);
      if (value != HW_UNKNOWN && sum.value != HW_UNKNOWN && !hw_scaled_add (&sum.value, value))
        sum.value = HW_UNKNOWN;
    }

  return sum;
}

HwMoney
hw_order_draft_value_of (HwOrderDraft      *self,
                         const HwStockPlan *plan,
                         GHashTable        *ids)
{
  HwMoney sum = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const HwMoney value = g_hash_table_contains (ids, &line->product_id) ? hw_order_draft_value (self, line) : 0;

      if (value != HW_UNKNOWN && !hw_scaled_add (&sum, value))
        return HW_UNKNOWN;
    }

  return sum;
}

GArray *
hw_order_draft_wishes (HwOrderDraft      *self,
                       const HwStockPlan *plan,
                       gint64             supplier_id)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (HwOrderWish));

  g_array_set_clear_func (wishes, (GDestroyNotify) hw_order_wish_clear);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      HwOrderWish wish = { line->product_id, hw_order_draft_quantity (self, line), line->order_now, NULL };

      if (!is_of (line, supplier_id) || (wish.quantity <= 0 && !is_refused (self, line)))
        continue;

      wish.why = g_strdup (hw_order_draft_get_why (self, line->product_id));
      g_array_append_val (wishes, wish);
    }

  return wishes;
}

void
hw_order_draft_done (HwOrderDraft      *self,
                     const HwStockPlan *plan,
                     gint64             supplier_id)
{
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      Own *own = is_of (line, supplier_id) ? find (self, line->product_id) : NULL;

      if (own == NULL)
        continue;
      if (own->quantity == 0)
        own->kept = TRUE;
      else
        g_hash_table_remove (self->own, &line->product_id);
    }
}

void
hw_order_draft_reopen (HwOrderDraft *self)
{
  GHashTableIter iter;
  gpointer own;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, NULL, &own))
    ((Own *) own)->kept = FALSE;
}
