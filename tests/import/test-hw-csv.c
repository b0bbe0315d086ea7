/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-csv.h"

#include <glib/gstdio.h>
#include <string.h>

/* Cells joined by '|', records ended by '/', broken ones by '!'. */
static char *
parse (const char *bytes,
       gssize      length,
       const char *encoding,
       gboolean    repair,
       char        separator)
{
  g_autofree char *path = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(HwCsv) csv = NULL;
  HwByteStream *stream;
  HwRecord record;
  int fd;

  fd = g_file_open_tmp ("hw-csv-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, &error));

  stream = hw_byte_stream_new (path, encoding, repair, &error);
  g_assert_no_error (error);
  csv = hw_csv_new (stream, separator);
  while (hw_csv_next (csv, &record, &error))
    {
      for (guint i = 0; i < record.n_cells; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", hw_cell_text (&record.cells[i]));
      g_string_append_c (out, record.broken ? '!' : '/');
    }
  g_assert_no_error (error);
  g_unlink (path);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_dialects (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "a,b,c\n1,2,3\n", "a|b|c/1|2|3/" },
    { "a,b,c\r\n1,2,3", "a|b|c/1|2|3/" },
    { "a,b\r1,2\n3,4\r\n5,6", "a|b/1|2/3|4/5|6/" },
    { "\"a,1\",b\n", "a,1|b/" },
    { "\"say \"\"hi\"\"\",b\n", "say \"hi\"|b/" },
    { "\"two\nlines\",b\n", "two\nlines|b/" },
    { "\"two\r\nlines\",b\n", "two\r\nlines|b/" },
    { "a, \"b,c\" ,d\n", "a|b,c|d/" },
    { "5\" pipe,2\n", "5\" pipe|2/" },
    { "\"5\" pipe,2\n", "\"5\" pipe|2/" },
    { "\"\",\"\"\n", "|/" },
    { "\n\na\n", "//a/" },
    { ",,\n", "||/" },
    { "a,b,", "a|b|/" },
    { "", "" },
    /* A quote that nothing closes is a letter, and the record says so. */
    { "a,\"b\nc,d\n", "a|\"b!c|d/" },
    { "a,\"b\nc,\"d\"\ne,f\n", "a|\"b!c|d/e|f/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = parse (cases[i].text, -1, "UTF-8", FALSE, ',');

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_encodings (void)
{
  g_autofree char *bom = parse ("\357\273\277\303\244,b\n", -1, "UTF-8", FALSE, ',');
  g_autofree char *western = parse ("K\344se;\200 5\n", -1, "WINDOWS-1252", TRUE, ';');
  g_autofree char *wide = parse ("\377\376a\0,\0\344\0\n\0", 10, "UTF-16LE", FALSE, ',');
  g_autofree char *bad = parse ("a,\377b\nc,\303\251\n", -1, "UTF-8", TRUE, ',');
  g_autofree char *nul = parse ("a,1\0002\n", 6, "UTF-8", TRUE, ',');

  g_assert_cmpstr (bom, ==, "\303\244|b/");
  g_assert_cmpstr (western, ==, "K\303\244se|\342\202\254 5/");
  g_assert_cmpstr (wide, ==, "a|\303\244/");
  g_assert_cmpstr (bad, ==, "a|" HW_BAD_TEXT "b/c|\303\251/");
  g_assert_cmpstr (nul, ==, "a|1\0322/");
}

/* What a record may not grow beyond is cut, and the next one is whole again. */
static void
test_bounds (void)
{
  g_autoptr(GString) text = g_string_new ("a,b\n1,");
  g_autofree char *cells = NULL;
  g_auto(GStrv) records = NULL;

  for (int i = 0; i < 3 * HW_CSV_MAX_RECORD; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, ",lost\n2,c\n");
  cells = parse (text->str, (gssize) text->len, "UTF-8", FALSE, ',');
  g_assert_true (g_str_has_prefix (cells, "a|b/1|xxx"));
  g_assert_true (g_str_has_suffix (cells, "x!2|c/"));
  g_assert_cmpuint (strlen (cells), <, HW_CSV_MAX_RECORD + 100);
}

static void
test_many_cells (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *cells = NULL;
  guint bars = 0;

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "1,");
  g_string_append (text, "\n2,3\n");
  cells = parse (text->str, -1, "UTF-8", FALSE, ',');
  for (const char *p = cells; *p != '!'; p++)
    bars += *p == '|';
  g_assert_cmpuint (bars, ==, HW_CSV_MAX_CELLS - 1);
  g_assert_true (g_str_has_suffix (cells, "!2|3/"));
}

/* A quote opened and never closed does not swallow the rest of a long file. */
static void
test_unclosed (void)
{
  g_autoptr(GString) text = g_string_new ("1,\"open\n");
  g_autofree char *cells = NULL;
  guint records = 0;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, "2,plain\n");
  cells = parse (text->str, -1, "UTF-8", FALSE, ',');
  g_assert_true (g_str_has_prefix (cells, "1|\"open!2|plain/"));
  for (const char *p = cells; *p != '\0'; p++)
    records += *p == '/' || *p == '!';
  g_assert_cmpuint (records, ==, 200001);
}

/* The same cells wherever a block of the buffer ends. */
static void
test_blocks (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *cells = NULL;
  const char *p;

  for (int i = 0; i < 120000; i++)
    g_string_append_printf (text, "%d,\"a \"\"b\"\"\nc\",x\r\n", i);
  cells = parse (text->str, -1, "UTF-8", FALSE, ',');

  p = cells;
  for (int i = 0; i < 120000; i++)
    {
      g_autofree char *want = g_strdup_printf ("%d|a \"b\"\nc|x/", i);

      g_assert_true (g_str_has_prefix (p, want));
      p += strlen (want);
    }
  g_assert_cmpstr (p, ==, "");
}

static void
test_trim (void)
{
  char text[] = " \302\240 5 kg\342\200\257\t";
  HwCell cell = { text, (guint32) strlen (text), 0 };

  hw_cell_trim (&cell);
  g_assert_cmpstr (hw_cell_text (&cell), ==, "5 kg");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/csv/dialects", test_dialects);
  g_test_add_func ("/import/csv/encodings", test_encodings);
  g_test_add_func ("/import/csv/bounds", test_bounds);
  g_test_add_func ("/import/csv/many-cells", test_many_cells);
  g_test_add_func ("/import/csv/unclosed", test_unclosed);
  g_test_add_func ("/import/csv/blocks", test_blocks);
  g_test_add_func ("/import/csv/trim", test_trim);
  return g_test_run ();
}
