/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few choices, each a row with its mark: chosen by a click, an arrow, Space or Enter. */
#include "wizard/hw-field.h"

#define HW_TYPE_CHOICE_FIELD (hw_choice_field_get_type ())

G_DECLARE_FINAL_TYPE (HwChoiceField, hw_choice_field, HW, CHOICE_FIELD, HwField)

struct _HwChoiceField
{
  HwField     parent_instance;

  GtkListBox *list;
  GPtrArray  *ids;     /* (owned) of char, as listed */
  GPtrArray  *checks;  /* (owned) of GtkCheckButton, borrowed */
  GtkWidget  *none;    /* (owned) never shown: one choice alone is a choice, too, and none is one */
  gboolean    filling;
};

G_DEFINE_FINAL_TYPE (HwChoiceField, hw_choice_field, HW_TYPE_FIELD)

static int
find_chosen (HwChoiceField *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      return (int) i;

  return -1;
}

static void
hw_choice_field_show (HwField    *field,
                      const char *answer)
{
  HwChoiceField *self = HW_CHOICE_FIELD (field);

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), TRUE);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (answer, g_ptr_array_index (self->ids, i)) == 0)
      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
  self->filling = FALSE;
}

static HwFault
hw_choice_field_read (HwField  *field,
                      char    **answer)
{
  HwChoiceField *self = HW_CHOICE_FIELD (field);
  const int chosen = find_chosen (self);

  if (chosen >= 0)
    *answer = g_strdup (g_ptr_array_index (self->ids, (guint) chosen));

  return HW_FAULT_NONE;
}

static void
hw_choice_field_take_focus (HwField *field)
{
  HwChoiceField *self = HW_CHOICE_FIELD (field);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MAX (find_chosen (self), 0));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* On a row that is not chosen Enter chooses it; the next one goes on. */
static gboolean
hw_choice_field_wants_enter (HwField         *field,
                             GdkModifierType  state)
{
  HwChoiceField *self = HW_CHOICE_FIELD (field);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != find_chosen (self);
}

static void
toggled_cb (HwChoiceField  *self,
            GtkCheckButton *check)
{
  if (!self->filling && gtk_check_button_get_active (check))
    hw_field_changed (HW_FIELD (self));
}

static void
hw_choice_field_finalize (GObject *object)
{
  HwChoiceField *self = HW_CHOICE_FIELD (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->checks);
  g_object_unref (self->none);

  G_OBJECT_CLASS (hw_choice_field_parent_class)->finalize (object);
}

static void
hw_choice_field_class_init (HwChoiceFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_choice_field_finalize;
  field_class->show = hw_choice_field_show;
  field_class->read = hw_choice_field_read;
  field_class->take_focus = hw_choice_field_take_focus;
  field_class->wants_enter = hw_choice_field_wants_enter;
}

static void
hw_choice_field_init (HwChoiceField *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  self->none = g_object_ref_sink (gtk_check_button_new ());
}

static void
add_row (HwChoiceField  *self,
         const HwChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE); /* the row has it */
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->none));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->ids, g_strdup (choice->id));
  g_ptr_array_add (self->checks, check);
}

HwField *
hw_choice_field_new (const HwFieldSpec *spec)
{
  HwChoiceField *self = g_object_new (HW_TYPE_CHOICE_FIELD, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < spec->n_choices; i++)
    add_row (self, &spec->choices[i]);

  hw_field_set_target (HW_FIELD (self), list, spec->text);
  gtk_widget_set_visible (list, spec->n_choices > 0); /* an empty one is a line across the page */
  adw_bin_set_child (ADW_BIN (self), list);
  return HW_FIELD (self);
}
