/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-count-table.h"
#include "hw-policy-fixture.h"

/* Two throws of a coin: 1/4, 1/2, 1/4; a Poisson of 2 has e^-2 of each of 0 and half of 1. */
static void
test_worked_by_hand (void)
{
  const double coin[] = { 0.5, 0.5 };
  const HwLaw throw = hw_law_chances (0.0, coin, 2), two = hw_law_poisson (2.0);
  g_auto (HwCountTable) pair = { 0 };
  g_auto (HwCountTable) sold = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_count_table_init (&pair, &throw, 2.0, &error));
  g_assert_cmpint (pair.n, ==, 3);
  g_assert_cmpfloat (pair.p[0], ==, 0.25);
  g_assert_cmpfloat (pair.p[1], ==, 0.5);
  g_assert_cmpfloat (pair.mean, ==, 1.0);
  g_assert_cmpfloat (hw_count_table_shortfall (&pair, 1), ==, 0.25);
  g_assert_cmpfloat (hw_count_table_left (&pair, 1), ==, 0.25);
  g_assert_cmpint (hw_count_table_quantile (&pair, 0.75), ==, 1);
  g_assert_cmpint (hw_count_table_quantile (&pair, 0.76), ==, 2);

  g_assert_true (hw_count_table_init (&sold, &two, 1.0, &error));
  assert_near (sold.p[0], exp (-2.0), 1e-15);
  assert_near (sold.p[1], 2.0 * exp (-2.0), 1e-15);
  assert_near (hw_count_table_below (&sold, 1), 3.0 * exp (-2.0), 1e-15);
}

/* Of no period at all nothing is asked for; a shift moves by one for each period. */
static void
test_ends (void)
{
  HwLaw demand = hw_law_poisson (3.0);
  g_auto (HwCountTable) none = { 0 };
  g_auto (HwCountTable) moved = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_count_table_init (&none, &demand, 0.0, &error));
  g_assert_cmpint (none.lo, ==, 0);
  g_assert_cmpint (none.n, ==, 1);
  g_assert_cmpfloat (hw_count_table_shortfall (&none, -2), ==, 2.0);
  g_assert_cmpfloat (hw_count_table_left (&none, 5), ==, 5.0);

  demand.shift = 2.0;
  g_assert_true (hw_count_table_init (&moved, &demand, 4.0, &error));
  g_assert_cmpint (moved.lo, ==, 8);
  g_assert_cmpfloat (moved.mean, ==, 20.0);
}

/* Property: the table is the law of the sum, far into both tails. */
static void
test_agrees_with_the_law (void)
{
  HwRng rng;

  hw_rng_init (&rng, 61);
  for (int i = 0; i < 60; i++)
    {
      const double periods = floor (1.0 + 5.0 * hw_rng_unit (&rng)) / 2.0;
      const HwLaw demand = draw_demand (&rng, i % 3 == 0 ? 900.0 : 20.0);
      HwLaw sum = demand;
      g_auto (HwCountTable) table = { 0 };
      double total = 0.0;

      sum.a *= periods;
      g_assert_true (hw_count_table_init (&table, &demand, periods, NULL));
      assert_near (table.mean, hw_law_mean (&sum), 1e-12);

      for (int k = 0; k < table.n; k++)
        {
          const double x = (double) (table.lo + k);

          total += table.p[k];
          g_assert_cmpfloat_with_epsilon (table.p[k], hw_law_density (&sum, x), 1e-16 + 1e-9 * table.p[k]);
          if (k % 7 == 0)
            {
              g_assert_cmpfloat_with_epsilon (hw_count_table_shortfall (&table, (int) x), hw_law_loss (&sum, x),
                                              1e-12 * sum.a);
              g_assert_cmpfloat_with_epsilon (hw_count_table_left (&table, (int) x), hw_law_left (&sum, x),
                                              1e-12 * sum.a);
            }
        }

      assert_near (total, 1.0, 1e-12);
    }
}

/* Chances convoluted are the same as the kind's own sum. */
static void
test_adds_up_chances (void)
{
  const HwLaw demand = hw_law_negative_from (2.0, 2.0);
  g_auto (HwCountTable) one = { 0 };
  g_auto (HwCountTable) own = { 0 };
  g_auto (HwCountTable) sum = { 0 };
  HwLaw same;

  g_assert_true (hw_count_table_init (&one, &demand, 1.0, NULL));
  same = hw_law_chances (0.0, one.p, (gsize) one.n);
  g_assert_true (hw_count_table_init (&own, &demand, 5.0, NULL));
  g_assert_true (hw_count_table_init (&sum, &same, 5.0, NULL));

  for (int k = 0; k < MIN (own.n, sum.n); k++)
    g_assert_cmpfloat_with_epsilon (own.p[k], sum.p[k], 1e-15);
}

static void
test_refuses (void)
{
  const double never[] = { 1.0, 0.0 };
  const double half[] = { 0.5, 0.5 };
  const HwLaw none = hw_law_chances (0.0, never, 2), coin = hw_law_chances (0.0, half, 2);
  const HwLaw smooth = hw_law_normal (3.0, 1.0), back = hw_law_chances (-1.0, half, 2);
  const HwLaw lost = hw_law_poisson ((double) NAN), huge = hw_law_poisson (1e9);
  HwCountTable table = { 0 };

  assert_refused (hw_count_table_can (&none, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  assert_refused (hw_count_table_can (&smooth, &error), HW_ENGINE_ERROR_BAD_VALUE, "whole units");
  assert_refused (hw_count_table_can (&back, &error), HW_ENGINE_ERROR_BAD_VALUE, "least demand");
  assert_refused (hw_count_table_can (&lost, &error), HW_ENGINE_ERROR_BAD_VALUE, "no number");
  assert_refused (hw_count_table_init (&table, &coin, 1.5, &error), HW_ENGINE_ERROR_BAD_VALUE, "periods");
  assert_refused (hw_count_table_init (&table, &coin, 400.0, &error), HW_ENGINE_ERROR_BAD_VALUE, "periods");
  assert_refused (hw_count_table_init (&table, &huge, 1.0, &error), HW_ENGINE_ERROR_BAD_VALUE, "millions");
  hw_count_table_clear (&table);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/count-table/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/count-table/ends", test_ends);
  g_test_add_func ("/engine/count-table/agrees-with-the-law", test_agrees_with_the_law);
  g_test_add_func ("/engine/count-table/adds-up-chances", test_adds_up_chances);
  g_test_add_func ("/engine/count-table/refuses", test_refuses);

  return g_test_run ();
}
