/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-fixture.h: a shop to forecast, and what holds of every answer. */
#pragma once

#include "core/hw-rng.h"
#include "engine/forecast/hw-forecast.h"

#include <math.h>

static const double week[] = { 0.8, 0.7, 0.9, 1.0, 1.2, 1.6, 0.8 };

static void
run (const double     *y,
     gsize             n,
     int               season,
     gsize             horizon,
     HwForecastResult *result)
{
  const HwForecastInput input = { y, NULL, n, season, TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_forecast_run (&input, horizon, result, &error));
  g_assert_no_error (error);
}

static gboolean
is_whole (double x)
{
  return x == floor (x);
}

static void
check_period (const HwForecastResult *r,
              gsize                   h,
              gboolean                non_negative)
{
  const double *q = r->quantiles + h * HW_LEVELS;

  g_assert_true (isfinite (r->lo95[h]) && isfinite (r->hi95[h]) && isfinite (r->median[h]));
  g_assert_cmpfloat (r->lo95[h], <=, r->lo80[h]);
  g_assert_cmpfloat (r->lo80[h], <=, r->mean[h]);
  g_assert_cmpfloat (r->mean[h], <=, r->hi80[h]);
  g_assert_cmpfloat (r->hi80[h], <=, r->hi95[h]);
  g_assert_cmpfloat (r->lo80[h], <=, r->median[h]);
  g_assert_cmpfloat (r->median[h], <=, r->hi80[h]);
  for (gsize k = 0; k < HW_LEVELS; k++)
    {
      g_assert_true (isfinite (q[k]));
      g_assert_true (k == 0 || q[k] >= q[k - 1]);
      g_assert_true (!non_negative || q[k] >= 0.0);
    }
  g_assert_true (!non_negative || r->lo95[h] >= 0.0);
  g_assert_true (!r->whole || is_whole (r->median[h]));
  g_assert_true (!r->whole || is_whole (r->hi95[h]) || r->hi95[h] == r->mean[h]);
  g_assert_true (!r->whole || is_whole (r->lo95[h]) || r->lo95[h] == r->mean[h]);
}

/* Who had a say: the greatest first; the rest is less than one in a hundred each. */
static void
check_parts (const HwForecastResult *r)
{
  double sum = 0.0;

  g_assert_cmpuint (r->n_parts, <=, HW_FORECAST_PARTS);
  for (gsize i = 0; i < r->n_parts; i++)
    {
      sum += r->parts[i].share;
      g_assert_nonnull (r->parts[i].id);
      g_assert_true (i == 0 || r->parts[i].share <= r->parts[i - 1].share);
    }

  if (r->model == HW_MODEL_MEAN)
    g_assert_cmpuint (r->n_parts, ==, 0);
  else
    g_assert_true (sum > 0.8 && sum < 1.0 + 1e-9);
  if (r->model == HW_MODEL_NAIVE)
    g_assert_cmpstr (r->parts[0].id, ==, "naive");
}

/* What holds of every answer. */
static void
check_sound (const HwForecastResult *r,
             gboolean                non_negative)
{
  double sum = 0.0;

  g_assert_cmpuint (r->model, <=, HW_MODEL_MIX);
  g_assert_true (isfinite (r->error) && r->error >= 0.0);
  g_assert_true (isfinite (r->simple_error) && r->simple_error >= 0.0);
  g_assert_true (isfinite (r->level));
  g_assert_true (isfinite (r->lost) && r->lost >= 0.0);
  g_assert_true (r->inside80 >= 0.0 && r->inside80 <= r->inside95 && r->inside95 <= 1.0);
  check_parts (r);

  for (gsize h = 0; h < r->horizon; h++)
    {
      check_period (r, h, non_negative);
      sum += r->mean[h];
      g_assert_cmpfloat_with_epsilon (r->sum_mean[h], sum, 1e-9 * (1.0 + fabs (sum)));
      g_assert_true (isfinite (r->sum_sd[h]) && r->sum_sd[h] >= 0.0);
      g_assert_true (h == 0 || r->sum_sd[h] >= r->sum_sd[h - 1]);
    }
}

/* A shop's days: level, week, noise and, if wanted, growth a day. */
static void
fill_shop (double *y,
           gsize   n,
           double  level,
           double  growth,
           double  noise,
           guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    y[t] = fmax ((level + growth * (double) t) * week[t % 7] * (1.0 + noise * hw_rng_normal (&rng)), 0.0);
}
