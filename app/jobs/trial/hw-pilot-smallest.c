/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a design could see: by running the same test on the weeks before. */
#include "jobs/trial/hw-pilot-case.h"

#include "core/hw-error.h"
#include "engine/trial/hw-counterfactual.h"
#include "engine/trial/hw-item-trial.h"
#include "engine/trial/hw-smallest-effect.h"
#include "engine/trial/hw-switchback.h"
#include "engine/trial/hw-two-groups.h"

#include <math.h>

#define LEVEL 0.95
#define POWER 0.8
#define DRAWS 399
#define TRIES 100
#define LOOK_BACK HW_PILOT_LOOK_BACK

/* The same rows cut to the weeks before, as what looks at dates of the past wants them. */
static double *
cut (const double *rows,
     guint         n_rows,
     guint         n,
     guint         before)
{
  double *out = g_new (double, (gsize) n_rows * before + 1);

  for (guint i = 0; i < n_rows; i++)
    for (guint t = 0; t < before; t++)
      out[(gsize) i * before + t] = rows[(gsize) i * n + t];

  return out;
}

static guint
look_back (const HwPilotCase *self,
           guint              weeks)
{
  return self->past->before > weeks ? MIN (LOOK_BACK, self->past->before - weeks) : 0;
}

/* Weeks before @start that each customer spent in, and @weeks from it on. */
void
hw_pilot_add_customers (const HwPilotCase *self,
                        guint              start,
                        guint              weeks,
                        double            *value,
                        double            *before)
{
  const HwPilotPast *past = self->past;
  const guint back = MIN (start, LOOK_BACK);

  for (guint i = 0; i < past->customers->len; i++)
    {
      const double *spent = past->spent + (gsize) i * past->n;

      value[i] = before[i] = 0.0;
      for (guint t = start; t < start + weeks; t++)
        value[i] += spent[t] / weeks;
      for (guint t = start - back; t < start; t++)
        before[i] += spent[t] / back;
    }
}

/* --- the smallest visible effect --- */

static gboolean
smallest_items (HwPilotCase   *self,
                guint          weeks,
                const HwTick  *tick,
                double        *share,
                GError       **error)
{
  const guint before = self->past->before;
  g_autofree double *pieces = cut (self->units.pieces, self->units.n, self->past->n, before);
  const HwItemTrialPast past = {
    { pieces, self->units.n, before }, look_back (self, weeks), weeks, TRUE, TRIES, DRAWS, POWER, self->pilot->lock->seed,
  };

  return hw_item_trial_smallest (&past, tick, share, error);
}

static gboolean
smallest_customers (HwPilotCase   *self,
                    guint          weeks,
                    const HwTick  *tick,
                    double        *share,
                    GError       **error)
{
  const guint n = self->past->customers->len, before = self->past->before;
  const guint n_windows = MIN ((before - LOOK_BACK) / MAX (weeks, 1), 8);
  g_autofree double *values = g_new0 (double, (gsize) n * n_windows + 1);
  g_autofree double *was = g_new0 (double, (gsize) n * n_windows + 1);
  double sum = 0.0, effect = NAN;

  for (guint k = 0; k < n_windows; k++)
    hw_pilot_add_customers (self, before - (k + 1) * weeks, weeks, values + (gsize) k * n, was + (gsize) k * n);
  for (gsize i = 0; i < (gsize) n * n_windows; i++)
    sum += values[i];

  if (n_windows == 0 || !(sum > 0.0))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "no window of the past");
      return FALSE;
    }

  if (!hw_two_groups_smallest (&(HwTwoGroupsPast) { HW_EFFECT_AMOUNT, values, was, n, n_windows, n / 2, TRIES, DRAWS, POWER,
                                                    self->pilot->lock->seed },
                               tick, &effect, error))
    return FALSE;

  *share = effect * n * n_windows / sum;
  return TRUE;
}

static gboolean
smallest_switchback (HwPilotCase   *self,
                     guint          weeks,
                     const HwTick  *tick,
                     double        *share,
                     GError       **error)
{
  const HwSwitchbackPast past = {
    self->scaled, self->past->before, weeks / HW_SWITCHBACK_BLOCK, TRIES, DRAWS, POWER, self->pilot->lock->seed,
  };
  double effect;

  if (!hw_switchback_smallest (&past, tick, &effect, error))
    return FALSE;

  *share = self->logs ? expm1 (effect) : effect;
  return TRUE;
}

gboolean
hw_pilot_run_beside (const HwPilotCase  *self,
                     guint               start,
                     guint               weeks,
                     guint               n_draws,
                     const HwTick       *tick,
                     HwCounterfactual   *result,
                     GError            **error)
{
  const gboolean control = self->pilot->lock->design == HW_DESIGN_CONTROL && self->control != NULL;
  const HwCounterfactualInput input = {
    .y = self->scaled, .controls = control ? self->control : NULL, .n = self->past->n, .n_controls = control,
    .start = start, .length = weeks, .season = HW_PILOT_SEASON, .n_draws = n_draws, .seed = self->pilot->lock->seed,
    .level = LEVEL, .power = POWER,
  };

  if (weeks == 0 || start > self->past->n || weeks > self->past->n - start)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "outside the past");
      return FALSE;
    }

  return hw_counterfactual_run (&input, tick, result, error);
}

/* As if it had just ended. */
static gboolean
smallest_beside (HwPilotCase   *self,
                 guint          weeks,
                 const HwTick  *tick,
                 double        *share,
                 GError       **error)
{
  g_auto (HwCounterfactual) r = { 0 };

  if (self->past->before <= weeks)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "the past is shorter than the trial");
      return FALSE;
    }

  if (!hw_pilot_run_beside (self, self->past->before - weeks, weeks, DRAWS, tick, &r, error))
    return FALSE;

  *share = self->logs ? expm1 (r.smallest) : r.smallest;
  return TRUE;
}

gboolean
hw_pilot_smallest (HwPilotCase   *self,
                   guint          weeks,
                   const HwTick  *tick,
                   double        *share,
                   GError       **error)
{
  static gboolean (*const of[HW_DESIGN_N]) (HwPilotCase *, guint, const HwTick *, double *, GError **) = {
    [HW_DESIGN_ITEMS] = smallest_items, [HW_DESIGN_CUSTOMERS] = smallest_customers,
    [HW_DESIGN_SWITCHBACK] = smallest_switchback, [HW_DESIGN_SITES] = hw_pilot_sites_smallest,
    [HW_DESIGN_CONTROL] = smallest_beside, [HW_DESIGN_OWN_FORECAST] = smallest_beside,
  };
  g_autoptr (GError) local = NULL;

  *share = NAN;
  if (of[self->pilot->lock->design] == NULL || self->past->before <= weeks || weeks == 0)
    return TRUE;

  if (of[self->pilot->lock->design] (self, weeks, tick, share, &local))
    {
      if (!isfinite (*share))
        *share = NAN;
      return TRUE;
    }

  *share = NAN;
  if (local->domain == HW_ENGINE_ERROR && (local->code == HW_ENGINE_ERROR_TOO_SHORT || local->code == HW_ENGINE_ERROR_BAD_VALUE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* By formula: what is known of the weeks before, and nothing of how it is tested. */
static double
by_formula (const HwPilotCase *self)
{
  const HwPilot *pilot = self->pilot;
  const gboolean control = pilot->lock->design == HW_DESIGN_CONTROL;
  const double sd = pilot->sd / fabs (pilot->mean);

  if (pilot->n_before < 8 || isnan (sd) || (pilot->lock->design != HW_DESIGN_OWN_FORECAST && !control))
    return NAN;

  return hw_smallest_effect_formula (&(HwSmallestEffect) {
    .sd = control ? hw_smallest_effect_beside (sd, self->beside) : sd, .carry = pilot->carry,
    .n_before = pilot->n_before, .n_after = self->weeks, .freedom = pilot->n_before - 2.0 - control, .power = POWER });
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const HwPilotLength *x = a, *y = b;

  return (x->weeks > y->weeks) - (x->weeks < y->weeks);
}

/* As long a trial is looked at as if it had just ended. Where the past before that is too
 * short for the season that the planned one is judged with, it is another method, and its
 * figure says nothing beside the others. */
static gboolean
is_alike (const HwPilotCase *self,
          guint              weeks)
{
  const guint before = self->past->before;

  return self->pilot->lock->design < HW_DESIGN_CONTROL ||
         hw_counterfactual_waves (before - MIN (before, weeks), HW_PILOT_SEASON) ==
           hw_counterfactual_waves (before - MIN (before, self->weeks), HW_PILOT_SEASON);
}

gboolean
hw_pilot_lengths (HwPilotCase   *self,
                  const HwTick  *tick,
                  GError       **error)
{
  const guint lengths[] = { 4, 8, 13, 26, self->weeks };
  HwPilot *pilot = self->pilot;
  gboolean known = FALSE;

  pilot->formula = by_formula (self);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      HwTickPart part = { tick, (double) i / G_N_ELEMENTS (lengths), (i + 1.0) / G_N_ELEMENTS (lengths) };
      const HwTick within = HW_TICK_PART (&part);
      HwPilotLength length = { lengths[i], NAN };

      if (i + 1 == G_N_ELEMENTS (lengths) && known)
        break;

      known |= lengths[i] == self->weeks;
      if (lengths[i] == self->weeks)
        length.smallest = pilot->lock->smallest;
      else if (is_alike (self, lengths[i]) && !hw_pilot_smallest (self, lengths[i], &within, &length.smallest, error))
        return FALSE;

      g_array_append_val (pilot->lengths, length);
    }

  g_array_sort (pilot->lengths, compare_lengths);
  return TRUE;
}
