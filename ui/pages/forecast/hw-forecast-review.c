/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-review.h"

#include "pages/forecast/hw-forecast-figures.h"
#include "pages/forecast/hw-own-figure.h"
#include "widgets/hw-data-table.h"

#include <glib/gi18n.h>
#include <math.h>

#define TABLE_HEIGHT 240
#define GAP 12

enum { ABOUT, DAYS, YOURS, MODEL, SOLD, RIGHT, REASON, N_COLUMNS };

struct _HwForecastReview
{
  HwForecastSection parent_instance;

  GtkLabel    *score_label;
  GtkLabel    *money_label;
  HwDataTable *table;
  GtkWidget   *change_button;
  GtkWidget   *remove_button;
};

G_DEFINE_FINAL_TYPE (HwForecastReview, hw_forecast_review, HW_TYPE_FORECAST_SECTION)

static const char *
right_text (const HwOverrideLine *line)
{
  switch (line->state)
    {
    case HW_OVERRIDE_AHEAD:
      return _("To come");

    case HW_OVERRIDE_RUNNING:
      return _("Running");

    case HW_OVERRIDE_NO_MODEL:
      return _("Nothing to compare");

    case HW_OVERRIDE_PAST:
    default:
      return line->own_off < line->model_off ? _("You") : line->own_off > line->model_off ? _("The forecast") : _("Both alike");
    }
}

static HwRow *
make_row (const HwOverrideLine *line,
          const HwFormat       *format,
          HwDesk               *desk)
{
  const HwOverride *own = line->override;
  const HwSubject subject = { own->product_id, own->category };
  const double sold = line->state == HW_OVERRIDE_AHEAD ? (double) NAN : line->sold;
  HwRow *row = hw_row_new (N_COLUMNS, own->id);

  hw_row_set_text (row, ABOUT, *line->name != '\0' && own->category == NULL ? g_strdup (line->name)
                                                                           : hw_subject_dup_name (&subject, desk));
  hw_row_set_number (row, DAYS, hw_format_days (format, own->from, own->to), own->from);
  hw_row_set_number (row, YOURS, hw_forecast_units_text (own->units, format), own->units);
  hw_row_set_number (row, MODEL, hw_forecast_units_text (own->model_units, format), own->model_units);
  hw_row_set_number (row, SOLD, hw_forecast_units_text (sold, format), sold);
  hw_row_set_text (row, RIGHT, g_strdup (right_text (line)));
  hw_row_set_text (row, REASON, g_strdup (hw_reason_name (own->reason)));
  return row;
}

static char *
money_text (double          money,
            const HwFormat *format)
{
  return hw_format_money (format, hw_scaled_from_double (money));
}

static void
fill_sentences (HwForecastReview       *self,
                const HwOverrideReview *review,
                const HwFormat         *format)
{
  const HwOverrideSum *all = &review->all;
  g_autofree char *score = NULL;
  g_autofree char *money = NULL;

  if (review->lines->len == 0)
    score = g_strdup (_("You have entered no figure of your own. Where you do, you see here who came closer: you or the forecast."));
  else if (all->n == 0)
    score = g_strdup (_("None of your figures is past yet. Then you see here who came closer: you or the forecast."));
  else
    /* Translators: 1 how many figures, 2 how often the owner's came closer, 3 how often the forecast's did. */
    score = g_strdup_printf (ngettext ("Of %1$u figure that is past, yours came closer %2$u times, the forecast %3$u times.",
                                       "Of %1$u figures that are past, yours came closer %2$u times, the forecast %3$u times.",
                                       all->n), all->n, all->n_own, all->n_model);

  if (all->n > 0 && (all->own_off_money > 0.0 || all->model_off_money > 0.0))
    {
      g_autofree char *own = money_text (all->own_off_money, format);
      g_autofree char *model = money_text (all->model_off_money, format);

      /* Translators: two amounts of money. */
      money = g_strdup_printf (_("Yours were off by %1$s in all, the forecast’s would have been off by %2$s."), own, model);
    }

  gtk_label_set_text (self->score_label, score);
  gtk_label_set_text (self->money_label, money != NULL ? money : "");
  gtk_widget_set_visible (GTK_WIDGET (self->money_label), money != NULL);
}

static void
hw_forecast_review_fill (HwForecastSection *section)
{
  HwForecastReview *self = HW_FORECAST_REVIEW (section);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwOverrideReview *review = hw_desk_get_own (desk);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < review->lines->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (review->lines, i), hw_desk_get_format (desk), desk));

  hw_data_table_set_rows (self->table, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->table), rows->len > 0);
  gtk_widget_set_visible (self->change_button, rows->len > 0);
  gtk_widget_set_visible (self->remove_button, rows->len > 0);
  fill_sentences (self, review, hw_desk_get_format (desk));
}

static void
hw_forecast_review_forget (HwForecastSection *section)
{
  hw_data_table_forget (HW_FORECAST_REVIEW (section)->table);
}

static const HwEntry *
get_chosen (HwForecastReview *self)
{
  HwDesk *desk = hw_forecast_section_get_desk (HW_FORECAST_SECTION (self));
  HwRow *row = hw_data_table_get_chosen (self->table);
  GPtrArray *entries = desk != NULL ? hw_desk_get_figures (desk) : NULL;

  return row != NULL && entries != NULL ? hw_entries_find (entries, hw_row_get_id (row)) : NULL;
}

static void
add_clicked_cb (HwForecastReview *self)
{
  HwForecastSection *section = HW_FORECAST_SECTION (self);
  const HwSubject subject = { hw_forecast_section_get_product (section), hw_forecast_section_get_category (section) };

  if (hw_forecast_section_get_desk (section) != NULL)
    hw_own_figure_open (GTK_WIDGET (self), hw_forecast_section_get_desk (section), NULL, &subject);
}

static void
change_clicked_cb (HwForecastReview *self)
{
  const HwEntry *entry = get_chosen (self);

  if (entry != NULL && gtk_widget_get_sensitive (self->change_button))
    hw_own_figure_open (GTK_WIDGET (self), hw_forecast_section_get_desk (HW_FORECAST_SECTION (self)), entry, NULL);
}

static void
remove_clicked_cb (HwForecastReview *self)
{
  const HwEntry *entry = get_chosen (self);

  if (entry != NULL)
    hw_own_figure_remove (GTK_WIDGET (self), hw_forecast_section_get_desk (HW_FORECAST_SECTION (self)), entry);
}

/* What is past is compared, not changed. */
static void
chosen_cb (HwForecastReview *self)
{
  HwDesk *desk = hw_forecast_section_get_desk (HW_FORECAST_SECTION (self));
  const HwEntry *entry = get_chosen (self);

  gtk_widget_set_sensitive (self->remove_button, entry != NULL);
  gtk_widget_set_sensitive (self->change_button, entry != NULL && hw_answers_get_day (entry->answers, "from") >=
                                                                    hw_session_get_today (hw_desk_get_session (desk)));
}

static void
hw_forecast_review_class_init (HwForecastReviewClass *klass)
{
  HwForecastSectionClass *section_class = HW_FORECAST_SECTION_CLASS (klass);

  section_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST) | HW_TOPIC_BIT (HW_TOPIC_FIGURES) | HW_TOPIC_BIT (HW_TOPIC_OWN);
  section_class->fill = hw_forecast_review_fill;
  section_class->forget = hw_forecast_review_forget;
}

static GtkWidget *
make_table (HwForecastReview *self)
{
  const HwColumn columns[N_COLUMNS] = {
    [ABOUT] = { C_("column", "About"), HW_COLUMN_TEXT },
    [DAYS] = { _("Days"), HW_COLUMN_SHORT },
    [YOURS] = { _("Yours"), HW_COLUMN_NUMBER },
    [MODEL] = { _("Forecast"), HW_COLUMN_NUMBER },
    [SOLD] = { _("Sold"), HW_COLUMN_NUMBER },
    [RIGHT] = { _("Who was closer"), HW_COLUMN_SHORT },
    [REASON] = { _("Reason"), HW_COLUMN_LONG },
  };
  GtkWidget *table = hw_data_table_new ();

  self->table = HW_DATA_TABLE (table);
  hw_data_table_set_searchable (self->table, FALSE);
  hw_data_table_set_columns (self->table, columns, N_COLUMNS);
  hw_data_table_show_column (self->table, REASON, FALSE);
  hw_data_table_set_label (self->table, _("Your own figures"));
  gtk_widget_set_size_request (table, -1, TABLE_HEIGHT);
  g_signal_connect_object (table, "row-chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "row-activated", G_CALLBACK (change_clicked_cb), self, G_CONNECT_SWAPPED);
  return table;
}

static GtkWidget *
make_button (HwForecastReview *self,
             const char       *text,
             GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
hw_forecast_review_init (HwForecastReview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *score = hw_forecast_section_label (NULL);
  GtkWidget *money = hw_forecast_section_label (NULL);
  GtkWidget *buttons[3];

  self->score_label = GTK_LABEL (score);
  self->money_label = GTK_LABEL (money);
  buttons[0] = make_button (self, _("Add…"), G_CALLBACK (add_clicked_cb));
  buttons[1] = self->change_button = make_button (self, _("Change…"), G_CALLBACK (change_clicked_cb));
  buttons[2] = self->remove_button = make_button (self, _("Remove"), G_CALLBACK (remove_clicked_cb));
  gtk_box_append (GTK_BOX (box), score);
  gtk_box_append (GTK_BOX (box), money);
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_box_append (GTK_BOX (box), hw_forecast_section_row (buttons, G_N_ELEMENTS (buttons)));
  gtk_widget_set_sensitive (self->change_button, FALSE);
  gtk_widget_set_sensitive (self->remove_button, FALSE);
  hw_forecast_section_set_up (HW_FORECAST_SECTION (self), _("Your own figures: who was right?"), box);
}
