/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-table-menu.h"

#include <glib/gi18n.h>

GActionGroup *
hw_table_menu_actions (GtkColumnViewColumn **columns,
                       guint                 n)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("column-%u", i);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, columns[i], "visible");

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return G_ACTION_GROUP (group);
}

char *
hw_table_menu_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

GMenuModel *
hw_table_menu_new (const char *const *titles,
                   guint              n)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = hw_table_menu_label (titles[i]);
      g_autofree char *sort_action = g_strdup_printf ("table.sort(uint32 %u)", i);
      g_autofree char *column_action = g_strdup_printf ("columns.column-%u", i);

      g_menu_append (sort, label, sort_action);
      if (i > 0)
        g_menu_append (columns, label, column_action);
    }

  g_menu_append_submenu (menu, _("Sort by"), G_MENU_MODEL (sort));
  if (n > 1)
    g_menu_append_submenu (menu, _("Columns"), G_MENU_MODEL (columns));
  g_menu_append (copy, _("Copy the row"), "table.copy-row");
  g_menu_append (copy, _("Copy the table"), "table.copy");
  g_menu_append (copy, _("Save as CSV…"), "table.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  return G_MENU_MODEL (menu);
}
