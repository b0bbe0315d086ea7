/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-chart.h"

#include "chart/hw-line-chart.h"
#include "domain/hw-known-event.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
hw_forecast_series_title (const HwForecastSeries *series)
{
  return series->product_id == 0 && series->category == NULL ? _("All products") : series->name;
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

/* What is known of the days of the chart; a price that stays is flagged where it began. */
static GArray *
find_events (const HwForecastPlan   *plan,
             const HwForecastSeries *series,
             HwDay                   first)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (HwLineEvent));

  for (guint i = 0; plan->events != NULL && i < plan->events->len; i++)
    {
      const HwKnownEvent *known = g_ptr_array_index (plan->events, i);
      const HwLineEvent event = { known->from, known->to == HW_DAY_MAX ? known->from : known->to, known->name };

      if (event.to >= first && hw_known_event_is_about (known, series->product_id))
        g_array_append_val (events, event);
    }

  return events;
}

HwChart *
hw_forecast_chart_new (const HwForecastPlan   *plan,
                       const HwForecastSeries *series,
                       const char             *title,
                       guint                   past_shown,
                       const HwFormat         *format)
{
  const guint n_past = MIN (series->past->len, past_shown);
  gboolean open[7];
  guint n_ahead = 0;
  g_autofree HwLinePoint *past = g_new0 (HwLinePoint, MAX (n_past, 1));
  g_autofree HwFanPoint *ahead = g_new0 (HwFanPoint, MAX (series->ahead->len, 1));
  g_autofree gboolean *own = g_new0 (gboolean, MAX (series->ahead->len, 1));
  g_autoptr (GArray) events = NULL;
  HwLineData data = { 0 };

  hw_forecast_plan_open_weekdays (plan, series, open);

  for (guint i = 0; i < n_past; i++)
    {
      const HwPastPoint *p = &g_array_index (series->past, HwPastPoint, series->past->len - n_past + i);

      past[i].day = p->day;
      past[i].value = p->state == HW_PAST_CLOSED ? NAN : p->units;
      past[i].marked = p->state == HW_PAST_SOLD_OUT;
    }

  for (guint i = 0; i < series->ahead->len; i++)
    {
      const HwForecastPoint *p = &g_array_index (series->ahead, HwForecastPoint, i);

      if (!open[hw_day_weekday (p->day)])
        continue;

      own[n_ahead] = p->own;
      ahead[n_ahead++] = (HwFanPoint) { p->day, p->own ? p->mean : p->median, p->lo80, p->hi80, p->lo95, p->hi95 };
    }

  events = find_events (plan, series, n_past > 0 ? past[0].day : plan->as_of);
  data.title = title != NULL ? title : hw_forecast_series_title (series);
  data.value_name = value_name (plan->by);
  data.mark_name = _("sold out");
  data.by = plan->by;
  data.past = past;
  data.n_past = n_past;
  data.ahead = ahead;
  data.n_ahead = n_ahead;
  data.own = own;
  data.own_name = _("your figure");
  data.events = (const HwLineEvent *) (gpointer) events->data;
  data.n_events = events->len;
  data.event_name = _("event");
  return hw_line_chart_new (&data, format);
}
