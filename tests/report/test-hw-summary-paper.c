/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-summary-paper.h"

#include "hw-report-fixture.h"
#include "hw-report-place.h"

#include <gio/gio.h>

#include <string.h>

/* What stands on the pages, as any reader of PDF finds it; NULL without one. */
static char *
read_pages (const HwReportFixture *shop,
            const char            *path)
{
  const HwSummaryPaper paper = { .report = &shop->report, .period = "" };
  g_autoptr (GError) error = NULL;
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  const char *const argv[] = { tool, "-layout", path, "-", NULL };
  g_autoptr (GSubprocess) process = NULL;
  const gboolean ok = hw_summary_paper_write (&paper, path, &error);
  char *words = NULL;

  g_assert_no_error (error);
  g_assert_true (ok);
  if (tool == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &words, NULL, NULL));
  return words;
}

static char *
dup_line (const char *words,
          const char *start)
{
  const char *line = strstr (words, start);

  g_assert_nonnull (line);
  return g_strndup (line, strcspn (line, "\n"));
}

/* Ends as fine as it takes to tell them from the figure between them, as the window does. */
static void
test_ranges (HwReportPlace *place,
             gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "GB", 12, 460);
  HwStake *stake = g_ptr_array_index (shop->report.stakes->stakes, 0);
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  stake->year = 10140.0;
  stake->low = 9810.0;
  stake->high = 10480.0;
  words = read_pages (shop, place->path);
  if (words == NULL)
    return;

  line = dup_line (words, hw_stake_kind_name (stake->kind));
  g_assert_nonnull (strstr (line, "10,100"));
  g_assert_nonnull (strstr (line, "9,800"));
  g_assert_nonnull (strstr (line, "10,500"));
}

/* A closed day is no day on which nothing sold. */
static void
test_closed_days (HwReportPlace *place,
                  gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "GB", 12, 460);
  GArray *past = hw_forecast_plan_find (shop->forecast, 0)->past;
  HwPastPoint *closed = &g_array_index (past, HwPastPoint, past->len - 10);
  g_autofree char *seen = NULL;
  g_autofree char *words = NULL;

  closed->units = 0.0;
  seen = read_pages (shop, place->path);
  if (seen == NULL)
    return;

  g_assert_nonnull (strstr (seen, "lowest 0 "));
  closed->state = HW_PAST_CLOSED;
  words = read_pages (shop, place->path);
  g_assert_null (strstr (words, "lowest 0 "));
  g_assert_nonnull (strstr (words, "Always the same."));
}

/* The months are whole: their days are said, for the figures are of others. */
static void
test_months_say_their_days (HwReportPlace *place,
                            gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "GB", 12, 460);
  g_autofree char *words = read_pages (shop, place->path);
  const char *heading, *days;

  if (words == NULL)
    return;

  heading = strstr (words, "Sales by month");
  days = strstr (words, "1 March 2025 – 27 March 2026");
  g_assert_nonnull (heading);
  g_assert_nonnull (days);
  g_assert_cmpint (days - heading, <, 80);
}

/* Nothing counted is not nothing to order. */
static void
test_not_counted (HwReportPlace *place,
                  gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "GB", 6, 40);
  g_autofree char *counted = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < shop->stock->lines->len; i++)
    ((HwStockLine *) g_ptr_array_index (shop->stock->lines, i))->order_now = 0;
  shop->stock->n_unknown = 1;
  counted = read_pages (shop, place->path);
  if (counted == NULL)
    return;

  g_assert_nonnull (strstr (counted, "Nothing needs to be ordered today."));
  shop->stock->n_unknown = shop->stock->lines->len;
  words = read_pages (shop, place->path);
  g_assert_null (strstr (words, "Nothing needs to be ordered today."));
  g_assert_nonnull (strstr (words, "Not known yet"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/report/summary-paper/" name, HwReportPlace, NULL, hw_report_place_set_up, func, hw_report_place_tear_down)

  ADD ("ranges", test_ranges);
  ADD ("closed-days", test_closed_days);
  ADD ("months-say-their-days", test_months_say_their_days);
  ADD ("not-counted", test_not_counted);

  return g_test_run ();
}
