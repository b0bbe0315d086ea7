/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-abc.h"

#include <math.h>
#include <stdlib.h>

#define A_SHARE 0.80
#define B_SHARE 0.95
#define WEEKS_MIN 4
#define X_SPREAD 0.5
#define Y_SPREAD 1.0
#define X_ERROR 0.4
#define Y_ERROR 0.8

typedef struct
{
  double value;
  gsize  index;
} Item;

static int
compare_items (const void *a,
               const void *b)
{
  const Item *x = a, *y = b;

  if (x->value > y->value || x->value < y->value)
    return x->value > y->value ? -1 : 1;

  return (x->index > y->index) - (x->index < y->index);
}

/**
 * hw_abc_classify:
 * @value: (array length=n): what each product brings in; below 0, or not a
 *   number, counts as 0
 * @n: number of products
 * @classes: (array length=n) (out): 0, 1, 2 for A, B, C
 *
 * From the largest down, a product is A as long as those before it make less
 * than 80 % of the total, B as long as they make less than 95 %, else C. What
 * brings in nothing is C.
 *
 * Cost: O(n log n).
 *
 * Checked against: cases worked by hand in tests/engine/test-hw-abc.c.
 */
void
hw_abc_classify (const double *value,
                 gsize         n,
                 guint8       *classes)
{
  g_autofree Item *items = g_new (Item, n + 1);
  double total = 0.0, before = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      items[i] = (Item) { value[i] > 0.0 ? value[i] : 0.0, i };
      total += items[i].value;
    }

  qsort (items, n, sizeof *items, compare_items);

  for (gsize i = 0; i < n; i++)
    {
      guint8 class = 2;

      if (items[i].value > 0.0 && before < A_SHARE * total)
        class = 0;
      else if (items[i].value > 0.0 && before < B_SHARE * total)
        class = 1;

      classes[items[i].index] = class;
      before += items[i].value;
    }
}

/**
 * hw_xyz_classify:
 * @weekly: (array length=n): units of each week
 * @n: number of weeks
 *
 * Standard deviation (of the sample) over mean: up to 0.5 X, up to 1 Y, else Z.
 *
 * Returns: 0, 1, 2 for X, Y, Z; Z also with fewer than 4 weeks, or if nothing is
 *   sold on the whole
 */
guint8
hw_xyz_classify (const double *weekly,
                 gsize         n)
{
  double sum = 0.0, squares = 0.0, mean, spread;

  if (n < WEEKS_MIN)
    return 2;

  for (gsize i = 0; i < n; i++)
    sum += weekly[i];

  mean = sum / (double) n;
  if (!(mean > 0.0))
    return 2;

  for (gsize i = 0; i < n; i++)
    squares += (weekly[i] - mean) * (weekly[i] - mean);

  spread = sqrt (squares / (double) (n - 1)) / mean;
  return spread <= X_SPREAD ? 0 : spread <= Y_SPREAD ? 1 : 2;
}

/**
 * hw_xyz_by_error:
 * @error: mean absolute error of the forecast, tried on weeks it had not seen
 *   [units], at least 0
 * @mean: mean demand of the same weeks [units], above 0
 *
 * An item with a strong season that is foretold well is as easy to keep as a
 * steady one, which its spread does not show. The marks are those of the spread
 * (0.5 and 1) times 0.8, the mean absolute value of a standard normal: an item
 * that differs from week to week by chance alone gets the same letter by both.
 *
 * Source: for error over mean, Kolassa and Schuetz (2007), Advantages of the
 * MAD/mean ratio over the MAPE, Foresight 6.
 *
 * Returns: 0, 1, 2 for X, Y, Z; Z also for what is not known (not a number, an
 *   error below 0, no demand)
 */
guint8
hw_xyz_by_error (double error,
                 double mean)
{
  if (!(mean > 0.0 && error >= 0.0))
    return 2;

  return error <= X_ERROR * mean ? 0 : error <= Y_ERROR * mean ? 1 : 2;
}
