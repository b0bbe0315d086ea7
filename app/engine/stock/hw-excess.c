/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-excess.h"

#include "core/hw-error.h"
#include "core/hw-sort.h"

#include <math.h>

#define YEAR 365.0           /* days */
#define DAYS_MOST 3660
#define YEARS_MOST 10.0      /* what has not sold by then is thrown out */
#define HAIR 1e-9

/* The figures of the input as fractions, and what follows from them. */
typedef struct
{
  const HwExcessInput *in;
  double on_hand, needed, excess; /* [units] */
  double price;
  double years;                   /* horizon */
  double end;                     /* when what is left is thrown out [years] */
  double rate;                    /* expected demand a year [units] */
  double rho;                     /* interest, as a force */
} Case;

static gboolean
is_amount (double value)
{
  return value >= 0.0 && isfinite (value);
}

static gboolean
check_input (const HwExcessInput  *in,
             GError              **error)
{
  const char *what = NULL;

  if (in->n_totals == 0)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "no way that demand may go");
      return FALSE;
    }

  for (gsize i = 0; i < in->n_totals; i++)
    if (!is_amount (in->totals[i]))
      what = "demand";
  if (in->on_hand < 0 || in->pack < 0 || in->days < 1 || in->days > DAYS_MOST)
    what = "amount or days";
  if (!(in->surety > 0.0 && in->surety < 1.0) || !(in->interest >= 0.0 && in->interest <= 1.0))
    what = "share";
  if (in->price < 0 || in->back_price < 0 || in->back_cost < 0 || in->bundle_price < 0)
    what = "price";
  if (!is_amount (in->keeping) || !is_amount (in->waste) || !is_amount (in->bundle_daily))
    what = "cost";
  if (!is_amount (in->elasticity) || !(in->cut_most >= 0.0 && in->cut_most < 1.0))
    what = "mark-down";

  if (what != NULL)
    g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "this %s cannot be", what);
  return what == NULL;
}

/* What is on hand, less the quantile of demand, in whole packs. */
static HwQuantity
beyond_need (const HwExcessInput *in)
{
  g_autofree double *sorted = g_memdup2 (in->totals, in->n_totals * sizeof *sorted);
  const double rank = ceil (in->surety * (double) in->n_totals * (1.0 - HAIR));
  double need;

  hw_sort_doubles (sorted, in->n_totals);
  need = sorted[(gsize) MAX (rank, 1.0) - 1];

  if (need >= hw_scaled_to_double (in->on_hand))
    return 0;

  return (in->on_hand - hw_scaled_from_double (need)) / MAX (in->pack, 1) * MAX (in->pack, 1);
}

/* Today's worth of one coin a year until @t. */
static double
annuity (double rho,
         double t)
{
  return rho > 0.0 ? -expm1 (-rho * t) / rho : t;
}

/* Today's worth of @units sold evenly from @from to @to [years], at @price each,
 * less keeping them until then. What is left at the end is thrown out. */
static double
sell_evenly (const Case *c,
             double      units,
             double      price,
             double      from,
             double      to)
{
  const double stop = MIN (to, c->end);
  const double sold = from >= c->end ? 0.0 : to > from ? units * (stop - from) / (to - from) : units;
  double factor = exp (-c->rho * MIN (from, c->end)), kept = annuity (c->rho, from);
  double worth = 0.0;

  if (sold > 0.0)
    {
      if (stop > from)
        {
          factor = (annuity (c->rho, stop) - annuity (c->rho, from)) / (stop - from);
          kept = c->rho > 0.0 ? (1.0 - factor) / c->rho : 0.5 * (from + stop);
        }
      worth = sold * (price * factor - c->in->keeping * kept);
    }

  return worth - (units - sold)
                   * (c->in->keeping * annuity (c->rho, c->end) + c->in->waste * exp (-c->rho * c->end));
}

/* Expected part of the totals between @low and @high. */
static double
expected_between (const Case *c,
                  double      low,
                  double      high)
{
  double sum = 0.0;

  for (gsize i = 0; i < c->in->n_totals; i++)
    sum += CLAMP (c->in->totals[i], low, high) - low;

  return sum / (double) c->in->n_totals;
}

/* What is on hand from @low to @high brings where the price stays, the first units
 * selling first. Of goods that perish only what the ways of demand ask for. */
static double
sell_as_ever (const Case *c,
              double      low,
              double      high)
{
  double sold, thrown;

  if (!c->in->perishes)
    return c->rate > 0.0 ? sell_evenly (c, high - low, c->price, low / c->rate, high / c->rate)
                         : sell_evenly (c, high - low, c->price, c->end, c->end);

  sold = expected_between (c, low, high);
  thrown = high - low - sold;
  return sell_evenly (c, sold, c->price, low / high * c->end, c->end)
         - thrown * (c->in->keeping * annuity (c->rho, c->end) + c->in->waste * exp (-c->rho * c->end));
}

static void
try_mark_down (const Case *c,
               HwExcess   *out)
{
  const double mean = c->rate * c->years;
  double cut, all;

  if (!(c->in->elasticity > 0.0) || !(mean > 0.0) || mean >= c->on_hand)
    return;
  cut = hw_excess_cut (c->on_hand / mean, c->in->elasticity);
  if (cut > c->in->cut_most)
    return;

  all = sell_evenly (c, c->on_hand, c->price * (1.0 - cut), 0.0, c->years);
  out->cut = cut;
  out->open[HW_EXCESS_MARK_DOWN] = TRUE;
  out->money[HW_EXCESS_MARK_DOWN] = hw_scaled_from_double (all - sell_as_ever (c, 0.0, c->needed));
}

static void
try_ways (const Case *c,
          HwExcess   *out)
{
  const HwExcessInput *in = c->in;

  out->open[HW_EXCESS_WAIT] = TRUE;
  out->money[HW_EXCESS_WAIT] = hw_scaled_from_double (sell_as_ever (c, c->needed, c->on_hand));

  if (in->takes_back)
    {
      out->open[HW_EXCESS_RETURN] = TRUE;
      out->money[HW_EXCESS_RETURN] = hw_scaled_from_double (c->excess * hw_scaled_to_double (in->back_price)
                                                            - hw_scaled_to_double (in->back_cost));
    }

  if (in->bundle_daily > 0.0)
    {
      const double until = c->excess / in->bundle_daily / YEAR;
      const double brings = sell_evenly (c, c->excess, hw_scaled_to_double (in->bundle_price), 0.0, until);

      out->open[HW_EXCESS_BUNDLE] = TRUE;
      out->money[HW_EXCESS_BUNDLE] = hw_scaled_from_double (brings);
    }

  try_mark_down (c, out);
}

/* Until when the way chosen has sold it all [days]. */
static double
days_of (const Case  *c,
         HwExcessWay  way)
{
  double years = -1.0;

  switch (way)
    {
    case HW_EXCESS_WAIT:
      years = !c->in->perishes && c->rate > 0.0 ? c->on_hand / c->rate : -1.0;
      break;

    case HW_EXCESS_BUNDLE:
      years = c->excess / c->in->bundle_daily / YEAR;
      break;

    case HW_EXCESS_MARK_DOWN:
      years = c->years;
      break;

    case HW_EXCESS_NONE:
    case HW_EXCESS_RETURN:
    case HW_EXCESS_N_WAYS:
    default:
      return 0.0;
    }

  return years > c->end ? -1.0 : years < 0.0 ? -1.0 : years * YEAR;
}

/**
 * hw_excess_cut:
 * @times: how many times as much as now is to be sold
 * @elasticity: of demand to price, above 0
 *
 * Taking demand to go as price to the power of minus @elasticity (the same for
 * every price), the price must fall to @times ^ (-1 / @elasticity) of what it is.
 *
 * Source: Talluri and van Ryzin (2004), The Theory and Practice of Revenue
 * Management, 7.3, constant-elasticity demand.
 *
 * Returns: the cut as a share of the price, 0 where demand is enough as it is; NAN
 *   for what cannot be
 */
double
hw_excess_cut (double times,
               double elasticity)
{
  if (!is_amount (times) || !(elasticity > 0.0 && isfinite (elasticity)))
    return NAN;

  return times > 1.0 ? -expm1 (-log (times) / elasticity) : 0.0;
}

/**
 * hw_excess_tell:
 * @input: what is on hand, demand, prices, costs and ways
 * @out: (out): the excess and the best way out
 * @error: return location
 *
 * Needed is the least amount that covers demand until the horizon on a share
 * `surety` of the ways; the rest, in whole packs, is excess. Each way out is
 * weighed by what the excess brings in today's money, less what keeping it
 * costs until it is gone, beside the needed part selling as ever:
 *
 * - wait: it sells after the needed part, at the expected rate and full price; of
 *   goods that perish, what demand asks for beyond the needed part before the end,
 *   the rest is thrown out;
 * - return: what the supplier pays, less the cost of sending;
 * - bundle: it sells evenly from now on at the bundle's rate and price;
 * - mark-down: all that is on hand sells evenly by the horizon at the smallest cut
 *   that does so; what the needed part would have brought at full price goes off.
 *
 * Demand after the horizon keeps the rate before it; what has not sold after ten
 * years is thrown out. On equal money the way named first is chosen.
 *
 * Cost: one sort of the totals.
 *
 * Checked against: cases worked by hand, sums over single units and limits
 * in tests/engine/test-hw-excess.c.
 *
 * Returns: %FALSE with HW_ENGINE_ERROR_BAD_VALUE, or HW_ENGINE_ERROR_TOO_SHORT
 *   without any way that demand may go
 */
gboolean
hw_excess_tell (const HwExcessInput  *input,
                HwExcess             *out,
                GError              **error)
{
  HwExcess self = { .way = HW_EXCESS_NONE };
  Case c = { .in = input };

  if (!check_input (input, error))
    return FALSE;

  self.excess = beyond_need (input);
  self.needed = input->on_hand - self.excess;
  if (self.excess > 0)
    {
      c.on_hand = hw_scaled_to_double (input->on_hand);
      c.needed = hw_scaled_to_double (self.needed);
      c.excess = hw_scaled_to_double (self.excess);
      c.price = hw_scaled_to_double (input->price);
      c.years = input->days / YEAR;
      c.end = input->perishes ? c.years : MAX (YEARS_MOST, c.years);
      c.rate = expected_between (&c, 0.0, G_MAXDOUBLE) / c.years;
      c.rho = log1p (input->interest);

      try_ways (&c, &self);
      self.way = HW_EXCESS_WAIT;
      for (HwExcessWay way = HW_EXCESS_RETURN; way < HW_EXCESS_N_WAYS; way++)
        if (self.open[way] && self.money[way] > self.money[self.way])
          self.way = way;
      self.days_to_sell = days_of (&c, self.way);
    }

  *out = self;
  return TRUE;
}
