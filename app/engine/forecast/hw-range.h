/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-range.h: from a mean and a spread to the ranges of a forecast.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hw_range_quantile    (double   mean,
                             double   sd,
                             gboolean non_negative,
                             double   p);

double hw_range_with_nothing (double  mean,
                              double  sd,
                              double  nothing,
                              double  p);

G_END_DECLS
