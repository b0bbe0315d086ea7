/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-harm-stop.h: how likely harm must be before a trial is stopped for it, if it is
 * looked at every week.
 *
 * In:  how many looks, the share of harmless trials that may be stopped over all of them.
 * Out: the chance of harm from which on to stop, and the share that a chance of 0.95 at
 *      each look alone would stop.
 * Source: repeated tests on data that add up: Armitage, McPherson and Rowe (1969), JRSS A 132(2).
 * Pure; the same seed gives the same bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double limit;  /* chance of harm: stop from it on */
  double alone;  /* share of harmless trials that 0.95 at each look would stop */
} HwHarmStop;

/* @n_looks: 1 or more; @alpha in (0, 1). A trial that does just as much harm as is
 * tolerated counts as harmless: one that does less is stopped less often. */
gboolean hw_harm_stop_run (guint       n_looks,
                           double      alpha,
                           guint       n_draws,
                           guint64     seed,
                           HwHarmStop *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
