/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-currency-sign.h"

#include <string.h>

/* Signs in cells and headings, and the currencies they can mean; the first is
 * the most common. */
static const struct
{
  const char *sign;
  const char *currencies;
} signs[] = {
  { "$", "USD CAD AUD NZD MXN SGD HKD ARS CLP COP BSD BBD JMD TTD TWD BZD FJD" },
  { "\342\202\254", "EUR" }, /* euro sign */
  { "\302\243", "GBP EGP" }, /* pound sign */
  { "US$", "USD" }, { "A$", "AUD" }, { "AU$", "AUD" }, { "C$", "CAD" }, { "CA$", "CAD" }, { "NZ$", "NZD" },
  { "HK$", "HKD" }, { "S$", "SGD" }, { "R$", "BRL" }, { "MX$", "MXN" }, { "NT$", "TWD" },
  { "kr", "SEK NOK DKK ISK" }, { "kr.", "DKK SEK NOK ISK" }, { "Kr", "SEK NOK DKK ISK" }, { "SKr", "SEK" },
  { "z\305\202", "PLN" }, { "K\304\215", "CZK" }, { "Ft", "HUF" }, { "lei", "RON" }, { "Lei", "RON" },
  { "\320\273\320\262", "BGN" }, { "\320\273\320\262.", "BGN" }, { "\320\264\320\270\320\275.", "RSD" },
  { "\302\245", "JPY CNY" }, { "\357\277\245", "JPY CNY" }, { "\345\205\203", "CNY" }, { "\345\206\206", "JPY" },
  { "\342\202\271", "INR" }, { "Rs", "INR PKR LKR NPR MUR" }, { "Rs.", "INR PKR LKR NPR MUR" },
  { "\342\202\272", "TRY" }, { "TL", "TRY" }, { "\342\202\275", "RUB" }, { "\321\200\321\203\320\261.", "RUB" },
  { "\342\202\264", "UAH" }, { "\342\202\252", "ILS" }, { "\342\202\251", "KRW" }, { "\340\270\277", "THB" },
  { "\342\202\253", "VND" }, { "\342\202\261", "PHP" }, { "\342\202\246", "NGN" }, { "\340\247\263", "BDT" },
  { "Fr.", "CHF" }, { "Fr", "CHF XOF XAF" }, { "SFr.", "CHF" }, { "R", "ZAR" }, { "RM", "MYR" }, { "Rp", "IDR" },
  { "S/", "PEN" }, { "S/.", "PEN" }, { "KSh", "KES" }, { "GH\342\202\265", "GHS" },
};

const char *
hw_sign_find (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strncmp (signs[i].sign, text, length) == 0 && signs[i].sign[length] == '\0')
      return signs[i].currencies;

  return NULL;
}

gboolean
hw_sign_is_code (const char *text,
                 gsize       length)
{
  return length == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

gboolean
hw_sign_fits (const char *sign,
              const char *currency)
{
  const char *list = hw_sign_find (sign, strlen (sign));

  return g_str_equal (sign, currency) || (list != NULL && strstr (list, currency) != NULL);
}

const char *
hw_sign_currency (const char *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].sign, sign))
      {
        char code[4] = "";

        memcpy (code, signs[i].currencies, 3);
        return g_intern_string (code);
      }

  return hw_sign_is_code (sign, strlen (sign)) ? g_intern_string (sign) : NULL;
}
