/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-import-sink-private.h: what the sink of sales and lists shares with that of logs
 * and orders. Only for hw-import-sink*.c.
 * Thread: the worker's.
 */
#pragma once

#include "jobs/hw-import-sink.h"
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

/* hw-import-sink-logs.c */
gboolean hw_import_sink_take_log      (const HwImportRow *row, gpointer data, GError **error);
gboolean hw_import_sink_take_waste    (const HwImportRow *row, gpointer data, GError **error);
gboolean hw_import_sink_take_purchase (const HwImportRow *row, gpointer data, GError **error);
/* Whether an earlier file brought the order of this row. */
gboolean hw_import_sink_knows_order   (HwImportSink *self, const HwImportRow *row);
/* What came of the orders that were made. */
gboolean hw_import_sink_finish_orders (HwImportSink *self, GError **error);

G_END_DECLS
