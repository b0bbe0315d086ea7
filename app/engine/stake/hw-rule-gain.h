/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-rule-gain.h: what stocking by a simple rule costs more than stocking by a forecast,
 * on weeks that neither had seen.
 *
 * In:  a series, where it is cut, what one unit too much or too little costs.
 * Out: how much the simple rule, or a plain average, would have put there; what was
 *      lost by it; and what the difference comes to in a year.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stake/hw-stake-range.h"

G_BEGIN_DECLS

typedef struct
{
  const double *y;         /* length n: demand; NAN: not observed */
  gsize         n;
  gsize         origin;    /* only what lies before is known, below n */
  gsize         season;    /* periods in a week */
  double        over;      /* a unit too much costs, above 0 */
  double        under;     /* a unit too little, above 0 */
} HwRuleCase;

typedef enum
{
  HW_RULE_LAST_WEEK,       /* repeats the last week that is known */
  HW_RULE_AVERAGE,         /* the mean of the last eight of the same weekday */
  HW_RULE_ALL,             /* the mean of all of the same weekday, of eight at least */
} HwRule;

/* What the rule puts there in period @ahead after the origin, 0 the first: its figure,
 * and as much beside as its own misses so far call for. NAN: too short. */
double   hw_rule_stock (const HwRuleCase *self,
                        HwRule            rule,
                        gsize             ahead);

/* What is lost in each week after the origin; added to what is there. */
typedef struct
{
  double *last_week;
  double *average;
  double *all;
  double *forecast;
} HwRuleWeeks;

gboolean hw_rule_try   (const HwRuleCase  *self,
                        gsize              weeks,
                        const HwRuleWeeks *losses,
                        gsize             *n_tried,
                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  HwStakeRange range;      /* a year; certain: also beside plain averages */
  double       rule;       /* what the simple rule loses in the weeks tried */
  double       forecast;   /* what the forecast loses in them */
} HwRuleGain;

gboolean hw_rule_gain  (const HwRuleWeeks *losses,
                        gsize              n,
                        double             per_year,
                        double             least,
                        HwRuleGain        *out,
                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
