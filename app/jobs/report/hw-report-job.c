/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-job.h"

#include "core/hw-error.h"
#include "jobs/report/hw-report-draft.h"
#include "jobs/report/hw-report-mail.h"
#include "jobs/report/hw-report-process.h"
#include "jobs/report/hw-report-summary.h"
#include "report/hw-workbook.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

HwReportRequest *
hw_report_request_new (const char *path,
                       const char *to)
{
  HwReportRequest *self = g_new0 (HwReportRequest, 1);

  self->path = g_strdup (path);
  self->to = g_strdup (to);
  return self;
}

void
hw_report_request_free (HwReportRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->to);
  g_free (self->language);
  g_free (self);
}

void
hw_report_file_free (HwReportFile *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->body);
  g_free (self);
}

/* The days that Summary looks at; none: as the figures. */
static void
choose_time (HwReport              *report,
             const HwReportRequest *wish)
{
  const HwYear *year = report->year;

  report->from = report->to = HW_DAY_NONE;
  switch (wish->time)
    {
    case HW_REPORT_TIME_YEAR:
      report->from = MAX (year->span.from, report->first_day);
      report->to = MIN (year->span.to, report->last_day);
      break;

    case HW_REPORT_TIME_LAST_YEAR:
      {
        const HwFiscalSpan before = hw_fiscal_year_named (&year->fiscal, year->span.year - 1);

        report->from = before.from;
        report->to = before.to;
      }
      break;

    case HW_REPORT_TIME_DAYS:
      report->from = wish->from;
      report->to = wish->to_day;
      break;

    case HW_REPORT_TIME_USUAL:
      break;
    }
}

static gboolean
write_file (HwSession              *session,
            const HwReport         *report,
            const HwReportRequest  *wish,
            HwReportFile           *file,
            const HwTick           *tick,
            GError                **error)
{
  if (g_str_has_suffix (wish->path, ".eml"))
    return hw_report_mail_write (session, report, wish->path, wish->to, wish->keep_files, &file->body, tick, error);

  return g_str_has_suffix (wish->path, ".pdf") ? hw_report_summary_write (session, report, wish->path, error)
         : hw_workbook_write (report, wish->path, tick, error);
}

/* In the language of the program. */
static gboolean
write_here (HwSession              *session,
            const HwReportRequest  *wish,
            HwReportFile           *file,
            const HwTick           *tick,
            GError                **error)
{
  g_auto (HwReportDraft) draft = { 0 };

  if (!hw_report_draft_load (&draft, session, tick, error))
    return FALSE;

  draft.report.preset = wish->preset;
  choose_time (&draft.report, wish);
  return write_file (session, &draft.report, wish, file, tick, error);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const HwReportRequest *wish = request;
  g_autoptr (HwReportFile) file = g_new0 (HwReportFile, 1);
  GStatBuf info;

  file->path = g_strdup (wish->path);
  if (wish->language != NULL ? !hw_report_process_write (session, wish, &file->body, tick, error)
      : !write_here (session, wish, file, tick, error))
    return NULL;

  if (g_stat (wish->path, &info) != 0)
    {
      g_set_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "%s: %s", wish->path, g_strerror (errno));
      return NULL;
    }

  file->bytes = info.st_size;
  return g_steal_pointer (&file);
}

static gpointer
run_print (HwSession      *session,
           gconstpointer   request,
           const HwTick   *tick,
           GError        **error)
{
  g_auto (HwReportDraft) draft = { 0 };

  if (!hw_report_draft_load (&draft, session, tick, error))
    return NULL;

  draft.report.preset = HW_REPORT_OWNER;
  return hw_report_summary_sheets (session, &draft.report);
}

const HwJob hw_report_job = {
  "report", N_("Writing the workbook"), run,
  (GDestroyNotify) hw_report_request_free, (GDestroyNotify) hw_report_file_free, FALSE
};

const HwJob hw_report_print_job = {
  "report-print", N_("Making the pages"), run_print, NULL, (GDestroyNotify) g_ptr_array_unref, FALSE
};

/* Letters and digits of any language stay; what a file system or a mail program
 * may stumble over becomes a low line. */
char *
hw_report_propose_name (const HwSession *session,
                        const char      *ending)
{
  g_autoptr (GString) name = g_string_new (NULL);
  int y, m, d;

  for (const char *p = hw_session_get_business (session)->name; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }

  while (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);

  hw_day_to_ymd (hw_session_get_today (session), &y, &m, &d);
  g_string_append_printf (name, "%s%s_%04d-%02d%s", name->len > 0 ? "_" : "", _("Report"), y, m, ending);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
