/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day: typed as the business writes it, or chosen from a calendar. */
#include "wizard/hw-field.h"

#include <glib/gi18n.h>

#define FIELD_CHARS 14

#define HW_TYPE_DAY_FIELD (hw_day_field_get_type ())

G_DECLARE_FINAL_TYPE (HwDayField, hw_day_field, HW, DAY_FIELD, HwField)

struct _HwDayField
{
  HwField         parent_instance;

  GtkEntry       *entry;
  GtkMenuButton  *button;
  GtkCalendar    *calendar;
  GtkLabel       *said;     /* the day with its weekday, or how to write one */
  const HwFormat *format;
  HwDay           today;
  HwDay           opened;   /* what the calendar showed last */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (HwDayField, hw_day_field, HW_TYPE_FIELD)

static gboolean
find_day (HwDayField *self,
          HwDay      *day)
{
  return hw_format_parse_day (self->format, gtk_editable_get_text (GTK_EDITABLE (self->entry)), day);
}

static void
show_day (HwDayField *self,
          HwDay       day)
{
  g_autofree char *text = hw_format_day (self->format, day, HW_DAY_NUMERIC);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
hw_day_field_show (HwField    *field,
                   const char *answer)
{
  HwDayField *self = HW_DAY_FIELD (field);
  gint64 day;

  if (answer != NULL && g_ascii_string_to_signed (answer, 10, HW_DAY_MIN, HW_DAY_MAX, &day, NULL))
    show_day (self, (HwDay) day);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static HwFault
hw_day_field_read (HwField  *field,
                   char    **answer)
{
  HwDayField *self = HW_DAY_FIELD (field);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  HwDay day;

  if (*typed == '\0')
    return HW_FAULT_NONE;
  if (!find_day (self, &day))
    return HW_FAULT_NOT_A_DAY;

  *answer = g_strdup_printf ("%d", day);
  return HW_FAULT_NONE;
}

static char *
hw_day_field_dup_typed (HwField *field)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (HW_DAY_FIELD (field)->entry)));
}

static void
hw_day_field_show_typed (HwField    *field,
                         const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (HW_DAY_FIELD (field)->entry), typed);
}

/* The shape of a date, shown by one in which day and month cannot be mistaken. */
static char *
say_sample (HwDayField *self)
{
  g_autofree char *sample = NULL;
  int year, month, mday;

  hw_day_to_ymd (self->today, &year, &month, &mday);
  sample = hw_format_day (self->format, hw_day_from_ymd (year, 12, 31), HW_DAY_NUMERIC);
  /* Translators: %s is a day in figures, "31/12/2026": how to write one. */
  return g_strdup_printf (_("For example %s"), sample);
}

static void
changed_cb (HwDayField *self)
{
  g_autofree char *said = NULL;
  HwDay day;

  if (find_day (self, &day))
    said = hw_format_day (self->format, day, HW_DAY_FULL);
  else
    said = say_sample (self);
  gtk_label_set_text (self->said, said);
  hw_field_changed (HW_FIELD (self));
}

static void
select_day (HwDayField *self,
            HwDay       day)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc ((gint64) day * 86400);

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, at);
  self->opened = day;
  self->filling = FALSE;
}

/* The calendar opens at the day typed, else at today. */
static void
opened_cb (HwDayField *self)
{
  HwDay day = self->today;

  find_day (self, &day);
  select_day (self, day);
}

/* Turning to another month moves the day too, but is not yet a choice. */
static void
selected_cb (HwDayField *self)
{
  g_autoptr (GDateTime) at = gtk_calendar_get_date (self->calendar);
  const HwDay day = hw_day_from_ymd (g_date_time_get_year (at), g_date_time_get_month (at),
                                     g_date_time_get_day_of_month (at));
  int year, month, mday;

  if (self->filling)
    return;

  hw_day_to_ymd (self->opened, &year, &month, &mday);
  self->opened = day;
  show_day (self, day);
  if (g_date_time_get_year (at) == year && g_date_time_get_month (at) == month)
    {
      gtk_menu_button_popdown (self->button);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }
}

/* On the calendar's own button Enter opens it. */
static gboolean
hw_day_field_wants_enter (HwField         *field,
                          GdkModifierType  state)
{
  HwDayField *self = HW_DAY_FIELD (field);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->button));
}

static void
hw_day_field_class_init (HwDayFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  field_class->show = hw_day_field_show;
  field_class->read = hw_day_field_read;
  field_class->dup_typed = hw_day_field_dup_typed;
  field_class->show_typed = hw_day_field_show_typed;
  field_class->wants_enter = hw_day_field_wants_enter;
}

static void
hw_day_field_init (HwDayField *self)
{
}

static GtkWidget *
make_button (HwDayField *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  self->button = GTK_MENU_BUTTON (button);
  self->calendar = GTK_CALENDAR (calendar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose from a calendar"));
  /* The focus is on the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose from a calendar"), -1);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (selected_cb), self);
  return button;
}

HwField *
hw_day_field_new (const HwFieldSpec *spec)
{
  HwDayField *self = g_object_new (HW_TYPE_DAY_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *said = gtk_label_new (NULL);
  g_autofree char *sample = NULL;

  self->entry = GTK_ENTRY (entry);
  self->said = GTK_LABEL (said);
  self->format = spec->format;
  self->today = spec->today;

  sample = say_sample (self);
  gtk_label_set_text (self->said, sample);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), FIELD_CHARS);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_add_css_class (said, "dim-label");
  gtk_label_set_wrap (self->said, TRUE);
  gtk_label_set_xalign (self->said, 0.0f);
  gtk_widget_set_hexpand (said, TRUE);
  gtk_box_append (GTK_BOX (linked), entry);
  gtk_box_append (GTK_BOX (linked), make_button (self));
  gtk_box_append (GTK_BOX (box), linked);
  gtk_box_append (GTK_BOX (box), said);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  hw_field_set_target (HW_FIELD (self), entry, spec->text);
  adw_bin_set_child (ADW_BIN (self), box);
  return HW_FIELD (self);
}
