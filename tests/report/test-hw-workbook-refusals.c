/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-workbook.h"

#include "core/hw-error.h"
#include "hw-report-fixture.h"
#include "hw-report-place.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static gboolean
stop_later (double   done,
            gpointer left)
{
  int *n = left;

  g_assert_cmpfloat (done, >=, 0.0);
  g_assert_cmpfloat (done, <=, 1.0);
  return --*n > 0;
}

/* Stopped wherever it may: nothing of it stays, an older file does. */
static void
test_cancel (HwReportPlace *place,
             gconstpointer  data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 150);
  gboolean done = FALSE;
  int n;

  g_assert_true (g_file_set_contents (place->path, "older", -1, NULL));
  for (n = 1; !done; n++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      int left = n;
      const HwTick tick = { stop_later, &left };

      done = hw_workbook_write (&shop->report, place->path, &tick, &error);
      g_assert_cmpuint (hw_report_place_count (place->dir), ==, 1);
      bytes = hw_report_place_read (place->path);
      if (done)
        break;
      g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_CANCELLED);
      g_assert_true (hw_error_is_cancelled (error));
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
    }
  g_assert_cmpint (n, >, 5);
}

static void
refuse (const HwReportFixture *shop,
        const char            *path,
        int                    errnum)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (hw_workbook_write (&shop->report, path, NULL, &error));
  g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (errnum)));
}

static void
test_bad_places (HwReportPlace *place,
                 gconstpointer  data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 2, 5);
  g_autofree char *nowhere = g_build_filename (place->dir, "no", "such", "folder.xlsx", NULL);
  g_autofree char *inside_file = g_build_filename (place->path, "x.xlsx", NULL);

  refuse (shop, nowhere, ENOENT);
  refuse (shop, place->dir, EISDIR);
  g_assert_true (g_file_set_contents (place->path, "a file", -1, NULL));
  refuse (shop, inside_file, ENOTDIR);
  g_assert_cmpuint (hw_report_place_count (place->dir), ==, 1);
}

/* A disk with no more room, played by a limit on what this process may write. */
static void
test_full_disk (HwReportPlace *place,
                gconstpointer  data)
{
  static const guint room[] = { 1, 5000, 60000, 150000 };
  const guint which = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 460);
      const struct rlimit limit = { room[which], room[which] };
      g_autoptr(GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (hw_workbook_write (&shop->report, place->path, NULL, &error));
      g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
      g_assert_cmpuint (hw_report_place_count (place->dir), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, which, func)                                                           \
  g_test_add ("/report/refusals/" name, HwReportPlace, GUINT_TO_POINTER (which),          \
              hw_report_place_set_up, func, hw_report_place_tear_down)

  ADD ("cancel", 0, test_cancel);
  ADD ("bad-places", 0, test_bad_places);
  ADD ("full-disk/from-the-start", 0, test_full_disk);
  ADD ("full-disk/early", 1, test_full_disk);
  ADD ("full-disk/late", 2, test_full_disk);
  ADD ("full-disk/very-late", 3, test_full_disk);

  return g_test_run ();
}
