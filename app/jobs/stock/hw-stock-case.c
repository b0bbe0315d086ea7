/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-case.h"

#include "core/hw-error.h"
#include "jobs/demand/hw-demand-shown.h"
#include "jobs/stock/hw-stock-draw.h"

#include <math.h>

#define WEEK 7
#define SELDOM_DAYS 21         /* sells on fewer days than one in so many: by weeks */
#define CYCLE_LONG 42.0        /* one order lasts so many days: by weeks */
#define WAIT_LONG 28           /* days of waiting and between two looks: by weeks */
#define FRESH_MOST 41          /* days: goods that keep no longer are always worked out by days */
#define DAYS_LEAST 56          /* looked ahead */
#define DAYS_MOST 182
#define WEEKS_LEAST 52
#define SEASON_MOST 20.0       /* times as much as on a mean day, or as little */

void
hw_stock_case_clear (HwStockCase *self)
{
  g_clear_pointer (&self->paths, g_free);
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->coming, g_free);
  g_clear_pointer (&self->breaks, g_free);
  hw_stock_wait_clear (&self->wait);
}

gboolean
hw_stock_case_money (const HwProduct      *product,
                     const HwDemandSeries *series,
                     double               *price,
                     double               *cost)
{
  *price = product->price != HW_UNKNOWN ? hw_scaled_to_double (product->price)
           : series != NULL && series->year_units > 0.0 ? series->year_revenue / series->year_units : 0.0;
  *cost = product->cost != HW_UNKNOWN ? hw_scaled_to_double (product->cost) : HW_STOCK_COST_SHARE * *price;
  if (!(*price > 0.0))
    *price = *cost / HW_STOCK_COST_SHARE;

  return *price > 0.0 || *cost > 0.0;
}

/* Share of its open days on which it sold. */
static double
share_selling (const HwDemandSeries *series)
{
  guint open = 0, sold = 0;

  for (guint i = 0; i < series->past->len; i++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);

      open += point->state != HW_PAST_CLOSED;
      sold += point->units > 0.0;
    }

  return open > 0 ? (double) sold / open : 0.0;
}

/* By days or by weeks, and how many of them: by the terms as they are, so that what is
 * tried under others is tried on the same ways. */
static gsize
choose_periods (HwStockCase      *self,
                const HwStockKit *kit,
                double            daily)
{
  const double holding = self->cost * kit->terms.carrying / HW_STOCK_YEAR_DAYS;
  const double order_cost = hw_scaled_to_double (kit->terms.order_cost);
  const double cycle = holding > 0.0 && daily > 0.0 ? sqrt (2.0 * order_cost / (holding * daily)) : 0.0;
  const int reach = (int) self->wait.n - 1 + self->review_days;
  const gboolean fresh = self->product->shelf_days > 0 && self->product->shelf_days <= FRESH_MOST;
  const gboolean slow = share_selling (self->series) * SELDOM_DAYS < 1.0 || cycle > CYCLE_LONG ||
                        self->wait.days + self->review_days > WAIT_LONG;

  self->period_days = slow && !fresh ? WEEK : 1;
  self->year_periods = HW_STOCK_YEAR_DAYS / self->period_days;
  if (self->period_days == WEEK)
    return (gsize) MAX (WEEKS_LEAST, 2 * reach / WEEK + 8);

  return (gsize) CLAMP (2 * reach + 28, DAYS_LEAST, MAX (DAYS_MOST, reach + 28));
}

static void
set_supplier (HwStockCase      *self,
              const HwStockKit *kit)
{
  HwReplenishInput *in = &self->input;

  in->review = MAX ((self->review_days + self->period_days / 2) / self->period_days, 1);
  self->lead = hw_stock_wait_periods (&self->wait, self->period_days, self->review_days, in->review, &in->n_lead);
  in->lead = self->lead;
  in->min_order = hw_scaled_to_double (self->product->min_order);
  in->pack = hw_scaled_to_double (self->product->pack);
  in->whole = !hw_demand_has_parts (self->series);
  if (!(in->pack > 0.0) && in->whole)
    in->pack = 1.0;
}

static void
set_breaks (HwStockCase      *self,
            const HwStockKit *kit)
{
  const HwStockRun run = hw_stock_kit_run (kit->breaks_of, self->product->id);

  self->breaks = g_new (HwReplenishBreak, run.n + 1);
  for (guint i = 0; i < run.n; i++)
    {
      const HwPriceBreak *at = &g_array_index (kit->breaks, HwPriceBreak, run.from + i);

      self->breaks[i] = (HwReplenishBreak) { hw_scaled_to_double (at->quantity), hw_scaled_to_double (at->unit_cost) };
    }

  self->input.breaks = run.n > 0 ? self->breaks : NULL;
  self->input.n_breaks = run.n;
}

/* An order for which a day was named comes about that day, also where it is over. */
static void
set_coming (HwStockCase      *self,
            const HwStockKit *kit)
{
  const HwStockRun run = hw_stock_kit_run (kit->open_of, self->product->id);
  const HwStockRun drafts = hw_stock_kit_run (kit->drafts_of, self->product->id);

  self->coming = g_new (HwOnTheWay, run.n + drafts.n + 1);
  for (guint i = 0; i < run.n; i++)
    {
      const HwOpenLine *line = &g_array_index (kit->open, HwOpenLine, run.from + i);

      self->coming[i] = (HwOnTheWay) {
        .quantity = hw_scaled_to_double (line->quantity), .age = MAX (kit->today - line->ordered, 0) / self->period_days,
        .named = line->named, .due = (int) lround ((double) (line->due - kit->today) / self->period_days),
      };
    }

  self->input.n_coming = run.n;
  for (guint i = 0; i < drafts.n; i++)
    {
      const HwDraftLine *draft = &g_array_index (kit->drafts, HwDraftLine, drafts.from + i);

      if (!hw_stock_kit_counts_draft (kit, draft))
        continue;

      self->coming[self->input.n_coming++] = (HwOnTheWay) { .quantity = hw_scaled_to_double (draft->quantity) };
      self->drafted += hw_scaled_to_double (draft->quantity);
    }

  self->input.coming = self->coming;
}

static void
set_costs (HwStockCase       *self,
           const HwStockKit  *kit,
           const HwStockWish *wish,
           HwMoney            order_cost)
{
  HwReplenishInput *in = &self->input;
  const int shelf = self->product->shelf_days;

  in->shortage = HW_SHORTAGE_LOST;
  in->unit_cost = self->cost;
  in->holding = self->cost * kit->terms.carrying / self->year_periods;
  in->ordering = self->wait.made_here ? 0.0 : hw_scaled_to_double (order_cost);
  in->penalty = MAX (self->price - self->cost, 0.0) * kit->terms.lost_share;
  in->promise = wish->promise;
  in->shelf = shelf > 0 ? (shelf + self->period_days - 1) / self->period_days : 0;
  in->waste = in->shelf > 0 ? self->cost : 0.0;
}

static HwStockReason
find_reason (const HwProduct      *product,
             const HwDemandSeries *series)
{
  if (product->retired)
    return HW_STOCK_RETIRED;
  if (series == NULL || series->missing == HW_NO_FORECAST_NO_DEMAND || series->year_units <= 0.0)
    return HW_STOCK_NO_SALES;

  return series->missing == HW_NO_FORECAST_TOO_SHORT ? HW_STOCK_NEW : HW_STOCK_ENOUGH;
}

/* The mean of the next four weeks, a day. */
static double
expect_daily (const HwStockKit     *kit,
              const HwDemandSeries *series)
{
  g_autofree double *mean = hw_stock_draw_expect (kit, series, 4 * WEEK);
  double sum = 0.0;

  for (gsize i = 0; i < 4 * WEEK; i++)
    sum += mean[i];

  return sum / (4 * WEEK);
}

/* Whether anything may be asked for as far as it looks ahead. */
static gboolean
sells_at_all (const HwStockCase *self)
{
  for (gsize i = 0; i < self->input.n_paths * self->input.n_periods; i++)
    if (self->paths[i] > 0.0)
      return TRUE;

  return FALSE;
}

HwStockReason
hw_stock_case_make (HwStockCase       *self,
                    const HwStockKit  *kit,
                    const HwProduct   *product,
                    const HwStockWish *wish,
                    GError           **error)
{
  const HwDemandSeries *series = hw_stock_kit_series (kit, product->id);
  const HwOnHand *on_hand = hw_stock_kit_on_hand (kit, product->id);
  const HwSupplier *supplier = hw_waiting_find_supplier (kit->suppliers, product->supplier_id);
  const HwStockReason reason = find_reason (product, series);
  const HwMoney order_cost = wish->order_cost != HW_UNKNOWN ? wish->order_cost : kit->terms.order_cost;
  g_autoptr (GError) local = NULL;
  gboolean can_wait;
  gsize n_periods;

  *self = (HwStockCase) { .product = product, .series = series };
  self->review_days = supplier != NULL ? MAX (supplier->review_days, 1) : 1;
  self->counted = on_hand != NULL && on_hand->on_hand != HW_UNKNOWN;
  can_wait = hw_stock_wait_learn (&self->wait, &kit->wait_book, product, wish->lead_factor);
  if (reason != HW_STOCK_ENOUGH || !can_wait)
    return reason != HW_STOCK_ENOUGH ? reason : HW_STOCK_BAD_WAITING;
  if (!hw_stock_case_money (product, series, &self->price, &self->cost))
    return HW_STOCK_NO_COST;

  n_periods = choose_periods (self, kit, expect_daily (kit, series));
  set_costs (self, kit, wish, order_cost);
  set_supplier (self, kit);
  set_breaks (self, kit);
  set_coming (self, kit);
  self->input.on_hand = self->counted ? hw_scaled_to_double (on_hand->on_hand) : 0.0;
  if (hw_stock_draw (self, kit, wish->n_paths, n_periods, &local))
    return sells_at_all (self) ? HW_STOCK_ENOUGH : HW_STOCK_NO_SALES;

  if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT))
    return HW_STOCK_NEW;
  if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
    return HW_STOCK_NO_SALES;

  g_propagate_error (error, g_steal_pointer (&local));
  return HW_STOCK_NEW;
}

double
hw_stock_case_expect (const HwStockCase *self,
                      int                days)
{
  const HwReplenishInput *in = &self->input;
  double sum = 0.0;

  for (gsize p = 0; p < in->n_paths; p++)
    for (gsize t = 0; t < in->n_periods; t++)
      {
        const double part = ((double) days - (double) t * self->period_days) / self->period_days;

        if (part <= 0.0)
          break;
        sum += in->paths[p * in->n_periods + t] * MIN (part, 1.0);
      }

  return sum / (double) in->n_paths;
}

void
hw_stock_case_set_year (HwStockCase *self,
                        HwPattern    pattern)
{
  const double ahead = hw_stock_case_expect (self, (int) self->input.n_periods * self->period_days) /
                       ((double) self->input.n_periods * self->period_days);
  const double year = self->series->year_units / HW_STOCK_YEAR_DAYS;

  if (pattern == HW_PATTERN_SEASONAL && ahead > 0.0 && year > 0.0)
    self->year_periods *= CLAMP (year / ahead, 1.0 / SEASON_MOST, SEASON_MOST);
}
