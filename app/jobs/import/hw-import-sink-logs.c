/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of logs as they are kept, and lines of orders put together by their number. */
#include "jobs/import/hw-import-sink-private.h"

#include "store/hw-log-repo.h"
#include "store/hw-order-repo.h"
#include "store/hw-stock-repo.h"

/* An order as it is put together. */
typedef struct
{
  HwOrder  order;
  gboolean open;     /* a line did not come wholly */
  gboolean came;     /* a line came, or part of one */
} Made;

gboolean
hw_import_sink_take_log (const HwImportRow  *row,
                         gpointer            data,
                         GError            **error)
{
  HwImportSink *self = data;
  const HwLogLine line = {
    .import_id = self->import_id, .source_row = row->row, .kind = self->kind, .day = row->day,
    .subject = (char *) row->item, .quantity = row->quantity, .amount = row->amount, .balance = row->balance,
    .mark = hw_import_known_mark (row),
  };

  return hw_log_repo_add (self->store, &line, error);
}

gboolean
hw_import_sink_take_waste (const HwImportRow  *row,
                           gpointer            data,
                           GError            **error)
{
  HwImportSink *self = data;
  HwWaste waste = { .day = row->day, .quantity = row->quantity, .import_id = self->import_id };

  return hw_import_sink_product (self, row, &waste.product_id, error) && hw_stock_repo_add_waste (self->store, &waste, error);
}

/* Lines without a number are one order for each supplier and day. */
static char *
ref_of (const HwImportRow *row)
{
  char iso[HW_DAY_ISO_SIZE];

  return *row->order_ref != '\0' ? g_strdup (row->order_ref) : g_strdup (hw_day_write_iso (row->day, iso));
}

static const char *
supplier_of (const HwImportRow *row)
{
  return *row->supplier != '\0' ? row->supplier : *row->supplier_name != '\0' ? row->supplier_name : "-";
}

static Made *
find_made (HwImportSink *self,
           const char   *key)
{
  if (self->orders == NULL)
    self->orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return g_hash_table_lookup (self->orders, key);
}

gboolean
hw_import_sink_knows_order (HwImportSink      *self,
                            const HwImportRow *row)
{
  const guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_supplier, supplier_of (row)));
  g_autofree char *ref = ref_of (row);
  g_autofree char *key = g_strdup_printf ("%s\n%s", supplier_of (row), ref);
  gint64 id = 0;

  return at > 0 && find_made (self, key) == NULL
         && hw_log_repo_find_order (self->store, g_array_index (self->suppliers, HwSupplier, at - 1).id, ref, &id, NULL) && id != 0;
}

static Made *
make_order (HwImportSink       *self,
            const HwImportRow  *row,
            GError            **error)
{
  g_autofree char *ref = ref_of (row);
  g_autofree char *key = g_strdup_printf ("%s\n%s", supplier_of (row), ref);
  Made *made = find_made (self, key);

  if (made != NULL)
    return made;

  made = g_new0 (Made, 1);
  made->order = (HwOrder) { .state = HW_ORDER_SENT, .ordered = row->day, .expected = row->due };
  g_hash_table_insert (self->orders, g_steal_pointer (&key), made);
  if (!hw_import_sink_supplier (self, supplier_of (row), row->supplier_name, &made->order.supplier_id, error)
      || !hw_stock_repo_add_order (self->store, &made->order, error)
      || !hw_log_repo_add_order (self->store, made->order.id, ref, self->import_id, error))
    return NULL;

  return made;
}

/* A day alone says that all of it came; an amount alone that it came when it was due. */
static gboolean
keep_receipt (HwImportSink       *self,
              const HwImportRow  *row,
              gint64              line_id,
              Made               *made,
              GError            **error)
{
  const HwQuantity came = row->received != HW_UNKNOWN ? row->received : row->came != HW_DAY_NONE ? row->quantity : 0;
  const HwDay day = row->came != HW_DAY_NONE ? row->came : row->due != HW_DAY_NONE ? row->due : row->day;
  const HwReceipt receipt = { line_id, MIN (day, self->today), came };

  made->open |= came < row->quantity;
  if (came <= 0)
    return TRUE;

  made->came = TRUE;
  return hw_stock_repo_add_receipt (self->store, &receipt, error);
}

gboolean
hw_import_sink_take_purchase (const HwImportRow  *row,
                              gpointer            data,
                              GError            **error)
{
  HwImportSink *self = data;
  HwOrderLine line = { .quantity = row->quantity, .unit_cost = row->unit_cost };
  Made *made = make_order (self, row, error);

  if (made == NULL || !hw_import_sink_product (self, row, &line.product_id, error))
    return FALSE;

  line.order_id = made->order.id;
  return hw_stock_repo_add_line (self->store, &line, error) && keep_receipt (self, row, line.id, made, error);
}

gboolean
hw_import_sink_finish_orders (HwImportSink  *self,
                              GError       **error)
{
  GHashTableIter iter;
  gpointer value;

  if (self->orders == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, self->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Made *made = value;

      made->order.state = !made->came ? HW_ORDER_SENT : made->open ? HW_ORDER_PART : HW_ORDER_RECEIVED;
      if (made->came && !hw_order_repo_update (self->store, &made->order, HW_DAY_NONE, error))
        return FALSE;
    }

  return TRUE;
}
