/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-names.h"

#define NAME_KEY "hw-name"

static void
set_label (GtkWidget  *widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
hw_entry_row_name (AdwEntryRow *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  set_label (GTK_WIDGET (text), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* The button and the row shown in it. */
static void
name_inside (GtkWidget  *widget,
             const char *name)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        continue;
      if (gtk_widget_get_focusable (child))
        set_label (child, name);
      name_inside (child, name);
    }
}

static void
selected_cb (GtkDropDown *drop)
{
  const char *name = g_object_get_data (G_OBJECT (drop), NAME_KEY);
  GObject *item = gtk_drop_down_get_selected_item (drop);
  g_autofree char *text = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    text = g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));

  name_inside (GTK_WIDGET (drop), text != NULL ? text : name);
}

void
hw_drop_down_name (GtkDropDown *drop,
                   const char  *name)
{
  g_object_set_data_full (G_OBJECT (drop), NAME_KEY, g_strdup (name), g_free);
  set_label (GTK_WIDGET (drop), name);
  g_signal_connect (drop, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (drop);
}

static void
chosen_cb (AdwComboRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  GObject *item = adw_combo_row_get_selected_item (row);
  g_autofree char *text = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    text = g_strdup_printf ("%s: %s", title, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));

  name_inside (GTK_WIDGET (row), text != NULL ? text : title);
}

void
hw_combo_row_name (AdwComboRow *row)
{
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (row);
}

void
hw_column_view_name (GtkColumnView *view,
                     const char    *name)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  set_label (GTK_WIDGET (view), name);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    set_label (child, name);
}

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_inside (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
name_found (GtkWidget  *root,
            GType       type,
            const char *title,
            const char *name)
{
  GtkWidget *found = find_inside (root, type);

  if (found != NULL)
    set_label (found, title != NULL && *title != '\0' ? title : name);
}

void
hw_inner_names (GtkWidget  *root,
                const char *name)
{
  GtkWidget *child = gtk_widget_get_first_child (root);

  if (ADW_IS_PREFERENCES_GROUP (root))
    {
      name_found (root, GTK_TYPE_LIST_BOX, adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (root)), name);
      return;
    }

  if (ADW_IS_STATUS_PAGE (root))
    name_found (root, GTK_TYPE_SCROLLED_WINDOW, adw_status_page_get_title (ADW_STATUS_PAGE (root)), name);
  else if (ADW_IS_PREFERENCES_PAGE (root))
    name_found (root, GTK_TYPE_SCROLLED_WINDOW, NULL, name);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    hw_inner_names (child, name);
}

void
hw_set_action (GtkWidget  *button,
               const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    g_return_if_reached ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
}
