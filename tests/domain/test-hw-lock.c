/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-lock.h"

#include <math.h>
#include <string.h>

#define START (hw_day_from_ymd (2026, 3, 2))

static HwAnswers *
make_plan (void)
{
  HwAnswers *plan = hw_answers_new ();

  hw_answers_set (plan, "name", "Order bread by forecast");
  hw_answers_set (plan, "change", "Line one\nline two = \"quoted\"");
  hw_answers_set (plan, "metric", "revenue");
  hw_answers_set_number (plan, "effect", 0.1);
  hw_answers_set_day (plan, "start", START);
  hw_answers_set_day (plan, "end", START + 8 * 7 - 1);
  hw_answers_set (plan, "state", "running");
  return plan;
}

static void
add (GArray *list,
     gint64  value)
{
  g_array_append_val (list, value);
}

static HwLock *
make_lock (void)
{
  g_autoptr (HwAnswers) plan = make_plan ();
  HwLock *self = hw_lock_new ();

  g_free (self->metric);
  g_free (self->plan);
  self->design = HW_DESIGN_ITEMS;
  self->metric = g_strdup ("revenue");
  self->start = START;
  self->end = START + 8 * 7 - 1;
  self->worth = 0.1;
  self->smallest = 1.0 / 3.0;
  self->prior_sd = 0.05;
  self->seed = G_MAXUINT64 - 5;
  for (gint64 i = 1; i <= 8; i++)
    {
      add (self->changed, i);
      add (self->partner, 100 + i);
    }
  add (self->groups, 1);
  add (self->groups, 0);
  add (self->groups, 101);
  add (self->groups, 0);
  self->control = -3;
  self->plan = hw_lock_plan_of (plan);
  return self;
}

static void
test_round_trip (void)
{
  g_autoptr (HwLock) lock = make_lock ();
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  g_autoptr (HwLock) back = NULL;
  g_autofree char *before = hw_lock_fingerprint (lock);
  g_autofree char *after = NULL;

  hw_lock_keep (lock, answers);
  back = hw_lock_read (answers);
  g_assert_nonnull (back);
  after = hw_lock_fingerprint (back);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (strlen (before), ==, 64);
  g_assert_cmpint (back->design, ==, HW_DESIGN_ITEMS);
  g_assert_cmpuint (back->seed, ==, G_MAXUINT64 - 5);
  g_assert_true (back->smallest == 1.0 / 3.0); /* to the last digit */
  g_assert_cmpint (g_array_index (back->partner, gint64, 7), ==, 108);
  g_assert_cmpuint (back->groups->len, ==, 4);
  g_assert_cmpint (back->control, ==, -3);
  g_assert_cmpstr (back->plan, ==, lock->plan);
}

typedef struct
{
  const HwAnswers *answers;
  const char      *fingerprint;
  guint            n;
} Altered;

/* Every letter of every answer, changed by one: another lock, or none. */
static void
alter (const char *question,
       const char *answer,
       gpointer    data)
{
  Altered *altered = data;

  for (gsize i = 0; answer[i] != '\0'; i++)
    {
      g_autoptr (HwAnswers) other = hw_answers_copy (altered->answers);
      g_autofree char *text = g_strdup (answer);
      g_autoptr (HwLock) lock = NULL;

      text[i] ^= 1;
      hw_answers_set (other, question, text);
      lock = hw_lock_read (other);
      if (lock != NULL)
        {
          g_autofree char *fingerprint = hw_lock_fingerprint (lock);

          if (g_strcmp0 (fingerprint, altered->fingerprint) == 0)
            g_error ("%s: letter %u changed without a trace", question, (guint) i);
        }

      altered->n++;
    }
}

static void
test_fingerprint (void)
{
  g_autoptr (HwLock) lock = make_lock ();
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  g_autofree char *fingerprint = hw_lock_fingerprint (lock);
  Altered altered = { answers, fingerprint, 0 };

  hw_lock_keep (lock, answers);
  hw_answers_each (answers, alter, &altered);
  g_assert_cmpuint (altered.n, >, 200);
}

static void
test_refused (void)
{
  static const char *const needed[] = { "design", "metric", "start", "end", "worth", "prior_sd", "seed", "product" };
  g_autoptr (HwLock) lock = make_lock ();
  g_autoptr (HwAnswers) answers = hw_answers_new ();

  hw_lock_keep (lock, answers);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autoptr (HwAnswers) other = hw_answers_copy (answers);

      hw_answers_set (other, needed[i], NULL);
      g_assert_null (hw_lock_read (other));
    }

  hw_answers_set (answers, "changed", "1,2,3"); /* eight partners */
  g_assert_null (hw_lock_read (answers));
  hw_answers_set (answers, "changed", "1,2,3,4,5,6,7,eight");
  g_assert_null (hw_lock_read (answers));
}

static void
test_amended (void)
{
  g_autoptr (HwLock) lock = make_lock ();
  g_autoptr (HwAnswers) now = make_plan ();
  g_autoptr (GPtrArray) none = hw_lock_amended (lock, now);
  g_autoptr (GPtrArray) some = NULL;

  g_assert_cmpuint (none->len, ==, 0);

  hw_answers_set (now, "state", "evaluating");        /* where it stands is no change of plan */
  hw_answers_set_day (now, "end", START + 12 * 7 - 1);
  hw_answers_set (now, "change", "Line one\nline two");
  hw_answers_set_number (now, "hours", 2.0);          /* was not said */
  some = hw_lock_amended (lock, now);
  g_assert_cmpuint (some->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (some, 0), ==, "What changes");
  g_assert_cmpstr (g_ptr_array_index (some, 1), ==, "End");
  g_assert_cmpstr (g_ptr_array_index (some, 2), ==, "Hours");
}

static void
test_looks (void)
{
  g_autoptr (HwLock) lock = make_lock ();
  HwTrialLook looks[HW_LOOKS_MOST];

  g_assert_cmpuint (hw_lock_looks (lock, lock->end, looks), ==, 2);
  g_assert_cmpint (looks[0].day, ==, START + 28);
  g_assert_cmpuint (looks[0].weeks, ==, 4);
  g_assert_cmpfloat (looks[0].z, ==, 2.80);
  g_assert_cmpint (looks[1].day, ==, START + 56);
  g_assert_cmpfloat (looks[1].z, ==, 1.98);

  /* Longer by six weeks; a day more than planned is no look. */
  g_assert_cmpuint (hw_lock_looks (lock, lock->end + 1, looks), ==, 2);
  g_assert_cmpuint (hw_lock_looks (lock, lock->end + 42, looks), ==, 3);
  g_assert_cmpuint (looks[2].weeks, ==, 14);

  lock->end = START + 4 * 7 - 1; /* too short for a look half way */
  g_assert_cmpuint (hw_lock_looks (lock, lock->end, looks), ==, 1);
  g_assert_cmpint (looks[0].day, ==, START + 28);
}

static void
test_designs (void)
{
  for (guint i = 0; i < HW_DESIGN_N; i++)
    {
      HwDesign design;

      g_assert_true (hw_design_find (hw_design_id ((HwDesign) i), &design));
      g_assert_cmpuint (design, ==, i);
      g_assert_cmpstr (hw_design_name (design), !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock/round-trip", test_round_trip);
  g_test_add_func ("/lock/fingerprint", test_fingerprint);
  g_test_add_func ("/lock/refused", test_refused);
  g_test_add_func ("/lock/amended", test_amended);
  g_test_add_func ("/lock/looks", test_looks);
  g_test_add_func ("/lock/designs", test_designs);
  return g_test_run ();
}
