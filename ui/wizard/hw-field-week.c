/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seven days to switch on and off, beginning where the business's week does. */
#include "wizard/hw-field.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAYS 7

#define HW_TYPE_WEEK_FIELD (hw_week_field_get_type ())

G_DECLARE_FINAL_TYPE (HwWeekField, hw_week_field, HW, WEEK_FIELD, HwField)

struct _HwWeekField
{
  HwField          parent_instance;

  GtkWidget       *box;
  GtkToggleButton *days[DAYS];  /* 0 Monday .. 6 Sunday */
  int              first_day;
  gboolean         touched;     /* seven days off are an answer once someone said so */
  gboolean         filling;
};

G_DEFINE_FINAL_TYPE (HwWeekField, hw_week_field, HW_TYPE_FIELD)

static void
hw_week_field_show (HwField    *field,
                    const char *answer)
{
  HwWeekField *self = HW_WEEK_FIELD (field);
  const gboolean known = answer != NULL && strlen (answer) == DAYS;

  self->filling = TRUE;
  for (int i = 0; i < DAYS; i++)
    gtk_toggle_button_set_active (self->days[i], known && answer[i] == '1');
  self->touched = known;
  self->filling = FALSE;
}

static HwFault
hw_week_field_read (HwField  *field,
                    char    **answer)
{
  HwWeekField *self = HW_WEEK_FIELD (field);
  char days[DAYS + 1] = { 0 };

  if (!self->touched)
    return HW_FAULT_NONE;

  for (int i = 0; i < DAYS; i++)
    days[i] = gtk_toggle_button_get_active (self->days[i]) ? '1' : '0';
  *answer = g_strdup (days);
  return HW_FAULT_NONE;
}

static void
hw_week_field_take_focus (HwField *field)
{
  HwWeekField *self = HW_WEEK_FIELD (field);

  gtk_widget_grab_focus (GTK_WIDGET (self->days[self->first_day]));
}

static void
toggled_cb (HwWeekField *self)
{
  if (self->filling)
    return;

  self->touched = TRUE;
  hw_field_changed (HW_FIELD (self));
}

static void
hw_week_field_class_init (HwWeekFieldClass *klass)
{
  HwFieldClass *field_class = HW_FIELD_CLASS (klass);

  field_class->show = hw_week_field_show;
  field_class->read = hw_week_field_read;
  field_class->take_focus = hw_week_field_take_focus;
}

static void
hw_week_field_init (HwWeekField *self)
{
}

static GtkToggleButton *
make_day (HwWeekField    *self,
          const HwFormat *format,
          int             weekday)
{
  const HwDay monday = hw_by_start (HW_BY_WEEK, 0);
  g_autofree char *name = hw_format_day (format, monday + weekday, HW_DAY_WEEKDAY);
  g_autofree char *full = hw_format_day (format, monday + weekday, HW_DAY_WEEKDAY_NAME);
  GtkWidget *day = gtk_toggle_button_new_with_label (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_widget_set_tooltip_text (day, full);
  g_signal_connect_swapped (day, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_TOGGLE_BUTTON (day);
}

HwField *
hw_week_field_new (const HwFieldSpec *spec)
{
  HwWeekField *self = g_object_new (HW_TYPE_WEEK_FIELD, NULL);

  self->first_day = CLAMP (spec->first_day, 0, DAYS - 1);
  self->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 6,
                            "homogeneous", TRUE, NULL);
  for (int i = 0; i < DAYS; i++)
    {
      const int weekday = (self->first_day + i) % DAYS;

      self->days[weekday] = make_day (self, spec->format, weekday);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->days[weekday]));
    }

  hw_field_set_target (HW_FIELD (self), self->box, spec->text);
  adw_bin_set_child (ADW_BIN (self), self->box);
  return HW_FIELD (self);
}
