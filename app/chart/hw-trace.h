/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trace.h: a line with gaps, drawn as it grows. Private to chart/. */
#pragma once

#include "chart/hw-ink.h"

G_BEGIN_DECLS

typedef struct
{
  HwInk *ink;
  guint  piece;      /* points in one stroke: long strokes cost more than their parts */
  guint  n;          /* points since the last stroke */
  double x, y;       /* the last point */
} HwTrace;

void hw_trace_to  (HwTrace *self, double x, double y);
/* At a gap and at the end. A point without neighbours becomes a dot. */
void hw_trace_end (HwTrace *self);

G_END_DECLS
