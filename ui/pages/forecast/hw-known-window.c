/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/forecast/hw-known-window.h"

#include "wizard/hw-form-window.h"

#include <glib/gi18n.h>

#define QUESTION "products"

/* One product of the list; several stay as they are under one name. */
static void
set_products (HwFormView    *view,
              HwDesk        *desk,
              const HwEntry *entry)
{
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  const char *now = hw_answers_get_text (entry->answers, QUESTION);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (HwChoice));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);

  for (guint i = 0; plan != NULL && i < plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, series->product_id);
      const HwChoice choice = { g_string_chunk_insert (texts, id), series->name };

      if (series->product_id != 0)
        g_array_append_val (choices, choice);
    }

  if (strchr (now, ',') != NULL)
    {
      const HwChoice several = { now, _("The same products as before") };

      g_array_append_val (choices, several);
    }

  hw_form_view_set_choices (view, QUESTION, (const HwChoice *) (gpointer) choices->data, choices->len);
}

void
hw_known_window_open (GtkWidget     *from,
                      HwDesk        *desk,
                      const HwEntry *entry)
{
  GtkWidget *window = hw_form_window_new (from, desk, &hw_known_event_form, entry, _("Keep it"), _("Kept; the forecast follows"));

  set_products (hw_form_window_get_view (HW_FORM_WINDOW (window)), desk, entry);
  gtk_window_present (GTK_WINDOW (window));
}
