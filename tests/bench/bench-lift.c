/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-lift.h"

#include <math.h>

/* A group's series as the lift takes them: all as long as the longest, ending together. */
typedef struct
{
  GArray        *members;  /* (owned) of guint */
  gsize          n, horizon;
  gsize          kinds[2], n_known;
  HwLiftProduct *products; /* (owned) */
  double       **y;        /* (owned) */
  double      ***values;   /* (owned) */
} Group;

static double *
pad (const double *x,
     gsize         n,
     gsize         wanted,
     double        with)
{
  double *out = g_new (double, wanted);

  for (gsize t = 0; t < wanted; t++)
    out[t] = t + n >= wanted ? x[t + n - wanted] : with;

  return out;
}

static void
lay_out (GPtrArray *all,
         Group     *group)
{
  const BenchSeries *first = g_ptr_array_index (all, g_array_index (group->members, guint, 0));

  for (gsize k = 0; k < 2; k++)
    if (first->known[k] != NULL)
      group->kinds[group->n_known++] = k;

  for (guint i = 0; i < group->members->len; i++)
    {
      const BenchSeries *series = g_ptr_array_index (all, g_array_index (group->members, guint, i));

      group->n = MAX (group->n, series->n);
      group->horizon = MAX (group->horizon, series->horizon);
    }

  group->products = g_new0 (HwLiftProduct, group->members->len);
  group->y = g_new0 (double *, group->members->len);
  group->values = g_new0 (double **, group->members->len);
  for (guint i = 0; i < group->members->len; i++)
    {
      const BenchSeries *series = g_ptr_array_index (all, g_array_index (group->members, guint, i));

      group->y[i] = pad (series->y, series->n, group->n, (double) NAN);
      group->values[i] = g_new0 (double *, 2);
      for (gsize k = 0; k < group->n_known; k++)
        group->values[i][k] = pad (series->known[group->kinds[k]], series->n + series->horizon, group->n + group->horizon, 0.0);
      group->products[i] = (HwLiftProduct) { group->y[i], (const double *const *) group->values[i], -1 };
    }
}

static void
add_to_group (GPtrArray       *all,
              HwForecastInput *inputs,
              Group           *group)
{
  static const HwKnown kinds[] = { { HW_KNOWN_PROMOTION, 0, 0 }, { HW_KNOWN_HOLIDAY, 1, 0 } };
  HwKnown known[2];
  HwLiftInput input = { .known = known };
  g_autoptr (HwLift) lift = NULL;

  lay_out (all, group);
  for (gsize k = 0; k < group->n_known; k++)
    known[k] = kinds[group->kinds[k]];
  input.products = group->products;
  input.n_products = group->members->len;
  input.n_known = group->n_known;
  input.n = group->n;
  input.horizon = group->horizon;
  input.season = inputs[g_array_index (group->members, guint, 0)].season;
  lift = hw_lift_new (&input, NULL, NULL);

  for (guint i = 0; i < group->members->len && lift != NULL; i++)
    {
      const guint at = g_array_index (group->members, guint, i);
      const BenchSeries *series = g_ptr_array_index (all, at);
      double *factor = g_new (double, group->n + group->horizon);
      HwLiftScatter *scatter = g_new0 (HwLiftScatter, 1);

      hw_lift_factor (lift, i, (const double *const *) group->values[i], factor);
      hw_lift_scatter (lift, i, scatter);
      inputs[at].lift = factor + (group->n - series->n);
      inputs[at].scatter = scatter;
    }
}

static void
free_group (Group *group)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      g_free (group->y[i]);
      for (gsize k = 0; k < 2; k++)
        g_free (group->values[i][k]);
      g_free (group->values[i]);
    }

  g_free (group->y);
  g_free (group->values);
  g_free (group->products);
  g_array_unref (group->members);
}

void
bench_lift_add (GPtrArray       *all,
                HwForecastInput *inputs)
{
  int last = -1;

  for (guint i = 0; i < all->len; i++)
    last = MAX (last, inputs[i].group);

  for (int id = 0; id <= last; id++)
    {
      Group group = { .members = g_array_new (FALSE, FALSE, sizeof (guint)) };

      for (guint i = 0; i < all->len; i++)
        if (inputs[i].group == id)
          g_array_append_val (group.members, i);
      if (group.members->len > 0)
        add_to_group (all, inputs, &group);
      free_group (&group);
    }
}
