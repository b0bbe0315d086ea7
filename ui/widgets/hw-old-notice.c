/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-old-notice.h"

#include "domain/hw-exception.h"
#include "jobs/today/hw-say-today.h"

#include <glib/gi18n.h>

struct _HwOldNotice
{
  AdwBin    parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HwOldNotice, hw_old_notice, ADW_TYPE_BIN)

static void
hw_old_notice_class_init (HwOldNoticeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hw_old_notice_init (HwOldNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Import a file"));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "hw-old");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
hw_old_notice_fill (HwOldNotice *self,
                    HwDesk      *desk)
{
  GPtrArray *exceptions = hw_desk_get_exceptions (desk);
  g_autofree char *text = NULL;

  g_return_if_fail (HW_IS_OLD_NOTICE (self));

  for (guint i = 0; exceptions != NULL && text == NULL && i < exceptions->len; i++)
    {
      const HwException *exception = g_ptr_array_index (exceptions, i);

      if (exception->kind == HW_EXCEPTION_OLD_SALES)
        text = hw_say_exception (exception, hw_desk_get_format (desk));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
}
