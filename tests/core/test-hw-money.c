/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-money.h"
#include "core/hw-rng.h"

#include <math.h>

static void
test_sums_never_wrap (void)
{
  gint64 sum = G_MAXINT64 - 5;

  g_assert_true (hw_scaled_add (&sum, 5));
  g_assert_cmpint (sum, ==, G_MAXINT64);
  g_assert_false (hw_scaled_add (&sum, 1));
  g_assert_cmpint (sum, ==, G_MAXINT64);

  sum = G_MININT64;
  g_assert_false (hw_scaled_add (&sum, -1));
  g_assert_cmpint (sum, ==, G_MININT64);
}

static void
test_price_times_quantity (void)
{
  HwMoney amount;

  /* 1.25 * 3.5 = 4.375; 0.0001 * 0.5 = 0.00005, rounded away from zero. */
  g_assert_true (hw_money_times (12500, 35000, &amount));
  g_assert_cmpint (amount, ==, 43750);
  g_assert_true (hw_money_times (1, 5000, &amount));
  g_assert_cmpint (amount, ==, 1);
  g_assert_true (hw_money_times (-1, 5000, &amount));
  g_assert_cmpint (amount, ==, -1);
  g_assert_true (hw_money_times (1, 4999, &amount));
  g_assert_cmpint (amount, ==, 0);

  amount = 77;
  g_assert_false (hw_money_times (G_MAXINT64, 20000, &amount));
  g_assert_false (hw_money_times (G_MININT64, 20000, &amount));
  g_assert_cmpint (amount, ==, 77);
  g_assert_true (hw_money_times (G_MININT64, HW_QUANTITY_ONE, &amount));
  g_assert_cmpint (amount, ==, G_MININT64);
}

static void
test_amount_per_unit (void)
{
  HwMoney price = 77;

  g_assert_false (hw_money_per (10000, 0, &price));
  g_assert_cmpint (price, ==, 77);
  g_assert_true (hw_money_per (100000, 30000, &price)); /* 10 over 3 */
  g_assert_cmpint (price, ==, 33333);
  g_assert_true (hw_money_per (-200000, 30000, &price));
  g_assert_cmpint (price, ==, -66667);
  g_assert_true (hw_money_per (-200000, -30000, &price));
  g_assert_cmpint (price, ==, 66667);
  g_assert_false (hw_money_per (G_MAXINT64, 1, &price));
}

static void
test_rounds_to_what_is_paid (void)
{
  g_assert_cmpint (hw_scaled_round (12345, 2), ==, 12300);
  g_assert_cmpint (hw_scaled_round (12350, 2), ==, 12400);
  g_assert_cmpint (hw_scaled_round (-12350, 2), ==, -12400);
  g_assert_cmpint (hw_scaled_round (12350, 4), ==, 12350);
  g_assert_cmpint (hw_scaled_round (15000, 0), ==, 20000);
  g_assert_cmpint (hw_scaled_round (G_MAXINT64, 0), ==, G_MAXINT64); /* would not fit: left alone */
}

static void
test_doubles (void)
{
  g_assert_cmpfloat (hw_scaled_to_double (12345), ==, 1.2345);
  g_assert_cmpint (hw_scaled_from_double (1.23456), ==, 12346);
  g_assert_cmpint (hw_scaled_from_double (-0.00005), ==, -1);
  g_assert_cmpint (hw_scaled_from_double (NAN), ==, 0);
  g_assert_cmpint (hw_scaled_from_double (1e300), ==, G_MAXINT64);
  g_assert_cmpint (hw_scaled_from_double (-INFINITY), ==, G_MININT64);
}

typedef struct
{
  const char *text;
  int         decimals;
  gint64      scaled;
} Written;

static const Written written[] = {
  { "966854.20", 2, G_GINT64_CONSTANT (9668542000) },
  { "-0.0001", 2, -1 },
  { "12", 0, 120000 },
  { "12.00", 2, 120000 },
  { "0", 0, 0 },
  { "0.5", 0, 5000 },
  { "-922337203685477.5808", 0, G_MININT64 },
  { "922337203685477.5807", 0, G_MAXINT64 },
};

static void
test_writes_for_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *text = hw_scaled_to_text (written[i].scaled, written[i].decimals);

      g_assert_cmpstr (text, ==, written[i].text);
    }
}

typedef struct
{
  const char      *text;
  char             point, group;
  HwDecimalStatus  status;
  gint64           scaled;
} Reading;

static const Reading readings[] = {
  { "1234.56", '.', 0, HW_DECIMAL_OK, 12345600 },
  { "-1234,5", ',', 0, HW_DECIMAL_OK, -12345000 },
  { "+7", '.', 0, HW_DECIMAL_OK, 70000 },
  { ".5", '.', 0, HW_DECIMAL_OK, 5000 },
  { "5.", '.', 0, HW_DECIMAL_OK, 50000 },
  { "1,234,567.8", '.', ',', HW_DECIMAL_OK, G_GINT64_CONSTANT (12345678000) },
  { "12,34,567", '.', ',', HW_DECIMAL_OK, G_GINT64_CONSTANT (12345670000) },
  { "1.234", ',', '.', HW_DECIMAL_OK, 12340000 },
  { "0.12345", '.', 0, HW_DECIMAL_TOO_FINE, 1235 },
  { "0.12344999", '.', 0, HW_DECIMAL_TOO_FINE, 1234 },
  { "0.123400000", '.', 0, HW_DECIMAL_OK, 1234 },
  { "-0.00005", '.', 0, HW_DECIMAL_TOO_FINE, -1 },
  { "99999999999999999999", '.', 0, HW_DECIMAL_TOO_LARGE, 0 },
  { "999999999999999999999999999999999", '.', 0, HW_DECIMAL_TOO_LARGE, 0 },
  { "", '.', 0, HW_DECIMAL_BAD, 0 },
  { "-", '.', 0, HW_DECIMAL_BAD, 0 },
  { ".", '.', 0, HW_DECIMAL_BAD, 0 },
  { "1.2.3", '.', 0, HW_DECIMAL_BAD, 0 },
  { "1,23", '.', ',', HW_DECIMAL_BAD, 0 },
  { "1,2345", '.', ',', HW_DECIMAL_BAD, 0 },
  { "1234,567", '.', ',', HW_DECIMAL_BAD, 0 },
  { ",123", '.', ',', HW_DECIMAL_BAD, 0 },
  { "1,,234", '.', ',', HW_DECIMAL_BAD, 0 },
  { " 1", '.', 0, HW_DECIMAL_BAD, 0 },
  { "--1", '.', 0, HW_DECIMAL_BAD, 0 },
  { "1e5", '.', 0, HW_DECIMAL_BAD, 0 },
  { "0x10", '.', 0, HW_DECIMAL_BAD, 0 },
};

static void
test_reads_from_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      const Reading *r = &readings[i];
      gint64 scaled = 0;

      g_test_message ("\"%s\"", r->text);
      g_assert_cmpint (hw_decimal_parse (r->text, -1, r->point, r->group, &scaled), ==, r->status);
      g_assert_cmpint (scaled, ==, r->scaled);
    }
}

static void
test_reads_no_further_than_told (void)
{
  gint64 scaled;

  g_assert_cmpint (hw_decimal_parse ("12345", 3, '.', 0, &scaled), ==, HW_DECIMAL_OK);
  g_assert_cmpint (scaled, ==, 1230000);
}

/* Property: what is written is read back to the last digit. */
static void
test_round_trip (void)
{
  HwRng rng;

  hw_rng_init (&rng, 5);

  for (int i = 0; i < 20000; i++)
    {
      const gint64 scaled = (gint64) (hw_rng_next (&rng) >> hw_rng_below (&rng, 60)) / (i % 2 == 0 ? 16 : -16);
      g_autofree char *text = hw_scaled_to_text (scaled, (int) hw_rng_below (&rng, 5));
      gint64 back;

      g_assert_cmpint (hw_decimal_parse (text, -1, '.', 0, &back), ==, HW_DECIMAL_OK);
      g_assert_cmpint (back, ==, scaled);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/money/sums-never-wrap", test_sums_never_wrap);
  g_test_add_func ("/core/money/price-times-quantity", test_price_times_quantity);
  g_test_add_func ("/core/money/amount-per-unit", test_amount_per_unit);
  g_test_add_func ("/core/money/rounds-to-what-is-paid", test_rounds_to_what_is_paid);
  g_test_add_func ("/core/money/doubles", test_doubles);
  g_test_add_func ("/core/money/writes-for-files", test_writes_for_files);
  g_test_add_func ("/core/money/reads-from-files", test_reads_from_files);
  g_test_add_func ("/core/money/reads-no-further-than-told", test_reads_no_further_than_told);
  g_test_add_func ("/core/money/round-trip", test_round_trip);

  return g_test_run ();
}
