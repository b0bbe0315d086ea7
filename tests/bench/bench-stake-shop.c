/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-stake-shop.h"

#include <math.h>
#include <string.h>

/* How demand comes about, and how the owner stocks for it. */
typedef enum { DEMAND_COUNTS, DEMAND_LOGNORMAL, N_DEMANDS } Demand;
typedef enum { SUPPLY_SHORT_DAYS, SUPPLY_PLANNED, SUPPLY_CYCLE, N_SUPPLIES } Supply;

typedef struct
{
  HwRng   rng;
  Demand  demand;
  Supply  supply;
  double  weekday[7];
  double  season, phase;
  double  growth;
  double  foreseen[SHOP_DAYS]; /* what the owner knows of the day beforehand */
  double  sold_out_share;
  double  counts_missing;
  double  waste_share;         /* of days whose rest is thrown away */
} Draw;

static double
between (HwRng  *rng,
         double  low,
         double  high)
{
  return low + (high - low) * hw_rng_unit (rng);
}

static void
draw_habits (Draw     *draw,
             Shop     *shop,
             gboolean  noise)
{
  HwRng *rng = &draw->rng;

  draw->demand = hw_rng_below (rng, N_DEMANDS);
  draw->supply = hw_rng_below (rng, N_SUPPLIES);
  shop->demand = draw->demand;
  shop->supply = draw->supply;
  draw->season = noise ? 0.0 : between (rng, 0.0, 0.3);
  draw->phase = between (rng, 0.0, 2.0 * G_PI);
  draw->growth = noise ? 0.0 : between (rng, -0.2, 0.3);
  draw->sold_out_share = exp (between (rng, log (0.01), log (0.25)));
  draw->counts_missing = hw_rng_below (rng, 2) == 0 ? 0.0 : between (rng, 0.0, 0.5);
  draw->waste_share = between (rng, 0.1, 0.9);
  shop->only_marks = hw_rng_below (rng, 5) == 0;
  shop->first = hw_rng_below (rng, 2) == 0 ? 0 : (gsize) between (rng, 0.0, 245.0);
  shop->n_products = (guint) exp (between (rng, log (2.0), log (SHOP_PRODUCTS_MOST + 0.99)));
  shop->carrying_said = hw_rng_below (rng, 2) == 0;
  for (int w = 0; w < 7; w++)
    draw->weekday[w] = noise ? 1.0 : between (rng, 0.6, 1.5);
  for (int t = 0; t < SHOP_DAYS; t++)
    draw->foreseen[t] = noise ? 1.0 : exp (0.15 * hw_rng_normal (rng));
}

static double
mean_of_day (const Draw *draw,
             double      mean,
             int         t)
{
  return mean * draw->weekday[t % 7] * draw->foreseen[t] * (1.0 + draw->season * sin (2.0 * G_PI * t / SHOP_DAYS + draw->phase)) *
         (1.0 + draw->growth * t / SHOP_DAYS);
}

static double
ask (Draw   *draw,
     double  mean,
     double  spread)
{
  if (draw->demand == DEMAND_LOGNORMAL)
    return mean * exp (spread * hw_rng_normal (&draw->rng) - spread * spread / 2.0);

  return hw_rng_poisson (&draw->rng, spread > 0.0 ? mean * hw_rng_gamma (&draw->rng, 1.0 / (spread * spread)) * spread * spread : mean);
}

/* What is there on a day, and, for what keeps, what stays for the next. */
static double
stock_up (Draw   *draw,
          double  expected,
          double  spread,
          double  z,
          double  kept,
          int     t)
{
  const double sd = sqrt (expected + spread * spread * expected * expected);
  double there = expected + 4.0 * sd;

  if (draw->supply == SUPPLY_SHORT_DAYS && hw_rng_unit (&draw->rng) < draw->sold_out_share)
    there = expected * between (&draw->rng, 0.3, 1.0);
  if (draw->supply == SUPPLY_PLANNED)
    there = expected + z * sd;
  if (draw->supply == SUPPLY_CYCLE)
    there = t % 7 == 0 ? MAX (kept, 7.0 * expected + z * sqrt (7.0) * sd) : kept;

  return draw->demand == DEMAND_COUNTS ? ceil (MAX (there, 0.0)) : MAX (there, 0.0);
}

static void
sell_year (Draw        *draw,
           Shop        *shop,
           ShopProduct *product,
           gboolean     noise)
{
  HwRng *rng = &draw->rng;
  const double mean = exp (between (rng, log (2.0), log (60.0))), spread = noise ? 0.2 : between (rng, 0.05, 0.6);
  const double z = between (rng, 0.6, 1.4) * (draw->sold_out_share < 0.05 ? 2.0 : draw->sold_out_share < 0.12 ? 1.4 : 0.8);
  double kept = 0.0;

  product->cost = exp (between (rng, log (0.5), log (20.0)));
  product->margin = product->cost * between (rng, 0.3, 2.5);
  for (int t = 0; t < SHOP_DAYS; t++)
    {
      const double expected = mean_of_day (draw, mean, t), asked = ask (draw, expected, spread);
      const double there = noise ? asked + mean : stock_up (draw, expected, spread, z, kept, t);
      const double sold = MIN (asked, there);
      const gboolean seen = (gsize) t >= shop->first;
      const gboolean out = asked >= there;

      kept = there - sold;
      product->asked[t] = asked;
      shop->missed_truth += (asked - sold) * product->margin;
      product->sold[t] = seen ? sold : NAN;
      product->counted[t] = seen && (shop->only_marks ? out : hw_rng_unit (rng) >= draw->counts_missing);
      product->sold_out[t] = product->counted[t] && out;
      product->left[t] = product->counted[t] ? kept : NAN;
      if (!noise && draw->supply == SUPPLY_PLANNED && hw_rng_unit (rng) < draw->waste_share)
        shop->waste[t] += kept * product->cost;
    }
}

/* Where nothing fresh is planned, things break and go off now and then. */
static void
draw_waste (Draw *draw,
            Shop *shop)
{
  HwRng *rng = &draw->rng;
  const double rate = between (rng, 0.1, 3.0), size = exp (between (rng, 0.0, 4.0));
  const gsize first = hw_rng_below (rng, 2) == 0 ? 0 : (gsize) between (rng, 0.0, 275.0);

  for (int t = 0; t < SHOP_DAYS; t++)
    {
      if (draw->supply != SUPPLY_PLANNED)
        for (guint n = hw_rng_poisson (rng, rate * mean_of_day (draw, 1.0, t)); n > 0; n--)
          shop->waste[t] += size * exp (0.7 * hw_rng_normal (rng));

      shop->waste_truth += shop->waste[t];
      if ((gsize) t < first)
        shop->waste[t] = NAN;
    }
}

/* Products that died at some time, others that sell seldom, on shelves beside each
 * other. What is silent for half a year is looked at. */
static void
draw_idle (Draw *draw,
           Shop *shop)
{
  HwRng *rng = &draw->rng;
  const guint n = 1 + hw_rng_below (rng, 25);
  const double true_rate = 0.25 * exp (shop->carrying_said ? between (rng, -0.6, 0.6) : 0.2 * hw_rng_normal (rng));

  shop->carrying = shop->carrying_said ? true_rate : 0.25;
  for (guint i = 0; i < n; i++)
    {
      const gboolean dies = hw_rng_below (rng, 2) == 0;
      const double rate = exp (between (rng, log (0.005), log (1.0))), ends = dies ? between (rng, 30.0, 730.0) : 730.0;
      const double value = exp (between (rng, log (10.0), log (600.0)));
      double first = NAN, last = NAN, n_sales = 0.0;

      for (double t = -log (1.0 - hw_rng_unit (rng)) / rate; t < ends; t += -log (1.0 - hw_rng_unit (rng)) / rate)
        {
          first = isnan (first) ? t : first;
          last = t;
          n_sales += 1.0;
        }

      if (isnan (first) || 730.0 - last < 180.0)
        continue;

      shop->idle[shop->n_idle++] = (HwIdleProduct) { value, hw_idle_chance (last - first + 1.0, n_sales, 730.0 - last) };
      shop->stands_truth += dies ? value : 0.0;
    }

  shop->idle_truth = shop->stands_truth * true_rate;
}

void
shop_draw (Shop     *shop,
           guint64   seed,
           gboolean  noise)
{
  Draw draw = { 0 };

  memset (shop, 0, sizeof *shop);
  hw_rng_init (&draw.rng, seed);
  draw_habits (&draw, shop, noise);
  for (guint i = 0; i < shop->n_products; i++)
    sell_year (&draw, shop, &shop->products[i], noise);

  for (guint i = 0; i < SHOP_SUPPLIERS; i++)
    for (guint n = 5 + hw_rng_below (&draw.rng, 40); n > 0; n--)
      hw_late_add (&shop->suppliers[i], round (between (&draw.rng, 0.3, 2.0) * hw_rng_normal (&draw.rng)));

  if (noise)
    return;

  draw_waste (&draw, shop);
  draw_idle (&draw, shop);
}
