/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-lift.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-lift.h"
#include "jobs/demand/hw-demand-things.h"

#include <math.h>
#include <string.h>

#define WEEKS_A_YEAR 52

/* Days of all series are those of the total: a product's past is its end. */
struct _HwDemandLift
{
  GPtrArray *things;     /* (owned) of HwDemandThing */
  HwLift    *lift;       /* (owned) */
  HwDay     *past_day;   /* (owned) length n: days of the total's past */
  double    *past_open;  /* (owned) length n: 1 where observed */
  gsize      n, n_ahead;
  double   **of_sum;     /* (owned) of the total, then of categories: length n + n_ahead */
  gsize      n_sums;
  guint      kept;       /* the product whose factors are in `factor`; 0: none */
  double    *factor;     /* (owned) length n + n_ahead */
};

static void
fill_values (const HwDemandLift  *self,
             gint64               product_id,
             const double       **values)
{
  for (guint k = 0; k < self->things->len; k++)
    values[k] = hw_demand_thing_value (g_ptr_array_index (self->things, k), product_id);
}

/* Products as the engine's lift takes them: all as long as the total. */
static HwLift *
learn (HwDemandLift    *self,
       const HwDemand  *day,
       const HwTick    *tick,
       GError         **error)
{
  const gsize n_products = day->series->len - 1, n_known = self->things->len;
  g_autofree HwLiftProduct *products = g_new0 (HwLiftProduct, n_products + 1);
  g_autofree const double **values = g_new0 (const double *, n_products * n_known + 1);
  g_autofree HwKnown *known = g_new0 (HwKnown, n_known + 1);
  double *y = g_new (double, n_products * self->n + 1);
  const HwLiftInput input = {
    .products = products, .n_products = n_products, .known = known, .n_known = n_known,
    .n = self->n, .horizon = self->n_ahead, .season = day->season,
    .long_season = day->season > 1 ? WEEKS_A_YEAR * day->season : 0,
  };
  HwLift *lift;

  for (gsize k = 0; k < n_known; k++)
    known[k] = ((const HwDemandThing *) g_ptr_array_index (self->things, k))->known;

  for (gsize i = 0; i < n_products; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i + 1);
      double *own = y + i * self->n;
      const gsize offset = self->n - series->past->len;

      for (gsize t = 0; t < self->n; t++)
        {
          const HwDemandPoint *point = t >= offset ? &g_array_index (series->past, HwDemandPoint, t - offset) : NULL;

          own[t] = point != NULL && point->state == HW_PAST_SEEN ? MAX (point->units, 0.0) : NAN;
        }

      fill_values (self, series->product_id, values + i * n_known);
      products[i] = (HwLiftProduct) { own, values + i * n_known, (int) series->group };
    }

  lift = hw_lift_new (&input, tick, error);
  g_free (y);
  return lift;
}

static HwDemandLift *
lay_out (const HwDemand *day,
         GPtrArray      *things)
{
  const GArray *past = ((const HwDemandSeries *) g_ptr_array_index (day->series, 0))->past;
  HwDemandLift *self = g_new0 (HwDemandLift, 1);

  self->things = things;
  self->n = past->len;
  self->n_ahead = day->n_ahead;
  self->past_day = g_new (HwDay, self->n + 1);
  self->past_open = g_new (double, self->n + 1);
  self->factor = g_new (double, self->n + self->n_ahead + 1);
  self->n_sums = day->categories->len + 1;
  self->of_sum = g_new0 (double *, self->n_sums);
  for (gsize t = 0; t < self->n; t++)
    {
      self->past_day[t] = g_array_index (past, HwDemandPoint, t).day;
      self->past_open[t] = g_array_index (past, HwDemandPoint, t).state != HW_PAST_CLOSED;
    }

  return self;
}

gboolean
hw_demand_lift_new (HwDemand      *demands[HW_BY_MONTH + 1],
                    HwDemandLift **self,
                    const HwTick  *tick,
                    GError       **error)
{
  g_autoptr (GPtrArray) things = hw_demand_things_new (demands[HW_BY_DAY]);
  g_autoptr (HwDemandLift) made = NULL;
  g_autoptr (GError) local = NULL;

  *self = NULL;
  if (things->len == 0)
    return TRUE;

  made = lay_out (demands[HW_BY_DAY], g_steal_pointer (&things));
  made->lift = learn (made, demands[HW_BY_DAY], tick, &local);
  if (made->lift != NULL)
    *self = g_steal_pointer (&made);
  else if (hw_error_is_cancelled (local))
    g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return *self != NULL;
}

void
hw_demand_lift_free (HwDemandLift *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->things);
  g_clear_pointer (&self->lift, hw_lift_free);
  for (gsize i = 0; i < self->n_sums; i++)
    g_free (self->of_sum[i]);
  g_free (self->of_sum);
  g_free (self->past_day);
  g_free (self->past_open);
  g_free (self->factor);
  g_free (self);
}

static void
fill_factor (const HwDemandLift   *self,
             const HwDemandSeries *product,
             double               *factor)
{
  g_autofree const double **values = g_new0 (const double *, self->things->len + 1);

  fill_values (self, product->product_id, values);
  hw_lift_factor (self->lift, product->place - 1, values, factor);
}

/* Behind, then ahead. */
static const double *
factor_of (HwDemandLift         *self,
           const HwDemandSeries *series)
{
  if (series->product_id == 0)
    return self->of_sum[series->category != NULL ? series->group + 1 : 0];

  if (self->kept != series->place)
    fill_factor (self, series, self->factor);

  self->kept = series->place;
  return self->factor;
}

/* What a sum gains is what its products gain, each as much as it counts. */
void
hw_demand_lift_add_up (HwDemandLift   *self,
                       const HwDemand *day)
{
  const gsize total = self != NULL ? self->n + self->n_ahead : 0;
  g_autofree double *units = NULL;

  if (self == NULL)
    return;

  units = g_new0 (double, self->n_sums);
  for (gsize i = 0; i < self->n_sums; i++)
    self->of_sum[i] = g_new0 (double, total + 1);

  for (guint i = 1; i < day->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i);
      const double counts = series->missing == HW_NO_FORECAST_NONE ? MAX (series->result.level, 0.0) : 0.0;
      const double *factor = factor_of (self, series);
      const gsize sums[] = { 0, series->group + 1 };

      for (gsize s = 0; s < G_N_ELEMENTS (sums); s++)
        if (sums[s] < self->n_sums)
          {
            units[sums[s]] += counts;
            for (gsize t = 0; t < total; t++)
              self->of_sum[sums[s]][t] += counts * factor[t];
          }
    }

  for (gsize i = 0; i < self->n_sums; i++)
    for (gsize t = 0; t < total; t++)
      self->of_sum[i][t] = units[i] > 0.0 ? self->of_sum[i][t] / units[i] : 1.0;
}

/* First day of the past on or after @day. */
static gsize
find_past (const HwDemandLift *self,
           HwDay               day)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      const gsize middle = (low + high) / 2;

      if (self->past_day[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

double
hw_demand_lift_past (HwDemandLift         *self,
                     HwBy                  by,
                     const HwDemandSeries *series,
                     gsize                 t)
{
  const HwDay start = g_array_index (series->past, HwDemandPoint, t).day;
  double sum = 0.0, n = 0.0;
  const double *factor;
  gsize to;

  if (self == NULL)
    return 1.0;

  factor = factor_of (self, series);
  if (by == HW_BY_DAY)
    return factor[self->n - series->past->len + t];

  to = find_past (self, hw_by_add (by, start, 1));
  for (gsize i = find_past (self, start); i < to; i++)
    {
      sum += factor[i] * self->past_open[i];
      n += self->past_open[i];
    }

  return n > 0.0 ? sum / n : 1.0;
}

double
hw_demand_lift_ahead (HwDemandLift         *self,
                      const HwDemandSeries *series,
                      gsize                 step)
{
  return self != NULL ? factor_of (self, series)[self->n + step] : 1.0;
}

static gssize
find_kind (const HwDemandLift *self,
           HwKnownEventKind    kind)
{
  for (guint k = 0; self != NULL && k < self->things->len; k++)
    if (((const HwDemandThing *) g_ptr_array_index (self->things, k))->kind == kind)
      return (gssize) k;

  return -1;
}

gboolean
hw_demand_lift_if (HwDemandLift         *self,
                   const HwDemand       *day,
                   const HwDemandSeries *product,
                   HwKnownEventKind      kind,
                   HwDay                 from,
                   HwDay                 to,
                   double                change,
                   double               *factor)
{
  const gssize at = find_kind (self, kind);
  const HwDemandThing *thing;
  g_autofree const double **values = NULL;
  g_autofree double *with = NULL;
  g_autofree double *out = NULL;
  const double *known;

  for (gsize t = 0; t < day->n_ahead; t++)
    factor[t] = 1.0;

  if (at < 0 || !hw_lift_kept (self->lift, (gsize) at))
    return FALSE;

  thing = g_ptr_array_index (self->things, (guint) at);
  values = g_new0 (const double *, self->things->len + 1);
  with = g_new (double, self->n + self->n_ahead + 1);
  out = g_new (double, self->n + self->n_ahead + 1);
  fill_values (self, product->product_id, values);
  known = values[at];
  for (gsize t = 0; t < self->n + self->n_ahead; t++)
    with[t] = known != NULL ? known[t] : thing->usual;

  for (gsize t = 0; t < self->n_ahead; t++)
    if (day->ahead_day[t] >= from && day->ahead_day[t] <= to)
      with[self->n + t] = kind == HW_KNOWN_EVENT_PRICE ? with[self->n + t] * (1.0 + change) : 1.0;

  values[at] = with;
  hw_lift_factor (self->lift, product->place - 1, values, out);
  for (gsize t = 0; t < day->n_ahead; t++)
    {
      const double before = hw_demand_lift_ahead (self, product, t);

      factor[t] = before > 0.0 ? out[self->n + t] / before : 1.0;
    }

  return TRUE;
}

guint
hw_demand_lift_seen (const HwDemandLift   *self,
                     const HwDemandSeries *product,
                     HwKnownEventKind      kind)
{
  const gssize at = find_kind (self, kind);
  const HwDemandThing *thing = at >= 0 ? g_ptr_array_index (self->things, (guint) at) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer values;
  guint n = 0;

  if (thing == NULL)
    return 0;

  if (product != NULL)
    g_ptr_array_add (all, (gpointer) hw_demand_thing_value (thing, product->product_id));
  else
    {
      g_ptr_array_add (all, thing->of_all);
      g_hash_table_iter_init (&iter, thing->of_one);
      while (g_hash_table_iter_next (&iter, NULL, &values))
        g_ptr_array_add (all, values);
    }

  for (gsize t = 0; t < self->n; t++)
    for (guint i = 0; i < all->len; i++)
      {
        const double *here = g_ptr_array_index (all, i);

        if (here != NULL && self->past_open[t] > 0.0 && here[t] != thing->usual)
          {
            n++;
            break;
          }
      }

  return n;
}

gsize
hw_demand_lift_n_things (const HwDemandLift *self)
{
  return self != NULL ? self->things->len : 0;
}

const char *
hw_demand_lift_thing_name (const HwDemandLift *self,
                           gsize               thing)
{
  return ((const HwDemandThing *) g_ptr_array_index (self->things, (guint) thing))->name;
}

gboolean
hw_demand_lift_thing_is_public (const HwDemandLift *self,
                                gsize               thing)
{
  return ((const HwDemandThing *) g_ptr_array_index (self->things, thing))->is_public;
}

gboolean
hw_demand_lift_thing_on (const HwDemandLift   *self,
                         const HwDemandSeries *product,
                         gsize                 thing,
                         gsize                 t)
{
  const HwDemandThing *one = g_ptr_array_index (self->things, (guint) thing);
  const double *values = hw_demand_thing_value (one, product->product_id);

  return values != NULL && t < self->n && self->past_open[t] > 0.0 && values[t] != one->usual;
}

double
hw_demand_lift_thing_effect (const HwDemandLift   *self,
                             const HwDemandSeries *product,
                             gsize                 thing)
{
  const HwDemandThing *one = g_ptr_array_index (self->things, (guint) thing);
  const double *values = hw_demand_thing_value (one, product->product_id);
  const double of_tenth = hw_lift_effect (self->lift, product->place - 1, thing);
  double sum = 0.0, n = 0.0;

  if (one->kind != HW_KNOWN_EVENT_PRICE || values == NULL)
    return of_tenth;

  /* A price has as many effects as it had heights: the mean of its days. */
  for (gsize t = 0; t < self->n; t++)
    if (values[t] != 1.0 && values[t] > 0.0)
      {
        sum += pow (of_tenth, log (values[t]) / log (0.9));
        n += 1.0;
      }

  return n > 0.0 ? sum / n : 1.0;
}
