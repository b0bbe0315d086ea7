/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spread.h: what many draws of one sum say: their mean and the middle nine of ten.
 *
 * In:  draws, in the unit of what is drawn. Out: the same unit.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double mean, low, middle, high; /* 5, 50 and 95 % */
} HwSpread;

HwSpread hw_spread_take (double *values,
                         gsize   n);

G_END_DECLS
