/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-importer.h: from a file of text to typed rows.
 *
 * Two steps, in this order:
 *   1. hw_import_scan() reads the whole file once and finds out what it is:
 *      letters, separator, heading, kind, what each column means, how numbers
 *      and dates are written; what cannot be known becomes a question.
 *   2. hw_import_read() reads it again and pushes one typed row after another
 *      into the sink it is given, with defects listed beside. With a NULL sink
 *      it only counts: the control totals the owner confirms first.
 * Rows stream; memory does not grow with the file. Knows nothing of the store.
 * Thread: any, one at a time per plan.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-import-report.h"
#include "domain/hw-metric.h"

G_BEGIN_DECLS

typedef struct _HwImportPlan HwImportPlan;

typedef struct
{
  HwImportKind  kind;       /* HW_IMPORT_AUTO: find out */
  const char   *currency;   /* the business's */
  gboolean      currency_open; /* the business holds no amounts yet: its currency may change */
  HwDay         today;      /* later dates are issues */
  GHashTable   *map;        /* (nullable) field id -> column's heading or number from 1;
                             * "not-used-3" -> "3": this column means nothing */
  GHashTable   *answers;    /* (nullable) question id -> value */
  const char   *beside;     /* (nullable) a file that belongs to it: the orders to these lines, or the other way round */
  GPtrArray    *own;        /* (nullable) of HwMetric: figures the owner made up */
} HwImportOptions;

/* One typed row. Texts are never NULL, "" if the file has none, and live only
 * while the sink runs. Numbers not in the file are HW_UNKNOWN (hw-records.h).
 * For sales: quantity and amount are always there, worked out if need be; a table across
 * that holds money alone has no quantities.
 * For products and stock: amount is units x price where both are known.
 * Bank: amount has its sign, less than zero for money out. Hours, meters, answers and
 * figures: quantity is what was worked, read, marked or measured; item says which. */
typedef struct
{
  gint64      row;             /* record in the file, from 1 */
  HwDay       day;             /* HW_DAY_NONE if none */
  HwDay       until;           /* sales of a month or week across: its last day; else HW_DAY_NONE */
  int         minute;          /* of the day, -1 if none */
  const char *order_ref;
  const char *sku;             /* the file's product number, "" if none */
  const char *item;            /* the product's name; the sku if the file has no names */
  const char *category;
  const char *unit;
  const char *customer;        /* number, else name */
  const char *customer_name;
  const char *shop;            /* where it was sold */
  const char *supplier;        /* number, else name */
  const char *supplier_name;
  const char *email;
  HwQuantity  quantity;
  HwMoney     unit_price;
  HwMoney     amount;
  HwMoney     unit_cost;
  HwQuantity  pack;
  HwQuantity  min_order;
  gint64      lead_days;       /* whole days, or HW_UNKNOWN */
  gint64      shelf_days;
  const char *note;
  HwMoney     balance;         /* of the account, after the line */
  HwDay       due;             /* HW_DAY_NONE if none */
  HwDay       came;            /* likewise */
  HwQuantity  received;
} HwImportRow;

typedef gboolean (*HwRowFunc) (const HwImportRow *row,
                               gpointer           data,
                               GError           **error);

/* Whether the row came with an earlier file: it is left out then. */
typedef gboolean (*HwRowKnownFunc) (const HwImportRow *row,
                                    gpointer           data);

typedef struct
{
  HwRowFunc      func;
  gpointer       data;
  HwRowKnownFunc known;   /* (nullable) */
  gboolean       dry;     /* keeps nothing: may look while questions are open */
} HwRowSink;

HwImportPlan *hw_import_scan (const char            *path,
                              const HwImportOptions *options,
                              const HwTick          *tick,
                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same file under other options; a workbook is not taken apart once more. @before is of
 * no use afterwards unless this fails. */
HwImportPlan *hw_import_scan_again (HwImportPlan           *before,
                                    const HwImportOptions  *options,
                                    const HwTick           *tick,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with HW_IMPORT_ERROR_QUESTION while a question is open; with NULL @sink
 * the report is still made as far as it can be, under the likeliest answers. */
HwImportReport *hw_import_read (HwImportPlan    *plan,
                                const HwRowSink *sink,  /* (nullable) */
                                const HwTick    *tick,
                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

void          hw_import_plan_free          (HwImportPlan *self);

HwImportKind  hw_import_plan_get_kind      (const HwImportPlan *self);
/* (transfer none): of HwImportQuestion, empty when all is clear. */
GPtrArray    *hw_import_plan_get_questions (const HwImportPlan *self);
/* The file's bytes, and the shape of its heading: what a mapping is remembered by. */
const char   *hw_import_plan_get_sha256    (const HwImportPlan *self);
const char   *hw_import_plan_get_shape     (const HwImportPlan *self);
/* The program the file comes from, NULL if it is none that is known. */
const char   *hw_import_plan_get_origin    (const HwImportPlan *self);
/* Whether it is a workbook of our own: its rows are sums of days. */
gboolean      hw_import_plan_is_own        (const HwImportPlan *self);
/* The currency the amounts are in: the answer, the file's own, or the business's. */
const char   *hw_import_plan_get_currency  (const HwImportPlan *self);

/* For the owner's eyes: headings, their meaning, the first rows as read. */
guint         hw_import_plan_get_n_columns (const HwImportPlan *self);
const char   *hw_import_plan_get_heading   (const HwImportPlan *self, guint column);
/* FALSE if the column is not used. */
gboolean      hw_import_plan_get_field     (const HwImportPlan *self, guint column, HwField *field);
guint         hw_import_plan_get_n_preview (const HwImportPlan *self);
const char   *hw_import_plan_get_preview   (const HwImportPlan *self, guint row, guint column);

#define HW_IMPORT_NOT_USED "not-used-"

/* "date=1;item=4;...": the mapping as text, to be remembered; and back into
 * options->map. */
char         *hw_import_plan_dup_mapping   (const HwImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;
GHashTable   *hw_import_mapping_parse      (const char *mapping) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwImportPlan, hw_import_plan_free)

G_END_DECLS
