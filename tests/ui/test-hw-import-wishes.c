/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard/hw-import-wishes.h"

/* A look at a file with columns date, item, amount. */
static HwImportLook
make_look (GArray *fields)
{
  static const int found[] = { HW_FIELD_DATE, HW_FIELD_ITEM, HW_FIELD_AMOUNT };
  HwImportLook look = { 0 };

  g_array_append_vals (fields, found, G_N_ELEMENTS (found));
  look.kind = HW_IMPORT_SALES;
  look.fields = fields;
  return look;
}

static void
assert_mapped (HwImportWishes *wishes,
               const char     *field,
               const char     *column) /* NULL: not said */
{
  g_autoptr (HwImportRequest) request = hw_import_wishes_new_request (wishes, "sales.csv", 0);

  g_assert_cmpstr (request->map != NULL ? g_hash_table_lookup (request->map, field) : NULL, ==, column);
}

/* One column is corrected; what was found of the others is held fast. */
static void
test_map (void)
{
  g_autoptr (HwImportWishes) wishes = hw_import_wishes_new ();
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (int));
  const HwImportLook look = make_look (fields);

  hw_import_wishes_map (wishes, &look, 2, HW_FIELD_UNIT_PRICE);
  assert_mapped (wishes, "date", "1");
  assert_mapped (wishes, "item", "2");
  assert_mapped (wishes, "unit-price", "3");
  assert_mapped (wishes, "amount", NULL);

  hw_import_wishes_map (wishes, &look, 1, -1);
  assert_mapped (wishes, "item", NULL);
  assert_mapped (wishes, "not-used-2", "2");

  hw_import_wishes_map (wishes, &look, 1, HW_FIELD_SKU);
  assert_mapped (wishes, "not-used-2", NULL);
  assert_mapped (wishes, "sku", "2");
}

/* A wish that made a look fail is taken back, one that worked stays. */
static void
test_settle (void)
{
  g_autoptr (HwImportWishes) wishes = hw_import_wishes_new ();
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (int));
  const HwImportLook look = make_look (fields);

  g_assert_true (hw_import_wishes_answer (wishes, "date-order", "dmy"));
  g_assert_false (hw_import_wishes_answer (wishes, "date-order", "dmy"));
  hw_import_wishes_settle (wishes, TRUE);

  hw_import_wishes_map (wishes, &look, 0, -1);
  hw_import_wishes_answer (wishes, "date-order", "mdy");
  hw_import_wishes_settle (wishes, FALSE);
  g_assert_cmpstr (hw_import_wishes_get_answer (wishes, "date-order"), ==, "dmy");
  assert_mapped (wishes, "not-used-1", NULL);

  hw_import_wishes_forget (wishes);
  hw_import_wishes_settle (wishes, FALSE);
  g_assert_null (hw_import_wishes_get_answer (wishes, "date-order"));
}

/* Another kind has other columns, but the same answers. */
static void
test_kind (void)
{
  g_autoptr (HwImportWishes) wishes = hw_import_wishes_new ();
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (int));
  const HwImportLook look = make_look (fields);
  g_autoptr (HwImportRequest) request = NULL;

  hw_import_wishes_map (wishes, &look, 2, HW_FIELD_UNIT_PRICE);
  hw_import_wishes_answer (wishes, "decimal", ",");
  hw_import_wishes_set_kind (wishes, HW_IMPORT_PRODUCTS);

  request = hw_import_wishes_new_request (wishes, "list.csv", 7);
  g_assert_cmpint (request->kind, ==, HW_IMPORT_PRODUCTS);
  g_assert_cmpint (request->at, ==, 7);
  g_assert_cmpstr (g_hash_table_lookup (request->answers, "decimal"), ==, ",");
  assert_mapped (wishes, "unit-price", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/import-wishes/map", test_map);
  g_test_add_func ("/ui/import-wishes/settle", test_settle);
  g_test_add_func ("/ui/import-wishes/kind", test_kind);

  return g_test_run ();
}
