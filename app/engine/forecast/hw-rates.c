/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-rates.h"

#include "core/hw-sort.h"
#include "engine/math/hw-solve.h"

#include <math.h>
#include <stdlib.h>

#define INPUTS       (1 + HW_RATES_LOOKS)
#define STRETCHES    2     /* the last ones of each series are learned from */
#define HALF_PIECE   0.5   /* pieces that every look is taken to have seen at the catalogue's level */
#define SEEN_ENOUGH  0.3   /* periods: a look that saw less says nothing */
#define TIE          5.0   /* pull of the weights to the usual ones */
#define SCATTER_TIE  0.3
#define OWN_SCATTER  60.0  /* periods from which on the own scatter counts more than the catalogue's */
#define SURPRISE_MAX 4.0   /* a stretch that sold 5 times what was expected teaches no more than that */
#define ROUNDS       25
#define BINS         10
#define BIN_MIN      15
#define LOG_MIN      (-12.0)
#define LOG_MAX      14.0
#define PIECES_MAX   1e12  /* of a period: more is taken as so many */

/* What one series did after one day of its past. */
typedef struct
{
  double x[INPUTS];
  double periods;
  double sum;      /* pieces */
  double squares;
  double mean;     /* expected of a period */
  double miss;     /* mean square of a period's error */
} Row;

/**
 * hw_rates_usual:
 * @season: periods in the main season
 * @rates: (out): what serves for catalogues in general
 *
 * Three looks back count alike; sales of 0.3 pieces a period scatter hardly more
 * than chance does, sales of 20 ten times as much.
 */
void
hw_rates_usual (int      season,
                HwRates *rates)
{
  const double scale = season == 7 ? 7.0 : season == 52 ? 2.0 : 1.0;

  *rates = (HwRates) {
    .life = { 3.0 * scale, 12.0 * scale, 60.0 * scale },
    .level = NAN,
    .weight = { 0.0, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0 },
    .scatter = { 0.8, 0.5 },
  };
}

static inline double
pieces_of (double y,
           double unit)
{
  return CLAMP (y * unit, 0.0, PIECES_MAX);
}

/* Logarithms of the looks back from the end of @y, in pieces. */
static void
look_back (const HwRates *rates,
           const double  *y,
           const guint8  *filled,
           gsize          n,
           double         unit,
           double         x[INPUTS])
{
  x[0] = 1.0;
  for (int i = 0; i < HW_RATES_LOOKS; i++)
    {
      const double keep = exp (-1.0 / rates->life[i]);
      double sum = 0.0, seen = 0.0, level = rates->level;

      for (gsize t = 0; t < n; t++)
        {
          sum *= keep;
          seen *= keep;
          if (isnan (y[t]) || (filled != NULL && filled[t]))
            continue;
          sum += keep * pieces_of (y[t], unit);
          seen += keep;
        }

      if (isnan (level))
        level = seen > 0.0 ? sum / seen : 0.0;
      level = MAX (level, 0.1);
      x[1 + i] = seen > SEEN_ENOUGH ? log ((sum + HALF_PIECE) / (seen + HALF_PIECE / level)) : log (level);
    }
}

static double
expected (const HwRates *rates,
          const double   x[INPUTS])
{
  double sum = 0.0;

  for (int i = 0; i < INPUTS; i++)
    sum += rates->weight[i] * x[i];

  return exp (CLAMP (sum, LOG_MIN, LOG_MAX));
}

/* 1 / size of the negative binomial of a stretch's sum, by moments. */
static double
excess_of (const HwRates *rates,
           const Row     *rows,
           gsize          n)
{
  double above = 0.0, squares = 0.0;

  for (gsize k = 0; k < n; k++)
    {
      const double mu = rows[k].periods * expected (rates, rows[k].x);
      const double off = MIN (rows[k].sum / mu, SURPRISE_MAX + 2.0) - 1.0;

      above += mu * mu * off * off - mu;
      squares += mu * mu;
    }

  return CLAMP (squares > 0.0 ? above / squares : 1.0, 0.02, 20.0);
}

/* Logarithm of the negative binomial's likelihood of all rows, as far as it depends
 * on the weights, less what pulls these to the usual ones. */
static double
likelihood (const HwRates *rates,
            const HwRates *usual,
            const Row     *rows,
            gsize          n,
            double         excess)
{
  double out = 0.0;

  for (gsize k = 0; k < n; k++)
    {
      const double mu = rows[k].periods * expected (rates, rows[k].x);

      out += rows[k].sum * log (mu) - (rows[k].sum + 1.0 / excess) * log1p (mu * excess);
    }

  for (int i = 0; i < INPUTS; i++)
    {
      const double off = rates->weight[i] - usual->weight[i];

      out -= 0.5 * (i == 0 ? 0.01 * TIE : TIE) * off * off;
    }

  return out;
}

/* Goes along @b as far as it makes the rows likelier. Returns the largest change. */
static double
go_along (HwRates       *rates,
          const HwRates *usual,
          const Row     *rows,
          gsize          n,
          double         excess,
          const double  *b)
{
  const double before = likelihood (rates, usual, rows, n, excess);
  const HwRates from = *rates;

  for (double part = 1.0; part > 0.01; part /= 2.0)
    {
      double change = 0.0;

      for (int i = 0; i < INPUTS; i++)
        {
          const double by = part * CLAMP (b[i], -1.0, 1.0);

          rates->weight[i] = from.weight[i] + by;
          change = MAX (change, fabs (by));
        }
      if (likelihood (rates, usual, rows, n, excess) > before)
        return change;
    }

  *rates = from;
  return 0.0;
}

/* One step of iterated weighted least squares. Returns the largest change. */
static double
step_weights (HwRates       *rates,
              const HwRates *usual,
              const Row     *rows,
              gsize          n,
              double         excess)
{
  double a[INPUTS][INPUTS] = { { 0 } }, b[INPUTS] = { 0 };

  for (int i = 0; i < INPUTS; i++)
    {
      const double tie = i == 0 ? 0.01 * TIE : TIE;

      a[i][i] = tie;
      b[i] = tie * (usual->weight[i] - rates->weight[i]);
    }

  for (gsize k = 0; k < n; k++)
    {
      const double mu = rows[k].periods * expected (rates, rows[k].x);
      const double w = mu / (1.0 + mu * excess);
      const double off = CLAMP (rows[k].sum / mu - 1.0, -1.0, SURPRISE_MAX);

      for (int i = 0; i < INPUTS; i++)
        {
          b[i] += w * rows[k].x[i] * off;
          for (int j = 0; j < INPUTS; j++)
            a[i][j] += w * rows[k].x[i] * rows[k].x[j];
        }
    }

  hw_solve_positive (a[0], b, INPUTS, INPUTS);
  return go_along (rates, usual, rows, n, excess, b);
}

static int
compare_rows (const void *a,
              const void *b)
{
  const Row *x = a, *y = b;

  if (x->mean < y->mean || x->mean > y->mean)
    return x->mean < y->mean ? -1 : 1;

  return (x->miss > y->miss) - (x->miss < y->miss);
}

/* Logarithms of mean and of variance over mean in a bin of like rows. */
static void
scatter_of_bin (const Row *rows,
                gsize      n,
                double    *log_mean,
                double    *log_scatter)
{
  g_autofree double *misses = g_new (double, n);
  double mean = 0.0, periods = 0.0, miss = 0.0, cut;

  for (gsize k = 0; k < n; k++)
    {
      misses[k] = rows[k].miss;
      mean += rows[k].mean * rows[k].periods;
      periods += rows[k].periods;
    }

  hw_sort_doubles (misses, n);
  cut = misses[(gsize) (0.95 * (double) (n - 1))]; /* one wild stretch says little of the others */
  for (gsize k = 0; k < n; k++)
    miss += MIN (misses[k], cut) / (double) n;

  *log_mean = log (mean / periods);
  *log_scatter = log (MAX (miss * periods / mean, 1.0));
}

/* A line through the bins, tied to the usual one. */
static void
learn_scatter (HwRates       *rates,
               const HwRates *usual,
               Row           *rows,
               gsize          n)
{
  const gsize bins = CLAMP (n / BIN_MIN, 1, BINS);
  double aa = SCATTER_TIE, ab = 0.0, bb = SCATTER_TIE, ra = 0.0, rb = 0.0, det;

  for (gsize k = 0; k < n; k++)
    {
      rows[k].mean = expected (rates, rows[k].x);
      rows[k].miss = MAX (rows[k].squares - 2.0 * rows[k].mean * rows[k].sum, -rows[k].periods * rows[k].mean * rows[k].mean);
      rows[k].miss = rows[k].miss / rows[k].periods + rows[k].mean * rows[k].mean;
    }

  qsort (rows, n, sizeof *rows, compare_rows);
  for (gsize i = 0; i < bins; i++)
    {
      const gsize from = n * i / bins, to = n * (i + 1) / bins;
      double at, scatter;

      scatter_of_bin (rows + from, to - from, &at, &scatter);
      scatter -= usual->scatter[0] + usual->scatter[1] * at;
      aa += 1.0;
      ab += at;
      bb += at * at;
      ra += scatter;
      rb += scatter * at;
    }

  det = aa * bb - ab * ab;
  rates->scatter[0] = usual->scatter[0] + (ra * bb - rb * ab) / det;
  rates->scatter[1] = usual->scatter[1] + (rb * aa - ra * ab) / det;
}

/* What @view did in the stretch @which from its end, and what it looked like before. */
static gboolean
fill_row (const HwRates      *rates,
          const HwSeriesView *view,
          gsize               horizon,
          gsize               which,
          Row                *row)
{
  gsize from, seen = 0;

  if (view->n < which * horizon + MAX (horizon, 4))
    horizon = MAX (horizon / 2, 1);
  if (view->n < which * horizon + 2)
    return FALSE;

  from = view->n - which * horizon;
  for (gsize t = 0; t < from; t++)
    seen += view->filled == NULL || !view->filled[t];
  if (seen == 0)
    return FALSE;

  *row = (Row) { 0 };
  for (gsize t = from; t < from + horizon; t++)
    {
      const double pieces = pieces_of (view->y[t], view->unit);

      if (view->filled != NULL && view->filled[t])
        continue;
      row->periods += 1.0;
      row->sum += pieces;
      row->squares += pieces * pieces;
    }

  look_back (rates, view->y, view->filled, from, view->unit, row->x);
  return row->periods > 0.0;
}

static double
level_of (const HwSeriesView *series,
          gsize               n)
{
  double sum = 0.0, seen = 0.0;

  for (gsize i = 0; i < n; i++)
    for (gsize t = 0; t < series[i].n; t++)
      if (series[i].filled == NULL || !series[i].filled[t])
        {
          sum += pieces_of (series[i].y[t], series[i].unit);
          seen += 1.0;
        }

  return seen > 0.0 ? sum / seen : 0.0;
}

/**
 * hw_rates_learn:
 * @series: (array length=n): a catalogue, all of one season
 * @n: number of series, at least 1
 * @horizon: periods of a stretch
 * @rates: (out): what the last two stretches of each series teach
 *
 * Log-linear regression of the sales of a stretch on three exponentially fading
 * means of what was sold before it, with a negative binomial's variance; weights
 * are tied to the usual ones. The scatter of single periods around it is a line
 * in logarithms over the bins of like rates.
 *
 * Cost: O(all periods).
 *
 * Source: negative binomial regression by iterated weighted least squares,
 * McCullagh and Nelder (1989), Generalized Linear Models, chapters 2 and 6.
 * Checked against: catalogues with known rates in tests/engine/test-hw-pool.c.
 */
void
hw_rates_learn (const HwSeriesView *series,
                gsize               n,
                gsize               horizon,
                HwRates            *rates)
{
  g_autofree Row *rows = g_new (Row, n * STRETCHES);
  HwRates usual;
  gsize k = 0;
  double excess = 0.5;

  hw_rates_usual (series[0].season, &usual);
  *rates = usual;
  rates->level = level_of (series, n);
  if (!(rates->level > 0.0) || rates->level > exp (LOG_MAX))
    return;

  for (gsize i = 0; i < n; i++)
    for (gsize which = 1; which <= STRETCHES; which++)
      k += fill_row (rates, &series[i], MAX (horizon, 1), which, &rows[k]);

  if (k == 0)
    return;

  for (int round = 0; round < ROUNDS; round++)
    {
      if (step_weights (rates, &usual, rows, k, excess) < 1e-6)
        break;
      if (round < ROUNDS / 3)
        excess = excess_of (rates, rows, k);
    }

  learn_scatter (rates, &usual, rows, k);
}

/**
 * hw_rates_now:
 * @rates: of the catalogue
 * @y: (array length=n): the series up to now; NAN where nothing was observed
 * @n: number of periods
 * @unit: pieces in one of y
 * @mean: (out): expected of a period to come [pieces], above 0
 * @variance: (out): at least as large [pieces squared]
 *
 * The variance lies between the catalogue's for such a mean and the series' own,
 * nearer to the own the more periods were seen.
 */
void
hw_rates_now (const HwRates *rates,
              const double  *y,
              gsize          n,
              double         unit,
              double        *mean,
              double        *variance)
{
  double x[INPUTS], sum = 0.0, squares = 0.0, seen = 0.0, scatter, own;

  look_back (rates, y, NULL, n, unit, x);
  *mean = expected (rates, x);
  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        const double pieces = pieces_of (y[t], unit);

        seen += 1.0;
        sum += pieces;
        squares += pieces * pieces;
      }

  scatter = MAX (rates->scatter[0] + rates->scatter[1] * log (*mean), 0.0);
  if (sum > 0.0)
    {
      own = MAX ((squares - sum * sum / seen) / sum, 0.5);
      scatter = (seen * log (own) + OWN_SCATTER * scatter) / (seen + OWN_SCATTER);
    }

  *variance = *mean * exp (CLAMP (scatter, 0.0, LOG_MAX));
}
