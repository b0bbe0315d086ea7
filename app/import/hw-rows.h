/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-rows.h: a table's rows of cells, one after another, whatever it is written in:
 * text with separators, or a sheet of a workbook.
 *
 * A sheet's rows come without the blank ones, numbered as in the sheet (those of further
 * tabs as if they stood below); its cells
 * carry hints. A number cell's text is exact whatever the marks of its column are:
 * read it with hw_cell_point().
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-aside.h"
#include "import/hw-book-reader.h"
#include "import/hw-csv.h"

G_BEGIN_DECLS

/* What is needed to read the table from its start, as often as one likes. */
typedef struct
{
  const char    *path;
  HwSheets      *book;      /* (nullable) a workbook; then the next three do not matter */
  const char    *encoding;
  gboolean       repair;    /* see hw-byte-stream.h */
  char           separator; /* 0 while it is not known */
  guint          sheet;     /* of the book, from 0 */
  const GArray  *tabs;      /* (nullable) of guint: sheets with one heading, read as one, the first instead of @sheet */
  gint64         heading;   /* the record of that heading in each of them */
  HwAside       *aside;     /* (nullable) cells that stand elsewhere */
} HwRowSource;

typedef struct _HwRows HwRows;

HwRows  *hw_rows_new       (const HwRowSource *source,
                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_rows_free      (HwRows         *self);

/* FALSE at the end, and on error with @error set. The cells may be changed in
 * place and live until the next call. */
gboolean hw_rows_next      (HwRows         *self,
                            HwRecord       *record,
                            GError        **error);

double   hw_rows_get_share (const HwRows   *self);

/* The mark before the decimals of this cell, in a column that writes @usual. */
static inline char
hw_cell_point (const HwCell *cell,
               char          usual)
{
  return cell->hint == HW_CELL_NUMBER ? '.' : usual;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwRows, hw_rows_free)

G_END_DECLS
