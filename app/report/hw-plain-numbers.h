/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-plain-numbers.h: the workbook library writes numbers as the thread's locale
 * does; a workbook wants points.
 *
 * Order of calls: _use, the library, _restore. The calling thread's. Private to report/.
 */
#pragma once

#include <locale.h>

static inline locale_t
hw_plain_numbers_use (void)
{
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", base);

  return uselocale (plain);
}

static inline void
hw_plain_numbers_restore (locale_t before)
{
  freelocale (uselocale (before));
}
