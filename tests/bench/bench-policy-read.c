/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-policy.h"

#include "bench-rows.h"
#include "engine/stock/hw-lead-time.h"

#include <math.h>
#include <string.h>

#define MONEY_MOST   1e9
#define UNITS_MOST   1e9
#define PERIODS_MOST 5200 /* a hundred years of weeks */

void
bench_policy_begin (BenchPolicy *self,
                    gsize        n)
{
  *self = (BenchPolicy) { .n = n };
  self->items = g_new0 (BenchPolicyItem, n + 1);
  self->by_sku = g_hash_table_new (g_str_hash, g_str_equal);
}

void
bench_policy_clear (BenchPolicy *self)
{
  for (gsize i = 0; i < self->n; i++)
    {
      BenchPolicyItem *item = &self->items[i];

      g_free (item->sku);
      g_free (item->y);
      g_free (item->sold_out);
      g_free (item->lead);
      g_free (item->ahead);
      hw_replenish_clear (&item->plan);
      g_clear_error (&item->trouble);
    }

  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->by_sku, g_hash_table_unref);
  g_clear_pointer (&self->all_leads, g_free);
}

static gboolean
read_item (const BenchRows  *rows,
           BenchPolicyItem  *item,
           GError          **error)
{
  const char *shortage = bench_rows_text (rows, 4);

  if (bench_rows_text (rows, 0)[0] == '\0')
    return bench_rows_fail (rows, error, "an item without a sku", "");
  if (strcmp (shortage, "lost") != 0 && strcmp (shortage, "backorder") != 0)
    return bench_rows_fail (rows, error, "shortage is neither lost nor backorder", shortage);

  item->shortage = shortage[0] == 'l' ? HW_SHORTAGE_LOST : HW_SHORTAGE_WAITS;
  item->sku = g_strdup (bench_rows_text (rows, 0));
  return bench_rows_number (rows, 1, 0.0, MONEY_MOST, &item->unit_cost, error)
         && bench_rows_number (rows, 2, 0.0, MONEY_MOST, &item->holding, error)
         && bench_rows_number (rows, 3, 0.0, MONEY_MOST, &item->ordering, error)
         && bench_rows_number (rows, 5, 0.0, MONEY_MOST, &item->penalty, error)
         && bench_rows_number (rows, 6, 0.0, UNITS_MOST, &item->min_order, error)
         && bench_rows_number (rows, 7, 0.0, UNITS_MOST, &item->pack, error)
         && bench_rows_whole (rows, 8, 1, BENCH_POLICY_PERIODS, &item->review, error)
         && bench_rows_number (rows, 9, 0.0, UNITS_MOST, &item->on_hand, error);
}

static gboolean
read_items (BenchPolicy  *self,
            const char   *path,
            GError      **error)
{
  static const char *const names[] = { "sku", "unit_cost", "holding_cost", "order_cost", "shortage", "shortage_cost", "moq",
                                       "pack", "review_period", "initial_on_hand", NULL };
  g_auto (BenchRows) rows = { 0 };
  gsize most = 0;

  if (!bench_rows_open (&rows, path, names, error))
    return FALSE;

  for (const char *at = rows.next; at != NULL; at = strchr (at + 1, '\n'))
    most++;
  bench_policy_begin (self, most);
  self->n = 0;

  while (bench_rows_next (&rows, error))
    {
      BenchPolicyItem *item = &self->items[self->n++];

      if (!read_item (&rows, item, error))
        return FALSE;
      if (!g_hash_table_insert (self->by_sku, item->sku, item))
        return bench_rows_fail (&rows, error, "the same item again", item->sku);
    }

  return *error == NULL;
}

/* (nullable): what nobody knows is told once a file. */
static BenchPolicyItem *
find (BenchPolicy     *self,
      const BenchRows *rows,
      gsize           *unknown)
{
  BenchPolicyItem *item = g_hash_table_lookup (self->by_sku, bench_rows_text (rows, 0));

  if (item == NULL && (*unknown)++ == 0)
    g_printerr ("%s:%u: %s is no item of the list; rows of such items are left out\n", rows->path, rows->line,
                bench_rows_text (rows, 0));

  return item;
}

/* y grows at its old end; rows usually come oldest first. */
static void
make_room (BenchPolicyItem *item,
           int              period)
{
  const gsize n = (gsize) -period, more = n - item->n;
  double *y;
  guint8 *sold_out;

  if (n <= item->n)
    return;

  y = g_new (double, n);
  sold_out = g_new0 (guint8, n);
  for (gsize t = 0; t < more; t++)
    y[t] = NAN;
  if (item->n > 0)
    {
      memcpy (y + more, item->y, item->n * sizeof *y);
      memcpy (sold_out + more, item->sold_out, item->n);
    }

  g_free (item->y);
  g_free (item->sold_out);
  item->y = y;
  item->sold_out = sold_out;
  item->n = n;
  item->first = period;
}

static gboolean
read_history (BenchPolicy  *self,
              const char   *path,
              GError      **error)
{
  static const char *const names[] = { "sku", "period", "demand", "?sold_out", NULL };
  g_auto (BenchRows) rows = { 0 };
  gsize unknown = 0;

  if (!bench_rows_open (&rows, path, names, error))
    return FALSE;

  self->has_sold_out = bench_rows_has (&rows, 3);
  while (bench_rows_next (&rows, error))
    {
      BenchPolicyItem *item = find (self, &rows, &unknown);
      int period, sold_out = 0;
      double demand;
      gsize t;

      if (item == NULL)
        continue;
      if (!bench_rows_whole (&rows, 1, -PERIODS_MOST, -1, &period, error)
          || !bench_rows_number (&rows, 2, 0.0, UNITS_MOST, &demand, error)
          || (self->has_sold_out && !bench_rows_whole (&rows, 3, 0, 1, &sold_out, error)))
        return FALSE;

      make_room (item, period);
      t = (gsize) (period - item->first);
      if (!isnan (item->y[t]))
        return bench_rows_fail (&rows, error, "the same week again", bench_rows_text (&rows, 1));
      item->y[t] = demand;
      item->sold_out[t] = (guint8) sold_out;
    }

  return *error == NULL;
}

static gboolean
read_receipts (BenchPolicy  *self,
               const char   *path,
               GError      **error)
{
  static const char *const names[] = { "sku", "ordered_period", "received_period", NULL };
  g_auto (BenchRows) rows = { 0 };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  gsize unknown = 0;

  if (!bench_rows_open (&rows, path, names, error))
    return FALSE;

  while (bench_rows_next (&rows, error))
    {
      BenchPolicyItem *item = find (self, &rows, &unknown);
      int ordered, received, waited;

      if (item == NULL)
        continue;
      if (!bench_rows_whole (&rows, 1, -PERIODS_MOST, 0, &ordered, error)
          || !bench_rows_whole (&rows, 2, -PERIODS_MOST, 0, &received, error))
        return FALSE;

      waited = received - ordered;
      if (waited < 1 || waited > HW_LEAD_MOST)
        return bench_rows_fail (&rows, error, "received too early or too late", bench_rows_text (&rows, 2));
      if ((item->n_lead & (item->n_lead - 1)) == 0) /* room doubles */
        item->lead = g_renew (int, item->lead, MAX (2 * item->n_lead, 1));
      item->lead[item->n_lead++] = waited;
      g_array_append_val (all, waited);
    }

  self->n_all_leads = all->len;
  self->all_leads = (int *) (gpointer) g_array_free (g_steal_pointer (&all), FALSE);
  return *error == NULL;
}

static gboolean
read_state (BenchPolicy  *self,
            const char   *path,
            GError      **error)
{
  static const char *const names[] = { "sku", "on_hand", "backorders", "on_order", NULL };
  g_auto (BenchRows) rows = { 0 };
  gsize unknown = 0;

  if (!bench_rows_open (&rows, path, names, error))
    return FALSE;

  while (bench_rows_next (&rows, error))
    {
      BenchPolicyItem *item = find (self, &rows, &unknown);

      if (item == NULL)
        continue;
      if (item->is_counted)
        return bench_rows_fail (&rows, error, "the same item again", item->sku);
      if (!bench_rows_number (&rows, 1, 0.0, UNITS_MOST, &item->on_hand, error)
          || !bench_rows_number (&rows, 2, 0.0, UNITS_MOST, &item->waiting, error)
          || !bench_rows_number (&rows, 3, 0.0, UNITS_MOST, &item->on_order, error))
        return FALSE;

      item->is_counted = TRUE;
    }

  return *error == NULL;
}

static void
tell_missing (const BenchPolicy *self)
{
  for (gsize i = 0; i < self->n; i++)
    {
      const BenchPolicyItem *item = &self->items[i];

      if (item->n_lead == 0)
        g_printerr ("%s: no past orders: it waits as long as all items together\n", item->sku);
      if (!item->is_counted)
        g_printerr ("%s: no row in the state: the initial stock is there and nothing on its way\n", item->sku);
    }
}

gboolean
bench_policy_read (BenchPolicy  *self,
                   const char   *items,
                   const char   *history,
                   const char   *receipts,
                   const char   *state,
                   GError      **error)
{
  g_autoptr (GError) trouble = NULL;

  if (!read_items (self, items, &trouble) || !read_history (self, history, &trouble)
      || !read_receipts (self, receipts, &trouble) || !read_state (self, state, &trouble))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }

  tell_missing (self);
  return TRUE;
}
