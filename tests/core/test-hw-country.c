/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-country.h"

#include "core/hw-format.h"

/* Every country can be chosen, has a name of its own, and the list has no double. */
static void
test_countries (void)
{
  g_auto (GStrv) codes = hw_countries ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (g_strv_length (codes), >, 190);
  g_assert_true (g_strv_contains ((const char *const *) codes, "DE"));
  g_assert_true (g_strv_contains ((const char *const *) codes, "JP"));

  for (int i = 0; codes[i] != NULL; i++)
    {
      char *name = hw_country_name (codes[i]);

      g_assert_true (hw_country_exists (codes[i]));
      g_assert_cmpstr (name, !=, codes[i]);
      g_assert_true (g_hash_table_add (seen, name));
    }
}

/* In the order of the names, not of the codes: Austria (AT) before Germany (DE)
 * before Switzerland (CH). */
static void
test_order (void)
{
  g_auto (GStrv) codes = hw_countries ();
  int at = -1, de = -1, ch = -1;

  for (int i = 0; codes[i] != NULL; i++)
    {
      at = g_str_equal (codes[i], "AT") ? i : at;
      de = g_str_equal (codes[i], "DE") ? i : de;
      ch = g_str_equal (codes[i], "CH") ? i : ch;
    }

  g_assert_cmpint (at, >=, 0);
  g_assert_cmpint (at, <, de);
  g_assert_cmpint (de, <, ch);
}

static void
test_currencies (void)
{
  static const struct { const char *country, *currency; } known[] = {
    { "DE", "EUR" }, { "CH", "CHF" }, { "JP", "JPY" }, { "IN", "INR" }, { "US", "USD" }, { "ZZ", "" },
  };
  g_auto (GStrv) codes = hw_currencies ();
  g_autofree char *euro = hw_currency_name ("EUR");

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *currency = hw_country_currency (known[i].country);

      g_assert_cmpstr (currency, ==, known[i].currency);
      if (*currency != '\0')
        g_assert_true (g_strv_contains ((const char *const *) codes, currency));
    }

  for (int i = 0; codes[i] != NULL; i++)
    {
      g_assert_true (hw_currency_exists (codes[i]));
      if (i > 0)
        g_assert_cmpstr (codes[i - 1], <, codes[i]);
    }

  g_assert_cmpstr (euro, ==, "Euro");
}

static void
test_of_computer (void)
{
  static const struct { const char *setting, *country; } cases[] = {
    { "de_AT.UTF-8", "AT" }, { "en_GB", "GB" }, { "C.UTF-8", "" }, { "de", "" }, { "xx_QQ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *country = NULL;

      g_setenv ("LC_ALL", cases[i].setting, TRUE);
      country = hw_country_of_computer ();
      g_assert_cmpstr (country, ==, cases[i].country);
    }
}

/* An order of magnitude, for all that is likely; what is not listed says so. */
static void
test_currency_size (void)
{
  static const struct { const char *currency; double low, high; } cases[] = {
    { "EUR", 1.0, 1.0 }, { "USD", 0.5, 2.0 }, { "GBP", 0.5, 2.0 }, { "JPY", 50.0, 300.0 }, { "KRW", 500.0, 3000.0 },
    { "HUF", 100.0, 1000.0 }, { "IDR", 5000.0, 50000.0 }, { "XXX", 0.0, 0.0 }, { "", 0.0, 0.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpfloat (hw_currency_size (cases[i].currency), >=, cases[i].low);
      g_assert_cmpfloat (hw_currency_size (cases[i].currency), <=, cases[i].high);
    }
  g_assert_cmpfloat (hw_currency_size (NULL), ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/country/countries", test_countries);
  g_test_add_func ("/core/country/order", test_order);
  g_test_add_func ("/core/country/currencies", test_currencies);
  g_test_add_func ("/core/country/of-computer", test_of_computer);
  g_test_add_func ("/core/country/currency-size", test_currency_size);

  return g_test_run ();
}
