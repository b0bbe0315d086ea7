/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-law.h: how demand may fall: one distribution, told by kind and numbers.
 *
 * In:  a kind and its parameters; chances of a HW_LAW_CHANCES stay the caller's.
 * Out: chances, quantiles, moments, and the loss functions all of stock theory
 *      is written in. Whoever takes a law from outside asks hw_law_check() once;
 *      the others trust it.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/math/hw-tails.h"

G_BEGIN_DECLS

typedef enum
{
  HW_LAW_NORMAL,
  HW_LAW_LOGNORMAL,
  HW_LAW_GAMMA,
  HW_LAW_UNIFORM,
  HW_LAW_POISSON,
  HW_LAW_NEGATIVE,  /* negative binomial */
  HW_LAW_CHANCES,   /* whole numbers with chances of their own */
} HwLawKind;

typedef struct
{
  HwLawKind     kind;
  double        a;       /* mean | mean of logarithms | shape | least | mean | size | - */
  double        b;       /* sd | sd of logarithms | scale | most | - | chance | - */
  double        shift;   /* added to what is drawn; of counts a whole number */
  const double *chances; /* HW_LAW_CHANCES: of shift, shift + 1, ... */
  gsize         n_chances;
} HwLaw;

HwLaw    hw_law_normal        (double        mean,
                               double        sd);
HwLaw    hw_law_lognormal     (double        log_mean,
                               double        log_sd);
HwLaw    hw_law_gamma         (double        shape,
                               double        scale);
HwLaw    hw_law_exponential   (double        rate);
HwLaw    hw_law_uniform       (double        least,
                               double        most);
HwLaw    hw_law_poisson       (double        mean);
HwLaw    hw_law_negative      (double        size,
                               double        chance);
HwLaw    hw_law_negative_from (double        mean,
                               double        sd);
HwLaw    hw_law_geometric     (double        chance);
HwLaw    hw_law_chances       (double        first,
                               const double *chances,
                               gsize         n_chances);

gboolean hw_law_check         (const HwLaw  *self,
                               GError      **error);

gboolean hw_law_is_whole      (const HwLaw  *self);
double   hw_law_mean          (const HwLaw  *self);
double   hw_law_variance      (const HwLaw  *self);
double   hw_law_sd            (const HwLaw  *self);

/* Everything at one point; the functions below give a part of it. */
HwTails  hw_law_tails         (const HwLaw  *self,
                               double        x);
double   hw_law_density       (const HwLaw  *self,
                               double        x);
double   hw_law_below         (const HwLaw  *self,
                               double        x);
double   hw_law_above         (const HwLaw  *self,
                               double        x);
double   hw_law_loss          (const HwLaw  *self,
                               double        x);
double   hw_law_left          (const HwLaw  *self,
                               double        x);

double   hw_law_quantile      (const HwLaw  *self,
                               double        p);

gboolean hw_law_over          (const HwLaw  *self,
                               double        periods,
                               HwLaw        *sum);

G_END_DECLS
