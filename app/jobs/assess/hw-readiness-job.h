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
  GPtrArray   *measured;   /* (owned) of HwMeasured, on its day (without evidence); the draft's: today */
  HwReadiness *result;     /* (owned) with what was measured */
} HwReadyRun;

typedef struct
{
  const HwQuestionnaire *questionnaire; /* content: as long as the program runs */
  GPtrArray             *measured;      /* (owned) of HwMeasured, today */
  HwReadyRun            *draft;         /* (owned) (nullable) begun and not closed */
  GPtrArray             *runs;          /* (owned) of HwReadyRun, T0 first */
  HwDay                  again;         /* half a year after the last run; HW_DAY_NONE without one */
} HwReadinessBook;

void hw_ready_run_free      (HwReadyRun *self);
void hw_readiness_book_free (HwReadinessBook *self);

/* How many questions have no answer: in the draft, else in the last run. */
guint hw_readiness_book_count_open (const HwReadinessBook *self);

extern const HwJob hw_readiness_job; /* NULL -> HwReadinessBook; also without any sales; a look-up */

/* The answers of a run are kept by hw_entry_save_job: a draft while answering, without
 * `draft` to close it (BAD_INPUT for an answer that cannot be, or none at all). A closed
 * run also keeps what was measured, which that job adds: domain/hw-ready-run.h. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReadinessBook, hw_readiness_book_free)

G_END_DECLS
