/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-verdict-case.h"

#include "core/hw-error.h"
#include "jobs/hw-trend-job.h"

#include <math.h>

#define WEEK 7
#define Z80 1.281552
#define Z95 1.959964

void
hw_verdict_take (HwVerdictCase       *self,
                 const HwVerdictTest *test)
{
  HwVerdict *v = self->verdict;
  const double scale = test->logs ? 1.0 : 1.0 / fabs (test->usual);
  const double unit = fabs (test->usual);

  v->p = test->p;
  v->attainable = test->attainable;
  v->usual = test->usual;
  v->share = test->logs ? expm1 (test->effect) : test->effect * scale;
  v->share_low = test->logs ? expm1 (test->low95) : test->low95 * scale;
  v->share_high = test->logs ? expm1 (test->high95) : test->high95 * scale;
  v->effect = v->share * unit;
  v->low = (test->logs ? expm1 (test->low90) : test->low90 * scale) * unit;
  v->high = (test->logs ? expm1 (test->high90) : test->high90 * scale) * unit;
  v->se = (test->high95 - test->low95) / (2.0 * Z95) * (test->logs ? 1.0 + v->share : scale);
  if (!isfinite (v->share))
    v->state = HW_JUDGE_NO_FIGURE;
  else
    v->state = isfinite (v->share_low) && isfinite (v->share_high) && v->se > 0.0 ? HW_JUDGED : HW_JUDGE_TOO_FEW;
}

gboolean
hw_verdict_find_weeks (HwVerdictCase *self,
                       const GArray  *past,
                       guint         *first)
{
  HwVerdict *v = self->verdict;

  v->n_weeks = 0;
  for (guint i = 0; i < past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, i);

      if (point->from < self->from || point->to > self->to)
        continue;

      if (v->n_weeks++ == 0)
        {
          *first = i;
          v->start = point->from;
        }

      v->end = point->to;
    }

  return v->n_weeks > 0;
}

void
hw_verdict_add_week (HwVerdictCase *self,
                     HwDay          from,
                     double         value)
{
  const HwTrendPoint point = { from, from + WEEK - 1, isnan (value) ? HW_METRIC_NO_SALES : HW_METRIC_OK, value };

  g_array_append_val (self->verdict->actual, point);
}

void
hw_verdict_add_ahead (HwVerdictCase *self,
                      HwDay          from,
                      double         mean,
                      double         sd,
                      gboolean       logs)
{
  const double at[] = { -Z80, Z80, -Z95, Z95 };
  double ends[G_N_ELEMENTS (at)];
  HwTrendAhead ahead = { from, from + WEEK - 1, mean };

  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    ends[i] = logs ? mean * exp (at[i] * sd) : mean + at[i] * sd;

  ahead.lo80 = ends[0];
  ahead.hi80 = ends[1];
  ahead.lo95 = ends[2];
  ahead.hi95 = ends[3];
  g_array_append_val (self->verdict->expected, ahead);
}

HwTrend *
hw_verdict_load_trend (HwVerdictCase  *self,
                       const char     *metric,
                       gint64          product,
                       const HwTick   *tick,
                       GError        **error)
{
  const HwTrendRequest request = {
    .metrics = { metric }, .step = HW_TREND_WEEK, .starts = self->from, .product_id = product,
  };
  g_autoptr (GPtrArray) trends = hw_trend_job.run (self->session, &request, tick, error);

  return trends != NULL ? g_ptr_array_steal_index (trends, 0) : NULL;
}

gboolean
hw_verdict_is_short (GError **error)
{
  if (!g_error_matches (*error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT))
    return FALSE;

  g_clear_error (error);
  return TRUE;
}
