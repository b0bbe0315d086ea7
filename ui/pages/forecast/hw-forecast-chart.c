/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-chart.h"

#include "chart/hw-line-chart.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
hw_forecast_series_title (const HwForecastSeries *series)
{
  return series->product_id == 0 ? _("All products") : series->name;
}

static const char *
value_name (HwBy by)
{
  switch (by)
    {
    case HW_BY_DAY:
      return _("Units a day");

    case HW_BY_WEEK:
      return _("Units a week");

    case HW_BY_MONTH:
    default:
      return _("Units a month");
    }
}

HwChart *
hw_forecast_chart_new (const HwForecastPlan   *plan,
                       const HwForecastSeries *series,
                       const char             *title,
                       guint                   past_shown,
                       const HwFormat         *format)
{
  const guint n_past = MIN (series->past->len, past_shown);
  const guint n_ahead = series->ahead->len;
  g_autofree HwLinePoint *past = g_new0 (HwLinePoint, MAX (n_past, 1));
  g_autofree HwFanPoint *ahead = g_new0 (HwFanPoint, MAX (n_ahead, 1));
  HwLineData data = { 0 };

  for (guint i = 0; i < n_past; i++)
    {
      const HwPastPoint *p = &g_array_index (series->past, HwPastPoint, series->past->len - n_past + i);

      past[i].day = p->day;
      past[i].value = p->state == HW_PAST_CLOSED ? NAN : p->units;
      past[i].marked = p->state == HW_PAST_SOLD_OUT;
    }

  for (guint i = 0; i < n_ahead; i++)
    {
      const HwForecastPoint *p = &g_array_index (series->ahead, HwForecastPoint, i);

      ahead[i] = (HwFanPoint) { p->day, p->mean, p->lo80, p->hi80, p->lo95, p->hi95 };
    }

  data.title = title != NULL ? title : hw_forecast_series_title (series);
  data.value_name = value_name (plan->by);
  data.mark_name = _("sold out");
  data.by = plan->by;
  data.past = past;
  data.n_past = n_past;
  data.ahead = ahead;
  data.n_ahead = n_ahead;
  return hw_line_chart_new (&data, format);
}
