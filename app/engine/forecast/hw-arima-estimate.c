/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-estimate.h"

#include "engine/forecast/hw-arima-kalman.h"
#include "engine/math/hw-solve.h"

#include <math.h>
#include <string.h>

#define PARTIAL_MAX 0.99   /* partial autocorrelations stay inside */
#define PARTIAL_MAX_WHOLE (1.0 - 1e-9)
#define PROBE       1e-4   /* step along each coordinate */
#define ENOUGH      1e-5   /* relative gain of a round below it: done */
#define ENOUGH_WHOLE 1e-13
#define FREE_MAX    2e4
#define DAMP_START  1e-2
#define DAMP_MAX    1e6

struct _HwArimaWork
{
  gsize   n;
  gsize   columns;
  double *states;          /* columns + 1 states */
  double *errors;          /* n rows of columns + 1 */
  double *residuals;       /* n: scaled so that their squares are the criterion */
  double *trial;           /* n */
  double *slopes;          /* HW_ARIMA_COEF_MAX times n */
};

typedef struct
{
  const HwArimaData *data;
  HwArimaWork       *work;
  gsize              used;       /* periods that count */
  double             log_sum;    /* of the variances of what counts */
  double             squares;    /* sum of squared errors */
  double             beta[HW_ARIMA_REGRESSORS_MAX];
  HwArimaCoef        coef;
} Pass;

/**
 * hw_arima_work_new: (constructor)
 * @n: periods, at most
 * @columns: regressors, at most
 *
 * Returns: (transfer full): the room hw_arima_estimate() needs, for any number of calls
 */
HwArimaWork *
hw_arima_work_new (gsize n,
                   gsize columns)
{
  HwArimaWork *work = g_new0 (HwArimaWork, 1);

  work->n = n;
  work->columns = columns;
  work->states = g_new (double, (columns + 1) * (HW_ARIMA_TERMS_MAX + 1));
  work->errors = g_new (double, MAX (n, 1) * (columns + 1));
  work->residuals = g_new (double, MAX (n, 1));
  work->trial = g_new (double, MAX (n, 1));
  work->slopes = g_new (double, MAX (n, 1) * HW_ARIMA_COEF_MAX);
  return work;
}

/**
 * hw_arima_work_free:
 * @work: (transfer full): room
 */
void
hw_arima_work_free (HwArimaWork *work)
{
  g_free (work->states);
  g_free (work->errors);
  g_free (work->residuals);
  g_free (work->trial);
  g_free (work->slopes);
  g_free (work);
}

/* Least squares of the filtered series on the filtered regressors. */
static void
regress (Pass *pass)
{
  const gsize k = pass->data->columns;
  double a[HW_ARIMA_REGRESSORS_MAX * HW_ARIMA_REGRESSORS_MAX] = { 0 };

  memset (pass->beta, 0, sizeof pass->beta);

  for (gsize t = 0; t < pass->data->n; t++)
    {
      const double *row = pass->work->errors + t * (k + 1);

      for (gsize i = 0; i < k; i++)
        {
          pass->beta[i] += row[i + 1] * row[0];
          for (gsize j = 0; j <= i; j++)
            a[i * HW_ARIMA_REGRESSORS_MAX + j] += row[i + 1] * row[j + 1];
        }
    }

  hw_solve_positive (a, pass->beta, k, HW_ARIMA_REGRESSORS_MAX);
}

static double *
take_row (const HwArimaData *data,
          HwArimaWork       *work,
          gsize              t)
{
  double *row = work->errors + t * (data->columns + 1);

  row[0] = data->w[t];
  for (gsize c = 0; c < data->columns; c++)
    row[c + 1] = data->x[t * data->columns + c];

  return row;
}

/* A row of errors that counts adds its variance, another one is 0. The log is
 * taken now and then: @product keeps what is still to be taken. */
static void
count_row (Pass    *pass,
           double  *row,
           gboolean counts,
           double   variance,
           double  *product)
{
  if (!counts)
    {
      memset (row, 0, (pass->data->columns + 1) * sizeof *row);
      return;
    }

  pass->used++;
  *product *= variance;
  if (*product > 1e100)
    {
      pass->log_sum += log (*product);
      *product = 1.0;
    }
}

static gboolean
filter_all (Pass         *pass,
            const HwArma *arma)
{
  const HwArimaData *data = pass->data;
  HwArmaFilter filter;
  double product = 1.0;

  if (!hw_arma_filter_start (&filter, arma))
    return FALSE;

  memset (pass->work->states, 0, (data->columns + 1) * (HW_ARIMA_TERMS_MAX + 1) * sizeof (double));
  for (gsize t = 0; t < data->n; t++)
    {
      double *row = take_row (data, pass->work, t);
      const double variance = filter.variance;

      hw_arma_filter_see (&filter, pass->work->states, data->columns + 1, row);
      count_row (pass, row, data->skip == NULL || data->skip[t] == 0, variance, &product);
    }

  pass->log_sum += log (product);
  return pass->used > 0;
}

static gboolean
filter_whole (Pass               *pass,
              const HwArimaOrder *order,
              const HwArma       *arma)
{
  const HwArimaData *data = pass->data;
  g_auto (HwArimaKalman) kalman = { 0 };
  g_autofree double *states = NULL;
  double delta[HW_ARIMA_TERMS_MAX];
  double product = 1.0;
  const int nd = hw_arima_delta (order, delta);

  if (!hw_arima_kalman_init (&kalman, arma, delta, nd))
    return FALSE;

  states = g_new0 (double, kalman.states * (data->columns + 1));
  for (gsize t = 0; t < data->n; t++)
    {
      double *row = take_row (data, pass->work, t);
      const gboolean counts = hw_arima_kalman_see (&kalman, states, data->columns + 1, row);

      count_row (pass, row, counts && (data->skip == NULL || data->skip[t] == 0), kalman.variance, &product);
    }

  pass->log_sum += log (product);
  return pass->used > 0;
}

/* One pass at given coordinates: residuals whose squares sum to the criterion
 * squares * exp (log_sum / used). INFINITY where there is none. */
static double
look (Pass               *pass,
      const HwArimaOrder *order,
      const double       *free,
      double             *residuals)
{
  const gsize k = pass->data->columns;
  const int dim = hw_arima_coefs (order);
  const double most = pass->data->whole ? PARTIAL_MAX_WHOLE : PARTIAL_MAX;
  double partial[HW_ARIMA_COEF_MAX];
  HwArma arma;
  double scale;

  for (int i = 0; i < dim; i++)
    partial[i] = most * free[i] / sqrt (1.0 + free[i] * free[i]);

  hw_arima_coef_from (order, partial, &pass->coef);
  hw_arima_expand (order, &pass->coef, &arma);

  pass->log_sum = 0.0;
  pass->used = 0;
  if (!(pass->data->whole ? filter_whole (pass, order, &arma) : filter_all (pass, &arma)))
    return INFINITY;

  if (k > 0)
    regress (pass);

  scale = exp (0.5 * pass->log_sum / (double) pass->used);
  pass->squares = 0.0;

  for (gsize t = 0; t < pass->data->n; t++)
    {
      const double *row = pass->work->errors + t * (k + 1);
      double error = row[0];

      for (gsize c = 0; c < k; c++)
        error -= pass->beta[c] * row[c + 1];

      pass->squares += error * error;
      residuals[t] = scale * error;
    }

  return isfinite (pass->squares) ? pass->squares * scale * scale : INFINITY;
}

static void
slopes (Pass                  *pass,
        const HwArimaEstimate *at,
        double                *normal,
        double                *downhill)
{
  const int dim = hw_arima_coefs (&at->order);
  const gsize n = pass->data->n;
  HwArimaWork *work = pass->work;

  for (int i = 0; i < dim; i++)
    {
      double moved[HW_ARIMA_COEF_MAX];
      double *slope = work->slopes + (gsize) i * n;
      gboolean known;

      memcpy (moved, at->free, sizeof moved);
      moved[i] += PROBE;
      known = isfinite (look (pass, &at->order, moved, slope));

      for (gsize t = 0; t < n; t++)
        slope[t] = known ? (slope[t] - work->residuals[t]) / PROBE : 0.0;

      downhill[i] = 0.0;
      for (gsize t = 0; t < n; t++)
        downhill[i] -= slope[t] * work->residuals[t];

      for (int j = 0; j <= i; j++)
        {
          const double *other = work->slopes + (gsize) j * n;
          double sum = 0.0;

          for (gsize t = 0; t < n; t++)
            sum += slope[t] * other[t];

          normal[i * HW_ARIMA_COEF_MAX + j] = sum;
        }
    }
}

/* One damped step; FALSE where none leads down. */
static gboolean
step_down (Pass            *pass,
           HwArimaEstimate *at,
           const double    *normal,
           const double    *downhill,
           double          *damp,
           double          *criterion)
{
  const gsize dim = (gsize) hw_arima_coefs (&at->order);

  for (; *damp < DAMP_MAX; *damp *= 8.0)
    {
      double a[HW_ARIMA_COEF_MAX * HW_ARIMA_COEF_MAX], move[HW_ARIMA_COEF_MAX], moved[HW_ARIMA_COEF_MAX];
      double value;

      memcpy (a, normal, sizeof a);
      memcpy (move, downhill, dim * sizeof *move);
      for (gsize i = 0; i < dim; i++)
        a[i * HW_ARIMA_COEF_MAX + i] += *damp * (a[i * HW_ARIMA_COEF_MAX + i] + 1e-12);

      hw_solve_positive (a, move, dim, HW_ARIMA_COEF_MAX);
      for (gsize i = 0; i < dim; i++)
        {
          const double reach = 2.0 + fabs (at->free[i]);

          moved[i] = CLAMP (at->free[i] + CLAMP (move[i], -reach, reach), -FREE_MAX, FREE_MAX);
        }

      value = look (pass, &at->order, moved, pass->work->trial);
      if (value < *criterion)
        {
          double *keep = pass->work->residuals;

          memcpy (at->free, moved, dim * sizeof *moved);
          pass->work->residuals = pass->work->trial;
          pass->work->trial = keep;
          *criterion = value;
          *damp *= 0.2;
          return TRUE;
        }
    }

  return FALSE;
}

static void
descend (Pass            *pass,
         HwArimaEstimate *at,
         int              rounds,
         double          *criterion)
{
  const double enough = pass->data->whole ? ENOUGH_WHOLE : ENOUGH;
  double damp = DAMP_START;

  for (int i = 0; i < rounds; i++)
    {
      double normal[HW_ARIMA_COEF_MAX * HW_ARIMA_COEF_MAX] = { 0 }, downhill[HW_ARIMA_COEF_MAX];
      const double before = *criterion;

      slopes (pass, at, normal, downhill);
      if (!step_down (pass, at, normal, downhill, &damp, criterion) || before - *criterion < enough * before)
        return;
    }
}

/**
 * hw_arima_estimate:
 * @data: the series and its regressors
 * @rounds: of improvement, at most; 0 looks at the start alone
 * @work: room from hw_arima_work_new() for at least so many periods and columns
 * @estimate: (inout): order and free, where to start (zeros: white noise); all
 *   else is set
 *
 * The exact likelihood with variance and regressors' weights put in at their
 * best; damped least squares over partial autocorrelations, so that every
 * point is stationary and invertible.
 *
 * Cost: rounds x (coefficients + 1) passes, each about 6 n r operations.
 *
 * Source: Mélard (1984), AS 197, for the criterion as a sum of squares;
 * Marquardt (1963) for the descent.
 * Checked against: hw-arima-kalman's likelihood; R's arima().
 *
 * Returns: %FALSE where no finite likelihood was found
 */
gboolean
hw_arima_estimate (const HwArimaData *data,
                   int                rounds,
                   HwArimaWork       *work,
                   HwArimaEstimate   *estimate)
{
  Pass pass = { .data = data, .work = work };
  const int dim = hw_arima_coefs (&estimate->order);
  double criterion, parameters, n;

  g_return_val_if_fail (data->n <= work->n && data->columns <= work->columns, FALSE);

  if (data->n == 0)
    return FALSE;

  criterion = look (&pass, &estimate->order, estimate->free, work->residuals);
  if (!isfinite (criterion))
    return FALSE;

  descend (&pass, estimate, dim > 0 ? rounds : 0, &criterion);
  look (&pass, &estimate->order, estimate->free, work->residuals); /* the last look was not always the best */

  n = (double) pass.used;
  parameters = dim + (double) data->columns + 1.0;
  estimate->coef = pass.coef;
  memcpy (estimate->beta, pass.beta, sizeof pass.beta);
  estimate->variance = pass.squares / MAX (n - parameters + 1.0, 1.0);
  estimate->loglik = -0.5 * (n * log (MAX (pass.squares / n, 1e-300)) + pass.log_sum + n * (1.0 + log (2.0 * G_PI)));
  estimate->aicc = n > parameters + 1.0
                     ? -2.0 * estimate->loglik + 2.0 * parameters * n / (n - parameters - 1.0)
                     : INFINITY;
  return isfinite (estimate->loglik);
}
