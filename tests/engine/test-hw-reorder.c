/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/stock/hw-reorder.h"

#include <math.h>

#define N_DAYS 40

/* Independent days: @mean and @sd each. */
static void
fill_days (double *sum_mean,
           double *sum_sd,
           double  mean,
           double  sd)
{
  for (int h = 0; h < N_DAYS; h++)
    {
      sum_mean[h] = mean * (h + 1);
      sum_sd[h] = sd * sqrt (h + 1.0);
    }
}

/* Worked by hand: 20 a day, sd 5, waiting time 7, looked at weekly: 14 days, mean
 * 280, sd 5 sqrt (14) = 18.708; 95 %: 280 + 1.64485 * 18.708 = 310.773, whole 311.
 * 150 here, 40 on the way: 121 are missing, 11 packs of 12 are 132. 150 last through
 * day 7 (140), not day 8 (160). */
static void
test_worked_by_hand (void)
{
  double sum_mean[N_DAYS], sum_sd[N_DAYS];
  HwReorderInput in = {
    .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS, .lead_days = 7, .review_days = 7,
    .service = 0.95, .on_hand = 150.0, .on_order = 40.0, .pack = 12.0, .whole_units = TRUE,
  };
  HwReorder r;

  fill_days (sum_mean, sum_sd, 20.0, 5.0);
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat_with_epsilon (r.expected, 280.0, 1e-9);
  g_assert_cmpfloat (r.order_up_to, ==, 311.0);
  g_assert_cmpfloat (r.reorder_point, ==, 311.0);
  g_assert_cmpfloat (r.safety_stock, ==, 31.0);
  g_assert_cmpfloat (r.order_now, ==, 132.0);
  g_assert_cmpint (r.days_left, ==, 7);
  g_assert_cmpfloat_with_epsilon (r.short_units, 90.0, 0.01); /* 280 less 190: it is not enough for sure */

  in.min_order = 200.0;
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_now, ==, 204.0); /* 17 packs */

  in.on_hand = 300.0;
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_now, ==, 0.0);
}

/* A waiting time that may be two days more or less: sqrt (18.708^2 + (20 * 2)^2) =
 * 44.159; 95 %: 280 + 72.635. */
static void
test_uncertain_waiting_time (void)
{
  double sum_mean[N_DAYS], sum_sd[N_DAYS];
  const HwReorderInput in = {
    .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS, .lead_days = 7, .lead_sd = 2.0,
    .review_days = 7, .service = 0.95,
  };
  HwReorder r;

  fill_days (sum_mean, sum_sd, 20.0, 5.0);
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat_with_epsilon (r.order_up_to, 352.635, 0.001);
  g_assert_cmpfloat_with_epsilon (r.safety_stock, 72.635, 0.001);
  g_assert_cmpfloat_with_epsilon (r.order_now, 352.635, 0.001);
}

/* Bread keeps two days: of 10 a day, delivered tomorrow, no more than 20 sell in
 * time, less what is then still there. An empty shelf gets one pack whatever. */
static void
test_goods_that_spoil (void)
{
  double sum_mean[N_DAYS], sum_sd[N_DAYS];
  HwReorderInput in = {
    .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS, .lead_days = 1, .review_days = 7,
    .service = 0.95, .shelf_days = 2, .whole_units = TRUE,
  };
  HwReorder r;

  fill_days (sum_mean, sum_sd, 10.0, 3.0);
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_now, ==, 20.0);
  g_assert_cmpfloat (r.order_up_to, ==, 30.0);
  g_assert_cmpfloat (r.safety_stock, ==, 0.0);

  in.on_hand = 15.0; /* 5 are left when the order comes: 15 more sell in time */
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_now, ==, 15.0);

  in.pack = 8.0; /* the second pack is begun, so it is ordered whole */
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_now, ==, 16.0);

  in.pack = 50.0;
  in.on_hand = 0.0;
  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_now, ==, 50.0);
}

static void
test_nothing_asked_for (void)
{
  const double zero[N_DAYS] = { 0 };
  const HwReorderInput in = {
    .sum_mean = zero, .sum_sd = zero, .n_days = N_DAYS, .lead_days = 3, .review_days = 1, .service = 0.95,
    .on_hand = -2.0, .pack = 6.0, .whole_units = TRUE,
  };
  HwReorder r;

  g_assert_true (hw_reorder_compute (&in, &r, NULL));
  g_assert_cmpfloat (r.order_up_to, ==, 0.0);
  g_assert_cmpfloat (r.order_now, ==, 0.0);
  g_assert_cmpfloat (r.short_units, ==, 0.0);
  g_assert_cmpint (r.days_left, ==, -1);
}

/* Property: a shop that follows the marks keeps the promise: of the times between
 * two deliveries, at least the promised share passes without an empty shelf. */
static double
shop_service (double  mean,
              int     lead_days,
              int     review_days,
              double  service,
              guint64 seed)
{
  enum { DAYS = 60000 };
  double sum_mean[N_DAYS], sum_sd[N_DAYS], on_hand = 30.0 * mean, arriving[64] = { 0 };
  int cycles = 0, kept = 0;
  gboolean empty = FALSE;
  HwRng rng;

  fill_days (sum_mean, sum_sd, mean, sqrt (mean));
  hw_rng_init (&rng, seed);

  for (int day = 0; day < DAYS; day++)
    {
      guint32 demand;

      if (arriving[day % 64] > 0.0)
        {
          cycles++;
          kept += !empty;
          empty = FALSE;
        }
      on_hand += arriving[day % 64];
      arriving[day % 64] = 0.0;

      if (day % review_days == 0)
        {
          HwReorderInput in = {
            .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS, .lead_days = lead_days,
            .review_days = review_days, .service = service, .on_hand = on_hand, .whole_units = TRUE,
          };
          HwReorder r;

          for (int i = 0; i < 64; i++)
            in.on_order += arriving[i];
          g_assert_true (hw_reorder_compute (&in, &r, NULL));
          if (lead_days == 0)
            on_hand += r.order_now;
          else
            arriving[(day + lead_days) % 64] += r.order_now;
          if (lead_days == 0 && r.order_now > 0.0)
            {
              cycles++;
              kept += !empty;
              empty = FALSE;
            }
        }

      demand = hw_rng_poisson (&rng, mean);
      empty = empty || demand > on_hand;
      on_hand = fmax (on_hand - demand, 0.0);
    }

  return (double) kept / cycles;
}

static void
test_keeps_the_promise (void)
{
  static const struct { double mean; int lead, review; double service; } shops[] = {
    { 0.3, 5, 7, 0.90 }, { 2.0, 3, 7, 0.95 }, { 2.0, 0, 5, 0.90 }, { 40.0, 2, 7, 0.95 }, { 40.0, 10, 14, 0.98 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shops); i++)
    {
      const double kept = shop_service (shops[i].mean, shops[i].lead, shops[i].review, shops[i].service, i);

      g_test_message ("%g a day: promised %.2f, kept %.4f", shops[i].mean, shops[i].service, kept);
      g_assert_cmpfloat (kept, >, shops[i].service - 0.01);
      g_assert_cmpfloat (kept, <, shops[i].service + 0.8 * (1.0 - shops[i].service));
    }
}

/* Property: whatever is asked, the answer is sound or named. */
static void
test_any_question (void)
{
  HwRng rng;
  int answers = 0;

  hw_rng_init (&rng, 44);
  for (int i = 0; i < 4000; i++)
    {
      double sum_mean[N_DAYS], sum_sd[N_DAYS], total = 0.0;
      HwReorderInput in = {
        .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS,
        .lead_days = (int) hw_rng_below (&rng, 45), .lead_sd = hw_rng_below (&rng, 2) * hw_rng_unit (&rng) * 5.0,
        .review_days = (int) hw_rng_below (&rng, 16), .service = 0.45 + 0.6 * hw_rng_unit (&rng),
        .on_hand = 100.0 * hw_rng_normal (&rng), .on_order = hw_rng_below (&rng, 2) * 20.0,
        .pack = hw_rng_below (&rng, 3) * 2.5, .min_order = hw_rng_below (&rng, 3) * 7.0,
        .shelf_days = (int) hw_rng_below (&rng, 4), .whole_units = i % 2 == 0,
      };
      const double scale = exp (10.0 * hw_rng_unit (&rng) - 4.0);
      g_autoptr (GError) error = NULL;
      HwReorder r;

      for (int h = 0; h < N_DAYS; h++)
        {
          total += hw_rng_below (&rng, 3) == 0 ? 0.0 : scale * hw_rng_gamma (&rng, 0.5);
          sum_mean[h] = total;
          sum_sd[h] = scale * sqrt (h + 1.0);
        }

      if (!hw_reorder_compute (&in, &r, &error))
        {
          g_assert_true (error->domain == HW_ENGINE_ERROR);
          continue;
        }

      answers++;
      g_assert_true (isfinite (r.order_up_to) && isfinite (r.short_units) && isfinite (r.order_now));
      g_assert_cmpfloat (r.safety_stock, >=, 0.0);
      g_assert_cmpfloat (r.order_up_to, >=, 0.0);
      g_assert_cmpfloat (r.order_up_to, >=, r.reorder_point);
      g_assert_cmpfloat (r.order_now, >=, 0.0);
      g_assert_cmpfloat (r.short_units, >=, 0.0);
      g_assert_cmpint (r.days_left, >=, -1);
      if (r.order_now > 0.0)
        {
          g_assert_cmpfloat (r.order_now, >=, in.min_order - 1e-9);
          if (in.pack > 0.0)
            g_assert_cmpfloat_with_epsilon (r.order_now, in.pack * round (r.order_now / in.pack), 1e-6 * r.order_now);
          else if (in.whole_units)
            g_assert_cmpfloat (r.order_now, ==, round (r.order_now));
        }
      if (fmax (in.on_hand, 0.0) + in.on_order > r.reorder_point)
        g_assert_cmpfloat (r.order_now, ==, 0.0);
    }

  g_assert_cmpint (answers, >, 500);
}

/* Property: a higher promise, a longer or less certain waiting time never mean
 * less stock. */
static void
test_more_is_never_less (void)
{
  double sum_mean[N_DAYS], sum_sd[N_DAYS];
  HwReorderInput in = {
    .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS, .lead_days = 4, .review_days = 3, .service = 0.9,
    .whole_units = TRUE,
  };
  HwReorder base, more;

  for (double mean = 0.05; mean < 500.0; mean *= 2.0)
    {
      HwReorderInput other = in;

      fill_days (sum_mean, sum_sd, mean, 1.3 * sqrt (mean));
      g_assert_true (hw_reorder_compute (&in, &base, NULL));

      other.service = 0.97;
      g_assert_true (hw_reorder_compute (&other, &more, NULL));
      g_assert_cmpfloat (more.order_up_to, >=, base.order_up_to);
      other = in;
      other.lead_days = 6;
      g_assert_true (hw_reorder_compute (&other, &more, NULL));
      g_assert_cmpfloat (more.order_up_to, >=, base.order_up_to);
      other = in;
      other.lead_sd = 3.0;
      g_assert_true (hw_reorder_compute (&other, &more, NULL));
      g_assert_cmpfloat (more.order_up_to, >=, base.order_up_to);
    }
}

static void
test_refuses (void)
{
  double sum_mean[N_DAYS], sum_sd[N_DAYS], falls[N_DAYS];
  const HwReorderInput good = {
    .sum_mean = sum_mean, .sum_sd = sum_sd, .n_days = N_DAYS, .lead_days = 4, .review_days = 3, .service = 0.9,
  };
  HwReorderInput bad[12];
  HwReorder r = { .expected = -99.0 };

  fill_days (sum_mean, sum_sd, 3.0, 1.0);
  fill_days (falls, sum_sd, 3.0, 1.0);
  falls[20] = 1.0;
  g_assert_true (hw_reorder_compute (&good, &r, NULL));
  r.expected = -99.0;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    bad[i] = good;

  bad[0].lead_days = -1;
  bad[1].review_days = 0;
  bad[2].service = 0.4;
  bad[3].service = 1.0;
  bad[4].service = NAN;
  bad[5].on_hand = NAN;
  bad[6].on_order = -1.0;
  bad[7].pack = INFINITY;
  bad[8].min_order = -1.0;
  bad[9].lead_sd = -0.5;
  bad[10].sum_mean = falls;
  bad[11].lead_days = 37;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const int expect = i == 11 ? (int) HW_ENGINE_ERROR_TOO_SHORT : (int) HW_ENGINE_ERROR_BAD_VALUE;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (hw_reorder_compute (&bad[i], &r, &error));
      g_assert_error (error, HW_ENGINE_ERROR, expect);
      g_assert_cmpfloat (r.expected, ==, -99.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/reorder/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/reorder/uncertain-waiting-time", test_uncertain_waiting_time);
  g_test_add_func ("/engine/reorder/goods-that-spoil", test_goods_that_spoil);
  g_test_add_func ("/engine/reorder/nothing-asked-for", test_nothing_asked_for);
  g_test_add_func ("/engine/reorder/keeps-the-promise", test_keeps_the_promise);
  g_test_add_func ("/engine/reorder/any-question", test_any_question);
  g_test_add_func ("/engine/reorder/more-is-never-less", test_more_is_never_less);
  g_test_add_func ("/engine/reorder/refuses", test_refuses);

  return g_test_run ();
}
