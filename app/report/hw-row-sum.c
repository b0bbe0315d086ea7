/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-row-sum.h"

#define SCALE_SQUARED 1e8 /* of a product of two scaled numbers */

static gint64
narrow (__int128 wide)
{
  if (wide > G_MAXINT64)
    return G_MAXINT64;
  if (wide < -G_MAXINT64)
    return -G_MAXINT64;

  return (gint64) wide;
}

/* The first row on @day or later: the rows are in order of days. */
static guint
find_day (const GArray *rows,
          HwDay         day)
{
  guint lo = 0;
  guint hi = rows->len;

  while (lo < hi)
    {
      const guint mid = lo + (hi - lo) / 2;

      if (g_array_index (rows, HwReportRow, mid).day < day)
        lo = mid + 1;
      else
        hi = mid;
    }

  return lo;
}

HwRowSum
hw_row_sum (const HwReport *report,
            HwDay           from,
            HwDay           to,
            guint           product)
{
  HwRowSum sum = { 0 };
  __int128 sales = 0, units = 0, costed = 0, cost = 0;

  for (guint i = find_day (report->rows, from); i < report->rows->len; i++)
    {
      const HwReportRow *row = &g_array_index (report->rows, HwReportRow, i);
      HwMoney each;

      if (row->day > to)
        break;
      if (product != HW_ROW_SUM_ALL && row->product != product)
        continue;

      each = g_array_index (report->products, HwProduct, row->product).cost;
      sales += row->amount;
      units += row->quantity;
      sum.lines += row->n_lines;
      if (each == HW_UNKNOWN)
        continue;
      costed += row->amount;
      cost += (__int128) each * row->quantity;
    }

  sum.sales = narrow (sales);
  sum.units = narrow (units);
  sum.costed_sales = narrow (costed);
  sum.cost = (double) cost / SCALE_SQUARED;
  return sum;
}

gboolean
hw_row_sum_covers (const HwReport *report,
                   HwDay           from,
                   HwDay           to)
{
  if (report->rows_by == HW_BY_DAY)
    return TRUE;

  return hw_by_start (report->rows_by, from) == from
         && (to >= report->last_day || hw_by_add (report->rows_by, to, 1) == to + 1);
}
