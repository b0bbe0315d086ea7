/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stake-shop.h: businesses drawn with known losses: what was asked for is known,
 * and only what an owner would write down is handed on.
 */
#pragma once

#include "core/hw-rng.h"
#include "engine/stake/hw-idle.h"
#include "engine/stake/hw-late.h"
#include "engine/stake/hw-missed.h"

#define SHOP_DAYS 365
#define SHOP_PRODUCTS_MOST 60
#define SHOP_SUPPLIERS 4

typedef struct
{
  double   asked[SHOP_DAYS];   /* what customers wanted */
  double   sold[SHOP_DAYS];    /* NAN before the records begin */
  double   left[SHOP_DAYS];    /* NAN where not counted */
  guint8   counted[SHOP_DAYS];
  guint8   sold_out[SHOP_DAYS];
  double   margin;
  double   cost;
} ShopProduct;

typedef struct
{
  guint        n_products;
  ShopProduct  products[SHOP_PRODUCTS_MOST];
  gsize        first;               /* the day on which the records begin */
  gboolean     only_marks;
  double       waste[SHOP_DAYS];    /* money; NAN where not written down */
  guint        n_idle;
  HwIdleProduct idle[SHOP_PRODUCTS_MOST];
  HwLate       suppliers[SHOP_SUPPLIERS];
  double       carrying;            /* as the owner says or as it is taken to be */
  gboolean     carrying_said;

  int          demand, supply;       /* which of the laws and ways it was drawn by */
  double       missed_truth;        /* money in the whole year */
  double       waste_truth;
  double       idle_truth;          /* what keeping the dead costs a year */
  double       stands_truth;
} Shop;

/* @noise: nothing but noise around a constant: no loss of any kind. */
void shop_draw (Shop *shop, guint64 seed, gboolean noise);
