/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-decision-paper.h"

#include "core/hw-format.h"
#include "domain/hw-metric.h"
#include "report/hw-page.h"
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STAKES_MOST 5
#define TWICE_LEAST 0.5 /* money a year: less is not shown */

typedef struct
{
  const HwDecisionPaper *paper;
  const HwFormat        *format;
  HwPage                *page;
} Pen;

/* "Aims 37, Records 80, Team too few answers" */
static char *
dup_parts (const Pen *pen)
{
  GString *line = g_string_new (NULL);

  for (guint d = 0; d < pen->paper->questions->dimensions->len; d++)
    {
      const HwDimension *part = g_ptr_array_index (pen->paper->questions->dimensions, d);
      const HwDimensionScore *found = &g_array_index (pen->paper->readiness->dimensions, HwDimensionScore, d);
      g_autofree char *score = found->enough ? hw_format_number (pen->format, found->score, 0)
                               : g_strdup (found->n_applicable > 0 ? _("too few answers") : _("does not apply"));

      g_string_append (line, d > 0 ? ", " : "");
      /* Translators: 1 a part of the questions, "Our records", 2 its score. */
      g_string_append_printf (line, _("%1$s %2$s"), part->name, score);
    }

  return g_string_free (line, FALSE);
}

/* "Fit for one small trial: 47 of 100, between 40 and 55 with what is still open." */
static char *
dup_whole (const Pen *pen)
{
  const HwReadiness *readiness = pen->paper->readiness;
  g_autofree char *score = hw_format_number (pen->format, readiness->score, 0);
  g_autofree char *low = hw_format_number (pen->format, readiness->low, 0);
  g_autofree char *high = hw_format_number (pen->format, readiness->high, 0);

  if (!readiness->enough)
    /* Translators: a score of 100. */
    return g_strdup_printf (_("Too early to say: some parts have too few answers. Those that have enough give %s of 100."), score);

  if (g_str_equal (low, high))
    /* Translators: 1 a level, "Fit for one small trial", 2 a score of 100. */
    return g_strdup_printf (_("%1$s: %2$s of 100."), hw_ready_level_name (readiness->level), score);

  /* Translators: 1 a level, "Fit for one small trial", 2 to 4 scores of 100. */
  return g_strdup_printf (_("%1$s: %2$s of 100, between %3$s and %4$s with what is still open."),
                          hw_ready_level_name (readiness->level), score, low, high);
}

static void
add_standing (const Pen *pen)
{
  const HwReadiness *readiness = pen->paper->readiness;
  g_autofree char *whole = NULL;
  g_autofree char *parts = NULL;

  hw_page_section (pen->page, _("Where we stand"));
  if (readiness == NULL || pen->paper->questions == NULL || isnan (readiness->score))
    {
      hw_page_text (pen->page, _("The questions have no answers yet, so the level is not known."));
      return;
    }

  whole = dup_whole (pen);
  parts = dup_parts (pen);
  hw_page_text (pen->page, whole);
  hw_page_text (pen->page, parts);
  if (readiness->enough && readiness->held_by >= 0)
    {
      const HwDimension *part = g_ptr_array_index (pen->paper->questions->dimensions, readiness->held_by);
      /* Translators: a part of the questions, "Our records". */
      g_autofree char *held = g_strdup_printf (_("What holds it back: %s."), part->name);

      hw_page_text (pen->page, held);
    }
}

/* A sum without a range of its own. */
static void
add_middle (const Pen  *pen,
            const char *name,
            double      year)
{
  g_autofree char *middle = hw_format_money_about (pen->format, year);
  const char *const cells[] = { name, middle, "", "", NULL };

  hw_page_row (pen->page, FALSE, cells);
}

static void
add_money_row (const Pen  *pen,
               gboolean    bold,
               const char *name,
               double      year,
               double      low,
               double      high)
{
  g_autofree char *middle = hw_format_money_about (pen->format, year);
  g_autofree char *from = hw_format_money_about (pen->format, low);
  g_autofree char *to = hw_format_money_about (pen->format, high);
  const char *const cells[] = { name, middle, from, to, NULL };

  hw_page_row (pen->page, bold, cells);
}

/* What is left of the lines above: the smaller ones in one, and what two of them hold. */
static void
add_sums (const Pen *pen,
          double     other,
          double     twice)
{
  const HwStakes *stakes = pen->paper->stakes;

  if (!isnan (other))
    add_middle (pen, _("Smaller kinds, added up"), other);
  if (twice >= TWICE_LEAST)
    add_middle (pen, _("Counted twice, taken off"), -twice);
  add_money_row (pen, TRUE, _("All of it"), stakes->total, stakes->low, stakes->high);
}

static void
add_losses (const Pen *pen)
{
  const HwStakes *stakes = pen->paper->stakes;
  const char *const heads[] = { _("What is lost"), _("in a year"), _("at least"), _("at most"), NULL };
  double twice = 0.0, other = 0.0;
  guint n = 0, n_other = 0, n_unknown = 0;

  hw_page_section (pen->page, _("What is lost today"));
  for (guint i = 0; stakes != NULL && i < stakes->stakes->len; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);

      n_unknown += stake->state != HW_STAKE_OK && stake->state != HW_STAKE_NOTHING;
      if (stake->state != HW_STAKE_OK)
        continue;

      twice += stake->year;
      if (n >= STAKES_MOST)
        {
          other += stake->year;
          n_other++;
          continue;
        }
      if (n++ == 0)
        hw_page_row (pen->page, TRUE, heads);
      add_money_row (pen, FALSE, hw_stake_kind_name (stake->kind), stake->year, stake->low, stake->high);
    }

  if (n == 0)
    hw_page_text (pen->page, _("No loss could be worked out yet."));
  else
    add_sums (pen, n_other > 0 ? other : NAN, twice - stakes->total);

  if (n_unknown > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u kind of loss could not be worked out: something is missing for it.",
                                                         "%u kinds of loss could not be worked out: something is missing for them.",
                                                         n_unknown), n_unknown);

      hw_page_note (pen->page, text);
    }
}

static void
add_ideas (const Pen *pen)
{
  hw_page_section (pen->page, _("What to try first"));
  for (gsize i = 0; i < pen->paper->n_first; i++)
    {
      const HwDecisionIdea *idea = &pen->paper->first[i];
      g_autofree char *number = hw_format_number (pen->format, (double) (i + 1), 0);
      g_autofree char *name = g_strdup_printf ("%s  %s", number, idea->name);

      hw_page_strong (pen->page, name);
      hw_page_point (pen->page, "+", idea->why);
      if (*idea->caution != '\0')
        hw_page_point (pen->page, "–", idea->caution);
    }

  hw_page_text (pen->page, pen->paper->verdict);
}

static void
add_day (const Pen  *pen,
         const char *label,
         HwDay       day)
{
  g_autofree char *text = day != HW_DAY_NONE ? hw_format_day (pen->format, day, HW_DAY_FULL) : g_strdup (_("not said yet"));

  hw_page_pair (pen->page, label, text);
}

/* @words: with a %s for the money. */
static void
add_money (const Pen  *pen,
           const char *words,
           double      money)
{
  g_autofree char *sum = hw_format_money_about (pen->format, money);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);
  g_autofree char *text = g_strjoinv (sum, parts);

  hw_page_pair (pen->page, _("Costs"), text);
}

/* What was promised of it, as far as it was said. */
static void
add_aim (const Pen       *pen,
         const HwAnswers *answers)
{
  const HwMetric *metric = hw_metric_find (hw_answers_get_text (answers, "metric"));
  const double effect = hw_answers_get_number (answers, "effect", NAN);
  const double cost = hw_answers_get_number (answers, "cost", 0.0);
  const double month_cost = hw_answers_get_number (answers, "month_cost", 0.0);

  if (metric != NULL)
    hw_page_pair (pen->page, _("Seen by"), _(metric->name));

  if (!isnan (effect))
    {
      g_autofree char *share = hw_format_percent (pen->format, effect, 0);
      /* Translators: %s is a share, "33 %". */
      g_autofree char *better = g_strdup_printf (_("%s better than today"), share);

      hw_page_pair (pen->page, _("Worth having"), better);
    }

  if (cost > 0.0)
    add_money (pen, _("%s once"), cost);
  if (month_cost > 0.0)
    add_money (pen, _("%s a month"), month_cost);
}

static void
add_goal (const Pen *pen)
{
  hw_page_section (pen->page, _("What we want to reach"));
  if (pen->paper->goal == NULL)
    {
      hw_page_text (pen->page, _("No goal is set yet."));
      return;
    }

  hw_page_pair (pen->page, _("Goal"), pen->paper->goal);
  if (pen->paper->target != NULL)
    hw_page_pair (pen->page, _("Target"), pen->paper->target);
}

static void
add_choice (const Pen *pen)
{
  const HwAnswers *answers;
  const char *who;

  hw_page_section (pen->page, _("What we decided"));
  if (pen->paper->chosen == NULL)
    {
      hw_page_text (pen->page, _("Nothing is chosen yet."));
      return;
    }

  answers = pen->paper->chosen->answers;
  who = hw_answers_get_text (answers, "owner");
  hw_page_pair (pen->page, _("We try"), hw_answers_get_text (answers, "name"));
  hw_page_pair (pen->page, _("What changes"), hw_answers_get_text (answers, "change"));
  hw_page_pair (pen->page, _("Looked after by"), *who != '\0' ? who : _("not said yet"));
  add_day (pen, _("Begins on"), hw_answers_get_day (answers, "start"));
  add_day (pen, _("Judged on"), hw_answers_get_day (answers, "end"));
  add_aim (pen, answers);
  hw_page_sign (pen->page, _("Decided by"), _("Day"));
}

/* Translators: %s is the name of the business. */
#define TITLE(paper) g_strdup_printf (_("What %s tries first"), (paper)->business->name)

static char *
dup_foot (const HwDecisionPaper *paper,
          const char            *day)
{
  /* Translators: 1 the name of the business, 2 a date, 3 a short code that stands for how it was worked out. */
  return g_strdup_printf (_("%1$s, %2$s. Made by Headway, run %3$s."), paper->business->name, day, paper->run_id);
}

static void
compose (const Pen  *pen,
         const char *title,
         const char *day)
{
  hw_page_title (pen->page, title);
  hw_page_note (pen->page, day);
  add_standing (pen);
  add_goal (pen);
  add_losses (pen);
  add_ideas (pen);
  add_choice (pen);
}

gboolean
hw_decision_paper_write (const HwDecisionPaper  *paper,
                         const char             *path,
                         GError                **error)
{
  g_autoptr (HwFormat) format = hw_format_new (paper->language, paper->business->country, paper->business->currency);
  g_autofree char *day = hw_format_day (format, paper->as_of, HW_DAY_LONG);
  g_autofree char *foot = dup_foot (paper, day);
  g_autofree char *title = TITLE (paper);
  g_autoptr (HwPage) page = hw_page_new (hw_sheet_is_letter (paper->business->country), title, foot, paper->as_of);
  const Pen pen = { paper, format, page };

  compose (&pen, title, day);
  return hw_page_write (page, path, error);
}

GPtrArray *
hw_decision_paper_sheets (const HwDecisionPaper *paper)
{
  g_autoptr (HwFormat) format = hw_format_new (paper->language, paper->business->country, paper->business->currency);
  g_autofree char *day = hw_format_day (format, paper->as_of, HW_DAY_LONG);
  g_autofree char *foot = dup_foot (paper, day);
  g_autofree char *title = TITLE (paper);
  g_autoptr (HwPage) page = hw_page_new_to_print (hw_sheet_is_letter (paper->business->country), foot);
  const Pen pen = { paper, format, page };

  compose (&pen, title, day);
  return hw_page_take_sheets (page);
}
