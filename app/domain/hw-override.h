/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-override.h: a figure of the owner's own in place of the forecast, why, and
 * afterwards who was right.
 *
 * It is an entry of kind HW_ENTRY_OVERRIDE with the answers of hw_override_form: listed,
 * kept, taken away and brought back by jobs/journey/hw-entry-job.h, version by version. Saving
 * works out the forecast's own figure for those days and keeps it beside (the answer
 * `model`), so that the two can be compared later whatever the forecast says by then.
 *
 * Questions: subject ("0" all products, "12" a product's id, "category:Bread"), from, to,
 * units (in all, over those days), reason (an id below), note. Who shows the form gives
 * the choices of `subject`. The first day must not be past: a figure typed in
 * afterwards would know what it foresees.
 *
 * The days from..to carry the figure as the forecast would spread it. Stock, orders and
 * every view (day, week, month) use it; what a product gains its category and the total
 * gain, too; a figure of a category or of all is shared out over its products, without
 * those that have a figure of their own.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

typedef enum
{
  HW_REASON_EVENT,       /* something happens nearby */
  HW_REASON_ORDER,       /* a large order is agreed */
  HW_REASON_OFFER,       /* an offer or advertising */
  HW_REASON_PRICE,       /* a new price */
  HW_REASON_WEATHER,
  HW_REASON_SUPPLY,      /* too little to sell: goods, oven, people */
  HW_REASON_NEIGHBOUR,   /* another shop opens, closes or is away */
  HW_REASON_EXPERIENCE,  /* the owner knows the customers */
  HW_REASON_N,
} HwReason;

const char *hw_reason_id   (HwReason reason); /* "order" */
const char *hw_reason_name (HwReason reason); /* translated */
gboolean    hw_reason_find (const char *id, HwReason *reason);

extern const HwForm hw_override_form;

#define HW_OVERRIDE_DAYS_MOST 400

typedef struct
{
  gint64    id;           /* of the entry */
  int       version;
  gint64    product_id;   /* 0: of a category or of all */
  char     *category;     /* (owned) (nullable) NULL: of a product or of all */
  HwDay     from, to;     /* both included */
  double    units;        /* in all */
  double    model_units;  /* what the forecast said when it was typed; NAN if it said nothing */
  HwReason  reason;
  HwDay     made;         /* the day this version was typed */
} HwOverride;

/* NULL if the answers do not make one. */
HwOverride *hw_override_new         (const HwEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
HwOverride *hw_override_copy        (const HwOverride *self) G_GNUC_WARN_UNUSED_RESULT;
void        hw_override_free        (HwOverride *self);
/* From entries; by first day, then id: of two on the same day the later one holds. */
GPtrArray  *hw_overrides_new        (GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;

/* The answer `subject`; (transfer full). */
char       *hw_override_subject     (gint64 product_id, const char *category) G_GNUC_WARN_UNUSED_RESULT;

/* One override beside what then sold. */
typedef enum
{
  HW_OVERRIDE_AHEAD,      /* its first day is to come */
  HW_OVERRIDE_RUNNING,    /* not all of its days are in the sales yet */
  HW_OVERRIDE_PAST,       /* compared */
  HW_OVERRIDE_NO_MODEL,   /* past, but the forecast had said nothing */
} HwOverrideState;

typedef struct
{
  HwOverride      *override;     /* (owned) */
  char            *name;         /* (owned) of the product or category; "" of all */
  HwOverrideState  state;
  double           sold;         /* units on its days so far, with what was missed while sold out */
  double           own_off;      /* |units - sold|; NAN unless past */
  double           model_off;    /* |model_units - sold|; NAN unless past */
  double           each;         /* money in one unit too many or too few: margin, else price; NAN if unknown */
} HwOverrideLine;

/* Who was right over several of them, each counted once. */
typedef struct
{
  gint64    product_id;       /* 0: of a category or of all */
  char     *category;         /* (owned) (nullable) */
  char     *name;             /* (owned) "" of all products */
  guint     n;                /* compared */
  guint     n_own, n_model;   /* how often which was closer; the rest were equal */
  double    own_off, model_off;             /* units, added up */
  double    own_off_money, model_off_money; /* where the money is known */
} HwOverrideSum;

typedef struct
{
  GPtrArray     *lines;       /* (owned) of HwOverrideLine, the newest first day first */
  GPtrArray     *sums;        /* (owned) of HwOverrideSum, one a subject, most money first */
  HwOverrideSum  all;         /* over all of them; name "" */
} HwOverrideReview;

HwOverrideLine   *hw_override_line_new    (HwOverride *override) G_GNUC_WARN_UNUSED_RESULT; /* takes it */
HwOverrideReview *hw_override_review_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              hw_override_review_free (HwOverrideReview *self);

/* Takes @line, compares it if its days are past, and adds it up. @known_to: the last day
 * whose sales are known; @today. */
void              hw_override_review_take (HwOverrideReview *self, HwOverrideLine *line, HwDay known_to, HwDay today);
/* Puts lines and sums in order; after the last one was taken. */
void              hw_override_review_sort (HwOverrideReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOverride, hw_override_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOverrideReview, hw_override_review_free)

G_END_DECLS
