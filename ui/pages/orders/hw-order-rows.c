/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-rows.h"

#include "domain/hw-records.h"
#include "jobs/hw-say.h"
#include "jobs/stock/hw-say-stock.h"
#include "widgets/hw-cells.h"

#include <glib/gi18n.h>

#define TAKEN "✓"
#define LEFT_OUT "–"

void
hw_order_lines_set_up (HwDataTable *table)
{
  const HwColumn columns[HW_ORDER_N_COLUMNS] = {
    [HW_ORDER_PRODUCT]  = { _("Product"), HW_COLUMN_TEXT },
    [HW_ORDER_ON_HAND]  = { _("On hand"), HW_COLUMN_NUMBER },
    [HW_ORDER_RUNS_OUT] = { _("Runs out"), HW_COLUMN_NUMBER },
    /* Translators: heading over a tick: this line is ordered. */
    [HW_ORDER_TAKE]     = { C_("column", "Take"), HW_COLUMN_SHORT },
    [HW_ORDER_QUANTITY] = { C_("column", "Order"), HW_COLUMN_NUMBER },
    [HW_ORDER_VALUE]    = { _("Value"), HW_COLUMN_NUMBER },
    /* Translators: heading over the money that ordering today brings, all told. */
    [HW_ORDER_GAIN]     = { _("Brings"), HW_COLUMN_NUMBER },
    /* Translators: heading over the sales of a week likely missed if the product is not ordered. */
    [HW_ORDER_AT_RISK]  = { _("Missed a week if not"), HW_COLUMN_NUMBER },
    [HW_ORDER_SUPPLIER] = { _("Supplier"), HW_COLUMN_SHORT },
    [HW_ORDER_ARRIVES]  = { _("Arrives"), HW_COLUMN_NUMBER },
    [HW_ORDER_REASON]   = { _("Why"), HW_COLUMN_LONG },
    /* Translators: heading over what is different since the last plan. */
    [HW_ORDER_CHANGED]  = { _("What changed"), HW_COLUMN_LONG },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("Order list for today"));
}

void
hw_order_cell_days (HwRow          *row,
                    guint           column,
                    HwDay           early,
                    HwDay           day,
                    HwDay           late,
                    const HwFormat *format)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (early == HW_DAY_NONE || late == HW_DAY_NONE || early == late)
    {
      hw_cell_day (row, column, day != HW_DAY_NONE ? day : early, format);
      return;
    }

  from = hw_format_day (format, early, HW_DAY_AXIS);
  to = hw_format_day (format, late, HW_DAY_AXIS);
  /* Translators: two days, from and to: "3 Mar – 9 Mar". */
  hw_row_set_number (row, column, g_strdup_printf (C_("days", "%1$s – %2$s"), from, to),
                     day != HW_DAY_NONE ? day : early);
}

char *
hw_order_line_say_reason (HwOrderDraft      *draft,
                          const HwStockLine *line,
                          const HwFormat    *format)
{
  const char *why = hw_order_draft_get_why (draft, line->product_id);
  g_autofree char *refused = line->order_now > 0 ? hw_say_refused (line, format) : NULL;
  g_autofree char *reason = NULL;
  g_autofree char *suggested = NULL;

  if (!hw_order_draft_is_changed (draft, line->product_id))
    {
      reason = hw_say_stock_reason (line, format);
      /* Translators: two half sentences: 1 when it was left out, 2 why it is suggested. */
      return refused != NULL ? g_strdup_printf (_("%1$s. %2$s"), refused, reason) : g_steal_pointer (&reason);
    }

  suggested = hw_format_quantity (format, line->order_now);
  if (why == NULL)
    /* Translators: the owner changed how many to order; %s was suggested. */
    return g_strdup_printf (_("Your figure; %s was suggested"), suggested);

  /* Translators: the owner changed how many to order: 1 why, 2 how many were suggested. */
  return g_strdup_printf (_("Your figure: %1$s; %2$s was suggested"), why, suggested);
}

char *
hw_order_line_say (HwOrderDraft      *draft,
                   const HwStockLine *line,
                   const HwFormat    *format)
{
  g_autofree char *reason = hw_order_line_say_reason (draft, line, format);
  g_autofree char *changed = hw_say_stock_change (line, format);
  g_autofree char *steps = hw_say_breaks (line, format);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: 1 a product, 2 why it stands in the list. */
  g_string_append_printf (text, _("%1$s: %2$s."), line->name, reason);
  if (*line->supplier != '\0')
    /* Translators: %s is a supplier's name. */
    g_string_append_printf (text, _(" Supplier: %s."), line->supplier);
  if (changed != NULL)
    /* Translators: %s is what is different since the last plan: "Was 78; the shelf was counted". */
    g_string_append_printf (text, _(" %s."), changed);
  if (steps != NULL)
    /* Translators: %s is "from 10: 1.20 € each". */
    g_string_append_printf (text, _(" Costs less %s."), steps);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hw_order_line_say_least (HwOrderDraft      *draft,
                         const HwStockLine *line,
                         const HwFormat    *format)
{
  g_autofree char *least = hw_say_order_least (hw_order_draft_quantity (draft, line), line->pack, line->min_order,
                                                line->made_here, format);

  /* Translators: 1 a product, 2 "Order at least 24". */
  return least != NULL ? g_strdup_printf (_("%1$s: %2$s."), line->name, least) : NULL;
}

void
hw_order_lines_fill_own (HwRow             *row,
                         HwOrderDraft      *draft,
                         const HwStockLine *line,
                         const HwFormat    *format)
{
  const HwQuantity quantity = hw_order_draft_quantity (draft, line);

  hw_row_set_text (row, HW_ORDER_TAKE, g_strdup (quantity > 0 ? TAKEN : LEFT_OUT));
  hw_cell_quantity (row, HW_ORDER_QUANTITY, quantity, format);
  hw_cell_money (row, HW_ORDER_VALUE, hw_order_draft_value (draft, line), format);
  hw_row_set_text (row, HW_ORDER_REASON, hw_order_line_say_reason (draft, line, format));
}

static HwRow *
make_row (HwOrderDraft      *draft,
          const HwStockLine *line,
          const HwFormat    *format)
{
  HwRow *row = hw_row_new (HW_ORDER_N_COLUMNS, line->product_id);
  g_autofree char *changed = hw_say_stock_change (line, format);

  hw_cell_name (row, HW_ORDER_PRODUCT, line->name);
  hw_cell_quantity (row, HW_ORDER_ON_HAND, line->on_hand, format);
  if (line->on_hand != HW_UNKNOWN && line->on_hand <= 0 && line->runs_out != HW_DAY_NONE)
    hw_row_set_number (row, HW_ORDER_RUNS_OUT, hw_say_runs_out (line, format), line->runs_out);
  else
    hw_order_cell_days (row, HW_ORDER_RUNS_OUT, line->runs_out_early, line->runs_out, line->runs_out_late, format);
  hw_cell_money (row, HW_ORDER_GAIN, line->gain, format);
  hw_cell_money (row, HW_ORDER_AT_RISK, hw_stock_line_risk_week (line), format);
  hw_cell_name (row, HW_ORDER_SUPPLIER, line->supplier);
  hw_order_cell_days (row, HW_ORDER_ARRIVES, line->arrives_early, line->arrives, line->arrives_late, format);
  hw_row_set_text (row, HW_ORDER_CHANGED, g_strdup (changed != NULL ? changed : ""));
  hw_order_lines_fill_own (row, draft, line, format);
  return row;
}

/* Expected money per coin that is ordered for. */
static double
rank_of (const HwStockLine *line)
{
  if (line->gain == HW_UNKNOWN || line->value <= 0)
    return 0.0;

  return (double) line->gain / (double) line->value;
}

static int
compare_rank (gconstpointer a,
              gconstpointer b)
{
  const double first = rank_of (*(const HwStockLine *const *) a);
  const double second = rank_of (*(const HwStockLine *const *) b);

  return (first < second) - (first > second);
}

GPtrArray *
hw_order_lines_rows (HwOrderDraft      *draft,
                     const HwStockPlan *plan,
                     const HwFormat    *format)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->lines->len; i++)
    if (hw_order_draft_lists (draft, g_ptr_array_index (plan->lines, i)))
      g_ptr_array_add (lines, g_ptr_array_index (plan->lines, i));

  g_ptr_array_sort (lines, compare_rank); /* of equals the plan's order stays */
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, make_row (draft, g_ptr_array_index (lines, i), format));

  return rows;
}

char *
hw_order_lines_say_total (HwOrderDraft      *draft,
                          const HwStockPlan *plan,
                          const GPtrArray   *shown,
                          guint              column,
                          const HwFormat    *format)
{
  g_autoptr (GHashTable) ids = NULL;
  HwMoney sum;

  if (column == HW_ORDER_PRODUCT)
    return g_strdup (_("Together"));
  if (column != HW_ORDER_VALUE)
    return NULL;

  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < shown->len; i++)
    {
      const gint64 id = hw_row_get_id (g_ptr_array_index (shown, i));

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  sum = hw_order_draft_value_of (draft, plan, ids);
  return sum != HW_UNKNOWN ? hw_format_money (format, sum) : NULL;
}
