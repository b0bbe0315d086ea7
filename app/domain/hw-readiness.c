/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of a dimension is 100 sum (w s) / (4 sum (w)) over what is answered and
 * applies; that over all is the mean of these by the dimensions' weights. Weights are
 * added up as whole ten-thousandths, so that no order of questions changes a bit and a
 * score at the edge of a level is at the edge. */
#include "domain/hw-readiness.h"

#include "core/hw-money.h"
#include "domain/hw-id-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SCORE_MOST (HW_READY_ANSWERS - 1)
#define ENOUGH 3        /* answers of a dimension */
#define GAP 2           /* between what was told and what the records show */
#define LEVEL_STEP 25.0
#define ROUNDING 1e-9   /* of a mean over dimensions */

/* A level can be one above the lowest of these. */
static const char *const links[] = { "data", "governance", "people" };

static const char *const level_ids[HW_READY_N] = {
  [HW_READY_STARTING] = "starting",
  [HW_READY_EMERGING] = "emerging",
  [HW_READY_READY] = "ready",
  [HW_READY_ADVANCED] = "advanced",
};

static const char *const level_names[HW_READY_N] = {
  [HW_READY_STARTING] = N_("First lay the ground"),
  [HW_READY_EMERGING] = N_("Fit for one small trial"),
  [HW_READY_READY] = N_("Fit for a trial that is measured"),
  [HW_READY_ADVANCED] = N_("Ready to use it in all your work"),
};

static void
free_dimension (gpointer data)
{
  HwDimension *dimension = data;

  g_free (dimension->id);
  g_free (dimension->name);
  g_free (dimension->asks);
  g_free (dimension);
}

static void
free_question (gpointer data)
{
  HwReadyQuestion *question = data;

  g_free (question->id);
  g_free (question->text);
  g_free (question->help);
  for (guint i = 0; i < HW_READY_ANSWERS; i++)
    g_free (question->answers[i]);
  g_free (question->check);
  g_free (question);
}

HwQuestionnaire *
hw_questionnaire_new (void)
{
  HwQuestionnaire *self = g_new0 (HwQuestionnaire, 1);

  self->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  self->questions = g_ptr_array_new_with_free_func (free_question);
  return self;
}

void
hw_questionnaire_free (HwQuestionnaire *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->dimensions);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

int
hw_questionnaire_find (const HwQuestionnaire *self,
                       const char            *question)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (g_strcmp0 (((const HwReadyQuestion *) g_ptr_array_index (self->questions, i))->id, question) == 0)
      return (int) i;

  return -1;
}

HwMeasured *
hw_measured_new (const char *check,
                 int         score,
                 gboolean    replaces,
                 const char *evidence)
{
  HwMeasured *self = g_new0 (HwMeasured, 1);

  self->check = g_strdup (check);
  self->score = score >= 0 && score <= SCORE_MOST ? score : -1;
  self->replaces = replaces;
  self->evidence = g_strdup (evidence);
  return self;
}

void
hw_measured_free (HwMeasured *self)
{
  if (self == NULL)
    return;

  g_free (self->check);
  g_free (self->evidence);
  g_free (self);
}

const char *
hw_ready_level_id (HwReadyLevel level)
{
  g_return_val_if_fail ((guint) level < HW_READY_N, "");

  return level_ids[level];
}

const char *
hw_ready_level_name (HwReadyLevel level)
{
  g_return_val_if_fail ((guint) level < HW_READY_N, "");

  return _(level_names[level]);
}

HwReadyLevel
hw_ready_level_of (double score)
{
  return (HwReadyLevel) CLAMP ((score + ROUNDING) / LEVEL_STEP, 0.0, HW_READY_N - 1.0);
}

int
hw_ready_score_of (const char *answer)
{
  return answer != NULL && answer[0] >= '0' && answer[0] < '0' + HW_READY_ANSWERS && answer[1] == '\0' ? answer[0] - '0' : -1;
}

/* (nullable) What the records show on @question, if they show anything. */
static const HwMeasured *
find_measured (const HwReadyQuestion *question,
               GPtrArray             *measured)
{
  for (guint i = 0; measured != NULL && *question->check != '\0' && i < measured->len; i++)
    {
      const HwMeasured *found = g_ptr_array_index (measured, i);

      if (found->score >= 0 && g_str_equal (found->check, question->check))
        return found;
    }

  return NULL;
}

typedef struct
{
  gint64 applies, unsure; /* weight, in ten-thousandths */
  gint64 scored;          /* weight times score */
} Sums;

static void
add_question (HwReadiness           *self,
              Sums                  *sums,
              const HwReadyQuestion *question,
              guint                  i,
              const char            *answer,
              const HwMeasured      *measured)
{
  HwDimensionScore *dimension = &g_array_index (self->dimensions, HwDimensionScore, question->dimension);
  const gint64 weight = hw_scaled_from_double (question->weight);
  const int told = hw_ready_score_of (answer);
  const int score = measured != NULL && measured->replaces ? measured->score : told;

  dimension->n_applicable++;
  sums->applies += weight;
  if (score >= 0)
    {
      dimension->n_answered++;
      sums->scored += weight * score;
    }
  else
    sums->unsure += weight;

  if (measured != NULL && told >= 0 && ABS (told - measured->score) >= GAP)
    {
      const HwReadyGap gap = { i, told, measured };

      g_array_append_val (self->gaps, gap);
    }
}

static double
share (gint64 scored,
       gint64 weight)
{
  return weight > 0 ? 100.0 * (double) scored / (SCORE_MOST * (double) weight) : NAN;
}

static void
settle_dimension (HwDimensionScore *self,
                  const Sums       *sums)
{
  self->enough = self->n_applicable > 0 && self->n_answered >= MIN (ENOUGH, self->n_applicable);
  self->score = self->enough ? share (sums->scored, sums->applies - sums->unsure) : NAN;
  self->low = share (sums->scored, sums->applies);
  self->high = share (sums->scored + SCORE_MOST * sums->unsure, sums->applies);
  self->level = self->enough ? hw_ready_level_of (self->score) : HW_READY_STARTING;
}

/* The weakest of the links that can be judged; -1 if none can. */
static int
find_weakest (const HwReadiness     *self,
              const HwQuestionnaire *questionnaire)
{
  int weakest = -1;

  for (guint d = 0; d < self->dimensions->len; d++)
    {
      const HwDimension *dimension = g_ptr_array_index (questionnaire->dimensions, d);
      const HwDimensionScore *found = &g_array_index (self->dimensions, HwDimensionScore, d);

      if (found->enough && hw_id_find (links, G_N_ELEMENTS (links), dimension->id) >= 0 &&
          (weakest < 0 || found->score < g_array_index (self->dimensions, HwDimensionScore, weakest).score))
        weakest = (int) d;
    }

  return weakest;
}

static void
settle (HwReadiness           *self,
        const HwQuestionnaire *questionnaire)
{
  double weight = 0.0, score = 0.0, low = 0.0, high = 0.0;
  gboolean any = FALSE, all = TRUE;
  int weakest;

  for (guint d = 0; d < self->dimensions->len; d++)
    {
      const HwDimensionScore *found = &g_array_index (self->dimensions, HwDimensionScore, d);
      const double w = ((const HwDimension *) g_ptr_array_index (questionnaire->dimensions, d))->weight;

      any |= found->n_applicable > 0;
      all &= found->enough || found->n_applicable == 0;
      if (found->enough)
        {
          weight += w;
          score += w * found->score;
          low += w * found->low;
          high += w * found->high;
        }
    }

  self->enough = any && all;
  self->held_by = -1;
  self->score = self->low = self->high = NAN;
  if (weight <= 0.0)
    return;

  self->score = score / weight;
  self->low = low / weight;
  self->high = high / weight;
  self->level = self->own_level = hw_ready_level_of (self->score);

  weakest = find_weakest (self, questionnaire);
  if (weakest >= 0 && self->own_level > g_array_index (self->dimensions, HwDimensionScore, weakest).level + 1)
    {
      self->held_by = weakest;
      self->level = g_array_index (self->dimensions, HwDimensionScore, weakest).level + 1;
    }
}

HwReadiness *
hw_readiness_new (const HwQuestionnaire *questionnaire,
                  const HwAnswers       *answers,
                  GPtrArray             *measured)
{
  const guint n = questionnaire->dimensions->len;
  HwReadiness *self = g_new0 (HwReadiness, 1);
  g_autofree Sums *sums = g_new0 (Sums, n);

  self->dimensions = g_array_sized_new (FALSE, TRUE, sizeof (HwDimensionScore), n);
  g_array_set_size (self->dimensions, n);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (HwReadyGap));

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const HwReadyQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      const char *answer = hw_answers_get (answers, question->id);

      if (g_strcmp0 (answer, HW_ANSWER_NOT_MINE) != 0)
        add_question (self, &sums[question->dimension], question, i, answer, find_measured (question, measured));
    }

  for (guint d = 0; d < n; d++)
    settle_dimension (&g_array_index (self->dimensions, HwDimensionScore, d), &sums[d]);
  settle (self, questionnaire);

  return self;
}

void
hw_readiness_free (HwReadiness *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->dimensions);
  g_array_unref (self->gaps);
  g_free (self);
}

const HwDimensionScore *
hw_readiness_find (const HwReadiness     *self,
                   const HwQuestionnaire *questionnaire,
                   const char            *dimension)
{
  for (guint d = 0; d < questionnaire->dimensions->len; d++)
    if (g_str_equal (((const HwDimension *) g_ptr_array_index (questionnaire->dimensions, d))->id, dimension))
      return &g_array_index (self->dimensions, HwDimensionScore, d);

  return NULL;
}
