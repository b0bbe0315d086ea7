/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-return-section.h"

#include "jobs/scale/hw-return-job.h"
#include "jobs/scale/hw-say-roll-out.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-how-button.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define GAP 12

struct _HwReturnSection
{
  HwSection    parent_instance;

  GtkLabel    *said_label;
  HwHowButton *how;
  GtkBox      *body;
};

G_DEFINE_FINAL_TYPE (HwReturnSection, hw_return_section, HW_TYPE_SECTION)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_group (HwReturnSection *self,
           const char      *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->body, group);
  return group;
}

static void
add_row (GtkWidget  *group,
         const char *title,
         const char *said)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_lines (HwReturnSection *self,
           const HwReturn  *result,
           const HwFormat  *format)
{
  GtkWidget *group;

  if (result->lines->len == 0)
    return;

  group = add_group (self, _("One by one"));
  for (guint i = 0; i < result->lines->len; i++)
    {
      const HwReturnLine *line = g_ptr_array_index (result->lines, i);
      g_autofree char *said = hw_say_return_line (line, format);

      add_row (group, line->name, said);
    }
  hw_inner_names (group, _("One by one"));
}

static void
add_stations (HwReturnSection *self,
              const HwReturn  *result,
              const HwFormat  *format)
{
  GtkWidget *group = NULL;

  for (int s = 0; s < HW_STATION_N; s++)
    {
      g_autofree char *plan = hw_format_money_about (format, result->out_plan[s]);
      g_autofree char *out = hw_format_money_about (format, result->out[s]);
      /* Translators: two sums of money. */
      g_autofree char *said = g_strdup_printf (_("%s planned, %s spent"), plan, out);

      if (result->out_plan[s] <= 0.0 && result->out[s] <= 0.0)
        continue;
      if (group == NULL)
        group = add_group (self, _("Money out so far, by part of the way"));
      add_row (group, hw_station_name ((HwStation) s), said);
    }
  if (group != NULL)
    hw_inner_names (group, _("Money out so far, by part of the way"));
}

static void
add_costs (HwReturnSection *self,
           const HwReturn  *result,
           const HwFormat  *format)
{
  GtkWidget *group = NULL;

  for (int kind = 0; kind < HW_COST_N; kind++)
    {
      g_autofree char *money = hw_format_money_about (format, result->owned[kind]);

      if (result->owned[kind] <= 0.0)
        continue;
      if (group == NULL)
        group = add_group (self, _("What it went on so far, trials and steps together"));
      add_row (group, hw_cost_name ((HwCostKind) kind), money);
    }
  if (group != NULL)
    hw_inner_names (group, _("What it went on so far, trials and steps together"));
}

static void
worked_out_cb (gpointer      owner,
               gpointer      data,
               const GError *error)
{
  HwReturnSection *self = owner;
  HwDesk *desk = hw_section_get_desk (HW_SECTION (self));
  HwStatePage *page = hw_section_get_state (HW_SECTION (self));
  g_autoptr (HwReturn) result = data;
  g_autofree char *said = NULL;

  if (desk == NULL || page == NULL || self->body == NULL)
    return;

  if (result == NULL)
    {
      hw_errand_show_error (page, _("This could not be worked out"), error, NULL);
      return;
    }

  said = hw_say_return (result, hw_desk_get_format (desk));
  gtk_label_set_text (self->said_label, said);
  hw_how_button_set_text (self->how, _("What it has brought"), _("How was this worked out?"), hw_say_return_how ());
  clear (self->body);
  add_lines (self, result, hw_desk_get_format (desk));
  add_stations (self, result, hw_desk_get_format (desk));
  add_costs (self, result, hw_desk_get_format (desk));
  hw_state_page_show_ready (page);
}

static void
hw_return_section_fill (HwSection *section)
{
  hw_errand_run (hw_section_get_desk (section), &hw_return_job, NULL, hw_section_get_state (section), worked_out_cb, section);
}

static void
hw_return_section_dispose (GObject *object)
{
  HW_RETURN_SECTION (object)->body = NULL;

  G_OBJECT_CLASS (hw_return_section_parent_class)->dispose (object);
}

static void
hw_return_section_class_init (HwReturnSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_return_section_dispose;
  HW_SECTION_CLASS (klass)->fill = hw_return_section_fill;
}

static void
hw_return_section_init (HwReturnSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP / 2);
  GtkWidget *said = hw_section_label ("numeric"), *how = hw_how_button_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  self->said_label = GTK_LABEL (said);
  self->how = HW_HOW_BUTTON (how);
  self->body = GTK_BOX (body);
  gtk_widget_set_hexpand (said, TRUE);
  gtk_widget_set_valign (how, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), said);
  gtk_box_append (GTK_BOX (head), how);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), body);
  hw_section_set_up (HW_SECTION (self), _("What it has cost and brought"), HW_TOPIC_BIT (HW_TOPIC_JOURNEY), box);
}

GtkWidget *
hw_return_section_new (void)
{
  return g_object_new (HW_TYPE_RETURN_SECTION, NULL);
}
