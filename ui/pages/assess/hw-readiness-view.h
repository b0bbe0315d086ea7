/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-readiness-view.h: how ready a business is: the level and what holds it back, a bar
 * per part with its range, where words and records differ, and every run so far. */
#pragma once

#include "jobs/assess/hw-readiness-job.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_READINESS_VIEW (hw_readiness_view_get_type ())

G_DECLARE_FINAL_TYPE (HwReadinessView, hw_readiness_view, HW, READINESS_VIEW, AdwBin)

GtkWidget *hw_readiness_view_new  (void);
/* @result: of the last run, or of what is answered so far. */
void       hw_readiness_view_fill (HwReadinessView       *self,
                                   HwDesk                *desk,
                                   const HwReadinessBook *book,
                                   const HwReadiness     *result);

/* "43 of 100, between 38 and 52", or that it is too early to say. */
char      *hw_say_readiness       (const HwReadiness *result, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
