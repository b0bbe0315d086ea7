/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-report-place.h"

#include <glib/gstdio.h>

void
hw_report_place_set_up (HwReportPlace *place,
                        gconstpointer  data)
{
  place->dir = g_dir_make_tmp ("hw-report-XXXXXX", NULL);
  g_assert_nonnull (place->dir);
  place->path = g_build_filename (place->dir, "out.xlsx", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
hw_report_place_tear_down (HwReportPlace *place,
                           gconstpointer  data)
{
  remove_tree (place->dir);
  g_free (place->dir);
  g_free (place->path);
}

guint
hw_report_place_count (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

GBytes *
hw_report_place_read (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;
  gsize size = 0;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}
