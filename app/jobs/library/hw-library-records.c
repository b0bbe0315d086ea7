/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that products, orders, shelves and forecasts tell as they are today. */
#include "jobs/library/hw-library-private.h"

#include "jobs/figures/hw-metric-job.h"
#include "jobs/stock/hw-shelf.h"

#include <math.h>

static gboolean
is_product (const HwDemandSeries *series)
{
  return series->product_id != 0 && series->product != NULL;
}

/* What the sold units of a product left in the year, and how many they were. */
static gboolean
take_contribution (const HwDemandSeries *series,
                   double               *left,
                   double               *units)
{
  if (!is_product (series) || series->product->cost == HW_UNKNOWN || !(series->year_units > 0.0))
    return FALSE;

  *left = series->year_revenue - hw_scaled_to_double (series->product->cost) * series->year_units;
  *units = series->year_units;
  return TRUE;
}

static HwMetricState
find_contribution (const HwLibraryFacts *facts,
                   double               *value,
                   gint64               *n)
{
  double left = 0.0, units = 0.0;
  guint n_products = 0;

  for (guint i = 0; facts->demand != NULL && i < facts->demand->series->len; i++)
    {
      double one, sold;

      if (!take_contribution (g_ptr_array_index (facts->demand->series, i), &one, &sold))
        continue;

      left += one;
      units += sold;
      n_products++;
    }

  if (facts->demand == NULL)
    return HW_METRIC_NO_SALES;
  if (n_products == 0)
    return HW_METRIC_NO_COSTS;

  *value = left / units;
  *n = n_products;
  return HW_METRIC_OK;
}

const HwProduct *
hw_library_record_least (const HwLibraryFacts *facts,
                         const char           *metric,
                         double               *value)
{
  const HwProduct *least = NULL;

  if (!g_str_equal (metric, "contribution_margin_item"))
    return NULL;

  for (guint i = 0; facts->demand != NULL && i < facts->demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (facts->demand->series, i);
      double left, units;

      if (!take_contribution (series, &left, &units) || (least != NULL && left / units >= *value))
        continue;

      least = series->product;
      *value = left / units;
    }

  return least;
}

/* What was paid beside the list, over what was ordered in the year. */
static HwMetricState
find_price_change (const HwLibraryFacts *facts,
                   double               *value,
                   gint64               *n)
{
  double sum = 0.0;
  guint n_lines = 0;

  for (guint i = 0; facts->demand != NULL && i < facts->orders->len; i++)
    {
      const HwOrderRow *order = g_ptr_array_index (facts->orders, i);

      for (guint j = 0; order->order.state != HW_ORDER_DRAFT && j < order->lines->len; j++)
        {
          const HwOrderLine *line = &((const HwOrderLineRow *) g_ptr_array_index (order->lines, j))->line;
          const HwProduct *product = hw_shelf_find_product (facts->demand->products, line->product_id);

          if (line->unit_cost == HW_UNKNOWN || product == NULL || product->cost == HW_UNKNOWN)
            continue;

          sum += (hw_scaled_to_double (line->unit_cost) - hw_scaled_to_double (product->cost)) *
                 hw_scaled_to_double (line->quantity);
          n_lines++;
        }
    }

  if (n_lines == 0)
    return HW_METRIC_NO_RECEIPTS;

  *value = sum;
  *n = n_lines;
  return HW_METRIC_OK;
}

#define SEVERAL (-1)

/* Product -> the one supplier it was ordered from, SEVERAL if there were more. */
static GHashTable *
find_suppliers (const HwLibraryFacts *facts)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < facts->orders->len; i++)
    {
      const HwOrderRow *order = g_ptr_array_index (facts->orders, i);

      for (guint j = 0; j < order->lines->len; j++)
        {
          const gint64 product = ((const HwOrderLineRow *) g_ptr_array_index (order->lines, j))->line.product_id;
          gint64 *supplier = g_hash_table_lookup (found, &product);

          if (supplier == NULL)
            g_hash_table_insert (found, g_memdup2 (&product, sizeof product),
                                 g_memdup2 (&order->order.supplier_id, sizeof order->order.supplier_id));
          else if (*supplier != order->order.supplier_id)
            *supplier = SEVERAL;
        }
    }

  return found;
}

static HwMetricState
find_single_source (const HwLibraryFacts *facts,
                    double               *value,
                    gint64               *n)
{
  g_autoptr (GHashTable) suppliers = find_suppliers (facts);
  double single = 0.0, all = 0.0;
  guint n_products = 0;

  for (guint i = 0; facts->demand != NULL && i < facts->demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (facts->demand->series, i);
      const gint64 *supplier = g_hash_table_lookup (suppliers, &series->product_id);

      if (!is_product (series) || supplier == NULL)
        continue;

      all += series->year_revenue;
      single += *supplier != SEVERAL ? series->year_revenue : 0.0;
      n_products++;
    }

  if (n_products == 0 || all <= 0.0)
    return HW_METRIC_NO_RECEIPTS;

  *value = single / all;
  *n = n_products;
  return HW_METRIC_OK;
}

static HwMetricState
find_days_without (const HwLibraryFacts *facts,
                   double               *value,
                   gint64               *n)
{
  double least = INFINITY; /* fresh goods are made anew each day: they are no store to live on */
  guint n_products = 0;

  for (guint i = 0; i < facts->shelf->len; i++)
    {
      const HwOnHand *shelf = &g_array_index (facts->shelf, HwOnHand, i);
      const HwProduct *product = hw_shelf_find_product (facts->demand->products, shelf->product_id);
      const HwDemandSeries *series = hw_demand_find (facts->demand, shelf->product_id);
      const double daily = series != NULL ? hw_metric_units_a_day (facts->demand, series) : 0.0;

      if (shelf->on_hand == HW_UNKNOWN || product == NULL || product->supplier_id == 0 || product->retired ||
          (product->shelf_days > 0 && product->shelf_days <= HW_FRESH_DAYS) || daily <= 0.0)
        continue;

      least = MIN (least, hw_scaled_to_double (MAX (shelf->on_hand, 0)) / daily);
      n_products++;
    }

  if (n_products == 0)
    return HW_METRIC_NO_SUPPLIERS;

  *value = least;
  *n = n_products;
  return HW_METRIC_OK;
}

static HwMetricState
find_value_added (const HwLibraryFacts *facts,
                  double               *value,
                  gint64               *n)
{
  double sold = 0.0;

  for (guint i = 0; facts->overrides != NULL && i < facts->overrides->lines->len; i++)
    {
      const HwOverrideLine *line = g_ptr_array_index (facts->overrides->lines, i);

      if (line->state == HW_OVERRIDE_PAST)
        sold += line->sold;
    }

  if (sold <= 0.0)
    return HW_METRIC_NO_OWN_FIGURES;

  *value = (facts->overrides->all.model_off - facts->overrides->all.own_off) / sold;
  *n = facts->overrides->all.n;
  return HW_METRIC_OK;
}

/* Lines ordered as proposed, changed, or not ordered at all. */
static HwMetricState
find_changed (const HwLibraryFacts *facts,
              double               *value,
              gint64               *n)
{
  guint n_shown = facts->refusals->len, n_changed = facts->refusals->len;

  for (guint i = 0; i < facts->orders->len; i++)
    {
      const HwOrderRow *order = g_ptr_array_index (facts->orders, i);

      for (guint j = 0; j < order->lines->len; j++)
        {
          const HwOrderLineRow *row = g_ptr_array_index (order->lines, j);

          if (row->proposed == HW_UNKNOWN)
            continue;

          n_shown++;
          n_changed += row->proposed != row->line.quantity;
        }
    }

  if (n_shown == 0)
    return HW_METRIC_NO_PROPOSALS;

  *value = (double) n_changed / n_shown;
  *n = n_shown;
  return HW_METRIC_OK;
}

static HwMetricState
find_unusual (const HwLibraryFacts *facts,
              double               *value,
              gint64               *n)
{
  if (!facts->has_unusual)
    return HW_METRIC_NO_SALES;

  *value = facts->n_unusual;
  return HW_METRIC_OK;
}

HwLibraryFunc
hw_library_record_func (const char *metric)
{
  static const struct
  {
    const char    *id;
    HwLibraryFunc  func;
  } funcs[] = {
    { "contribution_margin_item", find_contribution },
    { "purchase_price_variance", find_price_change },
    { "single_source_share", find_single_source },
    { "time_to_survive", find_days_without },
    { "forecast_value_added", find_value_added },
    { "override_rate", find_changed },
    { "anomalies_open", find_unusual },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
    if (g_str_equal (funcs[i].id, metric))
      return funcs[i].func;

  return hw_library_trial_func (metric);
}
