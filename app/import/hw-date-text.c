/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-date-text.h"

#include <string.h>

/* Of a month alone: other figures are none. */
#define YEAR_LEAST 1990
#define YEAR_MOST  2099

#define SERIAL_1970 25569 /* the spreadsheet's number for 1970-01-01 */

/* Names without accents; three letters are enough where @least does not ask more. */
static const struct
{
  const char *name;
  int         month;
  int         least;
} months[] = {
  { "january", 1, 3 }, { "januar", 1, 3 }, { "janner", 1, 4 }, { "janvier", 1, 4 }, { "enero", 1, 3 },
  { "gennaio", 1, 3 }, { "januari", 1, 3 }, { "janeiro", 1, 4 },
  { "february", 2, 3 }, { "februar", 2, 3 }, { "fevrier", 2, 3 }, { "febrero", 2, 3 }, { "febbraio", 2, 4 },
  { "februari", 2, 3 }, { "fevereiro", 2, 4 },
  { "march", 3, 3 }, { "marz", 3, 3 }, { "maerz", 3, 3 }, { "mars", 3, 3 }, { "marzo", 3, 3 }, { "maart", 3, 3 },
  { "mrt", 3, 3 }, { "mrz", 3, 3 }, { "marco", 3, 4 },
  { "april", 4, 3 }, { "avril", 4, 3 }, { "abril", 4, 3 }, { "aprile", 4, 3 },
  { "may", 5, 3 }, { "mai", 5, 3 }, { "mayo", 5, 3 }, { "maggio", 5, 3 }, { "mei", 5, 3 }, { "maio", 5, 3 },
  { "june", 6, 3 }, { "juni", 6, 3 }, { "juin", 6, 4 }, { "junio", 6, 3 }, { "giugno", 6, 3 }, { "junho", 6, 4 },
  { "july", 7, 3 }, { "juli", 7, 3 }, { "juillet", 7, 4 }, { "julio", 7, 3 }, { "luglio", 7, 3 }, { "julho", 7, 4 },
  { "august", 8, 3 }, { "aout", 8, 3 }, { "agosto", 8, 3 }, { "augustus", 8, 3 },
  { "september", 9, 3 }, { "septembre", 9, 3 }, { "septiembre", 9, 3 }, { "setiembre", 9, 3 }, { "settembre", 9, 3 },
  { "setembro", 9, 3 },
  { "october", 10, 3 }, { "oktober", 10, 3 }, { "octobre", 10, 3 }, { "octubre", 10, 3 }, { "ottobre", 10, 3 },
  { "outubro", 10, 3 },
  { "november", 11, 3 }, { "novembre", 11, 3 }, { "noviembre", 11, 3 }, { "novembro", 11, 3 },
  { "december", 12, 3 }, { "dezember", 12, 3 }, { "decembre", 12, 3 }, { "diciembre", 12, 3 }, { "dicembre", 12, 3 },
  { "dezembro", 12, 3 },
};

/* Words that may stand between day, month and year. */
static const char *const fillers[] = { "st", "nd", "rd", "th", "de", "del", "of", "er", "o", "e", "den" };

static const char *const order_ids[HW_ORDER_N] = { "dmy", "mdy", "ymd" };

const char *
hw_date_order_id (HwDateOrder order)
{
  return (guint) order < HW_ORDER_N ? order_ids[order] : "";
}

gboolean
hw_date_order_from_id (const char  *id,
                       HwDateOrder *order)
{
  for (guint i = 0; i < HW_ORDER_N; i++)
    if (g_strcmp0 (order_ids[i], id) == 0)
      {
        *order = (HwDateOrder) i;
        return TRUE;
      }

  return FALSE;
}

static const char *
read_int (const char *p,
          const char *end,
          int        *value,
          int        *digits)
{
  *value = 0;
  for (*digits = 0; p < end && g_ascii_isdigit (*p); p++)
    if (++*digits <= 8)
      *value = *value * 10 + (*p - '0');

  return p;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

/* The word at @p in small letters without accents. Returns where it ends. */
static const char *
read_word (const char *p,
           const char *end,
           char        word[16])
{
  static const char plain[] = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty";
  gsize n = 0;

  for (; p < end && is_letter (*p); p++)
    {
      const guchar c = (guchar) *p;
      char letter = g_ascii_tolower (*p);

      if (c == 0xC3 && p + 1 < end)
        letter = plain[(guchar) *++p & 0x3F];
      else if (c >= 0x80)
        letter = '?';
      if (n < 15)
        word[n++] = letter;
    }

  word[n] = '\0';
  return p;
}

int
hw_date_month (const char *word)
{
  const gsize n = strlen (word);

  for (gsize i = 0; n >= 3 && i < G_N_ELEMENTS (months); i++)
    if (n >= (gsize) months[i].least && strncmp (months[i].name, word, n) == 0)
      return months[i].month;

  /* "sept", "juil", "febr" are prefixes; "fevr" too. */
  return 0;
}

/* What may follow a date: nothing, a time, a zone. FALSE if it is something else. */
static gboolean
read_time (const char *p,
           const char *end,
           int        *minute)
{
  int hour, min = 0, n;
  char word[16];

  *minute = -1;
  while (p < end && (*p == ' ' || *p == ',' || *p == 'T' || *p == '\t'))
    p++;
  if (p == end)
    return TRUE;
  if (!g_ascii_isdigit (*p))
    return *p == '(' || *p == 'Z' || g_ascii_isupper (*p);

  p = read_int (p, end, &hour, &n);
  if (n > 2 || hour > 24)
    return FALSE;
  if (p < end && (*p == ':' || *p == '.' || *p == 'h'))
    {
      p = read_int (p + 1, end, &min, &n);
      if (n > 2 || min > 59)
        return FALSE;
    }
  else if (!(p < end && (*p == ' ' || is_letter (*p))))
    return FALSE;

  while (p < end && (g_ascii_isdigit (*p) || *p == ':' || *p == '.' || *p == ',' || *p == ' '))
    p++;
  read_word (p, end, word);
  if (word[0] == 'p' && hour < 12 && (word[1] == 'm' || word[1] == '\0'))
    hour += 12;
  else if (word[0] == 'a' && hour == 12 && (word[1] == 'm' || word[1] == '\0'))
    hour = 0;

  *minute = hour < 24 ? hour * 60 + min : -1;
  return TRUE;
}

int
hw_time_read (const char *text,
              gsize       length)
{
  int minute = -1;

  if (length == 0 || !g_ascii_isdigit (*text) || !read_time (text, text + length, &minute))
    return -1;

  return minute;
}

static int
full_year (int year,
           int year_now)
{
  const int century = year_now / 100 * 100;

  if (year >= 100)
    return year;

  return century + year <= year_now + 1 ? century + year : century - 100 + year;
}

/* "5 Jan 2026", "Mon, January 5th, 2026 14:05", "05-Jan-26", "5. M\303\244rz 2026", "Jan 2026". */
static gboolean
split_named (const char  *p,
             const char  *end,
             HwDateParts *parts)
{
  int number[2] = { 0, 0 }, digits[2] = { 0, 0 };
  int month = 0, n = 0;
  char word[16];

  while (p < end && !(n == 2 && month > 0))
    {
      if (g_ascii_isdigit (*p))
        {
          if (n == 2 || (month > 0 && n == 1 && digits[0] == 4))
            break;
          p = read_int (p, end, &number[n], &digits[n]);
          if (p < end && *p == ':')
            return FALSE;
          n++;
        }
      else if (is_letter (*p))
        {
          const int found = (p = read_word (p, end, word), hw_date_month (word));
          gboolean filler = n == 0 && month == 0;

          for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
            filler |= g_str_equal (word, fillers[i]);
          if (found > 0 && month == 0)
            month = found;
          else if (!filler)
            return FALSE;
        }
      else if (strchr (" ,.-/'\t", *p) != NULL)
        p++;
      else
        return FALSE;
    }

  if (month == 0 || n == 0)
    return FALSE;

  parts->clear = TRUE;
  if (n == 1)
    parts->day = digits[0] == 4 ? hw_day_from_ymd (number[0], month, 1) : HW_DAY_NONE;
  else if (digits[0] == 4)
    parts->day = hw_day_from_ymd (number[0], month, number[1]);
  else if (digits[1] == 4)
    parts->day = hw_day_from_ymd (number[1], month, number[0]);
  else if (digits[0] <= 2 && digits[1] == 2)
    parts->day = hw_day_from_ymd (number[1] + (number[1] < 70 ? 2000 : 1900), month, number[0]);

  return parts->day != HW_DAY_NONE && read_time (p, end, &parts->minute);
}

/* "20260105", with or without a time. */
static gboolean
split_packed (int          value,
              const char  *p,
              const char  *end,
              HwDateParts *parts)
{
  if (value < 19000101 || value > 21001231)
    return FALSE;

  parts->clear = TRUE;
  parts->day = hw_day_from_ymd (value / 10000, value / 100 % 100, value % 100);
  return parts->day != HW_DAY_NONE && read_time (p, end, &parts->minute);
}

/* "2026-01", "01/2026": the month's first day. */
static gboolean
split_month (const int    digits[2],
             HwDateParts *parts)
{
  const int at = digits[0] == 4 ? 0 : 1;

  if (digits[at] != 4 || digits[1 - at] > 2 || parts->part[at] < YEAR_LEAST || parts->part[at] > YEAR_MOST
      || (parts->mark != HW_MARK_DASH && parts->mark != HW_MARK_SLASH))
    return FALSE;

  parts->clear = TRUE;
  parts->day = hw_day_from_ymd (parts->part[at], parts->part[1 - at], 1);
  return parts->day != HW_DAY_NONE;
}

/* "2026-W05", "2026-W05-3": that day of the week, else its Monday. */
static gboolean
split_week (int          year,
            const char  *p,
            const char  *end,
            HwDateParts *parts)
{
  int week, digits, day = 1, n = 1;
  HwDay fourth;

  if (end - p < 4 || p[0] != '-' || g_ascii_toupper (p[1]) != 'W' || !g_ascii_isdigit (p[2]))
    return FALSE;
  p = read_int (p + 2, end, &week, &digits);
  if (p + 1 < end && *p == '-')
    p = read_int (p + 1, end, &day, &n);
  if (p < end || digits > 2 || week < 1 || week > 53 || n != 1 || day < 1 || day > 7)
    return FALSE;

  /* The week of the fourth of January is the first. */
  fourth = hw_day_from_ymd (year, 1, 4);
  parts->clear = TRUE;
  parts->day = fourth == HW_DAY_NONE ? HW_DAY_NONE : fourth - hw_day_weekday (fourth) + (week - 1) * 7 + day - 1;
  return parts->day != HW_DAY_NONE;
}

static gboolean
find_mark (char        c,
           HwDateMark *mark)
{
  switch (c)
    {
    case '/':
      *mark = HW_MARK_SLASH;
      return TRUE;
    case '-':
      *mark = HW_MARK_DASH;
      return TRUE;
    case '.':
      *mark = HW_MARK_DOT;
      return TRUE;
    case ' ':
      *mark = HW_MARK_SPACE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* A day of the week, or as little as its first two letters: "Sum 05.01.2026" is no date. */
static gboolean
leads_date (const char *word)
{
  static const char *const names[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonnabend", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miercoles",
    "jueves", "viernes", "sabado", "domingo", "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica", "maandag",
    "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "segunda", "terca", "quarta", "quinta", "sexta", "mandag", "tirsdag",
    "onsdag", "torsdag", "fredag", "lordag", "sondag", "tisdag", "poniedzialek", "wtorek", "sroda", "czwartek", "piatek", "sobota", "niedziela",
    "pondeli", "utery", "streda", "ctvrtek", "patek", "nedele", "am", "vom", "den", "le", "el", "il", "on", "op", "em",
  };
  const gsize n = strlen (word);

  for (gsize i = 0; n >= 2 && i < G_N_ELEMENTS (names); i++)
    if (strncmp (names[i], word, n) == 0)
      return TRUE;

  return FALSE;
}

gboolean
hw_date_split (const char  *text,
               gsize        length,
               HwDateParts *parts)
{
  const char *p = text;
  const char *const end = text + length;
  int digits[3];
  char word[16];

  parts->clear = parts->short_year = FALSE;
  parts->minute = -1;
  parts->day = HW_DAY_NONE;
  parts->mark = HW_MARK_SLASH;
  if (length < 6 || length > 60)
    return FALSE;

  /* "Mo 05.01.2026": a day's name before figures alone says nothing more. */
  if (is_letter (*p))
    {
      const char *q = read_word (p, end, word);

      while (q < end && (*q == ' ' || *q == ',' || *q == '.'))
        q++;
      if (hw_date_month (word) > 0 || q == end || !g_ascii_isdigit (*q))
        return split_named (p, end, parts);
      if (!leads_date (word))
        return FALSE;
      p = q;
    }
  if (!g_ascii_isdigit (*p))
    return FALSE;

  p = read_int (p, end, &parts->part[0], &digits[0]);
  if (digits[0] == 8)
    return split_packed (parts->part[0], p, end, parts);
  if (digits[0] > 4 || digits[0] == 3 || p == end)
    return FALSE;
  if (digits[0] == 4 && split_week (parts->part[0], p, end, parts))
    return TRUE;

  for (int i = 1; i < 3; i++)
    {
      const char mark = *p;

      if (i == 1 ? !find_mark (mark, &parts->mark) : p == end || (find_mark (mark, &parts->mark), mark != p[-1 - digits[1]]))
        return split_named (text, end, parts);
      do
        p++;
      while (p < end && *p == ' ');
      if (p == end || !g_ascii_isdigit (*p))
        return split_named (text, end, parts);
      p = read_int (p, end, &parts->part[i], &digits[i]);
      if (p == end && i == 1)
        return split_month (digits, parts);
    }

  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    {
      parts->clear = TRUE;
      parts->day = hw_day_from_ymd (parts->part[0], parts->part[1], parts->part[2]);
      return parts->day != HW_DAY_NONE && read_time (p, end, &parts->minute);
    }

  parts->short_year = digits[2] == 2;
  return digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 4 || digits[2] == 2) && read_time (p, end, &parts->minute);
}

gboolean
hw_date_split_yearless (const char *text,
                        gsize       length,
                        int        *month,
                        int        *day)
{
  const char *p = text;
  const char *const end = text + length;
  gboolean named = FALSE, dotted = TRUE;
  char word[16];

  *month = *day = 0;
  if (length < 4 || length > 20)
    return FALSE;

  while (p < end)
    if (g_ascii_isdigit (*p))
      {
        int *part = *day == 0 ? day : month;
        int digits;

        if (*part != 0)
          return FALSE;
        p = read_int (p, end, part, &digits);
        dotted &= p < end && *p == '.';
        if (digits > 2 || *part == 0)
          return FALSE;
      }
    else if (is_letter (*p))
      {
        const int found = (p = read_word (p, end, word), hw_date_month (word));

        if (found == 0 || *month != 0)
          return FALSE;
        *month = found;
        named = TRUE;
      }
    else if (strchr (" ,.-", *p++) == NULL)
      return FALSE;

  /* Figures alone have a point after each: "02.03." */
  return *day > 0 && *month > 0 && (named || (dotted && end[-1] == '.')) && hw_day_from_ymd (2024, *month, *day) != HW_DAY_NONE;
}

gboolean
hw_date_split_serial (const char  *text,
                      gsize        length,
                      HwDateParts *parts)
{
  const char *const end = text + length;
  int whole, digits, part = 0, n = 0;
  const char *p = read_int (text, end, &whole, &digits);

  if (digits != 5 || whole < 20000 || whole > 80000)
    return FALSE;
  if (p < end && (*p == '.' || *p == ','))
    p = read_int (p + 1, end, &part, &n);
  if (p < end)
    return FALSE;

  *parts = (HwDateParts) { .clear = TRUE, .day = whole - SERIAL_1970, .minute = -1 };
  if (part > 0)
    {
      gint64 scale = 1;

      for (int i = 0; i < MIN (n, 8); i++)
        scale *= 10;
      parts->minute = (int) ((gint64) part * 1440 / scale);
    }
  return TRUE;
}

HwDay
hw_date_join (const HwDateParts *parts,
              HwDateOrder        order,
              int                year_now)
{
  const int *const part = parts->part;

  if (parts->clear)
    return parts->day;

  switch (order)
    {
    case HW_ORDER_DMY:
      return hw_day_from_ymd (full_year (part[2], year_now), part[1], part[0]);
    case HW_ORDER_MDY:
      return hw_day_from_ymd (full_year (part[2], year_now), part[0], part[1]);
    case HW_ORDER_YMD:
      return parts->short_year ? hw_day_from_ymd (full_year (part[0], year_now), part[1], part[2]) : HW_DAY_NONE;
    case HW_ORDER_UNKNOWN:
    default:
      return HW_DAY_NONE;
    }
}
