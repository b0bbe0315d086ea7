/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-health-usual.h"

#include "core/hw-sort.h"

#include <math.h>

#define LEAST 20          /* lines that it takes to say what is usual */
#define LOOKED_AT 999     /* lines, evenly apart, that the middle is taken from */
#define FAR_QUANTITY 10.0 /* times the middle one */
#define FAR_PRICE 4.0     /* times, up or down */
#define SPREADS 8.0       /* and so many of the product's own spreads */
#define MAD_TO_SD 1.4826  /* of a normal law */

struct _HwHealthUsual
{
  GArray *quantities; /* (owned) of double, all above 0 */
  GArray *prices;     /* (owned) of double, all above 0 */
  GArray *priced;     /* (owned) of double: the quantities with a price */
};

static double
middle (GArray *values)
{
  hw_sort_doubles ((double *) values->data, values->len);
  return g_array_index (values, double, values->len / 2);
}

/* The middle of @all and how far, as a factor, a value may be from it. */
static double
find_middle (const GArray *all,
             double        times,
             double       *factor)
{
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (double));
  const guint step = MAX (all->len / LOOKED_AT, 1);
  double mid;

  for (guint i = 0; i < all->len; i += step)
    g_array_append_val (some, g_array_index (all, double, i));

  mid = middle (some);
  for (guint i = 0; i < some->len; i++)
    g_array_index (some, double, i) = fabs (log (g_array_index (some, double, i) / mid));

  *factor = MAX (times, exp (SPREADS * MAD_TO_SD * middle (some)));
  return mid;
}

HwHealthUsual *
hw_health_usual_new (void)
{
  HwHealthUsual *self = g_new (HwHealthUsual, 1);

  self->quantities = g_array_new (FALSE, FALSE, sizeof (double));
  self->prices = g_array_new (FALSE, FALSE, sizeof (double));
  self->priced = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
hw_health_usual_free (HwHealthUsual *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->quantities);
  g_array_unref (self->prices);
  g_array_unref (self->priced);
  g_free (self);
}

void
hw_health_usual_reset (HwHealthUsual *self)
{
  g_array_set_size (self->quantities, 0);
  g_array_set_size (self->prices, 0);
  g_array_set_size (self->priced, 0);
}

void
hw_health_usual_add (HwHealthUsual *self,
                     HwQuantity     quantity,
                     HwMoney        amount)
{
  const double units = hw_scaled_to_double (quantity);

  if (quantity <= 0)
    return;

  g_array_append_val (self->quantities, units);
  if (amount > 0)
    {
      const double price = hw_scaled_to_double (amount) / units;

      g_array_append_val (self->prices, price);
      g_array_append_val (self->priced, units);
    }
}

HwHealthOdd
hw_health_usual_count (const HwHealthUsual *self)
{
  HwHealthOdd odd = { 0 };
  double factor, mid;

  if (self->quantities->len >= LEAST)
    {
      mid = find_middle (self->quantities, FAR_QUANTITY, &factor);
      for (guint i = 0; i < self->quantities->len; i++)
        odd.n_quantity += g_array_index (self->quantities, double, i) > mid * factor;
    }

  if (self->prices->len >= LEAST)
    {
      mid = find_middle (self->prices, FAR_PRICE, &factor);
      for (guint i = 0; i < self->prices->len; i++)
        {
          const double price = g_array_index (self->prices, double, i);
          const gboolean cheap = price < mid / factor;

          odd.n_price += cheap || price > mid * factor;
          odd.n_cheap += cheap;
          odd.cheap += cheap ? (mid - price) * g_array_index (self->priced, double, i) : 0.0;
        }
    }

  return odd;
}
