/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-span-chart.h: named figures below each other as lying bars, each with the range it
 * may be in: money that is lost by kind, how ready by part. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  double      value;      /* from 0; NAN: not known, told in words only */
  double      low, high;  /* NAN: no range */
  const char *text;       /* (nullable) at the end of the bar; NULL: the figure */
} HwSpanBar;

typedef struct
{
  const char    *title;
  const char    *value_name;  /* "EUR a year" */
  const char    *range_name;  /* (nullable) how sure the ranges are: "9 times in 10" */
  gboolean       is_money;
  gboolean       is_about;    /* money that is worked out, not counted: two figures of it */
  double         to;          /* the bars' scale reaches at least so far */
  const double  *marks;       /* lines across: where a level begins; length n_marks */
  gsize          n_marks;
  const HwSpanBar  *spans;       /* length n, the first on top */
  gsize          n;
} HwSpanData;

/* Copies @data; borrows @format. */
HwChart *hw_span_chart_new (const HwSpanData *data,
                            const HwFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
