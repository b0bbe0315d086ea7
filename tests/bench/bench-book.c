/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-book: the rows of an .xlsx of a million rows and eight columns, as the import
 * gets them (another process, its limits, rows through a file), and as a bare loop of
 * libzip and libxml2 would see them: seconds, rows per second, peak memory, ratio.
 *
 * usage: bench-book HEADWAY-READ [ROWS]; --ours FILE and --bare FILE are its own runs.
 */
#include "import/hw-rows.h"

#include "core/hw-rng.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <zip.h>

#define ROWS     1000000
#define PRODUCTS 400
#define COLUMNS  8
#define SHEET    "xl/worksheets/sheet1.xml"
#define STRINGS  "xl/sharedStrings.xml"

typedef struct
{
  double seconds;
  double peak_mb;
} Cost;

static void
write_sheet (const char *path,
             gsize       rows)
{
  FILE *file = g_fopen (path, "w");
  HwRng rng;

  hw_rng_init (&rng, 1);
  fputs ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"m\"><sheetData>", file);
  for (gsize i = 1; i <= rows; i++)
    {
      const guint product = hw_rng_below (&rng, PRODUCTS);
      const guint cents = 95 + 7 * product;

      fprintf (file, "<row r=\"%zu\" spans=\"1:8\"><c r=\"A%zu\" s=\"1\"><v>%u</v></c><c r=\"B%zu\"><v>%zu</v></c><c r=\"C%zu\" t=\"s\"><v>%u</v></c>"
               "<c r=\"D%zu\" t=\"s\"><v>%u</v></c><c r=\"E%zu\" t=\"s\"><v>%u</v></c><c r=\"F%zu\"><v>%u</v></c><c r=\"G%zu\"><v>%u.%02u</v></c>"
               "<c r=\"H%zu\"><v>%u.%02u</v></c></row>", i, i, 44000 + (guint) (i * 1000 / rows), i, i / 3, i, product, i, PRODUCTS + product, i,
               2 * PRODUCTS + product % 12, i, 1 + product % 4, i, cents / 100, cents % 100, i, cents * 2 / 100, cents * 2 % 100);
    }
  fputs ("</sheetData></worksheet>", file);
  fclose (file);
}

static void
add_text (zip_t      *zip,
          const char *name,
          const char *text)
{
  zip_file_add (zip, name, zip_source_buffer (zip, text, strlen (text), 0), ZIP_FL_ENC_UTF_8);
}

static void
write_book (const char *path,
            const char *sheet)
{
  g_autoptr (GString) strings = g_string_new ("<sst>");
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  for (int i = 0; i < 2 * PRODUCTS + 12; i++)
    g_string_append_printf (strings, "<si><t>%s %d</t></si>", i < PRODUCTS ? "P" : i < 2 * PRODUCTS ? "Product, number" : "Group", i);
  g_string_append (strings, "</sst>");
  add_text (zip, "[Content_Types].xml", "<Types/>");
  add_text (zip, "xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='Sales' r:id='a'/></sheets></workbook>");
  add_text (zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
            "<Relationship Id='b' Type='x/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='c' Type='x/styles' Target='styles.xml'/></Relationships>");
  add_text (zip, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
  add_text (zip, STRINGS, strings->str);
  zip_file_add (zip, SHEET, zip_source_file (zip, sheet, 0, -1), ZIP_FL_ENC_UTF_8);
  if (zip_close (zip) != 0)
    g_error ("the workbook could not be written");
}

typedef struct
{
  GPtrArray *strings;
  GString   *text;
  gboolean   shared;
  gboolean   take;
  gsize      bytes;
  gsize      cells;
} Bare;

static void
bare_start (void           *data,
            const xmlChar  *name,
            const xmlChar  *prefix,
            const xmlChar  *uri,
            int             n_namespaces,
            const xmlChar **namespaces,
            int             n,
            int             n_defaulted,
            const xmlChar **attributes)
{
  Bare *self = data;

  self->take = strcmp ((const char *) name, "v") == 0 || strcmp ((const char *) name, "t") == 0;
  if (self->take)
    g_string_truncate (self->text, 0);
  if (strcmp ((const char *) name, "c") != 0)
    return;

  self->shared = FALSE;
  for (int i = 0; i < n; i++)
    if (attributes[i * 5][0] == 't' && attributes[i * 5][1] == '\0')
      self->shared = attributes[i * 5 + 3][0] == 's';
}

static void
bare_end (void          *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri)
{
  Bare *self = data;

  if (strcmp ((const char *) name, "t") == 0)
    g_ptr_array_add (self->strings, g_strndup (self->text->str, self->text->len));
  else if (strcmp ((const char *) name, "v") == 0)
    {
      const char *text = self->shared ? g_ptr_array_index (self->strings, atoi (self->text->str)) : self->text->str;

      self->bytes += strlen (text);
      self->cells++;
    }
  self->take = FALSE;
}

static void
bare_text (void          *data,
           const xmlChar *text,
           int            n)
{
  Bare *self = data;

  if (self->take)
    g_string_append_len (self->text, (const char *) text, n);
}

static void
bare_part (zip_t      *zip,
           const char *name,
           Bare       *self)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = bare_start, .endElementNs = bare_end, .characters = bare_text };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  zip_file_t *file = zip_fopen (zip, name, 0);
  char block[32 * 1024];
  zip_int64_t n;

  while ((n = zip_fread (file, block, sizeof block)) > 0)
    xmlParseChunk (parser, block, (int) n, 0);
  xmlParseChunk (parser, block, 0, 1);
  xmlFreeParserCtxt (parser);
  zip_fclose (file);
}

static void
read_bare (const char *path)
{
  Bare self = { .strings = g_ptr_array_new (), .text = g_string_new (NULL) };
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);

  bare_part (zip, STRINGS, &self);
  bare_part (zip, SHEET, &self);
  zip_discard (zip);
  g_print ("%zu cells, %zu bytes\n", self.cells, self.bytes);
}

static void
read_ours (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSheets) book = hw_sheets_open (path, HW_FORM_BOOK, NULL, &error);
  const HwRowSource source = { .path = path, .book = book };
  g_autoptr (HwRows) rows = NULL;
  gsize cells = 0, bytes = 0;
  HwRecord record;

  if (book == NULL)
    g_error ("%s", error->message);
  rows = hw_rows_new (&source, &error);
  while (hw_rows_next (rows, &record, &error))
    {
      cells += record.n_cells;
      for (guint i = 0; i < record.n_cells; i++)
        bytes += record.cells[i].length;
    }
  g_print ("%zu cells, %zu bytes\n", cells, bytes);
}

static Cost
run (const char *self,
     const char *what,
     const char *path)
{
  const char *argv[] = { self, what, path, NULL };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  int status = -1;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("%s failed", what);

  return (Cost) { (double) (g_get_monotonic_time () - start) / 1e6, (double) usage.ru_maxrss / 1024.0 };
}

static void
print (const char *name,
       Cost        cost,
       gsize       rows)
{
  g_print ("%-22s %6.2f s %10.0f rows/s %7.0f MB peak\n", name, cost.seconds, (double) rows / cost.seconds, cost.peak_mb);
}

int
main (int   argc,
      char *argv[])
{
  const gsize rows = argc > 2 ? (gsize) g_ascii_strtoull (argv[2], NULL, 10) : ROWS;
  g_autofree char *folder = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;
  Cost ours, bare;

  if (argc == 3 && g_str_equal (argv[1], "--ours"))
    {
      read_ours (argv[2]);
      return 0;
    }
  if (argc == 3 && g_str_equal (argv[1], "--bare"))
    {
      read_bare (argv[2]);
      return 0;
    }
  if (argc < 2)
    return 2;

  g_setenv ("HEADWAY_READ", argv[1], TRUE);
  folder = g_dir_make_tmp ("bench-book-XXXXXX", NULL);
  sheet = g_build_filename (folder, "sheet.xml", NULL);
  book = g_build_filename (folder, "book.xlsx", NULL);
  write_sheet (sheet, rows);
  write_book (book, sheet);

  bare = run (argv[0], "--bare", book);
  ours = run (argv[0], "--ours", book);
  print ("libzip + libxml2", bare, rows);
  print ("headway", ours, rows);
  g_print ("headway takes %.2f times as long\n", ours.seconds / bare.seconds);

  g_unlink (sheet);
  g_unlink (book);
  g_rmdir (folder);
  return 0;
}
