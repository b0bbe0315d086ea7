/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-days.h"

#include "pages/forecast/hw-forecast-figures.h"
#include "pages/forecast/hw-own-figure.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>
#include <math.h>

#define TABLE_HEIGHT 320
#define GAP 12

enum { PERIOD, EXPECTED, OWN, RANGE, SIMPLE, N_COLUMNS };

struct _HwForecastDays
{
  HwForecastSection parent_instance;

  HwDataTable *table;
  GtkDropDown *reason_drop;  /* the first is none */

  char        *waiting;      /* (owned) (nullable) whose figure waits for its reason */
  HwDay        waiting_from;
  HwDay        waiting_to;
  HwQuantity   waiting_units;
};

G_DEFINE_FINAL_TYPE (HwForecastDays, hw_forecast_days, HW_TYPE_FORECAST_SECTION)

static HwSubject
get_subject (HwForecastDays *self)
{
  HwForecastSection *section = HW_FORECAST_SECTION (self);

  return (HwSubject) { hw_forecast_section_get_product (section), hw_forecast_section_get_category (section) };
}

static HwDay
last_of (HwBy  by,
         HwDay day)
{
  return hw_by_add (by, day, 1) - 1;
}

static char *
period_text (const HwForecastPlan *plan,
             HwDay                 day,
             const HwFormat       *format)
{
  if (plan->by == HW_BY_MONTH)
    return hw_format_day (format, day, HW_DAY_MONTH);

  return plan->by == HW_BY_WEEK ? hw_format_days (format, day, last_of (plan->by, day))
                                : hw_format_day (format, day, HW_DAY_SHORT);
}

static char *
range_text (const HwForecastPoint *point,
            const HwFormat        *format)
{
  g_autofree char *low = hw_forecast_units_text (point->lo80, format);
  g_autofree char *high = hw_forecast_units_text (point->hi80, format);

  /* Translators: two numbers of units: "38 to 52". */
  return g_strdup_printf (_("%1$s to %2$s"), low, high);
}

static HwRow *
make_row (const HwForecastPlan  *plan,
          const HwForecastPoint *point,
          guint                  i,
          const HwFormat        *format)
{
  HwRow *row = hw_row_new (N_COLUMNS, i);
  const double expected = point->own ? point->model : point->shown;

  hw_row_set_number (row, PERIOD, period_text (plan, point->day, format), point->day);
  hw_row_set_number (row, EXPECTED, hw_forecast_units_text (expected, format), expected);
  hw_row_set_number (row, RANGE, range_text (point, format), point->hi80);
  hw_row_set_number (row, SIMPLE, hw_forecast_units_text (point->simple, format), point->simple);
  if (point->own)
    hw_row_set_number (row, OWN, hw_forecast_units_text (point->shown, format), point->shown);
  else
    hw_row_set_number (row, OWN, g_strdup (""), NAN);
  return row;
}

static void
hw_forecast_days_fill (HwForecastSection *section)
{
  HwForecastDays *self = HW_FORECAST_DAYS (section);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  const HwForecastSeries *series = hw_forecast_section_get_series (section);
  const HwSubject subject = get_subject (self);
  g_autofree char *about = hw_override_subject (subject.product_id, subject.category);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; series != NULL && i < series->ahead->len; i++)
    g_ptr_array_add (rows, make_row (plan, &g_array_index (series->ahead, HwForecastPoint, i), i, hw_desk_get_format (desk)));

  if (g_strcmp0 (self->waiting, about) != 0)
    g_clear_pointer (&self->waiting, g_free);
  hw_data_table_set_title (self->table, PERIOD, plan->by == HW_BY_DAY ? _("Day") : plan->by == HW_BY_WEEK ? _("Week") : _("Month"));
  hw_data_table_set_rows (self->table, rows);
}

static void
hw_forecast_days_forget (HwForecastSection *section)
{
  HwForecastDays *self = HW_FORECAST_DAYS (section);

  hw_data_table_forget (self->table);
  g_clear_pointer (&self->waiting, g_free);
  gtk_drop_down_set_selected (self->reason_drop, 0);
}

/* A figure typed before its reason was chosen is not typed in vain. */
static void
wait_for_reason (HwForecastDays  *self,
                 const HwSubject *subject,
                 HwDay            from,
                 HwDay            to,
                 HwQuantity       units)
{
  g_free (self->waiting);
  self->waiting = hw_override_subject (subject->product_id, subject->category);
  self->waiting_from = from;
  self->waiting_to = to;
  self->waiting_units = units;
}

static void
reason_chosen_cb (HwForecastDays *self)
{
  HwDesk *desk = hw_forecast_section_get_desk (HW_FORECAST_SECTION (self));
  const guint reason = gtk_drop_down_get_selected (self->reason_drop);
  const HwSubject subject = get_subject (self);
  g_autofree char *about = hw_override_subject (subject.product_id, subject.category);
  g_autofree char *waiting = NULL;

  if (desk == NULL || reason == 0 || reason > HW_REASON_N)
    return;

  waiting = g_steal_pointer (&self->waiting);
  if (g_strcmp0 (waiting, about) == 0 && self->waiting_from >= hw_session_get_today (hw_desk_get_session (desk)))
    hw_own_figure_keep (GTK_WIDGET (self), desk, hw_own_figure_find (desk, &subject, self->waiting_from, self->waiting_to),
                        &subject, self->waiting_from, self->waiting_to, self->waiting_units, (HwReason) (reason - 1));
}

/* Nothing typed: the forecast's own figure holds again. */
static char *
take_away (HwForecastDays        *self,
           HwRow                 *row,
           const HwForecastPoint *point,
           const HwEntry         *entry)
{
  if (entry == NULL && point->own)
    return g_strdup (_("This is part of a figure for more days or products. Change or remove it under “Your own figures”."));

  if (entry != NULL)
    hw_own_figure_remove (GTK_WIDGET (self), hw_forecast_section_get_desk (HW_FORECAST_SECTION (self)), entry);
  hw_row_set_number (row, OWN, g_strdup (""), NAN);
  return NULL;
}

static char *
edit_cb (HwRow      *row,
         guint       column,
         const char *text,
         gpointer    data)
{
  HwForecastDays *self = data;
  HwForecastSection *section = HW_FORECAST_SECTION (self);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwForecastSeries *series = hw_forecast_section_get_series (section);
  const HwForecastPlan *plan = desk != NULL ? hw_desk_get_forecast (desk) : NULL;
  const guint reason = gtk_drop_down_get_selected (self->reason_drop);
  const HwSubject subject = get_subject (self);
  const HwForecastPoint *point;
  const HwEntry *entry;
  gint64 units;
  HwDay to;

  if (series == NULL || hw_row_get_id (row) >= (gint64) series->ahead->len)
    return g_strdup (_("The forecast is being worked out anew. Try again in a moment."));

  point = &g_array_index (series->ahead, HwForecastPoint, hw_row_get_id (row));
  to = last_of (plan->by, point->day);
  entry = hw_own_figure_find (desk, &subject, point->day, to);
  if (*text == '\0')
    return take_away (self, row, point, entry);

  if (g_str_equal (text, hw_row_get_text (row, OWN)))
    return NULL;
  if (!hw_format_parse (hw_desk_get_format (desk), text, &units) || units < 0)
    return g_strdup (_("Enter how many you expect to sell, or nothing to take the forecast’s figure."));
  if (point->day < hw_session_get_today (hw_desk_get_session (desk)))
    return g_strdup (_("This period has begun. Choose “By day” above and change the days to come."));
  if (reason == 0 || reason > HW_REASON_N)
    {
      wait_for_reason (self, &subject, point->day, to, units);
      return g_strdup (_("Choose above the table why you expect another figure: then it is kept."));
    }

  g_clear_pointer (&self->waiting, g_free);
  hw_own_figure_keep (GTK_WIDGET (self), desk, entry, &subject, point->day, to, units, (HwReason) (reason - 1));
  hw_row_set_number (row, OWN, hw_forecast_units_text (hw_scaled_to_double (units), hw_desk_get_format (desk)),
                     hw_scaled_to_double (units));
  return NULL;
}

static void
several_clicked_cb (HwForecastDays *self)
{
  HwDesk *desk = hw_forecast_section_get_desk (HW_FORECAST_SECTION (self));
  const HwSubject subject = get_subject (self);

  if (desk != NULL)
    hw_own_figure_open (GTK_WIDGET (self), desk, NULL, &subject);
}

static void
hw_forecast_days_finalize (GObject *object)
{
  g_free (HW_FORECAST_DAYS (object)->waiting);
  G_OBJECT_CLASS (hw_forecast_days_parent_class)->finalize (object);
}

static void
hw_forecast_days_class_init (HwForecastDaysClass *klass)
{
  HwForecastSectionClass *section_class = HW_FORECAST_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_forecast_days_finalize;
  section_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST) | HW_TOPIC_BIT (HW_TOPIC_FIGURES);
  section_class->fill = hw_forecast_days_fill;
  section_class->forget = hw_forecast_days_forget;
}

static GtkWidget *
make_table (HwForecastDays *self)
{
  const HwColumn columns[N_COLUMNS] = {
    [PERIOD] = { _("Day"), HW_COLUMN_TEXT },
    [EXPECTED] = { _("Forecast"), HW_COLUMN_NUMBER },
    [OWN] = { _("Your figure"), HW_COLUMN_NUMBER },
    [RANGE] = { _("4 times in 5"), HW_COLUMN_NUMBER },
    [SIMPLE] = { _("Simple rule"), HW_COLUMN_NUMBER },
  };
  GtkWidget *table = hw_data_table_new ();

  self->table = HW_DATA_TABLE (table);
  hw_data_table_set_searchable (self->table, FALSE);
  hw_data_table_set_columns (self->table, columns, N_COLUMNS);
  hw_data_table_set_label (self->table, _("What is to come"));
  hw_data_table_set_editable (self->table, OWN, edit_cb, self, NULL);
  gtk_widget_set_size_request (table, -1, TABLE_HEIGHT);
  return table;
}

static GtkWidget *
make_reasons (HwForecastDays *self)
{
  GtkStringList *reasons = gtk_string_list_new (NULL);
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  gtk_string_list_append (reasons, _("Choose a reason…"));
  for (int i = 0; i < HW_REASON_N; i++)
    gtk_string_list_append (reasons, hw_reason_name ((HwReason) i));
  self->reason_drop = GTK_DROP_DOWN (drop);
  gtk_drop_down_set_model (self->reason_drop, G_LIST_MODEL (reasons));
  g_object_unref (reasons);
  hw_drop_down_name (self->reason_drop, _("Why you expect another figure"));
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (reason_chosen_cb), self, G_CONNECT_SWAPPED);
  return drop;
}

static void
hw_forecast_days_init (HwForecastDays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *about = hw_forecast_section_label (NULL);
  GtkWidget *several = gtk_button_new_with_label (_("A figure for several days…"));

  gtk_label_set_text (GTK_LABEL (about),
                      _("Do you know better? Choose why, then enter your figure beside the forecast; an empty cell "
                        "takes the forecast’s. Stock, orders and totals follow, and later you see who was right."));
  gtk_widget_set_halign (several, GTK_ALIGN_START);
  g_signal_connect_object (several, "clicked", G_CALLBACK (several_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), make_reasons (self));
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_box_append (GTK_BOX (box), several);
  hw_forecast_section_set_up (HW_FORECAST_SECTION (self), _("Day by day, and your own figure"), box);
}
