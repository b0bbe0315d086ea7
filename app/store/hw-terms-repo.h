/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-terms-repo.h: what keeping and ordering cost, what suppliers ask, and what more
 * at once costs, as the owner said it. */
#pragma once

#include "domain/hw-stock-terms.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Defaults where nothing was said. */
gboolean hw_terms_repo_load          (HwStore *store, HwStockTerms *terms, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What @terms.said has no bit for is kept as not said. */
gboolean hw_terms_repo_save          (HwStore *store, const HwStockTerms *terms, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of the suppliers who ask anything, by id: array of HwSupplierTerms. */
GArray  *hw_terms_repo_suppliers     (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* In place of those before. */
gboolean hw_terms_repo_save_supplier (HwStore *store, const HwSupplierTerms *terms, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* By product, then quantity: array of HwPriceBreak. */
GArray  *hw_terms_repo_price_breaks  (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @breaks: of HwPriceBreak, all of @product_id; in place of those before. */
gboolean hw_terms_repo_set_price_breaks (HwStore *store, gint64 product_id, const GArray *breaks, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
