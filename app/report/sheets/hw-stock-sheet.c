/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-stock-sheet.h"

#include "domain/hw-stock-pile.h"

#include "report/sheets/hw-order-rows.h"
#include "report/sheets/hw-stock-words.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define ROW_TOP 4       /* sections; their figures follow */
#define ROW_FIGURES 5
#define ROW_SUPPLIERS 18
#define COLUMN_FIGURE HW_ORDER_SUPPLIER
#define COLUMN_TERMS HW_ORDER_COST     /* what they are called */
#define COLUMN_TERM HW_ORDER_OUT_LATE  /* what they are */
#define LABEL_LETTERS 26               /* with those of the next column: room for what a figure is called */
#define SUPPLIER_MINIMUM HW_ORDER_OUT_EARLY
#define SUPPLIER_MISSING HW_ORDER_OUT_LATE
#define SUPPLIER_NOTE HW_ORDER_EARLY

/* Where things stand on the sheet, and what its formulas give. */
typedef struct
{
  HwBook            *book;
  HwSheet           *sheet;
  const HwStockPlan *plan;
  GPtrArray         *orders;      /* (owned) of HwStockLine */
  GPtrArray         *names;       /* (owned) of suppliers to order of */
  int                head;        /* of the order list */
  int                first, last; /* its lines, counted from 1 */
  double             freight, at_risk;
} Layout;

static void
layout_clear (Layout *at)
{
  g_clear_pointer (&at->orders, g_ptr_array_unref);
  g_clear_pointer (&at->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static const char *
supplier_of (const HwStockLine *line)
{
  return hw_stock_supplier_words (line->supplier);
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
      const char *name = supplier_of (g_ptr_array_index (orders, i));

      if (g_hash_table_add (seen, (gpointer) name))
        g_ptr_array_add (names, (gpointer) name);
    }

  g_ptr_array_sort_with_data (names, compare_words, book->format);
  return names;
}

/* --- by supplier --- */

static void
write_asked (Layout                *at,
             int                    row,
             const HwStockSupplier *supplier,
             double                 value)
{
  const double minimum = supplier != NULL ? hw_scaled_to_double (supplier->min_order) : 0.0;
  g_autofree char *missing = g_strdup_printf ("=IF(ISNUMBER(H%d),MAX(H%d-F%d,0),\"\")", row + 1, row + 1, row + 1);

  if (supplier == NULL)
    return;

  hw_sheet_scaled (at->sheet, row, HW_ORDER_COST, HW_CELL_MONEY, HW_ROLE_TYPED, supplier->freight);
  if (minimum > 0.0)
    hw_sheet_number (at->sheet, row, SUPPLIER_MINIMUM, HW_CELL_MONEY, HW_ROLE_TYPED, minimum);
  hw_sheet_formula_maybe (at->sheet, row, SUPPLIER_MISSING, HW_CELL_MONEY, minimum > 0.0, MAX (minimum - value, 0.0), missing);
  if (supplier->wait)
    hw_sheet_run (at->sheet, row, SUPPLIER_NOTE, _("nothing is urgent: better ordered later"));
  at->freight += hw_scaled_to_double (supplier->freight);
}

/* By number: names can hold what a search would read as a pattern. */
static double
write_supplier (Layout     *at,
                int         row,
                const char *name)
{
  double value = 0.0;
  int n = 0;

  for (guint i = 0; i < at->orders->len; i++)
    if (strcmp (supplier_of (g_ptr_array_index (at->orders, i)), name) == 0)
      {
        value += hw_order_rows_value (g_ptr_array_index (at->orders, i));
        n++;
      }

  hw_sheet_text (at->sheet, row, HW_ORDER_PRODUCT, HW_ROLE_PLAIN, name);
  hw_sheet_number (at->sheet, row, HW_ORDER_KEY, HW_CELL_COUNT, HW_ROLE_PLAIN, hw_order_rows_number (at->orders, name));
  hw_sheet_formula (at->sheet, row, HW_ORDER_AMOUNT, HW_CELL_COUNT, HW_ROLE_PLAIN, n,
                    "=COUNTIFS(P$%d:P$%d,B%d,D$%d:D$%d,\">0\")", at->first, at->last, row + 1, at->first, at->last);
  hw_sheet_formula (at->sheet, row, HW_ORDER_VALUE, HW_CELL_MONEY, HW_ROLE_PLAIN, value,
                    "=SUMIFS(F$%d:F$%d,P$%d:P$%d,B%d)", at->first, at->last, at->first, at->last, row + 1);
  write_asked (at, row, hw_order_rows_supplier (at->plan, name), value);
  return value;
}

static void
write_suppliers (Layout *at)
{
  const char *const heads[] = { _("Supplier"), _("No."), "", _("Products"), _("Freight"), _("Value"), "", _("Minimum order"),
                                _("Missing to it"), NULL };
  const int first = ROW_SUPPLIERS + 2;
  double total = 0.0;
  int row = first;

  hw_sheet_line (at->sheet, ROW_SUPPLIERS, HW_LOOK_SECTION, _("By supplier"));
  hw_sheet_heads (at->sheet, ROW_SUPPLIERS + 1, HW_ORDER_KEY, heads);
  for (guint i = 0; i < at->names->len; i++)
    total += write_supplier (at, row++, g_ptr_array_index (at->names, i));

  hw_sheet_text (at->sheet, row, HW_ORDER_PRODUCT, HW_ROLE_TOTAL, _("All suppliers"));
  for (int c = HW_ORDER_KEY; c <= SUPPLIER_MISSING; c++)
    hw_sheet_text (at->sheet, row, c, HW_ROLE_TOTAL, "");
  hw_sheet_formula (at->sheet, row, HW_ORDER_AMOUNT, HW_CELL_COUNT, HW_ROLE_TOTAL, at->orders->len, "=SUM(D%d:D%d)", first + 1, row);
  hw_sheet_formula (at->sheet, row, HW_ORDER_COST, HW_CELL_MONEY, HW_ROLE_TOTAL, at->freight, "=SUM(E%d:E%d)", first + 1, row);
  hw_sheet_formula (at->sheet, row, HW_ORDER_VALUE, HW_CELL_MONEY, HW_ROLE_TOTAL, total, "=SUM(F%d:F%d)", first + 1, row);
}

/* --- the totals --- */

static void
figure (const Layout *at,
        int           row,
        const char   *label,
        const char   *name)
{
  hw_sheet_label (at->sheet, row, HW_ORDER_PRODUCT, label);
  if (name != NULL)
    hw_book_name (at->book, name, HW_SHEET_STOCK, row, row, COLUMN_FIGURE);
}

/* What cannot be said while no stock is counted, or none whose cost is known. */
static void
known_if (const Layout *at,
          int           row,
          const char   *label,
          const char   *name,
          HwCellKind    kind,
          gboolean      costed,
          double        value,
          const char   *formula)
{
  const gboolean known = (costed ? at->book->n_valued : at->book->n_counted) > 0;

  figure (at, row, label, name);
  hw_sheet_formula_known (at->sheet, row, COLUMN_FIGURE, kind, known, value,
                          costed ? "COUNT(list_value)>0" : "COUNT(list_on_hand)>0", formula);
}

static void
money_maybe (const Layout *at,
             int           row,
             const char   *label,
             const char   *name,
             gboolean      known,
             double        value,
             const char   *formula)
{
  figure (at, row, label, name);
  hw_sheet_formula_maybe (at->sheet, row, COLUMN_FIGURE, HW_CELL_MONEY, known, value, formula);
}

static int
write_today (Layout *at)
{
  const HwMoney budget = at->plan->terms.budget;
  const int n = (int) at->names->len, total = ROW_SUPPLIERS + 3 + n;
  g_autofree char *sum = g_strdup_printf ("SUM(F%d:F%d)", at->first, at->last);
  g_autofree char *count = g_strdup_printf ("COUNTIF(D%d:D%d,\">0\")", at->first, at->last);
  g_autofree char *freight = n > 0 ? g_strdup_printf ("E%d", total) : g_strdup ("0");
  const double given = budget != HW_UNKNOWN ? hw_scaled_to_double (budget) : 0.0;
  HwBook *book = at->book;
  const gboolean is_left = budget != HW_UNKNOWN && book->n_counted > 0;
  int row = ROW_FIGURES;

  hw_sheet_line (at->sheet, ROW_TOP, HW_LOOK_SECTION, _("Today"));
  for (guint i = 0; i < at->orders->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (at->orders, i);

      book->order_value += hw_order_rows_value (line);
      at->at_risk += hw_scaled_to_double (hw_stock_line_risk_week (line));
    }

  known_if (at, row++, _("To order today"), "order_total", HW_CELL_MONEY, FALSE, book->order_value, sum);
  book->order_count = (int) at->orders->len;
  known_if (at, row++, _("Products to order"), "order_count", HW_CELL_COUNT, FALSE, at->orders->len, count);
  known_if (at, row++, _("Freight of these orders"), "order_freight", HW_CELL_MONEY, FALSE, at->freight, freight);
  money_maybe (at, row++, _("Budget for today"), NULL, budget != HW_UNKNOWN, given, "=IF(ISNUMBER(order_budget),order_budget,\"\")");
  hw_book_input (book, _("Stock and orders"), _("Budget for today"), "order_budget", HW_CELL_MONEY, budget != HW_UNKNOWN, given,
                 budget != HW_UNKNOWN ? _("set in Headway") : _("not set: no limit"));
  money_maybe (at, row++, _("Left of the budget"), "budget_left", is_left,
               is_left ? given - book->order_value - at->freight : 0.0,
               "=IF(AND(ISNUMBER(order_budget),ISNUMBER(order_total)),order_budget-order_total-order_freight,\"\")");
  return row;
}

static void
write_stock (const Layout *at,
             int           row)
{
  HwBook *book = at->book;
  const gboolean cost = book->n_year_cost > 0, saved = book->n_year_saved > 0;

  known_if (at, row++, _("Products that may run out"), "may_run_out", HW_CELL_COUNT, FALSE,
            hw_stock_plan_count_in (at->plan, HW_PILE_MAY_RUN_OUT), "SUM(list_may_run_out)");
  figure (at, row, _("On its way, at cost"), "open_value");
  hw_sheet_formula (at->sheet, row++, COLUMN_FIGURE, HW_CELL_MONEY, HW_ROLE_PLAIN, book->open_value, "=SUM(way_value)");
  known_if (at, row++, _("Value of the stock, at cost"), "stock_value", HW_CELL_MONEY, TRUE, book->stock_value, "SUM(list_value)");
  known_if (at, row++, _("Of it too much"), "excess_value", HW_CELL_MONEY, FALSE, book->excess_value, "SUM(list_excess)");
  money_maybe (at, row++, _("Cost a year by this plan"), "year_cost", cost, book->year_cost,
               "=IF(COUNT(keep_cost)>0,SUM(keep_cost),\"\")");
  money_maybe (at, row++, _("Cost a year as you order today"), "year_cost_now", saved, book->year_cost + book->year_saved,
               "=IF(COUNT(keep_saved)>0,year_cost+SUM(keep_saved),\"\")");
  money_maybe (at, row, _("Saved a year"), NULL, saved, book->year_saved,
               "=IF(ISNUMBER(year_cost_now),year_cost_now-year_cost,\"\")");
}

/* --- what it is reckoned with --- */

static void
term (const Layout *at,
      int           row,
      const char   *label,
      const char   *name,
      HwCellKind    kind,
      double        value,
      gboolean      said)
{
  const char *note = said ? _("set in Headway") : _("not set: assumed");

  hw_sheet_label (at->sheet, row, COLUMN_TERMS, label);
  hw_sheet_formula (at->sheet, row, COLUMN_TERM, kind, HW_ROLE_PLAIN, value, "=%s", name);
  hw_sheet_run (at->sheet, row, COLUMN_TERM + 1, note);
  hw_book_input (at->book, _("Stock and orders"), label, name, kind, TRUE, value, note);
}

/* @of: the name of what it follows from. */
static void
follows (const Layout *at,
         int           row,
         const char   *label,
         const char   *of,
         gboolean      known,
         double        value,
         const char   *formula)
{
  g_autofree char *test = g_strdup_printf ("ISNUMBER(%s)", of);

  hw_sheet_label (at->sheet, row, COLUMN_TERMS, label);
  hw_sheet_formula_known (at->sheet, row, COLUMN_TERM, HW_CELL_MONEY, known, value, test, formula);
}

static void
write_terms (const Layout *at)
{
  const HwBook *book = at->book;
  const HwStockTerms *terms = &at->plan->terms;
  const double line_cost = hw_scaled_to_double (terms->order_cost);
  const gboolean counted = book->n_counted > 0;
  g_autofree char *missed = g_strdup_printf ("SUM(L%d:L%d)", at->first, at->last);
  int row = ROW_FIGURES;

  hw_sheet_label (at->sheet, ROW_TOP, COLUMN_TERMS, _("What it is reckoned with"));
  hw_sheet_label (at->sheet, row, COLUMN_TERMS, _("Promise: there when asked for"));
  hw_sheet_number (at->sheet, row, COLUMN_TERM, HW_CELL_SHARE, HW_ROLE_TYPED, at->plan->service);
  hw_book_name (at->book, "stock_promise", HW_SHEET_STOCK, row, row, COLUMN_TERM);
  row++;
  term (at, row++, _("Keeping stock a year, of its cost"), "carrying_rate", HW_CELL_SHARE, terms->carrying,
        (terms->said & HW_SAID_CARRYING) != 0);
  term (at, row++, _("Work for one line of an order"), "order_line_cost", HW_CELL_MONEY, line_cost,
        (terms->said & HW_SAID_ORDER_COST) != 0);
  term (at, row++, _("Of missed sales, lost for good"), "lost_share", HW_CELL_SHARE, terms->lost_share,
        (terms->said & HW_SAID_LOST_SHARE) != 0);

  hw_sheet_label (at->sheet, ++row, COLUMN_TERMS, _("What follows from it"));
  follows (at, ++row, _("Keeping this stock for a year"), "stock_value", book->n_valued > 0,
           book->stock_value * terms->carrying, "stock_value*carrying_rate");
  follows (at, ++row, _("Keeping what is too much for a year"), "excess_value", counted,
           book->excess_value * terms->carrying, "excess_value*carrying_rate");
  follows (at, ++row, _("Work for today's order lines"), "order_count", counted, book->order_count * line_cost, "order_count*order_line_cost");
  follows (at, ++row, _("Sales missed a week if nothing is ordered"), "order_count", counted, at->at_risk, missed);
  hw_book_name (at->book, "missed_week", HW_SHEET_STOCK, row, row, COLUMN_TERM);
  follows (at, ++row, _("Of them lost for good"), "missed_week", counted, at->at_risk * terms->lost_share, "missed_week*lost_share");
}

/* --- all --- */

static void
check (const Layout *at,
       const char   *label,
       gboolean      known,
       HwMoney       expected,
       double        value,
       const char   *formula)
{
  if (known && expected != HW_UNKNOWN)
    hw_book_check (at->book, label, HW_CELL_MONEY, hw_scaled_to_double (expected), value, formula);
}

static void
write_checks (const Layout *at)
{
  const HwStockPlan *plan = at->plan;
  HwBook *book = at->book;
  const gboolean counted = book->n_counted > 0; /* nothing to compare with what is not known */

  check (at, _("Value to order today"), counted, plan->order_value, book->order_value, "=order_total");
  if (counted)
    {
      hw_book_check (book, _("Products to order today"), HW_CELL_COUNT, plan->n_orders, book->order_count, "=order_count");
      hw_book_check (book, _("Products that may run out"), HW_CELL_COUNT, hw_stock_plan_count_in (plan, HW_PILE_MAY_RUN_OUT),
                     hw_stock_plan_count_in (plan, HW_PILE_MAY_RUN_OUT), "=may_run_out");
    }
  check (at, _("Value of the stock, at cost"), book->n_valued > 0, plan->stock_value, book->stock_value, "=stock_value");
  check (at, _("Stock that is too much, at cost"), counted, plan->excess_value, book->excess_value, "=excess_value");
  check (at, _("Cost a year by this plan"), TRUE, plan->year_cost, book->year_cost, "=year_cost");
  check (at, _("Cost a year as you order today"), TRUE, plan->year_cost_now, book->year_cost + book->year_saved, "=year_cost_now");
  if (plan->terms.budget != HW_UNKNOWN)
    check (at, _("Left of the budget"), counted, plan->budget_left,
           hw_scaled_to_double (plan->terms.budget) - book->order_value - at->freight, "=budget_left");
}

void
hw_stock_sheet_write (HwBook *book)
{
  g_auto(Layout) at = { .book = book, .sheet = book->sheets[HW_SHEET_STOCK], .plan = book->report->stock };

  if (hw_stock_none (book, HW_SHEET_STOCK, _("Stock and orders")))
    return;

  at.orders = hw_order_rows_collect (at.plan);
  at.names = collect_suppliers (book, at.orders);
  at.head = ROW_SUPPLIERS + (at.names->len > 0 ? (int) at.names->len + 5 : 1);
  at.first = at.head + 2;
  at.last = at.first + MAX ((int) at.orders->len, 1) - 1;

  hw_stock_top (book, HW_SHEET_STOCK, HW_ORDER_NOTE, _("Stock and orders"),
                _("The list starts with what would cost you most if it ran out. Change an amount, or a figure on the sheet Inputs; the values follow."));
  if (at.names->len > 0)
    write_suppliers (&at);
  write_stock (&at, write_today (&at));
  write_terms (&at);
  hw_sheet_line (at.sheet, at.head - 1, HW_LOOK_SECTION, _("To order today"));
  hw_order_rows_write (book, at.orders, at.head);
  write_checks (&at);

  hw_sheet_widen (at.sheet, HW_ORDER_PRODUCT, LABEL_LETTERS);
  worksheet_freeze_panes (at.sheet->ws, 0, HW_ORDER_KEY);
  hw_book_finish (book, HW_SHEET_STOCK, TRUE, at.head);
}
