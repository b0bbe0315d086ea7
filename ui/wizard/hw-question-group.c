/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-question-group.h"

#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define VALUE_KEY "hw-value"

struct _HwQuestionGroup
{
  AdwBin  parent_instance;

  char   *id;  /* (owned) of the question */
};

G_DEFINE_FINAL_TYPE (HwQuestionGroup, hw_question_group, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkCheckButton  *check,
            HwQuestionGroup *self)
{
  if (gtk_check_button_get_active (check))
    g_signal_emit (self, signals[ANSWERED], 0, self->id, g_object_get_data (G_OBJECT (check), VALUE_KEY));
}

static void
hw_question_group_finalize (GObject *object)
{
  g_free (HW_QUESTION_GROUP (object)->id);

  G_OBJECT_CLASS (hw_question_group_parent_class)->finalize (object);
}

static void
hw_question_group_class_init (HwQuestionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_question_group_finalize;

  /* The question's id and the value. */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hw_question_group_init (HwQuestionGroup *self)
{
}

GtkWidget *
hw_question_group_new (const HwImportQuestion *question,
                       const char       *answer)
{
  HwQuestionGroup *self = g_object_new (HW_TYPE_QUESTION_GROUP, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkCheckButton *first = NULL;
  g_autofree char *safe = g_markup_escape_text (question->text, -1);

  self->id = g_strdup (question->id);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("One question"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), safe); /* it wraps, a title does not */

  for (guint i = 0; i < question->choices->len; i++)
    {
      const HwImportChoice *choice = &g_array_index (question->choices, HwImportChoice, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
      if (first == NULL)
        first = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (answer, choice->value) == 0);
      g_object_set_data_full (G_OBJECT (check), VALUE_KEY, g_strdup (choice->value), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->label);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  hw_inner_names (group, question->text);
  adw_bin_set_child (ADW_BIN (self), group);
  return GTK_WIDGET (self);
}
