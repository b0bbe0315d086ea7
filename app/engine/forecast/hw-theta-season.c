/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-theta-season.h"

#include <math.h>

#define LIMIT       1.6448536269514722 /* one in ten series without a season is taken for one */
#define FACTOR_MIN  1e-4               /* a factor nearer to 0 cannot be taken out */
#define USUAL_DECAY 0.8               /* favoured where few seasons were seen */
#define REACH_MIN   6                 /* periods on either side that tell the level */
#define TRUST       0.5               /* seasons that speak for a figure before any came true */

/**
 * hw_theta_season_test:
 * @y: (array length=n): oldest first, without a gap
 * @n: how many
 * @period: of the season, 1 or more
 *
 * Whether values one season apart go together more than chance makes them:
 * the autocorrelation there against its error given those before it.
 *
 * Source: Fiorucci et al. (2016), Int. J. Forecasting 32, section 2.1.
 * Checked against: thetaf of R's forecast package, which tests alike.
 *
 * Returns: %FALSE also for a series of two seasons or less, and a constant one
 */
gboolean
hw_theta_season_test (const double *y,
                      gsize         n,
                      gsize         period)
{
  double mean = 0.0, power = 0.0, squares = 0.0, r = 0.0;

  if (period < 2 || n <= 2 * period)
    return FALSE;

  for (gsize t = 0; t < n; t++)
    mean += y[t] / (double) n;
  for (gsize t = 0; t < n; t++)
    power += (y[t] - mean) * (y[t] - mean);
  if (!(power > 1e-20 * mean * mean * (double) n))
    return FALSE;

  for (gsize lag = 1; lag <= period; lag++)
    {
      double sum = 0.0;

      for (gsize t = lag; t < n; t++)
        sum += (y[t] - mean) * (y[t - lag] - mean);

      r = sum / power;
      if (lag < period)
        squares += r * r;
    }

  return fabs (r) > LIMIT * sqrt ((1.0 + 2.0 * squares) / (double) n);
}

/* Mean of the season around @t; both ends weigh half where the season is even. */
static double
level_around (const double *y,
              gsize         period,
              gsize         t)
{
  const gsize half = period / 2;
  double sum = 0.0;

  for (gsize i = t - half; i <= t + half; i++)
    sum += y[i];
  if (period % 2 == 0)
    sum -= 0.5 * (y[t - half] + y[t + half]);

  return sum / (double) period;
}

typedef struct
{
  const HwSeriesView *series;
  gsize               from;     /* the periods with a level */
  gsize               to;
  double             *level;    /* length n */
  double             *apart;    /* length n: how far from the level, as the season counts it, 0 for not at all */
  double             *seen;     /* length period */
} Measure;

static gboolean
counts (const Measure *m,
        gsize          t)
{
  return m->series->filled == NULL || !m->series->filled[t];
}

static gboolean
measure_apart (Measure             *m,
               const HwThetaSeason *season)
{
  for (gsize t = m->from; t < m->to; t++)
    {
      if (season->times && !(m->level[t] > 0.0))
        return FALSE;
      m->apart[t] = season->times ? m->series->y[t] / m->level[t] - 1.0 : m->series->y[t] - m->level[t];
    }

  return TRUE;
}

/* The figures are the means of what was seen, a season back weighing @decay of the
 * next. On the way each season is foretold from those before it: @share is how much
 * of that comes true, leaning to all where little could, the result how far it is
 * off then, beside not foretelling. */
static double
weigh_seasons (Measure       *m,
               HwThetaSeason *season,
               double         decay,
               double        *share)
{
  double told = 0.0, both = 0.0, came = 0.0, pairs = 0.0, true_part;

  for (gsize i = 0; i < season->period; i++)
    season->figures[i] = m->seen[i] = 0.0;

  for (gsize t = m->from; t < m->to; t++)
    {
      double *figure = &season->figures[t % season->period], *seen = &m->seen[t % season->period];

      if (!counts (m, t))
        continue;
      if (*seen > 0.0)
        {
          told += *figure * *figure;
          both += *figure * m->apart[t];
          came += m->apart[t] * m->apart[t];
          pairs += 1.0 / (double) season->period;
        }

      *figure = (decay * *figure * *seen + m->apart[t]) / (decay * *seen + 1.0);
      *seen = decay * *seen + 1.0;
    }

  true_part = told > 0.0 ? CLAMP (both / told, 0.0, 1.0) : 0.0;
  *share = (true_part * pairs + TRUST) / (pairs + TRUST);
  return came > 0.0 ? 1.0 + true_part * (true_part * told - 2.0 * both) / came : 1.0;
}

/* Draws the figures to their mean and keeps @share of them. FALSE: no season at all,
 * a place never seen, or one that cannot be taken out. */
static gboolean
settle_figures (const Measure *m,
                HwThetaSeason *season,
                double         share)
{
  double mean = 0.0, power = 0.0;

  for (gsize i = 0; i < season->period; i++)
    {
      if (!(m->seen[i] > 0.0))
        return FALSE;
      mean += season->figures[i] / (double) season->period;
      power += season->figures[i] * season->figures[i];
    }

  for (gsize i = 0; i < season->period; i++)
    {
      double *figure = &season->figures[i];

      if (season->times)
        *figure = 1.0 + share * ((1.0 + *figure) / (1.0 + mean) - 1.0);
      else
        *figure = share * (*figure - mean);

      if (!isfinite (*figure) || (season->times && *figure < FACTOR_MIN))
        return FALSE;
    }

  return power > 0.0;
}

/* The decay under which the season foretold itself best. */
static gboolean
measure_recent (Measure       *m,
                HwThetaSeason *season)
{
  const double seasons = (double) (m->to - m->from) / (double) season->period;
  double best = 1.0, least = INFINITY, share;

  for (int tenths = 3; tenths <= 10; tenths++)
    {
      const double decay = 0.1 * tenths;
      const double loss = weigh_seasons (m, season, decay, &share) * (1.0 + fabs (log (decay / USUAL_DECAY)) / seasons);

      if (loss < least)
        {
          least = loss;
          best = decay;
        }
    }

  (void) weigh_seasons (m, season, best, &share);
  return settle_figures (m, season, share);
}

/* With a first season taken out, the level can be told from fewer periods, up to
 * the ends of the series. */
static void
level_from_rest (Measure             *m,
                 const HwThetaSeason *season)
{
  const gsize n = m->series->n, half = season->period / 2;

  for (gsize t = 0; t < n; t++)
    {
      const gsize inner = MIN (half, MIN (t, n - 1 - t)), reach = MAX (inner, MIN (half, REACH_MIN));
      const gsize low = t > reach ? t - reach : 0, high = MIN (n - 1, t + reach);
      double sum = 0.0;

      for (gsize i = low; i <= high; i++)
        sum += hw_theta_season_take (season, m->series->y[i], i);
      m->level[t] = sum / (double) (high - low + 1);
    }

  m->from = 0;
  m->to = n;
}

static gboolean
measure_figures (const HwSeriesView *series,
                 HwThetaSeasonKind   kind,
                 HwThetaSeason      *season)
{
  const gsize half = season->period / 2;
  g_autofree double *work = g_new0 (double, 2 * series->n + season->period);
  Measure m = { series, half, series->n - half, work, work + series->n, work + 2 * series->n };
  double share;

  for (gsize t = m.from; t < m.to; t++)
    m.level[t] = level_around (series->y, season->period, t);
  if (!measure_apart (&m, season))
    return FALSE;

  if (kind == HW_THETA_SEASON_CLASSICAL)
    {
      (void) weigh_seasons (&m, season, 1.0, &share);
      return settle_figures (&m, season, 1.0);
    }

  if (!measure_recent (&m, season))
    return FALSE;

  level_from_rest (&m, season);
  return measure_apart (&m, season) && measure_recent (&m, season);
}

/**
 * hw_theta_season_find:
 * @series: complete and finite
 * @kind: how the season is measured
 * @season: (out caller-allocates): cleared by the caller
 *
 * Measures a season of @series->season: factors where every value is above 0,
 * amounts otherwise. The classical kind is the decomposition of the textbooks.
 *
 * The recent kind needs no test, only two seasons. It foretells every season from
 * those before it, under several rates at which old ones lose weight, takes the rate
 * that did best and keeps that share of the figures which came true. A second round
 * measures the level on what the first left, so that the last half season counts as
 * well.
 *
 * Checked against: decompose() of R (classical kind).
 *
 * Returns: whether a season was found; @season can be used either way
 */
gboolean
hw_theta_season_find (const HwSeriesView *series,
                      HwThetaSeasonKind   kind,
                      HwThetaSeason      *season)
{
  const gsize m = series->season > 1 ? (gsize) series->season : 1;
  gboolean may;

  *season = (HwThetaSeason) { .period = m, .times = series->positive };
  may = kind == HW_THETA_SEASON_RECENT ? m > 1 && series->n >= 2 * m : hw_theta_season_test (series->y, series->n, m);
  if (may)
    {
      season->figures = g_new0 (double, m);
      if (measure_figures (series, kind, season))
        return TRUE;
    }

  hw_theta_season_clear (season);
  return FALSE;
}

/**
 * hw_theta_season_clear:
 * @season: its memory is given back
 */
void
hw_theta_season_clear (HwThetaSeason *season)
{
  g_clear_pointer (&season->figures, g_free);
  season->period = 1;
}
