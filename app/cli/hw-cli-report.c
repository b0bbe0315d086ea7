/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "core/hw-error.h"
#include "jobs/hw-metric-job.h"
#include "jobs/hw-report-job.h"
#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
set_metric (HwCli               *cli,
            const HwMetricValue *value)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "id", value->metric->id);
  hw_cli_set_text (cli, "name", _(value->metric->name));

  if (value->state != HW_METRIC_OK)
    hw_cli_set_text (cli, "value", NULL);
  else if (hw_unit_is_money (value->metric->unit))
    hw_cli_set_scaled (cli, "value", hw_scaled_from_double (value->value), 2);
  else
    hw_cli_set_number (cli, "value", value->value);

  hw_cli_set_text (cli, "unit", hw_unit_id (value->metric->unit));
  hw_cli_set_day (cli, "from", value->from);
  hw_cli_set_day (cli, "to", value->to);
  if (value->state != HW_METRIC_OK)
    hw_cli_set_text (cli, "missing", hw_metric_state_text (value->state));
  json_builder_end_object (cli->answer);
}

/* Without sales there is no figure, but each can still say what it lacks. */
static HwMetricSheet *
compute (HwCli *cli)
{
  const HwPeriodSums nothing = { .from = HW_DAY_NONE, .to = HW_DAY_NONE, .forecast_error = NAN };
  g_autoptr (GError) error = NULL;
  HwMetricSheet *sheet = hw_session_run (cli->session, &hw_metric_job, NULL, &cli->tick, &error);

  if (g_error_matches (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return hw_metric_sheet_new (&nothing, NULL, cli->today);

  if (sheet == NULL)
    hw_cli_fail (cli, error, cli->rest[0]);

  return sheet;
}

int
hw_cli_kpis (HwCli *cli,
             int    argc,
             char  *argv[])
{
  g_autoptr (HwMetricSheet) sheet = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  sheet = compute (cli);
  if (sheet == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_day (cli, "as_of", sheet->as_of);
  json_builder_set_member_name (cli->answer, "kpis");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < sheet->values->len; i++)
    {
      const HwMetricValue *value = &g_array_index (sheet->values, HwMetricValue, i);
      g_autofree char *text = hw_say_metric (value, cli->format);

      set_metric (cli, value);
      hw_cli_say (cli, "%s: %s%s%s", _(value->metric->name), text,
                  value->state != HW_METRIC_OK ? ". " : "",
                  value->state != HW_METRIC_OK ? hw_metric_state_text (value->state) : "");
    }
  json_builder_end_array (cli->answer);
  return hw_cli_done (cli);
}

int
hw_cli_report (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_autofree char *to = NULL;
  const GOptionEntry own[] = { { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL }, { NULL } };
  g_autoptr (HwReportRequest) request = NULL;
  g_autoptr (HwReportFile) file = NULL;
  gboolean mail;

  if (!hw_cli_parse (cli, argc, argv, own, 2, 2))
    return HW_CLI_USAGE;

  mail = g_str_has_suffix (cli->rest[1], ".eml");
  if (!mail && !g_str_has_suffix (cli->rest[1], ".xlsx"))
    return hw_cli_misused (cli, _("The report's name ends in .xlsx, or in .eml for a mail."));

  if (mail && to == NULL)
    return hw_cli_misused (cli, _("A mail needs --to ADDRESS."));

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  request = hw_report_request_new (cli->rest[1], to);
  file = hw_cli_run (cli, &hw_report_job, request, cli->rest[1]);
  if (file == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "file", file->path);
  hw_cli_set_count (cli, "bytes", file->bytes);
  if (mail)
    hw_cli_say (cli, _("The mail is written in %s. Nothing has been sent."), file->path);
  else
    hw_cli_say (cli, _("The workbook is in %s."), file->path);
  return hw_cli_done (cli);
}
