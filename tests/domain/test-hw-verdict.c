/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-verdict.h"

#include <math.h>

typedef struct
{
  const char *metric;
  double      low, high, worth;
  double      money, money_low;
  double      used;
  guint       n_weeks, n_planned;
  HwAdvice    advice;
  gboolean    cannot_tell;
} Row;

/* Every row of the table, and the edges between them. */
static const Row rows[] = {
  /* not tested, whatever came */
  { "revenue", 50, 90, 40, 200, 150, 0.59, 8, 8, HW_VERDICT_CHANGE, FALSE },
  { "revenue", -10, 90, 40, 200, -50, 0.2, 8, 8, HW_VERDICT_CHANGE, TRUE },
  { "revenue", 50, 90, 40, 200, 150, 0.60, 8, 8, HW_VERDICT_GO, FALSE },
  { "revenue", 50, 90, 40, 200, 150, NAN, 8, 8, HW_VERDICT_GO, FALSE },
  /* harm */
  { "revenue", -90, -1, 40, -300, -400, 0.9, 8, 8, HW_VERDICT_STOP, FALSE },
  /* too little at best */
  { "revenue", -30, 30, 40, 10, -100, 0.9, 8, 8, HW_VERDICT_STOP, FALSE },
  /* cannot tell: longer, then enough */
  { "revenue", -30, 40, 40, 10, -100, 0.9, 8, 8, HW_VERDICT_EXTEND, TRUE },
  { "revenue", -30, 80, 40, 10, -100, 0.9, 15, 8, HW_VERDICT_EXTEND, TRUE },
  { "revenue", -30, 80, 40, 10, -100, 0.9, 16, 8, HW_VERDICT_STOP, TRUE },
  { "revenue", 0, 80, 40, 10, -100, 0.9, 8, 8, HW_VERDICT_EXTEND, TRUE },
  { "revenue", -30, 80, NAN, 10, -100, 0.9, 8, 8, HW_VERDICT_EXTEND, TRUE },
  /* it helps */
  { "revenue", 10, 80, 40, 100, -20, 0.9, 8, 8, HW_VERDICT_GO, FALSE },
  { "revenue", 10, 80, 40, -5, -90, 0.9, 8, 8, HW_VERDICT_CHANGE, FALSE },
  { "revenue", 10, 30, 40, 60, 20, 0.9, 8, 8, HW_VERDICT_GO, FALSE },
  { "revenue", 10, 30, 40, 60, -2, 0.9, 8, 8, HW_VERDICT_CHANGE, FALSE },
  { "gross_margin_pct", 0.01, 0.02, 0.05, NAN, NAN, 0.9, 8, 8, HW_VERDICT_CHANGE, FALSE },
  { "gross_margin_pct", 0.01, 0.06, 0.05, NAN, NAN, 0.9, 8, 8, HW_VERDICT_GO, FALSE },
  /* less is better */
  { "stockout_rate", -0.09, -0.02, -0.05, NAN, NAN, 0.9, 8, 8, HW_VERDICT_GO, FALSE },
  { "stockout_rate", 0.01, 0.05, -0.05, NAN, NAN, 0.9, 8, 8, HW_VERDICT_STOP, FALSE },
  { "stockout_rate", -0.06, 0.02, -0.05, NAN, NAN, 0.9, 8, 8, HW_VERDICT_EXTEND, TRUE },
  { "stockout_rate", -0.03, 0.02, -0.05, NAN, NAN, 0.9, 8, 8, HW_VERDICT_STOP, FALSE },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HwVerdict) v = hw_verdict_new ();

      v->state = HW_JUDGED;
      v->metric = hw_metric_find (rows[i].metric);
      v->low = rows[i].low;
      v->high = rows[i].high;
      v->worth = rows[i].worth;
      v->money_month = rows[i].money;
      v->money_low = rows[i].money_low;
      v->used = rows[i].used;
      v->n_weeks = rows[i].n_weeks;
      v->n_planned = rows[i].n_planned;
      hw_verdict_decide (v);
      if (v->advice != rows[i].advice || v->cannot_tell != rows[i].cannot_tell)
        g_error ("row %" G_GSIZE_FORMAT ": %s", i, hw_advice_id (v->advice));
    }
}

/* What is not judged is no verdict. */
static void
test_not_judged (void)
{
  g_autoptr (HwVerdict) v = hw_verdict_new ();

  v->state = HW_JUDGE_TOO_SHORT;
  v->low = 5.0;
  v->high = 9.0;
  hw_verdict_decide (v);
  g_assert_cmpint (v->advice, ==, HW_VERDICT_EXTEND);
  g_assert_false (v->cannot_tell);
}

/* Too few weeks come first; what was not judged needs no care. */
static void
test_caution (void)
{
  static const struct { HwJudgeState state; guint n_before; double carry; HwCaution caution; } cases[] = {
    { HW_JUDGED, 99, 0.0, HW_CAUTION_FEW_WEEKS },
    { HW_JUDGED, 60, 0.9, HW_CAUTION_FEW_WEEKS },
    { HW_JUDGED, 100, 0.75, HW_CAUTION_NONE },
    { HW_JUDGED, 104, 0.8, HW_CAUTION_WANDERS },
    { HW_JUDGE_TOO_SHORT, 20, 0.9, HW_CAUTION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HwVerdict) v = hw_verdict_new ();

      v->state = cases[i].state;
      v->n_before = cases[i].n_before;
      v->carry = cases[i].carry;
      g_assert_cmpint (hw_verdict_caution (v), ==, cases[i].caution);
    }
}

static void
test_names (void)
{
  for (HwAdvice a = HW_VERDICT_GO; a <= HW_VERDICT_STOP; a++)
    for (HwAdvice b = HW_VERDICT_GO; b < a; b++)
      {
        g_assert_cmpstr (hw_advice_id (a), !=, hw_advice_id (b));
        g_assert_cmpstr (hw_advice_name (a), !=, hw_advice_name (b));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/table", test_table);
  g_test_add_func ("/verdict/not-judged", test_not_judged);
  g_test_add_func ("/verdict/caution", test_caution);
  g_test_add_func ("/verdict/names", test_names);
  return g_test_run ();
}
