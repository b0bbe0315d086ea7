/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-base-stock.h"

#include "engine/stock/hw-count-table.h"
#include "engine/stock/hw-stock-costs.h"

/* The demand of the waiting time, and with the period after it. */
static gboolean
make_tables (const HwLaw   *demand,
             double         wait,
             HwCountTable  *before,
             HwCountTable  *after,
             GError       **error)
{
  before->heap = after->heap = NULL;

  return hw_stock_wait_check (wait, TRUE, error)
         && hw_count_table_can (demand, error)
         && hw_count_table_init (before, demand, wait, error)
         && hw_count_table_init (after, demand, wait + 1.0, error);
}

/* What is short at the period's end less what was short at its start came up in it. */
static double
fill_at (const HwCountTable *before,
         const HwCountTable *after,
         int                 level)
{
  const double missed = hw_count_table_shortfall (after, level) - hw_count_table_shortfall (before, level);

  return CLAMP (1.0 - missed / (after->mean - before->mean), 0.0, 1.0);
}

static void
find_level (const HwCountTable *before,
            const HwCountTable *after,
            double              fill,
            HwBaseStock        *out)
{
  int low = -1, high = after->lo + after->n - 1; /* none is served of -1, all of high */

  while (high - low > 1)
    {
      const int middle = low + (high - low) / 2;

      if (fill_at (before, after, middle) >= fill)
        high = middle;
      else
        low = middle;
    }

  out->level = high;
  out->fill = fill_at (before, after, high);
  out->fill_below = fill_at (before, after, high - 1);
}

/**
 * hw_base_stock_for_fill:
 * @demand: of one period, in whole units
 * @wait: waiting time [periods]
 * @fill: promised share of demand served from the shelf, above 0 and below 1
 * @out: (out): the level
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * With a level S, of a period's demand the part E (D of wait + 1 periods - S)+ less
 * E (D of wait periods - S)+ is not served at once.
 *
 * Source: Zipkin (2000), Foundations of Inventory Management, section 6.2, for
 * demand that comes in lots.
 * Checked against: a long simulation, in the tests.
 *
 * Returns: whether there is a level
 */
gboolean
hw_base_stock_for_fill (const HwLaw  *demand,
                        double        wait,
                        double        fill,
                        HwBaseStock  *out,
                        GError      **error)
{
  HwCountTable before, after;
  gboolean is_done;

  if (!hw_stock_require (fill > 0.0 && fill < 1.0, "the share to serve", fill, "above 0 and below 1", error))
    return FALSE;

  is_done = make_tables (demand, wait, &before, &after, error);
  if (is_done)
    find_level (&before, &after, fill, out);

  hw_count_table_clear (&before);
  hw_count_table_clear (&after);
  return is_done;
}

/**
 * hw_base_stock_fill:
 * @demand: of one period, in whole units
 * @wait: waiting time [periods]
 * @level: stock to order up to [units]
 * @fill: (out): share of demand served from the shelf
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * Returns: whether there is a share
 */
gboolean
hw_base_stock_fill (const HwLaw  *demand,
                    double        wait,
                    int           level,
                    double       *fill,
                    GError      **error)
{
  HwCountTable before, after;
  gboolean is_done;

  is_done = make_tables (demand, wait, &before, &after, error);
  if (is_done)
    *fill = fill_at (&before, &after, level);

  hw_count_table_clear (&before);
  hw_count_table_clear (&after);
  return is_done;
}
