/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kpi-working.h: how each metric is worked out, as a spreadsheet's formula, and
 * what goes into it. A new metric is one row of the first table (and one of the
 * second for each new input).
 *
 * [key] in a formula is the cell of that input in the same column; [from] and [to]
 * are the period's days. Pure tables. Private to report/.
 */
#pragma once

#include "report/hw-book-style.h"

G_BEGIN_DECLS

#define HW_KPI_N_INPUTS 36

typedef enum
{
  HW_KPI_FIELD_INT,
  HW_KPI_FIELD_COUNT,
  HW_KPI_FIELD_SCALED,
  HW_KPI_FIELD_DOUBLE,
  HW_KPI_FIELD_FIXED,
} HwKpiField;

typedef struct
{
  const char *key;
  const char *label;    /* N_() */
  HwCellKind  kind;
  HwKpiField  type;
  gsize       offset;   /* in HwPeriodSums; the number itself if it is fixed */
  const char *live;     /* from the Data rows or other inputs; NULL: from the records */
} HwKpiInput;

extern const HwKpiInput hw_kpi_inputs[HW_KPI_N_INPUTS];

/* The row of that key, or -1. */
int         hw_kpi_input_find (const char *key,
                               gsize       length);
/* The formula of metric @id; NULL if it has none. */
const char *hw_kpi_working    (const char *id);

G_END_DECLS
