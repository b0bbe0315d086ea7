/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-period.h"

#include "import/hw-date-text.h"
#include "import/hw-heading.h"

#include <string.h>

#define YEAR_LEAST 1990
#define YEAR_MOST  2099

static gboolean
is_year (int value)
{
  return value >= YEAR_LEAST && value <= YEAR_MOST;
}

/* Figures alone: "25" after a month is 2025. */
static int
read_year (const char *word)
{
  const gsize n = strlen (word);
  guint64 value;

  if (!g_ascii_string_to_unsigned (word, 10, 0, 9999, &value, NULL))
    return 0;
  if (n == 4 && is_year ((int) value))
    return (int) value;

  return n == 2 ? 2000 + (int) value : 0;
}

static gboolean
word_is (const char *word,
         const char *list)
{
  const gsize n = strlen (word);

  for (const char *p = list; (p = strstr (p, word)) != NULL; p++)
    if ((p == list || p[-1] == '|') && (p[n] == '|' || p[n] == '\0'))
      return TRUE;

  return FALSE;
}

/* "w 3", "kw 12", "q 1": a word and its number; "3 quartal" as well. */
static gboolean
read_numbered (char     **words,
               guint      n,
               HwPeriod  *period)
{
  static const char weeks[] = "w|wk|week|kw|woche|semaine|sem|semana|settimana|sett|uke|vecka|v|tyden|tydzien";
  static const char quarters[] = "q|quarter|qtr|quartal|trimestre|trim|t|kwartaal|kvartal|kwartal|ctvrtleti";
  const char *word = n > 0 ? words[0] : "";
  const char *number = n > 1 ? words[1] : "";
  guint64 value;

  if (n >= 2 && g_ascii_isdigit (*word))
    {
      word = words[1];
      number = words[0];
    }
  if (n == 3 && is_year (read_year (words[0])) && strlen (words[0]) == 4)
    {
      word = words[1];
      number = words[2];
    }
  if (n < 2 || n > 3 || !g_ascii_string_to_unsigned (number, 10, 1, 53, &value, NULL))
    return FALSE;

  period->kind = word_is (word, weeks) ? HW_PERIOD_WEEK : word_is (word, quarters) && value <= 4 ? HW_PERIOD_QUARTER : HW_PERIOD_NONE;
  period->number = (int) value;
  period->year = n < 3 ? 0 : number == words[2] ? read_year (words[0]) : read_year (words[2]);
  return period->kind != HW_PERIOD_NONE && (n < 3 || period->year != 0);
}

/* "jan", "january 2025", "2025 jan", "01 2025", "2025 01". */
static gboolean
read_month (char     **words,
            guint      n,
            HwPeriod  *period)
{
  if (n < 1 || n > 2)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *other = n == 2 ? words[1 - i] : "";
      int month = hw_date_month (words[i]);
      const int year = read_year (other);

      if (month == 0 && n == 2 && strlen (other) == 4 && is_year (year) && strlen (words[i]) <= 2)
        month = (int) g_ascii_strtoll (words[i], NULL, 10);
      if (month < 1 || month > 12 || (n == 2 && year == 0))
        continue;
      period->kind = HW_PERIOD_MONTH;
      period->number = month;
      period->year = year;
      return TRUE;
    }

  return FALSE;
}

/* Letters and figures told apart: "KW12", "Q1/25", "W03-2025". */
static char *
split_figures (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (out->len > 0 && g_ascii_isdigit (*p) != g_ascii_isdigit (out->str[out->len - 1]) && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
      g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

gboolean
hw_period_read (const char *text,
                HwPeriod   *period)
{
  const gsize length = strlen (text);
  g_autofree char *split = NULL;
  g_auto(GStrv) raw = NULL;
  char words[64], *list[5];
  HwDateParts parts;
  guint n = 0;

  *period = (HwPeriod) { .day = HW_DAY_NONE };
  if (length < 2 || length > 24)
    return FALSE;

  hw_heading_words (text, words, sizeof words, NULL, 0);
  split = split_figures (words);
  raw = g_strsplit (split, " ", -1);
  for (guint i = 0; raw[i] != NULL && n < G_N_ELEMENTS (list); i++)
    if (*raw[i] != '\0')
      list[n++] = raw[i];

  if (n == 1 && strlen (list[0]) == 4 && is_year (read_year (list[0])))
    {
      period->kind = HW_PERIOD_YEAR;
      period->year = read_year (list[0]);
      return TRUE;
    }
  if (read_month (list, n, period) || read_numbered (list, n, period))
    return TRUE;

  *period = (HwPeriod) { .day = HW_DAY_NONE };
  if (n >= 3 && hw_date_split (text, length, &parts) && parts.minute < 0)
    {
      period->kind = HW_PERIOD_DAY;
      period->day = hw_date_join (&parts, parts.mark == HW_MARK_SLASH ? HW_ORDER_UNKNOWN : HW_ORDER_DMY, YEAR_MOST);
    }
  return period->day != HW_DAY_NONE;
}

HwDay
hw_period_first (const HwPeriod *period,
                 int             year)
{
  const int in = period->year != 0 ? period->year : year;
  HwDay fourth;
  int y, month, mday;

  if (period->kind == HW_PERIOD_DAY)
    return period->day;
  if (!is_year (in))
    return HW_DAY_NONE;

  switch (period->kind)
    {
    case HW_PERIOD_MONTH:
      return hw_day_from_ymd (in, period->number, 1);
    case HW_PERIOD_QUARTER:
      return hw_day_from_ymd (in, period->number * 3 - 2, 1);
    case HW_PERIOD_YEAR:
      return hw_day_from_ymd (in, 1, 1);
    case HW_PERIOD_WEEK:
      /* The week of the fourth of January is the first. */
      fourth = hw_day_from_ymd (in, 1, 4);
      fourth += (period->number - 1) * 7 - hw_day_weekday (fourth);
      hw_day_to_ymd (fourth, &y, &month, &mday);
      return y <= in ? fourth : HW_DAY_NONE;
    case HW_PERIOD_NONE:
    case HW_PERIOD_DAY:
    case HW_PERIOD_N:
    default:
      return HW_DAY_NONE;
    }
}

HwDay
hw_period_last (HwPeriodKind kind,
                HwDay        first)
{
  const int months = kind == HW_PERIOD_MONTH ? 1 : kind == HW_PERIOD_QUARTER ? 3 : kind == HW_PERIOD_YEAR ? 12 : 0;
  int year, month, mday;

  if (first == HW_DAY_NONE || kind == HW_PERIOD_DAY || kind == HW_PERIOD_NONE)
    return first;
  if (months == 0)
    return first + 6;

  hw_day_to_ymd (first, &year, &month, &mday);
  month += months;
  return hw_day_from_ymd (year + (month - 1) / 12, (month - 1) % 12 + 1, 1) - 1;
}

int
hw_period_find_year (const char *text)
{
  int found = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      int value = 0, n = 0;

      if (!g_ascii_isdigit (*p) || (p > text && g_ascii_isdigit (p[-1])))
        continue;
      for (; g_ascii_isdigit (p[n]); n++)
        value = n < 4 ? value * 10 + (p[n] - '0') : value;
      if (n != 4 || !is_year (value) || value == found)
        continue;
      if (found != 0)
        return 0;
      found = value;
    }

  return found;
}
