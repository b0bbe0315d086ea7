/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-idea-words.h"

#include "jobs/content/hw-content-sources.h"
#include "pages/assess/hw-assess-part.h"

#include <glib/gi18n.h>
#include <math.h>

#define SOURCES_WIDTH 44 /* letters */

char *
hw_idea_say_worth (const HwIdeaRank *rank,
                   const HwFormat   *format)
{
  g_autofree char *middle = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (rank->facts.benefit))
    return g_strdup (_("What it is worth is not known yet"));

  (void) hw_format_money_range (format, rank->facts.benefit, rank->facts.low, rank->facts.high, &middle, &low, &high);
  if (rank->facts.guessed)
    /* Translators: %s is money. */
    return g_strdup_printf (_("Worth perhaps %s a year: the loss is from your records, how much comes back is a guess"), middle);
  if (!rank->facts.computed)
    /* Translators: %s is money. */
    return g_strdup_printf (_("Worth about %s a year, by your own figure"), middle);

  /* Translators: %s is money. */
  return g_strdup_printf (_("Worth about %s a year, worked out from your records"), middle);
}

char *
hw_idea_say_range (const HwIdeaRank *rank,
                   const HwFormat   *format)
{
  const HwIdeaFacts *facts = &rank->facts;
  g_autofree char *middle = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (facts->benefit) || !hw_format_money_range (format, facts->benefit, facts->low, facts->high, &middle, &low, &high))
    return NULL;

  /* Translators: 1 and 2 money. */
  return g_strdup_printf (_("Between %1$s and %2$s"), low, high);
}

char *
hw_idea_say_weeks (const HwIdea *idea)
{
  if (idea->weeks_low == idea->weeks_high)
    return g_strdup_printf (ngettext ("%d week until you can try it", "%d weeks until you can try it", (gulong) idea->weeks_low),
                            idea->weeks_low);

  /* Translators: 1 and 2 numbers of weeks. */
  return g_strdup_printf (_("%1$d to %2$d weeks until you can try it"), idea->weeks_low, idea->weeks_high);
}

static const char *
evidence_name (char letter)
{
  return letter == 'A'   ? _("a fair test")
         : letter == 'B' ? _("figures from the field")
         : letter == 'C' ? _("good custom, or told by sellers")
                         : _("little is known");
}

char *
hw_idea_say_evidence (const HwIdea *idea)
{
  /* Translators: how well it is known that an idea helps: "a fair test". */
  return g_strdup_printf (_("How well it is known: %s"), evidence_name (idea->evidence));
}

static GtkWidget *
make_link (const HwSource *source)
{
  GtkWidget *button = gtk_link_button_new (source->address);
  GtkWidget *label = hw_assess_label (NULL);

  gtk_label_set_text (GTK_LABEL (label), source->title);
  gtk_label_set_width_chars (GTK_LABEL (label), SOURCES_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), SOURCES_WIDTH);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, source->title, -1);
  return button;
}

GtkWidget *
hw_idea_sources_new (const HwIdea *idea)
{
  g_autofree char *text = hw_idea_say_evidence (idea);
  /* Translators: the name of a button; 1 "How well it is known: ...", 2 the name of an idea. */
  g_autofree char *name = g_strdup_printf (_("%1$s (%2$s)"), text, idea->name);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = hw_assess_label (NULL);

  gtk_label_set_text (GTK_LABEL (note), idea->evidence_note);
  gtk_label_set_width_chars (GTK_LABEL (note), SOURCES_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (note), SOURCES_WIDTH);
  gtk_box_append (GTK_BOX (box), note);
  for (guint i = 0; idea->sources != NULL && idea->sources[i] != NULL; i++)
    {
      const HwSource *source = hw_content_find_source (idea->sources[i]);

      if (source != NULL)
        gtk_box_append (GTK_BOX (box), make_link (source));
    }

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
