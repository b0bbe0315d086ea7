/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-serial-demand.h: the demand of a stage's waiting time, cut into steps.
 *
 * In:  a law of one period's demand, how long, how finely to cut.
 * Out: amounts and the chance of what is nearest to each.
 * Pure. Safe to call from any thread. For hw-serial-chain.
 */
#pragma once

#include "engine/stock/hw-serial-chain.h"

G_BEGIN_DECLS

typedef struct
{
  double *at;      /* (owned) length n [units] */
  double *chance;  /* (owned) length n */
  int     n;
} HwSerialDemand;

gboolean hw_serial_demand_init  (HwSerialDemand     *self,
                                 const HwLaw        *demand,
                                 double              periods,
                                 const HwSerialGrid *grid,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_serial_demand_clear (HwSerialDemand     *self);

/* The demand of @periods that is not exceeded with a chance of @share (if @below), or but for a
 * chance of @share. */
gboolean hw_serial_demand_end   (const HwLaw        *demand,
                                 double              periods,
                                 double              share,
                                 gboolean            below,
                                 double             *end,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwSerialDemand, hw_serial_demand_clear)

G_END_DECLS
