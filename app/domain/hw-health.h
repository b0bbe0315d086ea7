/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health.h: what the records are good for: each check with what was found, how many
 * rows it is about, what it stands in the way of and how to mend it.
 */
#pragma once

#include "core/hw-day.h"
#include "domain/hw-readiness.h"

G_BEGIN_DECLS

typedef enum
{
  HW_HEALTH_STOPS,     /* something cannot be worked out because of it */
  HW_HEALTH_HURTS,     /* figures are less sure because of it */
  HW_HEALTH_UNKNOWN,   /* there are no records to look at */
  HW_HEALTH_GOOD,
  HW_HEALTH_N,
} HwHealthGrade;

const char *hw_health_grade_id   (HwHealthGrade grade);
const char *hw_health_grade_name (HwHealthGrade grade); /* translated: "In the way" */

typedef struct
{
  char          *id;       /* (owned) "span" */
  HwHealthGrade  grade;
  const char    *name;     /* translated: "How far back your sales go" */
  char          *found;    /* (owned) translated: "22 months, from 3 Jan 2025 to 31 Oct 2026" */
  gint64         n_rows;   /* rows it is about; 0 if none */
  const char    *blocks;   /* translated: "A forecast of the year's season"; "" if nothing */
  const char    *mend;     /* translated: "Add your older sales files"; "" if nothing is to be done */
  const char    *way;      /* translated: the button's words; "" for none */
  const char    *action;   /* "win.page::data"; "" for none */
} HwHealthFinding;

typedef struct
{
  HwDay      as_of;
  GPtrArray *findings;     /* (owned) of HwHealthFinding, worst first */
  GPtrArray *measured;     /* (owned) of HwMeasured: the same records, as the questionnaire asks */
  guint      n[HW_HEALTH_N];
} HwHealth;

HwHealthFinding *hw_health_finding_new  (const char *id, HwHealthGrade grade) G_GNUC_WARN_UNUSED_RESULT;
void             hw_health_finding_free (HwHealthFinding *self);
HwHealth        *hw_health_new          (HwDay as_of) G_GNUC_WARN_UNUSED_RESULT;
void             hw_health_free         (HwHealth *self);
/* Sorts, worst first (then by what comes first for the forecast: the order they were
 * added in), and counts. */
void             hw_health_settle       (HwHealth *self);
/* (nullable) (transfer none) */
const HwHealthFinding *hw_health_find   (const HwHealth *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwHealth, hw_health_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwHealthFinding, hw_health_finding_free)

G_END_DECLS
