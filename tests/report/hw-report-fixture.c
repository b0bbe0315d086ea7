/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-report-fixture.h"

#include "core/hw-format.h"

#include <math.h>
#include <string.h>

#define N_UGLY 8
#define KPI_DAYS 84
#define HORIZON 28

/* Names that a spreadsheet would like to take for something else. */
static const struct { const char *sku, *name, *supplier; } ugly[N_UGLY] = {
  { "R-001",  "Rye loaf 1 kg",              "Mill & Sons" },
  { "007",    "=1+1",                       "=HYPERLINK(\"x\")" },
  { "7",      "+49 30 123456",              "mill & sons" },
  { "@SUM",   "-5 °C ice cream <b>&amp;",   "" },
  { "*",      "Brötchen \"Kaiser\"",        "A*" },
  { "1E3",    "2026-01-02",                 "AB" },
  { "'quote", "Крендель 面包",              ">5" },
  { "~?",     "TRUE",                       "A*" },
};

static void
add_products (HwReportFixture *self,
              int              n,
              int              decimals)
{
  const gint64 coin = decimals == 0 ? HW_MONEY_ONE : 100; /* 1/100 */

  for (int i = 0; i < n; i++)
    {
      HwProduct p = { .id = 1000 + i };

      p.sku = i < N_UGLY ? g_strdup (ugly[i].sku) : g_strdup_printf ("B-%03d", i);
      p.name = i < N_UGLY ? g_strdup (ugly[i].name) : g_strdup_printf ("Bun no. %d", i);
      p.category = g_strdup (i % 3 == 0 ? "Bread" : i % 3 == 1 ? "Cake" : "");
      p.unit = g_strdup ("piece");
      p.price = coin * (120 + 35 * (i % 9));
      p.cost = i % 5 == 4 ? HW_UNKNOWN : coin * (45 + 13 * (i % 9)) + (decimals > 0 && i % 4 == 2 ? 50 : 0);
      g_array_append_val (self->products, p);
    }
}

static void
add_rows (HwReportFixture *self,
          int              n_days)
{
  for (int d = 0; d < n_days; d++)
    for (guint i = 0; i < self->products->len; i++)
      {
        const HwProduct *p = &g_array_index (self->products, HwProduct, i);
        HwReportRow row = { .product = i, .day = self->report.as_of - n_days + d };

        if (hw_day_weekday (row.day) == 6 || (d * 7 + (int) i * 5) % 11 == 0)
          continue;
        row.quantity = HW_QUANTITY_ONE * (2 + (d * (int) (i + 3)) % 13 + 4 * (hw_day_weekday (row.day) == 5));
        if (i % 10 == 3)
          row.quantity += 2500; /* sold by weight */
        if ((d + (int) i) % 97 == 5)
          row.quantity = -HW_QUANTITY_ONE;
        row.n_lines = 1 + (d + (int) i) % 4;
        g_assert_true (hw_money_times (p->price, row.quantity, &row.amount));
        g_array_append_val (self->rows, row);
      }
}

static HwPeriodSums
sum_rows (const HwReportFixture *self,
          HwDay                  from,
          HwDay                  to)
{
  HwPeriodSums s = { .from = from, .to = to, .n_days = to - from + 1 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const HwReportRow *row = &g_array_index (self->rows, HwReportRow, i);
      const HwProduct *p = &g_array_index (self->products, HwProduct, row->product);
      HwMoney cost = 0;

      if (row->day >= from - 364 && row->day <= to - 364)
        s.revenue_year_ago += row->amount;
      if (row->day < from || row->day > to)
        continue;
      s.n_lines += row->n_lines;
      s.revenue += row->amount;
      s.units += row->quantity;
      if (p->cost == HW_UNKNOWN)
        continue;
      g_assert_true (hw_money_times (p->cost, row->quantity, &cost));
      s.costed_revenue += row->amount;
      s.cogs += cost;
    }

  s.has_year_ago = s.revenue_year_ago > 0;
  return s;
}

static HwPeriodSums
make_sums (const HwReportFixture *self,
           HwDay                  from,
           HwDay                  to)
{
  HwPeriodSums s = sum_rows (self, from, to);

  s.has_before = TRUE;
  s.n_orders = 2900;
  s.order_revenue = s.revenue / 10 * 9;
  s.n_customers = 310, s.n_repeat_customers = 120, s.n_new_customers = 41;
  s.n_kept_customers = 190, s.n_customers_before = 280;
  s.n_counted_products = 10;
  s.stock_value = 42 * HW_MONEY_ONE, s.dead_stock_value = 5 * HW_MONEY_ONE, s.mean_stock_value = 57.25;
  s.n_item_days = 900, s.n_sold_out_days = 47;
  s.lost_sales = 312 * HW_MONEY_ONE, s.served = s.revenue;
  s.forecast_abs_error = 412.5, s.forecast_error = -31.25, s.forecast_actual = 2750.0, s.simple_abs_error = 520.0;
  s.forecast_daily_units = 88.8, s.on_hand_units = 640 * HW_QUANTITY_ONE;
  s.n_waste = 12, s.wasted = 40 * HW_QUANTITY_ONE, s.waste_value = 27 * HW_MONEY_ONE;
  s.n_receipts = 31, s.n_on_time_full = 26, s.lead_mean = 3.2, s.lead_sd = 1.1;
  s.supplier_hhi = 0.31, s.purchases = 900 * HW_MONEY_ONE;
  return s;
}

static HwForecastSeries *
make_series (const HwReportFixture *self,
             int                    product)
{
  HwForecastSeries *s = hw_forecast_series_new ();
  const HwProduct *p = product >= 0 ? &g_array_index (self->products, HwProduct, product) : NULL;
  const double size = p != NULL ? 5.0 + product : 60.0;
  const HwDay today = self->report.as_of;

  s->product_id = p != NULL ? p->id : 0;
  s->product_category = p != NULL ? g_strdup (p->category) : NULL;
  s->key = g_strdup (p != NULL ? p->sku : "*");
  s->name = g_strdup (p != NULL ? p->name : "All products");
  s->method = (HwMethod) ((product + 1) % HW_METHOD_N);
  s->error = size / 7.0;
  s->simple_error = product == 2 ? 0.0 : size / 5.0;
  if (product == 5)
    {
      s->missing = HW_NO_FORECAST_TOO_SHORT;
      return s;
    }

  for (int d = 0; d < 2 * KPI_DAYS && p == NULL; d++)
    {
      const HwPastPoint past = { .day = today - 2 * KPI_DAYS + d, .units = size };

      g_array_append_val (s->past, past);
    }
  for (int d = 0; d < HORIZON; d++)
    {
      const double mean = size * (1.0 + 0.25 * sin (d * 0.9)) + d / 3.0;
      const double width = size * 0.1 * sqrt (d + 1.0);
      const HwForecastPoint ahead = {
        .day = today + d, .mean = mean, .lo80 = mean - width, .hi80 = mean + width,
        .lo95 = mean - 1.5 * width, .hi95 = mean + 1.5 * width, .median = mean, .model = mean, .shown = mean,
        .simple = size * (1.0 + 0.2 * (d % 7 == 5)),
      };

      g_array_append_val (s->ahead, ahead);
    }

  return s;
}

/* The total or a category expects what its products do. */
static void
add_up (HwForecastPlan   *plan,
        HwForecastSeries *sum)
{
  for (guint d = 0; d < sum->ahead->len; d++)
    {
      HwForecastPoint *point = &g_array_index (sum->ahead, HwForecastPoint, d);
      const double wide = point->hi95 - point->mean, narrow = point->hi80 - point->mean;
      double mean = 0.0;

      for (guint i = 1; i < plan->series->len; i++)
        {
          const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

          if (series->ahead->len > d && (sum->category == NULL || g_str_equal (sum->category, series->product_category)))
            mean += g_array_index (series->ahead, HwForecastPoint, d).mean;
        }

      *point = (HwForecastPoint) {
        .day = point->day, .mean = mean, .median = mean, .model = mean, .shown = mean, .simple = point->simple,
        .lo80 = mean - narrow, .hi80 = mean + narrow, .lo95 = mean - wide, .hi95 = mean + wide,
      };
    }
}

static void
add_categories (HwReportFixture *self)
{
  static const char *const names[] = { "Bread", "Cake" };

  for (guint i = 0; i < G_N_ELEMENTS (names) && self->products->len > 1; i++)
    {
      HwForecastSeries *series = make_series (self, -1);

      g_free (series->name);
      series->name = g_strdup (names[i]);
      series->category = g_strdup (names[i]);
      add_up (self->forecast, series);
      g_ptr_array_add (self->forecast->categories, series);
    }
}

static void
add_accuracy (HwReportFixture *self)
{
  self->accuracy = hw_forecast_accuracy_new ();
  self->kept = g_array_new (FALSE, FALSE, sizeof (HwReportKept));

  for (int i = -1; i < (int) self->products->len; i++)
    {
      HwAccuracyLine *line = hw_accuracy_line_new ();

      line->product_id = i >= 0 ? g_array_index (self->products, HwProduct, i).id : 0;
      line->name = g_strdup (i >= 0 ? g_array_index (self->products, HwProduct, i).name : "All products");
      line->each = i == 3 ? 0.0 : 1.25;
      if (i != 4) /* too new to be tried */
        line->tested = (HwForecastScore) {
          .n = 90 - i, .off = 130.5 + i, .simple_off = 170.25 + i, .sold = 900.0, .n_ranges = 90 - i, .n_in80 = 73, .n_in95 = 85,
        };
      g_ptr_array_add (self->accuracy->lines, line);
    }

  for (HwDay day = self->report.last_day - 9; day <= self->report.last_day; day++)
    {
      const HwReportKept kept = { day, 60.0 + day % 7, 55.0 + day % 5, 40.0, 90.0 };

      g_array_append_val (self->kept, kept);
    }
}

static void
add_forecast (HwReportFixture *self)
{
  self->forecast = hw_forecast_plan_new ();
  self->forecast->by = HW_BY_DAY;
  self->forecast->horizon = HORIZON;
  self->forecast->as_of = self->report.as_of;
  self->forecast->last_day = self->report.as_of - 1;
  self->forecast->season = 7;
  for (int i = -1; i < (int) self->products->len; i++)
    g_ptr_array_add (self->forecast->series, make_series (self, i));
  add_up (self->forecast, g_ptr_array_index (self->forecast->series, 0));
  add_categories (self);
}

/* What the plan says of a line beside its amount. */
static void
judge_line (HwStockLine *line,
            guint        i,
            HwDay        today)
{
  const gboolean counted = line->on_hand != HW_UNKNOWN;

  line->pattern = (HwPattern) (i % 6);
  line->lot = HW_QUANTITY_ONE * 12;
  line->served = 0.9 + (double) i / 1000.0;
  line->arrives = today + 2, line->arrives_early = today + 1, line->arrives_late = today + 4;
  if (line->runs_out != HW_DAY_NONE)
    line->runs_out_early = line->runs_out, line->runs_out_late = line->runs_out + 3;
  line->year_cost = counted ? HW_MONEY_ONE * (40 + (gint64) i) : HW_UNKNOWN;
  line->year_cost_now = counted && i % 3 == 0 ? HW_MONEY_ONE * (47 - (gint64) i) : HW_UNKNOWN;
  line->excess = counted && i > 8 ? HW_QUANTITY_ONE * (gint64) i : 0;
  line->way_out = line->excess > 0 ? (HwWayOut) (1 + i % 4) : HW_WAY_OUT_NONE;
  line->way_out_money = line->excess > 0 ? HW_MONEY_ONE * 3 : 0;
  line->change = (HwStockChange) (i % 10);
  if (counted && line->unit_cost != HW_UNKNOWN)
    {
      g_assert_true (hw_money_times (line->unit_cost, line->on_hand, &line->stock_value));
      g_assert_true (hw_money_times (line->unit_cost, line->excess, &line->excess_value));
    }
  else
    {
      line->excess_value = line->excess > 0 ? HW_MONEY_ONE * 9 : 0; /* from the price */
    }
}

static void
add_line (HwStockPlan *plan,
          HwStockLine *line)
{
  const gboolean planned = line->year_cost != HW_UNKNOWN;

  if (planned && plan->year_cost == HW_UNKNOWN)
    plan->year_cost = plan->year_cost_now = 0;
  plan->year_cost += planned ? line->year_cost : 0;
  plan->year_cost_now += line->year_cost_now != HW_UNKNOWN ? line->year_cost_now : planned ? line->year_cost : 0;
  plan->stock_value += line->stock_value;
  plan->excess_value += line->excess_value;
  plan->order_value += line->value;
  plan->n_orders += line->order_now > 0;
  g_ptr_array_add (plan->lines, line);
}

/* One below its minimum, one above, and one that nothing is known of. */
static void
add_suppliers (HwStockPlan *plan)
{
  static const struct { const char *name; int min_order, freight; gboolean wait; } known[] = {
    { "Mill & Sons", 900, 12, TRUE }, { "A*", 1, 0, FALSE }, { "", 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      HwStockSupplier *supplier = g_new0 (HwStockSupplier, 1);

      supplier->supplier_id = i;
      supplier->name = g_strdup (known[i].name);
      supplier->min_order = HW_MONEY_ONE * known[i].min_order;
      supplier->freight = HW_MONEY_ONE * known[i].freight;
      supplier->wait = known[i].wait;
      g_ptr_array_add (plan->suppliers, supplier);
    }

  plan->terms.said = HW_SAID_BUDGET;
  plan->terms.budget = HW_MONEY_ONE * 500;
  plan->budget_left = plan->terms.budget - plan->order_value - HW_MONEY_ONE * 12;
}

static void
add_orders (HwReportFixture *self)
{
  for (guint i = 0; i < MIN (self->products->len, 3); i++)
    {
      const HwProduct *p = &g_array_index (self->products, HwProduct, i);
      HwReportOrder order = {
        .product_id = p->id, .name = g_strdup (p->name), .supplier = g_strdup (ugly[i].supplier), .state = g_strdup ("On its way"),
        .ordered = self->report.as_of - 3, .early = i == 2 ? HW_DAY_NONE : self->report.as_of + 1,
        .late = i == 2 ? HW_DAY_NONE : self->report.as_of + 4, .quantity = HW_QUANTITY_ONE * 12, .received = HW_QUANTITY_ONE * (gint64) i,
        .unit_cost = i == 1 ? HW_UNKNOWN : p->cost,
      };

      g_array_append_val (self->orders, order);
    }
}

static void
order_clear (gpointer data)
{
  HwReportOrder *order = data;

  g_free (order->name);
  g_free (order->supplier);
  g_free (order->state);
}

static void
add_stock (HwReportFixture *self)
{
  self->stock = hw_stock_plan_new ();
  self->stock->as_of = self->report.as_of;
  self->stock->service = 0.95;

  for (guint i = 0; i < self->products->len; i++)
    {
      const HwProduct *p = &g_array_index (self->products, HwProduct, i);
      HwStockLine *line = hw_stock_line_new ();
      const HwMoney each = p->cost != HW_UNKNOWN ? p->cost : p->price;

      line->product_id = p->id;
      line->key = g_strdup (p->sku);
      line->name = g_strdup (p->name);
      line->supplier = g_strdup (i < N_UGLY ? ugly[i].supplier : i % 2 == 0 ? "Mill & Sons" : "Dairy Co-op");
      line->abc = (HwAbc) (i % 3);
      line->xyz = (HwXyz) (i % 2);
      line->on_hand = i % 6 == 5 ? HW_UNKNOWN : HW_QUANTITY_ONE * (gint64) (i * 3);
      line->reason = line->on_hand == HW_UNKNOWN ? HW_STOCK_NO_COUNT : i < 9 ? HW_STOCK_ORDER : HW_STOCK_ENOUGH;
      line->counted = self->report.as_of - 1;
      line->lead_days = 2;
      line->lead_assumed = i % 4 == 1;
      line->daily_units = 4.0 + i / 3.0;
      line->safety_stock = HW_QUANTITY_ONE * (4 + (gint64) i);
      line->reorder_point = HW_QUANTITY_ONE * (12 + (gint64) i);
      line->order_up_to = HW_QUANTITY_ONE * (30 + (gint64) i);
      line->unit_cost = p->cost;
      line->price = p->price;
      line->runs_out = i < 4 ? self->report.as_of + (int) i : HW_DAY_NONE;
      if (line->reason == HW_STOCK_ORDER)
        {
          line->order_now = HW_QUANTITY_ONE * (24 - (gint64) i) + (i == 3 ? 5000 : 0);
          g_assert_true (hw_money_times (each, line->order_now, &line->value));
          line->at_risk = line->value * 2;
          line->gain = line->value / 4;
        }
      judge_line (line, i, self->report.as_of);
      add_line (self->stock, line);
    }

  add_suppliers (self->stock);
  add_orders (self);
}

static void
add_imports (HwReportFixture *self)
{
  HwImport sales = {
    .id = 1, .kind = HW_IMPORT_SALES, .file_name = g_strdup ("=cmd|' /C calc'!A0.csv"),
    .sha256 = g_strdup ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    .at = (gint64) self->report.as_of * 86400 + 3600, .rows_read = 4100, .rows_imported = 4093, .rows_with_issues = 7,
    .first_day = self->report.first_day, .last_day = self->report.last_day, .amount_total = 12345,
  };
  HwImport undone = {
    .id = 2, .kind = HW_IMPORT_STOCK, .file_name = g_strdup ("undone.csv"), .sha256 = g_strdup ("00"),
    .first_day = HW_DAY_NONE, .last_day = HW_DAY_NONE, .amount_total = HW_UNKNOWN, .undone = TRUE,
  };

  g_array_append_val (self->imports, sales);
  g_array_append_val (self->imports, undone);
}

HwReportFixture *
hw_report_fixture_new (const char *currency,
                       const char *country,
                       int         n_products,
                       int         n_days)
{
  HwReportFixture *self = g_new0 (HwReportFixture, 1);
  HwReport *report = &self->report;
  HwPeriodSums now, before;

  self->business.name = g_strdup ("Corner Bakery & Café");
  self->business.sector = g_strdup ("bakery");
  self->business.country = g_strdup (country);
  g_strlcpy (self->business.currency, currency, sizeof self->business.currency);
  self->products = hw_products_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (HwReportRow));
  self->imports = hw_imports_new ();
  self->orders = g_array_new (FALSE, FALSE, sizeof (HwReportOrder));
  g_array_set_clear_func (self->orders, order_clear);

  report->as_of = hw_day_from_ymd (2026, 3, 28);
  report->rows_by = HW_BY_DAY;
  report->first_day = n_days > 0 ? report->as_of - n_days : HW_DAY_NONE;
  report->last_day = n_days > 0 ? report->as_of - 1 : HW_DAY_NONE;

  add_products (self, n_products, hw_currency_decimals (currency));
  add_rows (self, n_days);
  if (n_days > 0)
    {
      add_forecast (self);
      add_accuracy (self);
      add_stock (self);
      add_imports (self);
      now = make_sums (self, report->as_of - KPI_DAYS, report->as_of - 1);
      before = make_sums (self, report->as_of - 2 * KPI_DAYS, report->as_of - KPI_DAYS - 1);
      before.n_orders = 0;
      before.n_receipts = 0;
    }
  else
    {
      now = (HwPeriodSums) { .from = report->as_of - KPI_DAYS, .to = report->as_of - 1, .n_days = KPI_DAYS };
      before = (HwPeriodSums) { 0 };
    }
  self->metrics = hw_metric_sheet_new (&now, &before, report->as_of);

  report->business = &self->business;
  report->products = self->products;
  report->rows = self->rows;
  report->forecast = self->forecast;
  report->forecast_run = self->forecast != NULL ? "1a2b3c4d" : NULL;
  report->accuracy = self->accuracy;
  report->kept = self->kept;
  report->stock = self->stock;
  report->stock_run = "5e6f7a8b";
  report->stock_ways = 48;
  report->orders = self->orders;
  report->metrics = self->metrics;
  report->imports = self->imports;
  return self;
}

static void
make_rows_monthly (HwReportFixture *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (HwReportRow));
  g_autofree HwReportRow *month = g_new0 (HwReportRow, self->products->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const HwReportRow *row = &g_array_index (self->rows, HwReportRow, i);
      HwReportRow *sum = &month[row->product];

      sum->product = row->product;
      sum->day = hw_by_start (HW_BY_MONTH, row->day);
      sum->quantity += row->quantity;
      sum->amount += row->amount;
      sum->n_lines += row->n_lines;

      if (i + 1 < self->rows->len
          && hw_by_start (HW_BY_MONTH, g_array_index (self->rows, HwReportRow, i + 1).day) == sum->day)
        continue;
      for (guint k = 0; k < self->products->len; k++)
        if (month[k].n_lines > 0)
          g_array_append_val (rows, month[k]);
      memset (month, 0, self->products->len * sizeof *month);
    }

  g_array_unref (self->rows);
  self->rows = rows;
  self->report.rows = rows;
  self->report.rows_by = HW_BY_MONTH;
}

static void
make_series_monthly (HwReportFixture *self,
                     GPtrArray       *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      HwForecastSeries *series = g_ptr_array_index (list, i);

      g_array_set_size (series->ahead, MIN (series->ahead->len, 6));
      for (guint k = 0; k < series->ahead->len; k++)
        g_array_index (series->ahead, HwForecastPoint, k).day = hw_by_add (HW_BY_MONTH, self->report.as_of, (int) k + 1);
      g_array_set_size (series->past, MIN (series->past->len, 13));
      for (guint k = 0; k < series->past->len; k++)
        g_array_index (series->past, HwPastPoint, k).day = hw_by_add (HW_BY_MONTH, self->report.as_of, (int) k - 12);
    }
}

void
hw_report_fixture_make_monthly (HwReportFixture *self)
{
  make_rows_monthly (self);
  self->forecast->by = HW_BY_MONTH;
  self->forecast->horizon = 6;
  make_series_monthly (self, self->forecast->series);
  make_series_monthly (self, self->forecast->categories);
}

void
hw_report_fixture_free (HwReportFixture *self)
{
  hw_business_clear (&self->business);
  g_array_unref (self->products);
  g_array_unref (self->rows);
  g_array_unref (self->imports);
  g_array_unref (self->orders);
  hw_forecast_plan_free (self->forecast);
  hw_forecast_accuracy_free (self->accuracy);
  g_clear_pointer (&self->kept, g_array_unref);
  hw_stock_plan_free (self->stock);
  hw_metric_sheet_free (self->metrics);
  g_free (self);
}
