/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-stage.h"

#include <math.h>
#include <string.h>

/**
 * hw_arima_stage_clear:
 * @stage: (inout): what it owns is freed
 */
void
hw_arima_stage_clear (HwArimaStage *stage)
{
  g_clear_pointer (&stage->w, g_free);
  g_clear_pointer (&stage->x, g_free);
  g_clear_pointer (&stage->skip, g_free);
}

/**
 * hw_arima_waves:
 * @season: periods in the season
 * @waves: how many
 * @t: period
 * @row: (out): length 2 x @waves: sine and cosine of each wave in that period,
 *   before differencing
 */
void
hw_arima_waves (int     season,
                int     waves,
                gsize   t,
                double *row)
{
  const gsize phase = t % (gsize) season;

  for (int k = 1; k <= waves; k++)
    {
      const double angle = 2.0 * G_PI * (double) ((gsize) k * phase % (gsize) season) / (double) season;

      row[2 * k - 2] = sin (angle);
      row[2 * k - 1] = cos (angle);
    }
}

/**
 * hw_arima_difference:
 * @rows: (inout): @n rows of @width numbers each, differenced in place
 * @n: periods
 * @width: columns
 * @order: how often: d and D
 *
 * Returns: how many rows are left
 */
gsize
hw_arima_difference (double             *rows,
                     gsize               n,
                     gsize               width,
                     const HwArimaOrder *order)
{
  for (int k = 0; k < order->d + order->D; k++)
    {
      const gsize lag = k < order->d ? 1 : (gsize) order->season;

      if (n <= lag)
        return 0;

      n -= lag;
      for (gsize i = 0; i < n * width; i++)
        rows[i] = rows[i + lag * width] - rows[i];
    }

  return n;
}

/**
 * hw_arima_stage_init:
 * @stage: (inout): its work is set, all else is filled in
 * @series: the series
 * @order: differences and season
 * @logs: of ln y; then every y is above 0
 * @constant: with a constant as the first regressor
 * @waves: of the season, as further regressors
 *
 * Returns: whether anything is left after differencing
 */
gboolean
hw_arima_stage_init (HwArimaStage       *stage,
                     const HwSeriesView *series,
                     const HwArimaOrder *order,
                     gboolean            logs,
                     gboolean            constant,
                     int                 waves)
{
  const gsize lost = (gsize) (order->d + order->D * order->season);
  const gsize width = 2 * (gsize) waves;
  g_autofree double *rows = g_new (double, series->n * width + 1);

  stage->columns = width + (constant ? 1 : 0);
  stage->w = g_new (double, series->n);
  stage->x = g_new (double, series->n * stage->columns + 1);
  stage->log_sum = 0.0;

  for (gsize t = 0; t < series->n; t++)
    {
      stage->w[t] = logs ? log (series->y[t]) : series->y[t];
      if (logs && t >= lost && (series->filled == NULL || series->filled[t] == 0))
        stage->log_sum += stage->w[t];
      hw_arima_waves (series->season, waves, t, rows + t * width);
    }

  stage->n = hw_arima_difference (stage->w, series->n, 1, order);
  if (width > 0)
    hw_arima_difference (rows, series->n, width, order);

  for (gsize t = 0; t < stage->n; t++)
    {
      double *row = stage->x + t * stage->columns;

      if (constant)
        *row++ = 1.0;
      memcpy (row, rows + t * width, width * sizeof *row);
    }

  if (series->filled != NULL && stage->n > 0)
    stage->skip = g_memdup2 (series->filled + lost, stage->n);

  return stage->n > 0;
}

/**
 * hw_arima_stage_estimate:
 * @stage: series and regressors
 * @constant: whether the regressors are used
 * @rounds: of improvement
 * @estimate: (inout): see hw_arima_estimate(); its aicc is that of y itself,
 *   so that scales can be compared
 *
 * Returns: %FALSE where no finite likelihood was found
 */
gboolean
hw_arima_stage_estimate (const HwArimaStage *stage,
                         gboolean            constant,
                         int                 rounds,
                         HwArimaEstimate    *estimate)
{
  const HwArimaData data = { stage->w, stage->skip, stage->x, stage->n, constant ? stage->columns : 0 };

  if (!hw_arima_estimate (&data, rounds, stage->work, estimate))
    return FALSE;

  estimate->aicc += 2.0 * stage->log_sum;
  return TRUE;
}
