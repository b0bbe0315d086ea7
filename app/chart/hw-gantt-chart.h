/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gantt-chart.h: steps below each other as bars over the days they take, what is done
 * and what is to come told apart, with the days by which they are likely done. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  HwDay       from, to;          /* as planned, both included */
  HwDay       done;              /* HW_DAY_NONE: to come */
  HwDay       likely, latest;    /* done by then in half and in nine of ten cases; HW_DAY_NONE: not told */
  gboolean    holds_up;          /* the end of all waits for it */
} HwGanttBar;

typedef struct
{
  const char       *title;
  HwDay             today;       /* HW_DAY_NONE: no line */
  const HwGanttBar *bars;        /* length n, the first on top; one without days is left out */
  gsize             n;
} HwGanttData;

/* Copies @data; borrows @format. */
HwChart *hw_gantt_chart_new (const HwGanttData *data,
                             const HwFormat    *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
