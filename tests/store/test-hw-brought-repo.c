/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-brought-repo.h"

#include "store/hw-import-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-store-fixture.h"

#define AT 1760000000

/* A file of one sale on each of @days; it says that it counts to @said. */
static gint64
bring (HwStore     *store,
       const char  *name,
       gint64       product_id,
       const char  *days,
       const char  *said)
{
  g_auto (GStrv) list = g_strsplit (days, " ", -1);
  g_autoptr (HwImportReport) report = hw_import_report_new ();
  g_autoptr (HwSaleWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (hw_store_begin (store, &error));
  g_assert_true (hw_import_repo_begin (store, HW_IMPORT_SALES, name, name, AT, &id, &error));
  writer = hw_sale_writer_new (store, &error);
  for (char **day = list; *day != NULL; day++)
    {
      const HwSale sale = {
        .day = hw_day_from_iso (*day), .product_id = product_id, .import_id = id, .quantity = 20000, .amount = HW_UNKNOWN, .minute = -1,
      };

      g_assert_true (hw_sale_writer_add (writer, &sale, &error));
    }

  report->first_day = hw_day_from_iso (list[0]);
  report->last_day = hw_day_from_iso (said);
  g_assert_true (hw_import_repo_finish (store, id, report, &error));
  g_assert_true (hw_store_commit (store, &error));
  g_assert_no_error (error);
  return id;
}

static void
write_down (const HwBroughtSale *sale,
            gpointer             data)
{
  char iso[HW_DAY_ISO_SIZE];

  g_assert_cmpint (sale->shop_id, ==, 0);
  g_assert_cmpint (sale->quantity, ==, 20000);
  g_assert_cmpint (sale->amount, ==, HW_UNKNOWN);
  g_string_append_printf (data, " %" G_GINT64_FORMAT ":%s", sale->import_id, hw_day_write_iso (sale->day, iso));
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HwStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) files = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 roll = add_product (store, "Roll", 1, 1, 0);
  const HwSale typed = { .day = hw_day_from_iso ("2026-02-01"), .product_id = roll, .quantity = 10000, .amount = 1, .minute = -1 };
  const gint64 months = bring (store, "months.csv", roll, "2026-01-01 2026-02-01", "2026-02-28");
  const gint64 weeks = bring (store, "weeks.csv", roll, "2026-01-26 2026-02-02", "2026-02-08");
  const gint64 days = bring (store, "days.csv", roll, "2026-02-01 2026-02-01 2026-02-03", "2026-02-03");
  const gint64 gone = bring (store, "gone.csv", roll, "2026-02-01", "2026-02-01");
  const HwBrought *file;

  {
    g_autoptr (HwSaleWriter) writer = hw_sale_writer_new (store, &error);

    g_assert_true (hw_sale_writer_add (writer, &typed, &error));
  }
  g_assert_true (hw_import_repo_undo (store, gone, AT + 60, &error));
  files = hw_brought_repo_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 3);

  file = &g_array_index (files, HwBrought, 0);
  g_assert_cmpint (file->import_id, ==, months);
  g_assert_cmpstr (file->name, ==, "months.csv");
  g_assert_cmpuint (file->n_days, ==, 2);
  g_assert_cmpint (file->last, ==, hw_day_from_iso ("2026-02-01"));
  g_assert_cmpint (file->said_last, ==, hw_day_from_iso ("2026-02-28"));
  g_assert_true (file->months && !file->weeks);
  file = &g_array_index (files, HwBrought, 1);
  g_assert_true (file->import_id == weeks && file->weeks && !file->months);
  file = &g_array_index (files, HwBrought, 2);
  g_assert_true (file->import_id == days && !file->weeks && !file->months);
  g_assert_cmpuint (file->n_days, ==, 2);

  /* Neither what was taken back nor what came with no file. */
  g_assert_true (hw_brought_repo_each (store, hw_day_from_iso ("2026-02-01"), hw_day_from_iso ("2026-02-02"), write_down, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, " 1:2026-02-01 3:2026-02-01 3:2026-02-01 2:2026-02-02");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/hw-brought-repo/files", Fixture, NULL, fixture_set_up, test_files, fixture_tear_down);
  return g_test_run ();
}
