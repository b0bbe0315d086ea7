/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-kit.h"

#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-terms-repo.h"

#define HORIZON 70        /* days asked of the forecast; further ahead it tells means alone */
#define DAYS_MOST 1100    /* that any plan looks ahead */
#define STALE_MOST 28     /* days that a forecast is believed without new sales */
#define REPEAT_WEEKS 4    /* beyond what is told, its last weeks come again */
#define DRAFT_DAYS 7      /* that a draft counts */
#define RULE_DAYS 364     /* orders from longer ago show no rule of today */

void
hw_stock_kit_clear (HwStockKit *self)
{
  g_clear_pointer (&self->suppliers, g_array_unref);
  g_clear_pointer (&self->supplier_terms, g_array_unref);
  g_clear_pointer (&self->on_hand, g_array_unref);
  g_clear_pointer (&self->waits, g_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->drafts, g_array_unref);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->past_lines, g_array_unref);
  g_clear_pointer (&self->series, g_hash_table_unref);
  g_clear_pointer (&self->week_series, g_hash_table_unref);
  g_clear_pointer (&self->shelf, g_hash_table_unref);
  g_clear_pointer (&self->open_of, g_hash_table_unref);
  g_clear_pointer (&self->drafts_of, g_hash_table_unref);
  g_clear_pointer (&self->breaks_of, g_hash_table_unref);
  g_clear_pointer (&self->lines_of, g_hash_table_unref);
  g_clear_pointer (&self->step_of_day, g_free);
}

/* @array: its elements begin with the id they are sorted by. */
static GHashTable *
find_runs (const GArray *array)
{
  GHashTable *runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const guint size = g_array_get_element_size ((GArray *) array);

  for (guint from = 0, to; from < array->len; from = to)
    {
      const gint64 id = *(const gint64 *) (gconstpointer) (array->data + (gsize) from * size);
      HwStockRun run = { from, 0 };

      for (to = from; to < array->len && *(const gint64 *) (gconstpointer) (array->data + (gsize) to * size) == id; to++)
        run.n++;

      g_hash_table_insert (runs, g_memdup2 (&id, sizeof id), g_memdup2 (&run, sizeof run));
    }

  return runs;
}

static GHashTable *
index_series (const HwDemand *demand)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < demand->series->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (demand->series, i);

      if (series->product_id != 0)
        g_hash_table_insert (table, &series->product_id, series);
    }

  return table;
}

static void
index_all (HwStockKit *self)
{
  self->series = index_series (self->demand);
  self->week_series = index_series (self->weeks);
  self->shelf = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->on_hand->len; i++)
    {
      HwOnHand *on_hand = &g_array_index (self->on_hand, HwOnHand, i);

      g_hash_table_insert (self->shelf, &on_hand->product_id, on_hand);
    }

  self->open_of = find_runs (self->open);
  self->drafts_of = find_runs (self->drafts);
  self->breaks_of = find_runs (self->breaks);
  self->lines_of = find_runs (self->past_lines);
  self->wait_book = (HwWaitBook) { self->suppliers, self->supplier_terms, self->waits };
}

/* Days between the first forecast day and today. Where the sales end long ago the
 * weekday is kept right and no more can be known. */
static int
days_stale (const HwDemand *demand,
            HwDay           today)
{
  const int gap = MAX (today - demand->ahead_start, 0);

  return gap <= STALE_MOST ? gap : gap % 7;
}

/* Which step of the forecast each day from today on is. */
static void
lay_out_days (HwStockKit *self)
{
  const HwDemand *demand = self->demand;
  const int stale = days_stale (demand, self->today);
  const gsize again = (gsize) (REPEAT_WEEKS * demand->season);
  gsize step = 0;

  self->n_days = DAYS_MOST;
  self->step_of_day = g_new (gssize, self->n_days);
  for (gsize i = 0; i < self->n_days + (gsize) stale; i++)
    {
      const gboolean open = demand->open_weekday[hw_day_weekday (demand->ahead_start + (int) i)];

      if (i >= (gsize) stale)
        self->step_of_day[i - (gsize) stale] = open ? (gssize) step : -1;
      if (open && ++step >= demand->n_ahead)
        step -= MIN (again, demand->n_ahead);
    }
}

gboolean
hw_stock_kit_load (HwStockKit    *self,
                   HwSession     *session,
                   const HwTick  *tick,
                   GError       **error)
{
  HwStore *store = hw_session_get_store (session);

  self->today = hw_session_get_today (session);
  self->demand = hw_demand_get (session, HW_BY_DAY, HORIZON, tick, error);
  if (self->demand == NULL)
    return FALSE;

  self->weeks = hw_session_peek_demand (session, HW_BY_WEEK);
  if (!hw_terms_repo_load (store, &self->terms, error) ||
      (self->suppliers = hw_supplier_repo_list (store, error)) == NULL ||
      (self->supplier_terms = hw_terms_repo_suppliers (store, error)) == NULL ||
      (self->on_hand = hw_shelf_load (store, self->demand->products, self->today, error)) == NULL ||
      (self->waits = hw_stock_repo_waits (store, error)) == NULL ||
      (self->open = hw_stock_repo_open_lines (store, self->today, error)) == NULL ||
      (self->drafts = hw_stock_repo_draft_lines (store, error)) == NULL ||
      (self->breaks = hw_terms_repo_price_breaks (store, error)) == NULL ||
      (self->past_lines = hw_stock_repo_past_lines (store, self->today - RULE_DAYS, self->today, error)) == NULL)
    return FALSE;

  index_all (self);
  lay_out_days (self);
  return TRUE;
}

const HwDemandSeries *
hw_stock_kit_series (const HwStockKit *self,
                     gint64            product_id)
{
  return g_hash_table_lookup (self->series, &product_id);
}

const HwOnHand *
hw_stock_kit_on_hand (const HwStockKit *self,
                      gint64            product_id)
{
  return g_hash_table_lookup (self->shelf, &product_id);
}

const HwSupplierTerms *
hw_stock_kit_supplier_terms (const HwStockKit *self,
                             gint64            supplier_id)
{
  for (guint i = 0; i < self->supplier_terms->len; i++)
    if (g_array_index (self->supplier_terms, HwSupplierTerms, i).supplier_id == supplier_id)
      return &g_array_index (self->supplier_terms, HwSupplierTerms, i);

  return NULL;
}

gboolean
hw_stock_kit_counts_draft (const HwStockKit  *self,
                           const HwDraftLine *draft)
{
  return self->today - draft->made <= DRAFT_DAYS;
}

HwMoney
hw_stock_kit_drafted (const HwStockKit *self)
{
  HwMoney sum = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const HwDraftLine *draft = &g_array_index (self->drafts, HwDraftLine, i);
      HwMoney money;

      if (draft->unit_cost == HW_UNKNOWN || !hw_stock_kit_counts_draft (self, draft) ||
          !hw_money_times (draft->unit_cost, draft->quantity, &money) || !hw_scaled_add (&sum, money))
        continue;
    }

  return sum;
}

HwStockRun
hw_stock_kit_run (GHashTable *runs,
                  gint64      id)
{
  const HwStockRun *run = g_hash_table_lookup (runs, &id);

  return run != NULL ? *run : (HwStockRun) { 0, 0 };
}
