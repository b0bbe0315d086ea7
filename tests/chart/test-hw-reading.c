/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-reading.h"
#include "core/hw-rng.h"

/* The box of the reading stays in the picture and off its point. */
static void
test_place (void)
{
  HwRng rng;
  int n_placed = 0;

  hw_rng_init (&rng, 5);
  for (int k = 0; k < 20000; k++)
    {
      const HwBox bounds = { 0.0, 0.0, 20.0 + 600.0 * hw_rng_unit (&rng), 20.0 + 400.0 * hw_rng_unit (&rng) };
      const double x = bounds.width * hw_rng_unit (&rng), y = bounds.height * hw_rng_unit (&rng);
      const double width = 250.0 * hw_rng_unit (&rng), height = 120.0 * hw_rng_unit (&rng), gap = 12.0;
      double left, top;

      if (!hw_reading_find_place (&bounds, x, y, gap, width, height, &left, &top))
        {
          /* Only where no side of the point has the room. */
          g_assert_true (x + gap + width > bounds.width || height > bounds.height);
          g_assert_true (x - gap - width < 0.0 || height > bounds.height);
          continue;
        }

      n_placed++;
      g_assert_true (left >= 0.0 && top >= 0.0);
      g_assert_true (left + width <= bounds.width + 1e-9 && top + height <= bounds.height + 1e-9);
      g_assert_true (x <= left - gap + 1e-9 || x >= left + width + gap - 1e-9
                     || y <= top - gap + 1e-9 || y >= top + height + gap - 1e-9);
    }
  g_assert_cmpint (n_placed, >, 10000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/reading/inside-and-off-its-point", test_place);
  return g_test_run ();
}
