/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-data-table.h: the table of every page: search, filter, sort, choose columns,
 * read, change and copy rows, by pointer and by keyboard. Made for 100,000 rows.
 *
 * In:  columns, then rows (models/hw-row.h) in the order they should stand in
 *      while nobody sorts.
 * Out: "row-chosen" (HwRow) when the selection moves; "row-activated" (HwRow) on
 *      Enter or double-click. Where cells can be changed, Enter, F2 and a
 *      double-click on such a cell change it, and Ctrl+Enter activates the row.
 *      "shown-changed" when other rows are shown, or in another order.
 * Keys: Ctrl+C copies the chosen row, Ctrl+Shift+C the table as it is shown. Tab
 *      goes to the search, the menus and the rows, then leaves: nothing inside a
 *      row takes the focus but the cell that is being changed.
 * Thread: the window's.
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
  HW_COLUMN_SHORT,   /* a word or two; where values repeat, rows can be filtered by them */
  HW_COLUMN_LONG,    /* a sentence: two lines at most */
  HW_COLUMN_NUMBER,  /* to the right, figures of one width */
  HW_COLUMN_BAR,     /* a number of 0 to 1 as a bar behind its text */
  HW_COLUMN_SPARK,   /* the row's values as a small line; its text is for copies and screen readers */
} HwColumnKind;

typedef struct
{
  const char   *title; /* translated */
  HwColumnKind  kind;
} HwColumn;

/* The text at the foot of @column for the rows that are shown, NULL for none. */
typedef char *(*HwTotalFunc)  (const GPtrArray *shown, guint column, gpointer data);

/* What the owner typed for a cell. NULL if it is taken: then @row has its new text.
 * Otherwise a translated sentence that says what is wrong, and typing goes on. */
typedef char *(*HwEditFunc)   (HwRow *row, guint column, const char *text, gpointer data);

GtkWidget  *hw_data_table_new            (void);

/* What the table is called, for screen readers. */
void        hw_data_table_set_label      (HwDataTable *self, const char *label);
/* With FALSE there is no search entry and there are no menus. */
void        hw_data_table_set_searchable (HwDataTable *self, gboolean searchable);
/* Once. */
void        hw_data_table_set_columns    (HwDataTable *self, const HwColumn *columns, guint n);
/* After the columns: which of them are shown and the order of the rows are kept
 * under this name, "stock", and are as they were at the last use. */
void        hw_data_table_set_name       (HwDataTable *self, const char *name);

void        hw_data_table_set_title      (HwDataTable *self, guint column, const char *title);

/* After the columns: a line of totals below the rows. @func is asked again whenever
 * other rows are shown. */
void        hw_data_table_set_totals     (HwDataTable *self, HwTotalFunc func, gpointer data, GDestroyNotify destroy);
/* After the columns: cells of @column can be changed. */
void        hw_data_table_set_editable   (HwDataTable *self, guint column, HwEditFunc func, gpointer data,
                                          GDestroyNotify destroy);

/* @rows: of HwRow; the selection stays with the id it was on. */
void        hw_data_table_set_rows       (HwDataTable *self, GPtrArray *rows);
/* The texts of @row are others now: it is shown anew where it stands. */
void        hw_data_table_update_row     (HwDataTable *self, HwRow *row);

void        hw_data_table_search         (HwDataTable *self, const char *words);
/* Only rows with this text in @column; NULL for all. */
void        hw_data_table_filter         (HwDataTable *self, guint column, const char *text);
/* A tool of the page before the search; the table takes it. */
void        hw_data_table_add_tool       (HwDataTable *self, GtkWidget *tool);
/* Neither search nor filter. */
void        hw_data_table_show_all       (HwDataTable *self);
/* No rows, no search, no filter, nothing chosen. */
void        hw_data_table_forget         (HwDataTable *self);
/* The same column again turns the order round. What is not known stays last. */
void        hw_data_table_sort           (HwDataTable *self, guint column);
void        hw_data_table_show_column    (HwDataTable *self, guint column, gboolean shown);
/* After the columns: in a table narrower than @width pixels @column gives its room to
 * the others. What is remembered stays as it was. */
void        hw_data_table_spare_below    (HwDataTable *self, guint column, int width);
/* The same while no row has anything in @column. */
void        hw_data_table_spare_empty    (HwDataTable *self, guint column);

guint       hw_data_table_get_n_shown    (HwDataTable *self);
HwRow      *hw_data_table_get_shown      (HwDataTable *self, guint position); /* (transfer none) */
HwRow      *hw_data_table_get_chosen     (HwDataTable *self);                 /* (nullable) */
void        hw_data_table_choose         (HwDataTable *self, gint64 id);
/* Brings the row into sight, at once or when the table first appears: after the rows. */
void        hw_data_table_scroll_to      (HwDataTable *self, gint64 id);
/* Turns the cell of the chosen row into an entry; FALSE if it cannot be changed. */
gboolean    hw_data_table_edit           (HwDataTable *self, guint column);
/* The rows that are shown, with headings, one a line, cells apart by tabs. */
char       *hw_data_table_dup_tsv        (HwDataTable *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a CSV file, marked as UTF-8; no cell is a formula. */
char       *hw_data_table_dup_csv        (HwDataTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
