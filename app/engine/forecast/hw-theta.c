/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-theta.h"

#include <math.h>

#define LENGTH_MIN   4      /* shorter series say nothing about a line and a level */
#define ALPHA_MIN    1e-4   /* of the standard form, as in R */
#define ALPHA_MAX    0.9999
#define ALPHA_LOW    0.1    /* of the others, as in Fiorucci et al.: below it the line has to carry the level */
#define ALPHA_HIGH   0.99
#define HALVING      0.3    /* an error so far back, as part of the series, weighs half */
#define LEANING      2.0    /* periods that speak for a share of one half */
#define GRID         12     /* places where the search looks first: the loss may have two valleys */
#define NARROWINGS   20     /* of the best place, by 0.618 each */
#define GOLDEN       0.6180339887498949

typedef struct
{
  HwThetaForm form;
  gsize       n;
  double     *y;          /* without season */
  double     *weight;     /* of each error in the loss */
  double     *start;      /* the line as it was known before each period */
  double     *slope;
} Sample;

/* What the loss knows about one alpha: the level before the first period and the
 * share of the line enter in a straight way, so both are solved, not searched. */
typedef struct
{
  double first;
  double share;
  double loss;
} Solved;

/* The line's part in the forecast of the period after @n, where smoothing with
 * @alpha left @kept = (1 - alpha)^n of the start. */
static inline double
line_part (double alpha,
           double kept,
           double start,
           double slope)
{
  return kept * start + (1.0 - kept * (1.0 - alpha)) / alpha * slope;
}

static void
add_to_line (HwThetaFit *fit,
             double      y)
{
  const double t = (double) ++fit->n;

  fit->slope = t < 2.0 ? 0.0 : ((t - 2.0) * fit->slope + 6.0 / t * (y - fit->mean)) / (t + 1.0);
  fit->mean += (y - fit->mean) / t;
  fit->start = fit->mean - 0.5 * (t + 1.0) * fit->slope;
}

/* Least squares of r = first * p + share * g, the share between 0 and 1. */
static void
solve (double  pp,
       double  pg,
       double  gg,
       double  rp,
       double  rg,
       Solved *out)
{
  const double det = pp * gg - pg * pg;

  out->share = det > 1e-10 * pp * gg ? (pp * rg - pg * rp) / det : 0.0;
  out->share = CLAMP (out->share, 0.0, 1.0);
  out->first = pp > 0.0 ? (rp - out->share * pg) / pp : 0.0;
}

static void
solve_for (const Sample *s,
           double        alpha,
           Solved       *out)
{
  const gboolean lined = s->form != HW_THETA_STANDARD;
  const double base = s->y[0];
  double pp = 0.0, pg = 0.0, gg = 0.0, rp = 0.0, rg = 0.0, rr = 0.0, lean;
  double level = base, kept = 1.0;

  for (gsize t = 0; t < s->n; t++)
    {
      const double r = s->y[t] - level, w = s->weight[t];
      const double g = lined ? line_part (alpha, kept, s->start[t], s->slope[t]) : 0.0;

      pp += w * kept * kept;
      pg += w * kept * g;
      gg += w * g * g;
      rp += w * r * kept;
      rg += w * r * g;
      rr += w * r * r;
      level += alpha * r;
      kept *= 1.0 - alpha;
    }

  lean = LEANING / (double) s->n * gg;
  gg += lean;
  rg += 0.5 * lean;
  rr += 0.25 * lean;
  solve (pp, pg, gg, rp, rg, out);
  out->loss = rr + out->first * (out->first * pp - 2.0 * rp) +
              out->share * (out->share * gg - 2.0 * rg + 2.0 * out->first * pg);
  out->loss = MAX (out->loss, 0.0);
  out->first += base;
}

/* The alpha of the least loss: a look over all, then the best place narrowed. */
static double
find_alpha (const Sample *s)
{
  const double lowest = s->form == HW_THETA_STANDARD ? ALPHA_MIN : ALPHA_LOW;
  const double highest = s->form == HW_THETA_STANDARD ? ALPHA_MAX : ALPHA_HIGH;
  const double gap = (highest - lowest) / (GRID - 1);
  double best = lowest, least = INFINITY, low, high, left, right;
  Solved at_left, at_right;

  for (int i = 0; i < GRID; i++)
    {
      solve_for (s, lowest + gap * i, &at_left);
      if (at_left.loss < least)
        {
          least = at_left.loss;
          best = lowest + gap * i;
        }
    }

  low = MAX (best - gap, lowest);
  high = MIN (best + gap, highest);
  left = high - GOLDEN * (high - low);
  right = low + GOLDEN * (high - low);
  solve_for (s, left, &at_left);
  solve_for (s, right, &at_right);
  for (int i = 0; i < NARROWINGS; i++)
    if (at_left.loss <= at_right.loss)
      {
        high = right;
        right = left;
        at_right = at_left;
        left = high - GOLDEN * (high - low);
        solve_for (s, left, &at_left);
      }
    else
      {
        low = left;
        left = right;
        at_left = at_right;
        right = low + GOLDEN * (high - low);
        solve_for (s, right, &at_right);
      }

  if (MIN (at_left.loss, at_right.loss) > least)
    return best;
  return at_left.loss <= at_right.loss ? left : right;
}

/* The line before each period: as known by then, or that of all of them. */
static void
draw_lines (HwThetaFit *fit,
            Sample     *s)
{
  for (gsize t = 0; t < s->n; t++)
    {
      s->start[t] = fit->start;
      s->slope[t] = fit->slope;
      add_to_line (fit, s->y[t]);
    }

  for (gsize t = 0; t < s->n && s->form != HW_THETA_DYNAMIC; t++)
    {
      s->start[t] = fit->start;
      s->slope[t] = fit->slope;
    }
}

/* Later errors count more, but for the standard form; the dynamic one has no line
 * before it saw two periods. */
static void
weigh_errors (const HwSeriesView *series,
              Sample             *s)
{
  const double fade = s->form == HW_THETA_STANDARD ? 1.0 : pow (0.5, 1.0 / (HALVING * (double) s->n));
  const gsize skip = s->form == HW_THETA_DYNAMIC ? 2 : 0;
  double weight = 1.0;

  for (gsize t = s->n; t-- > 0; weight *= fade)
    s->weight[t] = t < skip || (series->filled != NULL && series->filled[t]) ? 0.0 : weight;
}

static gboolean
fit_sample (HwThetaFit   *fit,
            const Sample *s)
{
  double squares = 0.0, kept = 1.0;
  gsize counted = 0;
  Solved at;

  fit->alpha = find_alpha (s);
  solve_for (s, fit->alpha, &at);
  fit->share = at.share;
  fit->level = at.first;
  for (gsize t = 0; t < s->n; t++)
    {
      const double r = s->y[t] - fit->level;
      const double line = s->form == HW_THETA_STANDARD ? 0.0 : line_part (fit->alpha, kept, s->start[t], s->slope[t]);

      if (s->weight[t] > 0.0)
        {
          squares += (r - fit->share * line) * (r - fit->share * line);
          counted++;
        }

      fit->level += fit->alpha * r;
      kept *= 1.0 - fit->alpha;
    }

  if (fit->form == HW_THETA_STANDARD)
    fit->share = 0.5;
  fit->sigma = sqrt (squares / (double) (MAX (counted, 3) - 2));
  return isfinite (squares) && isfinite (fit->level);
}

/**
 * hw_theta_fit:
 * @form: how much is fitted
 * @kind: how the season is measured
 * @series: complete and finite
 *
 * Takes a fixed season out, then finds the level's smoothing, its start and, but
 * for the standard form, the share of the line with the least squared one-step
 * error. Only the smoothing is searched; the rest is solved for each trial of it.
 *
 * Source: Assimakopoulos and Nikolopoulos (2000), Int. J. Forecasting 16; Hyndman
 * and Billah (2003), Int. J. Forecasting 19; Fiorucci, Pellegrini, Louzada,
 * Petropoulos and Koehler (2016), Int. J. Forecasting 32.
 * Checked against: thetaf of R's forecast package (standard form).
 *
 * Returns: (transfer full) (nullable): %NULL for fewer than 4 periods, and where
 * values are too large to be squared
 */
HwThetaFit *
hw_theta_fit (HwThetaForm         form,
              HwThetaSeasonKind   kind,
              const HwSeriesView *series)
{
  const gsize n = series->n;
  g_autoptr (HwThetaFit) fit = NULL;
  g_autofree double *work = NULL;
  Sample s;

  if (n < LENGTH_MIN)
    return NULL;

  fit = g_new0 (HwThetaFit, 1);
  fit->form = form;
  (void) hw_theta_season_find (series, kind, &fit->season);
  work = g_new (double, 4 * n);
  s = (Sample) { form, n, work, work + n, work + 2 * n, work + 3 * n };
  for (gsize t = 0; t < n; t++)
    s.y[t] = hw_theta_season_take (&fit->season, series->y[t], t);

  draw_lines (fit, &s);
  weigh_errors (series, &s);

  return fit_sample (fit, &s) ? g_steal_pointer (&fit) : NULL;
}

/**
 * hw_theta_free:
 * @fit: its memory is given back
 */
void
hw_theta_free (HwThetaFit *fit)
{
  if (fit == NULL)
    return;

  hw_theta_season_clear (&fit->season);
  g_free (fit);
}

/**
 * hw_theta_move:
 * @fit: what is known so far
 * @y: (array length=to): the series from its first period
 * @from: the periods seen already
 * @to: the end of the new ones
 *
 * The level takes in the new periods, in the dynamic form the line too; season,
 * smoothing and share stay.
 */
void
hw_theta_move (HwThetaFit   *fit,
               const double *y,
               gsize         from,
               gsize         to)
{
  for (gsize t = from; t < to; t++)
    {
      const double value = hw_theta_season_take (&fit->season, y[t], t);

      fit->level += fit->alpha * (value - fit->level);
      if (fit->form == HW_THETA_DYNAMIC)
        add_to_line (fit, value);
      else
        fit->n++;
    }
}

/* The dynamic form takes its own forecasts for the periods that follow. */
static void
mean_dynamic (const HwThetaFit *fit,
              gsize             horizon,
              double           *mean)
{
  HwThetaFit at = *fit;
  double kept = pow (1.0 - fit->alpha, (double) fit->n);

  for (gsize h = 0; h < horizon; h++)
    {
      mean[h] = at.level + at.share * line_part (at.alpha, kept, at.start, at.slope);
      at.level += at.alpha * (mean[h] - at.level);
      add_to_line (&at, mean[h]);
      kept *= 1.0 - at.alpha;
    }
}

/**
 * hw_theta_mean:
 * @fit: the fit
 * @horizon: periods ahead, 1 or more
 * @mean: (array length=horizon) (out caller-allocates): expected values
 */
void
hw_theta_mean (const HwThetaFit *fit,
               gsize             horizon,
               double           *mean)
{
  const double kept = pow (1.0 - fit->alpha, (double) fit->n);
  double first;

  if (fit->form == HW_THETA_STANDARD)
    first = fit->level + fit->share * fit->slope * (1.0 - kept) / fit->alpha;
  else
    first = fit->level + fit->share * line_part (fit->alpha, kept, fit->start, fit->slope);

  for (gsize h = 0; h < horizon; h++)
    mean[h] = first + fit->share * fit->slope * (double) h;

  if (fit->form == HW_THETA_DYNAMIC)
    mean_dynamic (fit, horizon, mean);

  for (gsize h = 0; h < horizon; h++)
    mean[h] = hw_theta_season_give (&fit->season, mean[h], fit->n + h);
}

/* What an error of 1 in period @at from now does to the forecasts after it. */
static void
spread_dynamic (const HwThetaFit *fit,
                gsize             at,
                gsize             horizon,
                double            kept,
                double           *variance)
{
  HwThetaFit echo = { .alpha = fit->alpha, .n = fit->n + at };
  double answer = 1.0;

  for (gsize h = at; h < horizon; h++)
    {
      if (h > at)
        answer = echo.level + fit->share * line_part (fit->alpha, kept, echo.start, echo.slope);

      variance[h] += answer * answer;
      echo.level += echo.alpha * (answer - echo.level);
      add_to_line (&echo, answer);
      kept *= 1.0 - fit->alpha;
    }
}

/**
 * hw_theta_spread:
 * @fit: the fit
 * @horizon: periods ahead, 1 or more
 * @sd: (array length=horizon) (out caller-allocates): standard deviation of the errors
 *
 * The standard form claims what thetaf of R does, also where the season is one of
 * factors; the others pass every future error through the method.
 */
void
hw_theta_spread (const HwThetaFit *fit,
                 gsize             horizon,
                 double           *sd)
{
  double kept = pow (1.0 - fit->alpha, (double) fit->n);

  for (gsize h = 0; h < horizon; h++)
    sd[h] = fit->form == HW_THETA_DYNAMIC ? 0.0 : 1.0 + (double) h * fit->alpha * fit->alpha;

  for (gsize at = 0; at < horizon && fit->form == HW_THETA_DYNAMIC; at++)
    {
      spread_dynamic (fit, at, horizon, kept, sd);
      kept *= 1.0 - fit->alpha;
    }

  for (gsize h = 0; h < horizon; h++)
    {
      sd[h] = fit->sigma * sqrt (sd[h]);
      if (fit->form != HW_THETA_STANDARD)
        sd[h] *= hw_theta_season_scale (&fit->season, fit->n + h);
    }
}
