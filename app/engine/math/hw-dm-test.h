/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-dm-test.h: whether one way of forecasting errs less than another.
 *
 * In:  errors of both on the same periods.
 * Out: a statistic and how likely it is by chance alone.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double statistic;   /* below 0: the first errs less */
  double p;           /* two-sided */
} HwDmTest;

gboolean hw_dm_test   (const double *first,
                       const double *second,
                       gsize         n,
                       gsize         horizon,
                       double        power,
                       HwDmTest     *test);
double   hw_student_outside (double  t,
                             double  freedom);

G_END_DECLS
