/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lift-pool.h"

#include "engine/math/hw-cholesky.h"

#include <math.h>
#include <string.h>

#define ROUNDS 12
#define RIDGE 4.0          /* one over the variance of the catalogue's coefficients around 0 */
#define BETWEEN_FIRST 0.1
#define AMONG_FIRST 0.05
#define VARIANCE_LEAST 1e-4
#define VARIANCE_MOST 2.0
#define PRIOR_MEMBERS 2.0  /* how many products at the first variance count beside the real ones */

typedef struct
{
  double weight[HW_LIFT_COLUMNS_MAX * HW_LIFT_COLUMNS_MAX];
  double moment[HW_LIFT_COLUMNS_MAX];
} Sum;

/* Only the part about columns in use. */
static void
take_used (const double   *weight,
           const double   *moment,
           gsize           columns,
           const gboolean *used,
           Sum            *out)
{
  for (gsize c = 0; c < columns; c++)
    {
      const gboolean in = used == NULL || used[c];

      out->moment[c] = in ? moment[c] : 0.0;
      for (gsize d = 0; d < columns; d++)
        out->weight[c * columns + d] = in && (used == NULL || used[d]) ? weight[c * columns + d] : 0.0;
    }
}

/* Adds to @sum what @own says about the mean that it varies around with @variance. */
static void
absorb (const Sum    *own,
        const double *variance,
        gsize         columns,
        Sum          *sum)
{
  double root[HW_LIFT_COLUMNS_MAX * HW_LIFT_COLUMNS_MAX], part[HW_LIFT_COLUMNS_MAX];

  memcpy (root, own->weight, columns * columns * sizeof *root);
  for (gsize c = 0; c < columns; c++)
    root[c * columns + c] += 1.0 / variance[c];
  if (!hw_cholesky (root, columns))
    return;

  for (gsize d = 0; d <= columns; d++)
    {
      const double *right = d < columns ? own->weight + d * columns : own->moment;

      memcpy (part, right, columns * sizeof *part);
      hw_cholesky_solve (root, columns, part);
      for (gsize c = 0; c < columns; c++)
        {
          double told = right[c];

          for (gsize k = 0; k < columns; k++)
            told -= own->weight[c * columns + k] * part[k];
          if (d < columns)
            sum->weight[c * columns + d] += told;
          else
            sum->moment[c] += told;
        }
    }
}

/* Most likely coefficients of one around @expected; @variance (nullable) of each. */
static void
settle (const Sum    *own,
        const double *expected,
        const double *around,
        gsize         columns,
        double       *beta,
        double       *variance)
{
  double root[HW_LIFT_COLUMNS_MAX * HW_LIFT_COLUMNS_MAX];

  memcpy (root, own->weight, columns * columns * sizeof *root);
  for (gsize c = 0; c < columns; c++)
    {
      root[c * columns + c] += 1.0 / around[c];
      beta[c] = own->moment[c] + expected[c] / around[c];
    }

  if (!hw_cholesky (root, columns))
    {
      memcpy (beta, expected, columns * sizeof *beta);
      if (variance != NULL)
        memcpy (variance, around, columns * sizeof *variance);
      return;
    }

  hw_cholesky_solve (root, columns, beta);
  if (variance != NULL)
    hw_cholesky_inverse_diag (root, columns, variance);
}

/* Products without a category are a category of their own, the first. */
static gsize
group_of (int category)
{
  return category < 0 ? 0 : (gsize) category + 1;
}

static void
resolve_groups (HwLiftPool *pool,
                const Sum  *groups)
{
  const gsize columns = pool->columns;
  double ridge[HW_LIFT_COLUMNS_MAX], zero[HW_LIFT_COLUMNS_MAX] = { 0 };
  g_autofree Sum *all = g_new0 (Sum, 1);

  for (gsize c = 0; c < columns; c++)
    ridge[c] = 1.0 / RIDGE;
  for (gsize g = 0; g < pool->n_categories; g++)
    absorb (&groups[g], pool->among, columns, all);
  settle (all, zero, ridge, columns, pool->catalogue, NULL);
  for (gsize g = 0; g < pool->n_categories; g++)
    settle (&groups[g], pool->catalogue, pool->among, columns, pool->category + g * columns, NULL);
}

/**
 * hw_lift_pool_resolve:
 * @pool: a pool with its variances
 * @news: (array length=n): what each product says
 * @category: (array length=n): of each product; -1 for none
 * @n: products
 * @used: (array length=columns) (nullable): FALSE holds a column's coefficient at 0
 *
 * Finds the coefficients of catalogue and categories for the variances as they are.
 */
void
hw_lift_pool_resolve (HwLiftPool              *pool,
                      const HwLiftNews *const *news,
                      const int               *category,
                      gsize                    n,
                      const gboolean          *used)
{
  g_autofree Sum *groups = g_new0 (Sum, pool->n_categories);
  g_autofree Sum *own = g_new (Sum, 1);

  for (gsize i = 0; i < n; i++)
    {
      take_used (news[i]->weight, news[i]->moment, pool->columns, used, own);
      absorb (own, pool->between, pool->columns, &groups[group_of (category[i])]);
    }
  resolve_groups (pool, groups);
}

static gsize
count_groups (const int *category,
              gsize      n,
              gsize      n_categories)
{
  g_autofree guint8 *there = g_new0 (guint8, n_categories);
  gsize count = 0;

  for (gsize i = 0; i < n; i++)
    {
      count += !there[group_of (category[i])];
      there[group_of (category[i])] = 1;
    }

  return count;
}

/* Variances by what is left around the means. */
static void
spread_out (HwLiftPool              *pool,
            const HwLiftNews *const *news,
            const int               *category,
            gsize                    n,
            gboolean                 several)
{
  const gsize columns = pool->columns;
  double sum[HW_LIFT_COLUMNS_MAX], beta[HW_LIFT_COLUMNS_MAX], variance[HW_LIFT_COLUMNS_MAX];

  for (gsize c = 0; c < columns; c++)
    sum[c] = PRIOR_MEMBERS * BETWEEN_FIRST;
  for (gsize i = 0; i < n; i++)
    {
      const double *expected = hw_lift_pool_expected (pool, category[i]);

      hw_lift_pool_own (pool, news[i], category[i], NULL, beta, variance);
      for (gsize c = 0; c < columns; c++)
        sum[c] += (beta[c] - expected[c]) * (beta[c] - expected[c]) + variance[c];
    }
  for (gsize c = 0; c < columns; c++)
    pool->between[c] = CLAMP (sum[c] / (PRIOR_MEMBERS + (double) n), VARIANCE_LEAST, VARIANCE_MOST);

  for (gsize c = 0; c < columns && several; c++)
    {
      double off = PRIOR_MEMBERS * AMONG_FIRST;

      for (gsize g = 0; g < pool->n_categories; g++)
        off += (pool->category[g * columns + c] - pool->catalogue[c]) * (pool->category[g * columns + c] - pool->catalogue[c]);
      pool->among[c] = CLAMP (off / (PRIOR_MEMBERS + (double) pool->n_categories), VARIANCE_LEAST, VARIANCE_MOST);
    }
}

/**
 * hw_lift_pool_init:
 * @pool: (out): cleared by hw_lift_pool_clear()
 * @news: (array length=n): what each product says
 * @category: (array length=n): of each product; -1 for none
 * @n: products
 * @columns: of the coefficients
 *
 * A product's coefficients vary around its category's, a category's around the
 * catalogue's, all normal with unknown variances: coefficients and variances in turn.
 *
 * Source: empirical Bayes by EM, Dempster, Laird and Rubin (1977), J. Royal Statistical
 * Society B 39(1); the normal approximation to each product's likelihood as in DerSimonian
 * and Laird (1986), Controlled Clinical Trials 7(3).
 * Checked against: simulated catalogues, tests/engine/test-hw-lift.c.
 */
void
hw_lift_pool_init (HwLiftPool              *pool,
                   const HwLiftNews *const *news,
                   const int               *category,
                   gsize                    n,
                   gsize                    columns)
{
  gboolean several;

  pool->columns = columns;
  pool->n_categories = 1;
  for (gsize i = 0; i < n; i++)
    pool->n_categories = MAX (pool->n_categories, group_of (category[i]) + 1);
  several = count_groups (category, n, pool->n_categories) > 1;
  pool->catalogue = g_new0 (double, columns);
  pool->category = g_new0 (double, pool->n_categories * columns);
  for (gsize c = 0; c < columns; c++)
    {
      pool->between[c] = BETWEEN_FIRST;
      pool->among[c] = several ? AMONG_FIRST : VARIANCE_LEAST; /* one category is the catalogue */
    }

  for (int i = 0; i < ROUNDS; i++)
    {
      hw_lift_pool_resolve (pool, news, category, n, NULL);
      spread_out (pool, news, category, n, several);
    }
  hw_lift_pool_resolve (pool, news, category, n, NULL);
}

/**
 * hw_lift_pool_clear:
 * @pool: a pool; all 0 will do
 */
void
hw_lift_pool_clear (HwLiftPool *pool)
{
  g_clear_pointer (&pool->catalogue, g_free);
  g_clear_pointer (&pool->category, g_free);
}

/**
 * hw_lift_pool_expected:
 * @pool: a pool
 * @category: a category of it; -1 for none
 *
 * Returns: (array): the coefficients to expect of a product of that category
 */
const double *
hw_lift_pool_expected (const HwLiftPool *pool,
                       int               category)
{
  return pool->category + group_of (category) * pool->columns;
}

/**
 * hw_lift_pool_own:
 * @pool: a pool
 * @news: what one product says
 * @category: its category; -1 for none
 * @used: (array) (nullable): FALSE holds a column's coefficient at 0
 * @beta: (array) (out): its own coefficients
 * @variance: (array) (out) (nullable): how uncertain each is
 */
void
hw_lift_pool_own (const HwLiftPool *pool,
                  const HwLiftNews *news,
                  int               category,
                  const gboolean   *used,
                  double           *beta,
                  double           *variance)
{
  g_autofree Sum *own = g_new (Sum, 1);

  take_used (news->weight, news->moment, pool->columns, used, own);
  settle (own, hw_lift_pool_expected (pool, category), pool->between, pool->columns, beta, variance);
}
