/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-safety.h: how careful to be: six questions about an idea, a level, and the list of
 * what must be in place at that level.
 *
 * Entries: HW_ENTRY_RISK (about: the id of an idea of the catalogue, or of an initiative
 * in figures; six answers "yes"/"no"), HW_ENTRY_DUTY (duty id, day, who, note; out:
 * "yes" where it does not apply here). Duties are content.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

extern const HwForm hw_risk_form;  /* about, people, money, safety, children, data, undo */
extern const HwForm hw_duty_form;  /* duty, day, who, note, out */

typedef enum { HW_RISK_UNKNOWN, HW_RISK_LOW, HW_RISK_MIDDLE, HW_RISK_HIGH } HwRisk;

const char *hw_risk_id    (HwRisk risk);
const char *hw_risk_name  (HwRisk risk);  /* translated */
double      hw_risk_share (HwRisk risk);  /* R of the idea's score: 0.1, 0.4, 0.8; not known: 0.4 */
/* From the six answers; UNKNOWN while one is open. High where somebody could be hurt or
 * children are in it; else by how many of people, money, data and "cannot be undone"
 * are in it: none or one low, two or three middle, all four high; what cannot be undone is
 * never low. */
HwRisk      hw_risk_of    (const HwAnswers *answers);
/* (nullable) The entry of @risks that is about @about. */
const HwEntry *hw_risk_find (GPtrArray *risks, const char *about);
/* Of a trial: what was answered about it, else about the idea it was made from. */
HwRisk      hw_risk_of_trial (GPtrArray *risks, const HwEntry *initiative);

#define HW_DUTY_HOUSE_RULES "G01"  /* the page that hw_house_rules_job writes */

typedef enum { HW_DUTY_MUST, HW_DUTY_SHOULD, HW_DUTY_COULD } HwDutyWeight;

typedef struct
{
  char         *id;        /* "G01" */
  char         *title;     /* translated */
  char         *text;      /* translated: what to do */
  char         *more;      /* translated: what is only said in one country; "" if there is none */
  char         *country;   /* that country, "US" */
  char         *why;       /* translated */
  char         *keep;      /* translated: what to keep as proof */
  HwDutyWeight  weight;
  HwRisk        from;      /* the level from which on it applies; UNKNOWN: always */
  char        **when;      /* and only if one of these was answered with yes: "data"; none: always */
  char         *cadence;   /* "yearly" */
  int           days;      /* after so many days it is due again; 0: once */
  char        **laws;      /* where it comes from: "GDPR Art. 30" */
} HwDuty;

void     hw_duty_free (HwDuty *self);
/* What to do, and the laws it comes from, as far as they are of @country; "": not said,
 * so of all. Laws of the land are kept there, norms and laws that reach abroad everywhere. */
char    *hw_duty_dup_text (const HwDuty *self, const char *country) G_GNUC_WARN_UNUSED_RESULT;
char    *hw_duty_dup_laws (const HwDuty *self, const char *country) G_GNUC_WARN_UNUSED_RESULT; /* "A, B"; "" */

typedef struct
{
  const HwDuty *duty;
  gboolean      applies;
  gboolean      out;       /* the owner said: not here */
  gboolean      done;      /* and not due again yet */
  HwDay         day;       /* when it was done last; HW_DAY_NONE */
  HwDay         due;       /* HW_DAY_NONE: now, if not done */
} HwDutyState;

typedef struct
{
  HwRisk   risk;           /* the highest of the ideas and trials that are open */
  GArray  *duties;         /* (owned) of HwDutyState: those that apply first, must first, open first */
  guint    n_must, n_must_done;
  double   score;          /* 100 * weight done / weight that applies (must 2, should 1, could 0.5); NAN: none does */
} HwSafety;

/* @duties: of HwDuty; @risks: HW_ENTRY_RISK of what is open; @entries: HW_ENTRY_DUTY. */
HwSafety *hw_safety_new  (GPtrArray *duties, GPtrArray *risks, GPtrArray *entries, HwDay today) G_GNUC_WARN_UNUSED_RESULT;
void      hw_safety_free (HwSafety *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDuty, hw_duty_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSafety, hw_safety_free)

G_END_DECLS
