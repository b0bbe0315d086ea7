/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-service-chain.h: where in a network to keep the stock that lets each stage keep its word.
 *
 * In:  stages that take their time, who supplies whom, demand at the ends, what holding
 *      costs at each stage, how long outside customers may wait.
 * Out: for each stage the time it promises to those it supplies, and what the safety
 *      stock for it costs.
 * Pure. Safe to call from any thread.
 *
 * Each stage serves all demand up to a bound within its promised time; what a stage
 * cannot get in time it must hold.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double holding;   /* local holding cost, at least 0 [money per unit and period] */
  double bound;     /* demand of t periods is served up to bound sd sqrt (t) above its mean, at least 0 */
  double sd;        /* of one period's demand of its own customers, 0 if it has none [units] */
  int    time;      /* to make or fetch, at least 0 [periods] */
  int    inbound;   /* an outside supplier's promise, at least 0 [periods] */
  int    outbound;  /* the longest promise its own customers accept [periods]; -1: any */
} HwServiceStage;

/* Stages by their place in the list. */
typedef struct
{
  int supplier;
  int customer;
} HwServiceLink;

typedef struct
{
  const HwServiceStage *stages;    /* length n_stages */
  gsize                 n_stages;
  const HwServiceLink  *links;     /* length n_stages - 1: they make one tree */
} HwServiceChain;

/* @promise: (array length=n_stages) (out): periods; @cost: (out): money per period. */
gboolean hw_service_chain_best (const HwServiceChain *self,
                                int                  *promise,
                                double               *cost,
                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
