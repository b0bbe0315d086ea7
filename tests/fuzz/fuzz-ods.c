/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an .ods. */
#include "fuzz-book.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const names[] = { "content.xml", "META-INF/manifest.xml", "mimetype" };

  fuzz_book (data, size, names, G_N_ELEMENTS (names));
  return 0;
}
