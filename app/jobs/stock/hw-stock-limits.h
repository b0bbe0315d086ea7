/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-limits.h: what all jobs that compute stock hold to alike. */
#pragma once

#include "jobs/stock/hw-stock-job.h"

G_BEGIN_DECLS

#define HW_STOCK_PATHS 48          /* ways demand may go that a plan looks at: a millisecond a product */
#define HW_STOCK_THREADS_MOST 4

/* The promise asked for within what can be kept; 0: the default. */
static inline double
hw_stock_promise (double asked)
{
  return asked > 0.0 ? CLAMP (asked, 0.5, 0.999) : HW_SERVICE_DEFAULT;
}

static inline guint
hw_stock_threads (void)
{
  return MIN (g_get_num_processors (), HW_STOCK_THREADS_MOST);
}

G_END_DECLS
