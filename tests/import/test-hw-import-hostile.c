/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made to do harm, or only broken, where the folder HEADWAY_DATA holds them: each
 * is refused in words, or read with its flaws listed; nothing of a refused one reaches
 * the store; two seconds and 256 MB are enough for any. */
#include "import/hw-book-child.h"
#include "import/hw-importer.h"
#include "import/hw-rows.h"

#include "core/hw-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define TODAY "2026-11-21"

#define BIT(code)  (1u << (code))
#define FORMAT     BIT (HW_IMPORT_ERROR_FORMAT)
#define OLD_FORMAT BIT (HW_IMPORT_ERROR_OLD_FORMAT)
#define DAMAGED    BIT (HW_IMPORT_ERROR_DAMAGED)
#define LOCKED     BIT (HW_IMPORT_ERROR_LOCKED)
#define TOO_BIG    BIT (HW_IMPORT_ERROR_TOO_BIG)
#define NOTHING    BIT (HW_IMPORT_ERROR_EMPTY)
#define NO_KIND    BIT (HW_IMPORT_ERROR_NO_KIND)

#define NO_ISSUE   -1
#define MAY_READ   -1

typedef struct
{
  const char *file;
  guint       refused;   /* codes it may be refused with, 0 if it must be read */
  gint64      rows;      /* else: rows of data in it; MAY_READ: it may also be read */
  gint64      imported;
  int         issue;     /* that must be listed, or NO_ISSUE */
  gint64      at;        /* and the row it must name, 0 for any */
} Case;

static const Case cases[] = {
  { "empty.csv", NOTHING },
  { "header_only.csv", NOTHING },
  { "nul_bytes.csv", 0, 50, 49, HW_ISSUE_BAD_TEXT, 22 },
  { "binary_noise.csv", FORMAT },
  { "unterminated_quote.csv", 0, 40031, 40031, HW_ISSUE_RAGGED, 32 },
  { "one_long_line.csv", 0, 6, 5, HW_ISSUE_RAGGED, 0 },
  { "many_columns.csv", NO_KIND },
  { "ragged_rows.csv", 0, 60, 56, HW_ISSUE_RAGGED, 0 },
  { "mixed_newlines.csv", 0, 40, 40, NO_ISSUE, 0 },
  { "utf16_no_bom.csv", 0, 40, 40, NO_ISSUE, 0 },
  { "bad_utf8_row.csv", 0, 42, 42, HW_ISSUE_BAD_TEXT, 22 },
  { "latin1_vs_utf8.csv", 0, 1, 1, NO_ISSUE, 0 },
  { "formula_injection.csv", 0, 7, 7, NO_ISSUE, 0 },
  { "hostile_names.csv", 0, 9, 9, NO_ISSUE, 0 },
  { "numbers.csv", 0, 13, 3, HW_ISSUE_BAD_NUMBER, 2 },
  { "dates.csv", 0, 11, 4, HW_ISSUE_NO_DATE, 0 },
  { "headers.csv", NO_KIND },
  { "not_csv_pdf.csv", FORMAT },
  { "csv_named.xlsx", 0, 12, 12, NO_ISSUE, 0 },
  { "gz_named.csv", FORMAT },
  { "shift_jis.csv", 0, 1, 1, NO_ISSUE, 0 },
  { "separator_trap.csv", 0, 25, 25, NO_ISSUE, 0 },
  { "null.csv", NO_KIND },
  { "weird_head_padding.csv", NO_KIND, MAY_READ },
  { "mac_newlines.csv", NO_KIND },
  { "spectrum_json.csv", NO_KIND },
  { "spectrum_simple.csv", NO_KIND },
  { "spectrum_simple_crlf.csv", NO_KIND },
  { "truncated.xlsx", DAMAGED },
  { "bit_flip.xlsx", DAMAGED },
  { "no_directory.xlsx", DAMAGED },
  { "zip_bomb.xlsx", TOO_BIG },
  { "zip_bomb_sst.xlsx", TOO_BIG },
  { "size_lie.xlsx", 0, 200, 200, NO_ISSUE, 0 },
  { "billion_laughs.xlsx", DAMAGED },
  { "quadratic_blowup.xlsx", DAMAGED },
  { "xxe.xlsx", DAMAGED },
  { "sparse_last_row.xlsx", NO_KIND },
  { "cell_out_of_range.xlsx", DAMAGED },
  { "sst_index.xlsx", DAMAGED },
  { "missing_part.xlsx", DAMAGED },
  { "path_traversal.xlsx", DAMAGED },
  { "duplicate_entry.xlsx", DAMAGED },
  { "deep_nesting.xlsx", DAMAGED },
  { "no_refs.xlsx", 0, 30, 30, NO_ISSUE, 0 },
  { "formula_no_cache.xlsx", 0, 20, 20, HW_ISSUE_NOT_CALCULATED, 2 },
  { "many_entries.zip.xlsx", DAMAGED },
  { "repeat_bomb.ods", TOO_BIG },
  { "billion_laughs.ods", DAMAGED },
  { "truncated.ods", DAMAGED },
  { "bad_value.ods", NO_KIND },
  { "no_content.ods", DAMAGED },
  { "issue_594_dos.ods", TOO_BIG },
  { "pass_protected.xlsx", LOCKED },
  { "date_1904.xlsx", NO_KIND },
  { "nonstandard-xml-ns-prefix.xlsx", NO_KIND },
  { "any_sheets.xlsb", OLD_FORMAT },
  { "ebcdic.dontuse", DAMAGED },
  { "corruptMeta.ods", NOTHING | NO_KIND },
  { "Zip-Windows-Directory-Separator.xlsx", NO_KIND | DAMAGED, MAY_READ },
  { "BadWorkbook.xlsx", DAMAGED },
  { "db_truncated.sqlite", FORMAT },
  { "db_bitflip.sqlite", FORMAT },
  { "db_header_only.sqlite", FORMAT },
  { "db_wrong_appid.sqlite", FORMAT },
  { "db_future.sqlite", FORMAT },
  { "db_trigger.sqlite", FORMAT },
  { "db_view.sqlite", FORMAT },
  { "db_schema_damage.sqlite", FORMAT },
  { "db_not_sqlite.sqlite", FORMAT | DAMAGED },
};

/* What a converter may make of an old workbook that is broken inside: nothing, or a
 * table that is none of ours. Last, for its memory counts apart. */
static const Case old_cases[] = {
  { "truncated.xls", DAMAGED },
  { "bad_fat.xls", DAMAGED },
  { "oleloop.xls", DAMAGED },
  { "bit_flips.xls", DAMAGED | OLD_FORMAT | NO_KIND | NOTHING, MAY_READ },
  { "OOM_alloc.xls", DAMAGED | OLD_FORMAT | TOO_BIG | NO_KIND | NOTHING, MAY_READ },
  { "ptgexp-truncated-operand.xls", DAMAGED | OLD_FORMAT | NO_KIND | NOTHING, MAY_READ },
  { "encrypted_no_password.xls", DAMAGED | OLD_FORMAT | LOCKED | NO_KIND | NOTHING, MAY_READ },
};

/* Cells that must read just so: "" ends a row, NULL the rows. */
typedef struct
{
  const char *file;
  const char *cells[24];
} Text;

static const Text texts[] = {
  { "date_1904.xlsx", { "2021-01-01", "15", "", "2021-01-02", "16", "", "255:10:10", "17", "" } },
  { "nonstandard-xml-ns-prefix.xlsx", { "a", "b", "", "1", "3", "", "2", "4", "" } },
  { "corruptMeta.ods", { "Hello", "World", "" } },
  { "sparse_last_row.xlsx", { "1", "", "2", "" } },
  { "bad_value.ods", { "date", "qty", "", "2026-13-45", "abc", "", "?", "1e999", "" } },
  { "spectrum_json.csv", { "key", "val", "", "1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}", "" } },
  { "spectrum_simple.csv", { "a", "b", "c", "", "1", "2", "3", "" } },
  { "spectrum_simple_crlf.csv", { "a", "b", "c", "", "1", "2", "3", "" } },
  { "mac_newlines.csv", { "a", "b", "c", "", "1", "2", "3", "", "Once upon\ra time", "5", "6", "" } },
};

static char *
find_folder (void)
{
  const char *data = g_getenv ("HEADWAY_DATA");
  g_autofree char *folder = data != NULL ? g_build_filename (data, "import", "hostile", NULL) : NULL;

  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&folder);

  g_test_skip ("HEADWAY_DATA is not set: the hostile files are not there");
  return NULL;
}

static gboolean
take_row (const HwImportRow  *row,
          gpointer            data,
          GError            **error)
{
  gint64 *n = data;

  g_assert_true (g_utf8_validate (row->item, -1, NULL));
  (*n)++;
  return TRUE;
}

/* Answers the first question there is with its first choice. */
static HwImportPlan *
scan (const char  *path,
      GError     **error)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  HwImportOptions options = { .kind = HW_IMPORT_AUTO, .currency = "EUR", .currency_open = TRUE,
                              .today = hw_day_from_iso (TODAY), .answers = answers };
  HwImportPlan *plan = NULL;

  for (int turn = 0; turn < 4; turn++)
    {
      const HwImportQuestion *question;

      hw_import_plan_free (plan);
      plan = hw_import_scan (path, &options, NULL, error);
      if (plan == NULL || hw_import_plan_get_questions (plan)->len == 0)
        return plan;
      question = g_ptr_array_index (hw_import_plan_get_questions (plan), 0);
      g_hash_table_insert (answers, g_strdup (question->id), g_strdup (g_array_index (question->choices, HwImportChoice, 0).value));
    }

  return plan;
}

static void
assert_issue (const Case           *it,
              const HwImportReport *report)
{
  gboolean found = it->issue == NO_ISSUE;

  for (guint i = 0; i < report->issues->len; i++)
    {
      const HwIssue *issue = &g_array_index (report->issues, HwIssue, i);

      found |= (int) issue->kind == it->issue && (it->at == 0 || issue->row == it->at);
    }

  g_assert_true (found);
}

#ifndef __SANITIZE_ADDRESS__
static double
seconds_of (int who)
{
  struct rusage used;

  getrusage (who, &used);
  return (double) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) + (double) (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static double
seconds_used (void)
{
  return seconds_of (RUSAGE_SELF) + seconds_of (RUSAGE_CHILDREN);
}

static glong
most_memory (void)
{
  struct rusage own, others;

  getrusage (RUSAGE_SELF, &own);
  getrusage (RUSAGE_CHILDREN, &others);
  return MAX (own.ru_maxrss, others.ru_maxrss) / 1024;
}
#endif

static void
run (const char *folder,
     const Case *it,
     double      most_seconds,
     glong       most_mb)
{
  g_autofree char *path = g_build_filename (folder, it->file, NULL);
  g_autoptr(HwImportReport) report = NULL;
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  gint64 kept = 0;
  const HwRowSink sink = { take_row, &kept };
#ifndef __SANITIZE_ADDRESS__
  const double before = seconds_used ();
#endif

  plan = scan (path, &error);
  if (plan != NULL)
    report = hw_import_read (plan, &sink, NULL, &error);
#ifndef __SANITIZE_ADDRESS__
  g_test_message ("%-38s %4.2f s, %3ld MB so far: %s", it->file, seconds_used () - before, most_memory (),
                  error != NULL ? error->message : "read");
  g_assert_cmpfloat (seconds_used () - before, <=, most_seconds);
  g_assert_cmpint (most_memory (), <=, most_mb);
#endif

  if (it->refused != 0 && !(it->rows == MAY_READ && error == NULL))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == HW_IMPORT_ERROR);
      g_assert_true ((it->refused & BIT ((guint) error->code)) != 0);
      g_assert_cmpint (kept, ==, 0);
      return;
    }

  g_assert_no_error (error);
  if (it->rows == MAY_READ)
    return;
  g_assert_cmpint (report->rows_read, ==, it->rows);
  g_assert_cmpint (report->rows_imported, ==, it->imported);
  g_assert_cmpint (kept, ==, it->imported);
  assert_issue (it, report);
}

static void
test_all (void)
{
  g_autofree char *folder = find_folder ();

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (cases); i++)
    run (folder, &cases[i], 2, 256);
}

static void
test_old (void)
{
  g_autofree char *folder = find_folder ();

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (old_cases); i++)
    run (folder, &old_cases[i], 30, 1024);
}

/* What the other process does, done here, where a sanitizer sees it. */
static void
take_apart (const char *path)
{
  g_autofree char *name = NULL;
  const int in = open (path, O_RDONLY | O_CLOEXEC);
  const int rows = g_file_open_tmp ("hw-hostile-XXXXXX", &name, NULL);
  const int lines = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  g_autoptr(HwBookWriter) out = hw_book_writer_new (rows, lines);
  g_autoptr(GError) error = NULL;
  gboolean old;

  g_unlink (name);
  g_assert_true (hw_book_take_apart (in, out, &old, &error) == (error == NULL));
  hw_book_writer_finish (out, error);
  close (in);
  close (rows);
  close (lines);
}

static void
test_in_process (void)
{
  g_autofree char *folder = find_folder ();

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].file, NULL);

      take_apart (path);
    }
  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (old_cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, old_cases[i].file, NULL);

      take_apart (path);
    }
}

/* Every file there is named above. */
static void
test_none_missed (void)
{
  g_autofree char *folder = find_folder ();
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gboolean known = g_str_equal (name, "manifest.csv") || g_str_equal (name, "spectrum_json");

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        known |= g_str_equal (name, cases[i].file);
      for (gsize i = 0; i < G_N_ELEMENTS (old_cases); i++)
        known |= g_str_equal (name, old_cases[i].file);
      if (!known)
        g_test_message ("%s", name);
      g_assert_true (known);
    }
}

static void
assert_cells (const char *folder,
              const Text *text)
{
  g_autofree char *path = g_build_filename (folder, text->file, NULL);
  g_autoptr(HwSniff) sniff = NULL;
  g_autoptr(HwSheets) book = NULL;
  g_autoptr(HwRows) rows = NULL;
  g_autoptr(GError) error = NULL;
  HwRowSource source = { .path = path, .separator = ',' };
  const char *const *at = text->cells;
  HwRecord record;

  sniff = hw_sniff_file (path, NULL, &error);
  g_assert_no_error (error);
  if (sniff->form == HW_FORM_BOOK)
    book = hw_sheets_open (path, sniff->form, NULL, &error);
  g_assert_no_error (error);
  source.book = book;
  source.encoding = sniff->encoding;
  rows = hw_rows_new (&source, &error);
  g_assert_no_error (error);

  while (*at != NULL)
    {
      g_assert_true (hw_rows_next (rows, &record, &error));
      for (guint i = 0; i < record.n_cells; i++, at++)
        g_assert_cmpstr (hw_cell_text (&record.cells[i]), ==, *at);
      g_assert_cmpstr (*at++, ==, "");
    }

  g_assert_false (hw_rows_next (rows, &record, &error));
  g_assert_no_error (error);
}

static void
test_cells (void)
{
  g_autofree char *folder = find_folder ();

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (texts); i++)
    assert_cells (folder, &texts[i]);
}

/* A file without any heading is mapped by position. */
static void
test_by_position (void)
{
  g_autofree char *folder = find_folder ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "headers.csv", NULL) : NULL;
  g_autoptr(GHashTable) map = hw_import_mapping_parse ("date=1;item=2;quantity=4;amount=5");
  const HwImportOptions options = { .kind = HW_IMPORT_SALES, .currency = "EUR", .today = hw_day_from_iso (TODAY), .map = map };
  g_autoptr(HwImportReport) report = NULL;
  g_autoptr(HwImportPlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;

  plan = hw_import_scan (path, &options, NULL, &error);
  g_assert_no_error (error);
  report = hw_import_read (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->rows_imported, ==, 1);
}

static gboolean
take_item (const HwImportRow  *row,
           gpointer            data,
           GError            **error)
{
  g_string_append_printf (data, "%s\n", row->item);
  return TRUE;
}

/* Letters come out as they were meant, and nothing in a name is acted upon. */
static void
test_items (void)
{
  static const struct { const char *file, *item; } named[] = {
    { "latin1_vs_utf8.csv", "Crème brûlée – 5 €\n" },
    { "shift_jis.csv", "表ソ能\n" },
    { "formula_injection.csv", "=" },
    { "hostile_names.csv", "-rf /\n" },
  };
  g_autofree char *folder = find_folder ();

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *path = g_build_filename (folder, named[i].file, NULL);
      g_autoptr(GString) items = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(HwImportPlan) plan = scan (path, &error);
      g_autoptr(HwImportReport) report = NULL;
      const HwRowSink sink = { take_item, items };

      g_assert_no_error (error);
      report = hw_import_read (plan, &sink, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (items->str, named[i].item));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/hostile/none-missed", test_none_missed);
  g_test_add_func ("/import/hostile/cells", test_cells);
  g_test_add_func ("/import/hostile/by-position", test_by_position);
  g_test_add_func ("/import/hostile/items", test_items);
  g_test_add_func ("/import/hostile/all", test_all);
  g_test_add_func ("/import/hostile/old", test_old);
  g_test_add_func ("/import/hostile/in-process", test_in_process);
  return g_test_run ();
}
