/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-score-words.h"

#include "pages/forecast/hw-forecast-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#define ALIKE 0.005 /* of what the simple rule is off by: nobody is closer */
#define KEPT_LEAST 0.77 /* of the ranges for 80 in 100: fewer are not called kept, chance or not */

/* Of one period: money where it is known, else units. */
static char *
figure (double                 units,
        double                 money,
        const HwForecastScore *score,
        const HwAccuracyLine  *line,
        const HwFormat        *format)
{
  return line->each > 0.0 ? hw_format_money (format, hw_scaled_from_double (money / (double) score->n))
                          : hw_forecast_units_text (units, format);
}

char *
hw_score_say_off (const HwForecastScore *score,
                  const HwAccuracyLine  *line,
                  HwBy                   by,
                  const HwFormat        *format)
{
  g_autofree char *off = NULL;

  if (score->n == 0)
    return NULL;

  off = figure (hw_forecast_score_off (score), score->off_money, score, line, format);
  if (!(line->each > 0.0))
    return by == HW_BY_DAY    ? g_strdup_printf (_("Off by %s units a day on average"), off)
           : by == HW_BY_WEEK ? g_strdup_printf (_("Off by %s units a week on average"), off)
                              : g_strdup_printf (_("Off by %s units a month on average"), off);

  /* Translators: %s is money. */
  return by == HW_BY_DAY    ? g_strdup_printf (_("Off by %s a day on average"), off)
         : by == HW_BY_WEEK ? g_strdup_printf (_("Off by %s a week on average"), off)
                            : g_strdup_printf (_("Off by %s a month on average"), off);
}

char *
hw_score_say_simple (const HwForecastScore *score,
                     const HwAccuracyLine  *line,
                     HwBy                   by,
                     const HwFormat        *format)
{
  const double closer = hw_forecast_score_closer (score);
  g_autofree char *simple = NULL;
  g_autofree char *share = NULL;

  if (score->n == 0)
    return NULL;

  simple = figure (hw_forecast_score_simple_off (score), score->simple_off_money, score, line, format);
  share = hw_format_percent (format, fabs (closer), 0);
  if (isnan (closer) || fabs (closer) < ALIKE)
    /* Translators: %s is money or a number of units. */
    return g_strdup_printf (_("The simple rule would have been off by %s: about the same."), simple);
  if (closer < 0.0)
    /* Translators: 1 money or a number of units, 2 a percentage. */
    return g_strdup_printf (_("The simple rule would have been off by %1$s only: it was %2$s closer."), simple, share);

  /* Translators: 1 money or a number of units, 2 a percentage. */
  return g_strdup_printf (_("The simple rule would have been off by %1$s: the forecast was %2$s closer."), simple, share);
}

char *
hw_score_say_units (const HwForecastScore *score,
                    HwBy                   by,
                    const HwFormat        *format)
{
  g_autofree char *off = hw_forecast_units_text (hw_forecast_score_off (score), format);
  g_autofree char *simple = hw_forecast_units_text (hw_forecast_score_simple_off (score), format);

  if (score->n == 0)
    return NULL;

  /* Translators: two numbers of units. */
  return by == HW_BY_DAY    ? g_strdup_printf (_("In units: %1$s a day; the simple rule %2$s."), off, simple)
         : by == HW_BY_WEEK ? g_strdup_printf (_("In units: %1$s a week; the simple rule %2$s."), off, simple)
                            : g_strdup_printf (_("In units: %1$s a month; the simple rule %2$s."), off, simple);
}

char *
hw_score_say_held (const HwForecastScore *score,
                   const HwFormat        *format)
{
  const double held80 = hw_forecast_score_held80 (score), held95 = hw_forecast_score_held95 (score);
  g_autofree char *narrow = NULL;
  g_autofree char *wide = NULL;

  if (isnan (held80) || isnan (held95))
    return NULL;

  narrow = hw_format_number (format, 100.0 * held80, 0);
  wide = hw_format_number (format, 100.0 * held95, 0);
  if (hw_forecast_score_is_honest (score) && held80 < KEPT_LEAST)
    /* Translators: two numbers out of 100. */
    return g_strdup_printf (_("Of 100 ranges that should hold 80, %1$s did; of 100 that should hold 95, %2$s did. "
                              "That is less than they promise, but so few are known that it may be chance."), narrow, wide);
  if (hw_forecast_score_is_honest (score))
    /* Translators: two numbers out of 100. */
    return g_strdup_printf (_("Of 100 ranges that should hold 80, %1$s did; of 100 that should hold 95, %2$s did. "
                              "They keep what they promise."), narrow, wide);
  if (held80 < 0.8)
    return g_strdup_printf (_("Of 100 ranges that should hold 80, %1$s did; of 100 that should hold 95, %2$s did. "
                              "They are too narrow: expect more surprises than they say."), narrow, wide);

  return g_strdup_printf (_("Of 100 ranges that should hold 80, %1$s did; of 100 that should hold 95, %2$s did. "
                            "They are wider than they need be."), narrow, wide);
}
