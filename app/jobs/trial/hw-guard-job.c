/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_guard_job: the limits of a trial, week by week, and how likely it does harm. */
#include "jobs/trial/hw-pilot-job.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-trend-job.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-guard-harm.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Weeks of the trial, NAN where the figure is not known. */
static GArray *
take_weeks (const HwTrend *trend,
            HwDay          start,
            HwDay          end)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);
      const double value = point->state == HW_METRIC_OK ? point->value : NAN;

      if (point->from >= start && point->to <= end)
        g_array_append_val (weeks, value);
    }

  return weeks;
}

static gboolean
judge (HwSession      *session,
       HwGuardLight   *light,
       HwDay           start,
       HwDay           end,
       const HwTick   *tick,
       GError        **error)
{
  const HwTrendRequest request = {
    .metrics = { hw_answers_get_text (light->guard->answers, "metric") }, .step = HW_TREND_WEEK, .starts = start,
  };
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) trends = NULL;
  g_autoptr (GArray) weeks = NULL;

  if (hw_metric_find_computed (request.metrics[0]) == NULL)
    return TRUE;

  trends = hw_trend_job.run (session, &request, tick, &local);
  if (trends == NULL && g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return TRUE;

  if (trends == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  weeks = take_weeks (g_ptr_array_index (trends, 0), start, end);
  hw_guard_light_judge (light, (const double *) weeks->data, weeks->len);
  return TRUE;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const gint64 id = *(const gint64 *) request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GPtrArray) lights = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_guard_light_free);
  g_autoptr (HwEntry) initiative = hw_entry_repo_load (store, id, HW_ENTRY_LAST, error);
  g_autoptr (GPtrArray) guards = initiative != NULL ? hw_entry_repo_list (store, HW_ENTRY_GUARD, id, FALSE, error) : NULL;
  g_autoptr (HwLock) lock = NULL;
  HwGuardLight *harm = NULL;
  HwDay start, end;

  if (guards == NULL || !hw_pilot_load_lock (session, id, &lock, error))
    return NULL;

  /* As long as it runs, also beyond the end that was planned. */
  start = lock != NULL ? lock->start : hw_answers_get_day (initiative->answers, "start");
  end = hw_answers_get_day (initiative->answers, "end");
  for (guint i = 0; i < guards->len; i++)
    {
      HwTickPart part = { tick, (double) i / guards->len, (i + 1.0) / guards->len };
      const HwTick within = HW_TICK_PART (&part);
      HwGuardLight *light = hw_guard_light_new (g_ptr_array_index (guards, i));

      g_ptr_array_add (lights, light);
      if (start != HW_DAY_NONE && end != HW_DAY_NONE && !judge (session, light, start, end, &within, error))
        return NULL;
    }

  if (lock != NULL && !hw_guard_harm (session, initiative, lock, tick, &harm, error))
    return NULL;
  if (harm != NULL)
    g_ptr_array_add (lights, harm);

  return g_steal_pointer (&lights);
}

const HwJob hw_guard_job = {
  "guard", N_("Looking at the limits"), run, g_free, (GDestroyNotify) g_ptr_array_unref, FALSE
};
