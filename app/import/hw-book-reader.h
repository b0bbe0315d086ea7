/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-book-reader.h: a workbook (.xlsx, .ods, old .xls) as sheets of rows.
 *
 * The file is taken apart by another process, headway-read, which may open nothing,
 * has little time and memory, and can do no harm when the file is a trap. It leaves
 * the rows of all sheets in a file without a name; that is what is read here,
 * as often as needed.
 * Thread: any, one at a time.
 */
#pragma once

#include "core/hw-tick.h"
#include "import/hw-sniff.h"
#include "import/hw-spool.h"

G_BEGIN_DECLS

typedef struct _HwSheets HwSheets;

typedef struct
{
  char     *name;    /* (owned) */
  gboolean  hidden;
  gint64    n_rows;  /* that are not blank */
  guint     n_columns;
  gint64    from;    /* where its rows lie */
  gint64    to;
} HwSheetRows;

/* Reads all of it. Fails with HW_IMPORT_ERROR_DAMAGED, _LOCKED, _TOO_BIG,
 * _OLD_FORMAT or _FORMAT and words for the owner. */
HwSheets          *hw_sheets_open  (const char      *path,
                                    HwFileForm       form,
                                    const HwTick    *tick,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void               hw_sheets_free  (HwSheets        *self);

guint              hw_sheets_get_n (const HwSheets  *self);
const HwSheetRows *hw_sheets_get   (const HwSheets  *self,
                                    guint            sheet);
HwSpool           *hw_sheets_read  (const HwSheets  *self,
                                    guint            sheet) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSheets, hw_sheets_free)

G_END_DECLS
