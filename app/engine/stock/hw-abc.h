/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-abc.h: which products matter (ABC by money) and how evenly they sell (XYZ).
 *
 * Pure: no files, no clock, no globals.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A: the products that make the first 80 % of @value, B: up to 95 %, C: the rest.
 * Equal values keep their order. Negative values count as 0.
 * @classes: (array length=n) (out): 0, 1, 2 for A, B, C. */
void hw_abc_classify (const double *value,
                      gsize         n,
                      guint8       *classes);

/* Coefficient of variation of one product's weekly sales: X up to 0.5, Y up to
 * 1.0, Z above or unknown. @weekly: (array length=n), at least 4 values; else Z. */
guint8 hw_xyz_classify (const double *weekly,
                        gsize         n);

/* How well an item can be foretold: mean absolute error of its forecast over its
 * mean demand, both for the same span: X up to 0.4, Y up to 0.8, Z above or unknown. */
guint8 hw_xyz_by_error (double        error,
                        double        mean);

G_END_DECLS
