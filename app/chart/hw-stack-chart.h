/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stack-chart.h: what a whole is made of, period by period: bars of several
 * named parts on top of each other, as they are or as shares of 100 %. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

/* Parts that can be told apart; further ones are summed up as "all others". */
#define HW_STACK_MOST 8

typedef struct
{
  const char   *name;
  const double *values;       /* length n of the data; NAN: not known, nothing drawn */
} HwStackSeries;

typedef struct
{
  const char   *title;
  const char   *value_name;   /* "Sales in EUR" */
  gboolean      is_money;
  gboolean      as_shares;    /* each bar is the whole: 100 %; below zero counts as nothing */
  HwBy          by;
  const HwDay  *days;         /* (nullable) a day of each period, length n, oldest first */
  const char *const *labels;  /* (nullable) names in place of days, length n */
  gsize         n;            /* periods */
  const HwStackSeries *series; /* length n_series, the first at the foot */
  gsize         n_series;
  gboolean      has_target;   /* for the whole bar; none where shares are shown */
  double        target;
} HwStackData;

/* Copies @data; borrows @format. One of days and labels must be given where n > 0. */
HwChart *hw_stack_chart_new (const HwStackData *data,
                             const HwFormat    *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
