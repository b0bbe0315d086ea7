/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-csv.h: text with separators as records of cells (RFC 4180, and what tills
 * make of it).
 *
 * In: a stream of UTF-8. Out: one record after another; its cells point into a
 * buffer that is used again for the next one. Ends of line may be LF, CR or
 * CRLF in any mixture. Memory is bounded: a record longer than HW_CSV_MAX_RECORD
 * is cut at it, cells beyond HW_CSV_MAX_CELLS are dropped, and a quote that is
 * never closed counts as a letter; such records are marked broken.
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-byte-stream.h"

G_BEGIN_DECLS

#define HW_CSV_MAX_RECORD (1024 * 1024)
#define HW_CSV_MAX_CELLS  16384

/* What a workbook says about a cell beside its text. Text files say nothing. */
typedef enum
{
  HW_CELL_TEXT,        /* as somebody wrote it */
  HW_CELL_NUMBER,      /* exact, with a point before the decimals and no other mark */
  HW_CELL_DATE,        /* "2026-01-31", "2026-01-31 13:45:00" or "13:45:00" */
  HW_CELL_BOOL,        /* "TRUE" or "FALSE" */
  HW_CELL_ERROR,       /* "#N/A" */
  HW_CELL_NOT_CALCULATED, /* "": a formula whose value was never saved */
  HW_CELL_UNDER,       /* "": merged with the cell above */
  HW_CELL_BESIDE,      /* "": merged with the cell to its left */
  HW_CELL_N_HINTS,
} HwCellHint;

/* May be changed in place, one byte after its end included. */
typedef struct
{
  char    *text;
  guint32  length;
  guint16  doubled;  /* holds "" for " while the record is being put together */
  guint16  hint;     /* an HwCellHint */
} HwCell;

typedef struct
{
  HwCell   *cells;
  guint     n_cells;
  gint64    number;  /* in the file or sheet, from 1, blank lines counted */
  gboolean  broken;
} HwRecord;

typedef struct _HwCsv HwCsv;

HwCsv   *hw_csv_new       (HwByteStream  *stream, /* (transfer full) */
                           char           separator) G_GNUC_WARN_UNUSED_RESULT;
void     hw_csv_free      (HwCsv         *self);

/* FALSE at the end, and on error with @error set. */
gboolean hw_csv_next      (HwCsv         *self,
                           HwRecord      *record,
                           GError       **error);

double   hw_csv_get_share (const HwCsv   *self);

/* Takes blanks off both ends. */
void     hw_cell_trim     (HwCell        *cell);
/* The cell as a C string. */
const char *hw_cell_text  (HwCell        *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwCsv, hw_csv_free)

G_END_DECLS
