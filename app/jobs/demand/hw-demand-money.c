/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-money.h"

#include <math.h>

double
hw_demand_price (const HwDemandSeries *series)
{
  if (series->product != NULL && series->product->price != HW_UNKNOWN)
    return hw_scaled_to_double (series->product->price);

  return series->year_units > 0.0 && series->year_revenue > 0.0 ? series->year_revenue / series->year_units : NAN;
}

static double
each_of_product (const HwDemandSeries *series,
                 gboolean             *is_margin)
{
  const double price = hw_demand_price (series);
  const double cost = series->product != NULL && series->product->cost != HW_UNKNOWN
                      ? hw_scaled_to_double (series->product->cost) : NAN;

  *is_margin = price - cost > 0.0;
  return *is_margin ? price - cost : price;
}

/* Of a sum: its products', each as much as it sells. */
double
hw_demand_each (const HwDemand       *demand,
                const HwDemandSeries *series,
                gboolean             *is_margin)
{
  double money = 0.0, units = 0.0;
  gboolean all = TRUE, here;

  if (series->product_id != 0)
    {
      const double each = each_of_product (series, &here);

      if (is_margin != NULL)
        *is_margin = here;
      return each;
    }

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *product = g_ptr_array_index (demand->series, i);
      const double each = each_of_product (product, &here);

      if ((series->category != NULL && product->group != series->group) || isnan (each) || product->year_units <= 0.0)
        continue;

      money += each * product->year_units;
      units += product->year_units;
      all &= here;
    }

  if (is_margin != NULL)
    *is_margin = all && units > 0.0;
  return units > 0.0 ? money / units : NAN;
}
