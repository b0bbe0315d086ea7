/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an effect to money, and from money to what the rule advises. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/trial/hw-smallest-effect.h"
#include "engine/trial/hw-verdict-rule.h"
#include "jobs/assess/hw-safety-load.h"
#include "store/hw-entry-repo.h"
#include "store/hw-sale-repo.h"

#include <math.h>

#define WEEKS_A_YEAR 52.0
#define LOST 0.2          /* of an effect when it is used everywhere, where the plan does not say */
#define COST_LOW 0.9
#define COST_HIGH 1.25
#define HOURS_LOW 0.8
#define HOURS_HIGH 1.5
#define MARGIN_WEEKS 13
#define ODDS_DRAWS 4000
#define WORTH_UNSAID 0.1
#define SPREADS 2.0       /* of a year's mean that the volume may be off */

static HwPert
exactly (double value)
{
  const HwPert pert = { value, value, value };

  return pert;
}

static HwPert
around (double value,
        double low,
        double high)
{
  const HwPert pert = { value * low, value, value * high };

  return pert;
}

/* --- how much money the figure stands for --- */

/* Money a week of 1 of the figure, where less of a cost is money too; NAN. */
static gboolean
find_unit (HwVerdictCase  *self,
           double         *unit,
           GError        **error)
{
  const char *id = self->verdict->metric->id;
  HwPeriodSums sums = { 0 };
  double weeks, sold, made;

  *unit = NAN;
  if (g_str_equal (id, "revenue") || g_str_equal (id, "lost_sales_value"))
    {
      *unit = 1.0;
      return TRUE;
    }

  if (!hw_sale_repo_sums_of (self->store, self->from - 7 * (HwDay) WEEKS_A_YEAR, self->from - 1, HW_SUMS_STOCK | HW_SUMS_LINES,
                             &sums, error))
    return FALSE;

  weeks = CLAMP ((double) self->verdict->n_before, 1.0, WEEKS_A_YEAR);
  sold = hw_scaled_to_double (sums.costed_revenue) / weeks;
  made = hw_scaled_to_double (sums.cogs + sums.waste_value) / weeks;
  if (g_str_equal (id, "gross_margin_pct") || g_str_equal (id, "food_cost_pct"))
    *unit = sold > 0.0 ? sold : (double) NAN;
  else if (g_str_equal (id, "waste_rate"))
    *unit = made > 0.0 ? made : (double) NAN;
  else if (g_str_equal (id, "average_order_value"))
    *unit = sums.n_orders > 0 ? (double) sums.n_orders / weeks : (double) NAN;

  return TRUE;
}

/* Mean of the year before the trial, which has all its seasons, and how far off it may be. */
static HwPert
find_volume (const HwVerdictCase *self,
             double               unit)
{
  const HwVerdict *v = self->verdict;
  double sum = 0.0, squares = 0.0, mean, off;
  guint n = 0;

  for (guint i = v->actual->len; i-- > 0 && n < (guint) WEEKS_A_YEAR;)
    {
      const HwTrendPoint *point = &g_array_index (v->actual, HwTrendPoint, i);

      if (point->from >= v->start || point->state != HW_METRIC_OK)
        continue;

      sum += point->value;
      squares += point->value * point->value;
      n++;
    }

  mean = n > 0 ? sum / n : v->usual;
  off = n > 1 ? sqrt (MAX (squares / n - mean * mean, 0.0) * hw_smallest_effect_swell (n, isnan (v->carry) ? 0.0 : v->carry) / n) : 0.0;
  off = MIN (SPREADS * off, 0.5 * fabs (mean));
  mean = fabs (mean);
  return (HwPert) { (mean - off) * unit * self->reach * WEEKS_A_YEAR, mean * unit * self->reach * WEEKS_A_YEAR,
                    (mean + off) * unit * self->reach * WEEKS_A_YEAR };
}

static gboolean
is_sales (const HwVerdict *v)
{
  static const char *const sales[] = { "revenue", "lost_sales_value", "average_order_value", NULL };

  return g_strv_contains (sales, v->metric->id);
}

/* Of sales what is left after the goods are paid, in the last weeks until the trial's
 * end: what is sold later changes no verdict. All of it where that is not known. */
static gboolean
find_margin (HwVerdictCase  *self,
             HwPert         *margin,
             const HwTick   *tick,
             GError        **error)
{
  HwVerdict *v = self->verdict;
  g_autoptr (HwTrend) trend = NULL;
  double sum = 0.0, low = 1.0, high = 0.0;
  guint n = 0;

  *margin = exactly (1.0);
  if (!is_sales (v))
    return TRUE;

  trend = hw_verdict_load_trend (self, "gross_margin_pct", self->lock != NULL ? self->lock->product : 0, tick, error);
  if (trend == NULL)
    return FALSE;

  for (guint i = trend->past->len; i-- > 0 && n < MARGIN_WEEKS;)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      if (point->state != HW_METRIC_OK || point->to > v->end)
        continue;

      sum += point->value;
      low = MIN (low, point->value);
      high = MAX (high, point->value);
      n++;
    }

  if (n == 0 || sum <= 0.0)
    return TRUE;

  v->margin = sum / n;
  *margin = (HwPert) { MAX (low, 0.0), v->margin, MAX (high, v->margin) };
  return TRUE;
}

/* --- what it costs --- */

/* Of the weeks that were noted, where any were; they are surer than a plan. */
static gboolean
find_costs (HwVerdictCase  *self,
            HwVerdictParts *parts,
            GError        **error)
{
  const HwAnswers *answers = self->entry->answers;
  g_autoptr (GPtrArray) check_ins = hw_entry_repo_list (self->store, HW_ENTRY_CHECK_IN, self->entry->id, FALSE, error);
  const double hours = hw_answers_get_number (answers, "hours", 0.0);
  double sum = 0.0, low = G_MAXDOUBLE, high = 0.0;
  guint n = 0;

  if (check_ins == NULL)
    return FALSE;

  for (guint i = 0; i < check_ins->len; i++)
    {
      const double noted = hw_answers_get_number (((const HwEntry *) g_ptr_array_index (check_ins, i))->answers, "hours", NAN);

      if (isnan (noted))
        continue;

      sum += noted;
      low = MIN (low, noted);
      high = MAX (high, noted);
      n++;
    }

  parts->hours = n > 0 ? (HwPert) { low, sum / n, high } : around (hours, HOURS_LOW, HOURS_HIGH);
  parts->running = around (12.0 * hw_answers_get_number (answers, "month_cost", 0.0), COST_LOW, COST_HIGH);
  parts->wage = hw_answers_get_number (answers, "wage", 0.0);
  parts->set_up = hw_answers_get_number (answers, "cost", 0.0);
  parts->lost = CLAMP (hw_answers_get_number (answers, "lost", LOST), 0.0, 1.0);
  return TRUE;
}

static double
cost_week (const HwVerdictParts *parts)
{
  return hw_pert_mean (&parts->running) / WEEKS_A_YEAR + hw_pert_mean (&parts->hours) * parts->wage;
}

/* --- the rule --- */

static const HwVerdictWhy whys[] = {
  [HW_RULING_PAYS] = HW_WHY_PAYS,
  [HW_RULING_WORTH_KNOWING] = HW_WHY_WORTH_KNOWING,
  [HW_RULING_NOT_TESTED] = HW_WHY_NOT_TESTED,
  [HW_RULING_LIMIT_BROKEN] = HW_WHY_LIMIT_BROKEN,
  [HW_RULING_DUTIES_OPEN] = HW_WHY_DUTIES_OPEN,
  [HW_RULING_HARM] = HW_WHY_HARM,
  [HW_RULING_DOES_NOT_PAY] = HW_WHY_DOES_NOT_PAY,
  [HW_RULING_STILL_OPEN] = HW_WHY_STILL_OPEN,
  [HW_RULING_NOT_WORTH_KNOWING] = HW_WHY_NOT_WORTH_KNOWING,
};

static const HwAdvice advice[] = {
  [HW_RULING_GO] = HW_VERDICT_GO,
  [HW_RULING_EXTEND] = HW_VERDICT_EXTEND,
  [HW_RULING_CHANGE] = HW_VERDICT_CHANGE,
  [HW_RULING_STOP] = HW_VERDICT_STOP,
};

/* What must be in place was done at least once; that it is due again is told elsewhere.
 * Who has not begun with the safety list is not held up by it. */
static gboolean
find_duties (HwVerdictCase  *self,
             gboolean       *done,
             GError        **error)
{
  g_autoptr (HwSafetyBook) book = hw_safety_load (self->store, hw_session_get_today (self->session), error);

  if (book == NULL)
    return FALSE;

  *done = TRUE;
  for (guint i = 0; book->done->len > 0 && i < book->safety->duties->len; i++)
    {
      const HwDutyState *state = &g_array_index (book->safety->duties, HwDutyState, i);

      if (state->applies && state->duty->weight == HW_DUTY_MUST && state->day == HW_DAY_NONE)
        *done = FALSE;
    }

  return TRUE;
}

static void
fill_terms (const HwVerdictCase  *self,
            const HwVerdictParts *parts,
            double                worth,
            HwVerdictTerms       *terms)
{
  const HwVerdictMoney *money = &self->verdict->money;
  const HwLock *lock = self->lock;

  *terms = (HwVerdictTerms) {
    .prior_sd = lock != NULL ? lock->prior_sd : worth / 2.0,
    .value = 1.0,
    .worth_having = worth,
    .years = 1.0,
    .go = lock != NULL ? lock->go : 0.8,
    .go_last = lock != NULL ? lock->go : 0.8,
    .stop = lock != NULL ? lock->stop : 0.2,
    .kept_least = lock != NULL ? lock->kept_least : HW_USED_LEAST,
  };
  if (!money->known)
    return;

  terms->value = (1.0 - parts->lost) * hw_pert_mean (&parts->volume) * hw_pert_mean (&parts->margin);
  terms->cost = cost_week (parts) * WEEKS_A_YEAR + parts->set_up / HW_VERDICT_YEARS;
}

static HwVerdictFacts
make_facts (const HwVerdictCase  *self,
            const HwVerdictParts *parts,
            gboolean              duties_done)
{
  const HwVerdict *v = self->verdict;
  const double way = hw_verdict_way (v);
  const double low = way > 0.0 ? v->share_low : -v->share_high, high = way > 0.0 ? v->share_high : -v->share_low;

  return (HwVerdictFacts) {
    .effect = way * v->share, .se = v->se, .low = low, .high = high, .kept = v->used, .se_more = v->se,
    .cost_more = v->money.known ? cost_week (parts) * v->n_planned : 0.0,
    .harm = high < 0.0 || hw_verdict_harmed (v, TRUE),
    .limit_broken = hw_verdict_harmed (v, FALSE),
    .duties_done = duties_done, .last_look = v->last_look,
  };
}

/* Of trials that bring just what they cost: those the rule would keep. */
static double
find_useless (const HwVerdictCase  *self,
              const HwVerdictTerms *terms,
              const HwVerdictFacts *facts)
{
  HwVerdictFacts plain = *facts;
  HwVerdictOdds odds;

  plain.harm = plain.limit_broken = plain.last_look = FALSE;
  plain.duties_done = TRUE;
  plain.kept = NAN;
  return hw_verdict_rule_odds (terms, &plain, terms->cost / terms->value, ODDS_DRAWS, self->seed, &odds) ? odds.adopted : (double) NAN;
}

static void
rule (HwVerdictCase        *self,
      const HwVerdictTerms *terms,
      const HwVerdictFacts *facts)
{
  HwVerdict *v = self->verdict;
  HwVerdictRuling ruling;
  const double ratio = facts->se / terms->prior_sd, trust = 1.0 / (1.0 + ratio * ratio);

  if (!hw_verdict_rule (terms, facts, &ruling))
    {
      v->state = HW_JUDGE_NO_FIGURE;
      return;
    }

  v->advice = advice[ruling.ruling];
  v->why = whys[ruling.reason];
  v->cannot_tell = ruling.cannot_tell;
  v->pays = ruling.pays;
  v->prior_sd = terms->prior_sd;
  v->useless_kept = find_useless (self, terms, facts);
  v->money.effect = trust * facts->effect;
  v->money.effect_sd = facts->se * sqrt (trust);
  if (!v->money.known)
    return;

  v->money.know_all = ruling.know_all;
  v->money.know_more = ruling.know_more;
  v->money.cost_more = facts->cost_more;
}

gboolean
hw_verdict_weigh (HwVerdictCase  *self,
                  const HwTick   *tick,
                  GError        **error)
{
  HwVerdict *v = self->verdict;
  const double said = self->lock != NULL ? self->lock->worth : hw_answers_get_number (self->entry->answers, "effect", NAN);
  const double worth = said > 0.0 ? said : WORTH_UNSAID;
  HwVerdictTerms terms;
  HwVerdictFacts facts;
  HwVerdictParts parts = { 0 };
  gboolean duties_done;
  double unit;

  v->worth = hw_verdict_way (v) * said * fabs (v->usual);
  if (!find_duties (self, &duties_done, error) || !find_costs (self, &parts, error) || !find_unit (self, &unit, error) ||
      !find_margin (self, &parts.margin, tick, error))
    return FALSE;

  if (!isnan (unit))
    {
      parts.volume = find_volume (self, unit);
      v->money.known = parts.volume.mode > 0.0;
    }

  fill_terms (self, &parts, worth, &terms);
  facts = make_facts (self, &parts, duties_done);
  rule (self, &terms, &facts);
  return !v->money.known || v->state != HW_JUDGED || hw_verdict_money (self, &parts, tick, error);
}
