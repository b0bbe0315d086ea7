/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima-exact.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* Reference values of R's stats and forecast packages: see the data's own README. */
static JsonParser *
open_reference (void)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autofree char *path = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;

  if (data == NULL)
    {
      g_test_skip ("HEADWAY_DATA is not set: no reference values");
      return NULL;
    }

  path = g_build_filename (data, "forecast", "r_reference.json", NULL);
  parser = json_parser_new ();
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&parser);
}

static JsonObject *
series_named (JsonParser *parser,
              const char *name)
{
  return json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), name);
}

static double *
numbers (JsonObject *object,
         const char *name,
         gsize      *n)
{
  JsonArray *array = json_object_get_array_member (object, name);
  const gsize length = json_array_get_length (array);
  double *values = g_new (double, length + 1);

  for (gsize i = 0; i < length; i++)
    values[i] = JSON_NODE_HOLDS_NULL (json_array_get_element (array, (guint) i))
                  ? NAN
                  : json_array_get_double_element (array, (guint) i);

  if (n != NULL)
    *n = length;

  return values;
}

static void
assert_near (double value,
             double wanted,
             double tolerance)
{
  if (!(fabs (value - wanted) <= tolerance * MAX (fabs (wanted), 1e-300)))
    g_error ("%.15g is not %.15g", value, wanted);
}

typedef struct
{
  HwArimaOrder  order;
  HwArimaCoef   coef;
  double        beta;      /* of the one regressor */
  gsize         columns;
  double       *x;         /* (owned) n + h rows: ones, or the period's number */
  double       *y;         /* (owned) */
  gsize         n, h;
} Case;

static void
case_clear (Case *c)
{
  g_clear_pointer (&c->x, g_free);
  g_clear_pointer (&c->y, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static HwArimaSeries
series_of (const Case *c)
{
  return (HwArimaSeries) { .y = c->y, .n = c->n, .x = c->x, .columns = c->columns };
}

static void
read_order (JsonObject   *model,
            HwArimaOrder *order)
{
  g_autofree double *a = numbers (model, "arma", NULL);

  *order = (HwArimaOrder) { (int) a[0], (int) a[5], (int) a[1], (int) a[2], (int) a[6], (int) a[3],
                            MAX ((int) a[4], 1) };
}

static void
read_case (JsonObject *series,
           JsonObject *model,
           gboolean    logs,
           Case       *c)
{
  JsonNode *node = json_object_get_member (model, "coef");
  int at = 0;

  *c = (Case) { 0 };
  read_order (model, &c->order);
  c->y = numbers (series, "y", &c->n);
  c->h = (gsize) json_object_get_int_member (series, "h");
  c->x = g_new (double, c->n + c->h);
  for (gsize t = 0; logs && t < c->n; t++)
    c->y[t] = log (c->y[t]);

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *coef = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (coef);

      for (GList *l = names; l != NULL; l = l->next)
        {
          const double value = json_object_get_double_member (coef, l->data);
          const gboolean drift = g_str_equal (l->data, "drift");

          if (!drift && !g_str_equal (l->data, "intercept"))
            {
              c->coef.at[at++] = value;
              continue;
            }

          c->beta = value;
          c->columns = 1;
          for (gsize t = 0; t < c->n + c->h; t++)
            c->x[t] = drift ? (double) (t + 1) : 1.0;
        }
    }

  g_assert_cmpint (at, ==, hw_arima_coefs (&c->order));
}

static void
check_at_parameters (const Case *c,
                     JsonObject *model)
{
  const HwArimaSeries series = series_of (c);
  JsonObject *forecast = json_object_get_object_member (model, "forecast");
  g_autofree double *residuals = numbers (model, "residuals", NULL);
  g_autofree double *wanted = numbers (forecast, "mean", NULL);
  g_autofree double *low = numbers (forecast, "lo95", NULL);
  g_autofree double *high = numbers (forecast, "hi80", NULL);
  g_autofree double *mean = g_new (double, c->h);
  g_autofree double *sd = g_new (double, c->h);
  g_auto (HwArimaExact) fit = { 0 };
  double largest = 0.0, squares = 0.0, freedom;

  g_assert_true (hw_arima_exact_at (&series, &c->order, &c->coef, &c->beta, &fit));
  assert_near (fit.loglik, json_object_get_double_member (model, "loglik"), 1e-8);
  assert_near (fit.aicc, json_object_get_double_member (model, "aicc"), 1e-8);

  for (gsize t = 0; t < c->n; t++)
    {
      largest = MAX (largest, fabs (residuals[t]));
      squares += fit.residuals[t] * fit.residuals[t];
    }

  /* R's variance counts the errors of the vague start too */
  freedom = (double) fit.used - hw_arima_coefs (&c->order) - (double) c->columns;
  assert_near (squares / freedom, json_object_get_double_member (model, "sigma2"), 1e-6);
  for (gsize t = 0; t < c->n; t++)
    g_assert_cmpfloat (fabs (fit.residuals[t] - residuals[t]), <=, 1e-6 * largest);

  fit.variance = json_object_get_double_member (model, "sigma2");
  hw_arima_exact_ahead (&fit, c->x + c->n, c->h, mean, sd);
  for (gsize h = 0; h < c->h; h++)
    {
      assert_near (mean[h], wanted[h], 1e-6);
      assert_near (mean[h] - 1.959963984540054 * sd[h], low[h], 1e-6);
      assert_near (mean[h] + 1.2815515655446004 * sd[h], high[h], 1e-6);
    }
}

static void
check_own_fit (const Case *c,
               JsonObject *model)
{
  const HwArimaSeries series = series_of (c);
  JsonObject *forecast = json_object_get_object_member (model, "forecast");
  g_autofree double *wanted = numbers (forecast, "mean", NULL);
  g_autofree double *mean = g_new (double, c->h);
  g_autofree double *sd = g_new (double, c->h);
  g_auto (HwArimaExact) fit = { 0 };
  const double loglik = json_object_get_double_member (model, "loglik");

  g_assert_true (hw_arima_exact_fit (&series, &c->order, &fit));
  g_test_message ("own %.8f R %.8f", fit.loglik, loglik);
  g_assert_cmpfloat (fit.loglik, >=, loglik - 1e-5);

  if (fit.loglik > loglik + 1e-3) /* another, better optimum: its means are its own */
    return;

  hw_arima_exact_ahead (&fit, c->x + c->n, c->h, mean, sd);
  for (gsize h = 0; h < c->h; h++)
    assert_near (mean[h], wanted[h], 1e-3);
}

typedef void (*Check) (const Case *c, JsonObject *model);

static void
over_reference (Check check)
{
  static const char *const models[] = {
    "auto_arima", "arima_011_011_log_ML", "arima_011_011_CSSML", "arima_111", "arima_200c",
  };
  g_autoptr (JsonParser) parser = open_reference ();
  g_autoptr (GList) names = NULL;
  int seen = 0;

  if (parser == NULL)
    return;

  names = json_object_get_members (json_node_get_object (json_parser_get_root (parser)));
  for (GList *l = names; l != NULL; l = l->next)
    for (gsize k = 0; k < G_N_ELEMENTS (models); k++)
      {
        JsonObject *series = series_named (parser, l->data);
        JsonNode *node = json_object_get_member (series, models[k]);
        g_auto (Case) c = { 0 };

        if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)
            || json_object_has_member (json_node_get_object (node), "error"))
          continue;

        g_test_message ("%s %s", (const char *) l->data, models[k]);
        read_case (series, json_node_get_object (node), k == 1, &c);
        check (&c, json_node_get_object (node));
        seen++;
      }

  g_assert_cmpint (seen, >, 50);
}

static void
test_reference_at_parameters (void)
{
  over_reference (check_at_parameters);
}

static void
test_reference_own_fits (void)
{
  over_reference (check_own_fit);
}

static void
test_reference_regression (void)
{
  g_autoptr (JsonParser) parser = open_reference ();
  const HwArimaOrder order = { .p = 1, .D = 1, .Q = 1, .season = 12 };
  g_autofree double *y = NULL;
  g_autofree double *wanted = NULL;
  double x[84], mean[12], sd[12];
  g_auto (HwArimaExact) fit = { 0 };
  HwArimaSeries series = { .x = x, .columns = 1 };

  if (parser == NULL)
    return;

  y = numbers (series_named (parser, "USAccDeaths"), "y", &series.n);
  series.y = y;
  for (gsize t = 0; t < 84; t++)
    x[t] = sin ((double) (t + 1));

  wanted = numbers (series_named (parser, "arimax"), "mean", NULL);
  g_assert_true (hw_arima_exact_fit (&series, &order, &fit));
  g_assert_cmpfloat (fit.loglik, >=, json_object_get_double_member (series_named (parser, "arimax"), "loglik") - 1e-6);
  assert_near (fit.beta[0], -30.800539773146646, 1e-3);
  hw_arima_exact_ahead (&fit, x + 72, 12, mean, sd);
  for (gsize h = 0; h < 12; h++)
    assert_near (mean[h], wanted[h], 1e-3);
}

static void
fill_walk (double *y,
           gsize   n)
{
  double level = 50.0;

  for (gsize t = 0; t < n; t++)
    {
      level += sin ((double) (t * t % 101));
      y[t] = level + 5.0 * (double) (t % 4);
    }
}

static void
test_quick_filter_agrees (void)
{
  const HwArimaOrder order = { .p = 2, .q = 1, .P = 1, .Q = 1, .season = 4 };
  const HwArimaCoef coef = { { 0.5, -0.3, 0.4, 0.3, -0.6 } };
  double y[80], error[80];
  HwArimaSeries series = { .y = y, .n = 80 };
  g_auto (HwArimaExact) fit = { 0 };
  HwArmaFilter filter;
  HwArma arma;
  double state[HW_ARIMA_TERMS_MAX + 1] = { 0 };

  fill_walk (y, 80);
  hw_arima_expand (&order, &coef, &arma);
  g_assert_true (hw_arima_exact_at (&series, &order, &coef, NULL, &fit));
  g_assert_true (hw_arma_filter_start (&filter, &arma));

  for (gsize t = 0; t < 80; t++)
    {
      error[t] = y[t];
      hw_arma_filter_see (&filter, state, 1, &error[t]);
      g_assert_cmpfloat (fabs (error[t] - fit.residuals[t]), <, 1e-9 * 100.0);
    }
}

/* A gap is a step without a look: what is far from it stays nearly as it was. */
static void
test_gap (void)
{
  const HwArimaOrder order = { .d = 1, .q = 1, .season = 1 };
  double y[60], mean[4], sd[4], mean_gap[4], sd_gap[4];
  HwArimaSeries series = { .y = y, .n = 60 };
  g_auto (HwArimaExact) whole = { 0 };
  g_auto (HwArimaExact) gap = { 0 };

  fill_walk (y, 60);
  g_assert_true (hw_arima_exact_fit (&series, &order, &whole));
  y[20] = NAN;
  y[59] = NAN;
  g_assert_true (hw_arima_exact_at (&series, &order, &whole.coef, NULL, &gap));
  g_assert_cmpuint (gap.used, ==, whole.used - 2);
  g_assert_true (isnan (gap.residuals[20]));

  hw_arima_exact_ahead (&whole, NULL, 4, mean, sd);
  hw_arima_exact_ahead (&gap, NULL, 4, mean_gap, sd_gap);
  g_assert_cmpfloat (sd_gap[0] / sqrt (gap.variance), >, sd[0] / sqrt (whole.variance));
  g_assert_true (isfinite (mean_gap[3]));
}

/* With errors before the start held at 0, worked by hand: w = 2, -1, 3 and
 * theta 0.5 give e = 2, -2, 4. */
static void
test_conditional_squares (void)
{
  const HwArimaOrder order = { .d = 1, .q = 1, .season = 1 };
  const HwArimaCoef coef = { { 0.5 } };
  const double y[] = { 10.0, 12.0, 11.0, 14.0 };
  const HwArimaSeries series = { .y = y, .n = 4 };

  assert_near (hw_arima_css (&series, &order, &coef, NULL), (4.0 + 4.0 + 16.0) / 3.0, 1e-12);
}

static void
test_unit_root_is_refused (void)
{
  const HwArimaOrder order = { .p = 1, .season = 1 };
  const HwArimaCoef coef = { { 1.0 } };
  const double y[] = { 1.0, 2.0, 3.0 };
  const HwArimaSeries series = { .y = y, .n = 3 };
  g_auto (HwArimaExact) fit = { 0 };

  g_assert_false (hw_arima_exact_at (&series, &order, &coef, NULL, &fit));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arima-exact/reference/at-parameters", test_reference_at_parameters);
  g_test_add_func ("/arima-exact/reference/own-fits", test_reference_own_fits);
  g_test_add_func ("/arima-exact/reference/regression", test_reference_regression);
  g_test_add_func ("/arima-exact/quick-filter-agrees", test_quick_filter_agrees);
  g_test_add_func ("/arima-exact/gap", test_gap);
  g_test_add_func ("/arima-exact/conditional-squares", test_conditional_squares);
  g_test_add_func ("/arima-exact/unit-root-is-refused", test_unit_root_is_refused);

  return g_test_run ();
}
