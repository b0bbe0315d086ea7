/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-roll-out-charts.h"

#include "chart/hw-gantt-chart.h"
#include "chart/hw-line-chart.h"
#include "chart/hw-span-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define HOLDS_UP 0.5 /* chance that the end waits for it */

HwChart *
hw_roll_out_chart_waves (const HwRollOut *scale,
                         const HwFormat  *format)
{
  g_autofree HwGanttBar *bars = g_new0 (HwGanttBar, scale->waves->len + 1);
  const HwGanttData data = {
    .title = _("Steps over the days"), .today = scale->as_of, .bars = bars, .n = scale->waves->len,
  };

  for (guint i = 0; i < scale->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (scale->waves, i);

      bars[i] = (HwGanttBar) {
        hw_answers_get_text (wave->entry->answers, "what"), wave->from, wave->to, wave->done_on, wave->ends_50, wave->ends_90,
        wave->critical >= HOLDS_UP,
      };
    }

  return data.n > 0 ? hw_gantt_chart_new (&data, format) : NULL;
}

HwChart *
hw_roll_out_chart_money (const HwRollOut *scale,
                         const HwFormat  *format)
{
  const guint n = scale->months->len;
  g_autofree HwLinePoint *past = g_new0 (HwLinePoint, n + 1);
  g_autofree HwFanPoint *ahead = g_new0 (HwFanPoint, n + 1);
  HwLineData data = {
    .title = _("Money by month"), .value_name = _("Money in less money out"), .by = HW_BY_MONTH, .is_money = TRUE, .is_about = TRUE,
    .past = past, .ahead = ahead,
  };

  if (scale->state != HW_SCALE_MONEY)
    return NULL;

  for (guint t = 1; t < n; t++)
    {
      const HwScaleMonth *month = &g_array_index (scale->months, HwScaleMonth, t);

      if (!isnan (month->actual))
        past[data.n_past++] = (HwLinePoint) { month->from, month->actual, FALSE };
      else
        ahead[data.n_ahead++] = (HwFanPoint) { month->from, month->plan, month->lo80, month->hi80, month->lo95, month->hi95 };
    }

  return hw_line_chart_new (&data, format);
}

HwChart *
hw_roll_out_chart_parts (const HwRollOut *scale,
                         const HwFormat  *format)
{
  const guint n = scale->swings->len;
  g_autofree HwSpanBar *bars = g_new0 (HwSpanBar, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const HwSpanData data = {
    .title = _("What moves the result most"), .value_name = _("From bad to good, in today’s money"), .is_money = TRUE,
    .is_about = TRUE, .spans = bars, .n = n,
  };

  for (guint i = 0; i < n; i++)
    {
      const HwSwing *swing = &g_array_index (scale->swings, HwSwing, i);
      g_autofree char *worst = hw_format_money_about (format, swing->worst);
      g_autofree char *best = hw_format_money_about (format, swing->best);
      /* Translators: a range of two sums of money. */
      char *text = g_strdup_printf (_("%s to %s"), worst, best);

      g_ptr_array_add (texts, text);
      bars[i] = (HwSpanBar) { swing->name, swing->best - swing->worst, (double) NAN, (double) NAN, text };
    }

  return n > 0 ? hw_span_chart_new (&data, format) : NULL;
}
