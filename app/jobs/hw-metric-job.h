/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-job.h: the figures of the business over the last twelve months (or
 * what there is), and over the same before. */
#pragma once

#include "domain/hw-metric.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_metric_job; /* NULL -> HwMetricSheet */

G_END_DECLS
