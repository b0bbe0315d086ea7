/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "core/hw-error.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/hw-say.h"
#include "jobs/report/hw-report-job.h"

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

typedef struct
{
  char *to, *preset, *period, *from, *until, *language;
  gboolean keep_files;
} Wishes;

static void
wishes_clear (Wishes *self)
{
  g_free (self->to);
  g_free (self->preset);
  g_free (self->period);
  g_free (self->from);
  g_free (self->until);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

/* The place of @word in the list; -1 if it is not there, 0 if nothing was said. */
static int
find_word (const char        *word,
           const char *const *words)
{
  if (word == NULL)
    return 0;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  return -1;
}

/* FALSE once a wish is no wish. */
static gboolean
take_wishes (HwReportRequest *request,
             const Wishes    *wishes)
{
  static const char *const presets[] = { "accountant", "bank", "me", NULL };
  static const char *const periods[] = { "usual", "year", "last-year", NULL };
  const int preset = find_word (wishes->preset, presets), period = find_word (wishes->period, periods);

  if (preset < 0 || period < 0 || (wishes->from != NULL) != (wishes->until != NULL))
    return FALSE;

  request->preset = (HwReportPreset) preset;
  request->time = (HwReportTime) period;
  if (wishes->from == NULL)
    return TRUE;

  request->time = HW_REPORT_TIME_DAYS;
  request->from = hw_day_from_iso (wishes->from);
  request->to_day = hw_day_from_iso (wishes->until);
  return request->from != HW_DAY_NONE && request->to_day >= request->from;
}

static const char *
check_name (const char   *path,
            const Wishes *wishes)
{
  const gboolean mail = g_str_has_suffix (path, ".eml"), pages = g_str_has_suffix (path, ".pdf");

  if (!mail && !pages && !g_str_has_suffix (path, ".xlsx"))
    return _("The report's name ends in .xlsx, in .pdf for the summary, or in .eml for a mail.");
  if (mail && wishes->to == NULL)
    return _("A mail needs --to ADDRESS.");

  return !pages && g_strcmp0 (wishes->preset, "me") == 0 ? _("The report for yourself is a .pdf file.") : NULL;
}

int
hw_cli_report (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  const GOptionEntry own[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &wishes.to, NULL, NULL },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &wishes.preset, NULL, NULL },
    { "period", 0, 0, G_OPTION_ARG_STRING, &wishes.period, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &wishes.from, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &wishes.until, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &wishes.language, NULL, NULL },
    { "keep-files", 0, 0, G_OPTION_ARG_NONE, &wishes.keep_files, NULL, NULL },
    { NULL },
  };
  g_autoptr (HwReportRequest) request = NULL;
  g_autoptr (HwReportFile) file = NULL;
  const char *fault;

  if (!hw_cli_parse (cli, argc, argv, own, 2, 2))
    return HW_CLI_USAGE;

  fault = check_name (cli->rest[1], &wishes);
  if (fault != NULL)
    return hw_cli_misused (cli, fault);

  request = hw_report_request_new (cli->rest[1], wishes.to);
  request->keep_files = wishes.keep_files;
  if (!take_wishes (request, &wishes))
    return hw_cli_misused (cli, _("A preset is me, accountant or bank; a period is usual, year or last-year, "
                                  "or --from DAY and --until DAY."));

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  file = hw_cli_run (cli, &hw_report_job, request, cli->rest[1]);
  if (file == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "file", file->path);
  hw_cli_set_count (cli, "bytes", file->bytes);
  if (file->body != NULL)
    hw_cli_say (cli, _("The mail is written in %s. Nothing has been sent."), file->path);
  else if (g_str_has_suffix (file->path, ".pdf"))
    hw_cli_say (cli, _("The summary is in %s."), file->path);
  else
    hw_cli_say (cli, _("The workbook is in %s."), file->path);
  return hw_cli_done (cli);
}
