/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/plan/hw-critical-path.h"

#include "core/hw-error.h"
#include "core/hw-sort.h"
#include "engine/math/hw-rank.h"

#include <math.h>

#define DRAWS_LEAST 100
#define LOOK_EACH 1024      /* draws between two looks at Cancel */
#define SOON 1e-9           /* days: ends that are alike */
#define STEPS_FOR_SCATTER 3 /* done, before their own scatter counts */
#define DAY 1.0             /* what is begun and not done takes at least this much more */

static gboolean
is_good_step (const HwPathInput *input,
              gsize              i)
{
  const HwPathStep *step = &input->steps[i];
  const HwPert *days = &step->days;

  for (gsize k = 0; k < step->n_after; k++)
    if (step->after[k] >= i)
      return FALSE;

  if (step->done && !(isfinite (step->began) && isfinite (step->ended) && step->ended >= step->began))
    return FALSE;

  return isfinite (days->low) && isfinite (days->high) && days->low >= 0.0 && days->low <= days->mode &&
         days->mode <= days->high && days->mode > 0.0 && isfinite (step->from) && step->from >= 0.0;
}

static gboolean
check (const HwPathInput  *input,
       GError            **error)
{
  gboolean good = input->n > 0 && input->n_draws >= DRAWS_LEAST && isfinite (input->today);

  for (gsize i = 0; good && i < input->n; i++)
    good = is_good_step (input, i);

  if (!good)
    g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a step is out of order");
  return good;
}

/* When a step can begin, given the ends of those before it. */
static double
begin (const HwPathStep *step,
       const double     *ends)
{
  double start = step->from;

  for (gsize k = 0; k < step->n_after; k++)
    start = fmax (start, ends[step->after[k]]);

  return start;
}

/* Forwards for the earliest times, backwards for how late a step may end. */
static void
plan (const HwPathInput *input,
      double            *ends,
      double            *latest,
      HwPath            *path)
{
  path->planned = 0.0;
  for (gsize i = 0; i < input->n; i++)
    {
      const double start = begin (&input->steps[i], ends);

      ends[i] = start + input->steps[i].days.mode;
      path->places[i].start = start;
      path->places[i].end = ends[i];
      path->planned = fmax (path->planned, ends[i]);
    }

  for (gsize i = 0; i < input->n; i++)
    latest[i] = path->planned;
  for (gsize i = input->n; i-- > 0;)
    {
      const double start = latest[i] - input->steps[i].days.mode;

      path->places[i].slack = fmax (0.0, latest[i] - ends[i]);
      for (gsize k = 0; k < input->steps[i].n_after; k++)
        latest[input->steps[i].after[k]] = fmin (latest[input->steps[i].after[k]], start);
    }
}

/* What the steps that are done took, as a multiple of their plan: log and scatter. */
static void
learn (const HwPathInput *input,
       double            *mean,
       double            *sd)
{
  double sum = 0.0, squares = 0.0, scatter = HW_PATH_SLIP_USUAL;
  guint k = 0;

  for (gsize i = 0; i < input->n; i++)
    if (input->steps[i].done)
      {
        const double took = fmax (DAY, input->steps[i].ended - input->steps[i].began);
        const double slip = log (took / input->steps[i].days.mode);

        sum += slip;
        squares += slip * slip;
        k++;
      }

  if (k >= STEPS_FOR_SCATTER)
    scatter = sqrt (fmax (0.0, (squares - sum * sum / k) / (k - 1)));
  *mean = sum / (k + 1.0);
  *sd = scatter * sqrt (1.0 / (k + 1.0));
}

static double
draw_end (const HwPathInput *input,
          gsize              i,
          const double      *ends,
          double             slip,
          HwRng             *rng)
{
  const HwPathStep *step = &input->steps[i];
  const double days = slip * hw_pert_draw (rng, &step->days);

  if (step->done)
    return step->ended;
  if (!isnan (step->began))
    return fmax (step->began + days, input->today + DAY);

  return fmax (begin (step, ends), input->today) + days;
}

/* Back from the end along the steps that it waited for. */
static void
mark (const HwPathInput *input,
      const double      *ends,
      double             end,
      guint8            *held,
      HwPath            *path)
{
  for (gsize i = 0; i < input->n; i++)
    held[i] = !input->steps[i].done && end - ends[i] < SOON;

  for (gsize i = input->n; i-- > 0;)
    {
      const HwPathStep *step = &input->steps[i];
      const double start = begin (step, ends);

      if (!held[i])
        continue;

      path->places[i].critical += 1.0 / input->n_draws;
      for (gsize k = 0; k < step->n_after && isnan (step->began); k++)
        if (ends[step->after[k]] >= start - SOON && ends[step->after[k]] > input->today && !input->steps[step->after[k]].done)
          held[step->after[k]] = TRUE;
    }
}

static void
take_ends (double  *drawn,
           gsize    n,
           double  *ends_50,
           double  *ends_90)
{
  hw_sort_doubles (drawn, n);
  *ends_50 = hw_rank_sorted_quantile (drawn, n, 0.5);
  *ends_90 = hw_rank_sorted_quantile (drawn, n, 0.9);
}

static gboolean
forecast (const HwPathInput *input,
          const HwTick      *tick,
          double            *ends,
          HwPath            *path)
{
  const gsize draws = input->n_draws;
  g_autofree double *drawn = g_new (double, (input->n + 1) * draws);
  g_autofree guint8 *held = g_new (guint8, input->n);
  double mean, sd;
  HwRng rng;

  learn (input, &mean, &sd);
  path->slip = exp (mean);
  hw_rng_init (&rng, input->seed);
  for (gsize d = 0; d < draws; d++)
    {
      const double slip = exp (mean + sd * hw_rng_normal (&rng));
      double end = -G_MAXDOUBLE;

      if (d % LOOK_EACH == 0 && !hw_tick (tick, (double) d / (double) draws))
        return FALSE;

      for (gsize i = 0; i < input->n; i++)
        {
          ends[i] = draw_end (input, i, ends, slip, &rng);
          drawn[i * draws + d] = ends[i];
          end = fmax (end, ends[i]);
        }
      drawn[input->n * draws + d] = end;
      mark (input, ends, end, held, path);
    }

  for (gsize i = 0; i < input->n; i++)
    take_ends (drawn + i * draws, draws, &path->places[i].ends_50, &path->places[i].ends_90);
  take_ends (drawn + input->n * draws, draws, &path->ends_50, &path->ends_90);
  return TRUE;
}

gboolean
hw_critical_path_run (const HwPathInput  *input,
                      const HwTick       *tick,
                      HwPath             *path,
                      GError            **error)
{
  g_autofree double *ends = NULL, *latest = NULL;

  if (!check (input, error))
    return FALSE;

  ends = g_new0 (double, input->n);
  latest = g_new0 (double, input->n);
  path->n = input->n;
  path->places = g_new0 (HwPathPlace, input->n);
  plan (input, ends, latest, path);
  if (forecast (input, tick, ends, path))
    return TRUE;

  hw_path_clear (path);
  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
  return FALSE;
}

void
hw_path_clear (HwPath *self)
{
  g_clear_pointer (&self->places, g_free);
  self->n = 0;
}
