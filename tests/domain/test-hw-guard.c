/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-guard.h"

#include <math.h>

static HwGuardLight *
judge (const char   *side,
       gboolean      hard,
       double        limit,
       const double *weeks,
       guint         n)
{
  g_autoptr (HwEntry) guard = hw_entry_new (HW_ENTRY_GUARD, 1);
  HwGuardLight *light;

  hw_answers_set (guard->answers, "metric", "revenue");
  hw_answers_set (guard->answers, "side", side);
  hw_answers_set_number (guard->answers, "limit", limit);
  hw_answers_set_yes (guard->answers, "hard", hard);
  light = hw_guard_light_new (guard);
  hw_guard_light_judge (light, weeks, n);
  return light;
}

/* Five weeks around 100 with a spread of 3.16: 90 % of the mean is 97.0 to 103.0. */
static const double weeks[] = { 96.0, 98.0, NAN, 100.0, 102.0, 104.0 };

static void
test_truth_table (void)
{
  static const struct
  {
    const char *side;
    gboolean    hard;
    double      limit;
    HwLight     light;
  } rows[] = {
    { "least", FALSE, 96.5, HW_LIGHT_GREEN }, { "least", FALSE, 98.0, HW_LIGHT_AMBER },
    { "least", FALSE, 102.9, HW_LIGHT_AMBER }, { "least", FALSE, 103.1, HW_LIGHT_RED },
    { "most", FALSE, 103.5, HW_LIGHT_GREEN }, { "most", FALSE, 102.0, HW_LIGHT_AMBER },
    { "most", FALSE, 97.1, HW_LIGHT_AMBER }, { "most", FALSE, 96.9, HW_LIGHT_RED },
    { "least", TRUE, 96.0, HW_LIGHT_GREEN }, { "least", TRUE, 96.5, HW_LIGHT_RED }, /* crossed once */
    { "most", TRUE, 104.0, HW_LIGHT_GREEN }, { "most", TRUE, 103.5, HW_LIGHT_RED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwGuardLight) light = judge (rows[i].side, rows[i].hard, rows[i].limit, weeks, G_N_ELEMENTS (weeks));

      g_assert_cmpuint (light->n_weeks, ==, 5);
      g_assert_cmpfloat (light->value, ==, 100.0);
      g_assert_cmpfloat_with_epsilon (light->low, 100.0 - 2.131847 * sqrt (10.0 / 5.0), 0.01); /* t of 4 */
      g_assert_cmpfloat_with_epsilon (light->high, 100.0 + 2.131847 * sqrt (10.0 / 5.0), 0.01);
      if (light->light != rows[i].light)
        g_error ("row %u: %d", i, light->light);
    }
}

static void
test_few_weeks (void)
{
  static const double one[] = { 90.0 }, none[] = { NAN, NAN };
  g_autoptr (HwGuardLight) empty = judge ("least", TRUE, 95.0, none, 2);
  g_autoptr (HwGuardLight) soft = judge ("least", FALSE, 95.0, one, 1);
  g_autoptr (HwGuardLight) hard = judge ("least", TRUE, 95.0, one, 1);
  g_autoptr (HwGuardLight) fine = judge ("least", TRUE, 85.0, one, 1);
  g_autoptr (GPtrArray) lights = g_ptr_array_new ();

  g_assert_cmpint (empty->light, ==, HW_LIGHT_NOT_KNOWN);
  g_assert_cmpint (soft->light, ==, HW_LIGHT_AMBER);
  g_assert_true (isnan (soft->low));
  g_assert_cmpint (hard->light, ==, HW_LIGHT_RED);
  g_assert_cmpint (fine->light, ==, HW_LIGHT_GREEN);

  g_assert_cmpint (hw_guard_lights_worst (lights), ==, HW_LIGHT_NOT_KNOWN);
  g_ptr_array_add (lights, fine);
  g_ptr_array_add (lights, empty);
  g_assert_cmpint (hw_guard_lights_worst (lights), ==, HW_LIGHT_GREEN);
  g_ptr_array_add (lights, hard);
  g_assert_cmpint (hw_guard_lights_worst (lights), ==, HW_LIGHT_RED);
}

/* Which kind of limit is asked follows the figure. */
static void
test_form (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  HwFault fault;
  guint i;

  hw_answers_set (answers, "metric", "gross_margin_pct");
  hw_answers_set (answers, "side", "least");
  hw_answers_set_number (answers, "limit", 0.4);
  hw_answers_set (answers, "hard", "no");
  g_assert_false (hw_form_find_fault (&hw_guard_form, answers, 20000, &i, &fault));
  hw_answers_set (answers, "limit", NULL);
  g_assert_true (hw_form_find_fault (&hw_guard_form, answers, 20000, &i, &fault));
  g_assert_cmpstr (hw_guard_form.questions[i].id, ==, "limit");
  g_assert_cmpint (hw_guard_form.questions[i].kind, ==, HW_ASK_SHARE);
  hw_answers_set (answers, "metric", "happiness");
  g_assert_true (hw_form_find_fault (&hw_guard_form, answers, 20000, &i, &fault));
  g_assert_cmpint (fault, ==, HW_FAULT_NOT_A_CHOICE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard/truth-table", test_truth_table);
  g_test_add_func ("/guard/few-weeks", test_few_weeks);
  g_test_add_func ("/guard/form", test_form);
  return g_test_run ();
}
