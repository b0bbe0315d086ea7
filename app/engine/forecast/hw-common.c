/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-common.h"

#include "engine/forecast/hw-answer.h"
#include "engine/forecast/hw-chances.h"

#include <math.h>

#define FOLLOW_PRIOR 0.4    /* how errors of neighbouring steps go together, in general, */
#define APART_PRIOR 0.2     /* and errors of steps half a horizon apart */
#define FOLLOW_BELIEF 6.0   /* origins' worth of belief in that */
#define FOLLOW_MAX 0.95
#define CLOSER_LEAST 0.01   /* the mix has to be closer than the simple rule by one part in a hundred */
#define CLOSER_OWN 0.25     /* weight of the series' own experience in that, */
#define CLOSER_PRIOR 8.0    /* and series' worth of belief that they are alike */
#define CLOSER_MAX 0.5      /* logarithm: more on one series is luck */
#define TINY 0.01           /* of the mean of the series: smaller losses are none */

/**
 * hw_common_new:
 *
 * Returns: (transfer full): a group that has learned nothing yet
 */
HwCommon *
hw_common_new (void)
{
  HwCommon *self = g_new0 (HwCommon, 1);

  self->conformal = hw_conformal_new ();
  return self;
}

/**
 * hw_common_free:
 * @self: its memory is given back
 */
void
hw_common_free (HwCommon *self)
{
  g_clear_pointer (&self->pool, hw_pool_free);
  g_clear_pointer (&self->past_pool, hw_pool_free);
  hw_conformal_free (self->conformal);
  g_free (self);
}

/**
 * hw_common_learn_means:
 * @self: what the group taught so far
 * @series: one of its series
 * @backtest: what the families would have said of it
 */
void
hw_common_learn_means (HwCommon         *self,
                       const HwPrepared *series,
                       const HwBacktest *backtest)
{
  double loss[HW_FAMILIES];

  hw_mix_losses (backtest, series->now_and_then, loss);
  hw_weights_learn (&self->means, loss, HW_FAMILIES);
}

static gboolean
take_weighted (const HwCommon   *self,
               const HwPrepared *series,
               const HwBacktest *backtest,
               double           *weight,
               HwMix            *mix)
{
  double loss[HW_FAMILIES];
  gboolean available[HW_FAMILIES];

  hw_mix_losses (backtest, series->now_and_then, loss);
  hw_mix_available (backtest, available);
  hw_weights_of (&self->means, &hw_weights_means, loss, available, HW_FAMILIES, weight);
  return hw_mix_take (backtest, weight, mix);
}

/* How much closer the mix was than the simple rule, as logarithm; NAN if untested. */
static double
closer_than_simple (const HwPrepared *series,
                    const HwBacktest *backtest,
                    const HwMix      *mix)
{
  const double *simple = backtest->runs[HW_FAMILIES_SIMPLE].past_mean;
  const gboolean squares = series->now_and_then;

  if (mix->past_mean == NULL || simple == NULL)
    return (double) NAN;

  return log (hw_mix_loss (backtest, simple, squares) + TINY) - log (hw_mix_loss (backtest, mix->past_mean, squares) + TINY);
}

/**
 * hw_common_learn_simple:
 * @self: has learned the means of all series
 * @series: one of them
 * @backtest: what the families would have said of it
 */
void
hw_common_learn_simple (HwCommon         *self,
                        const HwPrepared *series,
                        const HwBacktest *backtest)
{
  g_auto (HwMix) mix = { 0 };
  double weight[HW_FAMILIES];
  const double closer = take_weighted (self, series, backtest, weight, &mix) ? closer_than_simple (series, backtest, &mix)
                                                                             : (double) NAN;

  if (isnan (closer))
    return;
  self->closer += CLAMP (closer, -CLOSER_MAX, CLOSER_MAX);
  self->n_closer += 1.0;
}

/* Too short to be tested: the simple rule, or the mean if not even one season was seen. */
static gboolean
take_plain (const HwPrepared *series,
            const HwBacktest *backtest,
            double           *weight,
            HwMix            *mix)
{
  const gboolean mean = series->view.n < (gsize) series->view.season;

  for (gsize i = 0; i < HW_FAMILIES; i++)
    weight[i] = !mean && i == HW_FAMILIES_SIMPLE;
  if (!mean)
    return hw_mix_take (backtest, weight, mix);

  hw_mix_of_mean (series->view.y, series->view.n, backtest->horizon, mix);
  return TRUE;
}

/* The mix of one series; the simple rule alone where the series' own and the
 * group's experience together say that nothing beats it. */
static gboolean
take_mix (const HwCommon   *self,
          const HwPrepared *series,
          const HwBacktest *backtest,
          double           *weight,
          HwMix            *mix)
{
  double closer;

  if (backtest->plan.first == 0)
    return take_plain (series, backtest, weight, mix);
  if (!take_weighted (self, series, backtest, weight, mix))
    return FALSE;

  closer = CLAMP (closer_than_simple (series, backtest, mix), -CLOSER_MAX, CLOSER_MAX);
  if (isnan (closer)
      || CLOSER_OWN * closer + (1.0 - CLOSER_OWN) * self->closer / (self->n_closer + CLOSER_PRIOR) >= CLOSER_LEAST)
    return TRUE;

  hw_mix_clear (mix);
  for (gsize i = 0; i < HW_FAMILIES; i++)
    weight[i] = i == HW_FAMILIES_SIMPLE;
  return hw_mix_take (backtest, weight, mix);
}

/* How the errors of one origin go together, @least to @most steps apart. Each origin
 * counts as one, however many its steps. */
static void
learn_pairs (const double *off,
             gsize         n,
             gsize         least,
             gsize         most,
             HwTogether   *together)
{
  double both = 0.0, alone = 0.0;

  for (gsize apart = MAX (least, 1); apart <= most; apart++)
    for (gsize h = 0; h + apart < n; h++)
      {
        const double a = CLAMP (off[h], -5.0, 5.0), b = CLAMP (off[h + apart], -5.0, 5.0);

        if (isnan (a) || isnan (b))
          continue;
        both += a * b;
        alone += (a * a + b * b) / 2.0;
      }

  if (alone <= 0.0)
    return;
  together->sum += both / alone;
  together->n += 1.0;
}

/**
 * hw_common_learn_errors:
 * @self: has learned the means of all series
 * @series: one of them
 * @backtest: what the families would have said of it
 */
void
hw_common_learn_errors (HwCommon         *self,
                        const HwPrepared *series,
                        const HwBacktest *backtest)
{
  const HwBacktestPlan *plan = &backtest->plan;
  g_auto (HwMix) mix = { 0 };
  g_autofree double *off = NULL;
  double weight[HW_FAMILIES];

  if (!take_mix (self, series, backtest, weight, &mix) || mix.past_mean == NULL)
    return;

  off = hw_chances_off (backtest, &mix);
  if (!series->now_and_then) /* whose ranges come from families made for it */
    hw_conformal_learn (self->conformal, plan, off);
  for (gsize i = 0; i < plan->origins; i++)
    {
      learn_pairs (off + i * plan->horizon, plan->horizon, 1, 1, &self->next);
      learn_pairs (off + i * plan->horizon, plan->horizon, (plan->horizon + 1) / 2, plan->horizon - 1, &self->apart);
    }
}

/**
 * hw_common_settle:
 * @self: has learned the errors of all series
 */
void
hw_common_settle (HwCommon *self)
{
  hw_conformal_settle (self->conformal);
}

static void
take_chances (const HwCommon   *self,
              const HwPrepared *series,
              const HwBacktest *backtest,
              const HwMix      *mix,
              HwChances        *chances)
{
  g_autofree double *off = hw_chances_off (backtest, mix);

  hw_chances_take (backtest, mix, self->conformal, hw_conformal_scale (self->conformal, &backtest->plan, off),
                   series->non_negative, chances);
}

/**
 * hw_common_learn_chances:
 * @self: settled
 * @series: one of its series
 * @backtest: what the families would have said of it
 */
void
hw_common_learn_chances (HwCommon         *self,
                         const HwPrepared *series,
                         const HwBacktest *backtest)
{
  g_auto (HwMix) mix = { 0 };
  g_auto (HwChances) chances = { 0 };
  double weight[HW_FAMILIES], loss[HW_CHANCES_RIVALS];

  if (!take_mix (self, series, backtest, weight, &mix))
    return;

  take_chances (self, series, backtest, &mix, &chances);
  hw_chances_losses (backtest, &chances, loss);
  hw_weights_learn (&self->chances, loss, HW_CHANCES_RIVALS);
}

static double
go_together (const HwTogether *seen,
             double            prior)
{
  return CLAMP ((seen->sum + prior * FOLLOW_BELIEF) / (seen->n + FOLLOW_BELIEF), 0.0, FOLLOW_MAX);
}

/**
 * hw_common_answer:
 * @self: settled, and has learned the chances
 * @input: a series of the group
 * @series: the same, prepared
 * @backtest: what the families say and would have said of it
 * @result: (out caller-allocates): its forecast
 */
void
hw_common_answer (const HwCommon        *self,
                  const HwForecastInput *input,
                  const HwPrepared      *series,
                  const HwBacktest      *backtest,
                  HwForecastResult      *result)
{
  g_auto (HwMix) mix = { 0 };
  g_auto (HwChances) chances = { 0 };
  g_autofree double *q = NULL, *past_q = NULL;
  double weight[HW_FAMILIES], loss[HW_CHANCES_RIVALS], share[HW_CHANCES_RIVALS];
  gboolean available[HW_CHANCES_RIVALS];

  if (!take_mix (self, series, backtest, weight, &mix))
    g_return_if_reached (); /* the simple rule always answers */

  take_chances (self, series, backtest, &mix, &chances);
  hw_chances_losses (backtest, &chances, loss);
  hw_chances_available (&chances, series->now_and_then, available);
  hw_weights_of (&self->chances, &hw_weights_chances, loss, available, HW_CHANCES_RIVALS, share);

  q = hw_chances_join (chances.q, share, backtest->horizon);
  past_q = hw_chances_join (chances.past_q, share, backtest->plan.origins * backtest->plan.horizon);
  hw_answer_take (input, series, backtest, &mix, weight,
                  &(HwAnswerChances) {
                    q, past_q, go_together (&self->next, FOLLOW_PRIOR), go_together (&self->apart, APART_PRIOR),
                  },
                  result);
}
