/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-survey.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define Z95 1.959963984540054 /* the 97.5 % point of the normal law */
#define ANSWERS_MOST 1e6
#define N_MARKS 11
#define GOOD_MARK 4           /* of 5 */
#define LOVE_MARK 9           /* of 10 */
#define DOUBT_MARK 6

#define MARK(question, asked, short_name) \
  { .id = question, .kind = HW_ASK_NUMBER, .high = ANSWERS_MOST, .unit = N_("people"), .text = asked, .label = short_name }

static const HwChoice metrics[] = {
  { "csat", N_("Happy customers, from 1 to 5") },
  { "nps", N_("Would customers recommend you? From 0 to 10") },
  { "review_rating", N_("Stars online, from 1 to 5") },
  { "enps", N_("Would your team recommend you? From 0 to 10") },
  { "engagement_index", N_("Mood of the team, from 1 to 5") },
  { NULL }
};

static const HwQuestion questions[] = {
  { .id = "metric", .kind = HW_ASK_CHOICE, .required = TRUE, .choices = metrics, .text = N_("What did you ask?"),
    .label = N_("Figure") },
  { .id = "day", .kind = HW_ASK_DAY, .required = TRUE, .text = N_("When was the last answer?"), .label = N_("Day") },
  MARK ("n0", N_("How many people gave a 0?"), N_("Gave a 0")),
  MARK ("n1", N_("How many people gave a 1?"), N_("Gave a 1")),
  MARK ("n2", N_("How many people gave a 2?"), N_("Gave a 2")),
  MARK ("n3", N_("How many people gave a 3?"), N_("Gave a 3")),
  MARK ("n4", N_("How many people gave a 4?"), N_("Gave a 4")),
  MARK ("n5", N_("How many people gave a 5?"), N_("Gave a 5")),
  MARK ("n6", N_("How many people gave a 6?"), N_("Gave a 6")),
  MARK ("n7", N_("How many people gave a 7?"), N_("Gave a 7")),
  MARK ("n8", N_("How many people gave a 8?"), N_("Gave a 8")),
  MARK ("n9", N_("How many people gave a 9?"), N_("Gave a 9")),
  MARK ("n10", N_("How many people gave a 10?"), N_("Gave a 10")),
};

/* The mark question @i counts, -1 if it is another question. */
static int
mark_of (guint i)
{
  return i >= 2 ? (int) i - 2 : -1;
}

gboolean
hw_survey_marks (const char *metric,
                 int        *first,
                 int        *last)
{
  for (guint i = 0; metrics[i].id != NULL; i++)
    if (g_strcmp0 (metrics[i].id, metric) == 0)
      {
        const gboolean ten = g_str_has_suffix (metric, "nps");

        if (first != NULL)
          *first = ten ? 0 : 1;
        if (last != NULL)
          *last = ten ? 10 : 5;
        return TRUE;
      }

  return FALSE;
}

static gboolean
applies (const HwAnswers *answers,
         guint            i)
{
  const int mark = mark_of (i);
  int first, last;

  return mark < 0 || (hw_survey_marks (hw_answers_get_text (answers, "metric"), &first, &last) &&
                      mark >= first && mark <= last);
}

static HwFault
check (const HwAnswers *answers,
       guint            i,
       HwDay            today)
{
  const double n = mark_of (i) >= 0 ? hw_answers_get_number (answers, questions[i].id, 0.0) : 0.0;

  if (g_str_equal (questions[i].id, "day") && hw_answers_get_day (answers, "day") > today)
    return HW_FAULT_TO_COME;

  return n != floor (n) ? HW_FAULT_NOT_A_NUMBER : HW_FAULT_NONE; /* half a person */
}

const HwForm hw_survey_form = {
  .id = "survey", .title = N_("Answers of a survey"), .questions = questions, .n = G_N_ELEMENTS (questions),
  .applies = applies, .check = check,
};

static gboolean
hide (gint64          n,
      HwSurveyResult *result)
{
  result->n = n;
  result->hidden = n < HW_SURVEY_LEAST;
  result->value = result->low = result->high = NAN;
  return result->hidden;
}

void
hw_survey_share (gint64          good,
                 gint64          n,
                 HwSurveyResult *result)
{
  double share, middle, half, below;

  if (hide (n, result))
    return;

  share = (double) good / (double) n;
  below = 1.0 + Z95 * Z95 / (double) n;
  middle = (share + Z95 * Z95 / (2.0 * (double) n)) / below;
  half = Z95 * sqrt (share * (1.0 - share) / (double) n + Z95 * Z95 / (4.0 * (double) n * (double) n)) / below;
  result->value = share;
  result->low = MAX (middle - half, 0.0);
  result->high = MIN (middle + half, 1.0);
}

/* How many may think otherwise where all @n say the same: what lies above Wilson's range
 * of n of n. */
static double
unseen (gint64 n)
{
  return Z95 * Z95 / ((double) n + Z95 * Z95);
}

static gint64
count (const gint64 counts[N_MARKS],
       int          first,
       int          last)
{
  gint64 n = 0;

  for (int i = first; i <= last; i++)
    n += counts[i];

  return n;
}

void
hw_survey_nps (const gint64    counts[N_MARKS],
               HwSurveyResult *result)
{
  const gint64 n = count (counts, 0, N_MARKS - 1);
  double love, doubt, score, half;

  if (hide (n, result))
    return;

  love = (double) count (counts, LOVE_MARK, N_MARKS - 1) / (double) n;
  doubt = (double) count (counts, 0, DOUBT_MARK) / (double) n;
  score = love - doubt;
  half = Z95 * sqrt (MAX (love + doubt - score * score, 0.0) / (double) n);
  result->value = 100.0 * score;
  result->low = half > 0.0 ? MAX (100.0 * (score - half), -100.0) : result->value - 100.0 * unseen (n) * (score + 1.0);
  result->high = half > 0.0 ? MIN (100.0 * (score + half), 100.0) : result->value + 100.0 * unseen (n) * (1.0 - score);
}

void
hw_survey_mean (const gint64    counts[N_MARKS],
                HwSurveyResult *result)
{
  const gint64 n = count (counts, 1, 5);
  double sum = 0.0, squares = 0.0, half;

  if (hide (n, result))
    return;

  for (int mark = 1; mark <= 5; mark++)
    sum += (double) counts[mark] * mark;

  result->value = sum / (double) n;
  for (int mark = 1; mark <= 5; mark++)
    squares += (double) counts[mark] * (mark - result->value) * (mark - result->value);

  half = Z95 * sqrt (squares / (double) (n - 1) / (double) n);
  result->low = half > 0.0 ? MAX (result->value - half, 1.0) : result->value - unseen (n) * (result->value - 1.0);
  result->high = half > 0.0 ? MIN (result->value + half, 5.0) : result->value + unseen (n) * (5.0 - result->value);
}

void
hw_survey_of (const HwAnswers *answers,
              HwSurveyResult  *result)
{
  const char *metric = hw_answers_get_text (answers, "metric");
  gint64 counts[N_MARKS] = { 0 };
  int first, last;

  if (!hw_survey_marks (metric, &first, &last))
    {
      hide (0, result);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (mark_of (i) >= first && mark_of (i) <= last)
      counts[mark_of (i)] = (gint64) hw_answers_get_number (answers, questions[i].id, 0.0);

  if (last == 10)
    hw_survey_nps (counts, result);
  else if (g_str_equal (metric, "csat"))
    hw_survey_share (count (counts, GOOD_MARK, 5), count (counts, 1, 5), result);
  else
    hw_survey_mean (counts, result);
}
