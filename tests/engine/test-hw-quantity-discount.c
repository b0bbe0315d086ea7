/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-quantity-discount.h"

#include <math.h>

#define PLACES 4

/* Snyder and Shen, example 3.5: 0.75, from 400 on 0.72, from 800 on 0.68. */
static void
test_textbook (void)
{
  const double from[] = { 0.0, 400.0, 800.0 }, price[] = { 0.75, 0.72, 0.68 };
  const HwPriceList list = { from, price, 3 };
  const HwDiscountTerms terms = { .order_cost = 8.0, .holding_rate = 0.3, .rate = 1300.0 };
  HwDiscountLot lot;

  g_assert_true (hw_discount_all_units (&terms, &list, &lot, NULL));
  g_assert_cmpfloat (lot.quantity, ==, 800.0);
  g_assert_cmpuint (lot.place, ==, 2);
  g_assert_cmpfloat_with_epsilon (lot.cost, 978.6, 1e-9);
  g_assert_true (hw_discount_by_steps (&terms, &list, &lot, NULL));
  g_assert_cmpfloat_with_epsilon (lot.quantity, 304.0468, 1e-4);
  g_assert_cmpuint (lot.place, ==, 0);
}

typedef struct
{
  HwDiscountTerms terms;
  double          from[PLACES];
  double          price[PLACES];
  HwPriceList     list;
} Draw;

static void
draw (Draw  *d,
      HwRng *rng)
{
  d->terms = (HwDiscountTerms){ 300.0 * hw_rng_unit (rng) + 0.5, 0.05 + 0.4 * hw_rng_unit (rng),
                                20.0 + 3000.0 * hw_rng_unit (rng) };
  d->from[0] = 0.0;
  d->price[0] = 1.0 + 60.0 * hw_rng_unit (rng);
  for (int i = 1; i < PLACES; i++)
    {
      d->from[i] = d->from[i - 1] + 1.0 + floor (200.0 * hw_rng_unit (rng));
      d->price[i] = d->price[i - 1] * (1.0 - 0.15 * hw_rng_unit (rng));
    }
  d->list = (HwPriceList){ d->from, d->price, PLACES };
}

/* What @quantity costs per time, told without any formula of the engine. */
static double
cost_of (const Draw *d,
         double      quantity,
         gboolean    by_steps)
{
  double goods = 0.0, price = d->price[0];

  for (int i = 0; i < PLACES; i++)
    {
      if (by_steps && quantity > d->from[i])
        goods += d->price[i] * (MIN (quantity, i + 1 < PLACES ? d->from[i + 1] : INFINITY) - d->from[i]);
      if (quantity >= d->from[i])
        price = d->price[i];
    }

  goods = by_steps ? goods : price * quantity;
  return (goods + d->terms.order_cost) * d->terms.rate / quantity + 0.5 * d->terms.holding_rate * goods;
}

/* Property: no quantity of a fine grid costs less, and the cost told is the cost. */
static void
test_nothing_is_better (void)
{
  HwRng rng;

  hw_rng_init (&rng, 12);
  for (int i = 0; i < 200; i++)
    {
      HwDiscountLot whole, step;
      Draw d;

      draw (&d, &rng);
      g_assert_true (hw_discount_all_units (&d.terms, &d.list, &whole, NULL));
      g_assert_true (hw_discount_by_steps (&d.terms, &d.list, &step, NULL));
      g_assert_cmpfloat_with_epsilon (whole.cost, cost_of (&d, whole.quantity, FALSE), 1e-9 * whole.cost);
      g_assert_cmpfloat_with_epsilon (step.cost, cost_of (&d, step.quantity, TRUE), 1e-9 * step.cost);
      g_assert_cmpuint (whole.place, ==, hw_price_list_place (&d.list, whole.quantity));
      for (double q = 0.5; q < 5000.0; q = MAX (q + 0.5, q * 1.003))
        {
          g_assert_cmpfloat (cost_of (&d, q, FALSE), >=, whole.cost * (1.0 - 1e-12));
          g_assert_cmpfloat (cost_of (&d, q, TRUE), >=, step.cost * (1.0 - 1e-12));
        }
    }
}

/* Property: among all numbers of packs within the terms none costs less, and the terms
 * are kept; prices may rise again here. */
static void
test_packs (void)
{
  HwRng rng;

  hw_rng_init (&rng, 13);
  for (int i = 0; i < 500; i++)
    {
      const double pack = i % 5 == 0 ? 0.25 : floor (1.0 + 30.0 * hw_rng_unit (&rng));
      const double least = pack * floor (20.0 * hw_rng_unit (&rng));
      const HwPackTerms packs = { pack, least, i % 3 == 0 ? MAX (least, pack) + 300.0 * hw_rng_unit (&rng) : INFINITY,
                                  i % 4 == 0 ? 0.01 + hw_rng_unit (&rng) : INFINITY };
      HwDiscountLot lot;
      double best = INFINITY;
      Draw d;

      draw (&d, &rng);
      d.price[2] *= i % 7 == 0 ? 1.5 : 1.0;
      g_assert_true (hw_discount_in_packs (&d.terms, &d.list, &packs, &lot, NULL));
      g_assert_cmpfloat (fabs (lot.quantity / pack - round (lot.quantity / pack)), <, 1e-9);
      for (double k = 1.0; k * pack < 5000.0; k += 1.0)
        {
          const double q = k * pack, smallest = MAX (least, pack);
          const gboolean allowed = q >= least && q <= packs.most
                                   && (q <= smallest || q <= packs.shelf_life * d.terms.rate * (1.0 + 1e-12));

          if (allowed)
            best = MIN (best, cost_of (&d, q, FALSE));
          if (q == lot.quantity)
            g_assert_true (allowed);
        }
      g_assert_cmpfloat_with_epsilon (lot.cost, best, 1e-10 * best);
    }
}

static void
test_refuses (void)
{
  const double from[] = { 0.0, 10.0 }, late[] = { 5.0, 10.0 }, back[] = { 0.0, 0.0 };
  const double price[] = { 2.0, 1.0 }, rising[] = { 1.0, 2.0 }, minus[] = { 2.0, -1.0 };
  const HwPriceList lists[] = { { late, price, 2 }, { back, price, 2 }, { from, rising, 2 }, { from, minus, 2 },
                                { from, price, 0 } };
  const HwDiscountTerms terms = { 8.0, 0.3, 1300.0 }, minus_rate = { 8.0, -0.3, 1300.0 }, free = { 0.0, 0.3, 1300.0 };
  const HwPriceList good = { from, price, 2 };
  const HwPackTerms none = { 10.0, 25.0, 29.0, INFINITY }, no_pack = { 0.0, 5.0, INFINITY, INFINITY };
  const HwPackTerms spoiled = { 1.0, 5.0, INFINITY, 0.0 }, unknown = { 1.0, NAN, INFINITY, INFINITY };
  HwDiscountLot lot;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_assert_false (hw_discount_all_units (&terms, &lists[i], &lot, NULL));
      g_assert_false (hw_discount_by_steps (&terms, &lists[i], &lot, NULL));
    }
  g_assert_false (hw_discount_all_units (&minus_rate, &good, &lot, NULL));
  g_assert_false (hw_discount_by_steps (&free, &(HwPriceList){ from, price, 1 }, &lot, NULL));
  g_assert_false (hw_discount_in_packs (&terms, &good, &none, &lot, NULL));
  g_assert_false (hw_discount_in_packs (&terms, &good, &no_pack, &lot, NULL));
  g_assert_false (hw_discount_in_packs (&terms, &good, &spoiled, &lot, NULL));
  g_assert_false (hw_discount_in_packs (&terms, &good, &unknown, &lot, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/quantity-discount/textbook", test_textbook);
  g_test_add_func ("/engine/quantity-discount/nothing-is-better", test_nothing_is_better);
  g_test_add_func ("/engine/quantity-discount/packs", test_packs);
  g_test_add_func ("/engine/quantity-discount/refuses", test_refuses);

  return g_test_run ();
}
