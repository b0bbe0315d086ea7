/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict in sentences. */
#include "pages/journey/hw-verdict-view.h"

#include "jobs/hw-say.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHANCE 0.1 /* more often than this in quiet weeks, and it may be chance */

static char *
say_figure (const HwVerdict *verdict,
            double           value,
            const HwFormat  *format)
{
  return hw_say_metric (&(HwMetricValue) { verdict->metric, HW_METRIC_OK, value, verdict->start, verdict->end }, format);
}

/* How much, in money a month where it is money, else in the figure's own unit. */
static char *
say_size (const HwVerdict *verdict,
          const HwFormat  *format)
{
  const gboolean money = !isnan (verdict->money_month) && !isnan (verdict->money_low) && !isnan (verdict->money_high);
  g_autofree char *most = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (money)
    {
      most = hw_format_money (format, hw_scaled_from_double (verdict->money_month));
      low = hw_format_money (format, hw_scaled_from_double (verdict->money_low));
      high = hw_format_money (format, hw_scaled_from_double (verdict->money_high));
      /* Translators: three sums of money; the first is the most likely. */
      return g_strdup_printf (_("it is worth about %s a month, between %s and %s"), most, low, high);
    }

  most = say_figure (verdict, verdict->effect, format);
  low = say_figure (verdict, verdict->low, format);
  high = say_figure (verdict, verdict->high, format);
  /* Translators: three figures with their unit; the first is the most likely. */
  return g_strdup_printf (_("it changed the figure by about %s each week, between %s and %s"), most, low, high);
}

static char *
say_judged (const HwVerdict *verdict,
            const HwFormat  *format)
{
  g_autofree char *size = say_size (verdict, format);

  switch (verdict->advice)
    {
    case HW_VERDICT_GO:
      /* Translators: %s is "it is worth about 310 € a month, between 120 € and 480 €". */
      return verdict->cannot_tell ? g_strdup_printf (_("Likely, not proven: %s."), size)
                                  : g_strdup_printf (_("Keep it: %s."), size);

    case HW_VERDICT_EXTEND:
      return g_strdup (_("We cannot tell yet."));

    case HW_VERDICT_CHANGE:
      return g_strdup (_("It was not really tried: change it and try again."));

    case HW_VERDICT_STOP:
    default:
      return verdict->cannot_tell ? g_strdup (_("We cannot tell, and it is not worth finding out."))
                                  : g_strdup_printf (_("Stop it: %s."), size);
    }
}

char *
hw_verdict_say (const HwVerdict *verdict,
                const HwFormat  *format)
{
  switch (verdict->state)
    {
    case HW_JUDGED:
      return say_judged (verdict, format);

    case HW_JUDGE_NOT_STARTED:
      return g_strdup (_("No whole week of the trial is on record yet."));

    case HW_JUDGE_TOO_SHORT:
      return g_strdup (_("Too few weeks before the start are on record to judge it."));

    case HW_JUDGE_NO_FIGURE:
    default:
      return g_strdup (_("Your records do not tell this figure for these weeks."));
    }
}

char *
hw_verdict_say_quiet (const HwVerdict *verdict,
                      const HwFormat  *format)
{
  g_autofree char *large = hw_format_number (format, verdict->n_as_large, 0);
  g_autofree char *all = hw_format_number (format, verdict->n_quiet, 0);

  if (verdict->n_quiet == 0)
    return g_strdup ("");

  /* Translators: two numbers. */
  return verdict->p > CHANCE
           ? g_strdup_printf (_("%s of %s quiet stretches of your past looked like this: it may well be chance."),
                              large, all)
           : g_strdup_printf (_("%s of %s quiet stretches of your past looked like this: it is hardly chance."),
                              large, all);
}
