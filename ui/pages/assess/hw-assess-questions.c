/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-questions.h"

#include "compat/hw-ask.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/hw-say.h"
#include "pages/assess/hw-answer-again.h"
#include "pages/assess/hw-ask-view.h"
#include "pages/assess/hw-assess-draft.h"
#include "pages/assess/hw-readiness-view.h"

#include <glib/gi18n.h>

typedef enum
{
  VIEW_START,   /* nothing was answered yet */
  VIEW_ASK,
  VIEW_SO_FAR,  /* the result of what is answered, not kept as a run yet */
  VIEW_RESULT,
} View;

static const char *const view_names[] = { "start", "ask", "result", "result" };

struct _HwAssessQuestions
{
  HwAssessPart     parent_instance;

  GtkStack        *stack;
  GtkLabel        *start_label;
  HwAskView       *ask_view;
  HwReadinessView *result_view;
  GtkLabel        *so_far_label;
  GtkWidget       *open_button;
  GtkWidget       *again_button;
  GtkWidget       *later_button;
  GtkWidget       *drop_button;

  View             view;
  HwAssessDraft   *draft;   /* (owned) (nullable) while questions are answered */
  guint            at;      /* the question shown */
  gboolean         touched; /* answers were given since it was opened */
};

G_DEFINE_FINAL_TYPE (HwAssessQuestions, hw_assess_questions, HW_TYPE_ASSESS_PART)

static const HwReadinessBook *
get_book (HwAssessQuestions *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  return desk != NULL ? hw_desk_get_readiness (desk) : NULL;
}

static guint
count_questions (const HwReadinessBook *book)
{
  return book->questionnaire->questions->len;
}

static const HwReadyQuestion *
get_question (const HwReadinessBook *book,
              guint                  i)
{
  return g_ptr_array_index (book->questionnaire->questions, i);
}

/* The first that has no answer; the number of questions if all have. */
static guint
find_open (const HwReadinessBook *book,
           const HwAnswers       *answers)
{
  guint i = 0;

  while (i < count_questions (book) && hw_answers_get (answers, get_question (book, i)->id) != NULL)
    i++;
  return i;
}

static guint
count_open (const HwReadinessBook *book,
            const HwAnswers       *answers)
{
  guint n = 0;

  for (guint i = 0; i < count_questions (book); i++)
    n += hw_answers_get (answers, get_question (book, i)->id) == NULL;
  return n;
}

static void
set_view (HwAssessQuestions *self,
          View               view)
{
  self->view = view;
  gtk_stack_set_visible_child_name (self->stack, view_names[view]);
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static void
show_question (HwAssessQuestions     *self,
               const HwReadinessBook *book,
               gboolean               focus)
{
  const HwAnswers *answers = hw_assess_draft_get_answers (self->draft);

  hw_ask_view_show (self->ask_view, book->questionnaire, self->at, hw_answers_get (answers, get_question (book, self->at)->id),
                    book->measured);
  set_view (self, VIEW_ASK);
  hw_assess_part_scroll_up (HW_ASSESS_PART (self));
  if (focus)
    hw_ask_view_focus (self->ask_view);
}

static void
show_so_far (HwAssessQuestions     *self,
             const HwReadinessBook *book)
{
  const HwAnswers *answers = hw_assess_draft_get_answers (self->draft);
  g_autoptr (HwReadiness) result = hw_readiness_new (book->questionnaire, answers, book->measured);
  const guint n_open = count_open (book, answers);
  g_autofree char *open = n_open == 0 ? g_strdup (_("All questions are answered. Keep the result, or go back and change an answer."))
                                      : g_strdup_printf (ngettext ("%u question is still open; it counts as not sure.",
                                                                   "%u questions are still open; they count as not sure.",
                                                                   n_open), n_open);

  hw_readiness_view_fill (self->result_view, hw_assess_part_get_desk (HW_ASSESS_PART (self)), book, result);
  hw_assess_set_text (self->so_far_label, open);
  gtk_widget_set_visible (self->open_button, FALSE);
  gtk_widget_set_visible (self->again_button, FALSE);
  gtk_widget_set_visible (self->later_button, FALSE);
  gtk_widget_set_visible (self->drop_button, TRUE);
  set_view (self, VIEW_SO_FAR);
  hw_assess_part_scroll_up (HW_ASSESS_PART (self));
}

/* What was left out can be answered at any time. */
static void
show_open (HwAssessQuestions     *self,
           const HwReadinessBook *book,
           guint                  n_open)
{
  const guint n = count_questions (book);
  /* Translators: 1 how many questions have an answer, 2 how many there are. */
  g_autofree char *said = g_strdup_printf (_("%1$u of %2$u questions have an answer; the others count as not sure. "
                                             "You can answer them at any time, or go on."), n - n_open, n);
  g_autofree char *label = g_strdup_printf (ngettext ("Answer the %u open question", "Answer the %u open questions", n_open), n_open);

  hw_assess_set_text (self->so_far_label, n_open > 0 ? said : NULL);
  gtk_button_set_label (GTK_BUTTON (self->open_button), label);
  gtk_widget_set_visible (self->open_button, n_open > 0);
}

static void
show_result (HwAssessQuestions     *self,
             const HwReadinessBook *book)
{
  const HwReadyRun *last = g_ptr_array_index (book->runs, book->runs->len - 1);

  hw_readiness_view_fill (self->result_view, hw_assess_part_get_desk (HW_ASSESS_PART (self)), book, last->result);
  show_open (self, book, count_open (book, last->entry->answers));
  gtk_widget_set_visible (self->again_button, TRUE);
  gtk_widget_set_visible (self->later_button, !hw_answer_again_is_set (hw_assess_part_get_desk (HW_ASSESS_PART (self))));
  gtk_widget_set_visible (self->drop_button, FALSE);
  set_view (self, VIEW_RESULT);
}

/* After the draft was kept or thrown away: what it came to is in the book soon. */
static void
closed_cb (HwAssessQuestions *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  g_clear_object (&self->draft);
  if (desk != NULL)
    hw_desk_renew_topics (desk, HW_TOPIC_BIT (HW_TOPIC_READINESS));
}

static void
failed_cb (HwAssessQuestions *self,
           const GError      *error)
{
  g_autofree char *text = hw_say_error (error, NULL);

  hw_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("This was not saved"), text);
}

static void
begin (HwAssessQuestions     *self,
       const HwReadinessBook *book,
       const HwEntry         *entry, /* (nullable) */
       gboolean               focus)
{
  g_clear_object (&self->draft);
  self->draft = hw_assess_draft_new (GTK_WIDGET (self), hw_assess_part_get_desk (HW_ASSESS_PART (self)), entry);
  g_signal_connect_object (self->draft, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->at = MIN (find_open (book, hw_assess_draft_get_answers (self->draft)), count_questions (book) - 1);
  show_question (self, book, focus);
}

static void
hw_assess_questions_fill (HwPage *page)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (page);
  const HwReadinessBook *book = get_book (self);

  if (self->draft != NULL && self->view == VIEW_SO_FAR)
    show_so_far (self, book);
  else if (self->draft != NULL || hw_desk_is_stale (hw_page_get_desk (page), HW_TOPIC_READINESS))
    return; /* what is being answered stays where it is; what was just kept comes soon */
  else if (book->draft != NULL)
    begin (self, book, book->draft->entry, FALSE);
  else if (book->runs->len > 0)
    show_result (self, book);
  else
    {
      const guint n = count_questions (book);
      g_autofree char *text = g_strdup_printf (ngettext ("%u question, about ten minutes. Each answer is kept at once: you can stop "
                                                         "at any time and go on later. “Not sure” is an answer, too.",
                                                         "%u questions, about ten minutes. Each answer is kept at once: you can stop "
                                                         "at any time and go on later. “Not sure” is an answer, too.", n), n);

      gtk_label_set_text (self->start_label, text);
      set_view (self, VIEW_START);
    }
}

static void
hw_assess_questions_forget (HwPage *page)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (page);

  g_clear_object (&self->draft);
  set_view (self, VIEW_START);
}

static gboolean
is_answered (HwAssessQuestions     *self,
             const HwReadinessBook *book)
{
  return self->draft != NULL &&
         hw_answers_get (hw_assess_draft_get_answers (self->draft), get_question (book, self->at)->id) != NULL;
}

static const char *
hw_assess_questions_get_next (HwAssessPart *part)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (part);
  const HwReadinessBook *book = get_book (self);

  if (book == NULL || self->view == VIEW_RESULT)
    return NULL;
  if (self->view == VIEW_START)
    return _("Begin with the questions");
  if (self->view == VIEW_SO_FAR)
    return _("Keep the result");

  if (self->at + 1 == count_questions (book))
    return _("See the result");

  return is_answered (self, book) ? NULL : _("Skip this question");
}

static const char *
hw_assess_questions_get_skip (HwAssessPart *part)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (part);

  if (get_book (self) == NULL || self->view == VIEW_RESULT)
    return NULL;

  return self->view == VIEW_START ? _("Skip this step") : _("Leave the rest for later");
}

static gboolean
hw_assess_questions_go_on (HwAssessPart *part)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (part);
  const HwReadinessBook *book = get_book (self);

  if (book == NULL || self->view == VIEW_RESULT)
    return FALSE;

  if (self->view == VIEW_START)
    begin (self, book, NULL, TRUE);
  else if (self->view == VIEW_SO_FAR)
    hw_assess_draft_close (self->draft, _("Answers kept"));
  else if (self->at + 1 == count_questions (book))
    show_so_far (self, book);
  else
    {
      self->at++;
      show_question (self, book, TRUE);
    }
  return TRUE;
}

static gboolean
hw_assess_questions_go_back (HwAssessPart *part)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (part);
  const HwReadinessBook *book = get_book (self);

  if (book == NULL || self->draft == NULL || (self->view == VIEW_ASK && self->at == 0))
    return FALSE;

  if (self->view == VIEW_ASK)
    self->at--;
  show_question (self, book, TRUE);
  return TRUE;
}

static void
answered_cb (HwAssessQuestions *self,
             const char        *answer)
{
  const HwReadinessBook *book = get_book (self);

  if (book != NULL && self->draft != NULL)
    hw_assess_draft_answer (self->draft, get_question (book, self->at)->id, answer);
  self->touched = TRUE;
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

/* How far it is stands on the way and on the Overview, once the owner turns to them. */
static void
hw_assess_questions_unmap (GtkWidget *widget)
{
  HwAssessQuestions *self = HW_ASSESS_QUESTIONS (widget);
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  GTK_WIDGET_CLASS (hw_assess_questions_parent_class)->unmap (widget);
  if (self->touched && desk != NULL)
    hw_desk_renew_topics (desk, HW_TOPIC_BIT (HW_TOPIC_READINESS) | HW_TOPIC_BIT (HW_TOPIC_JOURNEY));
  self->touched = FALSE;
}

static void
enter_cb (HwAssessQuestions *self)
{
  hw_assess_questions_go_on (HW_ASSESS_PART (self));
}

static void
so_far_cb (HwAssessQuestions *self)
{
  const HwReadinessBook *book = get_book (self);

  if (book != NULL && self->draft != NULL)
    show_so_far (self, book);
}

static void
again_cb (HwAssessQuestions *self)
{
  if (get_book (self) != NULL)
    begin (self, get_book (self), NULL, TRUE);
}

/* One more run, which begins with what was answered in the last one. */
static void
open_cb (HwAssessQuestions *self)
{
  const HwReadinessBook *book = get_book (self);
  const HwReadyRun *last = book != NULL && book->runs->len > 0 ? g_ptr_array_index (book->runs, book->runs->len - 1) : NULL;
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_READINESS, 0);

  for (guint i = 0; last != NULL && i < count_questions (book); i++)
    hw_answers_set (entry->answers, get_question (book, i)->id, hw_answers_get (last->entry->answers, get_question (book, i)->id));
  if (last != NULL)
    begin (self, book, entry, TRUE);
}

static void
later_cb (HwAssessQuestions *self)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  if (desk != NULL)
    hw_answer_again_set (GTK_WIDGET (self), desk);
  gtk_widget_set_visible (self->later_button, FALSE);
}

static void
dropped_cb (gpointer owner)
{
  HwAssessQuestions *self = owner;

  if (self->draft != NULL)
    hw_assess_draft_drop (self->draft);
}

static void
drop_cb (HwAssessQuestions *self)
{
  hw_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Throw these answers away?"),
          _("What you answered this time goes; earlier results stay."), _("Throw them away"), TRUE, dropped_cb, self);
}

static void
hw_assess_questions_dispose (GObject *object)
{
  g_clear_object (&HW_ASSESS_QUESTIONS (object)->draft);

  G_OBJECT_CLASS (hw_assess_questions_parent_class)->dispose (object);
}

static void
hw_assess_questions_class_init (HwAssessQuestionsClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);
  HwAssessPartClass *part_class = HW_ASSESS_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_assess_questions_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = hw_assess_questions_unmap;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_READINESS);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_JOURNEY);
  page_class->fill = hw_assess_questions_fill;
  page_class->forget = hw_assess_questions_forget;
  part_class->get_next = hw_assess_questions_get_next;
  part_class->get_skip = hw_assess_questions_get_skip;
  part_class->go_on = hw_assess_questions_go_on;
  part_class->go_back = hw_assess_questions_go_back;
}

static GtkWidget *
add_button (HwAssessQuestions *self,
            GtkWidget         *box,
            const char        *text,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_result (HwAssessQuestions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->so_far_label = GTK_LABEL (hw_assess_label (NULL));
  self->result_view = HW_READINESS_VIEW (hw_readiness_view_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->so_far_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->result_view));
  gtk_box_append (GTK_BOX (box), line);
  self->open_button = add_button (self, line, "", G_CALLBACK (open_cb));
  self->again_button = add_button (self, line, _("Answer again now"), G_CALLBACK (again_cb));
  self->later_button = add_button (self, line, _("Answer again in six months"), G_CALLBACK (later_cb));
  self->drop_button = add_button (self, line, _("Throw these answers away…"), G_CALLBACK (drop_cb));
  return box;
}

static void
hw_assess_questions_init (HwAssessQuestions *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->start_label = GTK_LABEL (hw_assess_label (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->start_label), GTK_ALIGN_START);
  self->ask_view = HW_ASK_VIEW (hw_ask_view_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->start_label), view_names[VIEW_START]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->ask_view), view_names[VIEW_ASK]);
  gtk_stack_add_named (self->stack, make_result (self), view_names[VIEW_RESULT]);
  g_signal_connect_object (self->ask_view, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ask_view, "go-on", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ask_view, "so-far", G_CALLBACK (so_far_cb), self, G_CONNECT_SWAPPED);
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("How ready you are"), NULL, stack);
}
