/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-gap.h"

#include "engine/forecast/hw-stl.h"
#include "engine/math/hw-solve.h"

#include <math.h>
#include <string.h>

#define WAVES 5          /* of the season in the first guess, at most */
#define BENDS 6          /* degree of its trend, at most */
#define TERMS (1 + 2 * WAVES + BENDS)
#define SEASON_WINDOW 11
#define ROUNDS 15        /* of the robust decomposition */
#define BEYOND 0.5       /* of the range seen: a stand-in further out is not believed */

typedef struct
{
  int k;                 /* terms */
  int waves;
  int bends;
  int season;
  gsize n;
} Guess;

/* Constant, trend (Legendre's polynomials) and waves of the season at period @t. */
static void
terms_at (const Guess *guess,
          gsize        t,
          double      *terms)
{
  const double x = guess->n > 1 ? 2.0 * (double) t / (double) (guess->n - 1) - 1.0 : 0.0;
  int k = 0;

  terms[k++] = 1.0;
  for (int d = 1; d <= guess->bends; d++, k++)
    terms[k] = d == 1 ? x : ((2.0 * d - 1.0) * x * terms[k - 1] - (d - 1.0) * terms[k - 2]) / d;
  for (int w = 1; w <= guess->waves; w++)
    {
      const double turn = 2.0 * G_PI * w * (double) (t % (gsize) guess->season) / guess->season;

      terms[k++] = cos (turn);
      if (2 * w != guess->season)
        terms[k++] = sin (turn);
    }
}

/* Fills by a regression on trend and waves, well enough for a first decomposition. */
static void
guess_first (const double *y,
             gsize         n,
             int           season,
             double       *filled)
{
  Guess guess = { 0, MIN (season / 2, WAVES), (int) CLAMP (n / 10, 1, BENDS), season, n };
  double a[TERMS][TERMS] = { { 0.0 } }, b[TERMS] = { 0.0 }, terms[TERMS];

  guess.k = 1 + guess.bends + 2 * guess.waves - (2 * guess.waves == season);
  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;
      terms_at (&guess, t, terms);
      for (int i = 0; i < guess.k; i++)
        {
          b[i] += terms[i] * y[t];
          for (int j = 0; j <= i; j++)
            a[i][j] += terms[i] * terms[j];
        }
    }

  hw_solve_positive (a[0], b, (gsize) guess.k, TERMS);
  for (gsize t = 0; t < n; t++)
    {
      filled[t] = y[t];
      if (!isnan (y[t]))
        continue;
      terms_at (&guess, t, terms);
      filled[t] = 0.0;
      for (int i = 0; i < guess.k; i++)
        filled[t] += b[i] * terms[i];
    }
}

/* The range of what was seen, widened. */
static void
believable (const double *y,
            gsize         n,
            double       *low,
            double       *high)
{
  double least = INFINITY, most = -INFINITY;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        least = MIN (least, y[t]);
        most = MAX (most, y[t]);
      }

  *low = least - BEYOND * (most - least);
  *high = most + BEYOND * (most - least);
}

/* Season by decomposition of the first guess, straight lines in what it leaves. */
static gboolean
fill_by_season (const double *y,
                gsize         n,
                int           season,
                int           rounds,
                double       *filled)
{
  const HwStlParams params = { season, SEASON_WINDOW, 0, rounds };
  g_autofree double *room = g_new (double, 4 * n);
  double *seasonal = room, *trend = room + n, *weights = room + 2 * n, *adjusted = room + 3 * n;
  double low, high;

  guess_first (y, n, season, filled);
  hw_stl_fit (&params, filled, n, seasonal, trend, weights);

  for (gsize t = 0; t < n; t++)
    adjusted[t] = isnan (y[t]) ? NAN : y[t] - seasonal[t];
  hw_gap_straight (adjusted, n, trend);

  believable (y, n, &low, &high);
  for (gsize t = 0; t < n; t++)
    {
      filled[t] = isnan (y[t]) ? trend[t] + seasonal[t] : y[t];
      if (!(filled[t] >= low && filled[t] <= high))
        return FALSE;
    }

  return TRUE;
}

/**
 * hw_gap_count:
 * @y: (array length=n): NAN where nothing was observed
 * @n: number of periods
 *
 * Returns: how many were not observed
 */
gsize
hw_gap_count (const double *y,
              gsize         n)
{
  gsize gaps = 0;

  for (gsize t = 0; t < n; t++)
    gaps += isnan (y[t]) ? 1 : 0;

  return gaps;
}

/**
 * hw_gap_straight:
 * @y: (array length=n): NAN where nothing was observed; at least one was
 * @n: number of periods
 * @filled: (array length=n) (out): gaps on the straight line between their ends;
 *   before the first and after the last observed the same as that
 */
void
hw_gap_straight (const double *y,
                 gsize         n,
                 double       *filled)
{
  gsize before = n; /* the last observed; n: none yet */

  for (gsize t = 0; t < n; t++)
    {
      const gsize from = before < n ? before + 1 : 0;

      if (isnan (y[t]))
        continue;
      for (gsize i = from; i < t; i++)
        filled[i] = before < n ? y[before] + (y[t] - y[before]) * (double) (i - before) / (double) (t - before)
                               : y[t];
      filled[t] = y[t];
      before = t;
    }

  g_return_if_fail (before < n);
  for (gsize i = before + 1; i < n; i++)
    filled[i] = y[before];
}

/**
 * hw_gap_fill_quick:
 * @y: (array length=n): NAN where nothing was observed; at least one was
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @rounds: of the robust decomposition, 1 or more
 * @filled: (array length=n) (out): @y where it was observed, stand-ins elsewhere
 *
 * Like hw_gap_fill(), where a rougher answer will do.
 */
void
hw_gap_fill_quick (const double *y,
                   gsize         n,
                   int           season,
                   int           rounds,
                   double       *filled)
{
  const gsize gaps = hw_gap_count (y, n);

  g_return_if_fail (gaps < n);

  if (gaps == 0)
    memmove (filled, y, n * sizeof *filled);
  else if (season < 2 || n - gaps <= 2 * (gsize) season || !fill_by_season (y, n, season, rounds, filled))
    hw_gap_straight (y, n, filled);
}

/**
 * hw_gap_fill:
 * @y: (array length=n): NAN where nothing was observed; at least one was
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @filled: (array length=n) (out): @y where it was observed, stand-ins elsewhere
 *
 * With more than two seasons observed a regression on trend and season gives first
 * stand-ins, hw_stl_fit() the season, and straight lines through what the season
 * leaves the final ones. Where one of them would lie far outside of all that was
 * seen, and without a season, gaps get straight lines.
 *
 * Cost: fifteen rounds of hw_stl_fit() if there is a gap; about 130 microseconds for
 * 115 months.
 *
 * Source: Hyndman and Khandakar (2008), J. Statistical Software 27(3), na.interp.
 * Checked against: na.interp() of R's forecast 8.20, tests/engine/test-hw-gap.c.
 */
void
hw_gap_fill (const double *y,
             gsize         n,
             int           season,
             double       *filled)
{
  hw_gap_fill_quick (y, n, season, ROUNDS, filled);
}
