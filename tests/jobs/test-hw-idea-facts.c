/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind an idea: money from what is lost, or from the owner, whichever is
 * lower; data from what the records show; care from six answers; and the sentences. */
#include "core/hw-format.h"
#include "domain/hw-safety.h"
#include "jobs/assess/hw-idea-say.h"
#include "jobs/content/hw-content-ideas.h"

#include <math.h>

typedef struct
{
  HwHealth  *health;
  HwStakes  *stakes;
  HwEntry   *pains;
  GPtrArray *own, *risks;
  HwIdeaCase is;
} Case;

static void
set_up (Case          *self,
        gconstpointer  unused)
{
  self->health = hw_health_new (100);
  self->stakes = hw_stakes_new (100);
  self->stakes->revenue = 200000.0;
  self->pains = hw_entry_new (HW_ENTRY_PAINS, 0);
  self->own = hw_entries_new ();
  self->risks = hw_entries_new ();
  self->is = (HwIdeaCase) { self->health, self->stakes, self->pains, self->own, self->risks, "EUR" };
}

static void
tear_down (Case          *self,
           gconstpointer  unused)
{
  hw_health_free (self->health);
  hw_stakes_free (self->stakes);
  hw_entry_free (self->pains);
  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->risks);
}

static void
add_stake (Case         *self,
           HwStakeKind   kind,
           HwStakeState  state,
           double        low,
           double        year,
           double        high)
{
  HwStake *stake = hw_stake_new (kind);

  stake->state = state;
  stake->low = low;
  stake->year = year;
  stake->high = high;
  stake->certain = low > 0.0;
  g_ptr_array_add (self->stakes->stakes, stake);
}

static void
add_measured (Case       *self,
              const char *check,
              int         score)
{
  g_ptr_array_add (self->health->measured, hw_measured_new (check, score, TRUE, ""));
}

static HwAnswers *
add_own (Case       *self,
         const char *idea)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_IDEA, 0);

  hw_answers_set (entry->answers, "idea", idea);
  g_ptr_array_add (self->own, entry);
  return entry->answers;
}

static HwIdeaFacts
facts_of (Case       *self,
          const char *idea)
{
  gboolean out;

  return hw_idea_facts (&self->is, hw_content_find_idea (idea), &out);
}

/* 14 to 52 % of what is thrown away: the middle of the middle, the ends of the ends. */
static void
test_from_records (Case          *self,
                   gconstpointer  unused)
{
  HwIdeaFacts facts;

  add_stake (self, HW_STAKE_WASTE, HW_STAKE_OK, 4000.0, 5000.0, 6000.0);
  facts = facts_of (self, "uc_daily_bake");
  g_assert_true (facts.computed);
  g_assert_cmpfloat_with_epsilon (facts.benefit, 0.33 * 5000.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (facts.low, 0.14 * 4000.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (facts.high, 0.52 * 6000.0, 1e-9);
  g_assert_cmpfloat (facts.revenue, ==, 200000.0);
}

/* The lower of the two counts; the owner alone where no study has a number, but no
 * more than is lost. */
static void
test_from_owner (Case          *self,
                 gconstpointer  unused)
{
  HwAnswers *bake = add_own (self, "uc_daily_bake");
  HwAnswers *slow = add_own (self, "uc_slow_movers");

  add_stake (self, HW_STAKE_WASTE, HW_STAKE_OK, 4000.0, 5000.0, 6000.0);
  add_stake (self, HW_STAKE_DEAD_STOCK, HW_STAKE_OK, 100.0, 300.0, 500.0);

  hw_answers_set_number (bake, "benefit", 9000.0);
  g_assert_cmpfloat_with_epsilon (facts_of (self, "uc_daily_bake").benefit, 1650.0, 1e-9);
  g_assert_true (facts_of (self, "uc_daily_bake").computed);
  hw_answers_set_number (bake, "benefit", 900.0);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").benefit, ==, 900.0);
  g_assert_false (facts_of (self, "uc_daily_bake").computed);

  /* No study has a number: nothing to half of it, until the owner says. */
  g_assert_cmpfloat_with_epsilon (facts_of (self, "uc_slow_movers").benefit, 0.25 * 300.0, 1e-9);
  g_assert_cmpfloat (facts_of (self, "uc_slow_movers").low, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (facts_of (self, "uc_slow_movers").high, 0.5 * 500.0, 1e-9);
  g_assert_true (facts_of (self, "uc_slow_movers").guessed);
  hw_answers_set_number (slow, "benefit", 200.0);
  g_assert_false (facts_of (self, "uc_slow_movers").guessed);
  g_assert_cmpfloat (facts_of (self, "uc_slow_movers").benefit, ==, 200.0);
  g_assert_cmpfloat (facts_of (self, "uc_slow_movers").low, <, 200.0);
  g_assert_cmpfloat (facts_of (self, "uc_slow_movers").high, >, 200.0);
  hw_answers_set_number (slow, "benefit", 2000.0);
  g_assert_cmpfloat (facts_of (self, "uc_slow_movers").benefit, ==, 300.0);
}

/* Looked and found nothing is worth nothing; not looked is not known. */
static void
test_nothing_is_not_unknown (Case          *self,
                             gconstpointer  unused)
{
  add_stake (self, HW_STAKE_WASTE, HW_STAKE_NO_WASTE, 0.0, 0.0, 0.0);
  g_assert_true (isnan (facts_of (self, "uc_daily_bake").benefit));

  g_ptr_array_set_size (self->stakes->stakes, 0);
  add_stake (self, HW_STAKE_WASTE, HW_STAKE_NOTHING, 0.0, 0.0, 0.0);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").benefit, ==, 0.0);
}

/* The geometric mean of what is measured; the weakest need is named. */
static void
test_data (Case          *self,
           gconstpointer  unused)
{
  HwHealthFinding *waste = hw_health_finding_new ("waste", HW_HEALTH_HURTS);
  HwIdeaFacts facts;

  add_measured (self, "sales_history_span_and_granularity", 3);
  g_ptr_array_add (self->health->findings, waste);
  facts = facts_of (self, "uc_daily_bake");
  g_assert_cmpfloat_with_epsilon (facts.ready, sqrt (0.75 * 0.5), 1e-12);
  g_assert_cmpint (facts.missing, ==, 1);

  waste->grade = HW_HEALTH_GOOD;
  g_assert_cmpint (facts_of (self, "uc_daily_bake").missing, ==, 0);
  waste->grade = HW_HEALTH_STOPS;
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").ready, ==, 0.0);

  /* Only what everybody has: ready. */
  g_assert_cmpfloat (facts_of (self, "uc_content").ready, ==, 1.0);
  g_assert_cmpint (facts_of (self, "uc_content").missing, ==, -1);
}

static void
test_data_that_nobody_can_look_up (Case          *self,
                                   gconstpointer  unused)
{
  HwAnswers *own = add_own (self, "uc_maint");

  g_assert_cmpfloat_with_epsilon (facts_of (self, "uc_maint").ready, 0.5, 1e-12);
  hw_answers_set (own, "have", "none");
  g_assert_cmpfloat_with_epsilon (facts_of (self, "uc_maint").ready, 0.1, 1e-12);
  hw_answers_set (own, "have", "all");
  g_assert_cmpfloat_with_epsilon (facts_of (self, "uc_maint").ready, 1.0, 1e-12);
}

/* Not said is middle, but high where it decides about people, until six answers say. */
static void
test_risk (Case          *self,
           gconstpointer  unused)
{
  static const char *const six[] = { "people", "money", "safety", "children", "data", "undo" };
  HwEntry *entry = hw_entry_new (HW_ENTRY_RISK, 0);

  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").risk, ==, 0.4);
  g_assert_cmpfloat (facts_of (self, "uc_hire").risk, ==, 0.8);

  hw_answers_set (entry->answers, "about", "uc_daily_bake");
  for (guint i = 0; i < G_N_ELEMENTS (six); i++)
    hw_answers_set_yes (entry->answers, six[i], FALSE);
  g_ptr_array_add (self->risks, entry);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").risk, ==, hw_risk_share (hw_risk_of (entry->answers)));
  g_assert_cmpfloat (facts_of (self, "uc_hire").risk, ==, 0.8);
}

/* A forecast that was tried on these records and saves money for sure is as good as
 * field data, no better; and it says nothing for ideas that do not rest on it. */
static void
test_evidence (Case          *self,
               gconstpointer  unused)
{
  g_assert_cmpfloat (facts_of (self, "uc_new_item").evidence, ==, 0.75);
  add_stake (self, HW_STAKE_FORECAST, HW_STAKE_OK, -50.0, 100.0, 300.0);
  g_assert_cmpfloat (facts_of (self, "uc_new_item").evidence, ==, 0.75);

  g_ptr_array_set_size (self->stakes->stakes, 0);
  add_stake (self, HW_STAKE_FORECAST, HW_STAKE_OK, 50.0, 100.0, 300.0);
  g_assert_cmpfloat (facts_of (self, "uc_new_item").evidence, ==, 0.9);
  g_assert_cmpfloat (facts_of (self, "uc_menu").evidence, ==, 0.75);
  g_assert_cmpfloat (facts_of (self, "uc_content").evidence, ==, 1.0);
  g_assert_cmpfloat (facts_of (self, "uc_voice").evidence, ==, 0.5);
}

static void
test_effort (Case          *self,
             gconstpointer  unused)
{
  HwAnswers *own;
  gboolean out;

  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").cost, ==, 0.0);
  g_assert_cmpfloat (facts_of (self, "uc_content").cost, ==, 420.0);
  g_assert_cmpfloat (facts_of (self, "uc_vision").cost, ==, 18000.0);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").weeks, ==, 8.0);
  hw_answers_set_number (self->pains->answers, "budget", 1500.0);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").budget, ==, 1500.0);

  own = add_own (self, "uc_daily_bake");
  hw_answers_set_number (own, "cost", 99.0);
  hw_answers_set_number (own, "complexity", 4.0);
  hw_answers_set_number (own, "weeks", 3.0);
  hw_answers_set_yes (own, "out", TRUE);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").cost, ==, 99.0);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").complexity, ==, 4.0);
  g_assert_cmpfloat (facts_of (self, "uc_daily_bake").weeks, ==, 3.0);
  hw_idea_facts (&self->is, hw_content_find_idea ("uc_daily_bake"), &out);
  g_assert_true (out);
}

static HwIdeaRank
rank_of (Case       *self,
         const char *idea)
{
  HwIdeaRank rank = { .idea = hw_content_find_idea (idea) };
  gboolean out;

  rank.facts = hw_idea_facts (&self->is, rank.idea, &out);
  hw_idea_score (&rank, out);
  return rank;
}

static void
assert_why (Case       *self,
            const char *idea,
            const char *words)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  const HwIdeaRank rank = rank_of (self, idea);
  g_autofree char *why = hw_idea_say_why (&self->is, &rank, format);

  g_assert_cmpstr (why, ==, words);
}

static void
test_words (Case          *self,
            gconstpointer  unused)
{
  HwIdeaRank rank;
  g_autofree char *caution = NULL;

  add_stake (self, HW_STAKE_WASTE, HW_STAKE_OK, 4000.0, 5000.0, 6000.0);
  add_stake (self, HW_STAKE_LOST_SALES, HW_STAKE_OK, 900.0, 1500.0, 2100.0);
  assert_why (self, "uc_daily_bake", "Your records show about €5,000 lost here in a year, and between €600 and €3,100 could come back");
  assert_why (self, "uc_lost_sales", "Your records show about €1,500 lost here in a year. No study says how much of it comes back: up to half is counted until you say what you think");
  assert_why (self, "uc_content", "Say what it is worth to you, and we can put it in its place");
  hw_answers_set_number (add_own (self, "uc_content"), "benefit", 800.0);
  assert_why (self, "uc_content", "You think it brings about €800 a year, and you can try it in about 2 weeks");

  rank = rank_of (self, "uc_hire");
  caution = hw_idea_say_caution (&rank);
  g_assert_cmpstr (caution, ==, "It may hurt people: look first at what it does to them");
}

static HwIdeaRank
placed (const HwIdea *idea,
        double        benefit,
        double        complexity,
        double        ready)
{
  HwIdeaRank rank = { .idea = idea };

  rank.facts = (HwIdeaFacts) { benefit, benefit, benefit, TRUE, 0.0, complexity, 0.0, ready, -1, 0.1, 0.9, 100000.0, 0.0 };
  hw_idea_score (&rank, FALSE);
  return rank;
}

static void
assert_verdict (const HwIdeaRank *ranks,
                guint             n,
                const char       *words)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  g_autofree char *verdict = NULL;

  g_array_append_vals (all, ranks, n);
  hw_ideas_settle (all, HW_IDEA_DRAWS, 1);
  verdict = hw_idea_say_verdict (all, hw_ideas_equal (all));
  g_assert_cmpstr (verdict, ==, words);
}

/* Nobody is told that one is best where the order hangs on taste. */
static void
test_verdict (Case          *self,
              gconstpointer  unused)
{
  const HwIdea *bake = hw_content_find_idea ("uc_daily_bake"), *menu = hw_content_find_idea ("uc_menu");
  const HwIdea *peak = hw_content_find_idea ("uc_seasonal_peak");
  const HwIdeaRank apart[] = { placed (bake, 1500.0, 1.0, 1.0), placed (menu, 500.0, 2.0, 0.6) };
  const HwIdeaRank twins[] = { placed (bake, 900.0, 2.0, 0.8), placed (menu, 900.0, 2.0, 0.8), placed (peak, 900.0, 2.0, 0.8) };

  assert_verdict (NULL, 0, "We cannot say yet what comes first; add your sales, or say what an idea is worth to you");
  assert_verdict (apart, 1, "Only “What to bake for tomorrow” can be worked out so far; say what others are worth to you");
  assert_verdict (apart, 2, "“What to bake for tomorrow” comes first, whether you care most for money, ease, data or safety");
  assert_verdict (twins, 3, "3 ideas are about equal at the top: choose by taste");
  assert_verdict (twins, 2, "“What to bake for tomorrow” and “Which dishes earn their place” are about equal: choose by taste");
}

#define ADD(path, func) g_test_add ("/jobs/idea/" path, Case, NULL, set_up, func, tear_down)

/* A tool of a thousand a year is one of more than a hundred thousand in yen. */
static void
test_band_cost (void)
{
  g_assert_cmpfloat (hw_idea_band_cost (2, "EUR"), ==, 12.0 * 175.0);
  g_assert_cmpfloat (hw_idea_band_cost (2, "JPY"), >, 100.0 * hw_idea_band_cost (2, "EUR"));
  g_assert_cmpfloat (hw_idea_band_cost (0, "JPY"), ==, 0.0);
  g_assert_cmpfloat (hw_idea_band_cost (3, "XXX"), ==, 0.0); /* left out */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("from-records", test_from_records);
  ADD ("from-owner", test_from_owner);
  ADD ("nothing-is-not-unknown", test_nothing_is_not_unknown);
  ADD ("data", test_data);
  ADD ("data-that-nobody-can-look-up", test_data_that_nobody_can_look_up);
  ADD ("risk", test_risk);
  ADD ("evidence", test_evidence);
  ADD ("effort", test_effort);
  ADD ("words", test_words);
  ADD ("verdict", test_verdict);
  g_test_add_func ("/jobs/hw-idea-facts/band-cost", test_band_cost);

  return g_test_run ();
}
