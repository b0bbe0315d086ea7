/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-pilot-past.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-trend-job.h"
#include "jobs/hw-session-private.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-loss-repo.h"
#include "store/hw-sale-repo.h"

#include <math.h>

#define WEEK 7
#define HALF_YEAR 26 /* weeks in which a customer must have bought */

static HwPilotPast *
past_new (const HwMetric *metric,
          gint64          product)
{
  HwPilotPast *self = g_new0 (HwPilotPast, 1);

  self->metric = metric;
  self->product = product;
  self->first = HW_DAY_NONE;
  self->customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
hw_pilot_past_free (HwPilotPast *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->products, g_array_unref);
  g_array_unref (self->customers);
  g_free (self->y);
  g_free (self->pieces);
  g_free (self->money);
  g_free (self->price);
  g_free (self->spent);
  g_free (self);
}

int
hw_pilot_past_find (const HwPilotPast *self,
                    gint64             product)
{
  for (guint i = 0; self->products != NULL && i < self->products->len; i++)
    if (g_array_index (self->products, HwProduct, i).id == product)
      return (int) i;

  return -1;
}

/* The metric week by week, counted from the trial's first day. */
static gboolean
load_metric (HwSession     *session,
             HwPilotPast   *self,
             HwDay          start,
             HwDay          known,
             const HwTick  *tick,
             GError       **error)
{
  const HwTrendRequest request = {
    .metrics = { self->metric->id }, .step = HW_TREND_WEEK, .starts = start, .product_id = self->product,
  };
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) trends = hw_trend_job.run (session, &request, tick, &local);
  const HwTrend *trend;

  if (trends == NULL && g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return TRUE;

  if (trends == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  trend = g_ptr_array_index (trends, 0);
  self->n = trend->past->len;
  self->y = g_new (double, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      self->y[i] = point->state == HW_METRIC_OK ? point->value : NAN;
      self->before += point->to < MIN (start, known);
      self->begins += point->to < start;
    }

  if (self->n > 0)
    self->first = g_array_index (trend->past, HwTrendPoint, 0).from;
  if (self->begins == self->n) /* to come: weeks between the last known one and the start count, too */
    self->begins = self->n > 0 ? (guint) (MAX (start - self->first, 0) / WEEK) : 0;

  return TRUE;
}

/* --- products --- */

typedef struct
{
  HwPilotPast *past;
  gint64       id;      /* of the row */
  int          row;
  double      *any;     /* (owned) length n: lines of all products */
  double      *quantity; /* (owned) as money */
} Reading;

static void
reading_clear (Reading *self)
{
  g_free (self->any);
  g_free (self->quantity);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static int
week_of (const HwPilotPast *past,
         HwDay              day)
{
  return day < past->first ? -1 : MIN ((int) (day - past->first) / WEEK, (int) past->n);
}

static gboolean
take_sale (const HwDaySales *day,
           gpointer          data)
{
  Reading *reading = data;
  const HwPilotPast *past = reading->past;
  const int week = week_of (past, day->day);
  gsize at;

  if (week < 0 || week >= (int) past->n)
    return TRUE;

  if (day->product_id != reading->id)
    {
      reading->id = day->product_id;
      reading->row = hw_pilot_past_find (past, day->product_id);
    }
  if (reading->row < 0)
    return TRUE;

  at = (gsize) reading->row * past->n + (gsize) week;
  past->money[at] += hw_scaled_to_double (day->amount);
  reading->quantity[at] += hw_scaled_to_double (day->quantity);
  reading->any[week] += (double) day->n_lines;
  return TRUE;
}

/* Its price, and unless something else is counted money as pieces at the mean price:
 * brought back goods are no less than nothing. */
static void
count_pieces (const Reading *reading,
              gsize          row,
              gboolean       pieces)
{
  const HwPilotPast *past = reading->past;
  const HwMoney listed = g_array_index (past->products, HwProduct, row).price;
  const double *money = past->money + row * past->n, *quantity = reading->quantity + row * past->n;
  double amount = 0.0, sold = 0.0;

  for (guint t = 0; t < past->n; t++)
    {
      amount += MAX (money[t], 0.0);
      sold += MAX (quantity[t], 0.0);
    }

  past->price[row] = listed != HW_UNKNOWN && listed > 0 ? hw_scaled_to_double (listed) : sold > 0.0 && amount > 0.0 ? amount / sold : NAN;
  for (guint t = 0; t < past->n && pieces; t++)
    past->pieces[row * past->n + t] = amount > 0.0 ? MAX (money[t], 0.0) * sold / amount : MAX (quantity[t], 0.0);
}

static gboolean
take_waste (HwStore      *store,
            HwPilotPast  *past,
            GError      **error)
{
  g_autoptr (GArray) waste = hw_loss_repo_waste (store, past->first, past->first + (HwDay) past->n * WEEK - 1, error);

  for (guint i = 0; waste != NULL && i < waste->len; i++)
    {
      const HwWaste *thrown = &g_array_index (waste, HwWaste, i);
      const int row = hw_pilot_past_find (past, thrown->product_id), week = week_of (past, thrown->day);

      if (row >= 0 && week >= 0 && week < (int) past->n)
        past->pieces[(gsize) row * past->n + (gsize) week] += hw_scaled_to_double (thrown->quantity);
    }

  return waste != NULL;
}

/* Weeks without any sale at all were closed, and a product begins with its first sale. */
static void
leave_out (const Reading *reading,
           gsize          row)
{
  const HwPilotPast *past = reading->past;
  double *pieces = past->pieces + row * past->n, *money = past->money + row * past->n;
  gboolean begun = FALSE;

  for (guint t = 0; t < past->n; t++)
    {
      begun |= reading->quantity[row * past->n + t] > 0.0;
      if (begun && reading->any[t] > 0.0)
        continue;

      pieces[t] = money[t] = NAN;
    }
}

static gboolean
load_products (HwStore      *store,
               HwPilotPast  *past,
               GError      **error)
{
  const gboolean waste = g_str_equal (past->metric->id, "waste_rate");
  g_auto (Reading) reading = { .past = past, .row = -1 };
  gsize n_values;

  past->products = hw_product_repo_list (store, error);
  if (past->products == NULL || past->n == 0)
    return past->products != NULL;

  n_values = (gsize) past->products->len * past->n;
  past->pieces = g_new0 (double, n_values + 1);
  past->money = g_new0 (double, n_values + 1);
  past->price = g_new0 (double, past->products->len + 1);
  past->by_product = past->product == 0 && (waste || g_str_equal (past->metric->id, "revenue"));
  reading.quantity = g_new0 (double, n_values + 1);
  reading.any = g_new0 (double, past->n + 1);
  if (!hw_sale_repo_each_day (store, past->first, past->first + (HwDay) past->n * WEEK - 1, take_sale, &reading, error))
    return FALSE;

  for (guint row = 0; row < past->products->len; row++)
    count_pieces (&reading, row, !waste);
  if (waste && !take_waste (store, past, error))
    return FALSE;

  for (guint row = 0; row < past->products->len; row++)
    leave_out (&reading, row);

  return TRUE;
}

/* --- customers --- */

typedef struct
{
  HwPilotPast *past;
  GArray      *days;  /* (owned) of HwCustomerDay */
} Bought;

static gboolean
take_customer (const HwCustomerDay *day,
               gpointer             data)
{
  Bought *bought = data;
  const int from = (int) bought->past->before - HALF_YEAR, week = week_of (bought->past, day->day);
  GArray *ids = bought->past->customers;

  g_array_append_val (bought->days, *day);
  if (week >= from && week < (int) bought->past->before &&
      (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != day->customer_id))
    g_array_append_val (ids, day->customer_id);

  return TRUE;
}

static gboolean
load_customers (HwStore      *store,
                HwPilotPast  *past,
                GError      **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (HwCustomerDay));
  Bought bought = { past, days };
  guint row = 0;

  if (past->n == 0)
    return TRUE;

  if (!hw_sale_repo_each_customer_day (store, past->first, past->first + (HwDay) past->n * WEEK - 1, take_customer, &bought, error))
    return FALSE;

  past->spent = g_new0 (double, (gsize) past->customers->len * past->n + 1);
  for (guint i = 0; i < days->len; i++)
    {
      const HwCustomerDay *day = &g_array_index (days, HwCustomerDay, i);
      const int week = week_of (past, day->day);

      while (row < past->customers->len && g_array_index (past->customers, gint64, row) < day->customer_id)
        row++;
      if (week >= 0 && week < (int) past->n && row < past->customers->len &&
          g_array_index (past->customers, gint64, row) == day->customer_id)
        past->spent[(gsize) row * past->n + (gsize) week] += hw_scaled_to_double (day->amount);
    }

  return TRUE;
}

HwPilotPast *
hw_pilot_past_load (HwSession       *session,
                    const HwMetric  *metric,
                    gint64           product,
                    HwDay            start,
                    HwDay            known,
                    const HwTick    *tick,
                    GError         **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwPilotPast) self = past_new (metric, product);

  if (!load_metric (session, self, start, known, tick, error) || !load_products (store, self, error))
    return NULL;

  if (product == 0 && g_str_equal (metric->id, "revenue") && !load_customers (store, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
hw_pilot_past_scale (const HwPilotPast *self,
                     const double      *y,
                     double            *out)
{
  gboolean logs = TRUE;
  double sum = 0.0;
  guint n = 0;

  for (guint t = 0; t < self->n; t++)
    {
      logs &= isnan (y[t]) || y[t] > 0.0;
      if (t < self->before && !isnan (y[t]))
        {
          sum += y[t];
          n++;
        }
    }

  for (guint t = 0; t < self->n; t++)
    out[t] = isnan (y[t]) || (!logs && !(fabs (sum) > 0.0)) ? NAN : logs ? log (y[t]) : y[t] * n / fabs (sum);

  return logs;
}

void
hw_pilot_past_control (const HwPilotPast *self,
                       gint64             control,
                       double            *out)
{
  const int row = control != 0 ? hw_pilot_past_find (self, control > 0 ? control : -1 - control) : -1;
  const char *category = row >= 0 ? g_array_index (self->products, HwProduct, row).category : NULL;

  for (guint t = 0; t < self->n; t++)
    {
      double sum = 0.0;
      gboolean any = FALSE;

      for (guint i = 0; category != NULL && i < self->products->len; i++)
        {
          const HwProduct *product = &g_array_index (self->products, HwProduct, i);
          const double money = self->money[(gsize) i * self->n + t];

          if ((control > 0 ? (int) i != row : g_strcmp0 (product->category, category) != 0) || isnan (money))
            continue;

          sum += money;
          any = TRUE;
        }

      out[t] = any ? sum : NAN;
    }
}
