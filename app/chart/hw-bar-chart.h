/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-bar-chart.h: a few named values side by side, or ranked with their running
 * share of the whole (Pareto). */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const char *value_name;     /* "Sales in EUR" */
  gboolean    is_money;
  const char *const *labels;  /* length n */
  const double *values;       /* length n */
  gsize       n;
} HwBarData;

/* Bars in the order given. Copies @data; borrows @format. */
HwChart *hw_bar_chart_new    (const HwBarData *data,
                              const HwFormat  *format) G_GNUC_WARN_UNUSED_RESULT;

/* Largest first, with the running share as a line and a mark at 80 %. What does
 * not fit the width is summed up in a last bar "all others". */
HwChart *hw_pareto_chart_new (const HwBarData *data,
                              const HwFormat  *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
