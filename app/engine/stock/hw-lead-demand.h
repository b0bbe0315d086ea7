/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lead-demand.h: what may be asked for until the next order arrives.
 *
 * In:  the mean and spread of a total demand.
 * Out: how much serves it with a given chance, and what a given stock falls short.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_DEMAND_NONE,       /* nothing is asked for */
  HW_DEMAND_COUNT,      /* few whole units: negative binomial, or Poisson */
  HW_DEMAND_GAMMA,      /* wide, and 0 is near */
  HW_DEMAND_NORMAL,
} HwDemandShape;

typedef struct
{
  HwDemandShape shape;
  double        mean;   /* [units] */
  double        sd;
  gboolean      whole_units;
} HwLeadDemand;

HwLeadDemand hw_lead_demand_new       (double              mean,
                                       double              sd,
                                       gboolean            whole_units);
double       hw_lead_demand_quantile  (const HwLeadDemand *self,
                                       double              service);
double       hw_lead_demand_shortfall (const HwLeadDemand *self,
                                       double              stock);

G_END_DECLS
