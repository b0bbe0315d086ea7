/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-step-card.h"

#include "domain/hw-card.h"

#include <glib/gi18n.h>

struct _HwStepCard
{
  AdwBin     parent_instance;

  GtkLabel  *title;
  GtkLabel  *about;
  GtkLabel  *sentence;
  GtkLabel  *due;
  GtkLabel  *begun;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (HwStepCard, hw_step_card, ADW_TYPE_BIN)

enum
{
  DO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (HwStepCard *self)
{
  g_signal_emit (self, signals[DO], 0);
}

static void
hw_step_card_class_init (HwStepCardClass *klass)
{
  signals[DO] = g_signal_new ("do", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hw_step_card_init (HwStepCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "hw-card");
  gtk_label_set_text (add_label (box, "caption-heading"), _("Next step"));
  self->title = add_label (box, "title-3");
  self->about = add_label (box, "heading");
  self->sentence = add_label (box, NULL);
  self->begun = add_label (box, "dim-label");
  self->due = add_label (box, "dim-label");
  self->button = GTK_BUTTON (button);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* What was begun and left for later, for this very step. */
static const HwEntry *
find_draft (const HwJourneyBook *book,
            HwNextStep           step,
            const HwTrial       *trial)
{
  const gint64 id = trial != NULL ? trial->initiative->id : 0;
  const gint64 card_id = book->journey->card != NULL ? book->journey->card->id : 0;

  switch (step)
    {
    case HW_NEXT_CARD:
      return hw_journey_book_draft (book, &hw_card_form, card_id);

    case HW_NEXT_GOAL:
      return hw_journey_book_draft (book, &hw_goal_form, 0);

    case HW_NEXT_IDEA:
      return hw_journey_book_draft (book, &hw_initiative_form, 0);

    case HW_NEXT_PLAN:
      return hw_journey_book_draft (book, &hw_plan_form, id);

    case HW_NEXT_CHECK_IN:
      return hw_journey_book_draft (book, &hw_check_in_form, 0);

    case HW_NEXT_ROLL_OUT:
      return hw_journey_book_draft (book, &hw_roll_out_form, 0);

    case HW_NEXT_START:
    case HW_NEXT_DATA:
    case HW_NEXT_WAIT:
    case HW_NEXT_LOOK:
    case HW_NEXT_VERDICT:
    case HW_NEXT_DECIDE:
    case HW_NEXT_LIVE:
    case HW_NEXT_REVIEW:
    case HW_NEXT_LESSON:
    case HW_NEXT_N:
    default:
      return NULL;
    }
}

static gboolean
is_paused (const HwTrial *trial)
{
  return trial != NULL && hw_initiative_state (trial->initiative) == HW_STATE_PAUSED;
}

void
hw_step_card_fill (HwStepCard          *self,
                   const HwJourneyBook *book,
                   HwNextStep           step,
                   HwDay                day,
                   const HwTrial       *trial,
                   gboolean             open)
{
  const HwEntry *draft = find_draft (book, step, trial);
  const gboolean late = trial != NULL && hw_journey_book_is_late (book, trial);
  g_autofree char *due = hw_journey_say_due (book, step, day);
  g_autofree char *begun = NULL;

  g_return_if_fail (HW_IS_STEP_CARD (self));

  if (draft != NULL)
    {
      g_autofree char *when = hw_format_day (hw_journey_book_format (book), draft->changed, HW_DAY_FULL);

      /* Translators: %s is a day. */
      begun = g_strdup_printf (_("You began this on %s; what you entered is kept."), when);
    }

  set_text (self->title, draft != NULL && step == HW_NEXT_PLAN   ? _("Go on with the plan")
                         : draft != NULL && step == HW_NEXT_IDEA ? _("Go on with what you want to try")
                         : open && step == HW_NEXT_WAIT          ? _("No trial needs you today")
                                                                 : hw_next_step_text (step));
  set_text (self->about, trial != NULL && open ? hw_answers_get_text (trial->initiative->answers, "name") : NULL);
  set_text (self->sentence, is_paused (trial) ? _("It is on hold until you go on with it.")
                            : late           ? _("The planned end is past: change the plan first.")
                                             : hw_journey_step_sentence (step));
  set_text (self->due, due);
  set_text (self->begun, begun);
  gtk_button_set_label (self->button, draft != NULL ? _("Go on with it")
                                      : late        ? _("Change the plan")
                                                    : hw_journey_step_button (step));
  gtk_widget_set_visible (GTK_WIDGET (self->button), step != HW_NEXT_WAIT || (open && trial != NULL));
}

const char *
hw_step_card_get_button (HwStepCard *self)
{
  g_return_val_if_fail (HW_IS_STEP_CARD (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->button)) ? gtk_button_get_label (self->button) : NULL;
}
