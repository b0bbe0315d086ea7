/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/watch/hw-watch-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/watch/hw-watch-lines.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

#define FALSE_WEEKS 100.0 /* by the budget of hw-monitors.h */

static void
find_alerts (HwWatch        *watch,
             const HwFormat *format)
{
  g_autoptr (GPtrArray) loud = hw_watch_rank (watch);

  for (guint i = 0; i < loud->len; i++)
    g_ptr_array_add (watch->alerts, hw_watch_say_alert (g_ptr_array_index (loud, i), format));
}

static void
keep_weeks (HwWatch               *watch,
            const HwWatchForecast *forecast)
{
  for (gsize i = 0; i < forecast->n; i++)
    {
      const HwWatchWeek week = {
        hw_watch_forecast_day (forecast, i), forecast->sold[i], forecast->expected[i], forecast->low[i], forecast->high[i],
        forecast->before[i], i >= forecast->from,
      };

      g_array_append_val (watch->weeks, week);
    }
}

static gpointer
run (HwSession      *session,
     gconstpointer   request G_GNUC_UNUSED,
     const HwTick   *tick,
     GError        **error)
{
  g_autoptr (HwWatch) watch = hw_watch_new ();
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_auto (HwWatchForecast) forecast = { 0 };
  g_autoptr (GPtrArray) quiet = NULL;

  watch->as_of = hw_session_get_today (session);
  watch->false_weeks = FALSE_WEEKS;
  if (!hw_watch_forecast_load (session, tick, &forecast, error))
    return NULL;

  keep_weeks (watch, &forecast);
  hw_watch_add_forecast (watch, &forecast, format);
  quiet = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_QUIET, 0, FALSE, error);
  if (quiet == NULL || !hw_watch_add_input (watch, session, forecast.last, format, error) ||
      !hw_watch_add_use (watch, session, format, error) || !hw_watch_add_benefit (watch, session, format, error) ||
      !hw_watch_add_fair (watch, session, format, error) ||
      !hw_watch_add_safety (watch, session, error))
    return NULL;

  hw_watch_hush (watch, quiet);
  find_alerts (watch, format);
  return g_steal_pointer (&watch);
}

static void
free_result (gpointer data)
{
  hw_watch_free (data);
}

const HwJob hw_watch_job = {
  .id = "watch",
  .busy = N_("Looking whether all runs as it should"),
  .run = run,
  .free_result = free_result,
};
