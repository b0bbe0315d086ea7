/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-common.h"

#include "engine/forecast/hw-chances.h"
#include "engine/forecast/hw-levels.h"

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
#define NEARLY 1e-3         /* units: so near to a whole one is that one */
#define PART_LEAST 0.01     /* a smaller share of the mix is not named */

HwCommon *
hw_common_new (void)
{
  HwCommon *self = g_new0 (HwCommon, 1);

  self->conformal = hw_conformal_new ();
  return self;
}

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

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const HwForecastPart *x = a, *y = b;

  return x->share > y->share ? -1 : x->share < y->share ? 1 : g_strcmp0 (x->id, y->id);
}

static void
name_parts (const double     *weight,
            HwForecastResult *out)
{
  HwForecastPart all[HW_FAMILIES];
  gsize n = 0;

  for (gsize i = 0; i < HW_FAMILIES; i++)
    if (weight[i] >= PART_LEAST)
      all[n++] = (HwForecastPart) { hw_families[i]->id, weight[i] };

  qsort (all, n, sizeof all[0], compare_parts);
  out->n_parts = MIN (n, HW_FORECAST_PARTS);
  for (gsize i = 0; i < out->n_parts; i++)
    out->parts[i] = all[i];
}

static double
go_together (const HwTogether *seen,
             double            prior)
{
  return CLAMP ((seen->sum + prior * FOLLOW_BELIEF) / (seen->n + FOLLOW_BELIEF), 0.0, FOLLOW_MAX);
}

/* Totals of the first h + 1 periods. Errors go together, so their spread grows faster
 * than that of independent ones: a part of each is common to all steps (the level was
 * taken wrongly), the rest follows from the step before (AR(1)). */
static void
sum_up (const HwCommon   *self,
        HwForecastResult *out)
{
  const double common = go_together (&self->apart, APART_PRIOR);
  const double follow = CLAMP ((go_together (&self->next, FOLLOW_PRIOR) - common) / (1.0 - common), 0.0, FOLLOW_MAX);
  double total = 0.0, variance = 0.0, carried = 0.0, all = 0.0;

  for (gsize h = 0; h < out->horizon; h++)
    {
      const double sd = hw_levels_sd (out->quantiles + h * HW_LEVELS);

      total += out->mean[h];
      variance += sd * sd + 2.0 * sd * (common * all + (1.0 - common) * carried);
      all += sd;
      carried = follow * (carried + sd);
      out->sum_mean[h] = total;
      out->sum_sd[h] = sqrt (variance);
    }
}

/* Back to the units of the input, with what known things will do. */
static void
scale_up (const HwForecastInput *input,
          const HwPrepared      *series,
          HwForecastResult      *out)
{
  for (gsize h = 0; h < out->horizon; h++)
    {
      out->mean[h] *= series->history.scale;
      for (gsize k = 0; k < HW_LEVELS; k++)
        out->quantiles[h * HW_LEVELS + k] *= series->history.scale;
    }

  if (input->lift != NULL)
    hw_lift_put_in (input->lift + input->n, series->thinned, input->scatter, out->horizon, HW_LEVELS, out->mean, out->quantiles);
}

/* The four ends that are shown. Of whole units only whole ones can be sold. */
static void
fill_ranges (HwForecastResult *out)
{
  for (gsize h = 0; h < out->horizon; h++)
    {
      const double *q = out->quantiles + h * HW_LEVELS;

      out->lo95[h] = out->whole ? floor (q[1] + NEARLY) : q[1];
      out->lo80[h] = out->whole ? floor (q[3] + NEARLY) : q[3];
      out->median[h] = out->whole ? floor (q[HW_LEVEL_MEDIAN] + 0.5) : q[HW_LEVEL_MEDIAN];
      out->hi80[h] = out->whole ? ceil (q[11] - NEARLY) : q[11];
      out->hi95[h] = out->whole ? ceil (q[13] - NEARLY) : q[13];

      /* A leaning range still holds its mean. */
      out->hi80[h] = MAX (out->hi80[h], out->mean[h]);
      out->hi95[h] = MAX (out->hi95[h], out->hi80[h]);
      out->lo80[h] = MIN (out->lo80[h], out->mean[h]);
      out->lo95[h] = MIN (out->lo95[h], out->lo80[h]);
    }
}

/* How the mix and its ranges held where the actuals are known. */
static void
look_at_past (const HwBacktest *backtest,
              const HwPrepared *series,
              const HwMix      *mix,
              const double     *past_q,
              HwForecastResult *out)
{
  const gsize n = mix->past_mean != NULL ? backtest->plan.origins * backtest->plan.horizon : 0;
  const double *simple = backtest->runs[HW_FAMILIES_SIMPLE].past_mean;
  const double scale = series->history.scale;
  double off = 0.0, simple_off = 0.0, actual = 0.0, in80 = 0.0, in95 = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      const double a = backtest->actual[i], *q = past_q + i * HW_LEVELS;

      if (isnan (a) || simple == NULL)
        continue;
      out->n_tested++;
      off += fabs (mix->past_mean[i] - a);
      simple_off += fabs (simple[i] - a);
      actual += a;
      in80 += a >= q[3] - 1e-9 && a <= q[11] + 1e-9;
      in95 += a >= q[1] - 1e-9 && a <= q[13] + 1e-9;
    }

  if (out->n_tested == 0)
    return;
  out->error = scale * off / (double) out->n_tested;
  out->simple_error = scale * simple_off / (double) out->n_tested;
  out->tested_actual = scale * actual / (double) out->n_tested;
  out->inside80 = in80 / (double) out->n_tested;
  out->inside95 = in95 / (double) out->n_tested;
}

static void
make_room (gsize             horizon,
           HwForecastResult *out)
{
  out->horizon = horizon;
  out->mean = g_new0 (double, horizon);
  out->median = g_new0 (double, horizon);
  out->lo80 = g_new0 (double, horizon);
  out->hi80 = g_new0 (double, horizon);
  out->lo95 = g_new0 (double, horizon);
  out->hi95 = g_new0 (double, horizon);
  out->sum_mean = g_new0 (double, horizon);
  out->sum_sd = g_new0 (double, horizon);
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
  HwForecastResult out = { .model = HW_MODEL_MIX, .whole = series->whole };
  g_auto (HwMix) mix = { 0 };
  g_auto (HwChances) chances = { 0 };
  g_autofree double *past_q = NULL;
  double weight[HW_FAMILIES], loss[HW_CHANCES_RIVALS], share[HW_CHANCES_RIVALS];
  gboolean available[HW_CHANCES_RIVALS];

  if (!take_mix (self, series, backtest, weight, &mix))
    g_return_if_reached (); /* the simple rule always answers */

  take_chances (self, series, backtest, &mix, &chances);
  hw_chances_losses (backtest, &chances, loss);
  hw_chances_available (&chances, series->now_and_then, available);
  hw_weights_of (&self->chances, &hw_weights_chances, loss, available, HW_CHANCES_RIVALS, share);

  make_room (backtest->horizon, &out);
  for (gsize h = 0; h < out.horizon; h++)
    out.mean[h] = mix.mean[h];
  out.quantiles = hw_chances_join (chances.q, share, out.horizon);
  past_q = hw_chances_join (chances.past_q, share, backtest->plan.origins * backtest->plan.horizon);
  look_at_past (backtest, series, &mix, past_q, &out);

  name_parts (weight, &out);
  if (out.n_parts == 0)
    out.model = HW_MODEL_MEAN;
  else if (weight[HW_FAMILIES_SIMPLE] >= 1.0)
    out.model = HW_MODEL_NAIVE;
  scale_up (input, series, &out);
  fill_ranges (&out);
  sum_up (self, &out);

  out.level = series->history.level * series->history.scale;
  out.lost = series->history.lost * series->history.scale;
  out.lost_at = hw_history_lost (&series->history, input);
  *result = out;
}
