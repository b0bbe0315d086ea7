/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-file-choice.h: asks the owner for a file, in the desktop's own dialog.
 *
 * In:  a parent window, a title, what kinds of file to show. The dialog opens where the
 *      last one was done with, at first in the owner's Documents.
 * Out: the callback gets a path, or NULL if the owner changed their mind.
 * Thread: the window's.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HW_FILE_BUSINESS,  /* *.headway */
  HW_FILE_DATA,      /* tables of text */
  HW_FILE_WORKBOOK,  /* *.xlsx */
  HW_FILE_ORDER,     /* *.xlsx or *.csv */
  HW_FILE_PNG,       /* pictures */
  HW_FILE_SVG,
  HW_FILE_PDF,
  HW_FILE_TABLE,     /* *.csv */
  HW_FILE_CALENDAR,  /* *.ics */
} HwFileKind;

typedef void (*HwFileChoiceFunc) (gpointer    owner,
                                  const char *path); /* (nullable) */

/* @owner is kept alive until @done has run. */
void hw_file_choice_open (GtkWindow        *parent,
                          const char       *title,
                          HwFileKind        kind,
                          HwFileChoiceFunc  done,
                          gpointer          owner);

/* Asks before a file is overwritten. @name: what to propose. */
void hw_file_choice_save (GtkWindow        *parent,
                          const char       *title,
                          HwFileKind        kind,
                          const char       *name,
                          HwFileChoiceFunc  done,
                          gpointer          owner);

/* A folder, to put files into. */
void hw_file_choice_folder (GtkWindow        *parent,
                            const char       *title,
                            HwFileChoiceFunc  done,
                            gpointer          owner);

G_END_DECLS
