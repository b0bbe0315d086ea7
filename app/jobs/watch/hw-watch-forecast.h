/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-watch-forecast.h: a frozen forecast of the money taken each week, and what came: the
 * errors that monitors look at.
 *
 * The forecast is made once, from the weeks before the first error, and then only moved on
 * from week to week. Weeks begin on Monday. What is watched begins with the quarter (13
 * weeks) before the present one, so that a finding stays as it is from week to week; the
 * weeks before are the stable time.
 *
 * Thread: the worker's.
 */
#pragma once

#include "engine/watch/hw-monitors.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay      monday;   /* of the first error */
  HwDay      last;     /* of the last week */
  double    *all;      /* (owned) sold, of all weeks on record */
  gsize      learned;  /* of them, before the first error */
  gsize      n, from;  /* weeks with an error; watched from `from` on */
  double    *sold;     /* (owned) money a week; NAN: nothing was sold */
  double    *expected, *low, *high; /* (owned) of the forecast, 80 %; NAN */
  double    *before;   /* (owned) the week before; NAN */
  double    *error;    /* (owned) forecast less sold; NAN */
  double    *simple;   /* (owned) the week before less sold; NAN */
  double    *promise;  /* (owned) 1 inside the 80 % range, 0 outside; NAN */
  guint      missing;  /* weeks of sales still to come before anything can be said; 0: all is there */
  HwMonitors found;    /* of nothing while `missing` */
} HwWatchForecast;

/* NO_SALES. */
gboolean hw_watch_forecast_load  (HwSession        *session,
                                  const HwTick     *tick,
                                  HwWatchForecast  *self,
                                  GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_watch_forecast_clear (HwWatchForecast  *self);
/* Whether a year before, too, weeks went the same way from week @since on, and at least
 * half as far: then it may be the season. FALSE where that year is not on record. */
gboolean hw_watch_forecast_is_season (const HwWatchForecast *self, gsize since);
/* The day week @i begins. */
HwDay    hw_watch_forecast_day   (const HwWatchForecast *self, gsize i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwWatchForecast, hw_watch_forecast_clear)

G_END_DECLS
