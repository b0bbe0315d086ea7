/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-guard.h: limits that stop harm while a trial runs, even if its own figure shines.
 *
 * A guard is an entry of an initiative: metric, limit (of a week, in the metric's unit),
 * side ("least" or "most"), hard ("yes": crossing it once is enough), who, action. Its light: amber when the 90 % bound
 * on the side of harm crosses the limit, red when the whole 90 % range lies beyond it, or
 * a hard limit is crossed once.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-figure.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

extern const HwForm hw_guard_form;

/* A light that cannot be told; its colours and names are those of the figures. */
#define HW_LIGHT_NOT_KNOWN HW_LIGHT_NONE

typedef struct
{
  HwEntry  *guard;        /* (owned) */
  HwLight   light;
  double    value;        /* of the weeks of the trial, in the metric's unit; NAN */
  double    low, high;    /* 90 %; NAN */
  guint     n_weeks;
} HwGuardLight;

HwGuardLight *hw_guard_light_new  (const HwEntry *guard) G_GNUC_WARN_UNUSED_RESULT; /* not known */
void          hw_guard_light_free (HwGuardLight *self);
/* From @weeks (length @n, NAN: not known), one value a week of the trial. */
void          hw_guard_light_judge (HwGuardLight *self, const double *weeks, guint n);

/* The worst of @lights, an array of HwGuardLight: NOT_KNOWN below GREEN. */
HwLight       hw_guard_lights_worst (const GPtrArray *lights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwGuardLight, hw_guard_light_free)

G_END_DECLS
