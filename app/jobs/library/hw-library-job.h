/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-library-job.h: every metric with its value in this business: worked out, typed in
 * or asked for, with trend, light and what is due. */
#pragma once

#include "domain/hw-figure.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay       as_of;
  GArray     *figures;     /* (owned) of HwFigure, in the table's order, own ones last */
  GPtrArray  *own;         /* (owned) of HwMetric: those the owner made up, alive as long as this */
  GPtrArray  *watches;     /* (owned) of HwEntry: HW_ENTRY_WATCH */
  GPtrArray  *typed;       /* (owned) of HwEntry: HW_ENTRY_FIGURE and HW_ENTRY_SURVEY, newest day first */
  char       *run_id;      /* (owned) of the figures: hw_session_dup_run_id() */
  guint       n_due, n_pinned;
} HwLibrary;

void            hw_library_free (HwLibrary *self);
/* (nullable) (transfer none) */
const HwFigure *hw_library_find (const HwLibrary *self, const char *metric);
/* (nullable) (transfer none) */
const HwEntry  *hw_library_find_watch (const HwLibrary *self, const char *metric);
/* The watch of a metric, to be changed and kept: a copy of the one among @watches (of
 * HwEntry), or a new one. */
HwEntry        *hw_library_make_watch (GPtrArray *watches, const char *metric) G_GNUC_WARN_UNUSED_RESULT;
/* The day a value or a survey is of. */
HwDay           hw_library_typed_day  (const HwEntry *entry);

extern const HwJob hw_library_job; /* NULL -> HwLibrary; also without any sales */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLibrary, hw_library_free)

G_END_DECLS
