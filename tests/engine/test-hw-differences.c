/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-differences.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
check_series (JsonObject *series)
{
  JsonArray *array = json_object_get_array_member (series, "y");
  const gsize n = json_array_get_length (array);
  const int season = (int) json_object_get_double_member (series, "frequency");
  g_autofree double *y = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    y[i] = json_array_get_double_element (array, (guint) i);

  g_assert_cmpint (hw_differences (y, n, 2), ==, json_object_get_int_member (series, "ndiffs_kpss"));
  g_test_message ("strength %.4f", season > 1 ? hw_season_strength (y, n, season) : 0.0);
  if (season > 1)
    g_assert_cmpint (hw_season_differences (y, n, season), ==, json_object_get_int_member (series, "nsdiffs"));
}

static void
test_reference (void)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) names = NULL;
  g_autofree char *path = NULL;
  JsonObject *root;
  int seen = 0;

  if (data == NULL)
    {
      g_test_skip ("HEADWAY_DATA is not set: no reference values");
      return;
    }

  path = g_build_filename (data, "forecast", "r_reference.json", NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  names = json_object_get_members (root);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *series = json_object_get_object_member (root, l->data);

      if (!json_object_has_member (series, "ndiffs_kpss"))
        continue;

      g_test_message ("%s", (const char *) l->data);
      check_series (series);
      seen++;
    }

  g_assert_cmpint (seen, ==, 18);
}

static void
test_line_and_parabola (void)
{
  double line[60], parabola[60];

  for (int t = 0; t < 60; t++)
    {
      line[t] = 3.0 * t + sin (t * 1.3);
      parabola[t] = (double) (t * t) + sin (t * 1.3);
    }

  g_assert_cmpint (hw_differences (line, 60, 2), ==, 1);
  g_assert_cmpint (hw_differences (parabola, 60, 2), ==, 2);
  g_assert_cmpint (hw_differences (parabola, 60, 1), ==, 1);
}

static void
test_season (void)
{
  double strong[48], none[48];

  for (int t = 0; t < 48; t++)
    {
      none[t] = sin ((double) (t * t % 47) * 2.1);
      strong[t] = 10.0 * sin (G_PI * t / 6.0) + none[t];
    }

  g_assert_cmpfloat (hw_season_strength (strong, 48, 12), >, 0.9);
  g_assert_cmpfloat (hw_season_strength (none, 48, 12), <, 0.64);
  g_assert_cmpint (hw_season_differences (strong, 48, 12), ==, 1);
  g_assert_cmpint (hw_season_differences (none, 48, 12), ==, 0);
  g_assert_cmpint (hw_season_differences (strong, 48, 1), ==, 0);
  g_assert_cmpint (hw_season_differences (strong, 20, 12), ==, 0);
}

static void
test_constant (void)
{
  const double y[30] = { 0 };

  g_assert_cmpint (hw_differences (y, 30, 2), ==, 0);
  g_assert_cmpint (hw_season_differences (y, 30, 4), ==, 0);
  g_assert_cmpfloat (hw_kpss (y, 30), ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differences/reference", test_reference);
  g_test_add_func ("/differences/line-and-parabola", test_line_and_parabola);
  g_test_add_func ("/differences/season", test_season);
  g_test_add_func ("/differences/constant", test_constant);

  return g_test_run ();
}
