/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-sort.h"

#include <stdlib.h>

static int
compare (const void *a,
         const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * hw_sort_doubles:
 * @x: (array length=n) (inout): numbers, none of them NAN
 * @n: of them, 0 or more
 */
void
hw_sort_doubles (double *x,
                 gsize   n)
{
  if (n > 1)
    qsort (x, n, sizeof *x, compare);
}
