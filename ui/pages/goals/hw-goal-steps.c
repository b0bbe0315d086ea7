/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/goals/hw-goal-steps.h"

#include "domain/hw-milestone.h"
#include "widgets/hw-keep.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

#define ROW_STEP "hw-step" /* of a button: which step it is about, counting from 1 */

struct _HwGoalSteps
{
  AdwBin      parent_instance;

  GtkWidget  *list;
  GtkWidget  *add_button;

  HwDesk     *desk;        /* (nullable) */
  gint64      goal_id;
  HwDay       today;
  GArray     *milestones;  /* (owned) (nullable) of HwMilestone */
};

G_DEFINE_FINAL_TYPE (HwGoalSteps, hw_goal_steps, ADW_TYPE_BIN)

static const HwEntry *
step_of (HwGoalSteps *self,
         gpointer     button)
{
  const guint i = GPOINTER_TO_UINT (g_object_get_data (button, ROW_STEP));

  return i > 0 && self->milestones != NULL && i <= self->milestones->len
           ? g_array_index (self->milestones, HwMilestone, i - 1).entry : NULL;
}

/* The other steps, for the question which must be done before. */
static void
set_others (HwGoalSteps *self,
            HwFormView  *view,
            gint64       but)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree HwChoice *choices = g_new0 (HwChoice, self->milestones->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->milestones->len; i++)
    {
      const HwEntry *entry = g_array_index (self->milestones, HwMilestone, i).entry;
      char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);

      g_ptr_array_add (texts, id);
      if (entry->id != but)
        choices[n++] = (HwChoice) { id, hw_answers_get_text (entry->answers, "what") };
    }

  hw_form_view_set_choices (view, "after", choices, n);
  hw_form_view_set_skipped (view, "after", n == 0);
}

static void
open_form (HwGoalSteps   *self,
           const HwEntry *entry) /* (nullable) */
{
  g_autoptr (HwEntry) step = entry != NULL ? hw_entry_copy (entry) : hw_entry_new (HW_ENTRY_MILESTONE, self->goal_id);
  GtkWidget *window;

  if (self->desk == NULL || self->milestones == NULL)
    return;

  window = hw_form_window_new (GTK_WIDGET (self), self->desk, &hw_milestone_form, step, _("Save the step"), _("Step saved"));
  set_others (self, hw_form_window_get_view (HW_FORM_WINDOW (window)), step->id);
  if (entry != NULL)
    hw_form_window_begin_at (HW_FORM_WINDOW (window), "what");
  gtk_window_present (GTK_WINDOW (window));
}

static void
change_clicked_cb (GtkButton   *button,
                   HwGoalSteps *self)
{
  const HwEntry *entry = step_of (self, button);

  if (entry != NULL)
    open_form (self, entry);
}

static void
remove_clicked_cb (GtkButton   *button,
                   HwGoalSteps *self)
{
  const HwEntry *entry = step_of (self, button);
  HwEntrySave *save;

  if (entry == NULL || self->desk == NULL)
    return;

  save = hw_entry_save_new (entry);
  save->remove = TRUE;
  hw_keep_entry (GTK_WIDGET (self), self->desk, save, _("Step taken off the list"), NULL, NULL);
}

static void
done_toggled_cb (GtkCheckButton *button,
                 HwGoalSteps    *self)
{
  const HwEntry *entry = step_of (self, button);
  const gboolean done = gtk_check_button_get_active (button);
  HwEntrySave *save;

  if (entry == NULL || self->desk == NULL || hw_answers_has (entry->answers, "done") == done)
    return;

  save = hw_entry_save_new (entry);
  if (done)
    hw_answers_set_day (save->entry->answers, "done", self->today);
  else
    hw_answers_set (save->entry->answers, "done", NULL);
  hw_keep_entry (GTK_WIDGET (self), self->desk, save, done ? _("Step done") : _("Step open again"), NULL, NULL);
}

static const char *
name_of (HwGoalSteps *self,
         gint64       id)
{
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const HwEntry *entry = g_array_index (self->milestones, HwMilestone, i).entry;

      if (entry->id == id)
        return hw_answers_get_text (entry->answers, "what");
    }

  return NULL;
}

/* "By 3 March · Waits for “New oven is running” · Quick win" */
static char *
say_step (HwGoalSteps       *self,
          const HwMilestone *milestone)
{
  const HwFormat *format = hw_desk_get_format (self->desk);
  const HwAnswers *answers = milestone->entry->answers;
  const char *before = name_of (self, g_ascii_strtoll (hw_answers_get_text (answers, "after"), NULL, 10));
  g_autofree char *by = hw_format_day (format, hw_answers_get_day (answers, "day"), HW_DAY_LONG);
  g_autofree char *done = milestone->state == HW_MILESTONE_DONE ? hw_format_day (format, milestone->earliest, HW_DAY_LONG) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (done != NULL)
    /* Translators: %s is a date. */
    g_ptr_array_add (parts, g_strdup_printf (_("Done on %s"), done));
  else
    /* Translators: %s is a date. */
    g_ptr_array_add (parts, g_strdup_printf (_("By %s"), by));
  if (milestone->state == HW_MILESTONE_LATE)
    g_ptr_array_add (parts, g_strdup (hw_milestone_state_name (milestone->state)));
  if (done == NULL && before != NULL)
    /* Translators: %s is the name of another step. */
    g_ptr_array_add (parts, g_strdup_printf (_("After “%s”"), before));
  if (hw_answers_get_yes (answers, "quick"))
    g_ptr_array_add (parts, g_strdup (_("Quick win")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
button_of (HwGoalSteps *self,
           const char  *icon,
           const char  *text,
           guint        i,
           GCallback    clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), ROW_STEP, GUINT_TO_POINTER (i + 1));
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static void
add_row (HwGoalSteps       *self,
         guint              i)
{
  const HwMilestone *milestone = &g_array_index (self->milestones, HwMilestone, i);
  const char *name = hw_answers_get_text (milestone->entry->answers, "what");
  g_autofree char *said = say_step (self, milestone);
  g_autofree char *done = g_strdup_printf (_("Done: %s"), name);
  /* Translators: %s is the name of a step. */
  g_autofree char *change = g_strdup_printf (_("Change “%s”"), name);
  /* Translators: %s is the name of a step. */
  g_autofree char *take_off = g_strdup_printf (_("Take “%s” off the list"), name);
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), milestone->state == HW_MILESTONE_DONE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, done, -1);
  g_object_set_data (G_OBJECT (check), ROW_STEP, GUINT_TO_POINTER (i + 1));
  g_signal_connect (check, "toggled", G_CALLBACK (done_toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             button_of (self, "document-edit-symbolic", change, i, G_CALLBACK (change_clicked_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             button_of (self, "user-trash-symbolic", take_off, i, G_CALLBACK (remove_clicked_cb)));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
hw_goal_steps_show (HwGoalSteps         *self,
                    HwDesk              *desk,
                    const HwGoalOutlook *goal,
                    HwDay                today)
{
  GtkWidget *child;

  g_return_if_fail (HW_IS_GOAL_STEPS (self));

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);

  g_clear_pointer (&self->milestones, g_array_unref);
  g_set_object (&self->desk, desk);
  self->goal_id = goal->entry->id;
  self->today = today;
  self->milestones = hw_milestones_new (goal->steps, today);
  for (guint i = 0; i < self->milestones->len; i++)
    add_row (self, i);

  gtk_widget_set_visible (self->list, self->milestones->len > 0);
}

static void
add_clicked_cb (HwGoalSteps *self)
{
  open_form (self, NULL);
}

static void
hw_goal_steps_dispose (GObject *object)
{
  HwGoalSteps *self = HW_GOAL_STEPS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->milestones, g_array_unref);

  G_OBJECT_CLASS (hw_goal_steps_parent_class)->dispose (object);
}

static void
hw_goal_steps_class_init (HwGoalStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_goal_steps_dispose;
}

static void
hw_goal_steps_init (HwGoalSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_("Steps on the way"));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  self->add_button = gtk_button_new_with_label (_("Add a step"));
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->add_button);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps on the way"), -1);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
}
