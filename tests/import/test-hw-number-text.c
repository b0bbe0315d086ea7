/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-currency-sign.h"
#include "import/hw-number-text.h"

#include <string.h>

typedef struct
{
  const char     *text;
  char            point;
  HwNumberStatus  status;
  gint64          value; /* ten-thousandths */
} Case;

static const Case cases[] = {
  { "12", '.', HW_NUMBER_OK, 120000 },
  { "-3.5", '.', HW_NUMBER_OK, -35000 },
  { "0.0001", '.', HW_NUMBER_OK, 1 },
  { ".50", '.', HW_NUMBER_OK, 5000 },
  { "5.", '.', HW_NUMBER_OK, 50000 },
  { "+7", '.', HW_NUMBER_OK, 70000 },
  { "", '.', HW_NUMBER_EMPTY, 0 },
  { "NULL", '.', HW_NUMBER_EMPTY, 0 },
  { "-", '.', HW_NUMBER_EMPTY, 0 },

  /* The column's mark decides where one mark has three digits behind it. */
  { "1.234", '.', HW_NUMBER_OK, 12340 },
  { "1.234", ',', HW_NUMBER_OK, 12340000 },
  { "1,234", '.', HW_NUMBER_OK, 12340000 },
  { "1,234", ',', HW_NUMBER_OK, 12340 },
  /* Two marks, or another count of digits, leave no choice. */
  { "1.234.567,89", '.', HW_NUMBER_OK, 12345678900 },
  { "1,234,567.89", ',', HW_NUMBER_OK, 12345678900 },
  { "12,50", '.', HW_NUMBER_OK, 125000 },
  { "1,23,456.50", '.', HW_NUMBER_OK, 1234565000 },
  { "1'234.50", '.', HW_NUMBER_OK, 12345000 },
  { "1\342\200\231234.50", '.', HW_NUMBER_OK, 12345000 },
  { "1 234,50", ',', HW_NUMBER_OK, 12345000 },
  { "1\302\240234,50", ',', HW_NUMBER_OK, 12345000 },
  { "1\342\200\257234,50", ',', HW_NUMBER_OK, 12345000 },

  /* Less than nothing, in every way it is written. */
  { "8-", '.', HW_NUMBER_OK, -80000 },
  { "5.854,04-", ',', HW_NUMBER_OK, -58540400 },
  { "(8.00)", '.', HW_NUMBER_OK, -80000 },
  { "($8.00)", '.', HW_NUMBER_OK, -80000 },
  { "-$8.00", '.', HW_NUMBER_OK, -80000 },
  { "$-8.00", '.', HW_NUMBER_OK, -80000 },
  { "\342\210\2228.00", '.', HW_NUMBER_OK, -80000 },
  { "- 8.00", '.', HW_NUMBER_OK, -80000 },
  { "-8,00 \342\202\254", ',', HW_NUMBER_OK, -80000 },
  { "(8,00) \342\202\254", ',', HW_NUMBER_OK, -80000 },

  /* Currencies, per cent, units. */
  { "$1,250.50", '.', HW_NUMBER_OK, 12505000 },
  { "\342\202\254 5,00", ',', HW_NUMBER_OK, 50000 },
  { "5,00 EUR", ',', HW_NUMBER_OK, 50000 },
  { "EUR 5,00", ',', HW_NUMBER_OK, 50000 },
  { "CHF 1'200.00", '.', HW_NUMBER_OK, 12000000 },
  { "12,50 z\305\202", ',', HW_NUMBER_OK, 125000 },
  { "kr. 99,95", ',', HW_NUMBER_OK, 999500 },
  { "Rs. 450", '.', HW_NUMBER_OK, 4500000 },
  { "R$ 1.250,00", ',', HW_NUMBER_OK, 12500000 },
  { "15 %", '.', HW_NUMBER_OK, 150000 },
  { "12,-", ',', HW_NUMBER_OK, 120000 },
  { "3 Stk", ',', HW_NUMBER_OK, 30000 },
  { "0,350 kg", ',', HW_NUMBER_OK, 3500 },

  /* Exact, or said not to be. */
  { "966854.2000", '.', HW_NUMBER_OK, 9668542000 },
  { "0.12345", '.', HW_NUMBER_TOO_FINE, 1235 },
  { "0.10000", '.', HW_NUMBER_OK, 1000 },
  { "99999999999999999999999", '.', HW_NUMBER_TOO_LARGE, 0 },
  { "922337203685477.5808", '.', HW_NUMBER_TOO_LARGE, 0 },

  /* No numbers. */
  { "abc", '.', HW_NUMBER_BAD, 0 },
  { "1e308", '.', HW_NUMBER_BAD, 0 },
  { "inf", '.', HW_NUMBER_BAD, 0 },
  { "--5", '.', HW_NUMBER_BAD, 0 },
  { "0.1+0.2", '.', HW_NUMBER_BAD, 0 },
  { "12.345.6", '.', HW_NUMBER_BAD, 0 },
  { "1.23.456", ',', HW_NUMBER_OK, 1234560000 },
  { "#REF!", '.', HW_NUMBER_BAD, 0 },
  { "10 boxes x 20", '.', HW_NUMBER_BAD, 0 },
  { "2026-01-05", '.', HW_NUMBER_BAD, 0 },
  { "\302\275", '.', HW_NUMBER_BAD, 0 },
};

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 0;
      const HwNumberStatus status = hw_number_read (cases[i].text, strlen (cases[i].text), cases[i].point, &value);

      g_test_message ("“%s” with %c", cases[i].text, cases[i].point);
      g_assert_cmpint (status, ==, cases[i].status);
      if (status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE)
        g_assert_cmpint (value, ==, cases[i].value);
    }
}

/* Writing a number in any of these ways and reading it back changes nothing. */
static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      const gint64 cents = (gint64) g_rand_int_range (rand, 0, G_MAXINT32) - G_MAXINT32 / 2;
      const gint64 size = ABS (cents);
      g_autofree char *plain = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", cents < 0 ? "-" : "", size / 100, (int) (size % 100));
      g_autofree char *comma = g_strdup_printf ("%" G_GINT64_FORMAT ",%02d%s", size / 100, (int) (size % 100), cents < 0 ? "-" : "");
      g_autofree char *sign = g_strdup_printf (cents < 0 ? "($%" G_GINT64_FORMAT ".%02d)" : "$%" G_GINT64_FORMAT ".%02d", size / 100, (int) (size % 100));
      const char *texts[] = { plain, comma, sign };

      for (gsize t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          gint64 value;

          g_assert_cmpint (hw_number_read (texts[t], strlen (texts[t]), t == 1 ? ',' : '.', &value), ==, HW_NUMBER_OK);
          g_assert_cmpint (value, ==, cents * 100);
        }
    }
}

static HwNumberEvidence
evidence (const char *const *texts)
{
  HwNumberEvidence e = { 0 };

  for (; *texts != NULL; texts++)
    hw_number_evidence_add (&e, *texts, strlen (*texts));

  return e;
}

static void
test_evidence (void)
{
  const char *const german[] = { "1.234,50", "12", "0,5", "2.000", "x", NULL };
  const char *const open[] = { "1.250", "2.500", NULL };
  const char *const plain[] = { "1.250", "2500", NULL };
  const char *const signs[] = { "$2.00", "-$8.00", "(1.00)", "$1,000.00", "", NULL };
  HwNumberEvidence e = evidence (german);

  g_assert_cmpint (e.filled, ==, 5);
  g_assert_cmpint (e.numbers, ==, 4);
  g_assert_cmpint (e.sure[1], ==, 2);
  g_assert_cmpint (e.sure[0], ==, 0);
  g_assert_cmpint (e.open[0], ==, 1);

  e = evidence (open);
  g_assert_cmpint (e.sure[0] + e.sure[1], ==, 0);
  g_assert_cmpint (e.open[0], ==, 2);
  g_assert_cmpstr (e.example, ==, "1.250");

  e = evidence (plain);
  g_assert_cmpint (e.plain, ==, 1);

  e = evidence (signs);
  g_assert_cmpint (e.filled, ==, 4);
  g_assert_cmpint (e.negative, ==, 2);
  g_assert_cmpuint (e.n_signs, ==, 1);
  g_assert_cmpstr (e.signs[0].sign, ==, "$");
  g_assert_cmpint (e.signs[0].cells, ==, 3);
}

static void
test_signs (void)
{
  g_assert_true (hw_sign_fits ("$", "USD"));
  g_assert_true (hw_sign_fits ("$", "CAD"));
  g_assert_false (hw_sign_fits ("$", "EUR"));
  g_assert_true (hw_sign_fits ("EUR", "EUR"));
  g_assert_false (hw_sign_fits ("EUR", "USD"));
  g_assert_true (hw_sign_fits ("kr", "NOK"));
  g_assert_cmpstr (hw_sign_currency ("\302\243"), ==, "GBP");
  g_assert_cmpstr (hw_sign_currency ("INR"), ==, "INR");
  g_assert_null (hw_sign_currency (""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/number-text/read", test_read);
  g_test_add_func ("/import/number-text/round-trip", test_round_trip);
  g_test_add_func ("/import/number-text/evidence", test_evidence);
  g_test_add_func ("/import/number-text/signs", test_signs);
  return g_test_run ();
}
