/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-decision.h"

#include "compat/hw-ask.h"
#include "jobs/assess/hw-decision-job.h"
#include "jobs/assess/hw-idea-job.h"
#include "jobs/hw-say.h"
#include "pages/assess/hw-assess-paper.h"
#include "pages/assess/hw-idea-acts.h"
#include "pages/assess/hw-idea-card.h"
#include "pages/assess/hw-idea-words.h"
#include "pages/journey/hw-journey-acts.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>
#include <math.h>

struct _HwAssessDecision
{
  HwAssessPart         parent_instance;

  GtkLabel            *verdict_label;
  GtkLabel            *basis_label;
  AdwPreferencesGroup *first_group;
  AdwPreferencesGroup *tried_group;  /* what is tried already */

  GtkWidget           *none;         /* (owned) never shown: the others' radio group */
  GPtrArray           *checks;       /* (owned) of GtkCheckButton, borrowed: of the first ideas */
  GPtrArray           *ideas;        /* (owned) of char: their ideas */
  char                *chosen;       /* (owned) (nullable) the idea */
};

G_DEFINE_FINAL_TYPE (HwAssessDecision, hw_assess_decision, HW_TYPE_ASSESS_PART)

static const HwIdeaBoard *
get_board (HwAssessDecision *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  return desk != NULL ? hw_desk_get_ideas (desk) : NULL;
}

static void
toggled_cb (HwAssessDecision *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      {
        g_free (self->chosen);
        self->chosen = g_strdup (g_ptr_array_index (self->ideas, i));
      }
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static void
add_row (HwAssessDecision *self,
         const HwIdeaRank *rank,
         const char       *text)
{
  GtkWidget *row = hw_assess_row (rank->idea->name, text);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE); /* the row has it */
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->none));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (self->chosen, rank->idea->id) == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, rank->idea->name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (isnan (rank->facts.benefit))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), hw_idea_worth_button_new (rank->idea));
  hw_assess_group_add (self->first_group, row);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->ideas, g_strdup (rank->idea->id));
}

static void
add_first (HwAssessDecision   *self,
           const HwIdeaRank   *rank,
           const HwIdeaReason *reason,
           const HwFormat     *format)
{
  g_autofree char *worth = hw_idea_say_worth (rank, format);
  g_autofree char *text = g_strjoin ("\n", reason->why, worth, *reason->caution != '\0' ? reason->caution : NULL, NULL);

  add_row (self, rank, text);
}

static gboolean
is_listed (HwAssessDecision *self,
           const char       *idea)
{
  return g_ptr_array_find_with_equal_func (self->ideas, idea, g_str_equal, NULL);
}

/* One that was chosen from the list and is not among the first three. */
static void
add_chosen (HwAssessDecision  *self,
            const HwIdeaBoard *board,
            const HwFormat    *format)
{
  const HwIdeaRank *rank = self->chosen != NULL ? hw_idea_board_find (board, self->chosen) : NULL;
  g_autofree char *worth = rank != NULL ? hw_idea_say_worth (rank, format) : NULL;

  if (rank != NULL && !is_listed (self, rank->idea->id))
    add_row (self, rank, worth);
}

static void
fill_first (HwAssessDecision  *self,
            const HwIdeaBoard *board,
            const HwFormat    *format)
{
  hw_assess_group_clear (self->first_group);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->ideas, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->none), TRUE);
  for (guint i = 0; i < board->first->len; i++)
    {
      const HwIdeaReason *reason = g_ptr_array_index (board->first, i);
      const HwIdeaRank *rank = hw_idea_board_find (board, reason->idea->id);

      if (rank != NULL)
        add_first (self, rank, reason, format);
    }
  add_chosen (self, board, format);
  gtk_widget_set_visible (GTK_WIDGET (self->first_group), self->checks->len > 0);
}

static void
fill_tried (HwAssessDecision *self,
            const HwJourney  *journey) /* (nullable) */
{
  guint n = 0;

  hw_assess_group_clear (self->tried_group);
  for (guint i = 0; journey != NULL && i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);

      if (hw_state_is_final (hw_initiative_state (trial->initiative)))
        continue;
      hw_assess_group_add (self->tried_group, hw_assess_row (hw_answers_get_text (trial->initiative->answers, "name"),
                                                             hw_next_step_text (trial->next)));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tried_group), n > 0);
}

static void
hw_assess_decision_fill (HwPage *page)
{
  HwAssessDecision *self = HW_ASSESS_DECISION (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwIdeaBoard *board = hw_desk_get_ideas (desk);

  gtk_label_set_text (self->verdict_label, board->verdict);
  hw_assess_set_text (self->basis_label, board->basis);
  fill_first (self, board, hw_desk_get_format (desk));
  fill_tried (self, hw_desk_get_journey (desk));
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static void
hw_assess_decision_forget (HwPage *page)
{
  g_clear_pointer (&HW_ASSESS_DECISION (page)->chosen, g_free);
}

/* The form of a trial, filled in as far as the idea tells; or an empty one. */
static void
open_form (HwAssessDecision *self,
           const HwEntry    *entry) /* (nullable) */
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));
  g_autoptr (GPtrArray) goals = hw_entries_new ();
  const GPtrArray *outlooks = desk != NULL ? hw_desk_get_goals (desk) : NULL;
  const HwJourneyBook book = { desk, desk != NULL ? hw_desk_get_journey (desk) : NULL, goals, NULL };

  if (book.journey == NULL)
    return;

  for (guint i = 0; outlooks != NULL && i < outlooks->len; i++)
    g_ptr_array_add (goals, hw_entry_copy (((const HwGoalOutlook *) g_ptr_array_index (outlooks, i))->entry));
  hw_journey_open_idea (GTK_WIDGET (self), &book, entry);
}

static void
made_cb (gpointer      owner,
         gpointer      result,
         const GError *error)
{
  HwAssessDecision *self = owner;
  g_autoptr (HwEntry) entry = result;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  hw_assess_part_set_busy (HW_ASSESS_PART (self), FALSE);
  if (entry != NULL)
    {
      open_form (self, entry);
      return;
    }

  text = hw_say_error (error, NULL);
  if (GTK_IS_WINDOW (root))
    hw_tell (GTK_WINDOW (root), _("This did not work"), text);
}

static void
own_cb (HwAssessDecision *self)
{
  open_form (self, NULL);
}

static void
print_cb (HwAssessDecision *self,
          GtkButton        *button)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk != NULL)
    hw_assess_paper_print (button, desk, &hw_decision_print_job, _("What you will try"), NULL);
}

static void
save_cb (HwAssessDecision *self,
         GtkButton        *button)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk != NULL)
    /* Translators: the second is a file's name. */
    hw_assess_paper_save (button, desk, &hw_decision_job, _("Save the decision"), _("decision.pdf"), NULL);
}

static const char *
hw_assess_decision_get_next (HwAssessPart *part)
{
  return HW_ASSESS_DECISION (part)->chosen != NULL ? _("Make it a trial") : _("Choose one");
}

static void
make_trial (gpointer owner)
{
  HwAssessDecision *self = owner;
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk == NULL || self->chosen == NULL)
    return;

  hw_assess_part_set_busy (HW_ASSESS_PART (self), TRUE);
  hw_errand_run (desk, &hw_idea_choose_job, g_strdup (self->chosen), NULL, made_cb, self);
}

/* Nobody could say later whether it was worth it: that is said before, not after. */
static gboolean
has_no_worth (HwAssessDecision *self)
{
  const HwIdeaBoard *board = get_board (self);
  const HwIdeaRank *rank = board != NULL ? hw_idea_board_find (board, self->chosen) : NULL;

  return rank != NULL && isnan (rank->facts.benefit);
}

static gboolean
hw_assess_decision_go_on (HwAssessPart *part)
{
  HwAssessDecision *self = HW_ASSESS_DECISION (part);

  if (hw_assess_part_get_desk (part) == NULL || hw_assess_part_is_busy (part))
    return TRUE;

  if (self->chosen != NULL && has_no_worth (self))
    hw_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Try it without knowing what it is worth?"),
            _("What it brings in a year is not said yet, so it is in no order with the others. You can say it first: "
              "press “Say what it is worth” beside its name."), _("Try it anyway"), FALSE, make_trial, self);
  else if (self->chosen != NULL)
    make_trial (self);
  else if (self->checks->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->first_group), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

void
hw_assess_decision_choose (HwAssessDecision *self,
                           const char       *idea)
{
  g_return_if_fail (HW_IS_ASSESS_DECISION (self));

  g_free (self->chosen);
  self->chosen = g_strdup (idea);
  if (get_board (self) != NULL)
    hw_assess_decision_fill (HW_PAGE (self));
}

static void
hw_assess_decision_finalize (GObject *object)
{
  HwAssessDecision *self = HW_ASSESS_DECISION (object);

  g_object_unref (self->none);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->ideas);
  g_free (self->chosen);

  G_OBJECT_CLASS (hw_assess_decision_parent_class)->finalize (object);
}

static void
hw_assess_decision_class_init (HwAssessDecisionClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);
  HwAssessPartClass *part_class = HW_ASSESS_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_assess_decision_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_IDEAS);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_JOURNEY) | HW_TOPIC_BIT (HW_TOPIC_GOALS);
  page_class->fill = hw_assess_decision_fill;
  page_class->forget = hw_assess_decision_forget;
  part_class->get_next = hw_assess_decision_get_next;
  part_class->go_on = hw_assess_decision_go_on;
}

static void
add_button (HwAssessDecision *self,
            GtkWidget        *box,
            const char       *text,
            GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
hw_assess_decision_init (HwAssessDecision *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *first = adw_preferences_group_new ();
  GtkWidget *tried = adw_preferences_group_new ();
  GtkWidget *journey = gtk_button_new_with_label (_("Go on in the journey"));

  self->none = g_object_ref_sink (gtk_check_button_new ());
  self->checks = g_ptr_array_new ();
  self->ideas = g_ptr_array_new_with_free_func (g_free);
  self->verdict_label = GTK_LABEL (hw_assess_label ("title-4"));
  self->basis_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->first_group = ADW_PREFERENCES_GROUP (first);
  self->tried_group = ADW_PREFERENCES_GROUP (tried);
  adw_preferences_group_set_title (self->first_group, _("The first three ideas"));
  adw_preferences_group_set_title (self->tried_group, _("What you try already"));
  gtk_widget_add_css_class (journey, "flat");
  gtk_widget_set_valign (journey, GTK_ALIGN_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (journey), "win.page::journey");
  adw_preferences_group_set_header_suffix (self->tried_group, journey);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->verdict_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->basis_label));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), tried);
  add_button (self, line, _("Something of my own…"), G_CALLBACK (own_cb));
  add_button (self, line, _("Print…"), G_CALLBACK (print_cb));
  add_button (self, line, _("Save as PDF…"), G_CALLBACK (save_cb));
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("What you will try"),
                         _("Choose one. It becomes a small trial with a beginning, an end and a figure to watch."), box);
}
