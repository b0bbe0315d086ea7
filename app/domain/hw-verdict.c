/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEKS_WISHED 100  /* before the start: with fewer, chance is called an effect more often than is said */
#define CARRY_MOST 0.75   /* from here on the level itself wanders, and quiet weeks say less than they seem to */
#define PLANS_MOST 2      /* times as long as planned: then it was long enough */

static const char *const advice_ids[] = { "go", "extend", "change", "stop" };

static const char *const advice_names[] = {
  N_("Keep it"), N_("Try it for longer"), N_("Change it and try again"), N_("Stop it"),
};

HwVerdict *
hw_verdict_new (void)
{
  HwVerdict *self = g_new0 (HwVerdict, 1);

  self->state = HW_JUDGE_NOT_STARTED;
  self->start = self->end = HW_DAY_NONE;
  self->p = self->effect = self->low = self->high = NAN;
  self->share = self->worth = self->margin = self->used = NAN;
  self->money_month = self->money_low = self->money_high = NAN;
  self->advice = HW_VERDICT_EXTEND;
  self->gaps = g_array_new (FALSE, TRUE, sizeof (double));
  self->actual = g_array_new (FALSE, TRUE, sizeof (HwTrendPoint));
  self->expected = g_array_new (FALSE, TRUE, sizeof (HwTrendAhead));
  return self;
}

void
hw_verdict_free (HwVerdict *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->gaps);
  g_array_unref (self->actual);
  g_array_unref (self->expected);
  g_free (self);
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

HwCaution
hw_verdict_caution (const HwVerdict *self)
{
  if (self->state != HW_JUDGED)
    return HW_CAUTION_NONE;
  if (self->n_before < WEEKS_WISHED)
    return HW_CAUTION_FEW_WEEKS;

  return self->carry > CARRY_MOST ? HW_CAUTION_WANDERS : HW_CAUTION_NONE;
}

/* Whether what it brings, seen the way that is good, is surely less than nothing,
 * nothing at all, and so on: the first row that fits decides.
 *
 *   not judged                                             extend
 *   done the new way in less than six of ten               change   (not tested)
 *   high < 0            it did harm                        stop
 *   low <= 0 <= high, high < worth: too little at best     stop
 *   low <= 0 <= high, worth <= high                        cannot tell:
 *       fewer than twice the weeks planned                 extend
 *       else                                               stop
 *   0 < low, money known and not above 0                   change   (costs eat it up)
 *   0 < low, high < worth, money not known or money_low
 *       not above 0                                        change   (it helps, but too little)
 *   0 < low                                                go
 */
static HwAdvice
decide (const HwVerdict *self,
        double           low,
        double           high,
        double           worth)
{
  if (self->used < HW_USED_LEAST)
    return HW_VERDICT_CHANGE;

  if (high < 0.0 || (low <= 0.0 && high < worth))
    return HW_VERDICT_STOP;

  if (low <= 0.0)
    return self->n_weeks < PLANS_MOST * self->n_planned ? HW_VERDICT_EXTEND : HW_VERDICT_STOP;

  if (self->money_month <= 0.0 || (high < worth && !(self->money_low > 0.0)))
    return HW_VERDICT_CHANGE;

  return HW_VERDICT_GO;
}

void
hw_verdict_decide (HwVerdict *self)
{
  const gboolean down = self->metric != NULL && self->metric->direction == HW_LOWER_IS_BETTER;
  const double low = down ? -self->high : self->low;
  const double high = down ? -self->low : self->high;
  const double worth = isnan (self->worth) ? 0.0 : fabs (self->worth);

  self->cannot_tell = FALSE;
  self->advice = HW_VERDICT_EXTEND;
  if (self->state != HW_JUDGED || isnan (low) || isnan (high))
    return;

  self->cannot_tell = low <= 0.0 && high >= worth && high >= 0.0;
  self->advice = decide (self, low, high, worth);
}
