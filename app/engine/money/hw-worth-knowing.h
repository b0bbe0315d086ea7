/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-worth-knowing.h: what knowing more before deciding is worth, in money.
 *
 * In:  what a decision is thought to bring over not taking it: normal, with mean and sd.
 * Out: the loss that is expected from deciding now, and how much of it more data save.
 * Source: Raiffa and Schlaifer (1961), "Applied Statistical Decision Theory", chapter 5
 *      (unit normal loss).
 * Checked against: Monte Carlo of two million draws (tests/engine/test-hw-worth-knowing.c).
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of knowing for sure (EVPI): sd * loss (|mean| / sd); 0 without doubt. */
double hw_worth_knowing_all  (double mean, double sd);
/* Of one more look whose own standard error is @sd_new (EVSI). */
double hw_worth_knowing_more (double mean, double sd, double sd_new);

G_END_DECLS
