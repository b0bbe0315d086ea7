/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/hw-say.h"
#include "jobs/stock/hw-say-stock.h"
#include "jobs/stock/hw-stock-job.h"

#include <glib/gi18n-lib.h>

static void
add_scaled (GString  *csv,
            gint64    scaled,
            int       decimals,
            gboolean  last)
{
  g_autofree char *text = scaled != HW_UNKNOWN ? hw_scaled_to_text (scaled, decimals) : g_strdup ("");

  hw_cli_csv_add (csv, text, last);
}

static void
add_day (GString *csv,
         HwDay    day)
{
  char iso[HW_DAY_ISO_SIZE];

  hw_cli_csv_add (csv, day != HW_DAY_NONE ? hw_day_write_iso (day, iso) : "", FALSE);
}

static GString *
make_csv (const HwStockPlan *plan)
{
  GString *csv = g_string_new ("product,on_hand,reorder_point,order_up_to,safety_stock,order_now,value,"
                               "on_order,supplier,runs_out,arrives,at_risk,gain,excess,way_out,pattern,reason\n");

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      hw_cli_csv_add (csv, line->key, FALSE);
      add_scaled (csv, line->on_hand, 0, FALSE);
      add_scaled (csv, line->reorder_point, 0, FALSE);
      add_scaled (csv, line->order_up_to, 0, FALSE);
      add_scaled (csv, line->safety_stock, 0, FALSE);
      add_scaled (csv, line->order_now, 0, FALSE);
      add_scaled (csv, line->value, 2, FALSE);
      add_scaled (csv, line->on_order, 0, FALSE);
      hw_cli_csv_add (csv, line->supplier, FALSE);
      add_day (csv, line->runs_out);
      add_day (csv, line->arrives);
      add_scaled (csv, line->at_risk, 2, FALSE);
      add_scaled (csv, line->gain, 2, FALSE);
      add_scaled (csv, line->excess, 0, FALSE);
      hw_cli_csv_add (csv, hw_way_out_id (line->way_out), FALSE);
      hw_cli_csv_add (csv, hw_pattern_id (line->pattern), FALSE);
      hw_cli_csv_add (csv, hw_stock_reason_id (line->reason), TRUE);
    }

  return csv;
}

static void
set_line (HwCli             *cli,
          const HwStockLine *line)
{
  g_autofree char *why = hw_say_stock_reason (line, cli->format);
  g_autofree char *change = hw_say_stock_change (line, cli->format);

  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "product", line->key);
  hw_cli_set_text (cli, "name", line->name);
  hw_cli_set_text (cli, "supplier", *line->supplier != '\0' ? line->supplier : NULL);
  hw_cli_set_scaled (cli, "on_hand", line->on_hand, 0);
  hw_cli_set_scaled (cli, "on_order", line->on_order, 0);
  hw_cli_set_scaled (cli, "in_draft", line->in_draft, 0);
  hw_cli_set_scaled (cli, "safety_stock", line->safety_stock, 0);
  hw_cli_set_scaled (cli, "reorder_point", line->reorder_point, 0);
  hw_cli_set_scaled (cli, "order_up_to", line->order_up_to, 0);
  hw_cli_set_scaled (cli, "order_now", line->order_now, 0);
  hw_cli_set_scaled (cli, "value", line->value, 2);
  hw_cli_set_scaled (cli, "at_risk", line->at_risk, 2);
  hw_cli_set_scaled (cli, "at_risk_week", hw_stock_line_risk_week (line), 2);
  hw_cli_set_scaled (cli, "lost_anyway", line->lost_anyway, 2);
  hw_cli_set_scaled (cli, "gain", line->gain, 2);
  hw_cli_set_scaled (cli, "lot", line->lot, 0);
  hw_cli_set_number (cli, "served", line->served);
  hw_cli_set_bool (cli, "promise_missed", line->promise_missed);
  hw_cli_set_day (cli, "runs_out", line->runs_out);
  hw_cli_set_day (cli, "runs_out_early", line->runs_out_early);
  hw_cli_set_day (cli, "runs_out_late", line->runs_out_late);
  hw_cli_set_day (cli, "arrives", line->arrives);
  hw_cli_set_day (cli, "arrives_early", line->arrives_early);
  hw_cli_set_day (cli, "arrives_late", line->arrives_late);
  hw_cli_set_scaled (cli, "year_cost", line->year_cost, 2);
  hw_cli_set_scaled (cli, "year_cost_now", line->year_cost_now, 2);
  hw_cli_set_scaled (cli, "stock_value", line->stock_value, 2);
  hw_cli_set_scaled (cli, "excess", line->excess, 0);
  hw_cli_set_scaled (cli, "excess_value", line->excess_value, 2);
  hw_cli_set_text (cli, "way_out", hw_way_out_id (line->way_out));
  hw_cli_set_text (cli, "pattern", hw_pattern_id (line->pattern));
  hw_cli_set_scaled (cli, "order_before", line->order_before, 0);
  hw_cli_set_text (cli, "change", change);
  hw_cli_set_text (cli, "abc", hw_abc_id (line->abc));
  hw_cli_set_text (cli, "xyz", hw_xyz_id (line->xyz));
  hw_cli_set_text (cli, "reason", hw_stock_reason_id (line->reason));
  hw_cli_set_text (cli, "why", why);
  json_builder_end_object (cli->answer);
}

static void
say_order (HwCli             *cli,
           const HwStockLine *line)
{
  g_autofree char *quantity = hw_format_quantity (cli->format, line->order_now);
  g_autofree char *value = hw_format_money (cli->format, line->value);
  g_autofree char *why = hw_say_stock_reason (line, cli->format);

  hw_cli_say (cli, "%s  %s  %s  (%s)", quantity, line->name, value, why);
}

static void
set_suppliers (HwCli             *cli,
               const HwStockPlan *plan)
{
  json_builder_set_member_name (cli->answer, "suppliers");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < plan->suppliers->len; i++)
    {
      const HwStockSupplier *supplier = g_ptr_array_index (plan->suppliers, i);
      g_autofree char *advice = hw_say_stock_supplier (supplier, cli->format);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "supplier", *supplier->name != '\0' ? supplier->name : NULL);
      hw_cli_set_count (cli, "lines", supplier->n_lines);
      hw_cli_set_scaled (cli, "value", supplier->value, 2);
      hw_cli_set_scaled (cli, "freight", supplier->freight, 2);
      hw_cli_set_scaled (cli, "min_order", supplier->min_order, 2);
      hw_cli_set_scaled (cli, "missing", supplier->missing, 2);
      hw_cli_set_text (cli, "advice", advice);
      json_builder_end_object (cli->answer);
      if (advice != NULL && *supplier->name != '\0')
        hw_cli_say (cli, "%s: %s", supplier->name, advice);
    }
  json_builder_end_array (cli->answer);
}

static void
set_totals (HwCli             *cli,
            const HwStockPlan *plan)
{
  hw_cli_set_day (cli, "as_of", plan->as_of);
  hw_cli_set_number (cli, "service", plan->service);
  hw_cli_set_count (cli, "orders", plan->n_orders);
  hw_cli_set_scaled (cli, "order_value", plan->order_value, 2);
  hw_cli_set_scaled (cli, "at_risk_week", hw_stock_plan_risk_week (plan), 2);
  hw_cli_set_scaled (cli, "budget_left", plan->budget_left, 2);
  hw_cli_set_scaled (cli, "stock_value", plan->stock_value, 2);
  hw_cli_set_scaled (cli, "excess_value", plan->excess_value, 2);
  hw_cli_set_scaled (cli, "year_cost", plan->year_cost, 2);
  hw_cli_set_scaled (cli, "year_cost_now", plan->year_cost_now, 2);
  hw_cli_set_count (cli, "stock_not_known", plan->n_unknown);
}

int
hw_cli_stock (HwCli *cli,
              int    argc,
              char  *argv[])
{
  const HwStockRequest request = { 0 };
  g_autofree char *out = NULL;
  g_autofree char *value = NULL;
  g_autofree char *drafts = NULL;
  const GOptionEntry own[] = { { "csv", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL }, { NULL } };
  g_autoptr (HwStockPlan) plan = NULL;
  g_autoptr (GString) csv = NULL;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, FALSE))
    return HW_CLI_FAIL;

  plan = hw_cli_run (cli, &hw_stock_job, &request, cli->rest[0]);
  if (plan == NULL)
    return HW_CLI_FAIL;

  csv = make_csv (plan);
  if (out != NULL && !hw_cli_csv_write (cli, out, csv))
    return HW_CLI_FAIL;

  drafts = hw_say_stock_drafts (plan);
  set_totals (cli, plan);
  hw_cli_set_text (cli, "csv", out);

  value = hw_format_money (cli->format, plan->order_value);
  hw_cli_say (cli, ngettext ("To order or make today: %1$u product for %2$s", "To order or make today: %1$u products for %2$s", plan->n_orders),
              plan->n_orders, value);
  if (drafts != NULL)
    hw_cli_say (cli, "%s", drafts);
  json_builder_set_member_name (cli->answer, "lines");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      set_line (cli, line);
      if (line->order_now > 0)
        say_order (cli, line);
    }
  json_builder_end_array (cli->answer);

  set_suppliers (cli, plan);
  if (plan->n_unknown > 0)
    hw_cli_say (cli, ngettext ("The stock of %u product is not known; import a stock list.",
                               "The stock of %u products is not known; import a stock list.", plan->n_unknown),
                plan->n_unknown);

  return hw_cli_done (cli);
}
