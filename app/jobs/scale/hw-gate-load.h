/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gate-load.h: everything that the gates of one initiative look at. Private to jobs/.
 *
 * Thread: the worker's.
 */
#pragma once

#include "domain/hw-roll-out.h"
#include "jobs/hw-session.h"
#include "jobs/scale/hw-gate-assess.h"

G_BEGIN_DECLS

typedef struct
{
  HwGateFacts  facts;      /* point at what follows */
  HwEntry     *initiative; /* (owned) */
  HwGateAssess assess;
  GPtrArray   *check_ins;  /* (owned) */
  GPtrArray   *roll_out;   /* (owned) */
  HwVerdict   *verdict;    /* (owned) (nullable) */
  HwRollOut   *scale;      /* (owned) (nullable) */
} HwGateLoad;

gboolean hw_gate_load       (HwGateLoad *self, HwSession *session, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* After that: the verdict, and the roll-out with its money; long. */
gboolean hw_gate_load_scale (HwGateLoad *self, HwSession *session, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_gate_load_clear (HwGateLoad *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwGateLoad, hw_gate_load_clear)

G_END_DECLS
