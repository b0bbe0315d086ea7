/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-rank.h"

#include <math.h>

#define FEW 10     /* a stretch no longer is put in order one by one */
#define DEPTH 64   /* the shorter half goes first: enough for any length */

/* A part of the array and the ranks that are looked for in it. */
typedef struct
{
  gssize from, to;
  int    first, last;
} Stretch;

static inline void
swap (double *a,
      double *b)
{
  const double kept = *a;

  *a = *b;
  *b = kept;
}

/* Smaller values to the front, larger to the back, around the middle one of three. */
static void
part (double        *x,
      const Stretch *whole,
      gssize        *end_of_small,
      gssize        *start_of_large)
{
  const gssize middle = (whole->from + whole->to) / 2;
  gssize k = whole->from, l = whole->to;
  double pivot;

  if (x[whole->from] > x[middle])
    swap (&x[whole->from], &x[middle]);
  if (x[whole->to] < x[middle])
    {
      swap (&x[whole->to], &x[middle]);
      if (x[whole->from] > x[middle])
        swap (&x[whole->from], &x[middle]);
    }
  pivot = x[middle];

  for (;;)
    {
      do
        l--;
      while (x[l] > pivot);
      do
        k++;
      while (x[k] < pivot);
      if (k > l)
        break;
      swap (&x[k], &x[l]);
    }

  *end_of_small = l;
  *start_of_large = k;
}

/* Each value moves down to its place; what stands before the stretch is smaller. */
static void
insert (double        *x,
        const Stretch *stretch)
{
  for (gssize i = stretch->from; i < stretch->to; i++)
    {
      const double moved = x[i + 1];
      gssize k = i;

      for (; moved < x[k]; k--)
        x[k + 1] = x[k];
      x[k + 1] = moved;
    }
}

/* Goes on with the shorter part; the other waits. */
static gboolean
choose (Stretch     *now,
        Stretch     *later,
        gssize       end_of_small,
        gssize       start_of_large,
        const gsize *ranks)
{
  *later = *now;
  if (end_of_small - now->from <= now->to - start_of_large)
    {
      later->from = start_of_large;
      now->to = end_of_small;
      while (now->first <= now->last && (gssize) ranks[now->last] > now->to)
        now->last--;
      if (now->first <= now->last)
        later->first = now->last + 1;
    }
  else
    {
      later->to = end_of_small;
      now->from = start_of_large;
      while (now->first <= now->last && (gssize) ranks[now->first] < now->from)
        now->first++;
      if (now->first <= now->last)
        later->last = now->first - 1;
    }

  return now->first <= now->last;
}

/**
 * hw_rank_order:
 * @x: (array length=n) (inout): finite values; put in another order
 * @n: how many
 * @ranks: (array length=n_ranks): which places are to hold what they would hold in
 *   rising order; themselves in rising order
 * @n_ranks: how many
 *
 * Sorts only those parts of the array in which a rank is looked for.
 *
 * Cost: O(n) on average, no allocation.
 *
 * Source: Chambers (1971), "Algorithm 410: Partial sorting", Communications of the ACM 14(5).
 * Checked against: sorted arrays, tests/engine/test-hw-rank.c.
 */
void
hw_rank_order (double      *x,
               gsize        n,
               const gsize *ranks,
               int          n_ranks)
{
  Stretch waiting[DEPTH], now = { 0, (gssize) n - 1, 0, n_ranks - 1 };
  int depth = 0;

  for (gboolean wanted = n_ranks > 0;;)
    {
      if (wanted && (now.to - now.from > FEW || (now.from == 0 && now.from < now.to)))
        {
          gssize end_of_small, start_of_large;

          part (x, &now, &end_of_small, &start_of_large);
          wanted = choose (&now, &waiting[depth++], end_of_small, start_of_large, ranks);
          continue;
        }

      if (wanted && now.from > 0)
        insert (x, &now);
      if (depth == 0)
        return;
      now = waiting[--depth];
      wanted = now.first <= now.last;
    }
}

/**
 * hw_rank_quantile:
 * @x: (array length=n) (inout): finite values; put in another order
 * @n: how many, at least 1
 * @p: a share, 0 to 1
 *
 * Between two ranks on the straight line between them: p (n - 1) counted from 0.
 *
 * Source: Hyndman and Fan (1996), The American Statistician 50(4), definition 7.
 *
 * Returns: the value below which a share @p lies
 */
double
hw_rank_quantile (double *x,
                  gsize   n,
                  double  p)
{
  const double at = p * (double) (n - 1);
  const gsize low = MIN ((gsize) at, n - 1), high = MIN (low + 1, n - 1);
  const gsize ranks[] = { low, high };

  g_return_val_if_fail (n > 0, NAN);

  hw_rank_order (x, n, ranks, 2);
  return x[low] + (at - (double) low) * (x[high] - x[low]);
}

/**
 * hw_rank_sorted_quantile:
 * @sorted: (array length=n): from the smallest to the largest
 * @n: how many, at least 1
 * @p: a share, 0 to 1
 *
 * hw_rank_quantile() of values that are in order already.
 *
 * Returns: the value below which a share @p lies
 */
double
hw_rank_sorted_quantile (const double *sorted,
                         gsize         n,
                         double        p)
{
  const double at = p * (double) (n - 1);
  const gsize low = (gsize) at;

  g_return_val_if_fail (n > 0, NAN);

  return low + 1 < n ? sorted[low] + (at - (double) low) * (sorted[low + 1] - sorted[low]) : sorted[n - 1];
}

/**
 * hw_rank_median:
 * @x: (array length=n) (inout): finite values; put in another order
 * @n: how many, at least 1
 *
 * Returns: the middle value, or the mean of the middle two
 */
double
hw_rank_median (double *x,
                gsize   n)
{
  return hw_rank_quantile (x, n, 0.5);
}
