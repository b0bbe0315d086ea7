/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-forecast-plan.h"

#include "domain/hw-known-event.h"
#include "domain/hw-override.h"

#include <glib/gi18n-lib.h>

static const char *const method_ids[HW_METHOD_N] = { "naive", "mean", "mix" };

static const char *const method_names[HW_METHOD_N] = {
  N_("seasonal naive"),
  N_("mean"),
  N_("weighted combination of methods"),
};

static const char *const method_words[HW_METHOD_N] = {
  N_("The last season, repeated"),
  N_("The average of what was sold so far"),
  N_("Several methods together; those that came closest in the past count most"),
};

const char *
hw_method_id (HwMethod method)
{
  g_return_val_if_fail ((guint) method < HW_METHOD_N, NULL);

  return method_ids[method];
}

const char *
hw_method_name (HwMethod method)
{
  g_return_val_if_fail ((guint) method < HW_METHOD_N, "");

  return _(method_names[method]);
}

const char *
hw_method_in_words (HwMethod method)
{
  g_return_val_if_fail ((guint) method < HW_METHOD_N, "");

  return _(method_words[method]);
}

HwForecastSeries *
hw_forecast_series_new (void)
{
  HwForecastSeries *self = g_new0 (HwForecastSeries, 1);

  self->past = g_array_new (FALSE, TRUE, sizeof (HwPastPoint));
  self->ahead = g_array_new (FALSE, TRUE, sizeof (HwForecastPoint));
  self->shares = g_array_new (FALSE, TRUE, sizeof (HwMethodShare));
  return self;
}

void
hw_forecast_series_free (HwForecastSeries *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->name);
  g_free (self->category);
  g_free (self->product_category);
  g_array_unref (self->past);
  g_array_unref (self->ahead);
  g_array_unref (self->shares);
  g_free (self);
}

HwForecastPlan *
hw_forecast_plan_new (void)
{
  HwForecastPlan *self = g_new0 (HwForecastPlan, 1);

  self->as_of = HW_DAY_NONE;
  self->first_day = self->last_day = HW_DAY_NONE;
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_forecast_series_free);
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_forecast_series_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_known_event_free);
  self->overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_override_free);
  return self;
}

void
hw_forecast_plan_free (HwForecastPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->overrides);
  g_free (self);
}

HwForecastSeries *
hw_forecast_plan_find (const HwForecastPlan *self,
                       gint64                product_id)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      HwForecastSeries *series = g_ptr_array_index (self->series, i);

      if (series->product_id == product_id)
        return series;
    }

  return NULL;
}

HwForecastSeries *
hw_forecast_plan_find_category (const HwForecastPlan *self,
                                const char           *category)
{
  for (guint i = 0; i < self->categories->len; i++)
    {
      HwForecastSeries *series = g_ptr_array_index (self->categories, i);

      if (g_strcmp0 (series->category, category) == 0)
        return series;
    }

  return NULL;
}

int
hw_forecast_default_horizon (HwBy by)
{
  static const int horizons[] = { 28, 12, 6 };

  g_return_val_if_fail ((guint) by < G_N_ELEMENTS (horizons), 0);

  return horizons[by];
}

void
hw_forecast_plan_open_weekdays (const HwForecastPlan   *self,
                                const HwForecastSeries *series,
                                gboolean                open[7])
{
  for (int w = 0; w < 7; w++)
    open[w] = self->by != HW_BY_DAY || series->past->len < 7;

  for (guint i = 0; i < series->past->len; i++)
    open[hw_day_weekday (g_array_index (series->past, HwPastPoint, i).day)] = TRUE;
}
