/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-serial-chain.h: stock kept at several stages, one after the other, up to the customer.
 *
 * In:  what an item costs to hold at each stage, how long it takes to come there, the
 *      customers' demand, what running short costs.
 * Out: for each stage the echelon level (stock there and everywhere after it, less
 *      what customers wait for) to order up to, and what all of it costs.
 * Pure. Safe to call from any thread.
 *
 * Stages are numbered from the customer: 0 serves the demand, the last one orders from
 * a supplier who always delivers.
 */
#pragma once

#include "engine/stock/hw-law.h"

G_BEGIN_DECLS

typedef struct
{
  const double *holding;   /* (array length=n_stages): echelon holding cost, what this stage adds to that of
                              the one before it, above 0 [money per unit and period] */
  const double *wait;      /* (array length=n_stages): to come here from the stage before, at least 0 [periods] */
  gsize         n_stages;
  double        shortage;  /* money per unit waited for and period */
  HwLaw         demand;    /* of one period: normal, or of whole units */
} HwSerialChain;

/* How finely a demand in parts of units is cut, and what of it is left out. */
typedef struct
{
  int    n_levels;         /* steps between the least and the most stock tried */
  int    n_demands;        /* steps of one waiting time's demand */
  double total_low;        /* chances beyond which the demand of all waiting times is cut off */
  double total_high;
  double low;              /* the same for the waiting time of one stage; they go to the nearest demand left */
  double high;
} HwSerialGrid;

HwSerialGrid hw_serial_grid_fine        (void);

/* @levels: (array length=n_stages) (out) */
gboolean     hw_serial_chain_best       (const HwSerialChain *self,
                                         const HwSerialGrid  *grid,
                                         double              *levels,
                                         double              *cost,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* What given levels cost [money per period]; without shortage cost what they cost to hold. */
gboolean     hw_serial_chain_cost       (const HwSerialChain *self,
                                         const HwSerialGrid  *grid,
                                         const double        *levels,
                                         double              *cost,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Levels near the best ones at once; @weight: of the lower bound against the upper one, 0 to 1. */
gboolean     hw_serial_chain_newsvendor (const HwSerialChain *self,
                                         double               weight,
                                         double              *levels,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
