/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trial on some customers while others are held out by lot: what each bought in the
 * trial, with what each had bought before taken out. Who bought nothing counts as well. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/trial/hw-two-groups.h"
#include "store/hw-sale-repo.h"

#include <math.h>

#define WEEK 7
#define ALPHA 0.05

/* Money of each in the trial, in as many weeks before it, and of both groups by week. */
typedef struct
{
  GHashTable *place;    /* (owned) customer id -> place + 1 */
  gsize       n, n_chosen;
  double     *value;    /* (owned) length n */
  double     *before;   /* (owned) length n */
  guint8     *chosen;   /* (owned) length n */
  HwDay       first;    /* of the weeks */
  guint       n_weeks, start;
  double     *weeks[2]; /* (owned) length n_weeks: others, chosen */
} People;

static void
people_clear (People *self)
{
  g_clear_pointer (&self->place, g_hash_table_unref);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->weeks[0], g_free);
  g_clear_pointer (&self->weeks[1], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

static void
add_people (People       *self,
            const GArray *ids,
            guint8        chosen)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_hash_table_replace (self->place, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                            GSIZE_TO_POINTER (self->n + 1));
      self->chosen[self->n++] = chosen;
    }
}

/* @back: weeks before the trial that are looked at. */
static void
people_init (People          *self,
             const HwLock    *lock,
             const HwVerdict *v,
             guint            back)
{
  const gsize n = (gsize) lock->changed->len + lock->partner->len;

  self->place = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->value = g_new0 (double, n + 1);
  self->before = g_new0 (double, n + 1);
  self->chosen = g_new0 (guint8, n + 1);
  add_people (self, lock->changed, 1);
  self->n_chosen = self->n;
  add_people (self, lock->partner, 0);
  self->start = back;
  self->n_weeks = back + v->n_weeks;
  self->first = v->start - (HwDay) back * WEEK;
  self->weeks[0] = g_new0 (double, self->n_weeks + 1);
  self->weeks[1] = g_new0 (double, self->n_weeks + 1);
}

static gboolean
take_day (const HwCustomerDay *day,
          gpointer             data)
{
  People *self = data;
  const gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (self->place, &day->customer_id));
  const guint week = (guint) (day->day - self->first) / WEEK;
  const double money = hw_scaled_to_double (day->amount);

  if (place == 0 || day->day < self->first || week >= self->n_weeks)
    return TRUE;

  self->weeks[self->chosen[place - 1]][week] += money;
  if (week >= self->start)
    self->value[place - 1] += money;
  else if (self->start - week <= self->n_weeks - self->start)
    self->before[place - 1] += money;

  return TRUE;
}

static gboolean
run_both (const HwVerdictCase *self,
          const People        *people,
          const HwTick        *tick,
          HwTwoGroups         *at95,
          HwTwoGroups         *at90,
          GError             **error)
{
  const gboolean has_before = people->start >= people->n_weeks - people->start;
  HwTwoGroupsInput input = {
    people->value, has_before ? people->before : NULL, people->chosen, people->n, HW_VERDICT_DRAWS, self->seed, 0.95,
  };

  if (!hw_two_groups_run (&input, tick, at95, error))
    return FALSE;

  input.level = 0.90;
  return hw_two_groups_run (&input, tick, at90, error);
}

/* From money each in the whole trial to money a week of all who were chosen. */
static void
take (HwVerdictCase     *self,
      const People      *people,
      const HwTwoGroups *at95,
      const HwTwoGroups *at90)
{
  HwVerdict *v = self->verdict;
  const double week = (double) people->n_chosen / v->n_weeks;
  HwVerdictTest test = { FALSE, at95->effect * week, at95->p, at95->attainable, at95->low * week, at95->high * week,
                         at90->low * week, at90->high * week, 0.0 };

  test.usual = hw_verdict_mean_week (people->weeks[1], people->start, people->n_weeks) - test.effect;
  v->n_units = (guint) people->n;
  self->reach = (double) people->n / (double) people->n_chosen;
  if (test.usual <= 0.0)
    {
      v->state = HW_JUDGE_NO_FIGURE;
      return;
    }

  hw_verdict_take (self, &test);
  if (hw_two_groups_holds (people->n_chosen, people->n - people->n_chosen, ALPHA) <= 0.0)
    v->state = HW_JUDGE_TOO_FEW;
  hw_verdict_keep_groups (self, people->first, people->weeks[1], people->weeks[0], people->n_weeks, people->start);
}

static gboolean
judge (HwVerdictCase  *self,
       HwDay           first_sale,
       const HwTick   *tick,
       GError        **error)
{
  HwVerdict *v = self->verdict;
  const guint known = (guint) MAX (v->start - first_sale, 0) / WEEK;
  g_auto (People) people = { 0 };
  HwTwoGroups at95 = { 0 }, at90 = { 0 };

  people_init (&people, self->lock, v, MIN (known, MAX (HW_VERDICT_WEEKS_BEFORE, v->n_weeks)));
  v->n_before = known;
  if (!hw_sale_repo_each_customer_day (self->store, people.first, v->end, take_day, &people, error) ||
      !run_both (self, &people, tick, &at95, &at90, error))
    return FALSE;

  take (self, &people, &at95, &at90);
  return TRUE;
}

gboolean
hw_verdict_customers (HwVerdictCase  *self,
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

  if (!g_str_equal (v->metric->id, "revenue"))
    {
      v->state = HW_JUDGE_NO_FIGURE;
      return TRUE;
    }

  judge (self, first, tick, &local);
  return hw_verdict_judged (self, HW_JUDGE_TOO_FEW, g_steal_pointer (&local), error);
}
