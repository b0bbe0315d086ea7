/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lift-fixture.h: catalogues made up for tests of what is known. */
#pragma once

#include "core/hw-rng.h"
#include "engine/forecast/hw-lift.h"

#include <math.h>

#define N 364
#define AHEAD 14
#define TOTAL (N + AHEAD)
#define PRODUCTS_MOST 24
#define KNOWN_MOST 3

/* A catalogue made up for one test. */
typedef struct
{
  double        y[PRODUCTS_MOST][N];
  double        value[PRODUCTS_MOST][KNOWN_MOST][TOTAL];
  const double *pointers[PRODUCTS_MOST][KNOWN_MOST];
  HwLiftProduct products[PRODUCTS_MOST];
  HwKnown       known[KNOWN_MOST];
  HwLiftInput   input;
} Shop;

static inline Shop *
shop_new (gsize n_products,
          gsize n_known,
          int   season)
{
  Shop *shop = g_new0 (Shop, 1);

  for (gsize i = 0; i < n_products; i++)
    {
      for (gsize k = 0; k < n_known; k++)
        shop->pointers[i][k] = shop->value[i][k];
      shop->products[i] = (HwLiftProduct) { shop->y[i], shop->pointers[i], -1 };
    }
  shop->input = (HwLiftInput) { shop->products, n_products, shop->known, n_known, N, AHEAD, season };
  return shop;
}

/* Offers of five days, one period in @every begins one. */
static inline void
set_offers (double *value,
            HwRng  *rng,
            guint32 every)
{
  for (gsize t = 0; t < TOTAL; t++)
    if (hw_rng_below (rng, every) == 0)
      for (gsize s = t; s < MIN (t + 5, TOTAL); s++)
        value[s] = 1.0;
}

static inline double
weekday_of (gsize t)
{
  return t % 7 == 5 ? 2.0 : t % 7 == 6 ? 0.4 : 0.92;
}

/* Counts around @level with a week, a slow swell common to all, and effects. */
static inline void
sell (Shop         *shop,
      gsize         product,
      HwRng        *rng,
      double        level,
      const double *effect)
{
  for (gsize t = 0; t < N; t++)
    {
      double mean = level * weekday_of (t) * (1.0 + 0.2 * sin ((double) t / 60.0));

      for (gsize k = 0; k < shop->input.n_known; k++)
        mean *= exp (effect[k] * shop->value[product][k][t]);
      shop->y[product][t] = hw_rng_poisson (rng, mean * hw_rng_gamma (rng, 4.0) / 4.0);
    }
}
