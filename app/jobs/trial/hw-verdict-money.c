/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money of a verdict: the likeliest of it, its range over seeded draws, and what is in
 * and out month by month. */
#include "jobs/trial/hw-verdict-case.h"

#include "engine/money/hw-ramp.h"

#include <math.h>

#define WEEKS_A_YEAR 52.0
#define MONTHS_A_YEAR 12.0
#define RATE 0.08         /* by which money of the next year counts less */
#define LOST_SPREAD 0.5   /* of the share that is lost: how far off it may be */
#define DRAWS 10000

static HwPert
exactly (double value)
{
  const HwPert pert = { value, value, value };

  return pert;
}

static void
fill_input (const HwVerdictCase  *self,
            const HwVerdictParts *parts,
            HwBenefitInput       *input)
{
  const HwVerdictMoney *money = &self->verdict->money;

  *input = (HwBenefitInput) {
    .effect = money->effect, .effect_sd = money->effect_sd, .years = HW_VERDICT_YEARS, .rate = RATE, .n_draws = DRAWS, .seed = self->seed,
  };
  input->parts[HW_BENEFIT_LOST] = (HwPert) { parts->lost * (1.0 - LOST_SPREAD), parts->lost, MIN (parts->lost * (1.0 + LOST_SPREAD), 1.0) };
  input->parts[HW_BENEFIT_VOLUME] = parts->volume;
  input->parts[HW_BENEFIT_MARGIN] = parts->margin;
  input->parts[HW_BENEFIT_RUNNING] = parts->running;
  input->parts[HW_BENEFIT_HOURS] = parts->hours;
  input->parts[HW_BENEFIT_WAGE] = exactly (parts->wage);
  input->parts[HW_BENEFIT_SET_UP] = exactly (parts->set_up);
}

/* The likeliest of each part: pages and sheets work on with these. */
static void
keep_parts (HwVerdict            *v,
            const HwVerdictParts *parts)
{
  HwVerdictMoney *money = &v->money;

  money->volume = parts->volume.mode;
  money->margin = parts->margin.mode;
  money->lost = parts->lost;
  money->running = parts->running.mode;
  money->hours = parts->hours.mode;
  money->wage = parts->wage;
  money->set_up = parts->set_up;
  money->years = HW_VERDICT_YEARS;
  money->rate = RATE;
}

static HwFan
fan_of (const HwSpread *spread)
{
  return (HwFan) { spread->low, spread->middle, spread->high };
}

static void
keep_money (HwVerdict       *v,
            const HwBenefit *b)
{
  static const HwBenefitPart places[HW_PART_N] = {
    [HW_PART_EFFECT] = HW_BENEFIT_EFFECT, [HW_PART_LOST] = HW_BENEFIT_LOST, [HW_PART_VOLUME] = HW_BENEFIT_VOLUME,
    [HW_PART_MARGIN] = HW_BENEFIT_MARGIN, [HW_PART_RUNNING] = HW_BENEFIT_RUNNING, [HW_PART_HOURS] = HW_BENEFIT_HOURS,
    [HW_PART_SET_UP] = HW_BENEFIT_SET_UP,
  };
  HwVerdictMoney *money = &v->money;
  const double share = money->set_up / HW_VERDICT_YEARS;
  const double gain = money->effect * (1.0 - money->lost) * money->volume * money->margin;

  money->year = fan_of (&b->year);
  money->npv = fan_of (&b->npv);
  money->payback = fan_of (&b->payback);
  money->never = b->never;
  money->break_even = b->break_even;
  for (HwVerdictPart part = HW_PART_EFFECT; part < HW_PART_N; part++)
    money->matters[part] = b->matters[places[part]];

  v->cost_month = (money->running + money->hours * WEEKS_A_YEAR * money->wage) / MONTHS_A_YEAR;
  v->money_month = gain / MONTHS_A_YEAR - v->cost_month;
  v->money_low = (b->year.low + share) / MONTHS_A_YEAR;
  v->money_high = (b->year.high + share) / MONTHS_A_YEAR;
}

/* The set-up first, then every month with all of it in use: the same draws, as the seed is
 * the same. */
static gboolean
add_months (HwVerdict             *v,
            const HwBenefitInput  *base,
            const HwTick          *tick,
            GError               **error)
{
  const double out[HW_VERDICT_MONTHS + 1] = { v->money.set_up };
  double share[HW_VERDICT_MONTHS], so_far = 0.0;
  HwRampInput input = { .base = *base, .share = share, .out = out, .n_months = HW_VERDICT_MONTHS };
  g_auto (HwRamp) ramp = { 0 };

  for (int t = 0; t < HW_VERDICT_MONTHS; t++)
    share[t] = 1.0;
  input.base.parts[HW_BENEFIT_SET_UP] = exactly (1.0);
  if (!hw_ramp_run (&input, tick, &ramp, error))
    return FALSE;

  for (gsize t = 0; t < ramp.n; t++)
    v->money.months[t] = (HwVerdictMonth) { so_far += ramp.net[t], ramp.sum_lo80[t], ramp.sum_hi80[t], ramp.sum_lo95[t], ramp.sum_hi95[t] };
  v->money.back = ramp.payback;
  return TRUE;
}

gboolean
hw_verdict_money (HwVerdictCase         *self,
                  const HwVerdictParts  *parts,
                  const HwTick          *tick,
                  GError               **error)
{
  HwTickPart half[] = { { tick, 0.0, 0.5 }, { tick, 0.5, 1.0 } };
  const HwTick ticks[] = { HW_TICK_PART (&half[0]), HW_TICK_PART (&half[1]) };
  HwBenefitInput input;
  HwBenefit benefit;

  fill_input (self, parts, &input);
  if (!hw_benefit_run (&input, &ticks[0], &benefit, error))
    return FALSE;

  keep_parts (self->verdict, parts);
  keep_money (self->verdict, &benefit);
  return add_months (self->verdict, &input, &ticks[1], error);
}
