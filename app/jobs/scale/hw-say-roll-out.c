/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/scale/hw-say-roll-out.h"

#include "jobs/today/hw-say-today.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEARS 3

static void
add (GString *text,
     char    *sentence) /* (transfer full) */
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

char *
hw_say_roll_out_days (const HwRollOut *scale,
                      const HwFormat  *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *planned = NULL, *half = NULL, *most = NULL;

  if (scale->waves->len == 0)
    return g_strdup (hw_scale_state_text (HW_SCALE_NO_WAVES));

  planned = hw_format_day (format, scale->planned, HW_DAY_FULL);
  half = hw_format_day (format, scale->ends_50, HW_DAY_FULL);
  most = hw_format_day (format, scale->ends_90, HW_DAY_FULL);
  if (scale->n_done == scale->waves->len)
    {
      /* Translators: 1 a day, 2 another. */
      add (text, g_strdup_printf (_("All steps are done. The plan said %s, and the last was done on %s."), planned, half));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  /* Translators: %s is a day. */
  add (text, g_strdup_printf (_("By plan, all of it is done on %s."), planned));
  /* Translators: two days. */
  add (text, g_strdup_printf (_("As steps go, it is done by %s in half of the cases, and by %s in nine of ten."), half, most));
  if (scale->n_done > 0 && scale->slip > 1.05)
    {
      g_autofree char *slip = hw_format_change (format, scale->slip - 1.0);

      /* Translators: %s is per cent with a sign: "+20 %". */
      add (text, g_strdup_printf (_("So far steps took longer than planned (%s)."), slip));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say_value (GString         *text,
           const HwRollOut *scale,
           const HwFormat  *format)
{
  g_autofree char *value = hw_format_money_about (format, scale->npv);
  g_autofree char *low = hw_format_money_about (format, scale->npvs.low);
  g_autofree char *high = hw_format_money_about (format, scale->npvs.high);
  g_autofree char *month = hw_format_money_about (format, scale->month);
  g_autofree char *support = hw_format_money_about (format, scale->support);

  if (scale->support > 0.0)
    /* Translators: money a month. */
    add (text, g_strdup_printf (_("Once everything runs, it brings about %s a month; %s for help with it is taken off."), month, support));
  else
    /* Translators: %s is money. */
    add (text, g_strdup_printf (_("Once everything runs, it brings about %s a month, as the verdict says."), month));
  /* Translators: money; 2 and 3 are a range that holds in nine of ten cases. */
  add (text, g_strdup_printf (_("In three years, steps paid, it is worth %s in today’s money; in nine of ten cases between %s and %s."),
                              value, low, high));
}

/* From where on it pays, beside what the trial showed and what is counted of that. */
static void
say_even (GString         *text,
          const HwRollOut *scale,
          const HwFormat  *format)
{
  g_autofree char *least = hw_format_percent (format, scale->break_even, 1);
  g_autofree char *alone = hw_format_percent (format, fabs (scale->even_trial), 1);
  g_autofree char *found = hw_format_percent (format, scale->found, 0);
  g_autofree char *counted = hw_format_percent (format, scale->effect, 0);

  if (!isfinite (scale->break_even) || scale->break_even <= 0.0)
    return;

  if (g_str_equal (least, alone) || isnan (scale->even_trial))
    /* Translators: 1 a figure's name, 2 per cent. */
    add (text, g_strdup_printf (_("It pays as long as “%s” gets better by at least %s."), _(scale->metric->name), least));
  else
    /* Translators: 1 a figure's name, 2 and 3 per cent. */
    add (text, g_strdup_printf (_("With what the steps cost, it pays as long as “%s” gets better by at least %s; without them, as the verdict says, by %s."),
                                _(scale->metric->name), least, alone));

  /* Translators: 1 and 2 per cent. */
  add (text, g_strdup_printf (_("The trial showed %s; for the money we count %s, as first results flatter."), found, counted));
}

static void
say_back (GString         *text,
          const HwRollOut *scale,
          const HwFormat  *format)
{
  const guint months = isnan (scale->payback) ? 0 : (guint) ceil (scale->payback);
  g_autofree char *number = hw_format_number (format, months, 0);
  g_autofree char *back = months > 0 && months < scale->months->len
                            ? hw_format_day (format, g_array_index (scale->months, HwScaleMonth, months).from, HW_DAY_MONTH) : NULL;
  g_autofree char *never = hw_format_percent (format, scale->never, 0);
  g_autofree char *trough = hw_format_money_about (format, scale->trough);
  g_autofree char *month = hw_format_day (format, scale->trough_month, HW_DAY_MONTH);

  if (back == NULL)
    add (text, g_strdup (_("As planned, it is not paid back in these three years.")));
  else
    /* Translators: 1 a month and its year, 2 which month it is, counted from that of the first step. */
    add (text, g_strdup_printf (_("By plan, what the steps cost is paid back in %1$s, month %2$s from the first step."), back, number));

  if (scale->never > 0.005)
    /* Translators: %s is per cent. */
    add (text, g_strdup_printf (_("The chance that it is never paid back in this time is %s."), never));
  if (scale->trough > 0.0)
    /* Translators: 1 money, 2 a month. */
    add (text, g_strdup_printf (_("At most %s is out at one time, in %s."), trough, month));
}

static void
say_cost (GString         *text,
          const HwRollOut *scale,
          const HwFormat  *format)
{
  g_autofree char *cost = hw_format_money_about (format, scale->cost);
  g_autofree char *most = hw_format_money_about (format, scale->cost_90);
  g_autofree char *budget = hw_format_money_about (format, scale->budget);

  if (scale->cost_90 <= 0.0)
    return;

  /* Translators: money. */
  add (text, g_strdup_printf (_("The roll-out costs about %s until all of it works, and no more than %s in nine of ten cases. What the trial cost is not in it."),
                              cost, most));
  if (!isnan (scale->budget))
    /* Translators: %s is money. */
    add (text, g_strdup_printf (scale->budget >= scale->cost_90 ? _("Your budget of %s is enough for that.")
                                                                : _("Your budget of %s is not enough for that."), budget));
}

char *
hw_say_roll_out_money (const HwRollOut *scale,
                       const HwFormat  *format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (scale->state == HW_SCALE_MONEY)
    {
      say_value (text, scale, format);
      say_even (text, scale, format);
      say_back (text, scale, format);
    }
  else if (scale->state != HW_SCALE_NO_WAVES)
    {
      add (text, g_strdup (hw_scale_state_text (scale->state)));
    }

  if (scale->waves->len > 0)
    say_cost (text, scale, format);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hw_say_roll_out_people (const HwRollOut *scale,
                        const HwFormat  *format)
{
  g_autofree char *trained = hw_format_number (format, scale->trained, 0);
  g_autofree char *people = hw_format_number (format, scale->people, 0);
  g_autofree char *hours = hw_format_number (format, ceil (scale->train_hours), 0);

  if (scale->people <= 0.0)
    return g_strdup (_("No step says yet how many people will work the new way."));
  if (scale->trained >= scale->people)
    /* Translators: %s is a number. */
    return g_strdup_printf (ngettext ("%s person, and shown how.", "All %s people were shown how.", (gulong) scale->people), people);

  /* Translators: 1 and 2 numbers of people, 3 a number of hours. */
  return g_strdup_printf (_("%s of %s people were shown how. For the others it takes about %s hours in all."), trained, people, hours);
}

char *
hw_say_roll_out_how (const HwRollOut *scale,
                     const HwFormat  *format)
{
  g_autofree char *volume = hw_format_money_about (format, scale->volume);
  g_autofree char *margin = hw_format_percent (format, scale->margin, 0);
  g_autofree char *lost = hw_format_percent (format, scale->lost, 0);
  g_autofree char *rate = hw_format_percent (format, scale->rate, 0);
  GString *text = g_string_new (NULL);

  if (scale->state == HW_SCALE_MONEY)
    {
      /* Translators: 1 money, 2 and 3 per cent. */
      add (text, g_strdup_printf (_("The effect of the trial is taken of %s a year, of which %s stays with you. "
                                    "%s of it is thought lost on the way, as the keen ones try first."), volume, margin, lost));
      if (!scale->margin_known)
        add (text, g_strdup (_("What your goods cost is not known, so all of the sales count; that is too good.")));
      /* Translators: %s is per cent. */
      add (text, g_strdup_printf (_("Costs and hours may grow by as much as a half. Later money counts %s a year less. "
                                    "10,000 draws mix all of this. What the trial itself cost is paid and not in it."), rate));
    }

  add (text, g_strdup (_("A step may take from eight tenths to twice its days, times what steps took so far. "
                         "A step waits for those that were to be over before it.")));
  return g_string_free (text, FALSE);
}

char *
hw_say_wave (const HwWave   *wave,
             const HwFormat *format)
{
  g_autofree char *effect = NULL, *low = NULL, *high = NULL;

  switch (wave->judge)
    {
    case HW_WAVE_NOT_OVER:
      return g_strdup (_("It is too soon to tell."));

    case HW_WAVE_NO_ITEMS:
      return g_strdup (_("It cannot be compared: nobody says which products or shops it is about."));

    case HW_WAVE_FEW:
      return g_strdup (_("Nobody can tell: too few in it, or too few that still waited."));

    case HW_WAVE_JUDGED:
    default:
      effect = hw_format_change (format, wave->effect);
      low = hw_format_change (format, wave->low);
      high = hw_format_change (format, wave->high);
      /* Translators: per cent with their sign: "+4 %"; 2 and 3 are a range. */
      return g_strdup_printf (_("Beside those that waited: %s, in nine of ten cases between %s and %s."), effect, low, high);
    }
}

char *
hw_say_return (const HwReturn *result,
               const HwFormat *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *out = hw_format_money_about (format, result->out_all);
  g_autofree char *in = hw_format_money_about (format, result->in);
  g_autofree char *low = hw_format_money_about (format, result->in_low);
  g_autofree char *high = hw_format_money_about (format, result->in_high);
  g_autofree char *net = hw_format_money_near (format, fabs (result->net), MAX (result->in, result->out_all));

  if (result->lines->len == 0)
    return g_strdup (_("Nothing was tried yet, so nothing went out and nothing came in."));

  /* Translators: %s is money. */
  add (text, g_strdup_printf (_("So far about %s went out, for trials, steps and daily use together."), out));
  if (result->n_counted == 0)
    {
      add (text, g_strdup (_("Nothing counts as gained yet: that takes a trial that helped and is in daily use.")));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  /* Translators: money; 2 and 3 are a range. */
  add (text, g_strdup_printf (_("About %s came in because of it so far, in nine of ten cases between %s and %s."), in, low, high));
  if (result->net_low < 0.0 && result->net_high > 0.0)
    /* Translators: %s is money. */
    add (text, g_strdup_printf (result->net >= 0.0 ? _("That is about %s more than went out, but it may be less.")
                                                   : _("That is about %s less than went out, but it may be more."), net));
  else
    /* Translators: %s is money. */
    add (text, g_strdup_printf (result->net >= 0.0 ? _("That is about %s more than went out.") : _("That is about %s less than went out."), net));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hw_say_return_line (const HwReturnLine *line,
                    const HwFormat     *format)
{
  double out = 0.0, plan = 0.0;
  g_autofree char *gone = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *in = hw_format_money_about (format, line->in);
  g_autofree char *in_plan = hw_format_money_about (format, line->in_plan);

  for (int s = 0; s < HW_STATION_N; s++)
    {
      out += line->out[s];
      plan += line->out_plan[s];
    }

  gone = hw_format_money_about (format, out);
  planned = hw_format_money_about (format, plan);
  if (line->gain != HW_GAIN_COUNTED)
    /* Translators: 1 and 2 money, 3 a sentence. */
    return g_strdup_printf (_("So far out: %s, planned %s. %s"), gone, planned, hw_gain_state_text (line->gain));

  if (line->but)
    /* Translators: money. */
    return g_strdup_printf (_("So far out: %s, planned %s. So far in: %s, planned %s. Other figures got worse: look at its verdict."),
                            gone, planned, in, in_plan);

  /* Translators: money. */
  return g_strdup_printf (_("So far out: %s, planned %s. So far in: %s, planned %s."), gone, planned, in, in_plan);
}

const char *
hw_say_return_how (void)
{
  return _("Money out is what you noted for each trial and step, with your hours at what an hour costs you. "
           "Money in is the effect of each trial, taken of what sold or was thrown away since, in the share where it works. "
           "One fifth of the effect is thought lost on the way. "
           "Only what the figures advise and what is in daily use counts. "
           "Ranges do not add up: the doubts of two trials partly even out, so their squares were added.");
}
