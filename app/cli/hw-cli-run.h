/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cli-run.h: what the commands share: options, the session, the answer. */
#pragma once

#include "jobs/hw-session.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define HW_CLI_DONE  0
#define HW_CLI_FAIL  1
#define HW_CLI_USAGE 2

typedef struct
{
  const char   *command;
  const char   *usage;     /* "FILE DATA [--kind KIND] ..." */
  gboolean      json;
  HwDay         today;
  GStrv         rest;      /* (owned) what is no option */
  HwSession    *session;   /* (owned) (nullable) */
  HwFormat     *format;    /* (owned) (nullable) of the session */
  JsonBuilder  *answer;    /* (owned) an object, open until hw_cli_done() */
  HwTick        tick;      /* progress on a terminal; stops on Ctrl+C */
} HwCli;

/* Reads options into what @own points at; FALSE after telling what is wrong.
 * @least, @most: how many words beside options. */
gboolean hw_cli_parse   (HwCli              *cli,
                         int                 argc,
                         char               *argv[],
                         const GOptionEntry *own,
                         guint               least,
                         guint               most) G_GNUC_WARN_UNUSED_RESULT;

/* Opens rest[0]; FALSE after telling why not. */
gboolean hw_cli_open    (HwCli *cli, gboolean read_only) G_GNUC_WARN_UNUSED_RESULT;

/* Runs @job on the open session; NULL after telling why not. */
gpointer hw_cli_run     (HwCli *cli, const HwJob *job, gconstpointer request, const char *where) G_GNUC_WARN_UNUSED_RESULT;

/* The three ends of a command. All give the exit code. */
int      hw_cli_done    (HwCli *cli);
int      hw_cli_fail    (HwCli *cli, const GError *error, const char *where);
int      hw_cli_misused (HwCli *cli, const char *what);

/* Plain text for people; nothing with --json. */
void     hw_cli_say     (const HwCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Members of the answer. */
void     hw_cli_set_text   (HwCli *cli, const char *name, const char *value); /* NULL: null */
void     hw_cli_set_number (HwCli *cli, const char *name, double value);      /* not finite: null */
void     hw_cli_set_count  (HwCli *cli, const char *name, gint64 value);
void     hw_cli_set_bool   (HwCli *cli, const char *name, gboolean value);
void     hw_cli_set_day    (HwCli *cli, const char *name, HwDay day);         /* none: null */
void     hw_cli_set_scaled (HwCli *cli, const char *name, gint64 scaled, int decimals); /* unknown: null */

/* A CSV file: UTF-8, comma, point, LF. Cells are quoted where they must be. */
void     hw_cli_csv_add    (GString *csv, const char *cell, gboolean last);
gboolean hw_cli_csv_write  (HwCli *cli, const char *path, const GString *csv) G_GNUC_WARN_UNUSED_RESULT;

void     hw_cli_clear      (HwCli *cli);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwCli, hw_cli_clear)

/* The commands: each gets its words without the command itself. */
typedef int (*HwCliFunc) (HwCli *cli, int argc, char *argv[]);

int hw_cli_new         (HwCli *cli, int argc, char *argv[]);
int hw_cli_sample      (HwCli *cli, int argc, char *argv[]);
int hw_cli_check       (HwCli *cli, int argc, char *argv[]);
int hw_cli_import      (HwCli *cli, int argc, char *argv[]);
int hw_cli_undo_import (HwCli *cli, int argc, char *argv[]);
int hw_cli_forecast    (HwCli *cli, int argc, char *argv[]);
int hw_cli_stock       (HwCli *cli, int argc, char *argv[]);
int hw_cli_orders      (HwCli *cli, int argc, char *argv[]);
int hw_cli_kpis        (HwCli *cli, int argc, char *argv[]);
int hw_cli_figures     (HwCli *cli, int argc, char *argv[]);
int hw_cli_goals       (HwCli *cli, int argc, char *argv[]);
int hw_cli_assess      (HwCli *cli, int argc, char *argv[]);
int hw_cli_ideas       (HwCli *cli, int argc, char *argv[]);
int hw_cli_journey     (HwCli *cli, int argc, char *argv[]);
int hw_cli_pilot       (HwCli *cli, int argc, char *argv[]);
int hw_cli_verdict     (HwCli *cli, int argc, char *argv[]);

/* The trial of the second argument, else the first one that is open. */
gboolean hw_cli_find_trial (HwCli *cli, gint64 *id);
int hw_cli_report      (HwCli *cli, int argc, char *argv[]);
int hw_cli_export      (HwCli *cli, int argc, char *argv[]);
int hw_cli_restore     (HwCli *cli, int argc, char *argv[]);
int hw_cli_scale       (HwCli *cli, int argc, char *argv[]);
int hw_cli_return      (HwCli *cli, int argc, char *argv[]);
int hw_cli_year        (HwCli *cli, int argc, char *argv[]);
int hw_cli_watch       (HwCli *cli, int argc, char *argv[]);
int hw_cli_agenda      (HwCli *cli, int argc, char *argv[]);

G_END_DECLS
