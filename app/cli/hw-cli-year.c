/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/figures/hw-year-job.h"

#include <glib/gi18n-lib.h>

static void
add_row (HwCli           *cli,
         const HwYearRow *row)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "year", row->span.year);
  hw_cli_set_count (cli, "period", row->span.period);
  hw_cli_set_day (cli, "from", row->span.from);
  hw_cli_set_day (cli, "to", row->span.to);
  hw_cli_set_scaled (cli, "sales", row->known_to >= row->span.from ? row->sales : HW_UNKNOWN, 2);
  hw_cli_set_scaled (cli, "before", row->has_before ? row->before : HW_UNKNOWN, 2);
  hw_cli_set_number (cli, "change", hw_year_row_change (row));
  json_builder_end_object (cli->answer);
}

static void
say_row (const HwCli     *cli,
         const HwYearRow *row)
{
  const double change = hw_year_row_change (row);
  g_autofree char *days = hw_format_days (cli->format, row->span.from, row->known_to);
  g_autofree char *sales = hw_format_money (cli->format, row->sales);
  g_autofree char *share = change == change ? hw_format_change (cli->format, change) : g_strdup (_("no year before"));

  hw_cli_say (cli, "%s: %s (%s)", days, sales, share);
}

int
hw_cli_year (HwCli *cli,
             int    argc,
             char  *argv[])
{
  g_autoptr (HwYear) year = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE) || (year = hw_cli_run (cli, &hw_year_job, NULL, cli->rest[0])) == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "cut", hw_fiscal_kind_id (year->fiscal.kind));
  json_builder_set_member_name (cli->answer, "periods");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < year->rows->len; i++)
    {
      const HwYearRow *row = &g_array_index (year->rows, HwYearRow, i);

      add_row (cli, row);
      if (row->known_to >= row->span.from)
        say_row (cli, row);
    }
  json_builder_end_array (cli->answer);
  json_builder_set_member_name (cli->answer, "whole");
  add_row (cli, &year->whole);
  say_row (cli, &year->whole);
  return hw_cli_done (cli);
}
