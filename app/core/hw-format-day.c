/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as the owner types it: figures in the order in which the business writes
 * them, whatever stands between, or the year first as in files. */
#include "core/hw-format.h"

#define PARTS 3
#define CENTURY 2000 /* of a year of two figures: plans and goals lie ahead */

/* The runs of digits in @text, of any script; FALSE if there are not three, or if
 * letters stand before the last of them: some languages end a date with a word.
 * @digits: how many each has. */
static gboolean
find_parts (const char *text,
            int         values[PARTS],
            int         digits[PARTS])
{
  int n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        {
          if (!inside && n == PARTS)
            return FALSE;
          if (!inside)
            {
              values[n] = digits[n] = 0;
              n++;
            }
          if (digits[n - 1] == 4)
            return FALSE;
          values[n - 1] = values[n - 1] * 10 + g_unichar_digit_value (c);
          digits[n - 1]++;
        }
      else if (g_unichar_isalpha (c) && n < PARTS)
        {
          return FALSE;
        }
      inside = g_unichar_isdigit (c);
    }

  return n == PARTS;
}

/* Where day, month and year stand in a date as the business writes it. */
static void
find_order (const HwFormat *self,
            int            *day,
            int            *month,
            int            *year)
{
  g_autofree char *sample = hw_format_day (self, hw_day_from_ymd (2033, 11, 22), HW_DAY_NUMERIC);
  int values[PARTS], digits[PARTS];

  *day = 0, *month = 1, *year = 2;
  if (!find_parts (sample, values, digits))
    return;

  for (int i = 0; i < PARTS; i++)
    if (values[i] == 22)
      *day = i;
    else if (values[i] == 11)
      *month = i;
    else
      *year = i;
}

gboolean
hw_format_parse_day (const HwFormat *self,
                     const char     *text,
                     HwDay          *day)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  int values[PARTS], digits[PARTS], d, m, y;
  HwDay found;

  if (!find_parts (valid, values, digits))
    return FALSE;

  find_order (self, &d, &m, &y);
  if (digits[0] == 4)
    y = 0, m = 1, d = 2; /* 2026-01-03, in every country */

  if (digits[y] != 4 && digits[y] != 2)
    return FALSE;

  found = hw_day_from_ymd (digits[y] == 2 ? CENTURY + values[y] : values[y], values[m], values[d]);
  if (found == HW_DAY_NONE)
    return FALSE;

  *day = found;
  return TRUE;
}
