/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-safety-job.h: how careful to be, what must be in place, and the house rules on
 * one page. */
#pragma once

#include "domain/hw-safety.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  HwSafety  *safety;      /* (owned) */
  GPtrArray *risks;       /* (owned) of HwEntry: HW_ENTRY_RISK */
  GPtrArray *open;        /* (owned) those of @risks whose idea or trial is not over */
  GPtrArray *done;        /* (owned) of HwEntry: HW_ENTRY_DUTY */
} HwSafetyBook;

void hw_safety_book_free (HwSafetyBook *self);

extern const HwJob hw_safety_job;      /* NULL -> HwSafetyBook; a look-up */
/* Path (char *) -> gboolean * : the house rules as a page of PDF, made from the card and
 * what was answered; replaces the file. */
extern const HwJob hw_house_rules_job;
/* NULL -> GPtrArray of cairo_surface_t: the same page for a printer. */
extern const HwJob hw_house_rules_print_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSafetyBook, hw_safety_book_free)

G_END_DECLS
