/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict in plain words. */
#include "jobs/trial/hw-say-verdict.h"

#include <math.h>

static void
assert_says (char       *said,
             const char *text)
{
  g_assert_cmpstr (said, ==, text);
  g_free (said);
}

static HwVerdict *
new_verdict (void)
{
  HwVerdict *v = hw_verdict_new ();

  v->state = HW_JUDGED;
  v->metric = hw_metric_find ("revenue");
  v->n_before = 104;
  v->advice = HW_VERDICT_GO;
  v->why = HW_WHY_PAYS;
  v->share = 0.08;
  v->share_low = 0.02;
  v->share_high = 0.14;
  v->pays = 0.93;
  v->margin = 0.6;
  v->money_month = 312.0;
  v->money_low = 118.0;
  v->money_high = 483.0;
  v->money.known = TRUE;
  v->trial_no = 4;
  return v;
}

static void
test_headline (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");
  g_autoptr (HwVerdict) none = hw_verdict_new ();
  g_autoptr (HwVerdict) v = new_verdict ();

  assert_says (hw_say_verdict (none, format), "No whole week of the trial is over yet.");
  assert_says (hw_say_verdict (v, format), "Keep it: once everything runs, it is worth about €310 a month, between €120 and €480.");
  v->cannot_tell = TRUE;
  assert_says (hw_say_verdict (v, format), "Keep it: once everything runs, it is worth about €310 a month, between €120 and €480. That is likely, but not proven.");
  v->advice = HW_VERDICT_EXTEND;
  v->why = HW_WHY_WORTH_KNOWING;
  assert_says (hw_say_verdict (v, format), "We cannot tell. Try it for longer: once everything runs, it is worth about €310 a month, between €120 and €480. "
                                           "It is not clear yet, and more weeks are worth what they cost.");
  v->cannot_tell = FALSE;
  v->advice = HW_VERDICT_STOP;
  v->why = HW_WHY_HARM;
  assert_says (hw_say_verdict (v, format), "Stop it: once everything runs, it is worth about €310 a month, between €120 and €480. It did harm.");
  v->advice = HW_VERDICT_CHANGE;
  v->why = HW_WHY_NOT_TESTED;
  v->used = 0.4;
  assert_says (hw_say_verdict (v, format), "Change it and try again: it was done the new way only 40% of the time, so it was not really tested.");
}

/* In the figure's own unit, and to be taken with care. */
static void
test_without_money (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");
  g_autoptr (HwVerdict) v = new_verdict ();

  v->metric = hw_metric_find ("stockout_rate");
  v->money_month = v->money_low = v->money_high = NAN;
  v->money.known = FALSE;
  v->effect = -0.05;
  v->low = -0.08;
  v->high = -0.02;
  assert_says (hw_say_verdict (v, format), "Keep it: it changed the figure by about −5.0 points, between −8.0 points and −2.0 points.");
  assert_says (hw_say_verdict_pays (v, format), "A chance of about 9 in 10 that it helps at all. What it brings in money is not known.");

  v->n_before = 60;
  assert_says (hw_say_verdict (v, format), "Keep it: it changed the figure by about −5.0 points, between −8.0 points and −2.0 points. "
                                           "Take this with care: your records hold only 60 weeks before the start, and it takes about 100.");
  v->n_before = 104;
  v->carry = 0.8;
  assert_says (hw_say_verdict (v, format), "Keep it: it changed the figure by about −5.0 points, between −8.0 points and −2.0 points. "
                                           "Take this with care: the figure moved a lot by itself before the start.");
}

static void
test_refusals (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");
  g_autoptr (HwVerdict) v = new_verdict ();

  v->state = HW_JUDGE_TOO_EARLY;
  v->next_look = hw_day_from_ymd (2026, 3, 2);
  assert_says (hw_say_verdict (v, format), "The plan says not to look before 2 March 2026. To look early is how one fools oneself.");
  v->n_weeks = 4;
  assert_says (hw_say_verdict (v, format), "Half way, nothing is clear enough to end it early. The plan says to look next on 2 March 2026.");
  v->state = HW_JUDGE_TOO_FEW;
  v->design = HW_DESIGN_ITEMS;
  v->n_needed = 7;
  assert_says (hw_say_verdict (v, format), "So few products took part that no result could tell: it takes at least 7 pairs.");
  g_assert_null (hw_say_verdict_share (v, format));
  g_assert_null (hw_say_verdict_how (v, format));
}

/* The share with its range, how often such a rule is wrong, and the plain reading. */
static void
test_beside (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en_GB", "GB", "EUR");
  g_autoptr (HwVerdict) v = new_verdict ();
  g_autofree char *how = NULL;

  assert_says (hw_say_verdict_share (v, format), "“Sales” changed by +8.0%. The true change lies between +2.0% and +14%, 19 times in 20.");
  assert_says (hw_say_verdict_pays (v, format), "A chance of about 9 in 10 that it brings more than it costs.");
  g_assert_null (hw_say_verdict_naive (v, format));
  g_assert_null (hw_say_verdict_quiet (v, format));
  v->naive = 0.21;
  assert_says (hw_say_verdict_naive (v, format), "Before and after, read plainly, would say +21%. It takes season and luck for an effect, so it does not count.");
  v->n_quiet = 24;
  v->n_as_large = 1;
  assert_says (hw_say_verdict_quiet (v, format), "1 of 24 quiet stretches of your past looked like this.");
  v->useless_kept = 0.17;
  assert_says (hw_say_verdict_trials (v, format), "This is trial number 4. Of 20 trials that do nothing, about one looks as if it did. "
                                                  "With what this trial showed, the rule would keep about one in 6 that only cover their cost; the plan had to guess that before.");
  v->money.break_even = 0.021;
  v->money.set_up = 0.0;
  assert_says (hw_say_verdict_even (v, format), "It pays as long as “Sales” gets better by at least 2.1%.");
  v->cross = 0.07;
  assert_says (hw_say_verdict_cross (v, format), "A second way of judging comes to +7.0%, which is close enough.");
  v->start = hw_day_from_ymd (2026, 1, 5);
  v->end = v->start + 55;
  v->n_weeks = 8;
  v->p = 0.0123;
  v->prior_sd = 0.025;
  for (HwDesign design = HW_DESIGN_ITEMS; design < HW_DESIGN_N; design++)
    {
      v->design = design;
      g_free (how);
      how = hw_say_verdict_how (v, format);
      g_assert_nonnull (strstr (how, "p = 0.0123"));
      g_assert_nonnull (strstr (how, "8 weeks"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/say-verdict/headline", test_headline);
  g_test_add_func ("/say-verdict/without-money", test_without_money);
  g_test_add_func ("/say-verdict/refusals", test_refusals);
  g_test_add_func ("/say-verdict/beside", test_beside);
  return g_test_run ();
}
