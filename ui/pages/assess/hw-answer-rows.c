/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-answer-rows.h"

#include <glib/gi18n.h>

#define N_ROWS (HW_READY_ANSWERS + 2)

struct _HwAnswerRows
{
  AdwBin          parent_instance;

  GtkListBox     *list;
  GtkWidget      *rows[N_ROWS];
  GtkCheckButton *checks[N_ROWS];
  GtkWidget      *none;     /* (owned) never shown: chosen while nothing is */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (HwAnswerRows, hw_answer_rows, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  GO_ON,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const answers[N_ROWS] = { "0", "1", "2", "3", "4", HW_ANSWER_NOT_SURE, HW_ANSWER_NOT_MINE };

static int
find_chosen (HwAnswerRows *self)
{
  for (int i = 0; i < N_ROWS; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      return i;

  return -1;
}

static int
find_focus (HwAnswerRows *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (int i = 0; i < N_ROWS; i++)
    if (focus == self->rows[i])
      return i;

  return -1;
}

static void
toggled_cb (HwAnswerRows   *self,
            GtkCheckButton *check)
{
  const int chosen = find_chosen (self);

  if (!self->filling && gtk_check_button_get_active (check) && chosen >= 0)
    g_signal_emit (self, signals[ANSWERED], 0, answers[chosen]);
}

/* @args: the row. */
static gboolean
number_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   unused)
{
  HwAnswerRows *self = HW_ANSWER_ROWS (widget);
  const int row = g_variant_get_int32 (args);

  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;

  gtk_check_button_set_active (self->checks[row], TRUE);
  gtk_widget_grab_focus (self->rows[row]);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (HwAnswerRows   *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      find_focus (self) < 0 || find_focus (self) != find_chosen (self))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[GO_ON], 0);
  return GDK_EVENT_STOP;
}

static void
hw_answer_rows_finalize (GObject *object)
{
  g_object_unref (HW_ANSWER_ROWS (object)->none);

  G_OBJECT_CLASS (hw_answer_rows_parent_class)->finalize (object);
}

static void
hw_answer_rows_class_init (HwAnswerRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_answer_rows_finalize;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GO_ON] = g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_row (HwAnswerRows *self,
         int           i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  GtkWidget *key = g_object_new (GTK_TYPE_LABEL, "label", number, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE); /* the row has it */
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->none));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  self->rows[i] = row;
  self->checks[i] = GTK_CHECK_BUTTON (check);
}

/* The numbers answer wherever on the page the focus is. */
static void
add_numbers (HwAnswerRows *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkShortcutTrigger *row = gtk_keyval_trigger_new (GDK_KEY_1 + i, 0), *pad = gtk_keyval_trigger_new (GDK_KEY_KP_1 + i, 0);
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_alternative_trigger_new (row, pad),
                                                gtk_callback_action_new (number_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 ((gint32) i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
hw_answer_rows_init (HwAnswerRows *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->none = g_object_ref_sink (gtk_check_button_new ());
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (int i = 0; i < N_ROWS; i++)
    add_row (self, i);
  adw_bin_set_child (ADW_BIN (self), list);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_numbers (self);
}

GtkWidget *
hw_answer_rows_new (void)
{
  return g_object_new (HW_TYPE_ANSWER_ROWS, NULL);
}

static const char *
find_text (const HwReadyQuestion *question,
           int                    row)
{
  if (row < HW_READY_ANSWERS)
    return question->answers[row];

  return row == HW_READY_ANSWERS ? _("Not sure") : _("Does not apply to us");
}

void
hw_answer_rows_show (HwAnswerRows          *self,
                     const HwReadyQuestion *question,
                     const char            *answer)
{
  g_return_if_fail (HW_IS_ANSWER_ROWS (self) && question != NULL);

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), TRUE);
  for (int i = 0; i < N_ROWS; i++)
    {
      const char *text = find_text (question, i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      if (g_strcmp0 (answer, answers[i]) == 0)
        gtk_check_button_set_active (self->checks[i], TRUE);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  self->filling = FALSE;
}

const char *
hw_answer_rows_get_answer (HwAnswerRows *self)
{
  g_return_val_if_fail (HW_IS_ANSWER_ROWS (self), NULL);

  return find_chosen (self) >= 0 ? answers[find_chosen (self)] : NULL;
}

void
hw_answer_rows_focus (HwAnswerRows *self)
{
  g_return_if_fail (HW_IS_ANSWER_ROWS (self));

  gtk_widget_grab_focus (self->rows[MAX (find_chosen (self), 0)]);
}
