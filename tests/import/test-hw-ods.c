/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an OpenDocument spreadsheet says cell by cell, and what of it is refused. */
#include <string.h>

#include "hw-book-fixture.h"

#define CONTENT(styles, inside) "<o:document-content xmlns:o='o' xmlns:table='t' xmlns:text='x' xmlns:office='o' xmlns:style='s' xmlns:draw='d'>" \
                                "<o:automatic-styles>" styles "</o:automatic-styles><o:body><o:spreadsheet>" inside                              \
                                "</o:spreadsheet></o:body></o:document-content>"
#define TABLE(rows) "<table:table table:name='One'>" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TEXT(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define FLOAT(value) "<table:table-cell office:value-type='float' office:value='" value "'><text:p>shown</text:p></table:table-cell>"

static void
set_up (Part       *parts,
        const char *content)
{
  const Part all[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { NULL, NULL },
    { NULL, NULL },
  };

  memcpy (parts, all, sizeof all);
}

static void
assert_reads (const char *content,
              const char *lines)
{
  Part parts[4];

  set_up (parts, content);
  book_assert_reads (parts, lines);
}

static void
assert_refused (const char *content,
                int         code)
{
  Part parts[4];

  set_up (parts, content);
  book_assert_refused (parts, code);
}

static void
test_values (void)
{
  assert_reads (CONTENT ("", TABLE (ROW (TEXT ("plain") FLOAT ("12.5") FLOAT ("0.30000000000000004") FLOAT ("-2")
                  "<table:table-cell office:value-type='currency' office:currency='EUR' office:value='7'><text:p>7,00 €</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='percentage' office:value='0.15'><text:p>15%</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>TRUE</text:p></table:table-cell>"))),
                "1 t:plain n:12.5 n:0.3 n:-2 n:7 n:0.15 b:TRUE\n");
}

static void
test_days (void)
{
  assert_reads (CONTENT ("", TABLE (ROW (
                  "<table:table-cell office:value-type='date' office:date-value='2026-01-31'><text:p>31.01.26</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='date' office:date-value='2026-01-31T13:45:00.000'/>"
                  "<table:table-cell office:value-type='date' office:date-value='2026-01-31T00:00:00'/>"
                  "<table:table-cell office:value-type='time' office:time-value='PT07H30M05S'/>"
                  "<table:table-cell office:value-type='time' office:time-value='PT25H00M00.500S'/>"
                  "<table:table-cell office:value-type='date' office:date-value='2026-02-30'><text:p>1 March</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='date' office:date-value='31.1.2026'/>"))),
                "1 d:2026-01-31 d:2026-01-31 13:45:00 d:2026-01-31 d:07:30:05 d:25:00:00 t:2026-02-30 t:31.1.2026\n");
}

static void
test_texts (void)
{
  assert_reads (CONTENT ("", TABLE (ROW (TEXT ("a<text:s text:c='2'/>b<text:span>c</text:span></text:p><text:p>d")
                  "<table:table-cell office:value-type='string'><office:annotation><text:p>a note</text:p></office:annotation><text:p>e</text:p></table:table-cell>"
                  "<table:table-cell><draw:frame><text:p>a picture</text:p></draw:frame></table:table-cell>"
                  TEXT ("f<text:tab/>g &amp; h")))),
                "1 t:a  bc\nd t:e t: t:f\tg & h\n");
}

static void
test_formulas (void)
{
  assert_reads (CONTENT ("", TABLE (ROW (
                  "<table:table-cell table:formula='of:=1/0' office:value-type='string' office:string-value=''><text:p>#DIV/0!</text:p></table:table-cell>"
                  "<table:table-cell table:formula='of:=A1'/>"
                  "<table:table-cell table:formula='of:=A1' office:value-type='float' office:value='4'><text:p>4</text:p></table:table-cell>"))),
                "1 e:#DIV/0! c: n:4\n");
}

static void
test_repeats (void)
{
  assert_reads (CONTENT ("", TABLE (
                  ROW ("<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='5'/>"
                       "<table:table-cell table:number-columns-repeated='16382'/>")
                  "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
                  "<table:table-row table:number-rows-repeated='2'>" FLOAT ("6") "</table:table-row>"
                  "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>")),
                "1 n:5 n:5\n5 n:6\n6 n:6\n");
}

static void
test_merged (void)
{
  assert_reads (CONTENT ("", TABLE (
                  ROW ("<table:table-cell table:number-columns-spanned='2' office:value-type='string'><text:p>Title</text:p></table:table-cell><table:covered-table-cell/>")
                  ROW ("<table:table-cell table:number-rows-spanned='2' office:value-type='string'><text:p>Bread</text:p></table:table-cell>" FLOAT ("1"))
                  ROW ("<table:covered-table-cell/>" FLOAT ("2")) ROW (FLOAT ("3")))),
                "1 t:Title l:\n2 t:Bread n:1\n3 u: n:2\n4 n:3\n");
}

static void
test_sheets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = NULL;
  Part parts[4];

  set_up (parts, CONTENT ("<style:style style:name='ta1'/><style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>",
                          "<table:table table:name='Seen' table:style-name='ta1'>" ROW (FLOAT ("1")) "</table:table>"
                          "<table:table table:name='Unseen' table:style-name='ta2'>" ROW (FLOAT ("2")) "</table:table>"));
  book = book_open (parts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hw_sheets_get_n (book), ==, 2);
  g_assert_cmpstr (hw_sheets_get (book, 0)->name, ==, "Seen");
  g_assert_false (hw_sheets_get (book, 0)->hidden);
  g_assert_cmpstr (hw_sheets_get (book, 1)->name, ==, "Unseen");
  g_assert_true (hw_sheets_get (book, 1)->hidden);
}

static void
test_refusals (void)
{
  Part parts[4];

  assert_refused ("<!DOCTYPE x><o/>", HW_IMPORT_ERROR_DAMAGED);
  assert_refused ("<o><unclosed></o>", HW_IMPORT_ERROR_DAMAGED);
  assert_refused (CONTENT ("", TABLE ("<table:table-row table:number-rows-repeated='1048576'>"
                  "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row>")),
                  HW_IMPORT_ERROR_TOO_BIG);
  assert_refused (CONTENT ("", TABLE (ROW ("<table:table-cell table:number-columns-repeated='99999' office:value-type='float' office:value='1'/>"))),
                  HW_IMPORT_ERROR_TOO_BIG);

  set_up (parts, "scrambled");
  parts[2] = (Part) { "META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>" };
  book_assert_refused (parts, HW_IMPORT_ERROR_LOCKED);

  set_up (parts, "");
  parts[1].name = "other.xml";
  book_assert_refused (parts, HW_IMPORT_ERROR_DAMAGED);
  parts[0].name = "readme.txt";
  book_assert_refused (parts, HW_IMPORT_ERROR_FORMAT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/ods/values", test_values);
  g_test_add_func ("/import/ods/days", test_days);
  g_test_add_func ("/import/ods/texts", test_texts);
  g_test_add_func ("/import/ods/formulas", test_formulas);
  g_test_add_func ("/import/ods/repeats", test_repeats);
  g_test_add_func ("/import/ods/merged", test_merged);
  g_test_add_func ("/import/ods/sheets", test_sheets);
  g_test_add_func ("/import/ods/refusals", test_refusals);
  return g_test_run ();
}
