/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-findings.h"

#include <glib/gi18n.h>

#define ROWS_NAMED 5 /* of one sort of issue */

char *
hw_findings_totals (const HwImportReport *report,
                    gint64                rows,
                    const HwFormat       *format)
{
  g_autofree char *count = hw_format_number (format, (double) rows, 0);
  GString *text = g_string_new (NULL);

  /* Translators: %s is a number. */
  g_string_append_printf (text, ngettext ("%s row", "%s rows", (gulong) rows), count);

  if (report->first_day != HW_DAY_NONE)
    {
      g_autofree char *days = hw_format_days (format, report->first_day, report->last_day);

      g_string_append_printf (text, ", %s", days);
    }

  if (report->has_amount && report->amount_known)
    {
      g_autofree char *amount = hw_format_money_exact (format, report->amount_total);

      g_string_append_printf (text, ", %s", amount);
    }

  return g_string_free (text, FALSE);
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);
}

/* "17 with “0”": the row, and what stands there. */
static char *
name_place (const HwIssue *issue)
{
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, issue->row);

  if (issue->value == NULL || *issue->value == '\0')
    return g_steal_pointer (&row);

  /* Translators: 1 the number of a row, 2 what stands in its cell. */
  return g_strdup_printf (_("%1$s with “%2$s”"), row, issue->value);
}

/* "Rows 4, 17 with “0”, 203 and 12 more". */
static char *
name_rows (const HwImportReport *report,
           HwIssueKind           kind,
           const HwFormat       *format)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  gint64 named = 0;
  gulong shown = 0;
  g_autofree char *last = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < report->issues->len && named < ROWS_NAMED; i++)
    {
      const HwIssue *issue = &g_array_index (report->issues, HwIssue, i);
      g_autofree char *place = NULL;

      if (issue->kind != kind)
        continue;

      place = name_place (issue);
      if (g_strcmp0 (place, last) != 0) /* a row across has it once for each column */
        g_string_append_printf (rows, "%s%s", shown++ > 0 ? ", " : "", place);
      g_free (last);
      last = g_steal_pointer (&place);
      named++;
    }

  if (named == report->issue_counts[kind])
    /* Translators: %s is a list of row numbers. */
    return g_strdup_printf (ngettext ("Row %s", "Rows %s", shown), rows->str);

  count = hw_format_number (format, (double) report->issue_counts[kind], 0);
  /* Translators: 1 how many rows, 2 the first of them. */
  return g_strdup_printf (_("%s rows, the first: %s"), count, rows->str);
}

guint
hw_findings_fill (AdwPreferencesGroup  *group,
                  const HwImportReport *report,
                  const HwFormat       *format)
{
  guint n = 0;

  for (; n < report->notes->len; n++)
    add_row (group, g_ptr_array_index (report->notes, n), "");

  for (int i = 0; i < HW_LEFT_OUT_N; i++)
    if (report->left_out[i] > 0)
      {
        g_autofree char *count = hw_format_number (format, (double) report->left_out[i], 0);
        g_autofree char *amount = hw_format_money_exact (format, report->left_out_amount[i]);
        g_autofree char *text = NULL;

        if (report->left_out_amount[i] != 0)
          /* Translators: 1 how many rows, 2 money. */
          text = g_strdup_printf (ngettext ("%s row left out, %s", "%s rows left out, %s",
                                            (gulong) report->left_out[i]), count, amount);
        else
          text = g_strdup_printf (ngettext ("%s row left out", "%s rows left out",
                                            (gulong) report->left_out[i]), count);
        add_row (group, hw_left_out_text (i), text);
        n++;
      }

  for (int i = 0; i < HW_ISSUE_N_KINDS; i++)
    if (report->issue_counts[i] > 0)
      {
        g_autofree char *rows = name_rows (report, i, format);

        add_row (group, hw_issue_kind_text (i), rows);
        n++;
      }

  return n;
}
