/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/hw-drop.h"

gboolean
hw_drop_read (const GValue  *value,
              char         **path,
              char         **beside)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  const guint n = g_slist_length (files);

  if (n < 1 || n > 2)
    return FALSE;

  *path = g_file_get_path (files->data);
  *beside = n == 2 ? g_file_get_path (files->next->data) : NULL;
  return *path != NULL && (n == 1 || *beside != NULL);
}
