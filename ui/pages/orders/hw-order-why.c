/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-why.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>

/* The first is none, the last stands for own words. */
static const char *const reasons[] = {
  N_("No reason given"),
  N_("More will be asked for"),
  N_("Less will be asked for"),
  N_("There is enough of it"),
  N_("Too little money now"),
  N_("Too little room"),
  N_("The supplier cannot deliver"),
  N_("Bought elsewhere"),
  N_("In own words"),
};

#define OWN_WORDS (G_N_ELEMENTS (reasons) - 1)

struct _HwOrderWhy
{
  AdwBin       parent_instance;

  GtkLabel    *label;
  GtkDropDown *drop;
  GtkEntry    *entry;
  gint64       product_id;
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (HwOrderWhy, hw_order_why, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
answered_cb (HwOrderWhy *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop);
  const char *why = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->entry), selected == OWN_WORDS);
  if (self->filling)
    return;

  if (selected == OWN_WORDS)
    why = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  else if (selected > 0 && selected < OWN_WORDS)
    why = _(reasons[selected]);
  g_signal_emit (self, signals[ANSWERED], 0, self->product_id, why);
}

static void
chosen_cb (HwOrderWhy *self)
{
  answered_cb (self);
  if (!self->filling && gtk_widget_get_visible (GTK_WIDGET (self->entry)))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
hw_order_why_class_init (HwOrderWhyClass *klass)
{
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
hw_order_why_init (HwOrderWhy *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *entry = gtk_entry_new ();
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    gtk_string_list_append (names, _(reasons[i]));
  drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);

  self->label = GTK_LABEL (label);
  self->drop = GTK_DROP_DOWN (drop);
  self->entry = GTK_ENTRY (entry);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_width_chars (self->label, 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_visible (entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The reason in your own words"), -1);
  hw_drop_down_name (self->drop, _("Why another amount"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (box), entry);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

void
hw_order_why_ask (HwOrderWhy *self,
                  gint64      product_id,
                  const char *sentence,
                  const char *why)
{
  guint selected = why != NULL ? OWN_WORDS : 0;

  g_return_if_fail (HW_IS_ORDER_WHY (self));

  for (guint i = 1; why != NULL && i < OWN_WORDS; i++)
    if (g_str_equal (why, _(reasons[i])))
      selected = i;

  self->filling = TRUE;
  self->product_id = product_id;
  gtk_label_set_text (self->label, sentence);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), selected == OWN_WORDS ? why : "");
  gtk_drop_down_set_selected (self->drop, selected);
  answered_cb (self);
  self->filling = FALSE;
}

gint64
hw_order_why_get_product (HwOrderWhy *self)
{
  g_return_val_if_fail (HW_IS_ORDER_WHY (self), 0);

  return self->product_id;
}
