/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language a report is written in: the accountant may read another than the owner. */
#include "pages/reports/hw-reports-private.h"

#include "core/hw-country.h"

#include <glib/gi18n.h>

#define LANGUAGE "report-language" /* its name in the preferences; "": the window's */

/* "", "en" and those there are words in; in the order of the rows. */
static char **
dup_codes (void)
{
  return g_strsplit (*HW_LINGUAS != '\0' ? " en " HW_LINGUAS : " en", " ", -1);
}

char *
hw_reports_dup_language (HwReportsPage *self)
{
  g_auto (GStrv) codes = dup_codes ();
  const guint chosen = adw_combo_row_get_selected (self->language_row);

  return chosen == 0 || chosen >= g_strv_length (codes) ? NULL : g_strdup (codes[chosen]);
}

static void
chosen_cb (HwReportsPage *self)
{
  g_autofree char *code = hw_reports_dup_language (self);

  hw_preferences_set_text (self->preferences, LANGUAGE, code != NULL ? code : "");
}

void
hw_reports_fill_languages (HwReportsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *kept = hw_preferences_dup_text (self->preferences, LANGUAGE);
  g_auto (GStrv) codes = dup_codes ();
  guint chosen = 0;

  gtk_string_list_append (names, _("As in this window"));
  for (guint i = 1; codes[i] != NULL; i++)
    {
      g_autofree char *name = g_str_equal (codes[i], "en") ? g_strdup ("English") : hw_language_name (codes[i]);

      gtk_string_list_append (names, name);
      if (g_str_equal (codes[i], kept))
        chosen = i;
    }

  g_signal_handlers_disconnect_by_func (self->language_row, chosen_cb, self);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, chosen);
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (chosen_cb), self);
}
