/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-prepared.h: a series made ready for the families: from its first observed period on,
 * freed of what known things did, with what sold out filled up, gaps stopped and
 * spikes clipped, in units of its own mean.
 *
 * In:  the series as it came.
 * Out: a view that every family can take; or why there is nothing to forecast from.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-history.h"

G_BEGIN_DECLS

typedef struct
{
  HwHistory    history;   /* (owned) */
  double      *y;         /* (owned) length view.n, complete */
  guint8      *filled;    /* (owned) length view.n */
  double      *actual;    /* (owned) length view.n: what forecasts are compared with; NAN: nothing */
  HwSeriesView view;      /* borrows y and filled */
  double      *spikes;    /* (owned) length n_spikes, from low to high: what was left aside */
  gsize        n_spikes;
  double       thinned;   /* what hw_lift_take_out() returned */
  gboolean     whole;     /* sold in whole units */
  double       zeros;     /* share of the observed periods without demand */
  gboolean     now_and_then; /* many periods are empty, and not always the same of a season */
  gboolean     lumpy;     /* many are empty, whichever, or sold a few at a time */
  gboolean     non_negative;
} HwPrepared;

gboolean hw_prepared_take  (const HwForecastInput  *input,
                            gsize                   horizon,
                            HwPrepared             *prepared,
                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_prepared_clear (HwPrepared             *prepared);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwPrepared, hw_prepared_clear)

G_END_DECLS
