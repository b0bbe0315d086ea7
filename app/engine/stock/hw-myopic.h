/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-myopic.h: one period at a time: the level whose cost now, less what stays for the
 * next period, is least, and what it says about many periods.
 *
 * In:  a normal demand of one period, costs of it and the price of the next one.
 * Out: levels, costs, and bounds on the best policy of a number of periods.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* cost (y) = price y + holding E (y - D)+ + shortage E (D - y)+ - discount next_price E (y - D) */
typedef struct
{
  double mean;       /* of the period's demand, at least 0 [units] */
  double sd;         /* at least 0 [units] */
  double holding;    /* money per unit left */
  double shortage;   /* money per unit short */
  double price;      /* money per unit bought */
  double next_price; /* money per unit that the next period's purchase saves */
  double discount;   /* above 0, at most 1 */
} HwMyopic;

gboolean hw_myopic_check  (const HwMyopic *self,
                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* The level of least cost. */
double   hw_myopic_best   (const HwMyopic *self);
double   hw_myopic_cost   (const HwMyopic *self,
                           double          level);

/* The level at or below (@below), or at or above, the best one, that costs @cost. */
gboolean hw_myopic_level  (const HwMyopic *self,
                           double          cost,
                           gboolean        below,
                           double         *level,
                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of one period's (s, S). */
typedef struct
{
  double up_to_least;
  double up_to_most;
  double reorder_least;
  double reorder_most;  /* NAN where the next order costs so much more that there is no bound */
} HwMyopicBounds;

/* @ordering, @next_ordering: money per order, now and in the next period. */
gboolean hw_myopic_bounds (const HwMyopic *self,
                           double          ordering,
                           double          next_ordering,
                           HwMyopicBounds *out,
                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
