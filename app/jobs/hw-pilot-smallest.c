/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a design could see, what it says of quiet times, and what its rule would keep:
 * all by running the same test on the weeks before. */
#include "jobs/hw-pilot-case.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-aa.h"
#include "engine/trial/hw-counterfactual.h"
#include "engine/trial/hw-item-trial.h"
#include "engine/trial/hw-pairing.h"
#include "engine/trial/hw-smallest-effect.h"
#include "engine/trial/hw-switchback.h"
#include "engine/trial/hw-two-groups.h"
#include "engine/trial/hw-verdict-rule.h"

#include <math.h>

#define LEVEL 0.95
#define ALPHA 0.05
#define POWER 0.8
#define DRAWS 399
#define QUIET_DRAWS 199
#define TRIES 100
#define LOOK_BACK 26      /* weeks that pairs are compared by */
#define DATES 36          /* quiet dates tried */
#define ODDS_DRAWS 20000
#define SEEN 2.801585     /* a smallest visible effect in standard errors: 1.96 + 0.84 */
#define WEEKS_A_YEAR 52.18

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
static void
add_customers (const HwPilotCase *self,
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
    add_customers (self, before - (k + 1) * weeks, weeks, values + (gsize) k * n, was + (gsize) k * n);
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

static gboolean
run_beside (const HwPilotCase  *self,
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

  if (!run_beside (self, self->past->before - weeks, weeks, DRAWS, tick, &r, error))
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
    [HW_DESIGN_SWITCHBACK] = smallest_switchback, [HW_DESIGN_SITES] = NULL,
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
      else if (!hw_pilot_smallest (self, lengths[i], &within, &length.smallest, error))
        return FALSE;

      g_array_append_val (pilot->lengths, length);
    }

  g_array_sort (pilot->lengths, compare_lengths);
  return TRUE;
}

/* --- quiet times --- */

static gboolean
judge_items (const HwPilotCase *self,
             guint              start,
             guint64            seed,
             double            *p)
{
  const HwItemSales sales = { self->units.pieces, self->units.n, self->past->n };
  const guint back = MIN (start, LOOK_BACK);
  g_autofree double *was = g_new (double, self->units.n + 1);
  g_auto (HwPairing) pairs = { 0 };
  HwItemTrial r;

  for (guint i = 0; i < self->units.n; i++)
    was[i] = hw_item_trial_rate (&sales, i, start - back, back);

  if (!hw_pairing_run (&(HwPairingInput) { was, self->units.n, 1, seed }, &pairs) ||
      !hw_item_trial_run (&(HwItemTrialInput) { sales, pairs.changed, pairs.partner, pairs.n_pairs, start, back, self->weeks,
                                                QUIET_DRAWS, seed, LEVEL }, NULL, &r, NULL))
    return FALSE;

  *p = r.test.p;
  return TRUE;
}

static gboolean
judge_customers (const HwPilotCase *self,
                 guint              start,
                 guint64            seed,
                 double            *p)
{
  const guint n = self->past->customers->len;
  g_autofree double *value = g_new (double, n + 1);
  g_autofree double *before = g_new (double, n + 1);
  g_autofree guint8 *chosen = g_new0 (guint8, n + 1);
  guint left = n / 2;
  HwTwoGroups r;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (guint i = 0; i < n; i++)
    {
      chosen[i] = hw_rng_below (&rng, n - i) < left;
      left -= chosen[i];
    }

  add_customers (self, start, self->weeks, value, before);
  if (!hw_two_groups_run (&(HwTwoGroupsInput) { value, before, chosen, n, QUIET_DRAWS, seed, LEVEL }, NULL, &r, NULL))
    return FALSE;

  *p = r.p;
  return TRUE;
}

static gboolean
judge_switchback (const HwPilotCase *self,
                  guint              start,
                  guint64            seed,
                  double            *p)
{
  const guint n_blocks = self->weeks / HW_SWITCHBACK_BLOCK;
  g_autofree guint8 *first_on = g_new0 (guint8, n_blocks + 1);
  HwSwitchback r;

  hw_switchback_toss (seed, first_on, n_blocks);
  if (!hw_switchback_run (&(HwSwitchbackInput) { self->scaled, start, n_blocks, first_on, QUIET_DRAWS, seed, LEVEL }, NULL, &r, NULL))
    return FALSE;

  *p = r.test.p;
  return TRUE;
}

static gboolean
judge_beside (const HwPilotCase *self,
              guint              start,
              double            *p)
{
  g_auto (HwCounterfactual) r = { 0 };

  if (!run_beside (self, start, self->weeks, QUIET_DRAWS, NULL, &r, NULL))
    return FALSE;

  *p = r.p;
  return TRUE;
}

static gboolean
judge (gsize    start,
       gpointer data,
       double  *p)
{
  const HwPilotCase *self = data;
  const guint64 seed = self->pilot->lock->seed + start;

  switch (self->pilot->lock->design)
    {
    case HW_DESIGN_ITEMS:
      return judge_items (self, (guint) start, seed, p);

    case HW_DESIGN_CUSTOMERS:
      return judge_customers (self, (guint) start, seed, p);

    case HW_DESIGN_SWITCHBACK:
      return judge_switchback (self, (guint) start, seed, p);

    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
      return judge_beside (self, (guint) start, p);

    case HW_DESIGN_SITES:
    case HW_DESIGN_N:
    default:
      return FALSE;
    }
}

gboolean
hw_pilot_quiet (HwPilotCase   *self,
                const HwTick  *tick,
                GError       **error)
{
  HwPilot *pilot = self->pilot;
  const gboolean beside = pilot->lock->design >= HW_DESIGN_CONTROL;
  const gsize first = beside ? hw_counterfactual_needs (self->weeks, self->control != NULL) : LOOK_BACK;
  const gsize last = self->past->before - MIN (self->past->before, self->weeks);
  g_autoptr (GError) local = NULL;
  HwAa aa;

  if (pilot->refused || last < first || self->weeks == 0)
    return TRUE;

  if (!hw_aa_run (&(HwAaInput) { first, last, self->weeks, MAX (1, (last - first + DATES) / DATES), ALPHA, judge, self }, tick, &aa,
                  &local))
    {
      if (!g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  pilot->quiet = (guint) aa.n;
  pilot->alarms = (guint) aa.n_alarms;
  pilot->apart = aa.apart;
  return TRUE;
}

/* --- the rule --- */

/* A trial of no use: what it brings is just what it costs. */
void
hw_pilot_odds (HwPilotCase *self)
{
  HwPilot *pilot = self->pilot;
  const HwLock *lock = pilot->lock;
  const gboolean money = g_str_equal (self->past->metric->id, "revenue") && pilot->mean > 0.0;
  const double cost = 12.0 * hw_answers_get_number (self->plan, "month_cost", 0.0) +
                      WEEKS_A_YEAR * hw_answers_get_number (self->plan, "hours", 0.0) *
                        hw_answers_get_number (self->plan, "wage", 0.0);
  const HwVerdictTerms terms = {
    .prior_sd = lock->prior_sd, .value = money ? WEEKS_A_YEAR * pilot->mean : 1.0, .cost = money ? cost : 0.0,
    .worth_having = lock->worth, .years = 1.0, .go = lock->go, .go_last = lock->go, .stop = lock->stop,
    .kept_least = lock->kept_least,
  };
  const double se = lock->smallest / SEEN;
  const HwVerdictFacts facts = {
    .effect = 0.0, .se = se, .low = -1.96 * se, .high = 1.96 * se, .kept = NAN, .se_more = se, .duties_done = TRUE,
  };
  HwVerdictOdds odds;

  if (isfinite (se) && se > 0.0 && hw_verdict_rule_odds (&terms, &facts, terms.cost / terms.value, ODDS_DRAWS, lock->seed, &odds))
    pilot->useless_kept = odds.adopted;
}
