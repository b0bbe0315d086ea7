/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-charts.h"

#include "chart/hw-curve-chart.h"
#include "jobs/stock/hw-say-stock.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  GArray    *points;  /* (owned) of HwCurvePoint */
  GPtrArray *names;   /* (owned) */
} Curve;

static Curve
curve_new (void)
{
  return (Curve) { g_array_new (FALSE, TRUE, sizeof (HwCurvePoint)), g_ptr_array_new_with_free_func (g_free) };
}

static HwChart *
curve_end (Curve          *self,
           HwCurveData    *data,
           const HwFormat *format)
{
  HwChart *chart;

  data->points = (const HwCurvePoint *) (gconstpointer) self->points->data;
  data->n = self->points->len;
  chart = hw_curve_chart_new (data, format);
  g_array_unref (self->points);
  g_ptr_array_unref (self->names);
  return chart;
}

/* Takes @name. */
static void
curve_add (Curve      *self,
           char       *name,
           double      x,
           double      y,
           gboolean    apart,
           const char *mark)
{
  const HwCurvePoint point = { name, x, y, apart, mark };

  g_ptr_array_add (self->names, name);
  g_array_append_val (self->points, point);
}

static void
add_terms (Curve              *self,
           const HwStockPoint *point,
           HwFrontier          what,
           const char         *mark,
           const HwFormat     *format)
{
  const HwMoney money = what == HW_FRONTIER_STOCK ? point->stock : hw_stock_point_cost (point);
  g_autofree char *promise = point->promise > 0.0 ? hw_say_promise (point->promise, format) : NULL;
  /* Translators: %s is "95 of 100". */
  char *name = promise != NULL ? g_strdup_printf (_("Promise %s"), promise) : g_strdup (_("As you order today"));

  curve_add (self, name, 100.0 * point->served, hw_scaled_to_double (money), mark != NULL, mark);
}

static void
add_cheapest (Curve               *self,
              const HwStockWhatIf *answer,
              HwFrontier           what,
              const HwFormat      *format)
{
  for (guint i = 0; i < answer->curve->len; i++)
    {
      const HwStockPoint *point = &g_array_index (answer->curve, HwStockPoint, i);

      if (fabs (point->promise - answer->cheapest) < 1e-9)
        add_terms (self, point, what, _("Cheapest"), format);
    }
}

HwChart *
hw_frontier_chart_new (const HwStockWhatIf *answer,
                       HwFrontier           what,
                       const HwFormat      *format)
{
  Curve curve = curve_new ();
  HwCurveData data = {
    .title = what == HW_FRONTIER_STOCK ? _("Stock against promise") : _("Money a year against promise"),
    .point_name = _("Terms"), .x_name = _("Served of 100 asked for"),
    .y_name = what == HW_FRONTIER_STOCK ? _("Stock, at cost") : _("Money a year"), .y_is_money = TRUE,
  };

  for (guint i = 0; i < answer->curve->len; i++)
    add_terms (&curve, &g_array_index (answer->curve, HwStockPoint, i), what, NULL, format);
  add_terms (&curve, &answer->chosen, what, _("Tried out"), format);
  add_terms (&curve, &answer->kept, what, _("As it is"), format);
  if (answer->has_rule)
    add_terms (&curve, &answer->rule, what, _("As you order today"), format);
  add_cheapest (&curve, answer, what, format);

  return curve_end (&curve, &data, format);
}

static double
rhythm_cost (const HwSmallOrders *small,
             guint                i)
{
  const HwRhythmPoint *point = &g_array_index (small->points, HwRhythmPoint, i);

  return hw_scaled_to_double (point->keeping + point->ordering + point->lost + point->waste);
}

/* Where the line passes today's days, if these lie between two that were tried. */
static void
add_now (Curve               *self,
         const HwSmallOrders *small)
{
  for (guint i = 1; i < small->points->len; i++)
    {
      const int before = g_array_index (small->points, HwRhythmPoint, i - 1).days;
      const int after = g_array_index (small->points, HwRhythmPoint, i).days;
      const double share = (double) (small->days_now - before) / MAX (after - before, 1);

      if (share > 0.0 && share < 1.0)
        curve_add (self, g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) small->days_now), small->days_now),
                   small->days_now, rhythm_cost (small, i - 1) * (1.0 - share) + rhythm_cost (small, i) * share, TRUE,
                   _("As now"));
    }
}

HwChart *
hw_rhythm_chart_new (const HwSmallOrders *small,
                     const HwFormat      *format)
{
  Curve curve = curve_new ();
  HwCurveData data = {
    .title = _("Money a year against days between orders"), .point_name = _("Orders"), .x_name = _("Days between two orders"),
    .y_name = _("Money a year"), .y_is_money = TRUE,
  };

  for (guint i = 0; i < small->points->len; i++)
    {
      const HwRhythmPoint *point = &g_array_index (small->points, HwRhythmPoint, i);
      const gboolean best = point->days == small->days_best, now = point->days == small->days_now;

      curve_add (&curve, g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) point->days), point->days),
                 point->days, rhythm_cost (small, i), FALSE,
                 best && now ? _("As now, and cheapest") : best ? _("Cheapest") : now ? _("As now") : NULL);
    }
  add_now (&curve, small);

  return curve_end (&curve, &data, format);
}
