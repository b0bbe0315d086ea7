/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-joint-order.h: items of one supplier, ordered together to share what an order
 * costs.
 *
 * In:  the shared cost of an order, and each item's own.
 * Out: how often to order, and every how-manieth time each item goes along.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double order_cost; /* of going along, at least 0 [money] */
  double holding;    /* per unit and time, > 0 [money] */
  double rate;       /* units sold per time, > 0 */
} HwJointItem;

typedef struct
{
  double  cycle;     /* between two orders [time] */
  double  cost;      /* per time [money] */
  gsize   n;
  double *multiple;  /* (owned): whole numbers of cycles */
  double *quantity;  /* (owned) [units] */
} HwJointOrder;

void     hw_joint_order_clear (HwJointOrder      *self);

gboolean hw_joint_order_best  (double             shared_cost,
                               const HwJointItem *items,
                               gsize              n,
                               HwJointOrder      *best,
                               GError           **error);
gboolean hw_joint_order_quick (double             shared_cost,
                               const HwJointItem *items,
                               gsize              n,
                               HwJointOrder      *order,
                               GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwJointOrder, hw_joint_order_clear)

G_END_DECLS
