/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-sheet.h: a small window with a few fields that are filled in together, and
 * what is wrong said in words inside it.
 *
 * In:  a format, today, questions with what is answered so far.
 * Out: the answers, each right by its own kind and limits, to whoever keeps them.
 * Thread: the window's.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_ORDER_SHEET (hw_order_sheet_get_type ())

G_DECLARE_FINAL_TYPE (HwOrderSheet, hw_order_sheet, HW, ORDER_SHEET, AdwWindow)

/* Closes the sheet, or says in it what is wrong. */
typedef void (*HwSheetFunc) (HwOrderSheet *sheet, const HwAnswers *answers, gpointer data);

/* @format is borrowed: @keeper, which owns it, is held. @text: above the fields (nullable).
 * @yes: the button's verb. */
GtkWidget *hw_order_sheet_new     (GtkWidget *from, GObject *keeper, const HwFormat *format, HwDay today,
                                   const char *title, const char *text, const char *yes);

/* @question lives as long as the sheet. @id: of its answer; NULL: the question's own.
 * @label: NULL: the question's. */
void       hw_order_sheet_add     (HwOrderSheet *self, const HwQuestion *question, const char *id, const char *label,
                                   const char *answer);
/* After the fields: the first of them has the focus. */
void       hw_order_sheet_on_done (HwOrderSheet *self, HwSheetFunc done, gpointer data, GDestroyNotify free_data);

GObject   *hw_order_sheet_get_keeper (HwOrderSheet *self);
/* NULL takes it back. */
void       hw_order_sheet_say     (HwOrderSheet *self, const char *problem);
/* While what was entered is being kept it is not asked for twice. */
void       hw_order_sheet_set_busy (HwOrderSheet *self, gboolean busy);

G_END_DECLS
