/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-rows.h"

#include "jobs/hw-say.h"
#include "jobs/stock/hw-say-stock.h"
#include "widgets/hw-cells.h"

#include <glib/gi18n.h>
#include <math.h>

#define DASH "–"

#define SAYS_WIDTH 800 /* pixels of the table: in narrower ones it would be cut; the line below says it */

enum
{
  LEVEL_PRODUCT,
  LEVEL_ON_HAND,
  LEVEL_RUNS_OUT,
  LEVEL_KEEP,
  LEVEL_CLASS,
  LEVEL_SAYS,
  LEVEL_PATTERN,
  LEVEL_SAFETY,
  LEVEL_LOT,
  LEVEL_SERVED,
  LEVEL_COVER,
  LEVEL_TURNS,
  LEVEL_N,
};

void
hw_stock_levels_set_up (HwDataTable *table)
{
  /* What not everybody asks for is a click away. */
  static const guint hidden[] = { LEVEL_PATTERN, LEVEL_SAFETY, LEVEL_LOT, LEVEL_SERVED, LEVEL_COVER, LEVEL_TURNS };
  const HwColumn columns[LEVEL_N] = {
    [LEVEL_PRODUCT]  = { _("Product"), HW_COLUMN_TEXT },
    [LEVEL_ON_HAND]  = { _("On hand"), HW_COLUMN_NUMBER },
    /* Translators: heading over days. */
    [LEVEL_RUNS_OUT] = { _("Runs out"), HW_COLUMN_NUMBER },
    /* Translators: heading over "12 to 40": order when the first is left, up to the second. */
    [LEVEL_KEEP]     = { _("Keep between"), HW_COLUMN_NUMBER },
    /* Translators: heading over "A X": how much money a product brings and how well it can be foretold. */
    [LEVEL_CLASS]    = { _("Class"), HW_COLUMN_SHORT },
    [LEVEL_SAYS]     = { _("What it means"), HW_COLUMN_LONG },
    /* Translators: heading over "steady", "now and then". */
    [LEVEL_PATTERN]  = { _("How it sells"), HW_COLUMN_SHORT },
    /* Translators: heading over units kept for bad days. */
    [LEVEL_SAFETY]   = { _("Extra kept"), HW_COLUMN_NUMBER },
    [LEVEL_LOT]      = { _("Usual order"), HW_COLUMN_NUMBER },
    /* Translators: heading over the share of what customers ask for that is there. */
    [LEVEL_SERVED]   = { _("Served"), HW_COLUMN_NUMBER },
    [LEVEL_COVER]    = { _("Lasts, days"), HW_COLUMN_NUMBER },
    /* Translators: heading over how many times a year the shelf is sold. */
    [LEVEL_TURNS]    = { _("Sold a year, times"), HW_COLUMN_NUMBER },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    hw_data_table_show_column (table, hidden[i], FALSE);
  hw_data_table_spare_below (table, LEVEL_SAYS, SAYS_WIDTH);
  hw_data_table_set_label (table, _("All products"));
}

static void
set_figure (HwRow          *row,
            guint           column,
            double          value,
            const HwFormat *format)
{
  if (value < 0.0 || isnan (value))
    hw_row_set_number (row, column, g_strdup (DASH), NAN);
  else
    hw_row_set_number (row, column, hw_format_number (format, value, value < 10.0 ? 1 : 0), value);
}

static void
set_level (HwRow             *row,
           guint              column,
           const HwStockLine *line,
           HwQuantity         level, /* or HW_UNKNOWN */
           const HwFormat    *format)
{
  if (level == HW_UNKNOWN)
    hw_row_set_number (row, column, g_strdup (DASH), NAN);
  else
    hw_row_set_number (row, column, hw_say_level (line, level, format), hw_scaled_to_double (level));
}

/* From where it is ordered again up to how many; sorted by these. */
static void
set_keep (HwRow             *row,
          const HwStockLine *line,
          const HwFormat    *format)
{
  g_autofree char *point = hw_say_level (line, line->reorder_point, format);
  g_autofree char *up_to = hw_say_level (line, line->order_up_to, format);

  /* Translators: two numbers of units: "12 to 40". */
  hw_row_set_number (row, LEVEL_KEEP, g_strdup_printf (_("%1$s to %2$s"), point, up_to), hw_scaled_to_double (line->order_up_to));
}

/* Kept where the plan says nothing: too new, never counted, no cost. */
static gboolean
has_policy (const HwStockLine *line)
{
  return line->reason == HW_STOCK_ENOUGH || line->reason == HW_STOCK_ORDER || line->reason == HW_STOCK_ORDER_SOLD_OUT ||
         line->reason == HW_STOCK_OVER_BUDGET || line->order_up_to > 0;
}

static void
fill_level (HwRow             *row,
            const HwStockLine *line,
            const HwFormat    *format)
{
  const gboolean policy = has_policy (line);
  const HwDay gone = line->runs_out_early != HW_DAY_NONE ? line->runs_out_early : line->runs_out;
  char *runs_out = hw_say_runs_out (line, format);

  hw_row_set_text (row, LEVEL_PRODUCT, g_strdup (line->name));
  hw_cell_quantity (row, LEVEL_ON_HAND, line->on_hand, format);
  hw_row_set_number (row, LEVEL_RUNS_OUT, runs_out != NULL ? runs_out : g_strdup (DASH), runs_out != NULL ? gone : NAN);
  if (policy)
    set_keep (row, line, format);
  else
    hw_row_set_number (row, LEVEL_KEEP, g_strdup (DASH), NAN);
  hw_row_set_text (row, LEVEL_SAYS, hw_say_stock_reason (line, format));
  hw_row_set_text (row, LEVEL_CLASS, g_strdup_printf ("%s %s", hw_abc_id (line->abc), hw_xyz_id (line->xyz)));
  hw_row_set_text (row, LEVEL_PATTERN, g_strdup (hw_say_pattern (line->pattern)));
  set_level (row, LEVEL_SAFETY, line, policy && line->safety_stock >= 0 ? line->safety_stock : HW_UNKNOWN, format);
  set_level (row, LEVEL_LOT, line, policy && line->lot > 0 ? line->lot : HW_UNKNOWN, format);
  if (policy && line->served > 0.0)
    hw_row_set_number (row, LEVEL_SERVED, hw_format_percent (format, line->served, 1), line->served);
  else
    hw_row_set_number (row, LEVEL_SERVED, g_strdup (DASH), NAN);
  set_figure (row, LEVEL_COVER, line->on_hand != HW_UNKNOWN ? line->cover_days : -1.0, format);
  set_figure (row, LEVEL_TURNS, line->on_hand != HW_UNKNOWN ? line->turns : -1.0, format);
}

GPtrArray *
hw_stock_levels_rows (const HwStockPlan *plan,
                      HwStockPile        pile,
                      const HwFormat    *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);
      HwRow *row;

      if (!hw_stock_line_is_in (line, pile))
        continue;

      row = hw_row_new (LEVEL_N, line->product_id);
      fill_level (row, line, format);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* --- too much --- */

enum
{
  EXCESS_PRODUCT,
  EXCESS_ON_HAND,
  EXCESS_TOO_MUCH,
  EXCESS_VALUE,
  EXCESS_WAY,
  EXCESS_BRINGS,
  EXCESS_N,
};

void
hw_stock_excess_set_up (HwDataTable *table)
{
  const HwColumn columns[EXCESS_N] = {
    [EXCESS_PRODUCT]  = { _("Product"), HW_COLUMN_TEXT },
    [EXCESS_ON_HAND]  = { _("On hand"), HW_COLUMN_NUMBER },
    [EXCESS_TOO_MUCH] = { _("Too much"), HW_COLUMN_NUMBER },
    /* Translators: heading over money: what the goods have cost. */
    [EXCESS_VALUE]    = { _("At cost"), HW_COLUMN_NUMBER },
    [EXCESS_WAY]      = { _("A way out"), HW_COLUMN_LONG },
    /* Translators: heading over money. */
    [EXCESS_BRINGS]   = { _("It brings"), HW_COLUMN_NUMBER },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("Too much on the shelves"));
}

static int
by_value (gconstpointer a,
          gconstpointer b)
{
  const HwStockLine *p = *(HwStockLine *const *) a, *q = *(HwStockLine *const *) b;

  if (p->excess_value != q->excess_value)
    return p->excess_value > q->excess_value ? -1 : 1;

  return strcmp (p->name, q->name);
}

GPtrArray *
hw_stock_excess_rows (const HwStockPlan *plan,
                      const HwFormat    *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < plan->lines->len; i++)
    if (hw_stock_line_is_in (g_ptr_array_index (plan->lines, i), HW_PILE_TOO_MUCH))
      g_ptr_array_add (lines, g_ptr_array_index (plan->lines, i));
  g_ptr_array_sort (lines, by_value);

  for (guint i = 0; i < lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (lines, i);
      HwRow *row = hw_row_new (EXCESS_N, line->product_id);

      hw_row_set_text (row, EXCESS_PRODUCT, g_strdup (line->name));
      hw_cell_quantity (row, EXCESS_ON_HAND, line->on_hand, format);
      hw_cell_quantity (row, EXCESS_TOO_MUCH, line->excess, format);
      hw_cell_money (row, EXCESS_VALUE, line->excess_value, format);
      hw_row_set_text (row, EXCESS_WAY, hw_say_way_out (line));
      hw_cell_money (row, EXCESS_BRINGS, line->way_out != HW_WAY_OUT_NONE ? line->way_out_money : HW_UNKNOWN, format);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

const HwStockLine *
hw_stock_rows_find (const HwStockPlan *plan,
                    gint64             product_id)
{
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->product_id == product_id)
        return line;
    }

  return NULL;
}
