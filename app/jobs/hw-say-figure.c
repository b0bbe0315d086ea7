/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-say-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR_DAYS 365.0
#define MONTH_DAYS 30 /* a trend of what has no cadence is of so many */

static int
find_decimals (HwUnit unit,
               double value)
{
  switch (unit)
    {
    case HW_UNIT_COUNT:
    case HW_UNIT_POINTS:
      return 0;

    case HW_UNIT_RATIO:
    case HW_UNIT_STARS:
    case HW_UNIT_GRADE:
    case HW_UNIT_KWH_EACH:
      return 2;

    case HW_UNIT_SHARE:
      return fabs (value) < 0.1 ? 1 : 0;

    case HW_UNIT_MONEY:
    case HW_UNIT_MONEY_EACH:
    case HW_UNIT_MONEY_HOUR:
    case HW_UNIT_MONEY_YEAR:
    case HW_UNIT_SHARE_POINTS:
    case HW_UNIT_DAYS:
    case HW_UNIT_TIMES:
    case HW_UNIT_HOURS:
    case HW_UNIT_HOURS_WEEK:
    case HW_UNIT_MONTHS:
    case HW_UNIT_PER_1000:
    case HW_UNIT_KM:
    case HW_UNIT_N:
    default:
      return 1;
    }
}

/* A number goes in for %s; NULL: it stands alone. */
static const char *const frames[HW_UNIT_N] = {
  /* Translators: %s is a sum of money, for one unit sold. */
  [HW_UNIT_MONEY_EACH]   = N_("%s a unit"),
  /* Translators: %s is a sum of money. */
  [HW_UNIT_MONEY_HOUR]   = N_("%s an hour"),
  /* Translators: %s is a sum of money. */
  [HW_UNIT_MONEY_YEAR]   = N_("%s a year"),
  /* Translators: %s is a number: by so many of a hundred more or less. */
  [HW_UNIT_SHARE_POINTS] = N_("%s points of a hundred"),
  /* Translators: %s is a number from -100 to 100. */
  [HW_UNIT_POINTS]       = N_("%s points"),
  /* Translators: %s is a number with one decimal. */
  [HW_UNIT_DAYS]         = N_("%s days"),
  /* Translators: %s times a year. */
  [HW_UNIT_TIMES]        = N_("%s times a year"),
  /* Translators: %s is a number with one decimal. */
  [HW_UNIT_HOURS]        = N_("%s hours"),
  /* Translators: %s is a number with one decimal. */
  [HW_UNIT_HOURS_WEEK]   = N_("%s hours a week"),
  /* Translators: %s is a number with one decimal. */
  [HW_UNIT_MONTHS]       = N_("%s months"),
  /* Translators: %s is a number from 1 to 5. */
  [HW_UNIT_STARS]        = N_("%s stars"),
  /* Translators: %s is a number: so many of each thousand. */
  [HW_UNIT_PER_1000]     = N_("%s of 1,000"),
  /* Translators: %s is an amount of energy, for one unit sold. */
  [HW_UNIT_KWH_EACH]     = N_("%s kWh a unit"),
  [HW_UNIT_KM]           = N_("%s km"),
};

char *
hw_say_unit (HwUnit          unit,
             double          value,
             const HwFormat *format)
{
  const char *frame = frames[unit];
  g_autofree char *number = NULL;
  GString *said;

  if (hw_unit_is_money (unit))
    number = hw_format_money (format, hw_scaled_from_double (value));
  else if (unit == HW_UNIT_SHARE)
    number = hw_format_percent (format, value, find_decimals (unit, value));
  else
    number = hw_format_number (format, unit == HW_UNIT_SHARE_POINTS ? 100.0 * value : value, find_decimals (unit, value));

  if (frame == NULL)
    return g_steal_pointer (&number);

  said = g_string_new (_(frame));
  g_string_replace (said, "%s", number, 1);
  return g_string_free (said, FALSE);
}

/* A bare number is typed in without a word behind it. */
const char *
hw_unit_words (HwUnit          unit,
               const HwFormat *format)
{
  if (hw_unit_is_money (unit))
    return hw_format_get_currency (format);

  return unit == HW_UNIT_COUNT || unit == HW_UNIT_RATIO || unit == HW_UNIT_GRADE ? "" : hw_unit_name (unit);
}

char *
hw_say_figure (const HwFigure *figure,
               const HwFormat *format)
{
  if (figure->state != HW_METRIC_OK)
    return g_strdup (_("not known"));

  return hw_say_unit (figure->metric->unit, figure->value, format);
}

char *
hw_say_least (const HwFigure *figure,
              const HwFormat *format)
{
  g_autofree char *value = NULL;

  if (figure->least == NULL || figure->state != HW_METRIC_OK)
    return NULL;

  value = hw_say_unit (figure->metric->unit, figure->least_value, format);
  /* Translators: 1 a product, 2 its value. */
  return g_strdup_printf (_("%1$s: %2$s"), figure->least, value);
}

char *
hw_say_method (const HwMetric *metric)
{
  return metric->pitfall != NULL ? g_strdup_printf ("%s.\n\n%s", _(metric->formula), _(metric->pitfall))
                                 : g_strdup_printf ("%s.", _(metric->formula));
}

char *
hw_say_range (const HwFigure *figure,
              const HwFormat *format)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *range = NULL;

  if (figure->state != HW_METRIC_OK || isnan (figure->low) || isnan (figure->high))
    return g_strdup ("");

  low = hw_say_unit (figure->metric->unit, figure->low, format);
  high = hw_say_unit (figure->metric->unit, figure->high, format);
  /* Translators: two values with their unit. */
  range = g_strdup_printf (_("Most likely between %1$s and %2$s"), low, high);
  if (figure->source != HW_FIGURE_SURVEY || figure->n <= 0)
    return g_steal_pointer (&range);

  /* Translators: 1 "Most likely between 62 % and 81 %", 2 how many people answered. */
  return g_strdup_printf (ngettext ("%1$s, from %2$u answer", "%1$s, from %2$u answers", (gulong) figure->n), range,
                          (guint) figure->n);
}

char *
hw_say_origin (const HwFigure *figure,
               const HwFormat *format)
{
  static const char *const origins[] = {
    [HW_FIGURE_WORKED_OUT] = N_("Worked out"), [HW_FIGURE_TYPED_IN] = N_("Typed in"), [HW_FIGURE_SURVEY] = N_("Asked"),
  };
  const char *origin = _(origins[figure->source]);
  g_autofree char *when = NULL;

  if (figure->state != HW_METRIC_OK || figure->to == HW_DAY_NONE)
    return g_strdup (origin);

  when = figure->from != HW_DAY_NONE && figure->from != figure->to ? hw_format_days (format, figure->from, figure->to)
                                                                  : hw_format_day (format, figure->to, HW_DAY_LONG);
  /* Translators: 1 where a figure comes from ("Worked out"), 2 the days it is of. */
  return g_strdup_printf (_("%1$s, %2$s"), origin, when);
}

/* The usual size of a figure, of its last values; NAN if it is not known. */
static double
find_usual (const HwFigure *figure)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; figure->spark != NULL && i < figure->spark->len; i++)
    {
      const double value = g_array_index (figure->spark, double, i);

      if (isnan (value))
        continue;

      sum += fabs (value);
      n++;
    }

  return n > 0 && sum > 0.0 ? sum / n : NAN;
}

/* Over a year: money and counts as a share of what is usual, since their size hangs on
 * how long a time they are of; all others in their own unit. */
char *
hw_say_trend (const HwFigure *figure,
              const HwFormat *format)
{
  const HwUnit unit = figure->metric->unit;
  const int days = hw_cadence_days (figure->cadence);
  const double year = figure->trend * YEAR_DAYS / (days > 0 ? days : MONTH_DAYS);
  const double usual = hw_unit_is_money (unit) || unit == HW_UNIT_COUNT || unit == HW_UNIT_TIMES ? find_usual (figure) : NAN;
  g_autofree char *by = NULL;

  if (isnan (figure->trend))
    return g_strdup ("");

  if (!isnan (usual) ? fabs (year) < 0.005 * usual : fabs (year) < (hw_unit_is_share (unit) ? 0.0005 : 0.05))
    return g_strdup (_("Hardly changing"));

  by = !isnan (usual) ? hw_format_percent (format, fabs (year) / usual, 0)
                      : hw_say_unit (unit == HW_UNIT_SHARE ? HW_UNIT_SHARE_POINTS : unit, fabs (year), format);
  /* Translators: %s is a percentage or a value with its unit. */
  return g_strdup_printf (year > 0.0 ? _("Rising by %s over a year") : _("Falling by %s over a year"), by);
}

char *
hw_say_limits (const HwFigure *figure,
               const HwFormat *format)
{
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  if (isnan (figure->good) || isnan (figure->bad))
    return g_strdup ("");

  good = hw_say_unit (figure->metric->unit, figure->good, format);
  bad = hw_say_unit (figure->metric->unit, figure->bad, format);
  switch (figure->metric->direction)
    {
    case HW_HIGHER_IS_BETTER:
      /* Translators: two values with their unit: the good limit, the bad limit. */
      return g_strdup_printf (_("Good from %1$s up, act from %2$s down"), good, bad);

    case HW_LOWER_IS_BETTER:
      /* Translators: two values with their unit: the good limit, the bad limit. */
      return g_strdup_printf (_("Good from %1$s down, act from %2$s up"), good, bad);

    case HW_NEITHER_IS_BETTER:
    default:
      /* Translators: two values with their unit. */
      return g_strdup_printf (_("Good between %1$s and %2$s"), good, bad);
    }
}

static char *
say_print (const HwBenchmark *benchmark,
           double             value,
           const HwFormat    *format)
{
  const double scale = hw_unit_is_share (benchmark->unit) ? 0.01 : 1.0;
  const gboolean whole = fabs (value - round (value)) < 1e-6;

  if (benchmark->unit == HW_UNIT_SHARE)
    return hw_format_percent (format, value * scale, whole ? 0 : 1);
  if (benchmark->unit == HW_UNIT_COUNT || benchmark->unit == HW_UNIT_RATIO || benchmark->unit == HW_UNIT_TIMES)
    return hw_format_number (format, value, whole ? 0 : 2);

  return hw_say_unit (benchmark->unit, value * scale, format);
}

char *
hw_say_benchmark (const HwBenchmark *benchmark,
                  const HwFormat    *format)
{
  const char *whose = _(benchmark->applies_to);
  g_autofree char *low = !isnan (benchmark->low) ? say_print (benchmark, benchmark->low, format) : NULL;
  g_autofree char *high = !isnan (benchmark->high) ? say_print (benchmark, benchmark->high, format) : NULL;

  if (low == NULL && high == NULL)
    return g_strdup (whose);

  if (low == NULL || high == NULL || g_str_equal (low, high))
    /* Translators: 1 whose benchmark it is ("Hotels"), 2 its value. */
    return g_strdup_printf (_("%1$s: %2$s"), whose, low != NULL ? low : high);

  /* Translators: 1 whose benchmark it is ("Hotels"), 2 and 3 its range. */
  return g_strdup_printf (_("%1$s: %2$s to %3$s"), whose, low, high);
}
