/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-preferences.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define RECENT_MOST 8
#define GROUP_FILES "files"
#define GROUP_WINDOW "window"
#define GROUP_TEXTS "texts"
#define GROUP_NAMES "names"
#define ENDING ".headway"

struct _HwPreferences
{
  char     *path; /* (owned) */
  GKeyFile *keys; /* (owned) */
};

/* Lost preferences cost a click, never data: what cannot be written is left. */
static void
save (HwPreferences *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (self->keys, self->path, NULL);
}

HwPreferences *
hw_preferences_load (void)
{
  HwPreferences *self = g_new0 (HwPreferences, 1);

  self->path = g_build_filename (g_get_user_config_dir (), "headway", "preferences.ini", NULL);
  self->keys = g_key_file_new ();
  g_key_file_load_from_file (self->keys, self->path, G_KEY_FILE_NONE, NULL);
  return self;
}

void
hw_preferences_free (HwPreferences *self)
{
  if (self == NULL)
    return;

  g_key_file_unref (self->keys);
  g_free (self->path);
  g_free (self);
}

char **
hw_preferences_dup_recent (HwPreferences *self)
{
  g_auto (GStrv) all = g_key_file_get_string_list (self->keys, GROUP_FILES, "recent", NULL, NULL);
  g_autoptr (GStrvBuilder) there = g_strv_builder_new ();

  for (char **path = all; path != NULL && *path != NULL; path++)
    if (g_file_test (*path, G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (there, *path);

  return g_strv_builder_end (there);
}

/* A path may hold letters that a key may not. */
static char *
name_key (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

/* Names of businesses that are no longer on the list go. */
static void
drop_old_names (HwPreferences     *self,
                const char *const *recent,
                gsize              n)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->keys, GROUP_NAMES, NULL, NULL);

  for (char **key = keys; key != NULL && *key != NULL; key++)
    {
      gboolean used = FALSE;

      for (gsize i = 0; i < n && !used; i++)
        {
          g_autofree char *own = name_key (recent[i]);

          used = g_str_equal (own, *key);
        }
      if (!used)
        g_key_file_remove_key (self->keys, GROUP_NAMES, *key, NULL);
    }
}

void
hw_preferences_add_recent (HwPreferences *self,
                           const char    *path,
                           const char    *name)
{
  g_auto (GStrv) before = hw_preferences_dup_recent (self);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *key = name_key (whole);
  const char *after[RECENT_MOST];
  gsize n = 0;

  after[n++] = whole;
  for (char **old = before; *old != NULL && n < RECENT_MOST; old++)
    if (!g_str_equal (*old, whole))
      after[n++] = *old;

  g_key_file_set_string_list (self->keys, GROUP_FILES, "recent", after, n);
  g_key_file_set_string (self->keys, GROUP_NAMES, key, name);
  drop_old_names (self, after, n);
  save (self);
}

char *
hw_preferences_dup_name (HwPreferences *self,
                         const char    *path)
{
  g_autofree char *key = name_key (path);
  char *name = g_key_file_get_string (self->keys, GROUP_NAMES, key, NULL);
  g_autofree char *file = NULL;

  if (name != NULL)
    return name;

  file = g_path_get_basename (path);
  if (g_str_has_suffix (file, ENDING))
    file[strlen (file) - strlen (ENDING)] = '\0';
  return g_filename_display_name (file);
}

char *
hw_preferences_dup_last (HwPreferences *self)
{
  char *path = g_key_file_get_string (self->keys, GROUP_FILES, "last", NULL);

  return path != NULL ? path : g_strdup ("");
}

void
hw_preferences_set_last (HwPreferences *self,
                         const char    *path)
{
  g_autofree char *whole = path != NULL ? g_canonicalize_filename (path, NULL) : g_strdup ("");

  g_key_file_set_string (self->keys, GROUP_FILES, "last", whole);
  save (self);
}

void
hw_preferences_get_window (HwPreferences *self,
                           int           *width,
                           int           *height,
                           gboolean      *maximized)
{
  const int w = g_key_file_get_integer (self->keys, GROUP_WINDOW, "width", NULL);
  const int h = g_key_file_get_integer (self->keys, GROUP_WINDOW, "height", NULL);

  *width = w >= 360 && w <= 10000 ? w : 1200;
  *height = h >= 300 && h <= 10000 ? h : 800;
  *maximized = g_key_file_get_boolean (self->keys, GROUP_WINDOW, "maximized", NULL);
}

void
hw_preferences_set_window (HwPreferences *self,
                           int            width,
                           int            height,
                           gboolean       maximized)
{
  g_key_file_set_integer (self->keys, GROUP_WINDOW, "width", width);
  g_key_file_set_integer (self->keys, GROUP_WINDOW, "height", height);
  g_key_file_set_boolean (self->keys, GROUP_WINDOW, "maximized", maximized);
  save (self);
}

char *
hw_preferences_dup_text (HwPreferences *self,
                         const char    *name)
{
  char *value = g_key_file_get_string (self->keys, GROUP_TEXTS, name, NULL);

  return value != NULL ? value : g_strdup ("");
}

void
hw_preferences_set_text (HwPreferences *self,
                         const char    *name,
                         const char    *value)
{
  g_key_file_set_string (self->keys, GROUP_TEXTS, name, value);
  save (self);
}
