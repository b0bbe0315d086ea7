/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-acf.h: how a series resembles itself some periods before.
 *
 * In:  a complete series.
 * Out: autocorrelations, partial ones, a test whether there are any.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double statistic;
  double p;             /* chance of one so large without any autocorrelation */
} HwPortmanteau;

void          hw_acf       (const double *y,
                            gsize         n,
                            gsize         lags,
                            double       *acf);
void          hw_pacf      (const double *acf,
                            gsize         lags,
                            double       *pacf);
HwPortmanteau hw_ljung_box (const double *y,
                            gsize         n,
                            gsize         lags,
                            gsize         fitted);

G_END_DECLS
