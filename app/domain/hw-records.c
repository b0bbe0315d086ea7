/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-records.h"

const char *
hw_order_state_id (HwOrderState state)
{
  static const char *const ids[] = {
    [HW_ORDER_DRAFT] = "draft",
    [HW_ORDER_SENT] = "sent",
    [HW_ORDER_CONFIRMED] = "confirmed",
    [HW_ORDER_PART] = "part",
    [HW_ORDER_RECEIVED] = "received",
    [HW_ORDER_CANCELLED] = "cancelled",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (ids), "");

  return ids[state];
}

void
hw_business_clear (HwBusiness *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sector, g_free);
  g_clear_pointer (&self->country, g_free);
}

void
hw_business_copy (HwBusiness       *to,
                  const HwBusiness *from)
{
  *to = *from;
  to->name = g_strdup (from->name);
  to->sector = g_strdup (from->sector);
  to->country = g_strdup (from->country);
}

void
hw_product_clear (HwProduct *self)
{
  g_clear_pointer (&self->sku, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->category, g_free);
  g_clear_pointer (&self->unit, g_free);
}

void
hw_supplier_clear (HwSupplier *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->email, g_free);
}

void
hw_customer_clear (HwCustomer *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
}

void
hw_shop_clear (HwShop *self)
{
  g_clear_pointer (&self->name, g_free);
}

void
hw_sale_clear (HwSale *self)
{
  g_clear_pointer (&self->order_ref, g_free);
}

static GArray *
array_new (guint          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

GArray *
hw_products_new (void)
{
  return array_new (sizeof (HwProduct), (GDestroyNotify) hw_product_clear);
}

GArray *
hw_suppliers_new (void)
{
  return array_new (sizeof (HwSupplier), (GDestroyNotify) hw_supplier_clear);
}

GArray *
hw_customers_new (void)
{
  return array_new (sizeof (HwCustomer), (GDestroyNotify) hw_customer_clear);
}

GArray *
hw_shops_new (void)
{
  return array_new (sizeof (HwShop), (GDestroyNotify) hw_shop_clear);
}
