/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/today/hw-say-today.h"

#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Takes @sentence; adds what it means in money where that can be said. @at_hand: an order of
 * today saves it; else it is missed until that order is here, once. */
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
    return g_strdup_printf (_("%1$s; if you do not, about %2$s of sales a week are missed"), plain, amount);

  /* Translators: 1 a sentence without its end, 2 an amount of money: sales, once. */
  return g_strdup_printf (_("%1$s; about %2$s of sales are missed until an order of today comes"), plain, amount);
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
                         FALSE, e->missed, format);

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
