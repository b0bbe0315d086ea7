/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-verdict-rule.h"

#include "core/hw-rng.h"
#include "engine/math/hw-special.h"
#include "engine/money/hw-worth-knowing.h"

#include <math.h>

static gboolean
is_good (const HwVerdictTerms *terms,
         const HwVerdictFacts *facts)
{
  return terms->prior_sd > 0.0 && terms->value > 0.0 && isfinite (terms->value) && isfinite (terms->cost) &&
         isfinite (terms->worth_having) && terms->years > 0.0 && isfinite (terms->years) && terms->go > terms->stop &&
         terms->go_last > terms->stop && terms->stop >= 0.0 && terms->go <= 1.0 && terms->go_last <= 1.0 && isfinite (facts->effect) &&
         facts->se > 0.0 && isfinite (facts->se) && facts->low <= facts->high && facts->se_more > 0.0 && facts->cost_more >= 0.0;
}

/* The effect with the prior in, as money a year. */
static void
weigh (const HwVerdictTerms *terms,
       const HwVerdictFacts *facts,
       HwVerdictRuling      *r)
{
  const double ratio = facts->se / terms->prior_sd, trust = 1.0 / (1.0 + ratio * ratio);

  r->mean = terms->value * trust * facts->effect - terms->cost;
  r->sd = terms->value * facts->se * sqrt (trust);
  r->pays = hw_normal_below (r->mean / r->sd);
  r->know_all = terms->years * hw_worth_knowing_all (r->mean, r->sd);
  r->know_more = terms->years * hw_worth_knowing_more (r->mean, r->sd, terms->value * facts->se_more);
  r->cannot_tell = facts->low <= 0.0 && facts->high >= 0.0 && facts->low <= terms->worth_having && facts->high >= terms->worth_having;
}

static void
rule (HwVerdictRuling *r,
      HwRuling         ruling,
      HwRulingReason   reason)
{
  r->ruling = ruling;
  r->reason = reason;
}

/**
 * hw_verdict_rule:
 * @terms: locked with the plan; see HwVerdictTerms
 * @facts: of the look; see HwVerdictFacts
 * @ruling: (out caller-allocates): verdict, reason, money a year
 *
 * With standard error s and prior spread t the effect counts t^2 / (t^2 + s^2). An extension
 * must be worth more than it costs, and the range must still be too wide to tell the effect
 * worth having from none.
 *
 * Checked against: a truth table (tests/engine/test-hw-verdict-rule.c).
 *
 * Returns: %FALSE where a number is missing or out of order
 */
gboolean
hw_verdict_rule (const HwVerdictTerms *terms,
                 const HwVerdictFacts *facts,
                 HwVerdictRuling      *ruling)
{
  const double go = facts->last_look ? terms->go_last : terms->go;
  HwVerdictRuling r = { 0 };

  if (!is_good (terms, facts))
    return FALSE;

  weigh (terms, facts, &r);
  if (facts->harm)
    rule (&r, HW_RULING_STOP, HW_RULING_HARM);
  else if (facts->kept < terms->kept_least)
    rule (&r, HW_RULING_CHANGE, HW_RULING_NOT_TESTED);
  else if (facts->limit_broken && facts->effect > 0.0)
    rule (&r, HW_RULING_CHANGE, HW_RULING_LIMIT_BROKEN);
  else if (r.pays >= go && !facts->duties_done)
    rule (&r, HW_RULING_CHANGE, HW_RULING_DUTIES_OPEN);
  else if (r.pays >= go && !facts->limit_broken)
    rule (&r, HW_RULING_GO, HW_RULING_PAYS);
  else if (r.pays <= terms->stop)
    rule (&r, HW_RULING_STOP, HW_RULING_DOES_NOT_PAY);
  else if (facts->last_look)
    rule (&r, HW_RULING_STOP, HW_RULING_STILL_OPEN);
  else if (r.know_more > facts->cost_more && terms->worth_having < facts->high - facts->low)
    rule (&r, HW_RULING_EXTEND, HW_RULING_WORTH_KNOWING);
  else
    rule (&r, HW_RULING_STOP, HW_RULING_NOT_WORTH_KNOWING);

  *ruling = r;
  return TRUE;
}

/* Both looks together, each weighed by what it tells. */
static HwVerdictFacts
look_again (const HwVerdictFacts *first,
            double                more)
{
  const double a = 1.0 / (first->se * first->se), b = 1.0 / (first->se_more * first->se_more);
  HwVerdictFacts both = *first;

  both.effect = (a * first->effect + b * more) / (a + b);
  both.se = sqrt (1.0 / (a + b));
  both.low = both.effect - 0.5 * (first->high - first->low) * both.se / first->se;
  both.high = both.effect + 0.5 * (first->high - first->low) * both.se / first->se;
  both.last_look = TRUE;
  return both;
}

/**
 * hw_verdict_rule_odds:
 * @terms: as for hw_verdict_rule()
 * @facts: of the design: errors, width of the range, costs
 * @truth: effect that is really there
 * @n_draws: trials run
 * @seed: of the draws
 * @odds: (out caller-allocates): shares 0..1
 *
 * Checked against: both rows of shares kept, within 2 points (tests/engine/test-hw-verdict-rule.c).
 *
 * Returns: %FALSE where a number is missing or out of order
 */
gboolean
hw_verdict_rule_odds (const HwVerdictTerms *terms,
                      const HwVerdictFacts *facts,
                      double                truth,
                      guint                 n_draws,
                      guint64               seed,
                      HwVerdictOdds        *odds)
{
  const double half = 0.5 * (facts->high - facts->low);
  guint counts[HW_RULING_STOP + 1] = { 0 }, n_adopted = 0;
  HwRng rng;

  if (n_draws == 0 || !isfinite (truth))
    return FALSE;

  hw_rng_init (&rng, seed);
  for (guint i = 0; i < n_draws; i++)
    {
      HwVerdictFacts look = *facts;
      HwVerdictRuling r;

      look.last_look = FALSE;
      look.effect = truth + facts->se * hw_rng_normal (&rng);
      look.low = look.effect - half;
      look.high = look.effect + half;
      if (!hw_verdict_rule (terms, &look, &r))
        return FALSE;

      counts[r.ruling]++;
      if (r.ruling == HW_RULING_EXTEND)
        {
          look = look_again (&look, truth + facts->se_more * hw_rng_normal (&rng));
          if (!hw_verdict_rule (terms, &look, &r))
            return FALSE;
        }

      n_adopted += r.ruling == HW_RULING_GO;
    }

  odds->go = (double) counts[HW_RULING_GO] / n_draws;
  odds->extended = (double) counts[HW_RULING_EXTEND] / n_draws;
  odds->change = (double) counts[HW_RULING_CHANGE] / n_draws;
  odds->stop = (double) counts[HW_RULING_STOP] / n_draws;
  odds->adopted = (double) n_adopted / n_draws;
  return TRUE;
}
