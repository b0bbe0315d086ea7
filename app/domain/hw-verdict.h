/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict.h: whether a trial helped: what happened beside what would have happened
 * without it, what that is worth, and what the rule advises.
 *
 * A share is what was changed of what would have been, in the direction of the figure:
 * -0.1 is a tenth less. "Good" turns the sign where lower is better.
 */
#pragma once

#include "domain/hw-guard.h"
#include "domain/hw-lock.h"
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

/* Why it is advised. */
typedef enum
{
  HW_WHY_PAYS,              /* go: likely enough that it pays */
  HW_WHY_WORTH_KNOWING,     /* extend: open, and more weeks are worth what they cost */
  HW_WHY_NOT_TESTED,        /* change: too seldom done the new way */
  HW_WHY_LIMIT_BROKEN,      /* change: it moved the right way, but a limit was crossed */
  HW_WHY_DUTIES_OPEN,       /* change: likely enough, but something that must be done is not */
  HW_WHY_HARM,              /* stop */
  HW_WHY_DOES_NOT_PAY,      /* stop: unlikely */
  HW_WHY_STILL_OPEN,        /* stop: not clear after the last look */
  HW_WHY_NOT_WORTH_KNOWING, /* stop: finding out costs more than it saves, or would not tell more */
  HW_WHY_N,
} HwVerdictWhy;

/* Why a verdict that was reached is to be taken with care. */
typedef enum
{
  HW_CAUTION_NONE,
  HW_CAUTION_FEW_WEEKS,   /* before the start: quiet stretches are few, and a year was not seen twice */
  HW_CAUTION_WANDERS,     /* the figure's level moved about by itself before the start */
  HW_CAUTION_DISAGREE,    /* another way of judging comes to something else */
} HwCaution;

typedef enum
{
  HW_JUDGED,
  HW_JUDGE_NOT_STARTED,   /* no week of the trial is over */
  HW_JUDGE_TOO_SHORT,     /* too few weeks before the start */
  HW_JUDGE_NO_FIGURE,     /* the metric is not known in these weeks */
  HW_JUDGE_TOO_EARLY,     /* the plan says when to look: not before next_look */
  HW_JUDGE_TOO_FEW,       /* so few pairs, blocks or people that no result could tell */
} HwJudgeState;

/* Parts of the money, as they matter. */
typedef enum
{
  HW_PART_EFFECT,
  HW_PART_LOST,           /* of the effect, when it is used everywhere */
  HW_PART_VOLUME,
  HW_PART_MARGIN,
  HW_PART_RUNNING,
  HW_PART_HOURS,
  HW_PART_SET_UP,
  HW_PART_N,
} HwVerdictPart;

const char *hw_verdict_part_name (HwVerdictPart part); /* translated */

/* Likeliest, and 5 and 95 of a hundred draws. */
typedef struct
{
  double low, middle, high;
} HwFan;

/* What is in and out by the end of a month of use everywhere, all added up; the first
 * stands for the start, when only the set-up is out. */
typedef struct
{
  double plan;              /* by the likeliest of everything */
  double lo80, hi80, lo95, hi95; /* 4 times in 5 and 19 in 20 */
} HwVerdictMonth;

#define HW_VERDICT_MONTHS 24

/* What it brings where the figure is money, or stands for money; all in money a year
 * unless said. Parts are the likeliest of each. */
typedef struct
{
  gboolean known;
  double   volume;          /* it works on */
  double   margin;          /* share of that money that stays; 1 where the volume is cost */
  double   lost;            /* share of the effect lost when it is used everywhere */
  double   effect;          /* share, good, held back by the sceptical prior */
  double   effect_sd;
  double   running, hours, wage, set_up; /* money a year, hours a week, money an hour, money once for the trial */
  guint    years;           /* it lasts */
  double   rate;            /* share a year by which later money counts less */
  HwFan    year;            /* net */
  HwFan    npv;             /* over the years */
  HwFan    payback;         /* in years, of the draws in which it pays back */
  double   never;           /* share of the draws in which it does not */
  double   break_even;      /* share, good, at which a year brings nothing */
  double   know_all;        /* money it would save to know for sure */
  double   know_more;       /* ... to try for as long again */
  double   cost_more;       /* what that costs */
  double   matters[HW_PART_N]; /* rank correlation with the year's money */
  HwVerdictMonth months[HW_VERDICT_MONTHS + 1];
  double   back;            /* months of use everywhere until the set-up is back, by the likeliest; NAN: not in these */
} HwVerdictMoney;

/* Another figure that moved clearly while it was tried. */
typedef struct
{
  const HwMetric *metric;
  double          share;    /* more or less than in the half year before, season and all */
} HwVerdictFound;

typedef struct
{
  HwJudgeState   state;
  HwDesign       design;
  gboolean       locked;         /* the plan was fixed before the start */
  const HwMetric *metric;
  HwDay          start, end;     /* of the trial's whole weeks */
  HwDay          next_look;      /* as planned; HW_DAY_NONE */
  gboolean       last_look;      /* it was tried for longer once: what is open now stays open */
  guint          n_weeks;        /* judged */
  guint          n_planned;      /* weeks, as first planned */
  guint          n_before;       /* weeks on record before the start */
  guint          n_units;        /* pairs, blocks, customers or shops that were looked at; 0: one series */
  guint          n_needed;       /* TOO_FEW: units it takes */
  double         carry;          /* how much of a week's deviation is left a week later, before the start; NAN */

  /* The test, at 5 %. */
  double         p;              /* both ways */
  double         attainable;     /* the smallest p that such a trial can give; 0: any */
  double         share;          /* the effect; NAN */
  double         share_low, share_high; /* the range that holds it, 95 % */
  double         se;             /* standard error of the share */
  double         effect;         /* the same a week, in the metric's unit */
  double         low, high;      /* 90 %, as money is shown */
  double         usual;          /* of a week without the change, in the metric's unit */
  double         worth;          /* the effect worth having, in the metric's unit, below 0 where lower is better; NAN */
  gboolean       cannot_tell;    /* the 95 % range holds both nothing and what is worth having */

  /* Beside it. */
  guint          n_quiet;        /* stretches of the past looked at */
  guint          n_as_large;     /* of these with a gap at least as large */
  GArray        *gaps;           /* (owned) of double: their gaps a week in the metric's unit, oldest first */
  double         cross, cross_se; /* share that a level which walks comes to; NAN */
  gboolean       agrees;         /* within one standard error of the share; TRUE where not asked */
  double         naive;          /* share by which the weeks differ from the 26 before: misleading; NAN */
  double         naive_low, naive_high; /* 95 %, as if weeks were independent */
  double         used;           /* mean of the check-ins, 0..1; NAN if none */
  GPtrArray     *guards;         /* (owned) of HwGuardLight */
  guint          trial_no;       /* which trial of this business it is, from 1 */
  double         useless_kept;   /* share of trials that bring nothing which the rule would keep; NAN */
  double         prior_sd;       /* of the sceptical prior, share */

  HwAdvice       advice;
  HwVerdictWhy   why;
  double         pays;           /* chance that it brings more than it costs; where money is not known, that it helps */
  HwVerdictMoney money;
  double         money_month, money_low, money_high;  /* it brings a month once everything runs, running cost taken off, set-up
                                                       * not: the likeliest, 90 %; NAN: not money */
  double         cost_month;     /* running cost that is taken off of the money; 0 if it is no money */
  double         margin;         /* share of sales counted as money gained; NAN: all of them, as costs are not known */

  GArray        *actual;         /* (owned) of HwTrendPoint: weeks before and during */
  GArray        *expected;       /* (owned) of HwTrendAhead: the weeks of the trial */
  GArray        *found;          /* (owned) of HwVerdictFound: what else was seen, to be tested */
} HwVerdict;

HwVerdict  *hw_verdict_new     (void) G_GNUC_WARN_UNUSED_RESULT;
/* One more owner; what is shared is not changed any more. */
HwVerdict  *hw_verdict_ref     (HwVerdict *self) G_GNUC_WARN_UNUSED_RESULT;
void        hw_verdict_free    (HwVerdict *self); /* by its last owner */
const char *hw_advice_id       (HwAdvice advice); /* "go" */
const char *hw_advice_name     (HwAdvice advice); /* translated */
const char *hw_verdict_why_id  (HwVerdictWhy why); /* "pays" */
const char *hw_verdict_why_text (HwVerdictWhy why); /* translated: one sentence */
/* 1 where a higher figure is good, -1 where a lower one is. */
double      hw_verdict_way     (const HwVerdict *self);
/* Of a verdict that was reached; the weeks count first. */
HwCaution   hw_verdict_caution (const HwVerdict *self);
/* A hard limit was crossed, or any. */
gboolean    hw_verdict_harmed  (const HwVerdict *self, gboolean hard);
/* Whether another figure got worse while it was tried. */
gboolean    hw_verdict_found_is_bad (const HwVerdictFound *found);
/* Whether something speaks against keeping what it advises to keep: a limit that was
 * crossed or is near, or another figure that got worse. */
gboolean    hw_verdict_has_but (const HwVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwVerdict, hw_verdict_free)

G_END_DECLS
