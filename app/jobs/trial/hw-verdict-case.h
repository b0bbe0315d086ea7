/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict-case.h: one trial while it is judged, and what each way of judging gives.
 *
 * In:  the initiative, its lock if the plan was fixed, the records up to the look.
 * Out: the effect with its range in the verdict, what happened and what was expected.
 * Thread: that of the store. Private to jobs/.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-verdict.h"
#include "engine/money/hw-benefit.h"
#include "jobs/hw-session.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

#define HW_VERDICT_DRAWS 9999
#define HW_VERDICT_WEEKS_BEFORE 26  /* that a trial is held against, where not all of the past is */

typedef struct
{
  HwSession     *session;
  HwStore       *store;
  const HwEntry *entry;
  const HwLock  *lock;       /* (nullable) older trials have none */
  HwVerdict     *verdict;
  HwDay          from;       /* of the trial, as planned */
  HwDay          to;         /* last day that may be judged at this look */
  guint64        seed;
  double         reach;      /* sales that the change would work on, as so many times those of the series shown */
} HwVerdictCase;

/* What a test found, on logs of the metric or in its unit. */
typedef struct
{
  gboolean logs;
  double   effect, p, attainable;
  double   low95, high95, low90, high90;
  double   usual;            /* of a week without the change, metric's unit, of the series shown */
} HwVerdictTest;

#define HW_VERDICT_YEARS 3 /* a change is thought to last */

/* What the money is made of, beside the effect. */
typedef struct
{
  HwPert volume, margin, running, hours; /* money a year, share, money a year, a week */
  double wage, set_up, lost;
} HwVerdictParts;

/* Puts it into the verdict; TOO_FEW where the range has no end. */
void     hw_verdict_take       (HwVerdictCase *self, const HwVerdictTest *test);

/* The weeks that the trend holds of the trial, as start, end and n_weeks of the verdict;
 * FALSE if none is over. @first: where they begin. */
gboolean hw_verdict_find_weeks (HwVerdictCase *self, const GArray *past, guint *first);
/* One week, into actual. */
void     hw_verdict_add_week   (HwVerdictCase *self, HwDay from, double value);
/* One week of the trial, into expected: the middle, and one standard error around it, in
 * logs or not. */
void     hw_verdict_add_ahead  (HwVerdictCase *self, HwDay from, double mean, double sd, gboolean logs);

/* The whole weeks of the trial in which sales are known, as start, end and n_weeks of the
 * verdict: none before it has begun. @first: of all sales. */
gboolean hw_verdict_find_days  (HwVerdictCase *self, HwDay *first, GError **error) G_GNUC_WARN_UNUSED_RESULT;
double   hw_verdict_mean_week  (const double *weeks, guint from, guint to);
/* Both groups week by week, @n of them from @first on, the trial from week @start: the
 * others, as many times as the chosen are to expect, say what would have been. */
void     hw_verdict_keep_groups (HwVerdictCase *self, HwDay first, const double *chosen, const double *others, guint n, guint start);

/* Each fills the verdict's state. FALSE with @error only for what stops all work. */
typedef gboolean (*HwVerdictFunc) (HwVerdictCase *self, const HwTick *tick, GError **error);

gboolean hw_verdict_items      (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_verdict_customers  (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_verdict_switchback (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_verdict_sites      (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_verdict_series     (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The figure by weeks that begin on the trial's first day; (transfer full). NO_SALES. */
HwTrend *hw_verdict_load_trend (HwVerdictCase *self, const char *metric, gint64 product, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* From the effect to money, the rule and what is beside it. */
gboolean hw_verdict_weigh      (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What it brings, with all the doubt in it; after the effect is weighed. */
gboolean hw_verdict_money      (HwVerdictCase *self, const HwVerdictParts *parts, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Before and after without any care; and what else moved. */
void     hw_verdict_naive      (HwVerdictCase *self);
gboolean hw_verdict_find_more  (HwVerdictCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How judging ended. @found: (transfer full) (nullable): where it only says that there is too
 * little, that is the answer: @state; else it is passed on. */
gboolean hw_verdict_judged     (HwVerdictCase *self, HwJudgeState state, GError *found, GError **error);

G_END_DECLS
