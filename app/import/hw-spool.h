/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spool.h: rows of cells in a plain file, as the process that takes a workbook
 * apart leaves them for the one that reads them.
 *
 * Writing: a row is put together cell by cell, in any order, then written whole.
 * Reading: a part of the file, row by row; nothing in it is trusted.
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-csv.h"

G_BEGIN_DECLS

typedef struct _HwSpoolWriter HwSpoolWriter;
typedef struct _HwSpool HwSpool;

/* @fd stays the caller's. */
HwSpoolWriter *hw_spool_writer_new        (int             fd) G_GNUC_WARN_UNUSED_RESULT;
void           hw_spool_writer_free       (HwSpoolWriter  *self);

/* @column: from 0, below HW_CSV_MAX_CELLS; text beyond HW_CSV_MAX_RECORD in one
 * row is dropped and the row marked broken. */
void           hw_spool_writer_add        (HwSpoolWriter  *self,
                                           guint           column,
                                           HwCellHint      hint,
                                           const char     *text,
                                           gsize           length);
/* How many cells the row has so far, and how many of them hold something. */
guint          hw_spool_writer_get_width  (const HwSpoolWriter *self);
guint          hw_spool_writer_get_filled (const HwSpoolWriter *self);
/* Writes the row, unless it is empty, and begins the next. */
gboolean       hw_spool_writer_end_row    (HwSpoolWriter  *self,
                                           gint64          number,
                                           GError        **error);
gboolean       hw_spool_writer_flush      (HwSpoolWriter  *self,
                                           GError        **error);
/* Bytes so far. */
gint64         hw_spool_writer_get_offset (const HwSpoolWriter *self);

/* The rows between two offsets of @fd, which stays the caller's. */
HwSpool       *hw_spool_new               (int             fd,
                                           gint64          from,
                                           gint64          to) G_GNUC_WARN_UNUSED_RESULT;
void           hw_spool_free              (HwSpool        *self);
gboolean       hw_spool_next              (HwSpool        *self,
                                           HwRecord       *record,
                                           GError        **error);
double         hw_spool_get_share         (const HwSpool  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSpoolWriter, hw_spool_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSpool, hw_spool_free)

G_END_DECLS
