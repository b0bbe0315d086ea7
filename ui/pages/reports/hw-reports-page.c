/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/reports/hw-reports-page.h"

#include "compat/hw-file-choice.h"
#include "jobs/hw-export-job.h"
#include "jobs/hw-report-job.h"
#include "jobs/hw-say.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"
#include "widgets/hw-print.h"

#include <glib/gi18n.h>

#define ADDRESS "accountant" /* its name in the preferences */

struct _HwReportsPage
{
  HwPage         parent_instance;

  HwStatePage   *state_page;
  AdwComboRow   *preset_row;
  AdwComboRow   *time_row;
  AdwActionRow  *write_row;
  AdwActionRow  *saved_row;
  AdwEntryRow   *address_row;
  GtkLabel      *status_label;

  HwPreferences *preferences;  /* borrowed */
  char          *saved;        /* (owned) (nullable) path of the last report */
  char          *outbox;       /* (owned) (nullable) folder of the last mail and its files */
  char          *mail_text;    /* (owned) (nullable) of that mail */
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
  g_clear_pointer (&self->outbox, g_free);
  g_clear_pointer (&self->mail_text, g_free);
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
  if (g_str_has_suffix (file->path, ".pdf"))
    /* Translators: %s is the path of a file. */
    text = g_strdup_printf (_("The pages are saved as %s."), file->path);
  else
    /* Translators: %s is the path of a file. */
    text = g_strdup_printf (_("The workbook is saved as %s."), file->path);
  say (self, text);
  hw_state_page_show_ready (self->state_page);
}

/* In the order of the rows. */
static HwReportPreset
preset_of (HwReportsPage *self)
{
  static const HwReportPreset presets[] = { HW_REPORT_ALL, HW_REPORT_BANK, HW_REPORT_OWNER };

  return presets[MIN (adw_combo_row_get_selected (self->preset_row), G_N_ELEMENTS (presets) - 1)];
}

static void
preset_changed_cb (HwReportsPage *self)
{
  static const char *const words[] = {
    [HW_REPORT_ALL] = N_("All sheets, from the summary down to each row and the file it came from, with inputs, checks and changes"),
    [HW_REPORT_BANK] = N_("The plan and the money: summary, year, forecast, stock, orders, figures, goals, and the rows they reach"),
    [HW_REPORT_OWNER] = N_("A few pages to read: the figures, what comes next, what to order, what is lost, your goals"),
  };
  const HwReportPreset preset = preset_of (self);

  adw_action_row_set_subtitle (self->write_row, _(words[preset]));
  gtk_widget_set_sensitive (GTK_WIDGET (self->time_row), preset != HW_REPORT_OWNER);
}

static HwReportRequest *
new_request (HwReportsPage *self,
             const char    *path,
             const char    *to)
{
  HwReportRequest *request = hw_report_request_new (path, to);

  request->preset = preset_of (self);
  request->time = (HwReportTime) MIN (adw_combo_row_get_selected (self->time_row), (guint) HW_REPORT_TIME_LAST_YEAR);
  return request;
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
  hw_errand_run (desk, &hw_report_job, new_request (self, path, NULL), self->state_page,
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
show_folder (HwReportsPage *self,
             const char    *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, folder_shown_cb, g_object_ref (self));
}

static void
show_clicked_cb (HwReportsPage *self)
{
  g_autofree char *folder = self->saved != NULL ? g_path_get_dirname (self->saved) : NULL;

  if (folder != NULL)
    show_folder (self, folder);
}

/* --- on paper --- */

static void
printed_cb (gpointer      owner,
            gboolean      printed,
            const GError *error)
{
  HwReportsPage *self = owner;

  if (error != NULL)
    {
      /* Translators: %s says what went wrong. */
      g_autofree char *text = g_strdup_printf (_("It was not printed: %s"), error->message);

      say (self, text);
    }
  else if (printed)
    {
      say (self, _("The pages are with the printer."));
    }
}

static void
sheets_made_cb (gpointer      owner,
                gpointer      result,
                const GError *error)
{
  HwReportsPage *self = owner;
  g_autoptr (GPtrArray) sheets = result;
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  self->at_work = FALSE;
  if (desk == NULL || hw_desk_get_session (desk) == NULL)
    return;
  if (error != NULL)
    {
      hw_errand_show_error (self->state_page, _("The pages could not be made"), error, NULL);
      return;
    }

  hw_state_page_show_ready (self->state_page);
  hw_print_sheets (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                   hw_session_get_business (hw_desk_get_session (desk))->name, sheets, printed_cb, self);
}

static void
print_clicked_cb (HwReportsPage *self)
{
  HwDesk *desk = hw_page_get_desk (HW_PAGE (self));

  if (desk == NULL || hw_desk_get_session (desk) == NULL || self->at_work)
    return;

  self->at_work = TRUE;
  say (self, "");
  hw_errand_run (desk, &hw_report_print_job, NULL, self->state_page, sheets_made_cb, self);
}

/* --- everything out --- */

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
  say (self, text);
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
  say (self, "");
  name = hw_report_propose_name (hw_desk_get_session (desk), "_files");
  hw_errand_run (desk, &hw_export_job, g_build_filename (path, name, NULL), self->state_page, exported_cb, self);
}

static void
export_clicked_cb (HwReportsPage *self)
{
  hw_file_choice_folder (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Where to write all data"), folder_chosen_cb, self);
}

/* --- the mail --- */

static void
files_clicked_cb (HwReportsPage *self)
{
  if (self->outbox != NULL)
    show_folder (self, self->outbox);
  else
    say (self, _("Prepare the mail first: then its files and its text are there."));
}

static void
text_clicked_cb (HwReportsPage *self)
{
  if (self->mail_text == NULL)
    {
      say (self, _("Prepare the mail first: then its files and its text are there."));
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->mail_text);
  say (self, _("The text of the mail is copied. Paste it into a new mail."));
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

  g_free (self->outbox);
  self->outbox = g_path_get_dirname (file->path);
  g_free (self->mail_text);
  self->mail_text = g_strdup (file->body);
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
  HwReportRequest *request;

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
  request = hw_report_request_new (path, address);
  request->keep_files = TRUE;
  hw_errand_run (desk, &hw_report_job, request, self->state_page, draft_written_cb, self);
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
  HwReportsPage *self = HW_REPORTS_PAGE (object);

  g_free (self->saved);
  g_free (self->outbox);
  g_free (self->mail_text);

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
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, preset_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, write_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, saved_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, status_label);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_clicked_cb);
}

static void
hw_reports_page_init (HwReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);
  hw_entry_row_name (self->address_row);
  hw_inner_names (GTK_WIDGET (self), _("Reports"));
  hw_combo_row_name (self->preset_row);
  hw_combo_row_name (self->time_row);
  preset_changed_cb (self);
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
  gboolean pages;
  g_autofree char *name = NULL;

  g_return_if_fail (HW_IS_REPORTS_PAGE (self));

  desk = hw_page_get_desk (HW_PAGE (self));
  if (desk == NULL || hw_desk_get_session (desk) == NULL)
    return;

  pages = preset_of (self) == HW_REPORT_OWNER;
  name = hw_report_propose_name (hw_desk_get_session (desk), pages ? ".pdf" : ".xlsx");
  hw_file_choice_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), pages ? _("Save the pages") : _("Save the workbook"),
                       pages ? HW_FILE_PDF : HW_FILE_WORKBOOK, name, path_chosen_cb, self);
}
