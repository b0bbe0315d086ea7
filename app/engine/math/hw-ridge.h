/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ridge.h: least squares held back towards zero, as strongly as the rows
 * themselves ask for.
 *
 * In:  rows of a few dozen columns and what each row led to.
 * Out: one coefficient for each column.
 * Pure, no chance. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_RIDGE_COLUMNS_MAX 64

gboolean hw_ridge_fit   (const double *x,
                         gsize         rows,
                         gsize         columns,
                         const double *y,
                         double       *beta,
                         double       *left_out);

gboolean hw_ridge_solve (const double *gram,
                         const double *penalty,
                         double        strength,
                         gsize         columns,
                         const double *moment,
                         double       *beta);

G_END_DECLS
