/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an .xlsx. */
#include "fuzz-book.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const names[] = {
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml",
  };

  fuzz_book (data, size, names, G_N_ELEMENTS (names));
  return 0;
}
