/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-shelf.h"

const HwProduct *
hw_shelf_find_product (const GArray *products,
                       gint64        id)
{
  for (guint i = 0; i < products->len; i++)
    if (g_array_index (products, HwProduct, i).id == id)
      return &g_array_index (products, HwProduct, i);

  return NULL;
}

GArray *
hw_shelf_load (HwStore      *store,
               const GArray *products,
               HwDay         today,
               GError      **error)
{
  GArray *shelf = hw_stock_repo_on_hand (store, today, error);

  for (guint i = 0; shelf != NULL && i < shelf->len; i++)
    {
      HwOnHand *on_hand = &g_array_index (shelf, HwOnHand, i);
      const HwProduct *product = hw_shelf_find_product (products, on_hand->product_id);

      if (product != NULL && on_hand->on_hand != HW_UNKNOWN && product->shelf_days > 0 &&
          product->shelf_days <= HW_FRESH_DAYS && today - on_hand->counted >= product->shelf_days)
        on_hand->on_hand = 0;
    }

  return shelf;
}

guint
hw_shelf_count_unknown (const GArray *shelf,
                        const GArray *products)
{
  guint n = 0;

  for (guint i = 0; i < shelf->len; i++)
    {
      const HwOnHand *on_hand = &g_array_index (shelf, HwOnHand, i);
      const HwProduct *product = hw_shelf_find_product (products, on_hand->product_id);

      n += on_hand->on_hand == HW_UNKNOWN && product != NULL && !product->retired;
    }

  return n;
}
