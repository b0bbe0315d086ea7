/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window-private.h"

/* A name alone, or with its folder where two businesses are called the same. */
static char *
menu_label (HwWindow   *self,
            char      **recent,
            const char *path)
{
  g_autofree char *name = hw_preferences_dup_name (self->preferences, path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_auto (GStrv) parts = NULL;
  guint same = 0;

  for (char **other = recent; *other != NULL; other++)
    {
      g_autofree char *other_name = hw_preferences_dup_name (self->preferences, *other);

      same += g_str_equal (name, other_name);
    }

  /* A menu would read a single "_" as the mark of a key. */
  parts = g_strsplit (name, "_", -1);
  g_free (name);
  name = g_strjoinv ("__", parts);
  return same > 1 ? g_strdup_printf ("%s (%s)", name, shown) : g_steal_pointer (&name);
}

void
hw_window_update_recent (HwWindow *self)
{
  g_auto (GStrv) recent = hw_preferences_dup_recent (self->preferences);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_menu_remove_all (self->recent_menu);
  for (char **path = recent; *path != NULL; path++)
    {
      g_autofree char *label = menu_label (self, recent, *path);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", *path);
      g_menu_append_item (self->recent_menu, item);
      g_ptr_array_add (names, hw_preferences_dup_name (self->preferences, *path));
    }
  g_ptr_array_add (names, NULL);

  hw_welcome_page_set_recent (self->welcome_page, recent, (char **) names->pdata);
}
