/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand.h"

#include "jobs/demand/hw-demand-own.h"
#include "jobs/demand/hw-demand-past.h"
#include "jobs/demand/hw-demand-work.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <string.h>

#define N_BYS (HW_BY_MONTH + 1)

/* Enough for the longest waiting time and what pages show, so that one pass over
 * the products serves them all. */
static const gsize least_horizon[N_BYS] = { 70, 13, 7 };

void
hw_demand_free (HwDemand *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->lift, hw_demand_lift_free);
  g_free (self->ahead_day);
  g_free (self->closed_ahead);
  g_free (self->own_stamp);
  g_free (self);
}

static gboolean
is_fresh (HwSession *session,
          HwBy       by,
          gsize      horizon)
{
  const HwDemand *have = hw_session_peek_demand (session, by);

  return have != NULL && have->data_version == hw_store_data_version (hw_session_get_store (session)) &&
         have->horizon >= horizon;
}

/* Days, weeks and months anew. */
static gboolean
work_out (HwSession     *session,
          const gsize    horizon[N_BYS],
          const HwTick  *tick,
          GError       **error)
{
  HwStore *store = hw_session_get_store (session);
  HwDemand *demands[N_BYS] = { NULL };
  g_auto (HwDemandWork) work = { 0 };

  if (!hw_demand_past_load (store, hw_session_get_today (session), demands, error))
    return FALSE;

  hw_demand_work_init (&work, demands, horizon);
  if (!hw_demand_work_forecast (&work, tick, error))
    {
      for (int by = 0; by < N_BYS; by++)
        hw_demand_free (demands[by]);
      return FALSE;
    }

  hw_demand_work_begin_and_end (&work);
  hw_demand_work_add_up (&work);
  for (int by = 0; by < N_BYS; by++)
    {
      demands[by]->data_version = hw_store_data_version (store);
      hw_session_take_demand (session, (HwBy) by, demands[by]);
    }

  return TRUE;
}

/* The owner's figures as they stand now; nothing is forecast again for them. */
static gboolean
put_own (HwSession  *session,
         GError    **error)
{
  HwDemand *demands[N_BYS];
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_OVERRIDE,
                                                      HW_ENTRY_ANY_PARENT, FALSE, error);
  g_autoptr (GPtrArray) overrides = NULL;
  g_autofree char *stamp = NULL;

  if (entries == NULL)
    return FALSE;

  for (int by = 0; by < N_BYS; by++)
    demands[by] = hw_session_peek_demand (session, (HwBy) by);

  overrides = hw_overrides_new (entries);
  stamp = hw_demand_own_stamp (overrides);
  if (g_strcmp0 (demands[HW_BY_DAY]->own_stamp, stamp) == 0)
    return TRUE;

  hw_demand_put_own (demands, overrides);
  g_free (demands[HW_BY_DAY]->own_stamp);
  demands[HW_BY_DAY]->own_stamp = g_steal_pointer (&stamp);
  return TRUE;
}

const HwDemand *
hw_demand_get (HwSession     *session,
               HwBy           by,
               gsize          horizon,
               const HwTick  *tick,
               GError       **error)
{
  gsize horizons[N_BYS];

  memcpy (horizons, least_horizon, sizeof horizons);
  horizons[by] = MAX (horizons[by], horizon);
  if (!is_fresh (session, by, horizon) && !work_out (session, horizons, tick, error))
    return NULL;

  return put_own (session, error) ? hw_session_peek_demand (session, by) : NULL;
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

const HwDemandSeries *
hw_demand_find_category (const HwDemand *self,
                         const char     *category)
{
  for (guint g = 0; g < self->categories->len; g++)
    {
      const HwDemandSeries *series = g_ptr_array_index (self->categories, g);

      if (g_strcmp0 (series->category, category) == 0)
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
