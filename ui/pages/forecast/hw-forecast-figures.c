/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-figures.h"

#include "jobs/hw-say.h"

#include <glib/gi18n.h>
#include <math.h>

/* Periods of the near figure: a week of days, or one week or month. */
static guint
soon_periods (HwBy by)
{
  return by == HW_BY_DAY ? 7 : 1;
}

/* The first period of a running week or month holds what is past of it, too. */
static char *
soon_name (HwBy     by,
           gboolean running)
{
  switch (by)
    {
    case HW_BY_DAY:
      return g_strdup (_("Next 7 days"));

    case HW_BY_WEEK:
      return g_strdup (running ? _("This week, whole") : _("Next week"));

    case HW_BY_MONTH:
    default:
      return g_strdup (running ? _("This month, whole") : _("Next month"));
    }
}

static char *
later_name (HwBy  by,
            guint horizon)
{
  switch (by)
    {
    case HW_BY_DAY:
      return g_strdup_printf (ngettext ("Next %u day", "Next %u days", horizon), horizon);

    case HW_BY_WEEK:
      return g_strdup_printf (ngettext ("Next %u week", "Next %u weeks", horizon), horizon);

    case HW_BY_MONTH:
    default:
      return g_strdup_printf (ngettext ("Next %u month", "Next %u months", horizon), horizon);
    }
}

static double
sum_ahead (const HwForecastSeries *series,
           guint                   n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += g_array_index (series->ahead, HwForecastPoint, i).shown;

  return n > 0 ? sum : NAN;
}

double
hw_forecast_soon_units (const HwForecastPlan   *plan,
                        const HwForecastSeries *series)
{
  return sum_ahead (series, MIN (soon_periods (plan->by), series->ahead->len));
}

char *
hw_forecast_units_text (double          units,
                        const HwFormat *format)
{
  if (isnan (units))
    return g_strdup ("–");

  return hw_format_number (format, units, fabs (units) < 10 && fabs (units - round (units)) > 0.04 ? 1 : 0);
}

/* One period has a range; the sum of several is more certain than its parts, so
 * their ranges added up would say too much: the days stand there instead. */
static char *
span_note (const HwForecastPlan   *plan,
           const HwForecastSeries *series,
           guint                   n,
           const HwFormat         *format)
{
  const HwForecastPoint *first, *last;

  if (n == 0)
    return hw_say_no_forecast (series->missing);

  first = &g_array_index (series->ahead, HwForecastPoint, 0);
  last = &g_array_index (series->ahead, HwForecastPoint, n - 1);
  if (n == 1)
    {
      g_autofree char *low = hw_forecast_units_text (first->lo80, format);
      g_autofree char *high = hw_forecast_units_text (first->hi80, format);

      /* Translators: two numbers of units. */
      return g_strdup_printf (_("%s to %s in 4 of 5 cases"), low, high);
    }

  return hw_format_days (format, first->day, hw_by_add (plan->by, last->day, 1) - 1);
}

/* What all figures of a forecast come from. */
static char *
say_inputs (const HwForecastSeries *series,
            const HwFormat         *format)
{
  const guint n = series->past->len;
  g_autofree char *days = NULL;
  g_autofree char *count = hw_format_number (format, n, 0);

  if (n == 0)
    return NULL;

  days = hw_format_days (format, g_array_index (series->past, HwPastPoint, 0).day,
                         g_array_index (series->past, HwPastPoint, n - 1).day);
  /* Translators: 1 how many days, weeks or months of sales, 2 from when to when. */
  return g_strdup_printf (ngettext ("%1$s period of sales, %2$s", "%1$s periods of sales, %2$s", n), count, days);
}

/* The methods by their own names, each with its part of the mix. */
static char *
dup_technical (const HwForecastSeries *series,
               const HwFormat         *format)
{
  g_autoptr (GString) text = NULL;

  if (series->missing != HW_NO_FORECAST_NONE)
    return NULL;

  text = g_string_new (hw_method_name (series->method));
  for (guint i = 0; i < series->shares->len; i++)
    {
      const HwMethodShare *share = &g_array_index (series->shares, HwMethodShare, i);
      g_autofree char *part = hw_format_percent (format, share->share, 0);

      g_string_append_printf (text, "%s%s %s", i == 0 ? ": " : ", ", share->id, part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Too new, or fading: what is shown does not come from its own past. */
static char *
say_ground (const HwForecastSeries *series)
{
  const char *group = series->product_category;

  if (series->ground == HW_GROUND_FADING)
    return g_strdup (_("Not sold for much longer than ever before: nothing is expected."));
  if (group == NULL || *group == '\0')
    return g_strdup (_("New: shown as other new products began, until it has enough weeks of its own."));

  /* Translators: %s is a group of products: "Bread". */
  return g_strdup_printf (_("New: shown as others in “%s” began, until it has enough weeks of its own."), group);
}

/* By the whole record where it is looked up already: then every place says the same. */
static char *
say_close (const HwForecastSeries *series,
           const HwAccuracyLine   *accuracy,
           HwBy                    by,
           const HwFormat         *format)
{
  HwForecastSeries known = *series;

  if (accuracy != NULL && accuracy->tested.n > 0 && series->ground == HW_GROUND_PAST)
    {
      known.error = hw_forecast_score_off (&accuracy->tested);
      known.simple_error = hw_forecast_score_simple_off (&accuracy->tested);
    }

  return hw_say_accuracy (&known, by, format);
}

char *
hw_forecast_say_method (const HwForecastSeries *series,
                        const HwAccuracyLine   *accuracy,
                        HwBy                    by,
                        const HwFormat         *format)
{
  g_autofree char *close = NULL;
  g_autofree char *what = NULL;

  if (series->missing != HW_NO_FORECAST_NONE)
    return hw_say_no_forecast (series->missing);
  if (series->ground != HW_GROUND_PAST)
    return say_ground (series);

  close = say_close (series, accuracy, by, format);
  what = series->shares->len > 1
           ? g_strdup_printf (ngettext ("A mix of %u method", "A mix of %u methods", series->shares->len), series->shares->len)
           : g_strdup (hw_method_in_words (series->method));

  /* Translators: 1 "A mix of 6 methods", 2 "24 % closer than repeating last week". */
  return g_strdup_printf (_("%1$s. %2$s."), what, close);
}

/* "4,734 units": a number alone could be money. */
static char *
sum_text (double          units,
          const HwFormat *format)
{
  g_autofree char *number = hw_forecast_units_text (units, format);

  /* Translators: %s is a number. */
  return isnan (units) ? g_steal_pointer (&number) : g_strdup_printf (_("%s units"), number);
}

static void
set_how (HwMetricTile           *tile,
         const char             *about,
         const char             *method,
         const HwForecastSeries *series,
         const char             *run_id,
         const HwFormat         *format)
{
  g_autofree char *inputs = say_inputs (series, format);
  g_autofree char *technical = dup_technical (series, format);
  const HwHowFacts facts = {
    .about = about,
    .inputs = inputs,
    .method = method,
    .technical = technical,
    .run_id = run_id,
    .way = _("See your data"),
    .way_action = "win.page::data",
  };

  hw_how_button_set_facts (hw_metric_tile_get_how (tile), &facts);
}

static void
fill_sum (HwMetricTile           *tile,
          const char             *name,
          guint                   n,
          const HwForecastPlan   *plan,
          const HwForecastSeries *series,
          const char             *run_id,
          const HwFormat         *format)
{
  g_autofree char *value = sum_text (sum_ahead (series, n), format);
  g_autofree char *note = span_note (plan, series, n, format);

  hw_metric_tile_set_label (tile, name);
  hw_metric_tile_set_value (tile, value);
  hw_metric_tile_set_note (tile, note, HW_MOOD_PLAIN);
  set_how (tile, name,
           _("Units expected to sell, one period after the other, added up. "
             "The band in the chart shows how far each can be off."),
           series, run_id, format);
}

static void
fill_method (HwMetricTile           *tile,
             const HwForecastPlan   *plan,
             const HwForecastSeries *series,
             const HwAccuracyLine   *accuracy,
             const char             *run_id,
             const HwFormat         *format)
{
  g_autofree char *words = hw_forecast_say_method (series, accuracy, plan->by, format);

  hw_metric_tile_set_label (tile, _("How it is worked out"));
  hw_metric_tile_set_value (tile, "");
  hw_metric_tile_set_note (tile, words, HW_MOOD_PLAIN);
  set_how (tile, _("Forecast"),
           series->missing != HW_NO_FORECAST_NONE || series->ground != HW_GROUND_PAST ? words
           : _("Several methods were tried on your own past sales, each asked to foresee weeks it had not seen. The "
               "closer one came, the more it counts in the mix; the simple rule is always among them."),
           series, run_id, format);
}

static char *
off_name (HwBy by)
{
  return g_strdup (by == HW_BY_DAY ? _("Usually off by, a day") : by == HW_BY_WEEK ? _("Usually off by, a week")
                                                                                 : _("Usually off by, a month"));
}

/* Money where it is known, else units. */
static char *
off_text (const HwForecastSeries *series,
          const HwAccuracyLine   *accuracy,
          const HwFormat         *format)
{
  if (accuracy != NULL && accuracy->tested.n > 0 && accuracy->each > 0.0)
    return hw_format_money (format, hw_scaled_from_double (accuracy->tested.off_money / (double) accuracy->tested.n));
  if (series->missing != HW_NO_FORECAST_NONE || !(series->simple_error > 0.0))
    return g_strdup ("–");

  return sum_text (series->error, format);
}

static void
fill_close (HwMetricTile           *tile,
            const HwForecastPlan   *plan,
            const HwForecastSeries *series,
            const HwAccuracyLine   *accuracy,
            const char             *run_id,
            const HwFormat         *format)
{
  g_autofree char *name = off_name (plan->by);
  g_autofree char *value = off_text (series, accuracy, format);
  const gboolean looked_up = accuracy != NULL && accuracy->tested.n > 0;
  const double error = looked_up ? hw_forecast_score_off (&accuracy->tested) : series->error;
  const double simple_error = looked_up ? hw_forecast_score_simple_off (&accuracy->tested) : series->simple_error;
  g_autofree char *words = series->ground == HW_GROUND_PAST ? say_close (series, accuracy, plan->by, format) : say_ground (series);
  g_autofree char *ours = hw_forecast_units_text (error, format);
  g_autofree char *simple = hw_forecast_units_text (simple_error, format);
  g_autofree char *text = NULL;

  /* Translators: two numbers of units. */
  text = g_strdup_printf (_("On weeks kept aside, the forecast was off by %s units a period on average; "
                            "the simple rule was off by %s."), ours, simple);
  hw_metric_tile_set_label (tile, name);
  hw_metric_tile_set_value (tile, value);
  hw_metric_tile_set_note (tile, words, HW_MOOD_PLAIN);
  set_how (tile, _("How close it comes"), text, series, run_id, format);
}

void
hw_forecast_figure_fill (HwMetricTile           *tile,
                         HwForecastFigure        figure,
                         const HwForecastPlan   *plan,
                         const HwForecastSeries *series,
                         const HwAccuracyLine   *accuracy,
                         const char             *run_id,
                         const HwFormat         *format)
{
  g_autofree char *name = NULL;

  switch (figure)
    {
    case HW_FIGURE_SOON:
      name = soon_name (plan->by, series->ahead->len > 0 && plan->as_of > g_array_index (series->ahead, HwForecastPoint, 0).day);
      fill_sum (tile, name, MIN (soon_periods (plan->by), series->ahead->len), plan, series, run_id, format);
      break;

    case HW_FIGURE_LATER:
      name = later_name (plan->by, (guint) plan->horizon);
      fill_sum (tile, name, series->ahead->len, plan, series, run_id, format);
      break;

    case HW_FIGURE_CLOSE:
      fill_close (tile, plan, series, accuracy, run_id, format);
      break;

    case HW_FIGURE_METHOD:
    case HW_N_FIGURES:
      fill_method (tile, plan, series, accuracy, run_id, format);
      break;
    }
}
