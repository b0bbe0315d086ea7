/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/reports/hw-reports-private.h"

#include "compat/hw-file-choice.h"
#include "jobs/report/hw-report-job.h"
#include "widgets/hw-errand.h"
#include "widgets/hw-names.h"
#include "widgets/hw-print.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HwReportsPage, hw_reports_page, HW_TYPE_PAGE)

static void
hw_reports_page_fill (HwPage *page)
{
  /* The page's words are always the same; what was saved stays said. */
}

void
hw_reports_say (HwReportsPage *self,
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
  hw_reports_say (self, "");
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
  hw_reports_say (self, text);
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
  request->language = hw_reports_dup_language (self);
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
  hw_reports_say (self, "");
  hw_errand_run (desk, &hw_report_job, new_request (self, path, NULL), self->state_page,
                 workbook_written_cb, self);
}

typedef struct
{
  HwReportsPage *page;   /* (owned) */
  char          *folder; /* (owned) */
} Shown;

static void
folder_shown_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Shown *shown = data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && hw_page_get_desk (HW_PAGE (shown->page)) != NULL)
    {
      /* Translators: %s is the path of a folder. */
      g_autofree char *text = g_strdup_printf (_("No program on this computer shows folders. The files are here: %s"), shown->folder);

      hw_reports_say (shown->page, text);
    }

  g_object_unref (shown->page);
  g_free (shown->folder);
  g_free (shown);
}

void
hw_reports_show_folder (HwReportsPage *self,
                        const char    *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  Shown *shown;

  if (uri == NULL)
    return;

  shown = g_new0 (Shown, 1);
  shown->page = g_object_ref (self);
  shown->folder = g_strdup (folder);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, folder_shown_cb, shown);
}

static void
show_clicked_cb (HwReportsPage *self)
{
  g_autofree char *folder = self->saved != NULL ? g_path_get_dirname (self->saved) : NULL;

  if (folder != NULL)
    hw_reports_show_folder (self, folder);
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

      hw_reports_say (self, text);
    }
  else if (printed)
    {
      hw_reports_say (self, _("The pages are with the printer."));
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
  hw_reports_say (self, "");
  hw_errand_run (desk, &hw_report_print_job, NULL, self->state_page, sheets_made_cb, self);
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
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, write_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, saved_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, HwReportsPage, status_label);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, hw_reports_text_clicked);
  gtk_widget_class_bind_template_callback (widget_class, hw_reports_files_clicked);
  gtk_widget_class_bind_template_callback (widget_class, hw_reports_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hw_reports_mail_clicked);
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
  hw_combo_row_name (self->language_row);
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
  address = hw_preferences_dup_text (preferences, HW_REPORTS_ADDRESS);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
  hw_reports_fill_languages (self);
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
