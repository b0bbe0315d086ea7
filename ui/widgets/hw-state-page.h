/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-state-page.h: the four states of every page: nothing here yet, at work,
 * ready, and a problem.
 *
 * In:  which state, and its words; the ready state's content.
 * Out: "cancelled" and "try-again" when the owner asks for it.
 *
 * Work that is over in a blink does not replace what is on the screen: from
 * ready, busy and the notice show only after a moment.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_STATE_PAGE (hw_state_page_get_type ())

G_DECLARE_FINAL_TYPE (HwStatePage, hw_state_page, HW, STATE_PAGE, GtkWidget)

GtkWidget  *hw_state_page_new          (void);

void        hw_state_page_set_content  (HwStatePage *self, GtkWidget *content);

/* "empty", "busy", "ready" or "problem". */
const char *hw_state_page_get_state    (HwStatePage *self);

/* @action: of the one button, with its @button text; both may be NULL. */
void        hw_state_page_show_empty   (HwStatePage *self,
                                        const char  *icon,
                                        const char  *title,
                                        const char  *text,
                                        const char  *button,
                                        const char  *action);
/* Nothing of what was shown may be seen any more: busy at once. */
void        hw_state_page_reset        (HwStatePage *self);
void        hw_state_page_show_busy    (HwStatePage *self, const char *what);
void        hw_state_page_set_done     (HwStatePage *self, double done);  /* 0..1 */
void        hw_state_page_show_ready   (HwStatePage *self);
/* A thin bar above the ready state: what is shown is not of now. @at_work: with
 * progress and Cancel ("cancelled"), else with a button to try again. Gone with any
 * other state. */
void        hw_state_page_show_notice  (HwStatePage *self,
                                        const char  *text,
                                        gboolean     at_work,
                                        double       done);    /* 0..1 */
void        hw_state_page_hide_notice  (HwStatePage *self);
void        hw_state_page_show_problem (HwStatePage *self,
                                        const char  *title,
                                        const char  *text);

G_END_DECLS
