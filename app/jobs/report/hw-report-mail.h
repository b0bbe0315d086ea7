/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-mail.h: the mail with the workbook and the summary in it. Private to the
 * jobs that write reports. */
#pragma once

#include "jobs/hw-session.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

/* Where the text of a draft at @path is kept: "NAME.txt". */
char    *hw_report_mail_text_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the draft at @path, with both files inside, and @keep_files them and its text beside it; @body (out): the text of the mail. */
gboolean hw_report_mail_write (HwSession       *session,
                               const HwReport  *report,
                               const char      *path,
                               const char      *to,
                               gboolean         keep_files,
                               char           **body,
                               const HwTick    *tick,
                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
