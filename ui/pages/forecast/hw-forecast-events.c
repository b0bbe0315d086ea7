/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-events.h"

#include "domain/hw-known-event.h"
#include "pages/forecast/hw-known-window.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-keep.h"

#include <glib/gi18n.h>

#define TABLE_HEIGHT 240
#define GAP 12

enum { NAME, KIND, DAYS, ABOUT, N_COLUMNS };

struct _HwForecastEvents
{
  HwForecastSection parent_instance;

  HwDataTable *table;
  GtkLabel    *none_label;
  GtkWidget   *change_button;
  GtkWidget   *remove_button;
};

G_DEFINE_FINAL_TYPE (HwForecastEvents, hw_forecast_events, HW_TYPE_FORECAST_SECTION)

static char *
about_text (const HwKnownEvent   *event,
            const HwForecastPlan *plan)
{
  const HwForecastSeries *series;

  if (event->products->len == 0)
    return g_strdup (_("All products"));
  if (event->products->len > 1)
    return g_strdup_printf (ngettext ("%u product", "%u products", event->products->len), event->products->len);

  series = hw_forecast_plan_find (plan, g_array_index (event->products, gint64, 0));
  return g_strdup (series != NULL ? series->name : _("1 product"));
}

static char *
days_text (const HwKnownEvent *event,
           const HwFormat     *format)
{
  g_autofree char *from = NULL;

  if (event->to != HW_DAY_MAX)
    return hw_format_days (format, event->from, event->to);

  from = hw_format_day (format, event->from, HW_DAY_LONG);
  /* Translators: %s is a date; a price that stays. */
  return g_strdup_printf (_("from %s on"), from);
}

static char *
kind_text (const HwKnownEvent *event,
           const HwFormat     *format)
{
  g_autofree char *change = NULL;

  if (event->kind != HW_KNOWN_EVENT_PRICE)
    return g_strdup (hw_known_event_kind_name (event->kind));

  change = hw_format_change (format, event->change);
  /* Translators: 1 "A new price", 2 a percentage with its sign. */
  return g_strdup_printf (_("%1$s, %2$s"), hw_known_event_kind_name (event->kind), change);
}

/* The newest first: it is what is changed most. */
static void
hw_forecast_events_fill (HwForecastSection *section)
{
  HwForecastEvents *self = HW_FORECAST_EVENTS (section);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwFormat *format = hw_desk_get_format (desk);
  g_autoptr (GPtrArray) events = hw_known_events_new (hw_desk_get_events (desk));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = events->len; i-- > 0;)
    {
      const HwKnownEvent *event = g_ptr_array_index (events, i);
      HwRow *row = hw_row_new (N_COLUMNS, event->id);

      hw_row_set_text (row, NAME, g_strdup (event->name));
      hw_row_set_text (row, KIND, kind_text (event, format));
      hw_row_set_number (row, DAYS, days_text (event, format), event->from);
      hw_row_set_text (row, ABOUT, about_text (event, hw_desk_get_forecast (desk)));
      g_ptr_array_add (rows, row);
    }

  hw_data_table_set_rows (self->table, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->table), rows->len > 0);
  gtk_widget_set_visible (self->change_button, rows->len > 0);
  gtk_widget_set_visible (self->remove_button, rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), rows->len == 0);
}

static void
hw_forecast_events_forget (HwForecastSection *section)
{
  hw_data_table_forget (HW_FORECAST_EVENTS (section)->table);
}

static const HwEntry *
get_chosen (HwForecastEvents *self)
{
  HwDesk *desk = hw_forecast_section_get_desk (HW_FORECAST_SECTION (self));
  HwRow *row = hw_data_table_get_chosen (self->table);
  GPtrArray *entries = desk != NULL ? hw_desk_get_events (desk) : NULL;

  return row != NULL && entries != NULL ? hw_entries_find (entries, hw_row_get_id (row)) : NULL;
}

static void
add_clicked_cb (HwForecastEvents *self)
{
  HwForecastSection *section = HW_FORECAST_SECTION (self);
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_EVENT, 0);

  if (hw_forecast_section_get_desk (section) != NULL)
    hw_known_window_open (GTK_WIDGET (self), hw_forecast_section_get_desk (section), entry);
}

static void
change_clicked_cb (HwForecastEvents *self)
{
  const HwEntry *entry = get_chosen (self);

  if (entry != NULL)
    hw_known_window_open (GTK_WIDGET (self), hw_forecast_section_get_desk (HW_FORECAST_SECTION (self)), entry);
}

static void
remove_clicked_cb (HwForecastEvents *self)
{
  const HwEntry *entry = get_chosen (self);
  HwEntrySave *save;

  if (entry == NULL)
    return;

  save = hw_entry_save_new (entry);
  save->remove = TRUE;
  hw_keep_entry (GTK_WIDGET (self), hw_forecast_section_get_desk (HW_FORECAST_SECTION (self)), save,
                 _("Taken off the list"), NULL, NULL);
}

static void
chosen_cb (HwForecastEvents *self)
{
  const gboolean any = get_chosen (self) != NULL;

  gtk_widget_set_sensitive (self->change_button, any);
  gtk_widget_set_sensitive (self->remove_button, any);
}

static void
hw_forecast_events_class_init (HwForecastEventsClass *klass)
{
  HwForecastSectionClass *section_class = HW_FORECAST_SECTION_CLASS (klass);

  section_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST) | HW_TOPIC_BIT (HW_TOPIC_EVENTS);
  section_class->fill = hw_forecast_events_fill;
  section_class->forget = hw_forecast_events_forget;
}

static GtkWidget *
make_table (HwForecastEvents *self)
{
  const HwColumn columns[N_COLUMNS] = {
    [NAME] = { _("Name"), HW_COLUMN_TEXT },
    [KIND] = { C_("event", "Kind"), HW_COLUMN_TEXT },
    [DAYS] = { _("Days"), HW_COLUMN_TEXT },
    [ABOUT] = { C_("column", "About"), HW_COLUMN_TEXT },
  };
  GtkWidget *table = hw_data_table_new ();

  self->table = HW_DATA_TABLE (table);
  hw_data_table_set_searchable (self->table, FALSE);
  hw_data_table_set_columns (self->table, columns, N_COLUMNS);
  hw_data_table_set_label (self->table, _("What you know"));
  gtk_widget_set_size_request (table, -1, TABLE_HEIGHT);
  g_signal_connect_object (table, "row-chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "row-activated", G_CALLBACK (change_clicked_cb), self, G_CONNECT_SWAPPED);
  return table;
}

static GtkWidget *
make_button (HwForecastEvents *self,
             const char       *text,
             GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
hw_forecast_events_init (HwForecastEvents *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *none = hw_forecast_section_label (NULL);
  GtkWidget *buttons[3];

  self->none_label = GTK_LABEL (none);
  gtk_label_set_text (self->none_label,
                      _("Nothing yet. Enter feasts, offers, new prices and closed days, past ones too: the forecast learns "
                        "from the past ones and expects the same of those to come."));
  buttons[0] = make_button (self, _("Add…"), G_CALLBACK (add_clicked_cb));
  buttons[1] = self->change_button = make_button (self, _("Change…"), G_CALLBACK (change_clicked_cb));
  buttons[2] = self->remove_button = make_button (self, _("Remove"), G_CALLBACK (remove_clicked_cb));
  gtk_widget_set_sensitive (self->change_button, FALSE);
  gtk_widget_set_sensitive (self->remove_button, FALSE);
  gtk_box_append (GTK_BOX (box), none);
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_box_append (GTK_BOX (box), hw_forecast_section_row (buttons, G_N_ELEMENTS (buttons)));
  hw_forecast_section_set_up (HW_FORECAST_SECTION (self), _("What you know: feasts, offers, prices, closed days"), box);
}
