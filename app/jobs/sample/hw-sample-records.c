/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-records.h"

HwSampleRecords *
hw_sample_records_new (void)
{
  HwSampleRecords *self = g_new0 (HwSampleRecords, 1);

  self->sales = g_array_new (FALSE, FALSE, sizeof (HwSampleSale));
  self->counts = g_array_new (FALSE, FALSE, sizeof (HwStockCount));
  self->wastes = g_array_new (FALSE, FALSE, sizeof (HwWaste));
  self->orders = g_array_new (FALSE, FALSE, sizeof (HwOrder));
  self->order_lines = g_array_new (FALSE, FALSE, sizeof (HwOrderLine));
  self->receipts = g_array_new (FALSE, FALSE, sizeof (HwReceipt));
  return self;
}

void
hw_sample_records_free (HwSampleRecords *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->sales);
  g_array_unref (self->counts);
  g_array_unref (self->wastes);
  g_array_unref (self->orders);
  g_array_unref (self->order_lines);
  g_array_unref (self->receipts);
  g_free (self);
}
