/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "domain/hw-initiative.h"
#include "jobs/assess/hw-safety-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/trial/hw-verdict-job.h"
#include "support/hw-test-business.h"

#include <string.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define IDEA "uc_reorder"

/* "people=yes data=no": the first pair's question and answer, and so on. */
static HwEntry *
make (HwEntryKind  kind,
      const char  *pairs)
{
  HwEntry *entry = hw_entry_new (kind, 0);
  g_auto (GStrv) words = g_strsplit (pairs, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      hw_answers_set (entry->answers, pair[0], pair[1]);
    }

  return entry;
}

static gint64
save (HwSession  *session,
      HwEntry    *entry,
      GError    **error)
{
  HwEntrySave wish = { entry, FALSE, FALSE };
  g_autofree HwEntryChange *change = hw_session_run (session, &hw_entry_save_job, &wish, NULL, error);

  return change != NULL ? change->id : 0;
}

static gint64
save_well (HwSession  *session,
           HwEntryKind kind,
           const char *pairs)
{
  g_autoptr (HwEntry) entry = make (kind, pairs);
  g_autoptr (GError) error = NULL;
  const gint64 id = save (session, entry, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_refused (HwSession  *session,
                HwEntryKind kind,
                const char *pairs)
{
  g_autoptr (HwEntry) entry = make (kind, pairs);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (save (session, entry, &error), ==, 0);
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

static HwSafetyBook *
read_book (HwSession *session)
{
  g_autoptr (GError) error = NULL;
  HwSafetyBook *book = hw_session_run (session, &hw_safety_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return book;
}

static const HwDutyState *
find_duty (const HwSafetyBook *book,
           const char         *id)
{
  for (guint i = 0; i < book->safety->duties->len; i++)
    {
      const HwDutyState *state = &g_array_index (book->safety->duties, HwDutyState, i);

      if (g_str_equal (state->duty->id, id))
        return state;
    }

  g_assert_not_reached ();
}

static void
assert_risk (HwSession  *session,
             HwRisk      risk)
{
  g_autoptr (HwSafetyBook) book = read_book (session);

  g_assert_cmpint (book->safety->risk, ==, risk);
}

#define LOW "people=no money=no safety=no children=no data=no undo=yes"
#define DATA "people=no money=no safety=no children=no data=yes undo=yes"
#define HIGH "people=yes money=yes safety=no children=no data=yes undo=no"

static void
test_list_grows (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwSafetyBook) none = NULL;
  g_autoptr (HwSafetyBook) high = NULL;

  hw_test_business_open (&business, TODAY);
  none = read_book (business.session);
  g_assert_cmpint (none->safety->risk, ==, HW_RISK_UNKNOWN);
  g_assert_cmpuint (none->safety->duties->len, ==, 34);
  g_assert_true (find_duty (none, "G01")->applies);
  g_assert_false (find_duty (none, "G21")->applies);
  g_assert_cmpuint (none->safety->n_must_done, ==, 0);

  save_well (business.session, HW_ENTRY_RISK, "about=" IDEA " " HIGH);
  high = read_book (business.session);
  g_assert_cmpint (high->safety->risk, ==, HW_RISK_HIGH);
  g_assert_cmpuint (high->risks->len, ==, 1);
  g_assert_true (find_duty (high, "G21")->applies);
  g_assert_cmpuint (high->safety->n_must, ==, 25);
  g_assert_cmpuint (none->safety->n_must, <, 25);
}

static void
test_done (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *today = g_strdup_printf ("duty=G01 who=Anna day=%d", TODAY);
  g_autoptr (HwSafetyBook) book = NULL;

  hw_test_business_open (&business, TODAY);
  save_well (business.session, HW_ENTRY_DUTY, today);
  book = read_book (business.session);
  g_assert_true (find_duty (book, "G01")->done);
  g_assert_cmpint (find_duty (book, "G01")->due, ==, TODAY + 366);
  g_assert_cmpuint (book->safety->n_must_done, ==, 1);
  g_assert_cmpuint (book->done->len, ==, 1);
  g_assert_cmpfloat (book->safety->score, >, 0.0);
}

/* A trial that is over, or an idea that is not for us, is no worry any more. */
static void
test_over (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) trial = NULL;
  g_autofree char *about = NULL;
  gint64 id;

  hw_test_business_open (&business, TODAY);
  id = save_well (business.session, HW_ENTRY_INITIATIVE, "name=Try change=Other");
  about = g_strdup_printf ("about=%d " HIGH, (int) id);
  save_well (business.session, HW_ENTRY_RISK, about);
  save_well (business.session, HW_ENTRY_RISK, "about=" IDEA " " DATA);
  assert_risk (business.session, HW_RISK_HIGH);

  trial = make (HW_ENTRY_INITIATIVE, "name=Try change=Other lesson=None");
  trial->id = id;
  {
    g_autoptr (GError) error = NULL;
    HwMoveRequest wish = { trial, HW_STATE_CLOSED };
    g_autofree HwEntryChange *change = hw_session_run (business.session, &hw_move_job, &wish, NULL, &error);

    g_assert_no_error (error);
    g_assert_nonnull (change);
  }
  assert_risk (business.session, HW_RISK_LOW);

  save_well (business.session, HW_ENTRY_IDEA, "idea=" IDEA " out=yes why=No");
  assert_risk (business.session, HW_RISK_UNKNOWN);
}

static void
test_refusals (void)
{
  g_auto (HwTestBusiness) business = { 0 };

  hw_test_business_open (&business, TODAY);
  assert_refused (business.session, HW_ENTRY_RISK, "about=nothing " LOW);
  assert_refused (business.session, HW_ENTRY_RISK, "about=99 " LOW);
  assert_refused (business.session, HW_ENTRY_RISK, "about=" IDEA " people=yes");
  assert_refused (business.session, HW_ENTRY_RISK, "about=" IDEA " people=maybe money=no safety=no children=no data=no undo=yes");
  save_well (business.session, HW_ENTRY_RISK, "about=" IDEA " " LOW);
  assert_refused (business.session, HW_ENTRY_RISK, "about=" IDEA " " LOW);
  assert_refused (business.session, HW_ENTRY_DUTY, "duty=G99 day=20500");
  assert_refused (business.session, HW_ENTRY_DUTY, "duty=G01");
}

static char *
look_at_gate (HwSession *session,
              gint64     id,
              HwGate     gate)
{
  HwGateRequest request = { id, gate };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = hw_session_run (session, &hw_gate_job, &request, NULL, &error);
  GString *met = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_c (met, g_array_index (lines, HwGateLine, i).met ? '1' : '0');

  return g_string_free (met, FALSE);
}

static void
assert_gate (HwSession  *session,
             gint64      id,
             HwGate      gate,
             const char *wanted)
{
  g_autofree char *met = look_at_gate (session, id, gate);

  g_assert_cmpstr (met, ==, wanted);
}

static gboolean
move (HwSession     *session,
      const HwEntry *entry,
      HwState        to,
      GError       **error)
{
  HwMoveRequest wish = { (HwEntry *) entry, to };
  g_autofree HwEntryChange *change = hw_session_run (session, &hw_move_job, &wish, NULL, error);

  return change != NULL;
}

static void
move_well (HwSession *session,
           HwEntry   *entry,
           HwState    to)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (move (session, entry, to, &error));
  g_assert_no_error (error);
  hw_answers_set (entry->answers, "state", hw_state_id (to));
}

/* The gate before a trial says more the more is known; the legal one holds what is
 * risky until somebody says why not. */
static void
test_gates (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *plan = g_strdup_printf ("name=Try change=Other idea=" IDEA " metric=revenue effect=1000 people=no banned=no"
                                           " start=%d end=%d owner=Anna", TODAY + 7, TODAY + 63);
  g_autoptr (HwEntry) trial = make (HW_ENTRY_INITIATIVE, plan);
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  trial->id = save_well (business.session, HW_ENTRY_INITIATIVE, plan);
  move_well (business.session, trial, HW_STATE_SCORED);
  move_well (business.session, trial, HW_STATE_PLANNED);

  /* Sales, figure, end, goal, owner; then the data that this idea of the catalogue needs. */
  assert_gate (business.session, trial->id, HW_GATE_PILOT, "01101" "0");
  assert_gate (business.session, trial->id, HW_GATE_IMPACT, "1");
  save_well (business.session, HW_ENTRY_READINESS, "ST1=4 DA1=4 DA2=4 DA3=4");
  assert_gate (business.session, trial->id, HW_GATE_PILOT, "01101" "010" "0");
  save_well (business.session, HW_ENTRY_RISK, "about=" IDEA " " HIGH);
  assert_gate (business.session, trial->id, HW_GATE_PILOT, "01101" "010" "0" "0" "00");
  assert_gate (business.session, trial->id, HW_GATE_IMPACT, "10");

  g_assert_false (move (business.session, trial, HW_STATE_BASELINE, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  {
    g_autoptr (HwEntry) gate = make (HW_ENTRY_GATE, "gate=impact who=Anna why=Checked");
    g_autoptr (GError) gate_error = NULL;

    gate->parent_id = trial->id;
    g_assert_cmpint (save (business.session, gate, &gate_error), >, 0);
    g_assert_no_error (gate_error);
  }
  move_well (business.session, trial, HW_STATE_BASELINE);
}

/* The card and what is tried make a page; a second one takes its place. */
static void
test_house_rules (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *nowhere = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;

  hw_test_business_open (&business, TODAY);
  path = g_build_filename (business.folder, "rules.pdf", NULL);
  nowhere = g_build_filename (business.folder, "nowhere", "rules.pdf", NULL);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree gboolean *done = hw_session_run (business.session, &hw_house_rules_job, path, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (*done);
      g_assert_true (g_file_get_contents (path, i == 0 ? &first : &second, i == 0 ? &n_first : &n_second, NULL));
      if (i == 0)
        {
          save_well (business.session, HW_ENTRY_INITIATIVE, "name=Try change=Other owner=Anna");
          save_well (business.session, HW_ENTRY_RISK, "about=" IDEA " " HIGH);
        }
    }

  g_assert_cmpuint (n_first, >, 1000);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) sheets = hw_session_run (business.session, &hw_house_rules_print_job, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (sheets->len, ==, 1);
  }
  g_assert_true (n_first != n_second || memcmp (first, second, n_first) != 0);

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (hw_session_run (business.session, &hw_house_rules_job, nowhere, NULL, &error));
    g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/safety/list-grows", test_list_grows);
  g_test_add_func ("/jobs/safety/done", test_done);
  g_test_add_func ("/jobs/safety/over", test_over);
  g_test_add_func ("/jobs/safety/refusals", test_refusals);
  g_test_add_func ("/jobs/safety/gates", test_gates);
  g_test_add_func ("/jobs/safety/house-rules", test_house_rules);

  return g_test_run ();
}
