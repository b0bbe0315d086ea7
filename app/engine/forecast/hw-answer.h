/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-answer.h: the mix and its chances as the answer that the caller gets: in the
 * units of the input, with known things put in, whole where sales are, with totals
 * and with how it would have held.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-mix.h"

G_BEGIN_DECLS

typedef struct
{
  const double *q;      /* horizon * HW_LEVELS */
  const double *past_q; /* origins * plan.horizon * HW_LEVELS */
  double        next;   /* how errors go together one step apart, 0 to 1, */
  double        apart;  /* and half a horizon and more apart */
} HwAnswerChances;

void hw_answer_take (const HwForecastInput *input,
                     const HwPrepared      *series,
                     const HwBacktest      *backtest,
                     const HwMix           *mix,
                     const double          *weight,
                     const HwAnswerChances *chances,
                     HwForecastResult      *result);

/* The median and the ends that are shown, from means and quantiles. */
void hw_answer_fill_ranges (HwForecastResult *out);

G_END_DECLS
