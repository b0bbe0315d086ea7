/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-forecast-accuracy.h"

#include <math.h>

#define RANGES_LEAST 20      /* fewer say nothing about how often they hold */
#define CHANCE_ONE_SIDE 0.005 /* once in 100 times, both sides together */

double
hw_forecast_score_off (const HwForecastScore *self)
{
  return self->n > 0 ? self->off / (double) self->n : NAN;
}

double
hw_forecast_score_simple_off (const HwForecastScore *self)
{
  return self->n > 0 ? self->simple_off / (double) self->n : NAN;
}

double
hw_forecast_score_closer (const HwForecastScore *self)
{
  return self->n > 0 && self->simple_off > 0.0 ? 1.0 - self->off / self->simple_off : NAN;
}

double
hw_forecast_score_share (const HwForecastScore *self)
{
  return self->n > 0 && self->sold > 0.0 ? self->off / self->sold : NAN;
}

double
hw_forecast_score_worth (const HwForecastScore *self)
{
  return self->simple_off_money - self->off_money;
}

double
hw_forecast_score_held80 (const HwForecastScore *self)
{
  return self->n_ranges >= RANGES_LEAST ? (double) self->n_in80 / (double) self->n_ranges : NAN;
}

double
hw_forecast_score_held95 (const HwForecastScore *self)
{
  return self->n_ranges >= RANGES_LEAST ? (double) self->n_in95 / (double) self->n_ranges : NAN;
}

static double
log_factorial (gint64 n)
{
  int sign;

  return lgamma_r ((double) n + 1.0, &sign);
}

/* P(X <= k) of n tries that each succeed with chance p, added up from logs so that
 * neither end underflows. */
static double
binomial_up_to (gint64 k,
                gint64 n,
                double p)
{
  double sum = 0.0;

  for (gint64 i = 0; i <= k; i++)
    sum += exp (log_factorial (n) - log_factorial (i) - log_factorial (n - i) +
                (double) i * log (p) + (double) (n - i) * log1p (-p));

  return MIN (sum, 1.0);
}

static gboolean
is_chance (gint64 held,
           gint64 n,
           double promised)
{
  return binomial_up_to (held, n, promised) >= CHANCE_ONE_SIDE &&
         1.0 - (held > 0 ? binomial_up_to (held - 1, n, promised) : 0.0) >= CHANCE_ONE_SIDE;
}

gboolean
hw_forecast_score_is_honest (const HwForecastScore *self)
{
  return self->n_ranges < RANGES_LEAST || is_chance (self->n_in80, self->n_ranges, 0.8);
}

void
hw_forecast_score_add (HwForecastScore       *self,
                       const HwForecastScore *other)
{
  self->n += other->n;
  self->off += other->off;
  self->simple_off += other->simple_off;
  self->lean += other->lean;
  self->sold += other->sold;
  self->off_money += other->off_money;
  self->simple_off_money += other->simple_off_money;
  self->sold_money += other->sold_money;
  self->n_ranges += other->n_ranges;
  self->n_in80 += other->n_in80;
  self->n_in95 += other->n_in95;
}

HwAccuracyLine *
hw_accuracy_line_new (void)
{
  return g_new0 (HwAccuracyLine, 1);
}

void
hw_accuracy_line_free (HwAccuracyLine *self)
{
  if (self == NULL)
    return;

  g_free (self->category);
  g_free (self->name);
  g_free (self);
}

HwForecastAccuracy *
hw_forecast_accuracy_new (void)
{
  HwForecastAccuracy *self = g_new0 (HwForecastAccuracy, 1);

  self->as_of = HW_DAY_NONE;
  self->kept_from = HW_DAY_NONE;
  self->kept_to = HW_DAY_NONE;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_accuracy_line_free);
  return self;
}

void
hw_forecast_accuracy_free (HwForecastAccuracy *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

HwAccuracyLine *
hw_forecast_accuracy_find (const HwForecastAccuracy *self,
                           gint64                    product_id,
                           const char               *category)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      HwAccuracyLine *line = g_ptr_array_index (self->lines, i);

      if (line->product_id == product_id && g_strcmp0 (line->category, category) == 0)
        return line;
    }

  return NULL;
}
