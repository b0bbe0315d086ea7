/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-decision-paper.h"

#include "core/hw-error.h"
#include "hw-report-fixture.h"
#include "hw-report-place.h"

#include <gio/gio.h>

#include <string.h>

static const HwDecisionIdea ideas[] = {
  { "What to bake for tomorrow", "Your records show about €5,200 lost here in a year", "The team may not use the list." },
  { "First drafts of texts", "You think it brings about €800 a year", "" },
};

static HwEntry *
make_choice (void)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  hw_answers_set (entry->answers, "name", "What to bake for tomorrow");
  hw_answers_set (entry->answers, "change", "Each evening we bake by the list for the next day.");
  hw_answers_set (entry->answers, "owner", "Ines");
  hw_answers_set (entry->answers, "metric", "waste_rate");
  hw_answers_set_number (entry->answers, "effect", 0.33);
  hw_answers_set_number (entry->answers, "cost", 120.0);
  hw_answers_set_day (entry->answers, "start", hw_day_from_ymd (2026, 4, 6));
  hw_answers_set_day (entry->answers, "end", hw_day_from_ymd (2026, 6, 1));
  return entry;
}

static HwDecisionPaper
paper_of (const HwReportFixture *shop,
          const HwEntry         *chosen)
{
  const HwReport *report = &shop->report;

  return (HwDecisionPaper) {
    .business = report->business, .language = "en", .as_of = report->as_of, .questions = report->questions,
    .readiness = report->readiness, .stakes = report->stakes, .first = ideas, .n_first = G_N_ELEMENTS (ideas),
    .verdict = "“What to bake for tomorrow” comes first, however you weigh it", .chosen = chosen, .run_id = "0f1e2d3c",
  };
}

static GBytes *
write_paper (const HwDecisionPaper *paper,
             const char            *path)
{
  g_autoptr (GError) error = NULL;
  const gboolean ok = hw_decision_paper_write (paper, path, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  return hw_report_place_read (path);
}

static gboolean
holds (GBytes     *bytes,
       const char *words)
{
  const gsize n = strlen (words);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + n <= size; i++)
    if (memcmp (data + i, words, n) == 0)
      return TRUE;

  return FALSE;
}

/* What stands on the page, as any reader of PDF finds it; NULL without one. */
static char *
read_words (const char *path)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  const char *const argv[] = { tool, "-layout", path, "-", NULL };
  g_autoptr (GSubprocess) process = NULL;
  char *words = NULL;

  if (tool == NULL)
    return NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &words, NULL, NULL));
  return words;
}

static void
test_same_bytes (HwReportPlace *place,
                 gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 5, 40);
  g_autoptr (HwEntry) chosen = make_choice ();
  const HwDecisionPaper paper = paper_of (shop, chosen);
  g_autoptr (GBytes) once = write_paper (&paper, place->path);
  g_autoptr (GBytes) twice = write_paper (&paper, place->path);

  g_assert_true (g_bytes_equal (once, twice));
  g_assert_true (holds (once, "%PDF-1."));
  g_assert_cmpuint (hw_report_place_count (place->dir), ==, 1);
}

static void
test_paper_of_the_country (HwReportPlace *place,
                           gconstpointer  data)
{
  static const struct { const char *country, *box; } papers[] = { { "DE", "595.276" }, { "US", "612" }, { "CA", "612" } };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", papers[i].country, 5, 40);
      const HwDecisionPaper paper = paper_of (shop, NULL);
      g_autoptr (GBytes) bytes = write_paper (&paper, place->path);
      g_autofree char *box = g_strdup_printf ("MediaBox [ 0 0 %s", papers[i].box);

      g_assert_true (holds (bytes, box));
    }
}

static void
test_words (HwReportPlace *place,
            gconstpointer  data)
{
  static const char *const words[] = {
    "Corner Bakery & Café", "Where we stand", "Our =records 81, Team 91", "Money too few answers, Aims does not apply", "What is lost today", "1 kind of loss could not be worked out",
    "1 What to bake for tomorrow", "The team may not use the list.", "comes first, however you weigh it", "Ines",
    "Each evening we bake by the list", "Mon, 1 Jun 2026", "€120 once", "33% better than today", "0f1e2d3c", "Decided by",
  };
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "GB", 5, 40);
  g_autoptr (HwEntry) chosen = make_choice ();
  const HwDecisionPaper paper = paper_of (shop, chosen);
  g_autoptr (GBytes) bytes = write_paper (&paper, place->path);
  g_autofree char *all = read_words (place->path);
  g_auto (GStrv) split = NULL;
  g_autofree char *line = NULL;

  if (all == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }

  split = g_regex_split_simple ("\\s+", all, 0, 0);
  line = g_strjoinv (" ", split);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (line, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], line);
}

/* What is not known is said, and no figure stands in its place. */
static void
test_nothing_known (HwReportPlace *place,
                    gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "GB", 0, 0);
  HwDecisionPaper paper = paper_of (shop, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *all = NULL;

  paper.n_first = 0;
  paper.verdict = "We cannot say yet what comes first";
  bytes = write_paper (&paper, place->path);
  all = read_words (place->path);
  if (all == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }

  g_assert_nonnull (strstr (all, "The questions have no answers yet"));
  g_assert_nonnull (strstr (all, "No loss could be worked out yet."));
  g_assert_nonnull (strstr (all, "Nothing is chosen yet."));
  g_assert_null (strstr (all, "nan"));
  g_assert_null (strstr (all, "€"));
}

static void
test_no_room (HwReportPlace *place,
              gconstpointer  data)
{
  g_autoptr (HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 5, 40);
  const HwDecisionPaper paper = paper_of (shop, NULL);
  g_autofree char *nowhere = g_build_filename (place->dir, "no", "such", "folder.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_decision_paper_write (&paper, nowhere, &error));
  g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
}

#define ADD(path, func) g_test_add (path, HwReportPlace, NULL, hw_report_place_set_up, func, hw_report_place_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/report/decision/same-bytes", test_same_bytes);
  ADD ("/report/decision/paper-of-the-country", test_paper_of_the_country);
  ADD ("/report/decision/words", test_words);
  ADD ("/report/decision/nothing-known", test_nothing_known);
  ADD ("/report/decision/no-room", test_no_room);
  return g_test_run ();
}
