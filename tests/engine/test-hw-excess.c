/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-excess.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

#define COIN(x) ((HwMoney) ((x) * 10000))
#define UNIT(x) ((HwQuantity) ((x) * 10000))

static const double ten[] = { 40, 10, 80, 20, 50, 60, 30, 70, 90, 100 };
static const double hundred[] = { 100 };

/* 250 on hand, 100 a year for sure, sold at 10; keeping costs 1 a unit and year. */
static HwExcessInput
plain (void)
{
  return (HwExcessInput) {
    .on_hand = UNIT (250), .pack = UNIT (1), .totals = hundred, .n_totals = 1, .surety = 0.9, .days = 365,
    .price = COIN (10), .keeping = 1.0, .cut_most = 0.7,
  };
}

static HwExcess
tell (const HwExcessInput *input)
{
  g_autoptr (GError) error = NULL;
  HwExcess out = { 0 };

  g_assert_true (hw_excess_tell (input, &out, &error));
  g_assert_no_error (error);
  return out;
}

/* Nine ways of ten ask for at most 90. */
static void
test_how_much (void)
{
  HwExcessInput input = plain ();
  HwExcess out;

  input.totals = ten;
  input.n_totals = 10;
  input.on_hand = UNIT (120);
  out = tell (&input);
  g_assert_cmpint (out.needed, ==, UNIT (90));
  g_assert_cmpint (out.excess, ==, UNIT (30));

  input.pack = UNIT (12);
  out = tell (&input);
  g_assert_cmpint (out.excess, ==, UNIT (24));
  g_assert_cmpint (out.needed + out.excess, ==, input.on_hand);

  input.on_hand = UNIT (90);
  out = tell (&input);
  g_assert_cmpint (out.excess, ==, 0);
  g_assert_cmpint (out.needed, ==, UNIT (90));
  g_assert_cmpint (out.way, ==, HW_EXCESS_NONE);
  g_assert_cmpfloat (out.days_to_sell, ==, 0.0);

  input.on_hand = 0;
  g_assert_cmpint (tell (&input).way, ==, HW_EXCESS_NONE);
}

/* 150 are left after a year and sell in the following year and a half: on average
 * after 1.75 years, so each brings 10 - 1.75. */
static void
test_wait_by_hand (void)
{
  HwExcessInput input = plain ();
  HwExcess out = tell (&input);

  g_assert_cmpint (out.way, ==, HW_EXCESS_WAIT);
  g_assert_cmpint (out.money[HW_EXCESS_WAIT], ==, COIN (150 * 8.25));
  g_assert_cmpfloat_with_epsilon (out.days_to_sell, 912.5, 1e-9);

  /* Nothing sells: ten years of keeping 250 for nothing, then 2 each to throw it out. */
  input.totals = (const double[]) { 0.0 };
  input.waste = 2.0;
  out = tell (&input);
  g_assert_cmpint (out.money[HW_EXCESS_WAIT], ==, -COIN (250 * 12));
  g_assert_cmpfloat (out.days_to_sell, ==, -1.0);
}

/* At 5 % a year, against the sum over single units. */
static void
test_wait_unit_by_unit (void)
{
  HwExcessInput input = plain ();
  double sum = 0.0;

  input.interest = 0.05;
  for (int k = 0; k < 15000; k++) /* hundredths of units */
    {
      const double t = 1.0 + (k + 0.5) / 10000.0, rho = log (1.05);

      sum += 0.01 * (10.0 * exp (-rho * t) - (1.0 - exp (-rho * t)) / rho);
    }

  g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (tell (&input).money[HW_EXCESS_WAIT]), sum, 1e-3);
}

/* Sent back for 9, less 50 once: 1300, more than waiting (1237.50); for 8 it is less. */
static void
test_return (void)
{
  HwExcessInput input = plain ();
  HwExcess out;

  input.takes_back = TRUE;
  input.back_price = COIN (9);
  input.back_cost = COIN (50);
  out = tell (&input);
  g_assert_cmpint (out.way, ==, HW_EXCESS_RETURN);
  g_assert_cmpint (out.money[HW_EXCESS_RETURN], ==, COIN (1300));
  g_assert_cmpfloat (out.days_to_sell, ==, 0.0);

  input.back_price = COIN (8);
  g_assert_cmpint (tell (&input).way, ==, HW_EXCESS_WAIT);
}

/* One a day in a bundle at 9: gone in 150 days, kept 75 on average. */
static void
test_bundle (void)
{
  HwExcessInput input = plain ();
  HwExcess out;

  input.bundle_daily = 1.0;
  input.bundle_price = COIN (9);
  out = tell (&input);
  g_assert_cmpint (out.way, ==, HW_EXCESS_BUNDLE);
  g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (out.money[HW_EXCESS_BUNDLE]), 150 * (9 - 75.0 / 365), 1e-4);
  g_assert_cmpfloat_with_epsilon (out.days_to_sell, 150.0, 1e-9);
}

/* 2.5 times the demand at elasticity 2: price times 1 / sqrt (2.5), a cut of 36.8 %.
 * 250 at 6.325 less half a year's keeping, less the 100 that would have brought 9.50. */
static void
test_mark_down (void)
{
  const double price = 10.0 / sqrt (2.5);
  HwExcessInput input = plain ();
  HwExcess out;

  input.elasticity = 2.0;
  input.keeping = 4.0;
  out = tell (&input);
  g_assert_cmpfloat_with_epsilon (out.cut, 1.0 - 1.0 / sqrt (2.5), 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (out.money[HW_EXCESS_MARK_DOWN]),
                                  250 * (price - 2.0) - 100 * 8.0, 1e-3);
  g_assert_cmpint (out.money[HW_EXCESS_WAIT], ==, COIN (150 * 3));

  input.cut_most = 0.3;
  out = tell (&input);
  g_assert_false (out.open[HW_EXCESS_MARK_DOWN]);
  g_assert_cmpfloat (out.cut, ==, 0.0);
}

static void
test_cut (void)
{
  g_assert_cmpfloat_with_epsilon (hw_excess_cut (4.0, 2.0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_excess_cut (8.0, 3.0), 0.5, 1e-12);
  g_assert_cmpfloat (hw_excess_cut (0.5, 2.0), ==, 0.0);
  g_assert_true (isnan (hw_excess_cut (NAN, 2.0)));
  g_assert_true (isnan (hw_excess_cut (2.0, 0.0)));

  for (double times = 1.0; times < 9.0; times += 0.37) /* demand at the cut is what was asked for */
    g_assert_cmpfloat_with_epsilon (pow (1.0 - hw_excess_cut (times, 1.7), -1.7), times, 1e-12 * times);
}

/* Good for 100 days. On ways of 60 and of 100, 80 are on hand: with a surety of
 * half, 60 are needed and 20 are excess, sold on one way of two, else thrown out
 * at 1 each after 100 days of keeping. */
static void
test_perishes (void)
{
  const double two[] = { 100, 60 };
  HwExcessInput input = plain ();
  HwExcess out;
  double kept;

  input.totals = two;
  input.n_totals = 2;
  input.surety = 0.5;
  input.on_hand = UNIT (80);
  input.days = 100;
  input.perishes = TRUE;
  input.waste = 1.0;
  out = tell (&input);
  kept = 0.5 * (0.75 + 1.0) * 100.0 / 365.0;
  g_assert_cmpint (out.excess, ==, UNIT (20));
  g_assert_cmpfloat_with_epsilon (hw_scaled_to_double (out.money[HW_EXCESS_WAIT]),
                                  10 * (10 - kept) - 10 * (1 + 100.0 / 365.0), 1e-4);
  g_assert_cmpfloat (out.days_to_sell, ==, -1.0);
}

/* Needed and excess make what is on hand; the way chosen brings most of the open
 * ones; more on hand is never less excess, and never moves what is needed but by
 * less than a pack. */
static void
test_properties (void)
{
  HwRng rng;

  hw_rng_init (&rng, 21);
  for (int k = 0; k < 300; k++)
    {
      double totals[50];
      HwExcessInput input = plain ();
      HwQuantity last = 0;

      for (int i = 0; i < 50; i++)
        totals[i] = hw_rng_gamma (&rng, 2.0) * 20.0;
      input.totals = totals;
      input.n_totals = 50;
      input.pack = 1 + (HwQuantity) hw_rng_below (&rng, 30000);
      input.interest = 0.2 * hw_rng_unit (&rng);
      input.perishes = k % 2 == 0;
      input.takes_back = k % 3 == 0;
      input.back_price = COIN (4);
      input.elasticity = 3.0 * hw_rng_unit (&rng);
      input.bundle_daily = 0.2 * hw_rng_unit (&rng);
      input.bundle_price = COIN (6);

      for (input.on_hand = 0; input.on_hand < UNIT (300); input.on_hand += UNIT (17.3))
        {
          const HwExcess out = tell (&input);

          g_assert_cmpint (out.needed + out.excess, ==, input.on_hand);
          g_assert_cmpint (out.excess, >=, last);
          g_assert_cmpint (out.excess % input.pack, ==, 0);
          g_assert_true ((out.way == HW_EXCESS_NONE) == (out.excess == 0));
          for (HwExcessWay way = HW_EXCESS_WAIT; way < HW_EXCESS_N_WAYS; way++)
            g_assert_true (!out.open[way] || (out.open[out.way] && out.money[way] <= out.money[out.way]));
          last = out.excess;
        }
    }
}

static void
check_refused (const HwExcessInput *input,
               int                  code)
{
  g_autoptr (GError) error = NULL;
  HwExcess out;

  g_assert_false (hw_excess_tell (input, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, code);
}

#define REFUSE(field, value)                                  \
  G_STMT_START                                                \
  {                                                           \
    HwExcessInput input = plain ();                           \
                                                              \
    input.field = value;                                      \
    check_refused (&input, HW_ENGINE_ERROR_BAD_VALUE);        \
  }                                                           \
  G_STMT_END

static void
test_refusals (void)
{
  const double below[] = { -1 }, none[] = { NAN };
  HwExcessInput nothing = plain ();

  nothing.n_totals = 0;
  check_refused (&nothing, HW_ENGINE_ERROR_TOO_SHORT);

  REFUSE (totals, below);
  REFUSE (totals, none);
  REFUSE (on_hand, -1);
  REFUSE (pack, -1);
  REFUSE (surety, 1.0);
  REFUSE (surety, NAN);
  REFUSE (days, 0);
  REFUSE (days, 4000);
  REFUSE (price, -1);
  REFUSE (keeping, -0.1);
  REFUSE (keeping, NAN);
  REFUSE (interest, 1.5);
  REFUSE (interest, NAN);
  REFUSE (waste, NAN);
  REFUSE (back_price, -1);
  REFUSE (back_cost, -1);
  REFUSE (bundle_daily, -1.0);
  REFUSE (bundle_price, -1);
  REFUSE (elasticity, NAN);
  REFUSE (elasticity, -2.0);
  REFUSE (cut_most, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/excess/how-much", test_how_much);
  g_test_add_func ("/engine/excess/wait-by-hand", test_wait_by_hand);
  g_test_add_func ("/engine/excess/wait-unit-by-unit", test_wait_unit_by_unit);
  g_test_add_func ("/engine/excess/return", test_return);
  g_test_add_func ("/engine/excess/bundle", test_bundle);
  g_test_add_func ("/engine/excess/mark-down", test_mark_down);
  g_test_add_func ("/engine/excess/cut", test_cut);
  g_test_add_func ("/engine/excess/perishes", test_perishes);
  g_test_add_func ("/engine/excess/properties", test_properties);
  g_test_add_func ("/engine/excess/refusals", test_refusals);

  return g_test_run ();
}
