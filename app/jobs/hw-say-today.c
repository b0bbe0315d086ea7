/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-say-today.h"

#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Takes @sentence; adds what it means in money where that can be said. @at_hand: an order of
 * today saves it; else it is lost until that order is here. */
static char *
with_money (char           *sentence,
            gboolean        at_hand,
            double          money,
            const HwFormat *format)
{
  g_autofree char *plain = sentence;
  g_autofree char *amount = NULL;

  if (!(money >= 0.5))
    return g_steal_pointer (&plain);

  amount = hw_format_money_about (format, money);
  if (at_hand)
    /* Translators: 1 a sentence without its end, 2 an amount of money: sales a week. */
    return g_strdup_printf (_("%1$s; if you do not, about %2$s of sales a week are lost"), plain, amount);

  /* Translators: 1 a sentence without its end, 2 an amount of money: sales a week. */
  return g_strdup_printf (_("%1$s; until then about %2$s of sales a week are lost"), plain, amount);
}

static char *
say_unusual (const HwException *e,
             const HwFormat    *format)
{
  g_autofree char *day = hw_format_day (format, e->day, HW_DAY_SHORT);
  g_autofree char *share = hw_format_percent (format, fabs (e->number), 0);
  g_autofree char *missing = NULL;

  if (e->number >= 0.0)
    /* Translators: 1 a day, 2 a percentage. */
    return g_strdup_printf (_("Sales on %1$s were %2$s above what was expected"), day, share);

  if (!(e->money >= 0.5))
    /* Translators: 1 a day, 2 a percentage. */
    return g_strdup_printf (_("Sales on %1$s were %2$s below what was expected"), day, share);

  missing = hw_format_money_about (format, e->money);
  /* Translators: 1 a day, 2 a percentage, 3 an amount of money. */
  return g_strdup_printf (_("Sales on %1$s were %2$s (about %3$s) below what was expected"), day, share, missing);
}

static char *
say_age (const HwException *e,
         const HwFormat    *format)
{
  g_autofree char *day = hw_format_day (format, e->day, HW_DAY_SHORT);
  const int n = (int) e->number;

  if (e->kind == HW_EXCEPTION_OLD_SALES)
    /* Translators: 1 a day, 2 how many days ago it was. */
    return g_strdup_printf (ngettext ("The last sales on record are of %1$s, %2$d day ago; import the newest ones",
                                      "The last sales on record are of %1$s, %2$d days ago; import the newest ones",
                                      (gulong) n), day, n);

  /* Translators: 1 a day, 2 how many days ago it was. */
  return g_strdup_printf (ngettext ("The stock was last counted on %1$s, %2$d day ago; count it again",
                                    "The stock was last counted on %1$s, %2$d days ago; count it again",
                                    (gulong) n), day, n);
}

static char *
say_missed (const HwException *e,
            const HwFormat    *format)
{
  g_autofree char *day = hw_format_day (format, e->day, HW_DAY_LONG);
  g_autofree char *chance = NULL;
  g_autofree char *amount = NULL;

  if (e->number < 0.0)
    /* Translators: 1 the name of a goal, 2 a day. */
    return g_strdup_printf (_("“%1$s” was to be reached by %2$s, and was not"), e->name, day);

  chance = hw_say_chance (e->number);
  if (!(e->money >= 0.5))
    /* Translators: 1 "A chance of about 3 in 10", 2 the name of a goal, 3 a day. */
    return g_strdup_printf (_("%1$s that you reach “%2$s” by %3$s"), chance, e->name, day);

  amount = hw_format_money_about (format, e->money);
  /* Translators: 1 "A chance of about 3 in 10", 2 the name of a goal, 3 a day, 4 an amount of money. */
  return g_strdup_printf (_("%1$s that you reach “%2$s” by %3$s; it is about %4$s a week away"), chance, e->name, day, amount);
}

static char *
say_review (const HwException *e,
            const HwFormat    *format)
{
  g_autofree char *day = NULL;

  if (e->day == HW_DAY_NONE)
    /* Translators: %s is the name of what is being tried. */
    return g_strdup_printf (_("%s: say how the week went"), e->name);

  day = hw_format_day (format, e->day, HW_DAY_SHORT);
  if (*e->name == '\0')
    /* Translators: %s is a day. */
    return g_strdup_printf (_("You wanted to look again on %s"), day);

  /* Translators: 1 what it is about, 2 a day. */
  return g_strdup_printf (_("%1$s: you wanted to look again on %2$s"), e->name, day);
}

char *
hw_say_exception (const HwException *e,
                  const HwFormat    *format)
{
  g_autofree char *word = NULL;
  const gulong n = (gulong) MAX (e->number, 0.0);

  switch (e->kind)
    {
    case HW_EXCEPTION_ORDER:
      /* Translators: %lu products. */
      return with_money (g_strdup_printf (ngettext ("%lu product is to be ordered today",
                                                    "%lu products are to be ordered today", n), n), TRUE, e->money, format);

    case HW_EXCEPTION_SOLD_OUT:
      word = hw_format_day (format, e->day, HW_DAY_SHORT);
      /* Translators: 1 a product, 2 a day. */
      return with_money (g_strdup_printf (_("%1$s runs out on %2$s, before an order can come"), e->name, word),
                         FALSE, e->money, format);

    case HW_EXCEPTION_DEAD_STOCK:
      word = hw_format_money_about (format, e->stands);
      /* Translators: 1 an amount of money, 2 a number of products. */
      return g_strdup_printf (ngettext ("%1$s is tied up in %2$lu product that has not sold for half a year",
                                        "%1$s is tied up in %2$lu products that have not sold for half a year", n), word, n);

    case HW_EXCEPTION_UNUSUAL:
      return say_unusual (e, format);

    case HW_EXCEPTION_OLD_SALES:
    case HW_EXCEPTION_OLD_COUNTS:
      return say_age (e, format);

    case HW_EXCEPTION_GOAL:
      return say_missed (e, format);

    case HW_EXCEPTION_REVIEW:
      return say_review (e, format);

    case HW_EXCEPTION_ALARM:
      return g_strdup (e->name);

    case HW_EXCEPTION_N:
    default:
      return g_strdup ("");
    }
}

char *
hw_say_chance (double chance)
{
  const int tenths = (int) lround (chance * 10.0);

  if (tenths <= 0)
    return g_strdup (_("A chance of less than 1 in 10"));
  if (tenths >= 10)
    return g_strdup (_("A chance of more than 9 in 10"));

  /* Translators: a chance; %d is 1 to 9. */
  return g_strdup_printf (_("A chance of about %d in 10"), tenths);
}

char *
hw_say_goal (const HwGoalOutlook *outlook,
             const HwFormat      *format)
{
  g_autofree char *chance = NULL;

  switch (outlook->reach)
    {
    case HW_REACH_KNOWN:
      chance = hw_say_chance (outlook->chance);
      /* Translators: %s is "A chance of about 7 in 10". */
      return g_strdup_printf (_("%s that you get there"), chance);

    case HW_REACH_REACHED:
      return g_strdup (_("You are there already"));

    case HW_REACH_OVER:
      return g_strdup (_("The day is past, and it was not reached"));

    case HW_REACH_TOO_SHORT:
      return g_strdup (_("Too little is known yet to say how likely it is; add older sales files"));

    case HW_REACH_TOO_FAR:
      return g_strdup (_("The day is further ahead than your records reach back; we cannot tell"));

    case HW_REACH_NO_FIGURE:
    default:
      return g_strdup (_("This figure is not known yet"));
    }
}

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

/* "about 310 EUR a month, between 120 and 480", with the advice before it. */
static char *
say_size (const HwVerdict *v,
          const HwFormat  *format)
{
  const gboolean as_money = !isnan (v->money_month);
  g_autofree char *effect = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  const char *advice = hw_advice_name (v->advice);

  if (!as_money || !hw_format_money_range (format, v->money_month, v->money_low, v->money_high, &effect, &low, &high))
    {
      g_free (effect);
      effect = say_amount (v, v->effect, v->money_month, format);
      low = say_amount (v, v->low, v->money_low, format);
      high = say_amount (v, v->high, v->money_high, format);
    }

  if (!as_money && v->metric->unit != HW_UNIT_COUNT && v->metric->unit != HW_UNIT_MONEY)
    /* Translators: 1 "Keep it", 2 to 4 amounts in the figure's unit. */
    return g_strdup_printf (_("%1$s: it changed the figure by about %2$s, between %3$s and %4$s."),
                            advice, effect, low, high);

  if (!as_money)
    /* Translators: 1 "Keep it", 2 to 4 amounts in the figure's unit. */
    return g_strdup_printf (_("%1$s: it changed the figure by about %2$s each week, between %3$s and %4$s."),
                            advice, effect, low, high);

  if (isnan (v->margin))
    /* Translators: 1 "Keep it", 2 to 4 amounts of money. */
    return g_strdup_printf (_("%1$s: it is worth about %2$s a month, between %3$s and %4$s; counted as sales, since what the goods cost is not known."),
                            advice, effect, low, high);

  /* Translators: 1 "Keep it", 2 to 4 amounts of money. */
  return g_strdup_printf (_("%1$s: it is worth about %2$s a month, between %3$s and %4$s."), advice, effect, low, high);
}

/* The same, with the reason where it is not kept. */
static char *
say_judged (const HwVerdict *v,
            const HwFormat  *format)
{
  g_autofree char *size = say_size (v, format);

  if (v->advice == HW_VERDICT_GO || v->advice == HW_VERDICT_EXTEND)
    return g_steal_pointer (&size);

  /* Translators: %s is a sentence about how much a trial brought. */
  return g_strdup_printf (_("%s That is less than you wanted."), size);
}

static char *
say_cannot_tell (const HwVerdict *v)
{
  if (v->advice == HW_VERDICT_STOP)
    /* Translators: 1 and 2 numbers of stretches of time in which nothing was tried. */
    return g_strdup_printf (ngettext ("We cannot tell, and a longer trial will hardly show it: this much change also happened in %1$u of %2$u quiet stretch.",
                                      "We cannot tell, and a longer trial will hardly show it: this much change also happened in %1$u of %2$u quiet stretches.",
                                      v->n_quiet), v->n_as_large, v->n_quiet);

  /* Translators: 1 and 2 numbers of stretches of time in which nothing was tried. */
  return g_strdup_printf (ngettext ("We cannot tell yet: this much change also happened in %1$u of %2$u quiet stretch.",
                                    "We cannot tell yet: this much change also happened in %1$u of %2$u quiet stretches.",
                                    v->n_quiet), v->n_as_large, v->n_quiet);
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

    case HW_CAUTION_NONE:
    default:
      return NULL;
    }
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

    case HW_JUDGED:
    default:
      break;
    }

  if (v->used < HW_USED_LEAST)
    {
      used = hw_format_percent (format, v->used, 0);
      /* Translators: %s is a percentage. */
      return g_strdup_printf (_("Change it and try again: it was done the new way only %s of the time, so it was not really tested."), used);
    }

  said = v->cannot_tell ? say_cannot_tell (v) : say_judged (v, format);
  caution = say_caution (v);
  if (caution == NULL)
    return g_steal_pointer (&said);

  /* Translators: two sentences: what came out, and why to take it with care. */
  return g_strdup_printf (_("%1$s %2$s"), said, caution);
}
