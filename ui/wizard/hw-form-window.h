/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-form-window.h: one form in a window of its own: goes on with what was saved for
 * later, and keeps the answers when it is done.
 *
 * In:  the widget it was asked from, an open desk, a form, the entry its answers
 *      belong to (id 0: a new one).
 * Out: the entry kept, with Undo; or a draft; or nothing.
 */
#pragma once

#include "models/hw-desk.h"
#include "widgets/hw-keep.h"
#include "wizard/hw-form-view.h"

G_BEGIN_DECLS

#define HW_TYPE_FORM_WINDOW (hw_form_window_get_type ())

G_DECLARE_FINAL_TYPE (HwFormWindow, hw_form_window, HW, FORM_WINDOW, AdwWindow)

/* Keeps @entry, whose answers are complete; @done with @owner once that is over. */
typedef void (*HwFormKeepFunc) (GtkWidget     *from,
                                HwDesk        *desk,
                                const HwEntry *entry,
                                HwKeepFunc     done,
                                gpointer       owner,
                                gpointer       data);

/* Copies @entry. @last: of the last button, "Save the goal"; @said: "Goal saved". */
GtkWidget  *hw_form_window_new       (GtkWidget      *from,
                                      HwDesk         *desk,
                                      const HwForm   *form,
                                      const HwEntry  *entry,
                                      const char     *last,
                                      const char     *said);
/* Something else than to keep the entry as it is. */
void        hw_form_window_set_keep  (HwFormWindow   *self,
                                      HwFormKeepFunc  keep,
                                      gpointer        data,
                                      GDestroyNotify  free_data);
/* At this question instead of the first that has no right answer: for an entry that is
 * kept already, but is new to this form. Before the window is shown. */
void        hw_form_window_begin_at  (HwFormWindow   *self,
                                      const char     *question);
/* A few answers about @about (nullable), done at once: nothing is left for later. */
void        hw_form_window_set_short (HwFormWindow   *self,
                                      const char     *about);
HwFormView *hw_form_window_get_view  (HwFormWindow   *self);

G_END_DECLS
