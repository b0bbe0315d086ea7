/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-missed.h: what was missed while sold out, over all products and a year.
 *
 * In:  of each product, what was sold by day, which days were counted, which of them
 *      ended with nothing, what was there, and what a unit brings.
 * Out: what all of it would have brought in a year, and how far that may be off.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "core/hw-tick.h"

G_BEGIN_DECLS

typedef struct
{
  const double *sold;       /* length n, by open day, oldest first [units]; NAN: closed */
  const guint8 *counted;    /* length n: 1: the evening's stock is known */
  const guint8 *sold_out;   /* length n: 1: nothing was left; only where counted */
  const double *left;       /* length n: what was left, NAN where not counted [units] */
  double        brings;     /* money a unit missed would have brought */
} HwMissedProduct;

typedef struct
{
  gsize    n;               /* days, the same ones for all products */
  int      season;          /* days in a week that are open */
  double   whole;           /* what the last days are to be multiplied by to make a year, 1 or more */
  gsize    last;            /* only what was missed on the last so many days counts */
  gboolean only_marks;      /* days without a count were not sold out: nobody counts but then */
} HwMissedTerms;

typedef struct
{
  double units;             /* missed in the days counted, of the last ones */
  double money;             /* in a year */
  double sd;                /* of it: of one product alone; of all, with what they have in common */
  double common;            /* what all products would be off by together */
  gsize  n_sold_out;        /* days */
  gsize  n_counted;
} HwMissed;

/* @at: (nullable) length n: takes what was missed on each day [units]. */
void hw_missed_product (const HwMissedTerms   *terms,
                        const HwMissedProduct *product,
                        double                *at,
                        HwMissed              *out);

/* Those of single products together. */
void hw_missed_all     (const HwMissed        *products,
                        gsize                  n,
                        HwMissed              *out);

G_END_DECLS
