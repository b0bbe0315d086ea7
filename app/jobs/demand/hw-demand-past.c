/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-past.h"

#include "core/hw-error.h"
#include "jobs/demand/hw-demand-ledger.h"
#include "store/hw-sale-repo.h"

#include <math.h>
#include <string.h>

#define YEAR_DAYS 364       /* whole weeks, as the figures have it */
#define N_BYS (HW_BY_MONTH + 1)

/* What series are cut from, and the demand they are cut for. */
typedef struct
{
  const HwDemandLedger *ledger;
  HwDemand             *demand;
} Cut;

HwDemandSeries *
hw_demand_series_new (gint64 product_id)
{
  HwDemandSeries *self = g_new0 (HwDemandSeries, 1);

  self->product_id = product_id;
  self->past = g_array_new (FALSE, TRUE, sizeof (HwDemandPoint));
  return self;
}

void
hw_demand_series_free (HwDemandSeries *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->past);
  hw_forecast_result_clear (&self->result);
  g_free (self->model);
  g_free (self->mean);
  g_free (self->shown);
  g_free (self->simple);
  g_free (self->own);
  g_free (self);
}

/* Empty periods from the one that holds @from to the last whole one. */
static void
lay_out (const Cut      *cut,
         HwDemandSeries *series,
         HwDay           from)
{
  const HwDemand *demand = cut->demand;
  const HwDemandLedger *ledger = cut->ledger;

  for (HwDay day = hw_by_start (demand->by, from); day < demand->ahead_start; day = hw_by_add (demand->by, day, 1))
    {
      const HwDay last = hw_by_add (demand->by, day, 1) - 1;
      HwDemandPoint point = { .day = day, .state = HW_PAST_CLOSED, .left = NAN };

      if (demand->by == HW_BY_DAY && !demand->open_weekday[hw_day_weekday (day)])
        continue;

      for (HwDay d = MAX (day, ledger->first); d <= last && point.state == HW_PAST_CLOSED; d++)
        if (hw_demand_ledger_is_open (ledger, d))
          point.state = HW_PAST_SEEN;

      if (demand->by == HW_BY_DAY && point.state == HW_PAST_SEEN && series->product_id != 0)
        {
          const HwQuantity left = hw_demand_ledger_get_left (ledger, series->product_id, day);

          point.left = left != HW_UNKNOWN ? hw_scaled_to_double (left) : NAN;
          if (left != HW_UNKNOWN && left <= 0)
            point.state = HW_PAST_SOLD_OUT;
        }

      g_array_append_val (series->past, point);
    }
}

static int
compare_point_day (gconstpointer a,
                   gconstpointer b)
{
  return ((const HwDemandPoint *) a)->day - ((const HwDemandPoint *) b)->day;
}

static gboolean
pour (const Cut         *cut,
      HwDemandSeries    *series,
      const HwDaySales  *row,
      GError           **error)
{
  const HwDemandPoint key = { .day = hw_by_start (cut->demand->by, row->day) };
  guint at;

  if (row->day > cut->demand->last_sale - YEAR_DAYS)
    {
      series->year_revenue += hw_scaled_to_double (row->amount);
      series->year_units += hw_scaled_to_double (row->quantity);
    }

  if (!g_array_binary_search (series->past, &key, compare_point_day, &at))
    return TRUE; /* the running period, or a day on which the business is never open */

  HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, at);

  point->units += hw_scaled_to_double (row->quantity);
  if (hw_scaled_add (&point->amount, row->amount))
    return TRUE;

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL, "the amounts of one period overflow");
  return FALSE;
}

/* A series that begins in the middle of a week or month would begin with a dip. */
static void
drop_partial_start (const Cut      *cut,
                    HwDemandSeries *series,
                    HwDay           first)
{
  const HwBy by = cut->demand->by;

  if (by != HW_BY_DAY && series->past->len >= 3 && first > hw_by_start (by, first))
    g_array_remove_index (series->past, 0);
}

/* Where the product belongs: its category, or behind the last of them. */
static void
place_series (const HwDemandLedger *ledger,
              HwDemandSeries       *series)
{
  series->product = g_hash_table_lookup (ledger->by_id, &series->product_id);
  series->group = ledger->names->len;
  for (guint g = 0; series->product != NULL && g < ledger->names->len; g++)
    if (strcmp (g_ptr_array_index (ledger->names, g), series->product->category) == 0)
      series->group = g;
}

/* Days of the first sale of each category; HW_DAY_NONE of one that sold nothing. */
static HwDay *
find_category_starts (const HwDemandLedger *ledger)
{
  HwDay *starts = g_new (HwDay, ledger->names->len + 1);

  for (guint g = 0; g <= ledger->names->len; g++)
    starts[g] = HW_DAY_NONE;

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const HwDaySales *row = &g_array_index (ledger->rows, HwDaySales, i);
      HwDemandSeries at = { .product_id = row->product_id };

      if (i > 0 && g_array_index (ledger->rows, HwDaySales, i - 1).product_id == row->product_id)
        continue;

      place_series (ledger, &at);
      if (starts[at.group] == HW_DAY_NONE || row->day < starts[at.group])
        starts[at.group] = row->day;
    }

  return starts;
}

static void
lay_out_categories (const Cut   *cut,
                    const HwDay *starts)
{
  const GPtrArray *names = cut->ledger->names;

  cut->demand->n_groups = names->len + 1;
  for (guint g = 0; g < names->len; g++)
    {
      HwDemandSeries *series = hw_demand_series_new (0);

      series->category = g_ptr_array_index (names, g);
      series->group = g;
      if (starts[g] != HW_DAY_NONE)
        lay_out (cut, series, starts[g]);
      g_ptr_array_add (cut->demand->categories, series);
    }
}

static HwDemandSeries *
begin_series (const Cut *cut,
              gint64     product_id,
              HwDay      first)
{
  HwDemandSeries *series = hw_demand_series_new (product_id);

  place_series (cut->ledger, series);
  series->place = cut->demand->series->len;
  lay_out (cut, series, first);
  g_ptr_array_add (cut->demand->series, series);
  return series;
}

/* Rows come by product, then day: each run of them is one series. */
static gboolean
cut_series (const Cut    *cut,
            const HwDay  *starts,
            GError      **error)
{
  const HwDemandLedger *ledger = cut->ledger;
  HwDemand *demand = cut->demand;
  HwDemandSeries *total = hw_demand_series_new (0);
  HwDemandSeries *series = NULL, *category = NULL;
  HwDay first = ledger->first;

  g_ptr_array_add (demand->series, total);
  lay_out (cut, total, ledger->first);
  lay_out_categories (cut, starts);

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const HwDaySales *row = &g_array_index (ledger->rows, HwDaySales, i);

      if (series == NULL || series->product_id != row->product_id)
        {
          if (series != NULL)
            drop_partial_start (cut, series, first);

          first = row->day;
          series = begin_series (cut, row->product_id, first);
          category = series->group < demand->categories->len ? g_ptr_array_index (demand->categories, series->group) : NULL;
        }

      if (!pour (cut, series, row, error) || !pour (cut, total, row, error) ||
          (category != NULL && !pour (cut, category, row, error)))
        return FALSE;
    }

  if (series != NULL)
    drop_partial_start (cut, series, first);

  for (guint g = 0; g < demand->categories->len; g++)
    drop_partial_start (cut, g_ptr_array_index (demand->categories, g), starts[g]);

  drop_partial_start (cut, total, ledger->first);
  return TRUE;
}

static HwDemand *
demand_new (const HwDemandLedger *ledger,
            HwBy                  by)
{
  static const int seasons[] = { 0, 52, 12 };
  HwDemand *demand = g_new0 (HwDemand, 1);

  demand->by = by;
  demand->series = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_demand_series_free);
  demand->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_demand_series_free);
  demand->products = g_array_ref (ledger->products);
  demand->events = g_ptr_array_ref (ledger->events);
  demand->first_day = ledger->first;
  demand->last_day = ledger->end;
  demand->last_sale = ledger->last_sale;
  demand->ahead_start = hw_by_start (by, ledger->end + 1);
  demand->season = seasons[by];
  for (int w = 0; w < 7; w++)
    {
      demand->open_weekday[w] = by != HW_BY_DAY || ledger->open_weekday[w];
      demand->season += by == HW_BY_DAY && ledger->open_weekday[w];
    }

  demand->season = MAX (demand->season, 1);
  return demand;
}

gboolean
hw_demand_past_load (HwStore   *store,
                     HwDay      today,
                     HwDemand  *demands[HW_BY_MONTH + 1],
                     GError   **error)
{
  g_auto (HwDemandLedger) ledger = { 0 };
  g_autofree HwDay *starts = NULL;
  HwDemand *made[N_BYS] = { NULL };

  if (!hw_demand_ledger_load (&ledger, store, today, error))
    return FALSE;

  starts = find_category_starts (&ledger);
  for (HwBy by = HW_BY_DAY; by < N_BYS; by++)
    {
      const Cut cut = { &ledger, made[by] = demand_new (&ledger, by) };

      if (cut_series (&cut, starts, error))
        continue;

      for (HwBy done = HW_BY_DAY; done <= by; done++)
        hw_demand_free (made[done]);
      return FALSE;
    }

  memcpy (demands, made, sizeof made);
  return TRUE;
}

typedef struct
{
  HwDay   first;
  guint8 *any; /* one flag a day */
} Seen;

static gboolean
see_row (const HwDaySales *row,
         gpointer          data)
{
  Seen *seen = data;

  seen->any[row->day - seen->first] = 1;
  return TRUE;
}

gboolean
hw_demand_past_shares (HwStore  *store,
                       HwDay     today,
                       double    shares[HW_BY_MONTH + 1],
                       int       periods[HW_BY_MONTH + 1],
                       GError  **error)
{
  HwDay first, last_sale, end;
  g_autofree guint8 *any = NULL;
  Seen seen;

  if (!hw_demand_span_find (store, today, &first, &last_sale, &end, error))
    return FALSE;

  any = g_new0 (guint8, (gsize) (last_sale - first + 1));
  seen.first = first;
  seen.any = any;
  if (!hw_sale_repo_each_day (store, first, last_sale, see_row, &seen, error))
    return FALSE;

  for (HwBy by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      int with = 0, last_with = -1;

      periods[by] = hw_by_between (by, first, last_sale) + 1;
      for (HwDay day = first; day <= last_sale; day++)
        if (any[day - first] && hw_by_between (by, first, day) != last_with)
          {
            last_with = hw_by_between (by, first, day);
            with++;
          }

      shares[by] = (double) with / periods[by];
    }

  return TRUE;
}
