/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-say-pilot.h"

#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ALIKE 0.1
#define SHOWN_DIGITS 8

/* Without the full stop it may end with, and without the capital it begins with. */
static char *
inner (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  gsize n;

  g_strstrip (copy);
  n = strlen (copy);
  if (n > 0 && copy[n - 1] == '.')
    copy[n - 1] = '\0';

  return g_steal_pointer (&copy);
}

char *
hw_say_pilot_sentence (const HwPilot  *pilot,
                       const HwFormat *format)
{
  const HwAnswers *plan = pilot->initiative->answers;
  g_autofree char *change = inner (hw_answers_get_text (plan, "change"));
  g_autofree char *reason = inner (hw_answers_get_text (plan, "reason"));
  const double worth = hw_answers_get_number (plan, "effect", NAN);
  g_autofree char *share = isnan (worth) ? g_strdup (_("an amount not said yet")) : hw_format_percent (format, worth, 0);
  const char *figure = pilot->metric != NULL ? _(pilot->metric->name) : _("a figure not chosen yet");

  if (*reason == '\0')
    /* Translators: 1 what changes, a sentence of the owner's, 2 a figure: "Sales", 3 a share: "20 %". */
    return g_strdup_printf (_("If we do this: “%1$s”, then “%2$s” gets better by %3$s or more."), change, figure, share);

  /* Translators: 1 what changes, 2 a figure: "Sales", 3 a share: "20 %", 4 a reason; 1 and 4 are the owner's words. */
  return g_strdup_printf (_("If we do this: “%1$s”, then “%2$s” gets better by %3$s or more. Why: “%4$s”."), change, figure, share,
                          reason);
}

static char *
say_refused (const HwPilot *pilot)
{
  if (pilot->needs == 0)
    return g_strdup (_("This way of trying it can show nothing here."));

  switch (pilot->lock->design)
    {
    case HW_DESIGN_ITEMS:
      return g_strdup_printf (ngettext ("This way of trying it can show nothing here: it takes at least %u pair.",
                                        "This way of trying it can show nothing here: it takes at least %u pairs.", pilot->needs),
                              pilot->needs);

    case HW_DESIGN_CUSTOMERS:
      return g_strdup_printf (ngettext ("This way of trying it can show nothing here: it takes at least %u customer.",
                                        "This way of trying it can show nothing here: it takes at least %u customers.", pilot->needs),
                              pilot->needs);

    case HW_DESIGN_SITES:
      return g_strdup_printf (ngettext ("This way of trying it can show nothing here: it takes at least %u shop.",
                                        "This way of trying it can show nothing here: it takes at least %u shops.", pilot->needs),
                              pilot->needs);

    case HW_DESIGN_SWITCHBACK:
      return g_strdup_printf (ngettext ("This way of trying it can show nothing here: the trial must run for at least %u week.",
                                        "This way of trying it can show nothing here: the trial must run for at least %u weeks.",
                                        pilot->needs), pilot->needs);

    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return g_strdup_printf (ngettext ("This way of trying it can show nothing here: it takes at least %u week before the start.",
                                        "This way of trying it can show nothing here: it takes at least %u weeks before the start.",
                                        pilot->needs), pilot->needs);
    }
}

static char *
say_seen (const HwPilot  *pilot,
          const HwFormat *format)
{
  g_autofree char *weeks = NULL;
  g_autofree char *smallest = NULL;
  g_autofree char *worth = NULL;

  if (pilot->refused)
    return say_refused (pilot);

  if (isnan (pilot->lock->smallest))
    return g_strdup (_("How small a change it could see is not known: the weeks before are too few, or the figure is missing in them."));

  weeks = g_strdup_printf (ngettext ("In %u week", "In %u weeks", pilot->weeks), pilot->weeks);
  smallest = hw_format_percent (format, pilot->lock->smallest, 0);
  worth = hw_format_percent (format, pilot->lock->worth, 0);
  if (pilot->sees)
    /* Translators: 1 "In 8 weeks", 2 and 3 shares: "17 %". */
    return g_strdup_printf (_("%1$s it can see a change of %2$s or more, four times in five. To be worth it, it must be %3$s: so it can tell."),
                            weeks, smallest, worth);

  /* Translators: 1 "In 8 weeks", 2 and 3 shares: "17 %". */
  return g_strdup_printf (_("%1$s it can see a change of %2$s or more, four times in five. To be worth it, %3$s would do: such a change it would mostly miss."),
                          weeks, smallest, worth);
}

char *
hw_say_pilot_sees (const HwPilot  *pilot,
                   const HwFormat *format)
{
  g_autofree char *seen = say_seen (pilot, format);

  if (!pilot->fades)
    return g_steal_pointer (&seen);

  return g_strdup_printf ("%s %s", seen,
                          _("A longer trial would see less well: the further from the start, the less the past says what would have been."));
}

static char *
say_alarms (guint alarms)
{
  if (alarms == 0)
    return g_strdup (_("it raised no false alarm"));
  if (alarms == 1)
    return g_strdup (_("it raised a false alarm once"));
  if (alarms == 2)
    return g_strdup (_("it raised a false alarm twice"));

  return g_strdup_printf (ngettext ("it raised %u false alarm", "it raised %u false alarms", alarms), alarms);
}

char *
hw_say_pilot_quiet (const HwPilot  *pilot,
                    const HwFormat *format)
{
  g_autofree char *alarms = say_alarms (pilot->alarms);
  g_autofree char *apart = NULL;
  g_autofree char *main_text = NULL;

  if (pilot->quiet == 0)
    return g_strdup (_("The past is too short to try the method on times when nothing happened."));

  /* Translators: 2 is "it raised a false alarm twice". */
  main_text = g_strdup_printf (ngettext ("We tried our method on %1$u date when nothing happened; %2$s.",
                                         "We tried our method on %1$u dates when nothing happened; %2$s.", pilot->quiet),
                               pilot->quiet, alarms);
  if (isnan (pilot->apart) || pilot->apart >= pilot->quiet - 0.5)
    return g_steal_pointer (&main_text);

  apart = hw_format_number (format, pilot->apart, 0);
  /* Translators: 1 the sentence before, 2 a number. */
  return g_strdup_printf (_("%1$s Many of them share weeks: they count for about %2$s that stand alone. One in 20 is to be expected."),
                          main_text, apart);
}

char *
hw_say_pilot_before (const HwPilot  *pilot,
                     const HwFormat *format)
{
  g_autofree char *known = NULL;
  g_autofree char *spread = NULL;
  g_autofree char *shift = NULL;

  if (pilot->n_before == 0)
    return g_strdup (_("Nothing is known of the weeks before."));

  known = g_strdup_printf (ngettext ("%u week is known before the start.", "%u weeks are known before the start.", pilot->n_before),
                           pilot->n_before);
  if (isnan (pilot->sd) || !(fabs (pilot->mean) > 0.0))
    return g_steal_pointer (&known);

  spread = hw_format_percent (format, pilot->sd / fabs (pilot->mean), 0);
  if (pilot->shifted != HW_DAY_NONE)
    {
      g_autofree char *day = hw_format_day (format, pilot->shifted, HW_DAY_FULL);

      /* Translators: 1 "112 weeks are known before the start.", 2 a share, 3 a date. */
      return g_strdup_printf (_("%1$s A week goes up or down by about %2$s by itself. Around %3$s it moved to another level: find out why before you begin."),
                              known, spread, day);
    }

  if (!pilot->ready)
    /* Translators: 1 "20 weeks are known before the start.", 2 a share. */
    return g_strdup_printf (_("%1$s A week goes up or down by about %2$s by itself. Half a year without gaps would be better, and three times as long as the trial."),
                            known, spread);

  /* Translators: 1 "112 weeks are known before the start.", 2 a share. */
  return g_strdup_printf (_("%1$s A week goes up or down by about %2$s by itself. They are complete, and nothing has shifted of late."),
                          known, spread);
}

char *
hw_say_pilot_balance (const HwPilot  *pilot,
                      const HwFormat *format)
{
  double worst = 0.0;

  const HwDesign design = pilot->lock->design;

  if ((design != HW_DESIGN_ITEMS && design != HW_DESIGN_SITES) || pilot->lock->changed->len == 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pilot->balance); i++)
    if (!isnan (pilot->balance[i]))
      worst = MAX (worst, fabs (pilot->balance[i]));

  if (design == HW_DESIGN_SITES)
    return g_strdup (worst < ALIKE ? _("Both sides sold alike before.")
                                   : _("Both sides differ in what they sold before: so each shop is held against itself."));

  return g_strdup (worst < ALIKE ? _("Both sides sold alike before, at like prices.")
                                 : _("Both sides differ a little in what they sold before or in price. That is taken out when the trial is judged."));
}

char *
hw_say_guard (const HwEntry  *guard,
              const HwFormat *format)
{
  const HwMetric *metric = hw_metric_find_computed (hw_answers_get_text (guard->answers, "metric"));
  const double limit = hw_answers_get_number (guard->answers, "limit", NAN);
  const HwMetricValue value = { metric, HW_METRIC_OK, limit, HW_DAY_NONE, HW_DAY_NONE };
  g_autofree char *text = NULL;

  if (metric == NULL || isnan (limit))
    return g_strdup ("");

  if (hw_answers_get_yes (guard->answers, "harm"))
    {
      text = hw_format_percent (format, limit, 1);
      /* Translators: 1 a figure: "Sales", 2 a chance: "98.7 %". */
      return g_strdup_printf (_("%1$s: it stops when harm is %2$s sure"), _(metric->name), text);
    }

  text = hw_say_metric (&value, format);
  if (g_str_equal (hw_answers_get_text (guard->answers, "side"), "most"))
    /* Translators: 1 a figure: "Share that was thrown away", 2 its limit for a week. */
    return g_strdup_printf (_("%1$s: at most %2$s"), _(metric->name), text);

  /* Translators: 1 a figure: "Sales", 2 its limit for a week. */
  return g_strdup_printf (_("%1$s: at least %2$s"), _(metric->name), text);
}

/* --- all of it --- */

static void
add (GPtrArray  *lines,
     const char *head,
     char       *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (lines, hw_pilot_line_new (head, text));
  else
    g_free (text);
}

static char *
say_compare (const HwPilot *pilot)
{
  const HwDesignChoice *choice = NULL;

  for (guint i = 0; i < pilot->choices->len; i++)
    if (g_array_index (pilot->choices, HwDesignChoice, i).design == pilot->lock->design)
      choice = &g_array_index (pilot->choices, HwDesignChoice, i);

  if (pilot->control_name != NULL)
    /* Translators: 1 a way to compare, 2 a product or a group of them, 3 why. */
    return g_strdup_printf (_("%1$s: %2$s. %3$s"), hw_design_name (pilot->lock->design), pilot->control_name,
                            choice != NULL ? choice->why : "");

  /* Translators: 1 a way to compare, 2 why. */
  return g_strdup_printf (_("%1$s. %2$s"), hw_design_name (pilot->lock->design), choice != NULL ? choice->why : "");
}

static char *
say_ways (const HwPilot *pilot)
{
  GString *text = g_string_new (NULL);

  for (guint way = 0; way < HW_PILOT_WAY_N; way++)
    if (pilot->ways & (1u << way))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", hw_pilot_way_text ((HwPilotWay) way));

  return g_string_free (text, FALSE);
}

static char *
say_looks (const HwPilot  *pilot,
           const HwFormat *format)
{
  HwTrialLook looks[HW_LOOKS_MOST];
  const guint n = hw_lock_looks (pilot->lock, hw_answers_get_day (pilot->initiative->answers, "end"), looks);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = hw_format_day (format, looks[i].day, HW_DAY_FULL);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", day);
    }

  if (n == 0)
    return g_string_free (text, FALSE);

  g_string_append (text, ". ");
  g_string_append (text, _("Not before: who looks often sees an effect where there is none."));
  return g_string_free (text, FALSE);
}

static char *
say_odds (const HwPilot  *pilot,
          const HwFormat *format)
{
  g_autofree char *number = NULL;

  if (isnan (pilot->useless_kept))
    return NULL;

  if (pilot->useless_kept < 0.005)
    return g_strdup (_("With this rule, hardly any useless trial would be kept."));

  number = hw_format_number (format, 1.0 / pilot->useless_kept, 0);
  /* Translators: %s is a number. */
  return g_strdup_printf (_("As far as can be told before the start, this rule would keep about one useless trial in %s."), number);
}

static char *
say_harm (const HwPilot  *pilot,
          const HwFormat *format)
{
  g_autofree char *limit = NULL;
  GString *text;

  if (isnan (pilot->harm_stop))
    return NULL;

  text = g_string_new (NULL);
  limit = hw_format_percent (format, pilot->harm_stop, 1);
  for (guint i = 0; i < pilot->guards->len; i++)
    {
      g_autofree char *guard = hw_say_guard (g_ptr_array_index (pilot->guards, i), format);

      g_string_append_printf (text, "%s. ", guard);
    }

  /* Translators: %s is a chance: "98.9 %". */
  g_string_append_printf (text, _("It also stops when harm is %s sure or more, whatever week it is. So at most one harmless trial in 20 is stopped."),
                          limit);
  return g_string_free (text, FALSE);
}

static char *
say_costs (const HwPilot  *pilot,
           const HwFormat *format)
{
  const HwAnswers *plan = pilot->initiative->answers;
  const double once = hw_answers_get_number (plan, "cost", 0.0), month = hw_answers_get_number (plan, "month_cost", 0.0);
  const double hours = hw_answers_get_number (plan, "hours", 0.0);
  g_autofree char *set_up = hw_format_money_about (format, once);
  g_autofree char *running = hw_format_money_about (format, month);
  g_autofree char *time = hw_format_number (format, hours, 1);

  if (once <= 0.0 && month <= 0.0 && hours <= 0.0)
    return g_strdup (_("No costs are planned."));

  /* Translators: 1 and 2 money, 3 hours. */
  return g_strdup_printf (_("%1$s once, %2$s a month, %3$s hours a week."), set_up, running, time);
}

static char *
say_locked (const HwPilot  *pilot,
            const HwFormat *format)
{
  g_autofree char *day = NULL;
  GString *text;

  if (!pilot->locked)
    return g_strdup (_("The plan is locked when the trial begins. What is changed later stays visible."));

  text = g_string_new (NULL);
  day = hw_format_day (format, pilot->locked_on, HW_DAY_FULL);
  /* Translators: 1 a date, 2 the first letters of a code. */
  g_string_append_printf (text, _("Locked on %1$s, fingerprint %2$.*3$s."), day, pilot->fingerprint, SHOWN_DIGITS);
  if (pilot->amended->len > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _("Changed since:"));
      for (guint i = 0; i < pilot->amended->len; i++)
        g_string_append_printf (text, "%s %s", i > 0 ? "," : "", (const char *) g_ptr_array_index (pilot->amended, i));
      g_string_append_c (text, '.');
    }

  return g_string_free (text, FALSE);
}

GPtrArray *
hw_say_pilot (const HwPilot  *pilot,
              const HwFormat *format)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_pilot_line_free);
  const HwAnswers *plan = pilot->initiative->answers;
  const char *owner = hw_answers_get_text (plan, "owner");

  add (lines, _("What we try"), hw_say_pilot_sentence (pilot, format));
  if (pilot->weeks == 0)
    {
      add (lines, _("What is missing"), g_strdup (_("Choose a figure, an effect worth having, a start and an end.")));
      return lines;
    }

  add (lines, _("Compared with"), say_compare (pilot));
  add (lines, _("What it can see"), hw_say_pilot_sees (pilot, format));
  add (lines, _("What would help, best first"), say_ways (pilot));
  add (lines, _("The weeks before"), hw_say_pilot_before (pilot, format));
  add (lines, _("Times when nothing happened"), hw_say_pilot_quiet (pilot, format));
  add (lines, _("The lot"), hw_say_pilot_balance (pilot, format));
  add (lines, _("The verdict is read on"), say_looks (pilot, format));
  add (lines, _("How sure the rule is"), say_odds (pilot, format));
  add (lines, _("What stops it early"), say_harm (pilot, format));
  add (lines, _("What it costs"), say_costs (pilot, format));
  add (lines, _("Who looks after it"), g_strdup (*owner != '\0' ? owner : _("Nobody yet.")));
  add (lines, _("People"), g_strdup (hw_answers_get_yes (plan, "people")
                                       ? _("It decides about people. Tell them before it starts, and say whom they can ask to look again.")
                                       : _("It judges no one.")));
  add (lines, _("Locked"), say_locked (pilot, format));
  return lines;
}
