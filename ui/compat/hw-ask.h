/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ask.h: one question with two answers, or one thing to tell.
 *
 * In:  words. Out: the callback, for a yes only. Thread: the window's.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*HwAskFunc) (gpointer owner);

/* @yes: the button's verb, without mnemonic. @owner lives until the answer. */
void hw_ask  (GtkWindow  *parent,
              const char *heading,
              const char *body,
              const char *yes,
              gboolean    takes_away,  /* the yes removes something */
              HwAskFunc   done,
              gpointer    owner);

/* Two ways to go on, and Cancel: @done is told whether @keep was chosen. */
typedef void (*HwAskKeepFunc) (gpointer owner,
                               gboolean keep);

void hw_ask_keep (GtkWindow     *parent,
                  const char    *heading,
                  const char    *body,
                  const char    *keep,
                  const char    *drop,   /* takes something away */
                  HwAskKeepFunc  done,
                  gpointer       owner);

void hw_tell (GtkWindow  *parent,
              const char *heading,
              const char *body);

G_END_DECLS
