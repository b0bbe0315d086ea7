/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-demand.h"

#include "core/hw-error.h"
#include "jobs/hw-demand-past.h"
#include "jobs/hw-session-private.h"

#include <math.h>

/* Enough for the longest waiting time and what pages show, so that one pass over
 * the products serves them all. */
static const gsize least_horizon[] = { 70, 13, 7 };

void
hw_demand_free (HwDemand *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_array_unref);
  g_free (self);
}

static gboolean
forecast_one (const HwDemand  *demand,
              HwDemandSeries  *series,
              GError         **error)
{
  const gsize n = series->past->len;
  g_autofree double *y = g_new (double, n + 1);
  g_autofree guint8 *sold_out = g_new0 (guint8, n + 1);
  const HwForecastInput input = { y, sold_out, n, demand->season, TRUE };
  g_autoptr (GError) local = NULL;

  for (gsize i = 0; i < n; i++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);

      /* More brought back than sold is no demand, but it is no negative demand either. */
      y[i] = point->state == HW_PAST_CLOSED ? NAN : MAX (point->units, 0.0);
      sold_out[i] = point->state == HW_PAST_SOLD_OUT;
    }

  if (hw_forecast_run (&input, demand->horizon, &series->result, &local))
    return TRUE;

  if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
    series->missing = HW_NO_FORECAST_NO_DEMAND;
  else if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT))
    series->missing = HW_NO_FORECAST_TOO_SHORT;
  else
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
forecast_all (HwDemand      *demand,
              const HwTick  *tick,
              GError       **error)
{
  for (guint i = 0; i < demand->series->len; i++)
    {
      if (!hw_tick (tick, (double) i / demand->series->len))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }

      if (!forecast_one (demand, g_ptr_array_index (demand->series, i), error))
        return FALSE;
    }

  return TRUE;
}

const HwDemand *
hw_demand_get (HwSession     *session,
               HwBy           by,
               gsize          horizon,
               const HwTick  *tick,
               GError       **error)
{
  HwStore *store = hw_session_get_store (session);
  const gint64 version = hw_store_data_version (store);
  HwDemand *have = hw_session_peek_demand (session, by);
  g_autoptr (HwDemand) demand = NULL;

  if (have != NULL && have->data_version == version && have->horizon >= horizon)
    return have;

  demand = hw_demand_past_load (store, by, hw_session_get_today (session), tick, error);
  if (demand == NULL)
    return NULL;

  demand->data_version = version;
  demand->horizon = MAX (horizon, least_horizon[by]);
  if (!forecast_all (demand, tick, error))
    return NULL;

  have = g_steal_pointer (&demand);
  hw_session_take_demand (session, by, have);
  return have;
}

gboolean
hw_demand_choose_by (HwSession  *session,
                     HwBy       *by,
                     GError    **error)
{
  static const int least_periods[] = { 28, 8, 0 };
  double shares[HW_BY_MONTH + 1];
  int periods[HW_BY_MONTH + 1];

  if (!hw_demand_past_shares (hw_session_get_store (session), hw_session_get_today (session),
                              shares, periods, error))
    return FALSE;

  for (*by = HW_BY_DAY; *by < HW_BY_MONTH; (*by)++)
    if (shares[*by] >= 0.5 && periods[*by] >= least_periods[*by])
      return TRUE;

  /* Too young for anything else: days say most about a few weeks. */
  if (periods[HW_BY_DAY] < 60)
    *by = HW_BY_DAY;

  return TRUE;
}

HwDay
hw_demand_day_ahead (const HwDemand *self,
                     gsize           i)
{
  return hw_by_add (self->by, self->ahead_start, (int) i);
}

gssize
hw_demand_step_ahead (const HwDemand *self,
                      gsize           i)
{
  gssize step = -1;

  if (self->by != HW_BY_DAY)
    return (gssize) i;

  if (!self->open_weekday[hw_day_weekday (hw_demand_day_ahead (self, i))])
    return -1;

  for (gsize k = 0; k <= i; k++)
    step += self->open_weekday[hw_day_weekday (hw_demand_day_ahead (self, k))];

  return step;
}

const HwDemandSeries *
hw_demand_find (const HwDemand *self,
                gint64          product_id)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (self->series, i);

      if (series->product_id == product_id)
        return series;
    }

  return NULL;
}

gboolean
hw_demand_sold_since (const HwDemandSeries *series,
                      HwDay                 day)
{
  for (guint i = series != NULL ? series->past->len : 0; i-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);

      if (point->day < day)
        return FALSE;
      if (point->units > 0.0)
        return TRUE;
    }

  return FALSE;
}
