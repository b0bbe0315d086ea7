/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-input-shift.h: does what comes in look unlike what came in before?
 *
 * The population stability index of counts in bins, held against what two samples of the
 * same kind differ by: with few rows large indices are chance.
 *
 * In:  counts in bins, then and now.
 * Out: the index, its limit: max (0.2, chi2 (.99, bins - 1) (1/n + 1/m)).
 * Source: Yurdakul and Naranjo (2020), Journal of Risk Model Validation 14 (the index is
 *      chi-squared times 1/n + 1/m); 0.2 is the custom of its users.
 * Checked against: scipy's chi-squared quantiles (tests/engine/test-hw-input-shift.c).
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_INPUT_SHIFT_BINS 32

typedef struct
{
  double index, limit;
  gsize  most;           /* the bin that says most of it */
  double then, now;      /* its share, then and now */
} HwInputShift;

/* @then, @now: counts, length @bins, 2 to HW_INPUT_SHIFT_BINS; half a row is added to an
 * empty bin. Bins empty in both count as none. FALSE where either has no rows or fewer than
 * two bins are left. */
gboolean hw_input_shift_run (const double *then,
                             const double *now,
                             gsize         bins,
                             HwInputShift *result);

G_END_DECLS
