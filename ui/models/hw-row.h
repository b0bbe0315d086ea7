/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-row.h: one row of a table: its texts, and a number behind each that it is
 * sorted by. Made, filled, then only read; where a cell can be changed, the table
 * is told (hw_data_table_update_row). Thread: the window's.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HW_TYPE_ROW (hw_row_get_type ())

G_DECLARE_FINAL_TYPE (HwRow, hw_row, HW, ROW, GObject)

HwRow        *hw_row_new        (guint n_columns, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* Takes @text. */
void          hw_row_set_text   (HwRow *self, guint column, char *text);
/* The same, with the number to sort by; NAN stands after every number. */
void          hw_row_set_number (HwRow *self, guint column, char *text, double number);
/* What a small line draws, oldest first, NAN for a gap; copied. After the text. */
void          hw_row_set_values (HwRow *self, guint column, const double *values, gsize n);

gint64        hw_row_get_id     (HwRow *self);
const char   *hw_row_get_text   (HwRow *self, guint column);
double        hw_row_get_number (HwRow *self, guint column);
const double *hw_row_get_values (HwRow *self, guint column, gsize *n);

/* A text whose bytes stand in the order of the language; kept. */
const char   *hw_row_get_key    (HwRow *self, guint column);
/* All texts without letter case, for searching; kept. */
const char   *hw_row_get_folded (HwRow *self);
/* The texts in a row, for a screen reader: those whose title is not NULL. */
char         *hw_row_dup_speech (HwRow *self, const char *const *titles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
