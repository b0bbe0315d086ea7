/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/hw-forecast-job.h"
#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>

#define DECIMALS "%.4f" /* what the store keeps of a unit */

static void
add_number (GString *csv,
            double   value)
{
  char text[64];

  g_ascii_formatd (text, sizeof text, DECIMALS, value);
  hw_cli_csv_add (csv, text, FALSE);
}

static GString *
make_csv (const HwForecastPlan *plan)
{
  GString *csv = g_string_new ("product,date,mean,lo80,hi80,lo95,hi95,method\n");
  char iso[HW_DAY_ISO_SIZE];

  for (guint i = 0; i < plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

      for (guint t = 0; t < series->ahead->len; t++)
        {
          const HwForecastPoint *point = &g_array_index (series->ahead, HwForecastPoint, t);

          hw_cli_csv_add (csv, series->key, FALSE);
          hw_cli_csv_add (csv, hw_day_write_iso (point->day, iso), FALSE);
          add_number (csv, point->mean);
          add_number (csv, point->lo80);
          add_number (csv, point->hi80);
          add_number (csv, point->lo95);
          add_number (csv, point->hi95);
          hw_cli_csv_add (csv, hw_method_id (series->method), TRUE);
        }
    }

  return csv;
}

static double
sum_ahead (const HwForecastSeries *series)
{
  double sum = 0.0;

  for (guint t = 0; t < series->ahead->len; t++)
    sum += g_array_index (series->ahead, HwForecastPoint, t).mean;

  return sum;
}

static void
set_series (HwCli                  *cli,
            const HwForecastSeries *series)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "product", series->key);
  hw_cli_set_text (cli, "name", series->name);
  if (series->missing != HW_NO_FORECAST_NONE)
    {
      g_autofree char *why = hw_say_no_forecast (series->missing);

      hw_cli_set_text (cli, "missing", why);
    }
  else
    {
      hw_cli_set_text (cli, "method", hw_method_id (series->method));
      hw_cli_set_number (cli, "error", series->error);
      hw_cli_set_number (cli, "simple_error", series->simple_error);
      hw_cli_set_number (cli, "total", sum_ahead (series));
    }
  json_builder_end_object (cli->answer);
}

static void
say_series (HwCli                  *cli,
            const HwForecastPlan   *plan,
            const HwForecastSeries *series)
{
  const double sum = sum_ahead (series);
  g_autofree char *total = hw_format_number (cli->format, sum, sum < 100.0 ? 1 : 0);
  g_autofree char *close = hw_say_accuracy (series, plan->by, cli->format);

  hw_cli_say (cli, "%s: %s (%s)", series->name, total, close);
}

int
hw_cli_forecast (HwCli *cli,
                 int    argc,
                 char  *argv[])
{
  HwForecastRequest request = { 0 };
  g_autofree char *by = NULL;
  g_autofree char *out = NULL;
  const GOptionEntry own[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { "horizon", 0, 0, G_OPTION_ARG_INT, &request.horizon, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { NULL }
  };
  g_autoptr (HwForecastPlan) plan = NULL;
  g_autoptr (GString) csv = NULL;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (by != NULL && !(request.has_by = hw_by_from_id (by, &request.by)))
    return hw_cli_misused (cli, _("--by takes day, week or month."));

  if (request.horizon < 0 || request.horizon > 730)
    return hw_cli_misused (cli, _("--horizon takes a number from 1 to 730: days, weeks or months."));

  if (!hw_cli_open (cli, FALSE))
    return HW_CLI_FAIL;

  plan = hw_cli_run (cli, &hw_forecast_job, &request, cli->rest[0]);
  if (plan == NULL)
    return HW_CLI_FAIL;

  csv = make_csv (plan);
  if (out != NULL && !hw_cli_csv_write (cli, out, csv))
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "by", hw_by_id (plan->by));
  hw_cli_set_count (cli, "horizon", plan->horizon);
  hw_cli_set_day (cli, "as_of", plan->as_of);
  hw_cli_set_day (cli, "last_day", plan->last_day);
  hw_cli_set_text (cli, "csv", out);
  json_builder_set_member_name (cli->answer, "series");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < plan->series->len; i++)
    {
      set_series (cli, g_ptr_array_index (plan->series, i));
      say_series (cli, plan, g_ptr_array_index (plan->series, i));
    }
  json_builder_end_array (cli->answer);
  return hw_cli_done (cli);
}
