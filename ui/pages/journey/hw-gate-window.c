/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-gate-window.h"

#include "compat/hw-ask.h"
#include "jobs/hw-say.h"
#include "jobs/trial/hw-verdict-job.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-keep.h"
#include "wizard/hw-form-view.h"

#include <glib/gi18n.h>

struct _HwGateWindow
{
  AdwWindow       parent_instance;

  AdwWindowTitle *window_title;
  HwStatePage    *state_page;
  GtkStack       *stack;
  GtkLabel       *head_label;
  GtkLabel       *text_label;
  GtkListBox     *lines;
  GtkButton      *not_now_button;
  GtkButton      *on_button;
  HwFormView     *view;

  GtkWidget      *from;        /* (owned) */
  HwDesk         *desk;        /* (owned) */
  HwEntry        *initiative;  /* (owned) */
  HwGate          gates[HW_GATE_N];
  guint           n, at;
  gboolean        met;         /* every line of the gate shown */
  HwForm          form;        /* of the gate: who and why alone */
};

G_DEFINE_FINAL_TYPE (HwGateWindow, hw_gate_window, ADW_TYPE_WINDOW)

enum
{
  PASSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void show_gate (HwGateWindow *self);

static gboolean
is_gone (HwGateWindow *self)
{
  return self->desk == NULL || hw_desk_get_session (self->desk) == NULL;
}

static void
pass (HwGateWindow *self)
{
  self->at++;
  if (self->at < self->n)
    {
      show_gate (self);
      return;
    }

  g_signal_emit (self, signals[PASSED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
make_line (const HwGateLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   line->met ? "emblem-ok-symbolic" : "dialog-warning-symbolic", NULL);
  GtkWidget *word = gtk_label_new (line->met ? C_("gate", "Ready") : C_("gate", "Not yet"));

  gtk_widget_add_css_class (image, line->met ? "success" : "warning");
  gtk_widget_add_css_class (word, line->met ? "success" : "warning");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (!line->met)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->fix);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  return row;
}

static void
fill_lines (HwGateWindow *self,
            const GArray *lines)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_list_box_remove (self->lines, child);

  self->met = TRUE;
  for (guint i = 0; i < lines->len; i++)
    {
      const HwGateLine *line = &g_array_index (lines, HwGateLine, i);

      self->met &= line->met;
      gtk_list_box_append (self->lines, make_line (line));
    }
}

static void
fill_words (HwGateWindow *self)
{
  const HwGate gate = self->gates[self->at];
  const char *text = self->met ? _("Everything is in place.")
                     : hw_gate_is_legal (gate)
                       ? _("The law asks for a good look here. You can go on if somebody decides so and says why; both are kept with what you try.")
                       : _("This is advice. You can go on anyway; who decided so, and why, is kept.");

  gtk_label_set_text (self->head_label, hw_gate_name (gate));
  gtk_label_set_text (self->text_label, text);
  gtk_button_set_label (self->on_button, self->met ? _("Go on") : _("Go on anyway…"));
  if (self->met)
    gtk_widget_add_css_class (GTK_WIDGET (self->on_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->on_button), "suggested-action");
}

static void
lines_cb (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  HwGateWindow *self = owner;
  g_autoptr (GArray) lines = result;

  if (is_gone (self))
    return;

  if (lines == NULL)
    {
      hw_errand_show_error (self->state_page, _("This did not work"), error, NULL);
      return;
    }

  fill_lines (self, lines);
  fill_words (self);
  gtk_stack_set_visible_child_name (self->stack, "lines");
  hw_state_page_show_ready (self->state_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->met ? self->on_button : self->not_now_button));
}

static void
show_gate (HwGateWindow *self)
{
  HwGateRequest wish = { self->initiative->id, self->gates[self->at] };

  if (!is_gone (self))
    hw_errand_run (self->desk, &hw_gate_job, g_memdup2 (&wish, sizeof wish), self->state_page, lines_cb, self);
}

/* Who and why; the gate itself is known. */
static void
ask_why (HwGateWindow *self)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  self->form = hw_gate_form;
  self->form.questions = hw_gate_form.questions + 1;
  self->form.n = hw_gate_form.n - 1;
  hw_answers_set (answers, "who", hw_answers_get (self->initiative->answers, "owner"));
  hw_form_view_set_later_shown (self->view, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "why");
  hw_form_view_start (self->view, &self->form, answers, hw_desk_get_format (self->desk), G_OBJECT (self->desk),
                      hw_session_get_today (hw_desk_get_session (self->desk)), _("Go on"));
  hw_form_view_show (self->view, self->form.questions[0].id);
}

static void
on_clicked_cb (HwGateWindow *self)
{
  if (is_gone (self))
    return;

  if (self->met)
    pass (self);
  else
    ask_why (self);
}

static void
kept_cb (gpointer             owner,
         const HwEntryChange *change,
         const GError        *error)
{
  HwGateWindow *self = owner;
  g_autofree char *text = NULL;

  if (is_gone (self))
    return;

  if (change != NULL)
    {
      pass (self);
      return;
    }

  text = hw_say_error (error, NULL);
  hw_tell (GTK_WINDOW (self), _("This was not saved"), text);
}

static void
done_cb (HwGateWindow *self)
{
  g_autoptr (HwEntry) entry = NULL;

  if (is_gone (self))
    return;

  entry = hw_entry_new (HW_ENTRY_GATE, self->initiative->id);
  hw_answers_free (entry->answers);
  entry->answers = hw_answers_copy (hw_form_view_get_answers (self->view));
  hw_answers_set (entry->answers, "gate", hw_gate_id (self->gates[self->at]));
  hw_keep_entry (self->from, self->desk, hw_entry_save_new (entry), NULL, kept_cb, self);
}

static void
left_cb (HwGateWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "lines");
  gtk_widget_grab_focus (GTK_WIDGET (self->not_now_button));
}

static void
hw_gate_window_dispose (GObject *object)
{
  HwGateWindow *self = HW_GATE_WINDOW (object);

  g_clear_object (&self->from);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_GATE_WINDOW);

  G_OBJECT_CLASS (hw_gate_window_parent_class)->dispose (object);
}

static void
hw_gate_window_finalize (GObject *object)
{
  hw_entry_free (HW_GATE_WINDOW (object)->initiative);

  G_OBJECT_CLASS (hw_gate_window_parent_class)->finalize (object);
}

static void
hw_gate_window_class_init (HwGateWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_gate_window_dispose;
  object_class->finalize = hw_gate_window_finalize;
  signals[PASSED] = g_signal_new ("passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_FORM_VIEW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-gate-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, head_label);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, text_label);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, not_now_button);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, on_button);
  gtk_widget_class_bind_template_child (widget_class, HwGateWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
hw_gate_window_init (HwGateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
was_passed (const HwTrial *trial,
            HwGate         gate)
{
  for (guint i = 0; i < trial->gates->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (trial->gates, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "gate"), hw_gate_id (gate)))
        return TRUE;
    }

  return FALSE;
}

/* Advice comes first, then what the law asks for, once in the life of an initiative. */
static guint
find_gates (const HwTrial *trial,
            const HwState *states,
            guint          n,
            HwGate         gates[HW_GATE_N])
{
  const HwAnswers *answers = trial->initiative->answers;
  gboolean legal = FALSE;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      HwGate gate;

      legal |= states[i] == HW_STATE_BASELINE || states[i] == HW_STATE_RUNNING || states[i] == HW_STATE_SCALING;
      if (hw_gate_before (states[i], &gate))
        gates[found++] = gate;
    }

  if (legal && hw_trial_may_harm (trial) && !was_passed (trial, HW_GATE_IMPACT))
    gates[found++] = HW_GATE_IMPACT;
  if (legal && hw_answers_get_yes (answers, "banned") && !was_passed (trial, HW_GATE_LAWFUL))
    gates[found++] = HW_GATE_LAWFUL;

  return found;
}

GtkWidget *
hw_gate_window_new (GtkWidget     *from,
                    HwDesk        *desk,
                    const HwTrial *trial,
                    const HwState *states,
                    guint          n)
{
  HwGate gates[HW_GATE_N];
  const guint found = find_gates (trial, states, MIN (n, HW_GATE_N - 2), gates);
  HwGateWindow *self;

  if (found == 0)
    return NULL;

  self = g_object_new (HW_TYPE_GATE_WINDOW, "transient-for", gtk_widget_get_root (from), NULL);
  self->from = g_object_ref (from);
  self->desk = g_object_ref (desk);
  self->initiative = hw_entry_copy (trial->initiative);
  self->n = found;
  for (guint i = 0; i < found; i++)
    self->gates[i] = gates[i];
  adw_window_title_set_title (self->window_title, _("Ready to go on?"));
  adw_window_title_set_subtitle (self->window_title, hw_answers_get_text (trial->initiative->answers, "name"));
  show_gate (self);
  return GTK_WIDGET (self);
}
