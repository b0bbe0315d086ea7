/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-forecast-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"
#include "store/hw-forecast-repo.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT ((int) HW_MODEL_NAIVE == (int) HW_METHOD_NAIVE);
G_STATIC_ASSERT ((int) HW_MODEL_MEAN == (int) HW_METHOD_MEAN);
G_STATIC_ASSERT ((int) HW_MODEL_MIX == (int) HW_METHOD_MIX);

static void
copy_past (const HwDemandSeries *from,
           HwForecastSeries     *to)
{
  for (guint i = 0; i < from->past->len; i++)
    {
      const HwDemandPoint *point = &g_array_index (from->past, HwDemandPoint, i);
      const HwPastPoint past = { point->day, point->units, point->state, point->lost };

      g_array_append_val (to->past, past);
    }
}

static void
copy_ahead (const HwDemand       *demand,
            const HwDemandSeries *from,
            gsize                 horizon,
            HwForecastSeries     *to)
{
  const HwForecastResult *r = &from->result;

  for (gsize i = 0; i < horizon; i++)
    {
      const gssize step = hw_demand_step_ahead (demand, i);
      HwForecastPoint point = { .day = hw_demand_day_ahead (demand, i) };

      /* A weekday on which the business is never open sells nothing. */
      if (step >= 0)
        point = (HwForecastPoint) {
          .day = point.day, .mean = from->mean[step], .median = r->median[step], .model = from->model[step], .shown = from->shown[step],
          .simple = from->simple[step], .own = from->own != NULL && from->own[step] != 0,
          .lo80 = r->lo80[step], .hi80 = r->hi80[step], .lo95 = r->lo95[step], .hi95 = r->hi95[step],
        };

      g_array_append_val (to->ahead, point);
    }
}

static void
copy_method (const HwForecastResult *r,
             HwForecastSeries       *to)
{
  to->method = (HwMethod) r->model;
  to->error = r->error;
  to->simple_error = r->simple_error;
  for (gsize i = 0; i < r->n_parts; i++)
    {
      const HwMethodShare share = { r->parts[i].id, r->parts[i].share };

      g_array_append_val (to->shares, share);
    }
}

static void
set_names (const HwDemandSeries *from,
           HwForecastSeries     *to)
{
  to->product_id = from->product_id;
  if (from->category != NULL)
    {
      to->category = g_strdup (from->category);
      to->key = g_strdup (from->category);
      to->name = g_strdup (from->category);
    }
  else if (from->product != NULL)
    {
      to->key = g_strdup (from->product->sku);
      to->name = g_strdup (from->product->name);
      to->product_category = g_strdup (from->product->category);
    }
  else
    {
      to->key = g_strdup ("*");
      to->name = g_strdup (_("All products"));
    }
}

static HwForecastSeries *
series_from (const HwDemand       *demand,
             const HwDemandSeries *from,
             gsize                 horizon)
{
  HwForecastSeries *to = hw_forecast_series_new ();
  const double n = MAX ((double) hw_by_between (demand->by, MAX (demand->first_day, demand->last_day - 364),
                                                demand->last_day), 1.0);

  set_names (from, to);
  to->missing = from->missing;
  to->ground = from->ground;
  to->period_revenue = from->year_revenue / n;
  copy_past (from, to);
  if (from->missing == HW_NO_FORECAST_NONE)
    {
      copy_method (&from->result, to);
      copy_ahead (demand, from, horizon, to);
    }

  return to;
}

static int
compare_revenue (gconstpointer a,
                 gconstpointer b)
{
  const HwForecastSeries *x = *(HwForecastSeries *const *) a;
  const HwForecastSeries *y = *(HwForecastSeries *const *) b;

  if ((x->product_id == 0) != (y->product_id == 0))
    return x->product_id == 0 ? -1 : 1;
  if (x->period_revenue != y->period_revenue)
    return x->period_revenue > y->period_revenue ? -1 : 1;

  return g_strcmp0 (x->key, y->key);
}

/* What touches the days that the plan shows. */
static gboolean
take_entries (HwStore         *store,
              const HwDemand  *demand,
              HwForecastPlan  *plan,
              GError         **error)
{
  const HwDay end = hw_by_add (plan->by, demand->ahead_start, plan->horizon) - 1;
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, HW_ENTRY_OVERRIDE, HW_ENTRY_ANY_PARENT, FALSE, error);
  g_autoptr (GPtrArray) overrides = NULL;

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < demand->events->len; i++)
    {
      const HwKnownEvent *event = g_ptr_array_index (demand->events, i);

      if (event->to >= demand->first_day && event->from <= end)
        g_ptr_array_add (plan->events, hw_known_event_copy (event));
    }

  overrides = hw_overrides_new (entries);
  for (guint i = 0; i < overrides->len; i++)
    {
      const HwOverride *override = g_ptr_array_index (overrides, i);

      if (override->to >= demand->ahead_start && override->from <= end)
        g_ptr_array_add (plan->overrides, hw_override_copy (override));
    }

  return TRUE;
}

static void
take_series (const HwDemand *demand,
             HwForecastPlan *plan)
{
  for (guint i = 0; i < demand->series->len; i++)
    {
      const HwDemandSeries *from = g_ptr_array_index (demand->series, i);

      if (from->product == NULL || !from->product->retired)
        g_ptr_array_add (plan->series, series_from (demand, from, (gsize) plan->horizon));
    }

  /* One category says what the total says. */
  for (guint g = 0; demand->categories->len > 1 && g < demand->categories->len; g++)
    {
      const HwDemandSeries *from = g_ptr_array_index (demand->categories, g);

      if (from->past->len > 0)
        g_ptr_array_add (plan->categories, series_from (demand, from, (gsize) plan->horizon));
    }

  g_ptr_array_sort (plan->series, compare_revenue);
  g_ptr_array_sort (plan->categories, compare_revenue);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwForecastRequest *wish = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwForecastPlan) plan = hw_forecast_plan_new ();
  const HwDemand *demand;

  plan->by = wish->by;
  if (!wish->has_by && !hw_demand_choose_by (session, &plan->by, error))
    return NULL;

  plan->horizon = wish->horizon > 0 ? wish->horizon : hw_forecast_default_horizon (plan->by);
  demand = hw_demand_get (session, plan->by, (gsize) plan->horizon, tick, error);
  if (demand == NULL)
    return NULL;

  plan->as_of = hw_session_get_today (session);
  plan->first_day = demand->first_day;
  plan->last_day = demand->last_sale;
  plan->season = demand->season;
  take_series (demand, plan);
  if (!take_entries (store, demand, plan, error))
    return NULL;

  if (hw_session_is_read_only (session))
    return g_steal_pointer (&plan);

  if (!hw_forecast_repo_save (store, plan, error) || !hw_forecast_repo_prune (store, plan->as_of, error))
    return NULL;

  hw_session_keep_demand (session);
  return g_steal_pointer (&plan);
}

const HwJob hw_forecast_job = {
  "forecast", N_("Working out the forecast"), run, g_free, (GDestroyNotify) hw_forecast_plan_free, FALSE
};
