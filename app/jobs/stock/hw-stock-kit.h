/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-kit.h: all that amounts to order are worked out from, read once for all
 * products: forecasts, shelves, suppliers, waiting times, costs.
 *
 * Thread: loading on that of the store; then only read, from any.
 */
#pragma once

#include "domain/hw-stock-terms.h"
#include "jobs/demand/hw-demand.h"
#include "jobs/stock/hw-stock-rule.h"
#include "jobs/stock/hw-waiting.h"
#include "store/hw-stock-repo.h"

G_BEGIN_DECLS

/* A run of one array: elements from..from + n - 1. */
typedef struct
{
  guint from, n;
} HwStockRun;

typedef struct
{
  const HwDemand *demand;       /* by day */
  const HwDemand *weeks;        /* the same by week */
  HwDay           today;
  HwStockTerms    terms;
  GArray         *suppliers;      /* (owned) of HwSupplier */
  GArray         *supplier_terms; /* (owned) of HwSupplierTerms */
  GArray         *on_hand;        /* (owned) of HwOnHand */
  GArray         *waits;          /* (owned) of HwWait, by supplier */
  GArray         *open;           /* (owned) of HwOpenLine, by product */
  GArray         *drafts;         /* (owned) of HwDraftLine, by product */
  GArray         *breaks;         /* (owned) of HwPriceBreak, by product */
  GArray         *past_lines;     /* (owned) of HwPastLine, by product */
  GHashTable     *series;         /* (owned) product id -> HwDemandSeries, by day */
  GHashTable     *week_series;    /* (owned) product id -> HwDemandSeries, by week */
  GHashTable     *shelf;          /* (owned) product id -> HwOnHand */
  GHashTable     *open_of, *drafts_of, *breaks_of, *lines_of; /* (owned) product id -> HwStockRun */
  HwWaitBook      wait_book;      /* suppliers, supplier_terms and waits */
  gssize         *step_of_day;    /* (owned) length n_days: the forecast's step for each day from today on; -1: never open */
  gsize           n_days;
} HwStockKit;

/* NO_SALES, CANCELLED */
gboolean hw_stock_kit_load  (HwStockKit    *self,
                             HwSession     *session,
                             const HwTick  *tick,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_stock_kit_clear (HwStockKit    *self);

/* (nullable) each */
const HwDemandSeries  *hw_stock_kit_series         (const HwStockKit *self, gint64 product_id);
const HwOnHand        *hw_stock_kit_on_hand        (const HwStockKit *self, gint64 product_id);
const HwSupplierTerms *hw_stock_kit_supplier_terms (const HwStockKit *self, gint64 supplier_id);

/* Whether a draft counts as if it was sent today: one forgotten for weeks must not keep
 * what is needed from being ordered. */
gboolean hw_stock_kit_counts_draft (const HwStockKit *self, const HwDraftLine *draft);
/* What those that count come to, as far as costs are known. */
HwMoney  hw_stock_kit_drafted      (const HwStockKit *self);

/* Of one product; n 0 if there is none. */
HwStockRun hw_stock_kit_run (GHashTable *runs, gint64 id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwStockKit, hw_stock_kit_clear)

G_END_DECLS
