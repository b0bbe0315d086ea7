/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-verdict-charts.h"

#include "chart/hw-compare-chart.h"
#include "chart/hw-histogram-chart.h"
#include "chart/hw-line-chart.h"
#include "chart/hw-span-chart.h"

#include <glib/gi18n.h>
#include <math.h>

/* A year of the past beside the trial: more, and the trial is too narrow to see. */
#define DAYS_BEFORE (52 * 7)

/* Shares are shown in hundredths. */
static double
times_of (const HwMetric *metric)
{
  return hw_unit_is_share (metric->unit) ? 100.0 : 1.0;
}

static char *
dup_name (const HwMetric *metric)
{
  /* Translators: %s is a figure's name. */
  return hw_unit_is_share (metric->unit) ? g_strdup_printf (_("%s, in per cent"), _(metric->name)) : g_strdup (_(metric->name));
}

static const HwTrendAhead *
find_expected (const HwVerdict *verdict,
               HwDay            from)
{
  for (guint i = 0; i < verdict->expected->len; i++)
    {
      const HwTrendAhead *ahead = &g_array_index (verdict->expected, HwTrendAhead, i);

      if (ahead->from == from)
        return ahead;
    }

  return NULL;
}

HwChart *
hw_verdict_chart_compare (const HwVerdict *verdict,
                          const HwFormat  *format)
{
  g_autofree HwComparePoint *points = g_new0 (HwComparePoint, verdict->actual->len);
  g_autofree char *name = dup_name (verdict->metric);
  const double times = times_of (verdict->metric);
  HwCompareData data = { .title = _("Before and during the trial"), .by = HW_BY_WEEK, .points = points };

  for (guint i = 0; i < verdict->actual->len; i++)
    {
      const HwTrendPoint *actual = &g_array_index (verdict->actual, HwTrendPoint, i);
      const HwTrendAhead *ahead = find_expected (verdict, actual->from);
      HwComparePoint *point = &points[data.n];

      if (actual->from < verdict->start - DAYS_BEFORE)
        continue;

      point->day = actual->from;
      point->value = actual->state == HW_METRIC_OK ? times * actual->value : NAN;
      point->expected = ahead != NULL ? times * ahead->mean : NAN;
      point->low = ahead != NULL ? times * ahead->lo80 : NAN;
      point->high = ahead != NULL ? times * ahead->hi80 : NAN;
      data.n++;
    }

  data.value_name = name;
  data.is_rate = !hw_metric_adds_up (verdict->metric);
  data.is_money = hw_unit_is_money (verdict->metric->unit);
  data.start = verdict->start;
  data.end = verdict->end;
  data.start_name = _("The trial starts");
  data.range_name = _("4 times in 5");
  data.gap = times * verdict->effect;
  data.gap_low = times * verdict->low;
  data.gap_high = times * verdict->high;
  return hw_compare_chart_new (&data, format);
}

HwChart *
hw_verdict_chart_quiet (const HwVerdict *verdict,
                        const HwFormat  *format)
{
  const guint n = verdict->gaps->len;
  const double times = times_of (verdict->metric);
  g_autofree double *gaps = g_new (double, n + 1);
  const HwHistogramData data = {
    .title = _("Quiet stretches of your past"),
    .value_name = hw_unit_is_share (verdict->metric->unit) ? _("More or less than expected, in points")
                  : hw_metric_adds_up (verdict->metric) ? _("More or less than expected, a week") : _("More or less than expected"),
    .count_name = _("Quiet stretches"),
    .is_money = hw_unit_is_money (verdict->metric->unit),
    .values = gaps,
    .n = n,
    .has_mark = TRUE,
    .mark = times * verdict->effect,
    .mark_name = _("This trial"),
  };

  for (guint i = 0; i < n; i++)
    gaps[i] = times * g_array_index (verdict->gaps, double, i);
  return hw_histogram_chart_new (&data, format);
}

static double
weight_of (const HwVerdict *verdict,
           HwVerdictPart    part)
{
  return fabs (verdict->money.matters[part]);
}

/* What the doubt about the money hangs on, the most first; parts that are known are left out. */
HwChart *
hw_verdict_chart_parts (const HwVerdict *verdict,
                        const HwFormat  *format)
{
  HwSpanBar bars[HW_PART_N];
  gboolean shown[HW_PART_N] = { FALSE };
  HwSpanData data = { .title = _("What the money hangs on"), .value_name = _("How closely the money moves with it, from 0 to 1"), .spans = bars, .to = 1.0 };

  for (guint k = 0; k < HW_PART_N; k++)
    {
      HwVerdictPart most = HW_PART_N;

      for (HwVerdictPart part = HW_PART_EFFECT; part < HW_PART_N; part++)
        if (!shown[part] && weight_of (verdict, part) > 0.005 && (most == HW_PART_N || weight_of (verdict, part) > weight_of (verdict, most)))
          most = part;

      if (most == HW_PART_N)
        break;

      shown[most] = TRUE;
      bars[data.n++] = (HwSpanBar) { hw_verdict_part_name (most), weight_of (verdict, most), NAN, NAN, NULL };
    }

  return data.n > 1 ? hw_span_chart_new (&data, format) : NULL;
}

/* From the end of the trial on, when only the set-up is out; where it is back is marked. */
HwChart *
hw_verdict_chart_money (const HwVerdict *verdict,
                        const HwFormat  *format)
{
  const HwVerdictMoney *money = &verdict->money;
  const HwDay start = hw_by_start (HW_BY_MONTH, verdict->end);
  HwFanPoint ahead[HW_VERDICT_MONTHS + 1];
  HwLineEvent back = { .name = _("Set-up is back") };
  HwLineData data = {
    .title = _("Money, month by month"), .value_name = _("In less out so far, once everything runs"), .by = HW_BY_MONTH,
    .is_rolling = TRUE, .is_money = TRUE, .is_about = TRUE, .ahead = ahead, .n_ahead = HW_VERDICT_MONTHS + 1, .events = &back, .event_name = _("Set-up is back"),
  };

  for (int t = 0; t <= HW_VERDICT_MONTHS; t++)
    {
      const HwVerdictMonth *month = &money->months[t];

      ahead[t] = (HwFanPoint) { hw_by_add (HW_BY_MONTH, start, t), month->plan, month->lo80, month->hi80, month->lo95, month->hi95 };
    }

  if (money->set_up > 0.0 && !isnan (money->back))
    {
      back.from = hw_by_add (HW_BY_MONTH, start, (int) ceil (money->back));
      back.to = hw_by_add (HW_BY_MONTH, back.from, 1) - 1;
      data.n_events = 1;
    }

  return hw_line_chart_new (&data, format);
}
