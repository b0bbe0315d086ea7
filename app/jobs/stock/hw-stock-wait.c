/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-wait.h"

#include "domain/hw-stock-terms.h"
#include "engine/stock/hw-lead-time.h"
#include "jobs/stock/hw-shelf.h"
#include "jobs/stock/hw-stock-job.h"

#include <math.h>

#define OTHERS_MOST 200 /* newest waiting times of a supplier that say how it is now */

void
hw_stock_wait_clear (HwStockWait *self)
{
  g_clear_pointer (&self->chance, g_free);
}

/* The first of @supplier_id's waiting times, which lie together. */
static guint
first_of (const GArray *waits,
          gint64        supplier_id)
{
  guint from = 0, to = waits->len;

  while (from < to)
    {
      const guint middle = from + (to - from) / 2;

      if (g_array_index (waits, HwWait, middle).supplier_id < supplier_id)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

/* Waiting times seen of @product and of the supplier's other products, newest last. */
static void
gather (const HwWaitBook *book,
        const HwProduct  *product,
        GArray           *own,
        GArray           *others)
{
  for (guint i = first_of (book->waits, product->supplier_id); product->supplier_id != 0 && i < book->waits->len; i++)
    {
      const HwWait *wait = &g_array_index (book->waits, HwWait, i);
      const int days = MAX (wait->days, 1); /* here the same day: the next one at the latest */

      if (wait->supplier_id != product->supplier_id)
        break;
      if (days <= HW_WAITING_MOST)
        g_array_append_val (wait->product_id == product->id ? own : others, days);
    }

  if (others->len > OTHERS_MOST)
    g_array_remove_range (others, 0, others->len - OTHERS_MOST);
}

/* @chance with every waiting time @factor times as long. */
static void
stretch (double *chance,
         gsize   n,
         double  factor)
{
  g_autofree double *before = g_memdup2 (chance, n * sizeof *chance);

  for (gsize k = 0; k < n; k++)
    chance[k] = 0.0;
  chance[0] = before[0];
  for (gsize k = 1; k < n; k++)
    chance[CLAMP ((gsize) lround ((double) k * factor), 1, n - 1)] += before[k];
}

static void
measure (HwStockWait *self)
{
  while (self->n > 1 && self->chance[self->n - 1] <= 0.0)
    self->n--;

  self->mean = hw_lead_time_mean (self->chance, self->n);
  self->days = hw_lead_time_quantile (self->chance, self->n, 0.5);
  self->early = hw_lead_time_quantile (self->chance, self->n, 0.1);
  self->late = hw_lead_time_quantile (self->chance, self->n, 0.9);
}

gboolean
hw_stock_wait_learn (HwStockWait      *self,
                     const HwWaitBook *book,
                     const HwProduct  *product,
                     double            factor)
{
  const HwSupplier *supplier = hw_waiting_find_supplier (book->suppliers, product->supplier_id);
  const gboolean fresh = product->shelf_days > 0 && product->shelf_days <= HW_FRESH_DAYS;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (int));
  HwLeadTimeInput input = { .told = -1.0 };

  *self = (HwStockWait) { .n = HW_LEAD_MOST + 1 };
  self->made_here = supplier != NULL ? hw_waiting_is_house (book, supplier) : fresh;
  if (supplier != NULL && !self->made_here && (supplier->lead_days == 0 || supplier->lead_days > HW_WAITING_MOST))
    return FALSE;

  if (!self->made_here)
    gather (book, product, own, others);

  self->assumed = !self->made_here && (supplier == NULL || supplier->lead_days < 0) && own->len + others->len == 0;
  input.told = self->made_here ? 0.0 : supplier != NULL && supplier->lead_days > 0 ? supplier->lead_days
               : self->assumed ? HW_LEAD_DAYS_ASSUMED : -1.0;
  input.own = (const int *) (gconstpointer) own->data;
  input.n_own = own->len;
  input.others = (const int *) (gconstpointer) others->data;
  input.n_others = others->len;
  input.made_here = self->made_here;

  self->chance = g_new0 (double, self->n);
  if (!hw_lead_time_learn (&input, self->chance, self->n, NULL))
    return FALSE;

  if (factor != 1.0)
    stretch (self->chance, self->n, factor);

  measure (self);
  return TRUE;
}

double *
hw_stock_wait_periods (const HwStockWait *self,
                       int                period_days,
                       int                review_days,
                       int                review,
                       gsize             *n_out)
{
  const double more = period_days > 1 ? ((double) review_days - (double) (period_days * review)) / 2.0 : 0.0;
  const gsize n = (gsize) ceil (((double) self->n + MAX (more, 0.0)) / period_days) + 2;
  double *chance = g_new0 (double, n);

  for (gsize k = 0; k < self->n; k++)
    {
      const double periods = MAX ((double) k + more, 0.0) / period_days;
      const gsize whole = (gsize) floor (periods);
      const double part = periods - (double) whole;

      chance[whole] += self->chance[k] * (1.0 - part);
      chance[whole + 1] += self->chance[k] * part;
    }

  *n_out = n;
  while (*n_out > 1 && chance[*n_out - 1] <= 0.0)
    (*n_out)--;

  return chance;
}
