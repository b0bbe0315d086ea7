/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-known.h"

#include "core/hw-sort.h"

#include <math.h>
#include <string.h>

#define PRICE_MOST 1.6094379124341003 /* log 5: further off is a typing error */
#define DEVIATION_MOST 3.0

static guint
lead_of (const HwKnown *known)
{
  return MIN (known->lead, HW_KNOWN_SHIFT_MAX);
}

static guint
lag_of (const HwKnown *known)
{
  return MIN (known->lag, HW_KNOWN_SHIFT_MAX);
}

/* Median of the prices up to @n; 0 if there is none. */
static double
usual_price (const double *value,
             gsize         n)
{
  g_autofree double *sorted = g_new (double, n + 1);
  gsize k = 0;

  for (gsize t = 0; t < n; t++)
    if (isfinite (value[t]) && value[t] > 0.0)
      sorted[k++] = value[t];
  if (k == 0)
    return 0.0;

  hw_sort_doubles (sorted, k);
  return sorted[k / 2];
}

static void
encode_price (const double *value,
              gsize         n,
              gsize         total,
              double       *x)
{
  const double usual = usual_price (value, n);

  for (gsize t = 0; t < total; t++)
    {
      const gboolean told = usual > 0.0 && isfinite (value[t]) && value[t] > 0.0;

      x[t] = told ? CLAMP (log (value[t] / usual), -PRICE_MOST, PRICE_MOST) : 0.0;
    }
}

/* Standard deviations from the mean of the periods behind. */
static void
encode_deviation (const double *value,
                  gsize         n,
                  gsize         total,
                  double       *x)
{
  double sum = 0.0, squares = 0.0, k = 0.0, mean, sd;

  for (gsize t = 0; t < n; t++)
    if (isfinite (value[t]))
      {
        sum += value[t];
        k += 1.0;
      }
  mean = k > 0.0 ? sum / k : 0.0;
  for (gsize t = 0; t < n; t++)
    if (isfinite (value[t]))
      squares += (value[t] - mean) * (value[t] - mean);
  sd = k > 1.0 ? sqrt (squares / (k - 1.0)) : 0.0;

  for (gsize t = 0; t < total; t++)
    {
      const gboolean told = isfinite (value[t]) && sd > 1e-12 * fabs (mean) && isfinite (sd);

      x[t] = told ? CLAMP ((value[t] - mean) / sd, -DEVIATION_MOST, DEVIATION_MOST) : 0.0;
    }
}

static void
encode_share (const double *value,
              gsize         total,
              gboolean      of_closed,
              double       *x)
{
  for (gsize t = 0; t < total; t++)
    {
      const double share = isfinite (value[t]) ? CLAMP (value[t], 0.0, 1.0) : (of_closed ? 1.0 : 0.0);

      x[t] = of_closed ? 1.0 - share : share;
    }
}

static gboolean
is_share (const double *value,
          gsize         n)
{
  for (gsize t = 0; t < n; t++)
    if (isfinite (value[t]) && (value[t] < 0.0 || value[t] > 1.0))
      return FALSE;

  return TRUE;
}

static void
encode_here (const HwKnown *known,
             const double  *value,
             gsize          n,
             gsize          total,
             double        *x)
{
  switch (known->kind)
    {
    case HW_KNOWN_PRICE:
      encode_price (value, n, total, x);
      break;
    case HW_KNOWN_WEATHER:
      encode_deviation (value, n, total, x);
      break;
    case HW_KNOWN_OWN:
      if (is_share (value, n))
        encode_share (value, total, FALSE, x);
      else
        encode_deviation (value, n, total, x);
      break;
    case HW_KNOWN_OPEN:
      encode_share (value, total, TRUE, x);
      break;
    case HW_KNOWN_PROMOTION:
    case HW_KNOWN_HOLIDAY:
    default:
      encode_share (value, total, FALSE, x);
      break;
    }
}

/* out[t] = here[t - shift]; 0 where that is outside. */
static void
shift_by (const double *here,
          gsize         total,
          int           shift,
          double       *out)
{
  for (gsize t = 0; t < total; t++)
    {
      const gssize from = (gssize) t - shift;

      out[t] = from >= 0 && (gsize) from < total ? here[from] : 0.0;
    }
}

/**
 * hw_known_columns:
 * @known: a thing known
 *
 * Returns: how many columns hw_known_encode() makes of it: one for the period itself,
 *   one for each period before and after that feels it. Of open hours only those
 *   around it: what a closed period sells needs no estimate
 */
gsize
hw_known_columns (const HwKnown *known)
{
  return (known->kind == HW_KNOWN_OPEN ? 0 : 1) + (gsize) lead_of (known) + lag_of (known);
}

/**
 * hw_known_encode:
 * @known: a thing known
 * @value: (array length=total) (nullable): its value in each period, NAN where nobody
 *   said: as usual. NULL: as usual throughout
 * @n: periods behind: what is usual is learned from these alone
 * @total: periods behind and ahead
 * @x: (out): columns of length @total, one after the other: the period itself, then
 *   one, two, three periods after it, then before it
 *
 * A price is the log of its ratio to its median; weather and other figures are
 * standard deviations from their mean, at most three. What is further off than a
 * price five times as high or low is taken as that.
 */
void
hw_known_encode (const HwKnown *known,
                 const double  *value,
                 gsize          n,
                 gsize          total,
                 double        *x)
{
  g_autofree double *here = NULL;

  if (value == NULL)
    {
      memset (x, 0, hw_known_columns (known) * total * sizeof *x);
      return;
    }

  here = g_new (double, total + 1);
  encode_here (known, value, MIN (n, total), total, here);
  if (known->kind != HW_KNOWN_OPEN)
    {
      memcpy (x, here, total * sizeof *x);
      x += total;
    }
  for (guint s = 1; s <= lag_of (known); s++, x += total)
    shift_by (here, total, (int) s, x);
  for (guint s = 1; s <= lead_of (known); s++, x += total)
    shift_by (here, total, -(int) s, x);
}

/**
 * hw_known_share:
 * @known: a thing known
 * @value: (nullable): its value in each period
 * @t: a period
 *
 * Returns: the share of the period that is open, 0 to 1; 1 of all that is not about
 *   open hours
 */
double
hw_known_share (const HwKnown *known,
                const double  *value,
                gsize          t)
{
  if (known->kind != HW_KNOWN_OPEN || value == NULL || !isfinite (value[t]))
    return 1.0;

  return CLAMP (value[t], 0.0, 1.0);
}
