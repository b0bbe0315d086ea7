/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The before/after chart in words and as a table. */
#include "chart/hw-compare-private.h"

#include <glib/gi18n-lib.h>

static char *
figure (const HwCompareChart *self,
        double                value)
{
  return isnan (value) ? g_strdup (_("nothing recorded")) : hw_chart_value (&self->base, self->is_money, value);
}

static char *
rate (const HwCompareChart *self,
      double                value)
{
  g_autofree char *text = figure (self, value);

  return self->is_rate ? g_steal_pointer (&text) : hw_period_rate (self->by, text);
}

static char *
period (const HwCompareChart *self,
        HwDay                 day)
{
  return hw_period_name (self->base.format, self->by, day, self->is_long);
}

char *
hw_compare_point_text (const HwChart *chart,
                       guint          i)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  const HwComparePoint *point = &self->points[i];
  g_autofree char *when = period (self, point->day);
  g_autofree char *value = figure (self, point->value);
  g_autofree char *expected = figure (self, point->expected);
  g_autofree char *range = NULL;

  if (isnan (point->expected))
    return g_strdup_printf (_("%s: %s"), when, value);
  if (!hw_compare_has_range (point))
    /* Translators: period, what happened, what was expected: "week of 5 Jan: 430, about 400 expected". */
    return g_strdup_printf (_("%s: %s, about %s expected"), when, value, expected);

  range = hw_chart_range (&self->base, self->is_money, point->low, point->high);
  /* Translators: the same with a range: "week of 5 Jan: 430, about 400 expected, 380 to 420". */
  return g_strdup_printf (_("%s: %s, about %s expected, %s"), when, value, expected, range);
}

/* "30 more", "30 less", "no difference". */
static char *
change (const HwCompareChart *self,
        double                gap)
{
  g_autofree char *size = hw_chart_value (&self->base, self->is_money, fabs (gap));
  g_autofree char *nothing = hw_chart_value (&self->base, self->is_money, 0.0);

  if (gap == 0.0 || strcmp (size, nothing) == 0)
    return g_strdup (_("no difference"));

  return gap > 0.0 ? g_strdup_printf (_("%s more"), size) : g_strdup_printf (_("%s less"), size);
}

void
hw_compare_read (const HwChart *chart,
                 const HwFrame *frame,
                 guint          i,
                 HwReading     *reading)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  const HwComparePoint *point = &self->points[i];
  const HwTheme *theme = frame->ink.theme;
  const HwSample none = { HW_SAMPLE_NONE, 0, NULL, 0.0 };
  const double gap = point->value - point->expected;

  reading->heading = period (self, point->day);
  hw_reading_add (reading, hw_compare_sample_value (theme), self->value_name, figure (self, point->value));
  if (!isnan (point->expected))
    hw_reading_add (reading, hw_compare_sample_expected (theme), _("Expected"), figure (self, point->expected));
  if (hw_compare_has_range (point))
    hw_reading_add (reading, hw_compare_sample_range (theme), self->range_name,
                    hw_chart_range (&self->base, self->is_money, point->low, point->high));
  if (!isnan (gap))
    hw_reading_add (reading, none, _("Difference"), change (self, gap));
}

/* Averages of one part, over what is known. */
typedef struct
{
  gsize  n, n_both;
  double value;             /* of all known */
  double happened, expected; /* where both are known */
} Means;

static void
find_means (const HwCompareChart *self,
            HwComparePart         part,
            Means                *means)
{
  *means = (Means) { 0 };
  for (gsize i = 0; i < self->n; i++)
    {
      const HwComparePoint *point = &self->points[i];

      if (hw_compare_part (self, point->day) != part || isnan (point->value))
        continue;
      means->n++;
      means->value += (point->value - means->value) / (double) means->n;
      if (isnan (point->expected))
        continue;
      means->n_both++;
      means->happened += (point->value - means->happened) / (double) means->n_both;
      means->expected += (point->expected - means->expected) / (double) means->n_both;
    }
}

static char *
before_sentence (const HwCompareChart *self,
                 const Means          *means)
{
  g_autofree char *mean = rate (self, means->value);
  g_autofree char *start = NULL;

  if (self->start == HW_DAY_NONE)
    /* Translators: what is measured, average: "Units sold: 400 a week on average." */
    return g_strdup_printf (_("%s: %s on average."), self->value_name, mean);

  start = hw_format_day (self->base.format, self->start, HW_DAY_LONG);
  if (means->n == 0)
    /* Translators: what is measured, first day of the trial. */
    return g_strdup_printf (_("%s: the trial starts on %s, nothing is recorded before it."), self->value_name, start);

  /* Translators: what is measured, average, first day of the trial: "Units sold: 400 a
   * week on average before the trial, which starts on 5 January 2026." */
  return g_strdup_printf (_("%s: %s on average before the trial, which starts on %s."), self->value_name, mean, start);
}

/* What was expected, so that it and the difference that is said come to what happened. */
static char *
trial_sentence (const HwCompareChart *self,
                const Means          *means)
{
  g_autofree char *periods = hw_period_count (self->by, means->n_both > 0 ? means->n_both : means->n);
  g_autofree char *happened = rate (self, means->n_both > 0 ? means->happened : means->value);
  g_autofree char *expected = figure (self, self->gap_said ? means->happened - self->gap : means->expected);

  if (means->n == 0)
    return g_strdup (_("Nothing is recorded yet since it started."));
  if (means->n_both == 0)
    /* Translators: how long, average: "During the trial (6 weeks) it was 430 a week." */
    return g_strdup_printf (_("During the trial (%s) it was %s."), periods, happened);

  /* Translators: how long, average, what was expected: "During the trial (6 weeks) it was
   * 430 a week; about 400 was expected without it." */
  return g_strdup_printf (_("During the trial (%s) it was %s; about %s was expected without it."), periods, happened,
                          expected);
}

static char *
gap_sentence (const HwCompareChart *self)
{
  g_autofree char *gap = change (self, self->gap);
  g_autofree char *each = self->is_rate ? g_strdup (gap) : hw_period_rate (self->by, gap);
  g_autofree char *low = change (self, self->gap_low);
  g_autofree char *high = change (self, self->gap_high);

  if (isnan (self->gap_low) || isnan (self->gap_high))
    /* Translators: what changed: "The difference: 30 more a week." */
    return g_strdup_printf (_("The difference: %s."), each);
  if (self->gap_low <= 0.0 && self->gap_high >= 0.0)
    /* Translators: what changed, its range: "The difference: 30 more a week, between 10 less
     * and 70 more; so it may be none at all." */
    return g_strdup_printf (_("The difference: %s, between %s and %s; so it may be none at all."), each, low, high);

  return g_strdup_printf (_("The difference: %s, between %s and %s."), each, low, high);
}

char *
hw_compare_summary (const HwChart *chart)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  Means before, trial;

  if (!self->any_value)
    return g_strdup (_("Nothing to show yet."));

  find_means (self, HW_COMPARE_BEFORE, &before);
  first = before_sentence (self, &before);
  if (self->start == HW_DAY_NONE)
    return g_steal_pointer (&first);

  find_means (self, HW_COMPARE_TRIAL, &trial);
  second = trial_sentence (self, &trial);
  if (isnan (self->gap) || trial.n == 0)
    return g_strjoin (" ", first, second, NULL);

  third = gap_sentence (self);
  return g_strjoin (" ", first, second, third, NULL);
}

guint
hw_compare_n_columns (const HwChart *chart)
{
  return 6;
}

guint
hw_compare_n_rows (const HwChart *chart)
{
  return (guint) hw_compare_chart (chart)->n;
}

gboolean
hw_compare_is_number (const HwChart *chart,
                      guint          column)
{
  return column > 1;
}

static const char *
part_name (HwComparePart part)
{
  return part == HW_COMPARE_BEFORE ? _("before") : part == HW_COMPARE_TRIAL ? _("trial") : _("after");
}

char *
hw_compare_cell (const HwChart *chart,
                 int            row,
                 guint          column)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  const HwComparePoint *point;

  if (row < 0)
    {
      const char *const headings[] = { hw_period_heading (self->by), _("Part"), self->value_name, _("Expected"),
                                       _("Range, from"), _("Range, to") };

      return g_strdup (headings[column]);
    }

  point = &self->points[row];
  switch (column)
    {
    case 0:
      return hw_period_cell (chart->format, self->by, point->day);
    case 1:
      return g_strdup (part_name (hw_compare_part (self, point->day)));
    case 2:
      return hw_chart_exact (chart, self->is_money, point->value);
    case 3:
      return hw_chart_exact (chart, self->is_money, point->expected);
    case 4:
      return hw_chart_exact (chart, self->is_money, point->low);
    default:
      return hw_chart_exact (chart, self->is_money, point->high);
    }
}
