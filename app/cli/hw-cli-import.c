/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "core/hw-error.h"
#include "jobs/import/hw-import-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "FIELD=COLUMN" cut at the first sign; FALSE if there is none. */
static gboolean
cut_pair (char  *pair,
          char **value)
{
  char *sign = strchr (pair, '=');

  if (sign == NULL || sign == pair)
    return FALSE;

  *sign = '\0';
  *value = sign + 1;
  return TRUE;
}

static char *
fill_request (HwImportRequest *request,
              const char      *kind,
              GStrv            maps,
              GStrv            answers,
              const char      *date_order)
{
  char *value;
  HwField field;

  if (kind != NULL && !hw_import_kind_from_id (kind, &request->kind))
    return g_strdup_printf (_("There is no kind “%s”. Take sales, products, stock, suppliers, customers, bank, purchases, waste, hours, meter, survey or figures."), kind);

  for (char **map = maps; map != NULL && *map != NULL; map++)
    {
      if (!cut_pair (*map, &value) || !hw_field_from_id (*map, &field))
        return g_strdup_printf (_("--map takes FIELD=COLUMN; “%s” is no field."), *map);
      hw_import_request_map (request, *map, value);
    }

  for (char **answer = answers; answer != NULL && *answer != NULL; answer++)
    {
      if (!cut_pair (*answer, &value))
        return g_strdup_printf (_("--answer takes ID=VALUE, not “%s”."), *answer);
      hw_import_request_answer (request, *answer, value);
    }

  if (date_order != NULL && !g_str_equal (date_order, "dmy") && !g_str_equal (date_order, "mdy") && !g_str_equal (date_order, "ymd"))
    return g_strdup (_("--date-order takes dmy, mdy or ymd."));

  if (date_order != NULL)
    hw_import_request_answer (request, "date-order", date_order);

  return NULL;
}

static void
set_left_out (HwCli                *cli,
              const HwImportReport *report)
{
  json_builder_set_member_name (cli->answer, "rows_left_out");
  json_builder_begin_object (cli->answer);
  for (int why = 0; why < HW_LEFT_OUT_N; why++)
    if (report->left_out[why] > 0)
      hw_cli_set_count (cli, hw_left_out_id ((HwLeftOut) why), report->left_out[why]);
  json_builder_end_object (cli->answer);

  json_builder_set_member_name (cli->answer, "amount_left_out");
  json_builder_begin_object (cli->answer);
  for (int why = 0; why < HW_LEFT_OUT_N; why++)
    if (report->left_out[why] > 0)
      hw_cli_set_scaled (cli, hw_left_out_id ((HwLeftOut) why), report->left_out_amount[why], 2);
  json_builder_end_object (cli->answer);
}

static void
set_issues (HwCli                *cli,
            const HwImportReport *report)
{
  json_builder_set_member_name (cli->answer, "issues");
  json_builder_begin_object (cli->answer);
  for (int kind = 0; kind < HW_ISSUE_N_KINDS; kind++)
    if (report->issue_counts[kind] > 0)
      hw_cli_set_count (cli, hw_issue_kind_id ((HwIssueKind) kind), report->issue_counts[kind]);
  json_builder_end_object (cli->answer);
}

static void
set_questions (HwCli           *cli,
               const GPtrArray *questions)
{
  json_builder_set_member_name (cli->answer, "questions");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < questions->len; i++)
    {
      const HwImportQuestion *question = g_ptr_array_index (questions, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "id", question->id);
      hw_cli_set_text (cli, "text", question->text);
      json_builder_set_member_name (cli->answer, "choices");
      json_builder_begin_array (cli->answer);
      for (guint k = 0; k < question->choices->len; k++)
        {
          const HwImportChoice *choice = &g_array_index (question->choices, HwImportChoice, k);

          json_builder_begin_object (cli->answer);
          hw_cli_set_text (cli, "value", choice->value);
          hw_cli_set_text (cli, "label", choice->label);
          json_builder_end_object (cli->answer);
        }
      json_builder_end_array (cli->answer);
      json_builder_end_object (cli->answer);
    }
  json_builder_end_array (cli->answer);
}

static void
set_notes (HwCli                *cli,
           const HwImportReport *report)
{
  json_builder_set_member_name (cli->answer, "understood");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < report->notes->len; i++)
    json_builder_add_string_value (cli->answer, g_ptr_array_index (report->notes, i));
  json_builder_end_array (cli->answer);
}

static void
set_report (HwCli                *cli,
            const HwImportReport *report,
            const char           *currency)
{
  hw_cli_set_text (cli, "kind", hw_import_kind_id (report->kind));
  if (report->import_id != 0)
    hw_cli_set_count (cli, "import", report->import_id);
  hw_cli_set_text (cli, "currency", currency);
  hw_cli_set_count (cli, "rows_read", report->rows_read);
  hw_cli_set_count (cli, "rows_imported", report->rows_imported);
  set_left_out (cli, report);
  hw_cli_set_count (cli, "rows_with_issues", report->rows_with_issues);
  set_issues (cli, report);
  hw_cli_set_day (cli, "first_day", report->first_day);
  hw_cli_set_day (cli, "last_day", report->last_day);
  hw_cli_set_scaled (cli, "quantity_total", report->has_quantity ? report->quantity_total : HW_UNKNOWN, 0);
  hw_cli_set_scaled (cli, "amount_total", report->has_amount && report->amount_known ? report->amount_total : HW_UNKNOWN, 2);
  set_notes (cli, report);
  set_questions (cli, report->questions);
}

static void
say_report (HwCli                *cli,
            const HwImportReport *report)
{
  g_autofree char *rows = hw_format_number (cli->format, (double) report->rows_imported, 0);
  g_autofree char *of = hw_format_number (cli->format, (double) report->rows_read, 0);
  g_autofree char *amount = hw_format_money_exact (cli->format, report->amount_total);
  g_autofree char *days = NULL;

  hw_cli_say (cli, _("%1$s of %2$s rows of %3$s."), rows, of, hw_import_kind_name (report->kind));
  if (report->first_day != HW_DAY_NONE)
    {
      days = hw_format_days (cli->format, report->first_day, report->last_day);
      hw_cli_say (cli, "%s", days);
    }
  if (report->has_amount && report->amount_known)
    hw_cli_say (cli, _("Amounts add up to %s."), amount);

  for (guint i = 0; i < report->notes->len; i++)
    hw_cli_say (cli, "%s", (const char *) g_ptr_array_index (report->notes, i));

  for (int why = 0; why < HW_LEFT_OUT_N; why++)
    if (report->left_out[why] > 0)
      {
        g_autofree char *n = hw_format_number (cli->format, (double) report->left_out[why], 0);

        /* Translators: 1 a number of rows, 2 why they were left out. */
        hw_cli_say (cli, ngettext ("Left out: %1$s row. %2$s.", "Left out: %1$s rows. %2$s.", (gulong) report->left_out[why]),
                    n, hw_left_out_text ((HwLeftOut) why));
      }

  for (int kind = 0; kind < HW_ISSUE_N_KINDS; kind++)
    if (report->issue_counts[kind] > 0)
      {
        g_autofree char *n = hw_format_number (cli->format, (double) report->issue_counts[kind], 0);

        hw_cli_say (cli, "%s: %s.", n, hw_issue_kind_text ((HwIssueKind) kind));
      }
}

static int
ask (HwCli                 *cli,
     const HwImportRequest *request,
     const HwImportReport  *report)
{
  g_autoptr (GError) error = g_error_new_literal (HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION, "");

  for (guint i = 0; i < report->questions->len; i++)
    {
      const HwImportQuestion *question = g_ptr_array_index (report->questions, i);

      hw_cli_say (cli, "%s", question->text);
      for (guint k = 0; k < question->choices->len; k++)
        {
          const HwImportChoice *choice = &g_array_index (question->choices, HwImportChoice, k);

          hw_cli_say (cli, "  --answer %s=%s   %s", question->id, choice->value, choice->label);
        }
    }

  return hw_cli_fail (cli, error, request->path);
}

/* A look costs a second reading; only what asks for it, or what failed for an
 * open question, pays for it. */
static int
look (HwCli                 *cli,
      const HwImportRequest *request,
      gboolean               asked)
{
  g_autoptr (HwImportLook) found = hw_cli_run (cli, &hw_import_look_job, request, request->path);

  if (found == NULL)
    return HW_CLI_FAIL;

  set_report (cli, found->report, found->currency);
  if (found->origin != NULL)
    hw_cli_set_text (cli, "source", found->origin);
  if (found->report->questions->len > 0)
    return ask (cli, request, found->report);

  if (asked && found->again != 0)
    hw_cli_set_count (cli, "imported_before_as", found->again);

  if (found->origin != NULL)
    hw_cli_say (cli, _("It seems to come from: %s."), found->origin);
  say_report (cli, found->report);
  hw_cli_say (cli, _("Nothing was kept."));
  return hw_cli_done (cli);
}

static int
keep (HwCli                 *cli,
      const HwImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report =
    hw_session_run (cli->session, &hw_import_keep_job, request, &cli->tick, &error);
  g_autofree char *id = NULL;

  if (g_error_matches (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION))
    return look (cli, request, FALSE);

  if (report == NULL)
    return hw_cli_fail (cli, error, request->path);

  set_report (cli, report, hw_session_get_business (cli->session)->currency);
  g_clear_pointer (&cli->format, hw_format_free);
  cli->format = hw_session_new_format (cli->session);
  say_report (cli, report);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, report->import_id);
  hw_cli_say (cli, _("Kept. To take it back: headway-cli undo-import %1$s %2$s"), cli->rest[0], id);
  return hw_cli_done (cli);
}

int
hw_cli_import (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_autofree char *kind = NULL;
  g_autofree char *date_order = NULL;
  g_auto (GStrv) maps = NULL;
  g_auto (GStrv) answers = NULL;
  g_autofree char *beside = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry own[] = {
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &beside, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &maps, NULL, NULL },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &date_order, NULL, NULL },
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &answers, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { NULL }
  };
  g_autoptr (HwImportRequest) request = NULL;
  g_autofree char *fault = NULL;

  if (!hw_cli_parse (cli, argc, argv, own, 2, 2))
    return HW_CLI_USAGE;

  request = hw_import_request_new (cli->rest[1]);
  request->beside = g_steal_pointer (&beside);
  fault = fill_request (request, kind, maps, answers, date_order);
  if (fault != NULL)
    return hw_cli_misused (cli, fault);

  if (!hw_cli_open (cli, dry_run))
    return HW_CLI_FAIL;

  return dry_run ? look (cli, request, TRUE) : keep (cli, request);
}

int
hw_cli_undo_import (HwCli *cli,
                    int    argc,
                    char  *argv[])
{
  g_autofree gint64 *undone = NULL;
  gint64 id;

  if (!hw_cli_parse (cli, argc, argv, NULL, 2, 2))
    return HW_CLI_USAGE;

  if (!g_ascii_string_to_signed (cli->rest[1], 10, 1, G_MAXINT64, &id, NULL))
    return hw_cli_misused (cli, _("N is the number of an import, such as 3."));

  if (!hw_cli_open (cli, FALSE))
    return HW_CLI_FAIL;

  undone = hw_cli_run (cli, &hw_import_undo_job, &id, cli->rest[0]);
  if (undone == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_count (cli, "undone", *undone);
  hw_cli_say (cli, _("Taken back: import %s."), cli->rest[1]);
  return hw_cli_done (cli);
}
