/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake-range.h: between what and what a yearly sum lies, and whether it is there
 * for sure.
 *
 * In:  a sum and how far it may be off.
 * Out: 90 % of it, and a verdict that holds also if nine kinds of sums are looked at.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double   mid;
  double   low, high;   /* 90 % */
  gboolean certain;
} HwStakeRange;

void hw_stake_range_of_loss (double        mid,
                             double        sd,
                             double        least,
                             HwStakeRange *out);

void hw_stake_range_of_gain (double        mid,
                             double        se,
                             double        freedom,
                             double        least,
                             HwStakeRange *out);

/* The quantile at chance @p of Student's t with @freedom > 0. */
double hw_student_quantile  (double freedom,
                             double p);

G_END_DECLS
