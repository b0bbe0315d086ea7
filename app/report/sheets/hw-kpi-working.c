/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-kpi-working.h"

#include "report/hw-book.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define DAYS_A_YEAR 365
#define STAY_YEARS 5

#define OF(field) offsetof (HwPeriodSums, field)
#define IN_TIME "rows_date,\">=\"&[from],rows_date,\"<=\"&[to]"
#define IF_IN_TIME "(rows_date>=[from])*(rows_date<=[to])"

const HwKpiInput hw_kpi_inputs[HW_KPI_N_INPUTS] = {
  { "days", N_("Days"), HW_CELL_COUNT, HW_KPI_FIELD_INT, OF (n_days), "[to]-[from]+1" },
  { "revenue", N_("Sales"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (revenue), "SUMIFS(rows_sales," IN_TIME ")" },
  { "back", N_("Days back to the year before: 52 weeks"), HW_CELL_COUNT, HW_KPI_FIELD_FIXED, HW_BOOK_YEAR_DAYS, NULL },
  { "year_ago", N_("Sales 52 weeks before"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (revenue_year_ago),
    "SUMIFS(rows_sales,rows_date,\">=\"&([from]-[back]),rows_date,\"<=\"&([to]-[back]))" },
  { "costed", N_("Sales of goods whose cost is known"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (costed_revenue),
    "SUMIFS(rows_sales," IN_TIME ",rows_cost,\">=0\")" },
  { "cogs", N_("Cost of these goods"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (cogs),
    "SUMPRODUCT(" IF_IN_TIME "*rows_units*rows_cost)" },
  { "order_revenue", N_("Sales on lines with a receipt number"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (order_revenue), NULL },
  { "orders", N_("Receipts"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_orders), NULL },
  { "customers", N_("Customers"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_customers), NULL },
  { "new", N_("Customers who bought for the first time"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_new_customers), NULL },
  { "repeat", N_("Customers with two or more purchases"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_repeat_customers), NULL },
  { "customers_before", N_("Customers of the time before"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_customers_before), NULL },
  { "kept", N_("Of these, bought again"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_kept_customers), NULL },
  { "customer_revenue", N_("Sales on lines that say who bought"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (customer_revenue), NULL },
  { "stay_years", N_("Years ahead that count, at the most"), HW_CELL_COUNT, HW_KPI_FIELD_FIXED, STAY_YEARS, NULL },
  { "carrying", N_("Cost of keeping stock, as a share of its value a year"), HW_CELL_SHARE, HW_KPI_FIELD_DOUBLE, OF (carrying), NULL },
  { "year", N_("Days in a year"), HW_CELL_COUNT, HW_KPI_FIELD_FIXED, DAYS_A_YEAR, NULL },
  { "mean_stock", N_("Usual value of the stock, at cost"), HW_CELL_MONEY, HW_KPI_FIELD_DOUBLE, OF (mean_stock_value), NULL },
  { "on_hand", N_("Units in stock"), HW_CELL_UNITS, HW_KPI_FIELD_SCALED, OF (on_hand_units), NULL },
  { "daily", N_("Units expected to sell each day"), HW_CELL_EXPECTED, HW_KPI_FIELD_DOUBLE, OF (forecast_daily_units), NULL },
  { "served", N_("Sales on days with a count"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (served), NULL },
  { "lost", N_("Sales missed while sold out"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (lost_sales), NULL },
  { "item_days", N_("Counted days of all products"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_item_days), NULL },
  { "sold_out", N_("Of these, ended at zero"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_sold_out_days), NULL },
  { "stock_value", N_("Value of the stock, at cost"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (stock_value), NULL },
  { "dead", N_("Of this, with no sale in 180 days"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (dead_stock_value), NULL },
  { "waste", N_("Cost of what was thrown away"), HW_CELL_MONEY, HW_KPI_FIELD_SCALED, OF (waste_value), NULL },
  { "misses", N_("Misses of the forecast, units a day"), HW_CELL_EXPECTED, HW_KPI_FIELD_DOUBLE, OF (forecast_abs_error), NULL },
  { "bias", N_("Forecast less what sold, units a day"), HW_CELL_EXPECTED, HW_KPI_FIELD_DOUBLE, OF (forecast_error), NULL },
  { "sold", N_("What sold then, units a day"), HW_CELL_EXPECTED, HW_KPI_FIELD_DOUBLE, OF (forecast_actual), NULL },
  { "simple_misses", N_("Misses of the simple rule, units a day"), HW_CELL_EXPECTED, HW_KPI_FIELD_DOUBLE, OF (simple_abs_error), NULL },
  { "wait", N_("Days from order to delivery, mean"), HW_CELL_DAYS, HW_KPI_FIELD_DOUBLE, OF (lead_mean), NULL },
  { "wait_spread", N_("Usual distance from that mean, days"), HW_CELL_RATIO, HW_KPI_FIELD_DOUBLE, OF (lead_sd), NULL },
  { "agreed", N_("Order lines with an agreed day that came"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_agreed), NULL },
  { "on_time", N_("Of these, on time and complete"), HW_CELL_COUNT, HW_KPI_FIELD_COUNT, OF (n_on_time_full), NULL },
  { "shares", N_("Suppliers' shares, each times itself, added up"), HW_CELL_RATIO, HW_KPI_FIELD_DOUBLE, OF (supplier_hhi), NULL },
};

typedef struct
{
  const char *id;
  const char *formula;
} Working;

static const Working workings[] = {
  { "revenue", "[revenue]" },
  { "revenue_growth_yoy", "([revenue]-[year_ago])/[year_ago]" },
  { "gross_margin_pct", "([costed]-[cogs])/[costed]" },
  { "average_order_value", "[order_revenue]/[orders]" },
  { "new_customers", "[new]" },
  { "retention_rate", "[kept]/[customers_before]" },
  { "repeat_purchase_rate", "[repeat]/[customers]" },
  { "churn_rate", "1-[kept]/[customers_before]" },
  { "clv", "[customer_revenue]/[customers]*(([costed]-[cogs])/[costed])"
           "*IF((1-[kept]/[customers_before])*[stay_years]*[year]/[days]>1,"
           "1/(1-[kept]/[customers_before]),[stay_years]*[year]/[days])" },
  { "inventory_carrying_cost", "[mean_stock]*[carrying]" },
  { "food_cost_pct", "([cogs]+[waste])/[costed]" },
  { "inventory_turnover", "[cogs]*([year]/[days])/[mean_stock]" },
  { "days_inventory", "MAX([on_hand],0)/[daily]" },
  { "fill_rate", "[served]/([served]+[lost])" },
  { "stockout_rate", "[sold_out]/[item_days]" },
  { "lost_sales_value", "[lost]" },
  { "dead_stock_share", "[dead]/[stock_value]" },
  { "waste_rate", "[waste]/([cogs]+[waste])" },
  { "forecast_wape", "[misses]/[sold]" },
  { "forecast_mase", "[misses]/[simple_misses]" },
  { "forecast_bias", "[bias]/[sold]" },
  { "lead_time_mean", "[wait]" },
  { "lead_time_cv", "[wait_spread]/[wait]" },
  { "supplier_otif", "[on_time]/[agreed]" },
  { "supplier_concentration", "[shares]" },
};

int
hw_kpi_input_find (const char *key,
                   gsize       length)
{
  for (guint i = 0; i < HW_KPI_N_INPUTS; i++)
    if (strlen (hw_kpi_inputs[i].key) == length && strncmp (hw_kpi_inputs[i].key, key, length) == 0)
      return (int) i;

  return -1;
}

const char *
hw_kpi_working (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (workings); i++)
    if (strcmp (workings[i].id, id) == 0)
      return workings[i].formula;

  return NULL;
}
