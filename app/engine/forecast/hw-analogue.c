/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-analogue.h"

#include <math.h>

#define NEIGHBOURS 10
#define WINDOWS_MIN 10       /* so many times the window must have been seen */
#define NEAR 1e-9            /* distances below this are all alike */
#define LOG_MARGIN 1.0       /* forecasts stay within e times what was seen */
#define LARGEST 1e100        /* squares of larger numbers could not be added up */

struct _HwAnalogue
{
  gboolean logs;
  double   smallest;         /* stands for what has no logarithm */
  double   low, high;        /* where forecasts of z stay */
  gsize    window;
  double  *weight;           /* window: how much each period of it counts; sum 1 */
  GArray  *z;                /* of double, all periods so far */
};

typedef struct
{
  gsize  at;                 /* first period of a window */
  double anchor;             /* its weighted mean */
  double distance;
} Neighbour;

static double
taken (const HwAnalogue *fit,
       double            y)
{
  return fit->logs ? log (MAX (y, fit->smallest)) : CLAMP (y, -LARGEST, LARGEST);
}

static const double *
values (const HwAnalogue *fit)
{
  return (const double *) (const void *) fit->z->data;
}

/* The younger a period, the more it counts: by the square of its place. */
static void
set_weights (HwAnalogue *fit)
{
  double sum = 0.0;

  fit->weight = g_new (double, fit->window);
  for (gsize i = 0; i < fit->window; i++)
    sum += fit->weight[i] = (double) (i * i);
  for (gsize i = 0; i < fit->window; i++)
    fit->weight[i] /= sum;
}

static void
set_bounds (HwAnalogue *fit)
{
  const double *z = values (fit);

  fit->low = fit->high = z[0];
  for (gsize t = 1; t < fit->z->len; t++)
    {
      fit->low = MIN (fit->low, z[t]);
      fit->high = MAX (fit->high, z[t]);
    }

  const double margin = fit->logs ? LOG_MARGIN : fit->high - fit->low;
  const gboolean sales = !fit->logs && fit->low >= 0.0;

  fit->low = sales ? MAX (fit->low - margin, 0.0) : fit->low - margin;
  fit->high += margin;
}

/**
 * hw_analogue_new:
 * @y: (array length=n): complete and finite, oldest first
 * @n: length of @y, at least ten times @window
 * @window: periods that are compared, at least 2
 *
 * The ten stretches of the past that look most like the last @window periods once
 * each is moved to the same height, the younger periods counting more; what
 * followed them, moved to today's height, weighed by one over the squared distance. In
 * logarithms where every y is above 0.
 *
 * Cost: n * @window for each question.
 *
 * Source: nearest neighbours as in Yakowitz (1987), Journal of Time Series Analysis
 * 8(2); own weights.
 * Checked against: series that repeat, in tests/engine/test-hw-analogue.c.
 *
 * Returns: (transfer full) (nullable): %NULL where @y is too short
 */
HwAnalogue *
hw_analogue_new (const double *y,
                 gsize         n,
                 gsize         window)
{
  g_return_val_if_fail (window >= 2, NULL);

  if (n < WINDOWS_MIN * window)
    return NULL;

  HwAnalogue *fit = g_new0 (HwAnalogue, 1);

  fit->window = window;
  fit->smallest = y[0];
  for (gsize t = 1; t < n; t++)
    fit->smallest = MIN (fit->smallest, y[t]);
  fit->logs = fit->smallest > 0.0;

  fit->z = g_array_sized_new (FALSE, FALSE, sizeof (double), (guint) n);
  hw_analogue_move (fit, y, n);
  set_bounds (fit);
  set_weights (fit);
  return fit;
}

/**
 * hw_analogue_free:
 * @fit: (transfer full): a fit
 */
void
hw_analogue_free (HwAnalogue *fit)
{
  g_array_unref (fit->z);
  g_free (fit->weight);
  g_free (fit);
}

/**
 * hw_analogue_move:
 * @fit: a fit
 * @y: (array length=n): the periods after those already seen
 * @n: how many
 */
void
hw_analogue_move (HwAnalogue   *fit,
                  const double *y,
                  gsize         n)
{
  for (gsize t = 0; t < n; t++)
    {
      const double z = taken (fit, y[t]);

      g_array_append_val (fit->z, z);
    }
}

static double
anchor_of (const HwAnalogue *fit,
           const double     *z)
{
  double sum = 0.0;

  for (gsize i = 0; i < fit->window; i++)
    sum += fit->weight[i] * z[i];
  return sum;
}

/* The nearest stretches with `horizon` periods after them, nearest first; of equals
 * the oldest. */
static gsize
find_neighbours (const HwAnalogue *fit,
                 gsize             horizon,
                 Neighbour        *nearest)
{
  const double *z = values (fit);
  const gsize n = fit->z->len, w = fit->window;
  const double *last = z + n - w;
  const double height = anchor_of (fit, last);
  gsize found = 0;

  for (gsize at = 0; at + w + horizon <= n; at++)
    {
      Neighbour one = { .at = at, .anchor = anchor_of (fit, z + at) };
      const double up = height - one.anchor;
      gsize k = found;

      for (gsize i = 0; i < w; i++)
        {
          const double off = last[i] - z[at + i] - up;

          one.distance += fit->weight[i] * off * off;
        }

      if (found < NEIGHBOURS)
        found++;
      else if (one.distance < nearest[NEIGHBOURS - 1].distance)
        k = NEIGHBOURS - 1;
      else
        continue;

      for (; k > 0 && nearest[k - 1].distance > one.distance; k--)
        nearest[k] = nearest[k - 1];
      nearest[k] = one;
    }

  return found;
}

/* Mean of what followed the neighbours, and (nullable) its variance among them, in z. */
static void
follow (const HwAnalogue *fit,
        gsize             horizon,
        double           *mean,
        double           *variance)
{
  Neighbour nearest[NEIGHBOURS];
  const double *z = values (fit);
  const double height = anchor_of (fit, z + fit->z->len - fit->window);
  const gsize found = find_neighbours (fit, horizon, nearest);

  for (gsize h = 0; h < horizon; h++)
    {
      double sum = 0.0, weights = 0.0, squares = 0.0;

      for (gsize k = 0; k < found; k++)
        {
          const double follows = z[nearest[k].at + fit->window + h] - nearest[k].anchor;
          const double share = (nearest[0].distance + NEAR) / (nearest[k].distance + NEAR);

          sum += share * share * follows;
          weights += share * share;
        }

      mean[h] = found > 0 ? CLAMP (height + sum / weights, fit->low, fit->high) : height;
      for (gsize k = 0; k < found && variance != NULL; k++)
        {
          const double off =
            z[nearest[k].at + fit->window + h] - nearest[k].anchor - (mean[h] - height);

          squares += off * off;
        }

      if (variance != NULL)
        variance[h] = found > 1 ? squares / (double) (found - 1) : 0.0;
    }
}

/**
 * hw_analogue_mean:
 * @fit: a fit
 * @horizon: periods ahead
 * @mean: (out caller-allocates) (array length=horizon): what is expected, in units of y
 *
 * Where nothing in the past has @horizon periods after it: the last height.
 */
void
hw_analogue_mean (const HwAnalogue *fit,
                  gsize             horizon,
                  double           *mean)
{
  follow (fit, horizon, mean, NULL);
  for (gsize h = 0; h < horizon && fit->logs; h++)
    mean[h] = exp (mean[h]);
}

/**
 * hw_analogue_spread:
 * @fit: a fit
 * @horizon: periods ahead
 * @sd: (out caller-allocates) (array length=horizon): standard deviation of what followed
 */
void
hw_analogue_spread (const HwAnalogue *fit,
                    gsize             horizon,
                    double           *sd)
{
  g_autofree double *mean = g_new (double, horizon);

  follow (fit, horizon, mean, sd);
  for (gsize h = 0; h < horizon; h++)
    sd[h] = fit->logs ? exp (mean[h]) * sqrt (expm1 (MIN (sd[h], 1.0))) : sqrt (sd[h]);
}

/* Half a year of weeks; two days of hours. Other seasons gain nothing by it. */
static gsize
window_of (const HwSeriesView *series)
{
  return series->season >= 30 ? (gsize) series->season / 2
         : series->season >= 20 ? (gsize) series->season * 2 : 0;
}

static gboolean
suits (const HwSeriesView *series)
{
  const gsize window = window_of (series);

  return window > 0 && series->n >= WINDOWS_MIN * window;
}

static gpointer
fit_series (const HwSeriesView *series)
{
  return hw_analogue_new (series->y, series->n, window_of (series));
}

static void
drop (gpointer fit)
{
  hw_analogue_free (fit);
}

static void
move (gpointer      fit,
      const double *y,
      gsize         from,
      gsize         to)
{
  hw_analogue_move (fit, y + from, to - from);
}

static void
mean_of (gconstpointer fit,
         gsize         horizon,
         double       *mean)
{
  hw_analogue_mean (fit, horizon, mean);
}

static void
spread_of (gconstpointer fit,
           gsize         horizon,
           double       *sd)
{
  hw_analogue_spread (fit, horizon, sd);
}

const HwFamily hw_family_analogue = {
  .id = "analogue", .suits = suits, .fit = fit_series, .free = drop,
  .move = move, .mean = mean_of, .spread = spread_of,
};
