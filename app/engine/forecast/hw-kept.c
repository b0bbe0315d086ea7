/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-kept.h"

#include "engine/forecast/hw-answer.h"
#include "engine/forecast/hw-families.h"
#include "engine/forecast/hw-levels.h"
#include "engine/forecast/hw-prepared.h"

#include <math.h>
#include <string.h>

#define DUE_LEAST 4    /* periods after which a new forecast is due where there is no season; else one season */
#define SMOOTHING 0.1  /* of the tracking signal, */
#define ALARM 0.9      /* and from where on it is no chance: 4 of its standard deviations */
#define OFF_MAX 8.0    /* spreads: one such error is no alarm yet, two are */
#define LARGEST 1e12   /* units: beyond it a number is a mistake, not a sale */
#define CHANGE_MAX 1e9 /* of the series' own mean: beyond it nobody knows anything any more */

typedef struct
{
  const HwFamily *family;
  gpointer        fit;    /* (owned) */
  double          share;
} Part;

struct _HwKept
{
  HwForecastResult base;      /* (owned) as it was kept */
  Part             parts[HW_FORECAST_PARTS];
  gsize            n_parts;
  GArray          *y;         /* (owned) all periods seen [units of the prepared series] */
  double          *before;    /* (owned) what the parts said of the base's periods [the same] */
  double           scale;     /* units in one */
  gsize            added;
  double           signal;    /* errors in spreads, smoothed */
  gsize            due_after; /* periods */
  gsize            n_input;   /* periods in the input, and in base.lost_at */
  gboolean         non_negative;
};

static const HwFamily *
find_family (const char *id)
{
  for (gsize i = 0; i < HW_FAMILIES; i++)
    if (strcmp (hw_families[i]->id, id) == 0)
      return hw_families[i];

  g_return_val_if_reached (NULL);
}

/* What the parts say together of the next periods. */
static void
ask (const HwKept *self,
     gsize         horizon,
     double       *mean)
{
  g_autofree double *one = g_new (double, horizon + 1);

  for (gsize h = 0; h < horizon; h++)
    mean[h] = 0.0;

  for (gsize i = 0; i < self->n_parts; i++)
    {
      self->parts[i].family->mean (self->parts[i].fit, horizon, one);
      for (gsize h = 0; h < horizon; h++)
        mean[h] += self->parts[i].share * (self->non_negative ? MAX (one[h], 0.0) : one[h]);
    }
}

/* How much the parts have changed their mind about a period of the base [units]. */
static double
changed (const HwKept *self,
         double        mean,
         gsize         period)
{
  const double by = mean - self->before[period];

  return fabs (by) < CHANGE_MAX ? self->scale * by : 0.0;
}

static void
copy_base (HwForecastResult       *out,
           const HwForecastResult *from,
           gsize                   n)
{
  const gsize size = from->horizon * sizeof (double);

  *out = *from;
  out->mean = g_memdup2 (from->mean, size);
  out->median = g_memdup2 (from->median, size);
  out->lo80 = g_memdup2 (from->lo80, size);
  out->hi80 = g_memdup2 (from->hi80, size);
  out->lo95 = g_memdup2 (from->lo95, size);
  out->hi95 = g_memdup2 (from->hi95, size);
  out->quantiles = g_memdup2 (from->quantiles, size * HW_LEVELS);
  out->sum_mean = g_memdup2 (from->sum_mean, size);
  out->sum_sd = g_memdup2 (from->sum_sd, size);
  out->lost_at = g_memdup2 (from->lost_at, n * sizeof (double));
}

/* FALSE if a part cannot be fitted by itself. */
static gboolean
fit_parts (HwKept             *self,
           const HwSeriesView *view)
{
  double sum = 0.0;

  for (gsize i = 0; i < self->base.n_parts; i++)
    {
      const HwFamily *family = find_family (self->base.parts[i].id);
      gpointer fit = family != NULL && family->suits (view) ? family->fit (view) : NULL;

      if (fit == NULL)
        return FALSE;
      self->parts[self->n_parts++] = (Part) { family, fit, self->base.parts[i].share };
      sum += self->base.parts[i].share;
    }

  for (gsize i = 0; i < self->n_parts; i++)
    self->parts[i].share /= sum;

  return self->n_parts > 0;
}

/**
 * hw_kept_new:
 * @input: the series; not needed afterwards
 * @result: its forecast; not needed afterwards
 *
 * Returns: (transfer full) (nullable): NULL where only a new forecast will do: too
 *   short for more than its mean, or with known things (promotion, price) in it
 */
HwKept *
hw_kept_new (const HwForecastInput  *input,
             const HwForecastResult *result)
{
  g_autoptr (HwKept) self = g_new0 (HwKept, 1);
  g_auto (HwPrepared) series = { 0 };

  self->y = g_array_new (FALSE, FALSE, sizeof (double));
  self->n_input = input->n;
  copy_base (&self->base, result, input->n);
  if (input->lift != NULL || !hw_prepared_take (input, result->horizon, &series, NULL))
    return NULL;

  self->scale = series.view.unit;
  self->non_negative = input->non_negative;
  self->due_after = (gsize) MAX (input->season, DUE_LEAST);
  g_array_append_vals (self->y, series.y, (guint) series.view.n);
  if (!fit_parts (self, &series.view))
    return NULL;

  self->before = g_new (double, result->horizon);
  ask (self, result->horizon, self->before);
  return g_steal_pointer (&self);
}

/**
 * hw_kept_free:
 * @self: its memory is given back
 */
void
hw_kept_free (HwKept *self)
{
  for (gsize i = 0; i < self->n_parts; i++)
    self->parts[i].family->free (self->parts[i].fit);

  hw_forecast_result_clear (&self->base);
  g_array_unref (self->y);
  g_free (self->before);
  g_free (self);
}

/* Trigg (1964), on errors in spreads: sums up what goes astray in one direction. */
static void
track (HwKept *self,
       double  value,
       double  mean)
{
  double expected, sd;

  if (self->added >= self->base.horizon)
    return;

  expected = self->base.mean[self->added] + changed (self, mean, self->added);
  sd = MAX (hw_levels_sd (self->base.quantiles + self->added * HW_LEVELS), 1e-3 * self->scale);
  self->signal += SMOOTHING * (CLAMP ((value - expected) / sd, -OFF_MAX, OFF_MAX) - self->signal);
}

/**
 * hw_kept_add:
 * @self: a kept forecast
 * @y: (array length=n): the periods that came since [units]; NAN: not observed
 * @sold_out: (nullable) (array length=n): 1: sold out, demand was at least @y
 * @n: how many
 *
 * What was not observed is taken as expected, and so is what sold out below that.
 * A period after the other or all at once: the same, bit for bit.
 *
 * Cost: microseconds a period.
 */
void
hw_kept_add (HwKept       *self,
             const double *y,
             const guint8 *sold_out,
             gsize         n)
{
  for (gsize t = 0; t < n; t++)
    {
      const gboolean seen = fabs (y[t]) <= LARGEST;
      double mean, value;

      ask (self, 1, &mean);
      if (!(fabs (mean) < CHANGE_MAX))
        mean = g_array_index (self->y, double, self->y->len - 1);
      value = seen ? (self->non_negative ? MAX (y[t], 0.0) : y[t]) / self->scale : mean;
      if (sold_out != NULL && sold_out[t])
        value = MAX (value, mean);
      else if (seen)
        track (self, value * self->scale, mean);

      g_array_append_val (self->y, value);
      for (gsize i = 0; i < self->n_parts; i++)
        self->parts[i].family->move (self->parts[i].fit, &g_array_index (self->y, double, 0), self->y->len - 1, self->y->len);
      self->added++;
    }
}

/**
 * hw_kept_due:
 * @self: a kept forecast
 *
 * Returns: whether it is time for a new forecast: a season has passed, nothing is
 *   left ahead, or what came went astray
 */
gboolean
hw_kept_due (const HwKept *self)
{
  return self->added >= self->due_after || self->added >= self->base.horizon || fabs (self->signal) > ALARM;
}

/**
 * hw_kept_left:
 * @self: a kept forecast
 *
 * Returns: periods still ahead
 */
gsize
hw_kept_left (const HwKept *self)
{
  return self->base.horizon - MIN (self->added, self->base.horizon);
}

/* One period of the base, as far on as the mind has changed. */
static void
shift (const HwKept     *self,
       HwForecastResult *out,
       gsize             h,
       double            by)
{
  const double least = self->non_negative ? 0.0 : -INFINITY;
  double *q = out->quantiles + h * HW_LEVELS;

  out->mean[h] = MAX (out->mean[h] + by, least);
  for (gsize k = 0; k < HW_LEVELS; k++)
    q[k] = MAX (q[k] + by, least);
}

/**
 * hw_kept_answer:
 * @self: a kept forecast
 * @result: (out caller-allocates): the forecast of the periods still ahead; its
 *   horizon is hw_kept_left(); level, losses and errors are those of the kept one;
 *   untouched if nothing is left
 *
 * What was forecast, moved by as much as the families have changed their mind since.
 * Ranges are as wide as they were; totals spread as so many periods ahead did then.
 * With nothing added, the forecast as it was kept, bit for bit.
 *
 * Returns: %FALSE if nothing is left ahead
 */
gboolean
hw_kept_answer (const HwKept     *self,
                HwForecastResult *result)
{
  const gsize left = hw_kept_left (self), gone = self->base.horizon - left;
  g_autofree double *now = g_new (double, left + 1);
  HwForecastResult out;
  double total = 0.0;

  if (left == 0)
    return FALSE;

  copy_base (&out, &self->base, self->n_input);
  out.horizon = left;
  ask (self, left, now);
  for (gsize h = 0; h < left; h++)
    {
      out.mean[h] = self->base.mean[gone + h];
      memcpy (out.quantiles + h * HW_LEVELS, self->base.quantiles + (gone + h) * HW_LEVELS, sizeof (double[HW_LEVELS]));
      if (gone > 0)
        shift (self, &out, h, changed (self, now[h], gone + h));
      total += out.mean[h];
      out.sum_mean[h] = gone > 0 ? total : out.sum_mean[h];
    }

  if (gone > 0)
    hw_answer_fill_ranges (&out);
  *result = out;
  return TRUE;
}
