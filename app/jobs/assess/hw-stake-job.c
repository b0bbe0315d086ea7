/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-stake-job.h"

#include "core/hw-error.h"
#include "jobs/assess/hw-stake-case.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-shelf.h"
#include "jobs/stock/hw-stock-job.h"
#include "store/hw-health-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PLAN_SHARE 0.5 /* of the time */

typedef gboolean (*AddFunc) (HwStakeCase *self, GError **error);

static const AddFunc add_funcs[HW_STAKE_N] = {
  [HW_STAKE_LOST_SALES] = hw_stake_add_lost_sales,
  [HW_STAKE_WASTE] = hw_stake_add_waste,
  [HW_STAKE_DEAD_STOCK] = hw_stake_add_dead,
  [HW_STAKE_EXCESS_STOCK] = hw_stake_add_excess,
  [HW_STAKE_RUN_OUT] = hw_stake_add_run_out,
  [HW_STAKE_FORECAST] = hw_stake_add_forecast,
  [HW_STAKE_LATE_SUPPLIERS] = hw_stake_add_suppliers,
  [HW_STAKE_LATE_CUSTOMERS] = hw_stake_add_customers,
  [HW_STAKE_UNUSUAL] = hw_stake_add_unusual,
};

static int
rank (const HwStake *stake)
{
  return stake->state == HW_STAKE_OK ? 0 : stake->state == HW_STAKE_NOTHING ? 1 : 2;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const HwStake *x = *(HwStake *const *) a, *y = *(HwStake *const *) b;

  if (rank (x) != rank (y))
    return rank (x) - rank (y);
  if (x->year != y->year)
    return x->year > y->year ? -1 : 1;

  return (int) x->kind - (int) y->kind;
}

static double
year_of (const HwStakes *stakes,
         HwStakeKind     kind)
{
  const HwStake *stake = hw_stakes_find (stakes, kind);

  return stake != NULL && stake->state == HW_STAKE_OK ? stake->year : 0.0;
}

/* How much of a stake is not in another one already. What will run out soon is part of
 * a year's sold-out days. What the simple rule would cost more is too much and too little
 * on the shelf, which is thrown away or missed: only what goes beyond these two. Dead
 * goods are no excess, and what is missed through late deliveries is no stock: these are
 * told apart where they are worked out. */
static double
own_share (const HwStakes *stakes,
           const HwStake  *stake)
{
  const double missed = year_of (stakes, HW_STAKE_LOST_SALES);
  const double either = missed + year_of (stakes, HW_STAKE_WASTE);

  if (stake->kind == HW_STAKE_RUN_OUT)
    return CLAMP (1.0 - missed / stake->year, 0.0, 1.0);
  if (stake->kind == HW_STAKE_FORECAST)
    return CLAMP (1.0 - either / stake->year, 0.0, 1.0);

  return 1.0;
}

/* Kinds err apart: the distances to their ends add up as squares. */
static void
add_up (HwStakes *stakes)
{
  double below = 0.0, above = 0.0;

  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);
      const double share = stake->state == HW_STAKE_OK ? own_share (stakes, stake) : 0.0;

      if (stake->state == HW_STAKE_OK)
        stakes->twice += (1.0 - share) * stake->year;
      if (share == 0.0)
        continue;

      stakes->total += share * stake->year;
      below += share * (stake->year - stake->low) * share * (stake->year - stake->low);
      above += share * (stake->high - stake->year) * share * (stake->high - stake->year);
    }

  stakes->low = MAX (stakes->total - sqrt (below), 0.0);
  stakes->high = stakes->total + sqrt (above);
}

static gboolean
add_all (HwStakeCase   *self,
         const HwTick  *tick,
         GError       **error)
{
  const gboolean too_short = self->demand->last_sale - self->demand->first_day + 1 < 90;

  hw_stake_case_work (self);
  for (HwStakeKind kind = 0; kind < HW_STAKE_N; kind++)
    {
      if (!hw_tick (tick, PLAN_SHARE + (1.0 - PLAN_SHARE) * kind / HW_STAKE_N))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }

      if (too_short && kind != HW_STAKE_LATE_CUSTOMERS)
        (void) hw_stake_case_add (self, kind, HW_STAKE_TOO_SHORT);
      else if (!add_funcs[kind] (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Nothing was sold: each kind says so. */
static void
add_none (HwSession *session,
          HwStakes  *stakes)
{
  HwStakeCase work = { .session = session, .stakes = stakes };

  for (HwStakeKind kind = 0; kind < HW_STAKE_N; kind++)
    (void) hw_stake_case_add (&work, kind, kind == HW_STAKE_LATE_CUSTOMERS ? HW_STAKE_NO_INVOICES : HW_STAKE_NO_SALES);
}

static gboolean
work_out (HwSession         *session,
          HwStakes          *stakes,
          const HwStockPlan *plan,
          const HwTick      *tick,
          GError           **error)
{
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  const HwDemand *demand = hw_demand_get (session, HW_BY_DAY, 7, NULL, error); /* the plan's own */
  g_autoptr (GArray) shelf = demand != NULL ? hw_shelf_load (store, demand->products, today, error) : NULL;
  g_autoptr (HwHealthRows) rows = shelf != NULL ? hw_health_repo_rows (store, today, error) : NULL;
  HwStakeCase work = {
    .session = session, .store = store, .today = today, .demand = demand, .plan = plan, .shelf = shelf, .rows = rows,
    .stakes = stakes,
  };

  return rows != NULL && add_all (&work, tick, error);
}

static HwStakes *
work_anew (HwSession     *session,
           const HwTick  *tick,
           GError       **error)
{
  g_autoptr (HwStakes) stakes = hw_stakes_new (hw_session_get_today (session));
  HwTickPart first = { tick, 0.0, PLAN_SHARE };
  const HwTick planning = HW_TICK_PART (&first);
  g_autoptr (GError) local = NULL;
  g_autoptr (HwStockPlan) plan = hw_stock_job.run (session, NULL, &planning, &local);

  if (plan == NULL && g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    {
      add_none (session, stakes);
      return g_steal_pointer (&stakes);
    }

  if (plan == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  if (!work_out (session, stakes, plan, tick, error))
    return NULL;

  add_up (stakes);
  g_ptr_array_sort (stakes->stakes, compare);
  return g_steal_pointer (&stakes);
}

/* A copy, with the run ids of the records as they are now. */
static HwStakes *
hand_out (HwSession      *session,
          const HwStakes *kept)
{
  HwStakes *stakes = hw_stakes_copy (kept);

  for (guint i = 0; i < stakes->stakes->len; i++)
    {
      HwStake *stake = g_ptr_array_index (stakes->stakes, i);

      g_free (stake->run_id);
      stake->run_id = hw_stake_case_dup_run_id (session, stake->kind);
    }

  return stakes;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  if (hw_session_peek_stakes (session) == NULL)
    {
      HwStakes *stakes = work_anew (session, tick, error);

      if (stakes == NULL)
        return NULL;

      hw_session_take_stakes (session, stakes);
    }

  return hand_out (session, hw_session_peek_stakes (session));
}

const HwJob hw_stake_job = {
  "stake", N_("Working out what is lost"), run, NULL, (GDestroyNotify) hw_stakes_free, FALSE
};
