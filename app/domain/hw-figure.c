/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-figure.h"

#include "core/hw-sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define OWN_PREFIX "own-"
#define YEAR_DAYS 364   /* whole weeks: the same weekday */
#define NEAR_DAYS 14    /* so far from a whole year a pair still counts as the same season */

static const struct
{
  const char *id;
  const char *name;
} lights[] = {
  [HW_LIGHT_NONE]  = { "none", N_("No limits") },
  [HW_LIGHT_GREEN] = { "green", N_("Good") },
  [HW_LIGHT_AMBER] = { "amber", N_("Watch") },
  [HW_LIGHT_RED]   = { "red", N_("Act") },
};

const char *
hw_light_id (HwLight light)
{
  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (lights), NULL);

  return lights[light].id;
}

const char *
hw_light_name (HwLight light)
{
  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (lights), "");

  return _(lights[light].name);
}

void
hw_figure_clear (HwFigure *self)
{
  g_clear_pointer (&self->spark, g_array_unref);
  g_clear_pointer (&self->least, g_free);
}

gboolean
hw_limits_are_right (const HwMetric *metric,
                     double          good,
                     double          bad)
{
  if (isnan (good) || isnan (bad))
    return isnan (good) && isnan (bad);

  return metric->direction == HW_LOWER_IS_BETTER ? good < bad
         : metric->direction == HW_HIGHER_IS_BETTER ? good > bad : good < bad;
}

/* Good from @good to @bad, and half as wide on both sides is to be watched. */
static HwLight
light_between (double value,
               double good,
               double bad)
{
  const double edge = 0.5 * (bad - good);

  if (value >= good && value <= bad)
    return HW_LIGHT_GREEN;

  return value > good - edge && value < bad + edge ? HW_LIGHT_AMBER : HW_LIGHT_RED;
}

HwLight
hw_light_of (const HwMetric *metric,
             double          value,
             double          good,
             double          bad)
{
  double way;

  if (isnan (value) || isnan (good) || isnan (bad) || !hw_limits_are_right (metric, good, bad))
    return HW_LIGHT_NONE;
  if (metric->direction == HW_NEITHER_IS_BETTER)
    return light_between (value, good, bad);

  way = metric->direction == HW_LOWER_IS_BETTER ? -1.0 : 1.0;
  if (way * value >= way * good)
    return HW_LIGHT_GREEN;

  return way * value <= way * bad ? HW_LIGHT_RED : HW_LIGHT_AMBER;
}

static double
find_middle (GArray *numbers)
{
  const guint half = numbers->len / 2;

  hw_sort_doubles ((double *) numbers->data, numbers->len);
  if (numbers->len % 2 == 1)
    return g_array_index (numbers, double, half);

  return 0.5 * (g_array_index (numbers, double, half - 1) + g_array_index (numbers, double, half));
}

double
hw_figure_trend (const HwDay  *days,
                 const double *values,
                 gsize         n,
                 int           cadence_days)
{
  g_autoptr (GArray) slopes = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      {
        const int apart = (int) (days[j] - days[i]);
        const int years = (apart + YEAR_DAYS / 2) / YEAR_DAYS;
        double slope;

        if (isnan (values[i]) || isnan (values[j]) || years < 1 || ABS (apart - years * YEAR_DAYS) > NEAR_DAYS)
          continue;

        slope = (values[j] - values[i]) / apart;
        g_array_append_val (slopes, slope);
      }

  return slopes->len >= HW_TREND_PAIRS ? find_middle (slopes) * cadence_days : NAN;
}

gboolean
hw_own_metric_is (const char *id,
                  gint64     *entry_id)
{
  gint64 found;

  if (id == NULL || !g_str_has_prefix (id, OWN_PREFIX) ||
      !g_ascii_string_to_signed (id + strlen (OWN_PREFIX), 10, 1, G_MAXINT64, &found, NULL))
    return FALSE;

  if (entry_id != NULL)
    *entry_id = found;

  return TRUE;
}

HwMetric *
hw_own_metric_new (const HwEntry *entry)
{
  const char *name = hw_answers_get_text (entry->answers, "name");
  const char *about = hw_answers_get_text (entry->answers, "about");
  const char *direction = hw_answers_get_text (entry->answers, "direction");
  HwCadence cadence = HW_CADENCE_MONTH;
  HwUnit unit;
  HwMetric *self;

  if (*name == '\0' || !hw_unit_find (hw_answers_get_text (entry->answers, "unit"), &unit))
    return NULL;

  hw_cadence_find (hw_answers_get_text (entry->answers, "cadence"), &cadence);
  self = g_new0 (HwMetric, 1);
  self->id = g_strdup_printf (OWN_PREFIX "%" G_GINT64_FORMAT, entry->id);
  self->name = g_strdup (name);
  self->technical = N_("Your own figure");
  self->about = g_strdup (*about != '\0' ? about : name);
  self->formula = N_("As you typed it in");
  self->source = N_("You");
  self->category = HW_CATEGORY_OWN;
  self->unit = unit;
  self->direction = g_str_equal (direction, "lower") ? HW_LOWER_IS_BETTER
                    : g_str_equal (direction, "higher") ? HW_HIGHER_IS_BETTER : HW_NEITHER_IS_BETTER;
  self->cadence = cadence;
  self->sectors = "all";
  return self;
}

void
hw_own_metric_free (HwMetric *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->id);
  g_free ((char *) self->name);
  g_free ((char *) self->about);
  g_free (self);
}
