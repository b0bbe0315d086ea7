/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stake/hw-missed.h"

#include "engine/forecast/hw-sold-out.h"

#include <math.h>

#define MOST_COUNTED 0.4  /* of the days: the others say nothing, and are left out */
#define LAW_OFF 0.1       /* the law of demand may be another: of all that was missed */
#define BLIND_OFF 0.2     /* ... where nothing tells what the owner foresaw */
#define PRODUCT_OFF 0.15  /* ... and of one product's */
#define SEASON 0.15       /* of what lies in another time of year */

typedef struct
{
  double *y;        /* length n */
  double *supply;   /* length n */
  double *demand;   /* length n */
  double *variance; /* length n */
} Work;

/* Days that nobody counted may have sold out: what sold on them says little. */
static void
lay_out (const HwMissedTerms   *terms,
         const HwMissedProduct *product,
         Work                  *work)
{
  double open = 0.0, counted = 0.0;

  for (gsize t = 0; t < terms->n; t++)
    if (!isnan (product->sold[t]))
      {
        open += 1.0;
        counted += product->counted[t];
      }

  for (gsize t = 0; t < terms->n; t++)
    {
      const gboolean says = product->counted[t] || terms->only_marks || counted < MOST_COUNTED * open;

      work->y[t] = says ? MAX (product->sold[t], isnan (product->sold[t]) ? NAN : 0.0) : NAN;
      work->supply[t] = product->counted[t] && product->left != NULL ? work->y[t] + MAX (product->left[t], 0.0) : NAN;
    }
}

/**
 * hw_missed_product:
 * @terms: what holds for all products
 * @product: one of them
 * @at: (array length=n) (out) (nullable): missed on each day [units]
 * @out: (out caller-allocates): what one product comes to
 *
 * Demand of the days that ended with nothing is told from the others by
 * hw_sold_out_tell(), with what was there to sell. Of days without a count as many
 * were sold out as of those with one, unless @terms->only_marks; and days of the year
 * that are not in the records went like those that are.
 *
 * The variance is that of demand given what is known, of the days that were not counted
 * (each counted one stands for several), of the part of the year that is not there,
 * and a share of the sum for what the model may have wrong of this product.
 *
 * Source: see hw_sold_out_tell(); Horvitz and Thompson (1952), J. American Statistical
 * Association 47, for the days not counted.
 * Checked against: businesses with known losses, tests/bench/bench-stake.c.
 */
void
hw_missed_product (const HwMissedTerms   *terms,
                   const HwMissedProduct *product,
                   double                *at,
                   HwMissed              *out)
{
  const gsize n = terms->n, from = n - MIN (terms->last, n);
  g_autofree double *buffer = g_new (double, 4 * n + 1);
  Work work = { buffer, buffer + n, buffer + 2 * n, buffer + 3 * n };
  const HwSoldOutInput input = { work.y, product->sold_out, NULL, work.supply, n, terms->season };
  const double whole = MAX (terms->whole, 1.0);
  double open = 0.0, units = 0.0, squares = 0.0, variance = 0.0, times, rest;

  *out = (HwMissed) { 0 };
  lay_out (terms, product, &work);
  hw_sold_out_tell (&input, work.demand, work.variance);
  for (gsize t = 0; t < n; t++)
    {
      const double missed = product->sold_out[t] && !isnan (work.y[t]) ? work.demand[t] - work.y[t] : 0.0;

      if (at != NULL)
        at[t] = missed;
      if (t < from || isnan (product->sold[t]))
        continue;

      open += 1.0;
      out->n_counted += product->counted[t];
      out->n_sold_out += product->sold_out[t];
      units += missed;
      squares += missed * missed;
      variance += product->sold_out[t] ? work.variance[t] : 0.0;
    }

  out->units = units;
  if (out->n_counted == 0 || units <= 0.0)
    return;

  times = terms->only_marks ? 1.0 : open / (double) out->n_counted;
  rest = (whole - 1.0) * times * units;
  variance = times * times * variance + times * (times - 1.0) * squares;
  variance = whole * whole * variance + (whole - 1.0) * whole * times * times * squares + SEASON * rest * SEASON * rest +
             PRODUCT_OFF * whole * times * units * PRODUCT_OFF * whole * times * units;
  out->money = whole * times * units * product->brings;
  out->sd = sqrt (variance) * product->brings;
  out->common = (terms->only_marks || product->left == NULL ? BLIND_OFF : LAW_OFF) * out->money;
}

/**
 * hw_missed_all:
 * @products: (array length=n): each by hw_missed_product()
 * @n: how many
 * @out: (out caller-allocates): all together
 *
 * Products err on their own; what the law of demand has wrong, they all have.
 */
void
hw_missed_all (const HwMissed *products,
               gsize           n,
               HwMissed       *out)
{
  double variance = 0.0;

  *out = (HwMissed) { 0 };
  for (gsize i = 0; i < n; i++)
    {
      out->units += products[i].units;
      out->money += products[i].money;
      out->n_sold_out += products[i].n_sold_out;
      out->n_counted += products[i].n_counted;
      out->common += products[i].common;
      variance += products[i].sd * products[i].sd;
    }

  out->sd = sqrt (variance + out->common * out->common);
}
