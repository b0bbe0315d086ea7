/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks through the whole import: which sheet is taken, and that its cells count
 * as what they are. */
#include <string.h>

#include "import/hw-importer.h"

#include "hw-book-fixture.h"

#define TODAY "2026-11-21"
#define CELL(text) "<c t='str'><v>" text "</v></c>"
#define NUMBER(value) "<c><v>" value "</v></c>"
#define DAY(serial) "<c s='1'><v>" serial "</v></c>"
#define ROW(cells) "<row>" cells "</row>"
#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define SALES SHEET (ROW (CELL ("Date") CELL ("Item") CELL ("Qty") CELL ("Amount"))                                                \
                     ROW (DAY ("46053") CELL ("Bread") NUMBER ("2") NUMBER ("1.234")) ROW (DAY ("46054") CELL ("Roll") NUMBER ("1") NUMBER ("2.5")))
#define MORE SHEET (ROW (CELL ("Date") CELL ("Item") CELL ("Qty") CELL ("Amount")) ROW (DAY ("46060") CELL ("Cake") NUMBER ("1") NUMBER ("9"))    \
                    ROW (DAY ("46061") CELL ("Cake") NUMBER ("1") NUMBER ("9")) ROW (DAY ("46062") CELL ("Cake") NUMBER ("1") NUMBER ("9")))
#define PEOPLE SHEET (ROW (CELL ("Customer ID") CELL ("Name") CELL ("Email")) ROW (CELL ("C1") CELL ("Ann") CELL ("ann@b.example")))
#define NOTES SHEET (ROW (CELL ("Do not delete this sheet")))

typedef struct
{
  const char *name;
  const char *rows;
  const char *state;
} Sheet;

static char *
write_sheets (const Sheet *sheets)
{
  g_autoptr (GString) book = g_string_new ("<workbook xmlns:r='r'><sheets>");
  g_autoptr (GString) links = g_string_new ("<Relationships><Relationship Id='s' Type='x/styles' Target='styles.xml'/>");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  char *path = book_path ();
  Part parts[12] = { { "[Content_Types].xml", "<Types/>" },
                     { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>" } };
  int n = 2;

  for (int i = 0; sheets[i].name != NULL; i++)
    {
      char *name = g_strdup_printf ("xl/worksheets/s%d.xml", i);

      g_ptr_array_add (names, name);
      g_string_append_printf (book, "<sheet name='%s' state='%s' r:id='r%d'/>", sheets[i].name, sheets[i].state, i);
      g_string_append_printf (links, "<Relationship Id='r%d' Type='x/worksheet' Target='worksheets/s%d.xml'/>", i, i);
      parts[n++] = (Part) { name, sheets[i].rows };
    }
  g_string_append (book, "</sheets></workbook>");
  g_string_append (links, "</Relationships>");
  parts[n++] = (Part) { "xl/workbook.xml", book->str };
  parts[n++] = (Part) { "xl/_rels/workbook.xml.rels", links->str };
  parts[n] = (Part) { NULL, NULL };
  book_write (path, parts);
  return path;
}

/* "rows amount", or "question: choice, choice". */
static char *
outcome (const char *path,
         const char *answer)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  const HwImportOptions options = { .kind = HW_IMPORT_AUTO, .currency = "EUR", .today = hw_day_from_iso (TODAY), .answers = answers };
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *amount = NULL;

  if (answer != NULL)
    g_hash_table_insert (answers, (gpointer) "sheet", (gpointer) answer);
  plan = hw_import_scan (path, &options, NULL, &error);
  if (plan == NULL)
    return g_strdup_printf ("error %d", error->code);

  if (hw_import_plan_get_questions (plan)->len > 0)
    {
      const HwImportQuestion *question = g_ptr_array_index (hw_import_plan_get_questions (plan), 0);
      GString *text = g_string_new (question->id);

      for (guint i = 0; i < question->choices->len; i++)
        g_string_append_printf (text, "%s %s", i > 0 ? "," : ":", g_array_index (question->choices, HwImportChoice, i).value);
      return g_string_free (text, FALSE);
    }

  report = hw_import_read (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows_with_issues, ==, 0);
  amount = hw_scaled_to_text (report->amount_total, 3);
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", report->rows_imported, amount);
}

static void
assert_outcome (const Sheet *sheets,
                const char  *answer,
                const char  *expected)
{
  g_autofree char *path = write_sheets (sheets);
  g_autofree char *got = outcome (path, answer);

  g_assert_cmpstr (got, ==, expected);
  book_remove (path);
}

/* 1.234 is a little over one here, though no other cell of its column says so. */
static void
test_one (void)
{
  assert_outcome ((Sheet[]) { { "Only", SALES, "visible" }, { NULL, NULL, NULL } }, NULL, "2 3.734");
  assert_outcome ((Sheet[]) { { "Notes", NOTES, "visible" }, { "Customers", PEOPLE, "visible" }, { "Sales", SALES, "visible" }, { NULL, NULL, NULL } },
                  NULL, "2 3.734");
}

static void
test_hidden (void)
{
  assert_outcome ((Sheet[]) { { "Old", MORE, "hidden" }, { "Sales", SALES, "visible" }, { NULL, NULL, NULL } }, NULL, "2 3.734");
  assert_outcome ((Sheet[]) { { "Old", MORE, "veryHidden" }, { "Empty", SHEET (""), "visible" }, { NULL, NULL, NULL } }, NULL, "3 27.000");
}

static void
test_several (void)
{
  static const Sheet two[] = { { "March", SALES, "visible" }, { "April", MORE, "visible" }, { "Customers", PEOPLE, "visible" }, { NULL, NULL, NULL } };
  g_autofree char *wrong = g_strdup_printf ("error %d", HW_IMPORT_ERROR_ANSWER);

  assert_outcome (two, NULL, "5 30.734");
  assert_outcome (two, "March", "2 3.734");
  assert_outcome (two, "2", "3 27.000");
  assert_outcome (two, "May", wrong);
  assert_outcome ((Sheet[]) { { "a;b=c", SALES, "visible" }, { "April", MORE, "visible" }, { NULL, NULL, NULL } }, NULL, "sheet: all-sheets, 1, April");
  assert_outcome ((Sheet[]) { { "a;b=c", SALES, "visible" }, { "April", MORE, "visible" }, { NULL, NULL, NULL } }, "1", "2 3.734");
}

#define SOLD(item, amount) ROW (CELL (item) NUMBER ("2") NUMBER (amount))
#define BARE(amount, total)                                                                                                      \
  SHEET (ROW (CELL ("Product") CELL ("Qty") CELL ("Amount")) SOLD ("Bread", amount) SOLD ("Roll", "1") SOLD ("Cake", "1.25")              \
         ROW (CELL ("Total") NUMBER ("6") NUMBER (total)) ROW (CELL ("Cash only")))

/* Tabs of months are one table; where the rows have no day, the tab says it, and only the
 * year may be asked. */
static void
test_months (void)
{
  static const Sheet dated[] = { { "Jan", SALES, "visible" }, { "Feb", MORE, "visible" }, { "Products", PEOPLE, "visible" }, { NULL, NULL, NULL } };
  static const Sheet bare[] = { { "Jan 2026", BARE ("10", "12.25"), "visible" }, { "Feb 2026", BARE ("20", "22.25"), "visible" }, { "Mar 2026", BARE ("30", "32.25"), "visible" },
                                { "Customers", PEOPLE, "visible" }, { NULL, NULL, NULL } };
  static const Sheet open[] = { { "Jan", BARE ("10", "12.25"), "visible" }, { "Feb", BARE ("20", "22.25"), "visible" }, { NULL, NULL, NULL } };
  static const Sheet shops[] = { { "North", SALES, "visible" }, { "South", MORE, "visible" }, { NULL, NULL, NULL } };
  static const Sheet beside[] = { { "Jan 2026", BARE ("10", "12.25"), "visible" }, { "Feb 2026", BARE ("20", "22.25"), "visible" }, { "Archive", MORE, "visible" }, { NULL, NULL, NULL } };

  assert_outcome (dated, NULL, "5 30.734");
  assert_outcome (dated, "Feb", "3 27.000");
  assert_outcome (bare, NULL, "9 66.750");
  assert_outcome (open, NULL, "year: 2026, 2025, 2024");
  assert_outcome (shops, NULL, "sheet: all-sheets, North, South");
  assert_outcome (shops, "all-sheets", "5 30.734");
  assert_outcome (beside, NULL, "sheet: all-sheets, Archive");
  assert_outcome (beside, "all-sheets", "6 34.500");
  assert_outcome (beside, "Archive", "3 27.000");
}

#define ORDERS SHEET (ROW (CELL ("Order ID") CELL ("Customer ID") CELL ("Order Date") CELL ("Freight"))                                            \
                      ROW (NUMBER ("1") CELL ("C1") DAY ("46053") NUMBER ("9.5")) ROW (NUMBER ("2") CELL ("C2") DAY ("46054") NUMBER ("3.5")))
#define LINES(second) SHEET (ROW (CELL ("Order ID") CELL ("Product ID") CELL ("Unit Price") CELL ("Quantity") CELL ("Discount"))                   \
                             ROW (NUMBER ("1") CELL ("A") NUMBER ("2.5") NUMBER ("4") NUMBER ("0.1")) ROW (NUMBER ("1") CELL ("B") NUMBER ("1.5") NUMBER ("2") NUMBER ("0")) \
                             ROW (NUMBER (second) CELL ("A") NUMBER ("2.5") NUMBER ("2") NUMBER ("0")))

/* Orders and what was in them, by the number both have; where too many lines find none,
 * they are left apart and said to lack their day. */
static void
test_orders (void)
{
  static const Sheet both[] = { { "Customers", PEOPLE, "visible" }, { "Orders", ORDERS, "visible" }, { "Order Details", LINES ("2"), "visible" }, { NULL, NULL, NULL } };
  static const Sheet strange[] = { { "Orders", ORDERS, "visible" }, { "Order Details", LINES ("7"), "visible" }, { NULL, NULL, NULL } };
  static const Sheet twice[] = { { "Orders", ORDERS, "visible" }, { "Old orders", ORDERS, "visible" }, { "Lines", LINES ("2"), "visible" }, { NULL, NULL, NULL } };
  g_autofree char *half = g_strdup_printf ("error %d", HW_IMPORT_ERROR_HALF);

  assert_outcome (both, NULL, "3 17.000");
  assert_outcome (both, "Order Details", "3 17.000");
  assert_outcome (strange, "Order Details", half);
  assert_outcome (twice, "Lines", half);
}

static void
test_nothing (void)
{
  g_autofree char *expected = g_strdup_printf ("error %d", HW_IMPORT_ERROR_EMPTY);

  assert_outcome ((Sheet[]) { { "One", SHEET (""), "visible" }, { "Two", SHEET (ROW ("")), "visible" }, { NULL, NULL, NULL } }, NULL, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/book/one", test_one);
  g_test_add_func ("/import/book/hidden", test_hidden);
  g_test_add_func ("/import/book/several", test_several);
  g_test_add_func ("/import/book/months", test_months);
  g_test_add_func ("/import/book/orders", test_orders);
  g_test_add_func ("/import/book/nothing", test_nothing);
  return g_test_run ();
}
