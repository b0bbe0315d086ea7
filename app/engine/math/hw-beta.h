/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-beta.h: the beta distribution, which Student's, Fisher's and the binomial's
 * chances are written in.
 *
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hw_beta_below     (double x,
                          double a,
                          double b);
double hw_fisher_above   (double f,
                          double above,
                          double below);
double hw_binomial_below (double count,
                          double trials,
                          double chance);

G_END_DECLS
