/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-ask-view.h"

#include "pages/assess/hw-answer-rows.h"
#include "pages/assess/hw-assess-part.h"
#include "wizard/hw-step-bar.h"

#include <glib/gi18n.h>

struct _HwAskView
{
  AdwBin        parent_instance;

  HwStepBar    *step_bar;
  GtkLabel     *part_label;
  GtkLabel     *question_label;
  GtkLabel     *help_label;
  GtkLabel     *records_label;
  HwAnswerRows *rows;
};

G_DEFINE_FINAL_TYPE (HwAskView, hw_ask_view, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  GO_ON,
  SO_FAR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
answered_cb (HwAskView  *self,
             const char *answer)
{
  g_signal_emit (self, signals[ANSWERED], 0, answer);
}

static void
go_on_cb (HwAskView *self)
{
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
so_far_cb (HwAskView *self)
{
  g_signal_emit (self, signals[SO_FAR], 0);
}

static void
hw_ask_view_class_init (HwAskViewClass *klass)
{
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GO_ON] = g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SO_FAR] = g_signal_new ("so-far", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_ask_view_init (HwAskView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *so_far = gtk_button_new_with_label (_("See the result so far"));

  self->step_bar = g_object_new (HW_TYPE_STEP_BAR, NULL);
  self->part_label = GTK_LABEL (hw_assess_label ("caption-heading"));
  self->question_label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                                  "wrap", TRUE, "xalign", 0.0, NULL));
  self->help_label = GTK_LABEL (hw_assess_label ("dim-label"));
  self->rows = HW_ANSWER_ROWS (hw_answer_rows_new ());
  self->records_label = GTK_LABEL (hw_assess_label (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->question_label), "title-3");
  gtk_widget_add_css_class (so_far, "flat");
  gtk_widget_set_halign (so_far, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->step_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->part_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->help_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->records_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), so_far);
  g_signal_connect_object (self->rows, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "go-on", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (so_far, "clicked", G_CALLBACK (so_far_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
hw_ask_view_new (void)
{
  return g_object_new (HW_TYPE_ASK_VIEW, NULL);
}

/* What the records know of it; NULL if nothing. */
static char *
say_records (const HwReadyQuestion *question,
             const GPtrArray       *measured)
{
  for (guint i = 0; measured != NULL && *question->check != '\0' && i < measured->len; i++)
    {
      const HwMeasured *found = g_ptr_array_index (measured, i);

      if (found->score >= 0 && *found->evidence != '\0' && g_str_equal (found->check, question->check))
        /* Translators: %s is what was found: "38 of 100 of your sales say who bought". */
        return g_strdup_printf (_("Your records say: %s"), found->evidence);
    }

  return NULL;
}

void
hw_ask_view_show (HwAskView             *self,
                  const HwQuestionnaire *questionnaire,
                  guint                  i,
                  const char            *answer,
                  const GPtrArray       *measured)
{
  const HwReadyQuestion *question = g_ptr_array_index (questionnaire->questions, i);
  const HwDimension *dimension = g_ptr_array_index (questionnaire->dimensions, question->dimension);

  g_autofree char *records = say_records (question, measured);

  g_return_if_fail (HW_IS_ASK_VIEW (self));

  hw_step_bar_set_step (self->step_bar, i + 1, questionnaire->questions->len);
  gtk_label_set_text (self->part_label, dimension->name);
  gtk_label_set_text (self->question_label, question->text);
  hw_assess_set_text (self->help_label, question->help);
  hw_assess_set_text (self->records_label, records);
  hw_answer_rows_show (self->rows, question, answer);
}

void
hw_ask_view_focus (HwAskView *self)
{
  g_return_if_fail (HW_IS_ASK_VIEW (self));

  hw_answer_rows_focus (self->rows);
}
