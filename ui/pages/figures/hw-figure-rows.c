/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-figure-rows.h"

#include "jobs/hw-say-figure.h"
#include "widgets/hw-cells.h"

#include <glib/gi18n.h>
#include <math.h>

#define DASH "–"

enum
{
  NAME,
  VALUE,
  SPARK,
  TREND,
  LIGHT,
  ABOUT,
  CATEGORY,
  ORIGIN,
  DUE,
  PINNED,
  N_COLUMNS,
};

const char *
hw_figure_choice_name (guint choice)
{
  static const char *const names[] = {
    [HW_FIGURES_TRADE] = N_("For your trade"), [HW_FIGURES_KNOWN] = N_("With a value"),
    [HW_FIGURES_PINNED] = N_("On the Overview"), [HW_FIGURES_DUE] = N_("Due to look at"), [HW_FIGURES_ALL] = N_("All figures"),
  };

  g_return_val_if_fail (choice < HW_FIGURES_N, "");

  return choice < HW_FIGURES_CATEGORY ? _(names[choice]) : hw_category_name ((HwMetricCategory) (choice - HW_FIGURES_CATEGORY));
}

void
hw_figure_rows_set_up (HwDataTable *table)
{
  /* What not everybody asks for is a click away. */
  static const guint hidden[] = { TREND, CATEGORY, ORIGIN, PINNED };
  const HwColumn columns[N_COLUMNS] = {
    [NAME]     = { _("Figure"), HW_COLUMN_TEXT },
    [VALUE]    = { _("Value"), HW_COLUMN_NUMBER },
    /* Translators: heading over tiny lines: how a figure went of late. */
    [SPARK]    = { _("Of late"), HW_COLUMN_SPARK },
    /* Translators: heading over "Rising by 4 % over a year". */
    [TREND]    = { _("Where it goes"), HW_COLUMN_LONG },
    /* Translators: heading over "Good", "Watch", "Act". */
    [LIGHT]    = { _("Signal"), HW_COLUMN_SHORT },
    [ABOUT]    = { _("What it says"), HW_COLUMN_LONG },
    /* Translators: heading over "Money", "Customers". */
    [CATEGORY] = { _("About"), HW_COLUMN_SHORT },
    /* Translators: heading over "Worked out", "Typed in". */
    [ORIGIN]   = { _("Comes from"), HW_COLUMN_LONG },
    /* Translators: heading over days. */
    [DUE]      = { _("Look again"), HW_COLUMN_NUMBER },
    [PINNED]   = { _("On the Overview"), HW_COLUMN_SHORT },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    hw_data_table_show_column (table, hidden[i], FALSE);
  hw_data_table_spare_below (table, ABOUT, 860);
  hw_data_table_spare_below (table, DUE, 800);
  hw_data_table_spare_empty (table, LIGHT);
  hw_data_table_spare_empty (table, DUE);
  hw_data_table_set_label (table, _("Figures"));
  hw_data_table_set_name (table, "figures");
}

static gboolean
is_chosen (const HwFigure *figure,
           guint           choice,
           const char     *sector)
{
  const gboolean watched = figure->pinned || figure->due != HW_DAY_NONE || figure->light != HW_LIGHT_NONE;

  switch (choice)
    {
    case HW_FIGURES_TRADE:
      return watched || figure->state == HW_METRIC_OK || hw_metric_suits (figure->metric, sector);

    case HW_FIGURES_KNOWN:
      return figure->state == HW_METRIC_OK;

    case HW_FIGURES_PINNED:
      return figure->pinned;

    case HW_FIGURES_DUE:
      return figure->is_due;

    case HW_FIGURES_ALL:
      return TRUE;

    default:
      return (guint) figure->metric->category == choice - HW_FIGURES_CATEGORY;
    }
}

static void
fill_row (HwRow          *row,
          const HwFigure *figure,
          const HwFormat *format)
{
  const gboolean known = figure->state == HW_METRIC_OK;
  char *trend = hw_say_trend (figure, format);

  hw_row_set_text (row, NAME, g_strdup (_(figure->metric->name)));
  hw_row_set_number (row, VALUE, known ? hw_say_figure (figure, format) : g_strdup (DASH), figure->value);
  hw_row_set_text (row, SPARK, g_strdup (trend));
  hw_row_set_values (row, SPARK, (const double *) (const void *) figure->spark->data, figure->spark->len);
  hw_row_set_text (row, TREND, trend);
  hw_row_set_text (row, LIGHT, g_strdup (figure->light != HW_LIGHT_NONE ? hw_light_name (figure->light) : ""));
  hw_row_set_text (row, ABOUT, g_strdup (known ? _(figure->metric->about) : hw_metric_state_text (figure->state)));
  hw_row_set_text (row, CATEGORY, g_strdup (hw_category_name (figure->metric->category)));
  hw_row_set_text (row, ORIGIN, known ? hw_say_origin (figure, format) : g_strdup (_(figure->metric->source)));
  hw_cell_day (row, DUE, figure->due, format);
  hw_row_set_text (row, PINNED, g_strdup (figure->pinned ? _("Yes") : ""));
}

GPtrArray *
hw_figure_rows_new (const HwLibrary *library,
                    guint            choice,
                    const char      *sector,
                    const HwFormat  *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  /* What is known first, the rest as the table has it. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < library->figures->len; i++)
      {
        const HwFigure *figure = &g_array_index (library->figures, HwFigure, i);
        HwRow *row;

        if ((figure->state == HW_METRIC_OK) != (pass == 0) || !is_chosen (figure, choice, sector))
          continue;

        row = hw_row_new (N_COLUMNS, 1 + i);
        fill_row (row, figure, format);
        g_ptr_array_add (rows, row);
      }

  return rows;
}

const HwFigure *
hw_figure_rows_find (const HwLibrary *library,
                     HwRow           *row)
{
  const gint64 i = row != NULL ? hw_row_get_id (row) - 1 : -1;

  return i >= 0 && i < library->figures->len ? &g_array_index (library->figures, HwFigure, i) : NULL;
}
