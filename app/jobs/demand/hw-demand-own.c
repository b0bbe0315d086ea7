/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-own.h"

#include "jobs/demand/hw-demand-shown.h"
#include "jobs/demand/hw-demand-work.h"

#include <math.h>
#include <string.h>

char *
hw_demand_own_stamp (GPtrArray *overrides)
{
  GString *stamp = g_string_new ("own");

  for (guint i = 0; i < overrides->len; i++)
    {
      const HwOverride *override = g_ptr_array_index (overrides, i);

      g_string_append_printf (stamp, " %" G_GINT64_FORMAT ".%d", override->id, override->version);
    }

  return g_string_free (stamp, FALSE);
}

double
hw_demand_units_sold (const HwDemandSeries *series,
                      HwDay                 from,
                      HwDay                 to)
{
  double sum = 0.0;

  for (guint t = series->past->len; t-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

      if (point->day < from)
        break;
      if (point->day <= to)
        sum += point->units + point->lost;
    }

  return sum;
}

double
hw_demand_model_units (const HwDemand       *demand,
                       const HwDemandSeries *series,
                       HwDay                 from,
                       HwDay                 to)
{
  const gsize end = hw_demand_step_on_or_after (demand, to + 1);
  double sum = hw_demand_units_sold (series, from, to);

  if (series->missing != HW_NO_FORECAST_NONE || !hw_demand_is_told_by_day (demand, to + 1))
    return NAN;

  for (gsize t = hw_demand_step_on_or_after (demand, from); t < end; t++)
    sum += series->model[t];

  return sum;
}

/* A figure as the days ahead see it: which of them it is about, and how many units are
 * left for them. */
typedef struct
{
  gsize  from, to;
  double units;
} Share;

static Share
share_ahead (const HwDemand       *day,
             const HwDemandSeries *series,
             const HwOverride     *override)
{
  const HwDay start = MAX (override->from, day->last_day + 1);
  const HwDay end = day->ahead_day[day->n_ahead - 1];
  Share share = { hw_demand_step_on_or_after (day, override->from), hw_demand_step_on_or_after (day, override->to + 1), 0.0 };

  share.units = MAX (override->units - hw_demand_units_sold (series, override->from, MIN (override->to, day->last_day)), 0.0);
  if (override->to > end && override->to >= start)
    share.units *= (double) (end - start + 1) / (double) (override->to - start + 1);

  return share;
}

static void
mark (const HwDemand *day,
      HwDemandSeries *series,
      gsize           t,
      guint8          how)
{
  if (series->own == NULL)
    series->own = g_new0 (guint8, day->n_ahead + 1);

  series->own[t] = MAX (series->own[t], how);
}

/* As the forecast would spread it; evenly where it expects nothing at all. */
static void
put_on_product (const HwDemand   *day,
                HwDemandSeries   *series,
                const HwOverride *override)
{
  const Share share = share_ahead (day, series, override);
  double sum = 0.0, n = 0.0;

  for (gsize t = share.from; t < share.to; t++)
    {
      sum += series->model[t];
      n += !day->closed_ahead[t];
    }

  for (gsize t = share.from; t < share.to && n > 0.0; t++)
    {
      series->mean[t] = sum > 0.0 ? series->model[t] * share.units / sum : day->closed_ahead[t] ? 0.0 : share.units / n;
      mark (day, series, t, HW_DEMAND_OWN_FIGURE);
    }
}

static gboolean
is_in (const HwDemandSeries *product,
       const HwDemandSeries *sum)
{
  return sum->category == NULL || product->group == sum->group;
}

/* What the products with figures of their own leave goes to the others, as they are. */
static void
put_on_sum (const HwDemand   *day,
            HwDemandSeries   *of,
            const HwOverride *override)
{
  const Share share = share_ahead (day, of, override);
  double fixed = 0.0, open = 0.0, factor;

  for (guint i = 1; i < day->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i);

      for (gsize t = share.from; t < share.to && is_in (series, of); t++)
        *(series->own != NULL && series->own[t] == HW_DEMAND_OWN_FIGURE ? &fixed : &open) += series->mean[t];
    }

  factor = open > 0.0 ? MAX (share.units - fixed, 0.0) / open : 1.0;
  for (guint i = 1; i < day->series->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (day->series, i);

      for (gsize t = share.from; t < share.to && is_in (series, of); t++)
        if (series->own == NULL || series->own[t] != HW_DEMAND_OWN_FIGURE)
          {
            series->mean[t] *= factor;
            mark (day, series, t, HW_DEMAND_OWN_PART);
          }
    }
}

/* The narrower figure holds: products, then categories, then all. */
static gboolean
put_all (HwDemand  *day,
         GPtrArray *overrides)
{
  gboolean any = FALSE;

  for (int level = 0; level < 3; level++)
    for (guint i = 0; i < overrides->len; i++)
      {
        const HwOverride *override = g_ptr_array_index (overrides, i);
        const int its = override->product_id != 0 ? 0 : override->category != NULL ? 1 : 2;
        HwDemandSeries *series = its == 1 ? (HwDemandSeries *) hw_demand_find_category (day, override->category)
                                          : (HwDemandSeries *) hw_demand_find (day, override->product_id);

        if (its != level || series == NULL || override->to <= day->last_day)
          continue;

        any = TRUE;
        if (its == 0)
          put_on_product (day, series, override);
        else
          put_on_sum (day, series, override);
      }

  return any;
}

/* Sums of products, and what moved them. */
static void
add_up (HwDemand *day)
{
  HwDemandSeries *total = g_ptr_array_index (day->series, 0);

  memset (total->mean, 0, day->n_ahead * sizeof *total->mean);
  for (guint g = 0; g < day->categories->len; g++)
    memset (((HwDemandSeries *) g_ptr_array_index (day->categories, g))->mean, 0, day->n_ahead * sizeof *total->mean);

  for (guint i = 1; i < day->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i);
      HwDemandSeries *category = series->group < day->categories->len
                                 ? g_ptr_array_index (day->categories, series->group) : NULL;

      for (gsize t = 0; t < day->n_ahead; t++)
        {
          const gboolean own = series->own != NULL && series->own[t] != 0;

          total->mean[t] += series->mean[t];
          if (own)
            mark (day, total, t, HW_DEMAND_OWN_PART);
          if (category == NULL)
            continue;

          category->mean[t] += series->mean[t];
          if (own)
            mark (day, category, t, HW_DEMAND_OWN_PART);
        }
    }
}

static void
take_periods (const HwDemand       *day,
              const HwDemandSeries *of,
              const HwDemand       *demand,
              HwDemandSeries       *series)
{
  for (gsize i = 0; i < demand->n_ahead; i++)
    {
      const gsize to = hw_demand_step_on_or_after (day, hw_by_add (demand->by, demand->ahead_day[i], 1));

      for (gsize t = hw_demand_step_on_or_after (day, demand->ahead_day[i]); t < to; t++)
        {
          series->mean[i] += of->mean[t] - of->model[t];
          if (of->own != NULL && of->own[t] != 0)
            mark (demand, series, i, HW_DEMAND_OWN_PART);
        }

      series->mean[i] = MAX (series->mean[i], 0.0);
    }
}

/* What stock and pages read. */
static void
set_result (HwDemandSeries *series)
{
  HwForecastResult *r = &series->result;
  double sum = 0.0;

  for (gsize h = 0; series->missing == HW_NO_FORECAST_NONE && h < r->horizon; h++)
    {
      sum += series->mean[h];
      r->mean[h] = series->mean[h];
      r->sum_mean[h] = sum;
    }
}

void
hw_demand_put_own (HwDemand  *demands[HW_BY_MONTH + 1],
                   GPtrArray *overrides)
{
  HwDemand *day = demands[HW_BY_DAY];
  g_autoptr (GPtrArray) days = hw_demand_all_series (day);

  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      g_autoptr (GPtrArray) all = hw_demand_all_series (demands[by]);

      for (guint i = 0; i < all->len; i++)
        {
          HwDemandSeries *series = g_ptr_array_index (all, i);

          g_free (series->mean);
          g_clear_pointer (&series->own, g_free);
          series->mean = g_memdup2 (series->model, (demands[by]->n_ahead + 1) * sizeof *series->mean);
        }

      if (by == HW_BY_DAY && put_all (day, overrides))
        add_up (day);

      for (guint i = 0; i < all->len; i++)
        {
          if (by != HW_BY_DAY)
            take_periods (day, g_ptr_array_index (days, i), demands[by], g_ptr_array_index (all, i));
          set_result (g_ptr_array_index (all, i));
        }
    }

  hw_demand_show (demands);
}
