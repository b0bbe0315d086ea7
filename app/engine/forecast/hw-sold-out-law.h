/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sold-out-law.h: how much was asked for, if it is known to be at least so much.
 *
 * In:  the mean of demand, how far it varies, what was sold when nothing was left.
 * Out: the mean and the variance of demand given that it was at least that.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A count: Poisson, or negative binomial with @variation beyond it, squared. */
double hw_sold_out_count_above  (double  mean,
                                 double  variation,
                                 double  least,
                                 double *variance);

/* A gamma with the squared variation @variation. */
double hw_sold_out_gamma_above  (double  mean,
                                 double  variation,
                                 double  least,
                                 double *variance);

double hw_sold_out_normal_above (double  mean,
                                 double  sd,
                                 double  least,
                                 double *variance);

G_END_DECLS
