/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cli.h: the headless door: words in, jobs run, answers out as text or JSON.
 *
 * Exit codes: 0 done, 1 could not (one clear sentence on standard error), 2 wrong
 * usage. With --json one object on standard output, also on an error.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @argv is changed. */
int hw_cli_main (int   argc,
                 char *argv[]);

G_END_DECLS
