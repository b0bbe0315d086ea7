/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-serial-demand.h"

#include "engine/math/hw-special.h"
#include "engine/stock/hw-count-table.h"

#include <math.h>

static double
normal_end (const HwLaw *demand,
            double       periods,
            double       share,
            gboolean     below)
{
  const double z = hw_normal_quantile (share);

  return demand->a * periods + (below ? z : -z) * demand->b * sqrt (periods);
}

/* The least whole demand not exceeded but for @tail. */
static int
whole_end (const HwCountTable *table,
           double              tail)
{
  double above = 0.0;
  int i = table->n - 1;

  while (i > 0 && above + table->p[i] <= tail)
    above += table->p[i--];

  return table->lo + i;
}

/**
 * hw_serial_demand_end:
 * @demand: of one period: normal, or of whole units
 * @periods: how many, at least 0
 * @share: a chance, above 0 and below 1
 * @below: whether @share is the chance of at most the result, else of more
 * @end: (out): the demand [units]
 * @error: return location, BAD_VALUE
 *
 * A small @share keeps its digits on either side.
 *
 * Returns: whether there is one
 */
gboolean
hw_serial_demand_end (const HwLaw  *demand,
                      double        periods,
                      double        share,
                      gboolean      below,
                      double       *end,
                      GError      **error)
{
  HwCountTable table;

  if (demand->kind == HW_LAW_NORMAL)
    {
      *end = normal_end (demand, periods, share, below);
      return TRUE;
    }

  if (!hw_count_table_init (&table, demand, periods, error))
    return FALSE;

  *end = below ? hw_count_table_quantile (&table, share) : whole_end (&table, share);
  hw_count_table_clear (&table);
  return TRUE;
}

static gboolean
init_whole (HwSerialDemand  *self,
            const HwLaw     *demand,
            double           periods,
            double           tail,
            GError         **error)
{
  HwCountTable table;
  double sum = 0.0;

  if (!hw_count_table_init (&table, demand, periods, error))
    return FALSE;

  self->n = whole_end (&table, tail) - table.lo + 1;
  self->at = g_new (double, self->n);
  self->chance = g_new (double, self->n);
  for (int i = 0; i < self->n; i++)
    {
      self->at[i] = (double) (table.lo + i);
      self->chance[i] = i + 1 < self->n ? table.p[i] : 1.0 - sum;
      sum += table.p[i];
    }

  hw_count_table_clear (&table);
  return TRUE;
}

/* Steps of equal width; nobody asks for less than nothing. */
static void
init_normal (HwSerialDemand     *self,
             const HwLaw        *demand,
             double              periods,
             const HwSerialGrid *grid)
{
  const HwLaw total = hw_law_normal (demand->a * periods, demand->b * sqrt (periods));
  const double low = MAX (normal_end (demand, periods, grid->low, TRUE), 0.0);
  const double high = MAX (normal_end (demand, periods, grid->high, FALSE), low);
  const double step = (high - low) / grid->n_demands;
  double below = 0.0;

  self->n = periods > 0.0 ? grid->n_demands + 1 : 1;
  self->at = g_new0 (double, self->n);
  self->chance = g_new0 (double, self->n);
  for (int i = 0; i < self->n; i++)
    {
      const double next = i + 1 < self->n ? hw_law_below (&total, low + (i + 0.5) * step) : 1.0;

      self->at[i] = low + i * step;
      self->chance[i] = next - below;
      below = next;
    }
}

/**
 * hw_serial_demand_init:
 * @self: (out): the steps; hw_serial_demand_clear() after use
 * @demand: of one period: normal, or of whole units, which are their own steps
 * @periods: how many, at least 0
 * @grid: how finely to cut; what lies beyond its ends goes to the nearest step
 * @error: return location, BAD_VALUE
 *
 * Returns: whether there are steps
 */
gboolean
hw_serial_demand_init (HwSerialDemand      *self,
                       const HwLaw         *demand,
                       double               periods,
                       const HwSerialGrid  *grid,
                       GError             **error)
{
  if (demand->kind != HW_LAW_NORMAL)
    return init_whole (self, demand, periods, grid->high, error);

  init_normal (self, demand, periods, grid);
  return TRUE;
}

/**
 * hw_serial_demand_clear:
 * @self: steps
 *
 * Frees what they hold.
 */
void
hw_serial_demand_clear (HwSerialDemand *self)
{
  g_clear_pointer (&self->at, g_free);
  g_clear_pointer (&self->chance, g_free);
}
