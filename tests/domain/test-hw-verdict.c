/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a verdict: words, care, harm. The rule itself is engine/trial/. */
#include "domain/hw-verdict.h"

#include "domain/hw-initiative.h"

#include <math.h>

/* What is known only by its own past needs a long one; what the lot drew does not. */
static void
test_caution (void)
{
  static const struct { HwJudgeState state; HwDesign design; guint n_before; double carry; gboolean agrees; HwCaution caution; } cases[] = {
    { HW_JUDGED, HW_DESIGN_OWN_FORECAST, 99, 0.0, TRUE, HW_CAUTION_FEW_WEEKS },
    { HW_JUDGED, HW_DESIGN_CONTROL, 60, 0.9, FALSE, HW_CAUTION_FEW_WEEKS },
    { HW_JUDGED, HW_DESIGN_OWN_FORECAST, 100, 0.75, TRUE, HW_CAUTION_NONE },
    { HW_JUDGED, HW_DESIGN_OWN_FORECAST, 104, 0.8, TRUE, HW_CAUTION_WANDERS },
    { HW_JUDGED, HW_DESIGN_OWN_FORECAST, 104, 0.2, FALSE, HW_CAUTION_DISAGREE },
    { HW_JUDGED, HW_DESIGN_ITEMS, 30, NAN, TRUE, HW_CAUTION_NONE },
    { HW_JUDGE_TOO_SHORT, HW_DESIGN_OWN_FORECAST, 20, 0.9, TRUE, HW_CAUTION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HwVerdict) v = hw_verdict_new ();

      v->state = cases[i].state;
      v->design = cases[i].design;
      v->n_before = cases[i].n_before;
      v->carry = cases[i].carry;
      v->agrees = cases[i].agrees;
      g_assert_cmpint (hw_verdict_caution (v), ==, cases[i].caution);
    }
}

static void
add_light (HwVerdict *v,
           HwLight    light,
           gboolean   hard)
{
  g_autoptr (HwEntry) guard = hw_entry_new (HW_ENTRY_GUARD, 1);
  HwGuardLight *of;

  hw_answers_set_yes (guard->answers, "hard", hard);
  of = hw_guard_light_new (guard);
  of->light = light;
  g_ptr_array_add (v->guards, of);
}

/* Only red is harm, and only a hard limit ends it all. */
static void
test_harm (void)
{
  g_autoptr (HwVerdict) v = hw_verdict_new ();

  add_light (v, HW_LIGHT_AMBER, TRUE);
  add_light (v, HW_LIGHT_GREEN, FALSE);
  g_assert_false (hw_verdict_harmed (v, FALSE));
  add_light (v, HW_LIGHT_RED, FALSE);
  g_assert_true (hw_verdict_harmed (v, FALSE));
  g_assert_false (hw_verdict_harmed (v, TRUE));
  add_light (v, HW_LIGHT_RED, TRUE);
  g_assert_true (hw_verdict_harmed (v, TRUE));
}

static void
test_way (void)
{
  g_autoptr (HwVerdict) v = hw_verdict_new ();

  v->metric = hw_metric_find ("revenue");
  g_assert_cmpfloat (hw_verdict_way (v), ==, 1.0);
  v->metric = hw_metric_find ("waste_rate");
  g_assert_cmpfloat (hw_verdict_way (v), ==, -1.0);
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

  for (HwVerdictWhy a = HW_WHY_PAYS; a < HW_WHY_N; a++)
    for (HwVerdictWhy b = HW_WHY_PAYS; b < a; b++)
      {
        g_assert_cmpstr (hw_verdict_why_id (a), !=, hw_verdict_why_id (b));
        g_assert_cmpstr (hw_verdict_why_text (a), !=, hw_verdict_why_text (b));
      }

  for (HwVerdictPart part = HW_PART_EFFECT; part < HW_PART_N; part++)
    g_assert_cmpstr (hw_verdict_part_name (part), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict/caution", test_caution);
  g_test_add_func ("/verdict/harm", test_harm);
  g_test_add_func ("/verdict/way", test_way);
  g_test_add_func ("/verdict/names", test_names);
  return g_test_run ();
}
