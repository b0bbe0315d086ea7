/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-acf.h"
#include "engine/math/hw-dm-test.h"

#include <json-glib/json-glib.h>
#include <math.h>

static JsonObject *
open_reference (JsonParser *parser)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (data == NULL)
    {
      g_test_skip ("HEADWAY_DATA is not set: no reference values");
      return NULL;
    }

  path = g_build_filename (data, "forecast", "r_reference.json", NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static double *
numbers (JsonObject *object,
         const char *name,
         gsize      *n)
{
  JsonArray *array = json_object_get_array_member (object, name);
  double *values;

  *n = json_array_get_length (array);
  values = g_new (double, *n + 1);
  for (gsize i = 0; i < *n; i++)
    values[i] = json_array_get_double_element (array, (guint) i);

  return values;
}

static void
check_box (JsonObject   *series,
           const char   *name,
           const double *y,
           gsize         n)
{
  JsonObject *wanted = json_object_get_object_member (series, name);
  const double statistic = json_object_get_double_member (wanted, "stat");
  const HwPortmanteau test = hw_ljung_box (y, n, 10, 0);

  g_assert_cmpfloat (fabs (test.statistic - statistic), <, 1e-6 * statistic);
  g_assert_cmpfloat (fabs (test.p - json_object_get_double_member (wanted, "p")), <, 1e-6);
}

static void
check_series (JsonObject *series)
{
  gsize n, lags, partial_lags;
  g_autofree double *y = numbers (series, "y", &n);
  g_autofree double *wanted = numbers (series, "acf", &lags);
  g_autofree double *wanted_partial = numbers (series, "pacf", &partial_lags);
  g_autofree double *acf = g_new (double, lags);
  g_autofree double *partial = g_new (double, partial_lags);

  hw_acf (y, n, lags - 1, acf);
  for (gsize k = 0; k < lags; k++)
    g_assert_cmpfloat (fabs (acf[k] - wanted[k]), <, 1e-6);

  hw_pacf (acf, partial_lags, partial);
  for (gsize k = 0; k < partial_lags; k++)
    g_assert_cmpfloat (fabs (partial[k] - wanted_partial[k]), <, 1e-6);

  check_box (series, "box_ljung_y_lag10", y, n);
  for (gsize t = 0; t + 1 < n; t++)
    y[t] = y[t + 1] - y[t];
  check_box (series, "box_ljung_diff_lag10", y, n - 1);
}

static void
test_reference (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = open_reference (parser);
  g_autoptr (GList) names = NULL;
  int seen = 0;

  if (root == NULL)
    return;

  names = json_object_get_members (root);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *series = json_object_get_object_member (root, l->data);

      if (!json_object_has_member (series, "acf"))
        continue;

      g_test_message ("%s", (const char *) l->data);
      check_series (series);
      seen++;
    }

  g_assert_cmpint (seen, ==, 18);
}

/* Errors of two of R's own fits to AirPassengers. */
static void
test_dm_reference (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = open_reference (parser);
  JsonObject *series;
  g_autofree double *first = NULL;
  g_autofree double *second = NULL;
  HwDmTest test;
  gsize n;
  double p;

  if (root == NULL)
    return;

  series = json_object_get_object_member (root, "AirPassengers");
  first = numbers (json_object_get_object_member (series, "ets_auto"), "residuals", &n);
  second = numbers (json_object_get_object_member (series, "auto_arima"), "residuals", &n);
  g_assert_true (hw_dm_test (first, second, n, 1, 2.0, &test));

  series = json_object_get_object_member (root, "dm_test");
  g_assert_cmpfloat (fabs (test.statistic - json_object_get_double_member (series, "stat")), <, 1e-6);
  p = json_object_get_double_member (series, "p");
  g_assert_cmpfloat (fabs (test.p - p), <, 1e-6 * p);
}

static void
test_dm_worked_case (void)
{
  const double first[] = { 1.0, 2.0, 1.0, 2.0 };
  const double second[] = { 2.0, 2.0, 3.0, 3.0 };
  HwDmTest test;

  /* d = -1, 0, -2, -1: mean -1, variance 2 / 16, correction sqrt (3 / 4) */
  g_assert_true (hw_dm_test (first, second, 4, 1, 1.0, &test));
  g_assert_cmpfloat (fabs (test.statistic + sqrt (8.0) * sqrt (0.75)), <, 1e-12);
  g_assert_false (hw_dm_test (first, first, 4, 1, 1.0, &test));
  g_assert_false (hw_dm_test (first, first, 4, 2, 1.0, &test));
}

static void
test_student (void)
{
  g_assert_cmpfloat (fabs (hw_student_outside (12.706204736, 1.0) - 0.05), <, 1e-10);
  g_assert_cmpfloat (fabs (hw_student_outside (2.228138852, 10.0) - 0.05), <, 1e-10);
  g_assert_cmpfloat (fabs (hw_student_outside (-0.700, 10.0) - 0.49984), <, 1e-4);
  g_assert_cmpfloat (hw_student_outside (0.0, 3.0), ==, 1.0);
}

static void
test_constant (void)
{
  const double y[] = { 3.0, 3.0, 3.0, 3.0 };
  double acf[4], pacf[3];

  hw_acf (y, 4, 3, acf);
  hw_pacf (acf, 3, pacf);
  g_assert_cmpfloat (acf[0], ==, 1.0);
  g_assert_cmpfloat (acf[3], ==, 0.0);
  g_assert_cmpfloat (pacf[2], ==, 0.0);
  g_assert_cmpfloat (hw_ljung_box (y, 4, 2, 0).p, ==, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acf/reference", test_reference);
  g_test_add_func ("/acf/constant", test_constant);
  g_test_add_func ("/dm-test/reference", test_dm_reference);
  g_test_add_func ("/dm-test/worked-case", test_dm_worked_case);
  g_test_add_func ("/dm-test/student", test_student);

  return g_test_run ();
}
