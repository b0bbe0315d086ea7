/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-shown.h"

#include "engine/forecast/hw-reconcile.h"
#include "jobs/demand/hw-demand-work.h"

#include <math.h>

#define PARTS 10.0 /* of a unit, where it is sold in parts */

/* The products of a business while their days are told in whole units. */
typedef struct
{
  const HwDemand *day;
  gsize           n;
  guint          *group;    /* (owned) */
  guint8         *in_parts; /* (owned) */
  double         *owed;     /* (owned) fractions of figures of the owner's own */
  double         *leaf;     /* (owned) */
  double         *whole;    /* (owned) */
  HwRounding     *units;    /* (owned) of what is sold in whole units */
  HwRounding     *parts;    /* (owned) of the rest */
} Showing;

gboolean
hw_demand_has_parts (const HwDemandSeries *series)
{
  for (guint i = 0; i < series->past->len; i++)
    {
      const double units = g_array_index (series->past, HwDemandPoint, i).units;

      if (fabs (units - round (units)) > 1e-9)
        return TRUE;
    }

  return FALSE;
}

static void
showing_init (Showing        *self,
              const HwDemand *day)
{
  HwTree tree;

  self->day = day;
  self->n = day->series->len - 1;
  self->group = g_new0 (guint, self->n + 1);
  self->in_parts = g_new0 (guint8, self->n + 1);
  self->owed = g_new0 (double, self->n + 1);
  self->leaf = g_new0 (double, self->n + 1);
  self->whole = g_new0 (double, self->n + 1);
  for (gsize i = 0; i < self->n; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i + 1);

      self->group[i] = series->group;
      self->in_parts[i] = (guint8) hw_demand_has_parts (series);
    }

  tree = (HwTree) { self->n, day->n_groups, self->group };
  self->units = hw_rounding_new (&tree);
  self->parts = hw_rounding_new (&tree);
}

static void
showing_clear (Showing *self)
{
  g_free (self->group);
  g_free (self->in_parts);
  g_free (self->owed);
  g_free (self->leaf);
  g_free (self->whole);
  g_clear_pointer (&self->units, hw_rounding_free);
  g_clear_pointer (&self->parts, hw_rounding_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Showing, showing_clear)

static HwDemandSeries *
product_at (const Showing *self,
            gsize          i)
{
  return g_ptr_array_index (self->day->series, i + 1);
}

static gboolean
is_figure (const HwDemandSeries *series,
           gsize                 t)
{
  return series->own != NULL && series->own[t] == HW_DEMAND_OWN_FIGURE;
}

/* Those in parts, or those in whole units; figures of the owner's are not shared. */
static void
round_some (Showing    *self,
            HwRounding *rounding,
            gboolean    in_parts,
            double      scale,
            gsize       t)
{
  for (gsize i = 0; i < self->n; i++)
    {
      const HwDemandSeries *series = product_at (self, i);

      self->leaf[i] = self->in_parts[i] == in_parts && !is_figure (series, t) ? series->mean[t] * scale : 0.0;
    }

  hw_rounding_step (rounding, self->leaf, self->whole);
  for (gsize i = 0; i < self->n; i++)
    if (self->in_parts[i] == in_parts)
      product_at (self, i)->shown[t] = self->whole[i] / scale;
}

/* A figure is kept to the unit: its days add up to it. */
static void
round_figures (Showing *self,
               gsize    t)
{
  for (gsize i = 0; i < self->n; i++)
    {
      HwDemandSeries *series = product_at (self, i);
      const double scale = self->in_parts[i] ? PARTS : 1.0;
      double due;

      if (!is_figure (series, t))
        {
          self->owed[i] = 0.0;
          continue;
        }

      due = self->owed[i] + series->mean[t] * scale;
      series->shown[t] = MAX (floor (due + 0.5), 0.0) / scale;
      self->owed[i] = due - series->shown[t] * scale;
    }
}

/* In tenths, so that sums of many say no more than they know. */
static double
tidy (double units)
{
  return round (units * PARTS) / PARTS;
}

static void
add_up_step (HwDemand *demand,
            gsize     t)
{
  HwDemandSeries *total = g_ptr_array_index (demand->series, 0);

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);

      total->shown[t] = tidy (total->shown[t] + series->shown[t]);
      if (series->group < demand->categories->len)
        {
          HwDemandSeries *category = g_ptr_array_index (demand->categories, series->group);

          category->shown[t] = tidy (category->shown[t] + series->shown[t]);
        }
    }
}

static void
show_days (HwDemand *day)
{
  g_auto (Showing) showing = { 0 };

  showing_init (&showing, day);
  for (gsize t = 0; t < day->n_ahead; t++)
    {
      round_some (&showing, showing.units, FALSE, 1.0, t);
      round_some (&showing, showing.parts, TRUE, PARTS, t);
      round_figures (&showing, t);
      add_up_step (day, t);
    }
}

static void
show_periods (const HwDemand       *day,
              const HwDemandSeries *of,
              const HwDemand       *demand,
              HwDemandSeries       *series)
{
  for (gsize i = 0; i < demand->n_ahead; i++)
    {
      const HwDay start = demand->ahead_day[i], end = hw_by_add (demand->by, start, 1);
      const gsize to = hw_demand_step_on_or_after (day, end);
      double sum = i == 0 ? series->so_far : 0.0;

      for (gsize t = hw_demand_step_on_or_after (day, start); t < to; t++)
        sum += of->shown[t];

      series->shown[i] = tidy (hw_demand_is_told_by_day (day, end) ? sum : round (series->mean[i]));
    }
}

/* Further ahead than days are told, sums are what their products show. */
static void
show_far (const HwDemand *day,
          HwDemand       *demand)
{
  for (gsize i = 0; i < demand->n_ahead; i++)
    {
      if (hw_demand_is_told_by_day (day, hw_by_add (demand->by, demand->ahead_day[i], 1)))
        continue;

      ((HwDemandSeries *) g_ptr_array_index (demand->series, 0))->shown[i] = 0.0;
      for (guint g = 0; g < demand->categories->len; g++)
        ((HwDemandSeries *) g_ptr_array_index (demand->categories, g))->shown[i] = 0.0;
      add_up_step (demand, i);
    }
}

void
hw_demand_show (HwDemand *demands[HW_BY_MONTH + 1])
{
  HwDemand *day = demands[HW_BY_DAY];
  g_autoptr (GPtrArray) days = hw_demand_all_series (day);

  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      g_autoptr (GPtrArray) all = hw_demand_all_series (demands[by]);

      for (guint i = 0; i < all->len; i++)
        {
          HwDemandSeries *series = g_ptr_array_index (all, i);

          g_free (series->shown);
          series->shown = g_new0 (double, demands[by]->n_ahead + 1);
        }

      if (by == HW_BY_DAY)
        show_days (day);
      else
        {
          for (guint i = 0; i < all->len; i++)
            show_periods (day, g_ptr_array_index (days, i), demands[by], g_ptr_array_index (all, i));
          show_far (day, demands[by]);
        }
    }
}
