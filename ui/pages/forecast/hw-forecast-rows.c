/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-rows.h"

#include "pages/forecast/hw-forecast-chart.h"
#include "pages/forecast/hw-forecast-figures.h"

#include <glib/gi18n.h>

static int
compare_revenue (gconstpointer a,
                 gconstpointer b)
{
  const HwForecastSeries *left = *(const HwForecastSeries *const *) a;
  const HwForecastSeries *right = *(const HwForecastSeries *const *) b;

  if ((left->product_id == 0) != (right->product_id == 0))
    return left->product_id == 0 ? -1 : 1;

  return (left->period_revenue < right->period_revenue) - (left->period_revenue > right->period_revenue);
}

static void
add_row (GPtrArray              *rows,
         const HwForecastPlan   *plan,
         const HwForecastSeries *series,
         gint64                  id,
         char                   *name, /* takes it */
         const HwFormat         *format)
{
  const double units = hw_forecast_soon_units (plan, series);
  HwRow *row = hw_row_new (2, id);

  hw_row_set_text (row, 0, name);
  hw_row_set_number (row, 1, hw_forecast_units_text (units, format), units);
  g_ptr_array_add (rows, row);
}

GPtrArray *
hw_forecast_rows_new (const HwForecastPlan *plan,
                      const HwFormat       *format)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->series->len; i++)
    g_ptr_array_add (series, g_ptr_array_index (plan->series, i));
  g_ptr_array_sort (series, compare_revenue);

  for (guint i = 0; i < series->len; i++)
    {
      const HwForecastSeries *s = g_ptr_array_index (series, i);

      add_row (rows, plan, s, s->product_id, g_strdup (hw_forecast_series_title (s)), format);
      for (guint k = 0; s->product_id == 0 && k < plan->categories->len; k++)
        {
          const HwForecastSeries *category = g_ptr_array_index (plan->categories, k);

          /* Translators: a group of products as a whole; %s is its name. */
          add_row (rows, plan, category, -1 - (gint64) k, g_strdup_printf (_("%s (all)"), category->category), format);
        }
    }

  return rows;
}

gint64
hw_forecast_rows_id (const HwForecastPlan *plan,
                     gint64                product_id,
                     const char           *category)
{
  for (guint i = 0; category != NULL && i < plan->categories->len; i++)
    if (g_str_equal (((const HwForecastSeries *) g_ptr_array_index (plan->categories, i))->category, category))
      return -1 - (gint64) i;

  return category == NULL ? product_id : 0;
}

const HwForecastSeries *
hw_forecast_rows_find (const HwForecastPlan *plan,
                       gint64                row_id)
{
  if (row_id >= 0)
    return hw_forecast_plan_find (plan, row_id);

  return -1 - row_id < (gint64) plan->categories->len ? g_ptr_array_index (plan->categories, -1 - row_id) : NULL;
}
