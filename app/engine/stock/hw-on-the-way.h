/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-on-the-way.h: when an order that is on its way comes.
 *
 * In:  for how long it has been on its way or the day that was named for it, and the
 *      chances of waiting times.
 * Out: the chance of coming in each of the next periods.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double   quantity;  /* [units] */
  int      age;       /* periods since it was ordered; -1: not known */
  gboolean named;     /* a day was named for it: it counts, and the age does not */
  int      due;       /* periods from now to that day; 0 or below: it is over and the order has not come */
} HwOnTheWay;

/* (transfer full): the chance of coming k periods from now, length @n. @lead: length
 * n_lead, summing to 1: of waiting k periods. */
double *hw_on_the_way_left (const HwOnTheWay *self,
                            const double     *lead,
                            gsize             n_lead,
                            gsize            *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
