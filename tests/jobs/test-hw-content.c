/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/content/hw-content.h"

#include <glib.h>

static void
test_sectors (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const HwSector *sectors = hw_content_sectors (&n);

  g_assert_cmpuint (n, >=, 14);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) sectors[i].id));
      g_assert_cmpstr (sectors[i].name, !=, "");
      g_assert_cmpstr (hw_content_find_sector (sectors[i].id), ==, sectors[i].id);
    }

  g_assert_cmpstr (hw_content_find_sector ("shop"), ==, "retail");
  g_assert_cmpstr (hw_content_find_sector ("store"), ==, "retail");
  g_assert_null (hw_content_find_sector (""));
  g_assert_null (hw_content_find_sector ("shop store"));
  g_assert_null (hw_content_find_sector (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/content/sectors", test_sectors);

  return g_test_run ();
}
