/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-counts.h: chances of whole numbers: 0 pieces, 1, 2, ...
 *
 * In:  a mean and a variance, or a series and the catalogue it belongs to.
 * Out: values of equal chance; the family "counts": a product's own past, joined
 *      with what products like it sell.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

void hw_counts_atoms (double  mean,
                      double  variance,
                      gsize   n,
                      double *atoms);

extern const HwFamily hw_family_counts;

G_END_DECLS
