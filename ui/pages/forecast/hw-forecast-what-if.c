/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-what-if.h"

#include "pages/forecast/hw-forecast-figures.h"
#include "pages/forecast/hw-known-window.h"
#include "pages/forecast/hw-what-if-form.h"
#include "pages/forecast/hw-what-if-words.h"
#include "widgets/hw-data-table.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP 12
#define TABLE_HEIGHT 240

enum { DAY, WITHOUT, WITH, DIFFERENCE, N_COLUMNS };

struct _HwForecastWhatIf
{
  HwForecastSection parent_instance;

  GtkLabel    *about_label;
  HwWhatIfForm *form;
  GtkWidget   *result_box;
  GtkLabel    *result_label;
  GtkLabel    *money_label;
  GtkLabel    *basis_label;
  HwDataTable *table;
  HwWhatIfRequest shown;      /* what the result is of */
};

G_DEFINE_FINAL_TYPE (HwForecastWhatIf, hw_forecast_what_if, HW_TYPE_FORECAST_SECTION)

/* Another question: the answer before is not its answer. */
static void
changed_cb (HwForecastWhatIf *self)
{
  gtk_widget_set_visible (self->result_box, FALSE);
}

static void
hw_forecast_what_if_fill (HwForecastSection *section)
{
  HwForecastWhatIf *self = HW_FORECAST_WHAT_IF (section);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwForecastSeries *series = hw_forecast_section_get_series (section);
  const gboolean is_group = hw_forecast_section_get_category (section) != NULL;
  const gboolean none = series == NULL || series->missing != HW_NO_FORECAST_NONE;

  hw_what_if_form_start (self->form, hw_desk_get_format (desk), hw_session_get_today (hw_desk_get_session (desk)));
  gtk_label_set_text (self->about_label,
                      is_group ? _("Choose one product or all products at the left: this works for these.")
                      : none   ? _("There is no forecast of it yet, so nothing can be said.")
                               : _("Try out what an offer, a new price or a closed day would do. Nothing of it is kept."));
  gtk_widget_set_visible (GTK_WIDGET (self->form), !is_group && !none);
  changed_cb (self);
}

static void
hw_forecast_what_if_forget (HwForecastSection *section)
{
  HwForecastWhatIf *self = HW_FORECAST_WHAT_IF (section);

  hw_what_if_form_start (self->form, NULL, HW_DAY_NONE);
  hw_data_table_forget (self->table);
  gtk_widget_set_visible (self->result_box, FALSE);
}

static void
show_rows (HwForecastWhatIf *self,
           const HwWhatIf   *answer,
           const HwFormat   *format)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < answer->points->len; i++)
    {
      const HwWhatIfPoint *point = &g_array_index (answer->points, HwWhatIfPoint, i);
      const double more = point->with - point->without;
      HwRow *row = hw_row_new (N_COLUMNS, i);

      hw_row_set_number (row, DAY, hw_format_day (format, point->day, HW_DAY_SHORT), point->day);
      hw_row_set_number (row, WITHOUT, hw_forecast_units_text (point->without, format), point->without);
      hw_row_set_number (row, WITH, hw_forecast_units_text (point->with, format), point->with);
      hw_row_set_number (row, DIFFERENCE, hw_forecast_units_text (more, format), more);
      g_ptr_array_add (rows, row);
    }

  hw_data_table_set_rows (self->table, rows);
}

static void
answered_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwForecastWhatIf *self = owner;
  HwForecastSection *section = HW_FORECAST_SECTION (self);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  g_autoptr (HwWhatIf) answer = result;
  g_autofree char *words = NULL;
  g_autofree char *money = NULL;
  g_autofree char *basis = NULL;

  if (desk == NULL)
    return;

  hw_state_page_show_ready (hw_forecast_section_get_state (section));
  if (answer == NULL)
    {
      hw_what_if_form_say (self->form, hw_errand_was_stopped (error)
                                         ? _("Stopped") : _("This cannot be said. Choose days from today on, at most half a year ahead."));
      return;
    }

  if (answer->product_id != hw_forecast_section_get_product (section))
    return;

  words = hw_what_if_say_units (answer, hw_desk_get_format (desk));
  money = hw_what_if_say_money (answer, hw_desk_get_format (desk));
  basis = hw_what_if_say_basis (answer);
  gtk_label_set_text (self->result_label, words);
  gtk_label_set_text (self->money_label, money != NULL ? money : "");
  gtk_widget_set_visible (GTK_WIDGET (self->money_label), money != NULL);
  gtk_label_set_text (self->basis_label, basis);
  show_rows (self, answer, hw_desk_get_format (desk));
  gtk_widget_set_visible (GTK_WIDGET (self->table), answer->basis != HW_BASIS_NONE);
  gtk_widget_set_visible (self->result_box, TRUE);
}

static void
asked_cb (HwForecastWhatIf *self)
{
  HwForecastSection *section = HW_FORECAST_SECTION (self);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  HwWhatIfRequest wish = { .product_id = hw_forecast_section_get_product (section) };

  changed_cb (self);
  if (desk == NULL || !hw_what_if_form_read (self->form, &wish))
    return;

  self->shown = wish;
  hw_errand_run (desk, &hw_what_if_job, g_memdup2 (&wish, sizeof wish), hw_forecast_section_get_state (section), answered_cb, self);
}

/* It is decided: the same as something known, to be given a name. */
static void
keep_clicked_cb (HwForecastWhatIf *self)
{
  HwDesk *desk = hw_forecast_section_get_desk (HW_FORECAST_SECTION (self));
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_EVENT, 0);

  if (desk == NULL)
    return;

  hw_answers_set (entry->answers, "kind", hw_known_event_kind_id (self->shown.kind));
  hw_answers_set_day (entry->answers, "from", self->shown.from);
  hw_answers_set_day (entry->answers, "to", self->shown.to);
  if (self->shown.kind == HW_KNOWN_EVENT_PRICE)
    hw_answers_set_number (entry->answers, "change", self->shown.change);
  if (self->shown.product_id != 0 && self->shown.kind != HW_KNOWN_EVENT_CLOSED)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->shown.product_id);

      hw_answers_set (entry->answers, "products", id);
    }

  hw_known_window_open (GTK_WIDGET (self), desk, entry);
}

static void
hw_forecast_what_if_class_init (HwForecastWhatIfClass *klass)
{
  HwForecastSectionClass *section_class = HW_FORECAST_SECTION_CLASS (klass);

  section_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST);
  section_class->fill = hw_forecast_what_if_fill;
  section_class->forget = hw_forecast_what_if_forget;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = hw_forecast_section_label (style);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_result (HwForecastWhatIf *self)
{
  const HwColumn columns[N_COLUMNS] = {
    [DAY] = { _("Day"), HW_COLUMN_TEXT },
    [WITHOUT] = { _("As it stands"), HW_COLUMN_NUMBER },
    [WITH] = { _("With it"), HW_COLUMN_NUMBER },
    [DIFFERENCE] = { _("More or less"), HW_COLUMN_NUMBER },
  };
  GtkWidget *table = hw_data_table_new ();
  GtkWidget *keep = gtk_button_new_with_label (_("Plan it…"));

  self->result_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);
  self->result_label = add_label (self->result_box, "title-4");
  self->money_label = add_label (self->result_box, NULL);
  self->basis_label = add_label (self->result_box, "dim-label");
  self->table = HW_DATA_TABLE (table);
  hw_data_table_set_searchable (self->table, FALSE);
  hw_data_table_set_columns (self->table, columns, N_COLUMNS);
  hw_data_table_set_label (self->table, _("With and without, day by day"));
  gtk_widget_set_size_request (table, -1, TABLE_HEIGHT);
  gtk_box_append (GTK_BOX (self->result_box), table);
  gtk_widget_set_halign (keep, GTK_ALIGN_START);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->result_box), keep);
}

static void
hw_forecast_what_if_init (HwForecastWhatIf *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  self->about_label = add_label (box, NULL);
  self->form = HW_WHAT_IF_FORM (hw_what_if_form_new ());
  make_result (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->result_box);
  changed_cb (self);
  hw_forecast_section_set_up (HW_FORECAST_SECTION (self), _("What if: an offer, a new price, a closed day"), box);
}
