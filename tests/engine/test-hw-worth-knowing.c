/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/money/hw-worth-knowing.h"

#include <math.h>

#define DRAWS 2000000

/* What deciding after one more look brings over deciding now, draw by draw: where the
 * look turns the decision round. */
static double
draw_worth (double  mean,
            double  sd,
            double  sd_new,
            guint64 seed)
{
  const double weight = sd * sd / (sd * sd + sd_new * sd_new);
  double sum = 0.0;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (guint i = 0; i < DRAWS; i++)
    {
      const double truth = mean + sd * hw_rng_normal (&rng);
      const double seen = truth + sd_new * hw_rng_normal (&rng);

      const double after = mean + weight * (seen - mean);

      sum += MAX (0.0, mean > 0.0 ? -after : after);
    }

  return sum / DRAWS;
}

static void
test_against_draws (void)
{
  static const double cases[][3] = {
    { 500.0, 2000.0, 1500.0 }, { -500.0, 2000.0, 1500.0 }, { 0.0, 100.0, 100.0 }, { 30.0, 20.0, 10.0 }, { -9.0, 5.0, 2.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double worth = hw_worth_knowing_more (cases[i][0], cases[i][1], cases[i][2]);

      g_assert_cmpfloat_with_epsilon (draw_worth (cases[i][0], cases[i][1], cases[i][2], i + 1) / worth, 1.0, 0.01);
    }
}

static void
test_limits (void)
{
  g_assert_cmpfloat (hw_worth_knowing_all (5.0, 0.0), ==, 0.0);
  g_assert_cmpfloat (hw_worth_knowing_more (5.0, 0.0, 1.0), ==, 0.0);
  g_assert_cmpfloat_with_epsilon (hw_worth_knowing_all (0.0, 1.0), 0.3989422804014327, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_worth_knowing_more (2.0, 3.0, 0.0), hw_worth_knowing_all (2.0, 3.0), 1e-12);
  g_assert_cmpfloat (hw_worth_knowing_more (2.0, 3.0, 1.0), <, hw_worth_knowing_all (2.0, 3.0));
  g_assert_cmpfloat (hw_worth_knowing_more (2.0, 3.0, 9.0), <, hw_worth_knowing_more (2.0, 3.0, 1.0));
  g_assert_cmpfloat (hw_worth_knowing_more (-2.0, 3.0, 1.0), ==, hw_worth_knowing_more (2.0, 3.0, 1.0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/worth-knowing/against-draws", test_against_draws);
  g_test_add_func ("/engine/worth-knowing/limits", test_limits);
  return g_test_run ();
}
