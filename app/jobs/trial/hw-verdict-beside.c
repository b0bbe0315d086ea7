/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a verdict and never decides: before and after without any care, and
 * what else moved. */
#include "jobs/trial/hw-verdict-case.h"

#include "jobs/figures/hw-trend-job.h"

#include <math.h>

#define Z95 1.959964
#define WEEK 7
#define WEEKS_MOST 156
#define CLEARLY 3.0       /* standard errors of a plain comparison: a figure that moved less is not named */

typedef struct
{
  double mean, square;    /* of the mean: its squared standard error */
  guint  n;
} Mean;

static Mean
mean_of (const GArray *past,
         HwDay         from,
         HwDay         to)
{
  double sum = 0.0, squares = 0.0;
  Mean mean = { NAN, NAN, 0 };

  for (guint i = 0; i < past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, i);

      if (point->from < from || point->to > to || point->state != HW_METRIC_OK)
        continue;

      sum += point->value;
      squares += point->value * point->value;
      mean.n++;
    }

  if (mean.n > 1)
    {
      mean.mean = sum / mean.n;
      mean.square = MAX (squares - sum * mean.mean, 0.0) / ((mean.n - 1.0) * mean.n);
    }

  return mean;
}

static gboolean
compare (const GArray *past,
         HwDay         start,
         HwDay         end,
         double       *share,
         double       *se)
{
  const Mean before = mean_of (past, start - HW_VERDICT_WEEKS_BEFORE * WEEK, start - 1);
  const Mean during = mean_of (past, start, end);

  if (isnan (before.mean) || isnan (during.mean) || before.mean == 0.0)
    return FALSE;

  *share = (during.mean - before.mean) / fabs (before.mean);
  *se = sqrt (before.square + during.square) / fabs (before.mean);
  return TRUE;
}

void
hw_verdict_naive (HwVerdictCase *self)
{
  HwVerdict *v = self->verdict;
  double se;

  if (v->design == HW_DESIGN_SWITCHBACK || !compare (v->actual, v->start, v->end, &v->naive, &se))
    return;

  v->naive_low = v->naive - Z95 * se;
  v->naive_high = v->naive + Z95 * se;
}

static void
add_found (HwVerdict     *v,
           const HwTrend *trend)
{
  HwVerdictFound found = { .metric = trend->metric };
  double se;

  if (trend->metric == v->metric || !compare (trend->past, v->start, v->end, &found.share, &se) ||
      fabs (found.share) < CLEARLY * se)
    return;

  g_array_append_val (v->found, found);
}

gboolean
hw_verdict_find_more (HwVerdictCase  *self,
                      const HwTick   *tick,
                      GError        **error)
{
  HwVerdict *v = self->verdict;
  const HwDay back = hw_session_get_today (self->session) - v->start;
  const guint weeks = (guint) MAX (back, 0) / WEEK + HW_VERDICT_WEEKS_BEFORE;
  const HwTrendRequest request = {
    .metrics = { "revenue", "gross_margin_pct", "average_order_value", "waste_rate", "stockout_rate", "new_customers" },
    .step = HW_TREND_WEEK, .starts = self->from, .most = weeks,
  };
  g_autoptr (GPtrArray) trends = NULL;

  if (weeks > WEEKS_MOST)
    return TRUE;

  trends = hw_trend_job.run (self->session, &request, tick, error);
  if (trends == NULL)
    return FALSE;

  for (guint i = 0; i < trends->len; i++)
    add_found (v, g_ptr_array_index (trends, i));

  return TRUE;
}
