/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-box-cox.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/hw-test-reference.h"

#define N 120
#define TOLERANCE_OF_R 1.3e-4 /* its search stops that near */

/* Against BoxCox.lambda() of R, by both ways, on each of its positive series. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();
  int compared = 0;

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *series = hw_test_series[i];
      g_autofree char *y_path = g_strdup_printf ("%s/y", series);
      g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
      g_autofree char *guerrero_path = g_strdup_printf ("%s/boxcox_lambda_guerrero", series);
      g_autofree char *likelihood_path = g_strdup_printf ("%s/boxcox_lambda_loglik", series);
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      const double guerrero = hw_test_reference_number (text, guerrero_path);
      const int m = MAX ((int) hw_test_reference_number (text, m_path), 1);
      g_autoptr (GError) error = NULL;
      double ours;

      if (isnan (guerrero))
        continue;

      g_test_message ("%s", series);
      g_assert_true (hw_box_cox_guerrero (y.x, y.n, m, &ours, &error));
      g_assert_cmpfloat_with_epsilon (ours, guerrero, TOLERANCE_OF_R);
      g_assert_true (hw_box_cox_likelihood (y.x, y.n, m, &ours, &error));
      g_assert_cmpfloat_with_epsilon (ours, hw_test_reference_number (text, likelihood_path), 1e-9);
      g_assert_no_error (error);
      compared++;
    }

  if (text != NULL)
    g_assert_cmpint (compared, ==, 17);
}

/* Property: there and back is where one was, for all powers and wherever it can be. */
static void
test_there_and_back (void)
{
  for (double lambda = -1.0; lambda <= 2.01; lambda += 0.25)
    for (double y = 0.01; y < 1e6; y *= 3.7)
      {
        const double x = hw_box_cox (y, lambda);

        g_assert_cmpfloat_with_epsilon (hw_box_cox_back (x, lambda) / y, 1.0, 1e-6);
        if (lambda > 0.0)
          g_assert_cmpfloat_with_epsilon (hw_box_cox_back (hw_box_cox (-y, lambda), lambda) / y, -1.0, 1e-6);
      }

  g_assert_cmpfloat (hw_box_cox (5.0, 1.0), ==, 4.0);
  g_assert_cmpfloat_with_epsilon (hw_box_cox (G_E, 0.0), 1.0, 1e-12);
  g_assert_true (isinf (hw_box_cox_back (1.0, -1.0)));
}

/* Property: the mean of many values brought back one by one. */
static void
test_mean (void)
{
  const double powers[] = { 0.0, 0.5, 1.0, 2.0 };
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      const double x = hw_box_cox (20.0, powers[i]), sd = powers[i] > 1.0 ? 20.0 : powers[i] > 0.0 ? 0.8 : 0.2;
      double mean = 0.0;

      for (int k = 0; k < 200000; k++)
        mean += hw_box_cox_back (x + sd * hw_rng_normal (&rng), powers[i]) / 200000.0;
      g_assert_cmpfloat_with_epsilon (hw_box_cox_back_mean (x, sd, powers[i]) / mean, 1.0, 2e-3);
    }

  g_assert_true (isinf (hw_box_cox_back_mean (1.0, 0.5, -1.0)));
  g_assert_cmpfloat (hw_box_cox_back_mean (hw_box_cox (0.5, 2.0), 50.0, 2.0), >=, 0.0);
}

/* Worked: what scatters with its level wants logarithms; what scatters alike, no power. */
static void
test_finds_the_power (void)
{
  double grown[N], alike[N], lambda;
  g_autoptr (GError) error = NULL;
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (gsize t = 0; t < N; t++)
    {
      const double chance = 0.1 * hw_rng_normal (&rng);

      grown[t] = exp (3.0 + 0.02 * (double) t + 0.2 * sin (2.0 * G_PI * (double) t / 12.0) + chance);
      alike[t] = 100.0 + 3.0 * (double) t + 10.0 * sin (2.0 * G_PI * (double) t / 12.0) + 30.0 * chance;
    }

  g_assert_true (hw_box_cox_guerrero (grown, N, 12, &lambda, &error));
  g_assert_cmpfloat_with_epsilon (lambda, 0.0, 0.2);
  g_assert_true (hw_box_cox_likelihood (grown, N, 12, &lambda, &error));
  g_assert_cmpfloat_with_epsilon (lambda, 0.0, 0.11);
  g_assert_true (hw_box_cox_guerrero (alike, N, 12, &lambda, &error));
  g_assert_cmpfloat_with_epsilon (lambda, 1.0, 0.3);
  g_assert_true (hw_box_cox_likelihood (alike, N, 12, &lambda, &error));
  g_assert_cmpfloat_with_epsilon (lambda, 1.0, 0.11);
  g_assert_no_error (error);
}

/* Refused with a reason; a series that never changes gets an answer. */
static void
test_refusals (void)
{
  double y[N], lambda = 7.0;
  gboolean (*const ways[]) (const double *, gsize, int, double *, GError **) = { hw_box_cox_guerrero, hw_box_cox_likelihood };

  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      const double bad[] = { 0.0, -1.0, NAN, INFINITY, 1e13 };
      g_autoptr (GError) error = NULL;

      for (gsize t = 0; t < N; t++)
        y[t] = 3.0;
      g_assert_true (ways[way] (y, N, 12, &lambda, &error));
      g_assert_true (lambda >= -1.0 && lambda <= 2.0);

      lambda = 7.0;
      g_assert_false (ways[way] (y, 23, 12, &lambda, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
      g_clear_error (&error);
      g_assert_false (ways[way] (y, 0, 1, &lambda, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
      g_clear_error (&error);

      for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
        {
          y[40] = bad[i];
          g_assert_false (ways[way] (y, N, 12, &lambda, &error));
          g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
          g_clear_error (&error);
        }
      g_assert_cmpfloat (lambda, ==, 7.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/box-cox/reference", test_reference);
  g_test_add_func ("/engine/box-cox/there-and-back", test_there_and_back);
  g_test_add_func ("/engine/box-cox/mean", test_mean);
  g_test_add_func ("/engine/box-cox/finds-the-power", test_finds_the_power);
  g_test_add_func ("/engine/box-cox/refusals", test_refusals);

  return g_test_run ();
}
