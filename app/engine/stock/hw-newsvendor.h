/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-newsvendor.h: one order, or one level to order up to, against a demand that is
 * not known.
 *
 * In:  the law of demand until the next order can help; what a unit left over and a
 *      unit short cost.
 * Out: the level that costs least, and what any level costs.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stock/hw-law.h"

G_BEGIN_DECLS

typedef struct
{
  double level;  /* [units] */
  double cost;   /* expected, per period [money] */
  double profit; /* expected, where prices are told [money] */
} HwNewsvendor;

/* What one unit brings and costs [money per unit]. */
typedef struct
{
  double revenue;
  double purchase;
  double salvage;  /* for one left over; below 0 if it must be got rid of */
  double holding;  /* of one left over, on top */
  double shortage; /* of one asked for in vain, on top of the margin */
} HwUnitMoney;

gboolean hw_newsvendor_best        (const HwLaw        *demand,
                                    double              holding,
                                    double              shortage,
                                    HwNewsvendor       *best,
                                    GError            **error);
gboolean hw_newsvendor_at          (const HwLaw        *demand,
                                    double              holding,
                                    double              shortage,
                                    double              level,
                                    HwNewsvendor       *at,
                                    GError            **error);

gboolean hw_newsvendor_profit_best (const HwLaw        *demand,
                                    const HwUnitMoney  *money,
                                    HwNewsvendor       *best,
                                    GError            **error);
gboolean hw_newsvendor_profit_at   (const HwLaw        *demand,
                                    const HwUnitMoney  *money,
                                    double              level,
                                    HwNewsvendor       *at,
                                    GError            **error);

G_END_DECLS
