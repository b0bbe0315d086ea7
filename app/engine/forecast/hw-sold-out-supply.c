/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-sold-out-supply.h"

#include "core/hw-sort.h"

#include <math.h>

#define SUPPLY_MIN 28     /* periods not sold out whose supply is known: below it nothing is learned from it */
#define STOCKED_MOST 1.0  /* on the log scale: more there than that does not sell more */
#define SHORTAGE 0.25     /* below the lowest twentieth by so much of its distance from the middle */

static gboolean
is_known (const HwSoldOutInput *input,
          gsize                 t)
{
  return !isnan (input->supply[t]) && input->supply[t] > 0.0 && !isnan (input->y[t]);
}

gboolean
hw_sold_out_supply_tells (const HwSoldOutInput *input)
{
  gsize known = 0, open = 0;

  for (gsize t = 0; input->supply != NULL && t < input->n; t++)
    if (is_known (input, t))
      {
        known += !input->sold_out[t];
        open += input->sold_out[t];
      }

  return known >= SUPPLY_MIN && open > 0;
}

/* Less than was ever there on days that did not sell out is no foresight: something did
 * not come. It says nothing about what was asked for. */
static void
forget_shortages (const HwSoldOutInput *input,
                  double               *stocked)
{
  g_autofree double *usual = g_new (double, input->n + 1);
  gsize k = 0;
  double least;

  for (gsize t = 0; t < input->n; t++)
    if (is_known (input, t) && !input->sold_out[t])
      usual[k++] = stocked[t];

  hw_sort_doubles (usual, k);
  least = usual[k / 20] - SHORTAGE * (usual[k / 2] - usual[k / 20]);
  for (gsize t = 0; t < input->n; t++)
    if (input->sold_out[t] && stocked[t] < least)
      stocked[t] = 0.0;
}

void
hw_sold_out_supply_look (const HwSoldOutInput *input,
                         const double         *usual,
                         double               *stocked)
{
  for (gsize t = 0; t < input->n; t++)
    stocked[t] = is_known (input, t) && usual[t] > 0.0 ? CLAMP (log (input->supply[t] / usual[t]), -STOCKED_MOST, STOCKED_MOST) : 0.0;

  forget_shortages (input, stocked);
}

/**
 * hw_sold_out_supply_learn:
 * @law: how demand varies
 * @demand: (array length=n): as guessed so far [units]; NAN: not known
 * @mean: (array length=n): with what @follows makes of it [units]
 * @stocked: (array length=n): by hw_sold_out_supply_look()
 * @n: number of periods
 * @follows: the share so far, 0..1
 *
 * One step of the scoring method for the share of supply's ups and downs that demand
 * goes along with: mean * exp (follows * stocked), with the variance of @law.
 *
 * Source: Fisher's scoring, McCullagh and Nelder (1989), Generalized Linear Models,
 * chapter 2.
 *
 * Returns: the next share, 0..1
 */
double
hw_sold_out_supply_learn (const HwSoldOutLaw *law,
                          const double       *demand,
                          const double       *mean,
                          const double       *stocked,
                          gsize               n,
                          double              follows)
{
  double score = 0.0, information = 0.0;

  for (gsize t = 0; t < n; t++)
    if (!isnan (demand[t]) && mean[t] > 0.0)
      {
        const double per = (law->whole ? 1.0 / mean[t] : 0.0) + law->variation;

        score += stocked[t] * (demand[t] / mean[t] - 1.0) / per;
        information += stocked[t] * stocked[t] / per;
      }

  return information > 0.0 ? CLAMP (follows + score / information, 0.0, 1.0) : follows;
}
