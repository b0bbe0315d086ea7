/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-business-view.h"

#include "pages/hw-pages.h"

#include <glib/gi18n.h>

struct _HwBusinessView
{
  AdwBin           parent_instance;

  AdwFlap         *flap;
  GtkLabel        *business_label;
  GtkListBox      *side_list;
  GtkLabel        *today_label;
  AdwWindowTitle  *page_title;
  GtkToggleButton *side_button;
  GtkMenuButton   *menu_button;
  GtkStack        *pages;
  AdwToastOverlay *toast_overlay;
  GtkBox          *change_box;
  GtkLabel        *change_label;
  GtkButton       *undo_button;

  HwUndoBoard     *undo;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (HwBusinessView, hw_business_view, ADW_TYPE_BIN)

static void
side_activated_cb (HwBusinessView *self,
                   GtkListBoxRow  *row)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  if (gtk_list_box_row_get_index (row) >= 0 && (guint) gtk_list_box_row_get_index (row) < n)
    hw_business_view_show_page (self, kinds[gtk_list_box_row_get_index (row)].id);
}

static void
add_pages (HwBusinessView *self)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", kinds[i].icon,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      GtkWidget *label = gtk_label_new (_(kinds[i].title));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kinds[i].title), -1);
      gtk_list_box_append (self->side_list, row);
      gtk_stack_add_named (self->pages, g_object_new (kinds[i].type (), NULL), kinds[i].id);
    }
}

static void
undo_changed_cb (HwBusinessView *self)
{
  const char *text = hw_undo_board_get_text (self->undo);

  gtk_label_set_text (self->change_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->change_box), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), hw_undo_board_can_undo (self->undo));
}

static void
hw_business_view_dispose (GObject *object)
{
  HwBusinessView *self = HW_BUSINESS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_BUSINESS_VIEW);
  g_clear_object (&self->undo);

  G_OBJECT_CLASS (hw_business_view_parent_class)->dispose (object);
}

static void
hw_business_view_class_init (HwBusinessViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_business_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "hw-business-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, flap);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, business_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, side_list);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, today_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, page_title);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, side_button);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, pages);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, change_box);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, change_label);
  gtk_widget_class_bind_template_child (widget_class, HwBusinessView, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, side_activated_cb);
}

static void
hw_business_view_init (HwBusinessView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_pages (self);

  self->undo = hw_undo_board_new (self->toast_overlay);
  g_signal_connect_object (self->undo, "changed", G_CALLBACK (undo_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take back the last change"), -1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show the side bar"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Menu"), -1);
}

void
hw_business_view_set_desk (HwBusinessView *self,
                           HwDesk         *desk)
{
  const HwPageKind *kinds;
  guint n;

  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  if (desk != NULL)
    {
      const HwSession *session = hw_desk_get_session (desk);
      g_autofree char *day = hw_format_day (hw_desk_get_format (desk), hw_session_get_today (session), HW_DAY_SHORT);
      /* Translators: %s is a date. */
      g_autofree char *today = g_strdup_printf (_("As of %s"), day);

      gtk_label_set_text (self->business_label, hw_session_get_business (session)->name);
      gtk_label_set_text (self->today_label, today);
    }

  hw_undo_board_set_active (self->undo, desk != NULL);
  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    hw_page_set_desk (hw_business_view_get_page (self, kinds[i].id), desk);
}

void
hw_business_view_set_menu (HwBusinessView *self,
                           GMenuModel     *menu)
{
  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

HwPage *
hw_business_view_get_page (HwBusinessView *self,
                           const char     *id)
{
  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), NULL);

  return HW_PAGE (gtk_stack_get_child_by_name (self->pages, id));
}

void
hw_business_view_show_page (HwBusinessView *self,
                            const char     *id)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (kinds[i].id, id))
      {
        gtk_stack_set_visible_child_name (self->pages, id);
        adw_window_title_set_title (self->page_title, _(kinds[i].title));
        adw_window_title_set_subtitle (self->page_title, _(kinds[i].question));
        gtk_list_box_select_row (self->side_list, gtk_list_box_get_row_at_index (self->side_list, (int) i));
        if (adw_flap_get_folded (self->flap))
          adw_flap_set_reveal_flap (self->flap, FALSE);
        else if (adw_flap_get_reveal_flap (self->flap))
          gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->side_list)));
        return;
      }
}

void
hw_business_view_fold (HwBusinessView *self)
{
  g_return_if_fail (HW_IS_BUSINESS_VIEW (self));

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

HwUndoBoard *
hw_business_view_get_undo (HwBusinessView *self)
{
  g_return_val_if_fail (HW_IS_BUSINESS_VIEW (self), NULL);

  return self->undo;
}
