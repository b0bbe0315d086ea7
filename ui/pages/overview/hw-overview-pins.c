/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/overview/hw-overview-pins.h"

#include "jobs/hw-say-figure.h"
#include "pages/overview/hw-overview-tiles.h"

#include <glib/gi18n.h>

guint
hw_overview_n_pins (const HwLibrary *library)
{
  return library != NULL ? MIN (library->n_pinned, HW_PINS_MOST) : 0;
}

static const HwFigure *
find_pin (const HwLibrary *library,
          guint            i)
{
  for (guint j = 0; j < library->figures->len; j++)
    {
      const HwFigure *figure = &g_array_index (library->figures, HwFigure, j);

      if (figure->pinned && i-- == 0)
        return figure;
    }

  return NULL;
}

static void
fill_how (HwMetricTile    *tile,
          const HwLibrary *library,
          const HwFigure  *figure,
          const HwFormat  *format)
{
  const HwMetric *metric = figure->metric;
  const gboolean known = figure->state == HW_METRIC_OK;
  g_autofree char *origin = hw_say_origin (figure, format);
  g_autofree char *method = hw_say_method (metric);
  const HwHowFacts facts = {
    .about = _(metric->name), .inputs = known ? origin : hw_metric_state_text (figure->state), .method = method,
    .technical = _(metric->technical), .run_id = known ? library->run_id : NULL,
    .way = _("See all figures"), .way_action = "win.page::figures",
  };

  hw_how_button_set_facts (hw_metric_tile_get_how (tile), &facts);
}

void
hw_overview_pin_fill (HwMetricTile    *tile,
                      const HwLibrary *library,
                      guint            i,
                      const HwFormat  *format)
{
  static const HwMood moods[] = {
    [HW_LIGHT_NONE] = HW_MOOD_PLAIN, [HW_LIGHT_GREEN] = HW_MOOD_GOOD, [HW_LIGHT_AMBER] = HW_MOOD_PLAIN,
    [HW_LIGHT_RED] = HW_MOOD_BAD,
  };
  const HwFigure *figure = find_pin (library, i);
  g_autofree char *value = NULL;
  g_autofree char *trend = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (figure != NULL);

  value = hw_say_figure (figure, format);
  trend = hw_say_trend (figure, format);
  origin = hw_say_origin (figure, format);
  if (figure->state != HW_METRIC_OK)
    note = g_strdup (hw_overview_missing (figure->state));
  else if (figure->light == HW_LIGHT_NONE)
    note = g_strdup (*trend != '\0' ? trend : origin);
  else if (*trend == '\0')
    note = g_strdup (hw_light_name (figure->light));
  else
    /* Translators: 1 "Good", "Watch" or "Act", 2 "Rising by 4 % over a year". */
    note = g_strdup_printf (_("%1$s. %2$s"), hw_light_name (figure->light), trend);

  hw_metric_tile_set_label (tile, _(figure->metric->name));
  hw_metric_tile_set_value (tile, figure->state == HW_METRIC_OK ? value : "–");
  hw_metric_tile_set_note (tile, note, moods[figure->light]);
  hw_metric_tile_set_trend (tile, (const double *) (const void *) figure->spark->data, figure->spark->len);
  hw_metric_tile_set_way (tile, "win.page::figures");
  fill_how (tile, library, figure, format);
}
