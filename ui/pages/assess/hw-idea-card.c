/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-idea-card.h"

#include "pages/assess/hw-assess-part.h"
#include "pages/assess/hw-idea-acts.h"
#include "pages/assess/hw-idea-words.h"

#include <glib/gi18n.h>
#include <math.h>

const HwIdeaRank *
hw_idea_board_find (const HwIdeaBoard *board,
                    const char        *idea)
{
  for (guint i = 0; i < board->ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (board->ranks, HwIdeaRank, i);

      if (g_strcmp0 (rank->idea->id, idea) == 0)
        return rank;
    }

  return NULL;
}

static void
add_text (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = hw_assess_label (style);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (box), label);
}

/* What speaks against it, with a mark. */
static void
add_caution (GtkWidget  *box,
             const char *text)
{
  GtkWidget *line, *image;

  if (*text == '\0')
    return;

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                        "dialog-warning-symbolic", "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (image, "warning");
  gtk_box_append (GTK_BOX (line), image);
  add_text (line, text, NULL);
  gtk_box_append (GTK_BOX (box), line);
}

static GtkWidget *
make_buttons (const HwIdea *idea,
              gboolean      has_worth)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sources = hw_idea_sources_new (idea);

  gtk_widget_set_halign (sources, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), has_worth ? hw_idea_button_new (_("Choose this"), "assess.choose", idea)
                                            : hw_idea_worth_button_new (idea));
  gtk_box_append (GTK_BOX (line), hw_idea_button_new (_("More about it"), "ideas.more", idea));
  gtk_box_append (GTK_BOX (box), sources);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

GtkWidget *
hw_idea_card_new (const HwIdeaBoard *board,
                  guint              place,
                  const HwFormat    *format)
{
  const HwIdeaReason *reason = g_ptr_array_index (board->first, place - 1);
  const HwIdeaRank *rank = hw_idea_board_find (board, reason->idea->id);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = g_strdup_printf ("%u. %s", place, reason->idea->name);
  g_autofree char *worth = rank != NULL ? hw_idea_say_worth (rank, format) : NULL;
  g_autofree char *weeks = hw_idea_say_weeks (reason->idea);
  g_autofree char *facts = g_strjoin (" · ", weeks, hw_idea_mode_name (reason->idea->mode), NULL);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title, "wrap", TRUE,
                                  "xalign", 0.0, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "hw-card");
  gtk_widget_add_css_class (name, "title-4");
  gtk_box_append (GTK_BOX (card), name);
  add_text (card, reason->why, NULL);
  add_text (card, worth, "numeric");
  add_caution (card, reason->caution);
  add_text (card, facts, "dim-label");
  gtk_box_append (GTK_BOX (card), make_buttons (reason->idea, rank != NULL && !isnan (rank->facts.benefit)));
  return card;
}
