/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cholesky.h: small symmetric positive definite systems.
 *
 * In:  a matrix of a few dozen rows, row by row; only its lower half is read.
 * Out: its triangular root, solutions, the diagonal of its inverse.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_CHOLESKY_MAX 32

gboolean hw_cholesky              (double       *a,
                                   gsize         n);
void     hw_cholesky_solve        (const double *root,
                                   gsize         n,
                                   double       *b);
void     hw_cholesky_inverse_diag (const double *root,
                                   gsize         n,
                                   double       *diag);

G_END_DECLS
