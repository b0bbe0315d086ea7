/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forecasts of days, weeks and months, of products, categories and all, each made for
 * itself, become figures that add up: first over time, series by series, then over the
 * catalogue, day by day. Weeks and months are then what their days come to. */
#include "jobs/demand/hw-demand-work.h"

#include "engine/forecast/hw-reconcile.h"
#include "jobs/demand/hw-demand-range.h"

#include <math.h>

#define REPEATS 4               /* seasons whose mean goes on beyond the days that were forecast */

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
      if (!hw_demand_sells (series) || day->closed_ahead[t])
        continue;

      if (t < r->horizon)
        {
          series->model[t] = r->mean[t];
          variance[t] = hw_demand_increment_at (r, t);
          continue;
        }

      factor = hw_demand_lift_ahead (day->lift, series, t);
      series->model[t] = factor * repeat_at (day, series, t, &from);
      variance[t] = MAX (factor * factor, 0.25) * hw_demand_increment_at (r, from) * (double) (t + 1) / (double) r->horizon;
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
        MAX (series->result.mean[i], 0.0), hw_demand_variance_at (&series->result, i),
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
  if (!hw_demand_sells (series[HW_BY_DAY]))
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
  return hw_demand_sells (series) ? MAX (variance, HW_DEMAND_VARIANCE_LEAST) : INFINITY;
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

static void
set_far (HwDemandSeries *series,
         gsize           i)
{
  if (series->missing != HW_NO_FORECAST_NONE)
    return;

  hw_demand_move_range (&series->result, i, series->model[i], 0.0);
  series->result.mean[i] = series->model[i];
}

/* Further ahead than days are told, sums are what their products say. */
static void
add_up_far (const HwDemand *day,
            HwDemand       *demand)
{
  HwDemandSeries *total = g_ptr_array_index (demand->series, 0);

  for (gsize i = 0; i < demand->n_ahead; i++)
    {
      if (hw_demand_is_told_by_day (day, hw_by_add (demand->by, demand->ahead_day[i], 1)))
        continue;

      total->model[i] = 0.0;
      for (guint g = 0; g < demand->categories->len; g++)
        ((HwDemandSeries *) g_ptr_array_index (demand->categories, g))->model[i] = 0.0;

      for (guint k = 1; k < demand->series->len; k++)
        {
          const HwDemandSeries *series = g_ptr_array_index (demand->series, k);

          total->model[i] += series->model[i];
          if (series->group < demand->categories->len)
            ((HwDemandSeries *) g_ptr_array_index (demand->categories, series->group))->model[i] += series->model[i];
        }

      set_far (total, i);
      for (guint g = 0; g < demand->categories->len; g++)
        set_far (g_ptr_array_index (demand->categories, g), i);
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
        hw_demand_move_days (series);
      hw_demand_take_periods (self, self->by[HW_BY_WEEK], series, g_ptr_array_index (weeks, i));
      hw_demand_take_periods (self, self->by[HW_BY_MONTH], series, g_ptr_array_index (months, i));
    }

  add_up_far (day, self->by[HW_BY_WEEK]);
  add_up_far (day, self->by[HW_BY_MONTH]);
}
