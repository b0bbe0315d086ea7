/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main-cli.c: the headless door. */
#include "cli/hw-cli.h"
#include "core/hw-text.h"

int
main (int   argc,
      char *argv[])
{
  hw_text_init (HW_BUILD_DIR, HW_LOCALE_DIR);
  return hw_cli_main (argc, argv);
}
