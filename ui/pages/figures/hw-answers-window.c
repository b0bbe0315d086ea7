/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-answers-window.h"

#include "compat/hw-ask.h"
#include "domain/hw-survey.h"
#include "jobs/hw-say-figure.h"
#include "jobs/hw-say.h"
#include "widgets/hw-keep.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_MARKS 11
#define ANSWERS_MOST 100000

struct _HwAnswersWindow
{
  AdwWindow       parent_instance;

  AdwWindowTitle *window_title;
  GtkListBox     *list;
  AdwEntryRow    *day_row;
  GtkLabel       *fault_label;
  GtkLabel       *result_label;
  GtkButton      *keep_button;
  GtkSpinButton  *spins[N_MARKS];  /* NULL where the mark cannot be given */

  GtkWidget      *from;            /* (owned) (nullable) */
  HwDesk         *desk;            /* (owned) (nullable) */
  const HwMetric *metric;
  gboolean        busy;
};

G_DEFINE_FINAL_TYPE (HwAnswersWindow, hw_answers_window, ADW_TYPE_WINDOW)

static HwEntry *
make_entry (HwAnswersWindow *self)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_SURVEY, 0);
  HwDay day = HW_DAY_NONE;

  hw_answers_set (entry->answers, "metric", self->metric->id);
  if (hw_format_parse_day (hw_desk_get_format (self->desk), gtk_editable_get_text (GTK_EDITABLE (self->day_row)), &day))
    hw_answers_set_day (entry->answers, "day", day);

  for (int mark = 0; mark < N_MARKS; mark++)
    {
      const double n = self->spins[mark] != NULL ? gtk_spin_button_get_value (self->spins[mark]) : 0.0;
      g_autofree char *question = g_strdup_printf ("n%d", mark);

      if (n > 0.0)
        hw_answers_set_number (entry->answers, question, n);
    }

  return entry;
}

/* What comes of it so far, and what is still in the way. */
static void
changed_cb (HwAnswersWindow *self)
{
  const HwFormat *format = hw_desk_get_format (self->desk);
  g_autoptr (HwEntry) entry = make_entry (self);
  HwFigure figure = { .metric = self->metric, .source = HW_FIGURE_SURVEY, .state = HW_METRIC_OK };
  g_autofree char *value = NULL;
  g_autofree char *range = NULL;
  g_autofree char *said = NULL;
  const guint day = (guint) hw_form_find (&hw_survey_form, "day");
  HwSurveyResult result;
  HwFault fault;

  hw_survey_of (entry->answers, &result);
  fault = hw_form_check (&hw_survey_form, entry->answers, day, hw_session_get_today (hw_desk_get_session (self->desk)));
  gtk_label_set_text (self->fault_label, fault == HW_FAULT_MISSING ? hw_fault_text (HW_FAULT_NOT_A_DAY) : hw_fault_text (fault));
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), fault != HW_FAULT_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_button), result.n > 0 && fault == HW_FAULT_NONE && !self->busy);

  if (result.hidden)
    {
      gtk_label_set_text (self->result_label, result.n > 0 ? hw_metric_state_text (HW_METRIC_FEW_ANSWERS) : "");
      return;
    }

  figure.value = result.value;
  figure.low = result.low;
  figure.high = result.high;
  figure.n = result.n;
  value = hw_say_figure (&figure, format);
  range = hw_say_range (&figure, format);
  /* Translators: 1 a value with its unit, 2 "Most likely between 37 points and 71 points, from 50 answers". */
  said = g_strdup_printf (_("%1$s. %2$s."), value, range);
  gtk_label_set_text (self->result_label, said);
}

static void
kept_cb (gpointer             owner,
         const HwEntryChange *change,
         const GError        *error)
{
  HwAnswersWindow *self = owner;
  g_autofree char *text = NULL;

  self->busy = FALSE;
  if (change != NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  text = hw_say_error (error, NULL);
  hw_tell (GTK_WINDOW (self), _("This was not saved"), text);
}

static void
keep_clicked_cb (HwAnswersWindow *self)
{
  g_autoptr (HwEntry) entry = NULL;

  if (self->busy || hw_desk_get_session (self->desk) == NULL)
    return;

  entry = make_entry (self);
  self->busy = TRUE;
  hw_keep_entry (self->from, self->desk, hw_entry_save_new (entry), _("Answers kept"), kept_cb, self);
}

static void
add_mark (HwAnswersWindow *self,
          int              mark)
{
  g_autofree char *question = g_strdup_printf ("n%d", mark);
  const char *title = _(hw_survey_form.questions[hw_form_find (&hw_survey_form, question)].label);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, ANSWERS_MOST, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_list_box_append (self->list, row);
  self->spins[mark] = GTK_SPIN_BUTTON (spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
hw_answers_window_dispose (GObject *object)
{
  HwAnswersWindow *self = HW_ANSWERS_WINDOW (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_ANSWERS_WINDOW);

  G_OBJECT_CLASS (hw_answers_window_parent_class)->dispose (object);
}

static void
hw_answers_window_class_init (HwAnswersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_answers_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/figures/hw-answers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwAnswersWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, HwAnswersWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HwAnswersWindow, day_row);
  gtk_widget_class_bind_template_child (widget_class, HwAnswersWindow, fault_label);
  gtk_widget_class_bind_template_child (widget_class, HwAnswersWindow, result_label);
  gtk_widget_class_bind_template_child (widget_class, HwAnswersWindow, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
}

static void
hw_answers_window_init (HwAnswersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  hw_entry_row_name (self->day_row);
  hw_inner_names (GTK_WIDGET (self), _("Answers"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers"), -1);
}

void
hw_answers_window_open (GtkWidget      *from,
                        HwDesk         *desk,
                        const HwMetric *metric)
{
  HwAnswersWindow *self = g_object_new (HW_TYPE_ANSWERS_WINDOW, "transient-for", gtk_widget_get_root (from), NULL);
  g_autofree char *today = hw_format_day (hw_desk_get_format (desk), hw_session_get_today (hw_desk_get_session (desk)),
                                          HW_DAY_NUMERIC);
  int first, last;

  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->metric = metric;
  adw_window_title_set_subtitle (self->window_title, _(metric->name));
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), today);
  if (hw_survey_marks (metric->id, &first, &last))
    for (int mark = last; mark >= first; mark--)
      add_mark (self, mark);

  g_signal_connect_object (self->day_row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
