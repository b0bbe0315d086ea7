/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEKS_WISHED 100  /* before the start: with fewer, chance is called an effect more often than is said */
#define CARRY_MOST 0.75   /* from here on the level itself wanders, and quiet weeks say less than they seem to */

static const char *const advice_ids[] = { "go", "extend", "change", "stop" };

static const char *const advice_names[] = {
  N_("Keep it"), N_("Try it for longer"), N_("Change it and try again"), N_("Stop it"),
};

static const struct
{
  const char *id;
  const char *text; /* N_() */
} whys[HW_WHY_N] = {
  [HW_WHY_PAYS] = { "pays", N_("It is likely enough that it pays.") },
  [HW_WHY_WORTH_KNOWING] = { "worth_knowing", N_("It is not clear yet, and more weeks are worth what they cost.") },
  [HW_WHY_NOT_TESTED] = { "not_tested", N_("It was done the new way too seldom, so it was not really tested.") },
  [HW_WHY_LIMIT_BROKEN] = { "limit_broken", N_("It moved the right way, but a limit you set was crossed.") },
  [HW_WHY_DUTIES_OPEN] = { "duties_open", N_("It is likely to pay, but something that must be in place is not.") },
  [HW_WHY_HARM] = { "harm", N_("It did harm.") },
  [HW_WHY_DOES_NOT_PAY] = { "does_not_pay", N_("It is not likely to pay.") },
  [HW_WHY_STILL_OPEN] = { "still_open", N_("It was tried for longer, and it is still not clear.") },
  [HW_WHY_NOT_WORTH_KNOWING] = { "not_worth_knowing", N_("It is not clear, and finding out would cost more than it saves.") },
};

static const char *const parts[HW_PART_N] = {
  [HW_PART_EFFECT] = N_("How much it changed"),
  [HW_PART_LOST] = N_("What is lost when it is used everywhere"),
  [HW_PART_VOLUME] = N_("How much you sell"),
  [HW_PART_MARGIN] = N_("What is left of a sale"),
  [HW_PART_RUNNING] = N_("What it costs each month"),
  [HW_PART_HOURS] = N_("The hours it takes"),
  [HW_PART_SET_UP] = N_("What it cost to set up"),
};

static void
set_no_money (HwVerdict *self)
{
  static const HwFan none = { NAN, NAN, NAN };
  HwVerdictMoney *money = &self->money;

  money->volume = money->margin = money->lost = money->effect = money->effect_sd = NAN;
  money->running = money->hours = money->wage = money->set_up = NAN;
  money->never = money->break_even = money->know_all = money->know_more = money->cost_more = NAN;
  money->year = money->npv = money->payback = none;
  money->back = NAN;
}

HwVerdict *
hw_verdict_new (void)
{
  HwVerdict *self = g_atomic_rc_box_new0 (HwVerdict);

  self->state = HW_JUDGE_NOT_STARTED;
  self->design = HW_DESIGN_OWN_FORECAST;
  self->start = self->end = self->next_look = HW_DAY_NONE;
  self->p = self->carry = self->share = self->share_low = self->share_high = self->se = NAN;
  self->effect = self->low = self->high = self->usual = self->worth = NAN;
  self->cross = self->cross_se = self->naive = self->naive_low = self->naive_high = NAN;
  self->margin = self->used = self->useless_kept = self->prior_sd = self->pays = NAN;
  self->money_month = self->money_low = self->money_high = NAN;
  self->agrees = TRUE;
  self->advice = HW_VERDICT_EXTEND;
  self->why = HW_WHY_WORTH_KNOWING;
  set_no_money (self);
  self->gaps = g_array_new (FALSE, TRUE, sizeof (double));
  self->actual = g_array_new (FALSE, TRUE, sizeof (HwTrendPoint));
  self->expected = g_array_new (FALSE, TRUE, sizeof (HwTrendAhead));
  self->guards = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_guard_light_free);
  self->found = g_array_new (FALSE, TRUE, sizeof (HwVerdictFound));
  return self;
}

HwVerdict *
hw_verdict_ref (HwVerdict *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HwVerdict *self = data;

  g_array_unref (self->gaps);
  g_array_unref (self->actual);
  g_array_unref (self->expected);
  g_ptr_array_unref (self->guards);
  g_array_unref (self->found);
}

void
hw_verdict_free (HwVerdict *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

const char *
hw_advice_id (HwAdvice advice)
{
  g_return_val_if_fail ((guint) advice < G_N_ELEMENTS (advice_ids), NULL);

  return advice_ids[advice];
}

const char *
hw_advice_name (HwAdvice advice)
{
  g_return_val_if_fail ((guint) advice < G_N_ELEMENTS (advice_names), "");

  return _(advice_names[advice]);
}

const char *
hw_verdict_why_id (HwVerdictWhy why)
{
  g_return_val_if_fail ((guint) why < HW_WHY_N, NULL);

  return whys[why].id;
}

const char *
hw_verdict_why_text (HwVerdictWhy why)
{
  g_return_val_if_fail ((guint) why < HW_WHY_N, "");

  return _(whys[why].text);
}

const char *
hw_verdict_part_name (HwVerdictPart part)
{
  g_return_val_if_fail ((guint) part < HW_PART_N, "");

  return _(parts[part]);
}

double
hw_verdict_way (const HwVerdict *self)
{
  return self->metric != NULL && self->metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
}

/* Only a series that is held against its own past depends on how long that is. */
HwCaution
hw_verdict_caution (const HwVerdict *self)
{
  if (self->state != HW_JUDGED)
    return HW_CAUTION_NONE;

  if (self->design >= HW_DESIGN_CONTROL && self->n_before < WEEKS_WISHED)
    return HW_CAUTION_FEW_WEEKS;

  if (self->design >= HW_DESIGN_CONTROL && self->carry > CARRY_MOST)
    return HW_CAUTION_WANDERS;

  return self->agrees ? HW_CAUTION_NONE : HW_CAUTION_DISAGREE;
}

gboolean
hw_verdict_harmed (const HwVerdict *self,
                   gboolean         hard)
{
  for (guint i = 0; i < self->guards->len; i++)
    {
      const HwGuardLight *light = g_ptr_array_index (self->guards, i);

      if (light->light == HW_LIGHT_RED && (!hard || hw_answers_get_yes (light->guard->answers, "hard")))
        return TRUE;
    }

  return FALSE;
}

gboolean
hw_verdict_found_is_bad (const HwVerdictFound *found)
{
  return found->metric->direction == HW_LOWER_IS_BETTER ? found->share > 0.0
         : found->metric->direction == HW_HIGHER_IS_BETTER && found->share < 0.0;
}

gboolean
hw_verdict_has_but (const HwVerdict *self)
{
  if (self->state != HW_JUDGED || self->advice != HW_VERDICT_GO)
    return FALSE;

  for (guint i = 0; i < self->guards->len; i++)
    if (((const HwGuardLight *) g_ptr_array_index (self->guards, i))->light >= HW_LIGHT_AMBER)
      return TRUE;

  for (guint i = 0; i < self->found->len; i++)
    if (hw_verdict_found_is_bad (&g_array_index (self->found, HwVerdictFound, i)))
      return TRUE;

  return FALSE;
}
