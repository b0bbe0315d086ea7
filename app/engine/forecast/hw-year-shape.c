/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-year-shape.h"

#include "engine/math/hw-ridge.h"

#include <math.h>
#include <string.h>

#define WAVES HW_YEAR_SHAPE_WAVES
#define COLUMNS (2 * WAVES)
#define YEARS_MAX 12
#define BENDS_A_YEAR 2
#define TREND_MAX (BENDS_A_YEAR * YEARS_MAX + 2)
#define FADE 0.7           /* weight of a year beside the one after it */
#define BEND_PENALTY 1.0
#define LINE_PENALTY 1e-6

G_STATIC_ASSERT (TREND_MAX <= HW_RIDGE_COLUMNS_MAX && COLUMNS <= HW_RIDGE_COLUMNS_MAX);

static const double strengths[] = { 0.3, 1.0, 5.0, 20.0, 80.0, 400.0, 2000.0 };

typedef struct
{
  gsize   n;
  gsize   years;
  double  period;
  double *weight;            /* n */
  double *row;               /* n x (COLUMNS + 1): the waves, last the series; trend taken off */
} Sheet;

/* cos and sin of 1 to WAVES turns, each from the two before it. */
static void
waves_at (double  period,
          double  t,
          double *wave)
{
  const double angle = 2.0 * G_PI * fmod (t / period, 1.0);
  const double c = cos (angle), s = sin (angle);

  wave[0] = c;
  wave[1] = s;
  for (gsize k = 1; k < WAVES; k++)
    {
      wave[2 * k] = wave[2 * k - 2] * c - wave[2 * k - 1] * s;
      wave[2 * k + 1] = wave[2 * k - 2] * s + wave[2 * k - 1] * c;
    }
}

/* A line with a bend every half year: 1, t, and t after each bend. */
static gsize
trend_at (const Sheet *sheet,
          gsize        t,
          double      *trend)
{
  const double at = (double) t / sheet->period;
  const double all = (double) sheet->n / sheet->period;
  gsize count = 2;

  trend[0] = 1.0;
  trend[1] = at;
  for (int k = 1; k < all * BENDS_A_YEAR && count < TREND_MAX; k++)
    trend[count++] = MAX (0.0, at - (double) k / BENDS_A_YEAR);
  return count;
}

/* Squares and products of the trend with itself (m x m) and with every column
 * (m x (COLUMNS + 1)). */
static void
add_up_trend (const Sheet *sheet,
              gsize        m,
              double      *gram,
              double      *moment)
{
  double trend[TREND_MAX];

  for (gsize t = 0; t < sheet->n; t++)
    {
      const double *row = sheet->row + t * (COLUMNS + 1);

      trend_at (sheet, t, trend);
      for (gsize i = 0; i < m; i++)
        {
          const double part = sheet->weight[t] * trend[i];

          if (part == 0.0) /* a bend to come */
            continue;

          for (gsize k = 0; k < m; k++)
            gram[i * m + k] += part * trend[k];
          for (gsize c = 0; c <= COLUMNS; c++)
            moment[i * (COLUMNS + 1) + c] += part * row[c];
        }
    }
}

/* Takes the bending line out of every column, so that the waves say nothing of it. */
static void
take_trend_off (Sheet *sheet)
{
  double trend[TREND_MAX], penalty[TREND_MAX], line[TREND_MAX], column[TREND_MAX];
  const gsize m = trend_at (sheet, 0, trend);
  g_autofree double *gram = g_new0 (double, m * m);
  g_autofree double *lines = g_new0 (double, m * (COLUMNS + 1));

  for (gsize i = 0; i < m; i++)
    penalty[i] = i < 2 ? LINE_PENALTY : BEND_PENALTY;
  add_up_trend (sheet, m, gram, lines);

  for (gsize c = 0; c <= COLUMNS; c++)
    {
      for (gsize i = 0; i < m; i++)
        column[i] = lines[i * (COLUMNS + 1) + c];
      hw_ridge_solve (gram, penalty, 1.0, m, column, line);
      for (gsize i = 0; i < m; i++)
        lines[i * (COLUMNS + 1) + c] = line[i];
    }

  for (gsize t = 0; t < sheet->n; t++)
    {
      double *row = sheet->row + t * (COLUMNS + 1);

      trend_at (sheet, t, trend);
      for (gsize i = 0; i < m; i++)
        {
          if (trend[i] == 0.0)
            continue;

          for (gsize c = 0; c <= COLUMNS; c++)
            row[c] -= trend[i] * lines[i * (COLUMNS + 1) + c];
        }
    }
}

/* Years are counted from the end; a piece under a third goes with the year after it. */
static gsize
year_of (const Sheet *sheet,
         gsize        t)
{
  const gsize year = (gsize) ((double) (sheet->n - 1 - t) / sheet->period);

  return MIN (year, sheet->years - 1);
}

/* gram and moment of each year, one after the other, and of all behind them. */
static void
add_up (const Sheet *sheet,
        double      *gram,
        double      *moment)
{
  double *all_gram = gram + sheet->years * COLUMNS * COLUMNS;
  double *all_moment = moment + sheet->years * COLUMNS;

  for (gsize t = 0; t < sheet->n; t++)
    {
      const double *row = sheet->row + t * (COLUMNS + 1);
      const gsize year = year_of (sheet, t);
      double *g = gram + year * COLUMNS * COLUMNS;
      double *m = moment + year * COLUMNS;

      for (gsize i = 0; i < COLUMNS; i++)
        {
          const double part = sheet->weight[t] * row[i];

          m[i] += part * row[COLUMNS];
          for (gsize k = 0; k <= i; k++)
            g[i * COLUMNS + k] += part * row[k];
        }
    }

  for (gsize year = 0; year < sheet->years; year++)
    {
      for (gsize i = 0; i < COLUMNS * COLUMNS; i++)
        all_gram[i] += gram[year * COLUMNS * COLUMNS + i];
      for (gsize i = 0; i < COLUMNS; i++)
        all_moment[i] += moment[year * COLUMNS + i];
    }
}

/* Squares left in each year by waves that were found without it; INFINITY where
 * they cannot be found. */
static double
years_left_out (const Sheet  *sheet,
                const double *gram,
                const double *moment,
                const double *penalty,
                double        strength)
{
  const double *all_gram = gram + sheet->years * COLUMNS * COLUMNS;
  const double *all_moment = moment + sheet->years * COLUMNS;
  double g[COLUMNS * COLUMNS], m[COLUMNS], beta[COLUMNS], sum = 0.0;

  for (gsize year = 0; year < sheet->years; year++)
    {
      const double *own = gram + year * COLUMNS * COLUMNS;
      const double *own_moment = moment + year * COLUMNS;

      for (gsize i = 0; i < COLUMNS * COLUMNS; i++)
        g[i] = all_gram[i] - own[i];
      for (gsize i = 0; i < COLUMNS; i++)
        m[i] = all_moment[i] - own_moment[i];

      if (!hw_ridge_solve (g, penalty, strength, COLUMNS, m, beta))
        return INFINITY;

      /* The year's own squares are the same for every strength: only what the
       * waves change of them is added up. */
      for (gsize i = 0; i < COLUMNS; i++)
        {
          double half = 0.5 * own[i * COLUMNS + i] * beta[i] - own_moment[i];

          for (gsize k = 0; k < i; k++)
            half += own[i * COLUMNS + k] * beta[k];
          sum += 2.0 * beta[i] * half;
        }
    }

  return sum;
}

static void
fill_sheet (Sheet        *sheet,
            const double *z,
            gsize         first)
{
  const double fade = pow (FADE, 1.0 / sheet->period);
  double weight = 1.0;

  sheet->weight = g_new (double, sheet->n);
  sheet->row = g_new (double, sheet->n * (COLUMNS + 1));
  for (gsize t = sheet->n; t-- > 0; weight *= fade)
    {
      sheet->weight[t] = weight;
      waves_at (sheet->period, (double) (first + t), sheet->row + t * (COLUMNS + 1));
      sheet->row[t * (COLUMNS + 1) + COLUMNS] = z[first + t];
    }
}

/**
 * hw_year_shape_fit:
 * @shape: (out caller-allocates): the waves
 * @z: (array length=n): complete and finite, oldest first
 * @n: length of @z
 * @period: length of the season in periods, such as 365.25 / 7; above 2
 *
 * Twelve pairs of waves beside a line that may bend every half year; younger years
 * weigh more; quick waves are held back more than slow ones, and all of them as
 * strongly as years left out ask for: a season that does not come again is held to
 * nothing. Looks at the last twelve seasons.
 *
 * Cost: at most n * 2000 multiplications, and some 7 * years * 2400.
 *
 * Source: dynamic harmonic regression after Young, Pedregal and Tych (1999), Journal
 * of Forecasting 18; own penalty and choice by whole years left out.
 * Checked against: known waves and noise, in tests/engine/test-hw-trig-season.c.
 */
void
hw_year_shape_fit (HwYearShape  *shape,
                   const double *z,
                   gsize         n,
                   double        period)
{
  const gsize most = (gsize) (YEARS_MAX * period);
  Sheet sheet = { .n = MIN (n, most), .period = period };
  double penalty[COLUMNS], best = 0.0;
  gboolean found = FALSE;

  *shape = (HwYearShape) { .period = period };
  sheet.years = MAX ((gsize) ((double) sheet.n / period + 2.0 / 3.0), 1);
  if (sheet.years < 2)
    return;

  fill_sheet (&sheet, z, n - sheet.n);
  take_trend_off (&sheet);

  g_autofree double *gram = g_new0 (double, (sheet.years + 1) * COLUMNS * COLUMNS);
  g_autofree double *moment = g_new0 (double, (sheet.years + 1) * COLUMNS);

  add_up (&sheet, gram, moment);
  for (gsize i = 0; i < COLUMNS; i++)
    penalty[i] = (double) ((i / 2 + 1) * (i / 2 + 1));

  for (gsize s = 0; s < G_N_ELEMENTS (strengths); s++)
    {
      const double left = years_left_out (&sheet, gram, moment, penalty, strengths[s]);

      if (left < best)
        {
          best = left;
          found = hw_ridge_solve (gram + sheet.years * COLUMNS * COLUMNS, penalty, strengths[s],
                                  COLUMNS, moment + sheet.years * COLUMNS, shape->wave);
        }
    }

  if (!found)
    memset (shape->wave, 0, sizeof shape->wave);
  g_free (sheet.weight);
  g_free (sheet.row);
}

/**
 * hw_year_shape_at:
 * @shape: the waves
 * @t: periods after the first of the series they were fitted to
 *
 * Returns: the season's part, about 0 over a season
 */
double
hw_year_shape_at (const HwYearShape *shape,
                  gsize              t)
{
  double wave[COLUMNS], sum = 0.0;

  waves_at (shape->period, (double) t, wave);
  for (gsize i = 0; i < COLUMNS; i++)
    sum += shape->wave[i] * wave[i];
  return sum;
}
