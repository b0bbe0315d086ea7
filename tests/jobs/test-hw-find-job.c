/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/today/hw-find-job.h"
#include "support/hw-test-business.h"

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static void
open_shop (HwTestBusiness *business)
{
  static const char products[] =
    "SKU,Product,Price,Supplier,Category\n"
    "B-10,Rye bread,4.00,Mühle Süd,Bread\n"
    "B-11,Bread of spelt,4.20,Mühle Süd,Bread\n"
    "C-20,Café crème,2.40,Rösterei,Drinks\n"
    "C-21,Iced café,2.90,Rösterei,Drinks\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = NULL;

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "products.csv", products, &error);
  g_assert_no_error (error);
}

static GPtrArray *
find (const HwTestBusiness *business,
      const char           *words)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = hw_session_run (business->session, &hw_find_job, words, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_names (const HwTestBusiness *business,
              const char           *words,
              const char           *names)
{
  g_autoptr (GPtrArray) found = find (business, words);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "|" : "", ((const HwFound *) g_ptr_array_index (found, i))->name);

  g_assert_cmpstr (list->str, ==, names);
}

/* Every word somewhere, whatever its case or accents; what begins with it first. */
static void
test_words (void)
{
  g_auto (HwTestBusiness) business = { 0 };

  open_shop (&business);
  assert_names (&business, "bread", "Bread of spelt|Rye bread");
  assert_names (&business, "BREAD  rye", "Rye bread");
  assert_names (&business, "cafe", "Café crème|Iced café");
  assert_names (&business, "CRÈME", "Café crème");
  assert_names (&business, "c-2", "Café crème|Iced café");
  assert_names (&business, "muhle", "Mühle Süd");
  assert_names (&business, "bread zebra", "");
  assert_names (&business, "   ", "");
}

/* The very name first, then what begins with it, the shorter first. */
static void
test_best_first (void)
{
  static const char products[] =
    "SKU,Product,Price\n"
    "P-1,Butter biscuits,2.00\n"
    "P-2,Peanut butter,3.00\n"
    "P-3,Buttermilk,1.00\n"
    "P-4,Butter,2.50\n"
    "P-5,Butter knife with wooden handle,9.00\n"
    "BUTTER,Cream,1.50\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = NULL;

  hw_test_business_open (&business, TODAY);
  report = hw_test_business_import (&business, "products.csv", products, &error);
  g_assert_no_error (error);
  assert_names (&business, "butter",
                "Butter|Cream|Butter biscuits|Butter knife with wooden handle|Buttermilk|Peanut butter");
  assert_names (&business, "Butter  bisc", "Butter biscuits");
}

static void
test_note_and_kind (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GPtrArray) product = NULL;
  g_autoptr (GPtrArray) supplier = NULL;
  const HwFound *found;

  open_shop (&business);
  product = find (&business, "rye");
  found = g_ptr_array_index (product, 0);
  g_assert_cmpint (found->kind, ==, HW_FOUND_PRODUCT);
  g_assert_cmpstr (found->note, ==, "B-10");
  g_assert_cmpint (found->id, >, 0);

  supplier = find (&business, "röster");
  found = g_ptr_array_index (supplier, 0);
  g_assert_cmpint (found->kind, ==, HW_FOUND_SUPPLIER);
  g_assert_cmpstr (found->note, ==, "");
}

/* A long list is cut, the best first. */
static void
test_at_most (void)
{
  g_autoptr (GString) text = g_string_new ("Product,Price\n");
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 50; i++)
    g_string_append_printf (text, "Thing %02d,1.00\n", i);
  g_string_append (text, "Nothing,1.00\n");

  hw_test_business_open (&business, TODAY);
  report = hw_test_business_import (&business, "products.csv", text->str, &error);
  g_assert_no_error (error);
  found = find (&business, "thing");
  g_assert_cmpuint (found->len, ==, HW_FOUND_MOST);
  g_assert_cmpstr (((const HwFound *) g_ptr_array_index (found, 0))->name, ==, "Thing 00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-job/words", test_words);
  g_test_add_func ("/find-job/best-first", test_best_first);
  g_test_add_func ("/find-job/note-and-kind", test_note_and_kind);
  g_test_add_func ("/find-job/at-most", test_at_most);
  return g_test_run ();
}
