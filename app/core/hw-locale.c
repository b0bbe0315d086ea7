/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-locale.h"

#include <string.h>
#include <unicode/uloc.h>

char *
hw_locale_make (const char *language,
                const char *country)
{
  g_autofree char *base = NULL;
  const char *first = language != NULL ? language : g_get_language_names ()[0];
  char *cut;

  if (g_str_equal (first, "C") || g_str_has_prefix (first, "C.") || *first == '\0')
    first = "en";

  base = g_strdup (first);
  if ((cut = strpbrk (base, ".@:")) != NULL)
    *cut = '\0';

  if (country == NULL || *country == '\0')
    return g_steal_pointer (&base);

  if ((cut = strpbrk (base, "_-")) != NULL)
    *cut = '\0';

  return g_strconcat (base, "_", country, NULL);
}

static char *
with_keyword (const char *locale,
              const char *keyword,
              const char *value)
{
  UErrorCode status = U_ZERO_ERROR;
  char out[ULOC_FULLNAME_CAPACITY];

  g_strlcpy (out, locale, sizeof out);
  uloc_setKeywordValue (keyword, value, out, sizeof out, &status);
  return g_strdup (U_FAILURE (status) ? locale : out);
}

static gboolean
is_known (const char *locale)
{
  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    if (g_str_equal (uloc_getAvailable (i), locale))
      return TRUE;

  return FALSE;
}

char *
hw_locale_numbers (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char country[ULOC_COUNTRY_CAPACITY], language[ULOC_LANG_CAPACITY], likely[ULOC_FULLNAME_CAPACITY];
  g_autofree char *any = NULL;

  uloc_getCountry (locale, country, sizeof country, &status);
  uloc_getLanguage (locale, language, sizeof language, &status);

  /* English is known "in" countries that write figures otherwise, and its money
   * there even otherwise than its numbers: the country's own habit is meant. */
  if (U_FAILURE (status) || country[0] == '\0' || (is_known (locale) && !g_str_equal (language, "en")))
    return g_strdup (locale);

  any = g_strconcat ("und_", country, NULL);
  uloc_addLikelySubtags (any, likely, sizeof likely, &status);
  if (U_FAILURE (status) || uloc_isRightToLeft (likely)) /* its marks of direction would break the line */
    return g_strdup (locale);

  return with_keyword (likely, "numbers", "latn");
}

char *
hw_locale_dates (const char *locale)
{
  g_autofree char *numbers = hw_locale_numbers (locale);
  g_autofree char *gregorian = with_keyword (locale, "calendar", "gregorian");
  UErrorCode status = U_ZERO_ERROR;
  char digits[ULOC_KEYWORDS_CAPACITY];

  /* Where figures have the country's digits, so have dates. */
  if (uloc_getKeywordValue (numbers, "numbers", digits, sizeof digits, &status) > 0 && !U_FAILURE (status))
    return with_keyword (gregorian, "numbers", digits);

  return g_steal_pointer (&gregorian);
}
