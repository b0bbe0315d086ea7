/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reorder.h: when to order one product, how much to keep, how much to order.
 *
 * Periodic review: stock is looked at every review_days; an order comes after
 * the waiting time. Reorder point and order-up-to level cover the demand over
 * waiting time plus review at the promised service; safety stock is what they
 * hold beyond the expected demand. Everything behind this header may change.
 *
 * Pure: no files, no clock, no globals. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const double *sum_mean;    /* length n_days: expected demand of the next h+1 days [units] */
  const double *sum_sd;      /* length n_days: its standard deviation */
  gsize         n_days;      /* must reach over waiting time + review + 1 */
  int           lead_days;   /* >= 0 */
  double        lead_sd;     /* >= 0 [days] */
  int           review_days; /* >= 1: 1 if every day may order */
  double        service;     /* promise per order cycle, 0.5 to 0.9999 */
  double        on_hand;     /* [units] */
  double        on_order;
  double        pack;        /* 0: any amount */
  double        min_order;   /* 0: none */
  int           shelf_days;  /* 0: keeps; else never orders more than sells in this time */
  gboolean      whole_units;
} HwReorderInput;

typedef struct
{
  double expected;           /* demand over waiting time + review */
  double safety_stock;
  double reorder_point;
  double order_up_to;
  double order_now;          /* 0 if above the reorder point */
  double short_units;        /* expected units not served before an order placed at the next review arrives, if none is placed now */
  int    days_left;          /* first day on which expected demand exceeds what is on hand; -1 beyond n_days */
} HwReorder;

gboolean hw_reorder_compute (const HwReorderInput *input,
                             HwReorder            *out,
                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
