/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-conformal.h"

#include <math.h>

#define ORIGINS 4
#define AHEAD 12
#define SERIES 300

/* So long known that the future is not known any better. */
static const HwBacktestPlan plan = { .first = 100000, .horizon = AHEAD, .step = AHEAD, .origins = ORIGINS };

typedef enum
{
  ERRORS_NORMAL,
  ERRORS_HEAVY,    /* a Student t with 4 degrees of freedom */
  ERRORS_GROWING,  /* claimed too narrow, the more the further ahead */
  ERRORS_NARROW,   /* each series claims some other share of its true spread */
} Errors;

static double
draw (Errors errors,
      gsize  h,
      HwRng *rng)
{
  const double z = hw_rng_normal (rng);

  switch (errors)
    {
    case ERRORS_HEAVY: return z / sqrt (hw_rng_gamma (rng, 2.0) / 2.0);
    case ERRORS_GROWING: return z * (1.0 + 0.15 * (double) h);
    case ERRORS_NORMAL:
    case ERRORS_NARROW:
    default: return z;
    }
}

static void
fill (Errors  errors,
      double  share,
      gsize   n,
      double *off,
      HwRng  *rng)
{
  for (gsize i = 0; i < n; i++)
    off[i] = draw (errors, i % AHEAD, rng) / share;
}

/* Shares of new errors of the same series inside the ranges for 95 and 80 in 100. */
static void
cover (Errors  errors,
       double *in95,
       double *in80)
{
  g_autoptr (HwConformal) conformal = hw_conformal_new ();
  g_autofree double *off = g_new (double, SERIES * ORIGINS * AHEAD), *share = g_new (double, SERIES);
  double n = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 7 + (guint64) errors);
  for (gsize i = 0; i < SERIES; i++)
    {
      share[i] = errors == ERRORS_NARROW ? exp (0.4 * hw_rng_normal (&rng)) : 1.0;
      fill (errors, share[i], ORIGINS * AHEAD, off + i * ORIGINS * AHEAD, &rng);
      hw_conformal_learn (conformal, &plan, off + i * ORIGINS * AHEAD);
    }
  hw_conformal_settle (conformal);

  *in95 = *in80 = 0.0;
  for (gsize i = 0; i < SERIES; i++)
    {
      const double scale = hw_conformal_scale (conformal, &plan, off + i * ORIGINS * AHEAD);
      double next[10 * AHEAD];

      fill (errors, share[i], G_N_ELEMENTS (next), next, &rng);
      for (gsize k = 0; k < G_N_ELEMENTS (next); k++)
        {
          *in95 += fabs (next[k]) <= scale * hw_conformal_width (conformal, k % AHEAD, 1);
          *in80 += fabs (next[k]) <= scale * hw_conformal_width (conformal, k % AHEAD, 3);
          n += 1.0;
        }
    }
  *in95 /= n;
  *in80 /= n;
}

/* Property: whatever the errors are like, the ranges hold what they promise. */
static void
test_holds (gconstpointer data)
{
  double in95, in80;

  cover ((Errors) GPOINTER_TO_INT (data), &in95, &in80);
  g_test_message ("95 %%: %.3f, 80 %%: %.3f", in95, in80);
  g_assert_true (in95 > 0.93 && in95 < 0.97);
  g_assert_true (in80 > 0.77 && in80 < 0.83);
}

/* Property: each step ahead gets its own width. */
static void
test_wider_ahead (void)
{
  g_autoptr (HwConformal) conformal = hw_conformal_new ();
  double off[ORIGINS * AHEAD];
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (gsize i = 0; i < SERIES; i++)
    {
      fill (ERRORS_GROWING, 1.0, G_N_ELEMENTS (off), off, &rng);
      hw_conformal_learn (conformal, &plan, off);
    }
  hw_conformal_settle (conformal);

  g_assert_cmpfloat (hw_conformal_width (conformal, AHEAD - 1, 1), >, 1.3 * hw_conformal_width (conformal, 0, 1));
  g_assert_cmpfloat (hw_conformal_width (conformal, 99, 1), ==, hw_conformal_width (conformal, AHEAD - 1, 1));
  for (gsize h = 0; h < AHEAD; h++)
    for (gsize tail = 1; tail < HW_CONFORMAL_TAILS; tail++)
      g_assert_cmpfloat (hw_conformal_width (conformal, h, tail), <=, hw_conformal_width (conformal, h, tail - 1));
}

/* Nothing seen: wider than a normal's, the same for all steps; the outer the wider. */
static void
test_nothing_seen (void)
{
  g_autoptr (HwConformal) conformal = hw_conformal_new ();

  hw_conformal_settle (conformal);
  g_assert_cmpfloat (hw_conformal_scale (conformal, &plan, NULL), >=, 1.0);
  g_assert_cmpfloat_with_epsilon (hw_conformal_width (conformal, 0, 1), 1.96, 0.2);
  g_assert_cmpfloat_with_epsilon (hw_conformal_width (conformal, 50, 3), 1.28, 0.15);
  for (gsize tail = 1; tail < HW_CONFORMAL_TAILS; tail++)
    g_assert_cmpfloat (hw_conformal_width (conformal, 0, tail), <, hw_conformal_width (conformal, 0, tail - 1));
}

/* Property: a series further off than the others gets a greater scale, but not all of
 * it; one wild error does not decide. */
static void
test_own_scale (void)
{
  g_autoptr (HwConformal) conformal = hw_conformal_new ();
  double off[ORIGINS * AHEAD], wide[ORIGINS * AHEAD], wild[ORIGINS * AHEAD];
  double usual;
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (gsize i = 0; i < SERIES; i++)
    {
      fill (ERRORS_NORMAL, 1.0, G_N_ELEMENTS (off), off, &rng);
      hw_conformal_learn (conformal, &plan, off);
    }
  hw_conformal_settle (conformal);

  for (gsize k = 0; k < G_N_ELEMENTS (off); k++)
    {
      wide[k] = 2.0 * off[k];
      wild[k] = k == 5 ? 1e9 : off[k];
    }
  usual = hw_conformal_scale (conformal, &plan, off);
  g_assert_cmpfloat (hw_conformal_scale (conformal, &plan, wide), >, 1.2 * usual);
  g_assert_cmpfloat (hw_conformal_scale (conformal, &plan, wide), <, 2.0 * usual);
  g_assert_cmpfloat (hw_conformal_scale (conformal, &plan, wild), <, 1.3 * usual);
}

/* What was not observed is not an error of nothing. */
static void
test_gaps (void)
{
  g_autoptr (HwConformal) some = hw_conformal_new ();
  double off[ORIGINS * AHEAD], none[ORIGINS * AHEAD];
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (gsize i = 0; i < SERIES; i++)
    {
      fill (ERRORS_NORMAL, 1.0, G_N_ELEMENTS (off), off, &rng);
      for (gsize k = 0; k < G_N_ELEMENTS (off); k++)
        {
          off[k] = (i + k) % 3 == 0 ? (double) NAN : off[k];
          none[k] = (double) NAN;
        }
      hw_conformal_learn (some, &plan, off);
    }
  hw_conformal_learn (some, &plan, none);
  hw_conformal_settle (some);

  g_assert_cmpfloat_with_epsilon (hw_conformal_width (some, 3, 1) * hw_conformal_scale (some, &plan, none), 1.96, 0.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/engine/conformal/holds/normal", GINT_TO_POINTER (ERRORS_NORMAL), test_holds);
  g_test_add_data_func ("/engine/conformal/holds/heavy-tails", GINT_TO_POINTER (ERRORS_HEAVY), test_holds);
  g_test_add_data_func ("/engine/conformal/holds/growing", GINT_TO_POINTER (ERRORS_GROWING), test_holds);
  g_test_add_data_func ("/engine/conformal/holds/claims-too-little", GINT_TO_POINTER (ERRORS_NARROW), test_holds);
  g_test_add_func ("/engine/conformal/wider-ahead", test_wider_ahead);
  g_test_add_func ("/engine/conformal/nothing-seen", test_nothing_seen);
  g_test_add_func ("/engine/conformal/own-scale", test_own_scale);
  g_test_add_func ("/engine/conformal/gaps", test_gaps);

  return g_test_run ();
}
