/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-benefit.h: from an effect to money: what a change brings a year and over its life,
 * with the doubt in every part of it.
 *
 *   year = effect (1 - lost) volume margin - running - hours 52 wage - set-up / years
 *
 * In:  the effect as normal, every other part as least, likeliest and most (PERT).
 * Out: means, percentiles and chances over seeded draws; which part matters most.
 * Source: PERT: Malcolm, Roseboom, Clark and Fazar (1959), Operations Research 7(5), with
 *      the beta of shape 4; rank correlation: Spearman (1904), Am. J. Psychology 15.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "core/hw-rng.h"
#include "core/hw-tick.h"
#include "engine/money/hw-spread.h"

G_BEGIN_DECLS

typedef struct
{
  double low, mode, high;  /* low <= mode <= high; all alike: known */
} HwPert;

double hw_pert_draw (HwRng *rng, const HwPert *pert);
double hw_pert_mean (const HwPert *pert);

typedef enum
{
  HW_BENEFIT_EFFECT,       /* share of the volume */
  HW_BENEFIT_LOST,         /* share of the effect lost when it is rolled out, 0..1 */
  HW_BENEFIT_VOLUME,       /* money a year it works on */
  HW_BENEFIT_MARGIN,       /* share of that money that stays */
  HW_BENEFIT_RUNNING,      /* money a year */
  HW_BENEFIT_HOURS,        /* a week */
  HW_BENEFIT_WAGE,         /* money an hour */
  HW_BENEFIT_SET_UP,       /* money once */
  HW_BENEFIT_N,
} HwBenefitPart;

typedef struct
{
  double  effect, effect_sd;
  HwPert  parts[HW_BENEFIT_N];  /* that of EFFECT is not looked at */
  guint   years;                /* it lasts: 1 or more */
  double  rate;                 /* share a year by which later money counts less */
  guint   n_draws;              /* 100 or more */
  guint64 seed;
} HwBenefitInput;

typedef struct
{
  HwSpread year;               /* money a year */
  HwSpread npv;                /* over the years: set-up today, the rest at the end of each year */
  HwSpread payback;            /* years, of the draws in which it pays back */
  double   pays, never;        /* share of draws with year > 0; and in which it never pays back */
  double   break_even;         /* the effect at which the likeliest year brings nothing */
  double   matters[HW_BENEFIT_N]; /* rank correlation with the year; 0 of what is known */
} HwBenefit;

/* BAD_VALUE for what is not finite or out of order; CANCELLED. */
gboolean hw_benefit_run (const HwBenefitInput *input,
                         const HwTick         *tick,
                         HwBenefit            *result,
                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
