/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book-writer.h: what the readers of workbooks hand their sheets and rows to, in
 * the process that does nothing else. It keeps the limits.
 *
 * Rows go into one file, word of sheets and progress as lines into another:
 *
 *   P 0.4375                        this far
 *   S 0 1024 12 3 0 Sheet%201       from, to, rows, columns, hidden, name
 *   E damaged 17 why                it ends here, after row 17; or
 *   D                               all is read
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-spool.h"

G_BEGIN_DECLS

#define HW_BOOK_MAX_SHEETS  512
#define HW_BOOK_MAX_ROWS    (1024 * 1024)               /* of a sheet */
#define HW_BOOK_MAX_COLUMNS HW_CSV_MAX_CELLS
#define HW_BOOK_MAX_CELLS   (G_GINT64_CONSTANT (200) * 1000 * 1000)
#define HW_BOOK_MAX_EMPTY   (G_GINT64_CONSTANT (32) * 1000 * 1000) /* and four for each that is filled */

typedef struct _HwBookWriter HwBookWriter;

/* The file descriptors stay the caller's. */
HwBookWriter *hw_book_writer_new         (int            rows,
                                          int            lines) G_GNUC_WARN_UNUSED_RESULT;
void          hw_book_writer_free        (HwBookWriter  *self);

gboolean      hw_book_writer_begin_sheet (HwBookWriter  *self,
                                          const char    *name,
                                          gsize          length,
                                          gboolean       hidden,
                                          GError       **error);
gboolean      hw_book_writer_end_sheet   (HwBookWriter  *self,
                                          GError       **error);

/* The row being put together. */
HwSpoolWriter *hw_book_writer_get_row    (HwBookWriter  *self);
/* Numbers must grow. */
gboolean      hw_book_writer_end_row     (HwBookWriter  *self,
                                          gint64         number,
                                          GError       **error);

/* The next piece of work is the share @from to @to of all. */
void          hw_book_writer_set_part    (HwBookWriter  *self,
                                          double         from,
                                          double         to);
/* An HwXmlShareFunc. */
gboolean      hw_book_writer_share       (double         share,
                                          gpointer       self);

/* The last line: done where @error is NULL. */
void          hw_book_writer_finish      (HwBookWriter  *self,
                                          const GError  *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwBookWriter, hw_book_writer_free)

G_END_DECLS
