/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change switched on and off by the week, by lot within blocks of two. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/trial/hw-switchback.h"

#include <math.h>

#define WEEK 7
#define ALPHA 0.05

typedef struct
{
  double *y;         /* (owned) two periods for each block, in their order */
  guint8 *first_on;  /* (owned) length n */
  HwDay  *on;        /* (owned) length n: first day of the week with the change */
  gsize   n;
  gboolean logs;
} Blocks;

static void
blocks_clear (Blocks *self)
{
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->first_on, g_free);
  g_clear_pointer (&self->on, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Blocks, blocks_clear)

static double
find_value (const HwVerdictCase *self,
            const GArray        *past,
            HwDay                from)
{
  for (guint i = 0; i < past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, i);

      if (point->from == from && point->to <= self->to)
        return point->state == HW_METRIC_OK ? point->value : (double) NAN;
    }

  return NAN;
}

/* Blocks whose weeks are over; as logs where all are above 0. */
static void
blocks_load (Blocks              *self,
             const HwVerdictCase *of,
             const GArray        *past)
{
  const GArray *changed = of->lock->changed, *partner = of->lock->partner;

  self->y = g_new (double, 2 * (gsize) changed->len + 1);
  self->first_on = g_new (guint8, changed->len + 1);
  self->on = g_new (HwDay, changed->len + 1);
  self->logs = TRUE;
  for (guint i = 0; i < changed->len; i++)
    {
      const HwDay on = (HwDay) g_array_index (changed, gint64, i), off = (HwDay) g_array_index (partner, gint64, i);

      if (MAX (on, off) + WEEK - 1 > of->to)
        continue;

      self->on[self->n] = on;
      self->first_on[self->n] = on < off;
      self->y[2 * self->n] = find_value (of, past, MIN (on, off));
      self->y[2 * self->n + 1] = find_value (of, past, MAX (on, off));
      self->logs = self->logs && !(self->y[2 * self->n] <= 0.0) && !(self->y[2 * self->n + 1] <= 0.0);
      self->n++;
    }

  for (gsize i = 0; self->logs && i < 2 * self->n; i++)
    self->y[i] = log (self->y[i]);
}

static double
off_of (const Blocks *self,
        gsize         block)
{
  const double y = self->y[2 * block + (self->first_on[block] ? 1 : 0)];

  return self->logs ? exp (y) : y;
}

static gboolean
is_open (const Blocks *self,
         gsize         block)
{
  return !isnan (self->y[2 * block]) && !isnan (self->y[2 * block + 1]);
}

/* Mean of the weeks without the change, and how far two weeks of a block go apart. */
static double
find_usual (const Blocks *self,
            double       *spread)
{
  double sum = 0.0, d = 0.0, squares = 0.0;
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      const double apart = self->y[2 * i + 1] - self->y[2 * i];

      if (!is_open (self, i))
        continue;

      sum += off_of (self, i);
      d += apart;
      squares += apart * apart;
      n++;
    }

  *spread = n > 1 ? sqrt (MAX (squares - d * d / (double) n, 0.0) / (double) (n - 1)) : 0.0;
  return n > 0 ? sum / (double) n : (double) NAN;
}

static void
keep_weeks (HwVerdictCase *self,
            const GArray  *past,
            const Blocks  *blocks,
            double         spread)
{
  for (guint i = 0; i < past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (past, HwTrendPoint, i);

      if (point->to <= self->verdict->end)
        g_array_append_val (self->verdict->actual, *point);
    }

  for (gsize i = 0; i < blocks->n; i++)
    if (is_open (blocks, i))
      hw_verdict_add_ahead (self, blocks->on[i], off_of (blocks, i), spread, blocks->logs);
}

static gboolean
run_both (const HwVerdictCase *self,
          const Blocks        *blocks,
          const HwTick        *tick,
          HwSwitchback        *at95,
          HwSwitchback        *at90,
          GError             **error)
{
  HwSwitchbackInput input = { blocks->y, 0, blocks->n, blocks->first_on, HW_VERDICT_DRAWS, self->seed, 0.95 };

  if (!hw_switchback_run (&input, tick, at95, error))
    return FALSE;

  input.level = 0.90;
  return hw_switchback_run (&input, tick, at90, error);
}

static gboolean
judge (HwVerdictCase  *self,
       const GArray   *past,
       const HwTick   *tick,
       GError        **error)
{
  HwVerdict *v = self->verdict;
  g_auto (Blocks) blocks = { 0 };
  HwSwitchback at95 = { 0 }, at90 = { 0 };
  HwVerdictTest test;
  double spread, usual;

  blocks_load (&blocks, self, past);
  usual = find_usual (&blocks, &spread);
  if (isnan (usual) || usual == 0.0)
    {
      v->state = blocks.n > 0 ? HW_JUDGE_NO_FIGURE : HW_JUDGE_NOT_STARTED;
      return TRUE;
    }

  if (!run_both (self, &blocks, tick, &at95, &at90, error))
    return FALSE;

  test = (HwVerdictTest) { blocks.logs, at95.test.effect, at95.test.p, at95.test.attainable, at95.test.low, at95.test.high,
                           at90.test.low, at90.test.high, usual };
  v->n_units = (guint) at95.n_blocks;
  hw_verdict_take (self, &test);
  if (hw_sign_flip_holds (at95.n_blocks, ALPHA) <= 0.0)
    v->state = HW_JUDGE_TOO_FEW;
  keep_weeks (self, past, &blocks, spread);
  return TRUE;
}

gboolean
hw_verdict_switchback (HwVerdictCase  *self,
                       const HwTick   *tick,
                       GError        **error)
{
  HwVerdict *v = self->verdict;
  g_autoptr (HwTrend) trend = hw_verdict_load_trend (self, v->metric->id, self->lock->product, tick, error);
  g_autoptr (GError) local = NULL;
  guint first = 0;

  v->n_needed = (guint) hw_sign_flip_pairs_to_hold (ALPHA);
  if (trend == NULL)
    return FALSE;
  if (!hw_verdict_find_weeks (self, trend->past, &first))
    return TRUE;

  v->n_before = first;
  judge (self, trend->past, tick, &local);
  return hw_verdict_judged (self, HW_JUDGE_TOO_FEW, g_steal_pointer (&local), error);
}
