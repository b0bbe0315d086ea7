/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-line-chart.h: values over time, with a forecast fan and a target. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay  day;
  double value;      /* NAN: not observed, a gap in the line */
  gboolean marked;   /* sold out, unusual: drawn with a mark, said in words */
} HwLinePoint;

typedef struct
{
  HwDay  day;
  double mean, lo80, hi80, lo95, hi95;
} HwFanPoint;

/* Something that is known of some days: a flag above them. */
typedef struct
{
  HwDay       from, to;   /* both included */
  const char *name;
} HwLineEvent;

typedef struct
{
  const char        *title;       /* what it shows */
  const char        *value_name;  /* "Units sold", "Sales in EUR" */
  const char        *mark_name;   /* (nullable) what a mark means: "sold out" */
  HwBy               by;
  gboolean           is_rolling;  /* a point is the figure of the stretch that ends on its day */
  gboolean           is_money;    /* axis and readings in the business's currency */
  gboolean           is_about;    /* money that was worked out, not counted: readings have two figures */
  const HwLinePoint *past;        /* length n_past, oldest first */
  gsize              n_past;
  const HwFanPoint  *ahead;       /* length n_ahead; may be none */
  gsize              n_ahead;
  const gboolean    *own;         /* (nullable) length n_ahead: the mean is somebody's own figure */
  const char        *own_name;    /* (nullable) what that means: "your own figure" */
  const HwLineEvent *events;      /* length n_events, in any order */
  gsize              n_events;
  const char        *event_name;  /* (nullable) what flags are, in the legend */
  gboolean           has_target;
  double             target;
} HwLineData;

/* Copies @data; borrows @format. */
HwChart *hw_line_chart_new (const HwLineData *data,
                            const HwFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
