/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-watch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the order of HwMonitor. */
static const HwChoice monitors[] = {
  { "bias", N_("Too high or too low") },
  { "drift", N_("A change for good") },
  { "simple", N_("Closer than last week’s figure") },
  { "band", N_("Ranges that hold") },
  { "input", N_("Files as they were") },
  { "use", N_("Proposals taken up") },
  { "benefit", N_("Brings what was planned") },
  { "fair", N_("Fair to all groups") },
  { "safety", N_("Safety list") },
  { NULL }
};

G_STATIC_ASSERT (G_N_ELEMENTS (monitors) == HW_MONITOR_N + 1);

static const HwQuestion questions[] = {
  { .id = "monitor", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = monitors, .text = N_("Which alarm is it?"),
    .label = N_("Alarm") },
  { .id = "until", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("Until which day should it be quiet?"),
    .label = N_("Quiet until"), .hint = N_("Four weeks are a good time. Then it is heard again if it still holds.") },
  { .id = "why", .kind = HW_ASK_WORDS, .required = TRUE, .text = N_("Why is it no news to you?"), .label = N_("Why"),
    .hint = N_("For example that you know the reason, or that you are on it.") },
};

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  return g_str_equal (questions[i].id, "until") && hw_answers_get_day (answers, "until") <= today ? HW_FAULT_PAST
                                                                                                  : HW_FAULT_NONE;
}

const HwForm hw_quiet_form = {
  .id = "quiet", .title = N_("Be quiet about it for a while"), .questions = questions, .n = G_N_ELEMENTS (questions),
  .check = check,
};

const char *
hw_monitor_id (HwMonitor monitor)
{
  g_return_val_if_fail ((guint) monitor < HW_MONITOR_N, NULL);

  return monitors[monitor].id;
}

const char *
hw_monitor_name (HwMonitor monitor)
{
  g_return_val_if_fail ((guint) monitor < HW_MONITOR_N, "");

  return _(monitors[monitor].label);
}

gboolean
hw_monitor_find (const char *id,
                 HwMonitor  *monitor)
{
  for (int i = 0; i < HW_MONITOR_N; i++)
    if (g_str_equal (monitors[i].id, id))
      {
        *monitor = (HwMonitor) i;
        return TRUE;
      }

  return FALSE;
}

HwWatchLine *
hw_watch_line_new (HwMonitor monitor)
{
  HwWatchLine *self = g_new0 (HwWatchLine, 1);

  self->monitor = monitor;
  self->value = self->limit = self->chance = self->money_week = NAN;
  self->since = self->quiet_until = HW_DAY_NONE;
  return self;
}

static void
line_free (gpointer data)
{
  HwWatchLine *self = data;

  g_free (self->said);
  g_free (self);
}

static void
alert_free (gpointer data)
{
  HwAlert *self = data;

  g_free (self->what);
  g_free (self->sure);
  g_free (self->cost);
  g_free (self->act);
  g_free (self);
}

HwWatchCaution *
hw_watch_caution_new (gint64      initiative,
                      const char *name)
{
  HwWatchCaution *self = g_new0 (HwWatchCaution, 1);

  self->initiative = initiative;
  self->name = g_strdup (name);
  return self;
}

static void
caution_free (gpointer data)
{
  HwWatchCaution *self = data;

  g_free (self->name);
  g_free (self->said);
  g_free (self);
}

HwWatch *
hw_watch_new (void)
{
  HwWatch *self = g_new0 (HwWatch, 1);

  self->as_of = HW_DAY_NONE;
  self->weeks = g_array_new (FALSE, FALSE, sizeof (HwWatchWeek));
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->alerts = g_ptr_array_new_with_free_func (alert_free);
  self->cautions = g_ptr_array_new_with_free_func (caution_free);
  return self;
}

void
hw_watch_free (HwWatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->alerts);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->weeks);
  g_free (self);
}

void
hw_watch_hush (HwWatch   *self,
               GPtrArray *quiet)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      HwWatchLine *line = g_ptr_array_index (self->lines, i);

      for (guint k = 0; k < quiet->len; k++)
        {
          const HwEntry *entry = g_ptr_array_index (quiet, k);
          const HwDay until = hw_answers_get_day (entry->answers, "until");
          HwMonitor monitor;

          if (hw_monitor_find (hw_answers_get_text (entry->answers, "monitor"), &monitor) && monitor == line->monitor &&
              until != HW_DAY_NONE && until >= self->as_of && (line->quiet_until == HW_DAY_NONE || until > line->quiet_until))
            line->quiet_until = until;
        }
    }
}

/* The most money a week first, then what has no money, in the order of the monitors. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const HwWatchLine *one = *(const HwWatchLine *const *) a, *other = *(const HwWatchLine *const *) b;
  const double x = isnan (one->money_week) ? -1.0 : one->money_week;
  const double y = isnan (other->money_week) ? -1.0 : other->money_week;

  if (x < y || x > y)
    return x > y ? -1 : 1;

  return one->monitor != other->monitor ? (int) one->monitor - (int) other->monitor
                                        : (one->initiative > other->initiative) - (one->initiative < other->initiative);
}

GPtrArray *
hw_watch_rank (HwWatch *self)
{
  GPtrArray *loud = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      HwWatchLine *line = g_ptr_array_index (self->lines, i);

      if (line->light == HW_LIGHT_RED && line->quiet_until == HW_DAY_NONE)
        g_ptr_array_add (loud, line);
    }

  g_ptr_array_sort (loud, compare);
  self->n_more = loud->len > HW_ALERTS_MOST ? loud->len - HW_ALERTS_MOST : 0;
  g_ptr_array_set_size (loud, (int) MIN (loud->len, HW_ALERTS_MOST));
  return loud;
}
