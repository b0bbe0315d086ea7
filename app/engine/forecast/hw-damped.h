/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-damped.h: a level with a trend that dies away, for what is left of a series
 * once its seasons are off.
 *
 * In:  a series, oldest first.
 * Out: states that take new periods and give means and their spread.
 * Pure, no chance. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double alpha;      /* share of a surprise that stays in the level */
  double beta;       /* share that goes into the trend */
  double phi;        /* share of the trend that lasts to the next period */
  double level;
  double trend;
  double variance;   /* of one step */
} HwDamped;

void hw_damped_fit    (HwDamped       *fit,
                       const double   *z,
                       gsize           n);
void hw_damped_step   (HwDamped       *fit,
                       double          z);
void hw_damped_mean   (const HwDamped *fit,
                       gsize           horizon,
                       double         *mean);
void hw_damped_spread (const HwDamped *fit,
                       gsize           horizon,
                       double         *sd);

G_END_DECLS
