/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program starts itself again as the one that answers and is killed:
 * PROGRAM --child FILE. */
#include "core/hw-error.h"
#include "domain/hw-ready-run.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/content/hw-content-questions.h"
#include "jobs/journey/hw-entry-job.h"
#include "support/hw-test-business.h"

#include <math.h>
#include <string.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define KILLED_AFTER 17

static const char *program;

static HwReadinessBook *
read_book (HwSession *session)
{
  g_autoptr (GError) error = NULL;
  HwReadinessBook *book = hw_session_run (session, &hw_readiness_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return book;
}

static gint64
save (HwSession *session,
      gint64     id,
      HwAnswers *answers,
      gboolean   draft,
      GError   **error)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_READINESS, 0);
  g_autofree HwEntryChange *change = NULL;
  HwEntrySave wish = { entry, draft, FALSE };

  entry->id = id;
  hw_answers_free (entry->answers);
  entry->answers = hw_answers_copy (answers);
  change = hw_session_run (session, &hw_entry_save_job, &wish, NULL, error);
  return change != NULL ? change->id : 0;
}

static gint64
save_well (HwSession *session,
           gint64     id,
           HwAnswers *answers,
           gboolean   draft)
{
  g_autoptr (GError) error = NULL;
  const gint64 kept = save (session, id, answers, draft, &error);

  g_assert_no_error (error);
  return kept;
}

static const char *
question_id (guint i)
{
  return ((const HwReadyQuestion *) g_ptr_array_index (hw_content_questions ()->questions, i))->id;
}

static HwAnswers *
answer_all (const char *answer)
{
  HwAnswers *answers = hw_answers_new ();

  for (guint i = 0; i < 35; i++)
    hw_answers_set (answers, question_id (i), answer);

  return answers;
}

static const HwReadyRun *
run_at (const HwReadinessBook *book,
        guint                  i)
{
  return g_ptr_array_index (book->runs, i);
}

static void
open_again (HwTestBusiness *business,
            HwDay           today)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&business->session, hw_session_close);
  business->session = hw_session_open (business->path, today, FALSE, &error);
  g_assert_no_error (error);
}

static void
test_nothing_yet (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwReadinessBook) book = NULL;

  hw_test_business_open (&business, TODAY);
  book = read_book (business.session);
  g_assert_cmpuint (book->questionnaire->questions->len, ==, 35);
  g_assert_null (book->draft);
  g_assert_cmpuint (book->runs->len, ==, 0);
  g_assert_cmpint (book->again, ==, HW_DAY_NONE);
}

/* Answered on two days, closed on the third: one run, and no draft left. */
static void
test_draft_and_close (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  g_autoptr (HwReadinessBook) begun = NULL;
  g_autoptr (HwReadinessBook) closed = NULL;
  gint64 id;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (answers, "ST1", "3");
  id = save_well (business.session, 0, answers, TRUE);
  hw_answers_set (answers, "ST2", "?");
  g_assert_cmpint (save_well (business.session, id, answers, TRUE), ==, id);
  open_again (&business, TODAY + 1);
  hw_answers_set (answers, "ST3", "2");
  hw_answers_set (answers, "ST5", "2");
  save_well (business.session, id, answers, TRUE);

  begun = read_book (business.session);
  g_assert_cmpuint (begun->runs->len, ==, 0);
  g_assert_cmpint (begun->draft->entry->id, ==, id);
  g_assert_true (hw_answers_equal (begun->draft->entry->answers, answers));
  g_assert_cmpuint (g_array_index (begun->draft->result->dimensions, HwDimensionScore, 0).n_answered, >=, 3);

  open_again (&business, TODAY + 2);
  save_well (business.session, id, answers, FALSE);
  closed = read_book (business.session);
  g_assert_null (closed->draft);
  g_assert_cmpuint (closed->runs->len, ==, 1);
  g_assert_cmpint (run_at (closed, 0)->entry->made, ==, TODAY + 2);
  g_assert_cmpint (closed->again, ==, TODAY + 2 + 182);
}

/* Every run is kept, in the order of its days, and can be held against another. */
static void
test_runs (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) low = answer_all ("1");
  g_autoptr (HwAnswers) high = answer_all ("3");
  g_autoptr (HwReadinessBook) book = NULL;

  hw_test_business_open (&business, TODAY);
  save_well (business.session, 0, low, FALSE);
  open_again (&business, TODAY + 180);
  save_well (business.session, 0, high, FALSE);

  book = read_book (business.session);
  g_assert_cmpuint (book->runs->len, ==, 2);
  g_assert_cmpint (run_at (book, 0)->entry->made, ==, TODAY);
  g_assert_cmpint (run_at (book, 1)->entry->made, ==, TODAY + 180);
  g_assert_cmpfloat (hw_ready_run_change (run_at (book, 1)->result, run_at (book, 0)->result, 4), >, 0.0);
  g_assert_cmpfloat (hw_ready_run_change (run_at (book, 1)->result, run_at (book, 0)->result, -1), >, 0.0);
  g_assert_cmpfloat (hw_ready_run_change (run_at (book, 0)->result, run_at (book, 0)->result, -1), ==, 0.0);
}

/* Half a year of two products, every day. */
static void
import_sales (const HwTestBusiness *business)
{
  g_autoptr (GString) csv = g_string_new ("Date,Product,Quantity,Amount\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = NULL;

  for (int i = 1; i <= 200; i++)
    {
      int year, month, day;

      hw_day_to_ymd (TODAY - i, &year, &month, &day);
      g_string_append_printf (csv, "%04d-%02d-%02d,Rye,%d,%d.00\n%04d-%02d-%02d,Rolls,%d,%d.50\n", year, month, day, 10 + i % 3,
                              20 + i % 3, year, month, day, 30 + i % 5, 15 + i % 5);
    }

  report = hw_test_business_import (business, "till.csv", csv->str, &error);
  g_assert_no_error (error);
}

static int
measured_score (GPtrArray  *measured,
                const char *check)
{
  for (guint i = 0; i < measured->len; i++)
    {
      const HwMeasured *found = g_ptr_array_index (measured, i);

      if (g_str_equal (found->check, check))
        return found->score;
    }

  return -2;
}

/* A closed run stays as it was, whatever is imported later; the draft follows the
 * records of today. */
static void
test_measured_is_kept (void)
{
  static const char span[] = "sales_history_span_and_granularity";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = answer_all ("0");
  g_autoptr (HwReadinessBook) before = NULL;
  g_autoptr (HwReadinessBook) after = NULL;
  g_autoptr (HwReadinessBook) corrected = NULL;
  const HwReadyRun *first, *second;

  hw_test_business_open (&business, TODAY);
  save_well (business.session, 0, answers, FALSE);
  before = read_book (business.session);
  g_assert_cmpint (measured_score (run_at (before, 0)->measured, span), ==, -2);

  import_sales (&business);
  save_well (business.session, 0, answers, TRUE);
  open_again (&business, TODAY + 1);
  save_well (business.session, 0, answers, FALSE);
  after = read_book (business.session);
  first = run_at (after, 0);
  second = run_at (after, 1);
  g_assert_cmpint (measured_score (after->measured, span), ==, 3);
  g_assert_cmpint (measured_score (first->measured, span), ==, -2);
  g_assert_cmpint (measured_score (second->measured, span), ==, 3);
  g_assert_cmpstr (hw_answers_get (second->entry->answers, "DA1"), ==, "0");
  g_assert_cmpstr (hw_answers_get (second->entry->answers, "DA1!"), ==, "3");
  g_assert_cmpfloat (g_array_index (first->result->dimensions, HwDimensionScore, 1).score, ==, 0.0);
  g_assert_cmpfloat (g_array_index (second->result->dimensions, HwDimensionScore, 1).score, >, 15.0);
  g_assert_cmpuint (second->result->gaps->len, >, 0);
  g_assert_cmpuint (after->draft->result->gaps->len, ==, second->result->gaps->len);
  g_assert_cmpint (g_array_index (second->result->gaps, HwReadyGap, 0).measured->score, ==, 3);

  /* Putting an answer of the first run right leaves what was measured then. */
  hw_answers_set (answers, "DA2", "1");
  save_well (business.session, first->entry->id, answers, FALSE);
  corrected = read_book (business.session);
  g_assert_cmpint (run_at (corrected, 0)->entry->version, ==, 2);
  g_assert_cmpint (run_at (corrected, 0)->entry->made, ==, TODAY);
  g_assert_cmpint (measured_score (run_at (corrected, 0)->measured, span), ==, -2);
}

/* Closing looks at each answer, and says which one cannot be. */
static void
test_refusals (void)
{
  static const struct { const char *question, *answer, *says; } cases[] = {
    { "DA1", "5", "How far back" }, { "DA1", "yes", "How far back" }, { "XY1", "2", "XY1" }, { "ST1", NULL, "at least one" },
  };
  g_auto (HwTestBusiness) business = { 0 };

  hw_test_business_open (&business, TODAY);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HwAnswers) answers = hw_answers_new ();
      g_autoptr (GError) error = NULL;

      hw_answers_set (answers, cases[i].question, cases[i].answer);
      g_assert_cmpint (save (business.session, 0, answers, FALSE, &error), ==, 0);
      g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* What somebody sends along as measured is not believed. */
static void
test_measured_is_not_told (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = answer_all ("1");
  g_autoptr (HwReadinessBook) book = NULL;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (answers, "DA1!", "4");
  hw_answers_set (answers, "DA2!", "4");
  save_well (business.session, 0, answers, FALSE);
  book = read_book (business.session);
  g_assert_null (hw_answers_get (run_at (book, 0)->entry->answers, "DA1!"));
  g_assert_null (hw_answers_get (run_at (book, 0)->entry->answers, "DA2!"));
}

/* Taken back, a closed run is gone and comes back. */
static void
test_undo (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = answer_all ("2");
  g_autoptr (HwReadinessBook) gone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *back = NULL;
  HwEntryChange change = { 0, 0, 1 };

  hw_test_business_open (&business, TODAY);
  change.id = save_well (business.session, 0, answers, FALSE);
  back = hw_session_run (business.session, &hw_entry_undo_job, &change, NULL, &error);
  g_assert_no_error (error);
  gone = read_book (business.session);
  g_assert_cmpuint (gone->runs->len, ==, 0);
}

/* Answers one question after the other, each kept before the next is said. */
static int
run_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  HwSession *session = hw_session_open (path, TODAY, FALSE, &error);
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  gint64 id = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < 35; i++)
    {
      const char answer[] = { "01234?-"[i % 7], '\0' };

      hw_answers_set (answers, question_id (i), answer);
      id = save_well (session, id, answers, TRUE);
      g_print ("%s %s\n", question_id (i), answer);
    }

  hw_session_close (session);
  return 0;
}

/* kill -9 in the middle of answering: every answer that was kept is there, and the
 * business opens where it was left. */
static void
test_killed_while_answering (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (HwAnswers) said = hw_answers_new ();
  g_autoptr (HwReadinessBook) book = NULL;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  g_clear_pointer (&business.session, hw_session_close);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", business.path, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  for (guint i = 0; i < KILLED_AFTER; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_auto (GStrv) words = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (line);
      words = g_strsplit (line, " ", 2);
      hw_answers_set (said, words[0], words[1]);
    }

  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));

  business.session = hw_session_open (business.path, TODAY, FALSE, &error);
  g_assert_no_error (error);
  book = read_book (business.session);
  g_assert_nonnull (book->draft);
  g_assert_cmpuint (book->runs->len, ==, 0);
  for (guint i = 0; i < KILLED_AFTER; i++)
    g_assert_cmpstr (hw_answers_get (book->draft->entry->answers, question_id (i)), ==, hw_answers_get (said, question_id (i)));

  /* And it goes on from there. */
  hw_answers_set (said, "GO5", "4");
  save_well (business.session, book->draft->entry->id, said, FALSE);
  hw_readiness_book_free (g_steal_pointer (&book));
  book = read_book (business.session);
  g_assert_null (book->draft);
  g_assert_cmpuint (hw_ready_run_count (run_at (book, 0)->entry->answers, book->questionnaire), ==, KILLED_AFTER + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *absolute = g_canonicalize_filename (argv[0], NULL);

  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = absolute;

  g_test_add_func ("/jobs/readiness/nothing-yet", test_nothing_yet);
  g_test_add_func ("/jobs/readiness/draft-and-close", test_draft_and_close);
  g_test_add_func ("/jobs/readiness/runs", test_runs);
  g_test_add_func ("/jobs/readiness/measured-is-kept", test_measured_is_kept);
  g_test_add_func ("/jobs/readiness/measured-is-not-told", test_measured_is_not_told);
  g_test_add_func ("/jobs/readiness/refusals", test_refusals);
  g_test_add_func ("/jobs/readiness/undo", test_undo);
  g_test_add_func ("/jobs/readiness/killed-while-answering", test_killed_while_answering);

  return g_test_run ();
}
