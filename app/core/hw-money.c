/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-money.h"

#include <math.h>
#include <string.h>

#define SCALE G_GINT64_CONSTANT (10000)
#define SCALE_DIGITS 4

gboolean
hw_scaled_add (gint64 *sum,
               gint64  b)
{
  gint64 out;

  if (__builtin_add_overflow (*sum, b, &out))
    return FALSE;

  *sum = out;
  return TRUE;
}

/* a / b to the nearest whole number, halves away from zero. b > 0. */
static __int128
divide_nearest (__int128 a,
                __int128 b)
{
  const __int128 half = b / 2;

  return a >= 0 ? (a + half) / b : -((-a + half) / b);
}

static gboolean
narrow (__int128  wide,
        gint64   *out)
{
  if (wide > G_MAXINT64 || wide < G_MININT64)
    return FALSE;

  *out = (gint64) wide;
  return TRUE;
}

gboolean
hw_money_times (HwMoney     unit_price,
                HwQuantity  quantity,
                HwMoney    *amount)
{
  return narrow (divide_nearest ((__int128) unit_price * quantity, SCALE), amount);
}

gboolean
hw_money_per (HwMoney     amount,
              HwQuantity  quantity,
              HwMoney    *unit_price)
{
  __int128 a = (__int128) amount * SCALE;

  if (quantity == 0)
    return FALSE;

  return narrow (divide_nearest (quantity < 0 ? -a : a, quantity < 0 ? -(__int128) quantity : quantity),
                 unit_price);
}

double
hw_scaled_to_double (gint64 scaled)
{
  return (double) scaled / (double) SCALE;
}

gint64
hw_scaled_from_double (double value)
{
  const double scaled = round (value * (double) SCALE);

  if (isnan (scaled))
    return 0;
  if (scaled >= 9.2233720368547758e18)
    return G_MAXINT64;
  if (scaled <= -9.2233720368547758e18)
    return G_MININT64;

  return (gint64) scaled;
}

gint64
hw_scaled_round (gint64 scaled,
                 int    decimals)
{
  gint64 step = SCALE;
  gint64 out = scaled;

  for (int i = 0; i < CLAMP (decimals, 0, SCALE_DIGITS); i++)
    step /= 10;

  if (!narrow (divide_nearest (scaled, step) * step, &out))
    return scaled;

  return out;
}

char *
hw_scaled_to_text (gint64 scaled,
                   int    decimals_min)
{
  guint64 size = scaled < 0 ? -(guint64) scaled : (guint64) scaled;
  guint64 part = size % (guint64) SCALE;
  int decimals = SCALE_DIGITS;

  while (decimals > CLAMP (decimals_min, 0, SCALE_DIGITS) && part % 10 == 0)
    {
      part /= 10;
      decimals--;
    }

  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, scaled < 0 ? "-" : "", size / (guint64) SCALE);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, scaled < 0 ? "-" : "",
                          size / (guint64) SCALE, decimals, part);
}

/* Groups as people write them: 1,234,567 or 12,34,567. @run: digits since the
 * last mark, or since the start. */
static gboolean
group_fits (gboolean first,
            int      run)
{
  return first ? run >= 1 && run <= 3 : run == 3 || run == 2;
}

HwDecimalStatus
hw_decimal_parse (const char *text,
                  gssize      length,
                  char        point,
                  char        group,
                  gint64     *out)
{
  const char *p = text;
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  const gboolean negative = p < end && *p == '-';
  guint64 whole = 0;
  gint64 value;
  int digits = 0, run = 0, decimals = 0;
  gboolean grouped = FALSE, fine = FALSE, up = FALSE;

  if (p < end && (*p == '-' || *p == '+'))
    p++;

  for (; p < end && *p != point; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          /* 2^63 / 10^4 has 15 digits; two more only to be refused below. */
          if (whole > G_MAXUINT64 / 100)
            return HW_DECIMAL_TOO_LARGE;
          whole = whole * 10 + (guint64) (*p - '0');
          digits++;
          run++;
        }
      else if (group != 0 && *p == group && group_fits (!grouped, run))
        {
          grouped = TRUE;
          run = 0;
        }
      else
        return HW_DECIMAL_BAD;
    }

  if (grouped && run != 3)
    return HW_DECIMAL_BAD;
  if (whole > (guint64) (G_MAXINT64 / SCALE) - 1)
    return HW_DECIMAL_TOO_LARGE;

  value = (gint64) whole;
  if (p < end)
    p++; /* the point */

  for (; p < end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return HW_DECIMAL_BAD;
      digits++;
      if (decimals < SCALE_DIGITS)
        value = value * 10 + (*p - '0');
      else if (decimals == SCALE_DIGITS)
        up = *p >= '5';
      if (decimals >= SCALE_DIGITS && *p != '0')
        fine = TRUE;
      decimals++;
    }

  if (digits == 0)
    return HW_DECIMAL_BAD;

  for (; decimals < SCALE_DIGITS; decimals++)
    value *= 10;

  value += up;
  *out = negative ? -value : value;
  return fine ? HW_DECIMAL_TOO_FINE : HW_DECIMAL_OK;
}
