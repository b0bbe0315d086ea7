/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a verdict, one sentence each. */
#include "jobs/trial/hw-say-verdict.h"

#include "jobs/today/hw-say-today.h"
#include "jobs/trial/hw-say-pilot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TRIALS_FALSE 20 /* of so many trials that do nothing, about one looks as if it did */

char *
hw_say_verdict_share (const HwVerdict *v,
                      const HwFormat  *format)
{
  g_autofree char *share = NULL, *low = NULL, *high = NULL;

  if (v->state != HW_JUDGED)
    return NULL;

  share = hw_format_change (format, v->share);
  low = hw_format_change (format, v->share_low);
  high = hw_format_change (format, v->share_high);
  /* Translators: 1 a figure's name, 2 to 4 changes: "+5%". */
  return g_strdup_printf (_("“%1$s” changed by %2$s. The true change lies between %3$s and %4$s, 19 times in 20."),
                          _(v->metric->name), share, low, high);
}

char *
hw_say_verdict_counted (const HwVerdict *v,
                        const HwFormat  *format)
{
  g_autofree char *counted = NULL, *lost = NULL;

  if (v->state != HW_JUDGED || !v->money.known || isnan (v->money.effect))
    return NULL;

  counted = hw_format_change (format, hw_verdict_way (v) * v->money.effect);
  lost = hw_format_percent (format, v->money.lost, 0);
  /* Translators: 1 a change: "-41%", 2 a percentage. */
  return g_strdup_printf (_("For the money we count %1$s, as first results flatter. Of that, %2$s is thought lost when it is used everywhere."),
                          counted, lost);
}

char *
hw_say_verdict_found (const HwVerdictFound *found,
                      const HwFormat       *format)
{
  g_autofree char *share = hw_format_percent (format, fabs (found->share), 0);

  if (found->share > 0.0)
    /* Translators: 1 a figure's name, 2 a percentage. */
    return g_strdup_printf (_("%1$s: %2$s higher than in the half year before"), _(found->metric->name), share);

  /* Translators: 1 a figure's name, 2 a percentage. */
  return g_strdup_printf (_("%1$s: %2$s lower than in the half year before"), _(found->metric->name), share);
}

/* Limits first, then what got worse. */
char *
hw_say_verdict_against (const HwVerdict *v,
                        const HwFormat  *format)
{
  g_autoptr (GString) text = NULL;
  gboolean plain = FALSE;

  if (!hw_verdict_has_but (v))
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < v->guards->len; i++)
    {
      const HwGuardLight *light = g_ptr_array_index (v->guards, i);
      g_autofree char *limit = light->light >= HW_LIGHT_AMBER ? hw_say_guard (light->guard, format) : NULL;

      if (limit != NULL)
        /* Translators: 1 a limit, 2 how it stands: "Close to the limit". */
        g_string_append_printf (text, _(" %1$s: %2$s."), limit, hw_light_name (light->light));
    }

  for (guint i = 0; i < v->found->len; i++)
    {
      const HwVerdictFound *found = &g_array_index (v->found, HwVerdictFound, i);
      g_autofree char *said = hw_verdict_found_is_bad (found) ? hw_say_verdict_found (found, format) : NULL;

      plain |= said != NULL;
      if (said != NULL)
        g_string_append_printf (text, " %s.", said);
    }

  if (plain)
    g_string_append_printf (text, " %s", _("The season may be part of that."));

  return g_strchug (g_string_free (g_steal_pointer (&text), FALSE));
}

char *
hw_say_verdict_but (const HwVerdict *v,
                    const HwFormat  *format)
{
  g_autofree char *against = hw_say_verdict_against (v, format);

  return against != NULL ? g_strdup_printf ("%s %s", _("But look at this before you keep it."), against) : NULL;
}

char *
hw_say_verdict_pays (const HwVerdict *v,
                     const HwFormat  *format)
{
  g_autofree char *chance = v->state == HW_JUDGED && !isnan (v->pays) ? hw_say_chance (v->pays) : NULL;

  if (chance == NULL)
    return NULL;

  if (v->money.known)
    /* Translators: %s is "A chance of about 7 in 10". */
    return g_strdup_printf (_("%s that it brings more than it costs."), chance);

  /* Translators: %s is "A chance of about 7 in 10". */
  return g_strdup_printf (_("%s that it helps at all. What it brings in money is not known."), chance);
}

char *
hw_say_verdict_even (const HwVerdict *v,
                     const HwFormat  *format)
{
  const HwVerdictMoney *money = &v->money;
  g_autofree char *even = NULL, *set_up = NULL;
  guint months;

  if (v->state != HW_JUDGED || !money->known || isnan (money->break_even))
    return NULL;

  even = hw_format_percent (format, fabs (money->break_even), 1);
  if (money->set_up <= 0.0 || isnan (money->back) || money->never > 0.5)
    /* Translators: 1 a figure's name, 2 a percentage. */
    return g_strdup_printf (_("It pays as long as “%1$s” gets better by at least %2$s."), _(v->metric->name), even);

  months = (guint) ceil (money->back);
  set_up = hw_format_money_about (format, money->set_up);
  /* Translators: 1 a figure's name, 2 a percentage, 3 money, 4 a number of months. */
  return g_strdup_printf (ngettext ("It pays as long as “%1$s” gets better by at least %2$s. What the trial cost to set up (%3$s) is back after %4$u month of use everywhere.",
                                    "It pays as long as “%1$s” gets better by at least %2$s. What the trial cost to set up (%3$s) is back after %4$u months of use everywhere.",
                                    months), _(v->metric->name), even, set_up, months);
}

char *
hw_say_verdict_knowing (const HwVerdict *v,
                        const HwFormat  *format)
{
  g_autofree char *all = NULL, *more = NULL, *cost = NULL;

  if (v->state != HW_JUDGED || !v->money.known || isnan (v->money.know_all))
    return NULL;

  all = hw_format_money_about (format, v->money.know_all);
  more = hw_format_money_about (format, v->money.know_more);
  cost = hw_format_money_about (format, v->money.cost_more);
  /* Translators: three amounts of money. */
  return g_strdup_printf (_("To know for sure is worth about %1$s to you. To try it for as long again is worth about %2$s and costs %3$s."),
                          all, more, cost);
}

char *
hw_say_verdict_used (const HwVerdict *v,
                     const HwFormat  *format)
{
  g_autofree char *used = NULL;

  if (isnan (v->used))
    return g_strdup (_("Nobody has said yet how often it was done the new way."));

  used = hw_format_percent (format, v->used, 0);
  /* Translators: %s is per cent. */
  return g_strdup_printf (_("It was done the new way %s of the time. The verdict counts all of the time, as it will be when you use it."), used);
}

char *
hw_say_verdict_quiet (const HwVerdict *v,
                      const HwFormat  *format)
{
  g_autofree char *large = NULL, *all = NULL;

  if (v->state != HW_JUDGED || v->n_quiet == 0)
    return NULL;

  large = hw_format_number (format, v->n_as_large, 0);
  all = hw_format_number (format, v->n_quiet, 0);
  /* Translators: two numbers. */
  return g_strdup_printf (_("%1$s of %2$s quiet stretches of your past looked like this."), large, all);
}

char *
hw_say_verdict_naive (const HwVerdict *v,
                      const HwFormat  *format)
{
  g_autofree char *plain = NULL;

  if (v->state != HW_JUDGED || isnan (v->naive))
    return NULL;

  plain = hw_format_change (format, v->naive);
  /* Translators: %s is a change: "+5%". */
  return g_strdup_printf (_("Before and after, read plainly, would say %s. It takes season and luck for an effect, so it does not count."), plain);
}

char *
hw_say_verdict_cross (const HwVerdict *v,
                      const HwFormat  *format)
{
  g_autofree char *cross = NULL;

  if (v->state != HW_JUDGED || isnan (v->cross))
    return NULL;

  cross = hw_format_change (format, v->cross);
  if (v->agrees)
    /* Translators: %s is a change: "+5%". */
    return g_strdup_printf (_("A second way of judging comes to %s, which is close enough."), cross);

  /* Translators: %s is a change: "+5%". */
  return g_strdup_printf (_("A second way of judging comes to %s, which is something else. Be careful."), cross);
}

char *
hw_say_verdict_trials (const HwVerdict *v,
                       const HwFormat  *format)
{
  g_autofree char *number = hw_format_number (format, v->trial_no, 0);
  g_autofree char *false_one = hw_format_number (format, TRIALS_FALSE, 0);
  g_autofree char *kept = NULL;

  if (v->state != HW_JUDGED)
    return NULL;

  if (!(v->useless_kept > 0.0))
    /* Translators: 1 the number of a trial, 2 a number of trials. */
    return g_strdup_printf (_("This is trial number %1$s. Of %2$s trials that do nothing, about one looks as if it did."), number, false_one);

  kept = hw_format_number (format, MAX (round (1.0 / v->useless_kept), 2.0), 0);
  /* Translators: 1 the number of a trial, 2 and 3 numbers of trials. */
  return g_strdup_printf (_("This is trial number %1$s. Of %2$s trials that do nothing, about one looks as if it did. With what this trial showed, the rule would keep about one in %3$s that only cover their cost; the plan had to guess that before."),
                          number, false_one, kept);
}

static const char *
method_of (const HwVerdict *v)
{
  switch (v->design)
    {
    case HW_DESIGN_ITEMS:
      return _("Within each pair of products a coin chose. If the change did nothing, the other side of the coin would only turn the sign: "
               "so the result is held against many other falls of the coins. In the books: randomisation test on pairs (sign flips), with the past taken out (ANCOVA).");

    case HW_DESIGN_CUSTOMERS:
      return _("The lot chose who got it. The result is held against many other draws of the same people. In the books: permutation test of two groups, with the past taken out (ANCOVA).");

    case HW_DESIGN_SWITCHBACK:
      return _("In each pair of weeks a coin chose. The result is held against many other falls of the coins. In the books: switchback, randomisation test within blocks.");

    case HW_DESIGN_SITES:
      return _("The lot chose which shops began. How much each one changed is held against many other draws of the same shops. In the books: difference in differences, permutation test over sites.");

    case HW_DESIGN_CONTROL:
      return _("Your own past, the season and sales that the change does not touch say what to expect. The same was done at earlier dates on which nothing happened. "
               "In the books: regression on a control, placebo in time, bootstrap of a studentised gap; second way: local level model (Kalman filter).");

    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return _("Your own past and the season say what to expect. The same was done at earlier dates on which nothing happened. "
               "In the books: interrupted series, placebo in time, bootstrap of a studentised gap; second way: local level model (Kalman filter).");
    }
}

char *
hw_say_verdict_how (const HwVerdict *v,
                    const HwFormat  *format)
{
  g_autofree char *days = NULL, *weeks = NULL, *p = NULL, *sd = NULL;

  if (v->state != HW_JUDGED)
    return NULL;

  days = hw_format_days (format, v->start, v->end);
  weeks = hw_format_number (format, v->n_weeks, 0);
  p = hw_format_number (format, v->p, 4);
  sd = hw_format_percent (format, v->prior_sd, 1);
  /* Translators: 1 a figure's name, 2 from when to when, 3 how many weeks, 4 how it was judged, 5 a chance (p), 6 a percentage. */
  return g_strdup_printf (_("“%1$s” in the whole weeks of %2$s (%3$s weeks).\n%4$s\n"
                            "A result so large comes by chance with p = %5$s.\n"
                            "For the money the effect is held back a little, for first results flatter: a sceptical prior around zero, %6$s wide. "
                            "Money: 10,000 draws, 9 of 10 of them in the range shown. What knowing is worth: EVPI and EVSI."),
                          _(v->metric->name), days, weeks, method_of (v), p, sd);
}
