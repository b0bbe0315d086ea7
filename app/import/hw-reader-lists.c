/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of lists: products and stock, suppliers and customers. */
#include "import/hw-reader-private.h"

#include "domain/hw-records.h"

#include <string.h>

/* "Shirt - Small / Blue": the name with its variant, as shops write it on receipts. */
static void
join_variants (HwReader *self)
{
  const HwImportPlan *plan = self->plan;
  guint n = 0;

  if (plan->n_variants == 0)
    return;

  g_string_assign (self->name, self->row.item);
  for (guint v = 0; v < plan->n_variants; v++)
    {
      const char *text = hw_reader_text (self, plan->variants[v]);

      if (*text == '\0' || g_str_equal (text, "Default Title"))
        continue;
      g_string_append_printf (self->name, "%s%s", n++ == 0 ? " - " : " / ", text);
    }
  self->row.item = self->name->str;
}

/* Variants stand below their product, with its handle but without its name. */
static void
inherit_title (HwReader *self)
{
  const char *handle = hw_reader_text (self, self->plan->handle_column);

  if (*handle == '\0')
    return;

  if (*self->row.item != '\0')
    {
      g_string_assign (self->handle, handle);
      g_string_assign (self->title, self->row.item);
    }
  else if (strcmp (self->handle->str, handle) == 0)
    self->row.item = self->title->str;
}

static void
note_double (HwReader   *self,
             const char *key,
             int         column)
{
  if (!g_hash_table_add (self->keys, g_strdup (key)))
    hw_reader_note (self, HW_ISSUE_DOUBLE, column, FALSE);
}

static gboolean
is_no_row (HwReader *self)
{
  HwCell *first = hw_reader_first_filled (self);

  if (first == NULL || hw_reader_is_heading (self))
    return TRUE;
  if (hw_cell_is_total (first->text, first->length) != 1)
    return FALSE;

  return TRUE;
}

gboolean
hw_reader_take_product (HwReader  *self,
                        GError   **error)
{
  const HwImportPlan *plan = self->plan;
  HwImportRow *row = &self->row;
  const gboolean has_variant = plan->n_variants > 0 && hw_reader_is_filled (self, plan->variants[0]);
  const int key_column = plan->column[HW_FIELD_SKU] >= 0 ? plan->column[HW_FIELD_SKU] : plan->column[HW_FIELD_ITEM];
  const HwCell *heading;
  int minute;

  hw_reader_clear_row (self);
  if (is_no_row (self))
    return TRUE;

  heading = plan->headed && hw_reader_count_filled (self) == 1 ? hw_reader_first_filled (self) : NULL;
  if (heading != NULL)
    {
      g_string_truncate (self->group, 0);
      g_string_append_len (self->group, heading->text, heading->length);
      return TRUE;
    }

  row->sku = hw_reader_text (self, plan->column[HW_FIELD_SKU]);
  row->item = hw_reader_text (self, plan->column[HW_FIELD_ITEM]);
  if (plan->handle_column >= 0 && *row->item == '\0' && *row->sku == '\0' && !has_variant
      && !hw_reader_is_filled (self, plan->column[HW_FIELD_UNIT_PRICE]) && !hw_reader_is_filled (self, plan->column[HW_FIELD_QUANTITY]))
    return TRUE;

  inherit_title (self);
  join_variants (self);
  if (*row->item == '\0')
    row->item = row->sku;
  if (*row->item == '\0' && hw_reader_count_filled (self) < 2)
    return TRUE;

  self->report->rows_read++;
  hw_reader_check_shape (self);
  if (*row->item == '\0')
    {
      hw_reader_note (self, HW_ISSUE_NO_PRODUCT, key_column, TRUE);
      return hw_reader_leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }

  note_double (self, *row->sku != '\0' ? row->sku : row->item, key_column);
  row->quantity = hw_reader_number_or_unknown (self, HW_FIELD_QUANTITY);
  row->unit_price = hw_reader_number_or_unknown (self, HW_FIELD_UNIT_PRICE);
  hw_reader_read_common (self);
  if (*row->category == '\0')
    row->category = self->group->str;
  if (plan->column[HW_FIELD_DATE] >= 0)
    row->day = hw_reader_date (self, plan->column[HW_FIELD_DATE], &minute);
  if (row->quantity != HW_UNKNOWN && (row->unit_price != HW_UNKNOWN || row->unit_cost != HW_UNKNOWN)
      && !hw_money_times (row->unit_price != HW_UNKNOWN ? row->unit_price : row->unit_cost, row->quantity, &row->amount))
    {
      hw_reader_note (self, HW_ISSUE_TOO_LARGE, plan->column[HW_FIELD_QUANTITY], TRUE);
      return hw_reader_leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }

  self->seen = row->amount != HW_UNKNOWN ? row->amount : 0;
  return hw_reader_keep (self, row->quantity != HW_UNKNOWN ? row->quantity : 0, error);
}

gboolean
hw_reader_take_party (HwReader  *self,
                      GError   **error)
{
  const HwImportPlan *plan = self->plan;
  const gboolean supplier = plan->kind == HW_IMPORT_SUPPLIERS;
  const int number = plan->column[supplier ? HW_FIELD_SUPPLIER : HW_FIELD_CUSTOMER];
  const int name = plan->column[supplier ? HW_FIELD_SUPPLIER_NAME : HW_FIELD_CUSTOMER_NAME];
  HwImportRow *row = &self->row;
  const char *key, *full;

  hw_reader_clear_row (self);
  if (is_no_row (self))
    return TRUE;

  full = hw_reader_full_name (self, name);
  key = hw_reader_text (self, number);
  if (*key == '\0')
    key = full;
  if (*key == '\0')
    key = hw_reader_text (self, plan->column[HW_FIELD_EMAIL]);
  if (*key == '\0' && hw_reader_count_filled (self) < 2)
    return TRUE;

  self->report->rows_read++;
  hw_reader_check_shape (self);
  if (*key == '\0')
    {
      hw_reader_note (self, HW_ISSUE_NO_PRODUCT, name, TRUE);
      return hw_reader_leave_out (self, HW_LEFT_OUT_DEFECT, error);
    }

  note_double (self, key, number >= 0 ? number : name);
  if (supplier)
    hw_reader_read_common (self);
  else
    row->email = hw_reader_text (self, plan->column[HW_FIELD_EMAIL]);
  *(supplier ? &row->supplier : &row->customer) = key;
  *(supplier ? &row->supplier_name : &row->customer_name) = *full != '\0' ? full : key;
  return hw_reader_keep (self, 0, error);
}
