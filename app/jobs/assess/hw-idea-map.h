/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-map.h: the ideas on a map: how easy across, money a year up, how often each
 * comes first as its size, the letter of its evidence inside. Those about equal at the
 * top are marked; those whose worth is not known are in its table only. */
#pragma once

#include "chart/hw-bubble-chart.h"
#include "jobs/assess/hw-idea-job.h"

G_BEGIN_DECLS

/* Borrows @format. Ideas left out are not on it. */
HwChart *hw_idea_map_new (const HwIdeaBoard *board,
                          const HwFormat    *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
