/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-open-form-private.h: what writing and reading the open form share. */
#pragma once

#include "store/hw-open-form.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define HW_OPEN_MANIFEST "MANIFEST.csv"
#define HW_OPEN_MARKS "=+-@\t\r\n'"   /* a text that begins with one of these gets an apostrophe */

/* A table as the file itself describes it. */
typedef struct
{
  char      *name;
  GPtrArray *columns;   /* (owned) of char */
  GPtrArray *types;     /* (owned) of char: "TEXT", "INTEGER", "REAL", "BLOB" */
  char      *order;     /* (owned) for ORDER BY: its primary key */
} HwOpenTable;

void       hw_open_table_free  (HwOpenTable *self);
/* Array of HwOpenTable by name, and the counters of new ids. */
GPtrArray *hw_open_tables_list (sqlite3 *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
