/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/goals/hw-goal-chart.h"

#include "chart/hw-line-chart.h"

#include <glib/gi18n.h>

/* Shares are drawn as so many of a hundred. */
static double
get_scale (const HwMetric *metric)
{
  return hw_unit_is_share (metric->unit) ? 100.0 : 1.0;
}

static char *
value_name (const HwMetric *metric,
            const HwFormat *format)
{
  switch (metric->unit)
    {
    case HW_UNIT_MONEY:
      /* Translators: the measure of a chart; %s is a currency such as EUR. */
      return g_strdup_printf (_("%s in four weeks, up to the day"), hw_format_get_currency (format));

    case HW_UNIT_SHARE:
      return g_strdup (_("Of a hundred, over four weeks up to the day"));

    case HW_UNIT_DAYS:
      return g_strdup (_("Days, over four weeks up to the day"));

    case HW_UNIT_COUNT:
    case HW_UNIT_TIMES:
    case HW_UNIT_RATIO:
    case HW_UNIT_MONEY_EACH:
    case HW_UNIT_MONEY_HOUR:
    case HW_UNIT_MONEY_YEAR:
    case HW_UNIT_SHARE_POINTS:
    case HW_UNIT_POINTS:
    case HW_UNIT_HOURS:
    case HW_UNIT_HOURS_WEEK:
    case HW_UNIT_MONTHS:
    case HW_UNIT_STARS:
    case HW_UNIT_GRADE:
    case HW_UNIT_PER_1000:
    case HW_UNIT_KWH_EACH:
    case HW_UNIT_KM:
    case HW_UNIT_N:
    default:
      return g_strdup (_("Over four weeks, up to the day"));
    }
}

HwChart *
hw_goal_chart_new (const HwGoalOutlook *goal,
                   const HwFormat      *format)
{
  const HwTrend *trend = goal->trend;
  const double scale = goal->metric != NULL ? get_scale (goal->metric) : 1.0;
  g_autofree HwLinePoint *past = NULL;
  g_autofree HwFanPoint *ahead = NULL;
  g_autofree char *name = NULL;
  HwLineData data = { 0 };

  if (trend == NULL || goal->metric == NULL || hw_trend_last (trend) == NULL)
    return NULL;

  past = g_new0 (HwLinePoint, MAX (trend->past->len, 1));
  for (guint i = 0; i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      past[i] = (HwLinePoint) { point->to, point->value * scale, FALSE };
    }

  ahead = g_new0 (HwFanPoint, MAX (trend->ahead->len, 1));
  for (guint i = 0; i < trend->ahead->len; i++)
    {
      const HwTrendAhead *point = &g_array_index (trend->ahead, HwTrendAhead, i);

      ahead[i] = (HwFanPoint) { point->to, point->mean * scale, point->lo80 * scale, point->hi80 * scale,
                                point->lo95 * scale, point->hi95 * scale };
    }

  name = value_name (goal->metric, format);
  data.title = hw_answers_get_text (goal->entry->answers, "name");
  data.value_name = name;
  data.by = HW_BY_DAY;
  data.is_rolling = TRUE;
  data.is_money = hw_unit_is_money (goal->metric->unit);
  data.past = past;
  data.n_past = trend->past->len;
  data.ahead = ahead;
  data.n_ahead = trend->ahead->len;
  data.has_target = TRUE;
  data.target = hw_answers_get_number (goal->entry->answers, "target", 0) * scale;
  return hw_line_chart_new (&data, format);
}
