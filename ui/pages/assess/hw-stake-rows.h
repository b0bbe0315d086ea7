/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake-rows.h: money at stake in words, as rows and as a chart. */
#pragma once

#include "chart/hw-chart.h"
#include "core/hw-format.h"
#include "domain/hw-stake.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One kind: what is lost, what stands still in it, by which products, how it was worked
 * out; or that nothing is, or what is missing. */
GtkWidget *hw_stake_row_new     (const HwStake *stake, const HwFormat *format);
/* What is counted twice; NULL if nothing is. */
GtkWidget *hw_stake_twice_row_new (const HwStakes *stakes, const HwFormat *format);
/* NULL where nothing could be worked out. Borrows @format. */
HwChart   *hw_stakes_chart_new  (const HwStakes *stakes, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
