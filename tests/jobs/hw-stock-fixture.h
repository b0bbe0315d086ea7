/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-fixture.h: a shop of six products and two suppliers, with counts and terms,
 * for tests of what is ordered and what it would cost otherwise. */
#pragma once

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "jobs/hw-session-private.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "jobs/stock/hw-stock-what-if-job.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-terms-repo.h"
#include "support/hw-test-business.h"

/* A Monday. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define DAYS 280
#define ONE HW_QUANTITY_ONE

#define SUPPLIERS "Supplier,Lead time (days),Email\nMill,4,mill@example.com\nFarm,7,farm@example.com\n"

#define PRODUCTS \
  "SKU,Product,Price,Unit cost,Supplier,Pack size,Minimum order,Shelf life\n" \
  "rye,Rye,4.00,1.50,Mill,,,\nspelt,Spelt,5.00,2.00,Mill,6,,\noat,Oat,3.00,1.00,Mill,,20,\n" \
  "jam,Jam,3.00,1.80,Farm,12,24,\nmilk,Milk,1.40,0.90,Farm,6,,10\ncard,Card,2.50,1.00,Farm,,,\n"

#define STOCK \
  "Date,Product,Quantity on hand\n2026-03-01,Rye,15\n2026-03-01,Spelt,8\n2026-03-01,Oat,12\n" \
  "2026-03-01,Jam,6\n2026-03-01,Milk,9\n2026-03-01,Card,3\n"

static const struct
{
  const char *name;
  double      mean;  /* a day; none on Sundays */
} stock_products[] = { { "Rye", 12.0 }, { "Spelt", 5.0 }, { "Oat", 4.0 }, { "Jam", 2.0 }, { "Milk", 3.0 }, { "Card", 0.4 } };

static inline void
stock_import (const HwTestBusiness *business,
              const char           *name,
              const char           *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = hw_test_business_import (business, name, text, &error);

  g_assert_no_error (error);
}

static inline char *
stock_sales (HwDay from,
             HwDay to)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  char iso[HW_DAY_ISO_SIZE];

  for (HwDay day = from; day < to; day++)
    for (gsize i = 0; hw_day_weekday (day) != 6 && i < G_N_ELEMENTS (stock_products); i++)
      {
        guint n;
        HwRng rng;

        hw_rng_init (&rng, (guint64) day * 31 + i);
        n = hw_rng_poisson (&rng, stock_products[i].mean);
        if (n > 0)
          g_string_append_printf (text, "%s,%s,%u,%u.00\n", hw_day_write_iso (day, iso), stock_products[i].name, n, 3 * n);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @suppliers, @products, @stock: (nullable) in place of those above; "" for none. */
static inline void
stock_open (HwTestBusiness *business,
            const char     *suppliers,
            const char     *products,
            const char     *stock)
{
  g_autofree char *sales = stock_sales (TODAY - DAYS, TODAY);
  const char *texts[] = {
    suppliers != NULL ? suppliers : SUPPLIERS, products != NULL ? products : PRODUCTS, sales, stock != NULL ? stock : STOCK,
  };
  const char *names[] = { "suppliers.csv", "products.csv", "sales.csv", "stock.csv" };

  hw_test_business_open (business, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      stock_import (business, names[i], texts[i]);
}

static inline void
stock_reopen (HwTestBusiness *business,
              HwDay           today,
              gboolean        read_only)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&business->session, hw_session_close);
  business->session = hw_session_open (business->path, today, read_only, &error);
  g_assert_no_error (error);
}

static inline gpointer
stock_run (const HwTestBusiness *business,
           const HwJob          *job,
           gconstpointer         request)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hw_session_run (business->session, job, request, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static inline HwStockPlan *
stock_plan (const HwTestBusiness *business,
            double                promise)
{
  const HwStockRequest request = { promise };

  return stock_run (business, &hw_stock_job, &request);
}

static inline const HwStockLine *
stock_line (const HwStockPlan *plan,
            const char        *name)
{
  for (guint i = 0; i < plan->lines->len; i++)
    if (g_str_equal (((const HwStockLine *) g_ptr_array_index (plan->lines, i))->name, name))
      return g_ptr_array_index (plan->lines, i);

  g_assert_not_reached ();
}

static inline const HwStockSupplier *
stock_supplier (const HwStockPlan *plan,
                const char        *name)
{
  for (guint i = 0; i < plan->suppliers->len; i++)
    if (g_str_equal (((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->name, name))
      return g_ptr_array_index (plan->suppliers, i);

  g_assert_not_reached ();
}

static inline void
stock_keep_terms (const HwTestBusiness *business,
                  HwMoney               budget)
{
  HwStockTerms terms;
  g_autofree HwStockTerms *kept = NULL;

  hw_stock_terms_init (&terms);
  terms.said = HW_SAID_BUDGET;
  terms.budget = budget;
  kept = stock_run (business, &hw_stock_terms_keep_job, &terms);
}

/* What the supplier @name asks of an order. */
static inline void
stock_ask (const HwTestBusiness *business,
           const char           *name,
           HwMoney               min_order,
           HwMoney               freight,
           HwMoney               freight_free)
{
  g_autoptr (GPtrArray) cards = stock_run (business, &hw_supplier_list_job, NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      HwSupplierCard *card = g_ptr_array_index (cards, i);

      if (!g_str_equal (card->supplier.name, name))
        continue;

      card->supplier.min_order = min_order;
      card->terms.freight = freight;
      card->terms.freight_free = freight_free;
      hw_supplier_card_free (stock_run (business, &hw_supplier_keep_job, card));
    }
}
