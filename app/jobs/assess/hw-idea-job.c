/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-idea-job.h"

#include "core/hw-error.h"
#include "jobs/assess/hw-health-load.h"
#include "jobs/assess/hw-idea-facts.h"
#include "jobs/assess/hw-idea-load.h"
#include "jobs/assess/hw-idea-say.h"
#include "jobs/assess/hw-stake-job.h"
#include "jobs/content/hw-content-ideas.h"
#include "jobs/hw-session-private.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIRST_MOST 3
#define TICKED_AHEAD 15.0     /* points by which a better idea still stands before a ticked one */
#define WORTH_LEAST 0.01      /* of the most that counts: for less, a tick moves nothing */
#define CLAIM_SCORED 3000.0   /* each reaches beyond the points of the next */
#define CLAIM_HURTS 2000.0
#define CLAIM_GUESSED 1000.0
#define STAKES_DONE 0.9       /* of the work: the models that say what is lost */
#define SEED G_GUINT64_CONSTANT (0x1dea5)
#define EFFECT_LEAST 0.001    /* what the plan of a trial takes */

/* What the owner said of ideas, and a case of it. */
typedef struct
{
  HwIdeaCase is;
  HwEntry   *pains;  /* (owned) (nullable) */
  GPtrArray *own;    /* (owned) */
  GPtrArray *risks;  /* (owned) */
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->pains, hw_entry_free);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static GPtrArray *
list (HwSession    *session,
      HwEntryKind   kind,
      GError      **error)
{
  return hw_entry_repo_list (hw_session_get_store (session), kind, HW_ENTRY_ANY_PARENT, FALSE, error);
}

static gboolean
case_load (Case            *self,
           HwSession       *session,
           const HwStakes  *stakes,
           const HwHealth  *health,
           GError         **error)
{
  g_autoptr (GPtrArray) pains = list (session, HW_ENTRY_PAINS, error);

  self->own = pains != NULL ? list (session, HW_ENTRY_IDEA, error) : NULL;
  self->risks = self->own != NULL ? list (session, HW_ENTRY_RISK, error) : NULL;
  if (self->risks == NULL)
    return FALSE;

  if (pains->len > 0)
    self->pains = hw_entry_copy (g_ptr_array_index (pains, 0));

  self->is = (HwIdeaCase) { health, stakes, self->pains, self->own, self->risks,
                            hw_session_get_business (session)->currency };
  return TRUE;
}

/* What is lost and what the records show: both FALSE or both there. */
static gboolean
work_out (HwSession     *session,
          const HwTick  *tick,
          HwStakes     **stakes,
          HwHealth     **health,
          GError       **error)
{
  HwTickPart stakes_part = { tick, 0.0, STAKES_DONE }, health_part = { tick, STAKES_DONE, 1.0 };
  const HwTick stakes_tick = HW_TICK_PART (&stakes_part), health_tick = HW_TICK_PART (&health_part);
  g_autoptr (HwStakes) lost = hw_stake_job.run (session, NULL, &stakes_tick, error);

  if (lost == NULL)
    return FALSE;

  *health = hw_health_load (session, hw_session_get_store (session), &health_tick, error);
  if (*health == NULL)
    return FALSE;

  *stakes = g_steal_pointer (&lost);
  return TRUE;
}

/* Of its trade, for all, or ticked; a trade that nobody named gets them all. */
static gboolean
is_for (const HwIdeaCase *self,
        const HwIdea     *idea,
        const char       *sector)
{
  const char *const *sectors = (const char *const *) idea->sectors;

  return g_strv_contains (sectors, "all") || g_strv_contains (sectors, sector) || *sector == '\0' ||
         g_str_equal (sector, "other") || hw_idea_case_ticked (self, idea);
}

static GArray *
rank_all (const HwIdeaCase *self,
          const char       *sector)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (HwIdeaRank));
  GPtrArray *ideas = hw_content_ideas ();

  for (guint i = 0; i < ideas->len; i++)
    {
      HwIdeaRank rank = { .idea = g_ptr_array_index (ideas, i) };
      gboolean out;

      if (!is_for (self, rank.idea, sector))
        continue;

      rank.near = hw_idea_is_near (rank.idea, sector);
      rank.ticked = hw_idea_case_ticked (self, rank.idea);
      rank.facts = hw_idea_facts (self, rank.idea, &out);
      hw_idea_score (&rank, out);
      g_array_append_val (ranks, rank);
    }

  hw_ideas_settle (ranks, HW_IDEA_DRAWS, SEED);
  return ranks;
}

/* What an idea counts among the first three: its score, with a start for what hurts; those
 * of which a study tells what comes back stand before guesses. Between them stands what
 * hurts and lacks nothing but a figure of its worth. */
static double
claim_of (const HwIdeaRank *rank)
{
  const gboolean hurts = rank->ticked && !(rank->worth < WORTH_LEAST);
  const double start = hurts ? TICKED_AHEAD : 0.0;

  if (rank->gate == HW_IDEA_OPEN && rank->score > 0.0)
    return (rank->facts.guessed && !hurts ? CLAIM_GUESSED : CLAIM_SCORED) + rank->score + start;
  if (rank->gate != HW_IDEA_ESTIMATE_FIRST || !rank->ticked)
    return 0.0;

  return CLAIM_HURTS + 100.0 * rank->facts.evidence * rank->ease * rank->facts.ready;
}

static void
reason_free (gpointer data)
{
  HwIdeaReason *reason = data;

  g_free (reason->why);
  g_free (reason->caution);
  g_free (reason);
}

/* The @n-th best claim; NULL if nothing is left with one. */
static const HwIdeaRank *
find_next (const GArray *ranks,
           GPtrArray    *taken)
{
  const HwIdeaRank *best = NULL;
  double most = 0.0;

  for (guint i = 0; i < ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);
      const double claim = claim_of (rank);

      if (claim > most && !g_ptr_array_find (taken, rank, NULL))
        {
          most = claim;
          best = rank;
        }
    }

  return best;
}

static GPtrArray *
choose_first (const HwIdeaCase *self,
              const GArray     *ranks,
              const HwFormat   *format)
{
  GPtrArray *first = g_ptr_array_new_with_free_func (reason_free);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  const HwIdeaRank *rank;

  while (first->len < FIRST_MOST && (rank = find_next (ranks, taken)) != NULL)
    {
      HwIdeaReason *reason = g_new0 (HwIdeaReason, 1);

      reason->idea = rank->idea;
      reason->why = hw_idea_say_why (self, rank, format);
      reason->caution = hw_idea_say_caution (rank);
      g_ptr_array_add (first, reason);
      g_ptr_array_add (taken, (gpointer) rank);
    }

  return first;
}

void
hw_idea_board_free (HwIdeaBoard *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->pains);
  g_ptr_array_unref (self->own);
  g_array_unref (self->ranks);
  g_ptr_array_unref (self->first);
  g_free (self->verdict);
  g_free (self->basis);
  g_free (self->order);
  g_free (self->run_id);
  g_free (self);
}

HwIdeaBoard *
hw_idea_board_load (HwSession       *session,
                    const HwStakes  *stakes,
                    const HwHealth  *health,
                    GError         **error)
{
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_auto (Case) case_ = { 0 };
  HwIdeaBoard *board;

  if (!case_load (&case_, session, stakes, health, error))
    return NULL;

  board = g_new0 (HwIdeaBoard, 1);
  board->as_of = hw_session_get_today (session);
  board->ranks = rank_all (&case_.is, hw_session_get_business (session)->sector);
  board->n_equal = hw_ideas_equal (board->ranks);
  board->first = choose_first (&case_.is, board->ranks, format);
  board->verdict = hw_idea_say_verdict (board->ranks, board->n_equal);
  board->basis = hw_idea_say_basis (board->ranks);
  board->order = hw_idea_say_order (board->first, board->ranks);
  board->revenue = stakes->revenue;
  board->run_id = hw_session_dup_run_id (session, "ideas");
  board->pains = g_steal_pointer (&case_.pains);
  board->own = g_steal_pointer (&case_.own);
  return board;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  g_autoptr (HwStakes) stakes = NULL;
  g_autoptr (HwHealth) health = NULL;

  return work_out (session, tick, &stakes, &health, error) ? hw_idea_board_load (session, stakes, health, error) : NULL;
}

const HwJob hw_idea_job = {
  "ideas", N_("Working out what to try first"), run, NULL, (GDestroyNotify) hw_idea_board_free, FALSE
};

/* The first of its metrics that this program keeps. */
static const char *
find_metric (const HwIdea *idea)
{
  for (guint i = 0; idea->metrics[i] != NULL; i++)
    if (hw_metric_find (idea->metrics[i]) != NULL)
      return idea->metrics[i];

  return NULL;
}

/* Whether its figure counts the very loss it works on, so that the part of it which can be
 * won back is the effect to look for. */
static gboolean
counts_loss (const HwIdea *idea,
             const char   *metric)
{
  static const char *const metrics[HW_STAKE_N] = {
    [HW_STAKE_LOST_SALES] = "lost_sales_value",
    [HW_STAKE_WASTE] = "waste_rate",
    [HW_STAKE_DEAD_STOCK] = "dead_stock_share",
  };

  return idea->stake >= 0 && g_strcmp0 (metrics[idea->stake], metric) == 0 && metric != NULL;
}

/* An hour a week for each step of how hard it is: a first guess, to be changed. */
static HwEntry *
initiative_of (const HwIdea      *idea,
               const HwIdeaFacts *facts)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  const double effect = 0.5 * (idea->share_low + idea->share_high);
  const char *metric = find_metric (idea);

  hw_answers_set (entry->answers, "idea", idea->id);
  hw_answers_set (entry->answers, "name", idea->name);
  hw_answers_set (entry->answers, "change", idea->change);
  hw_answers_set (entry->answers, "metric", metric);
  hw_answers_set_number (entry->answers, "cost", 0.0);
  hw_answers_set_number (entry->answers, "month_cost", facts->cost / 12.0);
  hw_answers_set_number (entry->answers, "hours", ceil (facts->complexity));
  if (!isnan (effect) && counts_loss (idea, metric))
    hw_answers_set_number (entry->answers, "effect", MAX (EFFECT_LEAST, effect));
  if (!isnan (facts->benefit))
    hw_answers_set_number (entry->answers, "benefit", facts->benefit);
  if (idea->people)
    hw_answers_set_yes (entry->answers, "people", TRUE);

  return entry;
}

static gpointer
run_choose (HwSession      *session,
            gconstpointer   request,
            const HwTick   *tick,
            GError        **error)
{
  const HwIdea *idea = hw_content_find_idea (request);
  g_autoptr (HwStakes) stakes = NULL;
  g_autoptr (HwHealth) health = NULL;
  g_auto (Case) case_ = { 0 };
  HwIdeaFacts facts;
  gboolean out;

  if (idea == NULL)
    {
      g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("there is no idea “%s”"), (const char *) request);
      return NULL;
    }

  if (!work_out (session, tick, &stakes, &health, error) || !case_load (&case_, session, stakes, health, error))
    return NULL;

  facts = hw_idea_facts (&case_.is, idea, &out);
  return initiative_of (idea, &facts);
}

const HwJob hw_idea_choose_job = {
  "idea-choose", N_("Making a first plan of it"), run_choose, g_free, (GDestroyNotify) hw_entry_free, FALSE
};
