/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-order-books.h"

#include "core/hw-csv-cell.h"
#include "core/hw-error.h"
#include "core/hw-format.h"
#include "report/hw-out-file.h"
#include "report/hw-page.h"
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_number (GString *csv,
            gint64   scaled,
            int      decimals,
            char     end)
{
  g_autofree char *text = hw_scaled_to_text (scaled, decimals);

  g_string_append (csv, text);
  g_string_append_c (csv, end);
}

/* 03/31/2026 in North America, else 31/03/2026: as the programs of the country read it. */
static void
add_day (GString            *csv,
         const HwOrderPaper *paper,
         HwDay               day,
         char                end)
{
  int y, m, d;

  hw_day_to_ymd (day, &y, &m, &d);
  if (hw_sheet_is_letter (paper->business->country))
    g_string_append_printf (csv, "%02d/%02d/%04d%c", m, d, y, end);
  else
    g_string_append_printf (csv, "%02d/%02d/%04d%c", d, m, y, end);
}

static HwDay
due (const HwOrderPaper *paper)
{
  return paper->expected != HW_DAY_NONE ? paper->expected : paper->ordered;
}

static gboolean
save (const GString  *csv,
      const char     *path,
      GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HwOutFile) out = { NULL, NULL };

  if (!hw_out_file_begin (&out, path, error))
    return FALSE;

  if (g_file_set_contents (out.temp, csv->str, (gssize) csv->len, &local))
    return hw_out_file_commit (&out, error);

  g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, local->message);
  return FALSE;
}

gboolean
hw_order_books_write_xero (const HwOrderPaper  *paper,
                           const char          *path,
                           GError             **error)
{
  g_autoptr (GString) csv =
    g_string_new ("*ContactName,EmailAddress,*InvoiceNumber,*InvoiceDate,*DueDate,InventoryItemCode,Description,*Quantity,"
                  "*UnitAmount,*AccountCode,*TaxType,Currency\n");

  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwOrderPaperLine *line = &g_array_index (paper->lines, HwOrderPaperLine, i);

      if (line->unit_cost == HW_UNKNOWN)
        continue;

      hw_csv_cell_add (csv, paper->supplier, FALSE, ',');
      hw_csv_cell_add (csv, paper->email, FALSE, ',');
      g_string_append_printf (csv, "PO-%" G_GINT64_FORMAT ",", paper->number);
      add_day (csv, paper, paper->ordered, ',');
      add_day (csv, paper, due (paper), ',');
      hw_csv_cell_add (csv, line->key, FALSE, ',');
      hw_csv_cell_add (csv, line->name, FALSE, ',');
      add_number (csv, line->quantity, 0, ',');
      add_number (csv, line->unit_cost, 2, ',');
      g_string_append_printf (csv, ",,%s\n", paper->business->currency);
    }

  return save (csv, path, error);
}

gboolean
hw_order_books_write_quickbooks (const HwOrderPaper  *paper,
                                 const char          *path,
                                 GError             **error)
{
  g_autoptr (GString) csv = g_string_new ("Bill No,Vendor,Bill Date,Due Date,Account,Line Description,Line Amount\n");

  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwOrderPaperLine *line = &g_array_index (paper->lines, HwOrderPaperLine, i);
      HwMoney value = 0;

      if (line->unit_cost == HW_UNKNOWN)
        continue;
      if (!hw_money_times (line->unit_cost, line->quantity, &value))
        {
          g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "an order's value is too large to write");
          return FALSE;
        }

      g_string_append_printf (csv, "PO-%" G_GINT64_FORMAT ",", paper->number);
      hw_csv_cell_add (csv, paper->supplier, FALSE, ',');
      add_day (csv, paper, paper->ordered, ',');
      add_day (csv, paper, due (paper), ',');
      g_string_append_c (csv, ',');
      hw_csv_cell_add (csv, line->name, FALSE, ',');
      add_number (csv, value, 2, '\n');
    }

  return save (csv, path, error);
}

/* --- on paper --- */

static HwMoney
add_line (HwPage                 *page,
          const HwFormat         *format,
          const HwOrderPaperLine *line)
{
  g_autofree char *amount = hw_format_quantity (format, line->quantity);
  g_autofree char *with_unit = *line->unit != '\0' ? g_strdup_printf ("%s %s", amount, line->unit) : g_strdup (amount);
  g_autofree char *name = *line->key != '\0' ? g_strdup_printf ("%s (%s)", line->name, line->key) : g_strdup (line->name);
  HwMoney value = HW_UNKNOWN;
  g_autofree char *each = line->unit_cost != HW_UNKNOWN ? hw_format_money (format, line->unit_cost) : g_strdup ("");
  g_autofree char *money = NULL;

  if (line->unit_cost == HW_UNKNOWN || !hw_money_times (line->unit_cost, line->quantity, &value))
    value = HW_UNKNOWN;
  money = value != HW_UNKNOWN ? hw_format_money (format, value) : g_strdup ("");
  hw_page_row (page, FALSE, (const char *const[]) { name, with_unit, each, money, NULL });
  return value;
}

gboolean
hw_order_books_write_pdf (const HwOrderPaper  *paper,
                          const char          *path,
                          GError             **error)
{
  g_autoptr (HwFormat) format = hw_format_new (paper->language, paper->business->country, paper->business->currency);
  /* Translators: %d is the number of an order. */
  g_autofree char *title = g_strdup_printf (_("Order %d"), (int) paper->number);
  g_autofree char *day = hw_format_day (format, paper->ordered, HW_DAY_LONG);
  g_autofree char *expected = paper->expected != HW_DAY_NONE ? hw_format_day (format, paper->expected, HW_DAY_LONG) : NULL;
  g_autoptr (HwPage) page = hw_page_new (hw_sheet_is_letter (paper->business->country), title, paper->business->name, paper->ordered);
  g_autofree char *sum = NULL;
  HwMoney total = 0;

  hw_page_title (page, title);
  hw_page_pair (page, _("From"), paper->business->name);
  if (*paper->supplier != '\0')
    hw_page_pair (page, _("To"), paper->supplier);
  hw_page_pair (page, _("Ordered on"), day);
  if (expected != NULL)
    hw_page_pair (page, _("Expected on"), expected);

  hw_page_section (page, _("What we order"));
  hw_page_row (page, TRUE, (const char *const[]) { _("Product"), C_("column", "Order"), _("Cost each"), _("Value"), NULL });
  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwMoney value = add_line (page, format, &g_array_index (paper->lines, HwOrderPaperLine, i));

      if (value != HW_UNKNOWN && !hw_scaled_add (&total, value))
        {
          g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "an order's value is too large to write");
          return FALSE;
        }
    }

  sum = hw_format_money (format, total);
  hw_page_row (page, TRUE, (const char *const[]) { _("Total without freight and tax"), "", "", sum, NULL });
  hw_page_text (page, _("Please tell us the day it will come."));
  return hw_page_write (page, path, error);
}
