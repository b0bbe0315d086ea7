/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict.h: whether a trial helped: what happened beside what the business's own
 * forecast expected, judged against quiet weeks of its own past.
 */
#pragma once

#include "domain/hw-trend.h"

G_BEGIN_DECLS

#define HW_USED_LEAST 0.6 /* done the new way less often, it was not tested */

typedef enum
{
  HW_VERDICT_GO,
  HW_VERDICT_EXTEND,
  HW_VERDICT_CHANGE,
  HW_VERDICT_STOP,
} HwAdvice;

/* Why a verdict that was reached is to be taken with care. */
typedef enum
{
  HW_CAUTION_NONE,
  HW_CAUTION_FEW_WEEKS,   /* before the start: quiet stretches are few, and a year was not seen twice */
  HW_CAUTION_WANDERS,     /* the figure's level moved about by itself before the start */
} HwCaution;

typedef enum
{
  HW_JUDGED,
  HW_JUDGE_NOT_STARTED,   /* no week of the trial is over */
  HW_JUDGE_TOO_SHORT,     /* too few weeks before the start */
  HW_JUDGE_NO_FIGURE,     /* the metric is not known in these weeks */
} HwJudgeState;

typedef struct
{
  HwJudgeState   state;
  const HwMetric *metric;
  HwDay          start, end;     /* of the trial's whole weeks */
  guint          n_weeks;        /* judged */
  guint          n_before;       /* weeks on record before the start */
  double         carry;          /* how much of a week's deviation is left a week later, before the start */
  guint          n_quiet;        /* stretches of the past looked at */
  guint          n_as_large;     /* of these with a gap at least as large */
  double         p;              /* (1 + n_as_large) / (1 + n_quiet) */
  double         effect;         /* mean weekly gap, actual less expected and less what quiet weeks drift, in the metric's unit */
  double         low, high;      /* the range that holds it, 90 %, from the quiet gaps */
  double         share;          /* effect as a share of what was expected; NAN */
  double         worth;          /* the effect worth having, in the metric's unit, below 0 where lower is better; NAN */
  double         money_month, money_low, money_high;  /* net of running cost, if the metric is money; NAN */
  double         cost_month;     /* running cost that is taken off of the money; 0 if it is no money */
  double         margin;         /* share of sales counted as money gained; NAN: all of them, as costs are not known */
  guint          n_planned;      /* weeks, as first planned */
  double         used;           /* mean of the check-ins, 0..1; NAN if none */
  gboolean       cannot_tell;    /* the range holds both nothing and what is worth having */
  HwAdvice       advice;
  GArray        *gaps;           /* (owned) of double: the quiet gaps less their drift, oldest first */
  GArray        *actual;         /* (owned) of HwTrendPoint: weeks before and during */
  GArray        *expected;       /* (owned) of HwTrendAhead: the weeks of the trial */
} HwVerdict;

HwVerdict  *hw_verdict_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void        hw_verdict_free   (HwVerdict *self);
const char *hw_advice_id      (HwAdvice advice); /* "go" */
const char *hw_advice_name    (HwAdvice advice); /* translated */
/* Of a verdict that was reached; the weeks count first. */
HwCaution   hw_verdict_caution (const HwVerdict *self);
/* Fills cannot_tell and advice from the rest: the table is in hw-verdict.c. */
void        hw_verdict_decide (HwVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwVerdict, hw_verdict_free)

G_END_DECLS
