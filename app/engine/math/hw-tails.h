/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-tails.h: both sides of a distribution around a point, with all their digits.
 *
 * In:  a distribution's parameters and a point.
 * Out: how likely each side is, how far it reaches on average, and the same a
 *      second time over. The small side is summed up, never taken as a
 *      difference, so far tails keep their digits.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double density;     /* per unit, or the chance of exactly the point */
  double below;       /* P (X <= x) */
  double above;       /* P (X > x) */
  double loss;        /* E (X - x)+ */
  double left;        /* E (x - X)+ */
  double second_loss; /* half of E ((X - x)+)^2; for whole numbers of E (X - x)+ (X - x - 1)+ */
  double second_left; /* half of E ((x - X)+)^2; for whole numbers of E (x - X)+ (x - X + 1)+ */
} HwTails;

/* Counts whose chances follow P (k) = P (k - 1) (a + b / k). */
typedef struct
{
  double a;
  double b;
  double mean;
  double variance;
} HwCountRule;

double  hw_poisson_term  (double k,
                          double mean);
double  hw_negative_term (double k,
                          double size,
                          double chance);
HwTails hw_normal_tails  (double z);
HwTails hw_gamma_tails   (double shape,
                          double y);
HwTails hw_count_tails   (const HwCountRule *rule,
                          double             n,
                          double             term);

/* P (Z > @z) over the density at @z. */
double  hw_mills         (double z);

G_END_DECLS
