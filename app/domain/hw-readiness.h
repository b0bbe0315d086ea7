/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-readiness.h: how ready a business is, from what it says and what its records show.
 *
 * A run is an entry of kind HW_ENTRY_READINESS: question id -> "0".."4", "?" (not sure)
 * or "-" (does not apply); a draft while it is being answered, and version 1 when the
 * owner closes it: T0, T1, ... in the order of their days.
 *
 * In:  the questionnaire, the answers, what was measured.
 * Out: a score per dimension and over all, each with what "not sure" leaves open, the
 *      level, and where words and records differ. Pure.
 */
#pragma once

#include "domain/hw-answers.h"

G_BEGIN_DECLS

#define HW_READY_ANSWERS 5

typedef struct
{
  char   *id;       /* "data" */
  char   *name;     /* translated: "Your records" */
  char   *asks;     /* translated: "Are there enough clean figures from the past to work with?" */
  double  weight;
} HwDimension;

typedef struct
{
  char   *id;           /* "DA1" */
  guint   dimension;    /* its place in the questionnaire */
  char   *text;         /* translated, as all texts here */
  char   *help;
  double  weight;
  char   *answers[HW_READY_ANSWERS]; /* by score */
  char   *check;        /* the measured check that speaks to it; "" if none */
} HwReadyQuestion;

typedef struct
{
  GPtrArray *dimensions;  /* (owned) of HwDimension */
  GPtrArray *questions;   /* (owned) of HwReadyQuestion, those of a dimension together */
} HwQuestionnaire;

HwQuestionnaire *hw_questionnaire_new  (void) G_GNUC_WARN_UNUSED_RESULT; /* empty */
void             hw_questionnaire_free (HwQuestionnaire *self);
int              hw_questionnaire_find (const HwQuestionnaire *self, const char *question); /* -1 if there is none */

/* What the records show on one check of the questionnaire. */
typedef struct
{
  char     *check;      /* (owned) "customer_id_coverage" */
  int       score;      /* 0..4; -1: it cannot be said */
  gboolean  replaces;   /* the score stands in place of what was told; else it is shown beside it */
  char     *evidence;   /* (owned) translated: "38 of 100 of your sales say who bought" */
} HwMeasured;

HwMeasured *hw_measured_new  (const char *check, int score, gboolean replaces, const char *evidence) G_GNUC_WARN_UNUSED_RESULT;
void        hw_measured_free (HwMeasured *self);

typedef enum
{
  HW_READY_STARTING,   /* [0, 25): lay the ground first */
  HW_READY_EMERGING,   /* [25, 50): ready for one small trial */
  HW_READY_READY,      /* [50, 75): ready for a measured trial */
  HW_READY_ADVANCED,   /* [75, 100]: ready to roll out */
  HW_READY_N,
} HwReadyLevel;

const char  *hw_ready_level_id   (HwReadyLevel level);
const char  *hw_ready_level_name (HwReadyLevel level); /* translated */
HwReadyLevel hw_ready_level_of   (double score);
/* 0..4; -1 for no answer, for "?" and for "-". */
int          hw_ready_score_of   (const char *answer);

typedef struct
{
  guint        n_applicable;  /* questions that apply */
  guint        n_answered;    /* of them, answered or measured; "not sure" is none */
  gboolean     enough;        /* three of them, or all that apply if fewer; none applies: FALSE */
  double       score;         /* 0..100; NAN unless enough */
  double       low, high;     /* "not sure" and open counted as 0 and as 4; NAN if none applies */
  HwReadyLevel level;         /* if enough */
} HwDimensionScore;

/* What the owner said beside what the records show; listed where the two are two or
 * more apart. */
typedef struct
{
  guint             question;
  int               told;
  const HwMeasured *measured; /* of the array given */
} HwReadyGap;

typedef struct
{
  GArray       *dimensions;   /* (owned) of HwDimensionScore, in the questionnaire's order */
  gboolean      enough;       /* every dimension in which anything applies has enough */
  double        score;        /* over the dimensions that have enough; NAN if none */
  double        low, high;    /* over the same dimensions */
  HwReadyLevel  level;        /* capped: at most one above the lowest of data, governance and people */
  HwReadyLevel  own_level;    /* by the score alone */
  int           held_by;      /* the dimension that caps the level; -1 if none does */
  GArray       *gaps;         /* (owned) of HwReadyGap, in the questionnaire's order */
} HwReadiness;

/* @measured (nullable): of HwMeasured. "Does not apply" stands against it: what the
 * owner does not need is no gap. */
HwReadiness *hw_readiness_new  (const HwQuestionnaire *questionnaire,
                                const HwAnswers       *answers,
                                GPtrArray             *measured) G_GNUC_WARN_UNUSED_RESULT;
void         hw_readiness_free (HwReadiness *self);
/* (nullable) (transfer none) The score of the dimension of that id. */
const HwDimensionScore *hw_readiness_find (const HwReadiness     *self,
                                           const HwQuestionnaire *questionnaire,
                                           const char            *dimension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwQuestionnaire, hw_questionnaire_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwMeasured, hw_measured_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReadiness, hw_readiness_free)

G_END_DECLS
