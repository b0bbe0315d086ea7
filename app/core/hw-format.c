/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-format-private.h"

#include <math.h>
#include <string.h>
#include <unicode/ucal.h>

#define WHOLE_ABOVE (1000 * HW_MONEY_ONE)
#define RANGE_LEAST 0.01      /* of a sum: a narrower range is not told */
#define DAY_MS 86400000.0

static char *
to_utf8 (const UChar *text,
         int32_t      length)
{
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

static char *
number_text (UNumberFormat *f,
             double         value)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar out[96];
  const int32_t n = f != NULL ? unum_formatDouble (f, value, out, G_N_ELEMENTS (out), NULL, &status) : 0;

  if (f == NULL || U_FAILURE (status))
    return g_strdup_printf ("%g", value);

  return to_utf8 (out, n);
}

/* Exact however large: ICU reads the decimal text, no double in between. */
static char *
scaled_text (UNumberFormat *f,
             gint64         scaled)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *plain = hw_scaled_to_text (scaled, 0);
  UChar out[96];
  const int32_t n = f != NULL ? unum_formatDecimal (f, plain, -1, out, G_N_ELEMENTS (out), NULL, &status) : 0;

  if (f == NULL || U_FAILURE (status))
    return g_steal_pointer (&plain);

  return to_utf8 (out, n);
}

char *
hw_format_money (const HwFormat *self,
                 HwMoney         money)
{
  const gboolean whole = money >= WHOLE_ABOVE || money <= -WHOLE_ABOVE;

  return scaled_text (whole ? self->money_whole : self->money, money);
}

char *
hw_format_money_exact (const HwFormat *self,
                       HwMoney         money)
{
  return scaled_text (self->money, money);
}

static double
step_of (double money)
{
  double step = 1.0;

  while (fabs (money) >= 100.0 * step)
    step *= 10.0;

  return step;
}

/* @step: below 1, cents are shown. */
static char *
money_to_step (const HwFormat *self,
               double          money,
               double          step)
{
  return scaled_text (step < 1.0 ? self->money : self->money_whole, hw_scaled_from_double (round (money / step) * step));
}

char *
hw_format_money_whole (const HwFormat *self,
                       double          money)
{
  return money_to_step (self, money, 1.0);
}

char *
hw_format_money_about (const HwFormat *self,
                       double          money)
{
  return money_to_step (self, money, step_of (money));
}

char *
hw_format_money_near (const HwFormat *self,
                      double          money,
                      double          beside)
{
  return money_to_step (self, money, step_of (beside));
}

static gboolean
are_told_apart (double a,
                double b,
                double step)
{
  return !(a < b) || round (a / step) < round (b / step);
}

double
hw_format_money_step (const HwFormat *self,
                      double          money,
                      double          low,
                      double          high)
{
  const double least = pow (10.0, -self->decimals);
  double step = step_of (money);

  if (!(high - low >= RANGE_LEAST * fabs (money)))
    return step;

  while (step / 10.0 > 0.99 * least &&
         !(are_told_apart (low, money, step) && are_told_apart (money, high, step) && are_told_apart (low, high, step)))
    step /= 10.0;

  return step;
}

gboolean
hw_format_money_range (const HwFormat *self,
                       double          money,
                       double          low,
                       double          high,
                       char          **middle,
                       char          **from,
                       char          **to)
{
  const double step = hw_format_money_step (self, money, low, high);
  const gboolean is_range = round (low / step) < round (high / step);

  *middle = money_to_step (self, money, step);
  *from = is_range ? money_to_step (self, low, step) : NULL;
  *to = is_range ? money_to_step (self, high, step) : NULL;
  return is_range;
}

char *
hw_format_quantity (const HwFormat *self,
                    HwQuantity      quantity)
{
  if (self->number != NULL)
    {
      unum_setAttribute (self->number, UNUM_MIN_FRACTION_DIGITS, 0);
      unum_setAttribute (self->number, UNUM_MAX_FRACTION_DIGITS, 4);
    }

  return scaled_text (self->number, quantity);
}

char *
hw_format_number (const HwFormat *self,
                  double          value,
                  int             decimals)
{
  if (self->number != NULL)
    unum_setAttribute (self->number, UNUM_FRACTION_DIGITS, decimals);

  return number_text (self->number, value);
}

char *
hw_format_percent (const HwFormat *self,
                   double          share,
                   int             decimals)
{
  if (self->percent != NULL)
    unum_setAttribute (self->percent, UNUM_FRACTION_DIGITS, decimals);

  return number_text (self->percent, share);
}

char *
hw_format_change (const HwFormat *self,
                  double          share)
{
  const int decimals = share > -0.0995 && share < 0.0995 ? 1 : 0;
  g_autofree char *size = hw_format_percent (self, share < 0.0 ? -share : share, decimals);

  /* In a line from right to left the sign would stand on the wrong side. */
  return g_strconcat (uloc_isRightToLeft (self->locale) ? "\xe2\x80\x8e" : "",
                      share < 0.0 ? "\xe2\x88\x92" : "+", size, NULL);
}

char *
hw_format_day (const HwFormat *self,
               HwDay           day,
               HwDayStyle      style)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar out[96];
  int32_t n;

  if (day == HW_DAY_NONE || self->days[style] == NULL)
    return g_strdup ("");

  n = udat_format (self->days[style], (double) day * DAY_MS, out, G_N_ELEMENTS (out), NULL, &status);
  return U_FAILURE (status) ? hw_day_to_iso (day) : to_utf8 (out, n);
}

char *
hw_format_days (const HwFormat *self,
                HwDay           from,
                HwDay           to)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar out[128];
  int32_t n;

  if (from == to || self->span == NULL)
    return hw_format_day (self, from, HW_DAY_LONG);

  n = udtitvfmt_format (self->span, (double) from * DAY_MS, (double) to * DAY_MS,
                        out, G_N_ELEMENTS (out), NULL, &status);
  return U_FAILURE (status) ? hw_format_day (self, from, HW_DAY_LONG) : to_utf8 (out, n);
}

char *
hw_format_time (const HwFormat *self,
                int             minute)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar out[64];
  int32_t n;

  if (self->time == NULL)
    return g_strdup_printf ("%02d:%02d", minute / 60 % 24, minute % 60);

  n = udat_format (self->time, minute * 60000.0, out, G_N_ELEMENTS (out), NULL, &status);
  return U_FAILURE (status) ? g_strdup ("") : to_utf8 (out, n);
}

int
hw_format_first_weekday (const HwFormat *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (HW_FORMAT_UTC, -1, self->locale, UCAL_GREGORIAN, &status);
  int first;

  if (self->first_weekday != 0)
    {
      ucal_close (calendar);
      return self->first_weekday;
    }
  if (U_FAILURE (status))
    return 1;

  first = ucal_getAttribute (calendar, UCAL_FIRST_DAY_OF_WEEK); /* 1 is Sunday */
  ucal_close (calendar);
  return first == UCAL_SUNDAY ? 7 : first - 1;
}

/* The number in ASCII: digits of any script, '.' for the locale's point and ','
 * for all that people put between thousands. */
static char *
plain_number (const HwFormat *self,
              const char     *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = g_strstrip (valid); *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == self->point_char)
        g_string_append_c (out, '.');
      else if (c == self->group_char || c == '.' || c == ',' || c == '\'' || c == 0x2019 || g_unichar_isspace (c))
        g_string_append_c (out, ',');
      else if (c == 0x2212)
        g_string_append_c (out, '-');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT) /* marks of writing direction */
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

gboolean
hw_format_parse (const HwFormat *self,
                 const char     *text,
                 gint64         *scaled)
{
  g_autofree char *plain = plain_number (self, text);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  gint64 value;

  /* A point is understood by everybody, if it cannot be a thousands mark. */
  if (hw_decimal_parse (plain, -1, '.', ',', &value) != HW_DECIMAL_OK
      && hw_decimal_parse (typed, -1, '.', 0, &value) != HW_DECIMAL_OK)
    return FALSE;

  *scaled = value;
  return TRUE;
}

int
hw_format_compare (const HwFormat *self,
                   const char     *a,
                   const char     *b)
{
  UErrorCode status = U_ZERO_ERROR;

  if (self->order == NULL)
    return strcmp (a, b);

  return ucol_strcollUTF8 (self->order, a, -1, b, -1, &status);
}
