/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gantt-private.h: what the parts of the chart of steps share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-gantt-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;         /* (owned) */
  HwDay    from, to;
  HwDay    done;
  HwDay    likely, latest;
  gboolean holds_up;
} HwGanttRow;

typedef struct
{
  HwChart     base;
  HwGanttRow *rows;      /* (owned) */
  gsize       n;
  HwDay       today;
  HwDay       first, last; /* of all that is drawn */
  gboolean    any_done, any_open, any_likely;
} HwGanttChart;

static inline const HwGanttChart *
hw_gantt_chart (const HwChart *chart)
{
  return (const HwGanttChart *) chart;
}

HwSample hw_gantt_sample_done   (const HwTheme *theme);
HwSample hw_gantt_sample_open   (const HwTheme *theme);
HwSample hw_gantt_sample_likely (const HwTheme *theme);
void     hw_gantt_draw          (const HwChart *chart, HwFrame *frame);

char    *hw_gantt_point_text    (const HwChart *chart, guint point);
void     hw_gantt_read          (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_gantt_summary       (const HwChart *chart);
guint    hw_gantt_n_columns     (const HwChart *chart);
guint    hw_gantt_n_rows        (const HwChart *chart);
char    *hw_gantt_cell          (const HwChart *chart, int row, guint column);
gboolean hw_gantt_is_number     (const HwChart *chart, guint column);

G_END_DECLS
