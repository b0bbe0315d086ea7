/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lead-time.h: how long an order takes, as a chance for each number of periods.
 *
 * In:  the waiting times seen of an item, and of its supplier or all suppliers.
 * Out: a distribution; few own values lean on what the others show.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_LEAD_MOST 366 /* periods; a longer waiting time is a slip of the pen */

typedef struct
{
  const int *own;        /* length n_own: waiting times seen [periods], each 0 .. HW_LEAD_MOST */
  gsize      n_own;
  const int *others;     /* (nullable) length n_others: of the same supplier */
  gsize      n_others;
  double     told;       /* what the owner says [periods]; below 0 if nothing */
  gboolean   made_here;  /* ready in the period it is asked for; else a waiting time of 0 is refused */
} HwLeadTimeInput;

/* @chance: (array length=n) (out): of waiting k periods. FALSE with BAD_VALUE,
 * or TOO_SHORT where nobody knows anything. */
gboolean hw_lead_time_learn    (const HwLeadTimeInput *input,
                                double                *chance,
                                gsize                  n,
                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
double   hw_lead_time_mean     (const double          *chance,
                                gsize                  n);
/* The least k with a chance of at least @p to have come after k periods. */
int      hw_lead_time_quantile (const double          *chance,
                                gsize                  n,
                                double                 p);

G_END_DECLS
