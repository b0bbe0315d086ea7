/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-normal-loss.h: how far above the mean to stand for a given expected shortfall.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The z for which E (Z - z)+ of a standard normal is @loss, above 0. */
double hw_normal_loss_z (double loss);

G_END_DECLS
