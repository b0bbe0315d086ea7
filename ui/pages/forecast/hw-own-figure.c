/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-own-figure.h"

#include "pages/forecast/hw-forecast-chart.h"
#include "widgets/hw-keep.h"
#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

char *
hw_subject_dup_name (const HwSubject *subject,
                     HwDesk          *desk)
{
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  const HwForecastSeries *series = NULL;

  if (subject->category != NULL)
    /* Translators: a group of products as a whole; %s is its name. */
    return g_strdup_printf (_("%s (all)"), subject->category);

  series = plan != NULL ? hw_forecast_plan_find (plan, subject->product_id) : NULL;
  return g_strdup (series != NULL ? hw_forecast_series_title (series) : subject->product_id == 0 ? _("All products") : "");
}

const HwEntry *
hw_own_figure_find (HwDesk          *desk,
                    const HwSubject *subject,
                    HwDay            from,
                    HwDay            to)
{
  GPtrArray *entries = hw_desk_get_figures (desk);
  g_autofree char *about = hw_override_subject (subject->product_id, subject->category);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "subject"), about) &&
          hw_answers_get_day (entry->answers, "from") == from && hw_answers_get_day (entry->answers, "to") == to)
        return entry;
    }

  return NULL;
}

void
hw_own_figure_keep (GtkWidget       *widget,
                    HwDesk          *desk,
                    const HwEntry   *before,
                    const HwSubject *subject,
                    HwDay            from,
                    HwDay            to,
                    HwQuantity       units,
                    HwReason         reason)
{
  g_autoptr (HwEntry) entry = before != NULL ? hw_entry_copy (before) : hw_entry_new (HW_ENTRY_OVERRIDE, 0);
  g_autofree char *about = hw_override_subject (subject->product_id, subject->category);

  hw_answers_set (entry->answers, "subject", about);
  hw_answers_set_day (entry->answers, "from", from);
  hw_answers_set_day (entry->answers, "to", to);
  hw_answers_set_scaled (entry->answers, "units", units);
  hw_answers_set (entry->answers, "reason", hw_reason_id (reason));
  hw_keep_entry (widget, desk, hw_entry_save_new (entry), _("Your figure is kept"), NULL, NULL);
}

void
hw_own_figure_remove (GtkWidget     *widget,
                      HwDesk        *desk,
                      const HwEntry *entry)
{
  HwEntrySave *save = hw_entry_save_new (entry);

  save->remove = TRUE;
  hw_keep_entry (widget, desk, save, _("Your figure is taken away"), NULL, NULL);
}

static void
add_choice (GArray        *choices,
            GStringChunk  *texts,
            const char    *category,
            gint64         product_id,
            HwDesk        *desk)
{
  const HwSubject subject = { product_id, category };
  g_autofree char *id = hw_override_subject (product_id, category);
  g_autofree char *name = hw_subject_dup_name (&subject, desk);
  const HwChoice choice = { g_string_chunk_insert (texts, id), g_string_chunk_insert (texts, name) };

  g_array_append_val (choices, choice);
}

/* All products, the categories, then the products. */
static void
set_subjects (HwFormView *view,
              HwDesk     *desk)
{
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (HwChoice));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);

  add_choice (choices, texts, NULL, 0, desk);
  for (guint i = 0; plan != NULL && i < plan->categories->len; i++)
    add_choice (choices, texts, ((const HwForecastSeries *) g_ptr_array_index (plan->categories, i))->category, 0, desk);
  for (guint i = 0; plan != NULL && i < plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

      if (series->product_id != 0)
        add_choice (choices, texts, NULL, series->product_id, desk);
    }

  hw_form_view_set_choices (view, "subject", (const HwChoice *) (gpointer) choices->data, choices->len);
}

void
hw_own_figure_open (GtkWidget       *widget,
                    HwDesk          *desk,
                    const HwEntry   *entry,
                    const HwSubject *subject)
{
  g_autoptr (HwEntry) fresh = entry != NULL ? hw_entry_copy (entry) : hw_entry_new (HW_ENTRY_OVERRIDE, 0);
  GtkWidget *window;

  if (entry == NULL)
    {
      g_autofree char *about = hw_override_subject (subject->product_id, subject->category);

      hw_answers_set (fresh->answers, "subject", about);
    }

  window = hw_form_window_new (widget, desk, &hw_override_form, fresh, _("Keep the figure"), _("Your figure is kept"));
  set_subjects (hw_form_window_get_view (HW_FORM_WINDOW (window)), desk);
  if (entry != NULL)
    hw_form_window_begin_at (HW_FORM_WINDOW (window), "units");
  gtk_window_present (GTK_WINDOW (window));
}
