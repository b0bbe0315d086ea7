/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-verdict-rule.h"

#include <math.h>

#define GO HW_RULING_GO
#define DRAWS 40000

static const HwVerdictTerms plain = { .prior_sd = INFINITY, .value = 1.0, .cost = 0.0, .worth_having = 1.0, .years = 1.0,
                                      .go = 0.8, .go_last = 0.7, .stop = 0.2, .kept_least = 0.6 };
static const HwVerdictFacts good = { .effect = 2.0, .se = 1.0, .low = 0.04, .high = 3.96, .kept = 0.9, .se_more = 1.0, .duties_done = TRUE };

/* Both rows of shares kept in the end, the true benefit in units of the first look's error. */
static void
test_odds (void)
{
  static const double truths[] = { -1.0, -0.5, 0.0, 0.5, 1.0, 2.0 };
  static const double flat[] = { 0.05, 0.15, 0.35, 0.61, 0.83, 0.99 }, sceptical[] = { 0.02, 0.07, 0.20, 0.44, 0.69, 0.97 };
  HwVerdictTerms terms = plain;
  HwVerdictOdds odds;

  terms.prior_sd = 1.0;
  terms.go_last = 0.8;
  for (gsize i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      g_assert_true (hw_verdict_rule_odds (&plain, &good, truths[i], DRAWS, 11 + i, &odds));
      g_assert_cmpfloat_with_epsilon (odds.adopted, flat[i], 0.02);
      g_assert_true (hw_verdict_rule_odds (&terms, &good, truths[i], DRAWS, 31 + i, &odds));
      g_assert_cmpfloat_with_epsilon (odds.adopted, sceptical[i], 0.02);
      g_assert_cmpfloat_with_epsilon (odds.go + odds.extended + odds.change + odds.stop, 1.0, 1e-9);
    }
}

static void
assert_ruling (const HwVerdictTerms *terms,
               const HwVerdictFacts *facts,
               HwRuling              ruling,
               HwRulingReason        reason)
{
  HwVerdictRuling r;

  g_assert_true (hw_verdict_rule (terms, facts, &r));
  g_assert_cmpint (r.ruling, ==, ruling);
  g_assert_cmpint (r.reason, ==, reason);
}

/* What comes first counts: harm, not tested, a limit, go, extend, stop. */
static void
test_order (void)
{
  HwVerdictFacts f = good;

  assert_ruling (&plain, &f, GO, HW_RULING_PAYS);
  f.duties_done = FALSE;
  assert_ruling (&plain, &f, HW_RULING_CHANGE, HW_RULING_DUTIES_OPEN);
  f.limit_broken = TRUE;
  assert_ruling (&plain, &f, HW_RULING_CHANGE, HW_RULING_LIMIT_BROKEN);
  f.kept = 0.59;
  assert_ruling (&plain, &f, HW_RULING_CHANGE, HW_RULING_NOT_TESTED);
  f.harm = TRUE;
  assert_ruling (&plain, &f, HW_RULING_STOP, HW_RULING_HARM);
}

static void
test_middle (void)
{
  HwVerdictTerms terms = plain;
  HwVerdictFacts f = good;

  f.effect = 0.3;
  f.low = -1.66;
  f.high = 2.26;
  assert_ruling (&plain, &f, HW_RULING_EXTEND, HW_RULING_WORTH_KNOWING);
  f.cost_more = 5.0;
  assert_ruling (&plain, &f, HW_RULING_STOP, HW_RULING_NOT_WORTH_KNOWING);
  f.cost_more = 0.0;
  terms.worth_having = 4.0;
  assert_ruling (&terms, &f, HW_RULING_STOP, HW_RULING_NOT_WORTH_KNOWING);
  f.last_look = TRUE;
  assert_ruling (&plain, &f, HW_RULING_STOP, HW_RULING_STILL_OPEN);
  f.effect = -2.0;
  assert_ruling (&plain, &f, HW_RULING_STOP, HW_RULING_DOES_NOT_PAY);
  f.limit_broken = TRUE;
  assert_ruling (&plain, &f, HW_RULING_STOP, HW_RULING_DOES_NOT_PAY);
}

/* The chance at the limits: 0.80 goes, 0.20 stops. */
static void
test_limits (void)
{
  HwVerdictFacts f = good;

  f.effect = 0.8416213;
  assert_ruling (&plain, &f, GO, HW_RULING_PAYS);
  f.effect = 0.8416211;
  assert_ruling (&plain, &f, HW_RULING_EXTEND, HW_RULING_WORTH_KNOWING);
  f.effect = -0.8416213;
  assert_ruling (&plain, &f, HW_RULING_STOP, HW_RULING_DOES_NOT_PAY);
}

/* The prior halves an effect whose error is as large as it; the cost comes off afterwards. */
static void
test_money (void)
{
  HwVerdictTerms terms = plain;
  HwVerdictFacts f = good;
  HwVerdictRuling r;

  terms.prior_sd = 1.0;
  terms.value = 1000.0;
  terms.cost = 200.0;
  g_assert_true (hw_verdict_rule (&terms, &f, &r));
  g_assert_cmpfloat_with_epsilon (r.mean, 800.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (r.sd, 1000.0 * M_SQRT1_2, 1e-9);
  g_assert_cmpfloat (r.know_more, >, 0.0);
  g_assert_cmpfloat (r.know_more, <, r.know_all);
  g_assert_false (r.cannot_tell);
  f.low = -0.1;
  g_assert_true (hw_verdict_rule (&terms, &f, &r));
  g_assert_true (r.cannot_tell);
}

static void
test_refusals (void)
{
  HwVerdictTerms terms = plain;
  HwVerdictFacts f = good;
  HwVerdictRuling r;

  f.se = 0.0;
  g_assert_false (hw_verdict_rule (&plain, &f, &r));
  terms.prior_sd = NAN;
  g_assert_false (hw_verdict_rule (&terms, &good, &r));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/verdict-rule/odds", test_odds);
  g_test_add_func ("/engine/verdict-rule/order", test_order);
  g_test_add_func ("/engine/verdict-rule/middle", test_middle);
  g_test_add_func ("/engine/verdict-rule/limits", test_limits);
  g_test_add_func ("/engine/verdict-rule/money", test_money);
  g_test_add_func ("/engine/verdict-rule/refusals", test_refusals);
  return g_test_run ();
}
