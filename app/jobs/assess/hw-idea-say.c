/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-idea-say.h"

#include "jobs/assess/hw-idea-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define READY_ENOUGH 0.6      /* below it a missing need is what speaks against an idea most */
#define SURE 0.95             /* first in so many ways to weigh it: no need to say how many */

/* As it stands among the money at stake. */
static char *
say_lost (const HwStake  *stake,
          const HwFormat *format)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  char *lost;

  (void) hw_format_money_range (format, stake->year, stake->low, stake->high, &lost, &from, &to);
  return lost;
}

static char *
say_computed (const HwIdeaFacts *facts,
              const HwStake     *stake,
              const HwFormat    *format)
{
  g_autofree char *lost = say_lost (stake, format);
  g_autofree char *middle = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!hw_format_money_range (format, facts->benefit, facts->low, facts->high, &middle, &low, &high))
    /* Translators: two sums of money. */
    return g_strdup_printf (_("Your records show about %1$s lost here in a year, and about %2$s could come back"), lost, middle);

  /* Translators: three sums of money. */
  return g_strdup_printf (_("Your records show about %1$s lost here in a year, and between %2$s and %3$s could come back"),
                          lost, low, high);
}

static char *
say_guessed (const HwStake  *stake,
             const HwFormat *format)
{
  g_autofree char *lost = say_lost (stake, format);

  /* Translators: a sum of money. */
  return g_strdup_printf (_("Your records show about %s lost here in a year. No study says how much of it comes back: "
                            "up to half is counted until you say what you think"), lost);
}

static char *
say_own (const HwIdeaFacts *facts,
         const HwFormat    *format)
{
  const int weeks = (int) ceil (facts->weeks);
  g_autofree char *worth = hw_format_money_about (format, facts->benefit);

  /* Translators: 1 a sum of money, 2 a number of weeks. */
  return g_strdup_printf (ngettext ("You think it brings about %1$s a year, and you can try it in about %2$d week",
                                    "You think it brings about %1$s a year, and you can try it in about %2$d weeks",
                                    (gulong) weeks), worth, weeks);
}

char *
hw_idea_say_why (const HwIdeaCase *self,
                 const HwIdeaRank *rank,
                 const HwFormat   *format)
{
  const HwStake *stake = hw_idea_case_stake (self, rank->idea);

  if (rank->facts.guessed && stake != NULL)
    return say_guessed (stake, format);
  if (rank->facts.computed && stake != NULL)
    return say_computed (&rank->facts, stake, format);
  if (rank->facts.computed)
    return g_strdup (_("We looked, and found nothing worth naming here"));
  if (!isnan (rank->facts.benefit))
    return say_own (&rank->facts, format);
  return g_strdup (rank->ticked ? _("You said that this hurts; say what it is worth to you")
                                : _("Say what it is worth to you, and we can put it in its place"));
}

/* "Missing or thin: Sales by day" */
static char *
say_missing (const HwIdeaRank *rank)
{
  const HwIdeaNeed *need = g_ptr_array_index (rank->idea->needs, rank->facts.missing);

  /* Translators: what an idea needs, "Sales by day". */
  return g_strdup_printf (rank->gate == HW_IDEA_DATA_FIRST ? _("Get this first: %s") : _("What holds it back most: %s"),
                          need->text);
}

char *
hw_idea_say_caution (const HwIdeaRank *rank)
{
  if (rank->gate == HW_IDEA_IMPACT_FIRST)
    return g_strdup (_("It may hurt people: look first at what it does to them"));

  if (rank->facts.missing >= 0 && rank->facts.ready < READY_ENOUGH)
    return say_missing (rank);

  return g_strdup (rank->idea->risk);
}

/* The one with the largest share, and the second, of those about equal. */
static void
find_two (const GArray      *ranks,
          const HwIdeaRank **first,
          const HwIdeaRank **second)
{
  *first = *second = NULL;
  for (guint i = 0; i < ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);

      if (!rank->equal)
        continue;

      if (*first == NULL || rank->first_share > (*first)->first_share)
        {
          *second = *first;
          *first = rank;
        }
      else if (*second == NULL || rank->first_share > (*second)->first_share)
        *second = rank;
    }
}

/* Ideas that may come first. */
static guint
count_open (const GArray *ranks)
{
  guint n = 0;

  for (guint i = 0; i < ranks->len; i++)
    n += g_array_index (ranks, HwIdeaRank, i).gate == HW_IDEA_OPEN && g_array_index (ranks, HwIdeaRank, i).score > 0.0;

  return n;
}

/* An idea that was scored, and whether its six questions have an answer. */
char *
hw_idea_say_basis (const GArray *ranks)
{
  guint n = 0, n_known = 0;

  for (guint i = 0; i < ranks->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);

      if (rank->gate != HW_IDEA_OPEN || !(rank->score > 0.0))
        continue;

      n++;
      n_known += rank->facts.risk_known;
    }

  if (n == 0)
    return g_strdup ("");
  if (n_known == n)
    return g_strdup (_("It rests on your records, your ticks and your answers about safety for each idea."));

  /* Translators: 1 how many ideas have answers, 2 how many ideas there are. */
  return g_strdup_printf (ngettext ("It rests on your records, your ticks and your answers about safety for %1$u of %2$u idea. "
                                    "One without counts as middle risk, so each answer can move the order.",
                                    "It rests on your records, your ticks and your answers about safety for %1$u of %2$u ideas. "
                                    "One without counts as middle risk, so each answer can move the order.", n), n_known, n);
}

char *
hw_idea_say_order (const GPtrArray *first,
                   const GArray    *ranks)
{
  guint at = 0;

  for (guint i = 0; i < ranks->len && at < first->len; i++)
    {
      const HwIdeaRank *rank = &g_array_index (ranks, HwIdeaRank, i);

      if (isnan (rank->worth) || rank->gate == HW_IDEA_OUT)
        continue;
      if (((const HwIdeaReason *) g_ptr_array_index (first, at))->idea != rank->idea)
        return g_strdup (_("What you ticked gets a start among these, and what is only a guess comes after what a study has "
                           "shown. The table of all ideas goes by points alone."));
      at++;
    }

  return g_strdup (at < first->len ? _("Some of these have no points yet, so they are not in the table.") : "");
}

static char *
say_alone (const GArray     *ranks,
           const HwIdeaRank *rank)
{
  if (count_open (ranks) < 2)
    /* Translators: the name of an idea. */
    return g_strdup_printf (_("Only “%s” can be worked out so far; say what others are worth to you"), rank->idea->name);

  if (rank->first_share >= SURE)
    /* Translators: the name of an idea. */
    return g_strdup_printf (_("“%s” comes first, whether you care most for money, ease, data or safety"), rank->idea->name);

  /* Translators: 1 the name of an idea, 2 a number below 100. */
  return g_strdup_printf (_("“%1$s” comes first in %2$d of 100 tries: in each, money, ease, data and safety count differently"),
                          rank->idea->name, (int) lround (100.0 * rank->first_share));
}

char *
hw_idea_say_verdict (const GArray *ranks,
                     guint         n_equal)
{
  const HwIdeaRank *first, *second;

  find_two (ranks, &first, &second);
  if (first == NULL && ranks->len > 0 && !isnan (g_array_index (ranks, HwIdeaRank, 0).facts.revenue))
    return g_strdup (_("We cannot say yet what comes first; say what an idea is worth to you"));
  if (first == NULL)
    return g_strdup (_("We cannot say yet what comes first; add your sales, or say what an idea is worth to you"));
  if (second == NULL)
    return say_alone (ranks, first);
  if (n_equal == 2)
    /* Translators: the names of two ideas. */
    return g_strdup_printf (_("“%1$s” and “%2$s” are about equal: choose by taste"), first->idea->name, second->idea->name);

  /* Translators: a number of ideas, three or more. */
  return g_strdup_printf (ngettext ("%u idea is about equal at the top: choose by taste",
                                    "%u ideas are about equal at the top: choose by taste", n_equal), n_equal);
}
