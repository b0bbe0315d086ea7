/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gate-assess.h: what was found when the business was assessed, for the gates.
 *
 * In:  the initiative of the facts.
 * Out: the part of the facts that comes from the questions, the safety list, the risk
 *      and the data of its idea; what is not known stays open.
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-gate.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/assess/hw-safety-job.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  HwReadyRun   *run;     /* (owned) (nullable) the last one */
  HwSafetyBook *safety;  /* (owned) */
  double        ready;   /* of the data of its idea */
} HwGateAssess;

/* @self holds what @facts point at. */
gboolean hw_gate_assess       (HwGateAssess  *self,
                               HwSession     *session,
                               HwStore       *store,
                               HwGateFacts   *facts,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_gate_assess_clear (HwGateAssess  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwGateAssess, hw_gate_assess_clear)

G_END_DECLS
