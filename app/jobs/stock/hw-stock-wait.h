/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-wait.h: how long an order of one product takes, as chances, and how that
 * reads in the periods that stock is worked out in.
 *
 * Thread: any; the book is only read.
 */
#pragma once

#include "jobs/stock/hw-waiting.h"

G_BEGIN_DECLS

typedef struct
{
  double  *chance;       /* (owned) length n: of waiting k days */
  gsize    n;
  int      days;         /* usual */
  int      early, late;  /* 8 of 10 times between */
  double   mean;
  gboolean assumed;      /* nobody told us, and no delivery shows it */
  gboolean made_here;    /* ready on the day it is asked for */
} HwStockWait;

/* @factor: on every waiting time; 1. FALSE where the supplier's waiting time cannot
 * be: of no days without being the house itself, or of more than a year. */
gboolean hw_stock_wait_learn   (HwStockWait      *self,
                                const HwWaitBook *book,
                                const HwProduct  *product,
                                double            factor);
void     hw_stock_wait_clear   (HwStockWait      *self);

/* The chances of waiting k periods of @period_days days, (transfer full), length
 * @n_out, where orders are made every @review_days days but looked at every @review
 * periods: of longer periods an order counts from the middle of its own. */
double  *hw_stock_wait_periods (const HwStockWait *self,
                                int                period_days,
                                int                review_days,
                                int                review,
                                gsize             *n_out) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwStockWait, hw_stock_wait_clear)

G_END_DECLS
