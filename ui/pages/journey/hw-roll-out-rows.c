/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-roll-out-rows.h"

#include "jobs/scale/hw-say-roll-out.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
new_group (const char *title,
           const char *said)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (said != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), said);
  return group;
}

static char *
say_step (const HwWave   *wave,
          const HwFormat *format)
{
  g_autofree char *days = hw_format_days (format, wave->from, wave->to);
  /* Of a step without products nothing can be said, and nobody asked. */
  g_autofree char *judged = wave->judge != HW_WAVE_NO_ITEMS ? hw_say_wave (wave, format) : NULL;
  g_autofree char *done = wave->done ? hw_format_day (format, wave->done_on, HW_DAY_FULL) : NULL;
  g_autofree char *money = hw_format_money (format, hw_scaled_from_double (wave->money));
  /* Translators: %s is a day. */
  g_autofree char *word = done != NULL ? g_strdup_printf (_("Done on %s"), done) : g_strdup (C_("step", "To do"));

  return g_strdup_printf ("%s · %s%s%s%s%s", word, days, wave->money > 0.0 ? " · " : "", wave->money > 0.0 ? money : "",
                          judged != NULL ? "\n" : "", judged != NULL ? judged : "");
}

GtkWidget *
hw_roll_out_rows_steps (const HwRollOut *scale,
                        const HwFormat  *format,
                        GCallback        activated,
                        gpointer         owner)
{
  GtkWidget *group;

  if (scale->waves->len == 0)
    return NULL;

  group = new_group (_("Step by step"), NULL);
  for (guint i = 0; i < scale->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (scale->waves, i);
      g_autofree char *said = say_step (wave, format);
      GtkWidget *row = new_row (hw_answers_get_text (wave->entry->answers, "what"), said);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic", NULL));
      g_object_set_data_full (G_OBJECT (row), HW_ROLL_OUT_PART_KEY, hw_entry_copy (wave->entry), (GDestroyNotify) hw_entry_free);
      g_signal_connect_object (row, "activated", activated, owner, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  hw_inner_names (group, _("Step by step"));
  return group;
}

GtkWidget *
hw_roll_out_rows_costs (const HwRollOut *scale,
                        const HwFormat  *format)
{
  GtkWidget *group = NULL;

  for (int kind = 0; kind < HW_COST_N; kind++)
    {
      g_autofree char *money = hw_format_money_about (format, scale->owned[kind]);
      GtkWidget *row;

      if (scale->owned[kind] <= 0.0)
        continue;
      if (group == NULL)
        group = new_group (_("What the roll-out costs in three years, without the trial"), NULL);

      row = new_row (hw_cost_name ((HwCostKind) kind), money);
      gtk_widget_add_css_class (row, "property");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  if (group != NULL)
    {
      g_autofree char *all = hw_format_money_about (format, scale->owned_all);
      GtkWidget *row = new_row (_("All together"), all);

      gtk_widget_add_css_class (row, "property");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      hw_inner_names (group, _("What the roll-out costs in three years, without the trial"));
    }
  return group;
}

static void
add_lessons (AdwExpanderRow      *row,
             const HwTrainingDue *due,
             const HwFormat      *format)
{
  for (guint i = 0; i < due->lessons->len; i++)
    {
      const HwTraining *lesson = g_ptr_array_index (due->lessons, i);
      g_autofree char *minutes = hw_format_number (format, lesson->minutes, 0);
      /* Translators: 1 what one can do after a lesson, 2 how to practise it, 3 how to see
       * that it is known, 4 a number of minutes. */
      g_autofree char *said = g_strdup_printf (_("%s\nTry it: %s\nKnown when: %s. %s minutes."), lesson->know, lesson->way,
                                               lesson->check, minutes);

      adw_expander_row_add_row (row, new_row (lesson->title, said));
    }
}

/* The lists that a row folds out of are found by those who cannot see them, too. */
static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static GtkWidget *
new_expander (const char *title,
              const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_lists (row, title);
  return row;
}

GtkWidget *
hw_roll_out_rows_training (const HwRollOut *scale,
                           const char      *said,
                           const HwFormat  *format)
{
  GtkWidget *group = new_group (_("Who should know what"), said);

  for (guint i = 0; i < scale->training->len; i++)
    {
      const HwTrainingDue *due = g_ptr_array_index (scale->training, i);
      g_autofree char *lessons = hw_format_number (format, due->lessons->len, 0);
      g_autofree char *minutes = hw_format_number (format, due->minutes, 0);
      /* Translators: two numbers. */
      g_autofree char *text = g_strdup_printf (_("%s short lessons, %s minutes in all"), lessons, minutes);
      GtkWidget *row = new_expander (due->role->name, text);

      add_lessons (ADW_EXPANDER_ROW (row), due, format);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  hw_inner_names (group, _("Who should know what"));
  return group;
}

GtkWidget *
hw_roll_out_rows_gate (HwGate        gate,
                       const GArray *lines)
{
  GtkWidget *group = new_group (hw_gate_name (gate), NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const HwGateLine *line = &g_array_index (lines, HwGateLine, i);
      GtkWidget *row = new_row (line->text, line->met ? NULL : line->fix);
      GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                       line->met ? "emblem-ok-symbolic" : "dialog-warning-symbolic", NULL);
      GtkWidget *word = gtk_label_new (line->met ? C_("gate", "Ready") : C_("gate", "Not yet"));

      gtk_widget_add_css_class (image, line->met ? "success" : "warning");
      gtk_widget_add_css_class (word, line->met ? "success" : "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  hw_inner_names (group, hw_gate_name (gate));
  return group;
}

static void
add_steps (AdwExpanderRow *row,
           const char     *when,
           char          **steps)
{
  g_autofree char *text = g_strjoinv ("\n", steps);

  adw_expander_row_add_row (row, new_row (when, text));
}

GtkWidget *
hw_roll_out_rows_fails (GPtrArray *playbooks)
{
  GtkWidget *group = new_group ("", NULL);

  for (guint i = 0; i < playbooks->len; i++)
    {
      const HwPlaybook *book = g_ptr_array_index (playbooks, i);
      GtkWidget *row = new_expander (book->title, book->when);

      add_steps (ADW_EXPANDER_ROW (row), _("In the first hour"), book->hour);
      add_steps (ADW_EXPANDER_ROW (row), _("On the first day"), book->day);
      add_steps (ADW_EXPANDER_ROW (row), _("In the first week"), book->week);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_("How to decide"), book->rule));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_("It is over when"), book->over));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  hw_inner_names (group, _("If something fails"));
  return group;
}
