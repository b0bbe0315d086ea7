/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-step-bar.h"

#include <glib/gi18n.h>

struct _HwStepBar
{
  AdwBin          parent_instance;

  GtkLabel       *label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (HwStepBar, hw_step_bar, ADW_TYPE_BIN)

static void
hw_step_bar_class_init (HwStepBarClass *klass)
{
}

static void
hw_step_bar_init (HwStepBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  /* The words beside it say the same: seen twice, heard once. */
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->label = GTK_LABEL (label);
  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_label_set_xalign (self->label, 0.0f);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
hw_step_bar_set_step (HwStepBar *self,
                      guint      step,
                      guint      n)
{
  /* Translators: which question of how many: "3 of 7". */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), step, n);

  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, n > 0 ? (double) step / n : 0.0);
}

const char *
hw_step_bar_get_text (HwStepBar *self)
{
  return gtk_label_get_text (self->label);
}
