/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-heat-chart.h: a field of values in rows and columns, the larger the stronger the
 * colour: sales by weekday and hour. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char        *title;
  const char        *value_name;   /* "Units sold" */
  gboolean           is_money;
  const char        *row_name;     /* "Weekday": heading of the names of rows */
  const char *const *rows;         /* length n_rows, from above */
  gsize              n_rows;
  const char *const *columns;      /* length n_columns, from the left */
  gsize              n_columns;
  const double      *values;       /* row after row; NAN: not known, hatched */
} HwHeatData;

/* Copies @data; borrows @format. Points are read row by row. */
HwChart *hw_heat_chart_new      (const HwHeatData *data,
                                 const HwFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const char   *title;
  const char   *value_name;
  gboolean      is_money;
  int           first_weekday;      /* the row on top: 0 is Monday, 6 is Sunday */
  int           from_hour, to_hour; /* 0 to 23, both shown */
  double        values[7][24];      /* [weekday, 0 is Monday][hour]; NAN: not known */
} HwWeekData;

/* The same, by weekday and hour of the day. */
HwChart *hw_week_heat_chart_new (const HwWeekData *data,
                                 const HwFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
