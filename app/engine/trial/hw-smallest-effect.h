/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-smallest-effect.h: the smallest effect a trial could see, before it is run.
 *
 * In:  the spread and lag-1 correlation of what a series does by itself, periods before and
 *      after; or the ends of ranges of trials run where nothing happened.
 * Out: the effect that a test at 5 % (both ways) finds with the chance asked for.
 * Source: a mean of correlated values: Bartlett (1946), Supplement to JRSS 8; t quantiles
 *      for an estimated spread.
 * Checked against: the worked table of 18 cases, and power in simulated trials
 *      (tests/bench/SHOPS.md).
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double sd;        /* of a period by itself: as a share of the mean, or of logs */
  double carry;     /* lag-1 correlation, -1..1 */
  gsize  n_before, n_after;
  double freedom;   /* degrees of freedom of @sd; 0: known */
  double power;     /* 0.8 */
} HwSmallestEffect;

/* By how much correlation swells the variance of a mean of @n values. */
double hw_smallest_effect_swell   (gsize n, double carry);
/* Before against after, by formula; units of @sd. */
double hw_smallest_effect_formula (const HwSmallestEffect *terms);
/* What is left of a spread beside a control that moves along with correlation @r: taken
 * out by regression; and by plain difference, of a control that spreads as much. */
double hw_smallest_effect_beside  (double sd, double r);
double hw_smallest_effect_plain   (double sd, double r);
/* By trials in which nothing happened: an effect is found just if it is larger than what
 * the range reached below 0, so the point below which @power of these distances lie.
 * Sorts @reach; infinite where too many of them are. */
double hw_smallest_effect_seen    (double *reach, gsize n, double power);

G_END_DECLS
