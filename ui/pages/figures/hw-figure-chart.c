/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-figure-chart.h"

#include "chart/hw-line-chart.h"
#include "domain/hw-survey.h"
#include "jobs/hw-say-figure.h"

#include <glib/gi18n.h>
#include <math.h>

static double
typed_value (const HwEntry *entry)
{
  HwSurveyResult result;

  if (entry->kind == HW_ENTRY_FIGURE)
    return hw_answers_get_number (entry->answers, "value", NAN);

  hw_survey_of (entry->answers, &result);
  return result.value;
}

/* Oldest first. */
static GArray *
take_points (const HwFigure *figure,
             const HwTrend  *trend,
             GPtrArray      *typed,
             double          scale)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (HwLinePoint));

  for (guint i = 0; figure->source == HW_FIGURE_WORKED_OUT && trend != NULL && i < trend->past->len; i++)
    {
      const HwTrendPoint *past = &g_array_index (trend->past, HwTrendPoint, i);
      const HwLinePoint point = { past->to, past->value * scale, FALSE };

      if (points->len > 0 || !isnan (past->value)) /* it begins where something is known */
        g_array_append_val (points, point);
    }

  for (guint i = typed->len; figure->source != HW_FIGURE_WORKED_OUT && i > 0; i--)
    {
      const HwEntry *entry = g_ptr_array_index (typed, i - 1);
      const HwLinePoint point = { hw_library_typed_day (entry), typed_value (entry) * scale, FALSE };

      if (!g_str_equal (hw_answers_get_text (entry->answers, "metric"), figure->metric->id))
        continue;
      if (points->len > 0 && g_array_index (points, HwLinePoint, points->len - 1).day == point.day)
        g_array_remove_index (points, points->len - 1); /* typed in anew for the same day */
      g_array_append_val (points, point);
    }

  return points;
}

HwChart *
hw_figure_chart_new (const HwFigure *figure,
                     const HwTrend  *trend,
                     GPtrArray      *typed,
                     const HwFormat *format)
{
  const double scale = hw_unit_is_share (figure->metric->unit) ? 100.0 : 1.0;
  g_autoptr (GArray) points = take_points (figure, trend, typed, scale);
  const char *unit = hw_unit_words (figure->metric->unit, format);
  g_autofree char *value_name = NULL;
  guint n_known = 0;

  for (guint i = 0; i < points->len; i++)
    n_known += !isnan (g_array_index (points, HwLinePoint, i).value);
  if (n_known < 2)
    return NULL;

  if (figure->source != HW_FIGURE_WORKED_OUT)
    value_name = g_strdup (unit);
  else if (*unit != '\0')
    /* Translators: the measure of a chart; %s is a unit such as "EUR" or "days". */
    value_name = g_strdup_printf (_("%s, over four weeks up to the day"), unit);
  else
    value_name = g_strdup (_("Over four weeks, up to the day"));

  return hw_line_chart_new (&(HwLineData) {
    .title = _(figure->metric->name), .value_name = value_name, .by = HW_BY_DAY,
    .is_rolling = figure->source == HW_FIGURE_WORKED_OUT, .is_money = hw_unit_is_money (figure->metric->unit),
    .past = (const HwLinePoint *) (const void *) points->data, .n_past = points->len,
    .has_target = !isnan (figure->good), .target = figure->good * scale,
  }, format);
}
