/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-order-rows.h"

#include "report/sheets/hw-stock-words.h"

#include <glib/gi18n-lib.h>

GPtrArray *
hw_order_rows_collect (const HwStockPlan *plan)
{
  GPtrArray *orders = g_ptr_array_new ();

  for (guint i = 0; i < plan->lines->len; i++)
    {
      HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->order_now > 0)
        g_ptr_array_add (orders, line);
    }

  return orders;
}

/* The cost if so many are ordered, or the price where no cost is known; HW_UNKNOWN if neither is. */
static HwMoney
each_of (const HwStockLine *line)
{
  return hw_stock_line_each (line, line->order_now);
}

double
hw_order_rows_value (const HwStockLine *line)
{
  const HwMoney each = each_of (line);

  return each != HW_UNKNOWN ? hw_scaled_to_double (each) * hw_scaled_to_double (line->order_now) : 0.0;
}

const HwStockSupplier *
hw_order_rows_supplier (const HwStockPlan *plan,
                        const char        *name)
{
  for (guint i = 0; i < plan->suppliers->len; i++)
    {
      const HwStockSupplier *supplier = g_ptr_array_index (plan->suppliers, i);

      if (g_strcmp0 (hw_stock_supplier_words (supplier->name), hw_stock_supplier_words (name)) == 0)
        return supplier;
    }

  return NULL;
}

static char *
note_of (const HwBook      *book,
         const HwStockLine *line)
{
  const HwStockSupplier *supplier = hw_order_rows_supplier (book->report->stock, line->supplier);
  const char *words[6] = { NULL };
  guint n = 0;

  words[n++] = line->reason == HW_STOCK_ORDER_SOLD_OUT ? _("sold out") : _("runs low");
  if (hw_stock_change_words (line)[0] != '\0')
    words[n++] = hw_stock_change_words (line);
  if (supplier != NULL && supplier->wait)
    words[n++] = _("better later: below the supplier's minimum");
  if (line->unit_cost == HW_UNKNOWN)
    words[n++] = line->price != HW_UNKNOWN ? _("at selling price: cost not known") : _("cost not known: no value");
  if (line->lead_assumed)
    words[n++] = _("waiting time assumed");

  return g_strjoinv ("; ", (char **) words);
}

static void
write_gain (HwSheet           *sheet,
            int                row,
            const HwStockLine *line)
{
  const double value = hw_order_rows_value (line);
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(M%d),SUM(F%d)>0),M%d/F%d,\"\")", row + 1, row + 1, row + 1, row + 1);
  const gboolean known = line->gain != HW_UNKNOWN && value > 0.0;

  hw_sheet_scaled (sheet, row, HW_ORDER_AT_RISK, HW_CELL_MONEY, HW_ROLE_TYPED, hw_stock_line_risk_week (line));
  hw_sheet_scaled (sheet, row, HW_ORDER_GAIN, HW_CELL_MONEY, HW_ROLE_TYPED, line->gain);
  hw_sheet_formula_maybe (sheet, row, HW_ORDER_PER_COIN, HW_CELL_RATIO, known,
                          known ? hw_scaled_to_double (line->gain) / value : 0.0, formula);
}

static const char *
supplier_at (const GPtrArray *orders,
             guint            i)
{
  return hw_stock_supplier_words (((const HwStockLine *) g_ptr_array_index (orders, i))->supplier);
}

static gboolean
is_first (const GPtrArray *orders,
          guint            i)
{
  for (guint k = 0; k < i; k++)
    if (g_str_equal (supplier_at (orders, k), supplier_at (orders, i)))
      return FALSE;

  return TRUE;
}

int
hw_order_rows_number (const GPtrArray *orders,
                      const char      *supplier)
{
  int n = 0;

  for (guint i = 0; i < orders->len; i++)
    {
      n += is_first (orders, i);
      if (g_str_equal (supplier_at (orders, i), supplier))
        return n;
    }

  return 0;
}

static void
write_line (HwBook            *book,
            int                row,
            const GPtrArray   *orders,
            const HwStockLine *line)
{
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  g_autofree char *note = note_of (book, line);
  g_autofree char *value = g_strdup_printf ("=IF(ISNUMBER(E%d),D%d*E%d,\"\")", row + 1, row + 1, row + 1);
  const struct { int column; HwDay day; } days[] = {
    { HW_ORDER_OUT_EARLY, line->runs_out_early != HW_DAY_NONE ? line->runs_out_early : line->runs_out },
    { HW_ORDER_OUT_LATE, line->runs_out_late }, { HW_ORDER_EARLY, line->arrives_early }, { HW_ORDER_LATE, line->arrives_late },
  };

  hw_sheet_text (sheet, row, HW_ORDER_PRODUCT, HW_ROLE_PLAIN, line->name);
  hw_sheet_text (sheet, row, HW_ORDER_KEY, HW_ROLE_PLAIN, line->key);
  hw_sheet_text (sheet, row, HW_ORDER_SUPPLIER, HW_ROLE_PLAIN, hw_stock_supplier_words (line->supplier));
  hw_sheet_scaled (sheet, row, HW_ORDER_AMOUNT, HW_CELL_UNITS, HW_ROLE_INPUT, line->order_now);
  hw_sheet_scaled (sheet, row, HW_ORDER_COST, HW_CELL_PRICE, HW_ROLE_TYPED, each_of (line));
  hw_sheet_formula_maybe (sheet, row, HW_ORDER_VALUE, HW_CELL_MONEY, each_of (line) != HW_UNKNOWN, hw_order_rows_value (line), value);
  hw_sheet_scaled (sheet, row, HW_ORDER_ON_HAND, HW_CELL_UNITS, HW_ROLE_TYPED, line->on_hand);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    hw_sheet_day (sheet, row, days[i].column, HW_CELL_DAY, HW_ROLE_TYPED, days[i].day);
  write_gain (sheet, row, line);
  hw_sheet_words (sheet, row, HW_ORDER_NOTE, HW_LOOK_WRAP, note);
  hw_sheet_number (sheet, row, HW_ORDER_SUPPLIER_NO, HW_CELL_COUNT, HW_ROLE_PLAIN,
                   hw_order_rows_number (orders, hw_stock_supplier_words (line->supplier)));
}

void
hw_order_rows_write (HwBook          *book,
                     const GPtrArray *orders,
                     int              head)
{
  const char *const heads[] = { _("Product"), _("Number or key"), _("Supplier"), _("Order"), _("Cost each"), _("Value"), _("In stock"),
                                _("Runs out from"), _("Runs out by"), _("Arrives from"), _("Arrives by"),
                                _("Missed a week if not"), _("Gain"), _("Gain per coin"), NULL };
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  lxw_data_validation rule = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 0.0,
    .error_title = _("An amount"),
    .error_message = _("Please enter how many to order: 0 or more."),
  };
  int row = head + 1;

  hw_sheet_heads (sheet, head, HW_ORDER_AMOUNT, heads);
  hw_sheet_words (sheet, head, HW_ORDER_NOTE, HW_LOOK_HEAD, _("Note"));
  hw_sheet_words (sheet, head, HW_ORDER_SUPPLIER_NO, HW_LOOK_HEAD_NUMBER, _("Supplier no."));
  hw_sheet_widen (sheet, HW_ORDER_NOTE, HW_STOCK_NOTE_LETTERS);
  for (guint i = 0; i < orders->len; i++)
    write_line (book, row++, orders, g_ptr_array_index (orders, i));

  if (orders->len > 0)
    worksheet_data_validation_range (sheet->ws, (lxw_row_t) head + 1, HW_ORDER_AMOUNT, (lxw_row_t) row - 1, HW_ORDER_AMOUNT, &rule);
  else
    hw_sheet_line (sheet, row, HW_LOOK_NOTE, book->n_counted > 0 ? _("Nothing needs to be ordered today.") : _("Not known yet"));
}
