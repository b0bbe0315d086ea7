/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mail to the accountant: written, opened in the mail program, never sent. */
#include "pages/reports/hw-reports-private.h"

#include "jobs/hw-say.h"
#include "jobs/report/hw-report-job.h"
#include "widgets/hw-errand.h"

#include <glib/gi18n.h>

void
hw_reports_files_clicked (HwReportsPage *self)
{
  if (self->outbox != NULL)
    hw_reports_show_folder (self, self->outbox);
  else
    hw_reports_say (self, _("Prepare the mail first: then its files and its text are there."));
}

void
hw_reports_text_clicked (HwReportsPage *self)
{
  if (self->mail_text == NULL)
    {
      hw_reports_say (self, _("Prepare the mail first: then its files and its text are there."));
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->mail_text);
  hw_reports_say (self, _("The text of the mail is copied. Paste it into a new mail."));
}

typedef struct
{
  HwReportsPage *page; /* (owned) */
  char          *path; /* (owned) */
} Draft;

static void
draft_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Draft *draft = data;
  g_autofree char *text = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, NULL))
    text = g_strdup (_("The mail is ready in your mail program. Nothing has been sent."));
  else
    /* Translators: %s is the path of a file. */
    text = g_strdup_printf (_("No mail program is set up on this computer. The mail is kept here: %s. "
                              "“Show files” and “Copy text” help you to write it elsewhere. Nothing has been sent."), draft->path);

  if (hw_page_get_desk (HW_PAGE (draft->page)) != NULL)
    hw_reports_say (draft->page, text);
  g_object_unref (draft->page);
  g_free (draft->path);
  g_free (draft);
}

static void
draft_written_cb (gpointer      owner,
                  gpointer      result,
                  const GError *error)
{
  HwReportsPage *self = owner;
  g_autoptr (HwReportFile) file = result;
  g_autofree char *uri = NULL;
  Draft *draft;

  self->at_work = FALSE;
  if (hw_page_get_desk (HW_PAGE (self)) == NULL)
    return;

  if (error != NULL)
    {
      const char *address = gtk_editable_get_text (GTK_EDITABLE (self->address_row));
      g_autofree char *text = hw_say_error (error, address);

      hw_state_page_show_ready (self->state_page);
      hw_reports_say (self, text);
      return;
    }

  g_free (self->outbox);
  self->outbox = g_path_get_dirname (file->path);
  g_free (self->mail_text);
  self->mail_text = g_strdup (file->body);
  hw_preferences_set_text (self->preferences, HW_REPORTS_ADDRESS, gtk_editable_get_text (GTK_EDITABLE (self->address_row)));
  hw_state_page_show_ready (self->state_page);
  draft = g_new0 (Draft, 1);
  draft->page = g_object_ref (self);
  draft->path = g_strdup (file->path);
  uri = g_filename_to_uri (file->path, NULL, NULL);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, draft_opened_cb, draft);
}

void
hw_reports_mail_clicked (HwReportsPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  const char *address = gtk_editable_get_text (GTK_EDITABLE (self->address_row));
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "headway", "Outbox", NULL);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  HwReportRequest *request;

  if (desk == NULL || hw_desk_get_session (desk) == NULL || self->at_work)
    return;

  if (*address == '\0')
    {
      hw_reports_say (self, _("Type your accountant’s e-mail address first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
      return;
    }

  self->at_work = TRUE;
  hw_reports_say (self, "");
  /* If it cannot be made, writing into it fails and says so. */
  g_mkdir_with_parents (folder, 0700);
  name = hw_report_propose_name (hw_desk_get_session (desk), ".eml");
  path = g_build_filename (folder, name, NULL);
  request = hw_report_request_new (path, address);
  request->keep_files = TRUE;
  request->language = hw_reports_dup_language (self);
  hw_errand_run (desk, &hw_report_job, request, self->state_page, draft_written_cb, self);
}
