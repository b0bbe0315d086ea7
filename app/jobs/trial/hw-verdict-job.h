/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict-job.h: one initiative's trial, judged. */
#pragma once

#include "domain/hw-gate.h"
#include "domain/hw-verdict.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_verdict_job; /* gint64 *initiative id -> HwVerdict */

/* NULL -> GArray of gint64: the open trials that are to be kept by their own figure, and
 * that something else speaks against. */
extern const HwJob hw_verdict_buts_job;

typedef struct
{
  gint64 initiative_id;
  HwGate gate;
} HwGateRequest;

extern const HwJob hw_gate_job;    /* HwGateRequest -> GArray of HwGateLine */

G_END_DECLS
