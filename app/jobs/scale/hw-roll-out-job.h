/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out-job.h: what worked, used everywhere: worked out, and its waves made from a
 * short form. */
#pragma once

#include "domain/hw-roll-out.h"
#include "jobs/hw-session.h"
#include "jobs/journey/hw-entry-job.h"

G_BEGIN_DECLS

extern const HwJob hw_roll_out_job;    /* gint64 *initiative id -> HwRollOut, with its gates */

typedef struct
{
  gint64     id;                       /* the initiative */
  HwAnswers *answers;                  /* (owned) of hw_waves_form */
} HwWavesRequest;

HwWavesRequest *hw_waves_request_new  (gint64 id, const HwAnswers *answers) G_GNUC_WARN_UNUSED_RESULT; /* copies */
void            hw_waves_request_free (HwWavesRequest *self);

/* HwWavesRequest -> GArray of HwEntryChange: the waves as entries, and what was said of the
 * budget; in place of waves that were made so and are not done. BAD_INPUT. */
extern const HwJob hw_waves_job;
/* GArray of HwEntryChange -> GArray of HwEntryChange: all of it taken back, or none. */
extern const HwJob hw_waves_undo_job;

G_END_DECLS
