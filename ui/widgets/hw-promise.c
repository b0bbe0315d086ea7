/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-promise.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

struct _HwPromise
{
  AdwBin       parent_instance;

  GtkDropDown *drop;
  HwDesk      *desk;    /* (owned) (nullable) */
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (HwPromise, hw_promise, ADW_TYPE_BIN)

static const double promises[] = { 0.90, 0.95, 0.98, 0.99 };

static void
selected_cb (HwPromise *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop);

  if (!self->filling && self->desk != NULL && selected < G_N_ELEMENTS (promises))
    hw_desk_set_service (self->desk, promises[selected]);
}

static void
hw_promise_dispose (GObject *object)
{
  HwPromise *self = HW_PROMISE (object);

  g_clear_object (&self->desk);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (hw_promise_parent_class)->dispose (object);
}

static void
hw_promise_class_init (HwPromiseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_promise_dispose;
}

static void
hw_promise_init (HwPromise *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Promise"));
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  self->drop = GTK_DROP_DOWN (drop);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (drop, _("Of 100 times you reorder, so many without running out. "
                                       "A higher promise needs more stock."));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  adw_bin_set_child (ADW_BIN (self), box);

  hw_drop_down_name (self->drop, _("Promise"));
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

void
hw_promise_set_desk (HwPromise *self,
                     HwDesk    *desk)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_return_if_fail (HW_IS_PROMISE (self));

  g_set_object (&self->desk, desk);
  if (desk == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autofree char *text = hw_format_percent (hw_desk_get_format (desk), promises[i], 0);

      gtk_string_list_append (list, text);
      if (fabs (hw_desk_get_service (desk) - promises[i]) < 1e-6)
        chosen = i;
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->drop, chosen);
  self->filling = FALSE;
}
