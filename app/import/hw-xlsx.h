/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-xlsx.h: all sheets of an .xlsx workbook, from the archive to the writer.
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-book-writer.h"
#include "import/hw-zip.h"

G_BEGIN_DECLS

gboolean hw_xlsx_read (HwZip         *zip,
                       HwBookWriter  *out,
                       GError       **error);

G_END_DECLS
