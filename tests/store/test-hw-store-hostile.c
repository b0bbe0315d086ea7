/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Databases that are broken, foreign or traps, where the folder HEADWAY_DATA holds
 * them: each is refused at once, and not a byte of it is changed. */
#include "store/hw-store.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>

#define MOST_SECONDS 2

static void
refuse (const char  *from,
        HwStoreMode  mode)
{
  g_autofree char *folder = g_dir_make_tmp ("hw-hostile-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shop.headway", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();
  HwStore *store;
  gsize n, m;

  g_assert_true (g_file_get_contents (from, &before, &n, NULL));
  g_assert_true (g_file_set_contents (path, before, (gssize) n, NULL));
  store = hw_store_open (path, mode, &error);
  g_assert_null (store);
  g_assert_true (error->domain == HW_STORE_ERROR);
  g_test_message ("%s: %s", from, error->message);
  g_assert_cmpint (g_get_monotonic_time () - start, <, MOST_SECONDS * G_USEC_PER_SEC);

  g_assert_true (g_file_get_contents (path, &after, &m, NULL));
  g_assert_cmpmem (before, n, after, m);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_databases (void)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autofree char *folder = data != NULL ? g_build_filename (data, "import", "hostile", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint seen = 0;

  if (dir == NULL)
    {
      g_test_skip ("HEADWAY_DATA is not set: the hostile files are not there");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".sqlite"))
        continue;
      seen++;
      refuse (path, HW_STORE_READ);
      refuse (path, HW_STORE_WRITE);
    }

  g_assert_cmpuint (seen, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/hostile/databases", test_databases);
  return g_test_run ();
}
