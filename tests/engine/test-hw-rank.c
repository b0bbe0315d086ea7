/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-rank.h"

#include "core/hw-rng.h"

#include <stdlib.h>
#include <string.h>

#define N 200

static int
compare (const void *a,
         const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Property: for every length and rank the value is that of the sorted array, with
 * many ties too. */
static void
test_as_sorted (void)
{
  double x[N], sorted[N], work[N];
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (gsize n = 1; n <= N; n += n < 30 ? 1 : 17)
    {
      const guint32 values = n % 2 == 0 ? 5 : 100000;

      for (gsize i = 0; i < n; i++)
        x[i] = sorted[i] = (double) hw_rng_below (&rng, values);
      qsort (sorted, n, sizeof *sorted, compare);

      for (gsize rank = 0; rank < n; rank++)
        {
          const gsize ranks[] = { rank / 2, rank };

          memcpy (work, x, sizeof work);
          hw_rank_order (work, n, ranks, 2);
          g_assert_cmpfloat (work[ranks[0]], ==, sorted[ranks[0]]);
          g_assert_cmpfloat (work[ranks[1]], ==, sorted[ranks[1]]);
          qsort (work, n, sizeof *work, compare); /* nothing got lost */
          g_assert_cmpint (memcmp (work, sorted, n * sizeof *work), ==, 0);
        }
    }
}

/* Worked by hand: a quarter of 1 2 3 4 lies at 0.75, between 1 and 2. */
static void
test_quantiles (void)
{
  double x[] = { 3, 1, 4, 2 }, one[] = { 7 };

  g_assert_cmpfloat_with_epsilon (hw_rank_quantile (x, 4, 0.25), 1.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_rank_median (x, 4), 2.5, 1e-12);
  g_assert_cmpfloat (hw_rank_quantile (x, 4, 0.0), ==, 1.0);
  g_assert_cmpfloat (hw_rank_quantile (x, 4, 1.0), ==, 4.0);
  g_assert_cmpfloat (hw_rank_median (one, 1), ==, 7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/rank/as-sorted", test_as_sorted);
  g_test_add_func ("/engine/rank/quantiles", test_quantiles);

  return g_test_run ();
}
