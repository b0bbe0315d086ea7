/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-day.h"

#include <string.h>

/* Days before the first of each month in a common year. */
static const int before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length (int year,
              int month)
{
  return before_month[month] - before_month[month - 1] + (month == 2 && is_leap (year));
}

static int
floor_div (int a,
           int b)
{
  return a / b - (a % b < 0);
}

HwDay
hw_day_from_ymd (int year,
                 int month,
                 int day)
{
  int past;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_length (year, month))
    return HW_DAY_NONE;

  past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400
         + before_month[month - 1] + (month > 2 && is_leap (year)) + day - 1
         + HW_DAY_MIN;
}

/* Source: Howard Hinnant, "chrono-compatible low-level date algorithms": the year
 * starts in March, so that the leap day is the last of its year. */
void
hw_day_to_ymd (HwDay day,
               int  *year,
               int  *month,
               int  *mday)
{
  const int z = day + 719468;
  const int era = floor_div (z, 146097);
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;

  *mday = doy - (153 * mp + 2) / 5 + 1;
  *month = mp < 10 ? mp + 3 : mp - 9;
  *year = yoe + era * 400 + (*month <= 2);
}

int
hw_day_weekday (HwDay day)
{
  const int since_thursday = day % 7; /* day 0 was a Thursday */

  return (since_thursday + 7 + 3) % 7;
}

HwDay
hw_day_from_iso (const char *text)
{
  int part[3] = { 0 };

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return HW_DAY_NONE;

  for (int i = 0, at = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        at++;
      else if (g_ascii_isdigit (text[i]))
        part[at] = part[at] * 10 + (text[i] - '0');
      else
        return HW_DAY_NONE;
    }

  return hw_day_from_ymd (part[0], part[1], part[2]);
}

const char *
hw_day_write_iso (HwDay day,
                  char  out[HW_DAY_ISO_SIZE])
{
  int y, m, d;

  hw_day_to_ymd (CLAMP (day, HW_DAY_MIN, HW_DAY_MAX), &y, &m, &d);

  for (int i = 3; i >= 0; i--, y /= 10)
    out[i] = (char) ('0' + y % 10);

  out[4] = out[7] = '-';
  out[5] = (char) ('0' + m / 10);
  out[6] = (char) ('0' + m % 10);
  out[8] = (char) ('0' + d / 10);
  out[9] = (char) ('0' + d % 10);
  out[10] = '\0';
  return out;
}

char *
hw_day_to_iso (HwDay day)
{
  char text[HW_DAY_ISO_SIZE];

  return g_strdup (hw_day_write_iso (day, text));
}

HwDay
hw_day_add_months (HwDay day,
                   int   months)
{
  int y, m, d, index;

  hw_day_to_ymd (day, &y, &m, &d);
  index = y * 12 + (m - 1) + months;
  y = floor_div (index, 12);
  m = index - y * 12 + 1;

  if (y < 1 || y > 9999)
    return HW_DAY_NONE;

  return hw_day_from_ymd (y, m, MIN (d, month_length (y, m)));
}

HwDay
hw_by_start (HwBy  by,
             HwDay day)
{
  int y, m, d;

  switch (by)
    {
    case HW_BY_WEEK:
      return day - hw_day_weekday (day);

    case HW_BY_MONTH:
      hw_day_to_ymd (day, &y, &m, &d);
      return day - (d - 1);

    case HW_BY_DAY:
    default:
      return day;
    }
}

HwDay
hw_by_add (HwBy  by,
           HwDay day,
           int   n)
{
  const HwDay start = hw_by_start (by, day);

  switch (by)
    {
    case HW_BY_WEEK:
      return start + 7 * n;

    case HW_BY_MONTH:
      return hw_day_add_months (start, n);

    case HW_BY_DAY:
    default:
      return start + n;
    }
}

int
hw_by_between (HwBy  by,
               HwDay from,
               HwDay to)
{
  int y0, m0, y1, m1, d;

  switch (by)
    {
    case HW_BY_WEEK:
      return (hw_by_start (by, to) - hw_by_start (by, from)) / 7;

    case HW_BY_MONTH:
      hw_day_to_ymd (from, &y0, &m0, &d);
      hw_day_to_ymd (to, &y1, &m1, &d);
      return (y1 - y0) * 12 + (m1 - m0);

    case HW_BY_DAY:
    default:
      return to - from;
    }
}

const char *
hw_by_id (HwBy by)
{
  static const char *const ids[] = { "day", "week", "month" };

  g_return_val_if_fail ((guint) by < G_N_ELEMENTS (ids), NULL);

  return ids[by];
}

gboolean
hw_by_from_id (const char *id,
               HwBy       *by)
{
  for (HwBy b = HW_BY_DAY; b <= HW_BY_MONTH; b++)
    if (g_strcmp0 (id, hw_by_id (b)) == 0)
      {
        *by = b;
        return TRUE;
      }

  return FALSE;
}
