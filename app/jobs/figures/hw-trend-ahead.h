/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trend-ahead.h: what is expected of a metric in the periods to come.
 *
 * In:  a trend with its past.
 * Out: the same trend with up to n periods ahead; none where the past is too short
 *      or was nothing but zero.
 * Pure.
 */
#pragma once

#include "domain/hw-trend.h"

G_BEGIN_DECLS

#define HW_TREND_LEAST 8 /* values a forecast is made from; fewer say nothing about their spread */

gboolean hw_trend_look_ahead (HwTrend  *trend,
                              guint     n,
                              GError  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
