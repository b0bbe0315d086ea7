/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "engine/trial/hw-aa.h"

/* Every tenth date is an alarm, every seventh cannot be judged. */
static gboolean
judge (gsize    start,
       gpointer data,
       double  *p)
{
  gsize *last = data;

  g_assert_cmpuint (start, >, *last);
  *last = start;
  *p = start % 10 == 0 ? 0.05 : 0.06;
  return start % 7 != 0;
}

static void
test_share (void)
{
  gsize last = 0;
  const HwAaInput input = { 41, 80, 8, 1, 0.05, judge, &last };
  HwAa r;

  g_assert_true (hw_aa_run (&input, NULL, &r, NULL));
  g_assert_cmpuint (last, ==, 80);
  g_assert_cmpuint (r.n, ==, 34);
  g_assert_cmpuint (r.n_alarms, ==, 3);
  g_assert_cmpfloat_with_epsilon (r.share, 3.0 / 34.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (r.apart, 34.0 / 8.0, 1e-12);
  g_assert_cmpfloat (r.chance, ==, 1.0);
}

static gboolean
judge_all (gsize    start,
           gpointer data,
           double  *p)
{
  *p = start < 23 ? 0.01 : 0.5;
  return data == NULL;
}

/* Three of twenty dates that do not overlap: 7.5 % by chance. */
static void
test_chance (void)
{
  const HwAaInput input = { 20, 39, 1, 1, 0.05, judge_all, NULL };
  HwAa r;

  g_assert_true (hw_aa_run (&input, NULL, &r, NULL));
  g_assert_cmpuint (r.n_alarms, ==, 3);
  g_assert_cmpfloat_with_epsilon (r.chance, 0.0754837, 1e-6);
}

static void
test_refusals (void)
{
  HwAaInput input = { 20, 30, 8, 1, 0.05, judge_all, &input };
  g_autoptr (GError) error = NULL;
  HwAa r;

  g_assert_false (hw_aa_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);
  input.step = 0;
  g_assert_false (hw_aa_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/aa/share", test_share);
  g_test_add_func ("/engine/aa/chance", test_chance);
  g_test_add_func ("/engine/aa/refusals", test_refusals);
  return g_test_run ();
}
