/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-mstl.h"

#include "engine/forecast/hw-stl.h"
#include "engine/forecast/hw-super-smoother.h"

#include <string.h>

#define TURNS 2          /* through the seasons, where there are several */
#define FIRST_WINDOW 11  /* seasons that shape the shortest; longer ones move less */
#define NEXT_WINDOW 4

static void
take_parts (HwMstl       *parts,
            const double *y,
            int           rounds)
{
  const gsize n = parts->n;
  g_autofree double *rest = g_memdup2 (y, n * sizeof *y);
  g_autofree double *weights = rounds > 0 ? g_new (double, n) : NULL;
  const int turns = parts->n_periods > 1 ? TURNS : 1;

  for (int i = 0; i < turns; i++)
    for (int k = 0; k < parts->n_periods; k++)
      {
        const HwStlParams params = { parts->periods[k], FIRST_WINDOW + NEXT_WINDOW * k, 0, rounds };
        double *season = parts->season[k];

        for (gsize t = 0; t < n; t++)
          rest[t] += season[t];
        hw_stl_fit (&params, rest, n, season, parts->trend, weights);
        for (gsize t = 0; t < n; t++)
          rest[t] -= season[t];
      }

  for (int k = 0; k < parts->n_periods; k++)
    for (gsize t = 0; t < n; t++)
      parts->seasons[t] += parts->season[k][t];
}

/**
 * hw_mstl_fit:
 * @y: (array length=n): a complete series, finite [units]
 * @n: number of periods, at least 1
 * @periods: (array length=n_periods): seasons, the shortest first; those that do not
 *   fit in more than twice are left out
 * @n_periods: how many, up to HW_MSTL_SEASONS
 * @rounds: of giving less weight to what lies far off; 0: every period counts alike
 * @parts: (out caller-allocates): the parts
 *
 * Takes one season after the other out by hw_stl_fit(), and once more each with the
 * others out of the way. The trend is the last one's; without any season it is that
 * of hw_super_smoother().
 *
 * Source: Bandara, Hyndman and Bergmeir (2021), arXiv:2107.13462.
 * Checked against: mstl() of R's forecast 8.20, tests/engine/test-hw-mstl.c.
 */
void
hw_mstl_fit (const double *y,
             gsize         n,
             const int    *periods,
             int           n_periods,
             int           rounds,
             HwMstl       *parts)
{
  *parts = (HwMstl) { .n = n, .trend = g_new0 (double, n * (gsize) (2 + HW_MSTL_SEASONS)) };
  parts->seasons = parts->trend + n;

  for (int k = 0; k < MIN (n_periods, HW_MSTL_SEASONS); k++)
    if (hw_stl_suits (periods[k], n))
      {
        parts->season[parts->n_periods] = parts->trend + n * (gsize) (2 + parts->n_periods);
        parts->periods[parts->n_periods++] = periods[k];
      }

  if (parts->n_periods > 0)
    take_parts (parts, y, rounds);
  else
    hw_super_smoother (y, n, parts->trend);
}

/**
 * hw_mstl_clear:
 * @parts: their memory is given back
 */
void
hw_mstl_clear (HwMstl *parts)
{
  g_clear_pointer (&parts->trend, g_free);
}
