/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-buying.h"

#include "core/hw-rng.h"
#include "jobs/sample/hw-sample-orders.h"

#include <math.h>

/* The rule of thumb, in multiples of what sells from one order to the next
 * delivery after it: order when there is less than LOW, up to HIGH. */
#define LOW 0.85
#define HIGH 1.4
#define FIRST_STOCK 1.2
#define LEAD_DAYS_GUESS 3         /* of a supplier who does not tell */
#define LEARNS 0.06               /* weight of one more day in the owner's feel for sales */
#define FORGETS_SHARE 0.05        /* of the days on which an order was due */
#define ENOUGH_FOR_MINIMUM 0.4    /* of the minimum order: below it the owner waits */
#define REST_SHARE 0.5            /* of short lines whose rest comes later */
#define SHORT_OF_TIME_DAYS 9      /* before the end: half of the suppliers hear nothing */
#define LAST_ORDER_DAYS 3         /* before the end: the others get an order, */
#define LAST_ORDER_LOW 1.1        /* sooner than usual */
#define DEAD_STOCK 18             /* units bought once and never again */
#define FORGOTTEN_DAYS 24         /* before the end: an order to the slowest supplier that has not come */
#define NEVER G_MAXUINT           /* a day beyond the end */

typedef struct
{
  guint line;      /* place in records->order_lines */
  guint day_no;    /* arrives */
  int   units;
  int   gone;      /* ordered units that never come, known with this delivery */
} Arrival;

struct _HwSampleBuying
{
  HwSampleRecords        *records; /* borrowed */
  HwSampleShelf          *shelves; /* borrowed */
  const HwSampleDay      *days;    /* borrowed */
  guint                   n_days;
  const HwSampleProduct  *products;
  guint                   n_products;
  const HwSampleSupplier *suppliers;
  guint                   n_suppliers;
  gboolean              (*no_delivery) (HwDay day); /* (nullable) */
  HwRng                   rng;
  double                 *daily;    /* by product: what the owner thinks sells on an open day */
  int                    *on_order; /* by product */
  int                    *wanted;   /* by product: for the order being written */
  GArray                 *arrivals; /* of Arrival, still to come */
  gboolean                forgot;   /* an order that never comes was sent */
};

static gboolean
is_bought (const HwSampleProduct *product)
{
  return product->source == HW_SAMPLE_BOUGHT && product->life != HW_SAMPLE_DEAD;
}

/* Days that one order must last. */
static double
cycle_days (const HwSampleSupplier *supplier)
{
  return (supplier->lead_days >= 0 ? supplier->lead_days : LEAD_DAYS_GUESS) + supplier->review_days;
}

static int
in_packs (const HwSampleProduct *product,
          double                 units)
{
  const int pack = MAX (product->pack, 1);
  const int least = MAX (product->min_order, pack);

  return units <= 0.0 ? 0 : MAX (least, (int) ceil (units / pack) * pack);
}

HwSampleBuying *
hw_sample_buying_new (HwSampleRecords         *records,
                      const HwSampleCatalogue *catalogue,
                      HwSampleShelf           *shelves,
                      const HwSampleDay       *days,
                      guint                    n_days,
                      guint64                  seed)
{
  HwSampleBuying *self = g_new0 (HwSampleBuying, 1);

  self->records = records;
  self->shelves = shelves;
  self->days = days;
  self->n_days = n_days;
  self->no_delivery = catalogue->no_delivery;
  self->products = catalogue->products;
  self->n_products = catalogue->n_products;
  self->suppliers = catalogue->suppliers;
  self->n_suppliers = catalogue->n_suppliers;
  hw_rng_init (&self->rng, seed);
  self->daily = g_new0 (double, self->n_products);
  self->on_order = g_new0 (int, self->n_products);
  self->wanted = g_new0 (int, self->n_products);
  self->arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival));

  for (guint i = 0; i < self->n_products; i++)
    {
      const HwSampleProduct *p = &self->products[i];

      if (p->source != HW_SAMPLE_BOUGHT)
        continue;

      self->daily[i] = p->daily_units * days[0].season[p->season];
      hw_sample_shelf_add (&shelves[i],
                           p->life == HW_SAMPLE_DEAD ? DEAD_STOCK
                           : in_packs (p, FIRST_STOCK * self->daily[i] * cycle_days (&self->suppliers[p->supplier])),
                           p->shelf_days);
    }

  return self;
}

void
hw_sample_buying_free (HwSampleBuying *self)
{
  if (self == NULL)
    return;

  g_free (self->daily);
  g_free (self->on_order);
  g_free (self->wanted);
  g_array_unref (self->arrivals);
  g_free (self);
}

void
hw_sample_buying_receive (HwSampleBuying *self,
                          guint           day_no)
{
  for (guint i = 0; i < self->arrivals->len;)
    {
      const Arrival a = g_array_index (self->arrivals, Arrival, i);
      HwReceipt receipt;
      guint product;

      if (a.day_no != day_no)
        {
          i++;
          continue;
        }

      product = (guint) g_array_index (self->records->order_lines, HwOrderLine, a.line).product_id - 1;
      receipt = (HwReceipt) { a.line + 1, self->days[day_no].day, a.units * HW_QUANTITY_ONE };
      g_array_append_val (self->records->receipts, receipt);
      hw_sample_shelf_add (&self->shelves[product], a.units, self->products[product].shelf_days);
      self->on_order[product] -= a.units + a.gone;
      g_array_remove_index (self->arrivals, i);
    }
}

void
hw_sample_buying_learn (HwSampleBuying *self,
                        guint           product,
                        int             sold)
{
  /* A day that ended early says little. */
  if (self->shelves[product].total == 0 && sold < self->daily[product])
    return;

  self->daily[product] += LEARNS * (sold - self->daily[product]);
}

/* The next day, from @day_no on, on which suppliers drive; may lie beyond the end. */
static guint
next_delivery (const HwSampleBuying *self,
               guint                 day_no)
{
  const HwDay first = self->days[0].day;

  while (hw_day_weekday (first + (HwDay) day_no) == 6 ||
         (self->no_delivery != NULL && self->no_delivery (first + (HwDay) day_no)))
    day_no++;

  return day_no;
}

static void
expect_line (HwSampleBuying         *self,
             const HwSampleSupplier *supplier,
             guint                   line,
             guint                   product,
             guint                   day_no)
{
  const int wanted = self->wanted[product];
  Arrival first = { line, day_no, wanted, 0 };

  self->on_order[product] += wanted;

  if (wanted > 1 && hw_rng_unit (&self->rng) < supplier->short_share)
    {
      const int missing = MAX (1, (int) (wanted * (0.15 + 0.35 * hw_rng_unit (&self->rng))));

      first.units = wanted - missing;
      if (hw_rng_unit (&self->rng) < REST_SHARE)
        {
          const Arrival rest = { line, next_delivery (self, day_no + 3 + hw_rng_below (&self->rng, 4)), missing, 0 };

          g_array_append_val (self->arrivals, rest);
        }
      else
        first.gone = missing;
    }

  g_array_append_val (self->arrivals, first);
}

static void
await_line (HwSampleBuying *self,
            guint           line,
            guint           product)
{
  const Arrival never = { line, NEVER, self->wanted[product], 0 };

  self->on_order[product] += never.units;
  g_array_append_val (self->arrivals, never);
}

/* The day on which the order is there. */
static guint
draw_arrival (HwSampleBuying         *self,
              const HwSampleSupplier *supplier,
              guint                   day_no)
{
  guint arrives = day_no + (guint) supplier->usual_days;

  if (hw_rng_unit (&self->rng) < supplier->late_share)
    arrives += 1 + hw_rng_below (&self->rng, (guint) supplier->late_days);

  return next_delivery (self, arrives);
}

/* What is `wanted`, there on day @arrives or NEVER. */
static void
send_order (HwSampleBuying *self,
            guint           s,
            guint           day_no,
            guint           arrives)
{
  const HwSampleSupplier *supplier = &self->suppliers[s];
  const HwDay first = self->days[0].day;
  const HwOrder order = {
    .id = self->records->orders->len + 1,
    .supplier_id = s + 1,
    .state = HW_ORDER_SENT,
    .ordered = first + (HwDay) day_no,
    .expected = supplier->lead_days < 0 ? HW_DAY_NONE
                : first + (HwDay) next_delivery (self, day_no + (guint) supplier->lead_days),
  };

  g_array_append_val (self->records->orders, order);

  for (guint i = 0; i < self->n_products; i++)
    {
      const HwOrderLine line = {
        .id = self->records->order_lines->len + 1,
        .order_id = order.id,
        .product_id = i + 1,
        .quantity = self->wanted[i] * HW_QUANTITY_ONE,
        .unit_cost = self->products[i].cost,
      };

      if (self->products[i].supplier != s || self->wanted[i] == 0)
        continue;

      g_array_append_val (self->records->order_lines, line);
      if (arrives == NEVER)
        await_line (self, self->records->order_lines->len - 1, i);
      else
        expect_line (self, supplier, self->records->order_lines->len - 1, i, arrives);
    }
}

/* Fills `wanted` for one supplier; returns what it comes to. */
static HwMoney
write_order (HwSampleBuying *self,
             guint           s,
             double          low,
             double          high)
{
  HwMoney value = 0;

  for (guint i = 0; i < self->n_products; i++)
    {
      const HwSampleProduct *p = &self->products[i];
      const double need = self->daily[i] * cycle_days (&self->suppliers[s]);
      const int have = self->shelves[i].total + self->on_order[i];

      self->wanted[i] = 0;
      if (p->supplier != s || !is_bought (p) || have >= low * need)
        continue;

      self->wanted[i] = in_packs (p, high * need - have);
      value += self->wanted[i] * (p->cost != HW_UNKNOWN ? p->cost : p->price / 2);
    }

  return value;
}

/* At the end the owner is short of time, so that there is something to order today
 * and something on its way: every other supplier hears nothing for some days, the
 * rest gets a last order. */
static gboolean
is_order_day (HwSampleBuying *self,
              guint           s,
              guint           day_no)
{
  const guint every = (guint) self->suppliers[s].review_days;
  const gboolean due = every > 0 && (day_no + s) % every == 0 && hw_rng_unit (&self->rng) >= FORGETS_SHARE;

  if (every == 0 || (s % 2 == 1 && day_no + SHORT_OF_TIME_DAYS >= self->n_days))
    return FALSE;

  return due || day_no + LAST_ORDER_DAYS >= self->n_days;
}

/* So that something is late at the end. */
static void
forget_order (HwSampleBuying *self,
              guint           day_no)
{
  guint slowest = 0;
  HwMoney value = 0;

  self->forgot = TRUE;
  for (guint s = 0; s < self->n_suppliers; s++)
    if (self->suppliers[s].lead_days > self->suppliers[slowest].lead_days)
      slowest = s;

  for (double high = HIGH; value < self->suppliers[slowest].min_order && high < 5.0 * HIGH; high += 0.1)
    value = write_order (self, slowest, high, high);

  if (value >= self->suppliers[slowest].min_order)
    send_order (self, slowest, day_no, NEVER);
}

void
hw_sample_buying_order (HwSampleBuying *self,
                        guint           day_no)
{
  const double low = day_no + LAST_ORDER_DAYS >= self->n_days ? LAST_ORDER_LOW : LOW;

  for (guint s = 0; s < self->n_suppliers; s++)
    {
      const HwSampleSupplier *supplier = &self->suppliers[s];
      HwMoney value;

      if (!is_order_day (self, s, day_no))
        continue;

      value = write_order (self, s, low, HIGH);
      if (value == 0 || value < ENOUGH_FOR_MINIMUM * supplier->min_order)
        continue;

      /* To reach the minimum the owner takes more of everything. */
      for (double high = HIGH; value < supplier->min_order && high < 3.0 * HIGH; high += 0.1)
        value = write_order (self, s, high - HIGH + low, high);

      if (value >= supplier->min_order)
        send_order (self, s, day_no, draw_arrival (self, supplier, day_no));
    }

  if (!self->forgot && day_no + FORGOTTEN_DAYS >= self->n_days)
    forget_order (self, day_no);
}

void
hw_sample_buying_finish (HwSampleBuying *self)
{
  for (guint i = 0; i < self->records->orders->len; i++)
    g_array_index (self->records->orders, HwOrder, i).state = HW_ORDER_RECEIVED;

  for (guint i = 0; i < self->arrivals->len; i++)
    {
      const Arrival *a = &g_array_index (self->arrivals, Arrival, i);
      const HwOrderLine *line = &g_array_index (self->records->order_lines, HwOrderLine, a->line);

      g_array_index (self->records->orders, HwOrder, line->order_id - 1).state = HW_ORDER_SENT;
    }

  hw_sample_orders_settle (self->records, self->products, self->days[0].day + (HwDay) self->n_days);
}
