/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out-load.h: one roll-out worked out: its waves, their days, its money. Private
 * to jobs/.
 *
 * In:  the initiative, its verdict.
 * Out: all of HwRollOut but the gates.
 * Thread: the worker's.
 */
#pragma once

#include "domain/hw-roll-out.h"
#include "jobs/hw-session.h"
#include "jobs/scale/hw-gain.h"

G_BEGIN_DECLS

HwRollOut *hw_roll_out_load  (HwSession *session, const HwEntry *initiative, const HwVerdict *verdict, const HwTick *tick,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The parts. Each fills its own of @self. */
gboolean   hw_roll_out_days  (HwRollOut *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hw_roll_out_money (HwRollOut *self, HwSession *session, const HwVerdict *verdict, const HwTick *tick,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Each wave that is done beside those that had not begun. */
gboolean   hw_roll_out_judge (HwRollOut *self, HwSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A trial of one product that goes to others works on what these sell. */
void       hw_roll_out_widen (const HwRollOut *self, HwGain *gain);
/* Money gained from..to with @effect, in the share that worked then; all of it where there
 * are no waves. */
gboolean   hw_roll_out_gained (const HwRollOut *self, HwSession *session, const HwGain *gain, double effect, HwDay from, HwDay to,
                               double *money, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* When each wave was first said to be done, for good. */
gboolean   hw_roll_out_waves (HwSession *session, gint64 initiative_id, GPtrArray *waves, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Money for the hours in which people are shown how. */
double     hw_roll_out_training_cost (const HwRollOut *self, double people);

G_END_DECLS
