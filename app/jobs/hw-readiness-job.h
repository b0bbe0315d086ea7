/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-readiness-job.h: the questions, what was answered, what the records show, and
 * every run so far. */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-readiness.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  HwEntry     *entry;      /* (owned) a run, or the draft of one */
  HwReadiness *result;     /* (owned) with what was measured on its day; the draft's: today */
} HwReadyRun;

typedef struct
{
  const HwQuestionnaire *questionnaire; /* content: as long as the program runs */
  GPtrArray             *measured;      /* (owned) of HwMeasured, today */
  HwReadyRun            *draft;         /* (owned) (nullable) begun and not closed */
  GPtrArray             *runs;          /* (owned) of HwReadyRun, T0 first */
} HwReadinessBook;

void hw_readiness_book_free (HwReadinessBook *self);

extern const HwJob hw_readiness_job; /* NULL -> HwReadinessBook; also without any sales */

/* The answers of a run are kept by hw_entry_save_job: a draft while answering, without
 * `draft` to close it. A closed run also keeps what was measured ("DA1!" -> "3"), so
 * that it can be worked out again as it was. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReadinessBook, hw_readiness_book_free)

G_END_DECLS
