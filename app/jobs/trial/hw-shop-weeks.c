/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-shop-weeks.h"

#include <math.h>

#define WEEK 7

typedef struct
{
  HwShopWeeks *weeks;
  HwDay        first;
  double      *orders;       /* (owned) as money: receipts */
  double      *order_money;  /* (owned) likewise */
} Reading;

static void
reading_clear (Reading *self)
{
  g_free (self->orders);
  g_free (self->order_money);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

gboolean
hw_shop_weeks_know (const HwMetric *metric)
{
  return g_str_equal (metric->id, "revenue") || g_str_equal (metric->id, "average_order_value");
}

int
hw_shop_weeks_find (const HwShopWeeks *self,
                    gint64             id)
{
  for (guint i = 0; i < self->shops->len; i++)
    if (g_array_index (self->shops, HwShop, i).id == id)
      return (int) i;

  return -1;
}

static gboolean
take_day (const HwShopDay *day,
          gpointer         data)
{
  Reading *reading = data;
  HwShopWeeks *weeks = reading->weeks;
  const int row = hw_shop_weeks_find (weeks, day->shop_id);
  const gsize at = (gsize) MAX (row, 0) * weeks->n + (gsize) (day->day - reading->first) / WEEK;

  if (row < 0)
    return TRUE;

  weeks->money[at] = hw_scaled_to_double (day->amount) + (isnan (weeks->money[at]) ? 0.0 : weeks->money[at]);
  reading->orders[at] += (double) day->n_orders;
  reading->order_money[at] += hw_scaled_to_double (day->order_amount);
  return TRUE;
}

static void
fill (const Reading *reading,
      gboolean       by_order)
{
  HwShopWeeks *weeks = reading->weeks;

  for (gsize i = 0; i < (gsize) weeks->shops->len * weeks->n; i++)
    {
      weeks->y[i] = !by_order ? weeks->money[i] : reading->orders[i] > 0.0 ? reading->order_money[i] / reading->orders[i] : (double) NAN;
      weeks->logs[i] = weeks->y[i] > 0.0 ? log (weeks->y[i]) : (double) NAN;
    }
}

HwShopWeeks *
hw_shop_weeks_load (HwStore         *store,
                    const HwMetric  *metric,
                    HwDay            first,
                    guint            n,
                    GError         **error)
{
  g_autoptr (HwShopWeeks) self = g_new0 (HwShopWeeks, 1);
  g_auto (Reading) reading = { .weeks = self, .first = first };
  gsize n_values;

  g_return_val_if_fail (hw_shop_weeks_know (metric), NULL);

  self->n = n;
  self->shops = hw_shop_repo_list (store, error);
  if (self->shops == NULL)
    return NULL;

  n_values = (gsize) self->shops->len * n;
  self->y = g_new (double, n_values + 1);
  self->logs = g_new (double, n_values + 1);
  self->money = g_new (double, n_values + 1);
  reading.orders = g_new0 (double, n_values + 1);
  reading.order_money = g_new0 (double, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    self->money[i] = NAN;
  if (n_values > 0 && !hw_shop_repo_each_day (store, first, first + (HwDay) n * WEEK - 1, take_day, &reading, error))
    return NULL;

  fill (&reading, g_str_equal (metric->id, "average_order_value"));
  return g_steal_pointer (&self);
}

void
hw_shop_weeks_free (HwShopWeeks *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->shops, g_array_unref);
  g_free (self->y);
  g_free (self->logs);
  g_free (self->money);
  g_free (self);
}
