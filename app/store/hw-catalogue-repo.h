/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-catalogue-repo.h: the business's card, its products, suppliers, customers.
 *
 * Rows made or changed by an import carry its id, with the row as it was before,
 * so that the import can be undone; @import_id 0 for what is not from a file.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

gboolean hw_business_repo_load   (HwStore *store, HwBusiness *business, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_business_repo_save   (HwStore *store, const HwBusiness *business, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* By name, then id. */
GArray  *hw_product_repo_list    (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_product_repo_add     (HwStore *store, HwProduct *product, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_product_repo_update  (HwStore *store, const HwProduct *product, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GArray  *hw_supplier_repo_list   (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_supplier_repo_add    (HwStore *store, HwSupplier *supplier, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_supplier_repo_update (HwStore *store, const HwSupplier *supplier, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GArray  *hw_customer_repo_list   (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_customer_repo_add    (HwStore *store, HwCustomer *customer, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_customer_repo_update (HwStore *store, const HwCustomer *customer, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
