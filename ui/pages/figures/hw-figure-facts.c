/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/figures/hw-figure-facts.h"

#include "domain/hw-survey.h"
#include "jobs/content/hw-content-sources.h"
#include "jobs/hw-say-figure.h"

#include <glib/gi18n.h>
#include <math.h>

#define TYPED_MOST 24 /* of one figure: two years of months */

static void
empty (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         const char *text) /* (nullable) */
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
  return row;
}

void
hw_figure_facts_about (GtkListBox     *list,
                       const HwFigure *figure,
                       const HwFormat *format)
{
  const HwMetric *metric = figure->metric;
  g_autofree char *limits = hw_say_limits (figure, format);
  g_autofree char *least = hw_say_least (figure, format);
  g_autofree char *due = figure->due != HW_DAY_NONE ? hw_format_day (format, figure->due, HW_DAY_LONG) : NULL;
  /* Translators: 1 how often ("Each month"), 2 a date. */
  g_autofree char *when = due != NULL ? g_strdup_printf (_("%1$s, next on %2$s"), hw_cadence_name (figure->cadence), due)
                                      : g_strdup (hw_cadence_name (figure->cadence));

  empty (list);
  if (least != NULL)
    add_row (list, _("The weakest product"), least);
  add_row (list, _("How it is worked out"), _(metric->formula));
  if (metric->pitfall != NULL)
    add_row (list, _("Good to know"), _(metric->pitfall));
  add_row (list, _("Where to get it"), _(metric->source));
  if (*limits != '\0')
    add_row (list, _("Limits of your own"), limits);
  add_row (list, _("Look at it"), when);
  add_row (list, _("In books it is called"), _(metric->technical));
}

static void
add_benchmark (GtkListBox        *list,
               const HwBenchmark *benchmark,
               const HwFormat    *format)
{
  const HwSource *source = hw_content_find_source (benchmark->source);
  g_autofree char *title = hw_say_benchmark (benchmark, format);
  /* Translators: 1 what kind of benchmark it is, 2 the source's title, 3 "a weak source". */
  g_autofree char *from = g_strdup_printf (_("%1$s. From: %2$s (%3$s)."), hw_benchmark_kind_name (benchmark->kind),
                                           source != NULL ? source->title : benchmark->source,
                                           hw_strength_name (benchmark->strength));
  g_autofree char *text = benchmark->note != NULL ? g_strdup_printf ("%s\n%s", _(benchmark->note), from) : g_strdup (from);
  GtkWidget *row = add_row (list, title, text);

  if (source != NULL)
    gtk_widget_set_tooltip_text (row, source->address);
}

gboolean
hw_figure_facts_others (GtkListBox     *list,
                        const HwMetric *metric,
                        const HwFormat *format)
{
  empty (list);
  for (gsize i = 0; i < metric->n_benchmarks; i++)
    add_benchmark (list, &metric->benchmarks[i], format);

  return metric->n_benchmarks > 0;
}

/* --- what was typed in --- */

typedef struct
{
  HwEntry          *entry;   /* (owned) */
  HwFigureAwayFunc  away;
  gpointer          owner;   /* outlives the row: it holds the list */
} Away;

static void
away_free (gpointer  data,
           GClosure *closure)
{
  Away *self = data;

  hw_entry_free (self->entry);
  g_free (self);
}

static void
away_clicked_cb (GtkButton *button,
                 Away      *self)
{
  self->away (self->owner, self->entry);
}

static char *
say_typed (const HwEntry  *entry,
           const HwMetric *metric,
           const HwFormat *format)
{
  HwSurveyResult result;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (entry->kind == HW_ENTRY_FIGURE)
    return hw_say_unit (metric->unit, hw_answers_get_number (entry->answers, "value", 0.0), format);

  hw_survey_of (entry->answers, &result);
  if (result.hidden)
    return g_strdup (_("Fewer than five answers"));

  value = hw_say_unit (metric->unit, result.value, format);
  low = hw_say_unit (metric->unit, result.low, format);
  high = hw_say_unit (metric->unit, result.high, format);
  /* Translators: 1 a value, 2 and 3 its range, 4 how many people answered. */
  return g_strdup_printf (ngettext ("%1$s (between %2$s and %3$s), %4$u answer", "%1$s (between %2$s and %3$s), %4$u answers",
                                    (gulong) result.n), value, low, high, (guint) result.n);
}

static void
add_typed (GtkListBox       *list,
           const HwEntry    *entry,
           const HwMetric   *metric,
           const HwFormat   *format,
           HwFigureAwayFunc  away,
           gpointer          owner)
{
  g_autofree char *value = say_typed (entry, metric, format);
  g_autofree char *day = hw_format_day (format, hw_library_typed_day (entry), HW_DAY_LONG);
  const char *note = hw_answers_get_text (entry->answers, "note");
  g_autofree char *text = *note != '\0' ? g_strdup_printf ("%s\n%s", day, note) : g_strdup (day);
  /* Translators: %s is a date. */
  g_autofree char *name = g_strdup_printf (_("Take away the value of %s"), day);
  GtkWidget *row = add_row (list, value, text);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  Away *data = g_new0 (Away, 1);

  data->entry = hw_entry_copy (entry);
  data->away = away;
  data->owner = owner;
  g_signal_connect_data (button, "clicked", G_CALLBACK (away_clicked_cb), data, away_free, 0);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

gboolean
hw_figure_facts_typed (GtkListBox       *list,
                       const HwFigure   *figure,
                       GPtrArray        *typed,
                       const HwFormat   *format,
                       HwFigureAwayFunc  away,
                       gpointer          owner)
{
  guint n = 0;

  empty (list);
  for (guint i = 0; i < typed->len && n < TYPED_MOST; i++)
    {
      const HwEntry *entry = g_ptr_array_index (typed, i);

      if (!g_str_equal (hw_answers_get_text (entry->answers, "metric"), figure->metric->id))
        continue;

      add_typed (list, entry, figure->metric, format, away, owner);
      n++;
    }

  return n > 0;
}
