/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reconcile.h: forecasts of parts and wholes made to add up.
 *
 * In:  forecasts of leaves (products), of groups of leaves (categories) and of all of
 *      them, each made for itself, or of the periods of one series and of spans of them
 *      (weeks, months); and how uncertain each is.
 * Out: the figures closest to them, by weighted least squares, that add up and of
 *      which none is negative; and whole units that add up just so.
 * Pure. Safe to call from any thread. No matrix is ever as large as the catalogue:
 * the tree is solved group by group.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every leaf belongs to one group, every group to the whole. */
typedef struct
{
  gsize        n_leaves;
  gsize        n_groups;
  const guint *group;      /* length n_leaves: below n_groups */
} HwTree;

/* Figures of one period, or their variances, at every node of a tree. */
typedef struct
{
  double *leaf;            /* length n_leaves */
  double *group;           /* length n_groups */
  double  total;
} HwTreeValues;

void     hw_reconcile_structural (const HwTree *tree,
                                  HwTreeValues *variance);

gboolean hw_reconcile_tree       (const HwTree       *tree,
                                  const HwTreeValues *variance,
                                  HwTreeValues       *values) G_GNUC_WARN_UNUSED_RESULT;

/* Periods from..to - 1 of a series, and what was forecast of them together. */
typedef struct
{
  gsize  from, to;
  double value;
  double variance;         /* above 0 */
} HwTimeSpan;

gboolean hw_reconcile_spans      (double             *values,
                                  const double       *variance,
                                  gsize               n,
                                  const HwTimeSpan   *spans,
                                  gsize               n_spans) G_GNUC_WARN_UNUSED_RESULT;

/* Gives out whole units period by period, so that at every period leaves add up to
 * their group and groups to the total, and over time nothing gets lost. */
typedef struct _HwRounding HwRounding;

HwRounding *hw_rounding_new  (const HwTree *tree) G_GNUC_WARN_UNUSED_RESULT;
void        hw_rounding_step (HwRounding   *self,
                              const double *leaf,
                              double       *whole);
void        hw_rounding_free (HwRounding   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwRounding, hw_rounding_free)

G_END_DECLS
