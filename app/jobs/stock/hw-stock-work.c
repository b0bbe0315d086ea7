/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-work.h"

#include "core/hw-error.h"
#include "engine/math/hw-parallel.h"
#include "jobs/demand/hw-demand-shown.h"
#include "jobs/stock/hw-stock-buy.h"
#include "jobs/stock/hw-stock-judge.h"
#include "jobs/stock/hw-stock-limits.h"
#include "jobs/stock/hw-stock-trial.h"

#include <math.h>
#include <string.h>

#define FILL_DAYS 28           /* beyond what the policy keeps: what sells in good time */
#define WORTH_LEAST 1e-4       /* of its cost: what an order is worth that only keeps the promise */

void
hw_stock_work_clear (HwStockWork *self)
{
  g_clear_pointer (&self->line, hw_stock_line_free);
  g_clear_pointer (&self->options, g_array_unref);
  g_clear_error (&self->error);
}

HwQuantity
hw_stock_work_quantity (const HwProduct *product,
                        double           units)
{
  const HwQuantity quantity = hw_scaled_from_double (units);

  return product->pack > 0 ? (quantity + product->pack / 2) / product->pack * product->pack : quantity;
}

/* --- the policy --- */

static HwMoney
year_money (const HwStockCase *c,
            double             money)
{
  return hw_scaled_from_double (money * c->year_periods);
}

/* The day in @period; within a week as long as what is there lasts at @pace times the
 * usual rate. */
static HwDay
day_of (const HwStockKit  *kit,
        const HwStockCase *c,
        int                period,
        double             pace)
{
  const int from = period * c->period_days;
  const double daily = hw_stock_case_expect (c, from + c->period_days) / (from + c->period_days) * pace;
  const double lasts = daily > 0.0 ? c->input.on_hand / daily : 0.0;

  if (period < 0)
    return HW_DAY_NONE;

  return kit->today + (int) CLAMP (floor (lasts), from, from + c->period_days - 1);
}

/* Amounts beside the one asked for: packs below and above, in steps that widen. */
static GArray *
list_amounts (const HwStockCase *c,
              double             asked,
              double             most)
{
  static const double shares[] = { 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0 };
  const HwReplenishInput *in = &c->input;
  const double base = asked > 0.0 ? asked : MAX (MAX (in->min_order, in->pack), most / 4.0);
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double amount = MAX (base * shares[i], in->min_order);

      if (in->pack > 0.0)
        amount = ceil (amount / in->pack - 1e-9) * in->pack;
      if (shares[i] == 1.0 && asked > 0.0) /* exactly: it is one of them */
        amount = asked;
      if (amount > 0.0 && (amount <= MAX (most, asked)) &&
          (amounts->len == 0 || amount > g_array_index (amounts, double, amounts->len - 1)))
        g_array_append_val (amounts, amount);
    }

  return amounts;
}

static HwMoney
cost_of (const HwStockCase *c,
         double             amount)
{
  double each = c->cost;

  for (gsize i = 0; i < c->input.n_breaks && c->input.breaks[i].quantity <= amount + 1e-9; i++)
    each = c->input.breaks[i].unit_cost;

  return hw_scaled_from_double (each * amount);
}

/* What each amount is worth over none until the next look. What the plan asks for is
 * worth most: where money alone would say otherwise it keeps the promise. */
static gboolean
weigh_amounts (HwStockWork        *self,
               const HwStockCase  *c,
               const HwReplenish  *plan,
               gboolean            choices,
               GError            **error)
{
  const double asked = plan->order_now;
  g_autoptr (GArray) amounts = choices ? list_amounts (c, asked, self->most) : g_array_new (FALSE, FALSE, sizeof (double));
  HwReplenishCost none, some;
  double best = 0.0;

  if (amounts->len == 0 && asked > 0.0)
    g_array_append_val (amounts, asked);

  self->options = g_array_new (FALSE, FALSE, sizeof (HwBudgetOption));
  if (amounts->len == 0)
    return TRUE;

  if (!hw_stock_trial_first (c, plan, 0.0, &none, error))
    return FALSE;

  for (guint i = 0; i < amounts->len; i++)
    {
      HwBudgetOption option = { .amount = g_array_index (amounts, double, i) };

      if (!hw_stock_trial_first (c, plan, option.amount, &some, error))
        return FALSE;

      option.cost = cost_of (c, option.amount);
      option.worth = (hw_stock_trial_money (&none) + none.purchase - hw_stock_trial_money (&some) - some.purchase) *
                     (double) c->input.n_periods;
      if (fabs (option.amount - asked) < 1e-9)
        {
          best = option.worth = MAX (option.worth, WORTH_LEAST * hw_scaled_to_double (option.cost));
        }
      g_array_append_val (self->options, option);
    }

  for (guint i = 0; i < self->options->len; i++)
    {
      HwBudgetOption *option = &g_array_index (self->options, HwBudgetOption, i);

      if (fabs (option->amount - asked) >= 1e-9)
        option->worth = MIN (option->worth, best - WORTH_LEAST * WORTH_LEAST * hw_scaled_to_double (option->cost));
    }

  return TRUE;
}

/* Demand between two orders on average; where hardly any order falls into the time looked
 * at, as much as one brings at most. */
double
hw_stock_work_lot (const HwStockCase *c,
                   const HwReplenish *plan)
{
  const HwReplenishInput *in = &c->input;
  const double rate = hw_stock_case_expect (c, (int) in->n_periods * c->period_days) / (double) in->n_periods;
  double most = 0.0;

  for (gsize t = 0; t < plan->n_periods; t++)
    most = MAX (most, plan->order_up_to[t] - plan->reorder_point[t]);

  most = MAX (MAX (most + rate * in->review, in->min_order), plan->least);
  return plan->cost.orders > 0.0 ? MIN (rate / plan->cost.orders, most) : most;
}

static void
set_levels (HwStockWork       *self,
            const HwStockKit  *kit,
            const HwStockCase *c,
            const HwReplenish *plan)
{
  HwStockLine *line = self->line;
  const HwReplenishCost *cost = &plan->cost;
  const int days = MAX (line->lead_days + line->review_days, c->period_days);
  const double left_over = hw_stock_trial_reserve (c, plan->reorder_point[0]);
  const double lot = hw_stock_work_lot (c, plan);
  const gboolean whole = !hw_demand_has_parts (c->series);

  line->daily_units = hw_stock_case_expect (c, days) / days;
  line->reorder_point = hw_scaled_from_double (MAX (whole ? floor (plan->reorder_point[0]) : plan->reorder_point[0], 0.0));
  line->order_up_to = hw_scaled_from_double (MAX (whole ? ceil (plan->order_up_to[0]) : plan->order_up_to[0], 0.0));
  line->safety_stock = hw_scaled_from_double (MIN (whole ? ceil (left_over) : left_over, MAX (plan->reorder_point[0], 0.0)));
  line->served = CLAMP (cost->served, 0.0, 1.0);
  line->promise_missed = plan->missed;
  line->lot = hw_scaled_from_double (c->input.pack > 0.0 ? MAX (round (lot / c->input.pack), 1.0) * c->input.pack : lot);
  line->year_cost = year_money (c, hw_stock_trial_money (cost));
  self->most = MAX (MAX (plan->order_up_to[0] - c->input.on_hand, plan->order_now) +
                    hw_stock_case_expect (c, FILL_DAYS), 0.0);
  if (c->product->shelf_days > 0)
    self->most = MIN (self->most, hw_stock_case_expect (c, c->product->shelf_days));
}

static void
set_run_out (const HwStockKit  *kit,
             const HwStockCase *c,
             const HwReplenish *plan,
             HwStockLine       *line)
{
  if (c->input.on_hand <= 0.0)
    {
      line->runs_out = line->runs_out_early = line->runs_out_late = kit->today;
      return;
    }

  line->runs_out_early = day_of (kit, c, plan->runs_out[0], 1.25);
  line->runs_out = day_of (kit, c, plan->runs_out[1], 1.0);
  line->runs_out_late = day_of (kit, c, plan->runs_out[2], 0.8);
}

static gboolean
set_policy (HwStockWork        *self,
            const HwStockKit   *kit,
            const HwStockCase  *c,
            gboolean            choices,
            GError            **error)
{
  HwStockLine *line = self->line;
  g_auto (HwReplenish) plan = { 0 };
  HwReplenishCost rule_cost;
  HwStockRule rule;
  double lost, at_risk;

  if (!hw_replenish_plan (&c->input, &plan, error))
    return FALSE;

  set_levels (self, kit, c, &plan);
  self->policy = plan.cost;
  self->year_periods = c->year_periods;
  self->demand = hw_stock_case_expect (c, (int) c->input.n_periods * c->period_days) / (double) c->input.n_periods;
  if (!c->counted)
    {
      line->reason = HW_STOCK_NO_COUNT;
      line->year_cost = HW_UNKNOWN;
      return TRUE;
    }

  line->order_now = hw_stock_work_quantity (c->product, plan.order_now);
  line->reason = line->order_now <= 0 ? HW_STOCK_ENOUGH
                 : line->on_hand <= 0 ? HW_STOCK_ORDER_SOLD_OUT : HW_STOCK_ORDER;
  set_run_out (kit, c, &plan, line);
  line->gain = hw_scaled_from_double (MAX (plan.later, 0.0));
  line->for_promise = line->order_now > 0 && plan.later <= 0.0;
  hw_stock_trial_risk (c, &lost, &at_risk);
  line->lost_anyway = hw_scaled_from_double (lost * self->price);
  line->at_risk = line->order_now > 0 ? hw_scaled_from_double (at_risk * self->price) : 0;
  if (!weigh_amounts (self, c, &plan, choices, error))
    return FALSE;

  if (hw_stock_trial_infer (c, kit, &rule))
    {
      if (!hw_stock_trial_rule (c, &rule, &rule_cost, error))
        return FALSE;
      line->year_cost_now = year_money (c, hw_stock_trial_money (&rule_cost));
      self->rule = rule_cost;
      self->has_rule = TRUE;
    }

  return TRUE;
}

/* --- the line --- */

/* NULL if there are none. */
static GArray *
copy_breaks (const HwStockKit *kit,
             gint64            product_id)
{
  const HwStockRun run = hw_stock_kit_run (kit->breaks_of, product_id);
  GArray *breaks = run.n > 0 ? g_array_sized_new (FALSE, FALSE, sizeof (HwPriceBreak), run.n) : NULL;

  if (breaks != NULL)
    g_array_append_vals (breaks, &g_array_index (kit->breaks, HwPriceBreak, run.from), run.n);

  return breaks;
}

static void
set_records (HwStockWork       *self,
             const HwStockKit  *kit,
             const HwProduct   *product,
             const HwStockCase *c,
             double             promise)
{
  HwStockLine *line = self->line;
  const HwStockRun drafts = hw_stock_kit_run (kit->drafts_of, product->id);
  const HwSupplier *supplier = hw_waiting_find_supplier (kit->suppliers, product->supplier_id);
  const HwOnHand *on_hand = hw_stock_kit_on_hand (kit, product->id);
  const HwDemandSeries *series = hw_stock_kit_series (kit, product->id);

  line->product_id = product->id;
  line->key = g_strdup (product->sku);
  line->name = g_strdup (product->name);
  line->supplier_id = supplier != NULL ? supplier->id : 0;
  line->supplier = g_strdup (supplier != NULL ? supplier->name : "");
  line->service = promise;
  line->counted = on_hand != NULL ? on_hand->counted : HW_DAY_NONE;
  line->on_hand = on_hand != NULL ? on_hand->on_hand : HW_UNKNOWN;
  line->on_order = on_hand != NULL ? on_hand->on_order : 0;
  for (guint i = 0; i < drafts.n; i++)
    line->in_draft += g_array_index (kit->drafts, HwDraftLine, drafts.from + i).quantity;
  line->pack = MAX (product->pack, 0);
  line->min_order = MAX (product->min_order, 0);
  line->unit_cost = product->cost;
  line->price = product->price;
  if (line->price == HW_UNKNOWN && series != NULL && series->year_units > 0.0)
    line->price = hw_scaled_from_double (series->year_revenue / series->year_units);

  line->review_days = c->review_days;
  line->lead_days = c->wait.days;
  line->lead_assumed = c->wait.assumed;
  line->made_here = c->wait.made_here;
  line->breaks = copy_breaks (kit, product->id);
  line->year_cost_now = HW_UNKNOWN;
  line->order_before = HW_UNKNOWN;
  line->runs_out = line->runs_out_early = line->runs_out_late = HW_DAY_NONE;
  line->arrives = line->arrives_early = line->arrives_late = HW_DAY_NONE;
  if (line->reason != HW_STOCK_BAD_WAITING)
    {
      line->arrives = kit->today + c->wait.days;
      line->arrives_early = kit->today + c->wait.early;
      line->arrives_late = kit->today + c->wait.late;
    }
}

static gboolean
set_money (HwStockWork       *self,
           const HwStockKit  *kit,
           const HwProduct   *product,
           const HwStockCase *c,
           GError           **error)
{
  HwStockLine *line = self->line;
  const HwDemandSeries *series = hw_stock_kit_series (kit, product->id);
  const HwMoney each = hw_stock_line_each (line, line->order_now);
  const gboolean there = line->on_hand != HW_UNKNOWN && line->on_hand > 0;
  const double on_hand = there ? hw_scaled_to_double (line->on_hand) : 0.0;

  line->cover_days = line->daily_units > 0.0 && line->on_hand != HW_UNKNOWN ? on_hand / line->daily_units : -1.0;
  line->turns = there && series != NULL ? MAX (series->year_units, 0.0) / on_hand : -1.0;
  if ((each == HW_UNKNOWN || hw_money_times (each, line->order_now, &line->value)) &&
      (!there || line->unit_cost == HW_UNKNOWN || hw_money_times (line->unit_cost, line->on_hand, &line->stock_value)) &&
      hw_stock_judge_excess (kit, c, product, self->price, self->cost, line, error))
    return TRUE;

  if (error != NULL && *error == NULL)
    g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s: the stock's value overflows", line->key);
  return FALSE;
}

void
hw_stock_work_run (HwStockWork       *self,
                   const HwStockKit  *kit,
                   const HwProduct   *product,
                   const HwStockWish *wish,
                   gboolean           choices)
{
  const HwDemandSeries *series = hw_stock_kit_series (kit, product->id);
  g_auto (HwStockCase) c = { 0 };

  self->line = hw_stock_line_new ();
  self->line->reason = hw_stock_case_make (&c, kit, product, wish, &self->error);
  if (self->error != NULL)
    return;

  if (!hw_stock_case_money (product, series, &self->price, &self->cost))
    self->price = self->cost = 0.0;
  set_records (self, kit, product, &c, wish->promise);
  hw_stock_judge_classes (kit, self->line);
  if (self->line->reason == HW_STOCK_ENOUGH)
    hw_stock_case_set_year (&c, self->line->pattern);
  if (self->line->reason == HW_STOCK_ENOUGH && !set_policy (self, kit, &c, choices, &self->error))
    return;

  (void) set_money (self, kit, product, &c, &self->error);
}

/* --- all of them --- */

/* What the threads see. */
typedef struct
{
  const HwStockKit  *kit;
  const HwStockWish *wish;
  HwStockWork       *works;
} Bench;

static void
work_on_one (gsize    index,
             gpointer data)
{
  Bench *bench = data;
  const HwStockKit *kit = bench->kit;
  const HwProduct *product = &g_array_index (kit->demand->products, HwProduct, (guint) index);

  hw_stock_work_run (&bench->works[index], kit, product, bench->wish,
                     hw_stock_buy_limits (kit, product, hw_stock_wish_budget (bench->wish, kit)));
}

void
hw_stock_works_free (HwStockWork *works,
                     gsize        n)
{
  for (gsize i = 0; works != NULL && i < n; i++)
    hw_stock_work_clear (&works[i]);
  g_free (works);
}

HwStockWork *
hw_stock_works_run (const HwStockKit   *kit,
                    const HwStockWish  *wish,
                    const HwTick       *tick,
                    GError            **error)
{
  const gsize n = kit->demand->products->len;
  HwStockWork *works = g_new0 (HwStockWork, n + 1);
  Bench bench = { kit, wish, works };
  GError *wrong = NULL;

  if (!hw_parallel_run (n, hw_stock_threads (), work_on_one, &bench, tick))
    wrong = g_error_new_literal (HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");

  for (gsize i = 0; i < n && wrong == NULL; i++)
    wrong = g_steal_pointer (&works[i].error);

  if (wrong == NULL)
    return works;

  g_propagate_error (error, wrong);
  hw_stock_works_free (works, n);
  return NULL;
}
