/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli.h"

#include "cli/hw-cli-run.h"
#include "core/hw-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  HwCliFunc   run;
  const char *usage;
} Command;

static const Command commands[] = {
  { "new",         hw_cli_new,         "FILE --name NAME --sector SECTOR --currency CUR [--country CC]" },
  { "sample",      hw_cli_sample,      "FILE [--seed K] [--till OUT.csv] [--example bakery|web-shop|wholesaler]" },
  { "import",      hw_cli_import,      "FILE DATA [--kind KIND] [--map FIELD=COLUMN]... [--date-order dmy|mdy|ymd] [--answer ID=VALUE]... [--with OTHER] [--dry-run]" },
  { "undo-import", hw_cli_undo_import, "FILE N" },
  { "forecast",    hw_cli_forecast,    "FILE [--by day|week|month] [--horizon H] [--csv OUT] | FILE --accuracy [--by day|week|month]" },
  { "stock",       hw_cli_stock,       "FILE [--csv OUT]" },
  { "orders",      hw_cli_orders,      "FILE [--csv OUT] | FILE N OUT.xlsx|OUT.pdf|OUT.csv|OUT.xero.csv|OUT.quickbooks.csv" },
  { "kpis",        hw_cli_kpis,        "FILE" },
  { "figures",     hw_cli_figures,     "FILE [--set FIGURE=VALUE [--day YYYY-MM-DD]] [--pin FIGURE] [--unpin FIGURE]" },
  { "year",        hw_cli_year,        "FILE" },
  { "goals",       hw_cli_goals,       "FILE" },
  { "assess",      hw_cli_assess,      "FILE [--answer ID=0..4|?|-]... [--close]" },
  { "ideas",       hw_cli_ideas,       "FILE [--tick IDEA]... [--choose IDEA] [--page OUT.pdf]" },
  { "journey",     hw_cli_journey,     "FILE" },
  { "watch",       hw_cli_watch,       "FILE" },
  { "agenda",      hw_cli_agenda,      "FILE [--ics OUT.ics]" },
  { "pilot",       hw_cli_pilot,       "FILE [TRIAL] [--paper FILE]" },
  { "verdict",     hw_cli_verdict,     "FILE [TRIAL] [--paper FILE] [--nameless]" },
  { "scale",       hw_cli_scale,       "FILE [ID]" },
  { "return",      hw_cli_return,      "FILE" },
  { "report",      hw_cli_report,      "FILE OUT.xlsx|OUT.pdf [--preset me|accountant|bank] [--period usual|year|last-year | --from DAY --until DAY] [--language LL] | FILE OUT.eml --to ADDRESS [--keep-files]" },
  { "export",      hw_cli_export,      "FILE FOLDER" },
  { "restore",     hw_cli_restore,     "FOLDER NEW.headway" },
  { "check",       hw_cli_check,       "FILE" },
};

static void
print_usage (GString *out)
{
  g_string_append (out, _("Usage:\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "  headway-cli %s %s\n", commands[i].name, commands[i].usage);
  g_string_append (out, _("Every command takes --json and --today YYYY-MM-DD.\n"));
}

/* The language of all words, before the first of them: once looked up, it stays. */
static void
use_language (int   argc,
              char *argv[])
{
  for (int i = 1; i + 1 < argc; i++)
    if (g_str_equal (argv[i], "--language"))
      hw_text_set_language (argv[i + 1]);
}

int
hw_cli_main (int   argc,
             char *argv[])
{
  g_autoptr (GString) usage = g_string_new (NULL);
  g_auto (HwCli) cli = { 0 };

  use_language (argc, argv);
  print_usage (usage);
  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      g_print ("%s", usage->str);
      return HW_CLI_DONE;
    }

  if (argc >= 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("headway-cli %s\n", HW_VERSION);
      return HW_CLI_DONE;
    }

  for (gsize i = 0; argc >= 2 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        cli.command = commands[i].name;
        cli.usage = commands[i].usage;
        return commands[i].run (&cli, argc - 1, argv + 1);
      }

  g_printerr ("%s", usage->str);
  return HW_CLI_USAGE;
}
