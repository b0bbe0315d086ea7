/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-idea-facts.h"

#include "core/hw-country.h"
#include "domain/hw-safety.h"

#include <math.h>

/* How ready a need is that nobody can look up, by what the owner says of it. */
#define HAVE_PART 0.5
#define HAVE_NONE 0.1
#define HAVE_NOT_SAID 0.5

#define SCORE_MOST 4.0        /* of a measured check */
#define HURTS 0.5             /* a finding that makes figures less sure */
#define TESTED 0.9            /* a forecast that was tried on the records: no better than field data */
#define OWN_LOW 0.5           /* an owner's figure is taken for this to that much of itself */
#define OWN_HIGH 1.5

double
hw_idea_band_cost (int         band,
                   const char *currency)
{
  /* The middle of "20 to 50", "50 to 300" and "300 to 1,500" euros a month; the least of "more". */
  static const double months[] = { 0.0, 35.0, 175.0, 900.0, 1500.0 };

  return 12.0 * months[CLAMP (band, 0, (int) G_N_ELEMENTS (months) - 1)] * hw_currency_size (currency);
}

const HwEntry *
hw_idea_case_own (const HwIdeaCase *self,
                  const HwIdea     *idea)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (self->own, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "idea"), idea->id))
        return entry;
    }

  return NULL;
}

gboolean
hw_idea_case_ticked (const HwIdeaCase *self,
                     const HwIdea     *idea)
{
  return self->pains != NULL && hw_answers_get_yes (self->pains->answers, idea->id);
}

static const HwStake *
find_stake (const HwIdeaCase *self,
            const HwIdea     *idea)
{
  return self->stakes != NULL && idea->stake >= 0 ? hw_stakes_find (self->stakes, (HwStakeKind) idea->stake) : NULL;
}

const HwStake *
hw_idea_case_stake (const HwIdeaCase *self,
                    const HwIdea     *idea)
{
  const HwStake *stake = find_stake (self, idea);

  return stake != NULL && stake->state == HW_STAKE_OK && stake->year > 0.0 ? stake : NULL;
}

/* From the records: the part of a loss that can be won back; where no source has a number,
 * a careful guess, which the range shows and the owner's figure replaces. */
static void
fill_computed (HwIdeaFacts   *facts,
               const HwIdea  *idea,
               const HwStake *stake)
{
  const gboolean guessed = isnan (idea->share_low);
  const double least = guessed ? 0.0 : idea->share_low, most = guessed ? HW_IDEA_GUESS_MOST : idea->share_high;

  if (stake == NULL || (stake->state != HW_STAKE_OK && stake->state != HW_STAKE_NOTHING))
    return;

  facts->benefit = 0.5 * (least + most) * stake->year;
  facts->low = MIN (facts->benefit, least * stake->low);
  facts->high = MAX (facts->benefit, most * stake->high);
  facts->computed = TRUE;
  facts->guessed = guessed && stake->state == HW_STAKE_OK;
}

/* The owner's figure where it is lower, or the only one that is not a guess; never more
 * than is lost. */
static void
fill_own (HwIdeaFacts   *facts,
          const HwStake *stake,
          double         own)
{
  if (isnan (own) || (!facts->guessed && own >= facts->benefit))
    return;

  facts->benefit = stake != NULL && (stake->state == HW_STAKE_OK || stake->state == HW_STAKE_NOTHING)
                     ? MIN (own, stake->year) : own;
  facts->low = OWN_LOW * facts->benefit;
  facts->high = OWN_HIGH * facts->benefit;
  facts->computed = facts->guessed = FALSE;
}

/* What the records show on @check, 0..1; -1 if they cannot speak to it. */
static double
look_up (const HwHealth *health,
         const char     *check)
{
  const HwHealthFinding *finding;

  if (health == NULL || *check == '\0')
    return -1.0;

  for (guint i = 0; i < health->measured->len; i++)
    {
      const HwMeasured *measured = g_ptr_array_index (health->measured, i);

      if (g_str_equal (measured->check, check))
        return MAX (0, measured->score) / SCORE_MOST;
    }

  finding = hw_health_find (health, check);
  if (finding == NULL)
    return -1.0;

  return finding->grade == HW_HEALTH_GOOD ? 1.0 : finding->grade == HW_HEALTH_HURTS ? HURTS : 0.0;
}

static double
said_ready (const HwEntry *own)
{
  const char *have = own != NULL ? hw_answers_get_text (own->answers, "have") : "";

  if (g_str_equal (have, "all"))
    return 1.0;
  if (g_str_equal (have, "part"))
    return HAVE_PART;

  return g_str_equal (have, "none") ? HAVE_NONE : HAVE_NOT_SAID;
}

/* What everybody can meet does not count, or it would hide what is missing. */
static void
fill_ready (HwIdeaFacts      *facts,
            const HwIdeaCase *self,
            const HwIdea     *idea)
{
  const double said = said_ready (hw_idea_case_own (self, idea));
  double product = 1.0, least = 1.0;
  guint n = 0;

  facts->missing = -1;
  for (guint i = 0; i < idea->needs->len; i++)
    {
      const HwIdeaNeed *need = g_ptr_array_index (idea->needs, i);
      double ready;

      if (g_str_equal (need->check, HW_IDEA_GIVEN))
        continue;

      ready = look_up (self->health, need->check);
      if (ready < 0.0)
        ready = said;
      if (ready < least)
        {
          least = ready;
          facts->missing = (int) i;
        }

      product *= ready;
      n++;
    }

  facts->ready = n > 0 ? pow (product, 1.0 / n) : 1.0;
}

/* An idea that decides about people counts as high until six answers say otherwise. */
static void
fill_risk (HwIdeaFacts      *facts,
           const HwIdeaCase *self,
           const HwIdea     *idea)
{
  HwRisk risk = HW_RISK_UNKNOWN;

  for (guint i = 0; i < self->risks->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (self->risks, i);

      if (g_str_equal (hw_answers_get_text (entry->answers, "about"), idea->id))
        risk = hw_risk_of (entry->answers);
    }

  facts->risk = hw_risk_share (risk == HW_RISK_UNKNOWN && idea->people ? HW_RISK_HIGH : risk);
  facts->risk_known = risk != HW_RISK_UNKNOWN;
}

static double
find_evidence (const HwIdeaCase *self,
               const HwIdea     *idea)
{
  const double c = idea->evidence == 'A' ? 1.0 : idea->evidence == 'B' ? 0.9 : idea->evidence == 'C' ? 0.75 : 0.5;
  const HwStake *forecast = self->stakes != NULL ? hw_stakes_find (self->stakes, HW_STAKE_FORECAST) : NULL;
  const gboolean tested = idea->forecasts && forecast != NULL && forecast->state == HW_STAKE_OK && forecast->certain;

  return tested ? MAX (c, TESTED) : c;
}

HwIdeaFacts
hw_idea_facts (const HwIdeaCase *self,
               const HwIdea     *idea,
               gboolean         *out)
{
  const HwEntry *entry = hw_idea_case_own (self, idea);
  g_autoptr (HwAnswers) none = hw_answers_new ();
  const HwAnswers *own = entry != NULL ? entry->answers : none;
  const HwStake *stake = find_stake (self, idea);
  HwIdeaFacts facts = { .low = NAN, .benefit = NAN, .high = NAN };

  fill_computed (&facts, idea, stake);
  fill_own (&facts, stake, hw_answers_get_number (own, "benefit", NAN));
  fill_ready (&facts, self, idea);
  facts.cost = hw_answers_get_number (own, "cost", hw_idea_band_cost (idea->cost_band, self->currency));
  facts.complexity = hw_answers_get_number (own, "complexity", idea->complexity);
  facts.weeks = hw_answers_get_number (own, "weeks", 0.5 * (idea->weeks_low + idea->weeks_high));
  fill_risk (&facts, self, idea);
  facts.evidence = find_evidence (self, idea);
  facts.revenue = self->stakes != NULL ? self->stakes->revenue : NAN;
  facts.budget = self->pains != NULL ? hw_answers_get_number (self->pains->answers, "budget", 0.0) : 0.0;
  *out = hw_answers_get_yes (own, "out");
  return facts;
}
