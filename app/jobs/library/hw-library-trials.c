/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of what was tried: what it brought, what it cost, and how it was taken up. */
#include "jobs/library/hw-library-private.h"

#include "domain/hw-initiative.h"

#include <math.h>

#define MONTHS 12.0

typedef struct
{
  double gain;     /* a month, after running costs */
  double set_up;
  guint  n;
} Money;

/* What a figure takes of one judged trial: FALSE if it does not belong to it. */
typedef gboolean (*TakeFunc) (const HwVerdict *verdict,
                              double           set_up,
                              Money           *sum);

/* Over all judged trials that can tell: one that cannot brought nothing that is known,
 * neither gain nor loss. OK, or why there is none. */
static HwMetricState
add_up (const HwLibraryFacts *facts,
        TakeFunc              take,
        Money                *sum)
{
  guint n_unsure = 0;

  for (guint i = 0; i < facts->verdicts->len; i++)
    {
      const HwVerdict *verdict = g_ptr_array_index (facts->verdicts, i);
      Money one = { 0 };

      if (!take (verdict, g_array_index (facts->set_up, double, i), &one))
        continue;
      if (verdict->cannot_tell)
        {
          n_unsure++;
          continue;
        }

      sum->gain += one.gain;
      sum->set_up += one.set_up;
      sum->n++;
    }

  if (sum->n > 0)
    return HW_METRIC_OK;

  return n_unsure > 0 ? HW_METRIC_CANNOT_TELL : facts->verdicts->len > 0 ? HW_METRIC_OTHER_FIGURE : HW_METRIC_NO_TRIAL;
}

static gboolean
take_money (const HwVerdict *verdict,
            double           set_up,
            Money           *sum)
{
  *sum = (Money) { .gain = verdict->money_month, .set_up = set_up };
  return !isnan (verdict->money_month);
}

static gboolean
take_saving (const HwVerdict *verdict,
             double           set_up,
             Money           *sum)
{
  return verdict->metric->direction == HW_LOWER_IS_BETTER && take_money (verdict, set_up, sum);
}

static gboolean
take_sales (const HwVerdict *verdict,
            double           set_up,
            Money           *sum)
{
  *sum = (Money) { .gain = verdict->effect * verdict->n_weeks };
  return g_str_equal (verdict->metric->id, "revenue");
}

static HwMetricState
find_gain (const HwLibraryFacts *facts,
           TakeFunc              take,
           double               *value,
           gint64               *n)
{
  Money sum = { 0 };
  const HwMetricState state = add_up (facts, take, &sum);

  if (state != HW_METRIC_OK)
    return state;

  *value = sum.gain;
  *n = sum.n;
  return HW_METRIC_OK;
}

static HwMetricState
find_revenue_effect (const HwLibraryFacts *facts,
                     double               *value,
                     gint64               *n)
{
  return find_gain (facts, take_sales, value, n);
}

static HwMetricState
find_savings (const HwLibraryFacts *facts,
              double               *value,
              gint64               *n)
{
  return find_gain (facts, take_saving, value, n);
}

/* As under Journey: all that went out, and what came in of what is counted. */
static HwMetricState
find_return (const HwLibraryFacts *facts,
             double               *value,
             gint64               *n)
{
  Money sum = { 0 };

  if (facts->result == NULL || facts->result->n_counted == 0 || facts->result->out_all <= 0.0)
    return add_up (facts, take_money, &sum) == HW_METRIC_CANNOT_TELL ? HW_METRIC_CANNOT_TELL : HW_METRIC_NO_TRIAL;

  *value = facts->result->net / facts->result->out_all;
  *n = facts->result->n_counted;
  return HW_METRIC_OK;
}

static HwMetricState
find_payback (const HwLibraryFacts *facts,
              double               *value,
              gint64               *n)
{
  Money sum = { 0 };
  const HwMetricState state = add_up (facts, take_money, &sum);

  if (state != HW_METRIC_OK)
    return state;
  if (sum.set_up <= 0.0)
    return HW_METRIC_NO_TRIAL;
  if (sum.gain <= 0.0)
    return HW_METRIC_NO_SAVING;

  *value = ceil (sum.set_up / sum.gain); /* full months, as the verdict says it */
  *n = sum.n;
  return HW_METRIC_OK;
}

/* What is tried or in use now, beside the sales of as long a time. */
static HwMetricState
find_spend (const HwLibraryFacts *facts,
            double               *value,
            gint64               *n)
{
  const HwPeriodSums *sums = &facts->sheet->sums;
  double month = 0.0;
  guint n_tools = 0;

  for (guint i = 0; i < facts->journey->trials->len; i++)
    {
      const HwEntry *entry = ((const HwTrial *) g_ptr_array_index (facts->journey->trials, i))->initiative;
      const HwState state = hw_initiative_state (entry);

      if (hw_state_is_final (state) || state < HW_STATE_RUNNING || !hw_answers_has (entry->answers, "month_cost"))
        continue;

      month += hw_answers_get_number (entry->answers, "month_cost", 0.0);
      n_tools++;
    }

  if (n_tools == 0)
    return HW_METRIC_NO_TRIAL;
  if (sums->revenue <= 0 || sums->n_days <= 0)
    return HW_METRIC_NO_SALES;

  *value = month * MONTHS * sums->n_days / 365.0 / hw_scaled_to_double (sums->revenue);
  *n = n_tools;
  return HW_METRIC_OK;
}

static HwMetricState
find_used (const HwLibraryFacts *facts,
           double               *value,
           gint64               *n)
{
  double sum = 0.0;
  guint n_weeks = 0;

  for (guint i = 0; i < facts->journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (facts->journey->trials, i);

      for (guint j = 0; j < trial->check_ins->len; j++)
        {
          const HwEntry *entry = g_ptr_array_index (trial->check_ins, j);
          const double used = hw_answers_get_number (entry->answers, "used", NAN);

          if (isnan (used))
            continue;

          sum += used;
          n_weeks++;
        }
    }

  if (n_weeks == 0)
    return HW_METRIC_NO_CHECK_IN;

  *value = sum / n_weeks;
  *n = n_weeks;
  return HW_METRIC_OK;
}

static HwMetricState
find_trained (const HwLibraryFacts *facts,
              double               *value,
              gint64               *n)
{
  double trained = 0.0, people = 0.0;

  for (guint i = 0; i < facts->journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (facts->journey->trials, i);

      for (guint j = 0; j < trial->roll_out->len; j++)
        {
          const HwAnswers *answers = ((const HwEntry *) g_ptr_array_index (trial->roll_out, j))->answers;

          trained += hw_answers_get_number (answers, "trained", 0.0);
          people += hw_answers_get_number (answers, "people", 0.0);
        }
    }

  if (people <= 0.0)
    return HW_METRIC_NO_ROLL_OUT;

  *value = trained / people;
  *n = (gint64) people;
  return HW_METRIC_OK;
}

/* What must be in place counts double, as the safety list has it. */
static HwMetricState
find_duties (const HwLibraryFacts *facts,
             double               *value,
             gint64               *n)
{
  if (facts->safety == NULL || facts->safety->done->len == 0)
    return HW_METRIC_NO_DUTIES;

  *value = facts->safety->safety->score / 100.0;
  *n = facts->safety->done->len;
  return HW_METRIC_OK;
}

HwLibraryFunc
hw_library_trial_func (const char *metric)
{
  static const struct
  {
    const char    *id;
    HwLibraryFunc  func;
  } funcs[] = {
    { "revenue_effect_ai", find_revenue_effect },
    { "cost_savings_ai", find_savings },
    { "roi_pct", find_return },
    { "payback_months", find_payback },
    { "ai_spend_pct", find_spend },
    { "ai_adoption_rate", find_used },
    { "training_completion", find_trained },
    { "governance_completion", find_duties },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
    if (g_str_equal (funcs[i].id, metric))
      return funcs[i].func;

  return NULL;
}
