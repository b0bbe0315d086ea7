/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-conformal.h"

#include "core/hw-sort.h"
#include "engine/math/hw-special.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SQUARE_MAX 25.0    /* one wild error must not decide */
#define OFF_MAX 25.0       /* spreads: what is further off says nothing of how wide a range has to be */
#define SQUARE_PRIOR 1.3   /* mean square of an error over its claimed spread, of catalogues in general */
#define SERIES_PRIOR 12.0  /* series' worth of belief in catalogues in general */
#define OWN_PRIOR 12.0     /* origins' worth of belief in the catalogue, against the series' own */
#define YOUNGER 0.4        /* a fit to less of the past is wider off by this power of the lengths' ratio */
#define BELIEF_MOST 0.65   /* in what a catalogue shows, however large: held-out pasts are younger than today */
#define WIDTH_MAX 4.0      /* of the usual: wider ones come from claims that mean nothing */
#define TAIL_PRIOR 1.03    /* tails of catalogues in general, as multiples of the normal's */

typedef struct
{
  HwBacktestPlan plan;
  double        *off;  /* (owned) */
} Seen;

struct _HwConformal
{
  GArray *seen;        /* (owned) of Seen */
  double  square;      /* mean square of off */
  gsize   horizon;     /* steps in width, 0: none seen */
  double *width;       /* (owned) horizon * HW_CONFORMAL_TAILS */
};

static void
clear_seen (gpointer data)
{
  g_free (((Seen *) data)->off);
}

/**
 * hw_conformal_new:
 *
 * Returns: (transfer full): nothing learned yet
 */
HwConformal *
hw_conformal_new (void)
{
  HwConformal *self = g_new0 (HwConformal, 1);

  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  g_array_set_clear_func (self->seen, clear_seen);
  self->square = SQUARE_PRIOR;
  return self;
}

/**
 * hw_conformal_free:
 * @self: its memory is given back
 */
void
hw_conformal_free (HwConformal *self)
{
  g_array_unref (self->seen);
  g_free (self->width);
  g_free (self);
}

/* Forecasts of the future know more than those of the past did. */
static double
older (const HwBacktestPlan *plan)
{
  const double all = (double) (plan->first + plan->horizon + (plan->origins - 1) * plan->step);

  return pow ((double) plan->first / all, YOUNGER);
}

/* Mean square of one origin's errors; NAN if nothing was observed. */
static double
square_at (const HwBacktestPlan *plan,
           const double         *off,
           gsize                 origin)
{
  const double f = older (plan);
  double sum = 0.0, n = 0.0;

  for (gsize h = 0; h < plan->horizon; h++)
    {
      const double z = off[origin * plan->horizon + h] * f;

      if (isnan (z))
        continue;
      sum += MIN (z * z, SQUARE_MAX);
      n += 1.0;
    }

  return n > 0.0 ? sum / n : (double) NAN;
}

/* The scale of a series from those of its origins that lie a whole horizon from
 * @apart; from all if @apart is no origin. */
static double
scale_without (const HwConformal    *self,
               const HwBacktestPlan *plan,
               const double         *off,
               gsize                 apart)
{
  double sum = OWN_PRIOR * self->square, n = OWN_PRIOR;

  for (gsize i = 0; i < plan->origins; i++)
    {
      const gsize between = (i > apart ? i - apart : apart - i) * plan->step;
      const double square = apart >= plan->origins || between >= plan->horizon ? square_at (plan, off, i) : (double) NAN;

      if (isnan (square))
        continue;
      sum += square;
      n += 1.0;
    }

  return sqrt (sum / n);
}

/**
 * hw_conformal_learn:
 * @self: not yet settled
 * @plan: where the series was forecast from
 * @off: (array): error over claimed spread; origins * horizon; NAN: not observed
 */
void
hw_conformal_learn (HwConformal          *self,
                    const HwBacktestPlan *plan,
                    const double         *off)
{
  const Seen seen = { *plan, g_memdup2 (off, plan->origins * plan->horizon * sizeof (double)) };

  g_array_append_val (self->seen, seen);
  self->horizon = MAX (self->horizon, plan->horizon);
}

static void
settle_square (HwConformal *self)
{
  double sum = log (SQUARE_PRIOR) * SERIES_PRIOR, n = SERIES_PRIOR, total = 0.0, k = 0.0;

  for (guint i = 0; i < self->seen->len; i++)
    {
      const Seen *seen = &g_array_index (self->seen, Seen, i);

      for (gsize j = 0; j < seen->plan.origins; j++)
        {
          const double square = square_at (&seen->plan, seen->off, j);

          if (isnan (square))
            continue;
          total += square / (double) seen->plan.origins;
          k += 1.0 / (double) seen->plan.origins;
        }
    }

  if (k > 0.0)
    {
      sum += k * log (MAX (total / k, 1e-6));
      n += k;
    }
  self->square = exp (sum / n);
}

/* Errors at and beside one step ahead, in spreads of their own series, sorted. */
static void
gather (const HwConformal *self,
        gsize              step,
        GArray            *out)
{
  g_array_set_size (out, 0);
  for (guint i = 0; i < self->seen->len; i++)
    {
      const Seen *seen = &g_array_index (self->seen, Seen, i);
      const HwBacktestPlan *plan = &seen->plan;
      const double f = older (plan);

      if (step >= plan->horizon)
        continue;
      for (gsize j = 0; j < plan->origins; j++)
        {
          const double scale = scale_without (self, plan, seen->off, j);

          for (gsize h = step > 0 ? step - 1 : 0; h < MIN (step + 2, plan->horizon); h++)
            {
              const double z = fabs (seen->off[j * plan->horizon + h]) * f / scale, kept = MIN (z, OFF_MAX);

              if (!isnan (z))
                g_array_append_val (out, kept);
            }
        }
    }

  hw_sort_doubles ((double *) out->data, out->len);
}

static double
quantile_of (const GArray *sorted,
             double        p)
{
  const double at = p * (double) (sorted->len - 1);
  const guint low = (guint) at;
  const double x = g_array_index (sorted, double, low);

  return low + 1 < sorted->len ? x + (at - low) * (g_array_index (sorted, double, low + 1) - x) : x;
}

/**
 * hw_conformal_settle:
 * @self: has learned what there is; from now on it may be read from any thread
 *
 * Split conformal prediction (Lei et al. 2018) over the series of a catalogue and
 * by steps ahead (Stankeviciute et al. 2021): the widths are the quantiles of the
 * errors, each measured in its series' own scale, which is found without the errors
 * it measures. Few series are held back towards what holds for catalogues in
 * general, a normal with slightly heavier tails.
 *
 * Checked against: coverage of simulated series in tests/engine/test-hw-conformal.c.
 */
void
hw_conformal_settle (HwConformal *self)
{
  g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (double));
  const double k = (double) self->seen->len, belief = BELIEF_MOST * k / (k + SERIES_PRIOR);

  settle_square (self);
  self->width = g_new0 (double, self->horizon * HW_CONFORMAL_TAILS + 1);
  for (gsize h = 0; h < self->horizon; h++)
    {
      gather (self, h, off);
      for (gsize tail = 0; tail < HW_CONFORMAL_TAILS; tail++)
        {
          const double usual = -TAIL_PRIOR * hw_normal_quantile (hw_levels[tail]);
          const double seen = off->len > 0 ? MIN (quantile_of (off, 1.0 - 2.0 * hw_levels[tail]), WIDTH_MAX * usual) : usual;

          self->width[h * HW_CONFORMAL_TAILS + tail] = belief * seen + (1.0 - belief) * usual;
        }
    }
}

/**
 * hw_conformal_scale:
 * @self: settled
 * @plan: where the series was forecast from
 * @off: (nullable): error over claimed spread; NULL if it was not tested
 *
 * Returns: how many times the claimed spread one spread of this series is
 */
double
hw_conformal_scale (const HwConformal    *self,
                    const HwBacktestPlan *plan,
                    const double         *off)
{
  return off != NULL ? scale_without (self, plan, off, plan->origins) : sqrt (self->square);
}

/**
 * hw_conformal_width:
 * @self: settled
 * @step: ahead, from 0
 * @tail: which chance, hw_levels[tail] below the median
 *
 * Returns: spreads from the middle to the end of the range
 */
double
hw_conformal_width (const HwConformal *self,
                    gsize              step,
                    gsize              tail)
{
  if (self->horizon == 0)
    return -TAIL_PRIOR * hw_normal_quantile (hw_levels[tail]);

  return self->width[MIN (step, self->horizon - 1) * HW_CONFORMAL_TAILS + tail];
}
