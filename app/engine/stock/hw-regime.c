/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-regime.h"

#include "engine/math/hw-cholesky.h"

#include <math.h>

#define COLUMNS 5           /* the widest course: level and two waves */
#define ROUNDS 3            /* of reweighting */
#define FLOOR 0.05          /* of the mean: nothing is expected to fall lower */
#define ROUGHNESS 0.04      /* variance = mean + this * mean^2, for the weights of the fit */
#define CAUTION 1.8         /* demand has fatter tails than the test supposes */
#define STEP_PRICE 2.0      /* parameters that looking for a step's place counts as */
#define STEP_PLACES 60
#define STEP_EDGE 8         /* periods at least before it; STEP_TAIL after it */
#define STEP_TAIL 6
#define LEAST_LEVEL 10      /* observed periods for more than a mean */
#define LEAST_STEP 30
#define LEAST_TREND 40
#define LEAST_YEARS 1.5
#define TREND_FADES 0.78    /* of its slope a trend loses in a period, over the periods of a year: half is gone after one */
#define CHANCE 1.5          /* standard deviations of the ratio that memory has to show beyond */
#define BLOCK_SHARE 13.0    /* a year has so many stretches to look for wandering in */

typedef enum
{
  LEVEL,
  STEP,
  TREND,
  WAVE,
  TREND_WAVE,
  TWO_WAVES,
  STEP_WAVE,
  N_COURSES,
} Course;

typedef struct
{
  const double *y;
  gsize         n, n_ahead, observed;
  double        mean;
  double        year;
  gsize         step;                 /* first period after the step */
  double       *rows;                 /* (owned) (n + n_ahead) * COLUMNS */
  double       *fit[N_COURSES];       /* (owned) length n + n_ahead, NULL: not a candidate */
  double        deviance[N_COURSES];
  double        price[N_COURSES];     /* parameters */
  double        weight[N_COURSES];
  double        spread;               /* dispersion of the best-fitting course */
} Kit;

static void
kit_clear (Kit *kit)
{
  g_free (kit->rows);
  for (int k = 0; k < N_COURSES; k++)
    g_free (kit->fit[k]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kit, kit_clear)

void
hw_regime_clear (HwRegime *self)
{
  g_clear_pointer (&self->fit, g_free);
  g_clear_pointer (&self->ahead, g_free);
}

static gboolean
has_step (Course course)
{
  return course == STEP || course == STEP_WAVE;
}

static gboolean
has_trend (Course course)
{
  return course == TREND || course == TREND_WAVE;
}

static gboolean
has_wave (Course course)
{
  return course >= WAVE;
}

static gboolean
is_candidate (const Kit *kit,
              Course     course)
{
  if (has_wave (course) && (kit->year <= 4.0 || (double) kit->n < LEAST_YEARS * kit->year))
    return FALSE;
  if (has_step (course) && (kit->observed < LEAST_STEP || kit->step == 0))
    return FALSE;
  if (has_trend (course) && kit->observed < LEAST_TREND)
    return FALSE;

  return TRUE;
}

/* The place of the one step that explains most, by squares; 0 if there is room for
 * none. */
static gsize
find_step (const Kit *kit)
{
  double sum = 0.0, all = 0.0, best = 0.0, seen = 0.0;
  const gsize first = MAX ((gsize) STEP_EDGE, kit->n > 4 * STEP_PLACES ? kit->n - 4 * STEP_PLACES
                                              : kit->n > STEP_PLACES ? kit->n - STEP_PLACES : 0);
  gsize place = 0;

  for (gsize t = 0; t < kit->n; t++)
    all += isnan (kit->y[t]) ? 0.0 : kit->y[t];

  for (gsize t = 0; t + STEP_TAIL < kit->n; t++)
    {
      if (t >= first && seen > 0.0 && (double) kit->observed > seen)
        {
          const double left = (double) kit->observed - seen;
          const double gain = sum * sum / seen + (all - sum) * (all - sum) / left;

          if (place == 0 || gain > best)
            {
              best = gain;
              place = t;
            }
        }

      if (!isnan (kit->y[t]))
        {
          sum += kit->y[t];
          seen += 1.0;
        }
    }

  return place;
}

/* A trend goes on ever more slowly. */
static double
trend_at (const Kit *kit,
          gsize      t)
{
  const double scale = kit->year > 1.0 ? kit->year : (double) kit->n;
  const double slower = 1.0 - TREND_FADES / MAX (scale, 2.0);

  if (t < kit->n)
    return ((double) t - (double) kit->n) / scale;

  return (slower * (1.0 - pow (slower, (double) (t - kit->n) + 1.0)) / (1.0 - slower) - 1.0) / scale;
}

static gsize
set_rows (Kit    *kit,
          Course  course)
{
  const double turn = has_wave (course) ? 2.0 * G_PI / kit->year : 0.0;
  gsize columns = 0;

  for (gsize t = 0; t < kit->n + kit->n_ahead; t++)
    {
      double *row = kit->rows + t * COLUMNS;

      columns = 0;
      row[columns++] = 1.0;
      if (has_trend (course))
        row[columns++] = trend_at (kit, t);
      if (has_step (course))
        row[columns++] = t >= kit->step ? 1.0 : 0.0;
      if (has_wave (course))
        {
          row[columns++] = cos (turn * (double) t);
          row[columns++] = sin (turn * (double) t);
        }
      if (course == TWO_WAVES)
        {
          row[columns++] = cos (2.0 * turn * (double) t);
          row[columns++] = sin (2.0 * turn * (double) t);
        }
    }

  return columns;
}

/* One weighted least-squares fit; @mu has the weights' means and gets the new ones. */
static gboolean
fit_once (const Kit *kit,
          gsize      columns,
          gboolean   weighted,
          double    *mu)
{
  double gram[COLUMNS * COLUMNS] = { 0 }, moment[COLUMNS] = { 0 };

  for (gsize t = 0; t < kit->n; t++)
    {
      const double *row = kit->rows + t * COLUMNS;
      const double w = weighted ? 1.0 / (mu[t] + ROUGHNESS * mu[t] * mu[t]) : 1.0;

      if (isnan (kit->y[t]))
        continue;

      for (gsize i = 0; i < columns; i++)
        {
          for (gsize j = 0; j <= i; j++)
            gram[i * columns + j] += w * row[i] * row[j];
          moment[i] += w * row[i] * kit->y[t];
        }
    }

  for (gsize i = 0; i < columns; i++)
    gram[i * columns + i] *= 1.0 + 1e-9;
  if (!hw_cholesky (gram, columns))
    return FALSE;

  hw_cholesky_solve (gram, columns, moment);
  for (gsize t = 0; t < kit->n + kit->n_ahead; t++)
    {
      double sum = 0.0;

      for (gsize i = 0; i < columns; i++)
        sum += kit->rows[t * COLUMNS + i] * moment[i];
      mu[t] = MAX (sum, FLOOR * kit->mean);
    }

  return TRUE;
}

/* Poisson deviance, and Pearson's dispersion. */
static void
judge (Kit    *kit,
       Course  course,
       gsize   columns)
{
  const double *mu = kit->fit[course];
  double deviance = 0.0, pearson = 0.0, spread;

  for (gsize t = 0; t < kit->n; t++)
    {
      const double y = kit->y[t];

      if (isnan (y))
        continue;

      deviance += 2.0 * ((y > 0.0 ? y * log (y / mu[t]) : 0.0) - (y - mu[t]));
      pearson += (y - mu[t]) * (y - mu[t]) / mu[t];
    }

  spread = pearson / MAX ((double) kit->observed - (double) columns, 1.0);
  kit->spread = MIN (kit->spread, spread);
  kit->deviance[course] = deviance;
  kit->price[course] = (double) columns + (has_step (course) ? STEP_PRICE : 0.0);
}

static double
believed_periods (const Kit *kit,
                  Course     course)
{
  const double periods = has_step (course)
                         ? (double) (kit->n - kit->step) * (double) kit->observed / (double) kit->n : (double) kit->observed;

  return periods / ((has_trend (course) ? 3.0 : 1.0) * (has_wave (course) ? 1.5 : 1.0));
}

static void
try_course (Kit    *kit,
            Course  course)
{
  const gsize columns = set_rows (kit, course);
  g_autofree double *mu = g_new0 (double, kit->n + kit->n_ahead);

  for (int round = 0; round < ROUNDS; round++)
    if (!fit_once (kit, columns, round > 0, mu))
      return;

  kit->fit[course] = g_steal_pointer (&mu);
  judge (kit, course, columns);
  kit->weight[course] = believed_periods (kit, course);
}

/* Each course counts as much as its criterion makes it likely. */
static void
mix (const Kit *kit,
     HwRegime  *out)
{
  double score[N_COURSES], least = INFINITY, total = 0.0;

  for (int k = 0; k < N_COURSES; k++)
    if (kit->fit[k] != NULL)
      {
        score[k] = kit->deviance[k] / (MAX (kit->spread, 1e-12) * CAUTION) + kit->price[k] * log ((double) kit->observed);
        least = MIN (least, score[k]);
      }

  for (int k = 0; k < N_COURSES; k++)
    {
      double share;

      if (kit->fit[k] == NULL)
        continue;

      share = exp (-(score[k] - least) / 2.0);
      total += share;
      out->weight += share * kit->weight[k];
      for (gsize t = 0; t < kit->n + kit->n_ahead; t++)
        *(t < kit->n ? &out->fit[t] : &out->ahead[t - kit->n]) += share * kit->fit[k][t];
    }

  out->weight = MAX (out->weight / total, 1.0);
  for (gsize t = 0; t < kit->n; t++)
    out->fit[t] /= total;
  for (gsize h = 0; h < kit->n_ahead; h++)
    out->ahead[h] /= total;
}

/* Variance of sums of neighbouring residuals against what it were without memory
 * (Lo and MacKinlay's ratio, from autocorrelations), less what chance alone brings. */
static double
tell_wander (const Kit      *kit,
             const HwRegime *regime)
{
  const gsize block = (gsize) MIN (round (kit->year > 24.0 ? 2.0 * kit->year / BLOCK_SHARE : 6.0), (double) kit->n / 3.0);
  g_autofree double *rest = g_new0 (double, kit->n);
  double mean = 0.0, variance = 0.0, ratio = 1.0;

  for (gsize t = 0; t < kit->n; t++)
    if (!isnan (kit->y[t]))
      {
        rest[t] = (kit->y[t] - regime->fit[t]) / sqrt (regime->fit[t]);
        mean += rest[t] / (double) kit->observed;
      }

  for (gsize t = 0; t < kit->n; t++)
    {
      rest[t] = isnan (kit->y[t]) ? 0.0 : rest[t] - mean;
      variance += rest[t] * rest[t];
    }

  if (!(variance > 0.0))
    return 1.0;

  for (gsize lag = 1; lag < block; lag++)
    {
      double sum = 0.0;

      for (gsize t = lag; t < kit->n; t++)
        sum += rest[t] * rest[t - lag];
      ratio += 2.0 * (1.0 - (double) lag / (double) block) * sum / variance;
    }

  return MAX (ratio - CHANCE * sqrt (2.0 * (2.0 * (double) block - 1.0) * ((double) block - 1.0)
                                     / (3.0 * (double) block * (double) kit->observed)), 1.0);
}

/**
 * hw_regime_learn:
 * @y: (array length=n): demand per period, oldest first, 0 or more, without its short
 *   season [units]; NAN: not observed
 * @n: at least 1
 * @year: periods of a year; 0 for none
 * @n_ahead: periods wanted ahead
 * @out: (out caller-allocates): never fails
 *
 * Seven courses are fitted by iteratively reweighted least squares with variance
 * growing from Poisson's to the mean's square: level; level with one step, whose
 * place is looked for; trend, which fades; a year's wave; trend and wave; two
 * waves; step and wave. They are weighed by a quasi-likelihood criterion: Poisson's
 * deviance over the dispersion, 1.8 times that of the best fit, and log n for every
 * parameter, looking for the step counting as two more.
 *
 * It is the answer to a question that methods which follow the last weeks cannot
 * give: is there anything to follow? `wander` says where the answer is not good
 * enough.
 *
 * Cost: O(courses * n), 0.1 ms for two years of weeks.
 *
 * Source: weighted average by the Bayesian information criterion, Raftery (1995),
 * Sociological Methodology 25; quasi-likelihood for overdispersed counts, Wedderburn
 * (1974); ratio of variances, Lo and MacKinlay (1988).
 * Checked against: series made of each course, tests/engine/test-hw-regime.c.
 */
void
hw_regime_learn (const double *y,
                 gsize         n,
                 int           year,
                 gsize         n_ahead,
                 HwRegime     *out)
{
  g_auto (Kit) kit = { .y = y, .n = n, .n_ahead = n_ahead, .year = (double) year, .spread = INFINITY };
  double sum = 0.0;

  *out = (HwRegime) { .weight = 0.0, .wander = 1.0 };
  out->fit = g_new0 (double, n + 1);
  out->ahead = g_new0 (double, n_ahead + 1);

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        kit.observed++;
        sum += y[t];
      }

  kit.mean = kit.observed > 0 ? sum / (double) kit.observed : 0.0;
  if (kit.observed < LEAST_LEVEL || !(kit.mean > 0.0))
    {
      for (gsize t = 0; t < n; t++)
        out->fit[t] = kit.mean;
      for (gsize h = 0; h < n_ahead; h++)
        out->ahead[h] = kit.mean;
      out->weight = MAX ((double) kit.observed, 1.0);
      return;
    }

  kit.rows = g_new (double, (n + n_ahead) * COLUMNS);
  kit.step = find_step (&kit);
  for (int k = 0; k < N_COURSES; k++)
    if (is_candidate (&kit, (Course) k))
      try_course (&kit, (Course) k);

  mix (&kit, out);
  out->wander = tell_wander (&kit, out);
}
