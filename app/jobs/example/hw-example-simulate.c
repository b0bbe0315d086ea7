/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/example/hw-example-simulate.h"

#include "core/hw-holiday.h"
#include "core/hw-rng.h"
#include "jobs/sample/hw-sample-buying.h"
#include "jobs/sample/hw-sample-shelf.h"
#include "jobs/sample/hw-sample-year.h"

#include <math.h>

#define LEARNS 0.25               /* weight of the last same weekday in the owner's plan */
#define MISSED 1.12               /* what the owner adds to the sales of a sold-out day */
#define DAY_NOISE 0.04            /* of the whole shop, what nobody sees coming */
#define PROMOTION_PERCENT 85
#define PROMOTION_DAYS 7
#define PROMOTION_EVERY 42        /* days; a product at a time, in turn */
#define STARTERS 0.45             /* share of the customers there at the start */
#define LEAVER_EVERY 6            /* one in so many stays away in the end */
#define BACK_LEAST 4              /* days until something comes back, */
#define BACK_MORE 9               /* and up to so many more */
#define DEAD_DAYS 400             /* before the end: nobody buys it any more */

/* Streams of random numbers, so that a change in one part leaves the others be. */
enum { NOISE, BUYING, TILL, RETURNS, N_STREAMS };

typedef struct
{
  guint  product;
  int    units;
  double at;          /* share of the opening hours */
} Line;

typedef struct
{
  guint day_no, product, customer;
} Back;

typedef struct
{
  const HwExampleTrade  *trade;
  const HwSampleProduct *products;
  guint                  n_products, n_customers;
  HwSampleRecords       *records;   /* (owned) */
  HwSampleDay           *days;      /* (owned) */
  HwSampleShelf         *shelves;   /* (owned) one per product */
  HwRng                 *demand;    /* (owned) one per product */
  double               (*plan)[7];  /* (owned) per product and weekday */
  HwSampleBuying        *buying;    /* (owned) */
  GArray                *lines;     /* (owned) of Line: today's */
  GArray                *backs;     /* (owned) of Back, still to come */
  HwRng                  till, returns;
  guint                  receipt_no;
} Shop;

static void
shop_free (Shop *self)
{
  hw_sample_records_free (self->records);
  hw_sample_buying_free (self->buying);
  g_array_unref (self->lines);
  g_array_unref (self->backs);
  g_free (self->days);
  g_free (self->shelves);
  g_free (self->demand);
  g_free (self->plan);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shop, shop_free)

static guint64
stream (guint64 seed,
        guint   n)
{
  return seed + n * G_GUINT64_CONSTANT (0xd1b54a32d192ed03);
}

static void
set_holidays (HwSampleDay          *days,
              const HwExample      *example)
{
  const HwDay first = days[0].day, last = first + HW_SAMPLE_DAYS - 1;
  g_autoptr (GArray) holidays = hw_holidays_new (example->country, first, last + 1);

  for (guint i = 0; i < holidays->len; i++)
    {
      const HwHoliday *holiday = &g_array_index (holidays, HwHoliday, i);

      if (holiday->day <= last && !example->trade.on_holidays)
        days[holiday->day - first].open = FALSE;
      if (holiday->day > first)
        days[holiday->day - 1 - first].calendar = example->trade.eve;
    }
}

/* Weeks in which one product is cheaper. */
static void
set_promotions (HwSampleDay           *days,
                const HwSampleProduct *products,
                guint                  n_products)
{
  guint row = 0;

  for (guint from = PROMOTION_EVERY / 2; from + PROMOTION_DAYS < HW_SAMPLE_DAYS; from += PROMOTION_EVERY)
    {
      for (guint tries = 0; tries < n_products && products[row].promo_share <= 0.0; tries++)
        row = (row + 1) % n_products;
      for (guint i = from; i < from + PROMOTION_DAYS; i++)
        days[i].promoted = row;
      row = (row + 1) % n_products;
    }
}

static HwSampleDay *
make_days (const HwExample *example,
           HwDay            first,
           guint64          seed)
{
  HwSampleDay *days = g_new0 (HwSampleDay, HW_SAMPLE_DAYS);
  int last_year, year, month, mday;
  HwRng rng;

  hw_rng_init (&rng, seed);
  hw_day_to_ymd (first + HW_SAMPLE_DAYS - 1, &last_year, &month, &mday);
  for (guint i = 0; i < HW_SAMPLE_DAYS; i++)
    {
      HwSampleDay *day = &days[i];

      day->day = first + (HwDay) i;
      day->weekday = hw_day_weekday (day->day);
      hw_day_to_ymd (day->day, &year, &month, &mday);
      day->open = example->trade.weekdays[day->weekday] > 0.0;
      day->opens = example->trade.opens;
      day->closes = example->trade.closes;
      day->calendar = 1.0;
      day->weather = MAX (0.7, 1.0 + DAY_NOISE * hw_rng_normal (&rng));
      for (HwSampleSeason s = HW_SAMPLE_ALL_YEAR; s < HW_SAMPLE_N_SEASONS; s++)
        day->season[s] = hw_sample_season_share (s, month, mday);
      day->promoted = HW_SAMPLE_NO_PROMOTION;
      day->lists_ago = last_year - year;
    }

  set_holidays (days, example);
  set_promotions (days, example->catalogue.products, example->catalogue.n_products);
  return days;
}

static gboolean
is_tried (const Shop *self,
          guint       day_no)
{
  const int days_ago = HW_SAMPLE_DAYS - (int) day_no;

  return days_ago <= self->trade->from && days_ago >= self->trade->to;
}

/* What the owner knows of a day beforehand, but for its weekday. */
static double
foreseen (const Shop        *self,
          guint              row,
          const HwSampleDay *day)
{
  const HwSampleProduct *p = &self->products[row];

  return day->season[p->season] * day->calendar * (day->promoted == row ? 1.0 + p->promo_share : 1.0);
}

/* Lines that would be sold if there were enough. */
static guint
draw_lines (Shop  *self,
            guint  row,
            guint  day_no)
{
  const HwSampleProduct *p = &self->products[row];
  const HwSampleDay *day = &self->days[day_no];
  const double fuller = self->trade->effect == HW_EXAMPLE_FULLER && is_tried (self, day_no) ? self->trade->size : 1.0;
  const double left = HW_SAMPLE_DAYS - 1.0 - day_no;
  const double mean = p->daily_units / p->line_units * self->trade->weekdays[day->weekday] * foreseen (self, row, day) *
                      day->weather * fuller * pow (1.0 + p->growth_share, -left / 365.0);

  if (p->life == HW_SAMPLE_DEAD && left < DEAD_DAYS)
    return 0;

  return hw_rng_poisson (&self->demand[row], mean * hw_rng_gamma (&self->demand[row], 1.0 / p->spread) * p->spread);
}

static int
draw_units (Shop  *self,
            guint  row)
{
  const double more = self->products[row].line_units - 1.0, lumps = self->trade->lumps;
  const double size = lumps > 0.0 ? hw_rng_gamma (&self->demand[row], 1.0 / lumps) * lumps : 1.0;

  return 1 + (int) hw_rng_poisson (&self->demand[row], more * size);
}

/* Each morning the shelf is filled for the day. */
static void
make_fresh (Shop  *self,
            guint  row,
            guint  day_no)
{
  const HwSampleProduct *p = &self->products[row];
  const HwSampleDay *day = &self->days[day_no];
  const gboolean less = self->trade->effect == HW_EXAMPLE_BAKES_LESS && is_tried (self, day_no);
  const double expected = self->plan[row][day->weekday] * foreseen (self, row, day);
  const double spare = self->trade->spare * (less ? self->trade->size : 1.0) * sqrt (expected);
  const double missing = expected + spare - self->shelves[row].total;

  if (missing > 0.0)
    hw_sample_shelf_add (&self->shelves[row], (int) ceil (missing / p->pack) * p->pack, p->shelf_days);
}

static void
learn (Shop  *self,
       guint  row,
       guint  day_no,
       int    sold)
{
  const HwSampleDay *day = &self->days[day_no];
  double *plan = &self->plan[row][day->weekday];
  const double seen = self->shelves[row].total == 0 ? sold * MISSED : sold;

  if (self->products[row].source == HW_SAMPLE_BOUGHT)
    hw_sample_buying_learn (self->buying, row, sold);
  else
    *plan = MAX (*plan + LEARNS * (seen / foreseen (self, row, day) - *plan), 0.2);
}

static void
sell (Shop  *self,
      guint  row,
      guint  day_no)
{
  const guint n = draw_lines (self, row, day_no);
  int sold = 0;

  for (guint i = 0; i < n; i++)
    {
      Line line = { row, draw_units (self, row), hw_rng_unit (&self->demand[row]) };

      line.units = hw_sample_shelf_take (&self->shelves[row], line.units);
      sold += line.units;
      if (line.units > 0)
        g_array_append_val (self->lines, line);
    }

  learn (self, row, day_no, sold);
}

static void
keep_sale (Shop  *self,
           guint  day_no,
           int    minute,
           guint  product,
           guint  customer,
           int    units)
{
  const HwSampleDay *day = &self->days[day_no];
  const HwMoney cent = HW_MONEY_ONE / 100, list = hw_sample_price (&self->products[product], day->lists_ago);
  const HwMoney price = day->promoted == product ? (list * PROMOTION_PERCENT / 100 + cent / 2) / cent * cent : list;
  const HwSampleSale sale = { day->day, minute, product, customer, self->receipt_no, units, units * price };

  g_array_append_val (self->records->sales, sale);
}

/* The first ones buy often; new ones come by and by, and some stay away in the end. */
static guint
draw_customer (Shop  *self,
               guint  day_no)
{
  const double there = STARTERS + (1.0 - STARTERS) * day_no / HW_SAMPLE_DAYS;

  if (hw_rng_unit (&self->till) >= self->trade->known)
    return HW_SAMPLE_NO_CUSTOMER;

  for (;;)
    {
      const double u = hw_rng_unit (&self->till);
      const guint i = (guint) (u * u * there * self->n_customers);

      if (i % LEAVER_EVERY != LEAVER_EVERY - 1 || day_no < HW_SAMPLE_DAYS / 3 + i % (HW_SAMPLE_DAYS / 2))
        return i;
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *x = a, *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

static guint
receipt_end (Shop  *self,
             guint  start,
             guint  day_no)
{
  const double fuller = self->trade->effect == HW_EXAMPLE_FULLER && is_tried (self, day_no) ? self->trade->size : 1.0;
  const double lines = (1.0 + self->trade->more_lines) * fuller;
  const guint wanted = 1 + hw_rng_poisson (&self->till, lines - 1.0);

  return MIN (start + wanted, self->lines->len);
}

/* Neighbours in time share a receipt. */
static void
write_receipts (Shop  *self,
                guint  day_no)
{
  const HwSampleDay *day = &self->days[day_no];

  g_array_sort (self->lines, compare_lines);
  for (guint start = 0; start < self->lines->len;)
    {
      const guint end = receipt_end (self, start, day_no), customer = draw_customer (self, day_no);
      const int minute = day->opens + (int) ((day->closes - day->opens) * g_array_index (self->lines, Line, start).at);

      self->receipt_no++;
      for (; start < end; start++)
        {
          const Line *line = &g_array_index (self->lines, Line, start);
          const Back back = {
            day_no + BACK_LEAST + hw_rng_below (&self->returns, BACK_MORE), line->product, customer,
          };

          keep_sale (self, day_no, minute, line->product, customer, line->units);
          if (hw_rng_unit (&self->returns) < self->trade->returns)
            g_array_append_val (self->backs, back);
        }
    }

  g_array_set_size (self->lines, 0);
}

static void
take_back (Shop  *self,
           guint  day_no)
{
  for (guint i = 0; i < self->backs->len;)
    {
      const Back back = g_array_index (self->backs, Back, i);

      if (back.day_no > day_no)
        {
          i++;
          continue;
        }

      self->receipt_no++;
      keep_sale (self, day_no, self->days[day_no].closes - 1, back.product, back.customer, -1);
      hw_sample_shelf_add (&self->shelves[back.product], 1, self->products[back.product].shelf_days);
      g_array_remove_index (self->backs, i);
    }
}

static void
throw_away_old (Shop  *self,
                guint  row,
                HwDay  day)
{
  const int old = hw_sample_shelf_wake (&self->shelves[row], day);
  const HwWaste waste = { row + 1, day, old * HW_QUANTITY_ONE, 0 };

  if (old > 0)
    g_array_append_val (self->records->wastes, waste);
}

static void
count_evening (Shop  *self,
               guint  row,
               HwDay  day)
{
  const HwStockCount count = { row + 1, day, self->shelves[row].total * HW_QUANTITY_ONE, 0 };

  g_array_append_val (self->records->counts, count);
}

static void
trade (Shop  *self,
       guint  day_no)
{
  const HwDay day = self->days[day_no].day;

  for (guint i = 0; i < self->n_products; i++)
    {
      throw_away_old (self, i, day);
      if (self->products[i].source == HW_SAMPLE_BAKED)
        make_fresh (self, i, day_no);
      sell (self, i, day_no);
    }

  write_receipts (self, day_no);
  take_back (self, day_no);
  for (guint i = 0; i < self->n_products; i++)
    count_evening (self, i, day);
}

/* Orders are written at home, too: an order day may be one on which the door is shut. */
static void
run_day (Shop  *self,
         guint  day_no)
{
  hw_sample_buying_receive (self->buying, day_no);
  if (self->days[day_no].open)
    trade (self, day_no);
  hw_sample_buying_order (self->buying, day_no);
}

static Shop *
shop_new (const HwExample *example,
          HwDay            first,
          guint64          seed)
{
  Shop *self = g_new0 (Shop, 1);

  self->trade = &example->trade;
  self->products = example->catalogue.products;
  self->n_products = example->catalogue.n_products;
  self->n_customers = example->catalogue.n_customers;
  self->records = hw_sample_records_new ();
  self->days = make_days (example, first, stream (seed, NOISE));
  self->shelves = g_new (HwSampleShelf, self->n_products);
  self->demand = g_new (HwRng, self->n_products);
  self->plan = g_malloc_n (self->n_products, sizeof *self->plan);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->backs = g_array_new (FALSE, FALSE, sizeof (Back));
  hw_rng_init (&self->till, stream (seed, TILL));
  hw_rng_init (&self->returns, stream (seed, RETURNS));

  for (guint i = 0; i < self->n_products; i++)
    {
      const HwSampleProduct *p = &self->products[i];
      const double start = p->daily_units * pow (1.0 + p->growth_share, -HW_SAMPLE_DAYS / 365.0);

      hw_sample_shelf_init (&self->shelves[i], first);
      hw_rng_init (&self->demand[i], stream (seed, N_STREAMS + i));
      for (int weekday = 0; weekday < 7; weekday++)
        self->plan[i][weekday] = start * example->trade.weekdays[weekday];
    }

  self->buying = hw_sample_buying_new (self->records, &example->catalogue, self->shelves, self->days, HW_SAMPLE_DAYS,
                                       stream (seed, BUYING));
  return self;
}

HwSampleRecords *
hw_example_simulate (const HwExample *example,
                     HwDay            today,
                     guint64          seed,
                     const HwTick    *tick)
{
  g_autoptr (Shop) shop = shop_new (example, today - HW_SAMPLE_DAYS, seed);

  for (guint i = 0; i < HW_SAMPLE_DAYS; i++)
    {
      if (!hw_tick (tick, (double) i / HW_SAMPLE_DAYS))
        return NULL;
      run_day (shop, i);
    }

  hw_sample_buying_finish (shop->buying);
  return g_steal_pointer (&shop->records);
}
