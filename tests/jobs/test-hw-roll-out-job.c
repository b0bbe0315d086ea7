/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "jobs/scale/hw-return-job.h"
#include "jobs/scale/hw-roll-out-job.h"
#include "jobs/scale/hw-say-roll-out.h"
#include "support/hw-test-business.h"

#include <math.h>
#include <string.h>

/* A Monday. */
#define TODAY (hw_day_from_ymd (2026, 3, 2))
#define START (TODAY - 63)
#define PRODUCTS 12
#define CATEGORIES 4

/* What @product sells on @day, @lift times as much as usual; each in a shop of its own. */
static void
add_sales (GString *text,
           HwRng   *rng,
           HwDay    day,
           int      product,
           double   lift)
{
  const int usual = 20 + 3 * product;
  const int units = (int) lround ((usual + (int) hw_rng_below (rng, 9) - 4) * lift);
  char iso[HW_DAY_ISO_SIZE];

  g_string_append_printf (text, "%s,P%02d,%d,%d.00,Shop %02d\n", hw_day_write_iso (day, iso), product, units, units, product);
}

static void
open_shop (HwTestBusiness *business)
{
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount,Branch\n");
  g_autoptr (GString) list = g_string_new ("Product,Category,Price,Cost\n");
  g_autoptr (HwImportReport) report = NULL, products = NULL;
  g_autoptr (GError) error = NULL;
  HwRng rng;

  hw_rng_init (&rng, 17);
  for (int p = 0; p < PRODUCTS; p++)
    {
      g_string_append_printf (list, "P%02d,Group %d,1.00,0.50\n", p, p % CATEGORIES);
      for (HwDay day = TODAY - 600; day < TODAY; day++)
        add_sales (sales, &rng, day, p, day >= START ? 4.0 / 3.0 : 1.0);
    }

  hw_test_business_open (business, TODAY);
  products = hw_test_business_import (business, "products.csv", list->str, &error);
  g_assert_no_error (error);
  report = hw_test_business_import (business, "sales.csv", sales->str, &error);
  g_assert_no_error (error);
}

static gint64
keep (const HwTestBusiness *business,
      const HwEntry        *entry)
{
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);

  g_assert_no_error (error);
  hw_entry_save_free (save);
  return change->id;
}

static HwEntry *
load (const HwTestBusiness *business,
      gint64                id)
{
  g_autoptr (GPtrArray) versions = hw_session_run (business->session, &hw_entry_history_job, &id, NULL, NULL);

  return hw_entry_copy (g_ptr_array_index (versions, 0));
}

static void
move (const HwTestBusiness *business,
      gint64                id,
      HwState               to)
{
  g_autoptr (HwEntry) entry = load (business, id);
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = NULL;
  HwMoveRequest *request;

  if (to == HW_STATE_GO)
    {
      hw_answers_set (entry->answers, "decision", "go");
      hw_answers_set (entry->answers, "decision_why", "It helped");
    }
  request = hw_move_request_new (entry, to);
  change = hw_session_run (business->session, &hw_move_job, request, NULL, &error);
  g_assert_no_error (error);
  hw_move_request_free (request);
}

/* Tried, judged, and to be used everywhere. */
static gint64
keep_trial (const HwTestBusiness *business)
{
  static const HwState way[] = { HW_STATE_SCORED, HW_STATE_PLANNED, HW_STATE_BASELINE, HW_STATE_RUNNING, HW_STATE_EVALUATING, HW_STATE_GO };
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  gint64 id;

  hw_answers_set (entry->answers, "name", "Bake twice");
  hw_answers_set (entry->answers, "change", "We bake at noon, too");
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set (entry->answers, "design", "own_forecast");
  hw_answers_set_number (entry->answers, "effect", 0.1);
  hw_answers_set_number (entry->answers, "month_cost", 100.0);
  hw_answers_set_number (entry->answers, "hours", 2.0);
  hw_answers_set_number (entry->answers, "wage", 15.0);
  hw_answers_set_day (entry->answers, "start", START);
  hw_answers_set_day (entry->answers, "end", TODAY + 6);
  hw_answers_set_yes (entry->answers, "people", FALSE);
  hw_answers_set_yes (entry->answers, "banned", FALSE);
  id = keep (business, entry);
  for (gsize i = 0; i < G_N_ELEMENTS (way); i++)
    move (business, id, way[i]);

  return id;
}

static HwAnswers *
by_category (double per_wave)
{
  HwAnswers *answers = hw_answers_new ();

  hw_answers_set (answers, "kind", "category");
  hw_answers_set_number (answers, "per_wave", per_wave);
  hw_answers_set_number (answers, "weeks", 4.0);
  hw_answers_set_day (answers, "from", TODAY);
  hw_answers_set_number (answers, "money", 100.0);
  hw_answers_set_number (answers, "people", 2.0);
  hw_answers_set_number (answers, "budget", 5000.0);
  return answers;
}

static GArray *
make_waves (const HwTestBusiness *business,
            gint64                id,
            const HwAnswers      *answers,
            GError              **error)
{
  HwWavesRequest *request = hw_waves_request_new (id, answers);
  GArray *changes = hw_session_run (business->session, &hw_waves_job, request, NULL, error);

  hw_waves_request_free (request);
  return changes;
}

static GPtrArray *
list (const HwTestBusiness *business,
      gint64                id)
{
  const HwEntryListRequest wish = { HW_ENTRY_ROLL_OUT, id, FALSE };

  return hw_session_run (business->session, &hw_entry_list_job, &wish, NULL, NULL);
}

static HwRollOut *
work_out (const HwTestBusiness *business,
          gint64                id)
{
  g_autoptr (GError) error = NULL;
  HwRollOut *scale = hw_session_run (business->session, &hw_roll_out_job, &id, NULL, &error);

  g_assert_no_error (error);
  return scale;
}

/* Each category once, one wave after the other, none before its day; and all of it is
 * taken back at once. */
static void
test_waves (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = by_category (1.0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = NULL, again = NULL, undone = NULL;
  g_autoptr (GPtrArray) waves = NULL, replaced = NULL, none = NULL;
  g_autoptr (HwEntry) said = NULL, unsaid = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 id;

  open_shop (&business);
  id = keep_trial (&business);
  changes = make_waves (&business, id, answers, &error);
  g_assert_no_error (error);
  waves = list (&business, id);
  g_assert_cmpuint (waves->len, ==, CATEGORIES);
  g_assert_cmpuint (changes->len, ==, CATEGORIES + 1);
  for (guint i = 0; i < waves->len; i++)
    {
      const HwEntry *wave = g_ptr_array_index (waves, i);
      g_auto (GStrv) items = g_strsplit (hw_answers_get_text (wave->answers, "items"), " ", -1);

      g_assert_cmpint (hw_answers_get_day (wave->answers, "from"), ==, TODAY + 28 * (HwDay) i);
      g_assert_cmpint (hw_answers_get_day (wave->answers, "to"), ==, TODAY + 28 * (HwDay) i + 27);
      g_assert_cmpfloat (hw_answers_get_number (wave->answers, "money", 0.0), ==, 100.0);
      g_assert_cmpuint (g_strv_length (items), ==, PRODUCTS / CATEGORIES);
      for (guint k = 0; items[k] != NULL; k++)
        g_assert_true (g_hash_table_add (seen, g_strdup (items[k])));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, PRODUCTS);
  said = load (&business, id);
  g_assert_cmpfloat (hw_answers_get_number (said->answers, "budget", 0.0), ==, 5000.0);
  g_assert_cmpint (hw_initiative_state (said), ==, HW_STATE_GO);

  /* Planned once more, the new ones stand in their place. */
  hw_answers_set_number (answers, "per_wave", 2.0);
  again = make_waves (&business, id, answers, &error);
  g_assert_no_error (error);
  replaced = list (&business, id);
  g_assert_cmpuint (replaced->len, ==, 2);

  undone = hw_session_run (business.session, &hw_waves_undo_job, again, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&undone, g_array_unref);
  g_clear_pointer (&replaced, g_ptr_array_unref);
  replaced = list (&business, id);
  g_assert_cmpuint (replaced->len, ==, CATEGORIES);

  /* These were changed since, by being taken away and brought back. */
  g_assert_null (hw_session_run (business.session, &hw_waves_undo_job, changes, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

static void
test_undo (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = by_category (3.0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = NULL, undone = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (HwEntry) unsaid = NULL;
  gint64 id;

  open_shop (&business);
  id = keep_trial (&business);
  changes = make_waves (&business, id, answers, &error);
  g_assert_no_error (error);
  undone = hw_session_run (business.session, &hw_waves_undo_job, changes, NULL, &error);
  g_assert_no_error (error);
  none = list (&business, id);
  unsaid = load (&business, id);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (hw_answers_has (unsaid->answers, "budget"));
  g_assert_cmpint (hw_initiative_state (unsaid), ==, HW_STATE_GO);
}

static void
test_refusals (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  gint64 id;

  open_shop (&business);
  id = keep_trial (&business);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (HwAnswers) answers = by_category (1.0);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) none = NULL;

      if (i == 0)
        hw_answers_set_day (answers, "from", TODAY - 1);
      else if (i == 1)
        hw_answers_set_number (answers, "cash", 50.0); /* one costs 100 */
      else if (i == 2)
        hw_answers_set_number (answers, "per_wave", 0.0);
      else if (i == 3)
        hw_answers_set (answers, "kind", "count"); /* and no number */
      else
        move (&business, id, HW_STATE_PAUSED);

      g_assert_null (make_waves (&business, id, answers, &error));
      g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
      none = list (&business, id);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

/* Sums are sums, ranges hold their middle, and the end is that of the last wave. */
static void
test_roll_out (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = by_category (2.0);
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwRollOut) scale = NULL, again = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree char *days = NULL, *money = NULL;
  double share = 0.0, sum = 0.0, out = 0.0;
  gint64 id;

  open_shop (&business);
  id = keep_trial (&business);
  changes = make_waves (&business, id, answers, NULL);
  scale = work_out (&business, id);
  g_assert_cmpint (scale->state, ==, HW_SCALE_MONEY);
  g_assert_cmpuint (scale->waves->len, ==, 2);
  g_assert_cmpint (scale->planned, ==, TODAY + 55);
  g_assert_cmpint (scale->ends_50, <=, scale->ends_90);
  g_assert_cmpfloat_with_epsilon (scale->effect, 1.0 / 3.0, 0.03);
  g_assert_cmpfloat_with_epsilon (scale->margin, 0.5, 1e-6);
  for (guint i = 0; i < scale->waves->len; i++)
    {
      const HwWave *wave = g_ptr_array_index (scale->waves, i);

      share += wave->share;
      g_assert_cmpint (wave->judge, ==, HW_WAVE_NOT_OVER);
      g_assert_cmpfloat (wave->slack, ==, 0.0);
    }
  g_assert_cmpfloat_with_epsilon (share, 1.0, 1e-9);

  g_assert_cmpuint (scale->months->len, ==, 37);
  for (guint t = 0; t < scale->months->len; t++)
    {
      const HwScaleMonth *month = &g_array_index (scale->months, HwScaleMonth, t);

      sum += month->plan;
      out += month->out + month->running;
      g_assert_cmpfloat_with_epsilon (month->so_far, sum, 1e-6);
      g_assert_cmpfloat_with_epsilon (month->plan, month->gain - month->running - month->out, 1e-6);
      g_assert_true (isnan (month->actual));
    }
  for (int k = 0; k < HW_COST_N; k++)
    out -= scale->owned[k];
  g_assert_cmpfloat_with_epsilon (out, 0.0, 1e-6); /* what it costs to own is all that goes out */
  g_assert_cmpfloat (scale->npvs.low, <, scale->npvs.middle);
  g_assert_cmpfloat (scale->npvs.middle, <, scale->npvs.high);
  g_assert_cmpfloat (scale->break_even, >, 0.0);
  g_assert_cmpfloat (scale->break_even, <, scale->effect);
  g_assert_cmpfloat (scale->cost_90, <=, scale->budget);
  g_assert_cmpuint (scale->swings->len, >, 3);
  g_assert_cmpuint (scale->gate_scale->len, >, 0);
  g_assert_cmpuint (scale->gate_live->len, >, 0);
  again = work_out (&business, id);
  g_assert_true (scale->npvs.low == again->npvs.low);

  days = hw_say_roll_out_days (scale, format);
  money = hw_say_roll_out_money (scale, format);
  g_assert_nonnull (strstr (days, "By plan, all of it is done on"));
  g_assert_nonnull (strstr (money, "it pays as long as"));
  g_assert_nonnull (strstr (money, "is enough for that"));
}

static void
reopen (HwTestBusiness *business,
        HwDay           today)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&business->session, hw_session_close);
  business->session = hw_session_open (business->path, today, FALSE, &error);
  g_assert_no_error (error);
}

/* Four weeks on: what @wave is about sells @lift times as much. */
static void
go_on (HwTestBusiness *business,
       GPtrArray      *waves,
       const char     *question,
       double          lift)
{
  g_auto (GStrv) items = g_strsplit (hw_answers_get_text (((const HwEntry *) g_ptr_array_index (waves, 0))->answers, question), " ", -1);
  g_autoptr (GString) sales = g_string_new ("Date,Product,Qty,Amount,Branch\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  HwRng rng;

  hw_rng_init (&rng, 18);
  for (int p = 0; p < PRODUCTS; p++)
    {
      /* Products and shops have their numbers in the order of the list. */
      g_autofree char *number = g_strdup_printf ("%d", p + 1);
      const gboolean begun = g_strv_contains ((const char *const *) items, number);

      for (HwDay day = TODAY; day < TODAY + 28; day++)
        add_sales (sales, &rng, day, p, 4.0 / 3.0 * (begun ? lift : 1.0));
    }
  reopen (business, TODAY + 28);
  report = hw_test_business_import (business, "later.csv", sales->str, &error);
  g_assert_no_error (error);
}

/* Six products, or six shops, that began beside six that waited. */
static void
test_stepped (gconstpointer kind)
{
  const gboolean shops = g_strcmp0 (kind, "shop") == 0;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = by_category (shops ? 6.0 : 2.0);
  g_autoptr (GPtrArray) waves = NULL;
  g_autoptr (HwRollOut) scale = NULL;
  g_autoptr (GArray) changes = NULL;
  const HwWave *first;
  gint64 id;

  open_shop (&business);
  id = keep_trial (&business);
  hw_answers_set (answers, "kind", kind);
  changes = make_waves (&business, id, answers, NULL);
  waves = list (&business, id);
  go_on (&business, waves, shops ? "shops" : "items", 1.3);
  scale = work_out (&business, id);
  first = g_ptr_array_index (scale->waves, 0);
  g_assert_cmpint (first->judge, ==, HW_WAVE_JUDGED);
  g_assert_cmpuint (first->n_items, ==, 6);
  g_assert_cmpuint (first->n_others, ==, 6);
  g_assert_cmpuint (first->n_weeks, ==, 4);
  g_assert_cmpfloat_with_epsilon (first->effect, 0.3, 0.04);
  g_assert_cmpfloat (first->low, <, 0.3);
  g_assert_cmpfloat (first->high, >, 0.3);
  g_assert_cmpfloat (first->p, <, 0.02);
  g_assert_cmpuint (scale->n_judged, ==, 1);
  g_assert_cmpfloat_with_epsilon (scale->ratio, 0.3 / (0.8 / 3.0), 0.2);
}

/* Live, with its waves done: it counts, and the sums are those of the lines. */
static void
test_return (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwAnswers) answers = by_category (4.0);
  g_autoptr (GPtrArray) waves = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (HwReturn) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  const HwReturnLine *line;
  HwEntry *wave;
  double out = 0.0, owned = 0.0;
  gint64 id;

  open_shop (&business);
  id = keep_trial (&business);
  before = hw_session_run (business.session, &hw_return_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->n_counted, ==, 0);
  g_assert_cmpfloat (before->in, ==, 0.0);

  changes = make_waves (&business, id, answers, NULL);
  waves = list (&business, id);
  g_assert_cmpuint (waves->len, ==, 1);
  go_on (&business, waves, "items", 1.0);
  wave = g_ptr_array_index (waves, 0);
  hw_answers_set_yes (wave->answers, "done", TRUE);
  hw_answers_set_number (wave->answers, "trained", 8.0);
  keep (&business, wave);
  move (&business, id, HW_STATE_SCALING);
  move (&business, id, HW_STATE_LIVE);
  reopen (&business, TODAY + 56);
  after = hw_session_run (business.session, &hw_return_job, NULL, NULL, &error);
  g_assert_no_error (error);
  line = g_ptr_array_index (after->lines, 0);
  g_assert_cmpint (line->gain, ==, HW_GAIN_COUNTED);
  g_assert_false (line->saves);
  g_assert_cmpuint (after->n_counted, ==, 1);
  g_assert_cmpfloat (line->out[HW_STATION_SCALE], >, 400.0); /* the wave, and eight who were shown how */
  g_assert_cmpfloat_with_epsilon (line->out[HW_STATION_KEEP], 4.0 * (30.0 + 100.0 * 12.0 * 7.0 / 365.25), 1e-6);
  for (int s = 0; s < HW_STATION_N; s++)
    out += line->out[s];
  for (int k = 0; k < HW_COST_N; k++)
    owned += line->owned[k];
  g_assert_cmpfloat_with_epsilon (out, owned, 1e-6);
  g_assert_cmpfloat_with_epsilon (after->out_all, out, 1e-6);
  g_assert_cmpfloat_with_epsilon (after->growth + after->savings, after->in, 1e-6);
  g_assert_cmpfloat_with_epsilon (after->net, after->in - after->out_all, 1e-6);
  g_assert_cmpfloat_with_epsilon (after->in_high - after->in_low, 2.0 * 1.644854 * line->in_sd, 1e-3);
}

/* Two lines of alike doubt have a range of the root of two of it. */
static void
test_add_up (void)
{
  g_autoptr (HwReturn) sum = hw_return_new ();

  for (int i = 0; i < 3; i++)
    {
      HwReturnLine *line = hw_return_line_new (i + 1, "x");

      line->gain = i < 2 ? HW_GAIN_COUNTED : HW_GAIN_NOT_GO;
      line->saves = i == 1;
      line->in = 100.0;
      line->in_sd = 10.0;
      line->out[HW_STATION_PILOT] = 30.0;
      g_ptr_array_add (sum->lines, line);
    }
  hw_return_add_up (sum);
  g_assert_cmpfloat (sum->in, ==, 200.0);
  g_assert_cmpfloat (sum->growth, ==, 100.0);
  g_assert_cmpfloat (sum->savings, ==, 100.0);
  g_assert_cmpfloat (sum->out_all, ==, 90.0);
  g_assert_cmpfloat (sum->net, ==, 110.0);
  g_assert_cmpfloat_with_epsilon (sum->in_high - sum->in, 1.644854 * 10.0 * sqrt (2.0), 1e-9);
  g_assert_cmpuint (sum->n_counted, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/roll-out/waves", test_waves);
  g_test_add_func ("/jobs/roll-out/undo", test_undo);
  g_test_add_func ("/jobs/roll-out/refusals", test_refusals);
  g_test_add_func ("/jobs/roll-out/roll-out", test_roll_out);
  g_test_add_data_func ("/jobs/roll-out/stepped", "category", test_stepped);
  g_test_add_data_func ("/jobs/roll-out/stepped-by-shop", "shop", test_stepped);
  g_test_add_func ("/jobs/roll-out/return", test_return);
  g_test_add_func ("/jobs/roll-out/add-up", test_add_up);

  return g_test_run ();
}
