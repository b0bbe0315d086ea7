/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-simulate.h"

#include "core/hw-rng.h"
#include "jobs/sample/hw-sample-buying.h"
#include "jobs/sample/hw-sample-shelf.h"
#include "jobs/sample/hw-sample-till.h"
#include "jobs/sample/hw-sample-year.h"

#include <math.h>

#define NEW_DAYS 70                 /* before the end */
#define RETIRED_DAYS 240
#define DEAD_DAYS 400
#define DYING_HALVES_DAYS 300.0
#define NEW_GROWS_DAYS 28.0

#define LEARNS 0.25                 /* weight of the last same weekday in the owner's plan */
#define MISSED 1.12                 /* what the owner adds to the sales of a sold-out day */
#define PROMO_BELIEVED 0.6          /* share of a promotion's effect the owner counts on */
#define RETURNS_SHARE 0.04          /* of days on which something is brought back */
#define SPARE_FRESH 1.3             /* baked beyond what is expected, of its square root: */
#define SPARE_KEEPS 1.9             /* ... of what can be sold tomorrow, too */

/* Streams of random numbers, so that a change in one part leaves the others be. */
enum { WEATHER, BUYING, TILL, DELIVERIES, RETURNS, N_STREAMS };

typedef struct
{
  HwSampleRecords        *records;
  HwSampleDay            *days;
  const HwSampleProduct  *products;
  guint                   n_products;
  HwSampleShelf          *shelves;  /* one per product */
  HwRng                  *demand;   /* one per product */
  double                (*plan)[7]; /* per product and weekday: the owner's feel, without season and feasts */
  HwRng                   deliveries;
  HwRng                   returns;
  HwSampleBuying         *buying;
  HwSampleTill           *till;
} Bakery;

static guint64
stream (guint64 seed,
        guint   n)
{
  return seed + n * G_GUINT64_CONSTANT (0xd1b54a32d192ed03);
}

static gboolean
is_offered (const HwSampleProduct *product,
            const HwSampleDay     *day,
            int                    days_left)
{
  switch (product->life)
    {
    case HW_SAMPLE_NEW:
      return days_left < NEW_DAYS;
    case HW_SAMPLE_RETIRED:
      return days_left >= RETIRED_DAYS;
    case HW_SAMPLE_STEADY:
    case HW_SAMPLE_DYING:
    case HW_SAMPLE_DEAD:
      return day->season[product->season] > 0.0;
    }

  g_return_val_if_reached (FALSE);
}

static double
life_factor (const HwSampleProduct *product,
             int                    days_left)
{
  switch (product->life)
    {
    case HW_SAMPLE_STEADY:
    case HW_SAMPLE_RETIRED:
      return 1.0;
    case HW_SAMPLE_NEW:
      return 0.5 + 0.5 * MIN ((NEW_DAYS - days_left) / NEW_GROWS_DAYS, 1.0);
    case HW_SAMPLE_DYING:
      return exp2 (days_left / DYING_HALVES_DAYS);
    case HW_SAMPLE_DEAD:
      return days_left < DEAD_DAYS ? 0.0 : 1.0;
    }

  g_return_val_if_reached (1.0);
}

/* What the owner knows of a day beforehand, but for its weekday. */
static double
foreseen (const HwSampleProduct *product,
          guint                  row,
          const HwSampleDay     *day,
          double                 promo_believed)
{
  const double promo = day->promoted == row ? 1.0 + promo_believed * product->promo_share : 1.0;

  return day->season[product->season] * day->calendar * promo;
}

/* Units that people would take if there were enough. */
static double
mean_demand (const HwSampleProduct *product,
             guint                  row,
             const HwSampleDay     *day,
             int                    days_left)
{
  const double weather = product->season == HW_SAMPLE_SUMMER ? day->weather * day->weather : day->weather;

  return product->daily_units
         * hw_sample_weekday_share (product->habit, day->weekday)
         * foreseen (product, row, day, 1.0)
         * weather
         * life_factor (product, days_left)
         * pow (1.0 + product->growth_share, -days_left / 365.0);
}

/* The rate of a day: its mean times a gamma variate of mean 1. Poisson counts at
 * this rate are negative binomial. */
static double
draw_rate (Bakery *self,
           guint   row,
           double  mean)
{
  const double shape = 1.0 / self->products[row].spread;

  return mean * hw_rng_gamma (&self->demand[row], shape) / shape;
}

static void
count_evening (Bakery            *self,
               guint              row,
               const HwSampleDay *day)
{
  const HwStockCount count = { row + 1, day->day, self->shelves[row].total * HW_QUANTITY_ONE, 0 };

  g_array_append_val (self->records->counts, count);
}

static void
throw_away_old (Bakery            *self,
                const HwSampleDay *day,
                int                days_left)
{
  for (guint i = 0; i < self->n_products; i++)
    {
      const int old = hw_sample_shelf_wake (&self->shelves[i], day->day);
      const HwWaste waste = { i + 1, day->day, old * HW_QUANTITY_ONE, 0 };

      if (old == 0)
        continue;

      g_array_append_val (self->records->wastes, waste);

      /* What is no longer baked is counted once more, so that no stock of it stays in the books. */
      if (self->shelves[i].total == 0 && !is_offered (&self->products[i], day, days_left))
        count_evening (self, i, day);
    }
}

static void
deliver (Bakery            *self,
         const HwSampleDay *day,
         int                day_no)
{
  guint n, n_regulars;
  const HwSampleDelivery *rows = hw_sample_deliveries (&n);
  const HwSampleRegular *regulars = hw_sample_regulars (&n_regulars);

  for (guint i = 0; i < n; i++)
    {
      const HwSampleRegular *to = &regulars[rows[i].regular];
      const double wish = rows[i].units * (1.0 + 0.12 * hw_rng_normal (&self->deliveries));

      if (day_no >= to->joins && day_no < to->leaves && (rows[i].weekdays >> day->weekday & 1) != 0)
        hw_sample_till_deliver (self->till, rows[i].regular, hw_sample_product_row (rows[i].sku),
                                MAX (1, (int) lround (wish)));
    }
}

static void
bake (Bakery *self,
      guint   row,
      double  expected)
{
  const HwSampleProduct *p = &self->products[row];
  const double spare = (p->shelf_days > 1 ? SPARE_KEEPS : SPARE_FRESH) * sqrt (expected);
  const double missing = expected + spare - self->shelves[row].total;

  if (missing > 0.0)
    hw_sample_shelf_add (&self->shelves[row], (int) ceil (missing / p->pack) * p->pack, p->shelf_days);
}

/* The day falls into as many parts as there are bakes. Before each, the owner bakes
 * for it: the plan's share, halfway corrected by how the day has gone so far. */
static void
sell_baked (Bakery            *self,
            guint              row,
            const HwSampleDay *day,
            double             rate)
{
  const HwSampleProduct *p = &self->products[row];
  const double known = foreseen (p, row, day, PROMO_BELIEVED);
  double *plan = &self->plan[row][day->weekday];
  const double part = *plan * known / p->bakes;
  double seen;
  int sold = 0;

  for (int i = 0; i < p->bakes; i++)
    {
      const int wish = (int) hw_rng_poisson (&self->demand[row], rate / p->bakes);
      const double pace = i == 0 ? 1.0 : 0.5 + 0.5 * CLAMP (sold / (part * i), 0.4, 2.0);
      int taken;

      bake (self, row, part * pace);
      taken = hw_sample_shelf_take (&self->shelves[row], wish);
      sold += taken;
      if (taken > 0)
        hw_sample_till_sell (self->till, row, taken, (double) i / p->bakes,
                             (i + (double) taken / wish) / p->bakes);
    }

  seen = self->shelves[row].total == 0 ? sold * MISSED : sold;
  *plan += LEARNS * (seen / known - *plan);
  *plan = MAX (*plan, 0.2);
}

static int
sell_unbaked (Bakery *self,
              guint   row,
              double  rate)
{
  const int wish = (int) hw_rng_poisson (&self->demand[row], rate);
  int sold = wish;

  if (self->products[row].source == HW_SAMPLE_BOUGHT)
    sold = hw_sample_shelf_take (&self->shelves[row], wish);
  if (sold > 0)
    hw_sample_till_sell (self->till, row, sold, 0.0, (double) sold / wish);

  return sold;
}

/* Something that keeps, of which a few were sold today. */
static void
bring_back (Bakery *self,
            guint   row,
            int     sold)
{
  const HwSampleProduct *p = &self->products[row];

  if (p->shelf_days > 0 || sold < 2 || hw_rng_unit (&self->returns) >= RETURNS_SHARE)
    return;

  hw_sample_till_return (self->till, row);
  hw_sample_shelf_add (&self->shelves[row], 1, 0);
}

static void
run_day (Bakery *self,
         guint   day_no)
{
  const HwSampleDay *day = &self->days[day_no];
  const int days_left = HW_SAMPLE_DAYS - 1 - (int) day_no;

  throw_away_old (self, day, days_left);
  hw_sample_till_open (self->till, day, (int) day_no);
  hw_sample_buying_receive (self->buying, day_no);
  deliver (self, day, (int) day_no);

  for (guint i = 0; i < self->n_products; i++)
    {
      const HwSampleProduct *p = &self->products[i];
      double rate;

      if (!is_offered (p, day, days_left))
        continue;

      rate = draw_rate (self, i, mean_demand (p, i, day, days_left));

      if (p->source == HW_SAMPLE_BAKED)
        sell_baked (self, i, day, rate);
      else
        {
          const int sold = sell_unbaked (self, i, rate);

          if (p->source == HW_SAMPLE_BOUGHT)
            {
              bring_back (self, i, sold);
              hw_sample_buying_learn (self->buying, i, sold);
            }
        }

      if (p->source != HW_SAMPLE_MADE)
        count_evening (self, i, day);
    }

  hw_sample_buying_order (self->buying, day_no);
  hw_sample_till_close (self->till);
}

static void
bakery_free (Bakery *self)
{
  hw_sample_records_free (self->records);
  hw_sample_buying_free (self->buying);
  hw_sample_till_free (self->till);
  g_free (self->days);
  g_free (self->shelves);
  g_free (self->demand);
  g_free (self->plan);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bakery, bakery_free)

static Bakery *
bakery_new (HwDay   first,
            guint64 seed)
{
  Bakery *self = g_new0 (Bakery, 1);

  self->records = hw_sample_records_new ();
  self->days = hw_sample_days_new (first, HW_SAMPLE_DAYS, stream (seed, WEATHER));
  self->products = hw_sample_products (&self->n_products);
  self->shelves = g_new (HwSampleShelf, self->n_products);
  self->demand = g_new (HwRng, self->n_products);
  self->plan = g_malloc_n (self->n_products, sizeof *self->plan);
  hw_rng_init (&self->deliveries, stream (seed, DELIVERIES));
  hw_rng_init (&self->returns, stream (seed, RETURNS));

  for (guint i = 0; i < self->n_products; i++)
    {
      const HwSampleProduct *p = &self->products[i];
      const int days_left = p->life == HW_SAMPLE_NEW ? 0 : HW_SAMPLE_DAYS - 1;
      const double start = p->daily_units * life_factor (p, days_left)
                           * pow (1.0 + p->growth_share, -days_left / 365.0);

      hw_sample_shelf_init (&self->shelves[i], first);
      hw_rng_init (&self->demand[i], stream (seed, N_STREAMS + i));
      for (int weekday = 0; weekday < 7; weekday++)
        self->plan[i][weekday] = start * hw_sample_weekday_share (p->habit, weekday);
    }

  self->buying = hw_sample_buying_new (self->records, hw_sample_catalogue (), self->shelves, self->days, HW_SAMPLE_DAYS,
                                       stream (seed, BUYING));
  self->till = hw_sample_till_new (self->records, stream (seed, TILL));
  return self;
}

HwSampleRecords *
hw_sample_simulate (HwDay         first,
                    guint64       seed,
                    const HwTick *tick)
{
  g_autoptr (Bakery) bakery = bakery_new (first, seed);

  for (guint i = 0; i < HW_SAMPLE_DAYS; i++)
    {
      if (!hw_tick (tick, (double) i / HW_SAMPLE_DAYS))
        return NULL;
      if (bakery->days[i].open)
        run_day (bakery, i);
    }

  hw_sample_buying_finish (bakery->buying);
  return g_steal_pointer (&bakery->records);
}
