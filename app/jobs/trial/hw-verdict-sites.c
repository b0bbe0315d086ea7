/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trial in half of the shops, by lot: how much each changed against itself before, of
 * those that were drawn and of the others. A shop counts as it was drawn, whatever it did. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/trial/hw-two-groups.h"
#include "jobs/trial/hw-shop-weeks.h"

#include <math.h>

#define WEEK 7
#define ALPHA 0.05

/* Those whose change is known, and both groups week by week. */
typedef struct
{
  guint   n, n_chosen;
  double *change;    /* (owned) length n, logs */
  guint8 *chosen;    /* (owned) length n */
  HwDay   first;     /* of the weeks */
  guint   n_weeks, start;
  double *weeks[2];  /* (owned) length n_weeks: others, chosen */
  double  money[2];  /* before the trial: of all shops, of the chosen */
} Sites;

static void
sites_clear (Sites *self)
{
  g_clear_pointer (&self->change, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->weeks[0], g_free);
  g_clear_pointer (&self->weeks[1], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sites, sites_clear)

static double
sum_known (const double *values,
           guint         n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += isnan (values[i]) ? 0.0 : values[i];

  return sum;
}

static void
add_shops (Sites             *self,
           const HwShopWeeks *weeks,
           const GArray      *ids,
           guint8             chosen)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const int row = hw_shop_weeks_find (weeks, g_array_index (ids, gint64, i));
      const gsize at = (gsize) MAX (row, 0) * weeks->n;
      const double change = row >= 0 ? hw_two_groups_change (weeks->logs + at, self->start, self->start, self->n_weeks - self->start)
                                     : (double) NAN;

      if (isnan (change))
        continue;

      self->change[self->n] = change;
      self->chosen[self->n++] = chosen;
      self->n_chosen += chosen;
      for (guint w = 0; w < self->n_weeks; w++)
        self->weeks[chosen][w] += isnan (weeks->y[at + w]) ? 0.0 : weeks->y[at + w];
      if (chosen)
        self->money[1] += sum_known (weeks->money + at, self->start);
    }
}

/* Of a share as sales for each receipt the mean of the shops is shown, not their sum. */
static void
share_weeks (Sites *self)
{
  for (guint w = 0; w < self->n_weeks; w++)
    {
      self->weeks[0][w] /= MAX (self->n - self->n_chosen, 1);
      self->weeks[1][w] /= MAX (self->n_chosen, 1);
    }
}

static gboolean
sites_init (Sites                *self,
            const HwVerdictCase  *of,
            guint                 back,
            GError              **error)
{
  const HwVerdict *v = of->verdict;
  const guint most = of->lock->changed->len + of->lock->partner->len;
  g_autoptr (HwShopWeeks) weeks = NULL;

  self->start = back;
  self->n_weeks = back + v->n_weeks;
  self->first = v->start - (HwDay) back * WEEK;
  weeks = hw_shop_weeks_load (of->store, v->metric, self->first, self->n_weeks, error);
  if (weeks == NULL)
    return FALSE;

  self->change = g_new0 (double, most + 1);
  self->chosen = g_new0 (guint8, most + 1);
  self->weeks[0] = g_new0 (double, self->n_weeks + 1);
  self->weeks[1] = g_new0 (double, self->n_weeks + 1);
  add_shops (self, weeks, of->lock->changed, 1);
  add_shops (self, weeks, of->lock->partner, 0);
  for (guint row = 0; row < weeks->shops->len; row++)
    self->money[0] += sum_known (weeks->money + (gsize) row * weeks->n, back);
  return TRUE;
}

/* On logs: the chosen shops took so many times as much as they would have. */
static void
take (HwVerdictCase     *self,
      Sites             *sites,
      const HwTwoGroups *at95,
      const HwTwoGroups *at90)
{
  HwVerdict *v = self->verdict;
  const gboolean sales = g_str_equal (v->metric->id, "revenue");
  HwVerdictTest test = { TRUE, at95->effect, at95->p, at95->attainable, at95->low, at95->high, at90->low, at90->high, 0.0 };

  if (!sales)
    share_weeks (sites);

  test.usual = hw_verdict_mean_week (sites->weeks[1], sites->start, sites->n_weeks) / exp (at95->effect);
  v->n_units = sites->n;
  self->reach = sales && sites->money[1] > 0.0 ? sites->money[0] / sites->money[1] : 1.0;
  hw_verdict_take (self, &test);
  if (hw_two_groups_holds (sites->n_chosen, sites->n - sites->n_chosen, ALPHA) <= 0.0)
    v->state = HW_JUDGE_TOO_FEW;
  hw_verdict_keep_groups (self, sites->first, sites->weeks[1], sites->weeks[0], sites->n_weeks, sites->start);
}

static gboolean
judge (HwVerdictCase  *self,
       guint           back,
       const HwTick   *tick,
       GError        **error)
{
  g_auto (Sites) sites = { 0 };
  HwTwoGroupsInput input = { .n_draws = HW_VERDICT_DRAWS, .seed = self->seed, .level = 0.95 };
  HwTwoGroups at95 = { 0 }, at90 = { 0 };

  if (!sites_init (&sites, self, back, error))
    return FALSE;

  input.value = sites.change;
  input.chosen = sites.chosen;
  input.n = sites.n;
  if (!hw_two_groups_run (&input, tick, &at95, error))
    return FALSE;

  input.level = 0.90;
  if (!hw_two_groups_run (&input, tick, &at90, error))
    return FALSE;

  take (self, &sites, &at95, &at90);
  return TRUE;
}

gboolean
hw_verdict_sites (HwVerdictCase  *self,
                  const HwTick   *tick,
                  GError        **error)
{
  HwVerdict *v = self->verdict;
  g_autoptr (GError) local = NULL;
  HwDay first;

  v->n_needed = (guint) hw_two_groups_each_for (ALPHA);
  if (!hw_verdict_find_days (self, &first, error))
    return FALSE;

  if (v->n_weeks == 0)
    return TRUE; /* not started */

  v->n_before = (guint) MAX (v->start - first, 0) / WEEK;
  v->state = v->n_before == 0 ? HW_JUDGE_TOO_SHORT : HW_JUDGE_NO_FIGURE;
  if (v->n_before == 0 || !hw_shop_weeks_know (v->metric))
    return TRUE;

  judge (self, MIN (v->n_before, HW_VERDICT_WEEKS_BEFORE), tick, &local);
  return hw_verdict_judged (self, HW_JUDGE_TOO_FEW, g_steal_pointer (&local), error);
}
