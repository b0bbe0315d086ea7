/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-data-table.h: the table of every page: search, sort by any column, read and
 * choose rows by keyboard.
 *
 * In:  columns, then rows (models/hw-row.h) in the order they should stand in
 *      while nobody sorts.
 * Out: "row-chosen" when the selection moves, "row-activated" on Enter or click.
 * Nothing inside a row takes the focus: Tab leaves the table.
 */
#pragma once

#include "models/hw-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_DATA_TABLE (hw_data_table_get_type ())

G_DECLARE_FINAL_TYPE (HwDataTable, hw_data_table, HW, DATA_TABLE, GtkWidget)

typedef enum
{
  HW_COLUMN_TEXT,    /* a name: takes the room there is */
  HW_COLUMN_SHORT,   /* a word or two */
  HW_COLUMN_LONG,    /* a sentence: two lines at most */
  HW_COLUMN_NUMBER,  /* to the right, figures of one width */
} HwColumnKind;

typedef struct
{
  const char   *title; /* translated */
  HwColumnKind  kind;
} HwColumn;

GtkWidget  *hw_data_table_new            (void);

/* What the table is called, for screen readers. */
void        hw_data_table_set_label      (HwDataTable *self, const char *label);
/* With FALSE there is no search entry and no sort menu. */
void        hw_data_table_set_searchable (HwDataTable *self, gboolean searchable);
/* Once. */
void        hw_data_table_set_columns    (HwDataTable *self, const HwColumn *columns, guint n);

void        hw_data_table_set_title      (HwDataTable *self, guint column, const char *title);

/* @rows: of HwRow; the selection stays with the id it was on. */
void        hw_data_table_set_rows       (HwDataTable *self, GPtrArray *rows);

void        hw_data_table_search         (HwDataTable *self, const char *words);
/* No rows, no search, nothing chosen. */
void        hw_data_table_forget         (HwDataTable *self);
/* The same column again turns the order round. */
void        hw_data_table_sort           (HwDataTable *self, guint column);

guint       hw_data_table_get_n_shown    (HwDataTable *self);
HwRow      *hw_data_table_get_shown      (HwDataTable *self, guint position); /* (transfer none) */
HwRow      *hw_data_table_get_chosen     (HwDataTable *self);                 /* (nullable) */
void        hw_data_table_choose         (HwDataTable *self, gint64 id);

G_END_DECLS
