/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-case.h: one plan on its way to a design: what the parts of hw-pilot-job.c
 * hand to each other. Thread: that of the store.
 */
#pragma once

#include "core/hw-rng.h"
#include "core/hw-tick.h"
#include "domain/hw-pilot.h"
#include "engine/trial/hw-counterfactual.h"
#include "jobs/trial/hw-pilot-past.h"
#include "jobs/trial/hw-shop-weeks.h"

G_BEGIN_DECLS

/* Things that replace each other are one unit of the lot. */
typedef struct
{
  guint   n;
  gint64 *id;        /* (owned) length n: the product that stands for it */
  double *pieces;    /* (owned) n rows of past.n */
  double *features;  /* (owned) n rows of n_features: sales, then price, then margin where all costs are known */
  guint   n_features;
  guint  *of;        /* (owned) of each product its unit; G_MAXUINT: does not take part */
} HwPilotUnits;

/* Shops, where the figure is known of each. */
typedef struct
{
  HwShopWeeks *weeks;  /* (owned) (nullable) NULL: it is not */
  GArray      *ids;    /* (owned) of gint64: those that take part */
  double      *logs;   /* (owned) a row of past.n for each of them */
} HwPilotSites;

typedef struct
{
  const HwAnswers *plan;     /* (borrowed) */
  HwPilotPast     *past;     /* (owned) */
  HwPilotUnits     units;
  HwPilotSites     sites;
  double          *scaled;   /* (owned) length past.n: the metric, effects being shares */
  gboolean         logs;
  double          *control;  /* (owned) (nullable) the same of what is not touched */
  double           beside;   /* correlation of both before the start; NAN */
  guint            weeks;    /* of the trial */
  HwPilot         *pilot;    /* (owned) */
} HwPilotCase;

/* hw-pilot-level.c: what is left of @y (length n) after trend and time of year. */
typedef struct
{
  double mean, sd, carry;  /* NAN where fewer than eight weeks are known */
  guint  n_known, n_columns;
} HwPilotLevel;

void     hw_pilot_level      (const double *y, guint n, double *rest, HwPilotLevel *level);
/* The week of the last 13 at which @rest shifted for good; -1. */
int      hw_pilot_shift      (const double *rest, guint n, const HwPilotLevel *level);
void     hw_pilot_look_before (HwPilotCase *self);

/* hw-pilot-design.c: sets lock->design, lock->control, choices, refused and needs. */
void     hw_pilot_choose     (HwPilotCase *self);

/* hw-pilot-lot.c: sets changed, partner and groups of the lock, balance and pairs. */
void     hw_pilot_units_load (HwPilotCase *self);
void     hw_pilot_units_clear (HwPilotUnits *units);
void     hw_pilot_draw       (HwPilotCase *self);
/* Names and money of the pairs that the lock says. */
void     hw_pilot_say_pairs  (HwPilotCase *self, GArray *customers);

/* Half of @n by lot, the odd one left as it is. */
void     hw_pilot_toss_half  (HwRng *rng, guint8 *chosen, guint n);

/* hw-pilot-sites.c: the same for shops. */
gboolean hw_pilot_sites_load (HwPilotCase *self, HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_pilot_sites_clear (HwPilotSites *sites);
gboolean hw_pilot_sites_smallest (HwPilotCase *self, guint weeks, const HwTick *tick, double *share, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_pilot_sites_quiet (const HwPilotCase *self, guint start, guint64 seed, double *p) G_GNUC_WARN_UNUSED_RESULT;
void     hw_pilot_sites_balance (HwPilotCase *self);

/* hw-pilot-smallest.c: the smallest visible effect of a trial of @weeks, as a share; NAN
 * where the past does not hold one. FALSE: stopped. */
gboolean hw_pilot_smallest   (HwPilotCase *self, guint weeks, const HwTick *tick, double *share, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_pilot_lengths    (HwPilotCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define HW_PILOT_LOOK_BACK 26 /* weeks that pairs and customers are compared by */

/* What each customer spent a week from @start on, and in the weeks before it. */
void     hw_pilot_add_customers (const HwPilotCase *self, guint start, guint weeks, double *value, double *before);
/* A trial judged by the past, or beside what is not touched. TOO_SHORT; as hw_counterfactual_run(). */
gboolean hw_pilot_run_beside (const HwPilotCase *self, guint start, guint weeks, guint n_draws, const HwTick *tick,
                              HwCounterfactual *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* hw-pilot-quiet.c: the judgement tried on quiet dates: sets quiet, alarms, apart. */
gboolean hw_pilot_quiet      (HwPilotCase *self, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* How often the rule keeps a trial of no use. */
void     hw_pilot_odds       (HwPilotCase *self);

G_END_DECLS
