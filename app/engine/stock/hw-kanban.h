/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kanban.h: how many cards (or bins) keep one item coming.
 *
 * In:  demand, waiting time, something to spare, how much one card stands for.
 * Out: a number of cards.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double daily;   /* expected demand a day [units], above 0 */
  double days;    /* from taking off a card until its goods are there, above 0, at most 366 */
  double extra;   /* to spare, as a share, 0 or more */
  double pack;    /* one card stands for so many [units], above 0 */
} HwKanbanInput;

gboolean hw_kanban_cards (const HwKanbanInput  *input,
                          guint                *cards,
                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
