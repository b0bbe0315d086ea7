/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-history.h: a series as the forecasting methods see it.
 *
 * In:  what was sold, as it came.
 * Out: the same from its first observed period on, in units of its own mean, with what sold
 *      out filled up; or the reason why there is nothing to forecast from.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-forecast.h"

G_BEGIN_DECLS

typedef struct
{
  double  *demand;   /* (owned) the whole history */
  double  *seen;     /* (owned) the same, NAN where it sold out */
  double  *y;        /* the last stretch of demand, length n: what the methods get */
  double  *actual;   /* the same stretch of seen */
  gsize    n;
  gsize    start;    /* where the history begins in the input */
  gsize    observed;
  double   scale;    /* units in one */
  double   level;    /* mean of demand */
  double   lost;
  double   nothing;  /* share of periods without demand */
} HwHistory;

gboolean hw_history_take  (const HwForecastInput  *input,
                           HwHistory              *history,
                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_history_clear (HwHistory              *history);

/* (transfer full): units lost in each period of @input; one longer than it */
double  *hw_history_lost  (const HwHistory        *history,
                           const HwForecastInput  *input) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwHistory, hw_history_clear)

G_END_DECLS
