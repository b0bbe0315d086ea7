/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-reorder.h"

#include "core/hw-error.h"
#include "engine/stock/hw-lead-demand.h"

#include <math.h>

#define SERVICE_MIN 0.5
#define SERVICE_MAX 0.9999
#define LARGEST 1e15   /* units: beyond it a number is a mistake */

static gboolean
is_amount (double value)
{
  return value >= 0.0 && value <= LARGEST;
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s cannot be", what);
  return FALSE;
}

static gboolean
check_input (const HwReorderInput  *in,
             GError               **error)
{
  if (in->lead_days < 0 || in->review_days < 1 || in->shelf_days < 0)
    return refuse (error, "these days");
  if (!(in->service >= SERVICE_MIN && in->service <= SERVICE_MAX))
    return refuse (error, "this service");
  if (!is_amount (in->lead_sd) || !is_amount (in->on_order) || !is_amount (in->pack) || !is_amount (in->min_order)
      || !is_amount (fabs (in->on_hand)))
    return refuse (error, "this amount");

  for (gsize h = 0; h < in->n_days; h++)
    if (!is_amount (in->sum_mean[h]) || !is_amount (in->sum_sd[h])
        || (h > 0 && in->sum_mean[h] < in->sum_mean[h - 1] - 1e-9 * in->sum_mean[h - 1]))
      return refuse (error, "a total that falls, or is no amount");

  if ((gint64) in->n_days < (gint64) in->lead_days + in->review_days + 1)
    {
      g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT,
                   "%" G_GSIZE_FORMAT " days of forecast; need %d + %d + 1", in->n_days, in->lead_days,
                   in->review_days);
      return FALSE;
    }

  return TRUE;
}

/* Expected demand of the next @days; beyond the forecast as its mean day. */
static double
expected_over (const HwReorderInput *in,
               gint64                days)
{
  const double last = in->sum_mean[in->n_days - 1];

  if (days <= 0)
    return 0.0;
  if (days <= (gint64) in->n_days)
    return in->sum_mean[days - 1];

  return last + last / (double) in->n_days * (double) (days - (gint64) in->n_days);
}

/* Demand until an order of the next look arrives: the waiting time is not sure, so
 * that a day more or less of it adds to the spread. */
static HwLeadDemand
demand_to_cover (const HwReorderInput *in)
{
  const int days = in->lead_days + in->review_days;
  const double mean = in->sum_mean[days - 1];
  const double sd = in->sum_sd[days - 1];
  const double wait = mean / days * in->lead_sd;

  return hw_lead_demand_new (mean, sqrt (sd * sd + wait * wait), in->whole_units);
}

/* What can be ordered: whole packs (or units), @up or down to them. */
static double
in_packs (const HwReorderInput *in,
          double                amount,
          gboolean              up)
{
  const double pack = in->pack > 0.0 ? in->pack : in->whole_units ? 1.0 : 0.0;

  if (pack <= 0.0)
    return amount;

  return (up ? ceil (amount / pack - 1e-9) : floor (amount / pack + 1e-9)) * pack;
}

/* What still sells before it is too old, of an order that comes after the waiting
 * time and behind what is then left. */
static double
sells_in_time (const HwReorderInput *in,
               double                position)
{
  const double at_arrival = expected_over (in, in->lead_days);

  return MAX (expected_over (in, (gint64) in->lead_days + in->shelf_days) - MAX (at_arrival, position), 0.0);
}

static double
order_amount (const HwReorderInput *in,
              const HwReorder      *out,
              double                position)
{
  const double wanted = out->order_up_to - position;
  const double smallest = in_packs (in, MAX (in->min_order, in->pack > 0.0 || !in->whole_units ? in->pack : 1.0), TRUE);
  double amount, most;

  if (position > out->reorder_point || !(wanted > 0.0))
    return 0.0;

  amount = in_packs (in, MAX (wanted, in->min_order), TRUE);
  if (in->shelf_days == 0)
    return amount;

  most = in_packs (in, sells_in_time (in, position), TRUE);
  if (amount <= most)
    return amount;
  if (most < smallest) /* only an empty shelf is worth what will be left over */
    return position > 0.0 ? 0.0 : smallest;

  return most;
}

static int
first_day_beyond (const HwReorderInput *in)
{
  const double on_hand = MAX (in->on_hand, 0.0);

  for (gsize h = 0; h < in->n_days; h++)
    if (in->sum_mean[h] > on_hand)
      return (int) h;

  return -1;
}

/**
 * hw_reorder_compute:
 * @in: forecast, waiting time, promise and stock; see HwReorderInput
 * @out: (out caller-allocates): the answer; untouched on error
 * @error: return location
 *
 * If nothing is ordered today, the next order can be placed at the next look and
 * comes after the waiting time. What is here and on its way must last until then:
 *
 *     demand D: mean = sum_mean (waiting time + review),
 *               variance = sum_sd^2 + (mean per day * lead_sd)^2
 *     order-up-to level = reorder point = quantile of D at the promised service
 *     safety stock = that level less the mean, never below 0
 *
 * Both marks are the same because an order placed today has to last exactly as
 * long as no order may. D is counted for slow movers, normal or gamma for fast
 * ones (hw-lead-demand). Less than nothing on hand is taken as nothing.
 *
 * The amount brings the stock to the level in whole packs, rounded up, and is at
 * least the smallest order. Goods that spoil are only kept and ordered as far as
 * expected demand takes them within shelf_days of their arrival, the last pack
 * begun counting whole; but an empty shelf gets the smallest order there is.
 *
 * Cost: O(n_days + demand of slow movers).
 *
 * Errors: BAD_VALUE for amounts that cannot be; TOO_SHORT if the forecast does not
 * reach over waiting time, review and one day.
 *
 * Source: Silver, Pyke and Thomas (2017), Inventory and Production Management in
 * Supply Chains, section 6.9, the (R, S) system; 6.10 for uncertain waiting times.
 * Checked against: cases worked by hand and simulated shops in
 * tests/engine/test-hw-reorder.c.
 *
 * Returns: %TRUE if @out was filled in
 */
gboolean
hw_reorder_compute (const HwReorderInput  *in,
                    HwReorder             *out,
                    GError               **error)
{
  const double position = MAX (in->on_hand, 0.0) + in->on_order;
  HwReorder r = { 0 };
  HwLeadDemand demand;

  if (!check_input (in, error))
    return FALSE;

  demand = demand_to_cover (in);
  r.expected = demand.mean;
  r.order_up_to = hw_lead_demand_quantile (&demand, in->service);

  if (in->shelf_days > 0)
    {
      const double sells = expected_over (in, (gint64) in->lead_days + in->shelf_days);

      r.order_up_to = MIN (r.order_up_to, in->whole_units ? ceil (sells - 1e-9) : sells);
    }

  r.safety_stock = MAX (r.order_up_to - r.expected, 0.0);
  if (in->whole_units)
    r.safety_stock = ceil (r.safety_stock - 1e-9);
  r.reorder_point = r.order_up_to;
  r.order_now = order_amount (in, &r, position);
  r.short_units = hw_lead_demand_shortfall (&demand, position);
  r.days_left = first_day_beyond (in);

  *out = r;
  return TRUE;
}
