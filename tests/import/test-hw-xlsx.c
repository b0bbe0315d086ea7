/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an .xlsx says cell by cell, and what of it is refused. */
#include <string.h>

#include "hw-book-fixture.h"

#define CONTENT "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
#define RELS(links) "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" links "</Relationships>"
#define LINK(id, type, target) "<Relationship Id='" id "' Type='http://x/" type "' Target='" target "'/>"
#define BOOK(inside) "<workbook xmlns='m' xmlns:r='r'>" inside "</workbook>"
#define SHEETS "<sheets><sheet name='One &amp; all' sheetId='1' r:id='s1'/></sheets>"
#define SHEET(rows) "<worksheet xmlns='m'><sheetData>" rows "</sheetData></worksheet>"
#define STYLES "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd&quot;m&quot;\\.mm\\.yyyy'/>"             \
               "<numFmt numFmtId='165' formatCode='#,##0.00\\ &quot;days&quot;'/><numFmt numFmtId='166' formatCode='00000'/>" \
               "<numFmt numFmtId='167' formatCode='[h]:mm'/><numFmt numFmtId='168' formatCode='[Red]General;[Blue]0'/>"   \
               "<numFmt numFmtId='169' formatCode='[$€-407]\\ #,##0.00'/></numFmts>"                              \
               "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"           \
               "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/>"     \
               "<xf numFmtId='22'/><xf numFmtId='20'/><xf numFmtId='10'/><xf numFmtId='169'/></cellXfs></styleSheet>"

static void
set_up (Part       *parts,
        const char *book,
        const char *sheet,
        const char *strings)
{
  const Part all[] = {
    { "[Content_Types].xml", CONTENT },
    { "_rels/.rels", RELS (LINK ("r1", "officeDocument", "xl/workbook.xml")) },
    { "xl/workbook.xml", book },
    { "xl/_rels/workbook.xml.rels", RELS (LINK ("s1", "worksheet", "worksheets/a.xml") LINK ("s2", "worksheet", "/xl/worksheets/b.xml")
        LINK ("t", "sharedStrings", "strings.xml") LINK ("u", "styles", "styles.xml") LINK ("c", "chartsheet", "worksheets/c.xml")) },
    { "xl/styles.xml", STYLES },
    { "xl/strings.xml", strings },
    { "xl/worksheets/a.xml", sheet },
    { "xl/worksheets/b.xml", SHEET ("<row r='7'><c r='A7'><v>2</v></c></row>") },
    { NULL, NULL },
  };

  memcpy (parts, all, sizeof all);
}

#define STRINGS "<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><rPr/><t>ch</t></r><rPh><t>reading</t></rPh></si>" \
                "<si><t xml:space='preserve'> two_x000A_lines &lt;b&gt; </t></si><si/></sst>"

static void
assert_sheet (const char *rows,
              const char *lines)
{
  g_autofree char *sheet = g_strdup_printf (SHEET ("%s"), rows);
  Part parts[12];

  set_up (parts, BOOK (SHEETS), sheet, STRINGS);
  book_assert_reads (parts, lines);
}

static void
test_texts (void)
{
  assert_sheet ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>",
                "1 t:plain t:rich t: two\nlines <b> \n");
  assert_sheet ("<row r='1'><c r='A1' t='inlineStr'><is><r><t>in</t></r><r><t>side</t></r></is></c>"
                "<c r='B1' t='str'><f>A1</f><v>worked out</v></c><c r='C1' t='s'><v>3</v></c><c r='D1'><v>1</v></c></row>",
                "1 t:inside t:worked out t: n:1\n");
}

static void
test_empty_texts (void)
{
  Part parts[12];

  set_up (parts, BOOK (SHEETS), SHEET ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1'><v>1</v></c></row>"),
          "<sst><si/><si><t/></si></sst>");
  book_assert_reads (parts, "1 t: t: n:1\n");
}

static void
test_numbers (void)
{
  assert_sheet ("<row><c><v>12.50</v></c><c><v>-3</v></c><c><v>1.5E3</v></c><c><v>0.1</v></c><c><v>0.30000000000000004</v></c>"
                "<c><v>1E-7</v></c><c><v>33.333333333333336</v></c><c><v>123456789012345678</v></c><c><v>-1.0E-2</v></c></row>",
                "1 n:12.50 n:-3 n:1500 n:0.1 n:0.3 n:0.0000001 n:33.3333333333333 n:123456789012345680 n:-0.01\n");
  assert_sheet ("<row><c><v>nonsense</v></c><c><v>1e999</v></c><c s='4'><v>42</v></c><c s='4'><v>123456</v></c><c s='9'><v>0.15</v></c>"
                "<c s='6'><v>45000</v></c><c s='3'><v>45000</v></c><c s='77'><v>5</v></c><c s='10'><v>9.5</v></c></row>",
                "1 t:nonsense t:1e999 t:00042 n:123456 n:0.15 n:45000 n:45000 n:5 n:€9.5\n");
}

static void
test_dates (void)
{
  assert_sheet ("<row><c s='1'><v>46053</v></c><c s='2'><v>46053</v></c><c s='7'><v>46053.5729166667</v></c><c s='8'><v>0.75</v></c>"
                "<c s='5'><v>1.0625</v></c><c s='1'><v>59</v></c><c s='1'><v>61</v></c><c s='1'><v>1</v></c></row>",
                "1 d:2026-01-31 d:2026-01-31 d:2026-01-31 13:45:00 d:18:00:00 d:25:30:00 d:1900-02-28 d:1900-03-01 d:1900-01-01\n");
  assert_sheet ("<row><c s='1'><v>-1</v></c><c s='1'><v>9999999</v></c><c t='d'><v>2026-01-31T00:00:00</v></c><c t='d'><v>2026-01-31T08:15:00Z</v></c></row>",
                "1 n:-1 n:9999999 d:2026-01-31 d:2026-01-31 08:15:00\n");
}

static void
test_since_1904 (void)
{
  Part parts[12];

  set_up (parts, BOOK ("<workbookPr date1904='1'/>" SHEETS), SHEET ("<row><c s='1'><v>44591</v></c><c s='1'><v>0.5</v></c></row>"), STRINGS);
  book_assert_reads (parts, "1 d:2026-01-31 d:1904-01-01 12:00:00\n");
}

static void
test_other_cells (void)
{
  assert_sheet ("<row r='3'><c r='B3' t='b'><v>1</v></c><c r='C3' t='b'><v>0</v></c><c r='D3' t='e'><f>1/0</f><v>#DIV/0!</v></c>"
                "<c r='E3'><f>A1*2</f></c><c r='F3'><f>A1</f><v>7</v></c></row><row r='4'/><row r='9'><c r='A9'/></row>",
                "3 t: b:TRUE b:FALSE e:#DIV/0! c: n:7\n");
}

static void
test_merged (void)
{
  Part parts[12];

  set_up (parts, BOOK (SHEETS), "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>Title</v></c></row>"
          "<row r='2'><c r='A2' t='str'><v>Bread</v></c><c r='B2'><v>1</v></c></row><row r='3'><c r='B3'><v>2</v></c></row></sheetData>"
          "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A2:A3'/><mergeCell ref='X9'/></mergeCells></worksheet>", STRINGS);
  book_assert_reads (parts, "1 t:Title l: l:\n2 t:Bread n:1\n3 u: n:2\n");
}

static void
test_sheets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = NULL;
  g_autofree char *second = NULL;
  Part parts[12];

  set_up (parts, BOOK ("<sheets><sheet name='One &amp; all' r:id='s1'/><sheet name='Chart' r:id='c'/><sheet name='Zwei' state='hidden' r:id='s2'/></sheets>"),
          SHEET ("<row><c><v>1</v></c><c/><c/></row><row/><row><c/><c><v>1</v></c></row>"), STRINGS);
  book = book_open (parts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hw_sheets_get_n (book), ==, 2);
  g_assert_cmpstr (hw_sheets_get (book, 0)->name, ==, "One & all");
  g_assert_false (hw_sheets_get (book, 0)->hidden);
  g_assert_cmpint (hw_sheets_get (book, 0)->n_rows, ==, 2);
  g_assert_cmpuint (hw_sheets_get (book, 0)->n_columns, ==, 2);
  g_assert_cmpstr (hw_sheets_get (book, 1)->name, ==, "Zwei");
  g_assert_true (hw_sheets_get (book, 1)->hidden);
  second = book_lines (book, 1);
  g_assert_cmpstr (second, ==, "7 n:2\n");
}

static void
assert_refused (const char *sheet,
                int         code)
{
  Part parts[12];

  set_up (parts, BOOK (SHEETS), sheet, STRINGS);
  book_assert_refused (parts, code);
}

static void
test_refusals (void)
{
  g_autoptr (GString) deep = g_string_new ("<worksheet>");

  assert_refused ("<worksheet><sheetData><row><c><v>1</v></c></row>", HW_IMPORT_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", HW_IMPORT_ERROR_DAMAGED);
  assert_refused ("<?xml version='1.0' encoding='EBCDIC-CP-US'?><worksheet/>", HW_IMPORT_ERROR_DAMAGED);
  assert_refused (SHEET ("<row r='2'/><row r='2'/>"), HW_IMPORT_ERROR_DAMAGED);
  assert_refused (SHEET ("<row r='1048577'><c><v>1</v></c></row>"), HW_IMPORT_ERROR_DAMAGED);
  assert_refused (SHEET ("<row r='1'><c r='A2'><v>1</v></c></row>"), HW_IMPORT_ERROR_DAMAGED);
  assert_refused (SHEET ("<row r='1'><c r='XFE1'><v>1</v></c></row>"), HW_IMPORT_ERROR_DAMAGED);
  assert_refused (SHEET ("<row r='1'><c r='A1' t='s'><v>4</v></c></row>"), HW_IMPORT_ERROR_DAMAGED);
  assert_refused (SHEET ("<row r='1'><c r='A1' t='s'><v>-1</v></c></row>"), HW_IMPORT_ERROR_DAMAGED);

  for (int i = 0; i < 100; i++)
    g_string_append (deep, "<x>");
  assert_refused (deep->str, HW_IMPORT_ERROR_DAMAGED);
}

/* The row before the damage is named. */
static void
test_where (void)
{
  Part parts[12];
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = NULL;

  set_up (parts, BOOK (SHEETS), SHEET ("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c t='s'><v>99</v></c></row>"), STRINGS);
  book = book_open (parts, &error);
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, "book.xlsx is damaged after row 2. Save it again from your spreadsheet program and try again.");
}

static void
test_parts (void)
{
  Part parts[12];
  const char *const outside[] = { "../../etc/passwd", "xl/../../x", "..\\x" };

  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      set_up (parts, BOOK (SHEETS), SHEET (""), STRINGS);
      parts[7].name = outside[i];
      book_assert_refused (parts, HW_IMPORT_ERROR_DAMAGED);
    }

  set_up (parts, BOOK (SHEETS), SHEET (""), STRINGS);
  parts[7].name = "XL\\Worksheets\\A.xml";
  book_assert_refused (parts, HW_IMPORT_ERROR_DAMAGED);

  set_up (parts, BOOK (SHEETS), SHEET (""), STRINGS);
  parts[3].text = RELS (LINK ("s1", "worksheet", "../../outside.xml"));
  book_assert_refused (parts, HW_IMPORT_ERROR_DAMAGED);

  set_up (parts, BOOK (""), SHEET (""), STRINGS);
  book_assert_refused (parts, HW_IMPORT_ERROR_DAMAGED);

  set_up (parts, BOOK (SHEETS), SHEET (""), STRINGS);
  parts[8] = (Part) { "xl/workbook.bin", "" };
  parts[9] = (Part) { NULL, NULL };
  book_assert_refused (parts, HW_IMPORT_ERROR_OLD_FORMAT);

  parts[8].name = "word/document.xml";
  parts[2].name = "word/other.xml";
  book_assert_refused (parts, HW_IMPORT_ERROR_FORMAT);
}

static gboolean
stop_soon (double   done,
           gpointer data)
{
  guint *calls = data;

  return ++*calls < 2;
}

static void
test_stop (void)
{
  g_autofree char *path = book_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = NULL;
  g_autoptr (GString) rows = g_string_new ("<worksheet><sheetData>");
  guint calls = 0;
  const HwTick tick = { stop_soon, &calls };
  Part parts[12];

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (rows, "<row><c><v>%d</v></c><c><v>%d</v></c></row>", i, i % 997 * 7919);
  g_string_append (rows, "</sheetData></worksheet>");
  set_up (parts, BOOK (SHEETS), rows->str, STRINGS);
  book_write (path, parts);
  book = hw_sheets_open (path, HW_FORM_BOOK, &tick, &error);
  book_remove (path);
  g_assert_null (book);
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED);
}

/* Rows wider and longer than may be are cut or refused, not kept in memory. */
static void
test_limits (void)
{
  g_autofree char *filler = g_strnfill (700 * 1024, 'x');
  g_autofree char *wide = g_strdup_printf ("<row r='1'><c r='A1' t='str'><v>%s</v></c><c r='B1' t='str'><v>%s</v></c><c r='C1'><v>3</v></c></row>", filler, filler);
  g_autofree char *sheet = g_strdup_printf (SHEET ("%s"), wide);
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = NULL;
  g_autoptr (HwSpool) rows = NULL;
  HwRecord record;
  Part parts[12];

  set_up (parts, BOOK (SHEETS), sheet, STRINGS);
  book = book_open (parts, &error);
  g_assert_no_error (error);
  rows = hw_sheets_read (book, 0);
  g_assert_true (hw_spool_next (rows, &record, &error));
  g_assert_true (record.broken);
  g_assert_cmpuint (record.n_cells, ==, 3);
  g_assert_cmpuint (record.cells[1].length, ==, 0);
  g_assert_cmpstr (hw_cell_text (&record.cells[2]), ==, "3");
}

/* Few cells that stand far out are not worth a grid. */
static void
test_far_out (void)
{
  g_autoptr (GString) rows = g_string_new ("<worksheet><sheetData>");

  for (int i = 1; i <= 2500; i++)
    g_string_append_printf (rows, "<row r='%d'><c r='XFD%d'><v>1</v></c></row>", i, i);
  g_string_append (rows, "</sheetData></worksheet>");
  assert_refused (rows->str, HW_IMPORT_ERROR_TOO_BIG);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/xlsx/texts", test_texts);
  g_test_add_func ("/import/xlsx/empty-texts", test_empty_texts);
  g_test_add_func ("/import/xlsx/numbers", test_numbers);
  g_test_add_func ("/import/xlsx/dates", test_dates);
  g_test_add_func ("/import/xlsx/since-1904", test_since_1904);
  g_test_add_func ("/import/xlsx/other-cells", test_other_cells);
  g_test_add_func ("/import/xlsx/merged", test_merged);
  g_test_add_func ("/import/xlsx/sheets", test_sheets);
  g_test_add_func ("/import/xlsx/refusals", test_refusals);
  g_test_add_func ("/import/xlsx/where", test_where);
  g_test_add_func ("/import/xlsx/parts", test_parts);
  g_test_add_func ("/import/xlsx/stop", test_stop);
  g_test_add_func ("/import/xlsx/limits", test_limits);
  g_test_add_func ("/import/xlsx/far-out", test_far_out);
  return g_test_run ();
}
