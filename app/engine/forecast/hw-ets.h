/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets.h: exponential smoothing: one recursion for the whole family.
 *
 * Simple, Holt, damped and Holt-Winters (additive, multiplicative) differ only
 * in which parts are there. This unit runs the recursion and looks ahead; hw-ets-fit
 * finds its parameters.
 *
 * In:  a series, oldest first; NAN where nothing was observed.
 * Out: states, one-step errors, means and spreads ahead.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { HW_TREND_NONE, HW_TREND_ADDITIVE, HW_TREND_DAMPED } HwTrend;
typedef enum { HW_SEASON_NONE, HW_SEASON_ADDITIVE, HW_SEASON_MULTIPLICATIVE } HwSeasonKind;

typedef struct
{
  HwTrend      trend;
  HwSeasonKind kind;
  int          season;    /* periods, >= 2; 1 with HW_SEASON_NONE */
} HwEtsSpec;

typedef struct
{
  double alpha;           /* level, 0 < alpha < 1 */
  double beta;            /* trend, 0 < beta < alpha; 0 without trend */
  double gamma;           /* season, 0 < gamma < 1 - alpha; 0 without */
  double phi;             /* damping: 1 for a straight trend, 0 without */
} HwEtsParams;

typedef struct
{
  double  level;          /* [units] */
  double  trend;          /* [units per period] */
  double *seasonal;       /* (owned) length season: [units], or a factor; by period index modulo season */
} HwEtsState;

typedef struct
{
  double squares;         /* sum of squared errors: in units, or relative if multiplicative */
  double log_means;       /* sum of ln(one-step mean); multiplicative only */
  gsize  n;               /* periods observed */
} HwEtsErrors;

void     hw_ets_state_init  (HwEtsState        *state,
                             int                season);
void     hw_ets_state_copy  (HwEtsState        *to,
                             const HwEtsState  *from,
                             int                season);
void     hw_ets_state_clear (HwEtsState        *state);

gboolean hw_ets_filter      (const HwEtsSpec   *spec,
                             const HwEtsParams *params,
                             const double      *y,
                             gsize              from,
                             gsize              to,
                             HwEtsState        *state,
                             double            *one_step,
                             HwEtsErrors       *errors);

void     hw_ets_mean        (const HwEtsSpec   *spec,
                             const HwEtsParams *params,
                             const HwEtsState  *state,
                             gsize              next,
                             gsize              horizon,
                             double            *mean);

void     hw_ets_spread      (const HwEtsSpec   *spec,
                             const HwEtsParams *params,
                             const HwEtsState  *state,
                             gsize              next,
                             double             sigma,
                             gsize              horizon,
                             double            *sd,
                             double            *sum_sd);

G_END_DECLS
