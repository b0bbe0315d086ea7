/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line chart in words: whoever does not see it knows as much. */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define EVENTS_READ 3 /* of one day, in the box at the pointer */

static char *
period_name (const HwLineChart *self,
             HwDay              day)
{
  return hw_period_name (self->base.format, self->by, day, self->is_long);
}

static char *
figure (const HwLineChart *self,
        double             value)
{
  return self->is_money && self->is_about && !isnan (value) ? hw_format_money_about (self->base.format, value)
         : hw_chart_value (&self->base, self->is_money, value);
}

static char *
past_text (const HwLineChart *self,
           const HwLinePoint *point,
           const char        *period)
{
  g_autofree char *value = figure (self, point->value);

  if (isnan (point->value))
    /* Translators: a day or month without any record. */
    return g_strdup_printf (_("%s: nothing recorded"), period);
  if (point->marked && self->mark_name != NULL)
    /* Translators: day, figure, and what is special: "Sat 3 Jan: 412, sold out". */
    return g_strdup_printf (_("%s: %s, %s"), period, value, self->mark_name);

  /* Translators: day and figure: "Sat 3 Jan: 412". */
  return g_strdup_printf (_("%s: %s"), period, value);
}

static char *
ahead_text (const HwLineChart *self,
            const HwFanPoint  *point,
            const char        *period)
{
  g_autofree char *mean = figure (self, point->mean);
  g_autofree char *range = NULL;

  if (isnan (point->mean))
    return g_strdup_printf (_("%s: no forecast"), period);
  if (isnan (point->lo80) || isnan (point->hi80))
    return g_strdup_printf (_("%s: about %s expected"), period, mean);

  range = hw_chart_range (&self->base, self->is_money, point->lo80, point->hi80);
  /* Translators: day, figure and range: "Sat 3 Jan: about 412 expected, 4 times in 5 380 to 450". */
  return g_strdup_printf (_("%s: about %s expected, 4 times in 5 %s"), period, mean, range);
}

/* "Sat 3 Jan: 412" and what else is known of that day; takes @text. */
static char *
add_words (char       *text,
           const char *more)
{
  char *both;

  if (more == NULL)
    return text;

  /* Translators: what is known of a day, one after the other. */
  both = g_strdup_printf (_("%1$s, %2$s"), text, more);
  g_free (text);
  return both;
}

char *
hw_line_point_text (const HwChart *chart,
                    guint          i)
{
  const HwLineChart *self = hw_line_chart (chart);
  const gboolean is_past = i < self->n_past;
  g_autofree char *period = period_name (self, is_past ? self->past[i].day : self->ahead[i - self->n_past].day);
  g_autofree char *events = hw_line_dup_events (self, i);
  char *text = is_past ? past_text (self, &self->past[i], period) : ahead_text (self, &self->ahead[i - self->n_past], period);

  return add_words (add_words (text, hw_line_is_own (self, i) ? self->own_name : NULL), events);
}

static void
add_range (HwReading         *reading,
           const HwLineChart *self,
           HwSample           sample,
           const char        *name,
           double             low,
           double             high)
{
  if (!isnan (low) && !isnan (high))
    hw_reading_add (reading, sample, name, hw_chart_range (&self->base, self->is_money, low, high));
}

void
hw_line_read (const HwChart *chart,
              const HwFrame *frame,
              guint          i,
              HwReading     *reading)
{
  const HwLineChart *self = hw_line_chart (chart);
  const HwTheme *theme = frame->ink.theme;

  if (i < self->n_past)
    {
      const HwLinePoint *point = &self->past[i];

      reading->heading = period_name (self, point->day);
      hw_reading_add (reading, hw_line_sample_past (theme), self->value_name,
                      isnan (point->value) ? g_strdup (_("nothing recorded")) : figure (self, point->value));
      if (point->marked && self->mark_name != NULL)
        hw_reading_add (reading, hw_line_sample_mark (theme), self->mark_name, g_strdup (""));
    }
  else
    {
      const HwFanPoint *point = &self->ahead[i - self->n_past];

      reading->heading = period_name (self, point->day);
      hw_reading_add (reading, hw_line_sample_mean (theme), _("Expected"),
                      isnan (point->mean) ? g_strdup (_("no forecast")) : figure (self, point->mean));
      if (!hw_line_hides (self, frame, HW_LINE_NARROW))
        add_range (reading, self, hw_line_sample_narrow (theme), _("4 times in 5"), point->lo80, point->hi80);
      if (!hw_line_hides (self, frame, HW_LINE_WIDE))
        add_range (reading, self, hw_line_sample_wide (theme), _("19 times in 20"), point->lo95, point->hi95);
    }

  if (hw_line_is_own (self, i))
    hw_reading_add (reading, hw_line_sample_own (theme), self->own_name, g_strdup (""));
  for (guint n = 0; n < EVENTS_READ && hw_line_event_at (self, i, n) != NULL; n++)
    hw_reading_add (reading, hw_line_sample_event (theme), hw_line_event_at (self, i, n)->name, g_strdup (""));
  if (self->has_target && !hw_line_hides (self, frame, HW_LINE_TARGET))
    hw_reading_add (reading, hw_line_sample_target (theme), _("Target"), figure (self, self->target));
}

/* What the past comes to. */
typedef struct
{
  gsize  n;           /* observed */
  gsize  lowest, highest;
  double mean;
  gsize  n_reached;   /* at or above the target */
} Past;

static void
look_back (const HwLineChart *self,
           Past              *past)
{
  double sum = 0.0;

  *past = (Past) { 0 };
  for (gsize i = 0; i < self->n_past; i++)
    {
      const double value = self->past[i].value;

      if (isnan (value))
        continue;
      if (past->n == 0 || value < self->past[past->lowest].value)
        past->lowest = i;
      if (past->n == 0 || value > self->past[past->highest].value)
        past->highest = i;
      past->n++;
      past->n_reached += self->has_target && value >= self->target;
      sum += value;
    }

  past->mean = past->n > 0 ? sum / (double) past->n : 0.0;
}

static char *
past_sentence (const HwLineChart *self,
               const Past        *past)
{
  const HwDayStyle style = self->by == HW_BY_MONTH ? HW_DAY_MONTH : HW_DAY_LONG;
  g_autofree char *from = hw_format_day (self->base.format, self->past[0].day, style);
  g_autofree char *to = hw_format_day (self->base.format, self->past[self->n_past - 1].day, style);
  g_autofree char *mean = figure (self, past->mean);

  if (self->is_rolling)
    /* Translators: what is measured, first day, last day, average. */
    return g_strdup_printf (_("%s, from %s to %s: %s on average."), self->value_name, from, to, mean);

  /* Translators: what is measured, first day, last day, average:
   * "Units sold from 3 March 2025 to 2 March 2026: 412 a day on average." */
  switch (self->by)
    {
    case HW_BY_DAY:
      return g_strdup_printf (_("%s from %s to %s: %s a day on average."), self->value_name, from, to, mean);
    case HW_BY_WEEK:
      return g_strdup_printf (_("%s from %s to %s: %s a week on average."), self->value_name, from, to, mean);
    case HW_BY_MONTH:
      return g_strdup_printf (_("%s from %s to %s: %s a month on average."), self->value_name, from, to, mean);
    }

  return g_strdup ("");
}

static char *
ends_sentence (const HwLineChart *self,
               const Past        *past)
{
  g_autofree char *high_day = period_name (self, self->past[past->highest].day);
  g_autofree char *low_day = period_name (self, self->past[past->lowest].day);
  g_autofree char *high = figure (self, self->past[past->highest].value);
  g_autofree char *low = figure (self, self->past[past->lowest].value);

  if (self->past[past->highest].value <= self->past[past->lowest].value)
    return g_strdup (_("Always the same."));

  /* Translators: figure and day, twice: "Highest 612 (Sat 3 Jan), lowest 210 (Mon 5 Jan)." */
  return g_strdup_printf (_("Highest %s (%s), lowest %s (%s)."), high, high_day, low, low_day);
}

static char *
target_sentence (const HwLineChart *self,
                 const Past        *past)
{
  g_autofree char *target = figure (self, self->target);
  g_autofree char *periods = NULL;

  if (self->is_rolling)
    /* Translators: %s is a figure. */
    return g_strdup_printf (_("The target is %s."), target);

  periods = hw_period_count (self->by, past->n);

  /* Translators: target, how often reached, of how many: "The target of 500 was
   * reached 12 times in 90 days." */
  return g_strdup_printf (ngettext ("The target of %s was reached %u time in %s.",
                                    "The target of %s was reached %u times in %s.", past->n_reached),
                          target, (guint) past->n_reached, periods);
}

/* Where it ends: stretches overlap nothing, so only the last one is said. */
static char *
end_sentence (const HwLineChart *self)
{
  const HwFanPoint *end = &self->ahead[self->n_ahead - 1];
  g_autofree char *day = hw_format_day (self->base.format, end->day, HW_DAY_LONG);
  g_autofree char *mean = figure (self, end->mean);
  g_autofree char *low = figure (self, end->lo80);
  g_autofree char *high = figure (self, end->hi80);

  /* Translators: day, figure, range: "By 3 June 2026 about 400 is expected, 4 times in
   * 5 between 310 and 490." */
  return g_strdup_printf (_("By %s about %s is expected, 4 times in 5 between %s and %s."), day, mean, low, high);
}

/* The average of a column of the fan; not a number if it has a gap. */
static double
fan_mean (const HwLineChart *self,
          gsize              offset)
{
  double sum = 0.0;

  for (gsize i = 0; i < self->n_ahead; i++)
    sum += G_STRUCT_MEMBER (double, &self->ahead[i], offset);

  return sum / (double) self->n_ahead;
}

static char *
ahead_sentence (const HwLineChart *self)
{
  const double low_mean = fan_mean (self, G_STRUCT_OFFSET (HwFanPoint, lo80));
  const double high_mean = fan_mean (self, G_STRUCT_OFFSET (HwFanPoint, hi80));
  g_autofree char *mean = figure (self, fan_mean (self, G_STRUCT_OFFSET (HwFanPoint, mean)));
  g_autofree char *low = figure (self, low_mean);
  g_autofree char *high = figure (self, high_mean);
  g_autofree char *periods = hw_period_count (self->by, self->n_ahead);

  if (*mean == '\0' || *low == '\0' || *high == '\0')
    return g_strdup_printf (_("A forecast follows for %s."), periods);

  /* Translators: how long, figure, range: "For the next 28 days about 400 a day is
   * expected, most days between 310 and 490." */
  switch (self->by)
    {
    case HW_BY_DAY:
      return g_strdup_printf (_("For the next %s about %s a day is expected, on most days between %s and %s."),
                              periods, mean, low, high);
    case HW_BY_WEEK:
      return g_strdup_printf (_("For the next %s about %s a week is expected, in most weeks between %s and %s."),
                              periods, mean, low, high);
    case HW_BY_MONTH:
      return g_strdup_printf (_("For the next %s about %s a month is expected, in most months between %s and %s."),
                              periods, mean, low, high);
    }

  return g_strdup ("");
}

static void
say (GString *text,
     char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

char *
hw_line_summary (const HwChart *chart)
{
  const HwLineChart *self = hw_line_chart (chart);
  GString *text = g_string_new (NULL);
  char *known;
  Past past;

  look_back (self, &past);
  if (past.n > 0)
    {
      say (text, past_sentence (self, &past));
      if (past.n > 1)
        say (text, ends_sentence (self, &past));
    }
  if (self->n_marked > 0 && self->mark_name != NULL)
    {
      g_autofree char *periods = hw_period_count (self->by, self->n_marked);

      /* Translators: how many are marked and why: "Marked: 3 days, sold out." */
      say (text, g_strdup_printf (_("Marked: %s, %s."), periods, self->mark_name));
    }
  if (self->has_target && past.n > 0)
    say (text, target_sentence (self, &past));
  if (self->n_ahead > 0)
    say (text, self->is_rolling ? end_sentence (self) : ahead_sentence (self));
  known = hw_line_say_events (self);
  if (known != NULL)
    say (text, known);
  if (text->len == 0)
    say (text, g_strdup (_("Nothing to show yet.")));

  return g_string_free (text, FALSE);
}
