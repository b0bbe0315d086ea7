/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ready the shop is, what it loses, what it could try, and its goals. */
#include "hw-report-fixture-private.h"

#include "domain/hw-goal.h"
#include "domain/hw-idea.h"

#include <math.h>

#define REVENUE 240000.0

struct _HwReportAssess
{
  HwQuestionnaire *questions;
  HwAnswers       *answers;
  GPtrArray       *measured;
  HwReadiness     *readiness;
  HwStakes        *stakes;
  GPtrArray       *catalogue; /* of HwIdea */
  GArray          *ideas;     /* of HwIdeaRank */
  GPtrArray       *goals;
};

/* Four parts: one without enough answers, one in which nothing applies. */
static const struct { const char *id, *name; double weight; } parts[] = {
  { "data", "Our =records", 1.4 }, { "people", "Team", 1.0 }, { "governance", "Rules", 1.2 }, { "finance", "Money", 0.9 },
  { "strategy", "Aims", 1.0 },
};

static const struct { const char *id; guint part; double weight; const char *check, *said; } asked[] = {
  { "DA1", 0, 1.4, "span", "1" },   { "DA2", 0, 1.2, "gaps", "3" }, { "DA3", 0, 1.0, "", "?" },
  { "DA4", 0, 0.8, "unseen", "4" }, { "PE1", 1, 1.0, "", "4" },     { "PE2", 1, 1.1, "", "3" },
  { "PE3", 1, 0.9, "", "-" },       { "PE4", 1, 1.0, "", "4" },     { "GO1", 2, 1.3, "", "0" },
  { "GO2", 2, 1.0, "", "1" },       { "GO3", 2, 1.0, "told", "2" }, { "FI1", 3, 1.0, "", "2" },
  { "FI2", 3, 1.0, "", NULL },      { "FI3", 3, 1.0, "", "?" },     { "ST1", 4, 1.0, "span", "-" },
};

static void
add_readiness (HwReportAssess *self)
{
  self->questions = hw_questionnaire_new ();
  self->answers = hw_answers_new ();
  self->measured = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_measured_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      HwDimension *part = g_new0 (HwDimension, 1);

      part->id = g_strdup (parts[i].id);
      part->name = g_strdup (parts[i].name);
      part->asks = g_strdup ("");
      part->weight = parts[i].weight;
      g_ptr_array_add (self->questions->dimensions, part);
    }

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      HwReadyQuestion *question = g_new0 (HwReadyQuestion, 1);

      question->id = g_strdup (asked[i].id);
      question->dimension = asked[i].part;
      question->text = g_strdup_printf ("=Question %u, in a few words that may need a second line?", i);
      question->weight = asked[i].weight;
      question->check = g_strdup (asked[i].check);
      g_ptr_array_add (self->questions->questions, question);
      hw_answers_set (self->answers, question->id, asked[i].said);
    }

  g_ptr_array_add (self->measured, hw_measured_new ("span", 3, TRUE, "22 months of sales"));
  g_ptr_array_add (self->measured, hw_measured_new ("gaps", -1, TRUE, "cannot be said"));
  g_ptr_array_add (self->measured, hw_measured_new ("told", 4, FALSE, "shown beside the answer"));
  self->readiness = hw_readiness_new (self->questions, self->answers, self->measured);
}

static void
add_stake (HwReportAssess *self,
           HwStakeKind     kind,
           HwStakeState    state,
           double          year)
{
  HwStake *stake = hw_stake_new (kind);

  stake->state = state;
  g_free (stake->run_id);
  stake->run_id = g_strdup ("9c8d7e6f");
  if (state == HW_STAKE_OK)
    {
      stake->year = year;
      stake->low = 0.7 * year;
      stake->high = 1.4 * year;
      stake->stands = kind == HW_STAKE_DEAD_STOCK ? 3.0 * year : 0.0;
      stake->certain = TRUE;
      stake->n_rows = 412;
      stake->n_products = 7;
      hw_stake_add_step (stake, "Days of all products", HW_UNIT_COUNT, 412.0);
      hw_stake_add_step (stake, "Lost of each", HW_UNIT_MONEY, year / 412.0);
      hw_stake_add_step (stake, "Part that comes back", HW_UNIT_SHARE, 0.25);
      hw_stake_add_item (stake, 1000, "=1+1", year / 2.0);
    }
  g_ptr_array_add (self->stakes->stakes, stake);
}

static void
add_stakes (HwReportAssess *self,
            HwDay           as_of)
{
  self->stakes = hw_stakes_new (as_of);
  self->stakes->from = as_of - 364;
  self->stakes->to = as_of - 1;
  self->stakes->revenue = REVENUE;
  add_stake (self, HW_STAKE_WASTE, HW_STAKE_OK, 5210.37);
  add_stake (self, HW_STAKE_LOST_SALES, HW_STAKE_OK, 3400.5);
  add_stake (self, HW_STAKE_DEAD_STOCK, HW_STAKE_OK, 812.25);
  add_stake (self, HW_STAKE_UNUSUAL, HW_STAKE_NOTHING, 0.0);
  add_stake (self, HW_STAKE_LATE_CUSTOMERS, HW_STAKE_NO_INVOICES, 0.0);
  self->stakes->total = 5210.37 + 3400.5 + 812.25 - 127.62;
  self->stakes->low = 6100.0;
  self->stakes->high = 12800.0;
}

static void
add_idea (HwReportAssess    *self,
          const char        *id,
          const char        *name,
          char               evidence,
          const HwIdeaFacts *facts,
          gboolean           out)
{
  HwIdea *idea = hw_idea_new ();
  HwIdeaRank rank = { .idea = idea, .facts = *facts };

  idea->id = g_strdup (id);
  idea->name = g_strdup (name);
  idea->evidence = evidence;
  g_ptr_array_add (self->catalogue, idea);
  hw_idea_score (&rank, out);
  g_array_append_val (self->ideas, rank);
}

static void
add_ideas (HwReportAssess *self)
{
  const HwIdeaFacts bake = { 700.0, 1719.42, 3300.0, TRUE, 0.0, 2.0, 8.0, 0.866, 1, 0.1, 0.9, REVENUE, 1000.0 };
  const HwIdeaFacts posts = { 400.0, 800.0, 1200.0, FALSE, 420.0, 1.0, 2.0, 1.0, -1, 0.4, 1.0, REVENUE, 1000.0 };
  const HwIdeaFacts chat = { 9000.0, 9000.0, 9000.0, FALSE, 2100.0, 3.0, 9.0, 0.2, 0, 0.4, 0.9, REVENUE, 1000.0 };
  const HwIdeaFacts unknown = { NAN, NAN, NAN, FALSE, 0.0, 3.0, 12.0, 0.5, 0, 0.4, 0.5, REVENUE, 1000.0 };
  const HwIdeaFacts hire = { 100.0, 200.0, 300.0, FALSE, 30000.0, 5.0, 60.0, 0.5, 0, 0.8, 0.5, REVENUE, 1000.0 };

  self->catalogue = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_idea_free);
  self->ideas = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  add_idea (self, "bake", "What to bake for tomorrow", 'B', &bake, FALSE);
  add_idea (self, "posts", "@First drafts of texts", 'A', &posts, FALSE);
  add_idea (self, "chat", "A chat that answers simple questions", 'B', &chat, FALSE);
  add_idea (self, "unknown", "Which job comes next", 'D', &unknown, FALSE);
  add_idea (self, "hire", "Sort job letters", 'D', &hire, TRUE);
  hw_ideas_settle (self->ideas, 1000, 1);
}

static void
add_goal (HwReportAssess *self,
          const char     *metric,
          double          start,
          double          target,
          double          now,
          HwDay           as_of,
          HwDay           day)
{
  g_autoptr (HwEntry) entry = hw_entry_new (HW_ENTRY_GOAL, 0);
  HwGoalOutlook *goal;

  entry->made = as_of - 30;
  hw_answers_set (entry->answers, "name", "=More of it");
  hw_answers_set (entry->answers, "metric", metric);
  if (!isnan (start))
    {
      hw_answers_set_number (entry->answers, "start", start);
      hw_answers_set_day (entry->answers, "start_day", as_of - 90);
    }
  hw_answers_set_number (entry->answers, "target", target);
  hw_answers_set_day (entry->answers, "day", day);
  goal = hw_goal_outlook_new (entry, NULL, as_of);
  goal->now = now;
  if (!isnan (now))
    {
      goal->reach = HW_REACH_KNOWN;
      goal->chance = 0.42;
      goal->expected = now + 0.5 * (target - now);
      goal->low = now;
      goal->high = target;
    }
  g_ptr_array_add (self->goals, goal);
}

static void
add_goals (HwReportAssess *self,
           HwDay           as_of)
{
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_goal_outlook_free);
  add_goal (self, "revenue", 18000.0, 21000.0, 18500.0, as_of, as_of + 120);
  add_goal (self, "waste_rate", 0.09, 0.05, 0.10, as_of, as_of + 400);
  add_goal (self, "fill_rate", NAN, 0.98, NAN, as_of, as_of + 20);
  add_goal (self, "no-such-figure", 4.0, 5.0, 4.5, as_of, as_of + 900);
}

HwReportAssess *
hw_report_assess_new (HwReport *report)
{
  HwReportAssess *self = g_new0 (HwReportAssess, 1);

  add_readiness (self);
  add_stakes (self, report->as_of);
  add_ideas (self);
  add_goals (self, report->as_of);
  report->questions = self->questions;
  report->answers = self->answers;
  report->measured = self->measured;
  report->readiness = self->readiness;
  report->answered = report->as_of - 3;
  report->stakes = self->stakes;
  report->ideas = self->ideas;
  report->idea_budget = 1000.0;
  report->ideas_run = "0f1e2d3c";
  report->goals = self->goals;
  return self;
}

void
hw_report_assess_free (HwReportAssess *self)
{
  if (self == NULL)
    return;

  hw_questionnaire_free (self->questions);
  hw_answers_free (self->answers);
  g_ptr_array_unref (self->measured);
  hw_readiness_free (self->readiness);
  hw_stakes_free (self->stakes);
  g_array_unref (self->ideas);
  g_ptr_array_unref (self->catalogue);
  g_ptr_array_unref (self->goals);
  g_free (self);
}
