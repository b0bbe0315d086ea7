/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ods-value.h: the exact value that a cell of an OpenDocument sheet states beside
 * what it shows.
 *
 * Thread: any.
 */
#pragma once

#include "import/hw-csv.h"
#include "import/hw-zip-xml.h"

G_BEGIN_DECLS

/* Writes the value to @out, empty if none is stated: then what is shown counts.
 * HW_CELL_TEXT also where the value cannot be one of its sort: a flaw to be listed. */
HwCellHint hw_ods_value_read (const HwXmlAttributes *attributes,
                              GByteArray            *out);

G_END_DECLS
