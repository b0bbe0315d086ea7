/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-order-paper.h"

#include "core/hw-csv-cell.h"
#include "core/hw-error.h"
#include "report/hw-order-books.h"
#include "report/hw-out-file.h"
#include "report/hw-plain-numbers.h"
#include "report/hw-sheet.h"
#include "report/hw-zip-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_SECONDS G_GINT64_CONSTANT (86400)

enum { PRODUCT, KEY, AMOUNT, UNIT, PACK, PACKS, COST, VALUE };
enum { ROW_TITLE, ROW_FROM, ROW_TO, ROW_DAYS, ROW_HEADS = 5, ROW_FIRST };

/* What the styles count decimals by. */
typedef struct
{
  GArray  *products;  /* (owned) of HwProduct */
  GArray  *rows;      /* (owned) of HwReportRow */
  HwReport report;
} Figures;

static void
figures_init (Figures            *self,
              const HwOrderPaper *paper)
{
  self->products = g_array_new (FALSE, TRUE, sizeof (HwProduct));
  self->rows = g_array_new (FALSE, TRUE, sizeof (HwReportRow));
  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwOrderPaperLine *line = &g_array_index (paper->lines, HwOrderPaperLine, i);
      const HwProduct product = { .cost = line->unit_cost, .price = HW_UNKNOWN };
      const HwReportRow row = { .quantity = line->quantity };

      g_array_append_val (self->products, product);
      g_array_append_val (self->rows, row);
    }

  self->report = (HwReport) { .business = paper->business, .products = self->products, .rows = self->rows };
}

static void
figures_clear (Figures *self)
{
  g_array_unref (self->products);
  g_array_unref (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static double
line_value (const HwOrderPaperLine *line)
{
  return line->unit_cost != HW_UNKNOWN
         ? hw_scaled_to_double (line->unit_cost) * hw_scaled_to_double (line->quantity) : 0.0;
}

static void
write_head (HwSheet            *sheet,
            const HwOrderPaper *paper,
            const HwFormat     *format)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, paper->number);
  /* Translators: the number of an order to a supplier. */
  g_autofree char *title = g_strdup_printf (_("Order %s"), number);
  g_autofree char *from = g_strdup_printf (_("From: %s"), paper->business->name);
  g_autofree char *to = NULL;
  g_autofree char *day = hw_format_day (format, paper->ordered, HW_DAY_NUMERIC);
  g_autofree char *arrives = hw_format_day (format, paper->expected, HW_DAY_NUMERIC);
  g_autofree char *days = paper->expected != HW_DAY_NONE
                          /* Translators: both are dates. */
                          ? g_strdup_printf (_("Ordered %1$s, expected %2$s"), day, arrives)
                          : g_strdup_printf (_("Ordered %s"), day);

  if (*paper->email != '\0')
    /* Translators: a supplier and its e-mail address. */
    to = g_strdup_printf (_("To: %1$s, %2$s"), paper->supplier, paper->email);
  else if (*paper->supplier != '\0')
    to = g_strdup_printf (_("To: %s"), paper->supplier);

  hw_sheet_line (sheet, ROW_TITLE, HW_LOOK_TITLE, title);
  hw_sheet_run (sheet, ROW_FROM, PRODUCT, from);
  hw_sheet_run (sheet, ROW_TO, PRODUCT, to != NULL ? to : "");
  hw_sheet_run (sheet, ROW_DAYS, PRODUCT, days);
}

static void
write_line (HwSheet                *sheet,
            int                     row,
            const HwOrderPaperLine *line)
{
  const int n = row + 1;

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, line->name);
  hw_sheet_text (sheet, row, KEY, HW_ROLE_PLAIN, line->key);
  hw_sheet_scaled (sheet, row, AMOUNT, HW_CELL_UNITS, HW_ROLE_INPUT, line->quantity);
  hw_sheet_text (sheet, row, UNIT, HW_ROLE_PLAIN, line->unit);
  hw_sheet_scaled (sheet, row, PACK, HW_CELL_UNITS, HW_ROLE_TYPED, line->pack > 0 ? line->pack : HW_UNKNOWN);
  if (line->pack > 0)
    hw_sheet_formula (sheet, row, PACKS, HW_CELL_UNITS, HW_ROLE_PLAIN,
                      (double) line->quantity / (double) line->pack, "=C%d/E%d", n, n);
  hw_sheet_scaled (sheet, row, COST, HW_CELL_PRICE, HW_ROLE_TYPED, line->unit_cost);
  if (line->unit_cost != HW_UNKNOWN)
    hw_sheet_formula (sheet, row, VALUE, HW_CELL_MONEY, HW_ROLE_PLAIN, line_value (line), "=C%d*G%d", n, n);
}

/* Lines whose cost is not known are named under the total they are not in. */
static void
write_total (HwSheet            *sheet,
             const HwOrderPaper *paper)
{
  const int last = ROW_FIRST + (int) paper->lines->len;
  guint n_unknown = 0;
  double total = 0.0;

  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwOrderPaperLine *line = &g_array_index (paper->lines, HwOrderPaperLine, i);

      total += line_value (line);
      n_unknown += line->unit_cost == HW_UNKNOWN;
    }

  for (int column = PRODUCT; column < VALUE; column++)
    hw_sheet_text (sheet, last, column, HW_ROLE_TOTAL, column == PRODUCT ? _("Total without freight and tax") : "");
  hw_sheet_formula (sheet, last, VALUE, HW_CELL_MONEY, HW_ROLE_TOTAL, total, "=SUM(H%d:H%d)", ROW_FIRST + 1, last);

  if (n_unknown > 0)
    {
      g_autofree char *note = g_strdup_printf (ngettext ("The cost of %u item is not known; it is not in the total.",
                                                         "The costs of %u items are not known; they are not in the total.",
                                                         n_unknown), n_unknown);

      hw_sheet_line (sheet, last + 2, HW_LOOK_NOTE, note);
    }
}

static void
write_sheet (HwSheet            *sheet,
             const HwOrderPaper *paper,
             const HwFormat     *format)
{
  const char *const heads[] = { _("Product"), _("Number or key"), C_("column", "Order"), _("Unit"), _("In a pack"),
                                _("Packs"), _("Cost each"), _("Value"), NULL };
  g_autofree char *day = hw_format_day (format, paper->ordered, HW_DAY_NUMERIC);
  const HwPaper on = {
    .landscape = TRUE,
    .letter = hw_sheet_is_letter (paper->business->country),
    .head_row = ROW_HEADS,
    .left = paper->business->name,
    .right = day,
  };

  write_head (sheet, paper, format);
  hw_sheet_heads (sheet, ROW_HEADS, AMOUNT, heads);
  hw_sheet_words (sheet, ROW_HEADS, UNIT, HW_LOOK_HEAD, heads[UNIT]);
  for (guint i = 0; i < paper->lines->len; i++)
    write_line (sheet, ROW_FIRST + (int) i, &g_array_index (paper->lines, HwOrderPaperLine, i));

  write_total (sheet, paper);
  hw_sheet_finish (sheet, &on);
}

/* FALSE with errno set. */
static gboolean
write_book (const HwOrderPaper *paper,
            const char         *temp)
{
  g_autoptr (HwFormat) format = hw_format_new (paper->language, paper->business->country, paper->business->currency);
  lxw_workbook *book = workbook_new (temp);
  const char *name = _("Order");
  lxw_doc_properties properties = {
    .author = (char *) "Headway",
    .company = paper->business->name,
    .created = (time_t) (paper->ordered * DAY_SECONDS),
  };
  g_auto (Figures) figures = { 0 };
  HwBookStyle style;
  HwSheet *sheet;
  gboolean ok;

  figures_init (&figures, paper);
  errno = ENOMEM;
  if (book == NULL)
    return FALSE;

  if (workbook_validate_sheet_name (book, name) != LXW_NO_ERROR)
    name = "Order";
  hw_book_style_init (&style, book, format, &figures.report);
  workbook_set_properties (book, &properties);
  sheet = hw_sheet_new (&style, workbook_add_worksheet (book, name), name);
  write_sheet (sheet, paper, format);

  errno = 0;
  ok = workbook_close (book) == LXW_NO_ERROR;
  if (!ok && errno == 0)
    errno = EIO;
  hw_sheet_free (sheet);
  hw_book_style_clear (&style);
  return ok;
}

gboolean
hw_order_paper_write_book (const HwOrderPaper  *paper,
                           const char          *path,
                           GError             **error)
{
  g_auto (HwOutFile) out = { NULL, NULL };
  locale_t before;
  gboolean ok;
  int errnum;

  if (!hw_out_file_begin (&out, path, error))
    return FALSE;

  before = hw_plain_numbers_use ();
  ok = write_book (paper, out.temp);
  errnum = errno;
  hw_plain_numbers_restore (before);

  if (ok && hw_zip_check (out.temp))
    return hw_out_file_commit (&out, error);

  hw_out_file_fail (path, ok ? ENOSPC : errnum, error);
  return FALSE;
}

static void
add_cell (GString    *csv,
          const char *text,
          char        end)
{
  const gboolean quoted = strpbrk (text, ",\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
  g_string_append_c (csv, end);
}

static void
add_scaled (GString *csv,
            gint64   scaled,
            int      decimals,
            char     end)
{
  g_autofree char *text = scaled != HW_UNKNOWN ? hw_scaled_to_text (scaled, decimals) : g_strdup ("");

  add_cell (csv, text, end);
}

static gboolean
add_csv_line (GString                 *csv,
              const HwOrderPaperLine  *line,
              GError                 **error)
{
  const gboolean whole = line->pack > 0 && line->quantity % line->pack == 0;
  HwMoney value = HW_UNKNOWN;

  if (line->unit_cost != HW_UNKNOWN && !hw_money_times (line->unit_cost, line->quantity, &value))
    {
      g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "an order's value is too large to write");
      return FALSE;
    }

  hw_csv_cell_add (csv, line->name, FALSE, ',');
  hw_csv_cell_add (csv, line->key, FALSE, ',');
  add_scaled (csv, line->quantity, 0, ',');
  hw_csv_cell_add (csv, line->unit, FALSE, ',');
  add_scaled (csv, line->pack > 0 ? line->pack : HW_UNKNOWN, 0, ',');
  add_scaled (csv, whole ? line->quantity / line->pack * HW_QUANTITY_ONE : HW_UNKNOWN, 0, ',');
  add_scaled (csv, line->unit_cost, 2, ',');
  add_scaled (csv, value, 2, '\n');
  return TRUE;
}

gboolean
hw_order_paper_write_csv (const HwOrderPaper  *paper,
                          const char          *path,
                          GError             **error)
{
  g_autoptr (GString) csv = g_string_new ("product,number,quantity,unit,pack,packs,unit_cost,value\n");
  g_autoptr (GError) local = NULL;
  g_auto (HwOutFile) out = { NULL, NULL };

  for (guint i = 0; i < paper->lines->len; i++)
    if (!add_csv_line (csv, &g_array_index (paper->lines, HwOrderPaperLine, i), error))
      return FALSE;

  if (!hw_out_file_begin (&out, path, error))
    return FALSE;

  if (g_file_set_contents (out.temp, csv->str, (gssize) csv->len, &local))
    return hw_out_file_commit (&out, error);

  g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
  return FALSE;
}
