/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-window-private.h"

#include "jobs/example/hw-example-job.h"

#include <glib/gi18n.h>

/* In a window of its own an example leaves the owner's business as it is: open, and the
 * one that is opened at the next start. */
static HwWindow *
window_beside (HwWindow *self)
{
  GtkWidget *window = hw_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->preferences, self->today);

  HW_WINDOW (window)->beside = TRUE;
  hw_window_update_watch (HW_WINDOW (window));
  return HW_WINDOW (window);
}

char *
hw_window_dup_example_path (const char *id)
{
  g_autofree char *name = g_strdup_printf ("example-%s.headway", id);

  return g_build_filename (g_get_user_data_dir (), "headway", name, NULL);
}

static gboolean
has_path (HwWindow   *self,
          const char *path)
{
  return g_strcmp0 (self->opening_path, path) == 0 ||
         (self->desk != NULL && g_str_equal (hw_session_get_path (hw_desk_get_session (self->desk)), path));
}

/* The window that has it open already; NULL if none has. */
static HwWindow *
find_window (HwWindow   *self,
             const char *id)
{
  g_autofree char *path = hw_window_dup_example_path (id);
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (HW_IS_WINDOW (l->data) && has_path (l->data, path))
      return l->data;

  return NULL;
}

void
hw_window_add_examples (HwWindow *self)
{
  gsize n;
  const HwExampleKind *kinds = hw_example_kinds (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(kinds[i].title), NULL);

      g_menu_item_set_action_and_target (item, "win.example", "s", kinds[i].id);
      g_menu_append_item (self->examples_menu, item);
    }
}

void
hw_window_show_example (HwWindow   *self,
                        const char *id)
{
  HwWindow *window = hw_example_find (id) != NULL ? find_window (self, id) : self;

  if (window == NULL)
    {
      window = self->desk != NULL ? window_beside (self) : self;
      hw_window_open_example (window, id);
    }

  gtk_window_present (GTK_WINDOW (window));
}
