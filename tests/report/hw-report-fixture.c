/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-report-fixture-private.h"

#include "core/hw-country.h"

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

const char *
hw_report_fixture_supplier (guint product)
{
  return product < N_UGLY ? ugly[product].supplier : product % 2 == 0 ? "Mill & Sons" : "Dairy Co-op";
}

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
        HwReportRow row = {
          .product = i, .day = self->report.as_of - n_days + d, .n_files = 1 + (int) i % 2, .first_row = 2 + d, .last_row = 3 + d,
        };

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
  s.n_receipts = 31, s.n_agreed = 28, s.n_on_time_full = 26, s.lead_mean = 3.2, s.lead_sd = 1.1;
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

/* One that was typed in, one that people were asked for. */
static GArray *
make_figures (HwDay as_of)
{
  GArray *figures = g_array_new (FALSE, TRUE, sizeof (HwFigure));
  const HwFigure typed = {
    .metric = hw_metric_find ("net_profit_margin"), .source = HW_FIGURE_TYPED_IN, .state = HW_METRIC_OK, .value = 0.045,
    .low = NAN, .high = NAN, .from = HW_DAY_NONE, .to = as_of - 30,
  };
  const HwFigure asked = {
    .metric = hw_metric_find ("nps"), .source = HW_FIGURE_SURVEY, .state = HW_METRIC_OK, .value = 54.0,
    .low = 37.2, .high = 70.8, .n = 50, .from = HW_DAY_NONE, .to = as_of - 9,
  };

  g_array_append_val (figures, typed);
  g_array_append_val (figures, asked);
  return figures;
}

/* Thirty weeks, one of them without sales, the last two outside the range. */
static HwWatch *
make_watch (HwDay as_of)
{
  HwWatch *watch = hw_watch_new ();
  HwWatchLine *line = hw_watch_line_new (HW_MONITOR_DRIFT);

  for (int i = 0; i < 30; i++)
    {
      const double sold = i == 7 ? NAN : 900.0 + 10.0 * (i % 5) + (i > 27 ? 400.0 : 0.0);
      const HwWatchWeek week = {
        as_of - 7 * (30 - i), sold, 920.0, 800.0, 1040.0, i == 0 || i == 8 ? NAN : 900.0 + 10.0 * ((i - 1) % 5), i > 15,
      };

      g_array_append_val (watch->weeks, week);
    }

  line->light = HW_LIGHT_RED;
  line->said = g_strdup ("=1+1");
  g_ptr_array_add (watch->lines, line);
  watch->as_of = as_of;
  return watch;
}

static void
free_trial (gpointer data)
{
  HwReportTrial *trial = data;

  hw_verdict_free (trial->verdict);
  g_free (trial->name);
  g_free (trial->but);
  g_free (trial);
}

/* One that pays, one that does not, one that is not known in money. NPV and return of the
 * first were worked out by hand: 400 today for 2,000 a year at 8 %. */
static GPtrArray *
make_trials (HwDay as_of)
{
  static const struct { const char *name; double volume, npv, irr, payback; } trials[] = {
    { "=Bake twice", 60000.0, 4754.193974495759, 4.976578641100861, 0.2 },
    { "Ask for more", 5000.0, -915.4193974495756, NAN, NAN },
    { "Smile", 0.0, NAN, NAN, NAN },
  };
  GPtrArray *all = g_ptr_array_new_with_free_func (free_trial);

  for (gsize i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      HwReportTrial *trial = g_new0 (HwReportTrial, 1);
      HwVerdict *v = hw_verdict_new ();

      v->state = HW_JUDGED;
      v->metric = hw_metric_find ("revenue");
      v->start = as_of - 56;
      v->end = as_of - 1;
      v->n_weeks = 8;
      v->share = 0.12;
      v->share_low = 0.02;
      v->share_high = 0.22;
      v->p = 0.013;
      v->money.known = i < 2;
      v->money.volume = trials[i].volume;
      v->money.effect = 0.1;
      v->money.lost = 0.2;
      v->money.margin = 0.5;
      v->money.running = 200.0;
      v->money.hours = 0.25;
      v->money.wage = 200.0 / 13.0;
      v->money.set_up = 400.0;
      v->money.years = 3;
      v->money.rate = 0.08;
      trial->name = g_strdup (trials[i].name);
      trial->verdict = v;
      trial->npv = trials[i].npv;
      trial->irr = trials[i].irr;
      trial->payback = trials[i].payback;
      g_ptr_array_add (all, trial);
    }

  return all;
}

static const char *
find_source (const char *id)
{
  return g_str_equal (id, "nps") ? "A study of hotels and shops" : NULL;
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
  self->orders = hw_report_fixture_new_orders ();

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
      hw_report_fixture_add_stock (self);
      add_imports (self);
      now = make_sums (self, report->as_of - KPI_DAYS, report->as_of - 1);
      before = make_sums (self, report->as_of - 2 * KPI_DAYS, report->as_of - KPI_DAYS - 1);
      before.n_orders = 0;
      before.n_receipts = before.n_agreed = 0;
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
  self->figures = make_figures (report->as_of);
  report->figures = self->figures;
  report->find_source = find_source;
  if (n_days > 0)
    {
      self->assess = hw_report_assess_new (report);
      hw_report_fixture_add_year (self);
      hw_report_fixture_add_scale (self);
      self->watch = make_watch (report->as_of);
      report->watch = self->watch;
      self->trials = make_trials (report->as_of);
      report->trials = self->trials;
    }

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
      sum->n_files = row->n_files;
      sum->first_row = 2;
      sum->last_row = row->last_row;

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
  g_clear_pointer (&self->watch, hw_watch_free);
  g_clear_pointer (&self->roll_outs, g_ptr_array_unref);
  g_clear_pointer (&self->result, hw_return_free);
  g_clear_pointer (&self->trials, g_ptr_array_unref);
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
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->year, hw_year_free);
  g_clear_pointer (&self->changes, g_array_unref);
  hw_report_assess_free (self->assess);
  g_free (self);
}
