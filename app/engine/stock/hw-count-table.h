/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-count-table.h: the chances of a whole-unit demand over some periods, as a table.
 *
 * In:  a law of one period's demand, and how many periods.
 * Out: the chance of each number of units, and what a given stock is expected to
 *      have left or to lack.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stock/hw-law.h"

G_BEGIN_DECLS

#define HW_COUNT_TABLE_FIXED 384  /* entries kept in the struct itself */

/* Without what is rarer than 1e-17. */
typedef struct
{
  int     lo;               /* p[0] is the chance of lo units */
  int     n;
  double  mean;             /* [units] */
  double *p;                /* length n */
  double *heap;             /* (owned) (nullable) */
  double  fixed[HW_COUNT_TABLE_FIXED];
} HwCountTable;

/* @periods: 0 or more; whole for HW_LAW_CHANCES and shifted laws. */
gboolean hw_count_table_init      (HwCountTable       *self,
                                   const HwLaw        *demand,
                                   double              periods,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_count_table_clear     (HwCountTable       *self);

/* Whether @demand is of whole units, none below 0, and something is ever asked for. */
gboolean hw_count_table_can       (const HwLaw        *demand,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;

double   hw_count_table_below     (const HwCountTable *self,
                                   int                 stock);
int      hw_count_table_quantile  (const HwCountTable *self,
                                   double              share);
double   hw_count_table_shortfall (const HwCountTable *self,
                                   int                 stock);
double   hw_count_table_left      (const HwCountTable *self,
                                   int                 stock);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwCountTable, hw_count_table_clear)

G_END_DECLS
