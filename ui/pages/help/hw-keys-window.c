/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/help/hw-keys-window.h"

#include "hw-shortcuts.h"
#include "pages/hw-pages.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

struct _HwKeysWindow
{
  AdwWindow          parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (HwKeysWindow, hw_keys_window, ADW_TYPE_WINDOW)

static char *
accel_text (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return g_strdup (accel);

  return gtk_accelerator_get_label (key, modifiers);
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *text,
         const char          *accel)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = accel_text (accel);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (HwKeysWindow *self,
           const char   *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);
  return group;
}

static void
hw_keys_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_KEYS_WINDOW);

  G_OBJECT_CLASS (hw_keys_window_parent_class)->dispose (object);
}

static void
hw_keys_window_class_init (HwKeysWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_keys_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/help/hw-keys-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwKeysWindow, page);
}

static void
hw_keys_window_init (HwKeysWindow *self)
{
  AdwPreferencesGroup *group;
  const HwShortcut *rows;
  const HwPageKind *kinds;
  guint n;

  gtk_widget_init_template (GTK_WIDGET (self));

  rows = hw_shortcuts (&n);
  for (guint i = 0; i < HW_KEYS_N_GROUPS; i++)
    {
      group = add_group (self, hw_keys_group_title (i));
      for (guint k = 0; k < n; k++)
        if (rows[k].group == i && rows[k].accels[0] != NULL)
          add_row (group, _(rows[k].text), rows[k].accels[0]);
    }

  group = add_group (self, _("Pages"));
  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    add_row (group, _(kinds[i].title), kinds[i].accels[0]);

  hw_inner_names (GTK_WIDGET (self), _("Keyboard shortcuts"));
}

GtkWidget *
hw_keys_window_new (GtkWindow *parent)
{
  return g_object_new (HW_TYPE_KEYS_WINDOW, "transient-for", parent, NULL);
}
