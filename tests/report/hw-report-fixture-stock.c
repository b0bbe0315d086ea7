/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The made-up shop's stock plan, suppliers and open orders. */
#include "hw-report-fixture-private.h"

/* What the plan says of a line beside its amount. */
static void
judge_line (HwStockLine *line,
            guint        i,
            HwDay        today)
{
  const gboolean counted = line->on_hand != HW_UNKNOWN;

  line->pattern = (HwPattern) (i % 6);
  line->lot = HW_QUANTITY_ONE * 12;
  line->served = 0.9 + (double) i / 1000.0;
  line->arrives = today + 2, line->arrives_early = today + 1, line->arrives_late = today + 4;
  if (line->runs_out != HW_DAY_NONE)
    line->runs_out_early = line->runs_out, line->runs_out_late = line->runs_out + 3;
  line->year_cost = counted ? HW_MONEY_ONE * (40 + (gint64) i) : HW_UNKNOWN;
  line->year_cost_now = counted && i % 3 == 0 ? HW_MONEY_ONE * (47 - (gint64) i) : HW_UNKNOWN;
  line->excess = counted && i > 8 ? HW_QUANTITY_ONE * (gint64) i : 0;
  line->way_out = line->excess > 0 ? (HwWayOut) (1 + i % 4) : HW_WAY_OUT_NONE;
  line->way_out_money = line->excess > 0 ? HW_MONEY_ONE * 3 : 0;
  line->change = (HwStockChange) (i % 10);
  if (counted && line->unit_cost != HW_UNKNOWN)
    {
      g_assert_true (hw_money_times (line->unit_cost, line->on_hand, &line->stock_value));
      g_assert_true (hw_money_times (line->unit_cost, line->excess, &line->excess_value));
    }
  else
    {
      line->excess_value = line->excess > 0 ? HW_MONEY_ONE * 9 : 0; /* from the price */
    }
}

static void
add_line (HwStockPlan *plan,
          HwStockLine *line)
{
  const gboolean planned = line->year_cost != HW_UNKNOWN;

  if (planned && plan->year_cost == HW_UNKNOWN)
    plan->year_cost = plan->year_cost_now = 0;
  plan->year_cost += planned ? line->year_cost : 0;
  plan->year_cost_now += line->year_cost_now != HW_UNKNOWN ? line->year_cost_now : planned ? line->year_cost : 0;
  plan->stock_value += line->stock_value;
  plan->excess_value += line->excess_value;
  plan->order_value += line->value;
  plan->n_orders += line->order_now > 0;
  g_ptr_array_add (plan->lines, line);
}

/* One below its minimum, one above, and one that nothing is known of. */
static void
add_suppliers (HwStockPlan *plan)
{
  static const struct { const char *name; int min_order, freight; gboolean wait; } known[] = {
    { "Mill & Sons", 900, 12, TRUE }, { "A*", 1, 0, FALSE }, { "", 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      HwStockSupplier *supplier = g_new0 (HwStockSupplier, 1);

      supplier->supplier_id = i;
      supplier->name = g_strdup (known[i].name);
      supplier->min_order = HW_MONEY_ONE * known[i].min_order;
      supplier->freight = HW_MONEY_ONE * known[i].freight;
      supplier->wait = known[i].wait;
      g_ptr_array_add (plan->suppliers, supplier);
    }

  plan->terms.said = HW_SAID_BUDGET;
  plan->terms.budget = HW_MONEY_ONE * 500;
  plan->budget_left = plan->terms.budget - plan->order_value - HW_MONEY_ONE * 12;
}

static void
add_orders (HwReportFixture *self)
{
  for (guint i = 0; i < MIN (self->products->len, 3); i++)
    {
      const HwProduct *p = &g_array_index (self->products, HwProduct, i);
      HwReportOrder order = {
        .product_id = p->id, .name = g_strdup (p->name), .supplier = g_strdup (hw_report_fixture_supplier (i)), .state = g_strdup ("On its way"),
        .ordered = self->report.as_of - 3, .early = i == 2 ? HW_DAY_NONE : self->report.as_of + 1,
        .late = i == 2 ? HW_DAY_NONE : self->report.as_of + 4, .quantity = HW_QUANTITY_ONE * 12, .received = HW_QUANTITY_ONE * (gint64) i,
        .unit_cost = i == 1 ? HW_UNKNOWN : p->cost,
      };

      g_array_append_val (self->orders, order);
    }
}

static void
order_clear (gpointer data)
{
  HwReportOrder *order = data;

  g_free (order->name);
  g_free (order->supplier);
  g_free (order->state);
}

GArray *
hw_report_fixture_new_orders (void)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (HwReportOrder));

  g_array_set_clear_func (orders, order_clear);
  return orders;
}

void
hw_report_fixture_add_stock (HwReportFixture *self)
{
  self->stock = hw_stock_plan_new ();
  self->stock->as_of = self->report.as_of;
  self->stock->service = 0.95;

  for (guint i = 0; i < self->products->len; i++)
    {
      const HwProduct *p = &g_array_index (self->products, HwProduct, i);
      HwStockLine *line = hw_stock_line_new ();
      const HwMoney each = p->cost != HW_UNKNOWN ? p->cost : p->price;

      line->product_id = p->id;
      line->key = g_strdup (p->sku);
      line->name = g_strdup (p->name);
      line->supplier = g_strdup (hw_report_fixture_supplier (i));
      line->abc = (HwAbc) (i % 3);
      line->xyz = (HwXyz) (i % 2);
      line->on_hand = i % 6 == 5 ? HW_UNKNOWN : HW_QUANTITY_ONE * (gint64) (i * 3);
      line->reason = line->on_hand == HW_UNKNOWN ? HW_STOCK_NO_COUNT : i < 9 ? HW_STOCK_ORDER : HW_STOCK_ENOUGH;
      line->counted = self->report.as_of - 1;
      line->lead_days = 2;
      line->lead_assumed = i % 4 == 1;
      line->daily_units = 4.0 + i / 3.0;
      line->safety_stock = HW_QUANTITY_ONE * (4 + (gint64) i);
      line->reorder_point = HW_QUANTITY_ONE * (12 + (gint64) i);
      line->order_up_to = HW_QUANTITY_ONE * (30 + (gint64) i);
      line->unit_cost = p->cost;
      line->price = p->price;
      line->runs_out = i < 4 ? self->report.as_of + (int) i : HW_DAY_NONE;
      if (line->reason == HW_STOCK_ORDER)
        {
          line->order_now = HW_QUANTITY_ONE * (24 - (gint64) i) + (i == 3 ? 5000 : 0);
          g_assert_true (hw_money_times (each, line->order_now, &line->value));
          line->at_risk = line->value * 2;
          line->gain = line->value / 4;
        }
      judge_line (line, i, self->report.as_of);
      add_line (self->stock, line);
    }

  add_suppliers (self->stock);
  add_orders (self);
}
