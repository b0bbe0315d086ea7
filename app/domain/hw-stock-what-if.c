/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-stock-what-if.h"

HwMoney
hw_stock_point_cost (const HwStockPoint *point)
{
  return point->keeping + point->ordering + point->lost + point->waste;
}

HwStockWhatIf *
hw_stock_what_if_new (void)
{
  HwStockWhatIf *self = g_new0 (HwStockWhatIf, 1);

  self->curve = g_array_new (FALSE, FALSE, sizeof (HwStockPoint));
  return self;
}

void
hw_stock_what_if_free (HwStockWhatIf *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->curve);
  g_free (self);
}

HwSmallOrders *
hw_small_orders_new (void)
{
  HwSmallOrders *self = g_new0 (HwSmallOrders, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (HwRhythmPoint));
  self->stress = g_array_new (FALSE, FALSE, sizeof (HwStress));
  return self;
}

void
hw_small_orders_free (HwSmallOrders *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_array_unref (self->points);
  g_array_unref (self->stress);
  g_free (self);
}
