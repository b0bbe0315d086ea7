/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-year.h: the days of the sample bakery: when it is open, which feast is
 * near, what the season, the weather and the promotions do.
 *
 * In:  the first day, how many, a seed.
 * Out: one HwSampleDay each. Pure; the same on every machine.
 */
#pragma once

#include "jobs/sample/hw-sample-catalogue.h"

G_BEGIN_DECLS

#define HW_SAMPLE_NO_PROMOTION G_MAXUINT

typedef struct
{
  HwDay    day;
  int      weekday;       /* 0 is Monday */
  gboolean open;
  int      opens;         /* minute of the day */
  int      closes;
  double   calendar;      /* feasts, school holidays: what the owner sees coming; 1 is usual */
  double   weather;       /* what nobody sees coming; 1 is usual */
  double   season[HW_SAMPLE_N_SEASONS];
  guint    promoted;      /* row of the product that is cheaper, or HW_SAMPLE_NO_PROMOTION */
  int      lists_ago;     /* price lists between this day and the last one */
} HwSampleDay;

/* @n days from @first: the caller frees them. */
HwSampleDay *hw_sample_days_new      (HwDay   first,
                                      guint   n,
                                      guint64 seed) G_GNUC_WARN_UNUSED_RESULT;

/* The season alone, without feasts; 1 is usual. */
double       hw_sample_season_share  (HwSampleSeason season,
                                      int            month,
                                      int            mday);

/* Easter Sunday of @year. */
HwDay        hw_sample_easter        (int     year);

/* Holidays of all German states. */
gboolean     hw_sample_is_holiday    (HwDay   day);

/* Sales of a weekday as a multiple of a mean day's. */
double       hw_sample_weekday_share (HwSampleHabit habit,
                                      int           weekday);

G_END_DECLS
