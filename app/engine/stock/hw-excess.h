/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-excess.h: what lies there beyond all that can be needed, and the best way out.
 *
 * In:  what is on hand, how demand until a horizon may go, prices, what keeping
 *      costs, which ways out are open.
 * Out: how much is excess, what each way out brings, the best of them.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum
{
  HW_EXCESS_NONE,        /* there is no excess */
  HW_EXCESS_WAIT,
  HW_EXCESS_RETURN,
  HW_EXCESS_BUNDLE,
  HW_EXCESS_MARK_DOWN,
  HW_EXCESS_N_WAYS,
} HwExcessWay;

typedef struct
{
  HwQuantity    on_hand;       /* 0 or more */
  HwQuantity    pack;          /* smallest amount that is ever sold; 0: any */
  const double *totals;        /* length n_totals: demand until the horizon, one for each way it may go [units] */
  gsize         n_totals;
  double        surety;        /* needed is at most this quantile of the totals, above 0, below 1; 0.9 */
  int           days;          /* horizon: a year, or the days the goods are still good for; 1 .. 3660 */
  gboolean      perishes;      /* what is left at the horizon is thrown out */
  HwMoney       price;         /* per unit */
  double        keeping;       /* money per unit and year: room, loss, handling */
  double        interest;      /* per year, as a share: money tomorrow is worth less; 0 .. 1 */
  double        waste;         /* money per unit thrown out, beside what is lost with it */
  gboolean      takes_back;    /* the supplier does */
  HwMoney       back_price;    /* what the supplier pays per unit */
  HwMoney       back_cost;     /* of sending it, once */
  double        bundle_daily;  /* units a day that would go along with something else; 0: no bundle */
  HwMoney       bundle_price;  /* what such a unit brings */
  double        elasticity;    /* demand grows as price to the power of minus this; 0: no mark-down */
  double        cut_most;      /* largest mark-down, as a share of the price, below 1 */
} HwExcessInput;

typedef struct
{
  HwQuantity  needed;                       /* of what is on hand */
  HwQuantity  excess;                       /* the rest */
  HwExcessWay way;                          /* the one that brings most */
  gboolean    open[HW_EXCESS_N_WAYS];
  HwMoney     money[HW_EXCESS_N_WAYS];      /* what the excess brings, today's worth, less keeping; may be below 0 */
  double      cut;                          /* of the price, if marked down; 0 if that way is not open */
  double      days_to_sell;                 /* the way chosen; -1 if some of it never sells, or is thrown out */
} HwExcess;

gboolean hw_excess_tell (const HwExcessInput  *input,
                         HwExcess             *out,
                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Smallest cut of the price at which demand is @times what it is now, as a share. */
double   hw_excess_cut  (double                times,
                         double                elasticity);

G_END_DECLS
