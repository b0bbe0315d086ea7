/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-country.h"
#include "core/hw-format.h"
#include "core/hw-rng.h"

#include <math.h>

#define NBSP "\xc2\xa0"      /* no-break space */
#define NNBSP "\xe2\x80\xaf" /* the narrow one, which French uses */

static const char *const places[][3] = {
  { "en", "GB", "GBP" }, { "en", NULL, "USD" }, { "en", "IN", "INR" }, { "en", "SE", "SEK" },
  { "de", "DE", "EUR" }, { "de", "AT", "EUR" }, { "de", "CH", "CHF" }, { "de", "TH", "THB" },
  { "fr", "FR", "EUR" }, { "es", "ES", "EUR" }, { "sv", "SE", "SEK" }, { "ja", "JP", "JPY" },
  { "th", "TH", "THB" }, { "ar", "SA", "SAR" }, { "fa", "IR", "IRR" }, { "ar", "KW", "KWD" },
  { "de_DE.UTF-8", NULL, "EUR" }, { "xx", "ZZ", "XXX" },
};

static void
check_text (char       *text,
            const char *expect)
{
  g_assert_cmpstr (text, ==, expect);
  g_free (text);
}

static void
test_money (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "IE", "EUR");
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  g_autoptr (HwFormat) fr = hw_format_new ("fr", "FR", "EUR");
  g_autoptr (HwFormat) yen = hw_format_new ("ja", "JP", "JPY");
  g_autoptr (HwFormat) dinar = hw_format_new ("en", "KW", "KWD");

  check_text (hw_format_money_exact (en, 12345678), "€1,234.57");
  check_text (hw_format_money_exact (de, 12345678), "1.234,57" NBSP "€");
  check_text (hw_format_money_exact (fr, 12345678), "1" NNBSP "234,57" NBSP "€");
  check_text (hw_format_money_exact (yen, 12345678), "￥1,235");
  check_text (hw_format_money_exact (dinar, 12345678), "KWD" NBSP "1,234.568");

  /* Large amounts are read whole, small ones to the cent. */
  check_text (hw_format_money (en, 12345678), "€1,235");
  check_text (hw_format_money (en, 9999900), "€999.99");
  check_text (hw_format_money (en, -12345678), "−€1,235");
  check_text (hw_format_percent (en, -0.012, 1), "−1.2%");
  check_text (hw_format_change (en, -0.012), "−1.2%");
}

/* English words with the figures of the place, also where nobody foresaw the pair. */
static void
test_figures_of_the_country (void)
{
  g_autoptr (HwFormat) de = hw_format_new ("en", "DE", "EUR");
  g_autoptr (HwFormat) fr = hw_format_new ("en", "FR", "EUR");
  g_autoptr (HwFormat) eg = hw_format_new ("en", "EG", "EGP");

  g_assert_cmpstr (hw_format_get_locale (fr), ==, "en_FR");
  check_text (hw_format_number (de, 1234.5, 2), "1.234,50");
  check_text (hw_format_number (fr, 1234.5, 2), "1" NNBSP "234,50");
  check_text (hw_format_number (eg, 1234.5, 2), "1,234.50");
  check_text (hw_format_day (fr, hw_day_from_ymd (2026, 1, 3), HW_DAY_MONTH), "Jan 2026");
}

/* Half a cent goes up in size, however large the amount beside it. */
static void
test_money_is_exact (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "GBP");

  check_text (hw_format_money_exact (en, 10050), "£1.01");
  check_text (hw_format_money_exact (en, 10049), "£1.00");
  check_text (hw_format_money_exact (en, G_GINT64_CONSTANT (9007199254740993)), "£900,719,925,474.10");
  check_text (hw_format_quantity (en, G_MAXINT64), "922,337,203,685,477.5807");
}

static void
test_decimals_of_the_currency (void)
{
  g_assert_cmpint (hw_currency_decimals ("EUR"), ==, 2);
  g_assert_cmpint (hw_currency_decimals ("JPY"), ==, 0);
  g_assert_cmpint (hw_currency_decimals ("KWD"), ==, 3);
  g_assert_cmpint (hw_currency_decimals ("eur"), ==, 2);
  g_assert_true (hw_currency_exists ("EUR"));
  g_assert_false (hw_currency_exists ("EURO"));
  g_assert_false (hw_currency_exists ("eur"));
  g_assert_false (hw_currency_exists ("QQQ"));
  g_assert_false (hw_currency_exists (NULL));
  g_assert_true (hw_country_exists ("DE"));
  g_assert_false (hw_country_exists ("QQ"));
  g_assert_false (hw_country_exists (""));
}

static void
test_numbers (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "GBP");
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");

  g_assert_cmpstr (hw_format_get_point (en), ==, ".");
  g_assert_cmpstr (hw_format_get_point (de), ==, ",");
  check_text (hw_format_quantity (en, 12500), "1.25");
  check_text (hw_format_quantity (de, 120000), "12");
  check_text (hw_format_number (de, 1234.5, 2), "1.234,50");
  check_text (hw_format_percent (de, 0.125, 1), "12,5" NBSP "%");
  check_text (hw_format_percent (en, 0.125, 0), "13%");
  check_text (hw_format_change (en, 0.04), "+4.0%");
  check_text (hw_format_change (en, -0.25), "\xe2\x88\x92" "25%");
}

static void
test_days (void)
{
  const HwDay day = hw_day_from_ymd (2026, 1, 3);
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "GBP");
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  g_autoptr (HwFormat) fr = hw_format_new ("fr", "FR", "EUR");

  check_text (hw_format_day (en, day, HW_DAY_LONG), "3 January 2026");
  check_text (hw_format_day (de, day, HW_DAY_LONG), "3. Januar 2026");
  check_text (hw_format_day (fr, day, HW_DAY_LONG), "3 janvier 2026");
  check_text (hw_format_day (en, day, HW_DAY_NUMERIC), "03/01/2026");
  check_text (hw_format_day (de, day, HW_DAY_NUMERIC), "03.01.2026");
  check_text (hw_format_day (en, day, HW_DAY_AXIS), "3 Jan");
  check_text (hw_format_day (en, day, HW_DAY_MONTH), "Jan 2026");
  check_text (hw_format_day (en, day, HW_DAY_WEEKDAY), "Sat");
  check_text (hw_format_day (de, day, HW_DAY_WEEKDAY), "Sa");
  check_text (hw_format_day (de, day, HW_DAY_WEEKDAY_NAME), "Samstag");
  check_text (hw_format_day (en, HW_DAY_NONE, HW_DAY_LONG), "");
  check_text (hw_format_days (en, day, day), "3 January 2026");
  check_text (hw_format_days (en, day, day + 6), "3–9 January 2026");
}

/* A language from right to left in a country of Latin figures: dates have the same
 * digits as figures, and a sign stays before its figure. */
static void
test_right_to_left (void)
{
  g_autoptr (HwFormat) ar = hw_format_new ("ar", "DE", "EUR");
  g_autofree char *day = hw_format_day (ar, hw_day_from_ymd (2026, 1, 3), HW_DAY_NUMERIC);
  g_autofree char *number = hw_format_number (ar, 2026, 0);
  g_autofree char *change = hw_format_change (ar, 0.25);

  g_assert_nonnull (strstr (day, "2026"));
  g_assert_nonnull (strstr (number, "026"));
  g_assert_true (g_str_has_prefix (change, "\xe2\x80\x8e+"));
}

/* The calendar of the records is the calendar on the screen, in every country:
 * not 2569 in Thailand, not 1404 in Iran. */
static void
test_one_calendar (void)
{
  const HwDay day = hw_day_from_ymd (2026, 1, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (HwFormat) f = hw_format_new (places[i][0], places[i][1], places[i][2]);
      g_autofree char *text = hw_format_day (f, day, HW_DAY_NUMERIC);
      int parts[3] = { 0 }, at = -1;
      gboolean inside = FALSE;

      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          const int digit = g_unichar_digit_value (g_utf8_get_char (p));

          if (digit >= 0 && !inside)
            at++;
          inside = digit >= 0;
          g_assert_cmpint (at, <, 3);
          if (inside)
            parts[at] = parts[at] * 10 + digit;
        }

      g_test_message ("%s: %s", hw_format_get_locale (f), text);
      g_assert_true (parts[0] == 2026 || parts[2] == 2026);
      g_assert_cmpint (parts[0] + parts[1] + parts[2], ==, 2026 + 1 + 3);
    }
}

/* Property: what the program writes, the owner may type. */
static void
test_parse_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (HwFormat) f = hw_format_new (places[i][0], places[i][1], places[i][2]);
      HwRng rng;

      hw_rng_init (&rng, 17);
      for (int k = 0; k < 300; k++)
        {
          const gint64 scaled = (gint64) (hw_rng_next (&rng) >> hw_rng_below (&rng, 60)) / (k % 2 == 0 ? 16 : -16);
          g_autofree char *text = hw_format_quantity (f, scaled);
          gint64 back = 0;

          g_assert_true (hw_format_parse (f, text, &back));
          g_assert_cmpint (back, ==, scaled);
        }
    }
}

typedef struct
{
  const char *country;
  const char *text;
  gboolean    fine;
  gint64      scaled;
} Typed;

static const Typed typed[] = {
  { "GB", "1.5", TRUE, 15000 },
  { "GB", " 1,500 ", TRUE, 15000000 },
  { "GB", "1 500.25", TRUE, 15002500 },
  { "DE", "1,5", TRUE, 15000 },
  { "DE", "1.500", TRUE, 15000000 },
  { "DE", "1.5", TRUE, 15000 },
  { "FR", "1 500,5", TRUE, 15005000 },
  { "CH", "1'500.5", TRUE, 15005000 },
  { "GB", "-3", TRUE, -30000 },
  { "GB", "\xe2\x88\x92" "3", TRUE, -30000 },
  { "GB", "1,5", FALSE, 0 },
  { "GB", "1 5", FALSE, 0 },
  { "GB", "", FALSE, 0 },
  { "GB", "three", FALSE, 0 },
  { "GB", "1.00001", FALSE, 0 },
  { "GB", "1e3", FALSE, 0 },
  { "GB", "\xff\xfe", FALSE, 0 },
};

static void
test_parse_as_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (HwFormat) f = hw_format_new ("en", typed[i].country, "EUR");
      gint64 scaled = 0;

      g_autofree char *shown = g_strescape (typed[i].text, NULL);

      g_test_message ("%s %s", typed[i].country, shown);
      g_assert_cmpint (hw_format_parse (f, typed[i].text, &scaled), ==, typed[i].fine);
      g_assert_cmpint (scaled, ==, typed[i].scaled);
    }
}

/* What is shown can be typed, in the order of any country. */
static void
test_parse_day_round_trip (void)
{
  static const char *const countries[][2] = {
    { "en", "GB" }, { "en", "US" }, { "de", "DE" }, { "fr", "CA" }, { "hu", "HU" }, { "bg", "BG" },
    { "hr", "HR" }, { "ko", "KR" }, { "ja", "JP" }, { "zh", "CN" }, { "ar", "EG" }, { "fa", "IR" },
    { "th", "TH" }, { "sv", "SE" }, { "pt", "BR" }, { "lt", "LT" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autoptr (HwFormat) f = hw_format_new (countries[i][0], countries[i][1], "EUR");

      for (HwDay day = hw_day_from_ymd (2023, 12, 20); day < hw_day_from_ymd (2024, 3, 20); day++)
        {
          g_autofree char *text = hw_format_day (f, day, HW_DAY_NUMERIC);
          HwDay back = HW_DAY_NONE;

          g_test_message ("%s: %s", countries[i][1], text);
          g_assert_true (hw_format_parse_day (f, text, &back));
          g_assert_cmpint (back, ==, day);
        }
    }
}

static const struct
{
  const char *country;
  const char *text;
  gboolean    fine;
  int         year, month, day;
} typed_days[] = {
  { "GB", "3/1/2026", TRUE, 2026, 1, 3 },
  { "GB", " 03 01 26 ", TRUE, 2026, 1, 3 },
  { "US", "1/3/2026", TRUE, 2026, 1, 3 },
  { "DE", "3.1.26", TRUE, 2026, 1, 3 },
  { "DE", "2026-01-03", TRUE, 2026, 1, 3 },
  { "US", "2026-01-03", TRUE, 2026, 1, 3 },
  { "GB", "29/2/2024", TRUE, 2024, 2, 29 },
  { "GB", "29/2/2026", FALSE, 0, 0, 0 },
  { "GB", "1/13/2026", FALSE, 0, 0, 0 },
  { "GB", "3/1", FALSE, 0, 0, 0 },
  { "GB", "3/1/2026/5", FALSE, 0, 0, 0 },
  { "GB", "3/1/20260", FALSE, 0, 0, 0 },
  { "GB", "3/1/6", FALSE, 0, 0, 0 },
  { "GB", "03012026", FALSE, 0, 0, 0 },
  { "GB", "soon", FALSE, 0, 0, 0 },
  { "GB", "", FALSE, 0, 0, 0 },
  { "GB", "\xff/1/2026", FALSE, 0, 0, 0 },
};

static void
test_parse_day_as_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed_days); i++)
    {
      g_autoptr (HwFormat) f = hw_format_new ("en", typed_days[i].country, "EUR");
      g_autofree char *shown = g_strescape (typed_days[i].text, NULL);
      const HwDay wanted = typed_days[i].fine ? hw_day_from_ymd (typed_days[i].year, typed_days[i].month,
                                                                 typed_days[i].day)
                                              : HW_DAY_NONE;
      HwDay day = HW_DAY_NONE;

      g_test_message ("%s %s", typed_days[i].country, shown);
      g_assert_cmpint (hw_format_parse_day (f, typed_days[i].text, &day), ==, typed_days[i].fine);
      g_assert_cmpint (day, ==, wanted);
    }
}

static void
test_order_of_names (void)
{
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");

  g_assert_cmpint (hw_format_compare (de, "Äpfel", "Birnen"), <, 0);
  g_assert_cmpint (hw_format_compare (de, "apfel", "Birnen"), <, 0);
  g_assert_cmpint (hw_format_compare (de, "Birnen", "Birnen"), ==, 0);
}

/* Times of day, currencies by letters, and where a week begins. */
static void
test_habits (void)
{
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  g_autoptr (HwFormat) us = hw_format_new ("en", "US", "USD");
  g_autofree char *early = hw_format_time (de, 7 * 60 + 40);
  g_autofree char *late = hw_format_time (us, 19 * 60 + 5);
  g_autofree char *sign = hw_format_money_exact (us, 12 * 10000);
  g_autofree char *letters = NULL;

  g_assert_cmpstr (early, ==, "07:40");
  g_assert_true (g_str_has_prefix (late, "7:05"));
  g_assert_cmpstr (sign, ==, "$12.00");
  hw_format_set_letters (us);
  letters = hw_format_money_exact (us, 12 * 10000);
  g_assert_true (g_str_has_prefix (letters, "USD"));
  g_assert_null (strchr (letters, '$'));
  g_assert_cmpint (hw_format_first_weekday (de), ==, 1);
  g_assert_cmpint (hw_format_first_weekday (us), ==, 7);
  hw_format_set_first_weekday (us, 6);
  g_assert_cmpint (hw_format_first_weekday (us), ==, 6);
}

static void
check_range (const HwFormat *format,
             double          money,
             double          low,
             double          high,
             const char     *expect)
{
  g_autofree char *middle = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  if (hw_format_money_range (format, money, low, high, &middle, &from, &to))
    text = g_strdup_printf ("%s: %s to %s", middle, from, to);
  g_assert_cmpstr (text != NULL ? text : middle, ==, expect);
}

/* The sum and both ends are rounded alike, and are never told as the same. */
static void
test_money_ranges (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "IE", "EUR");
  g_autoptr (HwFormat) yen = hw_format_new ("ja", "JP", "JPY");
  HwRng rng;

  check_range (en, 11432, 10612, 12391, "€11,400: €10,600 to €12,400");
  check_range (en, 9962, 9755, 10049, "€9,960: €9,760 to €10,050");
  check_range (en, 15400, 14200, 16800, "€15,000: €14,000 to €17,000");
  check_range (en, 340, 250, 460, "€340: €250 to €460");
  check_range (en, 0.4, 0.2, 0.6, "€0.40: €0.20 to €0.60");
  check_range (en, 11432, 11400, 11460, "€11,000");
  check_range (yen, 1.2, 1.1, 1.4, "￥1");

  hw_rng_init (&rng, 7);
  for (int i = 0; i < 2000; i++)
    {
      const double money = exp (12.0 * hw_rng_unit (&rng) + 1.0);
      const double low = money * (1.0 - hw_rng_unit (&rng)), high = money * (1.006 + hw_rng_unit (&rng));
      const double step = hw_format_money_step (en, money, low, high);

      g_assert_cmpfloat (step, >=, 0.009);
      if (high - low > 0.02 * money && money - low > 0.02)
        {
          g_assert_cmpfloat (round (low / step), <, round (money / step));
          g_assert_cmpfloat (round (money / step), <, round (high / step));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/format/money", test_money);
  g_test_add_func ("/core/format/money-ranges", test_money_ranges);
  g_test_add_func ("/core/format/figures-of-the-country", test_figures_of_the_country);
  g_test_add_func ("/core/format/money-is-exact", test_money_is_exact);
  g_test_add_func ("/core/format/right-to-left", test_right_to_left);
  g_test_add_func ("/core/format/decimals-of-the-currency", test_decimals_of_the_currency);
  g_test_add_func ("/core/format/numbers", test_numbers);
  g_test_add_func ("/core/format/days", test_days);
  g_test_add_func ("/core/format/one-calendar", test_one_calendar);
  g_test_add_func ("/core/format/parse-round-trip", test_parse_round_trip);
  g_test_add_func ("/core/format/parse-as-typed", test_parse_as_typed);
  g_test_add_func ("/core/format/parse-day-round-trip", test_parse_day_round_trip);
  g_test_add_func ("/core/format/parse-day-as-typed", test_parse_day_as_typed);
  g_test_add_func ("/core/format/habits", test_habits);
  g_test_add_func ("/core/format/order-of-names", test_order_of_names);

  return g_test_run ();
}
