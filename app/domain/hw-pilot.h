/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot.h: the plan of a trial worked out on the records: what to compare with, how
 * small an effect it could see, what its method says of quiet times, and the lot.
 */
#pragma once

#include "domain/hw-guard.h"
#include "domain/hw-lock.h"
#include "domain/hw-metric.h"

G_BEGIN_DECLS

typedef struct
{
  HwDesign    design;
  gboolean    open;        /* could be used here */
  const char *why;         /* translated: why, or why not and what would open it */
} HwDesignChoice;

typedef struct
{
  guint  weeks;
  double smallest;         /* visible effect, share */
} HwPilotLength;

/* What to do when the trial cannot see the effect worth having, in this order. */
typedef enum
{
  HW_PILOT_WAY_CLOSER_METRIC,
  HW_PILOT_WAY_BY_LOT,           /* products or customers by lot */
  HW_PILOT_WAY_LONGER,
  HW_PILOT_WAY_BETTER_CONTROL,
  HW_PILOT_WAY_LEARN,            /* learn without a verdict */
  HW_PILOT_WAY_N,
} HwPilotWay;

const char *hw_pilot_way_text (HwPilotWay way); /* translated: one sentence */

typedef struct
{
  char  *changed, *partner;            /* (owned) names, those of a group joined */
  double changed_week, partner_week;   /* money a week before, NAN */
} HwPilotPair;

typedef struct
{
  HwEntry        *initiative;   /* (owned) */
  HwLock         *lock;         /* (owned) as it would be, or as it is */
  gboolean        locked;
  HwDay           locked_on;
  char           *fingerprint;  /* (owned) of a locked one; else NULL */
  GPtrArray      *amended;      /* (owned) of const char: labels; empty if nothing changed since */
  const HwMetric *metric;       /* (nullable) not chosen yet, or one this version does not know */
  gboolean        learns;       /* the owner wants to learn without a verdict */
  char           *control_name; /* (owned) (nullable) of what is not touched */
  GArray         *choices;      /* (owned) of HwDesignChoice, best first, all designs */

  /* Before the start. */
  guint           n_before;     /* weeks */
  double          mean, sd;     /* of a week, of what is left of it after season and trend; metric's unit */
  double          carry;        /* lag-1 correlation of that */
  double          complete;     /* share of the weeks that are known */
  HwDay           shifted;      /* unexplained shift of level in the last 13 weeks; HW_DAY_NONE */
  gboolean        ready;        /* complete, not shifted, long enough */

  guint           weeks;        /* of the trial */
  double          formula;      /* smallest visible effect by formula, share; NAN */
  GArray         *lengths;      /* (owned) of HwPilotLength, by simulation: 4, 8, 13, 26 weeks and the planned;
                                 * NAN: cannot be judged as the planned one is */
  gboolean        sees;         /* smallest <= worth */
  gboolean        fades;        /* a longer trial sees less well: the past says less the further it is */
  gboolean        refused;      /* its smallest p is above 5 %: it can show nothing */
  guint           needs;        /* pairs, sites or weeks that it would take; 0 */
  guint           ways;         /* bits 1 << HwPilotWay, where it does not see */

  guint           quiet, alarms; /* dates at which nothing happened, and false alarms among them */
  double          apart;        /* about so many of them do not overlap */
  double          balance[3];   /* sales, margin, price: difference in spreads; NAN */
  GPtrArray      *pairs;        /* (owned) of HwPilotPair */
  GPtrArray      *guards;       /* (owned) of HwEntry */
  double          useless_kept; /* share of trials of no use that the rule would keep; NAN */
  double          harm_stop;    /* chance of harm that stops the trial, at any week: so that of trials without
                                 * harm at most 1 in 20 stop over all weeks; NAN */
  double          harm_alone;   /* share of such trials that 0.95 at each week would stop; NAN */
} HwPilot;

/* One part of the plan in words. */
typedef struct
{
  char *head;   /* (owned) translated: "What it can see" */
  char *text;   /* (owned) sentences */
} HwPilotLine;

HwPilotLine *hw_pilot_line_new  (const char *head, char *text) G_GNUC_WARN_UNUSED_RESULT; /* takes @text */
void         hw_pilot_line_free (HwPilotLine *self);

HwPilot *hw_pilot_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void     hw_pilot_free (HwPilot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPilot, hw_pilot_free)

G_END_DECLS
