/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-undo-board.h: where a window says what was changed last, and takes back one change
 * after the other, the last one first.
 *
 * In:  the overlay for toasts; changes, from hw_undo_offer().
 * Out: "changed" when the last change is another. Thread: the window's.
 */
#pragma once

#include "widgets/hw-undo.h"

G_BEGIN_DECLS

#define HW_TYPE_UNDO_BOARD (hw_undo_board_get_type ())

G_DECLARE_FINAL_TYPE (HwUndoBoard, hw_undo_board, HW, UNDO_BOARD, GObject)

/* Found from every widget of the window @overlay is in, and of its dialogs. */
HwUndoBoard *hw_undo_board_new        (AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE: no business is open; what was offered is forgotten. */
void         hw_undo_board_set_active (HwUndoBoard *self, gboolean active);

/* What was done last, or taken back last; "" if nothing was. */
const char  *hw_undo_board_get_text   (HwUndoBoard *self);
gboolean     hw_undo_board_can_undo   (HwUndoBoard *self);
/* What is taken back next; NULL if nothing can be. */
const char  *hw_undo_board_get_next   (HwUndoBoard *self);
void         hw_undo_board_undo       (HwUndoBoard *self);

G_END_DECLS
