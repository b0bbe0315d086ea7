/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-till.h"

#include "core/hw-rng.h"

#define DELIVERY_MINUTE 330         /* 05:30, and some minutes on to the next door */
#define CARD_SHARE 0.27             /* of receipts on which a customer is known */
#define MORE_LINES 1.25             /* mean lines on a receipt beyond the first */
#define PROMOTION_PERCENT 85
#define VISITORS_SHARE 0.25         /* of those who join later */
#define VISIT_DAYS 12
#define LEAVERS_SHARE 0.25

typedef struct
{
  int   minute;
  guint product;
  int   units;
} Line;

/* A person with a customer card. */
typedef struct
{
  int    joins;
  int    leaves;
  double often; /* 0..1 */
} Card;

struct _HwSampleTill
{
  HwSampleRecords         *records; /* borrowed */
  HwRng                    rng;
  const HwSampleProduct   *products;
  guint                    n_regulars;
  Card                     cards[HW_SAMPLE_N_CUSTOMERS];
  const HwSampleDay       *day;
  int                      day_no;
  GArray                  *lines;   /* of Line: today's, not yet on receipts */
  guint                    receipt_no;
  guint                    delivered_to;
};

/* Share of the opening hours by which 0, 20, ... 100 % of the day's trade is done. */
static const double hours[HW_SAMPLE_N_HABITS][6] = {
  [HW_SAMPLE_BREAD]  = { 0.0, 0.13, 0.28, 0.48, 0.74, 1.0 },
  [HW_SAMPLE_ROLLS]  = { 0.0, 0.07, 0.15, 0.25, 0.48, 1.0 },
  [HW_SAMPLE_SWEET]  = { 0.0, 0.14, 0.38, 0.64, 0.80, 1.0 },
  [HW_SAMPLE_LUNCH]  = { 0.0, 0.18, 0.40, 0.49, 0.60, 1.0 },
  [HW_SAMPLE_DRINKS] = { 0.0, 0.10, 0.25, 0.46, 0.72, 1.0 },
  [HW_SAMPLE_PANTRY] = { 0.0, 0.22, 0.42, 0.62, 0.82, 1.0 },
};

/* Half have had a card from the start, the others join as time goes by; some stay
 * away after a while, some come once or twice. */
static void
draw_card (HwSampleTill *self,
           guint         i)
{
  Card *card = &self->cards[i];
  const double kind = hw_rng_unit (&self->rng);
  const double often = hw_rng_unit (&self->rng);

  card->joins = i % 2 == 0 ? 0 : (int) hw_rng_below (&self->rng, HW_SAMPLE_DAYS - 20);
  card->leaves = HW_SAMPLE_DAYS;
  card->often = 0.08 + 0.92 * often * often;

  if (i % 2 == 1 && kind < VISITORS_SHARE)
    {
      card->leaves = card->joins + VISIT_DAYS;
      card->often = 0.2;
    }
  else if (kind < VISITORS_SHARE + LEAVERS_SHARE)
    card->leaves = card->joins + 60 + (int) hw_rng_below (&self->rng, 400);
}

HwSampleTill *
hw_sample_till_new (HwSampleRecords *records,
                    guint64          seed)
{
  HwSampleTill *self = g_new0 (HwSampleTill, 1);
  guint n;

  self->records = records;
  self->products = hw_sample_products (&n);
  (void) hw_sample_regulars (&self->n_regulars);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  hw_rng_init (&self->rng, seed);

  for (guint i = self->n_regulars; i < HW_SAMPLE_N_CUSTOMERS; i++)
    draw_card (self, i);

  return self;
}

void
hw_sample_till_free (HwSampleTill *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->lines);
  g_free (self);
}

static HwMoney
price_of (HwSampleTill *self,
          guint         product)
{
  const HwMoney price = hw_sample_price (&self->products[product], self->day->lists_ago);
  const HwMoney cent = HW_MONEY_ONE / 100;

  if (self->day->promoted != product)
    return price;

  return (price * PROMOTION_PERCENT / 100 + cent / 2) / cent * cent;
}

static void
keep (HwSampleTill *self,
      const Line   *line,
      guint         customer)
{
  const HwSampleSale sale = {
    .day = self->day->day,
    .minute = line->minute,
    .product = line->product,
    .customer = customer,
    .receipt_no = self->receipt_no,
    .units = line->units,
    .amount = line->units * price_of (self, line->product),
  };

  g_array_append_val (self->records->sales, sale);
}

static guint
any_card (HwSampleTill *self)
{
  const guint n = HW_SAMPLE_N_CUSTOMERS - self->n_regulars;

  for (;;)
    {
      const guint i = self->n_regulars + hw_rng_below (&self->rng, n);
      const Card *card = &self->cards[i];

      if (self->day_no >= card->joins && self->day_no < card->leaves
          && hw_rng_unit (&self->rng) < card->often)
        return i;
    }
}

static int
minute_of (HwSampleTill  *self,
           HwSampleHabit  habit,
           double         share)
{
  const double at = CLAMP (share, 0.0, 0.9999) * 5.0;
  const int i = (int) at;
  const double open = hours[habit][i] + (at - i) * (hours[habit][i + 1] - hours[habit][i]);

  return self->day->opens + (int) (open * (self->day->closes - self->day->opens));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->minute != y->minute)
    return x->minute < y->minute ? -1 : 1;
  if (x->product != y->product)
    return x->product < y->product ? -1 : 1;

  return x->units < y->units ? -1 : x->units > y->units;
}

/* Neighbours in time share a receipt, if they are different products. */
static guint
receipt_end (HwSampleTill *self,
             guint         start)
{
  guint end = start + 1, wanted = start + 1 + hw_rng_poisson (&self->rng, MORE_LINES);

  for (; end < MIN (wanted, self->lines->len); end++)
    for (guint i = start; i < end; i++)
      if (g_array_index (self->lines, Line, i).product == g_array_index (self->lines, Line, end).product)
        return end;

  return end;
}

void
hw_sample_till_open (HwSampleTill      *self,
                     const HwSampleDay *day,
                     int                day_no)
{
  self->day = day;
  self->day_no = day_no;
  self->delivered_to = HW_SAMPLE_NO_CUSTOMER;
}

void
hw_sample_till_deliver (HwSampleTill *self,
                        guint         customer,
                        guint         product,
                        int           units)
{
  const Line line = { DELIVERY_MINUTE + 7 * (int) customer, product, units };

  if (customer != self->delivered_to)
    self->receipt_no++;

  self->delivered_to = customer;
  keep (self, &line, customer);
}

void
hw_sample_till_sell (HwSampleTill *self,
                     guint         product,
                     int           units,
                     double        from,
                     double        to)
{
  const HwSampleProduct *p = &self->products[product];

  while (units > 0)
    {
      const int wanted = 1 + (int) hw_rng_poisson (&self->rng, p->line_units - 1.0);
      const double at = from + (to - from) * hw_rng_unit (&self->rng);
      const Line line = { minute_of (self, p->habit, at), product, MIN (wanted, units) };

      g_array_append_val (self->lines, line);
      units -= line.units;
    }
}

void
hw_sample_till_return (HwSampleTill *self,
                       guint         product)
{
  const Line line = { self->day->closes - 1, product, -1 };

  g_array_append_val (self->lines, line);
}

void
hw_sample_till_close (HwSampleTill *self)
{
  guint start = 0;

  g_array_sort (self->lines, compare_lines);

  while (start < self->lines->len)
    {
      const guint end = receipt_end (self, start);
      const int minute = g_array_index (self->lines, Line, start).minute;
      gboolean known = hw_rng_unit (&self->rng) < CARD_SHARE;
      guint customer;

      /* A cake made to order is made for somebody. */
      for (guint i = start; i < end; i++)
        {
          const HwSampleProduct *p = &self->products[g_array_index (self->lines, Line, i).product];

          known |= p->source == HW_SAMPLE_MADE && p->habit == HW_SAMPLE_SWEET;
        }

      customer = known ? any_card (self) : HW_SAMPLE_NO_CUSTOMER;
      self->receipt_no++;

      for (; start < end; start++)
        {
          Line line = g_array_index (self->lines, Line, start);

          line.minute = minute;
          keep (self, &line, customer);
        }
    }

  g_array_set_size (self->lines, 0);
}
