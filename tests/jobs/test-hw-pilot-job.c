/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trial is compared with, by lot and by seed; locked as it begins; refused where it
 * could show nothing. */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "domain/hw-initiative.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/trial/hw-pilot-job.h"
#include "jobs/trial/hw-say-pilot.h"
#include "support/hw-test-business.h"

#include <math.h>
#include <string.h>

/* A Monday. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define PRODUCTS_MOST 40
#define CUSTOMERS 30

typedef struct
{
  guint    n_products, n_weeks;
  gboolean named;       /* sales say who bought */
  gboolean like;        /* two products go by one name, in two sizes */
  double   step;        /* the last weeks sell so many times as much */
  guint    last;        /* so many of them; 0: eight */
} Shop;

/* Each week one sale of each product; the last category follows the first. */
static void
open_shop (HwTestBusiness *business,
           const Shop     *shop)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Category,Customer,Qty,Amount\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  char iso[HW_DAY_ISO_SIZE];
  guint last = 8;
  HwRng rng;

  hw_rng_init (&rng, 5);
  if (shop->last > 0)
    last = shop->last;
  for (guint week = 0; week < shop->n_weeks; week++)
    {
      const double mood = exp (0.15 * hw_rng_normal (&rng)) * (week + last >= shop->n_weeks ? shop->step : 1.0);

      for (guint i = 0; i < shop->n_products; i++)
        {
          const guint price = 1 + i % 5;
          const guint units = hw_rng_poisson (&rng, (20.0 + 3.0 * i) * mood);
          g_autofree char *name = shop->like && i < 2 ? g_strdup_printf ("White rice %u kg", i + 1)
                                                      : g_strdup_printf ("Thing %c%c", 'A' + i % 26, 'A' + i / 26);
          g_autofree char *who = shop->named ? g_strdup_printf ("C%03u", hw_rng_below (&rng, CUSTOMERS)) : g_strdup ("");

          g_string_append_printf (text, "%s,%s,Group %u,%s,%u,%u.00\n",
                                  hw_day_write_iso (TODAY - 7 * (HwDay) (shop->n_weeks - week) + (HwDay) (i % 5), iso), name,
                                  i < shop->n_products / 2 ? 1 : 2, who, units, units * price);
        }
    }

  hw_test_business_open (business, TODAY);
  report = hw_test_business_import (business, "sales.csv", text->str, &error);
  g_assert_no_error (error);
}

static HwEntry *
new_plan (guint weeks)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  hw_answers_set (entry->answers, "name", "New prices");
  hw_answers_set (entry->answers, "change", "We ask a little more.");
  hw_answers_set (entry->answers, "reason", "Prices are old");
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "effect", 0.1);
  hw_answers_set_day (entry->answers, "start", TODAY);
  hw_answers_set_day (entry->answers, "end", TODAY + 7 * (HwDay) weeks - 1);
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
try_move (HwTestBusiness *business,
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

static void
move (HwTestBusiness *business,
      HwEntry        *entry,
      HwState         to)
{
  g_autoptr (GError) error = try_move (business, entry, to);

  g_assert_no_error (error);
}

static void
plan (HwTestBusiness *business,
      HwEntry        *entry)
{
  keep (business, entry);
  move (business, entry, HW_STATE_SCORED);
  move (business, entry, HW_STATE_PLANNED);
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

static HwLock *
load_lock (HwTestBusiness *business,
           gint64          id)
{
  g_autoptr (GError) error = NULL;
  HwLock *lock;

  g_assert_true (hw_pilot_load_lock (business->session, id, &lock, &error));
  g_assert_no_error (error);
  return lock;
}

/* --- the decision list --- */

static void
test_decisions (void)
{
  static const struct
  {
    Shop        shop;
    guint       weeks;
    const char *metric, *idea, *design, *product;
    HwDesign    expected;
    gboolean    refused;
  } rows[] = {
    { { 30, 90, FALSE }, 8, "revenue", "uc_pricing", NULL, NULL, HW_DESIGN_ITEMS, FALSE },
    { { 30, 90, FALSE }, 8, "revenue", NULL, NULL, NULL, HW_DESIGN_OWN_FORECAST, FALSE },      /* may it be done for some? */
    { { 30, 90, FALSE }, 8, "revenue", NULL, "items", NULL, HW_DESIGN_ITEMS, FALSE },          /* the owner says so */
    { { 6, 90, FALSE }, 8, "revenue", "uc_pricing", NULL, NULL, HW_DESIGN_OWN_FORECAST, FALSE }, /* too few for pairs */
    { { 6, 90, FALSE }, 8, "revenue", NULL, "items", NULL, HW_DESIGN_ITEMS, TRUE },
    { { 30, 90, FALSE }, 8, "gross_margin_pct", NULL, "items", NULL, HW_DESIGN_ITEMS, TRUE },  /* not by product */
    { { 6, 90, TRUE }, 8, "revenue", "uc_mail_test", NULL, NULL, HW_DESIGN_CUSTOMERS, FALSE },
    { { 6, 90, FALSE }, 8, "revenue", "uc_mail_test", NULL, NULL, HW_DESIGN_OWN_FORECAST, FALSE },
    { { 6, 90, FALSE }, 20, "revenue", "uc_roster", NULL, NULL, HW_DESIGN_SWITCHBACK, FALSE },
    { { 6, 90, FALSE }, 8, "revenue", "uc_roster", NULL, NULL, HW_DESIGN_OWN_FORECAST, FALSE }, /* too few blocks */
    { { 6, 90, FALSE }, 8, "revenue", NULL, "sites", NULL, HW_DESIGN_SITES, TRUE },
    { { 6, 90, FALSE }, 8, "revenue", NULL, NULL, "1", HW_DESIGN_CONTROL, FALSE },              /* the other group moves along */
    { { 6, 12, FALSE }, 8, "revenue", NULL, NULL, NULL, HW_DESIGN_OWN_FORECAST, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (HwTestBusiness) business = { 0 };
      Shop shop = rows[i].shop;
      g_autoptr (HwEntry) entry = new_plan (rows[i].weeks);
      g_autoptr (HwPilot) pilot = NULL;

      shop.step = 1.0;
      open_shop (&business, &shop);
      hw_answers_set (entry->answers, "metric", rows[i].metric);
      hw_answers_set (entry->answers, "idea", rows[i].idea);
      hw_answers_set (entry->answers, "design", rows[i].design);
      hw_answers_set (entry->answers, "product", rows[i].product);
      keep (&business, entry);
      pilot = look (&business, entry->id);
      g_test_message ("row %u", i);
      g_assert_cmpstr (hw_design_id (pilot->lock->design), ==, hw_design_id (rows[i].expected));
      g_assert_cmpint (pilot->refused, ==, rows[i].refused);
      g_assert_cmpuint (pilot->choices->len, ==, HW_DESIGN_N);
      g_assert_true (!pilot->sees || pilot->lock->smallest <= 0.1);
      g_assert_true (pilot->sees || (pilot->ways & (1u << HW_PILOT_WAY_LEARN)) != 0);
      g_assert_true (!pilot->refused || (pilot->ways & (1u << HW_PILOT_WAY_LONGER)) == 0); /* too little else */
      g_assert_cmpint (pilot->lock->control != 0, ==, rows[i].expected == HW_DESIGN_CONTROL);
    }
}

/* --- the lot --- */

static void
count_unit (gint64   id,
            guint8  *seen)
{
  g_assert_cmpint (id, >=, 1);
  g_assert_cmpint (id, <=, PRODUCTS_MOST);
  g_assert_cmpuint (seen[id]++, ==, 0); /* once, on one side */
}

static void
test_pairs (void)
{
  const Shop shop = { 33, 90, FALSE, TRUE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwPilot) pilot = NULL;
  g_autoptr (HwPilot) again = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  guint8 seen[PRODUCTS_MOST + 1] = { 0 };

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "idea", "uc_pricing");
  keep (&business, entry);
  pilot = look (&business, entry->id);
  again = look (&business, entry->id);
  one = hw_lock_fingerprint (pilot->lock);
  other = hw_lock_fingerprint (again->lock);
  g_assert_cmpstr (one, ==, other);

  /* 33 products, two of them one unit: 32 units, 16 pairs. */
  g_assert_cmpuint (pilot->lock->changed->len, ==, 16);
  g_assert_cmpuint (pilot->lock->partner->len, ==, 16);
  g_assert_cmpuint (pilot->lock->groups->len, ==, 4);
  g_assert_cmpint (g_array_index (pilot->lock->groups, gint64, 1), ==, g_array_index (pilot->lock->groups, gint64, 3));
  for (guint i = 0; i < 16; i++)
    {
      count_unit (g_array_index (pilot->lock->changed, gint64, i), seen);
      count_unit (g_array_index (pilot->lock->partner, gint64, i), seen);
    }

  g_assert_cmpuint (pilot->pairs->len, ==, 16);
  g_assert_cmpfloat (fabs (pilot->balance[0]), <, 0.1); /* alike in sales ... */
  g_assert_cmpfloat (fabs (pilot->balance[2]), <, 0.1); /* ... and in price */
  g_assert_true (isnan (pilot->balance[1]));            /* no costs are known */
  g_assert_true (pilot->lock->smallest > 0.0 && pilot->lock->smallest < 0.6);
}

/* --- locked --- */

static void
test_lock (void)
{
  const Shop shop = { 30, 90, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwPilot) before = NULL;
  g_autoptr (HwPilot) measured = NULL;
  g_autoptr (HwPilot) running = NULL;
  g_autoptr (HwPilot) amended = NULL;
  g_autoptr (HwLock) none = NULL;
  g_autoptr (HwLock) lock = NULL;
  g_autofree char *as_planned = NULL;
  g_autofree char *as_locked = NULL;

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "idea", "uc_pricing");
  plan (&business, entry);
  none = load_lock (&business, entry->id);
  g_assert_null (none);
  before = look (&business, entry->id);
  g_assert_false (before->locked);
  as_planned = hw_lock_fingerprint (before->lock);

  move (&business, entry, HW_STATE_BASELINE);
  lock = load_lock (&business, entry->id);
  g_assert_nonnull (lock);
  as_locked = hw_lock_fingerprint (lock);
  g_assert_cmpstr (as_planned, ==, as_locked);
  measured = look (&business, entry->id);
  g_assert_true (measured->locked);
  g_assert_cmpint (measured->locked_on, ==, TODAY);
  g_assert_cmpstr (measured->fingerprint, ==, as_locked);
  g_assert_cmpuint (measured->amended->len, ==, 0);
  g_assert_cmpfloat (measured->balance[0], ==, before->balance[0]);

  /* What is changed before the start is locked anew with the start; after it, it shows. */
  hw_answers_set_number (entry->answers, "effect", 0.2);
  keep (&business, entry);
  amended = look (&business, entry->id);
  g_assert_cmpuint (amended->amended->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (amended->amended, 0), ==, "Worth having");
  move (&business, entry, HW_STATE_RUNNING);
  g_clear_pointer (&lock, hw_lock_free);
  lock = load_lock (&business, entry->id);
  g_assert_cmpfloat (lock->worth, ==, 0.2);

  hw_answers_set_number (entry->answers, "effect", 0.01);
  hw_answers_set_day (entry->answers, "end", TODAY + 200);
  keep (&business, entry);
  running = look (&business, entry->id);
  g_assert_cmpuint (running->amended->len, ==, 2);
  g_assert_cmpfloat (running->lock->worth, ==, 0.2);
  g_assert_cmpuint (running->weeks, ==, 8);
}

static void
test_lock_by_hand (void)
{
  const Shop shop = { 6, 60, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwEntry) forged = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = NULL;
  HwEntrySave *save;

  open_shop (&business, &shop);
  keep (&business, entry);
  forged = hw_entry_new (HW_ENTRY_LOCK, entry->id);
  hw_answers_set (forged->answers, "design", "items");
  save = hw_entry_save_new (forged);
  change = hw_session_run (business.session, &hw_entry_save_job, save, NULL, &error);
  hw_entry_save_free (save);
  g_assert_null (change);
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

static void
test_refused (void)
{
  const Shop shop = { 6, 90, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwPilot) pilot = NULL;
  g_autoptr (HwLock) none = NULL;
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (GError) error = NULL;

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "design", "items");
  plan (&business, entry);
  pilot = look (&business, entry->id);
  g_assert_true (pilot->refused);
  g_assert_cmpuint (pilot->needs, >=, 7); /* pairs */
  error = try_move (&business, entry, HW_STATE_BASELINE);
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  none = load_lock (&business, entry->id);
  g_assert_null (none);

  hw_answers_set_yes (entry->answers, "learn", TRUE);
  keep (&business, entry);
  move (&business, entry, HW_STATE_BASELINE);
  lock = load_lock (&business, entry->id);
  g_assert_nonnull (lock);
  g_assert_cmpuint (lock->changed->len, ==, 0);
}

/* --- before the start --- */

static void
test_before (void)
{
  Shop shop = { 30, 110, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_auto (HwTestBusiness) moved = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwEntry) same = new_plan (8);
  g_autoptr (HwPilot) calm = NULL;
  g_autoptr (HwPilot) shifted = NULL;

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "design", "items");
  keep (&business, entry);
  calm = look (&business, entry->id);
  g_assert_true (calm->ready);
  g_assert_cmpuint (calm->n_before, ==, 109);
  g_assert_cmpfloat (calm->complete, ==, 1.0);
  g_assert_cmpfloat_with_epsilon (calm->sd / calm->mean, 0.15, 0.05);
  g_assert_cmpuint (calm->quiet, >, 20);
  g_assert_cmpfloat ((double) calm->alarms / calm->quiet, <, 0.2); /* dates share weeks */
  g_assert_cmpfloat (calm->useless_kept, <, 0.35);
  g_assert_cmpfloat_with_epsilon (calm->harm_alone, 0.16, 0.01);

  shop.step = 1.6;
  open_shop (&moved, &shop);
  keep (&moved, same);
  shifted = look (&moved, same->id);
  g_assert_false (shifted->ready);
  g_assert_cmpint (shifted->shifted, >=, TODAY - 13 * 7);
}

/* Longer trials see smaller changes, and the plan's own length is among them. */
static void
test_lengths (void)
{
  const Shop shop = { 30, 110, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (10);
  g_autoptr (HwPilot) pilot = NULL;
  gboolean planned = FALSE;

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "design", "items");
  keep (&business, entry);
  pilot = look (&business, entry->id);
  g_assert_cmpuint (pilot->lengths->len, ==, 5);
  for (guint i = 0; i < pilot->lengths->len; i++)
    {
      const HwPilotLength *length = &g_array_index (pilot->lengths, HwPilotLength, i);

      planned |= length->weeks == 10 && length->smallest == pilot->lock->smallest;
      if (i > 0)
        g_assert_cmpuint (length->weeks, >, g_array_index (pilot->lengths, HwPilotLength, i - 1).weeks);
    }
  g_assert_true (planned);
  g_assert_cmpfloat (g_array_index (pilot->lengths, HwPilotLength, 4).smallest, <,
                     g_array_index (pilot->lengths, HwPilotLength, 0).smallest);
}

/* More weeks are proposed just where they see more. Two years before: half a year less
 * would leave too few for the season that the planned trial is judged with, and what no
 * season explains is no figure beside the others. After a step in the past, the past says
 * the less the longer the trial, and that is said. */
static void
test_longer (void)
{
  static const Shop shops[] = { { 6, 104, FALSE, FALSE, 1.0 }, { 6, 104, FALSE, FALSE, 0.4, 30 } };

  for (guint k = 0; k < G_N_ELEMENTS (shops); k++)
    {
      g_auto (HwTestBusiness) business = { 0 };
      g_autoptr (HwEntry) entry = new_plan (8);
      g_autoptr (HwFormat) format = NULL;
      g_autoptr (HwPilot) pilot = NULL;
      g_autofree char *said = NULL;
      double best = INFINITY;

      open_shop (&business, &shops[k]);
      hw_answers_set_number (entry->answers, "effect", 0.01);
      keep (&business, entry);
      pilot = look (&business, entry->id);
      g_assert_cmpint (pilot->lock->design, ==, HW_DESIGN_OWN_FORECAST);
      g_assert_cmpuint (pilot->lengths->len, ==, 4);
      for (guint i = 0; i < pilot->lengths->len; i++)
        {
          const HwPilotLength *length = &g_array_index (pilot->lengths, HwPilotLength, i);

          g_assert_cmpint (isnan (length->smallest), ==, length->weeks == 26);
          if (length->weeks > 8 && !isnan (length->smallest))
            best = MIN (best, length->smallest);
        }

      format = hw_session_new_format (business.session);
      said = hw_say_pilot_sees (pilot, format);
      g_assert_cmpint ((pilot->ways & (1u << HW_PILOT_WAY_LONGER)) != 0, ==, best < 0.95 * pilot->lock->smallest);
      g_assert_cmpint (pilot->fades, ==, k == 1);
      g_assert_cmpint (strstr (said, "A longer trial would see less well") != NULL, ==, pilot->fades);
    }
}

/* --- limits, words, paper --- */

static void
test_guards (void)
{
  const Shop shop = { 6, 90, FALSE, FALSE, 0.5 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwEntry) guard = NULL;
  g_autoptr (GPtrArray) lights = NULL;
  g_autoptr (GError) error = NULL;
  const HwGuardLight *light;

  open_shop (&business, &shop);
  hw_answers_set_day (entry->answers, "start", TODAY - 56);
  hw_answers_set_day (entry->answers, "end", TODAY + 6);
  keep (&business, entry);
  guard = hw_entry_new (HW_ENTRY_GUARD, entry->id);
  hw_answers_set (guard->answers, "metric", "revenue");
  hw_answers_set (guard->answers, "side", "least");
  hw_answers_set_number (guard->answers, "limit", 400.0);
  hw_answers_set (guard->answers, "hard", "no");
  keep (&business, guard);
  lights = hw_session_run (business.session, &hw_guard_job, &entry->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lights->len, ==, 1);
  light = g_ptr_array_index (lights, 0);
  g_assert_cmpuint (light->n_weeks, ==, 7);
  g_assert_cmpint (light->light, ==, HW_LIGHT_RED);
}

/* Half of the sales gone since the start: it says stop; as they were: it does not. */
static void
test_harm (void)
{
  static const double steps[] = { 1.0, 0.4 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const Shop shop = { 6, 110, FALSE, FALSE, steps[i] };
      g_auto (HwTestBusiness) business = { 0 };
      g_autoptr (HwEntry) entry = new_plan (10);
      g_autoptr (GPtrArray) lights = NULL;
      g_autoptr (GError) error = NULL;
      const HwGuardLight *light;

      open_shop (&business, &shop);
      hw_answers_set_day (entry->answers, "start", TODAY - 56);
      hw_answers_set_day (entry->answers, "end", TODAY + 6);
      plan (&business, entry);
      move (&business, entry, HW_STATE_BASELINE);
      move (&business, entry, HW_STATE_RUNNING);
      lights = hw_session_run (business.session, &hw_guard_job, &entry->id, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (lights->len, ==, 1);
      light = g_ptr_array_index (lights, 0);
      g_assert_true (hw_answers_get_yes (light->guard->answers, "harm"));
      g_assert_cmpuint (light->n_weeks, ==, 7);
      g_assert_cmpint (light->light, ==, i == 0 ? HW_LIGHT_GREEN : HW_LIGHT_RED);
    }
}

static void
test_paper (void)
{
  const Shop shop = { 30, 90, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwPilot) pilot = NULL;
  g_autoptr (HwFormat) format = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *written = NULL;
  g_autofree char *content = NULL;
  HwPilotPaperRequest request;
  gsize size;

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "idea", "uc_pricing");
  keep (&business, entry);
  path = g_build_filename (business.folder, "plan.pdf", NULL);
  request = (HwPilotPaperRequest) { entry->id, path };
  written = hw_session_run (business.session, &hw_pilot_paper_job, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, path);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (size > 5000 && g_str_has_prefix (content, "%PDF"));

  pilot = look (&business, entry->id);
  format = hw_session_new_format (business.session);
  lines = hw_say_pilot (pilot, format);
  g_assert_cmpuint (lines->len, >=, 12);
}

/* A plan that is not one yet says what is missing, and nothing more. */
static void
test_unplanned (void)
{
  const Shop shop = { 6, 60, FALSE, FALSE, 1.0 };
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = new_plan (8);
  g_autoptr (HwPilot) pilot = NULL;
  g_autoptr (HwFormat) format = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  open_shop (&business, &shop);
  hw_answers_set (entry->answers, "start", NULL);
  hw_answers_set (entry->answers, "metric", NULL);
  keep (&business, entry);
  pilot = look (&business, entry->id);
  g_assert_cmpuint (pilot->weeks, ==, 0);
  format = hw_session_new_format (business.session);
  lines = hw_say_pilot (pilot, format);
  g_assert_cmpuint (lines->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/pilot/decisions", test_decisions);
  g_test_add_func ("/jobs/pilot/pairs", test_pairs);
  g_test_add_func ("/jobs/pilot/lock", test_lock);
  g_test_add_func ("/jobs/pilot/lock-by-hand", test_lock_by_hand);
  g_test_add_func ("/jobs/pilot/refused", test_refused);
  g_test_add_func ("/jobs/pilot/before", test_before);
  g_test_add_func ("/jobs/pilot/lengths", test_lengths);
  g_test_add_func ("/jobs/pilot/longer", test_longer);
  g_test_add_func ("/jobs/pilot/guards", test_guards);
  g_test_add_func ("/jobs/pilot/harm", test_harm);
  g_test_add_func ("/jobs/pilot/paper", test_paper);
  g_test_add_func ("/jobs/pilot/unplanned", test_unplanned);
  return g_test_run ();
}
