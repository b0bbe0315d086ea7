/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-supplier-rows.h"

#include "widgets/hw-cells.h"

#include <glib/gi18n.h>
#include <math.h>

#define PRODUCTS_WIDTH 900 /* pixels of the table: in narrower ones names come first */
#define FREIGHT_WIDTH 800

enum
{
  SUPPLIER_NAME,
  SUPPLIER_LEAD,
  SUPPLIER_CAME,
  SUPPLIER_ON_TIME,
  SUPPLIER_MIN_ORDER,
  SUPPLIER_FREIGHT,
  SUPPLIER_FREIGHT_FREE,
  SUPPLIER_REVIEW,
  SUPPLIER_TAKES_BACK,
  SUPPLIER_PRODUCTS,
  SUPPLIER_N,
};

void
hw_supplier_rows_set_up (HwDataTable *table)
{
  const HwColumn columns[SUPPLIER_N] = {
    [SUPPLIER_NAME]       = { _("Supplier"), HW_COLUMN_TEXT },
    [SUPPLIER_LEAD]       = { _("Waiting time"), HW_COLUMN_NUMBER },
    /* Translators: heading over the waiting time as receipts show it. */
    [SUPPLIER_CAME]       = { _("As it came"), HW_COLUMN_NUMBER },
    [SUPPLIER_ON_TIME]    = { _("On time"), HW_COLUMN_NUMBER },
    [SUPPLIER_MIN_ORDER]  = { _("Smallest order"), HW_COLUMN_NUMBER },
    [SUPPLIER_FREIGHT]    = { _("Freight"), HW_COLUMN_NUMBER },
    /* Translators: heading over the order value from which on there is no freight. */
    [SUPPLIER_FREIGHT_FREE] = { _("No freight from"), HW_COLUMN_NUMBER },
    /* Translators: heading over "every 7 days". */
    [SUPPLIER_REVIEW]     = { _("Ordered"), HW_COLUMN_NUMBER },
    [SUPPLIER_TAKES_BACK] = { _("Takes back"), HW_COLUMN_SHORT },
    [SUPPLIER_PRODUCTS]   = { _("Products"), HW_COLUMN_NUMBER },
  };

  hw_data_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  hw_data_table_set_label (table, _("Suppliers"));
  hw_data_table_spare_below (table, SUPPLIER_PRODUCTS, PRODUCTS_WIDTH);
  hw_data_table_spare_below (table, SUPPLIER_FREIGHT, FREIGHT_WIDTH);
  hw_data_table_show_column (table, SUPPLIER_FREIGHT_FREE, FALSE);
  hw_data_table_show_column (table, SUPPLIER_REVIEW, FALSE);
  hw_data_table_show_column (table, SUPPLIER_TAKES_BACK, FALSE);
}

static char *
say_days (int n)
{
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n), n);
}

/* As the supplier says. */
static void
set_lead (HwRow                *row,
          const HwSupplierCard *card)
{
  const int days = card->supplier.lead_days;

  if (days < 0)
    hw_row_set_number (row, SUPPLIER_LEAD, g_strdup (_("not known")), NAN);
  else
    hw_row_set_number (row, SUPPLIER_LEAD, say_days (days), days);
}

static void
set_came (HwRow                *row,
          const HwSupplierCard *card,
          const HwFormat       *format)
{
  g_autofree char *mean = NULL;
  g_autofree char *spread = NULL;

  if (card->n_received <= 0)
    {
      hw_row_set_number (row, SUPPLIER_CAME, g_strdup (_("no data")), NAN);
      return;
    }

  mean = hw_format_number (format, card->lead_mean, 1);
  spread = hw_format_number (format, card->lead_sd, 1);
  /* Translators: days from order to shelf: 1 the mean, 2 how far they are usually apart from it. */
  hw_row_set_number (row, SUPPLIER_CAME, g_strdup_printf (_("%1$s ± %2$s days"), mean, spread), card->lead_mean);
}

static void
set_on_time (HwRow                *row,
             const HwSupplierCard *card,
             const HwFormat       *format)
{
  if (card->on_time < 0.0)
    hw_row_set_number (row, SUPPLIER_ON_TIME, g_strdup (_("no data")), NAN);
  else
    hw_row_set_number (row, SUPPLIER_ON_TIME, hw_format_percent (format, card->on_time, 0), card->on_time);
}

static void
set_money (HwRow          *row,
           guint           column,
           HwMoney         money,
           const HwFormat *format)
{
  if (money > 0)
    hw_cell_money (row, column, money, format);
  else
    hw_row_set_number (row, column, g_strdup (C_("supplier", "none")), 0.0);
}

GPtrArray *
hw_supplier_rows_new (GPtrArray      *cards,
                      const HwFormat *format)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < cards->len; i++)
    {
      const HwSupplierCard *card = g_ptr_array_index (cards, i);
      const int review = card->supplier.review_days;
      HwRow *row = hw_row_new (SUPPLIER_N, card->supplier.id);

      hw_cell_name (row, SUPPLIER_NAME, card->supplier.name);
      set_lead (row, card);
      set_came (row, card, format);
      set_on_time (row, card, format);
      set_money (row, SUPPLIER_MIN_ORDER, card->supplier.min_order, format);
      set_money (row, SUPPLIER_FREIGHT, card->terms.freight, format);
      set_money (row, SUPPLIER_FREIGHT_FREE, card->terms.freight_free, format);
      if (review > 1)
        hw_row_set_number (row, SUPPLIER_REVIEW, g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong) review), review),
                           review);
      else
        hw_row_set_number (row, SUPPLIER_REVIEW, g_strdup (_("any day")), 1.0);
      hw_row_set_text (row, SUPPLIER_TAKES_BACK, g_strdup (card->terms.takes_back ? _("Yes") : _("No")));
      hw_row_set_number (row, SUPPLIER_PRODUCTS, hw_format_number (format, card->n_products, 0), card->n_products);
      g_ptr_array_add (rows, row);
    }

  return rows;
}
