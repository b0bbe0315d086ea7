/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three examples: the same each time, made on any day, legal step by step, healthy, and
 * ending as the welcome page tells. */
#include "core/hw-error.h"
#include "domain/hw-initiative.h"
#include "jobs/assess/hw-health-job.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/example/hw-example-job.h"
#include "jobs/figures/hw-goal-job.h"
#include "jobs/hw-check-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/journey/hw-journey-job.h"
#include "jobs/stock/hw-stock-job.h"
#include "jobs/trial/hw-verdict-job.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define TODAY (hw_day_from_ymd (2026, 11, 21))

typedef struct
{
  char      *path;    /* (owned) */
  HwSession *session; /* (owned) */
} Place;

static void
place_clear (Place *self)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  g_clear_pointer (&self->session, hw_session_close);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (self->path, ends[i], NULL);

      g_unlink (path);
    }
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
make (Place               *self,
      const HwExampleKind *kind,
      HwDay                today)
{
  const HwExampleRequest request = { kind, HW_EXAMPLE_SEED };
  g_autofree char *name = g_strdup_printf ("headway-example-%d-%s.headway", (int) getpid (), kind->id);
  g_auto (HwBusiness) business = { 0 };
  g_autofree gint64 *made = NULL;
  g_autoptr (GError) error = NULL;

  self->path = g_build_filename (g_get_tmp_dir (), name, NULL);
  hw_example_business (kind, &business, today);
  self->session = hw_session_create (self->path, &business, today, &error);
  g_assert_no_error (error);
  made = hw_session_run (self->session, &hw_example_job, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (*made, >, 1000);
  g_assert_cmpint (hw_session_get_today (self->session), ==, today);
}

static gpointer
run (const Place   *self,
     const HwJob   *job,
     gconstpointer  request)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hw_session_run (self->session, job, request, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static GPtrArray *
list (const Place *self,
      HwEntryKind  kind)
{
  const HwEntryListRequest request = { kind, -1, FALSE };

  return run (self, &hw_entry_list_job, &request);
}

static gint64
trial_of (const Place *self)
{
  g_autoptr (GPtrArray) trials = list (self, HW_ENTRY_INITIATIVE);

  g_assert_cmpuint (trials->len, ==, 1);
  return ((const HwEntry *) g_ptr_array_index (trials, 0))->id;
}

/* --- the same, and moving along --- */

static HwDay
start_of (const Place *self,
          HwDay        today)
{
  g_autoptr (GPtrArray) trials = list (self, HW_ENTRY_INITIATIVE);
  const HwEntry *trial = g_ptr_array_index (trials, 0);
  const HwDay start = hw_answers_get_day (trial->answers, "start");

  g_assert_cmpint (trial->made, <, start);
  g_assert_cmpint (trial->changed, <=, today);
  return start;
}

static void
test_same (gconstpointer data)
{
  static const int days[] = { 0, 0, 45 };
  const HwExampleKind *kind = data;
  HwDay starts[G_N_ELEMENTS (days)];
  char *ids[G_N_ELEMENTS (days)];

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Place) place = { 0 };

      make (&place, kind, TODAY + days[i]);
      ids[i] = hw_session_dup_run_id (place.session, "all");
      starts[i] = start_of (&place, TODAY + days[i]);
    }

  g_assert_cmpstr (ids[0], ==, ids[1]);
  g_assert_cmpstr (ids[0], !=, ids[2]);
  g_assert_cmpint (starts[2] - starts[0], ==, days[2]);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_free (ids[i]);
}

/* --- each of the promises of one that is made --- */

/* Every version follows from the one before by the table, on a day not before it. */
static void
check_moves (const Place         *place,
             const HwExampleKind *kind)
{
  const gint64 id = trial_of (place);
  g_autoptr (GPtrArray) versions = run (place, &hw_entry_history_job, &id);
  gboolean seen[HW_STATE_N] = { FALSE };
  HwState last = HW_STATE_IDEA;
  HwDay day = 0;

  for (guint i = versions->len; i-- > 0;)
    {
      const HwEntry *version = g_ptr_array_index (versions, i);
      const HwState state = hw_initiative_state (version);

      if (state != last)
        g_assert_true (hw_state_may_move (last, state, hw_initiative_paused_from (version)));
      g_assert_cmpint (version->changed, >=, day);
      seen[state] = TRUE;
      day = version->changed;
      last = state;
    }

  for (HwState state = HW_STATE_IDEA; state <= HW_STATE_EVALUATING; state++)
    g_assert_true (seen[state]);
  g_assert_true (seen[g_str_equal (kind->verdict, "go") ? HW_STATE_SCALING : HW_STATE_EXTEND]);
  g_assert_cmpint (last, ==, g_str_equal (kind->verdict, "go") ? HW_STATE_LIVE : HW_STATE_CLOSED);
}

static void
check_readiness (const Place *place)
{
  HwReadinessBook *book = run (place, &hw_readiness_job, NULL);
  const HwReadyRun *first, *second;

  g_assert_cmpuint (book->runs->len, ==, 2);
  first = g_ptr_array_index (book->runs, 0);
  second = g_ptr_array_index (book->runs, 1);
  g_assert_cmpint (first->entry->made, <, second->entry->made);
  g_assert_true (first->result->enough && second->result->enough);
  g_assert_cmpfloat (second->result->score, >, first->result->score + 10.0);
  hw_readiness_book_free (book);
}

static void
check_health (const Place *place)
{
  g_autoptr (HwHealth) health = run (place, &hw_health_job, NULL);

  for (guint i = 0; i < health->findings->len; i++)
    {
      const HwHealthFinding *finding = g_ptr_array_index (health->findings, i);

      if (finding->grade == HW_HEALTH_STOPS)
        g_error ("%s: %s", finding->name, finding->found);
    }
}

static void
check_goals (const Place *place)
{
  g_autoptr (GPtrArray) goals = run (place, &hw_goal_job, NULL);
  g_autoptr (GPtrArray) steps = list (place, HW_ENTRY_MILESTONE);

  g_assert_cmpuint (goals->len, ==, 2);
  g_assert_cmpuint (steps->len, >=, 2);
  for (guint i = 0; i < goals->len; i++)
    {
      const HwGoalOutlook *goal = g_ptr_array_index (goals, i);

      g_assert_true (goal->reach == HW_REACH_KNOWN || goal->reach == HW_REACH_REACHED);
      g_assert_true (hw_answers_has (goal->entry->answers, "reason"));
    }
}

static void
check_rest (const Place         *place,
            const HwExampleKind *kind)
{
  const HwStockRequest request = { 0.0 };
  g_autoptr (GPtrArray) problems = run (place, &hw_check_job, NULL);
  g_autoptr (HwStockPlan) plan = run (place, &hw_stock_job, &request);
  g_autofree char *mark = run (place, &hw_example_mark_job, NULL);
  guint n_orders = 0;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (mark, ==, kind->id);
  for (guint i = 0; i < plan->lines->len; i++)
    n_orders += ((const HwStockLine *) g_ptr_array_index (plan->lines, i))->order_now > 0;
  g_assert_cmpuint (n_orders, >, 0);
}

static void
test_whole (gconstpointer data)
{
  const HwExampleKind *kind = data;
  g_auto (Place) place = { 0 };

  make (&place, kind, TODAY);
  check_moves (&place, kind);
  check_readiness (&place);
  check_health (&place);
  check_goals (&place);
  check_rest (&place, kind);
}

/* Whatever the weekday and the season it is made in. */
static void
test_verdict (gconstpointer data)
{
  static const int days[] = { 0, 3, 40, 100, 170 };
  const HwExampleKind *kind = data;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (Place) place = { 0 };
      g_autoptr (HwVerdict) verdict = NULL;
      gint64 id;

      make (&place, kind, TODAY + days[i]);
      id = trial_of (&place);
      verdict = run (&place, &hw_verdict_job, &id);
      g_test_message ("%s %d: %s, share %.3f, %.4g from %.4g to %.4g, worth %.4g, cannot tell %d, money %.4g", kind->id, days[i],
                      hw_advice_id (verdict->advice), verdict->share, verdict->effect, verdict->low, verdict->high,
                      verdict->worth, verdict->cannot_tell, verdict->money_month);
      g_assert_cmpint (verdict->state, ==, HW_JUDGED);
      g_assert_cmpstr (hw_advice_id (verdict->advice), ==, kind->verdict);
      g_assert_cmpint (verdict->cannot_tell, ==, g_str_equal (kind->verdict, "stop"));
    }
}

/* --- refusals --- */

static gboolean
stop_now (double   done,
          gpointer data)
{
  return done < 0.5;
}

static void
test_refusals (void)
{
  const HwExampleRequest request = { hw_example_find ("wholesaler"), HW_EXAMPLE_SEED };
  const HwTick tick = { stop_now, NULL };
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_auto (Place) place = { 0 };

  g_assert_null (hw_example_find ("butcher"));
  g_assert_null (hw_example_find (NULL));

  place.path = g_build_filename (g_get_tmp_dir (), "headway-example-stopped.headway", NULL);
  hw_example_business (request.kind, &business, TODAY);
  place.session = hw_session_create (place.path, &business, TODAY, &error);
  g_assert_no_error (error);
  g_assert_null (hw_session_run (place.session, &hw_example_job, &request, &tick, &error));
  g_assert_true (hw_error_is_cancelled (error));
  g_clear_error (&error);

  /* Nothing is made on top of something. */
  g_assert_null (hw_session_run (place.session, &hw_example_job, &request, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

int
main (int   argc,
      char *argv[])
{
  gsize n;
  const HwExampleKind *kinds = hw_example_kinds (&n);

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *same = g_strdup_printf ("/jobs/example/%s/same", kinds[i].id);
      g_autofree char *whole = g_strdup_printf ("/jobs/example/%s/whole", kinds[i].id);
      g_autofree char *verdict = g_strdup_printf ("/jobs/example/%s/verdict", kinds[i].id);

      g_test_add_data_func (same, &kinds[i], test_same);
      g_test_add_data_func (whole, &kinds[i], test_whole);
      g_test_add_data_func (verdict, &kinds[i], test_verdict);
    }

  g_test_add_func ("/jobs/example/refusals", test_refusals);
  return g_test_run ();
}
