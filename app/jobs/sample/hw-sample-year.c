/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/sample/hw-sample-year.h"

#include "core/hw-rng.h"

#include <math.h>

#define HOUR 60
#define PROMOTION_DAYS 6          /* Monday to Saturday */
#define WEEKS_BETWEEN_PROMOTIONS 5
#define WEATHER_STAYS 0.65        /* from one day to the next */
#define WEATHER_SIZE 0.045

/* Monday first; each row's mean over the week is 1. */
static const double weekdays[HW_SAMPLE_N_HABITS][7] = {
  [HW_SAMPLE_BREAD]  = { 0.88, 0.84, 0.92, 0.98, 1.26, 1.52, 0.60 },
  [HW_SAMPLE_ROLLS]  = { 0.84, 0.82, 0.84, 0.86, 0.98, 1.38, 1.28 },
  [HW_SAMPLE_SWEET]  = { 0.78, 0.80, 0.88, 0.90, 1.02, 1.28, 1.34 },
  [HW_SAMPLE_LUNCH]  = { 1.18, 1.20, 1.22, 1.20, 1.14, 0.72, 0.34 },
  [HW_SAMPLE_DRINKS] = { 0.96, 0.96, 1.00, 1.00, 1.06, 1.10, 0.92 },
  [HW_SAMPLE_PANTRY] = { 0.90, 0.88, 0.94, 0.98, 1.16, 1.60, 0.54 },
};

/* January first, the middle of each month; days between lie on the line. */
static const double months[HW_SAMPLE_N_SEASONS][12] = {
  [HW_SAMPLE_ALL_YEAR] = { 0.97, 0.98, 1.00, 1.01, 1.01, 0.99, 0.96, 0.95, 1.00, 1.02, 1.04, 1.06 },
  [HW_SAMPLE_SUMMER]   = { 0.70, 0.74, 0.86, 1.00, 1.15, 1.30, 1.36, 1.30, 1.10, 0.92, 0.78, 0.74 },
  [HW_SAMPLE_WINTER]   = { 1.20, 1.16, 1.06, 0.98, 0.88, 0.78, 0.74, 0.76, 0.92, 1.06, 1.18, 1.28 },
  [HW_SAMPLE_DOUGHNUT] = { 1.25, 1.35, 0.90, 0.85, 0.85, 0.80, 0.80, 0.80, 0.90, 0.95, 1.05, 1.20 },
  [HW_SAMPLE_STOLLEN]  = { 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.35, 0.80, 1.60 },
};

double
hw_sample_weekday_share (HwSampleHabit habit,
                         int           weekday)
{
  return weekdays[habit][weekday];
}

/* Source: Meeus (1991), Astronomical Algorithms, chapter 8 (the rule of 1876). */
HwDay
hw_sample_easter (int year)
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

gboolean
hw_sample_is_holiday (HwDay day)
{
  static const struct { int month, mday; } fixed[] = { { 1, 1 }, { 5, 1 }, { 10, 3 }, { 12, 25 }, { 12, 26 } };
  static const int after_easter[] = { -2, 1, 39, 50 }; /* Good Friday, Monday, Ascension, Whit Monday */
  int year, month, mday;

  hw_day_to_ymd (day, &year, &month, &mday);

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].mday == mday)
      return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (after_easter); i++)
    if (day - hw_sample_easter (year) == after_easter[i])
      return TRUE;

  return FALSE;
}

double
hw_sample_season_share (HwSampleSeason season,
                        int            month,
                        int            mday)
{
  const double *table = months[season];
  const double at = (mday - 15) / 30.5;
  const int near = at < 0.0 ? (month + 10) % 12 : month % 12;

  return table[month - 1] + (table[near] - table[month - 1]) * fabs (at);
}

/* Doughnuts in carnival week and on the last day of the year; stollen from the
 * middle of October to Christmas Eve and on no other day. */
static double
feast_of (HwSampleSeason season,
          HwDay          day,
          int            year,
          int            month,
          int            mday)
{
  const int to_easter = hw_sample_easter (year) - day;

  if (season == HW_SAMPLE_DOUGHNUT)
    return month == 12 && mday == 31 ? 7.0 : to_easter >= 47 && to_easter <= 52 ? 2.6 : 1.0;
  if (season == HW_SAMPLE_STOLLEN)
    return (month == 10 && mday >= 15) || month == 11 || (month == 12 && mday <= 24) ? 1.0 : 0.0;

  return 1.0;
}

static double
calendar_of (HwDay day,
             int   month,
             int   mday)
{
  double factor = 1.0;

  if (month == 12 && mday >= 20 && mday <= 24)
    factor *= 1.12 + 0.05 * (mday - 20);
  else if (month == 12 && mday < 20)
    factor *= 1.0 + 0.006 * mday;
  else if (month == 1 && mday <= 9)
    factor *= 0.86;
  else if ((month == 7 && mday >= 20) || month == 8)
    factor *= 0.93;

  if (hw_sample_is_holiday (day + 1))
    factor *= 1.18;
  else if (hw_sample_is_holiday (day - 1))
    factor *= 1.06;

  return factor;
}

static void
set_hours (HwSampleDay *self,
           int          month,
           int          mday)
{
  self->open = !hw_sample_is_holiday (self->day);
  self->opens = self->weekday == 6 ? 7 * HOUR + 30 : 6 * HOUR + 30;
  self->closes = self->weekday == 6 ? 11 * HOUR + 30 : self->weekday == 5 ? 14 * HOUR : 18 * HOUR;
  if (month == 12 && (mday == 24 || mday == 31))
    self->closes = MIN (self->closes, 13 * HOUR);
}

/* About nine weeks a year, each with one product cheaper. */
static void
set_promotions (HwSampleDay *days,
                guint        n,
                HwRng       *rng)
{
  guint n_products, monday = (guint) (7 - days[0].weekday) % 7;
  const HwSampleProduct *products = hw_sample_products (&n_products);

  for (;;)
    {
      guint row;

      monday += 7 * (WEEKS_BETWEEN_PROMOTIONS - 1 + hw_rng_below (rng, 3) + (hw_rng_below (rng, 4) == 0));
      if (monday + PROMOTION_DAYS > n)
        return;

      do
        row = hw_rng_below (rng, n_products);
      while (products[row].promo_share <= 0.0);

      for (guint i = monday; i < monday + PROMOTION_DAYS; i++)
        days[i].promoted = row;
    }
}

HwSampleDay *
hw_sample_days_new (HwDay   first,
                    guint   n,
                    guint64 seed)
{
  HwSampleDay *days = g_new0 (HwSampleDay, n);
  HwRng rng;
  double weather = 0.0;
  int last_year, year, month, mday;

  hw_rng_init (&rng, seed);
  hw_day_to_ymd (first + (HwDay) n - 1, &last_year, &month, &mday);

  for (guint i = 0; i < n; i++)
    {
      HwSampleDay *day = &days[i];

      day->day = first + (HwDay) i;
      day->weekday = hw_day_weekday (day->day);
      hw_day_to_ymd (day->day, &year, &month, &mday);
      set_hours (day, month, mday);
      day->calendar = calendar_of (day->day, month, mday);
      weather = WEATHER_STAYS * weather
                + sqrt (1.0 - WEATHER_STAYS * WEATHER_STAYS) * hw_rng_normal (&rng);
      day->weather = MAX (1.0 + WEATHER_SIZE * weather, 0.8);
      for (HwSampleSeason s = HW_SAMPLE_ALL_YEAR; s < HW_SAMPLE_N_SEASONS; s++)
        day->season[s] = hw_sample_season_share (s, month, mday) * feast_of (s, day->day, year, month, mday);
      day->promoted = HW_SAMPLE_NO_PROMOTION;
      day->lists_ago = last_year - year;
    }

  if (n > 0)
    set_promotions (days, n, &rng);

  return days;
}
