/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-service-tree.h: a network of stages taken apart leaf by leaf.
 *
 * In:  the network.
 * Out: an order in which each stage but the last has one neighbour left, its parent; how
 *      long goods may be under way to each stage, and the demand that each serves.
 * Pure. Safe to call from any thread. For hw-service-chain.
 */
#pragma once

#include "engine/stock/hw-service-chain.h"

G_BEGIN_DECLS

typedef struct
{
  int      parent;      /* -1 for the last one */
  int      child;       /* one of those it is parent of, -1 for none ... */
  int      sibling;     /* ... and the next one of the same parent */
  gboolean is_supplier; /* of its parent */
  int      slowest;     /* longest way from an outside supplier through this stage [periods] */
  double   sd;          /* of one period's demand, its own and that of all after it [units] */
} HwServiceNode;

typedef struct
{
  int           *order; /* (owned) length n_stages: leaves first */
  HwServiceNode *nodes; /* (owned) length n_stages */
  int            most;  /* the longest way of all [periods] */
} HwServiceTree;

gboolean hw_service_tree_init  (HwServiceTree        *self,
                                const HwServiceChain *chain,
                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_service_tree_clear (HwServiceTree        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwServiceTree, hw_service_tree_clear)

G_END_DECLS
