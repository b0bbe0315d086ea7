/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-horizon.h: the best orders of a number of periods that differ from each other.
 *
 * In:  each period's demand and costs, what the end is worth, the stock at the start.
 * Out: for each period a reorder point and an order-up-to level, and what all of
 *      them cost together.
 * Pure. Safe to call from any thread.
 *
 * An order is here before its period's demand; unserved customers wait. Stock is
 * counted in whole units; a demand in parts of units is rounded to them.
 */
#pragma once

#include "engine/stock/hw-law.h"

G_BEGIN_DECLS

#define HW_HORIZON_SPREAD 8.0  /* standard deviations, where nothing speaks for fewer */

typedef struct
{
  HwLaw  demand;    /* normal, or of whole units */
  double holding;   /* money per unit left at the period's end, at least 0 */
  double shortage;  /* money per unit waited for at the period's end, at least 0; both: above 0 */
  double price;     /* money per unit bought, at least 0 */
  double ordering;  /* money per order, at least 0 */
  double discount;  /* worth of the next period's money in this one's, above 0, at most 1 */
} HwHorizonPeriod;

typedef struct
{
  const HwHorizonPeriod *periods;       /* length n_periods */
  gsize                  n_periods;     /* 1 or more */
  double                 end_holding;   /* money per unit left over in the end, at least 0 */
  double                 end_shortage;  /* money per unit still waited for, at least 0 */
  int                    start;         /* stock at the start, below 0 if customers wait [units] */
  double                 demand_spread; /* demand further from its mean is left out [standard deviations] */
  double                 level_spread;  /* how far the levels tried reach beyond the likely ones [standard deviations] */
} HwHorizonInput;

typedef struct
{
  gsize   n_periods;
  int    *reorder_point;  /* (owned) length n_periods: the most stock at which an order is placed */
  int    *order_up_to;    /* (owned) length n_periods */
  double  cost;           /* money of the first period */
} HwHorizon;

gboolean hw_horizon_plan  (const HwHorizonInput *input,
                           HwHorizon            *out,
                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_horizon_clear (HwHorizon            *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwHorizon, hw_horizon_clear)

G_END_DECLS
