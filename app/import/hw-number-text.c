/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-number-private.h"

#include "import/hw-currency-sign.h"

#include "core/hw-money.h"

#include <string.h>

#define MAX_BODY 48 /* bytes of a number without its sign and currency */

static const char *const nothings[] = {
  "NULL", "null", "Null", "n/a", "N/A", "NA", "#N/A", "-", "--", "\342\200\223", "\342\200\224", "NaN", "nan", "nil", "(blank)", "#NULL!",
};

static const char *const units[] = {
  "x", "X", "kg", "Kg", "g", "l", "L", "ml", "m", "pcs", "pc", "PCS", "ea", "EA", "Stk", "Stk.", "St", "st", "St.", "ud", "uds", "un", "szt", "szt.", "ks", "db",
};

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

/* Bytes of the blank or thousands mark that stands at @p: spaces, apostrophes. */
gsize
hw_number_gap (const char *p,
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
take_sign (HwNumberBody       *body,
           const char *from,
           const char *to)
{
  gsize n;

  while (from < to && (n = hw_number_gap (from, to)) > 0)
    from += n;
  while (from < to && (n = before (hw_number_gap, from, to)) > 0)
    to -= n;

  n = (gsize) (to - from);
  if (n == 0)
    return TRUE;
  if (is_among (from, n, units, G_N_ELEMENTS (units)) && hw_sign_find (from, n) == NULL)
    return TRUE;
  if (hw_sign_find (from, n) == NULL && !hw_sign_is_code (from, n))
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
peel_back (HwNumberBody *body)
{
  const char *p = body->end;
  gsize n;

  if ((n = before (hw_number_gap, body->p, body->end)) > 0)
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
peel_front (HwNumberBody *body)
{
  const char *p = body->p;
  gsize n;

  if ((n = hw_number_gap (p, body->end)) > 0)
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
      else if (p > body->p && p + 1 < body->end && *p == '.' && hw_sign_find (body->p, (gsize) (p + 1 - body->p)) != NULL)
        p++;
      if (p == body->p || !take_sign (body, body->p, p))
        return FALSE;
      body->p = p;
    }

  return TRUE;
}

/* Takes everything off the number that is no digit of it. */
gboolean
hw_number_peel (HwNumberBody *body,
                const char   *text,
                gsize         length)
{
  *body = (HwNumberBody) { .p = text, .end = text + length };

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
char
hw_number_judge_marks (const char *p,
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
      else if ((n = hw_number_gap (p, end)) > 0)
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
          gap = c == '.' || c == ',' ? 1 : hw_number_gap (p, end);
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
  HwNumberBody body;
  char mark, sure;

  if (hw_text_is_nothing (text, length))
    return HW_NUMBER_EMPTY;
  if (!hw_number_peel (&body, text, length))
    return HW_NUMBER_BAD;

  sure = hw_number_judge_marks (body.p, body.end, &mark);
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
