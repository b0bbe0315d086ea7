/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-moves.h: steps of an initiative along its state machine, one after the
 * other, each kept; gates before them ask first. */
#pragma once

#include "domain/hw-journey.h"
#include "widgets/hw-keep.h"

G_BEGIN_DECLS

#define HW_MOVES_MOST 3

/* Moves @entry through @states in order; its other answers are kept with it. Stops at
 * the first that is refused. @done (nullable) once, after the last or with its error;
 * without it an error is told in a dialog. Copies @entry. */
void hw_journey_move       (GtkWidget     *from,
                            HwDesk        *desk,
                            const HwEntry *entry,
                            const HwState *states,
                            guint          n,
                            const char    *said,
                            HwKeepFunc     done,
                            gpointer       owner);

/* The same, after the gates before @states were shown and passed. */
void hw_journey_move_gated (GtkWidget     *from,
                            HwDesk        *desk,
                            const HwTrial *trial,
                            const HwState *states,
                            guint          n,
                            const char    *said);

G_END_DECLS
