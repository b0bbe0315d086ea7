/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-side-bar.h"

#include "pages/hw-pages.h"

#include <glib/gi18n.h>

#define BADGE_KEY "hw-badge"

struct _HwSideBar
{
  AdwBin      parent_instance;

  GtkListBox *list;
  HwDesk     *desk; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HwSideBar, hw_side_bar, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
row_at (HwSideBar *self,
        int        index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index));
}

/* One row takes the focus at a time, so that Tab leaves the list behind. */
static void
set_stop (HwSideBar *self,
          GtkWidget *stop)
{
  for (int i = 0; row_at (self, i) != NULL; i++)
    gtk_widget_set_focusable (row_at (self, i), row_at (self, i) == stop);
}

static gboolean
key_cb (HwSideBar      *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint n;
  int to;

  if (!GTK_IS_LIST_BOX_ROW (focus) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  (void) hw_pages (&n);
  to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    to--;
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    to++;
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    to = 0;
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    to = (int) n - 1;
  else
    return FALSE;

  to = CLAMP (to, 0, (int) n - 1);
  gtk_widget_set_focusable (row_at (self, to), TRUE);
  gtk_widget_grab_focus (row_at (self, to));
  set_stop (self, row_at (self, to));
  return TRUE;
}

/* Whoever comes back by Tab lands on the page that is shown. */
static void
left_cb (HwSideBar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    set_stop (self, GTK_WIDGET (row));
}

static void
activated_cb (HwSideBar     *self,
              GtkListBoxRow *row)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  g_signal_emit (self, signals[CHOSEN], 0, kinds[gtk_list_box_row_get_index (row)].id);
}

static void
add_row (HwSideBar        *self,
         const HwPageKind *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", kind->icon,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(kind->title), "xalign", 0.0, "hexpand", TRUE, NULL);
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (badge, "hw-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->title), -1);
  gtk_list_box_append (self->list, row);
  g_object_set_data (G_OBJECT (row), BADGE_KEY, badge);
}

static void
update_badges (HwSideBar *self)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = row_at (self, (int) i);
      GtkWidget *badge = g_object_get_data (G_OBJECT (row), BADGE_KEY);
      const guint due = self->desk != NULL && kinds[i].due != NULL ? kinds[i].due (self->desk) : 0;
      g_autofree char *number = g_strdup_printf ("%u", due);
      g_autofree char *name = NULL;

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (badge)), number))
        continue;

      gtk_label_set_text (GTK_LABEL (badge), number);
      gtk_widget_set_visible (badge, due > 0);
      /* Translators: 1 is the name of a page, 2 how much waits there. */
      name = due > 0 ? g_strdup_printf (ngettext ("%s, %u due", "%s, %u due", due), _(kinds[i].title), due) : NULL;
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name != NULL ? name : _(kinds[i].title), -1);
    }
}

static void
hw_side_bar_dispose (GObject *object)
{
  hw_side_bar_set_desk (HW_SIDE_BAR (object), NULL);

  G_OBJECT_CLASS (hw_side_bar_parent_class)->dispose (object);
}

static void
hw_side_bar_class_init (HwSideBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_side_bar_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hw_side_bar_init (HwSideBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  const HwPageKind *kinds;
  guint n;

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    add_row (self, &kinds[i]);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_widget_set_focusable (scrolled, FALSE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
hw_side_bar_set_desk (HwSideBar *self,
                      HwDesk    *desk)
{
  g_return_if_fail (HW_IS_SIDE_BAR (self));

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_func (self->desk, update_badges, self);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    {
      g_signal_connect_object (desk, "changed", G_CALLBACK (update_badges), self, G_CONNECT_SWAPPED);
      update_badges (self);
    }
}

void
hw_side_bar_show (HwSideBar  *self,
                  const char *id)
{
  const HwPageKind *kinds;
  guint n;

  g_return_if_fail (HW_IS_SIDE_BAR (self));

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (kinds[i].id, id))
      {
        set_stop (self, row_at (self, (int) i));
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row_at (self, (int) i)));
      }
}

void
hw_side_bar_focus (HwSideBar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (HW_IS_SIDE_BAR (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
