/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-forecast-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "store/hw-forecast-repo.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT ((int) HW_MODEL_N == (int) HW_METHOD_N);
G_STATIC_ASSERT ((int) HW_MODEL_HW_ADDITIVE == (int) HW_METHOD_HW_ADDITIVE);
G_STATIC_ASSERT ((int) HW_MODEL_TSB == (int) HW_METHOD_TSB);

static void
copy_past (const HwDemandSeries *from,
           HwForecastSeries     *to)
{
  for (guint i = 0; i < from->past->len; i++)
    {
      const HwDemandPoint *point = &g_array_index (from->past, HwDemandPoint, i);
      const HwPastPoint past = { point->day, point->units, point->state, 0.0 };

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
          .day = point.day, .mean = r->mean[step],
          .lo80 = r->lo80[step], .hi80 = r->hi80[step], .lo95 = r->lo95[step], .hi95 = r->hi95[step],
        };

      g_array_append_val (to->ahead, point);
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

  to->product_id = from->product_id;
  to->key = g_strdup (from->product != NULL ? from->product->sku : "*");
  to->name = g_strdup (from->product != NULL ? from->product->name : _("All products"));
  to->missing = from->missing;
  to->period_revenue = from->year_revenue / n;
  copy_past (from, to);

  if (from->missing == HW_NO_FORECAST_NONE)
    {
      to->method = (HwMethod) from->result.model;
      to->error = from->result.error;
      to->simple_error = from->result.simple_error;
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

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwForecastRequest *wish = request;
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
  plan->last_day = demand->last_sale;
  plan->season = demand->season;
  for (guint i = 0; i < demand->series->len; i++)
    {
      const HwDemandSeries *from = g_ptr_array_index (demand->series, i);

      if (from->product == NULL || !from->product->retired)
        g_ptr_array_add (plan->series, series_from (demand, from, (gsize) plan->horizon));
    }

  g_ptr_array_sort (plan->series, compare_revenue);

  if (hw_session_is_read_only (session))
    return g_steal_pointer (&plan);

  if (!hw_forecast_repo_save (hw_session_get_store (session), plan, error))
    return NULL;

  hw_session_keep_demand (session);
  return g_steal_pointer (&plan);
}

const HwJob hw_forecast_job = {
  "forecast", N_("Working out the forecast"), run, g_free, (GDestroyNotify) hw_forecast_plan_free, FALSE
};
