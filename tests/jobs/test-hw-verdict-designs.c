/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trials whose plan was fixed, each judged as it was drawn: a planted effect is found, and
 * where nothing happened nothing is, but for one time in twenty. */
#include "core/hw-rng.h"
#include "domain/hw-lock.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/trial/hw-verdict-job.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "store/hw-shop-repo.h"
#include "support/hw-test-business.h"

#include <math.h>
#include <string.h>

/* A Monday. */
#define START (hw_day_from_ymd (2026, 1, 5))
#define WEEKS 8
#define PAST 60
#define PAIRS 12
#define PEOPLE 80
#define SHOPS 12

typedef enum { ITEMS, CUSTOMERS, SWITCHBACK, SITES, CONTROL } Kind;

/* Which week of a block of two has the change. */
static gboolean
is_on (int week)
{
  return ((week / 2 * 5 + 1) % 3 == 0) != (week % 2 == 0);
}

static double
noise (HwRng  *rng,
       double  sd)
{
  return exp (sd * hw_rng_normal (rng));
}

static void
add_items (GString *text,
           HwRng   *rng,
           HwDay    day,
           double   lift)
{
  char iso[HW_DAY_ISO_SIZE];

  for (int i = 0; i < 2 * PAIRS; i++)
    {
      const double level = 20.0 + 8.0 * (i / 2), of = day >= START && i % 2 == 0 ? lift : 1.0;
      const guint n = hw_rng_poisson (rng, level * of * noise (rng, 0.1));

      if (n > 0)
        g_string_append_printf (text, "%s,Item %02d,%u,%u.00,\n", hw_day_write_iso (day, iso), i, n, 2 * n);
    }
}

static void
add_people (GString *text,
            HwRng   *rng,
            HwDay    day,
            double   lift)
{
  char iso[HW_DAY_ISO_SIZE];

  for (int i = 0; i < PEOPLE; i++)
    {
      const guint n = hw_rng_poisson (rng, day >= START && i % 2 == 0 ? 1.5 * lift : 1.5);

      if (n > 0)
        g_string_append_printf (text, "%s,Box,%u,%u.00,K%03d\n", hw_day_write_iso (day, iso), n, 10 * n, i);
    }
}

/* Shops of all sizes, each with receipts of its own; those with even numbers have the change. */
static void
add_shops (GString *text,
           HwRng   *rng,
           HwDay    day,
           double   lift)
{
  const double street = noise (rng, 0.15);
  char iso[HW_DAY_ISO_SIZE];

  for (int i = 0; i < SHOPS; i++)
    g_string_append_printf (text, "%s,Bread,10,%.2f,,Branch %02d,%d\n", hw_day_write_iso (day, iso),
                            (300.0 + 150.0 * i) * street * noise (rng, 0.1) * (day >= START && i % 2 == 0 ? lift : 1.0), i, i / 2);
}

/* "Shop" has the change and "Beside" has not; both share what the street does. */
static void
add_series (GString *text,
            HwRng   *rng,
            HwDay    day,
            double   lift)
{
  const double street = noise (rng, 0.15);
  char iso[HW_DAY_ISO_SIZE];

  g_string_append_printf (text, "%s,Shop,1,%.2f,\n", hw_day_write_iso (day, iso), 1000.0 * street * lift * noise (rng, 0.04));
  g_string_append_printf (text, "%s,Beside,1,%.2f,\n", iso, 700.0 * street * noise (rng, 0.04));
}

/* One sale a week of each, on its Wednesday, so that the files stay small. */
static void
open_shop (HwTestBusiness *self,
           Kind            kind,
           double          lift,
           int             weeks,
           guint64         seed)
{
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount,Customer,Branch,Receipt\n");
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  char iso[HW_DAY_ISO_SIZE];
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (int w = kind == CONTROL ? -2 * PAST : -PAST; w < weeks; w++)
    {
      const HwDay day = START + 7 * w + 2;

      if (kind == ITEMS)
        add_items (text, &rng, day, lift);
      else if (kind == SITES)
        add_shops (text, &rng, day, lift);
      else if (kind == CUSTOMERS)
        add_people (text, &rng, day, lift);
      else
        add_series (text, &rng, day, w < 0 ? 1.0 : kind == CONTROL || is_on (w) ? lift : 1.0);
    }

  /* And something on its Sunday, so that the last week is over. */
  g_string_append_printf (text, "%s,Bag,1,0.01,\n", hw_day_write_iso (START + 7 * weeks - 1, iso));
  hw_test_business_open (self, START + 7 * weeks);
  report = hw_test_business_import (self, "sales.csv", text->str, &error);
  g_assert_no_error (error);
}

static gint64
keep_trial (HwTestBusiness *self)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  g_autoptr (GError) error = NULL;

  hw_answers_set (entry->answers, "name", "Put it at eye level");
  hw_answers_set (entry->answers, "metric", "revenue");
  hw_answers_set_number (entry->answers, "effect", 0.1);
  hw_answers_set_day (entry->answers, "start", START);
  hw_answers_set_day (entry->answers, "end", START + 7 * WEEKS - 1);
  hw_answers_set (entry->answers, "state", "running");
  entry->changed = START;
  g_assert_true (hw_entry_repo_keep (hw_session_get_store (self->session), entry, HW_ENTRY_SAVED, 1, &error));
  g_assert_no_error (error);
  return entry->id;
}

static HwLock *
new_lock (HwDesign design)
{
  HwLock *lock = hw_lock_new ();

  lock->design = design;
  g_free (lock->metric);
  lock->metric = g_strdup ("revenue");
  lock->start = START;
  lock->end = START + 7 * WEEKS - 1;
  lock->worth = 0.1;
  lock->prior_sd = 0.05;
  lock->seed = 11;
  return lock;
}

static void
keep_lock (HwTestBusiness *self,
           gint64          id,
           const HwLock   *lock)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_LOCK, id);
  g_autoptr (GError) error = NULL;

  hw_lock_keep (lock, entry->answers);
  entry->changed = START;
  g_assert_true (hw_entry_repo_keep (hw_session_get_store (self->session), entry, HW_ENTRY_SAVED, 1, &error));
  g_assert_no_error (error);
}

static HwVerdict *
judge (HwTestBusiness *self,
       gint64          id)
{
  g_autoptr (GError) error = NULL;
  HwVerdict *verdict = hw_session_run (self->session, &hw_verdict_job, &id, NULL, &error);

  g_assert_no_error (error);
  g_test_message ("state %d, share %.3f [%.3f %.3f], p %.4f, %s: %s, pays %.2f, units %u", verdict->state, verdict->share, verdict->share_low,
                  verdict->share_high, verdict->p, hw_advice_id (verdict->advice), hw_verdict_why_id (verdict->why),
                  verdict->pays, verdict->n_units);
  return verdict;
}

static HwVerdict *
judge_by (HwTestBusiness *self,
          const HwLock   *lock)
{
  const gint64 id = keep_trial (self);

  keep_lock (self, id, lock);
  return judge (self, id);
}

static gint64
find_product (HwTestBusiness *self,
              const char     *name)
{
  g_autoptr (GArray) products = hw_product_repo_list (hw_session_get_store (self->session), NULL);

  for (guint i = 0; i < products->len; i++)
    if (g_str_equal (g_array_index (products, HwProduct, i).name, name))
      return g_array_index (products, HwProduct, i).id;

  g_error ("no product “%s”", name);
}

/* Pairs 0 and 1, 2 and 3, ...; a coin of @rng says who has the change, the first where there is none. */
static HwLock *
lock_items (HwTestBusiness *self,
            HwRng          *rng)
{
  HwLock *lock = new_lock (HW_DESIGN_ITEMS);

  for (int i = 0; i < PAIRS; i++)
    {
      const int turn = rng != NULL ? (int) hw_rng_below (rng, 2) : 0;
      g_autofree char *on = g_strdup_printf ("Item %02d", 2 * i + turn), *off = g_strdup_printf ("Item %02d", 2 * i + 1 - turn);
      const gint64 a = find_product (self, on), b = find_product (self, off);

      g_array_append_val (lock->changed, a);
      g_array_append_val (lock->partner, b);
    }

  return lock;
}

static HwLock *
lock_people (HwTestBusiness *self,
             HwRng          *rng)
{
  g_autoptr (GArray) people = hw_customer_repo_list (hw_session_get_store (self->session), NULL);
  HwLock *lock = new_lock (HW_DESIGN_CUSTOMERS);
  guint n_on = 0;

  g_assert_cmpuint (people->len, ==, PEOPLE);
  for (guint i = 0; i < people->len; i++)
    {
      const HwCustomer *one = &g_array_index (people, HwCustomer, i);
      const gboolean on = rng != NULL ? hw_rng_below (rng, people->len - i) < people->len / 2 - n_on
                                      : g_ascii_strtoll (one->code + 1, NULL, 10) % 2 == 0;

      n_on += on;
      g_array_append_val (on ? lock->changed : lock->partner, one->id);
    }

  return lock;
}

/* Half of the shops by @rng, those with even numbers where there is none. */
static HwLock *
lock_shops (HwTestBusiness *self,
            HwRng          *rng)
{
  g_autoptr (GArray) shops = hw_shop_repo_list (hw_session_get_store (self->session), NULL);
  HwLock *lock = new_lock (HW_DESIGN_SITES);
  guint n_on = 0;

  g_assert_cmpuint (shops->len, ==, SHOPS);
  for (guint i = 0; i < shops->len; i++)
    {
      const HwShop *one = &g_array_index (shops, HwShop, i);
      const gboolean on = rng != NULL ? hw_rng_below (rng, shops->len - i) < shops->len / 2 - n_on
                                      : g_ascii_strtoll (one->name + strlen ("Branch "), NULL, 10) % 2 == 0;

      n_on += on;
      g_array_append_val (on ? lock->changed : lock->partner, one->id);
    }

  return lock;
}

static HwLock *
lock_weeks (int blocks)
{
  HwLock *lock = new_lock (HW_DESIGN_SWITCHBACK);

  lock->end = START + 14 * blocks - 1;
  for (int b = 0; b < blocks; b++)
    {
      const int week = is_on (2 * b) ? 2 * b : 2 * b + 1;
      const gint64 on = START + 7 * week, off = START + 7 * (4 * b + 1 - week);

      g_array_append_val (lock->changed, on);
      g_array_append_val (lock->partner, off);
    }

  return lock;
}

static void
assert_found (const HwVerdict *v,
              HwDesign         design,
              double           share)
{
  g_assert_cmpint (v->state, ==, HW_JUDGED);
  g_assert_cmpint (v->design, ==, design);
  g_assert_true (v->locked);
  g_assert_cmpfloat (v->p, <, 0.05);
  g_assert_true (v->share_low < share && share < v->share_high);
  g_assert_true (v->share_low > 0.0);
  g_assert_true (v->low >= v->share_low * v->usual - 1e-9 && v->high <= v->share_high * v->usual + 1e-9); /* 90 % within 95 % */
  g_assert_cmpint (v->advice, ==, HW_VERDICT_GO);
  g_assert_cmpuint (v->expected->len, >, 0);
  g_assert_true (v->money_low < v->money_month && v->money_month < v->money_high);
}

/* --- what is there is found --- */

static void
test_items (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&shop, ITEMS, 1.3, WEEKS, 5);
  lock = lock_items (&shop, NULL);
  v = judge_by (&shop, lock);
  assert_found (v, HW_DESIGN_ITEMS, 0.3);
  g_assert_cmpuint (v->n_units, ==, PAIRS);
  g_assert_cmpuint (v->n_weeks, ==, WEEKS);
  g_assert_true (isnan (v->cross) && v->agrees);
}

/* Two products that replace each other are one unit: what one takes from the other is no
 * effect. */
static void
test_groups (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwVerdict) v = NULL;
  gint64 left, group[4];

  open_shop (&shop, ITEMS, 1.3, WEEKS, 5);
  lock = lock_items (&shop, NULL);
  left = g_array_index (lock->changed, gint64, PAIRS - 1);
  g_array_set_size (lock->changed, PAIRS - 1);
  g_array_set_size (lock->partner, PAIRS - 1);
  group[0] = g_array_index (lock->changed, gint64, 0);
  group[1] = group[3] = 0;
  group[2] = left;
  g_array_append_vals (lock->groups, group, 4);
  v = judge_by (&shop, lock);
  assert_found (v, HW_DESIGN_ITEMS, 0.3);
  g_assert_cmpuint (v->n_units, ==, PAIRS - 1);
}

static void
test_customers (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&shop, CUSTOMERS, 1.4, WEEKS, 6);
  lock = lock_people (&shop, NULL);
  v = judge_by (&shop, lock);
  assert_found (v, HW_DESIGN_CUSTOMERS, 0.4);
  g_assert_cmpuint (v->n_units, ==, PEOPLE);
}

static void
test_sites (void)
{
  static const char *const metrics[] = { "revenue", "average_order_value" };
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;

  open_shop (&shop, SITES, 1.25, WEEKS, 12);
  lock = lock_shops (&shop, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      g_autoptr (HwVerdict) v = NULL;

      g_free (lock->metric);
      lock->metric = g_strdup (metrics[i]);
      v = judge_by (&shop, lock);
      assert_found (v, HW_DESIGN_SITES, 0.25);
      g_assert_cmpuint (v->n_units, ==, SHOPS);
      g_assert_cmpuint (v->n_weeks, ==, WEEKS);
      g_assert_cmpfloat (v->attainable, <, 0.05);
    }

  /* A figure that no shop has on its own is not judged by shops. */
  g_free (lock->metric);
  lock->metric = g_strdup ("gross_margin_pct");
  {
    g_autoptr (HwVerdict) v = judge_by (&shop, lock);

    g_assert_cmpint (v->state, ==, HW_JUDGE_NO_FIGURE);
  }

  /* Three against three cannot tell, however large it is. */
  g_free (lock->metric);
  lock->metric = g_strdup ("revenue");
  g_array_set_size (lock->changed, 3);
  g_array_set_size (lock->partner, 3);
  {
    g_autoptr (HwVerdict) v = judge_by (&shop, lock);

    g_assert_cmpint (v->state, ==, HW_JUDGE_TOO_FEW);
    g_assert_cmpuint (v->n_needed, ==, 5);
  }
}

static void
test_switchback (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = lock_weeks (12);
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&shop, SWITCHBACK, 1.3, 24, 7);
  lock->product = find_product (&shop, "Shop");
  v = judge_by (&shop, lock);
  assert_found (v, HW_DESIGN_SWITCHBACK, 0.3);
  g_assert_cmpuint (v->n_units, ==, 12);
}

static void
test_control (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = new_lock (HW_DESIGN_CONTROL);
  g_autoptr (HwLock) alone = new_lock (HW_DESIGN_OWN_FORECAST);
  g_autoptr (HwVerdict) v = NULL;
  g_autoptr (HwVerdict) by_itself = NULL;

  open_shop (&shop, CONTROL, 1.2, WEEKS, 8);
  lock->product = alone->product = find_product (&shop, "Shop");
  lock->control = find_product (&shop, "Beside");
  v = judge_by (&shop, lock);
  assert_found (v, HW_DESIGN_CONTROL, 0.2);
  g_assert_cmpuint (v->n_quiet, ==, v->gaps->len);
  g_assert_true (v->agrees);
  g_assert_true (!isnan (v->naive));

  /* What the street does is no longer taken for doubt. */
  by_itself = judge_by (&shop, alone);
  g_assert_cmpfloat (v->share_high - v->share_low, <, 0.7 * (by_itself->share_high - by_itself->share_low));
}

/* --- and what is not there is not --- */

static void
test_nothing (void)
{
  g_auto (HwTestBusiness) items = { 0 };
  g_auto (HwTestBusiness) people = { 0 };
  g_auto (HwTestBusiness) shops = { 0 };
  HwTestBusiness *const all[] = { &items, &people, &shops };
  guint alarms = 0, n = 0;
  HwRng rng;

  hw_rng_init (&rng, 3);
  open_shop (&items, ITEMS, 1.0, WEEKS, 9);
  open_shop (&people, CUSTOMERS, 1.0, WEEKS, 10);
  open_shop (&shops, SITES, 1.0, WEEKS, 13);
  for (; n < 90; n++)
    {
      HwTestBusiness *shop = all[n % 3];
      g_autoptr (HwLock) lock = n % 3 == 0 ? lock_items (shop, &rng) : n % 3 == 1 ? lock_people (shop, &rng) : lock_shops (shop, &rng);
      g_autoptr (HwVerdict) v = NULL;

      lock->seed = n;
      v = judge_by (shop, lock);
      g_assert_cmpint (v->state, ==, HW_JUDGED);
      g_assert_cmpuint (v->trial_no, ==, n / 3 + 1);
      alarms += v->p <= 0.05;
    }

  g_assert_cmpuint (alarms, <=, 9); /* of 90 at 5 %: more by chance in 2 of 100 */
}

/* --- what the plan says holds --- */

/* Not before its looks; half way only what is very clear. */
static void
test_looks (void)
{
  g_auto (HwTestBusiness) early = { 0 };
  g_auto (HwTestBusiness) half = { 0 };
  g_auto (HwTestBusiness) clear = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwVerdict) a = NULL;
  g_autoptr (HwVerdict) b = NULL;
  g_autoptr (HwVerdict) c = NULL;

  open_shop (&early, ITEMS, 1.5, 2, 5);
  lock = lock_items (&early, NULL);
  a = judge_by (&early, lock);
  g_assert_cmpint (a->state, ==, HW_JUDGE_TOO_EARLY);
  g_assert_cmpint (a->next_look, ==, START + 28);
  g_assert_cmpuint (a->n_weeks, ==, 0);
  g_assert_true (isnan (a->share));

  hw_lock_free (g_steal_pointer (&lock));
  open_shop (&half, ITEMS, 1.0, 5, 5);
  lock = lock_items (&half, NULL);
  b = judge_by (&half, lock);
  g_assert_cmpint (b->state, ==, HW_JUDGE_TOO_EARLY);
  g_assert_cmpint (b->next_look, ==, START + 7 * WEEKS);
  g_assert_cmpuint (b->n_weeks, ==, 4);

  hw_lock_free (g_steal_pointer (&lock));
  open_shop (&clear, ITEMS, 1.5, 5, 5);
  lock = lock_items (&clear, NULL);
  c = judge_by (&clear, lock);
  g_assert_cmpint (c->state, ==, HW_JUDGED);
  g_assert_cmpint (c->advice, ==, HW_VERDICT_GO);
  g_assert_cmpuint (c->n_weeks, ==, 4);
}

/* Fewer pairs than could tell are refused, and it says how many it takes. */
static void
test_too_few (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwVerdict) v = NULL;

  open_shop (&shop, ITEMS, 2.0, WEEKS, 5);
  lock = lock_items (&shop, NULL);
  g_array_set_size (lock->changed, 4);
  g_array_set_size (lock->partner, 4);
  v = judge_by (&shop, lock);
  g_assert_cmpint (v->state, ==, HW_JUDGE_TOO_FEW);
  g_assert_cmpuint (v->n_needed, ==, 7);
}

/* The effect is that of the offer: how often it was done does not move it, nor does what the plan says later. */
static void
test_as_drawn (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwEntry) week = NULL;
  g_autoptr (HwEntry) entry = NULL;
  g_autoptr (HwVerdict) before = NULL;
  g_autoptr (HwVerdict) after = NULL;
  g_autoptr (GError) error = NULL;
  HwStore *store;
  gint64 id;

  open_shop (&shop, ITEMS, 1.3, WEEKS, 5);
  store = hw_session_get_store (shop.session);
  lock = lock_items (&shop, NULL);
  id = keep_trial (&shop);
  keep_lock (&shop, id, lock);
  before = judge (&shop, id);

  week = hw_entry_new (HW_ENTRY_CHECK_IN, id);
  week->changed = START;
  hw_answers_set_day (week->answers, "week", START);
  hw_answers_set_number (week->answers, "used", 0.7);
  g_assert_true (hw_entry_repo_keep (store, week, HW_ENTRY_SAVED, 1, &error));
  entry = hw_entry_repo_load (store, id, HW_ENTRY_LAST, &error);
  hw_answers_set (entry->answers, "metric", "gross_margin_pct");
  hw_answers_set_number (entry->answers, "effect", 0.5);
  g_assert_true (hw_entry_repo_keep (store, entry, HW_ENTRY_SAVED, 2, &error));
  after = judge (&shop, id);
  g_assert_cmpfloat (after->used, ==, 0.7);
  g_assert_cmpstr (after->metric->id, ==, "revenue");
  g_assert_cmpfloat (after->share, ==, before->share);
  g_assert_cmpfloat (after->p, ==, before->p);
  g_assert_cmpfloat (after->worth, ==, before->worth);
  g_assert_cmpfloat (after->money.year.low, ==, before->money.year.low);
  g_assert_cmpfloat (after->useless_kept, ==, before->useless_kept);
  g_assert_cmpint (after->advice, ==, HW_VERDICT_GO);

  /* Done in half of the weeks only, it was not tested, whatever came out. */
  hw_answers_set_number (week->answers, "used", 0.5);
  g_assert_true (hw_entry_repo_keep (store, week, HW_ENTRY_SAVED, 3, &error));
  g_clear_pointer (&after, hw_verdict_free);
  after = judge (&shop, id);
  g_assert_cmpint (after->why, ==, HW_WHY_NOT_TESTED);
  g_assert_cmpfloat (after->share, ==, before->share);
}

/* Costs more than it brings: found, and not kept. */
static void
test_too_dear (void)
{
  g_auto (HwTestBusiness) shop = { 0 };
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (HwEntry) entry = NULL;
  g_autoptr (HwVerdict) v = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  open_shop (&shop, ITEMS, 1.3, WEEKS, 5);
  lock = lock_items (&shop, NULL);
  id = keep_trial (&shop);
  keep_lock (&shop, id, lock);
  entry = hw_entry_repo_load (hw_session_get_store (shop.session), id, HW_ENTRY_LAST, &error);
  hw_answers_set_number (entry->answers, "month_cost", 20000.0);
  g_assert_true (hw_entry_repo_keep (hw_session_get_store (shop.session), entry, HW_ENTRY_SAVED, 2, &error));
  v = judge (&shop, id);
  g_assert_cmpfloat (v->p, <, 0.05);
  g_assert_cmpint (v->advice, ==, HW_VERDICT_STOP);
  g_assert_cmpint (v->why, ==, HW_WHY_DOES_NOT_PAY);
  g_assert_cmpfloat (v->money.break_even, >, v->share);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict-designs/items", test_items);
  g_test_add_func ("/verdict-designs/groups", test_groups);
  g_test_add_func ("/verdict-designs/customers", test_customers);
  g_test_add_func ("/verdict-designs/sites", test_sites);
  g_test_add_func ("/verdict-designs/switchback", test_switchback);
  g_test_add_func ("/verdict-designs/control", test_control);
  g_test_add_func ("/verdict-designs/nothing", test_nothing);
  g_test_add_func ("/verdict-designs/looks", test_looks);
  g_test_add_func ("/verdict-designs/too-few", test_too_few);
  g_test_add_func ("/verdict-designs/as-drawn", test_as_drawn);
  g_test_add_func ("/verdict-designs/too-dear", test_too_dear);
  return g_test_run ();
}
