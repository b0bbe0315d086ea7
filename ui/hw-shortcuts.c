/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-shortcuts.h"

#include "pages/hw-pages.h"

#include <glib/gi18n.h>

static const HwShortcut shortcuts[] = {
  { HW_KEYS_OF_FILES, N_("New business"), { "<Control>n" }, "win.new-business", .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Open a business"), { "<Control>o" }, "win.open", .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Close this business"), { "<Control><Shift>w" }, "win.close-business", .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Open the sample bakery"), { NULL }, "win.sample", .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Import a file"), { "<Control>i" }, "win.import", .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Save the workbook"), { "<Control>s" }, "win.save-workbook", .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Take back the last change"), { "<Control>z" }, "win.undo", .is_local = TRUE, .is_found = TRUE },
  { HW_KEYS_OF_FILES, N_("Quit"), { "<Control>q" }, "app.quit", .is_found = TRUE },

  { HW_KEYS_OF_WINDOW, N_("Search everything"), { "<Control>k" }, "win.search" },
  { HW_KEYS_OF_WINDOW, N_("Show or hide the side bar"), { "F9" }, "win.side-bar", .is_found = TRUE },
  { HW_KEYS_OF_WINDOW, N_("Open the menu"), { "F10" }, NULL },
  { HW_KEYS_OF_WINDOW, N_("What is being worked on"), { "<Control>j" }, "win.activity" },
  { HW_KEYS_OF_WINDOW, N_("Preferences"), { "<Control>comma" }, "win.preferences", .is_found = TRUE },
  { HW_KEYS_OF_WINDOW, N_("Help"), { "F1" }, "win.help", .is_found = TRUE },
  { HW_KEYS_OF_WINDOW, N_("Keyboard shortcuts"), { "<Control>question" }, "win.shortcuts", .is_found = TRUE },
  { HW_KEYS_OF_WINDOW, N_("About Headway"), { NULL }, "win.about", .is_found = TRUE },
  { HW_KEYS_OF_WINDOW, N_("Close the window"), { "<Control>w" }, "window.close" },

  { HW_KEYS_OF_ASSESS, N_("Continue"), { "<Control>Return" }, NULL },
  { HW_KEYS_OF_ASSESS, N_("The step after"), { "<Control>Page_Down" }, NULL },
  { HW_KEYS_OF_ASSESS, N_("The step before"), { "<Control>Page_Up" }, NULL },
  { HW_KEYS_OF_ASSESS, N_("An answer by its number"), { "1" }, NULL },

  { HW_KEYS_OF_CHART, N_("The point before"), { "Left" }, NULL },
  { HW_KEYS_OF_CHART, N_("The point after"), { "Right" }, NULL },
  { HW_KEYS_OF_CHART, N_("Ten points back"), { "Page_Up" }, NULL },
  { HW_KEYS_OF_CHART, N_("Ten points on"), { "Page_Down" }, NULL },
  { HW_KEYS_OF_CHART, N_("The first point"), { "Home" }, NULL },
  { HW_KEYS_OF_CHART, N_("The last point"), { "End" }, NULL },
};

const HwShortcut *
hw_shortcuts (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

const char *
hw_keys_group_title (HwKeysGroup group)
{
  static const char *const titles[HW_KEYS_N_GROUPS] = {
    [HW_KEYS_OF_FILES]   = N_("Businesses and files"),
    [HW_KEYS_OF_WINDOW] = N_("Everywhere"),
    [HW_KEYS_OF_ASSESS] = N_("On the page Assess"),
    [HW_KEYS_OF_CHART]  = N_("Reading a chart"),
  };

  g_return_val_if_fail (group < HW_KEYS_N_GROUPS, "");

  return _(titles[group]);
}

void
hw_shortcuts_set_accels (GtkApplication *app)
{
  const HwPageKind *kinds;
  guint n;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && !shortcuts[i].is_local)
      gtk_application_set_accels_for_action (app, shortcuts[i].action, shortcuts[i].accels);

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", kinds[i].id);

      gtk_application_set_accels_for_action (app, action, kinds[i].accels);
    }
}

void
hw_shortcuts_add_local (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (gsize k = 0; shortcuts[i].is_local && shortcuts[i].accels[k] != NULL; k++)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].accels[k]),
                                                              gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (window, controller);
}
