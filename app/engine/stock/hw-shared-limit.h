/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-shared-limit.h: one budget and one room for all items.
 *
 * In:  each item's lot terms, price and size; what may be tied up in stock on
 *      average, and the room there is when all is full.
 * Out: the quantities that cost least within both, and what one coin and one place
 *      more would be worth.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double order_cost; /* per order, > 0 [money] */
  double rate;       /* units sold per time, > 0 */
  double price;      /* of a unit, > 0 [money] */
  double size;       /* of a unit, at least 0 [places] */
} HwLimitedItem;

typedef struct
{
  double  cost;        /* per time, the goods not included [money] */
  double  free_cost;   /* what it would be without limits */
  double  budget_worth; /* saved per time by one coin more of average stock */
  double  room_worth;  /* saved per time by one place more */
  gsize   n;
  double *quantity;    /* (owned) [units] */
} HwLimitedLots;

void     hw_limited_lots_clear (HwLimitedLots       *self);

/* INFINITY: no such limit. */
gboolean hw_limited_lots_best  (const HwLimitedItem *items,
                                gsize                n,
                                double               holding_rate,
                                double               budget,
                                double               room,
                                HwLimitedLots       *lots,
                                GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwLimitedLots, hw_limited_lots_clear)

G_END_DECLS
