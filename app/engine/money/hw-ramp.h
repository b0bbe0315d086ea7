/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ramp.h: money month by month while something is rolled out step by step, with the
 * doubt in every part of it.
 *
 *   net 0 = - out 0 times;  net t = (share t gain - running) / 12 - out t times
 *   gain = effect (1 - lost) volume margin;  running = (running + hours 52 wage) share t
 *
 * In:  the parts of hw-benefit.h, where the set-up is how many times what was planned is
 *      spent in the end; which share works in each month; money that goes out once.
 * Out: value today, rate, months until it is back and the deepest purse, each by the
 *      likeliest of everything and over seeded draws; the effect that brings nothing; what
 *      each part alone does to the value between its own 5 and 95 %.
 * Source: hw-benefit.h and hw-cash-flow.h; the chart of one part at a time: Eschenbach
 *      (1992), "Spiderplots versus tornado diagrams", Interfaces 22(6).
 * Checked against: hw_cash_flow of the likeliest flow, LibreOffice's NPV() and IRR() on
 *      the exported sheet (tests/report), and the closed form of the mean.
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include "engine/money/hw-benefit.h"

G_BEGIN_DECLS

typedef struct
{
  HwBenefitInput base;     /* years is not looked at; set-up: times of @out */
  const double  *share;    /* length n_months: 0..1 of it works in that month */
  const double  *out;      /* length n_months + 1: money out once, as planned; the first before the start */
  gsize          n_months; /* 1 or more */
} HwRampInput;

typedef struct
{
  double  *net;            /* (owned) length n: by the likeliest of everything */
  double  *low, *middle, *high; /* (owned) length n: what is in and out by then, 5, 50 and 95 % */
  double  *lo80, *hi80, *lo95, *hi95; /* (owned) length n: net of each month, 4 times in 5 and 19 in 20 */
  double  *sum_lo80, *sum_hi80, *sum_lo95, *sum_hi95; /* (owned) length n: the same of what is in and out by then */
  gsize    n;              /* n_months + 1 */
  double   npv;            /* of net */
  double   irr;            /* a year, of net; NAN */
  double   payback;        /* months, of net; NAN: not in this time */
  double   trough;         /* of net */
  gsize    trough_at;      /* month */
  HwSpread npvs, irrs, paybacks, troughs; /* irrs and paybacks: of the draws that have one */
  HwSpread cost;           /* money out until all of it works, running cost and all */
  double   cost_90;        /* nine of ten draws cost no more */
  double   pays;           /* share of draws with a value above 0 */
  double   never;          /* share that is not paid back in this time */
  double   break_even;     /* effect at which the likeliest value is nothing; NAN */
  double   worst[HW_BENEFIT_N], best[HW_BENEFIT_N]; /* value with that part at its bad and its good end */
} HwRamp;

/* BAD_VALUE; CANCELLED. */
gboolean hw_ramp_run   (const HwRampInput *input, const HwTick *tick, HwRamp *ramp, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_ramp_clear (HwRamp *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwRamp, hw_ramp_clear)

G_END_DECLS
