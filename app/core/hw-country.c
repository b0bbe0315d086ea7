/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-country.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define NAME_SIZE 128

/* The program's language, as ICU writes it. */
static char *
language (void)
{
  const char *first = g_get_language_names ()[0];
  char *name = g_strdup (g_str_equal (first, "C") || g_str_has_prefix (first, "C.") ? "en" : first);
  char *cut = strpbrk (name, ".@:");

  if (cut != NULL)
    *cut = '\0';
  return name;
}

typedef struct
{
  char *code;
  char *name;
} Named;

static int
compare_named (gconstpointer a,
               gconstpointer b,
               gpointer      collator)
{
  UErrorCode status = U_ZERO_ERROR;
  const Named *left = *(const Named *const *) a;
  const Named *right = *(const Named *const *) b;

  if (collator == NULL)
    return strcmp (left->name, right->name);

  return ucol_strcollUTF8 (collator, left->name, -1, right->name, -1, &status);
}

static void
named_free (Named *named)
{
  g_free (named->code);
  g_free (named->name);
  g_free (named);
}

char **
hw_countries (void)
{
  g_autofree char *locale = language ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) named_free);
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);
  GPtrArray *codes = g_ptr_array_new ();

  for (const char *const *code = uloc_getISOCountries (); *code != NULL; code++)
    if (hw_country_exists (*code))
      {
        Named *named = g_new0 (Named, 1);

        named->code = g_strdup (*code);
        named->name = hw_country_name (*code);
        g_ptr_array_add (found, named);
      }

  g_ptr_array_sort_with_data (found, compare_named, collator);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (codes, g_strdup (((Named *) g_ptr_array_index (found, i))->code));

  g_ptr_array_add (codes, NULL);
  ucol_close (collator);
  return (char **) g_ptr_array_free (codes, FALSE);
}

char *
hw_country_name (const char *country)
{
  g_autofree char *locale = g_strconcat ("und_", country, NULL);
  g_autofree char *words = language ();
  UErrorCode status = U_ZERO_ERROR;
  UChar name[NAME_SIZE];
  const int32_t n = uloc_getDisplayCountry (locale, words, name, NAME_SIZE, &status);

  if (U_FAILURE (status) || n <= 0)
    return g_strdup (country);

  return g_utf16_to_utf8 (name, n, NULL, NULL, NULL);
}

char *
hw_language_name (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[NAME_SIZE];
  const int32_t n = uloc_getDisplayName (code, code, name, NAME_SIZE, &status);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;

  if (U_FAILURE (status) || n <= 0)
    return g_strdup (code);

  /* French and Spanish write it small; it stands alone here. */
  text = g_utf16_to_utf8 (name, n, NULL, NULL, NULL);
  first = g_utf8_strup (text, (gssize) (g_utf8_next_char (text) - text));
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
hw_country_currency (const char *country)
{
  g_autofree char *locale = g_strconcat ("und_", country, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4] = { 0 };

  /* For what is no country ICU answers with silver. */
  if (!hw_country_exists (country) ||
      ucurr_forLocale (locale, code, G_N_ELEMENTS (code), &status) != 3 || U_FAILURE (status))
    return g_strdup ("");

  return g_utf16_to_utf8 (code, 3, NULL, NULL, NULL);
}

char *
hw_country_of_computer (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MONETARY", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);
      const char *mark = value != NULL ? strchr (value, '_') : NULL;
      g_autofree char *country = mark != NULL ? g_strndup (mark + 1, 2) : NULL;

      if (country != NULL && hw_country_exists (country))
        return g_steal_pointer (&country);
      if (value != NULL && *value != '\0')
        break;
    }

  return g_strdup ("");
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
hw_currencies (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *codes = g_ptr_array_new ();

  for (const char *const *country = uloc_getISOCountries (); *country != NULL; country++)
    {
      g_autofree char *code = hw_country_currency (*country);

      if (!hw_currency_exists (code) || g_hash_table_contains (seen, code))
        continue;
      g_ptr_array_add (codes, code);
      g_hash_table_add (seen, g_steal_pointer (&code));
    }

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

char *
hw_currency_name (const char *currency)
{
  g_autofree char *words = language ();
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4] = { 0 };
  UBool is_choice;
  int32_t n = 0;
  const UChar *name;

  u_charsToUChars (currency, code, (int32_t) MIN (strlen (currency), 3));
  name = ucurr_getName (code, words, UCURR_LONG_NAME, &is_choice, &n, &status);
  if (U_FAILURE (status) || name == NULL)
    return g_strdup (currency);

  return g_utf16_to_utf8 (name, n, NULL, NULL, NULL);
}

double
hw_currency_size (const char *currency)
{
  static const struct { const char *code; double to_euro; } sizes[] = {
    { "AED", 4.0 }, { "ARS", 1000.0 }, { "AUD", 1.6 }, { "BDT", 130.0 }, { "BGN", 2.0 }, { "BRL", 6.0 }, { "CAD", 1.5 },
    { "CHF", 1.0 }, { "CLP", 1000.0 }, { "CNY", 8.0 }, { "COP", 4400.0 }, { "CZK", 25.0 }, { "DKK", 7.5 },
    { "EGP", 50.0 }, { "EUR", 1.0 }, { "GBP", 0.85 }, { "GEL", 3.0 }, { "GHS", 16.0 }, { "HKD", 8.5 }, { "HUF", 400.0 },
    { "IDR", 17000.0 }, { "ILS", 4.0 }, { "INR", 90.0 }, { "ISK", 150.0 }, { "JPY", 160.0 }, { "KES", 140.0 },
    { "KRW", 1500.0 }, { "KZT", 500.0 }, { "LKR", 330.0 }, { "MAD", 11.0 }, { "MXN", 20.0 }, { "MYR", 5.0 },
    { "NGN", 1600.0 }, { "NOK", 11.5 }, { "NZD", 1.8 }, { "PEN", 4.0 }, { "PHP", 62.0 }, { "PKR", 300.0 },
    { "PLN", 4.3 }, { "RON", 5.0 }, { "RSD", 117.0 }, { "RUB", 100.0 }, { "SAR", 4.0 }, { "SEK", 11.5 }, { "SGD", 1.45 },
    { "THB", 38.0 }, { "TND", 3.4 }, { "TRY", 36.0 }, { "TWD", 35.0 }, { "TZS", 2800.0 }, { "UAH", 43.0 },
    { "UGX", 4000.0 }, { "USD", 1.1 }, { "UYU", 43.0 }, { "VND", 27000.0 }, { "XAF", 656.0 }, { "XOF", 656.0 },
    { "ZAR", 20.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_strcmp0 (sizes[i].code, currency) == 0)
      return sizes[i].to_euro;

  return 0.0;
}

static gboolean
is_upper_code (const char *text,
               gsize       length)
{
  if (text == NULL || strlen (text) != length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;

  return TRUE;
}

gboolean
hw_currency_exists (const char *currency)
{
  UChar code[4] = { 0 };

  if (!is_upper_code (currency, 3))
    return FALSE;

  for (int i = 0; i < 3; i++)
    code[i] = (UChar) currency[i];

  return ucurr_getNumericCode (code) != 0;
}

gboolean
hw_country_exists (const char *country)
{
  if (!is_upper_code (country, 2))
    return FALSE;

  for (const char *const *all = uloc_getISOCountries (); *all != NULL; all++)
    if (g_str_equal (*all, country))
      return TRUE;

  return FALSE;
}

int
hw_currency_decimals (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4] = { 0 };
  int n;

  if (!is_upper_code (currency, 3))
    return 2;

  for (int i = 0; i < 3; i++)
    code[i] = (UChar) currency[i];

  n = ucurr_getDefaultFractionDigits (code, &status);
  return U_FAILURE (status) ? 2 : CLAMP (n, 0, 4);
}
