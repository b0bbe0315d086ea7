/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-verdict-case.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-trend-job.h"
#include "jobs/hw-session-private.h"
#include "store/hw-sale-repo.h"

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

gboolean
hw_verdict_find_days (HwVerdictCase  *self,
                      HwDay          *first,
                      GError        **error)
{
  HwVerdict *v = self->verdict;
  HwDay last;
  gint64 n_lines;

  v->n_weeks = 0;
  if (!hw_sale_repo_span (self->store, first, &last, &n_lines, error) ||
      !hw_sale_repo_last_before (self->store, hw_session_get_today (self->session), &last, error))
    return FALSE;

  if (n_lines == 0 || last == HW_DAY_NONE || MIN (last, self->to) < self->from + WEEK - 1)
    return TRUE;

  v->start = self->from;
  v->n_weeks = (guint) (MIN (last, self->to) - self->from + 1) / WEEK;
  v->end = v->start + (HwDay) v->n_weeks * WEEK - 1;
  return TRUE;
}

double
hw_verdict_mean_week (const double *weeks,
                      guint         from,
                      guint         to)
{
  double sum = 0.0;

  for (guint w = from; w < to; w++)
    sum += weeks[w] / (to - from);

  return sum;
}

void
hw_verdict_keep_groups (HwVerdictCase *self,
                        HwDay          first,
                        const double  *chosen,
                        const double  *others,
                        guint          n,
                        guint          start)
{
  HwVerdict *v = self->verdict;
  const double beside = hw_verdict_mean_week (others, start, n);
  double sum = 0.0, squares = 0.0, sd;
  guint known = 0;

  for (guint w = 0; w < start; w++)
    {
      const double d = log (chosen[w] / others[w]);

      if (!isfinite (d))
        continue;

      sum += d;
      squares += d * d;
      known++;
    }

  sd = known > 1 ? sqrt (MAX (squares - sum * sum / known, 0.0) / (known - 1)) : 0.0;
  for (guint w = 0; w < n; w++)
    {
      const HwDay from = first + (HwDay) w * WEEK;

      hw_verdict_add_week (self, from, chosen[w]);
      if (w >= start && beside > 0.0)
        hw_verdict_add_ahead (self, from, v->usual * others[w] / beside, sd, TRUE);
    }
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
hw_verdict_judged (HwVerdictCase  *self,
                   HwJudgeState    state,
                   GError         *found,
                   GError        **error)
{
  if (found == NULL)
    return TRUE;

  if (!g_error_matches (found, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT))
    {
      g_propagate_error (error, found);
      return FALSE;
    }

  g_error_free (found);
  self->verdict->state = state;
  return TRUE;
}
