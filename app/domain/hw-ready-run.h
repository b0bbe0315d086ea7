/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ready-run.h: one run of the questions as it is kept.
 *
 * Answers: "DA1" -> "3" is what was told; "DA1!" -> "2" what the records showed in its
 * place on the day of the run, "?2" what they showed beside it. So a run can be worked
 * out again as it was, whatever the records show today.
 */
#pragma once

#include "domain/hw-readiness.h"

G_BEGIN_DECLS

/* Puts what was @measured (nullable) beside the answers, in place of what was there. */
void       hw_ready_run_keep       (HwAnswers *answers, const HwQuestionnaire *questionnaire, GPtrArray *measured);
/* The same back: of HwMeasured, without evidence. */
GPtrArray *hw_ready_run_measured   (const HwAnswers *answers, const HwQuestionnaire *questionnaire) G_GNUC_WARN_UNUSED_RESULT;

/* How many questions were answered with 0 to 4, "?" or "-". */
guint      hw_ready_run_count      (const HwAnswers *answers, const HwQuestionnaire *questionnaire);
/* The first key that is no question, or whose answer cannot be; NULL if all is well.
 * What was measured is not looked at. */
const char *hw_ready_run_find_fault (const HwAnswers *answers, const HwQuestionnaire *questionnaire);

/* How much @now is above @before: of dimension @d, or over all for -1. NAN unless both
 * have enough answers. */
double     hw_ready_run_change     (const HwReadiness *now, const HwReadiness *before, int d);

G_END_DECLS
