/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-stake-case.h"

#include <math.h>

#define YEAR_DAYS 364
#define YEAR 365.0
#define COSTED_LEAST 0.1       /* of the sales: below it no margin is taken for the others */
#define CARRYING_OFF 0.2       /* of a rate nobody said: textbooks have a fifth to a third of the cost */
#define MATTERS 0.0005         /* of the year's sales */
#define NAMED 0.1              /* of that: less is not worth naming */
#define SHOWN 0.5              /* money: less would be shown as nothing */

double
hw_stake_case_price (const HwDemandSeries *series)
{
  if (series->year_units > 0.0 && series->year_revenue > 0.0)
    return series->year_revenue / series->year_units;

  return series->product != NULL && series->product->price != HW_UNKNOWN ? hw_scaled_to_double (series->product->price) : 0.0;
}

double
hw_stake_case_cost (const HwProduct *product)
{
  return product != NULL && product->cost != HW_UNKNOWN ? hw_scaled_to_double (product->cost) : NAN;
}

double
hw_stake_case_margin (const HwStakeCase    *self,
                      const HwDemandSeries *series)
{
  const double cost = hw_stake_case_cost (series->product), price = hw_stake_case_price (series);

  return isnan (cost) ? price * self->margin_share : MAX (price - cost, 0.0);
}

void
hw_stake_case_work (HwStakeCase *self)
{
  const HwDemand *demand = self->demand;
  const HwDemandSeries *total = g_ptr_array_index (demand->series, 0);
  const int days = MIN (demand->last_day - demand->first_day + 1, YEAR_DAYS);
  double costed = 0.0, cost_of_goods = 0.0;

  for (guint i = 1; i < demand->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (demand->series, i);
      const double cost = hw_stake_case_cost (series->product);

      if (isnan (cost) || !(series->year_revenue > 0.0))
        continue;

      costed += series->year_revenue;
      cost_of_goods += cost * series->year_units;
    }

  self->stakes->from = demand->last_day - days + 1;
  self->stakes->to = demand->last_day;
  self->stakes->revenue = total->year_revenue > 0.0 ? total->year_revenue * YEAR / MAX (days, 1) : NAN;
  self->margin_share = costed > COSTED_LEAST * total->year_revenue && costed > 0.0 ? MAX (1.0 - cost_of_goods / costed, 0.0) : NAN;
  self->carrying = self->plan->terms.carrying;
  self->carrying_off = (self->plan->terms.said & HW_SAID_CARRYING) != 0 ? 0.0 : CARRYING_OFF;
  self->least = MAX (isnan (self->stakes->revenue) ? 0.0 : MATTERS * self->stakes->revenue, 1.0);
  self->named = MAX (NAMED * self->least, SHOWN);
}

char *
hw_stake_case_dup_run_id (HwSession   *session,
                          HwStakeKind  kind)
{
  g_autofree char *what = g_strconcat ("stake ", hw_stake_kind_id (kind), NULL);

  return hw_session_dup_run_id (session, what);
}

HwStake *
hw_stake_case_add (HwStakeCase  *self,
                   HwStakeKind   kind,
                   HwStakeState  state)
{
  HwStake *stake = hw_stake_new (kind);

  stake->state = state;
  g_free (stake->run_id);
  stake->run_id = hw_stake_case_dup_run_id (self->session, kind);
  g_ptr_array_add (self->stakes->stakes, stake);
  return stake;
}

gboolean
hw_stake_case_set (const HwStakeCase  *self,
                   HwStake            *stake,
                   const HwStakeRange *range)
{
  if (range->mid < self->named)
    {
      stake->state = HW_STAKE_NOTHING;
      return FALSE;
    }

  stake->state = HW_STAKE_OK;
  stake->year = range->mid;
  stake->low = range->low;
  stake->high = range->high;
  stake->certain = range->certain;
  return TRUE;
}
