/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-demand-past.h"

#include "core/hw-error.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#include <math.h>

#define WEEKDAY_LOOK 8       /* weeks looked back to see on which weekdays the business is open */
#define REGULAR_SHARE 0.5    /* sells on at least this share of days: a day without is closed */
#define STALE_DAYS 3         /* a file this fresh has days without sales, not missing ones */
#define YEAR_DAYS 364       /* whole weeks, as the figures have it */

/* Everything that was sold, day by day, while series are cut from it. */
typedef struct
{
  HwDay       first, end;     /* both included */
  GArray     *rows;           /* (owned) of HwDaySales, by product, then day */
  guint8     *any;            /* (owned) length end - first + 1: something was sold */
  gboolean    regular;
  HwDemand   *demand;
  GHashTable *sold_out;       /* (owned) set of product_id << 24 | day offset */
} Ledger;

static gboolean
take_row (const HwDaySales *row,
          gpointer          data)
{
  Ledger *ledger = data;

  g_array_append_vals (ledger->rows, row, 1);
  ledger->any[row->day - ledger->first] = 1;
  return TRUE;
}

static gint64 *
sold_out_key (gint64 product_id,
              int    offset)
{
  gint64 *key = g_new (gint64, 1);

  *key = product_id * (1 << 24) + offset;
  return key;
}

static gboolean
load_sold_out (Ledger   *ledger,
               HwStore  *store,
               GError  **error)
{
  g_autoptr (GArray) counts = hw_stock_repo_counts (store, ledger->first, ledger->end, error);

  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const HwStockCount *count = &g_array_index (counts, HwStockCount, i);

      if (count->quantity <= 0)
        g_hash_table_add (ledger->sold_out, sold_out_key (count->product_id, count->day - ledger->first));
    }

  return TRUE;
}

static gboolean
is_sold_out (const Ledger *ledger,
             gint64        product_id,
             HwDay         day)
{
  const gint64 key = product_id * (1 << 24) + (day - ledger->first);

  return g_hash_table_contains (ledger->sold_out, &key);
}

static gboolean
is_open (const Ledger *ledger,
         HwDay         day)
{
  return !ledger->regular || ledger->any[day - ledger->first];
}

/* A weekday is closed if at most one of its last eight had sales. */
static void
find_open_weekdays (Ledger *ledger)
{
  const int n = ledger->end - ledger->first + 1;
  int seen[7] = { 0 }, sold[7] = { 0 };
  int n_open = 0;
  gsize days_sold = 0;

  for (int i = 0; i < n; i++)
    days_sold += ledger->any[i];

  ledger->regular = (double) days_sold >= REGULAR_SHARE * n;

  for (HwDay day = MAX (ledger->first, ledger->end - 7 * WEEKDAY_LOOK + 1); day <= ledger->end; day++)
    {
      seen[hw_day_weekday (day)]++;
      sold[hw_day_weekday (day)] += ledger->any[day - ledger->first];
    }

  for (int w = 0; w < 7; w++)
    {
      ledger->demand->open_weekday[w] = !ledger->regular || n < 28 || sold[w] * WEEKDAY_LOOK > seen[w];
      n_open += ledger->demand->open_weekday[w];
    }

  ledger->demand->season = MAX (n_open, 1);
}

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
  g_free (self);
}

/* Empty periods from the one that holds @from to the last whole one. */
static void
lay_out (const Ledger   *ledger,
         HwDemandSeries *series,
         HwDay           from)
{
  const HwDemand *demand = ledger->demand;

  for (HwDay day = hw_by_start (demand->by, from); day < demand->ahead_start; day = hw_by_add (demand->by, day, 1))
    {
      const HwDay last = hw_by_add (demand->by, day, 1) - 1;
      HwDemandPoint point = { day, 0.0, 0, HW_PAST_CLOSED };

      if (demand->by == HW_BY_DAY && !demand->open_weekday[hw_day_weekday (day)])
        continue;

      for (HwDay d = MAX (day, ledger->first); d <= last && point.state == HW_PAST_CLOSED; d++)
        if (is_open (ledger, d))
          point.state = HW_PAST_SEEN;

      if (demand->by == HW_BY_DAY && point.state == HW_PAST_SEEN &&
          series->product_id != 0 && is_sold_out (ledger, series->product_id, day))
        point.state = HW_PAST_SOLD_OUT;

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
pour (const Ledger      *ledger,
      HwDemandSeries    *series,
      const HwDaySales  *row,
      GError           **error)
{
  const HwDemandPoint key = { .day = hw_by_start (ledger->demand->by, row->day) };
  guint at;

  if (row->day > ledger->demand->last_sale - YEAR_DAYS)
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
drop_partial_start (const Ledger   *ledger,
                    HwDemandSeries *series,
                    HwDay           first)
{
  const HwBy by = ledger->demand->by;

  if (by != HW_BY_DAY && series->past->len >= 3 && first > hw_by_start (by, first))
    g_array_remove_index (series->past, 0);
}

/* Rows come by product, then day: each run of them is one series. */
static gboolean
cut_series (Ledger   *ledger,
            GError  **error)
{
  HwDemand *demand = ledger->demand;
  HwDemandSeries *total = hw_demand_series_new (0);
  HwDemandSeries *series = NULL;
  HwDay first = ledger->first;

  g_ptr_array_add (demand->series, total);
  lay_out (ledger, total, ledger->first);

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const HwDaySales *row = &g_array_index (ledger->rows, HwDaySales, i);

      if (series == NULL || series->product_id != row->product_id)
        {
          if (series != NULL)
            drop_partial_start (ledger, series, first);

          series = hw_demand_series_new (row->product_id);
          first = row->day;
          g_ptr_array_add (demand->series, series);
          lay_out (ledger, series, first);
        }

      if (!pour (ledger, series, row, error) || !pour (ledger, total, row, error))
        return FALSE;
    }

  if (series != NULL)
    drop_partial_start (ledger, series, first);

  drop_partial_start (ledger, total, ledger->first);
  return TRUE;
}

static void
name_products (HwDemand *demand)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < demand->products->len; i++)
    {
      HwProduct *product = &g_array_index (demand->products, HwProduct, i);

      g_hash_table_insert (by_id, &product->id, product);
    }

  for (guint i = 1; i < demand->series->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (demand->series, i);

      series->product = g_hash_table_lookup (by_id, &series->product_id);
    }
}

static void
ledger_clear (Ledger *ledger)
{
  g_clear_pointer (&ledger->rows, g_array_unref);
  g_clear_pointer (&ledger->any, g_free);
  g_clear_pointer (&ledger->sold_out, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ledger, ledger_clear)

/* The days that sales are known for. A till's file of yesterday covers quiet days
 * up to yesterday; one that ends long ago ends there. */
static gboolean
find_span (HwStore  *store,
           HwDay     today,
           HwDay    *first,
           HwDay    *last_sale,
           HwDay    *end,
           GError  **error)
{
  gint64 n;

  if (!hw_sale_repo_span (store, first, last_sale, &n, error))
    return FALSE;

  if (n == 0 || *first >= today)
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES, "no sales before today");
      return FALSE;
    }

  /* A slip of the pen that lies in the future must not make old sales look fresh. */
  if (!hw_sale_repo_last_before (store, today, last_sale, error))
    return FALSE;

  *end = today - 1 - *last_sale <= STALE_DAYS ? today - 1 : *last_sale;
  return TRUE;
}

HwDemand *
hw_demand_past_load (HwStore       *store,
                     HwBy           by,
                     HwDay          today,
                     const HwTick  *tick,
                     GError       **error)
{
  static const int seasons[] = { 7, 52, 12 };
  g_autoptr (HwDemand) demand = g_new0 (HwDemand, 1);
  g_auto (Ledger) ledger = { 0 };

  demand->by = by;
  demand->series = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_demand_series_free);

  if (!find_span (store, today, &ledger.first, &demand->last_sale, &ledger.end, error))
    return NULL;

  demand->first_day = ledger.first;
  demand->last_day = ledger.end;
  demand->ahead_start = hw_by_start (by, ledger.end + 1);
  ledger.demand = demand;
  ledger.rows = g_array_new (FALSE, FALSE, sizeof (HwDaySales));
  ledger.any = g_new0 (guint8, (gsize) (ledger.end - ledger.first + 1));
  ledger.sold_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!hw_sale_repo_each_day (store, ledger.first, ledger.end, take_row, &ledger, error) ||
      !load_sold_out (&ledger, store, error))
    return NULL;

  find_open_weekdays (&ledger);
  if (by != HW_BY_DAY)
    {
      demand->season = seasons[by];
      for (int w = 0; w < 7; w++)
        demand->open_weekday[w] = TRUE;
    }

  if (!cut_series (&ledger, error))
    return NULL;

  demand->products = hw_product_repo_list (store, error);
  if (demand->products == NULL)
    return NULL;

  name_products (demand);
  return g_steal_pointer (&demand);
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

  if (!find_span (store, today, &first, &last_sale, &end, error))
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
