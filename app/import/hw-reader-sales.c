/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of sales: what is one, what is only a total or a heading between them,
 * what the lines of one receipt take over from the first, and what is left out. */
#include "import/hw-currency-sign.h"
#include "import/hw-reader-private.h"

#include "domain/hw-records.h"

#include <string.h>

#define FAR_AHEAD 366 /* days after today that a sale may still lie */
#define DAY_1970  0

/* Whether the receipt number is the one of the row above. */
static gboolean
same_order (HwReader *self)
{
  const char *order = self->row.order_ref;

  return *order != '\0' && strcmp (self->order->str, order) == 0;
}

/* A row without a date that can be read: a total, a heading, a footer, a row
 * that takes the date from above, or a row with a defect. FALSE: no row. */
static gboolean
settle_undated (HwReader *self,
                gboolean *ends)
{
  const guint filled = hw_reader_count_filled (self);
  HwCell *first = hw_reader_first_filled (self);
  const int date = hw_reader_column (self, HW_FIELD_DATE);
  const gboolean named = hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_ITEM)) || hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_SKU));
  const gboolean sold = hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_QUANTITY)) || hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_AMOUNT))
                        || hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_UNIT_PRICE));
  int total;

  *ends = TRUE;
  if (first == NULL || hw_reader_is_heading (self))
    return FALSE;

  total = hw_cell_is_total (first->text, first->length);
  if (total != 0)
    {
      hw_reader_check_total (self, total == 2);
      return FALSE;
    }

  if (filled == 1)
    {
      if (self->plan->group_column >= 0 && first == self->record->cells + self->plan->group_column)
        {
          g_string_truncate (self->group, 0);
          g_string_append_len (self->group, first->text, first->length);
          self->part_all = self->part_kept = 0;
        }
      return FALSE;
    }

  if (!hw_reader_is_filled (self, date))
    {
      self->row.day = same_order (self) ? self->order_day : self->plan->fill_days && named && sold ? self->last_day : HW_DAY_NONE;
      if (self->row.day != HW_DAY_NONE && !same_order (self))
        hw_import_report_add_issue (self->report, HW_ISSUE_DATE_ABOVE, self->record->number, date, NULL, FALSE);
      *ends = FALSE;
      return self->row.day != HW_DAY_NONE || (named && sold);
    }

  *ends = FALSE;
  return named || sold;
}

static gboolean
is_cancelled (HwReader *self,
              HwMoney   amount)
{
  const HwImportPlan *plan = self->plan;
  const int meaning = hw_reader_meaning (self, hw_reader_column (self, HW_FIELD_STATUS), &self->status);
  gboolean cancelled = FALSE, said = meaning >= 0;
  const HwCell *cell;

  if (meaning == HW_MEANS_CANCELLED || meaning == HW_MEANS_REFUND)
    cancelled = amount >= 0;

  cell = hw_reader_cell (self, plan->void_column);
  if (cell != NULL && cell->length > 0)
    {
      said = TRUE;
      cancelled |= hw_cell_is_yes (cell->text, cell->length);
    }
  if (hw_reader_is_filled (self, plan->cancelled_column))
    said = cancelled = TRUE;

  if (!said && same_order (self))
    return self->order_cancelled;

  return cancelled;
}

/* HW_LEFT_OUT_N: it stays. */
static HwLeftOut
judge_types (HwReader *self,
             gboolean *refund)
{
  gboolean principal = FALSE, no_sale = FALSE;

  *refund = FALSE;
  for (guint t = 0; t < self->plan->n_types; t++)
    {
      const int meaning = hw_reader_meaning (self, self->plan->types[t], &self->types[t]);

      principal |= meaning == HW_MEANS_PRINCIPAL;
      no_sale |= meaning == HW_MEANS_NO_SALE || (meaning == HW_MEANS_PAYMENT && self->plan->invoiced);
      *refund |= meaning == HW_MEANS_REFUND;
      if (meaning == HW_MEANS_CANCELLED && !self->plan->keep_cancelled)
        return HW_LEFT_OUT_CANCELLED;
    }

  /* In a file of bookings what names no product is the tax or the postage on it. */
  if (self->plan->table->section != NULL && !hw_reader_is_filled (self, hw_reader_column (self, HW_FIELD_ITEM)))
    no_sale = TRUE;

  return no_sale || (self->plan->principal_only && !principal) ? HW_LEFT_OUT_NOT_A_SALE : HW_LEFT_OUT_N;
}

gboolean
hw_reader_in_other_currency (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  const HwCell *cell = hw_reader_cell (self, hw_reader_column (self, HW_FIELD_CURRENCY));

  if (plan->keep[0] == '\0')
    return FALSE;
  if (plan->sign_column >= 0)
    {
      char sign[12];

      cell = hw_reader_cell (self, plan->sign_column);
      return cell != NULL && hw_number_sign (cell->text, cell->length, sign) && !hw_sign_fits (sign, plan->keep);
    }
  if (cell != NULL && cell->length == 3)
    memcpy (self->order_currency, cell->text, 3);
  else if (!same_order (self))
    self->order_currency[0] = '\0';

  return memcmp (self->order_currency, plan->keep, 3) != 0;
}

static gboolean
times_less (HwReader *self,
            gint64    quantity,
            gint64    price,
            gint64   *amount)
{
  gint64 discount, off;

  if (!hw_money_times (price, quantity, amount))
    return FALSE;
  if (self->plan->discount == HW_DISCOUNT_NONE || !hw_number_is_there (hw_reader_number (self, HW_FIELD_DISCOUNT, &discount)))
    return TRUE;

  discount = ABS (discount);
  switch (self->plan->discount)
    {
    case HW_DISCOUNT_SHARE:
      if (!hw_money_times (*amount, discount, &off))
        return FALSE;
      break;
    case HW_DISCOUNT_PERCENT:
      if (!hw_money_times (*amount, discount / 100, &off))
        return FALSE;
      break;
    case HW_DISCOUNT_NONE:
    case HW_DISCOUNT_MONEY:
    default:
      off = *amount < 0 ? -discount : discount;
      break;
    }

  *amount -= off;
  return TRUE;
}

/* Amount and price without a quantity: amount (less tax, if that comes out even)
 * shared by the price; else one. */
static gint64
work_out_quantity (HwReader *self,
                   gint64    amount,
                   gint64    price)
{
  gint64 tax = 0, quantity = HW_QUANTITY_ONE, less;

  if (amount == HW_UNKNOWN || price == HW_UNKNOWN || price == 0 || !hw_money_per (amount, price, &quantity))
    return HW_QUANTITY_ONE;

  if (quantity % HW_QUANTITY_ONE != 0 && hw_reader_column (self, HW_FIELD_TAX) >= 0 && hw_number_is_there (hw_reader_number (self, HW_FIELD_TAX, &tax))
      && hw_money_per (amount - tax, price, &less) && ABS (less - hw_scaled_round (less, 0)) < 100)
    quantity = hw_scaled_round (less, 0);

  return quantity != 0 ? quantity : HW_QUANTITY_ONE;
}

/* Quantity, price and amount; *@counted is the quantity as the file has it.
 * FALSE if the row cannot be used. */
static gboolean
read_figures (HwReader *self,
              gint64   *counted)
{
  HwImportRow *row = &self->row;
  gint64 quantity = HW_UNKNOWN, amount = HW_UNKNOWN, price = HW_UNKNOWN;
  const HwNumberStatus qs = hw_reader_number (self, HW_FIELD_QUANTITY, &quantity);
  const HwNumberStatus ps = hw_reader_number (self, HW_FIELD_UNIT_PRICE, &price);
  const HwNumberStatus as = hw_reader_number (self, HW_FIELD_AMOUNT, &amount);

  if (!hw_number_is_there (qs))
    quantity = HW_UNKNOWN;
  if (!hw_number_is_there (ps))
    price = HW_UNKNOWN;
  if (!hw_number_is_there (as))
    amount = HW_UNKNOWN;

  *counted = quantity == HW_UNKNOWN ? 0 : quantity;
  if (quantity == HW_UNKNOWN)
    {
      quantity = work_out_quantity (self, amount, price);
      if (hw_reader_column (self, HW_FIELD_QUANTITY) < 0)
        *counted = quantity = HW_QUANTITY_ONE;
      else if (qs == HW_NUMBER_EMPTY && amount == HW_UNKNOWN && price == HW_UNKNOWN && self->report->amount_known)
        {
          hw_reader_note (self, HW_ISSUE_NO_AMOUNT, -1, TRUE);
          return FALSE;
        }
      else if (qs == HW_NUMBER_EMPTY)
        hw_reader_note (self, HW_ISSUE_NO_QUANTITY, hw_reader_column (self, HW_FIELD_QUANTITY), FALSE);
    }

  if (amount == HW_UNKNOWN && price != HW_UNKNOWN && !times_less (self, quantity, price, &amount))
    {
      hw_reader_note (self, HW_ISSUE_TOO_LARGE, hw_reader_column (self, HW_FIELD_UNIT_PRICE), TRUE);
      return FALSE;
    }
  if (amount == HW_UNKNOWN)
    {
      if (as > HW_NUMBER_EMPTY || ps > HW_NUMBER_EMPTY)
        return FALSE;
      if (self->report->amount_known)
        hw_reader_note (self, HW_ISSUE_NO_AMOUNT, hw_reader_column (self, HW_FIELD_AMOUNT), FALSE);
      amount = 0;
    }

  row->quantity = quantity;
  row->unit_price = price;
  row->amount = self->seen = amount;
  return TRUE;
}

static void
turn_signs (HwReader *self,
            gint64   *counted,
            gboolean  refund)
{
  HwImportRow *row = &self->row;

  if (self->plan->flip || (refund && self->plan->flip_refunds))
    {
      row->amount = -row->amount;
      if (row->amount < 0 ? row->quantity > 0 : row->quantity < 0)
        {
          row->quantity = -row->quantity;
          *counted = -*counted;
        }
    }
  else if (row->amount < 0 && row->quantity > 0)
    {
      row->quantity = -row->quantity;
      *counted = -*counted;
    }
}

void
hw_reader_read_sale_names (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  HwImportRow *row = &self->row;
  const HwCell *cell = hw_reader_cell (self, plan->column[HW_FIELD_ITEM]);

  row->sku = hw_reader_text (self, plan->column[HW_FIELD_SKU]);
  if (cell != NULL && !(cell->length <= 16 && hw_cell_is_no_item (cell->text, cell->length)))
    row->item = hw_reader_text (self, plan->column[HW_FIELD_ITEM]);
  else if (plan->group_column >= 0)
    row->item = self->group->str;
  if (*row->item == '\0')
    row->item = row->sku;
  /* A file without any column for it holds totals of days; that is no defect. */
  if (*row->item == '\0' && (plan->column[HW_FIELD_ITEM] >= 0 || plan->column[HW_FIELD_SKU] >= 0 || plan->group_column >= 0))
    hw_reader_note (self, HW_ISSUE_NO_PRODUCT, plan->column[HW_FIELD_ITEM], FALSE);

  row->customer_name = hw_reader_full_name (self, plan->column[HW_FIELD_CUSTOMER_NAME]);
  row->customer = hw_reader_text (self, plan->column[HW_FIELD_CUSTOMER]);
  if (*row->customer == '\0')
    row->customer = row->customer_name;
  if (*row->customer == '\0' && same_order (self))
    row->customer = row->customer_name = self->order_customer->str;

  row->shop = hw_reader_text (self, plan->column[HW_FIELD_SHOP]);
  if (*row->shop == '\0' && same_order (self))
    row->shop = self->order_shop->str;
}

/* What the next line of the same receipt takes over. */
static void
remember_order (HwReader *self,
                gboolean  cancelled)
{
  const HwImportRow *row = &self->row;

  if (hw_reader_column (self, HW_FIELD_ORDER) < 0)
    return;

  self->order_day = row->day;
  self->order_cancelled = cancelled;
  if (row->customer != self->order_customer->str)
    g_string_assign (self->order_customer, row->customer);
  if (row->shop != self->order_shop->str)
    g_string_assign (self->order_shop, row->shop);
  if (!same_order (self))
    g_string_assign (self->order, row->order_ref);
}

gboolean
hw_reader_check_day (HwReader *self)
{
  const HwDay day = self->row.day;
  const int column = hw_reader_column (self, HW_FIELD_DATE);

  if (day >= DAY_1970 && day <= self->plan->today)
    return TRUE;

  if (day == HW_DAY_NONE)
    hw_reader_note (self, HW_ISSUE_NO_DATE, column, TRUE);
  else
    hw_reader_note (self, HW_ISSUE_FAR_DATE, column, day < DAY_1970 || day > self->plan->today + FAR_AHEAD);

  return day != HW_DAY_NONE && day >= DAY_1970 && day <= self->plan->today + FAR_AHEAD;
}

gboolean
hw_reader_take_sale (HwReader  *self,
                     GError   **error)
{
  const HwImportPlan *plan = self->plan;
  HwImportRow *row = &self->row;
  gboolean ends, refund, cancelled, usable;
  HwCell *item;
  HwLeftOut why;
  gint64 counted;
  int total;

  hw_reader_clear_row (self);
  row->order_ref = hw_reader_text (self, plan->column[HW_FIELD_ORDER]);
  row->day = hw_reader_date (self, plan->column[HW_FIELD_DATE], &row->minute);
  if (G_UNLIKELY (row->day == HW_DAY_NONE) && (!settle_undated (self, &ends) || ends))
    return TRUE;

  item = hw_reader_cell (self, plan->column[HW_FIELD_ITEM]);
  total = item != NULL && *row->order_ref == '\0' ? hw_cell_is_only_total (item->text, item->length) : 0;
  if (total != 0)
    {
      hw_reader_check_total (self, total == 2);
      return TRUE;
    }

  if (plan->order_heads && *row->order_ref != '\0' && !hw_reader_is_filled (self, plan->column[HW_FIELD_ITEM]) && !hw_reader_is_filled (self, plan->column[HW_FIELD_SKU]))
    {
      remember_order (self, is_cancelled (self, 0) && !plan->keep_cancelled);
      return TRUE;
    }

  self->report->rows_read++;
  hw_reader_check_shape (self);
  if (row->minute < 0 && plan->column[HW_FIELD_TIME] >= 0)
    {
      const HwCell *cell = hw_reader_cell (self, plan->column[HW_FIELD_TIME]);

      row->minute = cell != NULL ? hw_time_read (cell->text, cell->length) : -1;
    }

  why = judge_types (self, &refund);
  self->quiet = why != HW_LEFT_OUT_N;
  usable = read_figures (self, &counted);
  if (usable)
    turn_signs (self, &counted, refund);
  /* "Void" with a minus takes back a sale that stands above. */
  if (why == HW_LEFT_OUT_CANCELLED && usable && row->amount < 0)
    why = HW_LEFT_OUT_N;
  cancelled = is_cancelled (self, usable ? row->amount : 0) && !plan->keep_cancelled;
  if (hw_reader_in_other_currency (self) && why == HW_LEFT_OUT_N)
    why = HW_LEFT_OUT_OTHER_CURRENCY;
  if (cancelled)
    why = HW_LEFT_OUT_CANCELLED;
  if (why == HW_LEFT_OUT_N && (!hw_reader_check_day (self) || !usable))
    why = HW_LEFT_OUT_DEFECT;

  if (why == HW_LEFT_OUT_N)
    {
      hw_reader_read_sale_names (self);
      hw_reader_read_common (self);
      self->last_day = row->day;
    }
  remember_order (self, cancelled);
  return why == HW_LEFT_OUT_N ? hw_reader_keep (self, counted, error) : hw_reader_leave_out (self, why, error);
}
