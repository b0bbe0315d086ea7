/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/reports/hw-reports-page.h"

#include "compat/hw-file-choice.h"
#include "jobs/hw-report-job.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"

#include <glib/gi18n.h>

#define ADDRESS "accountant" /* its name in the preferences */

struct _HwReportsPage
{
  HwPage         parent_instance;

  HwStatePage   *state_page;
  AdwActionRow  *saved_row;
  AdwEntryRow   *address_row;
  GtkLabel      *status_label;

  HwPreferences *preferences;  /* borrowed */
  char          *saved;        /* (owned) (nullable) path of the last workbook */
  gboolean       at_work;
};

G_DEFINE_FINAL_TYPE (HwReportsPage, hw_reports_page, HW_TYPE_PAGE)

static void
hw_reports_page_fill (HwPage *page)
{
  /* The page's words are always the same; what was saved stays said. */
}

static void
say (HwReportsPage *self,
     const char    *text)
{
  gtk_label_set_text (self->status_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), *text != '\0');
}

static void
hw_reports_page_forget (HwPage *page)
{
  HwReportsPage *self = HW_REPORTS_PAGE (page);

  g_clear_pointer (&self->saved, g_free);
  self->at_work = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->saved_row), FALSE);
  say (self, "");
}

static void
show_problem (HwReportsPage *self,
              const GError  *error,
              const char    *path)
{
  g_autofree char *where = g_path_get_basename (path);

  hw_errand_show_error (self->state_page, _("The file was not written"), error, where);
}

static void
workbook_written_cb (gpointer      owner,
                     gpointer      result,
                     const GError *error)
{
  HwReportsPage *self = owner;
  g_autoptr (HwReportFile) file = result;
  g_autofree char *text = NULL;

  self->at_work = FALSE;
  if (hw_page_get_desk (HW_PAGE (self)) == NULL)
    return;
  if (error != NULL)
    {
      show_problem (self, error, self->saved);
      return;
    }

  adw_action_row_set_subtitle (self->saved_row, file->path);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_row), TRUE);
  /* Translators: %s is the path of a file. */
  text = g_strdup_printf (_("The workbook is saved as %s."), file->path);
  say (self, text);
  hw_state_page_show_ready (self->state_page);
}

static void
path_chosen_cb (gpointer    owner,
                const char *path)
{
  HwReportsPage *self = owner;
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  if (path == NULL || desk == NULL || hw_desk_get_session (desk) == NULL || self->at_work)
    return;

  self->at_work = TRUE;
  g_free (self->saved);
  self->saved = g_strdup (path);
  say (self, "");
  hw_errand_run (desk, &hw_report_job, hw_report_request_new (path, NULL), self->state_page,
                 workbook_written_cb, self);
}

static void
folder_shown_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (HwReportsPage) self = data;

  if (g_app_info_launch_default_for_uri_finish (result, NULL) || self->saved == NULL ||
      hw_page_get_desk (HW_PAGE (self)) == NULL)
    return;

  say (self, _("No program on this computer shows folders. The path above says where the file is."));
}

static void
show_clicked_cb (HwReportsPage *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;

  if (self->saved == NULL)
    return;

  folder = g_path_get_dirname (self->saved);
  uri = g_filename_to_uri (folder, NULL, NULL);
  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, folder_shown_cb, g_object_ref (self));
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
                              "Nothing has been sent."), draft->path);

  if (hw_page_get_desk (HW_PAGE (draft->page)) != NULL)
    say (draft->page, text);
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
      say (self, text);
      return;
    }

  hw_preferences_set_text (self->preferences, ADDRESS, gtk_editable_get_text (GTK_EDITABLE (self->address_row)));
  hw_state_page_show_ready (self->state_page);
  draft = g_new0 (Draft, 1);
  draft->page = g_object_ref (self);
  draft->path = g_strdup (file->path);
  uri = g_filename_to_uri (file->path, NULL, NULL);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, draft_opened_cb, draft);
}

static void
mail_clicked_cb (HwReportsPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));
  const char *address = gtk_editable_get_text (GTK_EDITABLE (self->address_row));
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "headway", "Outbox", NULL);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (desk == NULL || hw_desk_get_session (desk) == NULL || self->at_work)
    return;

  if (*address == '\0')
    {
      say (self, _("Type your accountant’s e-mail address first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
      return;
    }

  self->at_work = TRUE;
  say (self, "");
  /* If it cannot be made, writing into it fails and says so. */
  g_mkdir_with_parents (folder, 0700);
  name = hw_report_propose_name (hw_desk_get_session (desk), ".eml");
  path = g_build_filename (folder, name, NULL);
  hw_errand_run (desk, &hw_report_job, hw_report_request_new (path, address), self->state_page,
                 draft_written_cb, self);
}

/* After a problem the page itself stands there again. */
static void
again_cb (HwReportsPage *self)
{
  if (hw_desk_get_state (hw_page_get_desk (HW_PAGE (self)), HW_TOPIC_FORECAST) == HW_WORK_READY)
    hw_state_page_show_ready (self->state_page);
}

static void
hw_reports_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (hw_reports_page_parent_class)->dispose (object);
}

static void
hw_reports_page_finalize (GObject *object)
{
  g_free (HW_REPORTS_PAGE (object)->saved);

  G_OBJECT_CLASS (hw_reports_page_parent_class)->finalize (object);
}

static void
hw_reports_page_class_init (HwReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_reports_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_reports_page_finalize;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_FORECAST);
  page_class->fill = hw_reports_page_fill;
  page_class->forget = hw_reports_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/reports/hw-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, saved_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, status_label);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_clicked_cb);
}

static void
hw_reports_page_init (HwReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
  hw_entry_row_name (self->address_row);
  hw_inner_names (GTK_WIDGET (self), _("Reports"));
  g_signal_connect_object (self->state_page, "try-again", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

void
hw_reports_page_set_preferences (HwReportsPage *self,
                                 HwPreferences *preferences)
{
  g_autofree char *address = NULL;

  g_return_if_fail (HW_IS_REPORTS_PAGE (self));

  self->preferences = preferences;
  address = hw_preferences_dup_text (preferences, ADDRESS);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
}

void
hw_reports_page_save (HwReportsPage *self)
{
  HwDesk *desk;
  g_autofree char *name = NULL;

  g_return_if_fail (HW_IS_REPORTS_PAGE (self));

  desk = hw_page_get_desk (HW_PAGE (self));
  if (desk == NULL || hw_desk_get_session (desk) == NULL)
    return;

  name = hw_report_propose_name (hw_desk_get_session (desk), ".xlsx");
  hw_file_choice_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save the workbook"),
                       HW_FILE_WORKBOOK, name, path_chosen_cb, self);
}
