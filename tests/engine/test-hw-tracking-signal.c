/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/watch/hw-tracking-signal.h"

#include <math.h>

#define PAST 52
#define WATCHED 100
#define SELDOM 200.0

static void
make_errors (HwRng *rng,
             double *y,
             gsize   n,
             double  carry)
{
  for (gsize t = 0; t < n; t++)
    {
      const double fresh = hw_rng_normal (rng);

      y[t] = t == 0 ? fresh : carry * y[t - 1] + sqrt (1.0 - carry * carry) * fresh;
    }
}

static double
false_alarms (double carry,
              guint  shops)
{
  double y[PAST + WATCHED];
  gsize alarms = 0, watched = 0;
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (guint i = 0; i < shops; i++)
    {
      const HwTrackingInput input = { y, PAST, y + PAST, WATCHED, SELDOM, 3 };
      g_auto (HwTracking) result = { 0 };

      make_errors (&rng, y, PAST + WATCHED, carry);
      g_assert_true (hw_tracking_run (&input, &result, NULL));
      alarms += result.alarm >= 0;
      watched += result.alarm >= 0 ? (gsize) result.alarm + 1 : WATCHED;
    }

  return (double) alarms / (double) watched;
}

static void
test_seldom (void)
{
  for (int i = 0; i < 3; i++)
    {
      const double rate = false_alarms (0.2 * i, 150);

      g_test_message ("lag correlation %.1f: one false alarm in %.0f periods", 0.2 * i, 1.0 / rate);
      g_assert_cmpfloat (rate, <, 1.5 / SELDOM);
      g_assert_cmpfloat (rate, >, 0.5 / SELDOM);
    }
}

static void
test_lean (void)
{
  double y[PAST + 26];
  guint found = 0;
  HwRng rng;

  hw_rng_init (&rng, 6);
  for (guint i = 0; i < 60; i++)
    {
      const HwTrackingInput input = { y, PAST, y + PAST, 26, SELDOM, 3 };
      const double way = i % 2 == 0 ? 1.0 : -1.0;
      g_auto (HwTracking) result = { 0 };

      make_errors (&rng, y, PAST + 26, 0.1);
      for (gsize t = PAST; t < PAST + 26; t++)
        y[t] += way;

      g_assert_true (hw_tracking_run (&input, &result, NULL));
      for (gsize t = 0; t < 26; t++)
        g_assert_cmpfloat (fabs (result.path[t]), <=, 1.0);
      if (result.alarm >= 0)
        {
          found++;
          g_assert_cmpuint (result.since, <=, (gsize) result.alarm);
          g_assert_cmpfloat (result.leans * way, >, 0.3);
        }
    }

  g_assert_cmpuint (found, >=, 54);
}

/* What is not known is passed over; the same seed gives the same. */
static void
test_gaps (void)
{
  double y[PAST + 8], holes[PAST + 10];
  const HwTrackingInput whole = { y, PAST, y + PAST, 8, SELDOM, 3 };
  const HwTrackingInput holed = { holes, PAST + 2, holes + PAST + 2, 8, SELDOM, 3 };
  g_auto (HwTracking) a = { 0 };
  g_auto (HwTracking) b = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 8);
  make_errors (&rng, y, PAST + 8, 0.0);
  holes[0] = holes[1] = NAN;
  for (gsize t = 0; t < PAST + 8; t++)
    holes[t + 2] = y[t];

  g_assert_true (hw_tracking_run (&whole, &a, NULL));
  g_assert_true (hw_tracking_run (&holed, &b, NULL));
  g_assert_cmpfloat (a.limit, ==, b.limit);
  for (gsize t = 0; t < 8; t++)
    g_assert_cmpfloat (a.path[t], ==, b.path[t]);
}

static void
test_refused (void)
{
  double flat[PAST] = { 0.0 };
  const HwTrackingInput alike = { flat, PAST, flat, 4, SELDOM, 1 };
  const HwTrackingInput few = { flat, 9, flat, 4, SELDOM, 1 };
  g_autoptr (GError) error = NULL;
  g_auto (HwTracking) result = { 0 };

  g_assert_false (hw_tracking_run (&alike, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (hw_tracking_run (&few, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tracking-signal/seldom", test_seldom);
  g_test_add_func ("/tracking-signal/lean", test_lean);
  g_test_add_func ("/tracking-signal/gaps", test_gaps);
  g_test_add_func ("/tracking-signal/refused", test_refused);
  return g_test_run ();
}
