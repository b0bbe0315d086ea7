/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-chart: a line chart of a million points drawn again and again at 1200 by 600,
 * whole and zoomed, and in the same run a plain cairo stroke of 2,400 points: CPU
 * milliseconds a picture, the median of many, and their ratio.
 *
 * usage: bench-chart [POINTS]
 */
#include "chart/hw-line-chart.h"
#include "core/hw-rng.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define POINTS 1000000
#define PEER_POINTS 2400
#define ROUNDS 31
#define WIDTH 1200
#define HEIGHT 600

typedef struct
{
  const char *name;
  gboolean    noise;   /* else each point goes on from the one before */
  double      gaps;    /* share of points that are none */
} Course;

static const Course courses[] = {
  { "random walk", FALSE, 0.0 },
  { "random walk, gaps", FALSE, 0.01 },
  { "white noise", TRUE, 0.0 },
};

static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
fill (const Course *course,
      HwLinePoint  *points,
      gsize         n)
{
  double value = 1000.0;
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (gsize i = 0; i < n; i++)
    {
      value = course->noise ? 1000.0 * hw_rng_unit (&rng) : fmax (0.0, value + 2.0 * hw_rng_unit (&rng) - 1.0);
      points[i] = (HwLinePoint) { (HwDay) i - 500000, value, FALSE };
      if (hw_rng_unit (&rng) < course->gaps)
        points[i].value = (double) NAN;
    }
}

static void
clear (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
}

/* What anybody would write: one path through 2,400 points, one stroke. */
static void
draw_peer (cairo_t           *cr,
           const HwLinePoint *points)
{
  double low = INFINITY, high = -INFINITY;

  for (gsize i = 0; i < PEER_POINTS; i++)
    {
      low = fmin (low, points[i].value);
      high = fmax (high, points[i].value);
    }

  cairo_new_path (cr);
  for (gsize i = 0; i < PEER_POINTS; i++)
    cairo_line_to (cr, (double) i * WIDTH / PEER_POINTS, HEIGHT * (1.0 - (points[i].value - low) / (high - low)));
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static double
time_peer (cairo_t           *cr,
           const HwLinePoint *points)
{
  double times[ROUNDS];

  for (int r = 0; r < ROUNDS; r++)
    {
      const double start = now_ms ();

      clear (cr);
      draw_peer (cr, points);
      times[r] = now_ms () - start;
    }

  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
}

static double
time_chart (cairo_t *cr,
            HwChart *chart,
            double   from,
            double   to)
{
  const HwChartLook look = { from, to, 0 };
  double times[ROUNDS];

  hw_chart_set_look (chart, &look);
  for (int r = 0; r < ROUNDS; r++)
    {
      const double start = now_ms ();

      clear (cr);
      hw_chart_draw (chart, cr, WIDTH, HEIGHT, &hw_theme_light, -1);
      times[r] = now_ms () - start;
    }

  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
}

static void
measure (const Course   *course,
         const HwFormat *format,
         cairo_t        *cr,
         HwLinePoint    *points,
         gsize           n)
{
  const HwLineData data = { .title = "Bench", .value_name = "Units", .by = HW_BY_DAY, .past = points, .n_past = n };
  g_autoptr (HwChart) chart = NULL;
  double peer, made, whole, half, near;

  fill (&(Course) { course->name, course->noise, 0.0 }, points, n);
  peer = time_peer (cr, points);

  fill (course, points, n);
  made = now_ms ();
  chart = hw_line_chart_new (&data, format);
  made = now_ms () - made;
  whole = time_chart (cr, chart, 0.0, 1.0);
  half = time_chart (cr, chart, 0.4, 0.8);
  near = time_chart (cr, chart, 0.5, 0.5 + 2300.0 / (double) n);

  g_print ("%-18s made in %6.1f ms; drawn whole %5.2f, 40 %% of it %5.2f, 2,300 points %5.2f ms;"
           " bare stroke of %d points %5.2f ms; ratio %.2f\n",
           course->name, made, whole, half, near, PEER_POINTS, peer, whole / peer);
}

int
main (int   argc,
      char *argv[])
{
  const gsize n = argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : POINTS;
  g_autofree HwLinePoint *points = g_new0 (HwLinePoint, MAX (n, PEER_POINTS));
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  g_print ("%" G_GSIZE_FORMAT " points at %d by %d\n", n, WIDTH, HEIGHT);
  for (gsize i = 0; i < G_N_ELEMENTS (courses); i++)
    measure (&courses[i], format, cr, points, n);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
