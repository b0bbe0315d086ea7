/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sort.h: plain numbers in order.
 *
 * In:  numbers, infinite ones too, none of them NAN.
 * Out: the same from the smallest to the largest.
 * Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hw_sort_doubles (double *x,
                      gsize   n);

G_END_DECLS
