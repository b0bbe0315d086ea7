/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-error.h: the one list of things that can go wrong, by layer.
 *
 * Each layer has one GError domain and a short list of codes. A code exists
 * only if a caller does something different because of it. Messages are
 * written for developers; jobs/hw-say turns a code into words for the owner.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_ENGINE_ERROR (hw_engine_error_quark ())

typedef enum
{
  HW_ENGINE_ERROR_TOO_SHORT,   /* not enough history for this method */
  HW_ENGINE_ERROR_BAD_VALUE,   /* NaN, infinite or negative where it cannot be */
  HW_ENGINE_ERROR_NO_DEMAND,   /* nothing was ever sold: no forecast exists */
  HW_ENGINE_ERROR_CANCELLED,
} HwEngineError;

#define HW_STORE_ERROR (hw_store_error_quark ())

typedef enum
{
  HW_STORE_ERROR_NOT_FOUND,    /* no file at that path */
  HW_STORE_ERROR_EXISTS,       /* a new business would overwrite a file */
  HW_STORE_ERROR_NOT_OURS,     /* a file, but no Headway business */
  HW_STORE_ERROR_TOO_NEW,      /* written by a newer version: left untouched */
  HW_STORE_ERROR_IN_USE,       /* another process has it open for writing */
  HW_STORE_ERROR_DAMAGED,      /* SQLite or the event chain says the file is broken */
  HW_STORE_ERROR_FULL,         /* no room on the disk */
  HW_STORE_ERROR_READ_ONLY,    /* a folder or file we may not write */
  HW_STORE_ERROR_NO_SUCH_ROW,  /* an id that does not exist, or no longer */
  HW_STORE_ERROR_SQL,          /* SQLite said no: the message carries its words */
  HW_STORE_ERROR_CANCELLED,
} HwStoreError;

#define HW_IMPORT_ERROR (hw_import_error_quark ())

typedef enum
{
  HW_IMPORT_ERROR_OPEN,        /* cannot be read */
  HW_IMPORT_ERROR_FORMAT,      /* no table: a picture, a letter, an archive; the message says which, in the owner's words */
  HW_IMPORT_ERROR_OLD_FORMAT,  /* a workbook of a sort that cannot be read; likewise */
  HW_IMPORT_ERROR_DAMAGED,     /* a workbook that is not whole; likewise */
  HW_IMPORT_ERROR_LOCKED,      /* a workbook with a password; likewise */
  HW_IMPORT_ERROR_TOO_BIG,     /* a workbook beyond the limits; likewise */
  HW_IMPORT_ERROR_EMPTY,       /* no rows to import */
  HW_IMPORT_ERROR_NO_KIND,     /* a table, but of nothing we know how to use */
  HW_IMPORT_ERROR_NO_COLUMN,   /* a column that must be there is not */
  HW_IMPORT_ERROR_QUESTION,    /* the owner must answer a question first */
  HW_IMPORT_ERROR_ANSWER,      /* an answer that is none of the choices */
  HW_IMPORT_ERROR_AGAIN,       /* this very file was imported before */
  HW_IMPORT_ERROR_CURRENCY,    /* amounts that cannot be added to the business's */
  HW_IMPORT_ERROR_OVERFLOW,    /* totals beyond what can be kept */
  HW_IMPORT_ERROR_HALF,        /* lines of orders, or orders without them: the other half is a file of its own; likewise */
  HW_IMPORT_ERROR_NOT_USED,    /* known, but of no use; the message is the sentence for the owner */
  HW_IMPORT_ERROR_NO_READER,   /* the program that takes workbooks apart is not there; likewise */
  HW_IMPORT_ERROR_CANCELLED,
} HwImportError;

#define HW_REPORT_ERROR (hw_report_error_quark ())

typedef enum
{
  HW_REPORT_ERROR_WRITE,       /* the file could not be written */
  HW_REPORT_ERROR_ADDRESS,     /* not an e-mail address */
  HW_REPORT_ERROR_CANCELLED,
} HwReportError;

#define HW_JOBS_ERROR (hw_jobs_error_quark ())

typedef enum
{
  HW_JOBS_ERROR_NO_SALES,      /* the business holds no sales yet */
  HW_JOBS_ERROR_BAD_INPUT,     /* a name, currency or sector that cannot be */
  HW_JOBS_ERROR_NOT_ENOUGH,    /* too little is known to work it out: the message says what, in the owner's words */
  HW_JOBS_ERROR_CANCELLED,
} HwJobsError;

GQuark hw_engine_error_quark (void);
GQuark hw_store_error_quark  (void);
GQuark hw_import_error_quark (void);
GQuark hw_report_error_quark (void);
GQuark hw_jobs_error_quark   (void);

/* Whether @error, of whatever layer, says that the owner stopped the work. */
gboolean hw_error_is_cancelled (const GError *error);

G_END_DECLS
