/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-terms-job.h: what keeping and ordering cost, and what suppliers ask, as
 * the owner says it. Every change can be taken back.
 */
#pragma once

#include "domain/hw-stock-terms.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* NULL -> HwStockTerms; a look-up. */
extern const HwJob hw_stock_terms_job;

/* HwStockTerms -> HwStockTerms as kept. BAD_INPUT with the reason in words. */
extern const HwJob hw_stock_terms_keep_job;

/* One supplier as the owner knows it: all that orders need. */
typedef struct
{
  HwSupplier      supplier;   /* (owned parts) name, email, lead_days, review_days, min_order */
  HwSupplierTerms terms;
  guint           n_products;
  gint64          n_received; /* order lines whose waiting time is known */
  double          lead_mean, lead_sd; /* days, as received; n_received > 0 */
  double          on_time;    /* share received by the day expected; -1 if not known */
} HwSupplierCard;

void hw_supplier_card_free (HwSupplierCard *self);

/* NULL -> GPtrArray of HwSupplierCard, by name; a look-up. */
extern const HwJob hw_supplier_list_job;

/* HwSupplierCard (supplier and terms) -> the same. BAD_INPUT with the reason in words. */
extern const HwJob hw_supplier_keep_job;

G_END_DECLS
