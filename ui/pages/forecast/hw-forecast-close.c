/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-forecast-close.h"

#include "pages/forecast/hw-score-words.h"
#include "widgets/hw-how-button.h"

#include <glib/gi18n.h>

#define GAP 12

/* One record: a heading and its sentences. */
typedef struct
{
  GtkWidget *box;
  GtkLabel  *heading;
  GtkLabel  *off;
  GtkLabel  *simple;
  GtkLabel  *units;
  GtkLabel  *held;
} Record;

struct _HwForecastClose
{
  HwForecastSection parent_instance;

  Record       tested;
  Record       kept;
  GtkLabel    *none_label;
  HwHowButton *how_button;
};

G_DEFINE_FINAL_TYPE (HwForecastClose, hw_forecast_close, HW_TYPE_FORECAST_SECTION)

static void
set_text (GtkLabel *label,
          char     *text) /* takes it */
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static void
fill_record (const Record          *record,
             char                  *heading, /* takes it */
             const HwForecastScore *score,
             const HwAccuracyLine  *line,
             HwBy                   by,
             const HwFormat        *format)
{
  set_text (record->heading, heading);
  set_text (record->off, hw_score_say_off (score, line, by, format));
  set_text (record->simple, hw_score_say_simple (score, line, by, format));
  set_text (record->units, line->each > 0.0 ? hw_score_say_units (score, by, format) : NULL);
  set_text (record->held, hw_score_say_held (score, format));
  gtk_widget_set_visible (record->box, score->n > 0);
}

static char *
tested_heading (const HwForecastAccuracy *accuracy,
                const HwForecastScore    *score)
{
  const guint n = (guint) score->n;

  switch (accuracy->by)
    {
    case HW_BY_DAY:
      return g_strdup_printf (ngettext ("Tried on %u day of your past that it had not seen", "Tried on %u days of your past that it had not seen", n), n);

    case HW_BY_WEEK:
      return g_strdup_printf (ngettext ("Tried on %u week of your past that it had not seen", "Tried on %u weeks of your past that it had not seen", n), n);

    case HW_BY_MONTH:
    default:
      return g_strdup_printf (ngettext ("Tried on %u month of your past that it had not seen", "Tried on %u months of your past that it had not seen", n), n);
    }
}

static char *
kept_heading (const HwForecastAccuracy *accuracy,
              const HwFormat           *format)
{
  g_autofree char *days = NULL;

  if (accuracy->kept_from == HW_DAY_NONE)
    return NULL;

  days = hw_format_days (format, accuracy->kept_from, accuracy->kept_to);
  /* Translators: %s is a stretch of days. */
  return g_strdup_printf (_("Forecasts you were shown, against what then sold, %s"), days);
}

static void
set_how (HwForecastClose      *self,
         const HwAccuracyLine *line,
         HwDesk               *desk)
{
  g_autofree char *run_id = hw_session_dup_run_id (hw_desk_get_session (desk), "accuracy");
  const HwHowFacts facts = {
    .about = _("How close have we been?"),
    .inputs = line == NULL || line->each <= 0.0 ? _("Your own sales; what sold while something was sold out counts with what was missed.")
              : line->each_margin ? _("Your own sales, and the price less the cost of a unit; what was missed while sold out counts.")
                                  : _("Your own sales, and the price of a unit; what was missed while sold out counts."),
    .method = _("The forecast was made again from earlier sales and held against what then sold, many times over. "
                "The simple rule, which repeats the last season, was held against the same."),
    .technical = _("Mean absolute error from rolling origins, against the seasonal naive forecast; coverage of the 80 % and 95 % intervals"),
    .run_id = run_id,
    .way = _("See your data"),
    .way_action = "win.page::data",
  };

  hw_how_button_set_facts (self->how_button, &facts);
}

static void
hw_forecast_close_fill (HwForecastSection *section)
{
  HwForecastClose *self = HW_FORECAST_CLOSE (section);
  HwDesk *desk = hw_forecast_section_get_desk (section);
  const HwForecastAccuracy *accuracy = hw_desk_get_accuracy (desk);
  const HwFormat *format = hw_desk_get_format (desk);
  const HwAccuracyLine *line = hw_forecast_accuracy_find (accuracy, hw_forecast_section_get_product (section),
                                                          hw_forecast_section_get_category (section));
  const gboolean any = line != NULL && (line->tested.n > 0 || line->kept.n > 0);

  gtk_widget_set_visible (GTK_WIDGET (self->none_label), !any);
  gtk_widget_set_visible (self->tested.box, any);
  gtk_widget_set_visible (self->kept.box, any);
  set_how (self, line, desk);
  if (!any)
    return;

  fill_record (&self->tested, tested_heading (accuracy, &line->tested), &line->tested, line, accuracy->by, format);
  fill_record (&self->kept, kept_heading (accuracy, format), &line->kept, line, HW_BY_DAY, format);
}

static void
hw_forecast_close_class_init (HwForecastCloseClass *klass)
{
  HwForecastSectionClass *section_class = HW_FORECAST_SECTION_CLASS (klass);

  section_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST) | HW_TOPIC_BIT (HW_TOPIC_ACCURACY);
  section_class->fill = hw_forecast_close_fill;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = hw_forecast_section_label (style);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_record (Record *record)
{
  record->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);
  record->heading = add_label (record->box, "dim-label");
  record->off = add_label (record->box, "title-3");
  record->simple = add_label (record->box, NULL);
  record->units = add_label (record->box, NULL);
  record->held = add_label (record->box, NULL);
  return record->box;
}

static void
hw_forecast_close_init (HwForecastClose *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * GAP);
  GtkWidget *how = hw_how_button_new ();

  self->how_button = HW_HOW_BUTTON (how);
  gtk_box_append (GTK_BOX (box), make_record (&self->tested));
  gtk_box_append (GTK_BOX (box), make_record (&self->kept));
  self->none_label = add_label (box, NULL);
  gtk_label_set_text (self->none_label, _("Too few sales yet to say how close it comes."));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (how, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), how);
  hw_forecast_section_set_up (HW_FORECAST_SECTION (self), _("How close have we been?"), line);
}
