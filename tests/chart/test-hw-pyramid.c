/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pyramid says what looking at every figure would say, gaps or none. */
#include "chart/hw-track.h"
#include "core/hw-rng.h"

#include <math.h>

typedef struct
{
  HwDay  day;
  double value;
} Point;

static Point *
make_points (HwRng *rng,
             gsize  n,
             double gaps)
{
  Point *points = g_new0 (Point, n + 1);
  HwDay day = -1000;

  for (gsize i = 0; i < n; i++)
    {
      day += 1 + (HwDay) hw_rng_below (rng, hw_rng_below (rng, 10) == 0 ? 40 : 2);
      points[i] = (Point) { day, hw_rng_unit (rng) < gaps ? (double) NAN : hw_rng_normal (rng) };
    }

  return points;
}

static gboolean
look_at_all (const Point *points,
             gsize        from,
             gsize        to,
             double      *low,
             double      *high)
{
  *low = *high = (double) NAN;
  for (gsize i = from; i < to; i++)
    {
      *low = fmin (*low, points[i].value);
      *high = fmax (*high, points[i].value);
    }

  return !isnan (*low);
}

static void
check_range (const HwPyramid *pyramid,
             const Point     *points,
             gsize            from,
             gsize            to)
{
  double low, high, least, largest;

  g_assert_cmpint (hw_pyramid_range (pyramid, from, to, &low, &high), ==,
                   look_at_all (points, from, to, &least, &largest));
  g_assert_true (low == least || (isnan (low) && isnan (least)));
  g_assert_true (high == largest || (isnan (high) && isnan (largest)));
}

static void
test_like_looking_at_all (void)
{
  static const double gaps[] = { 0.0, 0.1, 0.95, 1.0 };
  static const gsize sizes[] = { 0, 1, 15, 16, 17, 33, 255, 256, 257, 5000 };
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gsize g = 0; g < G_N_ELEMENTS (gaps); g++)
      {
        g_autofree Point *points = make_points (&rng, sizes[s], gaps[g]);
        g_autoptr (HwPyramid) pyramid = hw_pyramid_new (&points[0].value, sizeof (Point), sizes[s]);

        check_range (pyramid, points, 0, sizes[s]);
        for (int k = 0; k < 300; k++)
          {
            const gsize from = hw_rng_below (&rng, (guint32) sizes[s] + 1);
            const gsize to = from + hw_rng_below (&rng, (guint32) (sizes[s] - from) + 1);

            check_range (pyramid, points, from, to);
          }
      }
}

/* A stretch that ends before it begins, or past the end, is no more than what is there. */
static void
test_ends (void)
{
  const double values[] = { 3.0, 1.0, 2.0 };
  g_autoptr (HwPyramid) pyramid = hw_pyramid_new (values, sizeof (double), 3);
  double low, high;

  g_assert_false (hw_pyramid_range (pyramid, 2, 2, &low, &high));
  g_assert_false (hw_pyramid_range (pyramid, 3, 1, &low, &high));
  g_assert_true (hw_pyramid_range (pyramid, 1, 99, &low, &high));
  g_assert_cmpfloat (low, ==, 1.0);
  g_assert_cmpfloat (high, ==, 2.0);
}

static void
test_first_day (void)
{
  HwRng rng;

  hw_rng_init (&rng, 12);
  for (int k = 0; k < 200; k++)
    {
      const gsize n = hw_rng_below (&rng, 200);
      g_autofree Point *points = make_points (&rng, n, 0.0);
      const HwTrack track = { .days = &points[0].day, .values = &points[0].value, .stride = sizeof (Point), .n = n };
      const gsize from = hw_rng_below (&rng, (guint32) n + 1);
      const double day = -1050.0 + 1000.0 * hw_rng_unit (&rng);
      gsize expect = from;

      while (expect < n && points[expect].day < day)
        expect++;
      g_assert_cmpuint (hw_track_first (&track, from, day), ==, expect);
    }
}

/* Between two points the line is straight; there is none across a gap or before the
 * first point, unless it comes from a root. */
static void
test_cut (void)
{
  const Point points[] = { { 10, 4.0 }, { 20, 8.0 }, { 21, (double) NAN }, { 30, 1.0 } };
  HwTrack track = { .days = &points[0].day, .values = &points[0].value, .stride = sizeof (Point), .n = 4 };

  g_assert_cmpfloat_with_epsilon (hw_track_cut (&track, 1, 15.0), 6.0, 1e-12);
  g_assert_true (isnan (hw_track_cut (&track, 2, 20.5)));
  g_assert_true (isnan (hw_track_cut (&track, 3, 25.0)));
  g_assert_true (isnan (hw_track_cut (&track, 0, 5.0)));
  g_assert_true (isnan (hw_track_cut (&track, 4, 35.0)));
  g_assert_true (isnan (hw_track_cut (&track, 1, 25.0)));

  track.rooted = TRUE;
  track.root_day = 0;
  track.root_value = 0.0;
  g_assert_cmpfloat_with_epsilon (hw_track_cut (&track, 0, 5.0), 2.0, 1e-12);
}

/* With and without a pyramid the line reaches as far, its cuts at both ends included. */
static void
test_reach (void)
{
  HwRng rng;

  hw_rng_init (&rng, 13);
  for (int k = 0; k < 200; k++)
    {
      const gsize n = 1 + hw_rng_below (&rng, 400);
      g_autofree Point *points = make_points (&rng, n, 0.2);
      g_autoptr (HwPyramid) pyramid = hw_pyramid_new (&points[0].value, sizeof (Point), n);
      HwTrack track = { .days = &points[0].day, .values = &points[0].value, .stride = sizeof (Point), .n = n };
      const double from = -1050.0 + 900.0 * hw_rng_unit (&rng), to = from + 300.0 * hw_rng_unit (&rng);
      double low = 0.0, high = 0.0, least = 0.0, largest = 0.0;

      hw_track_reach (&track, from, to, &low, &high);
      track.pyramid = pyramid;
      hw_track_reach (&track, from, to, &least, &largest);
      g_assert_cmpfloat (low, ==, least);
      g_assert_cmpfloat (high, ==, largest);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/pyramid/like-looking-at-all", test_like_looking_at_all);
  g_test_add_func ("/chart/pyramid/ends", test_ends);
  g_test_add_func ("/chart/track/first-day", test_first_day);
  g_test_add_func ("/chart/track/cut", test_cut);
  g_test_add_func ("/chart/track/reach", test_reach);
  return g_test_run ();
}
