/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graphical door. */
#include "core/hw-text.h"
#include "hw-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HwApplication) app = NULL;

  hw_text_init (HW_BUILD_DIR, HW_LOCALE_DIR);
  /* GTK would set the locale again, and with it a decimal comma in files. */
  gtk_disable_setlocale ();

  app = hw_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
