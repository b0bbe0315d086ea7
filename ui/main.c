/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graphical door: files to open, and --today for runs that can be repeated. */
#include "core/hw-text.h"
#include "hw-application.h"
#include "hw-look.h"

#include <glib/gi18n.h>

static const GOptionEntry options[] = {
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Work as if it were this day"), "YYYY-MM-DD" },
  { NULL },
};

static int
local_options_cb (HwApplication *app,
                  GVariantDict  *given)
{
  const char *text = NULL;
  HwDay today;

  if (!g_variant_dict_lookup (given, "today", "&s", &text))
    return -1;

  today = hw_day_from_iso (text);
  hw_application_set_today (app, today);
  if (today != HW_DAY_NONE)
    return -1;

  g_printerr (_("%s is not a day. It looks like 2026-03-01.\n"), text);
  return 2;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HwApplication) app = NULL;
  HwPreferences *preferences = hw_preferences_load ();

  hw_look_set_language (preferences);
  hw_text_init (HW_BUILD_DIR, HW_LOCALE_DIR);
  /* GTK would set the locale again, and with it a decimal comma in files. */
  gtk_disable_setlocale ();

  app = hw_application_new (preferences);
  g_application_add_main_option_entries (G_APPLICATION (app), options);
  g_signal_connect (app, "handle-local-options", G_CALLBACK (local_options_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
