/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-terms.h"

#include "jobs/sample/hw-sample-catalogue.h"
#include "store/hw-terms-repo.h"

static gboolean
keep_suppliers (HwStore       *store,
                const gint64  *suppliers,
                GError       **error)
{
  guint n;
  const HwSampleTerms *rows = hw_sample_terms (&n);

  for (guint i = 0; i < n; i++)
    {
      const HwSupplierTerms terms = {
        suppliers[rows[i].supplier], rows[i].freight, rows[i].freight_free, rows[i].takes_back,
      };

      if (!hw_terms_repo_save_supplier (store, &terms, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_price_breaks (HwStore       *store,
                   const gint64  *products,
                   GError       **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (HwPriceBreak));
  guint n;
  const HwSamplePriceBreak *rows = hw_sample_price_breaks (&n);

  for (guint i = 0; i < n; i++)
    {
      const gint64 product_id = products[hw_sample_product_row (rows[i].sku)];
      const HwPriceBreak step = { product_id, rows[i].units * HW_QUANTITY_ONE, rows[i].unit_cost };

      if (steps->len > 0 && g_array_index (steps, HwPriceBreak, 0).product_id != product_id)
        g_array_set_size (steps, 0);
      g_array_append_val (steps, step);
      if (!hw_terms_repo_set_price_breaks (store, product_id, steps, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
hw_sample_keep_terms (HwStore       *store,
                      const gint64  *suppliers,
                      const gint64  *products,
                      GError       **error)
{
  const HwStockTerms said = {
    .said = HW_SAID_CARRYING | HW_SAID_ORDER_COST | HW_SAID_LOST_SHARE,
    .carrying = 0.2, .order_cost = 15000, .lost_share = 0.7, .budget = HW_UNKNOWN,
  };

  return hw_terms_repo_save (store, &said, error) &&
         keep_suppliers (store, suppliers, error) &&
         keep_price_breaks (store, products, error);
}
