/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lock.h: the plan of a trial as it was when it began: how it will be judged, who is
 * in it and who beside it. Kept once as an entry of kind LOCK of its initiative and not
 * changed after; what the plan says later is held against it.
 *
 * In:  the plan, the design, the lot.
 * Out: an entry, and back; a fingerprint of it; what was changed since.
 */
#pragma once

#include "domain/hw-entry.h"

G_BEGIN_DECLS

/* How a trial is judged, best first. */
typedef enum
{
  HW_DESIGN_ITEMS,        /* products in pairs, by coin toss */
  HW_DESIGN_CUSTOMERS,    /* some customers held out by lot */
  HW_DESIGN_SWITCHBACK,   /* on and off, blocks of two weeks or days by lot */
  HW_DESIGN_SITES,        /* half of the shops, by lot */
  HW_DESIGN_CONTROL,      /* beside a series that the change does not touch */
  HW_DESIGN_OWN_FORECAST, /* beside what the own past lets expect */
  HW_DESIGN_N,
} HwDesign;

const char *hw_design_id    (HwDesign design); /* "items": kept in files */
const char *hw_design_name  (HwDesign design); /* translated: "Pairs of products" */
gboolean    hw_design_find  (const char *id, HwDesign *design);

typedef struct
{
  HwDesign  design;
  char     *metric;        /* (owned) id of the one figure that decides */
  gint64    product;       /* it is about; 0: all */
  HwDay     start, end;    /* as planned: whole weeks */
  double    worth;         /* effect worth having, a share, above 0 */
  double    smallest;      /* visible effect, a share, by simulating the test; NAN */
  double    prior_sd;      /* of the sceptical prior, a share */
  double    kept_least;    /* 0.6 */
  double    go, stop;      /* limits of the rule: 0.8, 0.2 */
  guint64   seed;          /* of the lot and of every draw of the verdict */
  GArray   *changed;       /* (owned) of gint64: units by lot: product ids, customer ids, shop ids, or first days of the weeks
                            * with the change, one of each block of two */
  GArray   *partner;       /* (owned) of gint64, as long (customers and shops: or one shorter): of those beside them; of a
                            * switchback the first day of the block's other week; product groups: see groups */
  GArray   *groups;        /* (owned) of gint64: product id, the product of changed or partner that stands for its
                            * unit, ...: products that replace each other are one unit; may be empty */
  gint64    control;       /* what is not touched: a product, or -1 - a product: all of its category; 0: none */
  char     *plan;          /* (owned) the answers of idea and plan as canonical text */
} HwLock;

HwLock     *hw_lock_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        hw_lock_free        (HwLock *self);
/* To and from the answers of an entry; NULL where they cannot be a lock. */
void        hw_lock_keep        (const HwLock *self, HwAnswers *answers);
HwLock     *hw_lock_read        (const HwAnswers *answers) G_GNUC_WARN_UNUSED_RESULT;
/* SHA-256 over all of it, 64 hex digits; the first eight are shown. */
char       *hw_lock_fingerprint (const HwLock *self) G_GNUC_WARN_UNUSED_RESULT;
/* The questions of idea and plan that say something else by now, as their labels
 * (translated, borrowed): the amendments. Empty if there are none. */
GPtrArray  *hw_lock_amended     (const HwLock *self, const HwAnswers *now) G_GNUC_WARN_UNUSED_RESULT;

/* The answers of idea and plan, as they are kept in a lock. */
char       *hw_lock_plan_of     (const HwAnswers *answers) G_GNUC_WARN_UNUSED_RESULT;
/* Weeks of the trial as planned. */
guint       hw_lock_weeks       (const HwLock *self);

/* When the verdict may be read: half way, at the end, and at the end of an extension.
 * Limits of the O'Brien-Fleming kind for two looks; short trials are looked at once. */
#define HW_LOOKS_MOST 3
#define HW_LOOK_WEEKS_LEAST 6 /* of a trial that is looked at half way */

typedef struct
{
  HwDay  day;              /* the first on which all weeks of this look are over */
  guint  weeks;            /* of the trial that it rests on */
  double z;                /* how many standard errors the effect must be away from nothing */
  double p;                /* the same as a chance, both ways */
} HwTrialLook;

/* @end_now: as the plan says today, later if the trial was extended. Returns how many. */
guint       hw_lock_looks       (const HwLock *self, HwDay end_now, HwTrialLook looks[HW_LOOKS_MOST]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLock, hw_lock_free)

G_END_DECLS
