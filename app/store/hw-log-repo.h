/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-log-repo.h: lines of lists that are no sales, as files brought them, and which
 * rows of a day are here already.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-import-report.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64       import_id;
  gint64       source_row;  /* the row in the file, from 1 */
  HwImportKind kind;        /* bank, hours, meter, survey or figures */
  HwDay        day;
  char        *subject;     /* (owned) the meter, the question, the figure; "" if none */
  gint64       quantity;    /* or HW_UNKNOWN */
  HwMoney      amount;      /* or HW_UNKNOWN; less than zero: money out */
  HwMoney      balance;     /* or HW_UNKNOWN */
  gint64       mark;        /* stands for the other words of the line */
} HwLogLine;

gboolean hw_log_repo_add   (HwStore *store, const HwLogLine *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By day, then as they came: array of HwLogLine. */
GArray  *hw_log_repo_list  (HwStore *store, HwImportKind kind, HwDay from, HwDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* An order that came with import @import_id, whose number in the file is @ref. */
gboolean hw_log_repo_add_order  (HwStore *store, gint64 order_id, const char *ref, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The order of that supplier that came with an earlier file under this number; 0 if none. */
gboolean hw_log_repo_find_order (HwStore *store, gint64 supplier_id, const char *ref, gint64 *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One row that is here, as far as it can be compared with a row of a file. */
typedef struct
{
  gint64      what;      /* the product, or 0 */
  const char *text;      /* receipt number or subject; lives only for the call */
  gint64      quantity;  /* or HW_UNKNOWN */
  gint64      amount;    /* or HW_UNKNOWN */
  gint64      mark;      /* minute of the day, -1 if none; or a line's mark */
  gint64      shop;      /* 0: not said */
} HwKeptRow;

typedef void (*HwKeptRowFunc) (const HwKeptRow *row, gpointer data);

/* Rows of that kind of @day that came with files: sales, waste and logs. */
gboolean hw_log_repo_each_kept (HwStore *store, HwImportKind kind, HwDay day, HwKeptRowFunc func, gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The days on which there are any; HW_DAY_NONE if none. */
gboolean hw_log_repo_span      (HwStore *store, HwImportKind kind, HwDay *first, HwDay *last, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
