/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-export.h"

#include "jobs/sample/hw-sample-catalogue.h"

#define LINE_BYTES 80 /* usual length of a line */

GString *
hw_sample_export (const HwSampleRecords *records)
{
  GString *csv = g_string_sized_new (LINE_BYTES * (gsize) records->sales->len);
  guint n;
  const HwSampleProduct *products = hw_sample_products (&n);
  char iso[HW_DAY_ISO_SIZE];

  g_string_append (csv, "Date,Time,Receipt,SKU,Product,Category,Quantity,Amount\n");
  for (guint i = 0; i < records->sales->len; i++)
    {
      const HwSampleSale *sale = &g_array_index (records->sales, HwSampleSale, i);
      const HwSampleProduct *product = &products[sale->product];
      g_autofree char *amount = hw_scaled_to_text (sale->amount, 2);

      g_string_append_printf (csv, "%s,%02d:%02d,%06u,%s,\"%s\",%s,%d,%s\n",
                              hw_day_write_iso (sale->day, iso), sale->minute / 60, sale->minute % 60,
                              sale->receipt_no, product->sku, product->name, product->category,
                              sale->units, amount);
    }

  return csv;
}
