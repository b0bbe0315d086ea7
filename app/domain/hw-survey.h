/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-survey.h: figures from answers of people: satisfaction and recommendation.
 *
 * Entry HW_ENTRY_SURVEY: metric ("csat", "nps", "enps", "engagement_index", ...), day, and
 * how many gave each answer: "n0" .. "n10". Under five answers nothing is shown, so that
 * nobody can be told apart.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

#define HW_SURVEY_LEAST 5

extern const HwForm hw_survey_form;

typedef struct
{
  gint64   n;
  gboolean hidden;          /* fewer than HW_SURVEY_LEAST */
  double   value, low, high; /* share 0..1 or points -100..100; 95 %; NAN if hidden */
} HwSurveyResult;

/* Share of @good of @n with the Wilson range. Source: Wilson (1927), "Probable inference,
 * the law of succession, and statistical inference", JASA 22. */
void hw_survey_share (gint64 good, gint64 n, HwSurveyResult *result);
/* Promoters (9, 10) less detractors (0..6), in points, with its normal range on the
 * multinomial variance, kept within -100..100; where all are of one mind, as far as
 * Wilson's range of n of n leaves room for others. */
void hw_survey_nps   (const gint64 counts[11], HwSurveyResult *result);
/* Mean of marks 1..5 with its normal range, kept within 1..5; of one mind likewise. */
void hw_survey_mean  (const gint64 counts[11], HwSurveyResult *result);
/* What the answers of an entry come to, by its metric; hidden if that is none of these. */
void hw_survey_of    (const HwAnswers *answers, HwSurveyResult *result);

/* Whether a metric comes from answers, and the marks that can be given, both included. */
gboolean hw_survey_marks (const char *metric, int *first /* (nullable) */, int *last /* (nullable) */);

G_END_DECLS
