/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-mail.h"

#include "jobs/report/hw-report-job.h"
#include "jobs/report/hw-report-summary.h"
#include "report/hw-mail-draft.h"
#include "report/hw-workbook.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define FIGURES_TOLD 3
#define ENDING ".eml"

static char *
dup_body (HwSession      *session,
          const HwReport *report,
          const char     *book,
          const char     *pages)
{
  g_autofree char *figures = hw_report_summary_dup_lines (session, report, FIGURES_TOLD);

  /* Translators: text of a mail to the accountant; 1 the name of the business, 2 lines
   * with figures, 3 and 4 names of files. */
  return g_strdup_printf (_("Hello,\n\nhere are the current figures of %1$s:\n\n%2$s\nAttached:\n"
                            "- %3$s: the workbook. Its totals are live formulas; every figure leads to its rows.\n"
                            "- %4$s: a summary to read.\n\nKind regards\n"),
                          report->business->name, figures, book, pages);
}

char *
hw_report_mail_text_path (const char *path)
{
  return g_strdup_printf ("%.*s.txt", (int) (strlen (path) - strlen (ENDING)), path);
}

gboolean
hw_report_mail_write (HwSession       *session,
                      const HwReport  *report,
                      const char      *path,
                      const char      *to,
                      gboolean         keep_files,
                      char           **body,
                      const HwTick    *tick,
                      GError         **error)
{
  g_autofree char *folder = keep_files ? g_path_get_dirname (path) : g_dir_make_tmp ("headway-XXXXXX", error);
  g_autofree char *book_name = hw_report_propose_name (session, ".xlsx");
  g_autofree char *pages_name = hw_report_propose_name (session, ".pdf");
  g_autofree char *book = folder != NULL ? g_build_filename (folder, book_name, NULL) : NULL;
  g_autofree char *pages = folder != NULL ? g_build_filename (folder, pages_name, NULL) : NULL;
  g_autofree char *text = folder != NULL ? dup_body (session, report, book_name, pages_name) : NULL;
  /* Translators: subject of a mail; %s is the name of the business. */
  g_autofree char *subject = g_strdup_printf (_("Figures of %s"), report->business->name);
  g_autofree char *text_path = hw_report_mail_text_path (path);
  gboolean ok;

  if (folder == NULL)
    return FALSE;

  const HwMailDraft draft = {
    .to = to != NULL ? to : "", .subject = subject, .body = text, .attachment = book, .attachment_name = book_name,
    .second = pages, .second_name = pages_name, .date = report->as_of,
  };

  ok = hw_workbook_write (report, book, tick, error) &&
       hw_report_summary_write (session, report, pages, error) &&
       hw_mail_draft_write (&draft, path, error) &&
       (!keep_files || g_file_set_contents (text_path, text, -1, error));
  if (!keep_files)
    {
      g_unlink (book);
      g_unlink (pages);
      g_rmdir (folder);
    }
  if (ok && body != NULL)
    *body = g_steal_pointer (&text);

  return ok;
}
