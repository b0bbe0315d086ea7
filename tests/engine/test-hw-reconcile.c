/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-reconcile.h"

#include "core/hw-rng.h"

#include <math.h>
#include <string.h>

#define DENSE_MOST 64

/* Least squares by normal equations and elimination: sum over rows of (row b - y)^2 / v. */
static void
dense_solve (const double *rows,
             const double *y,
             const double *v,
             gsize         n_rows,
             gsize         n,
             double       *b)
{
  double m[DENSE_MOST][DENSE_MOST + 1] = { 0 };

  g_assert_cmpuint (n, <=, DENSE_MOST);
  for (gsize r = 0; r < n_rows; r++)
    for (gsize i = 0; i < n; i++)
      {
        for (gsize k = 0; k < n; k++)
          m[i][k] += rows[r * n + i] * rows[r * n + k] / v[r];
        m[i][n] += rows[r * n + i] * y[r] / v[r];
      }

  for (gsize i = 0; i < n; i++)
    for (gsize r = 0; r < n; r++)
      if (r != i)
        {
          const double factor = m[r][i] / m[i][i];

          for (gsize k = i; k <= n; k++)
            m[r][k] -= factor * m[i][k];
        }

  for (gsize i = 0; i < n; i++)
    b[i] = m[i][n] / m[i][i];
}

#define LEAVES 5
#define GROUPS 2

static const guint worked_group[LEAVES] = { 0, 0, 0, 1, 1 };
static const HwTree worked_tree = { LEAVES, GROUPS, worked_group };

/* Rows of every node: the leaves, the groups, the total. */
static void
fill_rows (const HwTree *tree,
           double       *rows)
{
  const gsize n = tree->n_leaves;

  memset (rows, 0, (n + tree->n_groups + 1) * n * sizeof *rows);
  for (gsize i = 0; i < n; i++)
    {
      rows[i * n + i] = 1.0;
      rows[(n + tree->group[i]) * n + i] = 1.0;
      rows[(n + tree->n_groups) * n + i] = 1.0;
    }
}

static void
assert_like_dense (const HwTreeValues *variance)
{
  double leaf[LEAVES] = { 10.0, 4.0, 6.0, 20.0, 1.5 }, group[GROUPS] = { 25.0, 18.0 };
  HwTreeValues values = { leaf, group, 50.0 };
  double rows[(LEAVES + GROUPS + 1) * LEAVES], y[LEAVES + GROUPS + 1], v[LEAVES + GROUPS + 1], b[LEAVES];

  fill_rows (&worked_tree, rows);
  memcpy (y, leaf, sizeof leaf);
  memcpy (y + LEAVES, group, sizeof group);
  y[LEAVES + GROUPS] = values.total;
  memcpy (v, variance->leaf, LEAVES * sizeof *v);
  memcpy (v + LEAVES, variance->group, GROUPS * sizeof *v);
  v[LEAVES + GROUPS] = variance->total;
  dense_solve (rows, y, v, LEAVES + GROUPS + 1, LEAVES, b);

  g_assert_true (hw_reconcile_tree (&worked_tree, variance, &values));
  for (gsize i = 0; i < LEAVES; i++)
    g_assert_cmpfloat_with_epsilon (leaf[i], b[i], 1e-10);
  g_assert_cmpfloat_with_epsilon (group[0], leaf[0] + leaf[1] + leaf[2], 1e-12);
  g_assert_cmpfloat_with_epsilon (group[1], leaf[3] + leaf[4], 1e-12);
  g_assert_cmpfloat_with_epsilon (values.total, group[0] + group[1], 1e-12);
}

static void
test_tree_like_dense (void)
{
  double leaf[LEAVES] = { 2.0, 1.0, 0.5, 9.0, 0.1 }, group[GROUPS] = { 3.0, 4.0 };
  HwTreeValues variance = { leaf, group, 5.0 };

  assert_like_dense (&variance);
  hw_reconcile_structural (&worked_tree, &variance);
  g_assert_cmpfloat (group[0], ==, 3.0);
  g_assert_cmpfloat (variance.total, ==, 5.0);
  assert_like_dense (&variance);
}

/* Groups and a total without forecasts of their own ask for nothing. */
static void
test_tree_silent_nodes (void)
{
  double leaf[LEAVES] = { 10.0, 4.0, 6.0, 20.0, 1.5 }, group[GROUPS] = { NAN, 43.0 };
  double leaf_v[LEAVES] = { 1.0, 1.0, 1.0, 1.0, 0.0 }, group_v[GROUPS] = { INFINITY, 1.0 };
  const HwTreeValues variance = { leaf_v, group_v, INFINITY };
  HwTreeValues values = { leaf, group, NAN };

  g_assert_true (hw_reconcile_tree (&worked_tree, &variance, &values));
  g_assert_cmpfloat (leaf[0], ==, 10.0);
  g_assert_cmpfloat (group[0], ==, 20.0);
  g_assert_cmpfloat (leaf[4], ==, 1.5); /* held fast */
  g_assert_cmpfloat_with_epsilon (leaf[3], 30.75, 1e-12); /* half way to 41.5 */
  g_assert_cmpfloat_with_epsilon (values.total, 52.25, 1e-12);
}

static void
test_tree_stays_as_it_is (void)
{
  double leaf[LEAVES] = { 10.0, 4.0, 0.0, 20.0, 1.5 }, group[GROUPS] = { 14.0, 21.5 };
  double leaf_v[LEAVES] = { 2.0, 1.0, 0.5, 9.0, 0.1 }, group_v[GROUPS] = { 3.0, 4.0 };
  const HwTreeValues variance = { leaf_v, group_v, 5.0 };
  HwTreeValues values = { leaf, group, 35.5 };

  g_assert_true (hw_reconcile_tree (&worked_tree, &variance, &values));
  g_assert_cmpfloat_with_epsilon (leaf[0], 10.0, 1e-12);
  g_assert_cmpfloat (leaf[2], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (leaf[3], 20.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (values.total, 35.5, 1e-12);
}

#define MANY 60
#define MANY_GROUPS 7

/* What marks the least sum among the non-negative: where a leaf is above 0 nothing pulls
 * it, where it is at 0 everything pulls it down. */
static void
assert_optimal (const HwTree       *tree,
                const HwTreeValues *variance,
                const HwTreeValues *before,
                const HwTreeValues *after)
{
  const double whole = isinf (variance->total) ? 0.0 : (after->total - before->total) / variance->total;

  for (gsize i = 0; i < tree->n_leaves; i++)
    {
      const guint g = tree->group[i];
      const double pressure = whole + (isinf (variance->group[g]) ? 0.0
                                       : (after->group[g] - before->group[g]) / variance->group[g]);
      const double pull = (after->leaf[i] - before->leaf[i]) + variance->leaf[i] * pressure;

      g_assert_cmpfloat (after->leaf[i], >=, 0.0);
      if (after->leaf[i] > 0.0)
        g_assert_cmpfloat_with_epsilon (pull, 0.0, 1e-8);
      else
        g_assert_cmpfloat (pull, >=, -1e-8);
    }
}

static void
test_tree_never_negative (void)
{
  HwRng rng;
  guint group_of[MANY];
  const HwTree tree = { MANY, MANY_GROUPS, group_of };
  guint n_zero = 0;

  hw_rng_init (&rng, 5);
  for (int round = 0; round < 400; round++)
    {
      double leaf[MANY], group[MANY_GROUPS], leaf_v[MANY], group_v[MANY_GROUPS], was_leaf[MANY], was_group[MANY_GROUPS];
      HwTreeValues values = { leaf, group, 0.0 }, before = { was_leaf, was_group, 0.0 };
      HwTreeValues variance = { leaf_v, group_v, 0.0 };

      for (gsize i = 0; i < MANY; i++)
        {
          group_of[i] = (guint) (hw_rng_unit (&rng) * MANY_GROUPS);
          leaf[i] = 10.0 * hw_rng_unit (&rng) - 1.0;
          leaf_v[i] = 0.01 + 20.0 * hw_rng_unit (&rng);
        }
      for (gsize g = 0; g < MANY_GROUPS; g++)
        {
          group[g] = 60.0 * hw_rng_unit (&rng);
          group_v[g] = g % 5 == 4 ? INFINITY : 0.01 + 20.0 * hw_rng_unit (&rng);
        }
      values.total = 200.0 * hw_rng_unit (&rng);
      variance.total = 0.1 + 10.0 * hw_rng_unit (&rng);
      memcpy (was_leaf, leaf, sizeof leaf);
      memcpy (was_group, group, sizeof group);
      before.total = values.total;

      g_assert_true (hw_reconcile_tree (&tree, &variance, &values));
      assert_optimal (&tree, &variance, &before, &values);
      for (gsize i = 0; i < MANY; i++)
        n_zero += leaf[i] == 0.0;
    }

  g_assert_cmpuint (n_zero, >, 400); /* the bound was met */
}

static void
test_tree_refuses (void)
{
  double leaf[LEAVES] = { 1.0, 1.0, 1.0, 1.0, 1.0 }, group[GROUPS] = { 3.0, 2.0 };
  double leaf_v[LEAVES] = { 1.0, 1.0, 1.0, 1.0, 1.0 }, group_v[GROUPS] = { 1.0, 1.0 };
  HwTreeValues variance = { leaf_v, group_v, 1.0 }, values = { leaf, group, 9.0 };

  leaf[2] = NAN;
  g_assert_false (hw_reconcile_tree (&worked_tree, &variance, &values));
  leaf[2] = 1.0;
  group_v[1] = 0.0;
  g_assert_false (hw_reconcile_tree (&worked_tree, &variance, &values));
  group_v[1] = 1.0;
  leaf_v[0] = -1.0;
  g_assert_false (hw_reconcile_tree (&worked_tree, &variance, &values));
  g_assert_cmpfloat (leaf[0], ==, 1.0);
  g_assert_cmpfloat (values.total, ==, 9.0);
}

/* Four weeks of days and a month that begins in the first of them. */
static void
test_spans_like_dense (void)
{
  enum { N = 28, M = 5 };
  const HwTimeSpan spans[M] = { { 3, 28, 300.0, 40.0 }, { 0, 7, 90.0, 9.0 }, { 7, 14, 60.0, 4.0 },
                                { 14, 21, 75.0, 5.0 }, { 21, 28, 80.0, 25.0 } };
  double rows[(N + M) * N] = { 0 }, y[N + M], v[N + M], b[N], values[N], variance[N];

  for (gsize t = 0; t < N; t++)
    {
      rows[t * N + t] = 1.0;
      y[t] = values[t] = 10.0 + (double) (t % 7);
      v[t] = variance[t] = 1.0 + (double) (t % 3);
    }
  for (gsize i = 0; i < M; i++)
    {
      for (gsize t = spans[i].from; t < spans[i].to; t++)
        rows[(N + i) * N + t] = 1.0;
      y[N + i] = spans[i].value;
      v[N + i] = spans[i].variance;
    }

  dense_solve (rows, y, v, N + M, N, b);
  g_assert_true (hw_reconcile_spans (values, variance, N, spans, M));
  for (gsize t = 0; t < N; t++)
    g_assert_cmpfloat_with_epsilon (values[t], b[t], 1e-9);
}

static void
test_spans_never_negative (void)
{
  enum { N = 14 };
  const HwTimeSpan spans[] = { { 0, 7, 0.0, 0.01 }, { 7, 14, 70.0, 0.01 }, { 4, 14, 80.0, 0.01 } };
  const HwTimeSpan all_right[] = { { 0, 7, 28.0, 1.0 }, { 4, 14, 40.0, 1.0 } };
  double values[N], variance[N];
  double first = 0.0, second = 0.0;

  for (gsize t = 0; t < N; t++)
    {
      values[t] = 4.0;
      variance[t] = t == 0 ? 9.0 : 1.0;
    }
  g_assert_true (hw_reconcile_spans (values, variance, N, all_right, G_N_ELEMENTS (all_right)));
  for (gsize t = 0; t < N; t++)
    g_assert_cmpfloat_with_epsilon (values[t], 4.0, 1e-12);

  g_assert_true (hw_reconcile_spans (values, variance, N, spans, G_N_ELEMENTS (spans)));
  for (gsize t = 0; t < N; t++)
    {
      g_assert_cmpfloat (values[t], >=, 0.0);
      *(t < 7 ? &first : &second) += values[t];
    }
  g_assert_cmpfloat (values[0], ==, 0.0);
  g_assert_cmpfloat (first, <, 6.0);
  g_assert_cmpfloat (second, >, 65.0);

  values[3] = INFINITY;
  g_assert_false (hw_reconcile_spans (values, variance, N, spans, G_N_ELEMENTS (spans)));
}

/* Whole, adding up at every period, close to the figures over any time, and nothing
 * where nothing is expected. */
static void
test_rounding (void)
{
  enum { PERIODS = 200 };
  HwRng rng;
  guint group_of[MANY];
  double rate[MANY], sum_leaf[MANY] = { 0 }, whole_leaf[MANY] = { 0 }, sum_total = 0.0, whole_total = 0.0;
  const HwTree tree = { MANY, MANY_GROUPS, group_of };
  g_autoptr (HwRounding) rounding = NULL;

  hw_rng_init (&rng, 11);
  for (gsize i = 0; i < MANY; i++)
    {
      group_of[i] = (guint) (i % MANY_GROUPS);
      rate[i] = i < 20 ? 0.3 : 4.0 * hw_rng_unit (&rng);
    }

  rounding = hw_rounding_new (&tree);
  for (int t = 0; t < PERIODS; t++)
    {
      double leaf[MANY], whole[MANY], expected = 0.0, given = 0.0;

      for (gsize i = 0; i < MANY; i++)
        {
          leaf[i] = t % 7 == 6 ? 0.0 : rate[i];
          expected += leaf[i];
        }

      hw_rounding_step (rounding, leaf, whole);
      for (gsize i = 0; i < MANY; i++)
        {
          g_assert_cmpfloat (whole[i], ==, round (whole[i]));
          g_assert_cmpfloat (whole[i], >=, 0.0);
          if (leaf[i] == 0.0)
            g_assert_cmpfloat (whole[i], ==, 0.0);
          sum_leaf[i] += leaf[i];
          whole_leaf[i] += whole[i];
          g_assert_cmpfloat (fabs (sum_leaf[i] - whole_leaf[i]), <, 1.5);
          given += whole[i];
        }

      sum_total += expected;
      whole_total += given;
      g_assert_cmpfloat (fabs (sum_total - whole_total), <=, 0.5 + 1e-9);
    }
}

/* 10,000 products, 26 weeks of days: well below what one forecast of them costs. */
static void
test_speed (void)
{
  enum { N = 10000, G = 60, PERIODS = 182 };
  g_autofree guint *group_of = g_new (guint, N);
  g_autofree double *leaf = g_new (double, N);
  g_autofree double *leaf_v = g_new (double, N);
  g_autofree double *whole = g_new (double, N);
  double group[G], group_v[G], took;
  const HwTree tree = { N, G, group_of };
  const HwTreeValues variance = { leaf_v, group_v, 500.0 };
  g_autoptr (HwRounding) rounding = NULL;

  for (gsize i = 0; i < N; i++)
    {
      group_of[i] = (guint) (i % G);
      leaf_v[i] = 1.0 + (double) (i % 13);
    }

  rounding = hw_rounding_new (&tree);
  g_test_timer_start ();
  for (int t = 0; t < PERIODS; t++)
    {
      HwTreeValues values = { leaf, group, 14000.0 };

      for (gsize i = 0; i < N; i++)
        leaf[i] = 0.1 * (double) ((i * 7 + (gsize) t) % 31);
      for (gsize g = 0; g < G; g++)
        {
          group[g] = 260.0;
          group_v[g] = 90.0;
        }

      g_assert_true (hw_reconcile_tree (&tree, &variance, &values));
      hw_rounding_step (rounding, leaf, whole);
    }

  took = g_test_timer_elapsed ();
  g_test_message ("%d products, %d days: %.2f s", N, PERIODS, took);
  g_assert_cmpfloat (took, <, 20.0); /* under sanitizers, too */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/reconcile/tree-like-dense", test_tree_like_dense);
  g_test_add_func ("/engine/reconcile/tree-silent-nodes", test_tree_silent_nodes);
  g_test_add_func ("/engine/reconcile/tree-stays-as-it-is", test_tree_stays_as_it_is);
  g_test_add_func ("/engine/reconcile/tree-never-negative", test_tree_never_negative);
  g_test_add_func ("/engine/reconcile/tree-refuses", test_tree_refuses);
  g_test_add_func ("/engine/reconcile/spans-like-dense", test_spans_like_dense);
  g_test_add_func ("/engine/reconcile/spans-never-negative", test_spans_never_negative);
  g_test_add_func ("/engine/reconcile/rounding", test_rounding);
  g_test_add_func ("/engine/reconcile/speed", test_speed);

  return g_test_run ();
}
