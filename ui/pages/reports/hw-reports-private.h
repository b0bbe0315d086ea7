/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reports-private.h: the Reports page's parts: what it holds, its languages, the mail,
 * and everything out. Private to pages/reports/. UI thread. */
#pragma once

#include "pages/reports/hw-reports-page.h"

G_BEGIN_DECLS

#define HW_REPORTS_ADDRESS "accountant" /* its name in the preferences */

struct _HwReportsPage
{
  HwPage         parent_instance;

  HwStatePage   *state_page;
  AdwComboRow   *preset_row;
  AdwComboRow   *time_row;
  AdwComboRow   *language_row;
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

/* Said at the foot of the page, where it is seen; "": nothing. */
void  hw_reports_say            (HwReportsPage *self, const char *text);
void  hw_reports_show_folder    (HwReportsPage *self, const char *folder);

/* The languages a report can be in, the window's first; the choice is kept. */
void  hw_reports_fill_languages (HwReportsPage *self);
/* "de"; NULL: the window's. */
char *hw_reports_dup_language   (HwReportsPage *self) G_GNUC_WARN_UNUSED_RESULT;

/* Callbacks of the template. */
void  hw_reports_mail_clicked   (HwReportsPage *self);
void  hw_reports_files_clicked  (HwReportsPage *self);
void  hw_reports_text_clicked   (HwReportsPage *self);
void  hw_reports_export_clicked (HwReportsPage *self);

G_END_DECLS
