/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a format: what ICU knows of the language, the country and the currency. */
#include "core/hw-format-private.h"

#include "core/hw-country.h"
#include "core/hw-locale.h"

#include <string.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>

static const char *const day_skeletons[HW_DAY_N_STYLES] = {
  [HW_DAY_SHORT]   = "EEEdMMM",
  [HW_DAY_LONG]    = "dMMMMy",
  [HW_DAY_NUMERIC] = "ddMMy",
  [HW_DAY_AXIS]    = "dMMM",
  [HW_DAY_MONTH]   = "MMMy",
  [HW_DAY_MONTH_NAME] = "LLL",
  [HW_DAY_YEAR]    = "y",
  [HW_DAY_FULL]    = "EEEdMMMy",
  [HW_DAY_WEEKDAY]  = "ccc",
  [HW_DAY_WEEKDAY_NAME] = "cccc",
};

static UNumberFormat *
make_number (const char        *locale,
             UNumberFormatStyle style,
             const char        *currency,
             int                decimals)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *f = unum_open (style, NULL, 0, locale, NULL, &status);
  UChar code[4] = { 0 };

  if (U_FAILURE (status))
    return NULL;

  if (currency != NULL)
    {
      for (int i = 0; i < 3; i++)
        code[i] = (UChar) currency[i];
      unum_setTextAttribute (f, UNUM_CURRENCY_CODE, code, 3, &status);
    }

  unum_setAttribute (f, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);
  if (!uloc_isRightToLeft (locale))
    unum_setSymbol (f, UNUM_MINUS_SIGN_SYMBOL, u"\u2212", 1, &status); /* as wide as a plus */
  if (decimals >= 0)
    unum_setAttribute (f, UNUM_FRACTION_DIGITS, decimals);

  return f;
}

static UDateFormat *
make_day (UDateTimePatternGenerator *generator,
          const char                *locale,
          const char                *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[16], pattern[64];
  int32_t length, n = (int32_t) strlen (skeleton);

  for (int32_t i = 0; i <= n; i++)
    wide[i] = (UChar) skeleton[i];

  length = udatpg_getBestPattern (generator, wide, n, pattern, G_N_ELEMENTS (pattern), &status);
  return udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, HW_FORMAT_UTC, -1, pattern, length, &status);
}

static void
make_days (HwFormat *self)
{
  static const UChar span[] = { 'd', 'M', 'M', 'M', 'M', 'y' };
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = hw_locale_dates (self->locale);
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);

  if (U_FAILURE (status))
    return;

  for (int i = 0; i < HW_DAY_N_STYLES; i++)
    self->days[i] = make_day (generator, locale, day_skeletons[i]);

  self->time = make_day (generator, locale, "jmm");
  udatpg_close (generator);
  self->span = udtitvfmt_open (locale, span, G_N_ELEMENTS (span), HW_FORMAT_UTC, -1, &status);
}

static char *
symbol_text (UNumberFormat       *f,
             UNumberFormatSymbol  symbol,
             const char          *otherwise)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar out[8];
  const int32_t n = f != NULL ? unum_getSymbol (f, symbol, out, G_N_ELEMENTS (out), &status) : 0;

  if (n <= 0 || U_FAILURE (status))
    return g_strdup (otherwise);

  return g_utf16_to_utf8 (out, n, NULL, NULL, NULL);
}

HwFormat *
hw_format_new (const char *language,
               const char *country,
               const char *currency)
{
  HwFormat *self = g_new0 (HwFormat, 1);
  g_autofree char *numbers = NULL;
  g_autofree char *group = NULL;
  UErrorCode status = U_ZERO_ERROR;

  g_strlcpy (self->currency, currency != NULL ? currency : "XXX", sizeof self->currency);
  self->locale = hw_locale_make (language, country);
  self->decimals = hw_currency_decimals (self->currency);
  numbers = hw_locale_numbers (self->locale);
  self->money = make_number (numbers, UNUM_CURRENCY, self->currency, self->decimals);
  self->money_whole = make_number (numbers, UNUM_CURRENCY, self->currency, 0);
  self->number = make_number (numbers, UNUM_DECIMAL, NULL, -1);
  self->percent = make_number (numbers, UNUM_PERCENT, NULL, -1);
  make_days (self);
  self->order = ucol_open (self->locale, &status);

  self->point = symbol_text (self->number, UNUM_DECIMAL_SEPARATOR_SYMBOL, ".");
  self->point_char = g_utf8_get_char (self->point);
  group = symbol_text (self->number, UNUM_GROUPING_SEPARATOR_SYMBOL, ",");
  self->group_char = g_utf8_get_char (group);
  return self;
}

void
hw_format_free (HwFormat *self)
{
  if (self == NULL)
    return;

  unum_close (self->money);
  unum_close (self->money_whole);
  unum_close (self->number);
  unum_close (self->percent);
  for (int i = 0; i < HW_DAY_N_STYLES; i++)
    udat_close (self->days[i]);
  udat_close (self->time);
  udtitvfmt_close (self->span);
  ucol_close (self->order);
  g_free (self->point);
  g_free (self->locale);
  g_free (self);
}

void
hw_format_set_letters (HwFormat *self)
{
  g_autofree char *numbers = hw_locale_numbers (self->locale);

  unum_close (self->money);
  unum_close (self->money_whole);
  self->money = make_number (numbers, UNUM_CURRENCY_ISO, self->currency, self->decimals);
  self->money_whole = make_number (numbers, UNUM_CURRENCY_ISO, self->currency, 0);
}

void
hw_format_set_first_weekday (HwFormat *self,
                             int       weekday)
{
  self->first_weekday = CLAMP (weekday, 1, 7);
}

const char *
hw_format_get_currency (const HwFormat *self)
{
  return self->currency;
}

int
hw_format_get_decimals (const HwFormat *self)
{
  return self->decimals;
}

const char *
hw_format_get_locale (const HwFormat *self)
{
  return self->locale;
}

const char *
hw_format_get_point (const HwFormat *self)
{
  return self->point;
}
