/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-parts-job.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-gap.h"
#include "engine/forecast/hw-stl.h"
#include "jobs/demand/hw-demand-lift.h"
#include "jobs/hw-session-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define YEAR_WEEKS 52
#define YEAR_SMOOTH 10       /* days around one that shape its time of year */
#define WEEKDAY_LOOK 8       /* weeks whose weekdays are told */
#define ROUNDS 2             /* of giving less weight to what lies far off */
#define LEAST_UNITS 1e-9

/* A series while it is taken apart. All owned, length n. */
typedef struct
{
  const HwDemand       *demand, *day;
  const HwDemandSeries *series;
  gsize                 n;
  gsize                 year;     /* periods in a year */
  double               *seen;     /* NAN: closed */
  double               *factor;   /* what events did */
  double               *plain;    /* without them, complete */
  double               *level, *week, *of_year;
} Apart;

static void
apart_clear (Apart *a)
{
  g_free (a->seen);
  g_free (a->factor);
  g_free (a->plain);
  g_free (a->level);
  g_free (a->week);
  g_free (a->of_year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Apart, apart_clear)

static gboolean
has_year (const Apart *a)
{
  return a->n >= 2 * a->year;
}

static void
take_past (Apart *a)
{
  g_autofree double *known = g_new (double, a->n + 1);

  a->seen = g_new (double, a->n + 1);
  a->factor = g_new (double, a->n + 1);
  a->plain = g_new (double, a->n + 1);
  a->level = g_new0 (double, a->n + 1);
  a->week = g_new0 (double, a->n + 1);
  a->of_year = g_new0 (double, a->n + 1);
  for (gsize t = 0; t < a->n; t++)
    {
      const HwDemandPoint *point = &g_array_index (a->series->past, HwDemandPoint, t);

      a->seen[t] = point->state == HW_PAST_CLOSED ? NAN : MAX (point->units, 0.0) + point->lost;
      a->factor[t] = MAX (hw_demand_lift_past (a->day->lift, a->demand->by, a->series, t), 1e-3);
      known[t] = a->seen[t] / a->factor[t];
    }

  hw_gap_fill (known, a->n, a->demand->season, a->plain);
}

/* Mean of the periods around, as many on both sides as there are. */
static double
around (const double *y,
        gsize         n,
        gsize         t,
        gsize         reach)
{
  const gsize half = MIN (reach, MIN (t, n - 1 - t));
  double sum = 0.0;

  for (gsize i = t - half; i <= t + half; i++)
    sum += y[i];

  return sum / (double) (2 * half + 1);
}

/* The season that the series has by itself: weekdays of days, the year of months and
 * weeks. Without one, the level is a running mean. */
static void
take_season (const Apart *a,
             double      *season)
{
  const HwStlParams params = { .period = a->demand->season, .rounds = ROUNDS };
  g_autofree double *weights = g_new (double, a->n + 1);

  if (a->demand->season > 1 && hw_stl_suits (a->demand->season, a->n) && (a->demand->by == HW_BY_DAY || has_year (a)))
    {
      hw_stl_fit (&params, a->plain, a->n, season, a->level, weights);
      return;
    }

  for (gsize t = 0; t < a->n; t++)
    {
      season[t] = 0.0;
      a->level[t] = around (a->plain, a->n, t, a->demand->by == HW_BY_MONTH ? 3 : 7);
    }
}

/* Of the level of days, what comes back each year: the mean over the years of how far it
 * lies from a year's running mean. */
static void
take_year (Apart *a)
{
  g_autofree double *slow = g_new (double, a->n + 1);
  g_autofree double *raw = g_new0 (double, a->year + 1);
  g_autofree double *times = g_new0 (double, a->year + 1);
  double mean = 0.0;

  for (gsize t = 0; t < a->n; t++)
    {
      slow[t] = around (a->level, a->n, t, a->year / 2);
      raw[t % a->year] += a->level[t] - slow[t];
      times[t % a->year] += 1.0;
    }

  for (gsize i = 0; i < a->year; i++)
    {
      raw[i] /= MAX (times[i], 1.0);
      mean += raw[i] / (double) a->year;
    }

  for (gsize t = 0; t < a->n; t++)
    {
      double sum = 0.0;

      for (gsize k = 0; k <= 2 * YEAR_SMOOTH; k++)
        sum += raw[(t + a->year + k - YEAR_SMOOTH) % a->year];

      a->of_year[t] = sum / (2.0 * YEAR_SMOOTH + 1.0) - mean;
      a->level[t] -= a->of_year[t];
    }
}

static void
take_apart (Apart *a)
{
  take_past (a);
  take_season (a, a->demand->by == HW_BY_DAY ? a->week : a->of_year);
  if (a->demand->by == HW_BY_DAY && has_year (a) && a->year > 2 * YEAR_SMOOTH + 1)
    take_year (a);
}

static void
add_past (const Apart     *a,
          HwForecastParts *parts)
{
  for (gsize t = 0; t < a->n; t++)
    {
      const double known = a->level[t] + a->week[t] + a->of_year[t];
      HwPartPoint point = {
        .day = g_array_index (a->series->past, HwDemandPoint, t).day, .seen = a->seen[t], .level = a->level[t],
        .week = a->week[t], .year = a->of_year[t], .events = known * (a->factor[t] - 1.0),
      };

      point.rest = point.seen - known - point.events;
      g_array_append_val (parts->points, point);
    }
}

/* The parts go on as they were last; what they leave of the forecast is the level. */
static void
add_ahead (const Apart     *a,
           HwForecastParts *parts)
{
  const HwForecastResult *r = &a->series->result;
  const gsize m = (gsize) a->demand->season;

  for (gsize h = 0; h < a->demand->horizon && a->n > 0; h++)
    {
      const double factor = a->demand->by == HW_BY_DAY ? hw_demand_lift_ahead (a->day->lift, a->series, h) : 1.0;
      const double plain = factor > 0.0 ? r->mean[h] / factor : 0.0;
      HwPartPoint point = { .day = a->demand->ahead_day[h], .ahead = TRUE, .seen = r->mean[h] };

      if (a->demand->by == HW_BY_DAY && a->n >= m)
        point.week = a->week[a->n - m + h % m];
      if (has_year (a))
        point.year = a->of_year[a->n - a->year + h % a->year];

      point.events = r->mean[h] - plain;
      point.level = plain - point.week - point.year;
      g_array_append_val (parts->points, point);
    }
}

static void
describe_week (const Apart     *a,
               HwForecastParts *parts)
{
  double sum[7] = { 0 }, n[7] = { 0 };

  for (int w = 0; w < 7; w++)
    parts->weekday[w] = NAN;

  parts->has_week = a->demand->by == HW_BY_DAY && a->n >= 4 * (gsize) a->demand->season && a->demand->season > 1;
  for (gsize t = parts->has_week && a->n > (gsize) (WEEKDAY_LOOK * a->demand->season)
                 ? a->n - (gsize) (WEEKDAY_LOOK * a->demand->season) : 0; t < a->n && parts->has_week; t++)
    {
      const int w = hw_day_weekday (g_array_index (a->series->past, HwDemandPoint, t).day);

      sum[w] += a->week[t];
      n[w] += 1.0;
    }

  for (int w = 0; w < 7; w++)
    if (n[w] > 0.0)
      parts->weekday[w] = sum[w] / n[w];
}

static void
describe_year (const Apart     *a,
               HwForecastParts *parts)
{
  double sum[12] = { 0 }, n[12] = { 0 };

  parts->has_year = has_year (a);
  parts->trend_year = a->n > a->year ? a->level[a->n - 1] - a->level[a->n - 1 - a->year] : NAN;
  for (gsize t = parts->has_year ? a->n - a->year : a->n; t < a->n; t++)
    {
      int year, month, mday;

      hw_day_to_ymd (g_array_index (a->series->past, HwDemandPoint, t).day, &year, &month, &mday);
      sum[month - 1] += a->of_year[t];
      n[month - 1] += 1.0;
    }

  for (int m = 0; m < 12; m++)
    parts->month[m] = n[m] > 0.0 ? sum[m] / n[m] : 0.0;
}

static void
describe_rest (HwForecastParts *parts)
{
  double rest = 0.0, seen = 0.0;

  for (guint i = 0; i < parts->points->len; i++)
    {
      const HwPartPoint *point = &g_array_index (parts->points, HwPartPoint, i);

      if (point->ahead || isnan (point->seen))
        continue;

      rest += fabs (point->rest);
      seen += point->seen;
    }

  parts->rest_share = seen > 0.0 ? rest / seen : NAN;
}

static gboolean
is_part_of (const HwDemandSeries *product,
            const HwDemandSeries *series)
{
  return series->product_id != 0 ? product->product_id == series->product_id
                                 : series->category == NULL || product->group == series->group;
}

/* What one thing did to one product: days on which it was seen, and units in all. */
static guint
add_effect (const HwDemand       *day,
            const HwDemandSeries *product,
            gsize                 thing,
            double               *units)
{
  const guint n = ((const HwDemandSeries *) g_ptr_array_index (day->series, 0))->past->len;
  const gsize offset = n - product->past->len;
  const double effect = hw_demand_lift_thing_effect (day->lift, product, thing);
  guint days = 0;

  for (gsize t = offset; t < n; t++)
    if (hw_demand_lift_thing_on (day->lift, product, thing, t))
      {
        const HwDemandPoint *point = &g_array_index (product->past, HwDemandPoint, t - offset);

        *units += (MAX (point->units, 0.0) + point->lost) * (1.0 - 1.0 / MAX (effect, 1e-3));
        days++;
      }

  return days;
}

static int
compare_units (gconstpointer a,
               gconstpointer b)
{
  const HwPartEvent *x = *(HwPartEvent *const *) a, *y = *(HwPartEvent *const *) b;
  const double of_x = fabs (x->units), of_y = fabs (y->units);

  return of_x != of_y ? (of_x < of_y) - (of_x > of_y) : g_strcmp0 (x->name, y->name);
}

static void
describe_events (const Apart     *a,
                 HwForecastParts *parts)
{
  for (gsize k = 0; k < hw_demand_lift_n_things (a->day->lift); k++)
    {
      HwPartEvent event = { 0 };

      for (guint i = 1; i < a->day->series->len; i++)
        {
          const HwDemandSeries *product = g_ptr_array_index (a->day->series, i);
          const guint days = is_part_of (product, a->series) ? add_effect (a->day, product, k, &event.units) : 0;

          event.n_days = MAX (event.n_days, days);
        }

      /* The calendar is worth a word only where it matters. */
      if (event.n_days == 0 || (hw_demand_lift_thing_is_public (a->day->lift, k) && fabs (event.units) < LEAST_UNITS))
        continue;

      event.name = g_strdup (hw_demand_lift_thing_name (a->day->lift, k));
      event.units /= event.n_days;
      g_ptr_array_add (parts->events, g_memdup2 (&event, sizeof event));
    }

  g_ptr_array_sort (parts->events, compare_units);
}

static const HwDemandSeries *
find_series (const HwDemand       *demand,
             const HwPartsRequest *wish)
{
  return *wish->category != '\0' ? hw_demand_find_category (demand, wish->category)
                                 : hw_demand_find (demand, wish->product_id);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwPartsRequest *wish = request;
  const HwDemand *day = hw_demand_get (session, HW_BY_DAY, 1, tick, error);
  const HwDemand *demand = day != NULL ? hw_demand_get (session, wish->by, 1, tick, error) : NULL;
  g_autoptr (HwForecastParts) parts = hw_forecast_parts_new ();
  g_auto (Apart) apart = { .demand = demand, .day = day };

  if (demand == NULL)
    return NULL;

  apart.series = find_series (demand, wish);
  if (apart.series == NULL)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("it was never sold"));
      return NULL;
    }

  parts->product_id = apart.series->product_id;
  parts->category = g_strdup (apart.series->category);
  parts->name = g_strdup (apart.series->category != NULL ? apart.series->category
                          : apart.series->product != NULL ? apart.series->product->name : _("All products"));
  parts->by = wish->by;
  parts->rest_share = parts->trend_year = NAN;
  apart.n = apart.series->past->len;
  apart.year = wish->by == HW_BY_DAY ? (gsize) (YEAR_WEEKS * demand->season) : wish->by == HW_BY_WEEK ? YEAR_WEEKS : 12;
  if (apart.series->missing != HW_NO_FORECAST_NONE || apart.n == 0)
    return g_steal_pointer (&parts);

  take_apart (&apart);
  add_past (&apart, parts);
  add_ahead (&apart, parts);
  describe_week (&apart, parts);
  describe_year (&apart, parts);
  describe_rest (parts);
  describe_events (&apart, parts);
  return g_steal_pointer (&parts);
}

const HwJob hw_parts_job = {
  "parts", N_("Looking at what the sales are made of"), run, g_free, (GDestroyNotify) hw_forecast_parts_free, FALSE
};
