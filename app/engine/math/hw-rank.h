/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-rank.h: medians and quantiles of plain arrays.
 *
 * In:  finite values. Out: the value at a rank; an array that is not const comes back
 *      in another order.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void   hw_rank_order    (double      *x,
                         gsize        n,
                         const gsize *ranks,
                         int          n_ranks);
double hw_rank_quantile (double      *x,
                         gsize        n,
                         double       p);
double hw_rank_sorted_quantile (const double *sorted,
                                gsize         n,
                                double        p);
double hw_rank_median   (double      *x,
                         gsize        n);

G_END_DECLS
