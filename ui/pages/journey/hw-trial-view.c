/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-trial-view.h"

#include "jobs/journey/hw-entry-job.h"
#include "pages/journey/hw-journey-acts.h"
#include "pages/journey/hw-station-path.h"
#include "pages/journey/hw-step-card.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"
#include "widgets/hw-scroll.h"
#include "widgets/hw-steady-rows.h"

#include <glib/gi18n.h>

#define ACT_KEY "hw-act"
#define PART_KEY "hw-part"

typedef enum
{
  GROUP_ACTS,
  GROUP_GATES,
  GROUP_CHECK_INS,
  GROUP_STEPS,
  GROUP_REVIEWS,
  GROUP_PLAN,
  GROUP_VERSIONS,
  N_GROUPS,
} Group;

struct _HwTrialView
{
  AdwBin               parent_instance;

  GtkScrolledWindow   *scroller;
  GtkWidget           *back_button;
  GtkLabel            *name_label;
  GtkLabel            *state_label;
  GtkLabel            *sentence_label;
  HwStationPath       *path;
  HwStepCard          *step_card;
  GtkBox              *body;

  const HwJourneyBook *book;
  gint64               id;
  AdwPreferencesGroup *groups[N_GROUPS];  /* in body; that of the versions is filled when they come */
};

G_DEFINE_FINAL_TYPE (HwTrialView, hw_trial_view, ADW_TYPE_BIN)

static HwTrial *
find_trial (HwTrialView *self)
{
  return self->book != NULL && self->book->journey != NULL && self->id != 0
           ? hw_journey_find (self->book->journey, self->id) : NULL;
}

static void
add_answers (HwTrialView         *self,
             AdwPreferencesGroup *group,
             const HwForm        *form,
             const HwAnswers     *answers)
{
  for (guint i = 0; i < form->n; i++)
    {
      g_autofree char *key = g_strjoin (".", form->id, form->questions[i].id, NULL);
      g_autofree char *said = hw_journey_say_answer (self->book, &form->questions[i], answers);

      /* The name is the heading, and the sentence holds the change. */
      if (said != NULL && *said != '\0' && !g_str_equal (form->questions[i].id, "name"))
        gtk_widget_add_css_class (hw_steady_rows_put (group, key, _(form->questions[i].label), said, NULL), "property");
    }
}

static void
part_cb (HwTrialView *self,
         GtkWidget   *row)
{
  hw_journey_open_part (GTK_WIDGET (self), self->book, g_object_get_data (G_OBJECT (row), PART_KEY));
}

static void
add_part (HwTrialView         *self,
          AdwPreferencesGroup *group,
          const HwEntry       *part,
          const char          *title,
          const char          *subtitle)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, part->id);
  gboolean made;
  GtkWidget *row = hw_steady_rows_put (group, key, title, subtitle, &made);

  g_object_set_data_full (G_OBJECT (row), PART_KEY, hw_entry_copy (part), (GDestroyNotify) hw_entry_free);
  if (!made)
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 "icon-name", "go-next-symbolic", NULL));
  g_signal_connect_object (row, "activated", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
}

static char *
say (HwTrialView     *self,
     const HwForm    *form,
     const char      *question,
     const HwAnswers *answers)
{
  char *said = hw_journey_say_answer (self->book, &form->questions[hw_form_find (form, question)], answers);

  return said != NULL ? said : g_strdup ("");
}

static void
add_check_ins (HwTrialView   *self,
               const HwTrial *trial)
{
  AdwPreferencesGroup *group = self->groups[GROUP_CHECK_INS];

  hw_steady_rows_begin (group);
  for (guint i = 0; i < trial->check_ins->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (trial->check_ins, i);
      g_autofree char *week = say (self, &hw_check_in_form, "week", entry->answers);
      g_autofree char *used = say (self, &hw_check_in_form, "used", entry->answers);
      const char *trouble = hw_answers_get_text (entry->answers, "trouble");
      /* Translators: %s is a day. */
      g_autofree char *title = g_strdup_printf (_("Week with %s"), week);
      /* Translators: %s is per cent. */
      g_autofree char *often = g_strdup_printf (_("Done the new way: %s"), used);
      g_autofree char *text = *trouble != '\0' ? g_strdup_printf ("%s\n%s", often, trouble) : g_strdup (often);

      add_part (self, group, entry, title, text);
    }

  hw_steady_rows_end (group);
}

static void
add_steps (HwTrialView   *self,
           const HwTrial *trial)
{
  AdwPreferencesGroup *group = self->groups[GROUP_STEPS];

  hw_steady_rows_begin (group);
  for (guint i = 0; i < trial->roll_out->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (trial->roll_out, i);
      g_autofree char *days = hw_format_days (hw_journey_book_format (self->book),
                                              hw_answers_get_day (entry->answers, "from"),
                                              hw_answers_get_day (entry->answers, "to"));
      const char *word = hw_answers_get_yes (entry->answers, "done") ? C_("step", "Done") : C_("step", "To do");
      g_autofree char *money = say (self, &hw_roll_out_form, "money", entry->answers);
      g_autofree char *who = say (self, &hw_roll_out_form, "who", entry->answers);
      g_autofree char *text = g_strjoin (" · ", word, days, *who != '\0' ? who : *money != '\0' ? money : NULL,
                                         *who != '\0' && *money != '\0' ? money : NULL, NULL);

      add_part (self, group, entry, hw_answers_get_text (entry->answers, "what"), text);
    }

  hw_steady_rows_end (group);
}

static void
add_reviews (HwTrialView   *self,
             const HwTrial *trial)
{
  AdwPreferencesGroup *group = self->groups[GROUP_REVIEWS];

  hw_steady_rows_begin (group);
  for (guint i = 0; i < trial->reviews->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (trial->reviews, i);
      g_autofree char *day = say (self, &hw_review_form, "day", entry->answers);
      const char *about = hw_answers_get_text (entry->answers, "about");
      const char *note = hw_answers_get_text (entry->answers, "note");
      const char *word = hw_answers_get_yes (entry->answers, "done") ? C_("review", "Done") : C_("review", "To do");
      g_autofree char *text = g_strjoin (" · ", word, *note != '\0' ? note : *about != '\0' ? about : NULL, NULL);

      add_part (self, group, entry, day, text);
    }

  hw_steady_rows_end (group);
}

/* What was passed although it was not ready stays written here. */
static void
add_gates (HwTrialView   *self,
           const HwTrial *trial)
{
  AdwPreferencesGroup *group = self->groups[GROUP_GATES];

  hw_steady_rows_begin (group);
  for (guint i = 0; i < trial->gates->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (trial->gates, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
      g_autofree char *gate = say (self, &hw_gate_form, "gate", entry->answers);
      g_autofree char *day = hw_format_day (hw_journey_book_format (self->book), entry->made, HW_DAY_FULL);
      /* Translators: 1 a name, 2 a day, 3 the reason. */
      g_autofree char *text = g_strdup_printf (_("%s, %s: %s"), hw_answers_get_text (entry->answers, "who"), day,
                                               hw_answers_get_text (entry->answers, "why"));

      hw_steady_rows_put (group, key, gate, text, NULL);
    }

  hw_steady_rows_end (group);
}

static void
act_cb (HwTrialView *self,
        GtkWidget   *row)
{
  HwTrial *trial = find_trial (self);

  if (trial != NULL)
    hw_act_do ((HwAct) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), ACT_KEY)), GTK_WIDGET (self), self->book,
               trial);
}

static void
add_acts (HwTrialView   *self,
          const HwTrial *trial)
{
  AdwPreferencesGroup *group = self->groups[GROUP_ACTS];

  hw_steady_rows_begin (group);
  for (int act = 0; act < HW_ACT_N; act++)
    {
      g_autofree char *key = g_strdup_printf ("%d", act);
      gboolean made;
      GtkWidget *row;

      if (!hw_act_is_open ((HwAct) act, trial))
        continue;

      row = hw_steady_rows_put (group, key, hw_act_name ((HwAct) act), NULL, &made);
      if (!made)
        continue;

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), ACT_KEY, GINT_TO_POINTER (act));
      g_signal_connect_object (row, "activated", G_CALLBACK (act_cb), self, G_CONNECT_SWAPPED);
    }

  hw_steady_rows_end (group);
}

static void
add_version (HwTrialView   *self,
             const HwEntry *version,
             const HwEntry *before)
{
  const HwFormat *format = hw_journey_book_format (self->book);
  const HwState state = hw_initiative_state (version);
  g_autofree char *number = hw_format_number (format, version->version, 0);
  g_autofree char *key = g_strdup_printf ("%d", (int) version->version);
  g_autofree char *day = hw_format_day (format, version->changed, HW_DAY_FULL);
  const gboolean moved = before == NULL || hw_initiative_state (before) != state;
  const char *why = *version->why != '\0' ? version->why
                    : moved && (state == HW_STATE_GO || state == HW_STATE_EXTEND || state == HW_STATE_CHANGE ||
                                state == HW_STATE_STOP)
                      ? hw_answers_get_text (version->answers, "decision_why")
                    : moved && hw_state_is_final (state) ? hw_answers_get_text (version->answers, "lesson")
                                                         : "";
  const char *who = *version->who != '\0' ? version->who : hw_answers_get_text (version->answers, "owner");
  /* Translators: 1 a number, 2 how an initiative stands. */
  g_autofree char *title = g_strdup_printf (_("Version %s: %s"), number, hw_state_name (state));
  g_autofree char *text = g_strjoin (" · ", day, *who != '\0' ? who : *why != '\0' ? why : NULL,
                                     *who != '\0' && *why != '\0' ? why : NULL, NULL);

  hw_steady_rows_put (self->groups[GROUP_VERSIONS], key, title, text, NULL);
}

static void
history_cb (gpointer      owner,
            gpointer      result,
            const GError *error)
{
  HwTrialView *self = owner;
  g_autoptr (GPtrArray) versions = result;
  const HwEntry *first = versions != NULL && versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;

  if (first == NULL || first->id != self->id || find_trial (self) == NULL)
    return;

  hw_steady_rows_begin (self->groups[GROUP_VERSIONS]);
  for (guint i = 0; i < versions->len; i++)
    add_version (self, g_ptr_array_index (versions, i),
                 i + 1 < versions->len ? g_ptr_array_index (versions, i + 1) : NULL);
  hw_steady_rows_end (self->groups[GROUP_VERSIONS]);
}

static void
add_plan (HwTrialView     *self,
          const HwAnswers *answers)
{
  AdwPreferencesGroup *group = self->groups[GROUP_PLAN];

  hw_steady_rows_begin (group);
  add_answers (self, group, &hw_initiative_form, answers);
  add_answers (self, group, &hw_plan_form, answers);
  add_answers (self, group, &hw_decision_form, answers);
  hw_steady_rows_end (group);
}

static void
fill (HwTrialView   *self,
      const HwTrial *trial)
{
  const HwAnswers *answers = trial->initiative->answers;
  g_autofree char *sentence = hw_journey_say_sentence (self->book, answers);

  gtk_label_set_text (self->name_label, hw_answers_get_text (answers, "name"));
  gtk_label_set_text (self->state_label, hw_state_name (hw_initiative_state (trial->initiative)));
  gtk_label_set_text (self->sentence_label, sentence);
  hw_station_path_set_here (self->path, trial->station);
  hw_step_card_fill (self->step_card, self->book, trial->next, trial->next_day, trial, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->step_card), !hw_state_is_final (hw_initiative_state (trial->initiative)));

  add_acts (self, trial);
  add_gates (self, trial);
  add_check_ins (self, trial);
  add_steps (self, trial);
  add_reviews (self, trial);
  add_plan (self, answers);
  if (hw_desk_get_session (self->book->desk) != NULL)
    hw_errand_run (self->book->desk, &hw_entry_history_job, g_memdup2 (&self->id, sizeof self->id), NULL, history_cb,
                   self);
  hw_inner_names (GTK_WIDGET (self->body), hw_answers_get_text (answers, "name"));
}

static void
do_cb (HwTrialView *self)
{
  HwTrial *trial = find_trial (self);

  if (trial != NULL)
    hw_journey_do_step (GTK_WIDGET (self), self->book, trial->next, trial);
}

static void
hw_trial_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_TRIAL_VIEW);
  HW_TRIAL_VIEW (object)->book = NULL;

  G_OBJECT_CLASS (hw_trial_view_parent_class)->dispose (object);
}

static void
hw_trial_view_class_init (HwTrialViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_trial_view_dispose;

  g_type_ensure (HW_TYPE_STATION_PATH);
  g_type_ensure (HW_TYPE_STEP_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/journey/hw-trial-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, back_button);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, name_label);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, state_label);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, path);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, step_card);
  gtk_widget_class_bind_template_child (widget_class, HwTrialView, body);
}

static void
add_groups (HwTrialView *self)
{
  const char *const titles[N_GROUPS] = {
    [GROUP_ACTS] = _("What you can do"),
    [GROUP_GATES] = _("Gone on anyway"),
    [GROUP_CHECK_INS] = _("How the weeks went"),
    [GROUP_STEPS] = _("Steps to using it everywhere"),
    [GROUP_REVIEWS] = _("Days to look again"),
    [GROUP_PLAN] = _("The plan on one page"),
    [GROUP_VERSIONS] = _("What it was before"),
  };

  for (int i = 0; i < N_GROUPS; i++)
    {
      self->groups[i] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[i], titles[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), FALSE);
      gtk_box_append (self->body, GTK_WIDGET (self->groups[i]));
    }
}

/* Nothing of the trial shown before stays. */
static void
clear_groups (HwTrialView *self)
{
  for (int i = 0; i < N_GROUPS; i++)
    {
      hw_steady_rows_begin (self->groups[i]);
      hw_steady_rows_end (self->groups[i]);
    }
}

static void
hw_trial_view_init (HwTrialView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_groups (self);
  hw_scroll_keep_steady (self->scroller);
  g_signal_connect_object (self->step_card, "do", G_CALLBACK (do_cb), self, G_CONNECT_SWAPPED);
}

void
hw_trial_view_set_book (HwTrialView         *self,
                        const HwJourneyBook *book)
{
  g_return_if_fail (HW_IS_TRIAL_VIEW (self));

  self->book = book;
}

gboolean
hw_trial_view_show (HwTrialView *self,
                    gint64       id)
{
  HwTrial *trial;

  g_return_val_if_fail (HW_IS_TRIAL_VIEW (self), FALSE);

  if (id != self->id)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
      clear_groups (self);
    }
  self->id = id;
  trial = find_trial (self);
  if (trial == NULL)
    {
      self->id = 0;
      return FALSE;
    }

  fill (self, trial);
  return TRUE;
}

gint64
hw_trial_view_get_id (HwTrialView *self)
{
  g_return_val_if_fail (HW_IS_TRIAL_VIEW (self), 0);

  return self->id;
}
