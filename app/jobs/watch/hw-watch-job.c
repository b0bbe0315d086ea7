/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/watch/hw-watch-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-say-verdict.h"
#include "jobs/trial/hw-verdict-job.h"
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

HwWatch *
hw_watch_find (HwSession     *session,
               const HwTick  *tick,
               GError       **error)
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

/* What the verdicts of open trials warn of, in their words. */
static gboolean
add_cautions (HwWatch       *watch,
              HwSession     *session,
              const HwTick  *tick,
              GError       **error)
{
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_autoptr (GArray) buts = hw_verdict_buts_job.run (session, NULL, tick, error);

  for (guint i = 0; buts != NULL && i < buts->len; i++)
    {
      const gint64 id = g_array_index (buts, gint64, i);
      g_autoptr (HwEntry) entry = hw_entry_repo_load (hw_session_get_store (session), id, HW_ENTRY_LAST, error);
      g_autoptr (HwVerdict) verdict = entry != NULL ? hw_verdict_job.run (session, &id, tick, error) : NULL;
      HwWatchCaution *caution;

      if (verdict == NULL)
        return FALSE;

      caution = hw_watch_caution_new (id, hw_answers_get_text (entry->answers, "name"));
      caution->said = hw_say_verdict_against (verdict, format);
      g_ptr_array_add (watch->cautions, caution);
    }

  return buts != NULL;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request G_GNUC_UNUSED,
     const HwTick   *tick,
     GError        **error)
{
  HwTickPart parts[] = { { tick, 0.0, 0.5 }, { tick, 0.5, 1.0 } };
  const HwTick ticks[] = { HW_TICK_PART (&parts[0]), HW_TICK_PART (&parts[1]) };
  g_autoptr (HwWatch) watch = hw_watch_find (session, &ticks[0], error);

  return watch != NULL && add_cautions (watch, session, &ticks[1], error) ? g_steal_pointer (&watch) : NULL;
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
