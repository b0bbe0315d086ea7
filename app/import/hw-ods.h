/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ods.h: all tables of an OpenDocument spreadsheet, from the archive to the writer.
 *
 * Values are taken from the cells' own exact figures, not from what is shown;
 * repeated cells and rows count against the limits as if they stood there.
 * Thread: any, one at a time.
 */
#pragma once

#include "import/hw-book-writer.h"
#include "import/hw-zip.h"

G_BEGIN_DECLS

gboolean hw_ods_read (HwZip         *zip,
                      HwBookWriter  *out,
                      GError       **error);

G_END_DECLS
