/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One product in smaller and more frequent orders, and in a bad stretch. */
#include "jobs/stock/hw-stock-what-if-job.h"

#include "core/hw-error.h"
#include "engine/stock/hw-kanban.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "jobs/stock/hw-stock-judge.h"
#include "jobs/stock/hw-stock-limits.h"
#include "jobs/stock/hw-stock-stress.h"
#include "jobs/stock/hw-stock-work.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SPARE_LEAST 0.1 /* of a card's demand */

static const int rhythms[] = { 1, 2, 3, 7, 14, 28, 56 }; /* days */

static gpointer
refuse (HwStockReason   reason,
        GError        **error)
{
  static const char *const whys[] = {
    [HW_STOCK_NO_COUNT] = N_("how much of it is left is not known"),
    [HW_STOCK_NO_SALES] = N_("nothing of it is expected to sell"),
    [HW_STOCK_NEW] = N_("it has too few sales yet"),
    [HW_STOCK_RETIRED] = N_("it is no longer sold"),
    [HW_STOCK_BAD_WAITING] = N_("its supplier's waiting time cannot be right"),
    [HW_STOCK_NO_COST] = N_("neither its cost nor its price is known"),
  };

  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NOT_ENOUGH, _(whys[reason]));
  return NULL;
}

static HwRhythmPoint
point_of (const HwStockCase     *c,
          const HwReplenishCost *cost,
          int                    days,
          double                 lot)
{
  return (HwRhythmPoint) {
    .days = days, .lot = lot, .served = CLAMP (cost->served, 0.0, 1.0),
    .stock = hw_scaled_from_double (cost->on_hand * c->cost),
    .keeping = hw_scaled_from_double (cost->holding * c->year_periods),
    .ordering = hw_scaled_from_double (cost->orders * c->input.ordering * c->year_periods),
    .lost = hw_scaled_from_double (cost->shortage * c->year_periods),
    .waste = hw_scaled_from_double (cost->waste * c->year_periods),
  };
}

/* An order at every look: what one costs does not make them rarer, but is counted. */
static gboolean
add_rhythm (HwSmallOrders      *small,
            const HwStockCase  *c,
            int                 days,
            GError            **error)
{
  HwReplenishInput in = c->input;
  g_auto (HwReplenish) plan = { 0 };
  g_autofree double *lead = NULL;
  HwRhythmPoint point;
  double demand;

  in.review = days / c->period_days;
  in.ordering = 0.0;
  lead = hw_stock_wait_periods (&c->wait, c->period_days, days, in.review, &in.n_lead);
  in.lead = lead;
  if (!hw_replenish_plan (&in, &plan, error))
    return FALSE;

  demand = hw_stock_case_expect (c, (int) in.n_periods * c->period_days) / (double) in.n_periods;
  point = point_of (c, &plan.cost, days, plan.cost.orders > 0.0 ? demand * plan.cost.served / plan.cost.orders : 0.0);
  g_array_append_val (small->points, point);
  return TRUE;
}

/* The plan itself among them, in place of the rhythm of as many days. */
static void
add_now (HwSmallOrders *small)
{
  guint at = 0;

  while (at < small->points->len && g_array_index (small->points, HwRhythmPoint, at).days < small->now.days)
    at++;

  if (at < small->points->len && g_array_index (small->points, HwRhythmPoint, at).days == small->now.days)
    g_array_remove_index (small->points, at);
  g_array_insert_val (small->points, at, small->now);
}

static gboolean
add_rhythms (HwSmallOrders      *small,
             const HwStockCase  *c,
             const HwTick       *tick,
             GError            **error)
{
  HwMoney least = G_MAXINT64;

  for (gsize i = 0; i < G_N_ELEMENTS (rhythms); i++)
    {
      if (rhythms[i] % c->period_days != 0 || (gsize) (rhythms[i] / c->period_days) > c->input.n_periods / 2)
        continue;
      if (!hw_tick (tick, (double) i / G_N_ELEMENTS (rhythms)))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }
      if (!add_rhythm (small, c, rhythms[i], error))
        return FALSE;
    }

  if (small->now.days > 0)
    add_now (small);

  for (guint i = 0; i < small->points->len; i++)
    {
      const HwRhythmPoint *point = &g_array_index (small->points, HwRhythmPoint, i);
      const HwMoney cost = point->keeping + point->ordering + point->lost + point->waste;

      if (cost < least)
        {
          least = cost;
          small->days_best = point->days;
        }
    }

  return TRUE;
}

/* A card stands for one pack; to spare is what the policy keeps beyond the expected. */
static gboolean
count_cards (HwSmallOrders      *small,
             const HwStockCase  *c,
             const HwReplenish  *plan,
             GError            **error)
{
  const int days = MAX (c->wait.days + c->review_days, 1);
  const double expected = hw_stock_case_expect (c, days);
  HwKanbanInput input = { .days = days };

  input.daily = expected / days;
  input.extra = expected > 0.0 ? MAX (plan->reorder_point[0] / expected - 1.0, SPARE_LEAST) : SPARE_LEAST;
  input.pack = c->input.pack > 0.0 ? c->input.pack : 1.0;
  small->kanban_daily = input.daily;
  small->kanban_days = input.days;
  small->kanban_extra = input.extra;
  small->kanban_pack = input.pack;
  return !(input.daily > 0.0) || hw_kanban_cards (&input, &small->kanban, error);
}

static void
add_stresses (HwSmallOrders     *small,
              const HwStockCase *c,
              const HwReplenish *plan)
{
  const double spike = hw_stock_stress_spike (c);
  HwStress stresses[] = {
    hw_stock_stress_run (c, plan, HW_STRESS_LATE, HW_STOCK_STRESS_LATE, 1.0),
    hw_stock_stress_run (c, plan, HW_STRESS_SPIKE, 0, spike),
    hw_stock_stress_run (c, plan, HW_STRESS_BOTH, HW_STOCK_STRESS_LATE, spike),
  };

  for (guint i = 0; i < G_N_ELEMENTS (stresses); i++)
    stresses[i].made_here = c->wait.made_here;
  g_array_append_vals (small->stress, stresses, G_N_ELEMENTS (stresses));
}

static gboolean
work_out (HwSmallOrders      *small,
          const HwStockCase  *c,
          const HwTick       *tick,
          GError            **error)
{
  g_auto (HwReplenish) plan = { 0 };

  if (!hw_replenish_plan (&c->input, &plan, error))
    return FALSE;

  small->days_now = plan.cost.orders > 0.0 ? (int) MAX (lround (c->period_days / plan.cost.orders), 1) : 0;
  small->now = point_of (c, &plan.cost, small->days_now, hw_stock_work_lot (c, &plan));
  if (!count_cards (small, c, &plan, error))
    return FALSE;

  add_stresses (small, c, &plan);
  return add_rhythms (small, c, tick, error);
}

static HwPattern
pattern_of (const HwStockKit *kit,
            gint64            id)
{
  g_autoptr (HwStockLine) line = hw_stock_line_new ();

  line->product_id = id;
  hw_stock_judge_classes (kit, line);
  return line->pattern;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const gint64 id = *(const gint64 *) request;
  g_autoptr (HwSmallOrders) small = hw_small_orders_new ();
  g_auto (HwStockKit) kit = { 0 };
  g_auto (HwStockCase) c = { 0 };
  HwTickPart first = { tick, 0.0, 0.8 }, second = { tick, 0.8, 1.0 };
  const HwTick loading = HW_TICK_PART (&first), trying = HW_TICK_PART (&second);
  const HwStockWish wish = {
    .promise = HW_SERVICE_DEFAULT, .lead_factor = 1.0, .order_cost = HW_UNKNOWN, .budget = HW_UNKNOWN, .n_paths = HW_STOCK_PATHS,
  };
  const HwProduct *product;
  HwStockReason reason;
  GError *local = NULL;

  if (!hw_stock_kit_load (&kit, session, &loading, error))
    return NULL;

  product = hw_shelf_find_product (kit.demand->products, id);
  if (product == NULL)
    {
      g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "no such product");
      return NULL;
    }

  reason = hw_stock_case_make (&c, &kit, product, &wish, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (reason != HW_STOCK_ENOUGH || !c.counted)
    return refuse (reason != HW_STOCK_ENOUGH ? reason : HW_STOCK_NO_COUNT, error);

  hw_stock_case_set_year (&c, pattern_of (&kit, id));
  small->product_id = id;
  small->name = g_strdup (product->name);
  return work_out (small, &c, &trying, error) ? g_steal_pointer (&small) : NULL;
}

const HwJob hw_small_orders_job = {
  "small-orders", N_("Trying smaller orders"), run, g_free, (GDestroyNotify) hw_small_orders_free, FALSE
};
