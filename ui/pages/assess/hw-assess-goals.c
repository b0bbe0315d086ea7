/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-goals.h"

#include "domain/hw-milestone.h"
#include "jobs/today/hw-say-today.h"
#include "wizard/hw-goal-window.h"

#include <glib/gi18n.h>

#define ID_KEY "hw-id"

struct _HwAssessGoals
{
  HwAssessPart         parent_instance;

  GtkLabel            *lead;
  AdwPreferencesGroup *groups[HW_HORIZON_LONG + 1];
  AdwPreferencesGroup *quick_group;
  GtkWidget           *add_button;
};

G_DEFINE_FINAL_TYPE (HwAssessGoals, hw_assess_goals, HW_TYPE_ASSESS_PART)

static GPtrArray *
get_goals (HwAssessGoals *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  return desk != NULL ? hw_desk_get_goals (desk) : NULL;
}

static void
row_cb (HwAssessGoals *self,
        GtkWidget     *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ID_KEY);
  GPtrArray *goals = get_goals (self);

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      const HwGoalOutlook *goal = g_ptr_array_index (goals, i);

      if (goal->entry->id == *id)
        {
          hw_goal_window_open (GTK_WIDGET (self), hw_assess_part_get_desk (HW_ASSESS_PART (self)), goal->entry);
          return;
        }
    }
}

static void
add_cb (HwAssessGoals *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk != NULL)
    hw_goal_window_open (GTK_WIDGET (self), desk, NULL);
}

static void
add_row (HwAssessGoals       *self,
         const HwGoalOutlook *goal,
         HwDay                today,
         const HwFormat      *format)
{
  const HwAnswers *answers = goal->entry->answers;
  const HwDay day = hw_answers_get_day (answers, "day");
  g_autofree char *until = hw_format_day (format, day, HW_DAY_LONG);
  g_autofree char *chance = hw_say_goal (goal, format);
  /* Translators: 1 a date, 2 a sentence. */
  g_autofree char *text = g_strdup_printf (_("By %1$s. %2$s"), until, chance);
  GtkWidget *row = hw_assess_row (hw_answers_get_text (answers, "name"), text);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   "go-next-symbolic", NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&goal->entry->id, sizeof goal->entry->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  hw_assess_group_add (self->groups[hw_goal_horizon (today, day)], row);
}

/* Steps that are done soon and help at once; they lead to their goal. */
static void
add_quick (HwAssessGoals       *self,
           const HwGoalOutlook *goal,
           HwDay                today,
           const HwFormat      *format)
{
  g_autoptr (GArray) steps = hw_milestones_new (goal->steps, today);

  for (guint i = 0; i < steps->len; i++)
    {
      const HwMilestone *step = &g_array_index (steps, HwMilestone, i);
      const HwAnswers *answers = step->entry->answers;
      g_autofree char *day = NULL;
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (step->state == HW_MILESTONE_DONE || !hw_answers_get_yes (answers, "quick"))
        continue;

      day = hw_format_day (format, hw_answers_get_day (answers, "day"), HW_DAY_LONG);
      /* Translators: 1 a date, 2 the name of a goal. */
      text = g_strdup_printf (_("By %1$s, for “%2$s”"), day, hw_answers_get_text (goal->entry->answers, "name"));
      row = hw_assess_row (hw_answers_get_text (answers, "what"), text);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic", NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", goal->entry->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.goal");
      hw_assess_group_add (self->quick_group, row);
      gtk_widget_set_visible (GTK_WIDGET (self->quick_group), TRUE);
    }
}

static void
hw_assess_goals_fill (HwPage *page)
{
  HwAssessGoals *self = HW_ASSESS_GOALS (page);
  HwDesk *desk = hw_page_get_desk (page);
  GPtrArray *goals = hw_desk_get_goals (desk);
  const HwDay today = hw_session_get_today (hw_desk_get_session (desk));
  gboolean shown[G_N_ELEMENTS (self->groups)] = { FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (self->groups); i++)
    hw_assess_group_clear (self->groups[i]);
  hw_assess_group_clear (self->quick_group);
  gtk_widget_set_visible (GTK_WIDGET (self->quick_group), FALSE);
  for (guint i = 0; i < goals->len; i++)
    {
      const HwGoalOutlook *goal = g_ptr_array_index (goals, i);

      add_quick (self, goal, today, hw_desk_get_format (desk));
      shown[hw_goal_horizon (today, hw_answers_get_day (goal->entry->answers, "day"))] = TRUE;
      add_row (self, goal, today, hw_desk_get_format (desk));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->groups); i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), shown[i]);

  gtk_label_set_text (self->lead, goals->len > 0
                                    ? _("One to five goals are enough. Each says how likely it is, as things go.")
                                    : _("Say one figure you want to change, how far and by when. "
                                        "What you try is then measured against it."));
  gtk_widget_set_visible (self->add_button, goals->len > 0);
  gtk_widget_set_sensitive (self->add_button, goals->len < HW_GOALS_MOST);
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static gboolean
has_none (HwAssessGoals *self)
{
  const GPtrArray *goals = get_goals (self);

  return goals != NULL && goals->len == 0;
}

static const char *
hw_assess_goals_get_next (HwAssessPart *part)
{
  return has_none (HW_ASSESS_GOALS (part)) ? _("Set a goal") : NULL;
}

static gboolean
hw_assess_goals_go_on (HwAssessPart *part)
{
  if (!has_none (HW_ASSESS_GOALS (part)))
    return FALSE;

  add_cb (HW_ASSESS_GOALS (part));
  return TRUE;
}

static void
hw_assess_goals_class_init (HwAssessGoalsClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);
  HwAssessPartClass *part_class = HW_ASSESS_PART_CLASS (klass);

  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_GOALS);
  page_class->fill = hw_assess_goals_fill;
  part_class->get_next = hw_assess_goals_get_next;
  part_class->go_on = hw_assess_goals_go_on;
}

static void
hw_assess_goals_init (HwAssessGoals *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->lead = GTK_LABEL (hw_assess_label (NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lead));
  for (gsize i = 0; i < G_N_ELEMENTS (self->groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      self->groups[i] = ADW_PREFERENCES_GROUP (group);
      adw_preferences_group_set_title (self->groups[i], hw_horizon_name ((HwHorizon) i));
      gtk_box_append (GTK_BOX (box), group);
    }
  self->quick_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->quick_group, _("Quick wins"));
  adw_preferences_group_set_description (self->quick_group, _("Steps that help soon. Open a goal to add one or tick it off."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quick_group));
  self->add_button = gtk_button_new_with_label (_("Add a goal"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->add_button);
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("What you want to reach"), NULL, box);
}
