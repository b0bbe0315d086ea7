/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-law.h"
#include "hw-law-reference.h"

#include <math.h>

static void
assert_near (double got,
             double wanted,
             double part)
{
  if (!(fabs (got - wanted) <= part * fabs (wanted)))
    g_error ("%.17g is not %.17g (part %g)", got, wanted, part);
}

/* All digits but the last three, in the middle and 25 sd out. */
static void
test_agrees_with_long_arithmetic (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (law_reference); i++)
    {
      const HwLawReference *r = &law_reference[i];
      const HwLaw law = { .kind = r->kind, .a = r->a, .b = r->b };
      const HwTails t = hw_law_tails (&law, r->x);

      g_assert_true (hw_law_check (&law, NULL));
      assert_near (t.density, r->t.density, 1e-12);
      assert_near (t.below, r->t.below, 1e-12);
      assert_near (t.above, r->t.above, 1e-12);
      assert_near (t.loss, r->t.loss, 1e-12);
      assert_near (t.left, r->t.left, 1e-12);
      assert_near (t.second_loss, r->t.second_loss, 1e-10);
      assert_near (t.second_left, r->t.second_left, 1e-10);
    }
}

/* A law of any kind, middling or extreme. */
static HwLaw
draw (HwRng *rng,
      int    i)
{
  const double u = hw_rng_unit (rng), v = hw_rng_unit (rng);

  switch (i % 8)
    {
    case 0:
      return hw_law_normal (1000.0 * u, 0.1 + 300.0 * v);
    case 1:
      return hw_law_lognormal (8.0 * u - 2.0, 0.05 + 1.5 * v);
    case 2:
      return hw_law_gamma (exp (12.0 * u - 3.0), exp (4.0 * v - 2.0));
    case 3:
      return hw_law_exponential (exp (6.0 * u - 3.0));
    case 4:
      return hw_law_uniform (50.0 * u, 50.0 * u + 0.1 + 100.0 * v);
    case 5:
      return hw_law_poisson (exp (12.0 * u - 4.0));
    case 6:
      return hw_law_negative (exp (8.0 * u - 3.0), 0.02 + 0.97 * v);
    default:
      return hw_law_geometric (0.02 + 0.9 * v);
    }
}

/* Property: what is short less what is left is the mean less the point; both sides add
 * up to 1; the second losses add up to half the squared distance and the variance. */
static void
test_identities (void)
{
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (int i = 0; i < 4000; i++)
    {
      const HwLaw law = draw (&rng, i);
      const double mean = hw_law_mean (&law), sd = hw_law_sd (&law), whole = hw_law_is_whole (&law) ? 1.0 : 0.0;
      double x = mean + sd * (8.0 * hw_rng_unit (&rng) - 3.0), off;
      HwTails t;

      x = whole > 0.0 ? floor (x) : x;
      off = mean - x;
      t = hw_law_tails (&law, x);
      g_assert_true (t.below >= 0.0 && t.above >= 0.0 && t.loss >= 0.0 && t.left >= 0.0 && t.density >= 0.0);
      assert_near (t.below + t.above, 1.0, 1e-14);
      g_assert_cmpfloat_with_epsilon (t.loss - t.left, off, 1e-11 * (fabs (off) + sd));
      g_assert_cmpfloat_with_epsilon (t.second_loss + t.second_left, 0.5 * (off * off + sd * sd - whole * off),
                                      1e-11 * (off * off + sd * sd));
    }
}

/* Property: the loss falls, never faster than demand could, and less and less. */
static void
test_loss_is_convex (void)
{
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (int i = 0; i < 400; i++)
    {
      const HwLaw law = draw (&rng, i);
      const double mean = hw_law_mean (&law), sd = hw_law_sd (&law);
      double step = sd / 7.0, last = NAN, fall = INFINITY;

      for (double x = mean - 4.0 * sd; x < mean + 9.0 * sd; x += step)
        {
          const double loss = hw_law_loss (&law, x);

          if (!isnan (last))
            {
              g_assert_cmpfloat (last - loss, >=, -1e-12 * (mean + sd));
              g_assert_cmpfloat (last - loss, <=, step * (1.0 + 1e-10) + 1e-12 * mean);
              g_assert_cmpfloat (last - loss, <=, fall + 1e-11 * (mean + sd));
              fall = last - loss;
            }
          last = loss;
        }
    }
}

/* Property: the quantile is where the chance is reached, of whole units the first. */
static void
test_quantiles_invert (void)
{
  HwRng rng;

  hw_rng_init (&rng, 6);
  for (int i = 0; i < 4000; i++)
    {
      const HwLaw law = draw (&rng, i);
      const double u = hw_rng_unit (&rng);
      const double p = i % 3 == 0 ? u : i % 3 == 1 ? 1.0 - exp (-16.0 * u) : exp (-16.0 * u);
      const double x = hw_law_quantile (&law, p);
      const HwTails t = hw_law_tails (&law, x);

      if (hw_law_is_whole (&law))
        {
          g_assert_cmpfloat (t.above, <=, 1.0 - p + 1e-14);
          if (x > law.shift)
            g_assert_cmpfloat (hw_law_below (&law, x - 1.0), <, p);
        }
      else
        {
          const double side = p < 0.5 ? p : 1.0 - p, got = p < 0.5 ? t.below : t.above;

          /* As near as the digits of the point itself allow. */
          g_assert_cmpfloat_with_epsilon (got, side, 1e-11 * side + 1e-15 * t.density * fabs (x));
        }
    }
}

/* By hand: two dice rolled once; a coin thrown until it falls right; six and a half
 * units where only whole ones are sold. */
static void
test_whole_units_by_hand (void)
{
  const double die[] = { 1.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0 };
  const HwLaw roll = hw_law_chances (1.0, die, G_N_ELEMENTS (die));
  const HwLaw coin = hw_law_geometric (0.5);

  assert_near (hw_law_mean (&roll), 3.5, 1e-15);
  assert_near (hw_law_variance (&roll), 35.0 / 12.0, 1e-14);
  assert_near (hw_law_loss (&roll, 4.0), 3.0 / 6.0, 1e-14);
  assert_near (hw_law_left (&roll, 4.0), 6.0 / 6.0, 1e-14);
  assert_near (hw_law_loss (&roll, 4.5), 2.0 / 6.0, 1e-14);
  assert_near (hw_law_below (&roll, 4.9), 4.0 / 6.0, 1e-14);
  assert_near (hw_law_density (&roll, 5.0), 1.0 / 6.0, 1e-15);
  g_assert_cmpfloat (hw_law_density (&roll, 5.5), ==, 0.0);
  g_assert_cmpfloat (hw_law_quantile (&roll, 0.5), ==, 3.0);
  g_assert_cmpfloat (hw_law_quantile (&roll, 0.51), ==, 4.0);
  g_assert_cmpfloat (hw_law_quantile (&roll, 1.0), ==, 6.0);

  assert_near (hw_law_mean (&coin), 2.0, 1e-15);
  assert_near (hw_law_density (&coin, 3.0), 0.125, 1e-15);
  assert_near (hw_law_above (&coin, 3.0), 0.125, 1e-14);
  assert_near (hw_law_loss (&coin, 3.0), 0.25, 1e-14);
}

/* Sums of equal demands: the mean and the variance add up. */
static void
test_sums_over_periods (void)
{
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (int i = 0; i < 200; i++)
    {
      const HwLaw one = draw (&rng, i);
      HwLaw all;

      if (hw_law_over (&one, 4.0, &all))
        {
          assert_near (hw_law_mean (&all), 4.0 * hw_law_mean (&one), 1e-12);
          assert_near (hw_law_variance (&all), 4.0 * hw_law_variance (&one), 1e-12);
        }
      else
        g_assert_true (one.kind == HW_LAW_LOGNORMAL || one.kind == HW_LAW_UNIFORM);
    }
}

/* A demand that is known, and nothing asked for at all. */
static void
test_without_spread (void)
{
  const HwLaw known = hw_law_normal (7.0, 0.0);
  const HwLaw none = hw_law_poisson (0.0);

  g_assert_cmpfloat (hw_law_loss (&known, 5.0), ==, 2.0);
  g_assert_cmpfloat (hw_law_left (&known, 9.0), ==, 2.0);
  g_assert_cmpfloat (hw_law_quantile (&known, 0.99), ==, 7.0);
  g_assert_cmpfloat (hw_law_below (&none, 0.0), ==, 1.0);
  g_assert_cmpfloat (hw_law_loss (&none, 0.0), ==, 0.0);
  g_assert_cmpfloat (hw_law_quantile (&none, 0.999), ==, 0.0);
}

/* No point at all, and points without end: nothing hangs, nothing is made up. */
static void
test_without_a_point (void)
{
  HwRng rng;

  hw_rng_init (&rng, 20);
  for (int i = 0; i < 8; i++)
    {
      const HwLaw law = draw (&rng, i);

      g_assert_true (isnan (hw_law_loss (&law, NAN)) && isnan (hw_law_below (&law, NAN)));
      g_assert_true (isnan (hw_law_quantile (&law, NAN)));
      g_assert_cmpfloat (hw_law_above (&law, INFINITY), ==, 0.0);
      g_assert_cmpfloat (hw_law_loss (&law, INFINITY), ==, 0.0);
      g_assert_cmpfloat (hw_law_left (&law, INFINITY), ==, INFINITY);
      g_assert_cmpfloat (hw_law_below (&law, -INFINITY), ==, 0.0);
      g_assert_cmpfloat (hw_law_loss (&law, -INFINITY), ==, INFINITY);
    }
}

static void
test_refuses (void)
{
  const double odd[] = { 0.5, 0.6 }, minus[] = { 1.2, -0.2 }, hole[] = { 0.5, NAN, 0.5 };
  const HwLaw bad[] = {
    hw_law_normal (NAN, 1.0),         hw_law_normal (5.0, -1.0),      hw_law_normal (INFINITY, 1.0),
    hw_law_lognormal (1.0, 0.0),      hw_law_lognormal (1.0, 40.0),   hw_law_gamma (0.0, 1.0),
    hw_law_gamma (1.0, -1.0),         hw_law_exponential (0.0),       hw_law_uniform (3.0, 3.0),
    hw_law_poisson (-1.0),            hw_law_poisson (1e13),          hw_law_negative (0.0, 0.5),
    hw_law_negative (1.0, 0.0),       hw_law_negative (1.0, 1.5),     hw_law_negative_from (9.0, 3.0),
    hw_law_negative_from (9.0, 2.0),  hw_law_geometric (0.0),         hw_law_chances (0.0, odd, 2),
    hw_law_chances (0.0, minus, 2),   hw_law_chances (0.0, hole, 3),  hw_law_chances (0.5, odd, 2),
    hw_law_chances (0.0, NULL, 0),    hw_law_negative (1.0, 1e-9),     hw_law_geometric (1e-6),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hw_law_check (&bad[i], &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
      g_assert_cmpstr (error->message, !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/law/agrees-with-long-arithmetic", test_agrees_with_long_arithmetic);
  g_test_add_func ("/engine/law/identities", test_identities);
  g_test_add_func ("/engine/law/loss-is-convex", test_loss_is_convex);
  g_test_add_func ("/engine/law/quantiles-invert", test_quantiles_invert);
  g_test_add_func ("/engine/law/whole-units-by-hand", test_whole_units_by_hand);
  g_test_add_func ("/engine/law/sums-over-periods", test_sums_over_periods);
  g_test_add_func ("/engine/law/without-spread", test_without_spread);
  g_test_add_func ("/engine/law/without-a-point", test_without_a_point);
  g_test_add_func ("/engine/law/refuses", test_refuses);

  return g_test_run ();
}
