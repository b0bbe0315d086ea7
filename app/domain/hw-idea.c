/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-idea.h"

#include "core/hw-rng.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The weights of worth, ease, data and care. */
#define N_PARTS 4
static const double weights[N_PARTS] = { HW_IDEA_WEIGHT_WORTH, HW_IDEA_WEIGHT_EASE, HW_IDEA_WEIGHT_DATA, HW_IDEA_WEIGHT_SAFE };

#define SHARES_LEVEL 1e-9   /* shares are sums: this close they are the same */

/* A triangle that falls from the middle leaves a twentieth of all beyond this part of
 * its length: 1 - sqrt (2 * 0.05). */
#define TRIANGLE_END 0.683772233983162

static const HwChoice haves[] = {
  { "all", N_("Yes, all of it") },
  { "part", N_("Some of it") },
  { "none", N_("No, not yet") },
  { NULL }
};

static const HwQuestion pains_questions[] = {
  { .id = "budget", .kind = HW_ASK_MONEY, .high = 1e9, .unit = N_("a year"),
    .text = N_("What may a trial cost you in a year?"), .label = N_("To spend in a year"),
    .hint = N_("Ideas that cost more than this move down the list.") },
};

static const HwQuestion idea_questions[] = {
  { .id = "idea", .kind = HW_ASK_CHOICE, .required = TRUE, .text = N_("Which idea is it about?"), .label = N_("Idea") },
  { .id = "benefit", .kind = HW_ASK_MONEY, .high = 1e9, .unit = N_("a year"),
    .text = N_("What do you think it brings in a year?"), .label = N_("Brings in a year"),
    .hint = N_("We take the lower of your figure and ours.") },
  { .id = "cost", .kind = HW_ASK_MONEY, .high = 1e9, .unit = N_("a year"),
    .text = N_("What would it cost in a year?"), .label = N_("Costs in a year"),
    .hint = N_("Ask for a price; ours is only a rough guess.") },
  { .id = "complexity", .kind = HW_ASK_NUMBER, .low = 1.0, .high = HW_IDEA_HARD_MOST,
    .text = N_("How hard is it for you, from 1 to 5?"), .label = N_("How hard"),
    .hint = N_("1 is done in an evening, and 5 needs help from outside.") },
  { .id = "weeks", .kind = HW_ASK_NUMBER, .low = 0.0, .high = 260.0, .unit = N_("weeks"),
    .text = N_("How many weeks until you can try it?"), .label = N_("Weeks to a trial") },
  { .id = "have", .kind = HW_ASK_CHOICE, .choices = haves, .text = N_("Do you have what it needs?"),
    .label = N_("Have what it needs"), .hint = N_("We ask only about what we cannot look up in your records.") },
  { .id = "out", .kind = HW_ASK_YES_NO, .text = N_("Should we leave it out?"), .label = N_("Not for us") },
  { .id = "why", .kind = HW_ASK_WORDS, .text = N_("Why do you see it this way?"), .label = N_("Why") },
};

const HwForm hw_pains_form = {
  .id = "pains", .title = N_("What hurts"), .questions = pains_questions, .n = G_N_ELEMENTS (pains_questions),
};

const HwForm hw_idea_form = {
  .id = "idea", .title = N_("Your own figures"), .questions = idea_questions, .n = G_N_ELEMENTS (idea_questions),
};

static const char *const mode_names[] = {
  [HW_IDEA_COMPUTED] = N_("We work it out here"),
  [HW_IDEA_PARTLY] = N_("We do a part of it"),
  [HW_IDEA_OUTSIDE] = N_("Done with another tool"),
  [HW_IDEA_GUIDED] = N_("A list that guides you"),
};

static const char *const gate_texts[HW_IDEA_N_GATES] = {
  [HW_IDEA_OPEN] = N_("You can choose it"),
  [HW_IDEA_DATA_FIRST] = N_("Get the data first"),
  [HW_IDEA_IMPACT_FIRST] = N_("Look first at what it does to people"),
  [HW_IDEA_ESTIMATE_FIRST] = N_("Say first what it is worth"),
  [HW_IDEA_OUT] = N_("You left it out"),
};

const char *
hw_idea_mode_name (HwIdeaMode mode)
{
  g_return_val_if_fail ((guint) mode < G_N_ELEMENTS (mode_names), "");

  return _(mode_names[mode]);
}

const char *
hw_idea_gate_text (HwIdeaGate gate)
{
  g_return_val_if_fail ((guint) gate < HW_IDEA_N_GATES, "");

  return _(gate_texts[gate]);
}

static void
need_free (gpointer data)
{
  HwIdeaNeed *need = data;

  g_free (need->check);
  g_free (need->text);
  g_free (need);
}

HwIdea *
hw_idea_new (void)
{
  HwIdea *self = g_new0 (HwIdea, 1);

  self->needs = g_ptr_array_new_with_free_func (need_free);
  self->stake = -1;
  self->share_low = NAN;
  self->share_high = NAN;
  return self;
}

void
hw_idea_free (HwIdea *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->pain);
  g_free (self->change);
  g_strfreev (self->sectors);
  g_strfreev (self->seldom);
  g_ptr_array_unref (self->needs);
  g_strfreev (self->metrics);
  g_free (self->evidence_note);
  g_strfreev (self->sources);
  g_free (self->risk);
  g_free (self);
}

gboolean
hw_idea_is_near (const HwIdea *self,
                 const char   *sector)
{
  const char *const *sectors = (const char *const *) self->sectors;

  if (*sector == '\0' || strcmp (sector, "other") == 0)
    return g_strv_contains (sectors, "all") || self->stake >= 0;

  return g_strv_contains (sectors, sector) &&
         !(self->seldom != NULL && g_strv_contains ((const char *const *) self->seldom, sector));
}

/* NAN where there are no sales to hold it against. */
static double
find_worth (double benefit,
            double revenue)
{
  if (isnan (benefit) || isnan (revenue) || revenue <= 0.0)
    return NAN;

  return CLAMP (benefit / (HW_IDEA_WORTH_SHARE * revenue), 0.0, 1.0);
}

static double
find_ease (const HwIdeaFacts *facts)
{
  const double hard = (facts->complexity - 1.0) / (HW_IDEA_HARD_MOST - 1.0);
  const double wait = MIN (1.0, facts->weeks / HW_IDEA_WEEKS_MOST);
  const double cost = facts->budget > 0.0 ? MIN (1.0, facts->cost / facts->budget) : 0.0;

  return CLAMP (1.0 - HW_IDEA_EASE_HARD * hard - HW_IDEA_EASE_WAIT * wait - HW_IDEA_EASE_COST * cost, 0.0, 1.0);
}

static HwIdeaGate
find_gate (const HwIdeaRank *rank,
           gboolean          out)
{
  if (out)
    return HW_IDEA_OUT;
  if (rank->facts.risk >= HW_IDEA_RISK_HIGH)
    return HW_IDEA_IMPACT_FIRST;
  if (rank->facts.ready < HW_IDEA_READY_LEAST)
    return HW_IDEA_DATA_FIRST;

  return isnan (rank->worth) ? HW_IDEA_ESTIMATE_FIRST : HW_IDEA_OPEN;
}

void
hw_idea_score (HwIdeaRank *self,
               gboolean    out)
{
  const HwIdeaFacts *facts = &self->facts;

  self->worth = find_worth (facts->benefit, facts->revenue);
  self->ease = find_ease (facts);
  self->gate = find_gate (self, out);
  self->score = 0.0;
  if (!isnan (self->worth))
    self->score = 100.0 * facts->evidence * pow (self->worth, weights[0]) * pow (self->ease, weights[1]) *
                  pow (facts->ready, weights[2]) * pow (1.0 - facts->risk, weights[3]);
}

/* 0: may come first; 1: has something in its way; 2: left out. */
static int
find_class (const HwIdeaRank *rank)
{
  if (rank->gate == HW_IDEA_OUT)
    return 2;

  return rank->gate == HW_IDEA_OPEN && rank->score > 0.0 ? 0 : 1;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (((const HwIdeaRank *) a)->idea->id, ((const HwIdeaRank *) b)->idea->id);
}

/* What it would score if it were worth as much as can be. */
static double
score_at_most (const HwIdeaRank *rank)
{
  return rank->facts.evidence * pow (rank->ease, HW_IDEA_WEIGHT_EASE) * pow (rank->facts.ready, HW_IDEA_WEIGHT_DATA) *
         pow (1.0 - rank->facts.risk, HW_IDEA_WEIGHT_SAFE);
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const HwIdeaRank *x = a, *y = b;
  const int p = find_class (x), q = find_class (y);
  double m, n;

  if (p != q)
    return p - q;
  if (x->score != y->score)
    return (y->score > x->score) - (y->score < x->score);

  m = score_at_most (x);
  n = score_at_most (y);
  return m != n ? (n > m) - (n < m) : compare_ids (a, b);
}

/* What of a score does not change from draw to draw. */
typedef struct
{
  double   fixed;              /* log of the evidence */
  double   parts[N_PARTS];     /* logs; the first holds while the worth is sure */
  gboolean is_sure;
  double   middle, down, up;   /* of the worth before it is cut to 0..1 */
} Candidate;

static Candidate
candidate_of (const HwIdeaRank *rank)
{
  const HwIdeaFacts *facts = &rank->facts;
  const double most = HW_IDEA_WORTH_SHARE * facts->revenue;
  const gboolean is_sure = !(facts->low < facts->benefit) && !(facts->high > facts->benefit);

  return (Candidate) {
    .fixed = log (facts->evidence),
    .parts = { log (rank->worth), log (rank->ease), log (facts->ready), log (1.0 - facts->risk) },
    .is_sure = is_sure,
    .middle = facts->benefit / most,
    .down = facts->low < facts->benefit ? (facts->benefit - facts->low) / most / TRIANGLE_END : 0.0,
    .up = facts->high > facts->benefit ? (facts->high - facts->benefit) / most / TRIANGLE_END : 0.0,
  };
}

/* The log of a worth in the range: at most 0, -INFINITY for nothing. */
static double
draw_worth (const Candidate *candidate,
            HwRng           *rng)
{
  const double u = hw_rng_unit (rng);
  const double worth = u < 0.5 ? candidate->middle - candidate->down * (1.0 - sqrt (2.0 * u))
                               : candidate->middle + candidate->up * (1.0 - sqrt (2.0 * (1.0 - u)));

  return worth > 0.0 ? MIN (0.0, log (worth)) : -INFINITY;
}

/* Four parts of 1, every split as likely as any other. */
static void
draw_weights (HwRng  *rng,
              double  drawn[N_PARTS])
{
  double sum = 0.0;

  for (int i = 0; i < N_PARTS; i++)
    {
      drawn[i] = -log (1.0 - hw_rng_unit (rng)) + G_MINDOUBLE;
      sum += drawn[i];
    }

  for (int i = 0; i < N_PARTS; i++)
    drawn[i] /= sum;
}

/* One that cannot reach the best so far, however much it is worth, needs no draw. */
static void
draw_scores (const GArray *candidates,
             HwRng        *rng,
             double       *scores)
{
  double best = -INFINITY;
  double drawn[N_PARTS];

  draw_weights (rng, drawn);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *c = &g_array_index (candidates, Candidate, i);

      scores[i] = c->fixed;
      for (int k = 1; k < N_PARTS; k++)
        scores[i] += drawn[k] * c->parts[k];

      if (scores[i] >= best)
        scores[i] += drawn[0] * (c->is_sure ? c->parts[0] : draw_worth (c, rng));

      best = MAX (best, scores[i]);
    }
}

/* One draw, shared by those that end level at the top. */
static void
count_first (const double *scores,
             guint         n,
             double       *wins)
{
  double best = -INFINITY;
  guint level = 0;

  for (guint i = 0; i < n; i++)
    {
      level = scores[i] > best ? 1 : level + (scores[i] == best);
      best = MAX (best, scores[i]);
    }

  for (guint i = 0; isfinite (best) && i < n; i++)
    if (scores[i] == best)
      wins[i] += 1.0 / level;
}

/* Fills first_share of @ranks in the order they stand. */
static void
share_firsts (GArray  *ranks,
              guint    n_draws,
              guint64  seed)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *scores = g_new0 (double, ranks->len + 1);
  g_autofree double *wins = g_new0 (double, ranks->len + 1);
  HwRng rng;

  for (guint i = 0; i < ranks->len; i++)
    {
      HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);

      rank->first_share = 0.0;
      if (find_class (rank) == 0)
        {
          const Candidate candidate = candidate_of (rank);

          g_array_append_val (candidates, candidate);
          g_array_append_val (places, i);
        }
    }

  hw_rng_init (&rng, seed);
  for (guint d = 0; d < n_draws && candidates->len > 0; d++)
    {
      draw_scores (candidates, &rng, scores);
      count_first (scores, candidates->len, wins);
    }

  for (guint i = 0; n_draws > 0 && i < places->len; i++)
    g_array_index (ranks, HwIdeaRank, g_array_index (places, guint, i)).first_share = wins[i] / n_draws;
}

void
hw_ideas_settle (GArray  *ranks,
                 guint    n_draws,
                 guint64  seed)
{
  g_array_sort (ranks, compare_ids); /* chance goes by id, not by place */
  share_firsts (ranks, n_draws, seed);
  g_array_sort (ranks, compare_scores);
  hw_ideas_equal (ranks);
}

guint
hw_ideas_equal (GArray *ranks)
{
  double most = 0.0;
  guint n = 0;

  for (guint i = 0; i < ranks->len; i++)
    most = MAX (most, g_array_index (ranks, HwIdeaRank, i).first_share);

  for (guint i = 0; i < ranks->len; i++)
    {
      HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);

      rank->equal = rank->first_share > 0.0 && rank->first_share >= most - HW_IDEA_EQUAL - SHARES_LEVEL;
      n += rank->equal;
    }

  return n;
}
