/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/today/hw-exception-job.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-goal-job.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-journey-load.h"
#include "jobs/stock/hw-shelf.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/today/hw-exceptions.h"
#include "jobs/watch/hw-watch-job.h"

#include <glib/gi18n-lib.h>

/* What sales and stock say; nothing before there are sales. */
static gboolean
add_records (HwSession     *session,
             GPtrArray     *list,
             const HwTick  *tick,
             GError       **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (HwWatch) watch = NULL;
  g_autoptr (GArray) shelf = NULL;
  g_autoptr (GError) local = NULL;
  const HwDemand *demand;
  HwBy by;

  plan = hw_stock_job.run (session, NULL, tick, &local);
  if (plan == NULL && g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return TRUE;

  if (plan == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  demand = hw_demand_get (session, HW_BY_DAY, 7, NULL, error); /* the plan's own */
  if (demand == NULL || !hw_demand_choose_by (session, &by, error))
    return FALSE;

  shelf = hw_shelf_load (store, demand->products, today, error);
  if (shelf == NULL || (by == HW_BY_DAY && !hw_exceptions_add_unusual (list, demand, today, error)))
    return FALSE;

  watch = hw_watch_find (session, NULL, error);
  if (watch == NULL)
    return FALSE;

  hw_exceptions_add_alarms (list, watch);
  hw_exceptions_add_stock (list, plan);
  hw_exceptions_add_dead (list, demand, shelf);
  hw_exceptions_add_old (list, demand->last_sale, by, today);
  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return hw_exception_compare (*(HwException *const *) a, *(HwException *const *) b);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_exception_free);
  HwTickPart first = { tick, 0.0, 0.7 };
  HwTickPart second = { tick, 0.7, 1.0 };
  const HwTick stock = HW_TICK_PART (&first);
  const HwTick rest = HW_TICK_PART (&second);
  g_autoptr (GPtrArray) outlooks = NULL;
  g_autoptr (HwJourney) journey = NULL;

  if (!add_records (session, list, &stock, error))
    return NULL;

  outlooks = hw_goal_job.run (session, NULL, &rest, error);
  if (outlooks == NULL)
    return NULL;

  journey = hw_journey_load (hw_session_get_store (session), hw_session_get_today (session), error);
  if (journey == NULL)
    return NULL;

  hw_exceptions_add_goals (list, outlooks);
  hw_exceptions_add_reviews (list, journey);
  g_ptr_array_sort (list, compare);
  return g_steal_pointer (&list);
}

const HwJob hw_exception_job = {
  "today", N_("Looking for what needs you today"), run, NULL, (GDestroyNotify) g_ptr_array_unref, FALSE
};
