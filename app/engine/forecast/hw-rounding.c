/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole units out of fractions: what is left over goes on to the next period. */
#include "engine/forecast/hw-reconcile.h"

#include <math.h>
#include <string.h>

/* One who may get units: what is due, and what was given. */
typedef struct
{
  gsize  index;
  double due;
  double given;
} Share;

struct _HwRounding
{
  gsize   n_leaves, n_groups;
  gsize  *start;         /* (owned) n_groups + 1: where a group's leaves begin in order */
  gsize  *order;         /* (owned) n_leaves: leaves by group */
  double *leaf_owed;     /* (owned) fractions not given out yet, or given too early */
  double *group_owed;    /* (owned) */
  double  total_owed;
  Share  *shares;        /* (owned) for the larger of the two */
  double *group_whole;   /* (owned) */
};

/**
 * hw_rounding_new:
 * @tree: which leaf belongs where; not needed afterwards
 *
 * Returns: (transfer full): gives out whole units, from the first period on
 */
HwRounding *
hw_rounding_new (const HwTree *tree)
{
  HwRounding *self = g_new0 (HwRounding, 1);

  self->n_leaves = tree->n_leaves;
  self->n_groups = tree->n_groups;
  self->start = g_new0 (gsize, tree->n_groups + 2);
  self->order = g_new (gsize, tree->n_leaves + 1);
  self->leaf_owed = g_new0 (double, tree->n_leaves + 1);
  self->group_owed = g_new0 (double, tree->n_groups + 1);
  self->shares = g_new (Share, MAX (tree->n_leaves, tree->n_groups) + 1);
  self->group_whole = g_new0 (double, tree->n_groups + 1);

  for (gsize i = 0; i < tree->n_leaves; i++)
    self->start[tree->group[i] + 2]++;
  for (gsize g = 2; g <= tree->n_groups; g++)
    self->start[g] += self->start[g - 1];
  for (gsize i = 0; i < tree->n_leaves; i++)
    self->order[self->start[tree->group[i] + 1]++] = i;

  return self;
}

/**
 * hw_rounding_free:
 * @self: (nullable): its memory is given back
 */
void
hw_rounding_free (HwRounding *self)
{
  if (self == NULL)
    return;

  g_free (self->start);
  g_free (self->order);
  g_free (self->leaf_owed);
  g_free (self->group_owed);
  g_free (self->shares);
  g_free (self->group_whole);
  g_free (self);
}

/* Who is owed most first. */
static int
compare_owed (gconstpointer a,
              gconstpointer b)
{
  const Share *x = a, *y = b;
  const double of_x = x->due - x->given, of_y = y->due - y->given;

  return of_x != of_y ? (of_x < of_y) - (of_x > of_y) : (x->index > y->index) - (x->index < y->index);
}

/* @units among @n shares, by largest remainders. */
static void
give_out (Share *shares,
          gsize  n,
          double units)
{
  double left = units;

  for (gsize i = 0; i < n; i++)
    {
      shares[i].given = MAX (floor (shares[i].due), 0.0);
      left -= shares[i].given;
    }

  if (left == 0.0 || n == 0)
    return;

  qsort (shares, n, sizeof *shares, compare_owed);
  for (gsize i = 0; left > 0.0; i = (i + 1) % n, left -= 1.0)
    shares[i].given += 1.0;

  for (gsize i = n; left < 0.0; i = i > 1 ? i - 1 : n)
    if (shares[i - 1].given > 0.0)
      {
        shares[i - 1].given -= 1.0;
        left += 1.0;
      }
}

static void
step_groups (HwRounding   *self,
             const double *sums,
             double        units)
{
  gsize n = 0;

  for (gsize g = 0; g < self->n_groups; g++)
    {
      self->group_whole[g] = 0.0;
      if (sums[g] > 0.0)
        self->shares[n++] = (Share) { .index = g, .due = self->group_owed[g] + sums[g] };
    }

  give_out (self->shares, n, units);
  for (gsize i = 0; i < n; i++)
    {
      self->group_whole[self->shares[i].index] = self->shares[i].given;
      self->group_owed[self->shares[i].index] = self->shares[i].due - self->shares[i].given;
    }
}

static void
step_leaves (HwRounding   *self,
             gsize         g,
             const double *leaf,
             double       *whole)
{
  gsize n = 0;

  for (gsize k = self->start[g]; k < self->start[g + 1]; k++)
    {
      const gsize i = self->order[k];

      whole[i] = 0.0;
      if (leaf[i] > 0.0)
        self->shares[n++] = (Share) { .index = i, .due = self->leaf_owed[i] + leaf[i] };
    }

  give_out (self->shares, n, self->group_whole[g]);
  for (gsize k = 0; k < n; k++)
    {
      whole[self->shares[k].index] = self->shares[k].given;
      self->leaf_owed[self->shares[k].index] = self->shares[k].due - self->shares[k].given;
    }
}

/**
 * hw_rounding_step:
 * @self: what was given out so far
 * @leaf: (array length=n_leaves): the next period's figure of each leaf, 0 or more
 * @whole: (out) (array length=n_leaves): the same in whole units
 *
 * The total gets what its running sum, rounded, asks for; its units go to the groups,
 * and a group's to its leaves, by largest remainders of what is owed by now. A leaf
 * without a figure gets nothing. So the whole units of any period add up exactly, and
 * those of any stretch of time are about one off the sum of the figures at the most.
 *
 * Source: largest remainders (Hamilton's method), carried on over time.
 * Checked against: coherence, drift and zeros in tests/engine/test-hw-reconcile.c.
 */
void
hw_rounding_step (HwRounding   *self,
                  const double *leaf,
                  double       *whole)
{
  g_autofree double *sums = g_new0 (double, self->n_groups + 1);
  double sum = 0.0, units = 0.0;

  for (gsize g = 0; g < self->n_groups; g++)
    {
      for (gsize k = self->start[g]; k < self->start[g + 1]; k++)
        sums[g] += leaf[self->order[k]];
      sum += sums[g];
    }

  if (sum > 0.0)
    {
      units = MAX (floor (self->total_owed + sum + 0.5), 0.0);
      self->total_owed += sum - units;
    }

  step_groups (self, sums, units);
  for (gsize g = 0; g < self->n_groups; g++)
    step_leaves (self, g, leaf, whole);
}
