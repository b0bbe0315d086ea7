/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the eye needs, computed: contrast after WCAG 2.1 (relative luminance), and
 * the distance of colours as red-blind and green-blind people see them. The eye is
 * simulated after Vienot, Brettel and Mollon (1999), Color Research and Application
 * 24(4): linear RGB to cone responses, the missing cone filled from the others, and
 * back. Distance is CIE 1976 Delta E in L*a*b* (D65). */
#include "chart/hw-theme.h"

#include <math.h>

#define LEAST_LINE_CONTRAST 3.0
#define LEAST_TEXT_CONTRAST 4.5
#define LEAST_APART_FOUR 30.0   /* first four series */
#define LEAST_APART_ALL 20.0    /* any two of eight */
#define LEAST_APART_ROLES 20.0  /* history, forecast, target, alarm */

typedef enum
{
  EYE_FULL,
  EYE_RED_BLIND,
  EYE_GREEN_BLIND,
  N_EYES,
} Eye;

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (const HwColour *c)
{
  return 0.2126 * linear (c->r) + 0.7152 * linear (c->g) + 0.0722 * linear (c->b);
}

static double
contrast (const HwColour *a,
          const HwColour *b)
{
  const double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

static void
see (const HwColour *colour,
     Eye             eye,
     double          rgb[3])
{
  const double r = linear (colour->r), g = linear (colour->g), b = linear (colour->b);
  double l = 17.8824 * r + 43.5161 * g + 4.11935 * b;
  double m = 3.45565 * r + 27.1554 * g + 3.86714 * b;
  const double s = 0.0299566 * r + 0.184309 * g + 1.46709 * b;

  if (eye == EYE_RED_BLIND)
    l = 2.02344 * m - 2.52581 * s;
  if (eye == EYE_GREEN_BLIND)
    m = 0.494207 * l + 1.24827 * s;

  rgb[0] = CLAMP (0.0809444479 * l - 0.130504409 * m + 0.116721066 * s, 0.0, 1.0);
  rgb[1] = CLAMP (-0.0102485335 * l + 0.0540193266 * m - 0.113614708 * s, 0.0, 1.0);
  rgb[2] = CLAMP (-0.000365296938 * l - 0.00412161469 * m + 0.693511405 * s, 0.0, 1.0);
}

static double
cube (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

static void
to_lab (const double rgb[3],
        double       lab[3])
{
  const double x = cube ((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
  const double y = cube (0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
  const double z = cube ((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);

  lab[0] = 116.0 * y - 16.0;
  lab[1] = 500.0 * (x - y);
  lab[2] = 200.0 * (y - z);
}

static double
apart (const HwColour *a,
       const HwColour *b,
       Eye             eye)
{
  double x[3], y[3], p[3], q[3];

  see (a, eye, x);
  see (b, eye, y);
  to_lab (x, p);
  to_lab (y, q);
  return sqrt ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

static void
check_apart (const HwColour *colours,
             gsize           n,
             double          least)
{
  double nearest = INFINITY;

  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      for (int eye = 0; eye < N_EYES; eye++)
        nearest = MIN (nearest, apart (&colours[i], &colours[j], (Eye) eye));

  g_test_message ("nearest of %" G_GSIZE_FORMAT ": %.1f", n, nearest);
  g_assert_cmpfloat (nearest, >=, least);
}

/* Black and white, and red against green, which a green-blind eye takes for one. */
static void
test_measures (void)
{
  const HwColour black = { 0.0, 0.0, 0.0 }, white = { 1.0, 1.0, 1.0 };
  const HwColour olive = { 0.6, 0.4, 0.0 }, green = { 0.36, 0.5, 0.0 };

  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (apart (&black, &white, EYE_FULL), 100.0, 0.1);
  g_assert_cmpfloat (apart (&olive, &green, EYE_FULL), >, 2.5 * apart (&olive, &green, EYE_GREEN_BLIND));
}

static void
test_theme (gconstpointer data)
{
  const HwTheme *theme = data;
  const HwColour roles[] = { theme->history, theme->forecast, theme->target, theme->alarm };

  g_assert_cmpfloat (contrast (&theme->text, &theme->paper), >=, LEAST_TEXT_CONTRAST);
  g_assert_cmpfloat (contrast (&theme->dim, &theme->paper), >=, LEAST_TEXT_CONTRAST);
  /* The name of the target stands in its colour. */
  g_assert_cmpfloat (contrast (&theme->target, &theme->paper), >=, LEAST_TEXT_CONTRAST);
  g_assert_cmpfloat (contrast (&theme->grid, &theme->paper), <, 2.0);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpfloat (contrast (&roles[i], &theme->paper), >=, LEAST_LINE_CONTRAST);
  for (gsize i = 0; i < HW_THEME_N_SERIES; i++)
    g_assert_cmpfloat (contrast (&theme->series[i], &theme->paper), >=, LEAST_LINE_CONTRAST);

  check_apart (roles, G_N_ELEMENTS (roles), LEAST_APART_ROLES);
  check_apart (theme->series, 4, LEAST_APART_FOUR);
  check_apart (theme->series, HW_THEME_N_SERIES, LEAST_APART_ALL);
}

/* High contrast: text as dark as it gets, every line as clear as text, nothing pale. */
static void
test_contrast_theme (gconstpointer data)
{
  const HwTheme *theme = data;
  const HwColour roles[] = { theme->history, theme->forecast, theme->target, theme->alarm };

  g_assert_true (theme->strong);
  g_assert_cmpfloat_with_epsilon (contrast (&theme->text, &theme->paper), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (&theme->dim, &theme->paper), 21.0, 1e-9);
  g_assert_cmpfloat (contrast (&theme->grid, &theme->paper), >=, LEAST_LINE_CONTRAST);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpfloat (contrast (&roles[i], &theme->paper), >=, 6.0);
  for (gsize i = 0; i < HW_THEME_N_SERIES; i++)
    g_assert_cmpfloat (contrast (&theme->series[i], &theme->paper), >=, LEAST_TEXT_CONTRAST);

  check_apart (roles, G_N_ELEMENTS (roles), LEAST_APART_ROLES);
  check_apart (theme->series, 4, LEAST_APART_FOUR);
  check_apart (theme->series, HW_THEME_N_SERIES, LEAST_APART_ALL);
}

/* Paper behind the chart: print is white and painted, the others show their card. */
static void
test_papers (void)
{
  const HwColour white = { 1.0, 1.0, 1.0 };

  g_assert_cmpfloat (contrast (&hw_theme_print.paper, &white), ==, 1.0);
  g_assert_cmpfloat (contrast (&hw_theme_light.paper, &white), ==, 1.0);
  g_assert_cmpfloat (luminance (&hw_theme_dark.paper), <, 0.05);
  g_assert_false (hw_theme_print.transparent);
  g_assert_true (hw_theme_light.transparent && hw_theme_dark.transparent);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/theme/measures", test_measures);
  g_test_add_data_func ("/chart/theme/light", &hw_theme_light, test_theme);
  g_test_add_data_func ("/chart/theme/dark", &hw_theme_dark, test_theme);
  g_test_add_data_func ("/chart/theme/print", &hw_theme_print, test_theme);
  g_test_add_data_func ("/chart/theme/light-contrast", &hw_theme_light_contrast, test_contrast_theme);
  g_test_add_data_func ("/chart/theme/dark-contrast", &hw_theme_dark_contrast, test_contrast_theme);
  g_test_add_func ("/chart/theme/papers", test_papers);
  return g_test_run ();
}
