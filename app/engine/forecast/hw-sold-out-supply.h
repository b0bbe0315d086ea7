/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sold-out-supply.h: what was there to sell, as a sign of what its owner foresaw.
 *
 * In:  supply by period beside what usually is there.
 * Out: how far demand goes along with it.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-sold-out.h"

G_BEGIN_DECLS

/* Whether enough periods that did not sell out, and one that did, have a supply. */
gboolean hw_sold_out_supply_tells (const HwSoldOutInput *input);

/* @usual: what usually is there; @stocked: length n, takes the logarithm of what was
 * there beside it; 0 where that is not known, or where it fell short of anything usual. */
void     hw_sold_out_supply_look  (const HwSoldOutInput *input,
                                   const double         *usual,
                                   double               *stocked);

typedef struct
{
  gboolean whole;      /* counts, with Poisson's variance and more */
  double   variation;  /* squared: beyond Poisson's if whole, else all of it; above 0 */
} HwSoldOutLaw;

double   hw_sold_out_supply_learn (const HwSoldOutLaw   *law,
                                   const double         *demand,
                                   const double         *mean,
                                   const double         *stocked,
                                   gsize                 n,
                                   double                follows);

G_END_DECLS
