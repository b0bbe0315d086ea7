/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/forecast/hw-catalogue.h"

#include <math.h>

#define DAYS 120
#define AHEAD 6

static const double week[] = { 0.8, 0.7, 0.9, 1.0, 1.2, 1.6, 0.8 };

/* A small shop: products of several kinds, some sold now and then. */
typedef struct
{
  gsize            n;
  double          *y;      /* (owned) n * days */
  HwForecastInput *inputs; /* (owned) */
} Shop;

static void
shop_clear (Shop *shop)
{
  g_free (shop->y);
  g_free (shop->inputs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shop, shop_clear)

static Shop
make_shop (gsize   n,
           gsize   length,
           int     groups,
           guint64 seed)
{
  Shop shop = { n, g_new (double, n * length), g_new0 (HwForecastInput, n) };
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize i = 0; i < n; i++)
    {
      const double level = 2.0 + 100.0 * hw_rng_unit (&rng), growth = 0.2 * hw_rng_normal (&rng);
      double *y = shop.y + i * length;

      for (gsize t = 0; t < length; t++)
        {
          const double mean = MAX (level + growth * (double) t, 1.0) * week[t % 7];

          y[t] = i % 3 == 0 ? hw_rng_poisson (&rng, mean / 20.0) : mean * (1.0 + 0.15 * hw_rng_normal (&rng));
        }
      y[length - 1] += 1.0; /* something sold */
      shop.inputs[i] = (HwForecastInput) {
        .y = y, .n = length, .season = 7, .non_negative = TRUE, .group = (int) i % groups,
      };
    }

  return shop;
}

static HwForecastAnswer *
forecast (const HwForecastInput *inputs,
          gsize                  n,
          guint                  threads)
{
  HwForecastAnswer *answers = g_new (HwForecastAnswer, n);
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_catalogue_forecast (inputs, n, AHEAD, threads, NULL, answers, &error));
  g_assert_no_error (error);
  return answers;
}

static void
give_back (HwForecastAnswer *answers,
           gsize             n)
{
  hw_catalogue_answers_clear (answers, n);
  g_free (answers);
}

static void
assert_same_bits (const HwForecastResult *a,
                  const HwForecastResult *b)
{
  const gsize size = AHEAD * sizeof (double);

  g_assert_cmpint (a->model, ==, b->model);
  g_assert_cmpuint (a->n_parts, ==, b->n_parts);
  for (gsize i = 0; i < a->n_parts; i++)
    {
      g_assert_cmpstr (a->parts[i].id, ==, b->parts[i].id);
      g_assert_cmpfloat (a->parts[i].share, ==, b->parts[i].share);
    }
  g_assert_cmpmem (a->mean, size, b->mean, size);
  g_assert_cmpmem (a->median, size, b->median, size);
  g_assert_cmpmem (a->quantiles, size * HW_LEVELS, b->quantiles, size * HW_LEVELS);
  g_assert_cmpmem (a->sum_mean, size, b->sum_mean, size);
  g_assert_cmpmem (a->sum_sd, size, b->sum_sd, size);
  g_assert_cmpfloat (a->error, ==, b->error);
  g_assert_cmpfloat (a->simple_error, ==, b->simple_error);
  g_assert_cmpfloat (a->inside80, ==, b->inside80);
}

/* Property: one thread and many give the same bits. */
static void
test_threads_change_nothing (void)
{
  g_auto (Shop) shop = make_shop (30, DAYS, 2, 1);
  HwForecastAnswer *one = forecast (shop.inputs, shop.n, 1);

  for (guint threads = 2; threads <= 4; threads += 2)
    {
      HwForecastAnswer *more = forecast (shop.inputs, shop.n, threads);

      for (gsize i = 0; i < shop.n; i++)
        assert_same_bits (&one[i].result, &more[i].result);
      give_back (more, shop.n);
    }

  give_back (one, shop.n);
}

/* Property: the order of the products changes nothing but the rounding of sums. */
static void
test_order_changes_nothing (void)
{
  g_auto (Shop) shop = make_shop (20, DAYS, 1, 2);
  g_autofree HwForecastInput *turned = g_new (HwForecastInput, shop.n);
  HwForecastAnswer *a, *b;

  for (gsize i = 0; i < shop.n; i++)
    turned[i] = shop.inputs[shop.n - 1 - i];

  a = forecast (shop.inputs, shop.n, 1);
  b = forecast (turned, shop.n, 1);
  for (gsize i = 0; i < shop.n; i++)
    {
      const HwForecastResult *x = &a[i].result, *y = &b[shop.n - 1 - i].result;

      for (gsize h = 0; h < AHEAD; h++)
        {
          g_assert_cmpfloat_with_epsilon (x->mean[h], y->mean[h], 1e-6 * (1.0 + x->mean[h]));
          g_assert_cmpfloat_with_epsilon (x->hi95[h], y->hi95[h], 1e-6 * (1.0 + x->hi95[h]));
          g_assert_cmpfloat_with_epsilon (x->sum_sd[h], y->sum_sd[h], 1e-6 * (1.0 + x->sum_sd[h]));
        }
    }
  give_back (a, shop.n);
  give_back (b, shop.n);
}

/* Property: what belongs to another group is not learned from. */
static void
test_groups_are_apart (void)
{
  g_auto (Shop) shop = make_shop (12, DAYS, 2, 3);
  g_auto (Shop) other = make_shop (12, DAYS, 2, 4);
  HwForecastAnswer *a = forecast (shop.inputs, shop.n, 2), *b;

  for (gsize i = 1; i < shop.n; i += 2)
    shop.inputs[i].y = other.inputs[i].y;

  b = forecast (shop.inputs, shop.n, 2);
  for (gsize i = 0; i < shop.n; i += 2)
    assert_same_bits (&a[i].result, &b[i].result);
  give_back (a, shop.n);
  give_back (b, shop.n);
}

static void
test_one_is_the_door_for_one (void)
{
  g_auto (Shop) shop = make_shop (4, DAYS, 4, 5);
  HwForecastAnswer *all = forecast (shop.inputs, shop.n, 2);

  for (gsize i = 0; i < shop.n; i++)
    {
      g_auto (HwForecastResult) alone = { 0 };

      g_assert_true (hw_forecast_run (&shop.inputs[i], AHEAD, &alone, NULL));
      assert_same_bits (&alone, &all[i].result);
    }
  give_back (all, shop.n);
}

/* A series that cannot be forecast says why and spoils nothing for the others. */
static void
test_each_says_why (void)
{
  g_auto (Shop) shop = make_shop (6, DAYS, 1, 6);
  const double nothing[] = { 0, 0, 0, 0 }, broken[] = { 1, 2, INFINITY, 3 };
  HwForecastAnswer *a, *b;

  a = forecast (shop.inputs + 3, 3, 1);
  shop.inputs[0].n = 2;
  shop.inputs[1].y = nothing;
  shop.inputs[1].n = 4;
  shop.inputs[2].y = broken;
  shop.inputs[2].n = 4;
  b = forecast (shop.inputs, shop.n, 1);

  g_assert_error (b[0].error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_assert_error (b[1].error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND);
  g_assert_error (b[2].error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  for (gsize i = 0; i < 3; i++)
    {
      g_assert_no_error (b[3 + i].error);
      g_assert_null (b[i].result.mean);
      assert_same_bits (&a[i].result, &b[3 + i].result);
    }
  give_back (a, 3);
  give_back (b, shop.n);
}

typedef struct
{
  double last, stop_at;
} Listener;

static gboolean
listen (double   done,
        gpointer data)
{
  Listener *listener = data;

  g_assert_cmpfloat (done, >=, listener->last);
  g_assert_cmpfloat (done, <=, 1.0 + 1e-12);
  listener->last = done;
  return done < listener->stop_at;
}

/* Progress rises to the end; stopped anywhere, there is no answer and nothing is kept. */
static void
test_progress_and_stop (void)
{
  static const double stops[] = { 0.0, 0.3, 0.7, 0.9, 0.95 };
  g_auto (Shop) shop = make_shop (25, 40, 2, 7);
  HwForecastAnswer answers[25];
  Listener listener = { 0.0, 2.0 };
  const HwTick tick = { listen, &listener };

  g_assert_true (hw_catalogue_forecast (shop.inputs, shop.n, AHEAD, 1, &tick, answers, NULL));
  g_assert_cmpfloat_with_epsilon (listener.last, 1.0, 1e-9);
  hw_catalogue_answers_clear (answers, shop.n);

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (GError) error = NULL;

      listener = (Listener) { 0.0, stops[i] };
      g_assert_false (hw_catalogue_forecast (shop.inputs, shop.n, AHEAD, i == 0 ? 2 : 1, &tick, answers, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED);
      for (gsize k = 0; k < shop.n; k++)
        {
          g_assert_null (answers[k].result.mean);
          g_assert_null (answers[k].error);
        }
    }
}

/* More series than teach: those that only listen are answered too. */
static void
test_more_than_teach (void)
{
  enum { MANY = 1100, SHORT = 14 };
  g_auto (Shop) shop = make_shop (MANY, SHORT, 1, 8);
  HwForecastAnswer *one = forecast (shop.inputs, shop.n, 1), *two = forecast (shop.inputs, shop.n, 2);

  for (gsize i = 0; i < shop.n; i++)
    {
      g_assert_no_error (one[i].error);
      assert_same_bits (&one[i].result, &two[i].result);
      for (gsize h = 0; h < AHEAD; h++)
        g_assert_true (isfinite (one[i].result.mean[h]) && one[i].result.mean[h] >= 0.0);
    }
  give_back (one, shop.n);
  give_back (two, shop.n);
}

static void
test_no_series (void)
{
  HwForecastAnswer none;

  g_assert_true (hw_catalogue_forecast (NULL, 0, AHEAD, 2, NULL, &none, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/catalogue/threads-change-nothing", test_threads_change_nothing);
  g_test_add_func ("/engine/catalogue/order-changes-nothing", test_order_changes_nothing);
  g_test_add_func ("/engine/catalogue/groups-are-apart", test_groups_are_apart);
  g_test_add_func ("/engine/catalogue/one-is-the-door-for-one", test_one_is_the_door_for_one);
  g_test_add_func ("/engine/catalogue/each-says-why", test_each_says_why);
  g_test_add_func ("/engine/catalogue/progress-and-stop", test_progress_and_stop);
  g_test_add_func ("/engine/catalogue/more-than-teach", test_more_than_teach);
  g_test_add_func ("/engine/catalogue/no-series", test_no_series);

  return g_test_run ();
}
