/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-stock-case.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-stock-paths.h"
#include "jobs/hw-demand-shown.h"

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
#define SEEN_LEAST 4           /* open days of a week that say what the week was */

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

static double
demand_at (const HwDemandSeries *series,
           guint                 i)
{
  const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);

  return point->state == HW_PAST_CLOSED ? NAN : MAX (point->units + point->lost, 0.0);
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

/* The forecast's mean of each of @n days from today on. */
static double *
expect_days (const HwStockKit     *kit,
             const HwDemandSeries *series,
             gsize                 n)
{
  double *mean = g_new0 (double, n);

  for (gsize i = 0; i < n; i++)
    {
      const gssize step = kit->step_of_day[MIN (i, kit->n_days - 1)];

      if (step >= 0 && (gsize) step < kit->demand->n_ahead)
        mean[i] = MAX (series->mean[step], 0.0);
    }

  return mean;
}

double *
hw_stock_case_weeks (const HwStockKit     *kit,
                     const HwDemandSeries *series,
                     gsize                *n)
{
  const GArray *past = series->past;
  const HwDay last = kit->demand->last_day, first = g_array_index (past, HwDemandPoint, 0).day;
  double *y = NULL;
  g_autofree guint8 *seen = NULL;

  *n = (gsize) ((last - first) / WEEK + 1);
  y = g_new0 (double, *n);
  seen = g_new0 (guint8, *n);
  for (guint i = 0; i < past->len; i++)
    {
      const double units = demand_at (series, i);
      const gsize week = *n - 1 - (gsize) ((last - g_array_index (past, HwDemandPoint, i).day) / WEEK);

      if (!isnan (units))
        {
          y[week] += units;
          seen[week]++;
        }
    }

  for (gsize w = 0; w < *n; w++)
    y[w] = seen[w] >= MIN (SEEN_LEAST, kit->demand->season)
           ? y[w] * MAX ((double) kit->demand->season / seen[w], 1.0) : NAN;

  return y;
}

/* Open days, the last of them the day before today: days since the last sales known
 * are not observed. */
static double *
past_days (const HwStockKit     *kit,
           const HwDemandSeries *series,
           gsize                *n)
{
  gssize stale = -1;
  double *y;

  for (gsize i = 0; i < WEEK && stale < 0; i++)
    stale = kit->step_of_day[i];

  *n = series->past->len + (gsize) MAX (stale, 0);
  y = g_new (double, *n);
  for (gsize i = 0; i < *n; i++)
    y[i] = i < series->past->len ? demand_at (series, (guint) i) : NAN;

  return y;
}

/* Paths of open days as paths of calendar days: nothing is asked for on days on which
 * the business is never open. */
static double *
spread_days (const HwStockKit *kit,
             const double     *open_paths,
             gsize             n_open,
             gsize             n_paths,
             gsize             n_days)
{
  double *paths = g_new0 (double, n_paths * n_days);

  for (gsize p = 0; p < n_paths; p++)
    for (gsize i = 0, k = 0; i < n_days; i++)
      if (kit->step_of_day[i] >= 0)
        paths[p * n_days + i] = open_paths[p * n_open + k++];

  return paths;
}

/* The paths' mean is set to the forecast as it is shown, with events and the owner's
 * own figures in it, so that orders and forecast never disagree; how they spread stays. */
static double *
draw_around (const HwStockPathsInput  *in,
             GError                  **error)
{
  HwStockPathsInput parts = *in;
  double *paths;
  HwRng rng;

  parts.whole = FALSE;
  paths = hw_stock_paths_draw (&parts, error);
  hw_rng_init (&rng, in->seed ^ in->n);
  for (gsize h = 0; paths != NULL && h < in->n_periods; h++)
    {
      double mean = 0.0;

      for (gsize p = 0; p < in->n_paths; p++)
        mean += paths[p * in->n_periods + h] / (double) in->n_paths;

      for (gsize p = 0; p < in->n_paths; p++)
        {
          double *at = &paths[p * in->n_periods + h];
          const double value = mean > 0.0 ? *at * (in->ahead[h] / mean) : in->ahead[h];

          *at = in->whole ? floor (value) + (hw_rng_unit (&rng) < value - floor (value) ? 1.0 : 0.0) : value;
        }
    }

  return paths;
}

static double *
draw_days (const HwStockCase *self,
           const HwStockKit  *kit,
           HwStockPathsInput *in,
           gsize              n_days,
           GError           **error)
{
  g_autofree double *y = past_days (kit, self->series, &in->n);
  g_autofree double *mean = expect_days (kit, self->series, n_days);
  g_autofree double *ahead = g_new (double, n_days);
  g_autofree double *drawn = NULL;

  in->n_periods = 0;
  for (gsize i = 0; i < n_days; i++)
    if (kit->step_of_day[i] >= 0)
      ahead[in->n_periods++] = mean[i];

  in->y = y;
  in->ahead = ahead;
  in->season = kit->demand->season;
  in->year = 52 * kit->demand->season;
  drawn = draw_around (in, error);
  return drawn != NULL ? spread_days (kit, drawn, in->n_periods, in->n_paths, n_days) : NULL;
}

static double *
draw_weeks (const HwStockCase *self,
            const HwStockKit  *kit,
            HwStockPathsInput *in,
            gsize              n_weeks,
            GError           **error)
{
  g_autofree double *y = hw_stock_case_weeks (kit, self->series, &in->n);
  g_autofree double *mean = expect_days (kit, self->series, n_weeks * WEEK);
  g_autofree double *ahead = g_new0 (double, n_weeks);

  for (gsize i = 0; i < n_weeks * WEEK; i++)
    ahead[i / WEEK] += mean[i];

  in->y = y;
  in->ahead = ahead;
  in->n_periods = n_weeks;
  in->season = 1;
  in->year = 52;
  return draw_around (in, error);
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
  if (!(in->pack > 0.0) && !hw_demand_has_parts (self->series))
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

/* An order for which a day was named counts as if it had been on its way for as long
 * as leaves about that day; one that is late for as long as it is. */
static void
set_coming (HwStockCase      *self,
            const HwStockKit *kit)
{
  const HwStockRun run = hw_stock_kit_run (kit->open_of, self->product->id);

  self->coming = g_new (HwOnTheWay, run.n + 1);
  for (guint i = 0; i < run.n; i++)
    {
      const HwOpenLine *line = &g_array_index (kit->open, HwOpenLine, run.from + i);
      const int left = MAX (line->due - kit->today, 0);
      const int age = left > 0 ? hw_stock_wait_age (&self->wait, left) : MAX (kit->today - line->ordered, 0);

      self->coming[i] = (HwOnTheWay) { hw_scaled_to_double (line->quantity), age / self->period_days };
    }

  self->input.coming = run.n > 0 ? self->coming : NULL;
  self->input.n_coming = run.n;
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

static gboolean
draw (HwStockCase       *self,
      const HwStockKit  *kit,
      const HwStockWish *wish,
      gsize              n_periods,
      GError           **error)
{
  HwStockPathsInput in = {
    .whole = !hw_demand_has_parts (self->series), .n_paths = wish->n_paths, .seed = (guint64) self->product->id,
  };

  self->paths = self->period_days == WEEK ? draw_weeks (self, kit, &in, n_periods, error)
                                          : draw_days (self, kit, &in, n_periods, error);
  self->input.paths = self->paths;
  self->input.n_paths = wish->n_paths;
  self->input.n_periods = n_periods;
  self->input.seed = in.seed;
  return self->paths != NULL;
}

/* The mean of the next four weeks, a day. */
static double
expect_daily (const HwStockKit     *kit,
              const HwDemandSeries *series)
{
  g_autofree double *mean = expect_days (kit, series, 4 * WEEK);
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
  can_wait = hw_stock_wait_learn (&self->wait, kit, product, wish->lead_factor);
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
  if (draw (self, kit, wish, n_periods, &local))
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
