/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-override.h"

#include <math.h>

#define TODAY 20500

static HwEntry *
make (gint64      id,
      const char *subject,
      HwDay       from,
      HwDay       to,
      double      units)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_OVERRIDE, 0);

  entry->id = id;
  entry->version = 1;
  entry->changed = TODAY;
  hw_answers_set (entry->answers, "subject", subject);
  hw_answers_set_day (entry->answers, "from", from);
  hw_answers_set_day (entry->answers, "to", to);
  hw_answers_set_number (entry->answers, "units", units);
  hw_answers_set (entry->answers, "reason", "weather");
  return entry;
}

static HwFault
fault_of (const HwEntry *entry,
          const char    *question)
{
  return hw_form_check (&hw_override_form, entry->answers, (guint) hw_form_find (&hw_override_form, question), TODAY);
}

static void
test_form (void)
{
  g_autoptr (HwEntry) entry = make (1, "category:Bread", TODAY, TODAY + 6, 70.0);
  HwFault fault;
  guint i;

  g_assert_false (hw_form_find_fault (&hw_override_form, entry->answers, TODAY, &i, &fault));

  hw_answers_set_day (entry->answers, "from", TODAY - 1);
  g_assert_cmpint (fault_of (entry, "from"), ==, HW_FAULT_PAST);
  hw_answers_set_day (entry->answers, "from", TODAY + 7);
  g_assert_cmpint (fault_of (entry, "to"), ==, HW_FAULT_BEFORE_START);
  hw_answers_set_day (entry->answers, "to", TODAY + 7 + HW_OVERRIDE_DAYS_MOST);
  g_assert_cmpint (fault_of (entry, "to"), ==, HW_FAULT_TOO_HIGH);
  hw_answers_set_number (entry->answers, "units", -1.0);
  g_assert_cmpint (fault_of (entry, "units"), ==, HW_FAULT_TOO_LOW);
  hw_answers_set (entry->answers, "reason", "mood");
  g_assert_cmpint (fault_of (entry, "reason"), ==, HW_FAULT_NOT_A_CHOICE);
  hw_answers_set (entry->answers, "subject", "bread");
  g_assert_cmpint (fault_of (entry, "subject"), ==, HW_FAULT_NOT_A_CHOICE);
}

static void
test_reasons (void)
{
  HwReason reason;

  g_assert_cmpint (HW_REASON_N, ==, 8);
  for (int i = 0; i < HW_REASON_N; i++)
    {
      g_assert_true (hw_reason_find (hw_reason_id ((HwReason) i), &reason));
      g_assert_cmpint (reason, ==, i);
      g_assert_cmpstr (hw_reason_name (reason), !=, "");
    }

  g_assert_false (hw_reason_find ("mood", &reason));
}

static void
test_from_entry (void)
{
  g_autoptr (HwEntry) entry = make (7, "12", TODAY, TODAY, 5.5);
  g_autofree char *subject = hw_override_subject (12, NULL);
  g_autofree char *of_category = hw_override_subject (0, "Bread");
  g_autoptr (HwOverride) override = hw_override_new (entry);

  g_assert_cmpstr (subject, ==, "12");
  g_assert_cmpstr (of_category, ==, "category:Bread");
  g_assert_cmpint (override->product_id, ==, 12);
  g_assert_null (override->category);
  g_assert_cmpfloat (override->units, ==, 5.5);
  g_assert_true (isnan (override->model_units));
  g_assert_cmpint (override->reason, ==, HW_REASON_WEATHER);

  hw_answers_set (entry->answers, "units", NULL);
  g_assert_null (hw_override_new (entry));
}

static HwOverrideLine *
past_line (gint64 id,
           double units,
           double model,
           double sold,
           double each)
{
  g_autoptr (HwEntry) entry = make (id, "12", TODAY, TODAY + 1, units);
  HwOverrideLine *line;

  if (!isnan (model))
    hw_answers_set_number (entry->answers, "model", model);
  line = hw_override_line_new (hw_override_new (entry));
  line->sold = sold;
  line->each = each;
  return line;
}

/* The owner was 2 off where the forecast was 10 off, then 5 and 1: a gain of 8 and a
 * loss of 4 units, at 3.00 and 2.00. */
static void
test_who_was_right (void)
{
  g_autoptr (HwOverrideReview) review = hw_override_review_new ();
  const HwDay known = TODAY + 1;

  hw_override_review_take (review, past_line (1, 52.0, 40.0, 50.0, 3.0), known, TODAY + 9);
  hw_override_review_take (review, past_line (2, 15.0, 21.0, 20.0, 2.0), known, TODAY + 9);
  hw_override_review_take (review, past_line (3, 15.0, NAN, 20.0, 2.0), known, TODAY + 9);
  hw_override_review_sort (review);

  g_assert_cmpuint (review->lines->len, ==, 3);
  g_assert_cmpuint (review->all.n, ==, 2);
  g_assert_cmpuint (review->all.n_own, ==, 1);
  g_assert_cmpuint (review->all.n_model, ==, 1);
  g_assert_cmpfloat (review->all.own_off, ==, 7.0);
  g_assert_cmpfloat (review->all.model_off, ==, 11.0);
  g_assert_cmpfloat (review->all.own_off_money, ==, 16.0);
  g_assert_cmpfloat (review->all.model_off_money, ==, 32.0);
  g_assert_cmpuint (review->sums->len, ==, 1);
  g_assert_cmpint (((HwOverrideSum *) g_ptr_array_index (review->sums, 0))->product_id, ==, 12);
  g_assert_cmpint (((HwOverrideLine *) g_ptr_array_index (review->lines, 0))->state, ==, HW_OVERRIDE_NO_MODEL);
}

/* What is not over is not judged. */
static void
test_not_over_yet (void)
{
  g_autoptr (HwOverrideReview) review = hw_override_review_new ();

  hw_override_review_take (review, past_line (1, 52.0, 40.0, 20.0, 3.0), TODAY, TODAY + 1);
  hw_override_review_take (review, past_line (2, 52.0, 40.0, 0.0, 3.0), TODAY - 1, TODAY);
  g_assert_cmpuint (review->all.n, ==, 0);
  g_assert_cmpuint (review->sums->len, ==, 0);
  g_assert_cmpint (((HwOverrideLine *) g_ptr_array_index (review->lines, 0))->state, ==, HW_OVERRIDE_RUNNING);
  g_assert_cmpint (((HwOverrideLine *) g_ptr_array_index (review->lines, 1))->state, ==, HW_OVERRIDE_AHEAD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/override/form", test_form);
  g_test_add_func ("/domain/override/reasons", test_reasons);
  g_test_add_func ("/domain/override/from-entry", test_from_entry);
  g_test_add_func ("/domain/override/who-was-right", test_who_was_right);
  g_test_add_func ("/domain/override/not-over-yet", test_not_over_yet);

  return g_test_run ();
}
