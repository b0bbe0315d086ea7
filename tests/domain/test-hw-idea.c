/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of an idea, its gates, and how sure the order is.
 *
 * The five ideas and what comes out of them were worked out by an independent program
 * in another language: scores to four places, first shares of 20,000 draws. */
#include "core/hw-rng.h"
#include "domain/hw-idea.h"

#include <math.h>

#define REVENUE 100000.0
#define MOST (HW_IDEA_WORTH_SHARE * REVENUE)
#define SEED 20261122

/* An idea whose parts are just these: ease by the way of weeks and complexity. */
static HwIdeaRank
rank_of (const HwIdea *idea,
         double        worth,
         double        ease,
         double        ready,
         double        risk,
         double        evidence)
{
  HwIdeaRank rank = { .idea = idea };

  rank.facts = (HwIdeaFacts) {
    .low = worth * MOST, .benefit = worth * MOST, .high = worth * MOST, .complexity = 1.0 + 8.0 * (1.0 - ease),
    .ready = ready, .missing = -1, .risk = risk, .evidence = evidence, .revenue = REVENUE,
  };
  hw_idea_score (&rank, FALSE);
  g_assert_cmpfloat_with_epsilon (rank.worth, worth, 1e-12);
  return rank;
}

static HwIdea ideas[] = {
  { .id = (char *) "reorder" }, { .id = (char *) "daily_bake" }, { .id = (char *) "chatbot" },
  { .id = (char *) "content" }, { .id = (char *) "maintenance" },
};

static const double parts[][5] = {
  { 0.8, 0.7, 0.85, 0.1, 0.9 }, { 0.9, 0.6, 0.6, 0.1, 0.9 }, { 0.5, 0.5, 0.5, 0.5, 0.9 },
  { 0.3, 0.9, 1.0, 0.2, 1.0 },  { 0.6, 0.5, 0.2, 0.1, 0.9 },
};

/* The two below half are harder than one number for complexity can say: weeks do the rest. */
static GArray *
worked_example (void)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));

  for (guint i = 0; i < G_N_ELEMENTS (ideas); i++)
    {
      HwIdeaRank rank = rank_of (&ideas[i], parts[i][0], parts[i][1], parts[i][2], parts[i][3], parts[i][4]);

      if (i == 2 || i == 4)
        rank.facts.weeks = 0.4 * 26.0;
      hw_idea_score (&rank, FALSE);
      g_array_append_val (ranks, rank);
    }

  return ranks;
}

static const HwIdeaRank *
find (const GArray *ranks,
      const char   *id)
{
  for (guint i = 0; i < ranks->len; i++)
    if (g_str_equal (g_array_index (ranks, HwIdeaRank, i).idea->id, id))
      return &g_array_index (ranks, HwIdeaRank, i);

  g_assert_not_reached ();
}

static void
test_worked_scores (void)
{
  g_autoptr (GArray) ranks = worked_example ();

  g_assert_cmpfloat_with_epsilon (find (ranks, "reorder")->score, 72.4418, 1e-4);
  g_assert_cmpfloat_with_epsilon (find (ranks, "daily_bake")->score, 67.4907, 1e-4);
  g_assert_cmpfloat_with_epsilon (find (ranks, "content")->score, 58.5006, 1e-4);
  g_assert_cmpfloat_with_epsilon (find (ranks, "chatbot")->score, 43.0359, 1e-4);
  g_assert_cmpfloat_with_epsilon (find (ranks, "maintenance")->score, 40.2077, 1e-4);
}

static void
test_worked_shares (void)
{
  g_autoptr (GArray) ranks = worked_example ();
  double sum = 0.0;

  hw_ideas_settle (ranks, HW_IDEA_DRAWS, SEED);
  g_assert_cmpfloat_with_epsilon (find (ranks, "reorder")->first_share, 0.44, 0.02);
  g_assert_cmpfloat_with_epsilon (find (ranks, "content")->first_share, 0.45, 0.02);
  g_assert_cmpfloat_with_epsilon (find (ranks, "daily_bake")->first_share, 0.11, 0.02);

  for (guint i = 0; i < ranks->len; i++)
    sum += g_array_index (ranks, HwIdeaRank, i).first_share;
  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);

  g_assert_cmpuint (hw_ideas_equal (ranks), ==, 2);
  g_assert_true (find (ranks, "reorder")->equal);
  g_assert_true (find (ranks, "content")->equal);
  g_assert_false (find (ranks, "daily_bake")->equal);

  /* By score; the one without data stands behind those that can be chosen. */
  g_assert_cmpstr (g_array_index (ranks, HwIdeaRank, 0).idea->id, ==, "reorder");
  g_assert_cmpstr (g_array_index (ranks, HwIdeaRank, 1).idea->id, ==, "daily_bake");
  g_assert_cmpstr (g_array_index (ranks, HwIdeaRank, 4).idea->id, ==, "maintenance");
  g_assert_cmpint (g_array_index (ranks, HwIdeaRank, 4).gate, ==, HW_IDEA_DATA_FIRST);
}

static HwIdeaRank
random_rank (HwRng        *rng,
             const HwIdea *idea)
{
  HwIdeaRank rank = { .idea = idea };

  rank.facts = (HwIdeaFacts) {
    .benefit = hw_rng_unit (rng) * 1.2 * MOST, .complexity = 1.0 + 4.0 * hw_rng_unit (rng),
    .weeks = 30.0 * hw_rng_unit (rng), .cost = 4000.0 * hw_rng_unit (rng), .budget = 3000.0,
    .ready = hw_rng_unit (rng), .missing = -1, .risk = 0.9 * hw_rng_unit (rng),
    .evidence = 0.5 + 0.5 * hw_rng_unit (rng), .revenue = REVENUE,
  };
  rank.facts.low = rank.facts.benefit * hw_rng_unit (rng);
  rank.facts.high = rank.facts.benefit * (1.0 + hw_rng_unit (rng));
  hw_idea_score (&rank, FALSE);
  return rank;
}

static double
score_with (HwIdeaRank rank,
            gsize      place,
            double     value)
{
  *(double *) (gpointer) ((char *) &rank.facts + place) = value;
  hw_idea_score (&rank, FALSE);
  return rank.score;
}

/* More worth, less trouble, more data, less risk, better evidence: never a lower score. */
static void
test_monotone (void)
{
  static const struct { gsize place; double most; int way; } facts[] = {
    { G_STRUCT_OFFSET (HwIdeaFacts, benefit), 1.5 * MOST, 1 }, { G_STRUCT_OFFSET (HwIdeaFacts, complexity), 5.0, -1 },
    { G_STRUCT_OFFSET (HwIdeaFacts, weeks), 40.0, -1 },        { G_STRUCT_OFFSET (HwIdeaFacts, cost), 5000.0, -1 },
    { G_STRUCT_OFFSET (HwIdeaFacts, ready), 1.0, 1 },          { G_STRUCT_OFFSET (HwIdeaFacts, risk), 1.0, -1 },
    { G_STRUCT_OFFSET (HwIdeaFacts, evidence), 1.0, 1 },
  };
  HwRng rng;

  hw_rng_init (&rng, SEED);
  for (int i = 0; i < 1000; i++)
    {
      const HwIdeaRank rank = random_rank (&rng, &ideas[0]);

      for (guint k = 0; k < G_N_ELEMENTS (facts); k++)
        {
          const double a = facts[k].most * hw_rng_unit (&rng), b = facts[k].most * hw_rng_unit (&rng);
          const double from = score_with (rank, facts[k].place, MIN (a, b));
          const double to = score_with (rank, facts[k].place, MAX (a, b));

          g_assert_cmpfloat (facts[k].way * (to - from), >=, 0.0);
        }
    }
}

static void
test_zero_cannot_hide (void)
{
  const HwIdeaRank rank = rank_of (&ideas[0], 1.0, 1.0, 1.0, 0.1, 1.0);
  HwIdeaRank hardest = rank;

  g_assert_cmpfloat_with_epsilon (rank.score, 100.0 * pow (0.9, 0.15), 1e-9);
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, benefit), 0.0), ==, 0.0);
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, benefit), -500.0), ==, 0.0);
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, ready), 0.0), ==, 0.0);
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, risk), 1.0), ==, 0.0);
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, evidence), 0.0), ==, 0.0);

  hardest.facts.complexity = 5.0;
  hardest.facts.weeks = 26.0;
  hardest.facts.cost = hardest.facts.budget = 1000.0;
  hw_idea_score (&hardest, FALSE);
  g_assert_cmpfloat (hardest.ease, ==, 0.0);
  g_assert_cmpfloat (hardest.score, ==, 0.0);
}

/* Beyond the limits nothing more is gained or lost; no budget said, no cost counted. */
static void
test_limits (void)
{
  HwIdeaRank rank = rank_of (&ideas[0], 1.0, 0.8, 0.9, 0.1, 0.9);
  const double score = rank.score;

  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, benefit), 100.0 * MOST), ==, score);
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, weeks), 26.0), ==,
                     score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, weeks), 260.0));
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, cost), 1e6), ==, score);

  rank.facts.budget = 1000.0;
  g_assert_cmpfloat (score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, cost), 1e6), ==,
                     score_with (rank, G_STRUCT_OFFSET (HwIdeaFacts, cost), 1000.0));
}

static HwIdeaGate
gate_with (double   benefit,
           double   revenue,
           double   ready,
           double   risk,
           gboolean out)
{
  HwIdeaRank rank = rank_of (&ideas[0], 0.5, 0.8, ready, risk, 0.9);

  rank.facts.benefit = benefit;
  rank.facts.revenue = revenue;
  hw_idea_score (&rank, out);
  if (isnan (benefit) || isnan (revenue))
    g_assert_cmpfloat (rank.score, ==, 0.0);

  return rank.gate;
}

static void
test_gates (void)
{
  g_assert_cmpint (gate_with (500.0, REVENUE, 0.35, 0.4, FALSE), ==, HW_IDEA_OPEN);
  g_assert_cmpint (gate_with (500.0, REVENUE, 0.3499, 0.4, FALSE), ==, HW_IDEA_DATA_FIRST);
  g_assert_cmpint (gate_with (500.0, REVENUE, 1.0, 0.8, FALSE), ==, HW_IDEA_IMPACT_FIRST);
  g_assert_cmpint (gate_with (NAN, REVENUE, 1.0, 0.1, FALSE), ==, HW_IDEA_ESTIMATE_FIRST);
  g_assert_cmpint (gate_with (500.0, NAN, 1.0, 0.1, FALSE), ==, HW_IDEA_ESTIMATE_FIRST);
  g_assert_cmpint (gate_with (500.0, REVENUE, 1.0, 0.1, TRUE), ==, HW_IDEA_OUT);

  /* What may hurt people is said before what is missing. */
  g_assert_cmpint (gate_with (NAN, REVENUE, 0.1, 0.8, FALSE), ==, HW_IDEA_IMPACT_FIRST);

  for (int gate = 0; gate < HW_IDEA_N_GATES; gate++)
    g_assert_cmpstr (hw_idea_gate_text ((HwIdeaGate) gate), !=, "");
}

static GArray *
many_ranks (HwIdea *named,
            guint   n)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  HwRng rng;

  hw_rng_init (&rng, SEED);
  for (guint i = 0; i < n; i++)
    {
      const HwIdeaRank rank = random_rank (&rng, &named[i]);

      g_array_append_val (ranks, rank);
    }

  return ranks;
}

/* In any order given: the same order out, the same shares to the last bit. */
static void
test_order_in_changes_nothing (void)
{
  HwIdea named[40] = { 0 };
  g_autoptr (GArray) ranks = NULL;
  g_autoptr (GArray) shuffled = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  HwRng rng;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    named[i].id = g_strdup_printf ("idea-%02u", i);

  ranks = many_ranks (named, G_N_ELEMENTS (named));
  g_array_append_vals (shuffled, ranks->data, ranks->len);
  hw_rng_init (&rng, 7);
  for (guint i = shuffled->len; i > 1; i--)
    {
      const guint k = hw_rng_below (&rng, i);
      const HwIdeaRank kept = g_array_index (shuffled, HwIdeaRank, k);

      g_array_index (shuffled, HwIdeaRank, k) = g_array_index (shuffled, HwIdeaRank, i - 1);
      g_array_index (shuffled, HwIdeaRank, i - 1) = kept;
    }

  hw_ideas_settle (ranks, HW_IDEA_DRAWS, SEED);
  hw_ideas_settle (shuffled, HW_IDEA_DRAWS, SEED);
  for (guint i = 0; i < ranks->len; i++)
    {
      const HwIdeaRank *a = &g_array_index (ranks, HwIdeaRank, i);
      const HwIdeaRank *b = &g_array_index (shuffled, HwIdeaRank, i);

      g_assert_true (a->idea == b->idea);
      g_assert_cmpmem (&a->first_share, sizeof a->first_share, &b->first_share, sizeof b->first_share);
      if (i > 0 && a->score > 0.0 && a->gate == HW_IDEA_OPEN)
        g_assert_cmpfloat (a->score, <=, g_array_index (ranks, HwIdeaRank, i - 1).score);
    }

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    g_free (named[i].id);
}

/* Two that are the same come first equally often; a range makes an order less sure. */
static void
test_equal_and_unsure (void)
{
  g_autoptr (GArray) twins = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  g_autoptr (GArray) apart = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  HwIdeaRank a = rank_of (&ideas[0], 0.5, 0.8, 0.9, 0.1, 0.9);
  HwIdeaRank b = rank_of (&ideas[1], 0.5, 0.8, 0.9, 0.1, 0.9);
  double sure;

  g_array_append_val (twins, a);
  g_array_append_val (twins, b);
  hw_ideas_settle (twins, 1000, SEED);
  g_assert_cmpfloat (g_array_index (twins, HwIdeaRank, 0).first_share, ==, 0.5);
  g_assert_cmpuint (hw_ideas_equal (twins), ==, 2);

  b = rank_of (&ideas[1], 0.3, 0.8, 0.9, 0.1, 0.9);
  g_array_append_val (apart, a);
  g_array_append_val (apart, b);
  hw_ideas_settle (apart, 1000, SEED);
  sure = find (apart, "reorder")->first_share;
  g_assert_cmpfloat (sure, ==, 1.0);
  g_assert_cmpuint (hw_ideas_equal (apart), ==, 1);

  for (guint i = 0; i < apart->len; i++)
    {
      HwIdeaFacts *facts = &g_array_index (apart, HwIdeaRank, i).facts;

      facts->low = 0.2 * facts->benefit;
      facts->high = 2.0 * facts->benefit;
    }
  hw_ideas_settle (apart, 1000, SEED);
  g_assert_cmpfloat (find (apart, "reorder")->first_share, <, 0.9);
  g_assert_cmpfloat (find (apart, "reorder")->first_share, >, 0.6);
}

/* What is gated, left out or worth nothing never comes first; nothing at all is fine. */
static void
test_only_open_ones_compete (void)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  HwIdeaRank open = rank_of (&ideas[0], 0.1, 0.8, 0.5, 0.4, 0.5);
  HwIdeaRank risky = rank_of (&ideas[1], 1.0, 1.0, 1.0, 0.8, 1.0);
  HwIdeaRank out = rank_of (&ideas[2], 1.0, 1.0, 1.0, 0.1, 1.0);
  HwIdeaRank nothing = rank_of (&ideas[3], 0.0, 1.0, 1.0, 0.1, 1.0);

  hw_idea_score (&out, TRUE);
  g_array_append_val (ranks, out);
  g_array_append_val (ranks, nothing);
  g_array_append_val (ranks, risky);
  g_array_append_val (ranks, open);
  hw_ideas_settle (ranks, 500, SEED);
  g_assert_cmpstr (g_array_index (ranks, HwIdeaRank, 0).idea->id, ==, "reorder");
  g_assert_cmpfloat (g_array_index (ranks, HwIdeaRank, 0).first_share, ==, 1.0);
  g_assert_cmpstr (g_array_index (ranks, HwIdeaRank, 3).idea->id, ==, "chatbot");
  g_assert_cmpuint (hw_ideas_equal (ranks), ==, 1);

  hw_ideas_settle (none, 500, SEED);
  g_assert_cmpuint (hw_ideas_equal (none), ==, 0);
}

/* The whole catalogue at once is a matter of an eyeblink, so that a change on the page
 * shows at once; ten times the 50 ms promised, since other work may run beside it. */
static void
test_fast (void)
{
  HwIdea named[64] = { 0 };
  g_autoptr (GArray) ranks = NULL;
  gint64 start;
  double took;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    named[i].id = g_strdup_printf ("idea-%02u", i);

  ranks = many_ranks (named, G_N_ELEMENTS (named));
  for (guint i = 0; i < ranks->len; i++)
    {
      HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);

      rank->facts.ready = MAX (rank->facts.ready, 0.4);
      rank->facts.risk = MIN (rank->facts.risk, 0.4);
      hw_idea_score (rank, FALSE);
    }

  start = g_get_monotonic_time ();
  hw_ideas_settle (ranks, HW_IDEA_DRAWS, SEED);
  took = (double) (g_get_monotonic_time () - start) / 1000.0;
  g_test_message ("64 ideas, %d draws: %.1f ms", HW_IDEA_DRAWS, took);
  g_assert_cmpfloat (took, <, 500.0);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    g_free (named[i].id);
}

static void
test_forms (void)
{
  g_autoptr (HwAnswers) answers = hw_answers_new ();
  HwFault fault;
  guint i;

  g_assert_false (hw_form_find_fault (&hw_pains_form, answers, 0, &i, &fault));
  hw_answers_set_number (answers, "budget", -1.0);
  g_assert_true (hw_form_find_fault (&hw_pains_form, answers, 0, &i, &fault));
  g_assert_cmpint (fault, ==, HW_FAULT_TOO_LOW);

  g_assert_true (hw_form_find_fault (&hw_idea_form, answers, 0, &i, &fault));
  g_assert_cmpint (fault, ==, HW_FAULT_MISSING);
  hw_answers_set (answers, "idea", "uc_reorder");
  g_assert_false (hw_form_find_fault (&hw_idea_form, answers, 0, &i, &fault));
  hw_answers_set_number (answers, "complexity", 6.0);
  g_assert_true (hw_form_find_fault (&hw_idea_form, answers, 0, &i, &fault));
  g_assert_cmpint (fault, ==, HW_FAULT_TOO_HIGH);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/idea/worked/scores", test_worked_scores);
  g_test_add_func ("/idea/worked/shares", test_worked_shares);
  g_test_add_func ("/idea/monotone", test_monotone);
  g_test_add_func ("/idea/zero-cannot-hide", test_zero_cannot_hide);
  g_test_add_func ("/idea/limits", test_limits);
  g_test_add_func ("/idea/gates", test_gates);
  g_test_add_func ("/idea/order-in-changes-nothing", test_order_in_changes_nothing);
  g_test_add_func ("/idea/equal-and-unsure", test_equal_and_unsure);
  g_test_add_func ("/idea/only-open-ones-compete", test_only_open_ones_compete);
  g_test_add_func ("/idea/fast", test_fast);
  g_test_add_func ("/idea/forms", test_forms);
  return g_test_run ();
}
