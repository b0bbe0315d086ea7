/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-trial-shop.h"

#include <math.h>

ShopKind
shop_kind (HwRng *rng,
           guint  k)
{
  static const double carries[] = { 0.0, 0.3, 0.6 };
  ShopKind kind = { .rho = carries[k % 3] };

  kind.spread = 0.08 + 0.17 * hw_rng_unit (rng);
  kind.wave = 0.25 * hw_rng_unit (rng);
  kind.phase = 2.0 * G_PI * hw_rng_unit (rng);
  return kind;
}

void
shop_noise (HwRng  *rng,
            double  rho,
            double *e,
            gsize   n)
{
  for (gsize t = 0; t < n; t++)
    e[t] = t == 0 ? hw_rng_normal (rng) : rho * e[t - 1] + sqrt (1.0 - rho * rho) * hw_rng_normal (rng);
}

double
shop_season (const ShopKind *kind,
             gsize           t)
{
  const double at = 2.0 * G_PI * (double) t / SHOP_YEAR + kind->phase;

  return kind->wave * (sin (at) + 0.2 * cos (2.0 * at));
}

void
shop_close (HwRng  *rng,
            guint8 *closed,
            gsize   n)
{
  for (gsize t = 0; t < n; t++)
    closed[t] = hw_rng_below (rng, 30) == 0 && (t == 0 || !closed[t - 1]);
}

void
shop_items (HwRng          *rng,
            const ShopKind *kind,
            gsize           n_items,
            gsize           n_weeks,
            ShopItems      *items)
{
  double shop[SHOP_ITEM_WEEKS], own[SHOP_ITEM_WEEKS];
  guint8 closed[SHOP_ITEM_WEEKS];

  items->n_items = n_items;
  items->n_weeks = n_weeks;
  shop_noise (rng, kind->rho, shop, n_weeks);
  shop_close (rng, closed, n_weeks);
  for (gsize i = 0; i < n_items; i++)
    {
      const double level = 1.5 + hw_rng_normal (rng), wild = 0.3 + 0.5 * hw_rng_unit (rng);

      shop_noise (rng, kind->rho, own, n_weeks);
      for (gsize t = 0; t < n_weeks; t++)
        {
          double *rate = &items->rate[i * n_weeks + t];

          *rate = exp (level + shop_season (kind, t) + kind->spread * shop[t] + wild * own[t] - 0.5 * wild * wild);
          items->sales[i * n_weeks + t] = closed[t] ? (double) NAN : hw_rng_poisson (rng, *rate);
        }
    }
}
