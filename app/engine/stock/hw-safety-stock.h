/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-safety-stock.h: the stock beyond the expected demand, where the waiting time varies too.
 *
 * In:  mean and spread of one period's demand and of the waiting time, how often the
 *      stock is looked at, a promise.
 * Out: safety stock and reorder point of a normal demand until the next order is here.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_PROMISE_CYCLE,  /* chance that nothing is short before an order arrives */
  HW_PROMISE_FILL,   /* share of demand served from the shelf */
} HwPromise;

typedef struct
{
  double    mean;        /* of one period's demand, above 0 [units] */
  double    sd;          /* at least 0 [units] */
  double    wait_mean;   /* at least 0 [periods] */
  double    wait_sd;     /* at least 0 [periods] */
  double    review;      /* periods between looks; 0: the stock is watched all the time */
  HwPromise promise;
  double    share;       /* what is promised, above 0 and below 1 */
  double    quantity;    /* of an order, above 0 [units]; not read for HW_PROMISE_CYCLE */
} HwSafetyStockInput;

typedef struct
{
  double sigma;          /* spread of demand until the next order is here [units] */
  double z;              /* safety stock in sigmas; not below 0 for HW_PROMISE_FILL */
  double safety_stock;   /* [units] */
  double reorder_point;  /* [units] */
} HwSafetyStock;

gboolean hw_safety_stock_compute (const HwSafetyStockInput *input,
                                  HwSafetyStock            *out,
                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
