/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-training.h: what each role should know before it works the new way, and what to do
 * when something fails. Content, read by jobs/.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *id;       /* "T01" */
  char    *title;    /* translated */
  char    *know;     /* translated: what one can do after it */
  char    *way;      /* translated: how to practise it */
  char    *check;    /* translated: how to see that it is known */
  char   **roles;    /* ids; "all" */
  int      minutes;
  int      station;  /* HwStation at which it is due */
  char   **sources;  /* ids of sources.xml */
} HwTraining;

typedef struct
{
  char    *id;       /* "buyer" */
  char    *name;     /* translated */
  char   **ideas;    /* ids of ideas this role works with; "all" */
} HwRole;

/* One role and what it should know for one initiative. */
typedef struct
{
  const HwRole *role;
  GPtrArray    *lessons; /* (owned) of const HwTraining */
  int           minutes; /* for one person */
} HwTrainingDue;

typedef struct
{
  char    *id;       /* "P01" */
  char    *title;    /* translated: "A supplier cannot deliver" */
  char    *when;     /* translated: how you see it */
  char   **hour;     /* translated: in the first hour, day, week */
  char   **day;
  char   **week;
  char    *rule;     /* translated: how to decide */
  char    *over;     /* translated: when it is over */
  char   **metrics;  /* ids of the metric table */
  char   **sources;  /* ids of sources.xml */
} HwPlaybook;

void           hw_training_free     (HwTraining *self);
void           hw_role_free         (HwRole *self);
void           hw_playbook_free     (HwPlaybook *self);
void           hw_training_due_free (HwTrainingDue *self);
/* What every role that works with @idea ("" for one of the owner's own) should know up to
 * @station: of HwTrainingDue, in the order of @roles (of HwRole); @all: of HwTraining. */
GPtrArray     *hw_training_due      (GPtrArray *roles, GPtrArray *all, const char *idea, int station) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTrainingDue, hw_training_due_free)

G_END_DECLS
