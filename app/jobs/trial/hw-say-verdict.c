/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-say-verdict.h"

#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What it brings, as money a month or in the metric's own unit. */
static char *
say_amount (const HwVerdict *v,
            double           value,
            double           money,
            const HwFormat  *format)
{
  HwMetricValue figure = { v->metric, HW_METRIC_OK, value, v->start, v->end };

  if (isnan (money) && v->metric->unit == HW_UNIT_SHARE)
    {
      g_autofree char *points = hw_format_number (format, 100.0 * value, 1);

      /* Translators: %s of a hundred more or less. */
      return g_strdup_printf (_("%s points"), points);
    }

  return isnan (money) ? hw_say_metric (&figure, format) : hw_format_money_about (format, money);
}

/* "it is worth about 310 EUR a month, between 120 and 480", behind the advice. */
static char *
say_size (const HwVerdict *v,
          const HwFormat  *format)
{
  const gboolean as_money = !isnan (v->money_month);
  g_autofree char *effect = NULL, *low = NULL, *high = NULL;
  const char *advice = hw_advice_name (v->advice);

  if (!as_money || !hw_format_money_range (format, v->money_month, v->money_low, v->money_high, &effect, &low, &high))
    {
      g_free (effect);
      effect = say_amount (v, v->effect, v->money_month, format);
      low = say_amount (v, v->low, v->money_low, format);
      high = say_amount (v, v->high, v->money_high, format);
    }

  if (!as_money && !hw_metric_adds_up (v->metric))
    /* Translators: 1 "Keep it", 2 to 4 amounts in the figure's unit. */
    return g_strdup_printf (_("%1$s: it changed the figure by about %2$s, between %3$s and %4$s."),
                            advice, effect, low, high);

  if (!as_money)
    /* Translators: 1 "Keep it", 2 to 4 amounts in the figure's unit. */
    return g_strdup_printf (_("%1$s: it changed the figure by about %2$s each week, between %3$s and %4$s."),
                            advice, effect, low, high);

  if (isnan (v->margin) && v->money.margin == 1.0 && hw_verdict_way (v) > 0.0 && hw_unit_is_money (v->metric->unit))
    /* Translators: 1 "Keep it", 2 to 4 amounts of money. */
    return g_strdup_printf (_("%1$s: once everything runs, it is worth about %2$s a month, between %3$s and %4$s; counted as sales, since what the goods cost is not known."),
                            advice, effect, low, high);

  /* Translators: 1 "Keep it", 2 to 4 amounts of money. */
  return g_strdup_printf (_("%1$s: once everything runs, it is worth about %2$s a month, between %3$s and %4$s."), advice, effect, low, high);
}

static const char *
find_more_words (const HwVerdict *v)
{
  if (v->advice == HW_VERDICT_GO)
    return v->cannot_tell ? _("That is likely, but not proven.") : NULL;

  return hw_verdict_why_text (v->why);
}

/* With the reason where it is not kept. */
static char *
say_judged (const HwVerdict *v,
            const HwFormat  *format)
{
  const char *more = find_more_words (v);
  g_autofree char *size = say_size (v, format);

  if (more == NULL)
    return g_steal_pointer (&size);

  if (v->cannot_tell && v->advice != HW_VERDICT_GO)
    /* Translators: 1 a sentence about how much a trial brought, 2 why it is advised so. */
    return g_strdup_printf (_("We cannot tell. %1$s %2$s"), size, more);

  /* Translators: two sentences: what came out, and why it is advised so. */
  return g_strdup_printf (_("%1$s %2$s"), size, more);
}

/* NULL if there is nothing to be careful about. */
static char *
say_caution (const HwVerdict *v)
{
  switch (hw_verdict_caution (v))
    {
    case HW_CAUTION_FEW_WEEKS:
      /* Translators: %u is the number of weeks before a trial. */
      return g_strdup_printf (ngettext ("Take this with care: your records hold only %u week before the start, and it takes about 100.",
                                        "Take this with care: your records hold only %u weeks before the start, and it takes about 100.",
                                        v->n_before), v->n_before);

    case HW_CAUTION_WANDERS:
      return g_strdup (_("Take this with care: the figure moved a lot by itself before the start."));

    case HW_CAUTION_DISAGREE:
      return g_strdup (_("Take this with care: a second way of judging comes to something else."));

    case HW_CAUTION_NONE:
    default:
      return NULL;
    }
}

static char *
say_too_few (const HwVerdict *v)
{
  switch (v->design)
    {
    case HW_DESIGN_ITEMS:
      return g_strdup_printf (ngettext ("So few products took part that no result could tell: it takes at least %u pair.",
                                        "So few products took part that no result could tell: it takes at least %u pairs.",
                                        v->n_needed), v->n_needed);

    case HW_DESIGN_SWITCHBACK:
      return g_strdup_printf (ngettext ("So few weeks took part that no result could tell: it takes at least %u pair of weeks.",
                                        "So few weeks took part that no result could tell: it takes at least %u pairs of weeks.",
                                        v->n_needed), v->n_needed);

    case HW_DESIGN_SITES:
      return g_strdup_printf (ngettext ("So few shops took part that no result could tell: it takes at least %u on each side.",
                                        "So few shops took part that no result could tell: it takes at least %u on each side.",
                                        v->n_needed), v->n_needed);

    case HW_DESIGN_CUSTOMERS:
    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return g_strdup_printf (ngettext ("So few took part that no result could tell: it takes at least %u on each side.",
                                        "So few took part that no result could tell: it takes at least %u on each side.",
                                        v->n_needed), v->n_needed);
    }
}

static char *
say_too_early (const HwVerdict *v,
               const HwFormat  *format)
{
  g_autofree char *day = NULL;

  if (v->next_look == HW_DAY_NONE)
    return g_strdup (_("It is too early to judge."));

  day = hw_format_day (format, v->next_look, HW_DAY_LONG);
  if (v->n_weeks > 0)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("Half way, nothing is clear enough to end it early. The plan says to look next on %s."), day);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("The plan says not to look before %s. To look early is how one fools oneself."), day);
}

char *
hw_say_verdict (const HwVerdict *v,
                const HwFormat  *format)
{
  g_autofree char *used = NULL;
  g_autofree char *said = NULL;
  g_autofree char *caution = NULL;

  switch (v->state)
    {
    case HW_JUDGE_NOT_STARTED:
      return g_strdup (_("No whole week of the trial is over yet."));

    case HW_JUDGE_TOO_SHORT:
      return g_strdup (_("There are too few weeks before the start to judge it by; add older sales files."));

    case HW_JUDGE_NO_FIGURE:
      return g_strdup (_("The figure is not known in these weeks."));

    case HW_JUDGE_TOO_EARLY:
      return say_too_early (v, format);

    case HW_JUDGE_TOO_FEW:
      return say_too_few (v);

    case HW_JUDGED:
    default:
      break;
    }

  if (v->why == HW_WHY_NOT_TESTED && !isnan (v->used))
    {
      used = hw_format_percent (format, v->used, 0);
      /* Translators: %s is a percentage. */
      return g_strdup_printf (_("Change it and try again: it was done the new way only %s of the time, so it was not really tested."), used);
    }

  said = say_judged (v, format);
  caution = say_caution (v);
  if (caution == NULL)
    return g_steal_pointer (&said);

  /* Translators: two sentences: what came out, and why to take it with care. */
  return g_strdup_printf (_("%1$s %2$s"), said, caution);
}
