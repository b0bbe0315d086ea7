/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-replenish.h: when to order one item and how much, period by period, by trying
 * policies on the ways demand and waiting time may go.
 *
 * In:  paths of demand, chances of waiting times, costs or a promise, what the
 *      supplier asks, what is here and on its way.
 * Out: a reorder point and an order-up-to level for each period, what to order now,
 *      and what it all costs on those paths.
 * Pure. Safe to call from any thread.
 *
 * One period: orders due arrive; every `review` periods (the first one is a look)
 * an order may be placed, which arrives at once or at the start of a later period; demand is
 * served, the rest is lost or waits; goods past their shelf life are thrown out;
 * costs of the period's end.
 */
#pragma once

#include "engine/stock/hw-on-the-way.h"

G_BEGIN_DECLS

typedef enum
{
  HW_SHORTAGE_LOST,    /* what is not there is not sold */
  HW_SHORTAGE_WAITS,   /* customers wait */
} HwShortage;

typedef struct
{
  double quantity;     /* from this many on ... */
  double unit_cost;    /* ... each costs this */
} HwReplenishBreak;

typedef struct
{
  const double           *paths;      /* demand [units]: path by path, n_paths * n_periods */
  gsize                   n_paths;
  gsize                   n_periods;
  const double           *lead;       /* length n_lead: chance of waiting k periods; 0: here before the period's demand */
  gsize                   n_lead;
  int                     review;     /* periods between looks, 1 or more */
  HwShortage              shortage;
  double                  unit_cost;  /* money per unit */
  double                  holding;    /* money per unit and period */
  double                  ordering;   /* money per order */
  double                  penalty;    /* money per unit lost, or per unit and period waited for */
  double                  promise;    /* 0: none; else share of demand from the shelf at least, below 1: more where that costs less */
  double                  waste;      /* money per unit thrown out */
  int                     shelf;      /* periods that goods are good for after arrival; 0: they keep */
  double                  min_order;  /* [units]; 0: none */
  double                  pack;       /* [units]; 0: any amount */
  gboolean                whole;      /* only whole units are asked for and ordered */
  const HwReplenishBreak *breaks;     /* (nullable) length n_breaks, by quantity */
  gsize                   n_breaks;
  double                  on_hand;    /* [units] */
  double                  waiting;    /* customers wait for so many */
  const HwOnTheWay       *coming;     /* (nullable) length n_coming */
  gsize                   n_coming;
  guint64                 seed;
} HwReplenishInput;

/* Mean of the paths, per period. */
typedef struct
{
  double holding, ordering, shortage, waste, purchase; /* money; purchase: what breaks save on what is sold is less of it */
  double on_hand;      /* [units] at the end of a period */
  double served;       /* share of demand from the shelf */
  double orders;       /* a period */
} HwReplenishCost;

typedef struct
{
  gsize           n_periods;
  double         *reorder_point;  /* (owned) length n_periods: order at or below it */
  double         *order_up_to;    /* (owned) length n_periods */
  double          least;          /* order at least so many at a time: a price break; 0: none */
  gboolean        missed;         /* no policy keeps the promise: cost.served is the most that can be kept */
  double          order_now;      /* 0: none */
  double          later;          /* expected money that waiting until the next look would cost more than ordering now */
  HwReplenishCost cost;
  int             runs_out[3];    /* first period sold out if nothing is ordered: early, likely, late (10, 50, 90 of 100);
                                     -1 beyond n_periods */
} HwReplenish;

gboolean hw_replenish_plan     (const HwReplenishInput *input,
                                HwReplenish            *out,
                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_replenish_clear    (HwReplenish            *self);

/* What of the open orders counts from period @t on when an order is weighed, and did
 * not before [units]: what a far day is named for is no help until an order of that
 * period would come after it. */
double   hw_replenish_joins    (const HwReplenishInput *input,
                                gsize                   t);
/* On hand and on its way, less what customers wait for, as an order of now is weighed [units]. */
double   hw_replenish_position (const HwReplenishInput *input);

/* What a given policy costs on the same paths, from the same start: the owner's
 * rule, or a plan under other terms. @reorder_point, @order_up_to: length n_periods. */
gboolean hw_replenish_try      (const HwReplenishInput *input,
                                const double           *reorder_point,
                                const double           *order_up_to,
                                HwReplenishCost        *cost,
                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwReplenish, hw_replenish_clear)

G_END_DECLS
