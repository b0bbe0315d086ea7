/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-work.h: one piece of work that runs or waits, for a list of them.
 *
 * In:  what it is, how far it is. Out: "changed" for what is shown of it, "stopped"
 *      when the owner wants no more of it. Thread: the window's.
 */
#pragma once

#include "jobs/hw-session.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  HW_STAGE_WAITING,
  HW_STAGE_RUNNING,
  HW_STAGE_STOPPING,  /* the owner stopped it; the worker has not heard yet */
} HwStage;

#define HW_TYPE_WORK (hw_work_get_type ())

G_DECLARE_FINAL_TYPE (HwWork, hw_work, HW, WORK, GObject)

HwWork      *hw_work_new         (const HwJob *job, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

const HwJob *hw_work_get_job     (HwWork *self);
const char  *hw_work_get_title   (HwWork *self);   /* translated: "Working out the forecast" */
HwStage      hw_work_get_stage   (HwWork *self);
double       hw_work_get_done    (HwWork *self);   /* 0..1 */
double       hw_work_get_seconds (HwWork *self);   /* since it began; 0 while it waits */

/* The worker has begun, or is this far. */
void         hw_work_set_done    (HwWork *self, double done);
void         hw_work_stop        (HwWork *self);

G_END_DECLS
