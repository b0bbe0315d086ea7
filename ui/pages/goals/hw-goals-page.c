/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/goals/hw-goals-page.h"

#include "domain/hw-milestone.h"
#include "jobs/hw-say.h"
#include "jobs/today/hw-say-today.h"
#include "pages/goals/hw-goal-chart.h"
#include "pages/goals/hw-goal-steps.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-keep.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"
#include "wizard/hw-goal-window.h"

#include <glib/gi18n.h>
#include <math.h>

#define LIKELY 0.5
#define ROW_HORIZON "hw-horizon" /* of a row: the name of its stretch of time */

struct _HwGoalsPage
{
  HwPage             parent_instance;

  HwStatePage       *state_page;
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkLabel          *summary_label;
  GtkButton         *add_button;
  GtkListBox        *list;
  GtkWidget         *detail_box;
  GtkLabel          *chance_label;
  HwHowButton       *how_button;
  HwChartView       *chart_view;
  GtkLabel          *reason_label;
  GtkLabel          *lacks_label;
  HwGoalSteps       *steps;

  gint64             chosen;   /* entry id; 0: the first */
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (HwGoalsPage, hw_goals_page, HW_TYPE_PAGE)

/* A word or two for the list; the sentence stands below. */
static const char *const reaches[] = {
  [HW_REACH_KNOWN]     = "",
  [HW_REACH_REACHED]   = N_("Reached"),
  [HW_REACH_OVER]      = N_("The day is past"),
  [HW_REACH_TOO_SHORT] = N_("Too early to say"),
  [HW_REACH_TOO_FAR]   = N_("Too far ahead to say"),
  [HW_REACH_NO_FIGURE] = N_("No figure yet"),
};

static GPtrArray *
get_goals (HwGoalsPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  return desk != NULL ? hw_desk_get_goals (desk) : NULL;
}

/* The chosen goal, else the first; NULL if there is none. */
static HwGoalOutlook *
get_chosen (HwGoalsPage *self)
{
  GPtrArray *goals = get_goals (self);

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      HwGoalOutlook *goal = g_ptr_array_index (goals, i);

      if (goal->entry->id == self->chosen)
        return goal;
    }

  return goals != NULL && goals->len > 0 ? g_ptr_array_index (goals, 0) : NULL;
}

static char *
say_value (const HwGoalOutlook *goal,
           double               value,
           const HwFormat      *format)
{
  const HwMetricValue shown = { goal->metric, isnan (value) ? HW_METRIC_NO_SALES : HW_METRIC_OK, value, 0, 0 };

  return goal->metric != NULL ? hw_say_metric (&shown, format) : g_strdup ("–");
}

static void
add_row (HwGoalsPage         *self,
         const HwGoalOutlook *goal,
         HwDay                today,
         const HwFormat      *format)
{
  const HwAnswers *answers = goal->entry->answers;
  const HwDay day = hw_answers_get_day (answers, "day");
  const char *horizon = hw_horizon_name (hw_goal_horizon (today, day));
  g_autofree char *now = say_value (goal, goal->now, format);
  g_autofree char *target = say_value (goal, hw_answers_get_number (answers, "target", NAN), format);
  g_autofree char *until = hw_format_day (format, day, HW_DAY_LONG);
  g_autofree char *chance = goal->reach == HW_REACH_KNOWN ? hw_say_chance (goal->chance) : g_strdup (_(reaches[goal->reach]));
  /* Translators: 1 the figure today, 2 the target, 3 a date. */
  g_autofree char *text = g_strdup_printf (_("%1$s now, %2$s by %3$s"), now, target, until);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (chance);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hw_answers_get_text (answers, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data (G_OBJECT (row), ROW_HORIZON, (gpointer) horizon);
  gtk_list_box_append (self->list, row);
}

static void
fill_how (HwGoalsPage         *self,
          const HwGoalOutlook *goal,
          HwDesk              *desk)
{
  const HwFormat *format = hw_desk_get_format (desk);
  g_autofree char *start = say_value (goal, hw_answers_get_number (goal->entry->answers, "start", NAN), format);
  g_autofree char *day = hw_format_day (format, hw_answers_get_day (goal->entry->answers, "start_day"), HW_DAY_LONG);
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "goal");
  /* Translators: 1 a figure, 2 a date. */
  g_autofree char *inputs = g_strdup_printf (_("The figure over each four weeks of your sales; it stood at %1$s on %2$s."),
                                             start, day);
  const HwHowFacts facts = {
    .about = hw_answers_get_text (goal->entry->answers, "name"),
    .inputs = inputs,
    .method = _("The figure's own past is carried on, with a range; the chance is the part of the range "
                "that is at the target or beyond it on the day."),
    .technical = _("Exponential smoothing on four-week values, normal range from the forecast's error"),
    .run_id = run_id,
    .way = _("See your data"),
    .way_action = "win.page::data",
  };

  hw_how_button_set_facts (self->how_button, &facts);
}

/* What would make the goal one that can be checked. */
static void
fill_lacks (HwGoalsPage         *self,
            const HwGoalOutlook *goal,
            HwDay                today)
{
  const int missing = (int) hw_smart_missing (goal, today);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int bit = 1; bit < HW_SMART_ALL; bit <<= 1)
    if (missing & bit)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", hw_smart_text ((HwSmart) bit));

  gtk_label_set_text (self->lacks_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->lacks_label), text->len > 0);
}

static void
fill_detail (HwGoalsPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  HwGoalOutlook *goal = get_chosen (self);
  const char *reason;
  g_autofree char *chance = NULL;
  HwChart *chart;

  if (goal == NULL)
    return;

  chance = hw_say_goal (goal, hw_desk_get_format (desk));
  reason = hw_answers_get_text (goal->entry->answers, "reason");
  chart = hw_goal_chart_new (goal, hw_desk_get_format (desk));
  gtk_label_set_text (self->chance_label, chance);
  gtk_label_set_text (self->reason_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), *reason != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), chart != NULL);
  hw_chart_view_take_chart (self->chart_view, chart, chart != NULL ? G_OBJECT (desk) : NULL);
  fill_how (self, goal, desk);
  fill_lacks (self, goal, hw_session_get_today (hw_desk_get_session (desk)));
  hw_goal_steps_show (self->steps, desk, goal, hw_session_get_today (hw_desk_get_session (desk)));
}

/* The first of each stretch of time carries its name. */
static void
head_row_cb (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  const char *name = g_object_get_data (G_OBJECT (row), ROW_HORIZON);
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (name, g_object_get_data (G_OBJECT (before), ROW_HORIZON)) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

static void
fill_summary (HwGoalsPage *self,
              GPtrArray   *goals)
{
  g_autofree char *text = NULL;
  guint n_known = 0, n_likely = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      const HwGoalOutlook *goal = g_ptr_array_index (goals, i);
      const gboolean known = goal->reach == HW_REACH_KNOWN || goal->reach == HW_REACH_REACHED;

      n_known += known;
      n_likely += known && (goal->reach == HW_REACH_REACHED || goal->chance >= LIKELY);
    }

  if (n_known == 0)
    text = g_strdup_printf (ngettext ("%u goal", "%u goals", goals->len), goals->len);
  else
    /* Translators: 1 how many goals are likely, 2 how many there are. */
    text = g_strdup_printf (ngettext ("%1$u of %2$u goal is likely to be reached",
                                      "%1$u of %2$u goals are likely to be reached", goals->len),
                            n_likely, goals->len);

  gtk_label_set_text (self->summary_label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), goals->len < HW_GOALS_MOST);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button),
                               goals->len < HW_GOALS_MOST ? NULL : _("Five goals are enough: take one off the list first."));
}

static void
hw_goals_page_fill (HwPage *page)
{
  HwGoalsPage *self = HW_GOALS_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);
  GPtrArray *goals = get_goals (self);
  const HwGoalOutlook *chosen = get_chosen (self);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < goals->len; i++)
    {
      add_row (self, g_ptr_array_index (goals, i), hw_session_get_today (hw_desk_get_session (desk)), hw_desk_get_format (desk));
      if (g_ptr_array_index (goals, i) == chosen)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
  self->filling = FALSE;

  fill_summary (self, goals);
  fill_detail (self);
  gtk_stack_set_visible_child_name (self->stack, goals->len > 0 ? "some" : "none");
}

static void
hw_goals_page_forget (HwPage *page)
{
  HW_GOALS_PAGE (page)->chosen = 0;
}

static void
row_selected_cb (HwGoalsPage   *self,
                 GtkListBoxRow *row)
{
  GPtrArray *goals = get_goals (self);
  const int i = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (self->filling || goals == NULL || i < 0 || (guint) i >= goals->len)
    return;

  self->chosen = ((HwGoalOutlook *) g_ptr_array_index (goals, i))->entry->id;
  fill_detail (self);
}

static void
open_form (HwGoalsPage   *self,
           const HwEntry *entry) /* (nullable) */
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  if (desk != NULL)
    hw_goal_window_open (GTK_WIDGET (self), desk, entry);
}

static void
add_clicked_cb (HwGoalsPage *self)
{
  open_form (self, NULL);
}

static void
change_clicked_cb (HwGoalsPage *self)
{
  const HwGoalOutlook *goal = get_chosen (self);

  if (goal != NULL)
    open_form (self, goal->entry);
}

static void
drop_clicked_cb (HwGoalsPage *self)
{
  const HwGoalOutlook *goal = get_chosen (self);
  HwEntrySave *save;

  if (goal == NULL)
    return;

  save = hw_entry_save_new (goal->entry);
  save->remove = TRUE;
  hw_keep_entry (GTK_WIDGET (self), hw_page_get_desk (HW_PAGE (self)), save, _("Goal taken off the list"), NULL, NULL);
}

static void
hw_goals_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_GOALS_PAGE);

  G_OBJECT_CLASS (hw_goals_page_parent_class)->dispose (object);
}

static void
hw_goals_page_class_init (HwGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_goals_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_GOALS);
  page_class->fill = hw_goals_page_fill;
  page_class->forget = hw_goals_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  g_type_ensure (HW_TYPE_HOW_BUTTON);
  g_type_ensure (HW_TYPE_GOAL_STEPS);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/goals/hw-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, list);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, detail_box);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, chance_label);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, how_button);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, lacks_label);
  gtk_widget_class_bind_template_child (widget_class, HwGoalsPage, steps);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_clicked_cb);
}

static void
hw_goals_page_init (HwGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
  gtk_list_box_set_header_func (self->list, head_row_cb, NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"), -1);
  hw_inner_names (GTK_WIDGET (self->stack), _("Goals"));
}

void
hw_goals_page_choose (HwGoalsPage *self,
                      gint64       id)
{
  g_return_if_fail (HW_IS_GOALS_PAGE (self));

  self->chosen = id;
  if (get_goals (self) != NULL)
    hw_goals_page_fill (HW_PAGE (self));
}
