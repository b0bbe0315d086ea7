/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-stock-words.h"

#include <glib/gi18n-lib.h>

const char *
hw_stock_supplier_words (const char *supplier)
{
  return supplier != NULL && supplier[0] != '\0' ? supplier : _("No supplier named");
}

const char *
hw_stock_reason_words (const HwStockLine *line)
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

const char *
hw_stock_pattern_words (const HwStockLine *line)
{
  switch (line->pattern)
    {
    case HW_PATTERN_STEADY:
      return _("steady");
    case HW_PATTERN_SEASONAL:
      return _("by season");
    case HW_PATTERN_NOW_AND_THEN:
      return _("now and then");
    case HW_PATTERN_LUMPY:
      return _("seldom, then a lot");
    case HW_PATTERN_NEW:
      return _("new");
    case HW_PATTERN_DYING:
      return _("less and less");
    }

  return "";
}

const char *
hw_stock_way_out_words (const HwStockLine *line)
{
  switch (line->way_out)
    {
    case HW_WAY_OUT_NONE:
      return "";
    case HW_WAY_OUT_WAIT:
      return _("let it sell off");
    case HW_WAY_OUT_RETURN:
      return _("send it back");
    case HW_WAY_OUT_BUNDLE:
      return _("sell it in a bundle");
    case HW_WAY_OUT_MARK_DOWN:
      return _("sell it for less");
    }

  return "";
}

const char *
hw_stock_change_words (const HwStockLine *line)
{
  switch (line->change)
    {
    case HW_CHANGE_SOLD_MORE:
      return _("more was sold than expected");
    case HW_CHANGE_SOLD_LESS:
      return _("less was sold than expected");
    case HW_CHANGE_COUNTED:
      return _("the shelf was counted");
    case HW_CHANGE_CAME:
      return _("an order came");
    case HW_CHANGE_LATE:
      return _("an order is late");
    case HW_CHANGE_ORDERED:
      return _("ordered since");
    case HW_CHANGE_TERMS:
      return _("costs or waiting time changed");
    case HW_CHANGE_NONE:
    case HW_CHANGE_FIRST:
    case HW_CHANGE_TIME:
      break;
    }

  return "";
}

const char *
hw_stock_class_words (const HwStockLine *line,
                      char               to[HW_CLASS_SIZE])
{
  to[0] = hw_abc_id (line->abc)[0];
  to[1] = hw_xyz_id (line->xyz)[0];
  to[2] = '\0';
  return to;
}

gboolean
hw_stock_has_levels (const HwStockLine *line)
{
  switch (line->reason)
    {
    case HW_STOCK_ENOUGH:
    case HW_STOCK_ORDER:
    case HW_STOCK_ORDER_SOLD_OUT:
    case HW_STOCK_NO_COUNT:
    case HW_STOCK_OVER_BUDGET:
      return TRUE;
    case HW_STOCK_NO_SALES:
    case HW_STOCK_NEW:
    case HW_STOCK_RETIRED:
    case HW_STOCK_BAD_WAITING:
    case HW_STOCK_NO_COST:
      break;
    }

  return FALSE;
}

gboolean
hw_stock_has_pace (const HwStockLine *line)
{
  return hw_stock_has_levels (line) || line->reason == HW_STOCK_NO_SALES;
}

gboolean
hw_stock_has_excess (const HwStockLine *line)
{
  return line->on_hand != HW_UNKNOWN &&
         (line->excess > 0 || hw_stock_has_pace (line) || line->reason == HW_STOCK_RETIRED);
}

char *
hw_stock_dup_how (const HwBook *book)
{
  const HwReport *report = book->report;
  g_autofree char *how = NULL;

  if (report->stock_ways > 0)
    /* Translators: %u is how many. */
    how = g_strdup_printf (ngettext ("Levels and amounts of each product were tried on %u way the coming months may go. "
                                     "Of those that keep the promise, the one that costs least was taken.",
                                     "Levels and amounts of each product were tried on %u ways the coming months may go. "
                                     "Of those that keep the promise, the one that costs least was taken.", report->stock_ways),
                           report->stock_ways);
  else
    how = g_strdup (_("Levels and amounts of each product were tried on ways the coming months may go. "
                      "Of those that keep the promise, the one that costs least was taken."));

  if (report->stock_run == NULL)
    return g_steal_pointer (&how);

  /* Translators: 1 a sentence, 2 a short code that stands for how it was worked out. */
  return g_strdup_printf (_("%1$s Blue figures come from there: run %2$s. Black ones are formulas."), how, report->stock_run);
}

gboolean
hw_stock_none (HwBook     *book,
               HwSheetId   sheet,
               const char *title)
{
  const HwStockPlan *plan = book->report->stock;

  if (plan != NULL && plan->lines->len > 0)
    return FALSE;

  hw_sheet_line (book->sheets[sheet], 0, HW_LOOK_TITLE, title);
  hw_sheet_line (book->sheets[sheet], 1, HW_LOOK_NOTE,
                 _("There is no stock plan yet. Add a file of your sales and one of your stock."));
  hw_book_finish (book, sheet, TRUE, -1);
  return TRUE;
}

void
hw_stock_top (HwBook     *book,
              HwSheetId   sheet,
              int         last_column,
              const char *title,
              const char *what)
{
  g_autofree char *how = hw_stock_dup_how (book);

  hw_sheet_line (book->sheets[sheet], 0, HW_LOOK_TITLE, title);
  hw_sheet_line (book->sheets[sheet], 1, HW_LOOK_NOTE, what);
  hw_sheet_paragraph (book->sheets[sheet], 2, last_column, how);
}
