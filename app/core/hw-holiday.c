/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-holiday.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2200
#define WEEK 7

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

typedef enum
{
  FIXED,   /* a: month, b: day */
  EASTER,  /* a: days after Easter Sunday */
  NTH,     /* a: month, b: weekday, c: which one; -1: the last */
  BEFORE,  /* a: month, b: day; the last weekday c before it */
} RuleKind;

typedef enum
{
  STAYS,
  TO_MONDAY,  /* on a weekend: the next working day that is free, too */
  TO_NEAR,    /* on a Saturday the Friday before, on a Sunday the Monday after, too */
  TO_EVE,     /* on a Sunday: the Saturday before, not the day itself */
} Shift;

typedef struct
{
  char        country[3];
  const char *name;
  RuleKind    kind;
  int         a, b, c;
  int         first, last;  /* years; 0: any */
  gboolean    parts;        /* not in the whole country */
  Shift       shift;
} Rule;

/* Of one country: moving a day looks at the rules above it. */
static const Rule rules[] = {
  { "DE", N_("New Year's Day"), FIXED, 1, 1 },
  { "DE", N_("Good Friday"), EASTER, -2 },
  { "DE", N_("Easter Monday"), EASTER, 1 },
  { "DE", N_("Labour Day"), FIXED, 5, 1 },
  { "DE", N_("Ascension Day"), EASTER, 39 },
  { "DE", N_("Whit Monday"), EASTER, 50 },
  { "DE", N_("German Unity Day"), FIXED, 10, 3, 0, 1990 },
  { "DE", N_("Reformation Day"), FIXED, 10, 31, 0, 2017, 2017 },
  { "DE", N_("Christmas Day"), FIXED, 12, 25 },
  { "DE", N_("Second Christmas Day"), FIXED, 12, 26 },

  { "AT", N_("New Year's Day"), FIXED, 1, 1 },
  { "AT", N_("Epiphany"), FIXED, 1, 6 },
  { "AT", N_("Easter Monday"), EASTER, 1 },
  { "AT", N_("Labour Day"), FIXED, 5, 1 },
  { "AT", N_("Ascension Day"), EASTER, 39 },
  { "AT", N_("Whit Monday"), EASTER, 50 },
  { "AT", N_("Corpus Christi"), EASTER, 60 },
  { "AT", N_("Assumption Day"), FIXED, 8, 15 },
  { "AT", N_("National Day"), FIXED, 10, 26, 0, 1965 },
  { "AT", N_("All Saints' Day"), FIXED, 11, 1 },
  { "AT", N_("Immaculate Conception"), FIXED, 12, 8 },
  { "AT", N_("Christmas Day"), FIXED, 12, 25 },
  { "AT", N_("Second Christmas Day"), FIXED, 12, 26 },

  { "CH", N_("New Year's Day"), FIXED, 1, 1 },
  { "CH", N_("Good Friday"), EASTER, -2, .parts = TRUE },
  { "CH", N_("Easter Monday"), EASTER, 1, .parts = TRUE },
  { "CH", N_("Ascension Day"), EASTER, 39 },
  { "CH", N_("Whit Monday"), EASTER, 50, .parts = TRUE },
  { "CH", N_("National Day"), FIXED, 8, 1, 0, 1994 },
  { "CH", N_("Christmas Day"), FIXED, 12, 25 },
  { "CH", N_("Second Christmas Day"), FIXED, 12, 26, .parts = TRUE },

  { "FR", N_("New Year's Day"), FIXED, 1, 1 },
  { "FR", N_("Easter Monday"), EASTER, 1 },
  { "FR", N_("Labour Day"), FIXED, 5, 1 },
  { "FR", N_("Victory Day"), FIXED, 5, 8, 0, 1982 },
  { "FR", N_("Ascension Day"), EASTER, 39 },
  { "FR", N_("Whit Monday"), EASTER, 50 },
  { "FR", N_("National Day"), FIXED, 7, 14 },
  { "FR", N_("Assumption Day"), FIXED, 8, 15 },
  { "FR", N_("All Saints' Day"), FIXED, 11, 1 },
  { "FR", N_("Armistice Day"), FIXED, 11, 11, 0, 1922 },
  { "FR", N_("Christmas Day"), FIXED, 12, 25 },

  { "ES", N_("New Year's Day"), FIXED, 1, 1 },
  { "ES", N_("Epiphany"), FIXED, 1, 6 },
  { "ES", N_("Maundy Thursday"), EASTER, -3, .parts = TRUE },
  { "ES", N_("Good Friday"), EASTER, -2 },
  { "ES", N_("Labour Day"), FIXED, 5, 1 },
  { "ES", N_("Assumption Day"), FIXED, 8, 15 },
  { "ES", N_("National Day"), FIXED, 10, 12 },
  { "ES", N_("All Saints' Day"), FIXED, 11, 1 },
  { "ES", N_("Constitution Day"), FIXED, 12, 6, 0, 1983 },
  { "ES", N_("Immaculate Conception"), FIXED, 12, 8 },
  { "ES", N_("Christmas Day"), FIXED, 12, 25 },

  { "IT", N_("New Year's Day"), FIXED, 1, 1 },
  { "IT", N_("Epiphany"), FIXED, 1, 6 },
  { "IT", N_("Easter Sunday"), EASTER, 0 },
  { "IT", N_("Easter Monday"), EASTER, 1 },
  { "IT", N_("Liberation Day"), FIXED, 4, 25, 0, 1946 },
  { "IT", N_("Labour Day"), FIXED, 5, 1 },
  { "IT", N_("Republic Day"), FIXED, 6, 2, 0, 2001 },
  { "IT", N_("Assumption Day"), FIXED, 8, 15 },
  { "IT", N_("Saint Francis's Day"), FIXED, 10, 4, 0, 2026 },
  { "IT", N_("All Saints' Day"), FIXED, 11, 1 },
  { "IT", N_("Immaculate Conception"), FIXED, 12, 8 },
  { "IT", N_("Christmas Day"), FIXED, 12, 25 },
  { "IT", N_("Second Christmas Day"), FIXED, 12, 26 },

  { "NL", N_("New Year's Day"), FIXED, 1, 1 },
  { "NL", N_("Easter Sunday"), EASTER, 0 },
  { "NL", N_("Easter Monday"), EASTER, 1 },
  { "NL", N_("King's Day"), FIXED, 4, 27, 0, 2014, .shift = TO_EVE },
  { "NL", N_("Liberation Day"), FIXED, 5, 5, 0, 1945, .parts = TRUE },
  { "NL", N_("Ascension Day"), EASTER, 39 },
  { "NL", N_("Whit Sunday"), EASTER, 49 },
  { "NL", N_("Whit Monday"), EASTER, 50 },
  { "NL", N_("Christmas Day"), FIXED, 12, 25 },
  { "NL", N_("Second Christmas Day"), FIXED, 12, 26 },

  { "GB", N_("New Year's Day"), FIXED, 1, 1, .shift = TO_MONDAY },
  { "GB", N_("Good Friday"), EASTER, -2 },
  { "GB", N_("Easter Monday"), EASTER, 1, .parts = TRUE },
  { "GB", N_("Early May bank holiday"), NTH, 5, MONDAY, 1, 1978, 2019 },
  { "GB", N_("Early May bank holiday"), FIXED, 5, 8, 0, 2020, 2020 },
  { "GB", N_("Early May bank holiday"), NTH, 5, MONDAY, 1, 2021 },
  { "GB", N_("Coronation"), FIXED, 5, 8, 0, 2023, 2023 },
  { "GB", N_("Spring bank holiday"), NTH, 5, MONDAY, -1, 1971, 2011 },
  { "GB", N_("Spring bank holiday"), FIXED, 6, 4, 0, 2012, 2012 },
  { "GB", N_("Jubilee"), FIXED, 6, 5, 0, 2012, 2012 },
  { "GB", N_("Spring bank holiday"), NTH, 5, MONDAY, -1, 2013, 2021 },
  { "GB", N_("Spring bank holiday"), FIXED, 6, 2, 0, 2022, 2022 },
  { "GB", N_("Jubilee"), FIXED, 6, 3, 0, 2022, 2022 },
  { "GB", N_("Spring bank holiday"), NTH, 5, MONDAY, -1, 2023 },
  { "GB", N_("Summer bank holiday"), NTH, 8, MONDAY, -1, 1971, .parts = TRUE },
  { "GB", N_("State funeral"), FIXED, 9, 19, 0, 2022, 2022 },
  { "GB", N_("Christmas Day"), FIXED, 12, 25, .shift = TO_MONDAY },
  { "GB", N_("Boxing Day"), FIXED, 12, 26, .shift = TO_MONDAY },

  { "IE", N_("New Year's Day"), FIXED, 1, 1 },
  /* The first Monday, but 1 February where that is a Friday. */
  { "IE", N_("Saint Brigid's Day"), NTH, 2, MONDAY, 1, 2023, 2029 },
  { "IE", N_("Saint Brigid's Day"), FIXED, 2, 1, 0, 2030, 2030 },
  { "IE", N_("Saint Brigid's Day"), NTH, 2, MONDAY, 1, 2031, 2040 },
  { "IE", N_("Saint Patrick's Day"), FIXED, 3, 17 },
  { "IE", N_("Easter Monday"), EASTER, 1 },
  { "IE", N_("May holiday"), NTH, 5, MONDAY, 1, 1994 },
  { "IE", N_("June holiday"), NTH, 6, MONDAY, 1, 1974 },
  { "IE", N_("August holiday"), NTH, 8, MONDAY, 1 },
  { "IE", N_("October holiday"), NTH, 10, MONDAY, -1, 1977 },
  { "IE", N_("Christmas Day"), FIXED, 12, 25 },
  { "IE", N_("Saint Stephen's Day"), FIXED, 12, 26 },

  { "US", N_("New Year's Day"), FIXED, 1, 1, .shift = TO_NEAR },
  { "US", N_("Martin Luther King Day"), NTH, 1, MONDAY, 3, 1986 },
  { "US", N_("Presidents' Day"), NTH, 2, MONDAY, 3, 1971 },
  { "US", N_("Memorial Day"), NTH, 5, MONDAY, -1, 1971 },
  { "US", N_("Juneteenth"), FIXED, 6, 19, 0, 2021, .shift = TO_NEAR },
  { "US", N_("Independence Day"), FIXED, 7, 4, .shift = TO_NEAR },
  { "US", N_("Labour Day"), NTH, 9, MONDAY, 1 },
  { "US", N_("Columbus Day"), NTH, 10, MONDAY, 2, 1971 },
  { "US", N_("Veterans Day"), FIXED, 11, 11, 0, 1978, .shift = TO_NEAR },
  { "US", N_("Thanksgiving"), NTH, 11, THURSDAY, 4, 1942 },
  { "US", N_("Christmas Day"), FIXED, 12, 25, .shift = TO_NEAR },

  { "CA", N_("New Year's Day"), FIXED, 1, 1 },
  { "CA", N_("Family Day"), NTH, 2, MONDAY, 3, 2008, .parts = TRUE },
  { "CA", N_("Good Friday"), EASTER, -2 },
  { "CA", N_("Victoria Day"), BEFORE, 5, 25, MONDAY, 1953 },
  { "CA", N_("Canada Day"), FIXED, 7, 1 },
  { "CA", N_("Civic Holiday"), NTH, 8, MONDAY, 1, .parts = TRUE },
  { "CA", N_("Labour Day"), NTH, 9, MONDAY, 1 },
  { "CA", N_("Truth and Reconciliation Day"), FIXED, 9, 30, 0, 2021, .parts = TRUE },
  { "CA", N_("Thanksgiving"), NTH, 10, MONDAY, 2, 1957 },
  { "CA", N_("Remembrance Day"), FIXED, 11, 11, .parts = TRUE },
  { "CA", N_("Christmas Day"), FIXED, 12, 25 },
  { "CA", N_("Boxing Day"), FIXED, 12, 26, .parts = TRUE },

  { "AU", N_("New Year's Day"), FIXED, 1, 1, .shift = TO_MONDAY },
  { "AU", N_("Australia Day"), FIXED, 1, 26, .shift = TO_MONDAY },
  { "AU", N_("Good Friday"), EASTER, -2 },
  { "AU", N_("Easter Saturday"), EASTER, -1, .parts = TRUE },
  { "AU", N_("Easter Monday"), EASTER, 1 },
  { "AU", N_("Anzac Day"), FIXED, 4, 25 },
  { "AU", N_("King's Birthday"), NTH, 6, MONDAY, 2, .parts = TRUE },
  { "AU", N_("Day of Mourning"), FIXED, 9, 22, 0, 2022, 2022 },
  { "AU", N_("Christmas Day"), FIXED, 12, 25, .shift = TO_MONDAY },
  { "AU", N_("Boxing Day"), FIXED, 12, 26, .shift = TO_MONDAY },
};

HwDay
hw_easter (int year)
{
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;

  return hw_day_from_ymd (year, n / 31, n % 31 + 1);
}

static HwDay
nth_weekday (int year,
             int month,
             int weekday,
             int nth)
{
  const HwDay first = hw_day_from_ymd (year, month, 1);
  const HwDay next = hw_day_add_months (first, 1);

  if (nth < 0)
    return next - 1 - (hw_day_weekday (next - 1) - weekday + WEEK) % WEEK;

  return first + (weekday - hw_day_weekday (first) + WEEK) % WEEK + (nth - 1) * WEEK;
}

static HwDay
day_of (const Rule *rule,
        int         year)
{
  HwDay day = HW_DAY_NONE;

  switch (rule->kind)
    {
    case FIXED:
      return hw_day_from_ymd (year, rule->a, rule->b);

    case EASTER:
      return hw_easter (year) + rule->a;

    case NTH:
      return nth_weekday (year, rule->a, rule->b, rule->c);

    case BEFORE:
      day = hw_day_from_ymd (year, rule->a, rule->b) - 1;
      return day - (hw_day_weekday (day) - rule->c + WEEK) % WEEK;

    default:
      g_return_val_if_reached (HW_DAY_NONE);
    }
}

static gboolean
is_off (const GArray *holidays,
        HwDay         day)
{
  for (guint i = 0; i < holidays->len; i++)
    if (g_array_index (holidays, HwHoliday, i).day == day)
      return TRUE;

  return FALSE;
}

/* The day off in place of @day; HW_DAY_NONE if there is none. */
static HwDay
day_instead (const GArray *holidays,
             Shift         shift,
             HwDay         day)
{
  const int weekday = hw_day_weekday (day);
  HwDay instead = day;

  if (shift == TO_NEAR)
    return weekday == SATURDAY ? day - 1 : weekday == SUNDAY ? day + 1 : HW_DAY_NONE;

  if (shift != TO_MONDAY || weekday < SATURDAY)
    return HW_DAY_NONE;

  while (hw_day_weekday (instead) >= SATURDAY || is_off (holidays, instead))
    instead++;

  return instead;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const HwHoliday *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return left->instead - right->instead;
}

/* The days themselves before what stands in for them: Boxing Day is no stand-in's. */
static void
add_year (GArray     *holidays,
          const char *country,
          int         year)
{
  for (int pass = 0; pass < 2; pass++)
    for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
      {
        const Rule *rule = &rules[i];
        HwHoliday holiday = { HW_DAY_NONE, NULL, !rule->parts, pass == 1 };

        if (strcmp (rule->country, country) != 0 || (rule->first != 0 && year < rule->first) ||
            (rule->last != 0 && year > rule->last))
          continue;

        holiday.name = _(rule->name);
        holiday.day = day_of (rule, year);
        if (pass == 1)
          holiday.day = day_instead (holidays, rule->shift, holiday.day);
        else if (rule->shift == TO_EVE && hw_day_weekday (holiday.day) == SUNDAY)
          holiday.day--;

        if (holiday.day != HW_DAY_NONE)
          g_array_append_val (holidays, holiday);
      }
}

gboolean
hw_holidays_known (const char *country)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].country, country) == 0)
      return TRUE;

  return FALSE;
}

GArray *
hw_holidays_new (const char *country,
                 HwDay       from,
                 HwDay       to)
{
  GArray *holidays = g_array_new (FALSE, FALSE, sizeof (HwHoliday));
  int first, last, month, mday;

  if (!hw_holidays_known (country) || from > to)
    return holidays;

  /* New Year's Day of the next year may be kept on its eve. */
  hw_day_to_ymd (MAX (from, HW_DAY_MIN), &first, &month, &mday);
  hw_day_to_ymd (MIN (to, HW_DAY_MAX), &last, &month, &mday);
  for (int year = MAX (first, FIRST_YEAR); year <= MIN (last + 1, LAST_YEAR); year++)
    add_year (holidays, country, year);

  g_array_sort (holidays, compare);
  for (guint i = holidays->len; i > 0; i--)
    {
      const HwDay day = g_array_index (holidays, HwHoliday, i - 1).day;

      if (day < from || day > to)
        g_array_remove_index (holidays, i - 1);
    }

  return holidays;
}
