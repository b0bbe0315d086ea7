/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forecasts of days, weeks and months, of products, categories and all, each made for
 * itself, become figures that add up: first over time, series by series, then over the
 * catalogue, day by day. Weeks and months are then what their days come to. */
#include "jobs/hw-demand-work.h"

#include "engine/forecast/hw-reconcile.h"
#include "jobs/hw-demand-engine.h"

#include <math.h>

#define Z_95 3.9199279690801085 /* width of a 95 % range in standard deviations */
#define VARIANCE_LEAST 1e-6
#define INCREMENT_LEAST 0.25    /* of a step's own variance, where sums of steps claim to be surer */
#define REPEATS 4               /* seasons whose mean goes on beyond the days that were forecast */
#define WIDTH_LEAST 0.5
#define WIDTH_MOST 2.0

static gboolean
sells (const HwDemandSeries *series)
{
  return series->missing == HW_NO_FORECAST_NONE && series->ground != HW_GROUND_FADING &&
         (series->product == NULL || !series->product->retired);
}

static double
variance_at (const HwForecastResult *r,
             gsize                   h)
{
  const double sd = (r->hi95[h] - r->lo95[h]) / Z_95;

  return MAX (sd * sd, VARIANCE_LEAST);
}

/* What steps add to the variance of their sum: errors that last count in full. */
static double
increment_at (const HwForecastResult *r,
              gsize                   h)
{
  const double before = h > 0 ? r->sum_sd[h - 1] * r->sum_sd[h - 1] : 0.0;

  return MAX (r->sum_sd[h] * r->sum_sd[h] - before, INCREMENT_LEAST * variance_at (r, h));
}

/* The same place in the season of the last few forecast, without what was known of
 * those days. */
static double
repeat_at (const HwDemand       *day,
           const HwDemandSeries *series,
           gsize                 t,
           gsize                *from)
{
  const HwForecastResult *r = &series->result;
  const gsize m = (gsize) day->season;
  double sum = 0.0, n = 0.0;

  *from = r->horizon >= m ? r->horizon - m + (t - r->horizon) % m : r->horizon - 1;
  for (gsize k = 0; k < REPEATS && *from >= k * m; k++)
    {
      const gsize h = *from - k * m;
      const double factor = day->closed_ahead[h] ? 0.0 : hw_demand_lift_ahead (day->lift, series, h);

      if (factor <= 0.0)
        continue;

      sum += r->mean[h] / factor;
      n += 1.0;
    }

  return n > 0.0 ? sum / n : 0.0;
}

/* Days as the engine sees them, and on beyond its horizon with what is known. */
static void
take_days (HwDemand       *day,
           HwDemandSeries *series,
           double         *variance)
{
  const HwForecastResult *r = &series->result;

  series->model = g_new0 (double, day->n_ahead + 1);
  for (gsize t = 0; t < day->n_ahead; t++)
    {
      gsize from = t;
      double factor;

      variance[t] = 0.0;
      if (!sells (series) || day->closed_ahead[t])
        continue;

      if (t < r->horizon)
        {
          series->model[t] = r->mean[t];
          variance[t] = increment_at (r, t);
          continue;
        }

      factor = hw_demand_lift_ahead (day->lift, series, t);
      series->model[t] = factor * repeat_at (day, series, t, &from);
      variance[t] = MAX (factor * factor, 0.25) * increment_at (r, from) * (double) (t + 1) / (double) r->horizon;
    }
}

/* Whole weeks or months ahead that the series has forecasts of. */
static void
take_spans (const HwDemandWork   *self,
            HwBy                  by,
            const HwDemandSeries *series,
            GArray               *spans)
{
  const HwDemand *day = self->by[HW_BY_DAY], *demand = self->by[by];

  for (gsize i = 0; i < demand->n_ahead && series->missing == HW_NO_FORECAST_NONE; i++)
    {
      const HwDay start = demand->ahead_day[i], end = hw_by_add (by, start, 1);
      const HwTimeSpan span = {
        hw_demand_step_on_or_after (day, start), hw_demand_step_on_or_after (day, end),
        MAX (series->result.mean[i], 0.0), variance_at (&series->result, i),
      };

      if (start > day->last_day && hw_demand_is_told_by_day (day, end) && span.from < span.to &&
          hw_demand_work_share_ahead (self, by, start) > 0.0)
        g_array_append_val (spans, span);
    }
}

static void
add_up_in_time (const HwDemandWork *self,
                HwDemandSeries     *series[HW_BY_MONTH + 1],
                double             *variance)
{
  HwDemand *day = self->by[HW_BY_DAY];
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (HwTimeSpan));

  take_days (day, series[HW_BY_DAY], variance);
  if (!sells (series[HW_BY_DAY]))
    return;

  take_spans (self, HW_BY_WEEK, series[HW_BY_WEEK], spans);
  take_spans (self, HW_BY_MONTH, series[HW_BY_MONTH], spans);
  if (!hw_reconcile_spans (series[HW_BY_DAY]->model, variance, day->n_ahead, (const HwTimeSpan *) (gpointer) spans->data, spans->len))
    g_warning ("the forecast of product %" G_GINT64_FORMAT " does not add up over time", series[HW_BY_DAY]->product_id);
}

/* Everything of one day, by place in the tree. */
typedef struct
{
  HwTree        tree;
  HwTreeValues  values, variance;
} Catalogue;

static void
catalogue_init (Catalogue      *self,
                const HwDemand *day)
{
  const gsize n = day->series->len - 1;
  guint *group = g_new (guint, n + 1);

  for (gsize i = 0; i < n; i++)
    group[i] = ((const HwDemandSeries *) g_ptr_array_index (day->series, i + 1))->group;

  self->tree = (HwTree) { n, day->n_groups, group };
  self->values = (HwTreeValues) { g_new0 (double, n + 1), g_new0 (double, day->n_groups + 1), 0.0 };
  self->variance = (HwTreeValues) { g_new0 (double, n + 1), g_new0 (double, day->n_groups + 1), 0.0 };
}

static void
catalogue_clear (Catalogue *self)
{
  g_free ((guint *) self->tree.group);
  g_free (self->values.leaf);
  g_free (self->values.group);
  g_free (self->variance.leaf);
  g_free (self->variance.group);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Catalogue, catalogue_clear)

/* What says nothing of its own gives way without end. */
static double
sum_variance (const HwDemandSeries *series,
              double                variance)
{
  return sells (series) ? MAX (variance, VARIANCE_LEAST) : INFINITY;
}

/* The past of sums knows nothing of what is new: that comes on top. */
static void
put_day (HwDemand       *day,
         HwDemandSeries *series,
         double          value,
         gsize           t)
{
  if (series->ground != HW_GROUND_LAUNCH)
    {
      series->model[t] = value;
      return;
    }

  ((HwDemandSeries *) g_ptr_array_index (day->series, 0))->model[t] += series->model[t];
  if (series->group < day->categories->len)
    ((HwDemandSeries *) g_ptr_array_index (day->categories, series->group))->model[t] += series->model[t];
}

/* @variance: n_ahead for the total, each category, each product, one after another. */
static void
add_up_day (HwDemand     *day,
            Catalogue    *c,
            const double *variance,
            gsize         t)
{
  const guint n_categories = day->categories->len;
  HwDemandSeries *total = g_ptr_array_index (day->series, 0);

  for (gsize i = 0; i < c->tree.n_leaves; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i + 1);
      const gboolean aside = series->ground == HW_GROUND_LAUNCH;

      c->values.leaf[i] = aside ? 0.0 : series->model[t];
      c->variance.leaf[i] = aside ? 0.0 : variance[(1 + n_categories + i) * day->n_ahead + t];
    }

  for (guint g = 0; g < day->n_groups; g++)
    {
      const HwDemandSeries *category = g < n_categories ? g_ptr_array_index (day->categories, g) : NULL;

      c->values.group[g] = category != NULL ? category->model[t] : 0.0;
      c->variance.group[g] = category != NULL ? sum_variance (category, variance[(1 + g) * day->n_ahead + t]) : INFINITY;
    }

  c->values.total = total->model[t];
  c->variance.total = sum_variance (total, variance[t]);
  if (day->closed_ahead[t] || !hw_reconcile_tree (&c->tree, &c->variance, &c->values))
    return;

  total->model[t] = c->values.total;
  for (guint g = 0; g < n_categories; g++)
    ((HwDemandSeries *) g_ptr_array_index (day->categories, g))->model[t] = c->values.group[g];
  for (gsize i = 0; i < c->tree.n_leaves; i++)
    put_day (day, g_ptr_array_index (day->series, i + 1), c->values.leaf[i], t);
}

/* A range goes with its mean, and is widened or narrowed with it within bounds. */
static void
move_range (HwForecastResult *r,
            gsize             h,
            double            mean,
            double            so_far)
{
  const double old = r->mean[h];
  const double width = old > 0.0 ? CLAMP (mean / old, WIDTH_LEAST, WIDTH_MOST) : 1.0;
  double *const ends[] = { r->lo80, r->hi80, r->lo95, r->hi95, r->median };

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
    ends[k][h] = so_far + (mean > 0.0 ? MAX (mean + (ends[k][h] - old) * width, 0.0) : 0.0);
}

static void
move_days (HwDemandSeries *series)
{
  HwForecastResult *r = &series->result;
  double sum = 0.0, variance = 0.0, before = 0.0;

  for (gsize h = 0; h < r->horizon; h++)
    {
      const double was = r->sum_sd[h] * r->sum_sd[h], old = r->mean[h];
      const double width = series->model[h] <= 0.0 ? 0.0
                           : old > 0.0 ? CLAMP (series->model[h] / old, WIDTH_LEAST, WIDTH_MOST) : 1.0;

      move_range (r, h, series->model[h], 0.0);
      variance += MAX (was - before, 0.0) * width * width;
      before = was;
      r->mean[h] = series->model[h];
      sum += series->model[h];
      r->sum_mean[h] = sum;
      r->sum_sd[h] = sqrt (variance);
    }
}

/* Sold from the first day of the running period on. */
static double
sold_since (const HwDemandSeries *day_series,
            HwDay                 start)
{
  double sum = 0.0;

  for (guint t = day_series->past->len; t-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (day_series->past, HwDemandPoint, t);

      if (point->day < start)
        break;
      sum += point->units;
    }

  return sum;
}

/* The range of a sum of days, where the period has none of its own: one that runs, or
 * one too young to be forecast for itself. */
static void
range_from_days (const HwForecastResult *of,
                 gsize                   from,
                 gsize                   to,
                 HwForecastResult       *r,
                 gsize                   i)
{
  const double factors[] = { -0.32692, 0.32692, -0.5, 0.5, 0.0 }; /* of a 95 % width */
  double *const ends[] = { r->lo80, r->hi80, r->lo95, r->hi95, r->median };
  double variance = 0.0;

  for (gsize t = from; t < to && of->horizon > 0; t++)
    {
      const gsize h = MIN (t, of->horizon - 1);

      variance += increment_at (of, h);
    }

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
    ends[k][i] = r->mean[i] + factors[k] * Z_95 * sqrt (variance);
}

/* A week or month is what its days come to. */
static void
take_period (const HwDemandWork   *self,
             HwDemand             *demand,
             const HwDemandSeries *day_series,
             HwDemandSeries       *series,
             gsize                 i,
             gboolean              own_range)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  HwForecastResult *r = &series->result;
  const HwDay start = demand->ahead_day[i], end = hw_by_add (demand->by, start, 1);
  const gsize from = hw_demand_step_on_or_after (day, start), to = hw_demand_step_on_or_after (day, end);
  const double so_far = i == 0 ? series->so_far : 0.0;
  double mean = 0.0;

  for (gsize t = from; t < to; t++)
    mean += day_series->model[t];

  /* Further ahead than days are told, the period speaks for itself. */
  if (!hw_demand_is_told_by_day (day, end))
    mean = own_range && sells (day_series) ? r->mean[i] : 0.0;

  series->simple[i] += so_far;

  if (!own_range)
    {
      r->mean[i] = mean;
      range_from_days (&day_series->result, from, to, r, i);
    }

  move_range (r, i, mean, so_far);
  series->model[i] = mean + so_far;
  r->mean[i] = series->model[i];
}

static void
take_periods (const HwDemandWork *self,
              HwDemand           *demand,
              HwDemandSeries     *day_series,
              HwDemandSeries     *series)
{
  const gboolean own_range = series->missing == HW_NO_FORECAST_NONE;
  const gboolean runs = demand->ahead_start <= self->by[HW_BY_DAY]->last_day;
  HwForecastResult *r = &series->result;
  double sum = 0.0, variance = 0.0;

  series->missing = day_series->missing;
  series->ground = day_series->ground;
  series->model = g_new0 (double, demand->n_ahead + 1);
  if (series->missing != HW_NO_FORECAST_NONE)
    return;

  if (!own_range)
    {
      hw_demand_result_alloc (r, demand->horizon, series->past->len);
      r->model = day_series->result.model;
      r->level = day_series->result.level;
    }

  series->so_far = sold_since (day_series, demand->ahead_start);
  for (gsize i = 0; i < demand->n_ahead; i++)
    {
      take_period (self, demand, day_series, series, i, own_range && !(runs && i == 0));
      sum += r->mean[i];
      variance += variance_at (r, i);
      r->sum_mean[i] = sum;
      r->sum_sd[i] = sqrt (variance);
    }
}

void
hw_demand_work_add_up (HwDemandWork *self)
{
  HwDemand *day = self->by[HW_BY_DAY];
  g_autoptr (GPtrArray) days = hw_demand_all_series (day);
  g_autoptr (GPtrArray) weeks = hw_demand_all_series (self->by[HW_BY_WEEK]);
  g_autoptr (GPtrArray) months = hw_demand_all_series (self->by[HW_BY_MONTH]);
  g_autofree double *variance = g_new0 (double, days->len * day->n_ahead + 1);
  g_auto (Catalogue) catalogue = { 0 };

  for (guint i = 0; i < days->len; i++)
    {
      HwDemandSeries *series[] = {
        g_ptr_array_index (days, i), g_ptr_array_index (weeks, i), g_ptr_array_index (months, i),
      };

      add_up_in_time (self, series, variance + i * day->n_ahead);
    }

  catalogue_init (&catalogue, day);
  for (gsize t = 0; t < day->n_ahead; t++)
    add_up_day (day, &catalogue, variance, t);

  for (guint i = 0; i < days->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (days, i);

      if (series->missing == HW_NO_FORECAST_NONE)
        move_days (series);
      take_periods (self, self->by[HW_BY_WEEK], series, g_ptr_array_index (weeks, i));
      take_periods (self, self->by[HW_BY_MONTH], series, g_ptr_array_index (months, i));
    }
}
