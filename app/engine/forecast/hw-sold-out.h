/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sold-out.h: what would have sold in periods that sold out.
 *
 * In:  sales per period, oldest first, in which of them nothing was left, and, where
 *      it is known, for how long, and how much was there.
 * Out: demand per period: the sales, or what was likely asked for.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const double *y;         /* length n, oldest first [units]; NAN: not observed */
  const guint8 *sold_out;  /* length n: 1: nothing was left, demand was at least y */
  const double *share;     /* (nullable) length n: where sold_out, in what share of the period; 0: not known */
  const double *supply;    /* (nullable) length n: what was there to sell, NAN where not known [units] */
  gsize         n;
  int           season;    /* periods in it; 1 for none */
} HwSoldOutInput;

double hw_sold_out_tell     (const HwSoldOutInput *input,
                             double               *demand,
                             double               *variance);

double hw_sold_out_complete (const double *y,
                             const guint8 *sold_out,
                             const double *share,
                             gsize         n,
                             int           season,
                             double       *demand);

G_END_DECLS
