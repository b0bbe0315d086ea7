/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of ideas on whole businesses: filtered by trade, the first three with
 * reasons, one chosen and kept, the page printed. */
#include "core/hw-error.h"
#include "domain/hw-initiative.h"
#include "jobs/assess/hw-decision-job.h"
#include "jobs/assess/hw-idea-map.h"
#include "jobs/assess/hw-idea-say.h"
#include "jobs/content/hw-content-ideas.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/sample/hw-sample-job.h"
#include "support/hw-test-business.h"

#include <math.h>
#include <string.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static HwIdeaBoard *
look (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  HwIdeaBoard *board = hw_session_run (business->session, &hw_idea_job, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (board);
  return board;
}

static gint64
keep (const HwTestBusiness *business,
      const HwEntry        *entry)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  hw_entry_save_free (save);
  g_assert_no_error (error);
  return change->id;
}

static void
refuse (const HwTestBusiness *business,
        const HwEntry        *entry)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  hw_entry_save_free (save);
  g_assert_null (change);
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

static const HwIdeaRank *
find (const HwIdeaBoard *board,
      const char        *idea)
{
  for (guint i = 0; i < board->ranks->len; i++)
    if (g_str_equal (g_array_index (board->ranks, HwIdeaRank, i).idea->id, idea))
      return &g_array_index (board->ranks, HwIdeaRank, i);

  return NULL;
}

/* No sales: no figure, no first, a sentence that says what to do; nothing of another trade. */
static void
test_empty (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwIdeaBoard) board = NULL;

  hw_test_business_open (&business, TODAY);
  board = look (&business);
  g_assert_cmpuint (board->ranks->len, >, 10);
  g_assert_cmpuint (board->n_equal, ==, 0);
  g_assert_true (isnan (board->revenue));
  g_assert_true (g_str_has_prefix (board->verdict, "We cannot say yet"));
  g_assert_null (find (board, "uc_hotel_rate"));
  g_assert_nonnull (find (board, "uc_dashboard"));

  for (guint i = 0; i < board->ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (board->ranks, HwIdeaRank, i);

      g_assert_cmpfloat (rank->score, ==, 0.0);
      g_assert_cmpint (rank->gate, !=, HW_IDEA_OPEN);
    }
}

/* One pain more brings an idea of another trade onto the board, and in front. */
static void
test_ticked (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) pains = hw_entry_new (HW_ENTRY_PAINS, 0);
  g_autoptr (HwEntry) other = hw_entry_new (HW_ENTRY_PAINS, 0);
  g_autoptr (HwIdeaBoard) board = NULL;
  const HwIdeaRank *rank;

  hw_test_business_open (&business, TODAY);
  hw_answers_set_yes (pains->answers, "uc_hotel_rate", TRUE);
  hw_answers_set_number (pains->answers, "budget", 500.0);
  keep (&business, pains);
  board = look (&business);
  rank = find (board, "uc_hotel_rate");
  g_assert_true (rank != NULL && rank->ticked && rank->facts.budget == 500.0);
  g_assert_cmpuint (board->first->len, ==, 1);

  refuse (&business, other); /* there is one already */
  hw_answers_set_yes (other->answers, "uc_no_such_idea", TRUE);
  refuse (&business, other);
}

static void
open_sample (HwTestBusiness *business)
{
  const guint64 seed = HW_SAMPLE_SEED;
  g_autoptr (GError) error = NULL;
  gpointer done;

  hw_test_business_open (business, TODAY);
  done = hw_session_run (business->session, &hw_sample_job, &seed, NULL, &error);
  g_assert_no_error (error);
  hw_sample_job.free_result (done);
}

/* The sample: three ideas to begin with, each with a reason; two looks are the same. */
static void
test_sample (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwIdeaBoard) board = NULL, again = NULL;
  g_autoptr (HwFormat) format = hw_format_new ("en", "DE", "EUR");
  g_autoptr (HwChart) map = NULL;

  open_sample (&business);
  board = look (&business);
  again = look (&business);
  g_assert_cmpfloat (board->revenue, >, 0.0);
  g_assert_cmpuint (board->first->len, ==, 3);
  g_assert_cmpuint (board->n_equal, >=, 1);
  g_assert_cmpstr (board->run_id, ==, again->run_id);
  g_assert_cmpstr (board->verdict, ==, again->verdict);
  for (guint i = 0; i < board->first->len; i++)
    {
      const HwIdeaReason *reason = g_ptr_array_index (board->first, i);

      g_test_message ("%s: %s (%s)", reason->idea->name, reason->why, reason->caution);
      g_assert_cmpstr (reason->why, !=, "");
    }
  g_test_message ("%s", board->verdict);

  for (guint i = 0; i < board->ranks->len; i++)
    {
      const HwIdeaRank *a = &g_array_index (board->ranks, HwIdeaRank, i);
      const HwIdeaRank *b = &g_array_index (again->ranks, HwIdeaRank, i);

      g_assert_true (a->idea == b->idea);
      g_assert_cmpmem (&a->score, sizeof a->score, &b->score, sizeof b->score);
      g_assert_cmpmem (&a->first_share, sizeof a->first_share, &b->first_share, sizeof b->first_share);
    }

  map = hw_idea_map_new (board, format);
  g_assert_cmpuint (hw_chart_n_rows (map), ==, board->ranks->len);
}

/* Where the first three stand in another order than the points, it is said why. */
static void
test_order_is_explained (void)
{
  GPtrArray *ideas = hw_content_ideas ();
  g_autoptr (GArray) ranks = g_array_new (FALSE, TRUE, sizeof (HwIdeaRank));
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  HwIdeaReason reasons[2] = { { g_ptr_array_index (ideas, 0) }, { g_ptr_array_index (ideas, 2) } };
  g_autofree char *as_in_table = NULL, *other = NULL, *without_points = NULL;

  for (guint i = 0; i < 4; i++)
    {
      /* The second has no worth yet, so the table leaves it out. */
      HwIdeaRank rank = { .idea = g_ptr_array_index (ideas, i), .worth = i == 1 ? NAN : 0.5, .score = 50.0 - i };

      g_array_append_val (ranks, rank);
    }

  g_ptr_array_add (first, &reasons[0]);
  g_ptr_array_add (first, &reasons[1]);
  as_in_table = hw_idea_say_order (first, ranks);
  g_assert_cmpstr (as_in_table, ==, "");

  reasons[1].idea = g_ptr_array_index (ideas, 3);
  other = hw_idea_say_order (first, ranks);
  g_assert_true (g_str_has_prefix (other, "What you ticked gets a start"));

  reasons[1].idea = g_ptr_array_index (ideas, 1);
  g_array_set_size (ranks, 2);
  without_points = hw_idea_say_order (first, ranks);
  g_assert_true (g_str_has_prefix (without_points, "Some of these have no points"));
}

/* From an idea a first form that may be kept as it is. */
static void
test_choose (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwEntry) entry = NULL;
  g_autoptr (HwEntry) hire = NULL;
  g_autofree char *path = NULL;
  g_autofree gboolean *done = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *head = NULL;
  gsize size;

  open_sample (&business);
  entry = hw_session_run (business.session, &hw_idea_choose_job, "uc_daily_bake", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry->kind, ==, HW_ENTRY_INITIATIVE);
  g_assert_cmpint (entry->id, ==, 0);
  g_assert_cmpstr (hw_answers_get_text (entry->answers, "name"), ==, "What to bake for tomorrow");
  g_assert_cmpstr (hw_answers_get_text (entry->answers, "metric"), ==, "waste_rate");
  g_assert_cmpfloat (hw_answers_get_number (entry->answers, "effect", NAN), ==, 0.33);
  g_assert_cmpfloat (hw_answers_get_number (entry->answers, "hours", NAN), ==, 2.0);
  keep (&business, entry);

  hire = hw_session_run (business.session, &hw_idea_choose_job, "uc_hire", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hw_answers_get_yes (hire->answers, "people"));
  g_assert_null (hw_session_run (business.session, &hw_idea_choose_job, "uc_nothing", NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  g_clear_error (&error);

  path = g_build_filename (business.folder, "decision.pdf", NULL);
  done = hw_session_run (business.session, &hw_decision_job, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (*done);
  g_assert_true (g_file_get_contents (path, &head, &size, NULL));
  g_assert_cmpmem (head, 5, "%PDF-", 5);

  sheets = hw_session_run (business.session, &hw_decision_print_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/ideas/empty", test_empty);
  g_test_add_func ("/jobs/ideas/ticked", test_ticked);
  g_test_add_func ("/jobs/ideas/sample", test_sample);
  g_test_add_func ("/jobs/ideas/order-is-explained", test_order_is_explained);
  g_test_add_func ("/jobs/ideas/choose", test_choose);
  return g_test_run ();
}
