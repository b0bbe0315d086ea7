/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-special.h: probabilities and quantiles of the normal, the gamma and the
 * negative binomial distribution.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hw_normal_density   (double z);
double hw_normal_below     (double z);
double hw_normal_quantile  (double p);

/* Mean of a standard normal above @z. */
double hw_normal_mean_above (double z);

/* As lgamma(), which writes a global. */
double hw_log_gamma        (double x);

double hw_gamma_below      (double shape, double x);
double hw_gamma_quantile   (double shape, double p);

/* Counts with the given mean and variance (Poisson unless variance > mean). */
double hw_count_quantile   (double mean, double variance, double p);

G_END_DECLS
