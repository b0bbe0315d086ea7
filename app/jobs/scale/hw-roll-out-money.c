/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money of a roll-out month by month: what is planned, what came, and what it is
 * worth today with all the doubt in it. */
#include "jobs/scale/hw-roll-out-load.h"

#include "engine/money/hw-ramp.h"
#include "jobs/hw-session-private.h"
#include "jobs/scale/hw-gain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONTHS 36
#define SWING_LEAST 0.05  /* of the widest: less is not worth a line */
#define DRAWS 10000
#define WEEKS_A_YEAR 52.0

static const char *const part_names[HW_BENEFIT_N] = {
  [HW_BENEFIT_EFFECT] = N_("What the change does"),
  [HW_BENEFIT_LOST] = N_("How much of it gets lost on the way"),
  [HW_BENEFIT_VOLUME] = N_("How much it works on"),
  [HW_BENEFIT_MARGIN] = N_("What is left of sales"),
  [HW_BENEFIT_RUNNING] = N_("What is paid each month"),
  [HW_BENEFIT_HOURS] = N_("Hours of work"),
  [HW_BENEFIT_WAGE] = N_("What an hour costs"),
  [HW_BENEFIT_SET_UP] = N_("What is paid once"),
};

static HwPert
around (double mode,
        double least,
        double most)
{
  return (HwPert) { mode * least, mode, mode * most };
}

static double
number (const HwRollOut *self,
        const char      *question)
{
  return hw_answers_get_number (self->initiative->answers, question, 0.0);
}

static void
fill_input (const HwRollOut *self,
            const HwGain    *gain,
            HwRampInput     *input)
{
  HwBenefitInput *base = &input->base;

  base->effect = gain->effect;
  base->effect_sd = gain->sd;
  base->rate = gain->rate;
  base->n_draws = DRAWS;
  base->seed = (guint64) self->initiative->id;
  base->parts[HW_BENEFIT_LOST] = (HwPert) { 0.0, gain->lost, MIN (1.0, 2.0 * gain->lost) };
  base->parts[HW_BENEFIT_VOLUME] = around (self->volume, 0.9, 1.1);
  base->parts[HW_BENEFIT_MARGIN] = around (self->margin, gain->margin_known && !gain->saves ? 0.9 : 1.0,
                                           gain->margin_known && !gain->saves ? MIN (1.1, 1.0 / self->margin) : 1.0);
  base->parts[HW_BENEFIT_RUNNING] = around (gain->running + 12.0 * self->support, 1.0, 1.2);
  base->parts[HW_BENEFIT_HOURS] = around (gain->hours, 0.8, 1.5);
  base->parts[HW_BENEFIT_WAGE] = around (gain->wage, 1.0, 1.1);
  base->parts[HW_BENEFIT_SET_UP] = around (1.0, 0.9, 1.5);
}

/* The month that @day is in, counted from @first; those before and after go to the ends. */
static gsize
month_of (HwDay first,
          HwDay day)
{
  return (gsize) CLAMP (hw_by_between (HW_BY_MONTH, first, day), 0, MONTHS);
}

/* What goes out once, paid when its step begins; the way out at the end. */
static void
fill_once (const HwRollOut *self,
           HwDay            first,
           double          *out)
{
  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);

      out[month_of (first, wave->from)] += wave->money + hw_roll_out_training_cost (self, wave->people);
    }

  out[MONTHS] += number (self, "exit_cost");
}

static void
fill_shares (const HwRollOut *self,
             HwDay            first,
             double          *share)
{
  for (int t = 0; t < MONTHS; t++)
    share[t] = hw_roll_out_share_of (self, hw_by_add (HW_BY_MONTH, first, t), hw_by_add (HW_BY_MONTH, first, t + 1) - 1, TRUE);
}

static HwMoneyRange
range_of (const HwSpread *spread)
{
  return (HwMoneyRange) { spread->low, spread->middle, spread->high };
}

static int
compare_swings (gconstpointer a,
                gconstpointer b)
{
  const HwSwing *x = a, *y = b;
  const double one = x->best - x->worst, other = y->best - y->worst;

  return (one < other) - (one > other);
}

static void
take_swings (HwRollOut    *self,
             const HwRamp *ramp)
{
  double widest = 0.0;

  for (int p = 0; p < HW_BENEFIT_N; p++)
    widest = fmax (widest, ramp->best[p] - ramp->worst[p]);
  for (int p = 0; p < HW_BENEFIT_N; p++)
    {
      const HwSwing swing = { _(part_names[p]), ramp->worst[p], ramp->best[p] };

      if (swing.best - swing.worst > SWING_LEAST * widest)
        g_array_append_val (self->swings, swing);
    }

  g_array_sort (self->swings, compare_swings);
}

static void
take_months (HwRollOut         *self,
             const HwRampInput *input,
             const HwRamp      *ramp,
             HwDay              first)
{
  const HwBenefitInput *base = &input->base;
  const double gain = base->effect * (1.0 - self->lost) * self->volume * self->margin / 12.0;
  double so_far = 0.0;

  for (gsize t = 0; t < ramp->n; t++)
    {
      const double share = t > 0 ? input->share[t - 1] : 0.0;
      const HwScaleMonth month = {
        .from = hw_by_add (HW_BY_MONTH, first, t > 0 ? (int) t - 1 : 0), .plan = ramp->net[t], .out = input->out[t],
        .gain = share * gain, .running = share * self->running, .actual = (double) NAN, .so_far = so_far += ramp->net[t],
        .range = { ramp->low[t], ramp->middle[t], ramp->high[t] },
        .lo80 = ramp->lo80[t], .hi80 = ramp->hi80[t], .lo95 = ramp->lo95[t], .hi95 = ramp->hi95[t],
      };

      g_array_append_val (self->months, month);
    }
}

static void
take_ramp (HwRollOut         *self,
           const HwRampInput *input,
           const HwRamp      *ramp,
           HwDay              first)
{
  take_months (self, input, ramp, first);
  self->npv = ramp->npv;
  self->irr = ramp->irr;
  self->payback = ramp->payback;
  self->trough = ramp->trough;
  self->trough_month = hw_by_add (HW_BY_MONTH, first, ramp->trough_at > 0 ? (int) ramp->trough_at - 1 : 0);
  self->npvs = range_of (&ramp->npvs);
  self->irrs = range_of (&ramp->irrs);
  self->paybacks = range_of (&ramp->paybacks);
  self->troughs = range_of (&ramp->troughs);
  self->pays = ramp->pays;
  self->never = ramp->never;
  self->break_even = ramp->break_even;
  self->cost = ramp->cost.middle;
  self->cost_90 = ramp->cost_90;
  take_swings (self, ramp);
}

/* Over the whole time, as planned. */
static void
fill_owned (HwRollOut    *self,
            const HwGain *gain,
            const double *share)
{
  double months = 0.0;

  for (int t = 0; t < MONTHS; t++)
    months += share[t];

  for (guint i = 0; i < self->waves->len; i++)
    self->owned[HW_COST_SET_UP] += ((const HwWave *) g_ptr_array_index (self->waves, i))->money;
  self->owned[HW_COST_HOURS] = months / 12.0 * WEEKS_A_YEAR * gain->hours * gain->wage;
  self->owned[HW_COST_TRAINING] = hw_roll_out_training_cost (self, self->people);
  self->owned[HW_COST_SUBSCRIPTION] = months / 12.0 * gain->running;
  self->owned[HW_COST_SUPPORT] = months * self->support;
  self->owned[HW_COST_EXIT] = number (self, "exit_cost");
  for (int kind = 0; kind < HW_COST_N; kind++)
    self->owned_all += self->owned[kind];
}

gboolean
hw_roll_out_gained (const HwRollOut  *self,
                    HwSession        *session,
                    const HwGain     *gain,
                    double            effect,
                    HwDay             from,
                    HwDay             to,
                    double           *money,
                    GError          **error)
{
  const double works = self->waves->len > 0 ? hw_roll_out_share_of (self, from, to, FALSE) : 1.0;
  double volume;

  *money = 0.0;
  if (!(works > 0.0))
    return TRUE;
  if (!hw_gain_volume (hw_session_get_store (session), gain, from, to, &volume, error))
    return FALSE;

  *money = hw_gain_of (gain, effect * (1.0 - gain->lost), volume, works);
  return TRUE;
}

/* What came in the months that are over: of what sold then, in the share that worked. */
static gboolean
fill_actual (HwRollOut     *self,
             HwSession     *session,
             const HwGain  *gain,
             GError       **error)
{
  for (guint t = 1; t < self->months->len; t++)
    {
      HwScaleMonth *month = &g_array_index (self->months, HwScaleMonth, t);
      const HwDay end = hw_by_add (HW_BY_MONTH, month->from, 1) - 1;
      double gained, out = 0.0;

      if (end >= self->as_of)
        break;
      if (!hw_roll_out_gained (self, session, gain, gain->effect, month->from, end, &gained, error))
        return FALSE;

      for (guint i = 0; i < self->waves->len; i++)
        {
          const HwWave *wave = g_ptr_array_index (self->waves, i);

          if (wave->done && wave->done_on >= month->from && wave->done_on <= end)
            out += wave->money + hw_roll_out_training_cost (self, wave->trained);
        }

      month->actual = gained - hw_roll_out_share_of (self, month->from, end, FALSE) * self->running - out;
    }

  return TRUE;
}

void
hw_roll_out_widen (const HwRollOut *self,
                   HwGain          *gain)
{
  double weight = 0.0;

  for (guint i = 0; i < self->waves->len; i++)
    weight += hw_answers_get_number (((const HwWave *) g_ptr_array_index (self->waves, i))->entry->answers, "weight", 0.0);

  if (!hw_answers_has (self->initiative->answers, "product") || gain->saves || !(weight > gain->volume))
    return;

  gain->part *= weight / gain->volume;
  gain->volume = weight;
}

/* What the waves that could be compared brought, against what was planned of them. */
static void
fill_ratio (HwRollOut *self)
{
  const double way = self->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  const double planned = self->effect * (1.0 - self->lost);
  double sum = 0.0, shares = 0.0;

  for (guint i = 0; i < self->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (self->waves, i);

      if (wave->judge == HW_WAVE_JUDGED)
        {
          sum += way * wave->effect * wave->share;
          shares += wave->share;
          self->n_judged++;
        }
    }

  if (shares > 0.0 && planned > 0.0)
    self->ratio = sum / shares / planned;
}

gboolean
hw_roll_out_money (HwRollOut        *self,
                   HwSession        *session,
                   const HwVerdict  *verdict,
                   const HwTick     *tick,
                   GError          **error)
{
  double share[MONTHS], out[MONTHS + 1] = { 0.0 };
  HwRampInput input = { .share = share, .out = out, .n_months = MONTHS };
  g_auto (HwRamp) ramp = { 0 };
  HwDay first;
  HwGain gain;

  self->metric = verdict->metric;
  if (!hw_gain_find (hw_session_get_store (session), self->initiative, verdict, &gain, error))
    return FALSE;

  self->support = number (self, "support") / 12.0;
  self->hours = gain.hours;
  self->wage = gain.wage;
  self->running = (gain.running + WEEKS_A_YEAR * gain.hours * gain.wage) / 12.0 + self->support;
  self->rate = gain.rate;
  self->lost = gain.lost;
  self->state = verdict->state != HW_JUDGED ? HW_SCALE_NO_VERDICT
                : !gain.known ? HW_SCALE_NOT_MONEY
                : self->waves->len == 0 ? HW_SCALE_NO_WAVES : HW_SCALE_MONEY;
  if (gain.known)
    {
      self->found = hw_verdict_way (verdict) * verdict->share;
      self->even_trial = verdict->money.break_even;
      self->effect = gain.effect;
      self->effect_low = gain.low;
      self->effect_high = gain.high;
      self->margin = gain.margin;
      self->margin_known = gain.margin_known;
      hw_roll_out_widen (self, &gain);
      self->volume = gain.volume;
      self->month = gain.effect * (1.0 - gain.lost) * self->volume * self->margin / 12.0 - self->running;
      fill_ratio (self);
    }
  if (self->waves->len == 0)
    return TRUE;

  first = hw_by_start (HW_BY_MONTH, ((const HwWave *) g_ptr_array_index (self->waves, 0))->from);
  fill_once (self, first, out);
  fill_shares (self, first, share);
  fill_owned (self, &gain, share);
  fill_input (self, &gain, &input);
  if (!gain.known) /* then what goes out alone is worked out */
    input.base.effect = input.base.effect_sd = 0.0;
  if (!hw_ramp_run (&input, tick, &ramp, error))
    return FALSE;

  if (!gain.known)
    {
      self->cost = ramp.cost.middle;
      self->cost_90 = ramp.cost_90;
      return TRUE;
    }

  take_ramp (self, &input, &ramp, first);
  return fill_actual (self, session, &gain, error);
}
