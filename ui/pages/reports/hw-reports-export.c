/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything out: all data as open files in a folder. */
#include "pages/reports/hw-reports-private.h"

#include "compat/hw-file-choice.h"
#include "jobs/report/hw-export-job.h"
#include "jobs/report/hw-report-job.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

static void
exported_cb (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  HwReportsPage *self = owner;
  HwExport *out = result;
  g_autofree char *text = NULL;

  self->at_work = FALSE;
  if (hw_page_get_desk (HW_PAGE (self)) == NULL)
    {
      hw_export_free (out);
      return;
    }
  if (error != NULL)
    {
      hw_errand_show_error (self->state_page, _("The data were not written"), error, NULL);
      return;
    }

  hw_state_page_show_ready (self->state_page);
  /* Translators: 1 how many files, 2 the path of a folder. */
  text = g_strdup_printf (ngettext ("All data are written: %1$u file in %2$s.", "All data are written: %1$u files in %2$s.", out->n_files),
                          out->n_files, out->folder);
  hw_reports_say (self, text);
  hw_export_free (out);
}

static void
folder_chosen_cb (gpointer    owner,
                  const char *path)
{
  HwReportsPage *self = owner;
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  g_autofree char *name = NULL;

  if (path == NULL || desk == NULL || hw_desk_get_session (desk) == NULL || self->at_work)
    return;

  self->at_work = TRUE;
  hw_reports_say (self, "");
  name = hw_report_propose_name (hw_desk_get_session (desk), "_files");
  hw_errand_run (desk, &hw_export_job, g_build_filename (path, name, NULL), self->state_page, exported_cb, self);
}

void
hw_reports_export_clicked (HwReportsPage *self)
{
  hw_file_choice_folder (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Where to write all data"), folder_chosen_cb, self);
}
