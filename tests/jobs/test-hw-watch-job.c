/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is watched, on a shop in which nothing happens, and on one in which something does. */
#include "jobs/hw-demand-fixture.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/today/hw-exception-job.h"
#include "jobs/watch/hw-watch-job.h"
#include "jobs/watch/hw-watch-lines.h"
#include "store/hw-entry-repo.h"

#include <math.h>
#include <string.h>

#define LONG_FIRST (hw_day_from_ymd (2023, 7, 3))
#define SHIFTED (hw_day_from_ymd (2026, 1, 12))
#define TRIED (hw_day_from_ymd (2025, 3, 3))

/* What it sells on a day, as so many times what is usual. */
typedef double (*LongFactor) (HwDay day, double size);

static double
from_shifted (HwDay  day,
              double size)
{
  return day >= SHIFTED ? size : 1.0;
}

static double
this_autumn (HwDay  day,
             double size)
{
  const HwDay now = TODAY - 140;

  return day >= now ? 1.0 + size * (day - now) / 140.0 : 1.0;
}

/* The autumn before, too, though not as much. */
static double
each_autumn (HwDay  day,
             double size)
{
  const HwDay then = TODAY - 140 - 364;

  return this_autumn (day, size) + (day >= then && day < then + 140 ? 0.55 * size * (day - then) / 140.0 : 0.0);
}

/* Better while it was tried and half a year after; then by no more than @size. */
static double
while_tried (HwDay  day,
             double size)
{
  return day < TRIED ? 1.0 : day < TRIED + 126 ? 1.3 : size;
}

/* More than two years of one product, about 65 pieces a day. Sundays are closed until @sundays. */
static void
shop_long (HwTestBusiness *business,
           LongFactor      factor,
           double          size,
           HwDay           sundays)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  char iso[HW_DAY_ISO_SIZE];
  HwRng rng;

  hw_rng_init (&rng, 21);
  for (HwDay day = LONG_FIRST; day < TODAY; day++)
    {
      const guint n = 5 + hw_rng_poisson (&rng, 60.0 * factor (day, size));

      if (hw_day_weekday (day) != 6 || day >= sundays)
        for (guint i = 0; i < 6; i++)
          g_string_append_printf (text, "%s,Rye,%u,%u.00\n", hw_day_write_iso (day, iso), n / 6 + (i < n % 6),
                                  4 * (n / 6 + (i < n % 6)));
    }

  hw_test_business_open (business, TODAY);
  shop_import (business, "sales.csv", text->str);
}

static const HwWatchLine *
line_of (const HwWatch *watch,
         HwMonitor      monitor)
{
  for (guint i = 0; i < watch->lines->len; i++)
    {
      const HwWatchLine *line = g_ptr_array_index (watch->lines, i);

      if (line->monitor == monitor)
        return line;
    }

  g_assert_not_reached ();
}

static void
test_quiet_shop (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWatch) watch = NULL;
  g_autoptr (HwWatch) again = NULL;

  shop_long (&business, from_shifted, 1.0, TODAY);
  watch = shop_run (&business, &hw_watch_job, NULL);
  again = shop_run (&business, &hw_watch_job, NULL);
  g_assert_cmpuint (watch->alerts->len, ==, 0);
  g_assert_cmpint (line_of (watch, HW_MONITOR_BIAS)->light, !=, HW_LIGHT_NONE);
  g_assert_cmpint (line_of (watch, HW_MONITOR_INPUT)->light, ==, HW_LIGHT_GREEN);
  g_assert_cmpint (line_of (watch, HW_MONITOR_USE)->light, ==, HW_LIGHT_NONE);
  for (guint i = 0; i < watch->lines->len; i++)
    {
      const HwWatchLine *a = watch->lines->pdata[i], *b = again->lines->pdata[i];

      g_assert_cmpstr (a->said, !=, "");
      g_assert_cmpstr (a->said, ==, b->said);
      g_assert_true (a->value == b->value || (isnan (a->value) && isnan (b->value)));
    }
}

/* A third less from one week on: found, with its week and its money, and what to do. */
static void
test_shift (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWatch) watch = NULL;
  g_autoptr (HwWatch) later = NULL;
  g_autoptr (HwEntry) quiet = hw_entry_new (HW_ENTRY_QUIET, 0);
  g_autoptr (GPtrArray) today = NULL;
  const HwWatchLine *drift;
  const HwAlert *alert;
  guint told = 0;

  shop_long (&business, from_shifted, 0.67, TODAY);
  watch = shop_run (&business, &hw_watch_job, NULL);
  drift = line_of (watch, HW_MONITOR_DRIFT);
  g_assert_cmpint (drift->light, ==, HW_LIGHT_RED);
  g_assert_cmpint (ABS (drift->since - SHIFTED), <=, 14);
  g_assert_cmpfloat (drift->money_week, >, 0.0);
  g_assert_cmpuint (watch->alerts->len, >=, 1);
  alert = g_ptr_array_index (watch->alerts, 0);
  g_assert_cmpstr (alert->what, !=, "");
  g_assert_cmpstr (alert->sure, !=, "");
  g_assert_cmpstr (alert->cost, !=, "");
  g_assert_cmpstr (alert->act, !=, "");

  today = shop_run (&business, &hw_exception_job, NULL);
  for (guint i = 0; i < today->len; i++)
    {
      const HwException *exception = g_ptr_array_index (today, i);

      told += exception->kind == HW_EXCEPTION_ALARM && g_str_equal (exception->name, drift->said);
    }
  g_assert_cmpuint (told, ==, 1);

  hw_answers_set (quiet->answers, "monitor", "drift");
  hw_answers_set_day (quiet->answers, "until", TODAY + 28);
  hw_answers_set (quiet->answers, "why", "The street is closed");
  (void) shop_keep (&business, quiet);
  later = shop_run (&business, &hw_watch_job, NULL);
  g_assert_cmpint (line_of (later, HW_MONITOR_DRIFT)->light, ==, HW_LIGHT_RED);
  for (guint i = 0; i < later->alerts->len; i++)
    g_assert_cmpint (((const HwAlert *) later->alerts->pdata[i])->line->monitor, !=, HW_MONITOR_DRIFT);
}

/* A till that suddenly files Sundays. */
static void
test_files (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWatch) watch = NULL;

  shop_long (&business, from_shifted, 1.0, TODAY - 28);
  watch = shop_run (&business, &hw_watch_job, NULL);
  g_assert_cmpint (line_of (watch, HW_MONITOR_INPUT)->light, ==, HW_LIGHT_RED);
  g_assert_nonnull (strstr (line_of (watch, HW_MONITOR_INPUT)->said, "Sunday"));
}

/* Of what the season can be taken for. */
static guint
count_alarms (LongFactor factor)
{
  guint n = 0;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWatch) watch = NULL;

  shop_long (&business, factor, 2.0, TODAY);
  watch = shop_run (&business, &hw_watch_job, NULL);
  for (int monitor = HW_MONITOR_BIAS; monitor <= HW_MONITOR_BAND; monitor++)
    if (monitor != HW_MONITOR_SIMPLE)
      {
        g_test_message ("%s", line_of (watch, (HwMonitor) monitor)->said);
        n += line_of (watch, (HwMonitor) monitor)->light == HW_LIGHT_RED;
      }

  return n;
}

/* What comes every autumn is no alarm; the same for the first time is. */
static void
test_season (void)
{
  g_assert_cmpuint (count_alarms (this_autumn), >, 0);
  g_assert_cmpuint (count_alarms (each_autumn), ==, 0);
}

/* Something in daily use since summer that was to bring 20 %. */
static HwLight
find_benefit (double   size,
              gboolean young)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWatch) watch = NULL;
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  const HwWatchLine *line;

  shop_long (&business, while_tried, size, TODAY);
  hw_answers_set (entry->answers, "name", "Window");
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "effect", 0.2);
  hw_answers_set_day (entry->answers, "start", TRIED);
  hw_answers_set_day (entry->answers, "end", TRIED + 83);
  hw_answers_set (entry->answers, "state", "live");
  entry->made = entry->changed = young ? TODAY - 60 : TRIED + 120;
  g_assert_true (hw_entry_repo_keep (hw_session_get_store (business.session), entry, HW_ENTRY_MOVED, 0, NULL));

  watch = shop_run (&business, &hw_watch_job, NULL);
  line = line_of (watch, HW_MONITOR_BENEFIT);
  g_assert_cmpint (line->initiative, ==, entry->id);
  g_assert_nonnull (strstr (line->said, "Window"));
  g_assert_cmpint (line->light == HW_LIGHT_RED, ==, line->money_week > 50.0);
  return line->light;
}

static void
test_benefit (void)
{
  g_assert_cmpint (find_benefit (1.3, FALSE), ==, HW_LIGHT_GREEN);
  g_assert_cmpint (find_benefit (1.0, FALSE), ==, HW_LIGHT_RED);
  g_assert_cmpint (find_benefit (1.0, TRUE), ==, HW_LIGHT_NONE);
}

static void
test_young (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwWatch) watch = NULL;

  shop_open (&business, NULL);
  watch = shop_run (&business, &hw_watch_job, NULL);
  g_assert_cmpint (line_of (watch, HW_MONITOR_DRIFT)->light, ==, HW_LIGHT_NONE);
  g_assert_nonnull (strstr (line_of (watch, HW_MONITOR_DRIFT)->said, "week"));
}

static void
test_no_sales (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  g_assert_null (hw_session_run (business.session, &hw_watch_job, NULL, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES);
}

/* The agenda as a calendar reads it: lines of at most 75 bytes, the same ids again, letters
 * with a meaning of their own escaped, nothing cut within a letter. */
static void
test_calendar (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) review = hw_entry_new (HW_ENTRY_REVIEW, 0);
  g_autofree char *path = NULL;
  g_autofree char *written = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) lines = NULL;
  guint begins = 0;

  hw_test_business_open (&business, TODAY);
  hw_answers_set_day (review->answers, "day", TODAY + 9);
  hw_answers_set (review->answers, "about", "Öfen; Körbe, Bleche: müssen wir größere kaufen, oder genügen die alten noch ein Jahr?");
  (void) shop_keep (&business, review);

  path = g_build_filename (business.folder, "agenda.ics", NULL);
  written = shop_run (&business, &hw_agenda_file_job, path);
  g_assert_cmpstr (written, ==, path);
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  again = shop_run (&business, &hw_agenda_file_job, path);
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_utf8_validate (first, -1, NULL));
  g_assert_true (g_str_has_prefix (first, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (first, "END:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (first, "Öfen\\; Körbe\\, Bleche"));
  lines = g_strsplit (first, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      begins += g_str_equal (lines[i], "BEGIN:VEVENT");
    }

  g_assert_cmpuint (begins, ==, 14); /* a Monday a week for 13 weeks, and the review */
}

/* No more and no less off than the week before: as close as that, not "0 % less". */
static void
test_as_close (void)
{
  static const struct { double ratio; const char *said; } rows[] = {
    { 0.80, "less than the week before" }, { 0.994, "less than the week before" }, { 0.996, "as close as the week before" },
    { 1.0, "as close as the week before" }, { 1.04, "as close as the week before" }, { 1.2, "20% more" },
  };
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HwWatchForecast forecast = { .found = { .knows_simple = TRUE, .simple = { .ratio = rows[i].ratio, .n = 12 } } };
      g_autoptr (HwWatch) watch = hw_watch_new ();

      hw_watch_add_forecast (watch, &forecast, format);
      g_assert_nonnull (strstr (line_of (watch, HW_MONITOR_SIMPLE)->said, rows[i].said));
    }
}

/* What a verdict warns of stands in the headline, however green all lights are. */
static void
test_headline (void)
{
  g_autoptr (HwWatch) watch = hw_watch_new ();
  g_autofree char *calm = hw_watch_say_headline (watch);
  g_autofree char *warned = NULL;
  g_autofree char *amber = NULL;
  HwWatchLine *line = hw_watch_line_new (HW_MONITOR_BAND);

  g_assert_cmpstr (calm, ==, "All runs as it should");
  g_ptr_array_add (watch->cautions, hw_watch_caution_new (1, "Bread"));
  warned = hw_watch_say_headline (watch);
  g_assert_cmpstr (warned, ==, "No alarm today, but the verdict of 1 trial warns of something");
  line->light = HW_LIGHT_AMBER;
  g_ptr_array_add (watch->lines, line);
  g_ptr_array_add (watch->cautions, hw_watch_caution_new (2, "Rolls"));
  amber = hw_watch_say_headline (watch);
  g_assert_cmpstr (amber, ==, "No alarm today; 1 thing to watch, but the verdicts of 2 trials warn of something");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch-job/quiet-shop", test_quiet_shop);
  g_test_add_func ("/watch-job/shift", test_shift);
  g_test_add_func ("/watch-job/files", test_files);
  g_test_add_func ("/watch-job/season", test_season);
  g_test_add_func ("/watch-job/benefit", test_benefit);
  g_test_add_func ("/watch-job/young", test_young);
  g_test_add_func ("/watch-job/no-sales", test_no_sales);
  g_test_add_func ("/watch-job/as-close", test_as_close);
  g_test_add_func ("/watch-job/headline", test_headline);
  g_test_add_func ("/watch-job/calendar", test_calendar);
  return g_test_run ();
}
