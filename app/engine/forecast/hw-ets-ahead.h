/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-ahead.h: what exponential smoothing expects, and how widely it spreads.
 *
 * In:  a form, its weights and the state after the last period.
 * Out: mean and variance of each period ahead, or quantiles of simulated paths.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-form.h"

G_BEGIN_DECLS

typedef struct
{
  gsize   paths;
  guint64 seed;
} HwEtsSimulation;

gboolean hw_ets_ahead    (const HwEtsForm       *form,
                          const HwEtsWeights    *weights,
                          const double          *state,
                          gsize                  next,
                          double                 sigma2,
                          gsize                  horizon,
                          double                *mean,
                          double                *variance);

void     hw_ets_simulate (const HwEtsForm       *form,
                          const HwEtsWeights    *weights,
                          const double          *state,
                          gsize                  next,
                          double                 sigma2,
                          gsize                  horizon,
                          const HwEtsSimulation *how,
                          gsize                  n_chances,
                          const double          *chances,
                          double                *quantiles);

G_END_DECLS
