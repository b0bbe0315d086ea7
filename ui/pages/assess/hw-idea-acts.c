/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-idea-acts.h"

#include "widgets/hw-keep.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

const HwEntry *
hw_idea_find_own (const HwIdeaBoard *board,
                  const HwIdea      *idea)
{
  for (guint i = 0; i < board->own->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (board->own, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "idea"), idea->id))
        return entry;
    }

  return NULL;
}

static HwEntry *
own_or_new (const HwIdeaBoard *board,
            const HwIdea      *idea)
{
  const HwEntry *own = hw_idea_find_own (board, idea);
  HwEntry *entry = own != NULL ? hw_entry_copy (own) : hw_entry_new (HW_ENTRY_IDEA, 0);

  hw_answers_set (entry->answers, "idea", idea->id);
  return entry;
}

void
hw_idea_open_own (GtkWidget         *from,
                  HwDesk            *desk,
                  const HwIdeaBoard *board,
                  const HwIdea      *idea)
{
  g_autoptr (HwEntry) entry = own_or_new (board, idea);
  const HwChoice choice = { idea->id, idea->name };
  GtkWidget *window = hw_form_window_new (from, desk, &hw_idea_form, entry, _("Save your figures"), _("Your figures are kept"));
  HwFormView *view = hw_form_window_get_view (HW_FORM_WINDOW (window));

  hw_form_view_set_choices (view, "idea", &choice, 1);
  hw_form_window_set_short (HW_FORM_WINDOW (window), idea->name);
  hw_form_window_begin_at (HW_FORM_WINDOW (window), "benefit");
  hw_form_view_set_skipped (view, "idea", TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

void
hw_idea_set_out (GtkWidget         *from,
                 HwDesk            *desk,
                 const HwIdeaBoard *board,
                 const HwIdea      *idea,
                 gboolean           out)
{
  g_autoptr (HwEntry) entry = own_or_new (board, idea);

  hw_answers_set_yes (entry->answers, "out", out);
  hw_keep_entry (from, desk, hw_entry_save_new (entry), out ? _("Left out") : _("Back on the list"), NULL, NULL);
}

GtkWidget *
hw_idea_button_new (const char   *label,
                    const char   *action,
                    const HwIdea *idea)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: the name of a button; 1 what it does, 2 what it is about. */
  g_autofree char *name = g_strdup_printf (_("%1$s (%2$s)"), label, idea->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", idea->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

GtkWidget *
hw_idea_worth_button_new (const HwIdea *idea)
{
  return hw_idea_button_new (_("Say what it is worth"), "assess.worth", idea);
}

void
hw_pains_open_budget (GtkWidget     *from,
                      HwDesk        *desk,
                      const HwEntry *pains)
{
  GtkWidget *window = hw_form_window_new (from, desk, &hw_pains_form, pains, _("Save"), _("What you can spend is kept"));

  hw_form_window_set_short (HW_FORM_WINDOW (window), NULL);
  gtk_window_present (GTK_WINDOW (window));
}
