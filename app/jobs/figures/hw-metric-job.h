/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-job.h: the figures of the business over the last twelve months (or
 * what there is), and over the same before. */
#pragma once

#include "domain/hw-metric.h"
#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

/* Units expected on a mean day of the next seven, the last of which may be a closed one;
 * 0 without a forecast. */
double hw_metric_units_a_day (const HwDemand *demand, const HwDemandSeries *series);

extern const HwJob hw_metric_job; /* NULL -> HwMetricSheet */

G_END_DECLS
