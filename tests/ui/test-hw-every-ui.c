/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every .ui file of the bundle is loaded, and the page or window it describes made and
 * let go again: with warnings fatal, a child without its id, a property that is not
 * there or a callback without its function ends the test. */
#include <adwaita.h>
#include <gmodule.h>

static void
add_files (const char *folder,
           GPtrArray  *files)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);

      if (g_str_has_suffix (path, "/"))
        add_files (path, files);
      else if (g_str_has_suffix (path, ".ui"))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

/* "HwDataPage" -> "hw_data_page_get_type" */
static char *
get_type_name (const char *class_name)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *c = class_name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && c != class_name)
        g_string_append_c (name, '_');
      g_string_append_c (name, g_ascii_tolower (*c));
    }
  g_string_append (name, "_get_type");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GType
find_type (const char *class_name)
{
  static GModule *program = NULL;
  g_autofree char *name = get_type_name (class_name);
  gpointer function = NULL;

  if (program == NULL)
    program = g_module_open (NULL, 0);
  g_assert_nonnull (program);
  if (!g_module_symbol (program, name, &function))
    g_error ("there is no %s", name);

  return ((GType (*) (void)) function) ();
}

/* (nullable): the class a file is the template of. */
static char *
dup_class (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_regex_match (regex, text, 0, &match);
  return g_match_info_fetch (match, 1);
}

static void
test_loads (gconstpointer path)
{
  g_autofree char *class_name = dup_class (path);
  GtkWidget *widget;
  gpointer gone;

  if (class_name == NULL || *class_name == '\0')
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);

      g_assert_nonnull (builder);
      return;
    }

  widget = g_object_ref_sink (g_object_new (find_type (class_name), NULL));
  gone = widget;
  g_object_add_weak_pointer (G_OBJECT (widget), &gone);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
  /* What a window put aside for the next round of the main loop. */
  while (gone != NULL && g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (gone);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_files (HW_UI_PATH, files);
  g_assert_cmpuint (files->len, >, 10);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *name = g_strconcat ("/ui/every-ui/", path + strlen (HW_UI_PATH), NULL);

      g_test_add_data_func (name, path, test_loads);
    }

  return g_test_run ();
}
