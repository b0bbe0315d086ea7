/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-rng.h: random numbers from a seed, the same on every machine.
 *
 * xoshiro256** seeded by splitmix64. Source: Blackman and Vigna (2021), "Scrambled
 * linear pseudorandom number generators", ACM TOMS 47(4).
 * Checked against: the first outputs of the authors' reference code.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64  s[4];
  double   spare;      /* the second normal of a pair */
  gboolean has_spare;
} HwRng;

void    hw_rng_init    (HwRng *rng, guint64 seed);
guint64 hw_rng_next    (HwRng *rng);
double  hw_rng_unit    (HwRng *rng);                       /* [0, 1) */
guint32 hw_rng_below   (HwRng *rng, guint32 bound);        /* 0 .. bound - 1 */
double  hw_rng_normal  (HwRng *rng);                       /* mean 0, sd 1 */
double  hw_rng_gamma   (HwRng *rng, double shape);         /* scale 1 */
guint32 hw_rng_poisson (HwRng *rng, double mean);

G_END_DECLS
