/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-run-out.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

static HwRunOut
tell (const HwRunOutInput *input)
{
  g_autoptr (GError) error = NULL;
  HwRunOut out = { 0 };

  g_assert_true (hw_run_out_tell (input, &out, &error));
  g_assert_no_error (error);
  return out;
}

/* Ten on hand. Ways of 5, 4, 3 and 1 a day ask for more than ten on the third, the
 * third, the fourth day and never. Of four ways, one in ten has come with the
 * first, half with the second, nine in ten never. */
static void
test_by_hand (void)
{
  const double paths[] = {
    5, 5, 5, 5, 5, //
    4, 4, 4, 4, 4, //
    3, 3, 3, 3, 3, //
    1, 1, 1, 1, 1,
  };
  const HwRunOutInput input = { paths, 4, 5, 10.0, NULL, 0 };
  const HwRunOut out = tell (&input);

  g_assert_cmpint (out.early, ==, 2);
  g_assert_cmpint (out.likely, ==, 2);
  g_assert_cmpint (out.late, ==, -1);
  g_assert_cmpfloat_with_epsilon (out.by_end, 0.75, 1e-12);
}

/* Of ten ways the k-th asks for all there is on day k: one, five and nine of ten. */
static void
test_ten_ways (void)
{
  double paths[10 * 10] = { 0.0 };
  const HwRunOutInput input = { paths, 10, 10, 1.0, NULL, 0 };
  HwRunOut out;

  for (int k = 0; k < 10; k++)
    paths[10 * k + k] = 2.0;
  out = tell (&input);
  g_assert_cmpint (out.early, ==, 0);
  g_assert_cmpint (out.likely, ==, 4);
  g_assert_cmpint (out.late, ==, 8);
  g_assert_cmpfloat (out.by_end, ==, 1.0);
}

/* Two a day, five on hand: short on the third day. Three more on that day serve up
 * to the fourth; a day later they come too late; behind the horizon they do nothing. */
static void
test_arrivals (void)
{
  const double path[] = { 2, 2, 2, 2, 2 };
  HwArrival arrivals[] = { { 9, 50.0 }, { 2, 3.0 } };
  HwRunOutInput input = { path, 1, 5, 5.0, NULL, 0 };

  g_assert_cmpint (tell (&input).likely, ==, 2);
  input.arrivals = arrivals;
  input.n_arrivals = 2;
  g_assert_cmpint (tell (&input).likely, ==, 4);
  arrivals[1].period = 3;
  g_assert_cmpint (tell (&input).likely, ==, 2);
  arrivals[1].period = 0;
  arrivals[1].quantity = 5.0;
  g_assert_cmpint (tell (&input).late, ==, -1);
}

static void
test_at_the_edges (void)
{
  const double none[] = { 0, 0, 3 }, tenths[] = { 0.1, 0.1, 0.1 };
  HwRunOutInput input = { none, 1, 3, 0.0, NULL, 0 };

  g_assert_cmpint (tell (&input).early, ==, 2); /* nobody misses what nobody asks for */
  input.paths = tenths;
  input.on_hand = 0.3; /* three tenths are not quite 0.3 to a computer */
  g_assert_cmpint (tell (&input).early, ==, -1);
}

/* By the period told at least the share has run out, before it less; more on hand
 * is never sold out earlier. */
static void
test_against_a_count (void)
{
  enum { N_PATHS = 37, N_PERIODS = 40 };
  double paths[N_PATHS * N_PERIODS];
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (int i = 0; i < N_PATHS * N_PERIODS; i++)
    paths[i] = hw_rng_poisson (&rng, 1.5);

  for (double on_hand = 0.0, last = -1.0; on_hand < 80.0; on_hand += 3.0)
    {
      const HwRunOutInput input = { paths, N_PATHS, N_PERIODS, on_hand, NULL, 0 };
      const HwRunOut out = tell (&input);
      const int told = out.likely < 0 ? N_PERIODS : out.likely;
      int by = 0, before = 0;

      for (int p = 0; p < N_PATHS; p++)
        {
          double sum = 0.0;
          int t = 0;

          while (t < N_PERIODS && (sum += paths[p * N_PERIODS + t]) <= on_hand)
            t++;
          by += t <= told;
          before += t < told;
        }

      g_assert_cmpint (2 * by, >=, N_PATHS);
      g_assert_cmpint (2 * before, <, N_PATHS);
      g_assert_cmpfloat (told, >=, last);
      g_assert_true (out.early >= 0 || out.likely < 0);
      last = told;
    }
}

static void
test_cover (void)
{
  g_assert_cmpfloat (hw_cover (10.0, 4.0), ==, 2.5);
  g_assert_cmpfloat (hw_cover (0.0, 4.0), ==, 0.0);
  g_assert_cmpfloat (hw_cover (-3.0, 4.0), ==, 0.0);
  g_assert_cmpfloat (hw_cover (10.0, 0.0), ==, -1.0);
  g_assert_cmpfloat (hw_cover (10.0, NAN), ==, -1.0);
  g_assert_cmpfloat (hw_cover (NAN, 1.0), ==, -1.0);
}

static void
check_refused (HwRunOutInput input,
               int           code)
{
  g_autoptr (GError) error = NULL;
  HwRunOut out;

  g_assert_false (hw_run_out_tell (&input, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, code);
}

static void
test_refusals (void)
{
  const double good[] = { 1, 2 }, below[] = { 1, -2 }, none[] = { 1, NAN };
  const HwArrival early[] = { { -1, 2.0 } }, odd[] = { { 1, NAN } };

  check_refused ((HwRunOutInput) { good, 0, 2, 1.0, NULL, 0 }, HW_ENGINE_ERROR_TOO_SHORT);
  check_refused ((HwRunOutInput) { good, 1, 0, 1.0, NULL, 0 }, HW_ENGINE_ERROR_TOO_SHORT);
  check_refused ((HwRunOutInput) { below, 1, 2, 1.0, NULL, 0 }, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused ((HwRunOutInput) { none, 1, 2, 1.0, NULL, 0 }, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused ((HwRunOutInput) { good, 1, 2, -1.0, NULL, 0 }, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused ((HwRunOutInput) { good, 1, 2, NAN, NULL, 0 }, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused ((HwRunOutInput) { good, 1, 2, 1.0, early, 1 }, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused ((HwRunOutInput) { good, 1, 2, 1.0, odd, 1 }, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/run-out/by-hand", test_by_hand);
  g_test_add_func ("/engine/run-out/ten-ways", test_ten_ways);
  g_test_add_func ("/engine/run-out/arrivals", test_arrivals);
  g_test_add_func ("/engine/run-out/at-the-edges", test_at_the_edges);
  g_test_add_func ("/engine/run-out/against-a-count", test_against_a_count);
  g_test_add_func ("/engine/run-out/cover", test_cover);
  g_test_add_func ("/engine/run-out/refusals", test_refusals);

  return g_test_run ();
}
