/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-duty-rows.h"

#include "pages/assess/hw-assess-part.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-keep.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

#define DESK_KEY "hw-desk"
#define ENTRY_KEY "hw-entry"

/* When it was done last, of those that are kept; NULL if it never was. */
static const HwEntry *
find_done (const HwSafetyBook *book,
           const HwDuty       *duty)
{
  const HwEntry *last = NULL;

  for (guint i = 0; i < book->done->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (book->done, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "duty"), duty->id) &&
          (last == NULL || hw_answers_get_day (entry->answers, "day") >= hw_answers_get_day (last->answers, "day")))
        last = entry;
    }

  return last;
}

static char *
say_done (const HwDutyState *state,
          const HwEntry     *entry, /* (nullable) */
          const HwFormat    *format)
{
  const char *who = entry != NULL ? hw_answers_get_text (entry->answers, "who") : "";
  g_autofree char *day = NULL;
  g_autofree char *done = NULL;
  g_autofree char *due = NULL;

  if (state->out)
    return g_strdup (_("Not needed here, as you said."));
  if (entry == NULL || state->day == HW_DAY_NONE)
    return NULL;

  day = hw_format_day (format, state->day, HW_DAY_FULL);
  if (*who != '\0')
    /* Translators: 1 a day, 2 a name. */
    done = g_strdup_printf (_("Done on %1$s by %2$s."), day, who);
  else
    /* Translators: %s is a day. */
    done = g_strdup_printf (_("Done on %s."), day);
  if (!state->done)
    return g_strdup_printf ("%s %s", done, _("It is due again."));
  if (state->due == HW_DAY_NONE)
    return g_steal_pointer (&done);

  due = hw_format_day (format, state->due, HW_DAY_FULL);
  /* Translators: 1 a sentence, 2 a day. */
  return g_strdup_printf (_("%1$s Again on %2$s."), done, due);
}

static void
toggled_cb (GtkCheckButton *check)
{
  HwDesk *desk = g_object_get_data (G_OBJECT (check), DESK_KEY);
  const HwEntry *entry = g_object_get_data (G_OBJECT (check), ENTRY_KEY);
  HwEntrySave *save;

  if (hw_desk_get_session (desk) == NULL)
    return;

  save = hw_entry_save_new (entry);
  if (gtk_check_button_get_active (check))
    {
      save->entry->id = 0; /* one more time it was done */
      hw_answers_set (save->entry->answers, "out", NULL);
      hw_answers_set_day (save->entry->answers, "day", hw_session_get_today (hw_desk_get_session (desk)));
      hw_keep_entry (GTK_WIDGET (check), desk, save, _("Ticked as done today"), NULL, NULL);
      return;
    }

  save->remove = TRUE;
  hw_keep_entry (GTK_WIDGET (check), desk, save, _("No longer ticked"), NULL, NULL);
}

static void
details_cb (GtkWidget *button)
{
  HwDesk *desk = g_object_get_data (G_OBJECT (button), DESK_KEY);
  const HwEntry *entry = g_object_get_data (G_OBJECT (button), ENTRY_KEY);
  GtkWidget *window;
  HwFormView *view;

  if (hw_desk_get_session (desk) == NULL)
    return;

  window = hw_form_window_new (button, desk, &hw_duty_form, entry, _("Save"), _("Day and name are kept"));
  view = hw_form_window_get_view (HW_FORM_WINDOW (window));
  hw_form_window_set_short (HW_FORM_WINDOW (window), NULL);
  hw_form_window_begin_at (HW_FORM_WINDOW (window), "day");
  hw_form_view_set_skipped (view, "duty", TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
make_how (const HwDuty *duty,
          const char   *country)
{
  GtkWidget *how = hw_how_button_new ();
  g_autofree char *laws = hw_duty_dup_laws (duty, country);
  g_autoptr (GString) text = g_string_new (duty->why);

  if (*duty->keep != '\0')
    {
      g_string_append (text, "\n\n");
      /* Translators: %s is what to keep as proof: "The signed list". */
      g_string_append_printf (text, _("Keep as proof: %s"), duty->keep);
    }
  if (*laws != '\0')
    {
      g_string_append (text, "\n\n");
      /* Translators: %s is a list of laws. */
      g_string_append_printf (text, _("Where it comes from: %s"), laws);
    }
  hw_how_button_set_text (HW_HOW_BUTTON (how), duty->title, duty->title, text->str);
  gtk_widget_set_valign (how, GTK_ALIGN_CENTER);
  return how;
}

static void
hand_over (GtkWidget     *widget,
           HwDesk        *desk,
           const HwEntry *entry)
{
  g_object_set_data_full (G_OBJECT (widget), DESK_KEY, g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (widget), ENTRY_KEY, hw_entry_copy (entry), (GDestroyNotify) hw_entry_free);
}

static GtkWidget *
make_check (HwDesk            *desk,
            const HwDutyState *state,
            const HwEntry     *entry)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE); /* the row has it */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), state->done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, state->duty->title, -1);
  hand_over (check, desk, entry);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  return check;
}

static GtkWidget *
make_details (HwDesk            *desk,
              const HwDutyState *state,
              const HwEntry     *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: the name of a button; %s is a line of the safety list. */
  g_autofree char *name = g_strdup_printf (_("Day, name and note for “%s”"), state->duty->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Day, name and note…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  hand_over (button, desk, entry);
  g_signal_connect (button, "clicked", G_CALLBACK (details_cb), NULL);
  return button;
}

GtkWidget *
hw_duty_row_new (HwDesk             *desk,
                 const HwDutyState  *state,
                 const HwSafetyBook *book)
{
  const HwEntry *done = find_done (book, state->duty);
  g_autoptr (HwEntry) entry = done != NULL ? hw_entry_copy (done) : hw_entry_new (HW_ENTRY_DUTY, 0);
  g_autofree char *when = say_done (state, done, hw_desk_get_format (desk));
  const char *country = hw_session_get_business (hw_desk_get_session (desk))->country;
  g_autofree char *todo = hw_duty_dup_text (state->duty, country);
  g_autofree char *text = when != NULL ? g_strdup_printf ("%s\n%s", todo, when) : g_strdup (todo);
  GtkWidget *row = hw_assess_row (state->duty->title, text);
  GtkWidget *check;

  if (done == NULL)
    {
      hw_answers_set (entry->answers, "duty", state->duty->id);
      hw_answers_set_day (entry->answers, "day", hw_session_get_today (hw_desk_get_session (desk)));
    }

  check = make_check (desk, state, entry);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_details (desk, state, entry));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_how (state->duty, country));
  g_object_set_data (G_OBJECT (row), HW_DUTY_KEY, (gpointer) state->duty->id);
  return row;
}
