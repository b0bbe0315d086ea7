/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-goal-window.h"

#include "jobs/figures/hw-goal-job.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "wizard/hw-figure-watch.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>
#include <math.h>

#define TRY_KEY "hw-goal-try"
#define METRIC_KEY "hw-goal-metric"

static char *
say_figure (const HwMetric *metric,
            double          value,
            const HwFormat *format)
{
  return hw_say_metric (&(HwMetricValue) { metric, HW_METRIC_OK, value, HW_DAY_NONE, HW_DAY_NONE }, format);
}

/* What is worked out is no more exact than its range. */
static void
say_range (const HwGoalOutlook  *outlook,
           const HwFormat       *format,
           char                **expected,
           char                **low,
           char                **high)
{
  if (outlook->metric->unit == HW_UNIT_MONEY)
    {
      if (hw_format_money_range (format, outlook->expected, outlook->low, outlook->high, expected, low, high))
        return;

      g_clear_pointer (expected, g_free);
    }

  *expected = say_figure (outlook->metric, outlook->expected, format);
  *low = say_figure (outlook->metric, outlook->low, format);
  *high = say_figure (outlook->metric, outlook->high, format);
}

static char *
say_chance (const HwGoalOutlook *outlook,
            const HwFormat      *format)
{
  const int tenths = (int) lround (outlook->chance * 10.0);
  g_autofree char *expected = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *chance = tenths <= 0   ? g_strdup (_("As things go, it will hardly be reached."))
                            : tenths >= 10 ? g_strdup (_("As things go, it will almost surely be reached."))
                                           /* Translators: %d is 1 to 9. */
                                           : g_strdup_printf (_("As things go, it is reached %d times in 10."), tenths);

  say_range (outlook, format, &expected, &low, &high);
  /* Translators: 1 a sentence, then figures with their unit. */
  return g_strdup_printf (_("%s Expect between %s and %s on that day, most likely %s."), chance, low, high,
                          expected);
}

char *
hw_goal_say_reach (const HwGoalOutlook *outlook,
                   const HwFormat      *format)
{
  switch (outlook->reach)
    {
    case HW_REACH_KNOWN:
      return say_chance (outlook, format);

    case HW_REACH_REACHED:
      return g_strdup (_("It is there already."));

    case HW_REACH_OVER:
      return g_strdup (_("The day is past, and it was not reached."));

    case HW_REACH_TOO_SHORT:
      return g_strdup (_("How likely it is cannot be said yet: too few weeks are on record."));

    case HW_REACH_TOO_FAR:
      return g_strdup (_("How likely it is cannot be said: the day is further ahead than your records reach back."));

    case HW_REACH_NO_FIGURE:
    default:
      return NULL;
    }
}

static void
tried_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwFormView *view = owner;
  HwDesk *desk = g_object_get_data (G_OBJECT (view), TRY_KEY);
  HwGoalOutlook *outlook = result;
  g_autofree char *said = NULL;

  if (outlook != NULL && desk != NULL)
    said = hw_goal_say_reach (outlook, hw_desk_get_format (desk));
  hw_form_view_set_note (view, "day", said);
  g_clear_pointer (&outlook, hw_goal_outlook_free);
}

/* With a day the chance can be worked out. */
static void
changed_cb (HwFormView *view)
{
  HwDesk *desk = g_object_get_data (G_OBJECT (view), TRY_KEY);
  const HwAnswers *answers = hw_form_view_get_answers (view);
  HwEntry *entry;

  if (g_strcmp0 (hw_form_view_get_question (view), "day") != 0 || hw_desk_get_session (desk) == NULL)
    return;

  if (hw_answers_get_day (answers, "day") <= hw_session_get_today (hw_desk_get_session (desk)) ||
      !hw_answers_has (answers, "target"))
    {
      hw_form_view_set_note (view, "day", NULL);
      return;
    }

  entry = hw_entry_new (HW_ENTRY_GOAL, 0);
  hw_answers_free (entry->answers);
  entry->answers = hw_answers_copy (answers);
  hw_errand_run (desk, &hw_goal_try_job, entry, NULL, tried_cb, view);
}

static const char *
unit_of (const HwMetric *metric)
{
  switch (metric->unit)
    {
    case HW_UNIT_DAYS:
      return _("days");

    case HW_UNIT_TIMES:
      return _("times a year");

    case HW_UNIT_MONEY:
    case HW_UNIT_SHARE:
    case HW_UNIT_COUNT:
    case HW_UNIT_RATIO:
    case HW_UNIT_SHARE_POINTS:
    case HW_UNIT_MONEY_EACH:
    case HW_UNIT_MONEY_HOUR:
    case HW_UNIT_MONEY_YEAR:
    case HW_UNIT_POINTS:
    case HW_UNIT_HOURS:
    case HW_UNIT_HOURS_WEEK:
    case HW_UNIT_MONTHS:
    case HW_UNIT_STARS:
    case HW_UNIT_GRADE:
    case HW_UNIT_PER_1000:
    case HW_UNIT_KWH_EACH:
    case HW_UNIT_KM:
    case HW_UNIT_N:
    default:
      return NULL;
    }
}

/* Another figure: where it stands, in its own unit, takes the place of what was said
 * about the one before. */
static void
figure_cb (HwFormView     *view,
           const HwMetric *metric,
           const HwTrend  *trend)
{
  HwDesk *desk = g_object_get_data (G_OBJECT (view), TRY_KEY);
  g_autofree char *before = g_strdup (g_object_get_data (G_OBJECT (view), METRIC_KEY));
  g_autoptr (HwAnswers) fresh = hw_answers_new ();
  g_autofree char *now = hw_figure_say_now (trend, hw_desk_get_format (desk));
  const double fair = hw_goal_fair_target (trend);
  g_autofree char *target = !isnan (fair) ? say_figure (metric, fair, hw_desk_get_format (desk)) : NULL;
  g_autofree char *note = NULL;
  g_autofree char *proposal = NULL;

  if (now != NULL && target != NULL)
    /* Translators: 1 the name of a figure, 2 "12,480 € in the last four weeks", 3 a value. */
    proposal = g_strdup_printf (_("%1$s: %2$s. A fair step is %3$s, by what you reached in your best weeks; change it as you like."),
                                _(metric->name), now, target);
  if (now != NULL)
    /* Translators: 1 the name of a figure, 2 "12,480 € in the last four weeks". */
    note = g_strdup_printf (_("%s: %s."), _(metric->name), now);
  hw_form_view_set_note (view, "start", note);
  hw_form_view_set_note (view, "target", proposal != NULL ? proposal : note);
  hw_form_view_set_unit (view, "start", unit_of (metric));
  hw_form_view_set_unit (view, "target", unit_of (metric));

  if (g_strcmp0 (before, metric->id) == 0)
    return;

  g_object_set_data_full (G_OBJECT (view), METRIC_KEY, g_strdup (metric->id), g_free);
  if (before == NULL && (hw_answers_has (hw_form_view_get_answers (view), "start") ||
                         hw_answers_has (hw_form_view_get_answers (view), "target")))
    return; /* gone on with: it was said for this figure */

  if (trend != NULL)
    hw_goal_fill_start (fresh, trend);
  if (!isnan (fair))
    hw_answers_set_number (fresh, "target", fair);
  hw_form_view_set_answer (view, "start", hw_answers_get (fresh, "start"));
  hw_form_view_set_answer (view, "start_day", hw_answers_get (fresh, "start_day"));
  hw_form_view_set_answer (view, "target", hw_answers_get (fresh, "target"));
}

void
hw_goal_window_open (GtkWidget     *from,
                     HwDesk        *desk,
                     const HwEntry *goal)
{
  g_autoptr (HwEntry) fresh = goal != NULL ? hw_entry_copy (goal) : hw_entry_new (HW_ENTRY_GOAL, 0);
  GtkWidget *window = hw_form_window_new (from, desk, &hw_goal_form, fresh, _("Save the goal"), _("Goal saved"));
  HwFormView *view = hw_form_window_get_view (HW_FORM_WINDOW (window));

  g_object_set_data_full (G_OBJECT (view), TRY_KEY, g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (view), METRIC_KEY, g_strdup (hw_answers_get (fresh->answers, "metric")), g_free);
  hw_figure_watch_start (view, desk, "metric", figure_cb);
  g_signal_connect (view, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (view, "shown", G_CALLBACK (changed_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}
