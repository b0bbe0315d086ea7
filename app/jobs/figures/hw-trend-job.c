/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-trend-job.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-trend-ahead.h"
#include "jobs/figures/hw-trend-past.h"
#include "jobs/hw-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
find_metrics (const HwTrendRequest  *request,
              const HwMetric        *metrics[HW_TREND_METRICS_MOST + 1],
              GError               **error)
{
  for (guint i = 0; i < HW_TREND_METRICS_MOST && request->metrics[i] != NULL; i++)
    {
      metrics[i] = hw_metric_find_computed (request->metrics[i]);
      if (metrics[i] == NULL)
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, request->metrics[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/* @open: (nullable) periods in which a product without a line sold nothing, rather
 * than was not there. */
static HwTrend *
make_trend (const HwTrendRequest *request,
            const HwMetric       *metric,
            const GArray         *past,
            const guint8         *open,
            HwDay                 as_of)
{
  HwTrend *trend = hw_trend_new (metric, request->step);

  trend->product_id = request->product_id;
  trend->as_of = as_of;
  for (guint i = 0; i < past->len; i++)
    {
      const HwPeriodSums *sums = &g_array_index (past, HwPeriodSums, i);
      HwTrendPoint point = { sums->from, sums->to, HW_METRIC_OK, NAN };
      double value = NAN;

      point.state = metric->compute (sums, &value);
      if (point.state == HW_METRIC_NO_SALES && open != NULL && open[i] && g_str_equal (metric->id, "revenue"))
        {
          point.state = HW_METRIC_OK;
          value = 0.0;
        }
      if (point.state == HW_METRIC_OK)
        point.value = value;

      g_array_append_val (trend->past, point);
    }

  return trend;
}

static gpointer
run (HwSession      *session,
     gconstpointer   data,
     const HwTick   *tick,
     GError        **error)
{
  const HwTrendRequest *request = data;
  HwStore *store = hw_session_get_store (session);
  const HwDay today = hw_session_get_today (session);
  const HwMetric *metrics[HW_TREND_METRICS_MOST + 1] = { NULL };
  g_autoptr (GPtrArray) trends = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_trend_free);
  g_autoptr (GArray) past = NULL;
  g_autofree guint8 *open = NULL;
  HwTickPart part = { tick, 0.0, 0.9 };
  const HwTick loading = HW_TICK_PART (&part);
  HwTrendSpan span = { 0 };

  if (!find_metrics (request, metrics, error) ||
      !hw_trend_span_find (store, request->step, request->most, today, &span, error))
    return NULL;

  if (request->starts != 0)
    hw_trend_span_align (&span, request->starts, request->most);

  past = request->product_id != 0 ? hw_trend_past_product (store, &span, request->product_id, &open, error)
                                  : hw_trend_past_load (session, &span, metrics, &loading, error);
  if (past == NULL)
    return NULL;

  for (guint i = 0; metrics[i] != NULL; i++)
    {
      HwTrend *trend = make_trend (request, metrics[i], past, open, today);

      g_ptr_array_add (trends, trend);
      if (!hw_tick (tick, 0.9 + 0.1 * i / HW_TREND_METRICS_MOST))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return NULL;
        }

      if (!hw_trend_look_ahead (trend, request->ahead, error))
        return NULL;
    }

  return g_steal_pointer (&trends);
}

const HwJob hw_trend_job = {
  "trend", N_("Working out how the figures move"), run, g_free, (GDestroyNotify) g_ptr_array_unref, FALSE
};
