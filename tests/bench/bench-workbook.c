/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-workbook: the accountant's workbook of a shop with 100,000 rows of data, and the
 * same rows and columns written by a bare loop of libxlsxwriter: seconds, peak memory,
 * ratio. Each is a process of its own.
 *
 * usage: bench-workbook [ROWS]; --ours, --bare and --shop FILE ROWS are its own runs.
 */
#include "hw-report-fixture.h"
#include "report/hw-workbook.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <xlsxwriter.h>

#define ROWS     100000
#define PRODUCTS 200
#define SHARE    0.75 /* of days and products a row is made of, about; some more is made */

typedef struct
{
  double seconds;
  double peak_mb;
} Cost;

/* A shop whose sales have just so many rows. */
static HwReportFixture *
make_shop (guint rows)
{
  const int days = (int) (rows / (PRODUCTS * SHARE)) + 30;
  HwReportFixture *shop = hw_report_fixture_new ("EUR", "DE", PRODUCTS, days);

  if (shop->rows->len < rows)
    g_error ("the shop has %u rows only", shop->rows->len);
  g_array_set_size (shop->rows, rows);
  shop->report.last_day = g_array_index (shop->rows, HwReportRow, rows - 1).day;
  return shop;
}

static void
write_ours (const HwReport *report,
            const char     *path)
{
  g_autoptr (GError) error = NULL;

  if (!hw_workbook_write (report, path, NULL, &error))
    g_error ("%s", error->message);
}

/* What the sheet Data holds, each cell in a format as there, and nothing else. */
static void
write_bare (const HwReport *report,
            const char     *path)
{
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Data");
  lxw_format *day = workbook_add_format (book);
  lxw_format *money = workbook_add_format (book);
  lxw_format *count = workbook_add_format (book);
  lxw_format *words = workbook_add_format (book);

  format_set_num_format (day, "yyyy-mm-dd");
  format_set_num_format (money, "#,##0.00");
  format_set_num_format (count, "#,##0");
  format_set_align (words, LXW_ALIGN_LEFT);
  for (guint i = 0; i < report->rows->len; i++)
    {
      const HwReportRow *row = &g_array_index (report->rows, HwReportRow, i);
      const HwProduct *product = &g_array_index (report->products, HwProduct, row->product);
      const HwImport *import = &g_array_index (report->imports, HwImport, MAX (row->file, 0));

      worksheet_write_number (sheet, i, 0, row->day, day);
      worksheet_write_number (sheet, i, 1, row->product + 1.0, count);
      worksheet_write_string (sheet, i, 2, product->sku, words);
      worksheet_write_string (sheet, i, 3, product->name, words);
      worksheet_write_string (sheet, i, 4, product->category, words);
      worksheet_write_number (sheet, i, 5, hw_scaled_to_double (row->quantity), count);
      worksheet_write_number (sheet, i, 6, hw_scaled_to_double (row->amount), money);
      if (product->cost != HW_UNKNOWN)
        worksheet_write_number (sheet, i, 7, hw_scaled_to_double (product->cost), money);
      else
        worksheet_write_blank (sheet, i, 7, money);
      worksheet_write_number (sheet, i, 8, (double) row->n_lines, count);
      worksheet_write_string (sheet, i, 9, import->file_name, words);
      worksheet_write_number (sheet, i, 10, (double) row->first_row, count);
      worksheet_write_number (sheet, i, 11, (double) row->last_row, count);
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("the bare workbook could not be written");
}

static Cost
run (const char *self,
     const char *what,
     const char *path,
     const char *rows)
{
  const char *argv[] = { self, what, path, rows, NULL };
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  int status = -1;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    g_error ("%s failed", what);

  /* Time of the processor: others on the machine do not count. */
  return (Cost) {
    (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
    (double) usage.ru_maxrss / 1024.0,
  };
}

static void
print (const char *name,
       Cost        cost,
       double      bytes)
{
  g_print ("%-22s %6.2f s %7.0f MB peak %7.1f MB on disk\n", name, cost.seconds, cost.peak_mb, bytes / 1048576.0);
}

static double
size_of (const char *path)
{
  GStatBuf info = { 0 };

  return g_stat (path, &info) == 0 ? (double) info.st_size : 0.0;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *rows = argc == 2 ? g_strdup (argv[1]) : g_strdup_printf ("%d", ROWS);
  g_autofree char *folder = NULL;
  g_autofree char *ours_path = NULL;
  g_autofree char *bare_path = NULL;
  Cost ours, bare, made;

  if (argc == 4)
    {
      g_autoptr (HwReportFixture) shop = make_shop ((guint) g_ascii_strtoull (argv[3], NULL, 10));

      if (!g_str_equal (argv[1], "--shop"))
        (g_str_equal (argv[1], "--ours") ? write_ours : write_bare) (&shop->report, argv[2]);
      return 0;
    }

  folder = g_dir_make_tmp ("bench-workbook-XXXXXX", NULL);
  ours_path = g_build_filename (folder, "ours.xlsx", NULL);
  bare_path = g_build_filename (folder, "bare.xlsx", NULL);
  made = run (argv[0], "--shop", bare_path, rows);
  bare = run (argv[0], "--bare", bare_path, rows);
  ours = run (argv[0], "--ours", ours_path, rows);
  bare.seconds -= made.seconds;
  ours.seconds -= made.seconds;
  g_print ("%s rows; the shop itself: %.2f s, %.0f MB\n", rows, made.seconds, made.peak_mb);
  print ("libxlsxwriter", bare, size_of (bare_path));
  print ("headway", ours, size_of (ours_path));
  g_print ("headway takes %.2f times as long\n", ours.seconds / bare.seconds);

  g_unlink (ours_path);
  g_unlink (bare_path);
  g_rmdir (folder);
  return 0;
}
