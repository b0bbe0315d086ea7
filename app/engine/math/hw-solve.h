/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-solve.h: a few linear equations whose matrix is symmetric, as of least squares.
 *
 * In:  the matrix and the right side.
 * Out: the solution.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hw_solve_positive (double *a,
                        double *b,
                        gsize   n,
                        gsize   stride);

G_END_DECLS
