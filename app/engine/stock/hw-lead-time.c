/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-lead-time.h"

#include "core/hw-error.h"

#include <math.h>

#define BELIEF_OTHERS 4.0  /* what others show counts as so many own values at most */
#define BELIEF_LATE   2.0  /* that an order may come later than any seen so far counts as two */
#define LATE_SHARE    0.25 /* of these, the rest is an order on time */

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a waiting time of %s cannot be", what);
  return FALSE;
}

static gboolean
check (const HwLeadTimeInput  *in,
       gsize                   n,
       GError                **error)
{
  const int least = in->made_here ? 0 : 1;

  for (gsize i = 0; i < in->n_own + in->n_others; i++)
    {
      const int value = i < in->n_own ? in->own[i] : in->others[i - in->n_own];

      if (value < least)
        return refuse (error, "no time");
      if (value > HW_LEAD_MOST || (gsize) value >= n)
        return refuse (error, "so long");
    }

  if (isnan (in->told))
    return refuse (error, "nothing");
  if (in->told >= 0.0 && round (in->told) < least)
    return refuse (error, "no time");
  if (in->told > HW_LEAD_MOST || in->told >= (double) n)
    return refuse (error, "so long");

  if (in->n_own + in->n_others == 0 && in->told < 0.0)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "no waiting time is known");
      return FALSE;
    }

  return TRUE;
}

static int
compare_int (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  const int x = *(const int *) a, y = *(const int *) b;

  return (x > y) - (x < y);
}

static int
middle_of (const int *values,
           gsize      n)
{
  g_autofree int *sorted = g_memdup2 (values, n * sizeof (int));

  g_qsort_with_data (sorted, (int) n, sizeof (int), compare_int, NULL);
  return sorted[(n - 1) / 2];
}

/* The usual waiting time with most of the weight, and a tail up to twice of it:
 * what has not been seen yet can still come. */
static void
add_belief (double *chance,
            gsize   n,
            int     usual,
            double  weight)
{
  const gsize last = MIN ((gsize) (2 * MAX (usual, 1)), n - 1);
  const gsize first = (gsize) usual + 1;

  if (first > last)
    {
      chance[usual] += weight;
      return;
    }

  chance[usual] += weight * (1.0 - LATE_SHARE);
  for (gsize k = first; k <= last; k++)
    chance[k] += weight * LATE_SHARE / (double) (last - first + 1);
}

/**
 * hw_lead_time_learn:
 * @in: waiting times seen and told [periods]
 * @chance: (array length=n) (out): of waiting k periods, k from 0; sums to 1
 * @n: length of @chance, beyond the longest waiting time seen
 * @error: return location
 *
 * How often each waiting time was seen, with two beliefs added: that the item is
 * like the supplier's others, which counts as up to four values of its own and
 * less the more own values there are; and that something later than usual can
 * come, which counts as one value. Where nothing was seen, what the owner says is
 * the usual waiting time.
 *
 * Cost: O(n + values log values).
 *
 * Errors: BAD_VALUE for a waiting time of 0 (unless made here) or longer than @n or
 * HW_LEAD_MOST; TOO_SHORT where nothing is known at all.
 *
 * Source: Dirichlet-multinomial smoothing, Gelman et al. (2013), Bayesian Data
 * Analysis, section 3.4.
 * Checked against: cases worked by hand, tests/engine/test-hw-lead-time.c.
 *
 * Returns: %TRUE if @chance was filled in
 */
gboolean
hw_lead_time_learn (const HwLeadTimeInput  *in,
                    double                 *chance,
                    gsize                   n,
                    GError                **error)
{
  double total = 0.0;
  int usual;

  if (!check (in, n, error))
    return FALSE;

  for (gsize k = 0; k < n; k++)
    chance[k] = 0.0;

  for (gsize i = 0; i < in->n_own; i++)
    chance[in->own[i]] += 1.0;
  for (gsize i = 0; i < in->n_others; i++)
    chance[in->others[i]] += MIN (1.0, BELIEF_OTHERS / (double) in->n_others);

  usual = in->n_own > 0 ? middle_of (in->own, in->n_own)
          : in->n_others > 0 ? middle_of (in->others, in->n_others) : (int) round (in->told);
  if (usual > 0)
    add_belief (chance, n, usual, BELIEF_LATE);
  else
    chance[0] += BELIEF_LATE;

  for (gsize k = 0; k < n; k++)
    total += chance[k];
  for (gsize k = 0; k < n; k++)
    chance[k] /= total;

  return TRUE;
}

/**
 * hw_lead_time_mean:
 * @chance: (array length=n): of waiting k periods, summing to 1
 * @n: its length
 *
 * Returns: the mean waiting time [periods]
 */
double
hw_lead_time_mean (const double *chance,
                   gsize         n)
{
  double mean = 0.0;

  for (gsize k = 0; k < n; k++)
    mean += (double) k * chance[k];

  return mean;
}

/**
 * hw_lead_time_quantile:
 * @chance: (array length=n): of waiting k periods, summing to 1
 * @n: its length, at least 1
 * @p: a chance, 0 to 1
 *
 * Returns: the least k with a chance of at least @p of having come after k periods
 */
int
hw_lead_time_quantile (const double *chance,
                       gsize         n,
                       double        p)
{
  double sum = 0.0;

  for (gsize k = 0; k < n; k++)
    {
      sum += chance[k];
      if (sum >= p - 1e-12)
        return (int) k;
    }

  return (int) n - 1;
}
