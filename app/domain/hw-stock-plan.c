/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-stock-plan.h"

static const char *const reason_ids[] = {
  "enough", "order", "order-sold-out", "no-count", "no-sales", "new", "retired",
};

HwStockLine *
hw_stock_line_new (void)
{
  HwStockLine *self = g_new0 (HwStockLine, 1);

  self->counted = HW_DAY_NONE;
  self->runs_out = HW_DAY_NONE;
  return self;
}

void
hw_stock_line_free (HwStockLine *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->name);
  g_free (self->supplier);
  g_free (self);
}

HwStockPlan *
hw_stock_plan_new (void)
{
  HwStockPlan *self = g_new0 (HwStockPlan, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stock_line_free);
  return self;
}

void
hw_stock_plan_free (HwStockPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

const char *
hw_abc_id (HwAbc abc)
{
  static const char *const ids[] = { "A", "B", "C" };

  return ids[abc];
}

const char *
hw_xyz_id (HwXyz xyz)
{
  static const char *const ids[] = { "X", "Y", "Z" };

  return ids[xyz];
}

const char *
hw_stock_reason_id (HwStockReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reason_ids), NULL);

  return reason_ids[reason];
}
