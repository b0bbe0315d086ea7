/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All monitors of a business together on made-up errors, week by week as the program looks
 * at them: each quarter with the quarter before it. */
#include "engine/watch/hw-monitors.h"

#include "core/hw-rng.h"

#include <math.h>

#define PAST 52
#define QUARTERS 8
#define QUARTER 13
#define N (PAST + QUARTERS * QUARTER)
#define INSIDE_80 1.2815515655

typedef struct
{
  double error[N], simple[N], promise[N];
} Business;

/* Errors of variance 1 with lag correlation; the simple rule's are like them, and a tenth larger. */
static void
business_make (Business *self,
               HwRng    *rng,
               double    carry)
{
  const double fresh = sqrt (1.0 - carry * carry);

  for (gsize t = 0; t < N; t++)
    {
      const double own = hw_rng_normal (rng), other = 0.6 * own + 0.8 * hw_rng_normal (rng);

      self->error[t] = t == 0 ? own : carry * self->error[t - 1] + fresh * own;
      self->simple[t] = 1.1 * (t == 0 ? other : carry * self->simple[t - 1] / 1.1 + fresh * other);
      self->promise[t] = fabs (self->error[t]) < INSIDE_80;
    }
}

/* Weeks of one business in which any of its monitors raises an alarm that was not there the
 * week before. */
static guint
count_alarm_weeks (const Business *self)
{
  gboolean alarm[N] = { FALSE }, simple_before = FALSE, band_before = FALSE;
  guint n = 0;

  for (gsize q = PAST; q < N; q += QUARTER)
    {
      const gsize from = MAX (q - QUARTER, PAST);
      const HwMonitorsInput input = { self->error, self->simple, self->promise, q + QUARTER, from, 3 };
      g_auto (HwMonitors) m = { 0 };

      hw_monitors_run (&input, &m);
      g_assert_true (m.known);
      if (m.bias_alarm && from + (gsize) m.bias.alarm >= q)
        alarm[from + (gsize) m.bias.alarm] = TRUE;
      if (m.drift_alarm && from + (gsize) m.drift.alarm >= q)
        alarm[from + (gsize) m.drift.alarm] = TRUE;
    }

  for (gsize t = PAST; t < N; t++)
    {
      const gsize close = t + 1 - HW_MONITORS_CLOSE;
      guint8 inside[HW_MONITORS_BAND];
      HwSimpleWatch simple;
      HwBandWatch band;

      for (gsize i = 0; i < HW_MONITORS_BAND; i++)
        inside[i] = self->promise[t - i] > 0.0;
      g_assert_true (hw_close_watch_simple (self->error + close, self->simple + close, HW_MONITORS_CLOSE, &simple));
      g_assert_true (hw_close_watch_band (inside, HW_MONITORS_BAND, 0.8, &band));
      alarm[t] |= simple.chance <= HW_MONITORS_CHANCE && !simple_before;
      alarm[t] |= band.chance <= HW_MONITORS_CHANCE && !band_before;
      simple_before = simple.chance <= HW_MONITORS_CHANCE;
      band_before = band.chance <= HW_MONITORS_CHANCE;
      n += alarm[t];
    }

  return n;
}

static void
test_budget (void)
{
  for (int i = 0; i < 2; i++)
    {
      const guint shops = 30, weeks = shops * QUARTERS * QUARTER;
      guint alarms = 0;
      HwRng rng;

      hw_rng_init (&rng, 12);
      for (guint k = 0; k < shops; k++)
        {
          Business business;

          business_make (&business, &rng, 0.3 * i);
          alarms += count_alarm_weeks (&business);
        }

      g_test_message ("lag correlation %.1f: alarms in %.2f of 100 stable weeks", 0.3 * i, 100.0 * alarms / weeks);
      g_assert_cmpuint (100 * alarms, <=, weeks);
      g_assert_cmpuint (alarms, >, 0);
    }
}

/* A lasting step of two standard deviations in the standard, white errors is found within
 * eight weeks in 90 of 100. */
static void
test_step (void)
{
  const guint shops = 60;
  guint found = 0;
  HwRng rng;

  hw_rng_init (&rng, 13);
  for (guint k = 0; k < shops; k++)
    {
      const double carry = 0.15 * (k % 3), step = 2.0 * sqrt (1.0 - carry * carry) / (1.0 - carry);
      const double way = k % 2 == 0 ? step : -step;
      HwMonitorsInput input;
      g_auto (HwMonitors) m = { 0 };
      Business business;

      business_make (&business, &rng, carry);
      for (gsize t = PAST; t < N; t++)
        {
          business.error[t] += way;
          business.promise[t] = fabs (business.error[t]) < INSIDE_80;
        }

      input = (HwMonitorsInput) { business.error, business.simple, business.promise, PAST + 8, PAST, 3 };
      hw_monitors_run (&input, &m);
      found += m.drift_alarm || m.bias_alarm;
      if (m.drift_alarm)
        g_assert_cmpfloat (m.drift.moved * way, >, 0.0);
    }

  g_test_message ("found within eight weeks: %u of %u", found, shops);
  g_assert_cmpuint (10 * found, >=, 9 * shops);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitors/budget", test_budget);
  g_test_add_func ("/monitors/step", test_step);
  return g_test_run ();
}
