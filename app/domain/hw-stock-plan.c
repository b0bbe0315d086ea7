/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-stock-plan.h"

#define DAYS_A_WEEK 7

static const char *const reason_ids[] = {
  "enough", "order", "order-sold-out", "no-count", "no-sales", "new", "retired", "bad-waiting", "no-cost",
  "over-budget",
};

static const char *const pattern_ids[] = { "steady", "seasonal", "now-and-then", "lumpy", "new", "dying" };

static const char *const way_out_ids[] = { "none", "wait", "return", "bundle", "mark-down" };

HwStockLine *
hw_stock_line_new (void)
{
  HwStockLine *self = g_new0 (HwStockLine, 1);

  self->counted = HW_DAY_NONE;
  self->runs_out = self->runs_out_early = self->runs_out_late = HW_DAY_NONE;
  self->arrives = self->arrives_early = self->arrives_late = HW_DAY_NONE;
  self->year_cost = self->year_cost_now = HW_UNKNOWN;
  self->order_before = HW_UNKNOWN;
  self->cover_days = self->turns = -1.0;
  self->refused = HW_DAY_NONE;
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
  g_free (self->refused_why);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_free (self);
}

HwMoney
hw_stock_line_each (const HwStockLine *self,
                    HwQuantity         quantity)
{
  HwMoney each = self->unit_cost != HW_UNKNOWN ? self->unit_cost : self->price;

  for (guint i = 0; self->breaks != NULL && i < self->breaks->len; i++)
    if (quantity >= g_array_index (self->breaks, HwPriceBreak, i).quantity)
      each = g_array_index (self->breaks, HwPriceBreak, i).unit_cost;

  return each;
}

void
hw_stock_supplier_free (HwStockSupplier *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

HwStockPlan *
hw_stock_plan_new (void)
{
  HwStockPlan *self = g_new0 (HwStockPlan, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stock_line_free);
  self->suppliers = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_stock_supplier_free);
  hw_stock_terms_init (&self->terms);
  self->year_cost = self->year_cost_now = self->budget_left = HW_UNKNOWN;
  self->before = HW_DAY_NONE;
  return self;
}

void
hw_stock_plan_free (HwStockPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->suppliers);
  g_free (self);
}

static HwMoney
a_week (HwMoney money,
        int     days)
{
  return hw_scaled_from_double (hw_scaled_to_double (money) * DAYS_A_WEEK / MAX (days, DAYS_A_WEEK));
}

HwMoney
hw_stock_line_risk_week (const HwStockLine *self)
{
  return self->order_now > 0 ? a_week (self->at_risk, self->lead_days + self->review_days) : 0;
}

HwMoney
hw_stock_line_lost_week (const HwStockLine *self)
{
  return a_week (self->lost_anyway, self->lead_days);
}

HwMoney
hw_stock_plan_risk_week (const HwStockPlan *self)
{
  HwMoney sum = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (!hw_scaled_add (&sum, hw_stock_line_risk_week (g_ptr_array_index (self->lines, i))))
      return HW_UNKNOWN;

  return sum;
}

guint
hw_stock_plan_count_drafted (const HwStockPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((const HwStockLine *) g_ptr_array_index (self->lines, i))->in_draft > 0;

  return n;
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
hw_pattern_id (HwPattern pattern)
{
  g_return_val_if_fail ((guint) pattern < G_N_ELEMENTS (pattern_ids), NULL);

  return pattern_ids[pattern];
}

const char *
hw_way_out_id (HwWayOut way_out)
{
  g_return_val_if_fail ((guint) way_out < G_N_ELEMENTS (way_out_ids), NULL);

  return way_out_ids[way_out];
}

const char *
hw_stock_reason_id (HwStockReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reason_ids), NULL);

  return reason_ids[reason];
}
