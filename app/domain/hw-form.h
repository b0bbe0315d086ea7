/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-form.h: a form is a constant table of questions, asked one at a time.
 *
 * The same table serves the window (which widget, which unit), the job that keeps
 * the answers (what is allowed) and the command line. Choices that depend on the
 * business (products, goals) are given by whoever shows the form.
 */
#pragma once

#include "domain/hw-answers.h"
#include "domain/hw-entry.h"

G_BEGIN_DECLS

typedef enum
{
  HW_ASK_TEXT,       /* one line */
  HW_ASK_WORDS,      /* several lines */
  HW_ASK_NUMBER,
  HW_ASK_MONEY,
  HW_ASK_SHARE,      /* per cent on screen, 0..1 kept */
  HW_ASK_DAY,
  HW_ASK_CHOICE,
  HW_ASK_YES_NO,
  HW_ASK_WEEKDAYS,
} HwAskKind;

typedef struct
{
  const char *id;
  const char *label;   /* N_() */
} HwChoice;

typedef struct
{
  const char     *id;
  const char     *text;       /* N_() the question: "What should it reach?" */
  const char     *label;      /* N_() in lists and summaries: "Target" */
  const char     *hint;       /* N_() (nullable) one sentence of help */
  HwAskKind       kind;
  gboolean        required;
  const char     *unit;       /* N_() (nullable) in the field: "hours a week" */
  double          low, high;  /* allowed, both included, in units (shares 0..1); equal: any */
  const HwChoice *choices;    /* (nullable) ends with a NULL id; NULL: given by who shows it */
} HwQuestion;

typedef enum
{
  HW_FAULT_NONE,
  HW_FAULT_MISSING,      /* required, not answered */
  HW_FAULT_NOT_A_NUMBER,
  HW_FAULT_NOT_A_DAY,
  HW_FAULT_NOT_A_CHOICE,
  HW_FAULT_TOO_LOW,
  HW_FAULT_TOO_HIGH,
  HW_FAULT_TOO_LONG,     /* a text of more than HW_TEXT_MOST letters */
  HW_FAULT_BEFORE_START, /* an end that comes before its start */
  HW_FAULT_PAST,         /* a day that must be to come */
  HW_FAULT_AHEAD,        /* a day that cannot be to come */
  HW_FAULT_NO_CHANGE,    /* a target that is where things are today */
  HW_FAULT_WRONG_WAY,    /* a target worse than today */
  HW_FAULT_TO_COME,      /* a day that must be past */
  HW_FAULT_N,
} HwFault;

#define HW_TEXT_MOST 2000

typedef struct _HwForm HwForm;

struct _HwForm
{
  const char       *id;         /* "goal" */
  const char       *title;      /* N_() */
  const HwQuestion *questions;
  guint             n;

  /* (nullable) whether question @i is asked, given the answers so far. */
  gboolean        (*applies)  (const HwAnswers *answers, guint i);
  /* (nullable) what is wrong with the answer to @i beyond its own limits. */
  HwFault         (*check)    (const HwAnswers *answers, guint i, HwDay today);
};

/* The answer to one question by its own limits, then the form's own check. */
HwFault           hw_form_check       (const HwForm *self, const HwAnswers *answers, guint i, HwDay today);
/* The first question that is asked and has a fault; FALSE if there is none. */
gboolean          hw_form_find_fault  (const HwForm *self, const HwAnswers *answers, HwDay today,
                                       guint *i, HwFault *fault);
gboolean          hw_form_applies     (const HwForm *self, const HwAnswers *answers, guint i);
/* -1 if there is none. */
int               hw_form_find        (const HwForm *self, const char *question);
/* Translated: what is wrong and what would be right; needs no figures. */
const char       *hw_fault_text       (HwFault fault);

/* What a draft carries beside its answers: in which form it was left, and whether of
 * something new. */
#define HW_DRAFT_FORM "draft_form"
#define HW_DRAFT_NEW "draft_new"

/* Whether @draft is one that was left in @form: of the entry @id, or of a new one. */
gboolean hw_form_draft_is_of (const HwEntry *draft, const HwForm *form, gint64 id);

G_END_DECLS
