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
            HwDay           to)
{
  HwRowSum sum = { 0 };
  __int128 sales = 0, units = 0, costed = 0, cost = 0;

  for (guint i = find_day (report->rows, from); i < report->rows->len; i++)
    {
      const HwReportRow *row = &g_array_index (report->rows, HwReportRow, i);
      HwMoney each;

      if (row->day > to)
        break;

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

GArray *
hw_row_sums (const HwReport *report,
             HwDay           from,
             HwDay           to)
{
  GArray *sums = g_array_sized_new (FALSE, TRUE, sizeof (HwRowSum), report->products->len);

  g_array_set_size (sums, report->products->len);
  for (guint i = find_day (report->rows, from); i < report->rows->len; i++)
    {
      const HwReportRow *row = &g_array_index (report->rows, HwReportRow, i);
      const HwMoney each = g_array_index (report->products, HwProduct, row->product).cost;
      HwRowSum *sum = &g_array_index (sums, HwRowSum, row->product);

      if (row->day > to)
        break;

      sum->sales = narrow ((__int128) sum->sales + row->amount);
      sum->units = narrow ((__int128) sum->units + row->quantity);
      sum->lines += row->n_lines;
      if (each == HW_UNKNOWN)
        continue;
      sum->costed_sales = narrow ((__int128) sum->costed_sales + row->amount);
      sum->cost += hw_scaled_to_double (each) * hw_scaled_to_double (row->quantity);
    }

  return sums;
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
