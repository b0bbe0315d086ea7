/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-assess-business.h"

#include "domain/hw-card.h"
#include "pages/journey/hw-journey-acts.h"

#include <glib/gi18n.h>

struct _HwAssessBusiness
{
  HwAssessPart         parent_instance;

  GtkLabel            *lead;
  AdwPreferencesGroup *group;
  GtkWidget           *change_button;
};

G_DEFINE_FINAL_TYPE (HwAssessBusiness, hw_assess_business, HW_TYPE_ASSESS_PART)

/* What the card's form looks things up in; its drafts are its own. */
static gboolean
make_book (HwAssessBusiness *self,
           HwJourneyBook    *book)
{
  HwDesk *desk = hw_assess_part_get_desk (HW_ASSESS_PART (self));

  *book = (HwJourneyBook) { desk, desk != NULL ? hw_desk_get_journey (desk) : NULL, NULL, NULL };
  return book->journey != NULL;
}

static gboolean
has_card (HwAssessBusiness *self)
{
  HwJourneyBook book;

  return make_book (self, &book) && book.journey->card != NULL;
}

static void
change_cb (HwAssessBusiness *self)
{
  HwJourneyBook book;

  if (make_book (self, &book))
    hw_journey_open_card (GTK_WIDGET (self), &book);
}

static void
hw_assess_business_fill (HwPage *page)
{
  HwAssessBusiness *self = HW_ASSESS_BUSINESS (page);
  HwJourneyBook book;

  if (!make_book (self, &book))
    return;

  hw_assess_group_clear (self->group);
  for (guint i = 0; book.journey->card != NULL && i < hw_card_form.n; i++)
    {
      const HwQuestion *question = &hw_card_form.questions[i];
      g_autofree char *said = hw_journey_say_answer (&book, question, book.journey->card->answers);
      GtkWidget *row;

      if (said == NULL || *said == '\0')
        continue;

      row = hw_assess_row (_(question->label), said);
      gtk_widget_add_css_class (row, "property");
      hw_assess_group_add (self->group, row);
    }

  gtk_label_set_text (self->lead, has_card (self)
                                    ? _("Is this still right? The figures of every page follow it.")
                                    : _("First a few short questions: what kind of business it is, when it is open and how it counts. "
                                        "It takes two minutes."));
  gtk_widget_set_visible (GTK_WIDGET (self->group), has_card (self));
  hw_assess_part_next_changed (HW_ASSESS_PART (self));
}

static const char *
hw_assess_business_get_next (HwAssessPart *part)
{
  return has_card (HW_ASSESS_BUSINESS (part)) ? NULL : _("Fill in the card");
}

static gboolean
hw_assess_business_go_on (HwAssessPart *part)
{
  if (has_card (HW_ASSESS_BUSINESS (part)))
    return FALSE;

  change_cb (HW_ASSESS_BUSINESS (part));
  return TRUE;
}

static void
hw_assess_business_class_init (HwAssessBusinessClass *klass)
{
  HwPageClass *page_class = HW_PAGE_CLASS (klass);
  HwAssessPartClass *part_class = HW_ASSESS_PART_CLASS (klass);

  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_JOURNEY);
  page_class->fill = hw_assess_business_fill;
  part_class->get_next = hw_assess_business_get_next;
  part_class->go_on = hw_assess_business_go_on;
}

static void
hw_assess_business_init (HwAssessBusiness *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  self->lead = GTK_LABEL (hw_assess_label (NULL));
  self->group = ADW_PREFERENCES_GROUP (group);
  self->change_button = gtk_button_new_with_label (_("Change the card"));
  gtk_widget_add_css_class (self->change_button, "flat");
  gtk_widget_set_valign (self->change_button, GTK_ALIGN_CENTER);
  adw_preferences_group_set_title (self->group, _("Business card"));
  adw_preferences_group_set_header_suffix (self->group, self->change_button);
  g_signal_connect_object (self->change_button, "clicked", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lead));
  gtk_box_append (GTK_BOX (box), group);
  hw_assess_part_set_up (HW_ASSESS_PART (self), _("Your business"), NULL, box);
}
