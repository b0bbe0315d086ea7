/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake-case.h: what is lost, by kind: what all kinds look at, and the kinds by theme.
 *
 * In:  demand, today's plan, shelves, rows as they were counted.
 * Out: one HwStake of each kind, added to `stakes`.
 */
#pragma once

#include "domain/hw-stake.h"
#include "domain/hw-stock-plan.h"
#include "engine/stake/hw-stake-range.h"
#include "jobs/demand/hw-demand.h"
#include "store/hw-health-repo.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

typedef struct
{
  HwSession          *session;
  HwStore            *store;
  HwDay               today;
  const HwDemand     *demand;       /* by day */
  const HwStockPlan  *plan;
  const GArray       *shelf;        /* of HwOnHand */
  const HwHealthRows *rows;
  double              margin_share; /* of sales, after the cost of goods; NAN: too few costs are known */
  double              carrying;     /* cost of keeping a year, as a share of the cost */
  double              carrying_off; /* how far that may be off, as a share of it: 0 where the owner said it */
  double              least;        /* money a year that a change of ways is worth */
  double              named;        /* ... and that is worth naming */
  HwStakes           *stakes;       /* goes out */
} HwStakeCase;

/* Fills margin, carrying and the least from the rest, and the years' revenue. */
void      hw_stake_case_work    (HwStakeCase          *self);

char     *hw_stake_case_dup_run_id (HwSession *session, HwStakeKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* A stake of @kind with its run id; its state is @state. */
HwStake  *hw_stake_case_add     (HwStakeCase          *self,
                                 HwStakeKind           kind,
                                 HwStakeState          state);
/* FALSE, and the stake is nothing, if it is too small to be worth naming. */
gboolean  hw_stake_case_set     (const HwStakeCase    *self,
                                 HwStake              *stake,
                                 const HwStakeRange   *range);

/* What a unit sold leaves after its cost: the mean of all where its own is not known. */
double    hw_stake_case_margin  (const HwStakeCase    *self,
                                 const HwDemandSeries *series);
double    hw_stake_case_price   (const HwDemandSeries *series);
/* As money; NAN if not known. */
double    hw_stake_case_cost    (const HwProduct      *product);

gboolean  hw_stake_add_lost_sales (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_run_out    (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_waste      (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_dead       (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_excess     (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_forecast   (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_suppliers  (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_unusual    (HwStakeCase *self, GError **error);
gboolean  hw_stake_add_customers  (HwStakeCase *self, GError **error);

G_END_DECLS
