/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many choices: a list that opens and is searched by typing. */
#include "wizard/hw-field.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define HW_TYPE_LIST_FIELD (hw_list_field_get_type ())

G_DECLARE_FINAL_TYPE (HwListField, hw_list_field, HW, LIST_FIELD, HwField)

struct _HwListField
{
  HwField      parent_instance;

  GtkDropDown *drop;
  GPtrArray   *ids;     /* (owned) of char; the first, "", is no choice */
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (HwListField, hw_list_field, HW_TYPE_FIELD)

static void
hw_list_field_show (HwField    *field,
                    const char *answer)
{
  HwListField *self = HW_LIST_FIELD (field);
  guint found = 0;

  for (guint i = 1; i < self->ids->len && answer != NULL; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), answer))
      found = i;

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drop, found);
  self->filling = FALSE;
}

static HwFault
hw_list_field_read (HwField  *field,
                    char    **answer)
{
  HwListField *self = HW_LIST_FIELD (field);
  const guint selected = gtk_drop_down_get_selected (self->drop);

  if (selected > 0 && selected < self->ids->len)
    *answer = g_strdup (g_ptr_array_index (self->ids, selected));

  return HW_FAULT_NONE;
}

/* Enter opens the list; with a choice made it goes on. */
static gboolean
hw_list_field_wants_enter (HwField         *field,
                           GdkModifierType  state)
{
  return gtk_drop_down_get_selected (HW_LIST_FIELD (field)->drop) == 0;
}

static void
selected_cb (HwListField *self)
{
  if (!self->filling)
    hw_field_changed (HW_FIELD (self));
}

static void
hw_list_field_finalize (GObject *object)
{
  g_ptr_array_unref (HW_LIST_FIELD (object)->ids);

  G_OBJECT_CLASS (hw_list_field_parent_class)->finalize (object);
}

static void
hw_list_field_class_init (HwListFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_list_field_finalize;
  field_class->show = hw_list_field_show;
  field_class->read = hw_list_field_read;
  field_class->wants_enter = hw_list_field_wants_enter;
}

static void
hw_list_field_init (HwListField *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

HwField *
hw_list_field_new (const HwFieldSpec *spec)
{
  HwListField *self = g_object_new (HW_TYPE_LIST_FIELD, NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  self->drop = GTK_DROP_DOWN (drop);
  gtk_string_list_append (names, _("Choose…"));
  g_ptr_array_add (self->ids, g_strdup (""));
  for (guint i = 0; i < spec->n_choices; i++)
    {
      gtk_string_list_append (names, spec->choices[i].label);
      g_ptr_array_add (self->ids, g_strdup (spec->choices[i].id));
    }

  gtk_drop_down_set_expression (self->drop, text);
  gtk_drop_down_set_enable_search (self->drop, TRUE);
  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (names));
  g_object_unref (names);
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  hw_field_set_target (HW_FIELD (self), drop, spec->text);
  hw_drop_down_name (self->drop, spec->text);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), drop);
  return HW_FIELD (self);
}
