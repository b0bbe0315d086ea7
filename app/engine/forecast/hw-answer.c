/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-answer.h"

#include "engine/forecast/hw-levels.h"

#include <math.h>
#include <stdlib.h>

#define PART_LEAST 0.01  /* a smaller share of the mix is not named */
#define NEARLY 1e-3      /* units: so near to a whole one is that one */
#define FOLLOW_MAX 0.95
#define SPIKES_FEW 3     /* so few may be mistakes, or never come again */

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

/* Totals of the first h + 1 periods. Errors go together, so their spread grows faster
 * than that of independent ones: a part of each is common to all steps (the level was
 * taken wrongly), the rest follows from the step before (AR(1)). */
static void
sum_up (double            next,
        double            common,
        HwForecastResult *out)
{
  const double follow = CLAMP ((next - common) / (1.0 - common), 0.0, FOLLOW_MAX);
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

/**
 * hw_answer_fill_ranges:
 * @out: (inout): means and quantiles are there; gets the median and the four ends that
 *   are shown. Of whole units only whole ones can be sold
 */
void
hw_answer_fill_ranges (HwForecastResult *out)
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

/* What was left aside so often comes again, no one knows when: so large a share of the
 * chances is its. */
static void
make_room_for_spikes (const HwPrepared *series,
                      HwForecastResult *out)
{
  const double share = (double) series->n_spikes / (double) series->history.n;

  if (series->n_spikes <= SPIKES_FEW)
    return;

  for (gsize k = HW_LEVEL_MEDIAN + 1; k < HW_LEVELS; k++)
    {
      const double at = 1.0 - (1.0 - hw_levels[k]) / share; /* of the spikes, as many are lower */

      for (gsize h = 0; at > 0.0 && h < out->horizon; h++)
        {
          double *q = out->quantiles + h * HW_LEVELS + k;

          *q = MAX (*q, series->spikes[(gsize) (at * (double) series->n_spikes)]);
        }
    }
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
 * hw_answer_take:
 * @input: the series
 * @series: the same, prepared
 * @backtest: what the families say and would have said of it
 * @mix: of the families
 * @weight: (array length=HW_FAMILIES): of each in the mix
 * @chances: the joint quantiles, ahead and of the held-out stretches
 * @result: (out caller-allocates): the forecast in the units of the input
 */
void
hw_answer_take (const HwForecastInput *input,
                const HwPrepared      *series,
                const HwBacktest      *backtest,
                const HwMix           *mix,
                const double          *weight,
                const HwAnswerChances *chances,
                HwForecastResult      *result)
{
  HwForecastResult out = { .model = HW_MODEL_MIX, .whole = series->whole };

  make_room (backtest->horizon, &out);
  for (gsize h = 0; h < out.horizon; h++)
    out.mean[h] = mix->mean[h];
  out.quantiles = g_memdup2 (chances->q, out.horizon * HW_LEVELS * sizeof (double));
  make_room_for_spikes (series, &out);
  look_at_past (backtest, series, mix, chances->past_q, &out);

  name_parts (weight, &out);
  if (out.n_parts == 0)
    out.model = HW_MODEL_MEAN;
  else if (weight[HW_FAMILIES_SIMPLE] >= 1.0)
    out.model = HW_MODEL_NAIVE;
  scale_up (input, series, &out);
  hw_answer_fill_ranges (&out);
  sum_up (chances->next, chances->apart, &out);

  out.level = series->history.level * series->history.scale;
  out.lost = series->history.lost * series->history.scale;
  out.lost_at = hw_history_lost (&series->history, input);
  *result = out;
}
