/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-stock-sheet.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define ROW_TOTAL 3
#define ROW_COUNT 4
#define ROW_STOCK 5
#define ROW_ORDERS 7   /* section; heads follow, then the lines */

enum { PRODUCT, KEY, SUPPLIER, AMOUNT, COST, VALUE, ON_HAND, ON_ORDER, RUNS_OUT, AT_RISK, CLASS, NOTE };
enum { KEEP_SAFETY = 3, KEEP_POINT, KEEP_UP_TO, KEEP_ON_HAND, KEEP_COST, KEEP_VALUE, KEEP_DAILY, KEEP_CLASS, KEEP_NOTE };

static const char *
supplier_words (const HwStockLine *line)
{
  return line->supplier != NULL && line->supplier[0] != '\0' ? line->supplier : _("No supplier named");
}

static const char *
reason_words (const HwStockLine *line)
{
  switch (line->reason)
    {
    case HW_STOCK_ENOUGH:
      return _("enough");
    case HW_STOCK_ORDER:
      return _("order now");
    case HW_STOCK_ORDER_SOLD_OUT:
      return _("sold out, order now");
    case HW_STOCK_NO_COUNT:
      return _("stock not counted");
    case HW_STOCK_NO_SALES:
      return _("no sales lately");
    case HW_STOCK_NEW:
      return _("new: too few days of sales");
    case HW_STOCK_RETIRED:
      return _("no longer sold");
    case HW_STOCK_BAD_WAITING:
      return _("waiting time cannot be right");
    case HW_STOCK_NO_COST:
      return _("cost not known");
    case HW_STOCK_OVER_BUDGET:
      return _("not within the budget");
    }

  return "";
}

static void
write_product (HwSheet           *sheet,
               int                row,
               const HwStockLine *line)
{
  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, line->name);
  hw_sheet_text (sheet, row, KEY, HW_ROLE_PLAIN, line->key);
  hw_sheet_text (sheet, row, SUPPLIER, HW_ROLE_PLAIN, supplier_words (line));
}

/* The cost, or the price where no cost is known; FALSE if neither is. */
static gboolean
unit_value (const HwStockLine *line,
            HwMoney           *each)
{
  *each = line->unit_cost != HW_UNKNOWN ? line->unit_cost : line->price;
  return *each != HW_UNKNOWN;
}

static double
order_value (const HwStockLine *line)
{
  HwMoney each;

  return unit_value (line, &each) ? hw_scaled_to_double (each) * hw_scaled_to_double (line->order_now) : 0.0;
}

static void
write_order (HwSheet           *sheet,
             int                row,
             const HwStockLine *line)
{
  const char class[] = { hw_abc_id (line->abc)[0], hw_xyz_id (line->xyz)[0], '\0' };
  HwMoney each;
  const gboolean known = unit_value (line, &each);

  write_product (sheet, row, line);
  hw_sheet_scaled (sheet, row, AMOUNT, HW_CELL_UNITS, HW_ROLE_INPUT, line->order_now);
  hw_sheet_scaled (sheet, row, COST, HW_CELL_PRICE, HW_ROLE_TYPED, each);
  hw_sheet_formula (sheet, row, VALUE, HW_CELL_MONEY, HW_ROLE_PLAIN, order_value (line), "=D%d*E%d", row + 1, row + 1);
  hw_sheet_scaled (sheet, row, ON_HAND, HW_CELL_UNITS, HW_ROLE_TYPED, line->on_hand);
  hw_sheet_scaled (sheet, row, ON_ORDER, HW_CELL_UNITS, HW_ROLE_TYPED, line->on_order);
  hw_sheet_day (sheet, row, RUNS_OUT, HW_CELL_DATE, HW_ROLE_TYPED, line->runs_out);
  hw_sheet_scaled (sheet, row, AT_RISK, HW_CELL_MONEY, HW_ROLE_TYPED, line->at_risk);
  hw_sheet_text (sheet, row, CLASS, HW_ROLE_PLAIN, class);
  hw_sheet_text (sheet, row, NOTE, HW_ROLE_PLAIN,
                 !known ? _("cost not known: no value") : line->unit_cost == HW_UNKNOWN ? _("at selling price: cost not known")
                 : line->lead_assumed ? _("waiting time assumed") : "");
}

/* The lines to order, in the plan's order. */
static GPtrArray *
collect_orders (const HwStockPlan *plan)
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

/* Writes the order list; returns the row after its last line. */
static int
write_orders (HwBook          *book,
              const GPtrArray *orders,
              int              first)
{
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  const char *const heads[] = { _("Product"), _("Number or key"), _("Supplier"), _("Order"), _("Cost each"), _("Value"),
                                _("In stock"), _("On its way"), _("Runs out"), _("Sales at risk"), NULL };
  lxw_data_validation rule = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 0.0,
    .error_title = _("An amount"),
    .error_message = _("Please enter how many to order: 0 or more."),
  };
  int row = first;

  hw_sheet_line (sheet, ROW_ORDERS, HW_LOOK_SECTION, _("To order today"));
  hw_sheet_heads (sheet, ROW_ORDERS + 1, AMOUNT, heads);
  hw_sheet_words (sheet, ROW_ORDERS + 1, RUNS_OUT, HW_LOOK_HEAD, _("Runs out"));
  hw_sheet_words (sheet, ROW_ORDERS + 1, CLASS, HW_LOOK_HEAD, _("Class"));
  hw_sheet_words (sheet, ROW_ORDERS + 1, NOTE, HW_LOOK_HEAD, _("Note"));

  for (guint i = 0; i < orders->len; i++)
    write_order (sheet, row++, g_ptr_array_index (orders, i));
  if (orders->len > 0)
    worksheet_data_validation_range (sheet->ws, (lxw_row_t) first, AMOUNT, (lxw_row_t) row - 1, AMOUNT, &rule);
  else
    hw_sheet_line (sheet, row++, HW_LOOK_NOTE, _("Nothing needs to be ordered today."));

  return row;
}

static gint
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      format)
{
  return hw_format_compare (format, *(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
collect_suppliers (const HwBook    *book,
                   const GPtrArray *orders)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < orders->len; i++)
    {
      const char *name = supplier_words (g_ptr_array_index (orders, i));

      if (g_hash_table_add (seen, (gpointer) name))
        g_ptr_array_add (names, (gpointer) name);
    }

  g_ptr_array_sort_with_data (names, compare_words, book->format);
  return names;
}

/* Supplier by supplier, letters taken exactly: names can hold what a search would
 * read as a pattern. */
static int
write_suppliers (HwBook          *book,
                 const GPtrArray *orders,
                 int              first,
                 int              section)
{
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  g_autoptr(GPtrArray) names = collect_suppliers (book, orders);
  const int last = first + (int) orders->len; /* counting from 1 */
  const char *const heads[] = { _("Supplier"), "", "", _("Products"), "", _("Value"), NULL };
  double total = 0.0;
  int row = section + 2;

  hw_sheet_line (sheet, section, HW_LOOK_SECTION, _("By supplier"));
  hw_sheet_heads (sheet, section + 1, AMOUNT, heads);

  for (guint i = 0; i < names->len; i++, row++)
    {
      double value = 0.0;
      int n = 0;

      for (guint k = 0; k < orders->len; k++)
        if (strcmp (supplier_words (g_ptr_array_index (orders, k)), g_ptr_array_index (names, i)) == 0)
          {
            value += order_value (g_ptr_array_index (orders, k));
            n++;
          }

      hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, g_ptr_array_index (names, i));
      hw_sheet_formula (sheet, row, AMOUNT, HW_CELL_COUNT, HW_ROLE_PLAIN, n,
                        "=SUMPRODUCT(--EXACT(C$%d:C$%d,A%d))", first + 1, last, row + 1);
      hw_sheet_formula (sheet, row, VALUE, HW_CELL_MONEY, HW_ROLE_PLAIN, value,
                        "=SUMPRODUCT(EXACT(C$%d:C$%d,A%d)*F$%d:F$%d)", first + 1, last, row + 1, first + 1, last);
      total += value;
    }

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_TOTAL, _("All suppliers"));
  for (int c = KEY; c < VALUE; c++)
    hw_sheet_text (sheet, row, c, HW_ROLE_TOTAL, "");
  hw_sheet_formula (sheet, row, AMOUNT, HW_CELL_COUNT, HW_ROLE_TOTAL, orders->len,
                    "=SUM(D%d:D%d)", section + 3, row);
  hw_sheet_formula (sheet, row, VALUE, HW_CELL_MONEY, HW_ROLE_TOTAL, total,
                    "=SUM(F%d:F%d)", section + 3, row);
  return row + 1;
}

static void
write_keep (HwSheet           *sheet,
            int                row,
            const HwStockLine *line,
            double            *value)
{
  const char class[] = { hw_abc_id (line->abc)[0], hw_xyz_id (line->xyz)[0], '\0' };

  const gboolean known = line->on_hand != HW_UNKNOWN && line->unit_cost != HW_UNKNOWN;
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(G%d),ISNUMBER(H%d)),G%d*H%d,\"\")",
                                              row + 1, row + 1, row + 1, row + 1);

  *value = known ? hw_scaled_to_double (line->on_hand) * hw_scaled_to_double (line->unit_cost) : 0.0;
  write_product (sheet, row, line);
  hw_sheet_scaled (sheet, row, KEEP_SAFETY, HW_CELL_UNITS, HW_ROLE_TYPED, line->safety_stock);
  hw_sheet_scaled (sheet, row, KEEP_POINT, HW_CELL_UNITS, HW_ROLE_TYPED, line->reorder_point);
  hw_sheet_scaled (sheet, row, KEEP_UP_TO, HW_CELL_UNITS, HW_ROLE_TYPED, line->order_up_to);
  hw_sheet_scaled (sheet, row, KEEP_ON_HAND, HW_CELL_UNITS, HW_ROLE_TYPED, line->on_hand);
  hw_sheet_scaled (sheet, row, KEEP_COST, HW_CELL_PRICE, HW_ROLE_TYPED, line->unit_cost);
  hw_sheet_formula_maybe (sheet, row, KEEP_VALUE, HW_CELL_MONEY, known, *value, formula);
  hw_sheet_number (sheet, row, KEEP_DAILY, HW_CELL_EXPECTED, HW_ROLE_TYPED, line->daily_units);
  hw_sheet_text (sheet, row, KEEP_CLASS, HW_ROLE_PLAIN, class);
  hw_sheet_text (sheet, row, KEEP_NOTE, HW_ROLE_PLAIN, reason_words (line));
}

/* Every product with what to keep of it. Returns the row of its heads. */
static int
write_keeps (HwBook            *book,
             const HwStockPlan *plan,
             int                section)
{
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  const char *const heads[] = { _("Product"), _("Number or key"), _("Supplier"), _("Safety stock"), _("Reorder point"),
                                _("Order up to"), _("In stock"), _("Cost each"), _("Stock value"), _("Sells a day"), NULL };
  const int first = section + 2;
  double total = 0.0;
  int row = first;

  hw_sheet_line (sheet, section, HW_LOOK_SECTION, _("What to keep of each product"));
  hw_sheet_heads (sheet, section + 1, AMOUNT, heads);
  hw_sheet_words (sheet, section + 1, KEEP_CLASS, HW_LOOK_HEAD, _("Class"));
  hw_sheet_words (sheet, section + 1, KEEP_NOTE, HW_LOOK_HEAD, _("Today"));

  for (guint i = 0; i < plan->lines->len; i++, row++)
    {
      double value;

      write_keep (sheet, row, g_ptr_array_index (plan->lines, i), &value);
      total += value;
    }

  hw_sheet_formula (sheet, ROW_STOCK, VALUE, HW_CELL_MONEY, HW_ROLE_PLAIN, total,
                    "=SUM(I%d:I%d)", first + 1, MAX (row, first + 1));
  book->stock_value = total;
  return section + 1;
}

static void
write_top (HwBook            *book,
           const HwStockPlan *plan,
           const GPtrArray   *orders,
           int                first,
           int                after)
{
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  double total = 0.0;

  for (guint i = 0; i < orders->len; i++)
    total += order_value (g_ptr_array_index (orders, i));

  hw_sheet_words (sheet, ROW_TOTAL, PRODUCT, HW_LOOK_LABEL, _("To order today"));
  hw_sheet_formula (sheet, ROW_TOTAL, VALUE, HW_CELL_MONEY, HW_ROLE_PLAIN, total, "=SUM(F%d:F%d)", first + 1, after);
  hw_sheet_words (sheet, ROW_COUNT, PRODUCT, HW_LOOK_LABEL, _("Products to order"));
  hw_sheet_formula (sheet, ROW_COUNT, VALUE, HW_CELL_COUNT, HW_ROLE_PLAIN, orders->len,
                    "=COUNTIF(D%d:D%d,\">0\")", first + 1, after);
  hw_sheet_words (sheet, ROW_STOCK, PRODUCT, HW_LOOK_LABEL, _("Value of the stock, at cost"));
  book->order_value = total;
  book->order_count = (int) orders->len;

  hw_book_name (book, "order_total", HW_SHEET_STOCK, ROW_TOTAL, ROW_TOTAL, VALUE);
  hw_book_name (book, "order_count", HW_SHEET_STOCK, ROW_COUNT, ROW_COUNT, VALUE);
  hw_book_name (book, "stock_value", HW_SHEET_STOCK, ROW_STOCK, ROW_STOCK, VALUE);
  hw_book_check (book, _("Value to order today"), HW_CELL_MONEY, hw_scaled_to_double (plan->order_value), total, "=order_total");
  hw_book_check (book, _("Products to order today"), HW_CELL_COUNT, plan->n_orders, orders->len, "=order_count");
}

void
hw_stock_sheet_write (HwBook *book)
{
  const HwStockPlan *plan = book->report->stock;
  HwSheet *sheet = book->sheets[HW_SHEET_STOCK];
  g_autoptr(GPtrArray) orders = NULL;
  int row, head;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Stock and orders"));
  if (plan == NULL || plan->lines->len == 0)
    {
      hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("There is no stock plan yet. Add a file of your sales and one of your stock."));
      hw_book_finish (book, HW_SHEET_STOCK, TRUE, -1);
      return;
    }

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("The list starts with what would cost you most if it ran out. Yellow figures may be changed; the values follow."));
  orders = collect_orders (plan);
  row = write_orders (book, orders, ROW_ORDERS + 2);
  write_top (book, plan, orders, ROW_ORDERS + 2, row);
  if (orders->len > 0)
    row = write_suppliers (book, orders, ROW_ORDERS + 2, row + 1);
  head = write_keeps (book, plan, row + 1);

  worksheet_freeze_panes (sheet->ws, 0, KEY);
  hw_book_finish (book, HW_SHEET_STOCK, TRUE, head);
}
