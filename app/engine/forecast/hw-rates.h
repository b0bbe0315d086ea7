/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-rates.h: how fast a product of a catalogue will sell, and how widely its
 * sales will scatter, from what products like it did next.
 *
 * In:  series of whole numbers; those of a catalogue to learn from.
 * Out: mean and variance of the sales of a period [pieces].
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

#define HW_RATES_LOOKS 3 /* a short, a middle and a long look back */

typedef struct
{
  double life[HW_RATES_LOOKS];       /* periods until a look back has faded to 1/e */
  double level;                      /* of the catalogue [pieces per period]; NAN: the series' own */
  double weight[1 + HW_RATES_LOOKS]; /* log mean = weight[0] + sum of weight[i] * log look[i] */
  double scatter[2];                 /* log (variance / mean) = scatter[0] + scatter[1] * log mean */
} HwRates;

void hw_rates_usual (int                 season,
                     HwRates            *rates);

void hw_rates_learn (const HwSeriesView *series,
                     gsize               n,
                     gsize               horizon,
                     HwRates            *rates);

void hw_rates_now   (const HwRates      *rates,
                     const double       *y,
                     gsize               n,
                     double              unit,
                     double             *mean,
                     double             *variance);

G_END_DECLS
