/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out.h: what worked in a trial, done everywhere, wave by wave: when it will be
 * done, what it costs and brings month by month, who still has to be shown how, and
 * whether it comes as planned.
 *
 * A wave is an entry of kind ROLL_OUT (hw_roll_out_form). Waves made by lot keep beside
 * their answers: items (product ids with spaces between), class (0: most benefit for the
 * effort), weight (what its items sold in a year). The initiative keeps what was said in
 * the form of the waves: budget, support, exit_cost.
 */
#pragma once

#include "domain/hw-gate.h"
#include "domain/hw-training.h"

G_BEGIN_DECLS

/* How the waves are to be made: how many shelves, sites or teams, or all products by
 * category; per wave, weeks, money; and what it costs beyond the plan. */
extern const HwForm hw_waves_form;

/* Whether a wave helped, beside those that had not begun. */
typedef enum
{
  HW_WAVE_NOT_OVER,     /* not begun, or too few weeks since */
  HW_WAVE_NO_ITEMS,     /* it does not say which products or shops it is about */
  HW_WAVE_FEW,          /* too few of them, or nobody left beside it: cannot tell */
  HW_WAVE_JUDGED,
} HwWaveJudge;

#define HW_WAVE_WEEKS_LEAST 2

typedef struct
{
  HwEntry     *entry;      /* (owned) */
  HwDay        from, to;   /* as planned */
  gboolean     done;
  HwDay        done_on;    /* HW_DAY_NONE */
  double       money;      /* planned, once */
  double       people, trained;
  int          class_of;   /* -1: not by lot */
  double       share;      /* of what all of it brings; those of all waves are 1 */
  double       slack;      /* days it may be late without the end being late */
  double       critical;   /* chance that it holds up the end */
  HwDay        ends_50, ends_90; /* done by then, in half and in nine of ten cases */
  HwWaveJudge  judge;
  guint        n_items, n_others, n_weeks; /* that were compared */
  double       effect, low, high; /* shares, 90 %; NAN */
  double       p;          /* NAN */
} HwWave;

/* Why there is no money, or that there is. */
typedef enum
{
  HW_SCALE_MONEY,
  HW_SCALE_NO_WAVES,
  HW_SCALE_NO_VERDICT,     /* the trial was not judged */
  HW_SCALE_NOT_MONEY,      /* its figure does not say how much money it is worth */
} HwScaleState;

const char *hw_scale_state_text (HwScaleState state); /* translated: what is missing; "" if nothing is */

/* 5, 50 and 95 % of the draws; NAN where there is none. */
typedef struct
{
  double low, middle, high;
} HwMoneyRange;

typedef struct
{
  HwDay  from;             /* first day of the month; that of the first is before the start */
  double plan;             /* net, by the likeliest of everything */
  double out, gain, running; /* what it is made of: gain - running - out */
  double actual;           /* net, as it came; NAN: not over, or not known */
  double so_far;           /* plan added up */
  HwMoneyRange range;      /* of what is in and out by then */
  double lo80, hi80, lo95, hi95; /* of the plan, 4 times in 5 and 19 in 20 */
} HwScaleMonth;

/* What one part alone does to the value today between its own 5 and 95 %. */
typedef struct
{
  const char *name;        /* translated, static: "Effect of the change" */
  double      worst, best; /* value today */
} HwSwing;

/* Money out over the whole time, by what for. */
typedef enum
{
  HW_COST_SET_UP,
  HW_COST_HOURS,
  HW_COST_TRAINING,
  HW_COST_SUBSCRIPTION,
  HW_COST_SUPPORT,
  HW_COST_EXIT,
  HW_COST_N,
} HwCostKind;

const char *hw_cost_name (HwCostKind kind); /* translated */

typedef struct
{
  HwEntry      *initiative; /* (owned) */
  HwDay         as_of;
  GPtrArray    *waves;      /* (owned) of HwWave, by from */

  HwDay         planned;    /* all is done by then; HW_DAY_NONE without waves */
  HwDay         ends_50, ends_90; /* as things stand */
  double        slip;       /* steps took so many times as long as planned; 1 where none are done */
  guint         n_done, n_in_time;

  HwScaleState  state;
  const HwMetric *metric;   /* (nullable) */
  double        found;      /* share, better above 0, as the trial showed it */
  double        effect, effect_low, effect_high; /* share of it that is counted, 90 % */
  double        lost;       /* share of it thought lost on the way */
  double        volume;     /* money a year it works on */
  double        margin;     /* share of that money that stays; 1: all, or costs are not known */
  gboolean      margin_known;
  double        running;    /* money a month once all of it works */
  double        hours, wage; /* of it: hours a week as the trial took, money an hour */
  double        support;    /* of it: money a month that the trial did not need */
  double        month;      /* money in less running, a month once all of it works; NAN */
  GArray       *months;     /* (owned) of HwScaleMonth; the first before the start */
  double        rate;       /* share a year by which later money counts less */
  double        npv, irr, payback; /* of the plan: money, share a year, months; NAN */
  HwMoneyRange  npvs, irrs, paybacks, troughs;
  double        pays, never; /* chances: worth more than nothing; not back in this time */
  double        trough;     /* the most that is out at any time */
  HwDay         trough_month;
  double        break_even; /* share: it pays, with what the steps cost, as long as the effect is at least that; NAN */
  double        even_trial; /* the same without the steps, as the verdict says; NAN */
  double        cost, cost_90; /* until all of it works: likeliest, and nine of ten cases cost no more */
  double        budget;     /* NAN: not said */
  GArray       *swings;     /* (owned) of HwSwing, the widest first */
  double        owned[HW_COST_N], owned_all; /* over the whole time */

  double        people, trained;
  GPtrArray    *training;   /* (owned) of HwTrainingDue, by role */
  double        train_hours; /* for those still to be shown how */

  double        ratio;      /* what the waves brought as a share of what was planned; NAN */
  guint         n_judged;   /* waves of which that is known */
  guint         n_red;      /* limits that were broken */
  char         *but;        /* (owned) (nullable) what the verdict of the trial warns of, in words */
  GArray       *gate_scale, *gate_live; /* (owned) of HwGateLine */
} HwRollOut;

HwRollOut *hw_roll_out_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       hw_roll_out_free (HwRollOut *self);
HwWave    *hw_wave_new      (const HwEntry *entry) G_GNUC_WARN_UNUSED_RESULT; /* what its answers say */
void       hw_wave_free     (HwWave *self);

/* Share of the whole that works on @day, as planned or as done; and on the days from..to on
 * average. */
double     hw_roll_out_share (const HwRollOut *self, HwDay day, gboolean planned);
double     hw_roll_out_share_of (const HwRollOut *self, HwDay from, HwDay to, gboolean planned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwRollOut, hw_roll_out_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwWave, hw_wave_free)

G_END_DECLS
