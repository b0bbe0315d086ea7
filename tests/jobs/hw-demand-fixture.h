/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-fixture.h: a shop of two categories and some weeks of sales, for tests of
 * what is made of them. */
#pragma once

#include "core/hw-rng.h"
#include "domain/hw-known-event.h"
#include "domain/hw-override.h"
#include "jobs/demand/hw-forecast-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "support/hw-test-business.h"

/* A Wednesday, so that a week and a month run. Sales from a Monday to the day before. */
#define TODAY (hw_day_from_ymd (2026, 3, 11))
#define FIRST (hw_day_from_ymd (2025, 7, 7))

#define PRODUCTS \
  "SKU,Product,Category,Price,Unit cost\nRye,Rye,Bread,4.00,1.00\nOat,Oat,Bread,5.00,2.00\n" \
  "Bun,Bun,Rolls,1.00,0.40\nPretzel,Pretzel,Rolls,1.50,0.50\nJam,Jam,,3.00,2.00\n"

/* How many of each sell on a mean day; Saturdays twice as many, never on Sundays. */
static const struct
{
  const char *name;
  double      mean;
} shop_products[] = { { "Rye", 12.0 }, { "Oat", 4.0 }, { "Bun", 60.0 }, { "Pretzel", 25.0 }, { "Jam", 0.7 } };

/* Rows of from..to - 1; @factor: (nullable) of a product on a day. */
typedef double (*ShopFactor) (const char *product, HwDay day);

static inline char *
shop_sales (HwDay      from,
            HwDay      to,
            ShopFactor factor)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  char iso[HW_DAY_ISO_SIZE];
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (HwDay day = FIRST; day < to; day++)
    for (gsize i = 0; i < G_N_ELEMENTS (shop_products); i++)
      {
        const double mean = shop_products[i].mean * (hw_day_weekday (day) == 5 ? 2.0 : 1.0) *
                            (factor != NULL ? factor (shop_products[i].name, day) : 1.0);
        const guint n = hw_rng_poisson (&rng, mean);

        if (hw_day_weekday (day) != 6 && day >= from && n > 0)
          g_string_append_printf (text, "%s,%s,%u,%u.00\n", hw_day_write_iso (day, iso), shop_products[i].name, n, n);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static inline void
shop_import (const HwTestBusiness *business,
             const char           *name,
             const char           *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hw_test_business_write (business, name, text);
  g_autoptr (HwImportRequest) request = hw_import_request_new (path);
  g_autoptr (HwImportReport) report = NULL;

  /* Also rows that look like some that are there. */
  hw_import_request_answer (request, "again", "keep");
  report = hw_session_run (business->session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
}

static inline void
shop_open (HwTestBusiness *business,
           ShopFactor      factor)
{
  g_autofree char *sales = shop_sales (FIRST, TODAY, factor);

  hw_test_business_open (business, TODAY);
  shop_import (business, "products.csv", PRODUCTS);
  shop_import (business, "sales.csv", sales);
}

/* The same file on another day. */
static inline void
shop_reopen (HwTestBusiness *business,
             HwDay           today)
{
  g_autoptr (GError) error = NULL;

  hw_session_close (business->session);
  business->session = hw_session_open (business->path, today, FALSE, &error);
  g_assert_no_error (error);
}

static inline gpointer
shop_run (const HwTestBusiness *business,
          const HwJob          *job,
          gconstpointer         request)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hw_session_run (business->session, job, request, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static inline HwForecastPlan *
shop_plan (const HwTestBusiness *business,
           HwBy                  by)
{
  const HwForecastRequest request = { TRUE, by, by == HW_BY_DAY ? 60 : by == HW_BY_WEEK ? 8 : 3 };

  return shop_run (business, &hw_forecast_job, &request);
}

static inline const HwForecastSeries *
shop_series (const HwForecastPlan *plan,
             const char           *key)
{
  for (guint i = 0; i < plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

      if (g_str_equal (series->key, key))
        return series;
    }

  return hw_forecast_plan_find_category (plan, key);
}

static inline gint64
shop_product (const HwTestBusiness *business,
              const char           *key)
{
  g_autoptr (HwForecastPlan) plan = shop_plan (business, HW_BY_DAY);

  return shop_series (plan, key)->product_id;
}

static inline const HwForecastPoint *
shop_ahead (const HwForecastSeries *series,
            guint                   i)
{
  return &g_array_index (series->ahead, HwForecastPoint, i);
}

static inline HwForecastPoint
shop_on (const HwForecastSeries *series,
         HwDay                   day)
{
  for (guint i = 0; i < series->ahead->len; i++)
    if (shop_ahead (series, i)->day == day)
      return *shop_ahead (series, i);

  g_assert_not_reached ();
}

/* Sums of mean, model and shown over days ahead. */
static inline HwForecastPoint
shop_sum (const HwForecastSeries *series,
          HwDay                   from,
          HwDay                   to)
{
  HwForecastPoint sum = { .day = from };

  for (guint i = 0; i < series->ahead->len; i++)
    if (shop_ahead (series, i)->day >= from && shop_ahead (series, i)->day <= to)
      {
        sum.mean += shop_ahead (series, i)->mean;
        sum.model += shop_ahead (series, i)->model;
        sum.shown += shop_ahead (series, i)->shown;
        sum.own |= shop_ahead (series, i)->own;
      }

  return sum;
}

static inline double
shop_sold (const HwForecastSeries *series,
           HwDay                   from,
           HwDay                   to)
{
  double sum = 0.0;

  for (guint i = 0; i < series->past->len; i++)
    {
      const HwPastPoint *point = &g_array_index (series->past, HwPastPoint, i);

      if (point->day >= from && point->day <= to)
        sum += point->units;
    }

  return sum;
}

static inline HwEntryChange
shop_keep (const HwTestBusiness *business,
           const HwEntry        *entry)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  g_assert_no_error (error);
  hw_entry_save_free (save);
  return *change;
}

static inline HwEntry *
shop_event (const char *kind,
            const char *name,
            HwDay       from,
            HwDay       to)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_EVENT, 0);

  hw_answers_set (entry->answers, "name", name);
  hw_answers_set (entry->answers, "kind", kind);
  hw_answers_set_day (entry->answers, "from", from);
  hw_answers_set_day (entry->answers, "to", to);
  return entry;
}

static inline HwEntry *
shop_override (const char *subject,
               HwDay       from,
               HwDay       to,
               double      units)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_OVERRIDE, 0);

  hw_answers_set (entry->answers, "subject", subject);
  hw_answers_set (entry->answers, "reason", "order");
  hw_answers_set_day (entry->answers, "from", from);
  hw_answers_set_day (entry->answers, "to", to);
  hw_answers_set_number (entry->answers, "units", units);
  return entry;
}
