/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a design says of quiet times, and how often its rule would keep what is of no use. */
#include "jobs/trial/hw-pilot-case.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-aa.h"
#include "engine/trial/hw-counterfactual.h"
#include "engine/trial/hw-item-trial.h"
#include "engine/trial/hw-pairing.h"
#include "engine/trial/hw-switchback.h"
#include "engine/trial/hw-two-groups.h"
#include "engine/trial/hw-verdict-rule.h"

#include <math.h>

#define LEVEL 0.95
#define ALPHA 0.05
#define QUIET_DRAWS 199
#define LOOK_BACK HW_PILOT_LOOK_BACK
#define DATES 36          /* quiet dates tried */
#define ODDS_DRAWS 20000
#define SEEN 2.801585     /* a smallest visible effect in standard errors: 1.96 + 0.84 */
#define WEEKS_A_YEAR 52.18

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
  HwTwoGroups r;
  HwRng rng;

  hw_rng_init (&rng, seed);
  hw_pilot_toss_half (&rng, chosen, n);
  hw_pilot_add_customers (self, start, self->weeks, value, before);
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

  if (!hw_pilot_run_beside (self, start, self->weeks, QUIET_DRAWS, NULL, &r, NULL))
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
      return hw_pilot_sites_quiet (self, (guint) start, seed, p);

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
