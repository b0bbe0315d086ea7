/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-guard-harm.h"

#include "core/hw-error.h"
#include "domain/hw-initiative.h"
#include "engine/math/hw-special.h"
#include "engine/trial/hw-harm-stop.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-verdict-case.h"

#include <math.h>

#define TOLERANCE 0.5    /* of the effect worth having: less harm than that is borne */
#define STOPPED 0.05     /* share of harmless trials that may be stopped over all weeks */
#define DRAWS 20000
#define WATCH 0.9        /* chance of harm from which on to look */

static HwVerdictFunc
find_test (HwDesign design)
{
  switch (design)
    {
    case HW_DESIGN_ITEMS:
      return hw_verdict_items;

    case HW_DESIGN_CUSTOMERS:
      return hw_verdict_customers;

    case HW_DESIGN_SWITCHBACK:
      return hw_verdict_switchback;

    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
      return hw_verdict_series;

    case HW_DESIGN_SITES:
      return hw_verdict_sites;

    case HW_DESIGN_N:
    default:
      return NULL;
    }
}

static HwGuardLight *
make_light (const HwVerdict *verdict,
            const HwLock    *lock,
            gint64           id)
{
  const double way = verdict->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  const double chance = hw_normal_below ((-TOLERANCE * lock->worth - way * verdict->share) / verdict->se);
  const guint weeks = MAX (hw_lock_weeks (lock), verdict->n_weeks);
  g_autoptr (HwEntry) guard = hw_entry_new (HW_ENTRY_GUARD, id);
  HwGuardLight *light;
  HwHarmStop stop;

  if (!hw_harm_stop_run (weeks, STOPPED, DRAWS, weeks, &stop))
    return NULL;

  hw_answers_set (guard->answers, "metric", lock->metric);
  hw_answers_set (guard->answers, "side", "most");
  hw_answers_set (guard->answers, "harm", "yes");
  hw_answers_set (guard->answers, "hard", "yes");
  hw_answers_set_number (guard->answers, "limit", stop.limit);
  light = hw_guard_light_new (guard);
  light->value = chance;
  light->n_weeks = verdict->n_weeks;
  light->light = chance >= stop.limit ? HW_LIGHT_RED : chance >= WATCH ? HW_LIGHT_AMBER : HW_LIGHT_GREEN;
  return light;
}

gboolean
hw_guard_harm (HwSession      *session,
               const HwEntry  *initiative,
               const HwLock   *lock,
               const HwTick   *tick,
               HwGuardLight  **light,
               GError        **error)
{
  const HwDay today = hw_session_get_today (session), end = hw_answers_get_day (initiative->answers, "end");
  const HwVerdictFunc test = find_test (lock->design);
  g_autoptr (HwVerdict) verdict = hw_verdict_new ();
  g_autoptr (GError) local = NULL;
  HwVerdictCase of = {
    .session = session, .store = hw_session_get_store (session), .entry = initiative, .lock = lock, .verdict = verdict,
    .from = lock->start, .to = MIN (today - 1, end), .seed = lock->seed, .reach = 1.0,
  };

  *light = NULL;
  verdict->metric = hw_metric_find_computed (lock->metric);
  verdict->design = lock->design;
  verdict->locked = TRUE;
  if (test == NULL || verdict->metric == NULL || of.to < of.from)
    return TRUE;

  if (!test (&of, tick, &local) && !g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (verdict->state == HW_JUDGED && isfinite (verdict->share) && verdict->se > 0.0)
    *light = make_light (verdict, lock, initiative->id);

  return TRUE;
}
