/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake-rows.h: money at stake in words, as rows and as a chart. */
#pragma once

#include "chart/hw-chart.h"
#include "core/hw-format.h"
#include "domain/hw-stake.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "about €3,400 a year, between €2,600 and €4,300" */
char      *hw_say_stake         (double year, double low, double high, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* One kind: what is lost, what stands still in it, by which products, how it was worked
 * out; or that nothing is, or what is missing. */
GtkWidget *hw_stake_row_new     (const HwStake *stake, const HwFormat *format);
/* NULL where nothing could be worked out. Borrows @format. */
HwChart   *hw_stakes_chart_new  (const HwStakes *stakes, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
