/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-draw.h"

#include "core/hw-rng.h"
#include "engine/stock/hw-stock-paths.h"
#include "jobs/demand/hw-demand-shown.h"

#include <math.h>

#define WEEK 7
#define SEEN_LEAST 4 /* open days of a week that say what the week was */

static double
demand_at (const HwDemandSeries *series,
           guint                 i)
{
  const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);

  return point->state == HW_PAST_CLOSED ? NAN : MAX (point->units + point->lost, 0.0);
}

double *
hw_stock_draw_expect (const HwStockKit     *kit,
                      const HwDemandSeries *series,
                      gsize                 n)
{
  double *mean = g_new0 (double, n);

  for (gsize i = 0; i < n; i++)
    {
      const gssize step = kit->step_of_day[MIN (i, kit->n_days - 1)];

      if (step >= 0 && (gsize) step < kit->demand->n_ahead)
        mean[i] = MAX (series->mean[step], 0.0);
    }

  return mean;
}

double *
hw_stock_draw_weeks (const HwStockKit     *kit,
                     const HwDemandSeries *series,
                     gsize                *n)
{
  const GArray *past = series->past;
  const HwDay last = kit->demand->last_day, first = g_array_index (past, HwDemandPoint, 0).day;
  double *y = NULL;
  g_autofree guint8 *seen = NULL;

  *n = (gsize) ((last - first) / WEEK + 1);
  y = g_new0 (double, *n);
  seen = g_new0 (guint8, *n);
  for (guint i = 0; i < past->len; i++)
    {
      const double units = demand_at (series, i);
      const gsize week = *n - 1 - (gsize) ((last - g_array_index (past, HwDemandPoint, i).day) / WEEK);

      if (!isnan (units))
        {
          y[week] += units;
          seen[week]++;
        }
    }

  for (gsize w = 0; w < *n; w++)
    y[w] = seen[w] >= MIN (SEEN_LEAST, kit->demand->season)
           ? y[w] * MAX ((double) kit->demand->season / seen[w], 1.0) : NAN;

  return y;
}

/* Open days, the last of them the day before today: days since the last sales known
 * are not observed. */
static double *
past_days (const HwStockKit     *kit,
           const HwDemandSeries *series,
           gsize                *n)
{
  gssize stale = -1;
  double *y;

  for (gsize i = 0; i < WEEK && stale < 0; i++)
    stale = kit->step_of_day[i];

  *n = series->past->len + (gsize) MAX (stale, 0);
  y = g_new (double, *n);
  for (gsize i = 0; i < *n; i++)
    y[i] = i < series->past->len ? demand_at (series, (guint) i) : NAN;

  return y;
}

/* Paths of open days as paths of calendar days: nothing is asked for on days on which
 * the business is never open. */
static double *
spread_days (const HwStockKit *kit,
             const double     *open_paths,
             gsize             n_open,
             gsize             n_paths,
             gsize             n_days)
{
  double *paths = g_new0 (double, n_paths * n_days);

  for (gsize p = 0; p < n_paths; p++)
    for (gsize i = 0, k = 0; i < n_days; i++)
      if (kit->step_of_day[i] >= 0)
        paths[p * n_days + i] = open_paths[p * n_open + k++];

  return paths;
}

/* The paths' mean is set to the forecast as it is shown, with events and the owner's
 * own figures in it, so that orders and forecast never disagree; how they spread stays. */
static double *
draw_around (const HwStockPathsInput  *in,
             GError                  **error)
{
  HwStockPathsInput parts = *in;
  double *paths;
  HwRng rng;

  parts.whole = FALSE;
  paths = hw_stock_paths_draw (&parts, error);
  hw_rng_init (&rng, in->seed ^ in->n);
  for (gsize h = 0; paths != NULL && h < in->n_periods; h++)
    {
      double mean = 0.0;

      for (gsize p = 0; p < in->n_paths; p++)
        mean += paths[p * in->n_periods + h] / (double) in->n_paths;

      for (gsize p = 0; p < in->n_paths; p++)
        {
          double *at = &paths[p * in->n_periods + h];
          const double value = mean > 0.0 ? *at * (in->ahead[h] / mean) : in->ahead[h];

          *at = in->whole ? floor (value) + (hw_rng_unit (&rng) < value - floor (value) ? 1.0 : 0.0) : value;
        }
    }

  return paths;
}

static double *
draw_days (const HwStockCase *self,
           const HwStockKit  *kit,
           HwStockPathsInput *in,
           gsize              n_days,
           GError           **error)
{
  g_autofree double *y = past_days (kit, self->series, &in->n);
  g_autofree double *mean = hw_stock_draw_expect (kit, self->series, n_days);
  g_autofree double *ahead = g_new (double, n_days);
  g_autofree double *drawn = NULL;

  in->n_periods = 0;
  for (gsize i = 0; i < n_days; i++)
    if (kit->step_of_day[i] >= 0)
      ahead[in->n_periods++] = mean[i];

  in->y = y;
  in->ahead = ahead;
  in->season = kit->demand->season;
  in->year = 52 * kit->demand->season;
  drawn = draw_around (in, error);
  return drawn != NULL ? spread_days (kit, drawn, in->n_periods, in->n_paths, n_days) : NULL;
}

static double *
draw_weeks (const HwStockCase *self,
            const HwStockKit  *kit,
            HwStockPathsInput *in,
            gsize              n_weeks,
            GError           **error)
{
  g_autofree double *y = hw_stock_draw_weeks (kit, self->series, &in->n);
  g_autofree double *mean = hw_stock_draw_expect (kit, self->series, n_weeks * WEEK);
  g_autofree double *ahead = g_new0 (double, n_weeks);

  for (gsize i = 0; i < n_weeks * WEEK; i++)
    ahead[i / WEEK] += mean[i];

  in->y = y;
  in->ahead = ahead;
  in->n_periods = n_weeks;
  in->season = 1;
  in->year = 52;
  return draw_around (in, error);
}

gboolean
hw_stock_draw (HwStockCase       *self,
               const HwStockKit  *kit,
               gsize              n_paths,
               gsize              n_periods,
               GError           **error)
{
  HwStockPathsInput in = {
    .whole = !hw_demand_has_parts (self->series), .n_paths = n_paths, .seed = (guint64) self->product->id,
  };

  self->paths = self->period_days == WEEK ? draw_weeks (self, kit, &in, n_periods, error)
                                          : draw_days (self, kit, &in, n_periods, error);
  self->input.paths = self->paths;
  self->input.n_paths = n_paths;
  self->input.n_periods = n_periods;
  self->input.seed = in.seed;
  return self->paths != NULL;
}
