/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/report/hw-export-job.h"

#include <glib/gi18n-lib.h>

int
hw_cli_export (HwCli *cli,
               int    argc,
               char  *argv[])
{
  HwExport *out;

  if (!hw_cli_parse (cli, argc, argv, NULL, 2, 2))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE) || (out = hw_cli_run (cli, &hw_export_job, cli->rest[1], cli->rest[1])) == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_text (cli, "folder", out->folder);
  hw_cli_set_count (cli, "files", out->n_files);
  hw_cli_set_text (cli, "hash", out->hash);
  /* Translators: %s is the path of a folder. */
  hw_cli_say (cli, _("All data are in %s."), out->folder);
  /* Translators: %s is a long code. */
  hw_cli_say (cli, _("Content: %s"), out->hash);
  hw_export_free (out);
  return hw_cli_done (cli);
}

int
hw_cli_restore (HwCli *cli,
                int    argc,
                char  *argv[])
{
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 2, 2))
    return HW_CLI_USAGE;

  if (!hw_export_read (cli->rest[0], cli->rest[1], &hash, &error))
    {
      hw_cli_fail (cli, error, cli->rest[1]);
      return HW_CLI_FAIL;
    }

  hw_cli_set_text (cli, "file", cli->rest[1]);
  hw_cli_set_text (cli, "hash", hash);
  /* Translators: %s is the path of a file. */
  hw_cli_say (cli, _("The business is in %s again."), cli->rest[1]);
  /* Translators: %s is a long code. */
  hw_cli_say (cli, _("Content: %s"), hash);
  return hw_cli_done (cli);
}
