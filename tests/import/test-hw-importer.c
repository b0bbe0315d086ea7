/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small ugly files, each with what it must come to. */
#include "import/hw-importer.h"

#include "core/hw-error.h"
#include "domain/hw-records.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2026-11-21"

typedef struct
{
  const char  *file;
  const char  *currency;
  const char  *answer;      /* (nullable) "id=value": the one question asked first */
  HwImportKind kind;
  gint64       read;
  gint64       imported;
  const char  *first;       /* (nullable) */
  const char  *last;
  const char  *quantity;
  const char  *amount;      /* (nullable) no amounts in the file */
} Case;

static const Case cases[] = {
  { "de-kasse.csv", "EUR", NULL, HW_IMPORT_SALES, 4, 4, "2026-02-02", "2026-02-05", "14", "2208.30" },
  { "fr-ventes.txt", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-01-05", "2026-08-01", "15", "1273.40" },
  { "es-ventas.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-01-03", "2026-01-16", "7", "13.20" },
  { "us-lines.csv", "USD", NULL, HW_IMPORT_SALES, 5, 5, "2026-03-04", "2026-03-26", "4", "1263.50" },
  { "us-lines.csv", "CAD", NULL, HW_IMPORT_SALES, 5, 5, "2026-03-04", "2026-03-26", "4", "1263.50" },
  { "us-lines.csv", "EUR", "currency=USD", HW_IMPORT_SALES, 5, 5, "2026-03-04", "2026-03-26", "4", "1263.50" },
  { "us-lines.csv", "EUR", "currency=EUR", HW_IMPORT_SALES, 5, 5, "2026-03-04", "2026-03-26", "4", "1263.50" },
  { "order-unknown.csv", "EUR", "date-order=dmy", HW_IMPORT_SALES, 2, 2, "2026-04-03", "2026-04-05", "3", "7.50" },
  { "order-unknown.csv", "EUR", "date-order=mdy", HW_IMPORT_SALES, 2, 2, "2026-03-04", "2026-05-04", "3", "7.50" },
  { "mangled-dates.csv", "EUR", NULL, HW_IMPORT_SALES, 4, 4, "2026-01-27", "2026-03-01", "11", "11.50" },
  { "grouped.csv", "USD", NULL, HW_IMPORT_SALES, 3, 3, "2026-01-02", "2026-01-20", "101", "1253.00" },
  { "shop-orders.csv", "EUR", "currency=EUR", HW_IMPORT_SALES, 6, 2, "2026-01-05", "2026-01-05", "3", "25.00" },
  { "shop-orders.csv", "EUR", "currency=USD", HW_IMPORT_SALES, 6, 2, "2026-01-08", "2026-01-08", "2", "19.00" },
  { "order-status.csv", "EUR", NULL, HW_IMPORT_SALES, 6, 4, "2026-01-05", "2026-01-07", "5", "14.00" },
  { "settlement.txt", "EUR", NULL, HW_IMPORT_SALES, 5, 2, "2026-01-13", "2026-01-14", "1", "13.50" },
  { "items-only.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-01-05", "2026-01-06", "3", NULL },
  { "untidy.csv", "EUR", NULL, HW_IMPORT_SALES, 7, 5, "2026-01-05", "2026-01-09", "4", "17.3333" },
  { "decimal-unknown.csv", "EUR", "decimal=point", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "3", "3.75" },
  { "decimal-unknown.csv", "EUR", "decimal=comma", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "3", "3750.00" },
  { "day-totals.csv", "EUR", "kind=sales", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "2", "219.50" },
  { "refunds-plus.csv", "EUR", "sign=flip", HW_IMPORT_SALES, 3, 3, "2026-01-05", "2026-01-07", "2", "6.00" },
  { "refunds-plus.csv", "EUR", "sign=keep", HW_IMPORT_SALES, 3, 3, "2026-01-05", "2026-01-07", "4", "12.00" },
  { "unclosed.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-01-05", "2026-01-07", "4", "11.00" },
  { "india.csv", "INR", NULL, HW_IMPORT_SALES, 2, 2, "2026-01-25", "2026-01-26", "3", "125856.50" },
  { "swiss.csv", "CHF", NULL, HW_IMPORT_SALES, 2, 2, "2026-01-31", "2026-02-01", "3", "1851.75" },
  { "scientific.csv", "EUR", NULL, HW_IMPORT_SALES, 5, 3, "2026-01-07", "2026-01-09", "3", "11.50" },
  { "letters.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-01-05", "2026-01-07", "3", "6.00" },
  { "japanese.csv", "JPY", "encoding=SHIFT_JIS", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "2", "950.00" },
  { "wrong-total.csv", "EUR", NULL, HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "4", "10.00" },
  { "amount-unknown.csv", "EUR", "amount-column=4", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "3", "15.00" },
  { "amount-unknown.csv", "EUR", "amount-column=none", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "3", NULL },
  { "two-amounts.csv", "EUR", "amount-column=4", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "2", "30.00" },
  { "till-report.csv", "GBP", NULL, HW_IMPORT_SALES, 2, 2, "2026-01-31", "2026-01-31", "3", "6.17" },
  { "two-signs.csv", "EUR", "currency=EUR", HW_IMPORT_SALES, 3, 1, "2026-01-06", "2026-01-06", "1", "6.00" },
  { "two-signs.csv", "EUR", "currency=USD", HW_IMPORT_SALES, 3, 2, "2026-01-05", "2026-01-07", "2", "10.00" },
  { "weekly.csv", "EUR", NULL, HW_IMPORT_SALES, 6, 6, "2026-01-05", "2026-01-13", "5", "38.30" },
  { "negative.csv", "EUR", "sign=flip", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "3", "15.00" },
  { "negative.csv", "EUR", "sign=keep", HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "-3", "-15.00" },
  { "serial.csv", "EUR", NULL, HW_IMPORT_SALES, 2, 2, "2026-01-05", "2026-01-06", "3", "15.00" },
  { "stock-headed.csv", "EUR", NULL, HW_IMPORT_STOCK, 3, 3, NULL, NULL, "19", "32.00" },
  { "stock.csv", "EUR", NULL, HW_IMPORT_STOCK, 3, 3, NULL, NULL, "55.5", "147.10" },
  { "products.csv", "EUR", NULL, HW_IMPORT_PRODUCTS, 3, 3, NULL, NULL, "10", "150.00" },
  { "suppliers.csv", "EUR", NULL, HW_IMPORT_SUPPLIERS, 2, 2, NULL, NULL, NULL, NULL },
  { "books.iif", "USD", NULL, HW_IMPORT_SALES, 4, 3, "2026-01-27", "2026-01-28", "4", "20.00" },
  { "vend-sales.csv", "EUR", NULL, HW_IMPORT_SALES, 6, 2, "2026-03-02", "2026-03-02", "3", "9.00" },
  { "wallet.csv", "EUR", NULL, HW_IMPORT_BANK, 3, 2, "2026-02-02", "2026-02-03", NULL, "57.90" },
  { "bank-bare.csv", "EUR", NULL, HW_IMPORT_BANK, 3, 3, "2026-03-05", "2026-03-09", NULL, "308.15" },
  { "bank-two-ways.csv", "GBP", NULL, HW_IMPORT_BANK, 3, 3, "2026-03-02", "2026-03-31", NULL, "-310.40" },
  { "bank-letters.csv", "EUR", NULL, HW_IMPORT_BANK, 2, 2, "2026-03-02", "2026-03-03", NULL, "35.50" },
  { "payments-only.csv", "EUR", "kind=bank", HW_IMPORT_BANK, 2, 2, "2026-03-02", "2026-03-03", NULL, "27.50" },
  { "payments-only.csv", "EUR", "kind=sales", HW_IMPORT_SALES, 2, 2, "2026-03-02", "2026-03-03", "2", "27.50" },
  { "thrown-away.csv", "EUR", NULL, HW_IMPORT_WASTE, 3, 3, "2026-03-02", "2026-03-03", "16.5", NULL },
  { "purchase-orders.csv", "EUR", NULL, HW_IMPORT_PURCHASES, 3, 3, "2026-03-02", "2026-03-09", "34", "42.00" },
  { "hours.csv", "EUR", NULL, HW_IMPORT_HOURS, 3, 3, "2026-03-02", "2026-03-03", "19.5", NULL },
  { "meter.csv", "EUR", NULL, HW_IMPORT_METER, 2, 2, "2026-01-31", "2026-02-28", "21200.5", NULL },
  { "survey.csv", "EUR", NULL, HW_IMPORT_SURVEY, 5, 5, "2026-03-02", "2026-03-04", "40", NULL },
  { "figures.csv", "EUR", NULL, HW_IMPORT_FIGURES, 3, 2, "2026-01-31", "2026-02-28", "80.5", NULL },
  { "figures-wide.csv", "EUR", NULL, HW_IMPORT_FIGURES, 11, 8, "2026-01-31", "2026-03-31", "55.17", NULL },
  { "figures-by-month.csv", "EUR", NULL, HW_IMPORT_FIGURES, 5, 5, "2026-01-31", "2026-02-28", "86.32", NULL },
  { "day-report.csv", "EUR", "kind=sales", HW_IMPORT_SALES, 3, 3, "2026-03-02", "2026-03-04", "3", "319.50" },
  { "months-across.csv", "EUR", NULL, HW_IMPORT_SALES, 4, 4, "2025-01-01", "2025-03-31", NULL, "285.75" },
  { "weeks-across.csv", "EUR", "figures=quantity", HW_IMPORT_SALES, 6, 6, "2025-12-29", "2026-01-18", "405", NULL },
  { "weeks-across.csv", "EUR", "figures=amount", HW_IMPORT_SALES, 6, 6, "2025-12-29", "2026-01-18", NULL, "405.00" },
  { "products-across.csv", "EUR", NULL, HW_IMPORT_SALES, 5, 5, "2026-03-02", "2026-03-03", NULL, "57.00" },
  { "gaps.csv", "EUR", "no-date=leave-out", HW_IMPORT_SALES, 5, 4, "2026-03-02", "2026-03-03", "4", "12.00" },
  { "gaps.csv", "EUR", "no-date=above", HW_IMPORT_SALES, 5, 5, "2026-03-02", "2026-03-03", "6", "16.00" },
  { "day-once.csv", "EUR", NULL, HW_IMPORT_SALES, 5, 5, "2026-03-02", "2026-03-03", "7", "17.00" },
  { "bank.csv", "EUR", NULL, HW_IMPORT_BANK, 2, 2, "2026-01-05", "2026-01-06", NULL, "20.00" },
  { "fees-between.csv", "EUR", NULL, HW_IMPORT_SALES, 7, 3, "2026-03-02", "2026-03-04", "2", "36.00" },
  { "taken-back.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-03-02", "2026-03-13", "1", "6.90" },
  { "invoices-paid.csv", "USD", NULL, HW_IMPORT_SALES, 3, 2, "2026-03-02", "2026-03-14", "2", "300.00" },
  { "bank-available.csv", "EUR", NULL, HW_IMPORT_BANK, 3, 3, "2026-03-13", "2026-03-17", NULL, "29.75" },
  { "wallet-de.csv", "EUR", NULL, HW_IMPORT_BANK, 3, 2, "2026-03-13", "2026-03-15", NULL, "-51.60" },
  { "bank-day-once.csv", "GBP", NULL, HW_IMPORT_BANK, 4, 4, "2026-03-02", "2026-03-03", NULL, "248.50" },
  { "hours-clock.csv", "USD", NULL, HW_IMPORT_HOURS, 2, 2, "2026-03-13", "2026-03-13", "11.75", NULL },
  { "two-tables.csv", "EUR", NULL, HW_IMPORT_SALES, 2, 2, "2026-03-13", "2026-03-14", "3", "65.50" },
  { "expenses.csv", "EUR", NULL, HW_IMPORT_BANK, 5, 5, "2026-03-02", "2026-03-06", NULL, "-178.00" },
  { "order-heads.csv", "USD", NULL, HW_IMPORT_SALES, 4, 4, "2026-03-13", "2026-03-14", "5", "113.00" },
  { "mailing-list.csv", "USD", NULL, HW_IMPORT_CUSTOMERS, 2, 2, NULL, NULL, NULL, NULL },
  { "market-place.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 2, "2026-03-13", "2026-03-14", "3", "65.50" },
  { "years-over-months.csv", "EUR", NULL, HW_IMPORT_SALES, 8, 8, "2025-11-01", "2026-02-28", NULL, "541.00" },
  { "cash-book.csv", "EUR", NULL, HW_IMPORT_BANK, 3, 3, "2026-03-02", "2026-03-14", NULL, "396.50" },
  { "by-weight.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-03-02", "2026-03-04", "2.25", "31.50" },
  { "orders-each.csv", "GBP", NULL, HW_IMPORT_SALES, 3, 2, "2026-03-13", "2026-03-15", "4", "40.00" },
  { "total-last.csv", "EUR", NULL, HW_IMPORT_SALES, 2, 2, "2026-03-13", "2026-03-14", "3", "6.50" },
  { "sales-by-day.csv", "EUR", "figures=quantity", HW_IMPORT_SALES, 8, 8, "2026-03-02", "2026-03-06", "17", NULL },
  { "dk-salg.csv", "DKK", NULL, HW_IMPORT_SALES, 2, 2, "2026-03-13", "2026-03-14", "5", "174.00" },
  { "market-stall.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2025-03-02", "2025-04-12", "4", "31.50" },
  { "no-year.csv", "USD", "year=2025", HW_IMPORT_SALES, 2, 2, "2025-12-02", "2025-12-30", "3", "9.40" },
  { "no-year.csv", "USD", "year=2024", HW_IMPORT_SALES, 2, 2, "2024-12-02", "2024-12-30", "3", "9.40" },
  { "pl-1250.csv", "PLN", NULL, HW_IMPORT_SALES, 2, 2, "2026-03-02", "2026-03-03", "4", "27.80" },
  { "day-sums.csv", "EUR", NULL, HW_IMPORT_SALES, 3, 3, "2026-03-02", "2026-03-13", "5", "13.80" },
  { "bought.csv", "EUR", NULL, HW_IMPORT_PURCHASES, 2, 2, "2026-03-02", "2026-03-13", "18", "18.00" },
  { "iso-weeks.csv", "EUR", NULL, HW_IMPORT_SALES, 2, 2, "2025-12-29", "2026-03-02", "8", "16.00" },
  { "customers.csv", "EUR", NULL, HW_IMPORT_CUSTOMERS, 2, 2, NULL, NULL, NULL, NULL },
};

typedef struct
{
  HwImportOptions options;
  GHashTable     *map;
  GHashTable     *answers;
} Setting;

static void
setting_init (Setting    *self,
              const char *currency)
{
  self->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->options = (HwImportOptions) {
    .kind = HW_IMPORT_AUTO, .currency = currency, .currency_open = TRUE, .today = hw_day_from_iso (TODAY),
    .map = self->map, .answers = self->answers,
  };
}

static void
setting_clear (Setting *self)
{
  g_hash_table_unref (self->map);
  g_hash_table_unref (self->answers);
}

static void
put (GHashTable *table,
     const char *pair)
{
  g_auto(GStrv) parts = g_strsplit (pair, "=", 2);

  g_hash_table_insert (table, g_strdup (parts[0]), g_strdup (parts[1]));
}

static HwImportPlan *
scan (const char    *file,
      const Setting *setting,
      GError       **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "csv", file, NULL);

  return hw_import_scan (path, &setting->options, NULL, error);
}

typedef struct
{
  GPtrArray *items;
  HwMoney    amount;
  gint64     rows;
} Kept;

static gboolean
keep_row (const HwImportRow  *row,
          gpointer            data,
          GError            **error)
{
  Kept *kept = data;

  g_assert_nonnull (row->item);
  g_assert_nonnull (row->customer);
  g_ptr_array_add (kept->items, g_strdup (row->item));
  kept->amount += row->amount == HW_UNKNOWN ? 0 : row->amount;
  kept->rows++;
  return TRUE;
}

static void
check_text (gint64      scaled,
            int         decimals,
            const char *want)
{
  g_autofree char *text = hw_scaled_to_text (scaled, decimals);

  g_assert_cmpstr (text, ==, want);
}

static void
check_report (const Case           *c,
              const HwImportReport *report)
{
  gint64 left_out = 0;

  for (int i = 0; i < HW_LEFT_OUT_N; i++)
    left_out += report->left_out[i];

  g_assert_cmpint (report->kind, ==, c->kind);
  g_assert_cmpint (report->rows_read, ==, c->read);
  g_assert_cmpint (report->rows_imported, ==, c->imported);
  g_assert_cmpint (report->rows_imported + left_out, ==, report->rows_read);
  g_assert_cmpint (report->first_day, ==, c->first != NULL ? hw_day_from_iso (c->first) : HW_DAY_NONE);
  g_assert_cmpint (report->last_day, ==, c->last != NULL ? hw_day_from_iso (c->last) : HW_DAY_NONE);
  g_assert_cmpint (report->has_quantity, ==, c->quantity != NULL);
  if (c->quantity != NULL)
    check_text (report->quantity_total, 0, c->quantity);
  g_assert_cmpint (report->amount_known, ==, c->amount != NULL);
  if (c->amount != NULL)
    check_text (report->amount_total, 2, c->amount);
}

/* Each file: its question if it has one, and after the answer none; then the
 * totals; counted without a sink and kept with one, the same. */
static void
test_file (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(HwImportReport) counted = NULL;
  g_autoptr(HwImportReport) report = NULL;
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  Kept kept = { g_ptr_array_new_with_free_func (g_free), 0, 0 };
  const HwRowSink sink = { keep_row, &kept };
  Setting setting;

  setting_init (&setting, c->currency);
  plan = scan (c->file, &setting, &error);
  g_assert_no_error (error);

  if (c->answer != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (c->answer, "=", 2);
      GPtrArray *questions = hw_import_plan_get_questions (plan);

      g_assert_cmpuint (questions->len, ==, 1);
      g_assert_cmpstr (((HwImportQuestion *) g_ptr_array_index (questions, 0))->id, ==, parts[0]);
      g_assert_true (hw_import_question_has_choice (g_ptr_array_index (questions, 0), parts[1]));
      g_assert_null (hw_import_read (plan, &sink, NULL, &error));
      g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION);
      g_clear_error (&error);
      g_clear_pointer (&plan, hw_import_plan_free);

      put (setting.answers, c->answer);
      plan = scan (c->file, &setting, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (hw_import_plan_get_questions (plan)->len, ==, 0);
  counted = hw_import_read (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  report = hw_import_read (plan, &sink, NULL, &error);
  g_assert_no_error (error);
  check_report (c, counted);
  check_report (c, report);
  g_assert_cmpint (kept.rows, ==, c->imported);
  if (c->amount != NULL)
    check_text (kept.amount, 2, c->amount);

  g_ptr_array_unref (kept.items);
  setting_clear (&setting);
}

static HwImportReport *
import (const char *file,
        const char *currency,
        GPtrArray  *items)
{
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  Kept kept = { items, 0, 0 };
  const HwRowSink sink = { keep_row, &kept };
  HwImportReport *report;
  Setting setting;

  setting_init (&setting, currency);
  plan = scan (file, &setting, &error);
  g_assert_no_error (error);
  report = hw_import_read (plan, &sink, NULL, &error);
  g_assert_no_error (error);
  setting_clear (&setting);
  return report;
}

static void
test_names (void)
{
  static const struct
  {
    const char *file;
    guint       row;
    const char *item;
  } names[] = {
    { "de-kasse.csv", 1, "Br\303\266tchen; gro\303\237" },
    { "fr-ventes.txt", 0, "Cr\303\250me br\303\273l\303\251e" },
    { "es-ventas.csv", 2, "Pi\303\261a" },
    { "grouped.csv", 1, "Tea, green" },
    { "grouped.csv", 2, "Cake" },
    { "settlement.txt", 0, "TEA" },
    { "untidy.csv", 0, "5\" pipe" },
    { "products.csv", 1, "Blue Shirt - M" },
    { "products.csv", 2, "Cap" },
    { "items-only.csv", 1, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(HwImportReport) report = import (names[i].file, g_str_has_prefix (names[i].file, "grouped") ? "USD" : "EUR", items);

      g_assert_cmpstr (g_ptr_array_index (items, names[i].row), ==, names[i].item);
    }
}

/* What no total shows is said: whether there is money, and whether there are pieces. */
static void
test_notes (void)
{
  static const struct
  {
    const char *file;
    const char *says;  /* NULL: nothing */
  } notes[] = {
    { "items-only.csv", "no amounts" }, { "items-only.csv", "no quantities" }, { "months-across.csv", "money" },
    { "products-across.csv", "money" }, { "figures-wide.csv", "Mood of the team, Days" }, { "figures-by-month.csv", "cash would last" }, { "de-kasse.csv", NULL }, { "stock.csv", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(HwImportReport) report = import (notes[i].file, "EUR", items);
      gboolean said = FALSE;

      for (guint n = 0; n < report->notes->len; n++)
        said |= notes[i].says != NULL && strstr (g_ptr_array_index (report->notes, n), notes[i].says) != NULL;
      g_assert_cmpint (said, ==, notes[i].says != NULL);
      g_assert_cmpint (report->notes->len > 0, ==, notes[i].says != NULL);
    }
}

static char *
data_path (const char *file)
{
  return g_test_build_filename (G_TEST_DIST, "data", "csv", file, NULL);
}

/* Orders and their lines in two files, named either way round: the day, the customer and
 * the state of an order are those of its lines. Two that have nothing in common are told. */
static void
test_two_files (void)
{
  static const char *const pairs[][2] = { { "order-lines.csv", "orders-apart.csv" }, { "orders-apart.csv", "order-lines.csv" },
                                          { "order-lines.csv", "customers.csv" }, { "de-kasse.csv", "orders-apart.csv" } };
  g_autofree char *sum = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = data_path (pairs[i][0]);
      g_autofree char *beside = data_path (pairs[i][1]);
      g_autoptr(HwImportReport) report = NULL;
      g_autoptr(HwImportPlan) plan = NULL;
      g_autoptr(GError) error = NULL;
      Setting setting;

      setting_init (&setting, "EUR");
      setting.options.beside = beside;
      plan = hw_import_scan (path, &setting.options, NULL, &error);
      setting_clear (&setting);
      if (i > 1)
        {
          g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NOT_USED);
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpuint (hw_import_plan_get_questions (plan)->len, ==, 0);
      report = hw_import_read (plan, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (report->rows_imported, ==, 3);
      g_assert_cmpint (report->left_out[HW_LEFT_OUT_CANCELLED], ==, 1);
      g_assert_cmpint (report->last_day, ==, hw_day_from_iso ("2026-01-17"));
      check_text (report->amount_total, 2, "13.50");
      g_assert_nonnull (strstr (g_ptr_array_index (report->notes, 0), "4 of 4"));
      if (i == 0)
        sum = g_strdup (hw_import_plan_get_sha256 (plan));
      else
        g_assert_cmpstr (hw_import_plan_get_sha256 (plan), ==, sum);
    }
}

/* What was left out and why, and the defects, each with its row. */
static void
test_findings (void)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(HwImportReport) status = import ("order-status.csv", "EUR", items);
  g_autoptr(HwImportReport) settlement = import ("settlement.txt", "EUR", items);
  g_autoptr(HwImportReport) untidy = import ("untidy.csv", "EUR", items);
  g_autoptr(HwImportReport) wrong = import ("wrong-total.csv", "EUR", items);
  g_autoptr(HwImportReport) letters = import ("letters.csv", "EUR", items);
  g_autoptr(HwImportReport) stock = import ("stock.csv", "EUR", items);
  g_autoptr(HwImportReport) right = import ("grouped.csv", "USD", items);
  const HwIssue *issue;

  g_assert_cmpint (status->left_out[HW_LEFT_OUT_CANCELLED], ==, 2);
  check_text (status->left_out_amount[HW_LEFT_OUT_CANCELLED], 2, "5.50");
  g_assert_cmpint (settlement->left_out[HW_LEFT_OUT_NOT_A_SALE], ==, 3);
  g_assert_cmpint (settlement->rows_with_issues, ==, 0);

  g_assert_cmpint (untidy->issue_counts[HW_ISSUE_NO_DATE], ==, 1);
  g_assert_cmpint (untidy->issue_counts[HW_ISSUE_NO_PRODUCT], ==, 1);
  g_assert_cmpint (untidy->issue_counts[HW_ISSUE_BAD_NUMBER], ==, 1);
  g_assert_cmpint (untidy->issue_counts[HW_ISSUE_TOO_FINE], ==, 1);
  g_assert_cmpint (untidy->issue_counts[HW_ISSUE_NO_QUANTITY], ==, 1);
  g_assert_cmpint (untidy->issue_counts[HW_ISSUE_RAGGED], ==, 2);
  g_assert_cmpint (untidy->left_out[HW_LEFT_OUT_DEFECT], ==, 2);

  g_assert_cmpint (wrong->issue_counts[HW_ISSUE_TOTAL_DIFFERS], ==, 1);
  issue = &g_array_index (wrong->issues, HwIssue, 0);
  g_assert_cmpint (issue->row, ==, 4);
  g_assert_cmpint (issue->column, ==, 3);
  g_assert_cmpstr (issue->value, ==, "11.00");
  g_assert_cmpint (right->issue_counts[HW_ISSUE_TOTAL_DIFFERS], ==, 0);

  g_assert_cmpint (letters->issue_counts[HW_ISSUE_BAD_TEXT], ==, 1);
  g_assert_cmpint (g_array_index (letters->issues, HwIssue, 0).row, ==, 4);
  g_assert_cmpint (stock->issue_counts[HW_ISSUE_DOUBLE], ==, 1);
}

static void
expect_error (const char *file,
              const char *answer,
              const char *mapping,
              int         code)
{
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  Setting setting;

  setting_init (&setting, "EUR");
  if (answer != NULL)
    put (setting.answers, answer);
  if (mapping != NULL)
    put (setting.map, mapping);
  plan = scan (file, &setting, &error);
  g_assert_null (plan);
  g_assert_error (error, HW_IMPORT_ERROR, code);
  setting_clear (&setting);
}

static void
test_refusals (void)
{
  expect_error ("categories.csv", NULL, NULL, HW_IMPORT_ERROR_NOT_USED);
  expect_error ("profit-loss.csv", NULL, NULL, HW_IMPORT_ERROR_NOT_USED);
  expect_error ("team.csv", NULL, NULL, HW_IMPORT_ERROR_NOT_USED);
  expect_error ("no-day.csv", NULL, NULL, HW_IMPORT_ERROR_NOT_USED);
  expect_error ("journal-accounts.csv", NULL, NULL, HW_IMPORT_ERROR_NOT_USED);
  expect_error ("headless.csv", NULL, NULL, HW_IMPORT_ERROR_NO_KIND);
  expect_error ("not-there.csv", NULL, NULL, HW_IMPORT_ERROR_OPEN);
  expect_error ("day-totals.csv", "kind=none", NULL, HW_IMPORT_ERROR_NO_KIND);
  expect_error ("order-unknown.csv", "date-order=soon", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("order-unknown.csv", "kind=songs", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("shop-orders.csv", "currency=GBP", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("decimal-unknown.csv", "decimal=slash", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("two-amounts.csv", "amount-column=9", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("untidy.csv", "separator=dot", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("untidy.csv", "encoding=klingon", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("untidy.csv", "sign=maybe", NULL, HW_IMPORT_ERROR_ANSWER);
  expect_error ("untidy.csv", NULL, "amount=Weight", HW_IMPORT_ERROR_NO_COLUMN);
  expect_error ("untidy.csv", NULL, "amount=9", HW_IMPORT_ERROR_NO_COLUMN);
  expect_error ("untidy.csv", NULL, "colour=1", HW_IMPORT_ERROR_NO_COLUMN);
}

/* Bytes that are no table of text, whatever the file is called. */
static void
test_other_files (void)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    int         code;
  } files[] = {
    { "", 0, HW_IMPORT_ERROR_EMPTY },
    { "date,item,qty,amount\n", -1, HW_IMPORT_ERROR_EMPTY },
    { "\357\273\277", -1, HW_IMPORT_ERROR_EMPTY },
    { "PK\003\004abcdef", -1, HW_IMPORT_ERROR_DAMAGED },
    { "\320\317\021\340\241\261\032\341 old", -1, HW_IMPORT_ERROR_DAMAGED },
    { "%PDF-1.7\n1 0 obj", -1, HW_IMPORT_ERROR_FORMAT },
    { "\037\213\010 packed", -1, HW_IMPORT_ERROR_FORMAT },
    { "\211PNG\r\n", -1, HW_IMPORT_ERROR_FORMAT },
    { "a\001\002\003b\004\005\006c\007\016\017\020", -1, HW_IMPORT_ERROR_FORMAT },
    { "one\ntwo\n", -1, HW_IMPORT_ERROR_NO_KIND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(HwImportPlan) plan = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *path = NULL;
      Setting setting;
      const int fd = g_file_open_tmp ("hw-import-XXXXXX", &path, NULL);

      g_close (fd, NULL);
      g_assert_true (g_file_set_contents (path, files[i].bytes, files[i].length, NULL));
      setting_init (&setting, "EUR");
      plan = hw_import_scan (path, &setting.options, NULL, &error);
      g_test_message ("file %u", (guint) i);
      g_assert_null (plan);
      g_assert_error (error, HW_IMPORT_ERROR, files[i].code);
      setting_clear (&setting);
      g_unlink (path);
    }
}

/* A mapping by heading or number overrules the words, and comes back as text. */
static void
test_mapping (void)
{
  static const char *const ways[][4] = {
    { "date=1", "item=2", "quantity=3", "amount=4" },
  };
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(HwImportPlan) again = NULL;
  g_autoptr(HwImportReport) report = NULL;
  g_autoptr(HwImportReport) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *mapping = NULL;
  g_autoptr(GHashTable) back = NULL;
  HwField field;
  Setting setting;

  setting_init (&setting, "EUR");
  setting.options.kind = HW_IMPORT_SALES;
  for (gsize i = 0; i < G_N_ELEMENTS (ways[0]); i++)
    put (setting.map, ways[0][i]);
  plan = scan ("headless.csv", &setting, &error);
  g_assert_no_error (error);
  report = hw_import_read (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows_read, ==, 2);
  check_text (report->amount_total, 2, "12.60");

  g_assert_cmpuint (hw_import_plan_get_n_columns (plan), ==, 4);
  g_assert_true (hw_import_plan_get_field (plan, 1, &field));
  g_assert_cmpint (field, ==, HW_FIELD_ITEM);
  g_assert_cmpstr (hw_import_plan_get_preview (plan, 0, 1), ==, "Brot");

  mapping = hw_import_plan_dup_mapping (plan);
  g_assert_cmpstr (mapping, ==, "date=1;item=2;quantity=3;amount=4");
  back = hw_import_mapping_parse (mapping);
  setting.options.map = back;
  again = scan ("headless.csv", &setting, &error);
  g_assert_no_error (error);
  second = hw_import_read (again, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->amount_total, ==, report->amount_total);
  g_assert_cmpstr (hw_import_plan_get_shape (plan), ==, hw_import_plan_get_shape (again));
  setting_clear (&setting);

  setting_init (&setting, "USD");
  put (setting.map, "amount=order total");
  g_clear_pointer (&plan, hw_import_plan_free);
  plan = scan ("us-lines.csv", &setting, &error);
  g_assert_no_error (error);
  g_assert_true (hw_import_plan_get_field (plan, 6, &field));
  g_assert_cmpint (field, ==, HW_FIELD_AMOUNT);
  setting_clear (&setting);
}

/* A business that already holds amounts keeps its currency. */
static void
test_currency (void)
{
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  const HwImportQuestion *question;
  Setting setting;

  setting_init (&setting, "EUR");
  setting.options.currency_open = FALSE;
  plan = scan ("us-lines.csv", &setting, &error);
  g_assert_no_error (error);
  question = g_ptr_array_index (hw_import_plan_get_questions (plan), 0);
  g_assert_cmpstr (question->id, ==, "currency");
  g_assert_false (hw_import_question_has_choice (question, "USD"));
  g_assert_true (hw_import_question_has_choice (question, "EUR"));
  g_assert_cmpstr (hw_import_plan_get_currency (plan), ==, "EUR");

  g_clear_pointer (&plan, hw_import_plan_free);
  setting.options.currency_open = TRUE;
  put (setting.answers, "currency=USD");
  plan = scan ("us-lines.csv", &setting, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hw_import_plan_get_currency (plan), ==, "USD");
  setting_clear (&setting);
}

static gboolean
stop (double   done,
      gpointer data)
{
  return FALSE;
}

static gboolean
fail_row (const HwImportRow  *row,
          gpointer            data,
          GError            **error)
{
  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL, "full");
  return FALSE;
}

static void
test_stop (void)
{
  const HwTick tick = { stop, NULL };
  const HwRowSink sink = { fail_row, NULL };
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "csv", "untidy.csv", NULL);
  Setting setting;

  setting_init (&setting, "EUR");
  plan = hw_import_scan (path, &setting.options, &tick, &error);
  g_assert_null (plan);
  g_assert_true (hw_error_is_cancelled (error));
  g_clear_error (&error);

  plan = hw_import_scan (path, &setting.options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (hw_import_plan_get_sha256 (plan)), ==, 64);
  g_assert_null (hw_import_read (plan, &sink, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_FULL);
  setting_clear (&setting);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/import/importer/files/%s/%s/%s", cases[i].file, cases[i].currency,
                                               cases[i].answer != NULL ? cases[i].answer : "clear");

      g_test_add_data_func (name, &cases[i], test_file);
    }
  g_test_add_func ("/import/importer/names", test_names);
  g_test_add_func ("/import/importer/two-files", test_two_files);
  g_test_add_func ("/import/importer/notes", test_notes);
  g_test_add_func ("/import/importer/findings", test_findings);
  g_test_add_func ("/import/importer/refusals", test_refusals);
  g_test_add_func ("/import/importer/other-files", test_other_files);
  g_test_add_func ("/import/importer/mapping", test_mapping);
  g_test_add_func ("/import/importer/currency", test_currency);
  g_test_add_func ("/import/importer/stop", test_stop);
  return g_test_run ();
}
