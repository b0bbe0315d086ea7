/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trial on some products, by lot within pairs: judged as the lot drew them, whatever was
 * done with them after. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/trial/hw-item-trial.h"
#include "jobs/trial/hw-pilot-past.h"

#include <math.h>

#define WEEK 7
#define ALPHA 0.05

/* Rows 0, 2, ... have the change; 1, 3, ... stand beside them. A product that replaces
 * another shares its row. */
typedef struct
{
  gsize   n_pairs, n_weeks;
  double *pieces;   /* (owned) 2 n_pairs rows of n_weeks, of what the figure counts; NAN: closed */
  double *money;    /* (owned) n_weeks each: sales of those with the change, then of those beside */
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->pieces, g_free);
  g_clear_pointer (&self->money, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static gint64
find_unit (const GArray *groups,
           gint64        product)
{
  for (guint i = 0; i + 1 < groups->len; i += 2)
    if (g_array_index (groups, gint64, i) == product)
      return g_array_index (groups, gint64, i + 1);

  return -1;
}

static void
add_product (Rows              *self,
             const HwPilotPast *past,
             gint64             product,
             gsize              row)
{
  const int at = hw_pilot_past_find (past, product);
  double *sum = self->pieces + row * self->n_weeks;
  double *money = self->money + (row % 2) * self->n_weeks;

  for (gsize w = 0; at >= 0 && w < self->n_weeks; w++)
    {
      const double pieces = past->pieces[(gsize) at * past->n + w], sold = past->money[(gsize) at * past->n + w];

      if (!isnan (pieces))
        sum[w] = isnan (sum[w]) ? pieces : sum[w] + pieces;
      if (!isnan (sold))
        money[w] = isnan (money[w]) ? sold : money[w] + sold;
    }
}

static void
add_unit (Rows              *self,
          const HwPilotPast *past,
          const GArray      *groups,
          gint64             product,
          gsize              row)
{
  const gint64 unit = find_unit (groups, product);

  add_product (self, past, product, row);
  for (guint i = 0; unit >= 0 && i + 1 < groups->len; i += 2)
    if (g_array_index (groups, gint64, i + 1) == unit && g_array_index (groups, gint64, i) != product)
      add_product (self, past, g_array_index (groups, gint64, i), row);
}

static void
rows_init (Rows              *self,
           const HwPilotPast *past,
           const HwLock      *lock,
           gsize              n_weeks)
{
  self->n_pairs = lock->changed->len;
  self->n_weeks = n_weeks;
  self->pieces = g_new (double, 2 * self->n_pairs * n_weeks + 1);
  self->money = g_new (double, 2 * n_weeks);
  for (gsize i = 0; i < 2 * self->n_pairs * n_weeks; i++)
    self->pieces[i] = NAN;
  for (gsize i = 0; i < 2 * n_weeks; i++)
    self->money[i] = NAN;

  for (guint i = 0; i < self->n_pairs; i++)
    {
      add_unit (self, past, lock->groups, g_array_index (lock->changed, gint64, i), 2 * i);
      add_unit (self, past, lock->groups, g_array_index (lock->partner, gint64, i), 2 * i + 1);
    }
}

static double
mean_of (const double *y,
         gsize         from,
         gsize         to)
{
  double sum = 0.0;
  gsize n = 0;

  for (gsize w = from; w < to; w++)
    if (!isnan (y[w]))
      {
        sum += y[w];
        n++;
      }

  return n > 0 ? sum / (double) n : (double) NAN;
}

/* How far both sides go apart in a week by themselves, in logs. */
static double
find_spread (const Rows *rows,
             gsize       from,
             gsize       to)
{
  double sum = 0.0, squares = 0.0;
  gsize n = 0;

  for (gsize w = from; w < to; w++)
    {
      const double d = log (rows->money[w] / rows->money[rows->n_weeks + w]);

      if (!isfinite (d))
        continue;

      sum += d;
      squares += d * d;
      n++;
    }

  return n > 1 ? sqrt (MAX (squares - sum * sum / (double) n, 0.0) / (double) (n - 1)) : 0.0;
}

/* Of sales: those with the change, and what the ones beside them let expect. */
static void
keep_sales (HwVerdictCase     *self,
            const HwPilotPast *past,
            const Rows        *rows,
            gsize              before)
{
  const double *beside = rows->money + rows->n_weeks;
  const double during = mean_of (beside, past->begins, rows->n_weeks);
  const double spread = find_spread (rows, past->begins - before, past->begins);

  for (gsize w = 0; w < rows->n_weeks; w++)
    {
      const HwDay day = past->first + (HwDay) (w * WEEK);

      hw_verdict_add_week (self, day, rows->money[w]);
      if (w >= past->begins && !isnan (beside[w]) && during > 0.0)
        hw_verdict_add_ahead (self, day, self->verdict->usual * beside[w] / during, spread, TRUE);
    }
}

/* Of another figure: that of the whole business. */
static void
keep_figure (HwVerdictCase     *self,
             const HwPilotPast *past,
             const Rows        *rows)
{
  for (gsize w = 0; w < rows->n_weeks; w++)
    hw_verdict_add_week (self, past->first + (HwDay) (w * WEEK), past->y[w]);
}

static gboolean
run_both (const HwVerdictCase *self,
          const HwPilotPast   *past,
          const Rows          *rows,
          gsize                before,
          const HwTick        *tick,
          HwItemTrial         *at95,
          HwItemTrial         *at90,
          GError             **error)
{
  g_autofree guint *changed = g_new (guint, rows->n_pairs + 1), *partner = g_new (guint, rows->n_pairs + 1);
  HwItemTrialInput input = {
    { rows->pieces, 2 * rows->n_pairs, rows->n_weeks }, changed, partner, rows->n_pairs, past->begins, before,
    rows->n_weeks - past->begins, HW_VERDICT_DRAWS, self->seed, 0.95,
  };

  for (guint i = 0; i < rows->n_pairs; i++)
    {
      changed[i] = 2 * i;
      partner[i] = 2 * i + 1;
    }

  if (!hw_item_trial_run (&input, tick, at95, error))
    return FALSE;

  input.level = 0.90;
  return hw_item_trial_run (&input, tick, at90, error);
}

static void
take (HwVerdictCase     *self,
      const HwPilotPast *past,
      const Rows        *rows,
      gsize              before,
      const HwItemTrial *at95,
      const HwItemTrial *at90)
{
  HwVerdict *v = self->verdict;
  const gboolean sales = g_str_equal (v->metric->id, "revenue");
  const double sold = mean_of (rows->money, past->begins, rows->n_weeks) / exp (at95->test.effect);
  const double was = mean_of (rows->money, past->begins - before, past->begins);
  const double beside = mean_of (rows->money + rows->n_weeks, past->begins - before, past->begins);
  const HwVerdictTest test = {
    TRUE, at95->test.effect, at95->test.p, at95->test.attainable, at95->test.low, at95->test.high, at90->test.low,
    at90->test.high, sales ? sold : mean_of (past->y, past->begins - before, past->begins),
  };

  v->n_units = (guint) at95->n_pairs;
  self->reach = sales && was > 0.0 ? (was + beside) / was : 1.0;
  hw_verdict_take (self, &test);
  if (hw_sign_flip_holds (at95->n_pairs, ALPHA) <= 0.0)
    v->state = HW_JUDGE_TOO_FEW;

  if (sales)
    keep_sales (self, past, rows, before);
  else
    keep_figure (self, past, rows);
}

static gboolean
judge (HwVerdictCase     *self,
       const HwPilotPast *past,
       const HwTick      *tick,
       GError           **error)
{
  HwVerdict *v = self->verdict;
  const gsize before = MIN (past->begins, HW_VERDICT_WEEKS_BEFORE);
  HwItemTrial at95 = { 0 }, at90 = { 0 };
  g_auto (Rows) rows = { 0 };

  if (!past->by_product)
    {
      v->state = HW_JUDGE_NO_FIGURE;
      return TRUE;
    }

  if (before == 0)
    {
      v->state = HW_JUDGE_TOO_SHORT;
      return TRUE;
    }

  rows_init (&rows, past, self->lock, past->begins + v->n_weeks);
  if (!run_both (self, past, &rows, before, tick, &at95, &at90, error))
    return FALSE;

  take (self, past, &rows, before, &at95, &at90);
  return TRUE;
}

gboolean
hw_verdict_items (HwVerdictCase  *self,
                  const HwTick   *tick,
                  GError        **error)
{
  HwVerdict *v = self->verdict;
  g_autoptr (HwPilotPast) past = hw_pilot_past_load (self->session, v->metric, 0, self->from, self->from, tick, error);
  g_autoptr (GError) local = NULL;

  v->n_needed = (guint) hw_sign_flip_pairs_to_hold (ALPHA);
  if (past == NULL)
    return FALSE;

  v->n_weeks = past->n > past->begins ? MIN (past->n - past->begins, (guint) (self->to - self->from + 1) / WEEK) : 0;
  if (v->n_weeks == 0)
    return TRUE; /* not started */

  v->start = self->from;
  v->end = v->start + (HwDay) v->n_weeks * WEEK - 1;
  v->n_before = past->begins;
  judge (self, past, tick, &local);
  return hw_verdict_judged (self, HW_JUDGE_TOO_FEW, g_steal_pointer (&local), error);
}
