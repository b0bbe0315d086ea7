/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-box-cox.h: a power that makes a series scatter alike at all its levels, and the
 * way back.
 *
 * In:  a positive series; or one value, or the mean and spread of a forecast.
 * Out: the power; the value on the other scale.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hw_box_cox_guerrero   (const double  *y,
                                gsize          n,
                                int            season,
                                double        *lambda,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_box_cox_likelihood (const double  *y,
                                gsize          n,
                                int            season,
                                double        *lambda,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

double   hw_box_cox            (double         y,
                                double         lambda);
double   hw_box_cox_back       (double         x,
                                double         lambda);
double   hw_box_cox_back_mean  (double         x,
                                double         sd,
                                double         lambda);

G_END_DECLS
