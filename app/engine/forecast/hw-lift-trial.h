/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lift-trial.h: does knowing it help? Tried on the catalogue's own later past.
 *
 * In:  products with their columns, which columns belong to which thing known.
 * Out: which things to keep, and by how much each made forecasts better.
 * Pure, no chance. Safe to call from any thread.
 */
#pragma once

#include "core/hw-tick.h"
#include "engine/forecast/hw-lift-pool.h"

G_BEGIN_DECLS

typedef struct
{
  HwLiftSeries *series;    /* n_products, in full length */
  const int    *category;
  gsize         n_products;
  const gsize  *thing;     /* columns: which thing each column belongs to */
  gsize         n_things;
} HwLiftTrial;

gboolean hw_lift_trial_run (const HwLiftTrial *trial,
                            const HwTick      *tick,
                            gboolean          *keep) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
