/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-xlsx-value.h"

#include "core/hw-day.h"

#include <math.h>
#include <string.h>

#define DAYS_1904   1462
#define LAST_SERIAL 2958466 /* 9999-12-31 and one */
#define LONGEST     366     /* days of a duration */
#define DIGITS      15      /* that a stored number holds for certain */

void
hw_number_format_builtin (HwNumberFormat *self,
                          gint64          id)
{
  *self = (HwNumberFormat) { HW_FORMAT_PLAIN, 0, "" };
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
    self->sort = HW_FORMAT_DAY;
  else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
    self->sort = HW_FORMAT_TIME;
}

/* "[$€-407]", "[$EUR]": the sign; "[h]": time that runs on; colours and conditions: nothing. */
static void
read_brackets (HwNumberFormat *self,
               const char     *p,
               gsize           n,
               gboolean       *time)
{
  const char c = n > 0 ? g_ascii_tolower (*p) : 0;

  if (c == '$')
    {
      gsize end = 1;

      while (end < n && p[end] != '-')
        end++;
      /* "$" alone is what "currency" looks like on the machine that wrote it. */
      if (end > 1 && end - 1 < sizeof self->sign && !(end == 2 && p[1] == '$'))
        {
          memcpy (self->sign, p + 1, end - 1);
          self->sign[end - 1] = '\0';
        }
    }
  else if (c == 'h' || (n <= 2 && (c == 'm' || c == 's')))
    *time = TRUE;
}

static gsize
skip_to (const char *p,
         gsize       from,
         gsize       n,
         char        what)
{
  while (from < n && p[from] != what)
    from++;
  return from;
}

void
hw_number_format_parse (HwNumberFormat *self,
                        const char     *code,
                        gsize           length)
{
  gboolean day = FALSE, time = FALSE, only_zeros = length > 1;

  *self = (HwNumberFormat) { HW_FORMAT_PLAIN, 0, "" };
  for (gsize i = 0; i < length && code[i] != ';'; i++)
    {
      const gsize from = i + 1;
      const char c = code[i];

      only_zeros &= c == '0';
      if (c == '"')
        i = skip_to (code, from, length, '"');
      else if (c == '\\' || c == '_' || c == '*')
        i++;
      else if (c == '[')
        {
          i = skip_to (code, from, length, ']');
          read_brackets (self, code + from, i - from, &time);
        }
      else if (c == 'G' || c == 'g' || c == '#' || c == '?')
        {
          /* "General" holds an e and an a; numbers hold neither days nor hours. */
          if (g_ascii_strncasecmp (code + i, "General", MIN (7, length - i)) == 0)
            i += 6;
        }
      else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D')
        day = TRUE;
      else if (c == 'h' || c == 'H' || c == 's' || c == 'S')
        time = TRUE;
      else if ((c == 'm' || c == 'M') && !time && !(i + 1 < length && code[i + 1] == ':'))
        day |= !(from < length && (code[from] == 's' || code[from] == 'S'));
    }

  if (day)
    self->sort = HW_FORMAT_DAY;
  else if (time)
    self->sort = HW_FORMAT_TIME;
  else if (only_zeros && length <= DIGITS)
    self->zeros = (guint) length;
}

/* Digits with at most one point among them, few enough to be exact as they stand. */
static gboolean
is_short (const char *text,
          gsize       length)
{
  const gsize from = length > 0 && text[0] == '-';
  gsize points = 0;

  if (length <= from || length - from > DIGITS || text[from] == '.' || text[length - 1] == '.')
    return FALSE;

  for (gsize i = from; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) && text[i] != '.')
        return FALSE;
      points += text[i] == '.';
    }

  return points <= 1 && (text[from] != '0' || length - from == 1 || text[from + 1] == '.');
}

static gboolean
to_double (const char *text,
           gsize       length,
           double     *value)
{
  char copy[64];
  char *end;
  gint64 whole = 0;
  gsize i = 0;

  while (i < length && i < 10 && g_ascii_isdigit (text[i]))
    whole = whole * 10 + (text[i++] - '0');
  if (i == length && i > 0)
    {
      *value = (double) whole;
      return TRUE;
    }

  if (length == 0 || length >= sizeof copy || !(g_ascii_isdigit (text[0]) || text[0] == '-' || text[0] == '.' || text[0] == '+'))
    return FALSE;

  memcpy (copy, text, length);
  copy[length] = '\0';
  *value = g_ascii_strtod (copy, &end);
  return *end == '\0' && isfinite (*value);
}

/* Fifteen digits and no exponent. */
static gsize
write_number (double value,
              char   out[HW_VALUE_TEXT])
{
  char digits[32], format[8];
  const char *e;
  int exponent;
  gsize n;

  g_ascii_formatd (digits, sizeof digits, "%.14e", value);
  e = strchr (digits, 'e');
  exponent = e != NULL ? (int) g_ascii_strtoll (e + 1, NULL, 10) : 0;
  if (value == 0 || exponent < -20)
    {
      memcpy (out, "0", 2);
      return 1;
    }
  if (exponent > 30)
    return 0;

  g_snprintf (format, sizeof format, "%%.%df", CLAMP (DIGITS - 1 - exponent, 0, 34));
  g_ascii_formatd (out, HW_VALUE_TEXT, format, value);
  n = strlen (out);
  if (strchr (out, '.') != NULL)
    while (n > 0 && (out[n - 1] == '0' || out[n - 1] == '.'))
      if (out[--n] == '.')
        break;
  out[n] = '\0';
  return n;
}

static void
put_digits (char *out,
            int   value,
            int   n)
{
  for (; n > 0; n--, value /= 10)
    out[n - 1] = (char) ('0' + value % 10);
}

static gsize
write_time (char   out[HW_VALUE_TEXT],
            gsize  at,
            gint64 seconds)
{
  g_snprintf (out + at, (gulong) (HW_VALUE_TEXT - at), "%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
  return strlen (out);
}

/* Day 60 of the calendar since 1900 is the 29th of February that never was. */
static gsize
write_day (double   serial,
           gboolean since_1904,
           char     out[HW_VALUE_TEXT])
{
  const gint64 all = (gint64) floor (serial * 86400.0 + 0.5);
  const gint64 seconds = all % 86400;
  gint64 days = all / 86400 + (since_1904 ? DAYS_1904 : 0);
  int year, month, mday;

  if (serial < 0 || serial >= LAST_SERIAL || days >= LAST_SERIAL || (days == 0 && seconds == 0))
    return 0;
  if (days == 0)
    return write_time (out, 0, seconds);

  days += days < 60 ? 1 : 0;
  hw_day_to_ymd (hw_day_from_ymd (1899, 12, 30) + (HwDay) days, &year, &month, &mday);
  put_digits (out, year, 4);
  put_digits (out + 5, month, 2);
  put_digits (out + 8, mday, 2);
  out[4] = out[7] = '-';
  out[10] = '\0';
  if (seconds == 0)
    return 10;

  out[10] = ' ';
  return write_time (out, 11, seconds);
}

/* "€9.5", "-€9.5" would be two marks to read: the sign stands first. */
static gsize
put_sign (const HwNumberFormat *self,
          char                  out[HW_VALUE_TEXT],
          gsize                 n)
{
  const gsize length = strlen (self->sign);

  if (length == 0 || n == 0 || n + length >= HW_VALUE_TEXT)
    return n;

  memmove (out + length, out, n + 1);
  memcpy (out, self->sign, length);
  return n + length;
}

static gsize
pad (const HwNumberFormat *self,
     char                  out[HW_VALUE_TEXT],
     gsize                 n)
{
  if (n == 0 || n >= self->zeros || strchr (out, '.') != NULL || out[0] == '-')
    return n;

  memmove (out + self->zeros - n, out, n + 1);
  memset (out, '0', self->zeros - n);
  return self->zeros;
}

HwCellHint
hw_number_format_read (const HwNumberFormat *self,
                       gboolean              since_1904,
                       const char           *text,
                       gsize                 length,
                       char                  out[HW_VALUE_TEXT],
                       gsize                *n_out)
{
  const gboolean plain = self->sort == HW_FORMAT_PLAIN;
  double value = 0;

  if (plain && is_short (text, length))
    {
      memcpy (out, text, length);
      out[length] = '\0';
      *n_out = pad (self, out, length);
      if (*n_out > length)
        return HW_CELL_TEXT;
      *n_out = put_sign (self, out, length);
      return HW_CELL_NUMBER;
    }

  *n_out = 0;
  if (!to_double (text, length, &value))
    return HW_CELL_TEXT;

  if (!plain)
    {
      /* A clock format over a full date shows the hour of a day; up to a year it is a duration. */
      if (self->sort == HW_FORMAT_DAY || value < 0 || value > LONGEST)
        *n_out = write_day (value, since_1904, out);
      else
        *n_out = write_time (out, 0, (gint64) floor (value * 86400.0 + 0.5));
      if (*n_out > 0)
        return HW_CELL_DATE;
    }

  *n_out = put_sign (self, out, write_number (value, out));
  return *n_out > 0 ? HW_CELL_NUMBER : HW_CELL_TEXT;
}

static int
hex_at (const char *p)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (p[i]);
    }

  return value;
}

gsize
hw_xlsx_unescape (char  *text,
                  gsize  length)
{
  char *to = text;
  const char *const end = text + length;

  if (length < 7 || memchr (text, '_', length) == NULL)
    return length;

  for (const char *p = text; p < end; )
    {
      const int c = end - p >= 7 && p[0] == '_' && p[1] == 'x' && p[6] == '_' ? hex_at (p + 2) : -1;

      if (c <= 0 || (c >= 0xD800 && c < 0xE000))
        *to++ = *p++;
      else
        {
          to += g_unichar_to_utf8 ((gunichar) c, to);
          p += 7;
        }
    }

  return (gsize) (to - text);
}
