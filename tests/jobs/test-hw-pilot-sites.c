/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trial in half of the shops from plan to verdict: offered where there are enough of
 * them, drawn by lot, locked, and judged as it was drawn. */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "domain/hw-initiative.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/trial/hw-pilot-job.h"
#include "jobs/trial/hw-say-pilot.h"
#include "jobs/trial/hw-verdict-job.h"
#include "support/hw-test-business.h"

#include <math.h>

/* A Monday. */
#define START (hw_day_from_ymd (2026, 3, 2))
#define WEEKS 8
#define PAST 70
#define SHOPS 12
#define TRIALS 12
#define HEAD "Date,Receipt,Store,Product,Qty,Amount\n"

static double
noise (HwRng  *rng,
       double  sd)
{
  return exp (sd * hw_rng_normal (rng));
}

/* A sale a week of each shop, on its Sunday. @lift: of the shops in @changed. */
static void
add_week (GString      *text,
          HwRng        *rng,
          int           week,
          guint         n_shops,
          const GArray *changed,
          double        lift)
{
  const double street = noise (rng, 0.15);
  char iso[HW_DAY_ISO_SIZE];

  for (guint i = 0; i < n_shops; i++)
    {
      const gint64 id = i + 1; /* in the order in which the file names them */
      gboolean on = FALSE;

      for (guint k = 0; changed != NULL && k < changed->len; k++)
        on |= g_array_index (changed, gint64, k) == id;
      g_string_append_printf (text, "%s,%d,Store %c,Bread,10,%.2f\n", hw_day_write_iso (START + 7 * week + 6, iso), week + PAST,
                              'A' + (int) i, (300.0 + 150.0 * i) * street * noise (rng, 0.1) * (on ? lift : 1.0));
    }
}

static void
open_past (HwTestBusiness *business,
           HwRng          *rng,
           guint           n_shops)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (int week = -PAST; week < 0; week++)
    add_week (text, rng, week, n_shops, NULL, 1.0);

  hw_test_business_open (business, START);
  report = hw_test_business_import (business, "past.csv", text->str, &error);
  g_assert_no_error (error);
}

/* The weeks of the trial; today is the day after them. */
static void
go_on (HwTestBusiness *business,
       HwRng          *rng,
       const GArray   *changed,
       double          lift)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (int week = 0; week < WEEKS; week++)
    add_week (text, rng, week, SHOPS, changed, lift);

  hw_session_close (business->session);
  business->session = hw_session_open (business->path, START + 7 * WEEKS, FALSE, &error);
  g_assert_no_error (error);
  report = hw_test_business_import (business, "trial.csv", text->str, &error);
  g_assert_no_error (error);
}

static HwEntry *
new_plan (const char *metric,
          const char *design)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  hw_answers_set (entry->answers, "name", "Bread at the door");
  hw_answers_set (entry->answers, "change", "We put the bread at the door.");
  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set (entry->answers, "design", design);
  hw_answers_set_number (entry->answers, "effect", 0.1);
  hw_answers_set_day (entry->answers, "start", START);
  hw_answers_set_day (entry->answers, "end", START + 7 * WEEKS - 1);
  hw_answers_set_yes (entry->answers, "people", FALSE);
  hw_answers_set_yes (entry->answers, "banned", FALSE);
  return entry;
}

static void
keep (HwTestBusiness *business,
      HwEntry        *entry)
{
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  g_assert_no_error (error);
  hw_entry_save_free (save);
  entry->id = change->id;
}

static GError *
move (HwTestBusiness *business,
      HwEntry        *entry,
      HwState         to)
{
  HwMoveRequest *request = hw_move_request_new (entry, to);
  GError *error = NULL;
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_move_job, request, NULL, &error);

  hw_move_request_free (request);
  if (change != NULL)
    hw_answers_set (entry->answers, "state", hw_state_id (to));
  return error;
}

/* From idea to running; what stops it. */
static GError *
begin (HwTestBusiness *business,
       HwEntry        *entry)
{
  static const HwState steps[] = { HW_STATE_SCORED, HW_STATE_PLANNED, HW_STATE_BASELINE, HW_STATE_RUNNING };
  GError *error = NULL;

  keep (business, entry);
  for (guint i = 0; i < G_N_ELEMENTS (steps) && error == NULL; i++)
    error = move (business, entry, steps[i]);

  return error;
}

static HwPilot *
look (HwTestBusiness *business,
      gint64          id)
{
  g_autoptr (GError) error = NULL;
  HwPilot *pilot = hw_session_run (business->session, &hw_pilot_job, &id, NULL, &error);

  g_assert_no_error (error);
  return pilot;
}

static HwVerdict *
judge (HwTestBusiness *business,
       gint64          id)
{
  g_autoptr (GError) error = NULL;
  HwVerdict *verdict = hw_session_run (business->session, &hw_verdict_job, &id, NULL, &error);

  g_assert_no_error (error);
  g_test_message ("state %d, share %.3f [%.3f %.3f], p %.4f, %s", verdict->state, verdict->share, verdict->share_low,
                  verdict->share_high, verdict->p, hw_advice_id (verdict->advice));
  return verdict;
}

/* Nobody asked for it by name: it is the best that the list offers. */
static void
test_found (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan ("revenue", NULL);
  g_autoptr (HwPilot) planned = NULL;
  g_autoptr (HwPilot) running = NULL;
  g_autoptr (HwVerdict) v = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *as_planned = NULL;
  double sold = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 21);
  open_past (&business, &rng, SHOPS);
  keep (&business, entry);
  planned = look (&business, entry->id);
  g_assert_cmpint (planned->lock->design, ==, HW_DESIGN_SITES);
  g_assert_false (planned->refused);
  g_assert_cmpuint (planned->lock->changed->len, ==, SHOPS / 2);
  g_assert_cmpuint (planned->lock->partner->len, ==, SHOPS / 2);
  g_assert_true (planned->lock->smallest > 0.01 && planned->lock->smallest < 0.2);
  g_assert_true (fabs (planned->balance[0]) < 2.0 && isnan (planned->balance[1]) && isnan (planned->balance[2]));
  g_assert_cmpuint (planned->quiet, >, 20);
  g_assert_cmpuint (planned->alarms, <=, planned->quiet / 5);
  g_assert_cmpuint (planned->pairs->len, ==, SHOPS / 2);
  for (guint i = 0; i < planned->pairs->len; i++)
    {
      const HwPilotPair *pair = g_ptr_array_index (planned->pairs, i);

      g_assert_true (g_str_has_prefix (pair->changed, "Store ") && g_str_has_prefix (pair->partner, "Store "));
      sold += pair->changed_week + pair->partner_week;
    }
  g_assert_cmpfloat_with_epsilon (sold, SHOPS * 1125.0, SHOPS * 1125.0 / 10.0);

  error = begin (&business, entry);
  g_assert_no_error (error);
  running = look (&business, entry->id);
  g_assert_true (running->locked);
  as_planned = hw_lock_fingerprint (planned->lock);
  g_assert_cmpstr (running->fingerprint, ==, as_planned);
  g_assert_cmpfloat (running->balance[0], ==, planned->balance[0]);

  go_on (&business, &rng, running->lock->changed, 1.25);
  v = judge (&business, entry->id);
  g_assert_cmpint (v->state, ==, HW_JUDGED);
  g_assert_cmpint (v->design, ==, HW_DESIGN_SITES);
  g_assert_cmpuint (v->n_units, ==, SHOPS);
  g_assert_cmpfloat (v->p, <, 0.05);
  g_assert_true (v->share_low < 0.25 && 0.25 < v->share_high);
  g_assert_cmpint (v->advice, ==, HW_VERDICT_GO);
}

/* Trials of which nothing comes, each with a lot of its own: about one in twenty may seem
 * to show something. */
static void
test_nothing (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  gint64 ids[TRIALS];
  guint alarms = 0;
  HwRng rng;

  hw_rng_init (&rng, 22);
  open_past (&business, &rng, SHOPS);
  for (guint i = 0; i < TRIALS; i++)
    {
      g_autoptr (HwEntry) entry = new_plan (i % 2 == 0 ? "revenue" : "average_order_value", "sites");
      g_autoptr (GError) error = begin (&business, entry);

      g_assert_no_error (error);
      ids[i] = entry->id;
    }

  go_on (&business, &rng, NULL, 1.0);
  for (guint i = 0; i < TRIALS; i++)
    {
      g_autoptr (HwVerdict) v = judge (&business, ids[i]);

      g_assert_cmpint (v->state, ==, HW_JUDGED);
      alarms += v->p <= 0.05;
    }

  g_assert_cmpuint (alarms, <=, 2);
}

/* With too few shops, or a figure that no shop has on its own, it is not offered; who
 * insists is told why, and it does not begin. */
static void
test_refused (void)
{
  static const struct
  {
    guint       n_shops;
    const char *metric, *product, *says;
  } rows[] = {
    { 9, "revenue", NULL, "This way of trying it can show nothing here: it takes at least 10 shops." },
    { SHOPS, "gross_margin_pct", NULL, "This way of trying it can show nothing here." },
    { SHOPS, "revenue", "1", "This way of trying it can show nothing here." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (HwTestBusiness) business = { 0 };
      g_autoptr (HwEntry) asked = new_plan (rows[i].metric, "sites");
      g_autoptr (HwEntry) open = new_plan (rows[i].metric, NULL);
      g_autoptr (HwPilot) refused = NULL;
      g_autoptr (HwPilot) other = NULL;
      g_autoptr (HwFormat) format = hw_format_new ("en", "DE", "EUR");
      g_autoptr (GError) error = NULL;
      g_autofree char *says = NULL;
      HwRng rng;

      hw_rng_init (&rng, 23);
      open_past (&business, &rng, rows[i].n_shops);
      hw_answers_set (asked->answers, "product", rows[i].product);
      hw_answers_set (open->answers, "product", rows[i].product);
      keep (&business, asked);
      refused = look (&business, asked->id);
      g_assert_true (refused->refused && !refused->sees);
      says = hw_say_pilot_sees (refused, format);
      g_assert_cmpstr (says, ==, rows[i].says);

      keep (&business, open);
      other = look (&business, open->id);
      g_assert_cmpint (other->lock->design, !=, HW_DESIGN_SITES);

      error = begin (&business, asked);
      g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
    }
}

/* A shop that has closed for good takes no part. */
static void
test_closed_shop (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwEntry) entry = new_plan ("revenue", NULL);
  g_autoptr (HwPilot) pilot = NULL;
  g_autoptr (GError) error = NULL;
  HwRng rng;

  hw_rng_init (&rng, 24);
  for (int week = -PAST; week < 0; week++)
    add_week (text, &rng, week, week < -20 ? SHOPS : SHOPS - 1, NULL, 1.0);

  hw_test_business_open (&business, START);
  report = hw_test_business_import (&business, "past.csv", text->str, &error);
  g_assert_no_error (error);
  keep (&business, entry);
  pilot = look (&business, entry->id);
  g_assert_cmpint (pilot->lock->design, ==, HW_DESIGN_SITES);
  g_assert_cmpuint (pilot->lock->changed->len, ==, 5);
  g_assert_cmpuint (pilot->lock->partner->len, ==, 6); /* the odd one stays as it is */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/pilot-sites/found", test_found);
  g_test_add_func ("/jobs/pilot-sites/nothing", test_nothing);
  g_test_add_func ("/jobs/pilot-sites/refused", test_refused);
  g_test_add_func ("/jobs/pilot-sites/closed-shop", test_closed_shop);
  return g_test_run ();
}
