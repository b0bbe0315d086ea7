/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-sink-private.h: what the sink of sales and lists shares with that of logs
 * and orders. Only for hw-import-sink*.c.
 * Thread: the worker's.
 */
#pragma once

#include "jobs/import/hw-import-sink.h"
#include "store/hw-sale-repo.h"

G_BEGIN_DECLS

struct _HwImportSink
{
  HwStore       *store;
  HwImportKind   kind;
  gint64         import_id;   /* 0: nothing is kept */
  HwDay          today;
  HwRowSink      sink;
  HwSaleWriter  *writer;      /* (owned) (nullable) */
  HwImportKnown *known;       /* (owned) (nullable) NULL: a list of things */
  HwImportTwice *twice;       /* (owned) (nullable) NULL: nothing can count twice */
  GHashTable    *orders;      /* (owned) (nullable) supplier and number -> the order made here */
  GArray        *products;    /* (owned) of HwProduct, those made here at the end */
  GHashTable    *by_sku;      /* (owned) product number -> index + 1 in products */
  GHashTable    *by_name;     /* (owned) product name -> index + 1 */
  GArray        *suppliers;   /* (owned) of HwSupplier */
  GHashTable    *by_supplier; /* (owned) number -> index + 1 */
  GArray        *customers;   /* (owned) of HwCustomer */
  GHashTable    *by_customer; /* (owned) number -> index + 1 */
  GArray        *shops;       /* (owned) of HwShop */
  GHashTable    *by_shop;     /* (owned) name -> index + 1 */
  guint          n_before;    /* products there were */
  guint          n_suppliers; /* suppliers there were */
};

/* By number, else by name; made if there is none. */
gboolean hw_import_sink_supplier (HwImportSink *self, const char *code, const char *name, gint64 *id, GError **error);
gboolean hw_import_sink_product  (HwImportSink *self, const HwImportRow *row, gint64 *id, GError **error);

/* hw-import-sink-names.c. A place is counted from 1, 0 where there is none. */
guint    hw_import_sink_look_up        (GHashTable *table, const char *key);
/* @index: from 0; kept unless the key is there. */
void     hw_import_sink_note           (GHashTable *table, const char *key, guint index);
guint    hw_import_sink_find_product   (const HwImportSink *self, const HwImportRow *row);
gboolean hw_import_sink_add_product    (HwImportSink *self, const HwImportRow *row, guint *at, GError **error);
gboolean hw_import_sink_update_product (HwImportSink *self, const HwImportRow *row, guint at, GError **error);
/* By number, else by name; made if there is none; 0 where the row names none. */
gboolean hw_import_sink_customer       (HwImportSink *self, const HwImportRow *row, gint64 *id, GError **error);
gboolean hw_import_sink_shop           (HwImportSink *self, const char *name, gint64 *id, GError **error);
/* What is not said stays. */
void     hw_import_sink_replace        (char **text, const char *by);

/* hw-import-sink-logs.c */
gboolean hw_import_sink_take_log      (const HwImportRow *row, gpointer data, GError **error);
gboolean hw_import_sink_take_waste    (const HwImportRow *row, gpointer data, GError **error);
gboolean hw_import_sink_take_purchase (const HwImportRow *row, gpointer data, GError **error);
/* Whether an earlier file brought the order of this row. */
gboolean hw_import_sink_knows_order   (HwImportSink *self, const HwImportRow *row);
/* What came of the orders that were made. */
gboolean hw_import_sink_finish_orders (HwImportSink *self, GError **error);

G_END_DECLS
