/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-trial-shop.h: shops in which trials are run, drawn as SHOPS.md says.
 */
#pragma once

#include "core/hw-rng.h"

#define SHOP_YEAR 52.18

typedef struct
{
  double rho;      /* lag-1 correlation of weeks */
  double spread;   /* sd of log of a week, season apart */
  double wave;     /* height of the season, in logs */
  double phase;
} ShopKind;

/* One of the three correlations by turns; all else by lot. */
ShopKind shop_kind   (HwRng *rng, guint k);
/* Correlated standard normals. */
void     shop_noise  (HwRng *rng, double rho, double *e, gsize n);
double   shop_season (const ShopKind *kind, gsize t);
/* Closed weeks: 1 in 30, alone. */
void     shop_close  (HwRng *rng, guint8 *closed, gsize n);

#define SHOP_ITEMS_MOST 120
#define SHOP_ITEM_WEEKS 96

typedef struct
{
  gsize  n_items, n_weeks;
  double rate[SHOP_ITEMS_MOST * SHOP_ITEM_WEEKS];  /* expected sales */
  double sales[SHOP_ITEMS_MOST * SHOP_ITEM_WEEKS]; /* NAN: closed */
} ShopItems;

void     shop_items  (HwRng *rng, const ShopKind *kind, gsize n_items, gsize n_weeks, ShopItems *items);
