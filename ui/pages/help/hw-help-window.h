/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-help-window.h: the manual, a topic at a time. It needs no network: texts and
 * pictures are part of the program (resources/help/manual.xml).
 *
 * A page's topic has the page's id, "forecast"; dialogs name theirs ("import").
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_HELP_WINDOW (hw_help_window_get_type ())

G_DECLARE_FINAL_TYPE (HwHelpWindow, hw_help_window, HW, HELP_WINDOW, AdwWindow)

/* The topic the window shows; never NULL. */
const char *hw_help_window_get_topic (HwHelpWindow *self);

/* Opens the manual beside @parent at a topic, the first one if there is none of that
 * name; a manual that is open turns to it. Both can be used at once, also where @parent
 * is modal. */
void        hw_help_show             (GtkWindow *parent, const char *topic);

/* In a dialog's class_init: F1 opens the manual at its topic. */
void        hw_help_add_key          (GtkWidgetClass *klass, const char *topic);

G_END_DECLS
