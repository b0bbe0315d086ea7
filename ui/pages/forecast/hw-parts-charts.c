/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-parts-charts.h"

#include "chart/hw-bar-chart.h"
#include "chart/hw-line-chart.h"
#include "pages/forecast/hw-forecast-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#define EVENTS_MOST 8
#define A_MONDAY 4           /* 1970-01-05 */
#define MONTHS 12
#define STEADY 0.01          /* of what sells: no more and no less than a year ago */

static HwChart *
level_chart (const HwForecastParts *parts,
             const HwFormat        *format)
{
  g_autofree HwLinePoint *past = g_new0 (HwLinePoint, MAX (parts->points->len, 1));
  HwLineData data = { .title = _("How much in general"), .by = parts->by };

  for (guint i = 0; i < parts->points->len; i++)
    {
      const HwPartPoint *point = &g_array_index (parts->points, HwPartPoint, i);

      if (!point->ahead)
        past[data.n_past++] = (HwLinePoint) { point->day, point->level, FALSE };
    }

  data.value_name = _("Units, without weekday, season and events");
  data.past = past;
  return hw_line_chart_new (&data, format);
}

static HwChart *
bar_chart (const char        *title,
           const char *const *labels,
           const double      *values,
           gsize              n,
           const HwFormat    *format)
{
  const HwBarData data = { .title = title, .value_name = _("Units more or less"), .labels = labels, .values = values, .n = n };

  return n > 0 ? hw_bar_chart_new (&data, format) : NULL;
}

static HwChart *
week_chart (const HwForecastParts *parts,
            const HwFormat        *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  double values[7];

  for (int w = 0; w < 7; w++)
    if (!isnan (parts->weekday[w]))
      {
        values[names->len] = parts->weekday[w];
        g_ptr_array_add (names, hw_format_day (format, A_MONDAY + w, HW_DAY_WEEKDAY));
      }

  return bar_chart (_("Weekdays"), (const char *const *) names->pdata, values, names->len, format);
}

static HwChart *
year_chart (const HwForecastParts *parts,
            const HwFormat        *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int m = 0; m < MONTHS; m++)
    g_ptr_array_add (names, hw_format_day (format, hw_day_add_months (0, m), HW_DAY_MONTH_NAME));

  return bar_chart (_("Time of year"), (const char *const *) names->pdata, parts->month, names->len, format);
}

static HwChart *
events_chart (const HwForecastParts *parts,
              const HwFormat        *format)
{
  const char *names[EVENTS_MOST];
  double values[EVENTS_MOST];
  gsize n = 0;

  for (guint i = 0; i < parts->events->len && n < EVENTS_MOST; i++)
    {
      const HwPartEvent *event = g_ptr_array_index (parts->events, i);

      names[n] = event->name;
      values[n++] = event->units;
    }

  return bar_chart (_("What you know of, a day"), names, values, n, format);
}

HwChart *
hw_parts_chart_new (const HwForecastParts *parts,
                    HwPartChart            which,
                    const HwFormat        *format)
{
  if (parts == NULL || parts->points->len == 0)
    return NULL;

  switch (which)
    {
    case HW_PART_LEVEL:
      return level_chart (parts, format);

    case HW_PART_WEEK:
      return parts->has_week ? week_chart (parts, format) : NULL;

    case HW_PART_YEAR:
      return parts->has_year ? year_chart (parts, format) : NULL;

    case HW_PART_EVENTS:
      return events_chart (parts, format);

    case HW_N_PART_CHARTS:
    default:
      return NULL;
    }
}

static double
mean_level (const HwForecastParts *parts)
{
  double sum = 0.0;

  for (guint i = 0; i < parts->points->len; i++)
    sum += fabs (g_array_index (parts->points, HwPartPoint, i).level);

  return parts->points->len > 0 ? sum / parts->points->len : 0.0;
}

static char *
say_trend (const HwForecastParts *parts,
           const HwFormat        *format)
{
  g_autofree char *units = hw_forecast_units_text (fabs (parts->trend_year), format);
  const gboolean more = parts->trend_year > 0.0;

  if (isnan (parts->trend_year))
    return g_strdup ("");
  if (fabs (parts->trend_year) < STEADY * mean_level (parts))
    return g_strdup (_("It sells about as much as a year ago."));

  /* Translators: %s is a number of units. */
  switch (parts->by)
    {
    case HW_BY_DAY:
      return more ? g_strdup_printf (_("It sells %s a day more than a year ago."), units)
                  : g_strdup_printf (_("It sells %s a day less than a year ago."), units);

    case HW_BY_WEEK:
      return more ? g_strdup_printf (_("It sells %s a week more than a year ago."), units)
                  : g_strdup_printf (_("It sells %s a week less than a year ago."), units);

    case HW_BY_MONTH:
    default:
      return more ? g_strdup_printf (_("It sells %s a month more than a year ago."), units)
                  : g_strdup_printf (_("It sells %s a month less than a year ago."), units);
    }
}

char *
hw_parts_say (const HwForecastParts *parts,
              const HwFormat        *format)
{
  g_autofree char *trend = NULL;
  g_autofree char *share = NULL;
  g_autofree char *chance = NULL;

  if (parts == NULL || parts->points->len == 0)
    return g_strdup (_("Too few sales yet to take them apart."));

  trend = say_trend (parts, format);
  if (isnan (parts->rest_share))
    return g_steal_pointer (&trend);

  share = hw_format_percent (format, parts->rest_share, 0);
  /* Translators: %s is a percentage. */
  chance = g_strdup_printf (_("About %s of what sells is chance: nothing here explains it."), share);
  return *trend != '\0' ? g_strdup_printf ("%s %s", trend, chance) : g_steal_pointer (&chance);
}
