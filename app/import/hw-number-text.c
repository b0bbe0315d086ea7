/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-number-text.h"

#include "core/hw-money.h"

#include <string.h>

#define MAX_BODY 48 /* bytes of a number without its sign and currency */

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

static const char *const nothings[] = {
  "NULL", "null", "Null", "n/a", "N/A", "NA", "#N/A", "-", "--", "\342\200\223", "\342\200\224", "NaN", "nan", "nil", "(blank)", "#NULL!",
};

static const char *const units[] = {
  "x", "X", "kg", "Kg", "g", "l", "L", "ml", "m", "pcs", "pc", "PCS", "ea", "EA", "Stk", "Stk.", "St", "st", "St.", "ud", "uds", "un", "szt", "szt.", "ks", "db",
};

typedef struct
{
  const char *p;
  const char *end;
  const char *sign;    /* (nullable) not terminated */
  gsize       n_sign;
  gboolean    negative;
  gboolean    percent;
} Body;

static gboolean
is_among (const char        *text,
          gsize              length,
          const char *const *list,
          gsize              n)
{
  for (gsize i = 0; i < n; i++)
    if (strncmp (list[i], text, length) == 0 && list[i][length] == '\0')
      return TRUE;

  return FALSE;
}

gboolean
hw_text_is_nothing (const char *text,
                    gsize       length)
{
  return length == 0 || (length <= 7 && is_among (text, length, nothings, G_N_ELEMENTS (nothings)));
}

static const char *
find_sign (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strncmp (signs[i].sign, text, length) == 0 && signs[i].sign[length] == '\0')
      return signs[i].currencies;

  return NULL;
}

static gboolean
is_code (const char *text,
         gsize       length)
{
  return length == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

/* Bytes of the blank or thousands mark that stands at @p: spaces, apostrophes. */
static gsize
gap_at (const char *p,
        const char *end)
{
  static const char *const wide[] = { "\302\240", "\342\200\257", "\342\200\211", "\342\200\231" };

  if (*p == ' ' || *p == '\'' || *p == '\t')
    return 1;
  if ((guchar) *p < 0x80)
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if ((gsize) (end - p) >= strlen (wide[i]) && memcmp (p, wide[i], strlen (wide[i])) == 0)
      return strlen (wide[i]);

  return 0;
}

static gsize
minus_at (const char *p,
          const char *end)
{
  if (*p == '-')
    return 1;
  if (end - p >= 3 && (memcmp (p, "\342\210\222", 3) == 0 || memcmp (p, "\342\200\223", 3) == 0))
    return 3;

  return 0;
}

/* The same, for what ends before @end. */
static gsize
before (gsize     (*at) (const char *, const char *),
        const char *from,
        const char *end)
{
  for (gsize n = 1; n <= 3 && from + n <= end; n++)
    if (at (end - n, end) == n)
      return n;

  return 0;
}

static gboolean
take_sign (Body       *body,
           const char *from,
           const char *to)
{
  gsize n;

  while (from < to && (n = gap_at (from, to)) > 0)
    from += n;
  while (from < to && (n = before (gap_at, from, to)) > 0)
    to -= n;

  n = (gsize) (to - from);
  if (n == 0)
    return TRUE;
  if (is_among (from, n, units, G_N_ELEMENTS (units)) && find_sign (from, n) == NULL)
    return TRUE;
  if (find_sign (from, n) == NULL && !is_code (from, n))
    return FALSE;

  body->sign = from;
  body->n_sign = n;
  return TRUE;
}

static gboolean
is_word (char c)
{
  return !g_ascii_isdigit (c) && c != '-' && c != '(' && c != '.' && c != ',' && c != '+';
}

static gboolean
peel_back (Body *body)
{
  const char *p = body->end;
  gsize n;

  if ((n = before (gap_at, body->p, body->end)) > 0)
    body->end -= n;
  else if (p[-1] == '%' && !body->percent)
    {
      body->end--;
      body->percent = TRUE;
    }
  else if ((n = before (minus_at, body->p, body->end)) > 0 && !body->negative)
    {
      body->end -= n;
      /* "12,-": a whole amount, not less than nothing. */
      if (body->end > body->p + 1 && (body->end[-1] == ',' || body->end[-1] == '.'))
        body->end--;
      else
        body->negative = TRUE;
    }
  else
    {
      while (p > body->p && !g_ascii_isdigit (p[-1]) && p[-1] != '-' && p[-1] != ')')
        p--;
      if (p == body->end || !take_sign (body, p, body->end))
        return FALSE;
      body->end = p;
    }

  return TRUE;
}

/* One thing off the front. Returns FALSE if there was none, or none we know. */
static gboolean
peel_front (Body *body)
{
  const char *p = body->p;
  gsize n;

  if ((n = gap_at (p, body->end)) > 0)
    body->p += n;
  else if ((n = minus_at (p, body->end)) > 0 && !body->negative)
    {
      body->p += n;
      body->negative = TRUE;
    }
  else if (*p == '+' && !body->negative)
    body->p++;
  else if (*p == '(' && body->end[-1] != ')')
    return peel_back (body); /* "(1,00) EUR" */
  else if (*p == '(' && !body->negative)
    {
      body->p++;
      body->end--;
      body->negative = TRUE;
    }
  else
    {
      while (p < body->end && is_word (*p) && minus_at (p, body->end) == 0)
        p++;
      /* "Rs. 5", "kr. 5" */
      if (p > body->p && p < body->end && *p == '.' && p + 1 < body->end && !g_ascii_isdigit (p[1]))
        p++;
      else if (p > body->p && p + 1 < body->end && *p == '.' && find_sign (body->p, (gsize) (p + 1 - body->p)) != NULL)
        p++;
      if (p == body->p || !take_sign (body, body->p, p))
        return FALSE;
      body->p = p;
    }

  return TRUE;
}

/* Takes everything off the number that is no digit of it. */
static gboolean
peel (Body       *body,
      const char *text,
      gsize       length)
{
  *body = (Body) { .p = text, .end = text + length };

  while (body->p < body->end && !g_ascii_isdigit (*body->p) && !((*body->p == '.' || *body->p == ',') && body->p + 1 < body->end && g_ascii_isdigit (body->p[1])))
    if (!peel_front (body))
      return FALSE;

  while (body->p < body->end && !g_ascii_isdigit (body->end[-1]) && !((body->end[-1] == '.' || body->end[-1] == ',') && body->end - body->p > 1))
    if (!peel_back (body))
      return FALSE;

  return body->p < body->end;
}

/* What the marks say: the decimal mark if it is certain, 'o' if it is open,
 * 0 if there are no marks, '!' if it is no number. @mark: the one mark. */
static char
judge_marks (const char *p,
             const char *end,
             char       *mark)
{
  int count[2] = { 0, 0 }, after = 0, lead = 0;
  gboolean gaps = FALSE;
  const gboolean zero = *p == '0';
  gsize n;

  *mark = 0;
  for (; p < end; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          after++;
          lead += *mark == 0;
        }
      else if (*p == '.' || *p == ',')
        {
          count[*p == ',']++;
          *mark = *p;
          after = 0;
        }
      else if ((n = gap_at (p, end)) > 0)
        {
          gaps = TRUE;
          p += n - 1;
        }
      else
        return '!';
    }

  if (*mark == 0)
    return 0;
  if (count[0] > 0 && count[1] > 0)
    return count[*mark == ','] == 1 ? *mark : '!';
  if (count[*mark == ','] > 1)
    return *mark == ',' ? '.' : ',';
  if (after != 3 || lead > 3 || lead == 0 || zero || gaps)
    return *mark;

  return 'o';
}

static HwNumberStatus
read_body (const char *p,
           const char *end,
           char        point,
           gint64     *out)
{
  char plain[MAX_BODY];
  gsize n = 0, gap;
  char group = 0;

  for (; p < end; p++)
    {
      char c = *p;

      if (n == sizeof plain - 1)
        return HW_NUMBER_TOO_LARGE;
      if (c == point)
        c = '.';
      else if (!g_ascii_isdigit (c))
        {
          gap = c == '.' || c == ',' ? 1 : gap_at (p, end);
          if (gap == 0 || (group != 0 && group != p[gap - 1]))
            return HW_NUMBER_BAD;
          group = p[gap - 1];
          p += gap - 1;
          c = ' ';
        }
      plain[n++] = c;
    }

  switch (hw_decimal_parse (plain, (gssize) n, '.', ' ', out))
    {
    case HW_DECIMAL_OK:
      return HW_NUMBER_OK;
    case HW_DECIMAL_TOO_FINE:
      return HW_NUMBER_TOO_FINE;
    case HW_DECIMAL_TOO_LARGE:
      return HW_NUMBER_TOO_LARGE;
    case HW_DECIMAL_BAD:
    default:
      return HW_NUMBER_BAD;
    }
}

static HwNumberStatus
read_slowly (const char *text,
             gsize       length,
             char        point,
             gint64     *out)
{
  HwNumberStatus status;
  Body body;
  char mark, sure;

  if (hw_text_is_nothing (text, length))
    return HW_NUMBER_EMPTY;
  if (!peel (&body, text, length))
    return HW_NUMBER_BAD;

  sure = judge_marks (body.p, body.end, &mark);
  if (sure == '!')
    return HW_NUMBER_BAD;

  status = read_body (body.p, body.end, sure == '.' || sure == ',' ? sure : point, out);
  if (body.negative && (status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE))
    *out = -*out;
  return status;
}

/* Most cells by far are plain: "-12", "3.50". */
HwNumberStatus
hw_number_read (const char *text,
                gsize       length,
                char        point,
                gint64     *out)
{
  static const gint64 scale[] = { 10000, 1000, 100, 10, 1 };
  const char *p = text;
  const char *const end = text + length;
  const gboolean negative = length > 1 && *p == '-';
  gint64 value = 0;
  gssize decimals = 0;

  if (length == 0)
    return HW_NUMBER_EMPTY;
  if (length > 14)
    return read_slowly (text, length, point, out);

  for (p += negative; p < end && g_ascii_isdigit (*p); p++)
    value = value * 10 + (*p - '0');

  if (p < end && *p == point && p > text + negative)
    {
      const char *const from = ++p;

      for (; p < end && g_ascii_isdigit (*p); p++)
        value = value * 10 + (*p - '0');
      decimals = p - from;
      /* "1.234" in a column of points is 1.234; "1.5" or "1.50" needs no thought. */
      if (decimals > 4 || decimals == 0)
        return read_slowly (text, length, point, out);
    }

  if (p < end || p == text + negative)
    return read_slowly (text, length, point, out);

  value *= scale[decimals];
  *out = negative ? -value : value;
  return HW_NUMBER_OK;
}

static void
copy_sign (const Body *body,
           char        sign[12])
{
  const gsize n = MIN (body->n_sign, 11);

  memcpy (sign, body->sign, n);
  sign[n] = '\0';
}

static void
note_sign (HwNumberEvidence *self,
           const Body       *body)
{
  char sign[12];
  guint i = 0;

  copy_sign (body, sign);
  while (i < self->n_signs && strcmp (self->signs[i].sign, sign) != 0)
    i++;
  if (i == HW_SIGNS)
    return;

  if (i == self->n_signs)
    {
      memcpy (self->signs[i].sign, sign, sizeof sign);
      self->n_signs++;
    }
  self->signs[i].cells++;
}

gboolean
hw_number_sign (const char *text,
                gsize       length,
                char        sign[12])
{
  Body body;

  if (length == 0 || hw_text_is_nothing (text, length) || !peel (&body, text, length) || body.sign == NULL)
    return FALSE;

  copy_sign (&body, sign);
  return TRUE;
}

static void
note_marks (HwNumberEvidence *self,
            const char       *p,
            const char       *end)
{
  char mark;
  const char sure = judge_marks (p, end, &mark);
  const gsize n = MIN ((gsize) (end - p), sizeof self->example - 1);

  if (sure == '!')
    {
      self->numbers--;
      return;
    }

  if (sure == 'o')
    {
      if (self->open[mark == ',']++ == 0 || self->example[0] == '\0')
        {
          memcpy (self->example, p, n);
          self->example[n] = '\0';
        }
    }
  else if (sure != 0)
    self->sure[sure == ',']++;
  else if (end - p > 3 && end - p < 9 && *p != '0' && gap_at (p + 1, end) == 0)
    self->plain++;
}

void
hw_number_evidence_add (HwNumberEvidence *self,
                        const char       *text,
                        gsize             length)
{
  const char *p = text;
  const char *const end = text + length;
  Body body;

  if (length == 0)
    return;

  while (p < end && g_ascii_isdigit (*p))
    p++;
  if (p == end && length <= 3)
    {
      self->filled++;
      self->numbers++;
      self->bare++;
      return;
    }

  if (hw_text_is_nothing (text, length))
    return;
  self->filled++;
  if (!peel (&body, text, length))
    return;

  self->numbers++;
  self->negative += body.negative;
  self->percent += body.percent;
  if (body.sign != NULL)
    note_sign (self, &body);
  note_marks (self, body.p, body.end);
}

gboolean
hw_sign_fits (const char *sign,
              const char *currency)
{
  const char *list = find_sign (sign, strlen (sign));

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

  return is_code (sign, strlen (sign)) ? g_intern_string (sign) : NULL;
}
