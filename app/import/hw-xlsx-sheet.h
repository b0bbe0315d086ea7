/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-xlsx-sheet.h: the rows of one sheet of an .xlsx.
 *
 * Formulas give the value that was saved with them. Where the sheet is small its
 * merged cells are looked up first, since they stand behind the rows.
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-book-writer.h"
#include "import/hw-xlsx-parts.h"

G_BEGIN_DECLS

typedef struct
{
  HwZip         *zip;
  HwXlsxStrings  strings;    /* (owned) */
  GArray        *styles;     /* (owned) of HwNumberFormat */
  gboolean       since_1904;
  HwBookWriter  *out;
} HwXlsx;

gboolean hw_xlsx_sheet_read (HwXlsx      *self,
                             const char  *part,
                             GError     **error);

G_END_DECLS
