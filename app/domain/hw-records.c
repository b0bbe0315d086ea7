/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-records.h"

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
