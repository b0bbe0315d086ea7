/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Products too new for a forecast begin as earlier ones of their category did; products
 * that have not sold for much longer than their gaps ever were end. */
#include "jobs/demand/hw-demand-work.h"

#include "jobs/demand/hw-demand-engine.h"

#include <math.h>

#define LAUNCH_STEPS 28      /* of a product's first days make its launch level */
#define LAUNCH_KNOWN 56      /* steps of past that an earlier new product must have */
#define LAUNCH_LATER 28      /* days after the business's own first day: new, not just recorded first */
#define LAUNCH_PRIOR 7.0     /* days' worth of belief in how others began */
#define LAUNCH_SPREAD 0.6    /* of the level, where too few others are known */
#define LAUNCH_OTHERS 3
#define PROFILE_WEEKS 13     /* looked back for what a weekday sells in a category */
#define PROFILE_PRIOR 4.0    /* weeks' worth of belief that it is as in the whole business */
#define FADE_LEAST 28        /* open days without a sale, at the least */
#define FADE_CHANCE (-6.907755278982137) /* log of 1 in 1000: that such a gap is chance */
#define FADE_LOOK 182
#define YEAR_DAYS 364
#define RESTART_GAP 28       /* days without sales before a season begins */
#define NORMAL_80 1.2815515655446004
#define NORMAL_95 1.959963984540054

typedef struct
{
  double sum, squares, n;
} Launches;

/* Mean demand of the first observed steps; NAN if there are none. */
static double
early_mean (const HwDemandSeries *series,
            guint                 most,
            guint                *n)
{
  double sum = 0.0;

  *n = 0;
  for (guint t = 0; t < series->past->len && *n < most; t++)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

      if (point->state == HW_PAST_CLOSED)
        continue;

      sum += MAX (point->units, 0.0) + point->lost;
      (*n)++;
    }

  return *n > 0 ? sum / *n : NAN;
}

static void
add_launch (const HwDemand       *day,
            const HwDemandSeries *series,
            Launches             *launches)
{
  guint n;
  double mean;

  if (series->missing != HW_NO_FORECAST_NONE || series->past->len < LAUNCH_KNOWN ||
      g_array_index (series->past, HwDemandPoint, 0).day < day->first_day + LAUNCH_LATER)
    return;

  mean = early_mean (series, LAUNCH_STEPS, &n);
  if (n < LAUNCH_STEPS / 2)
    return;

  launches->sum += mean;
  launches->squares += mean * mean;
  launches->n += 1.0;
}

/* The level a new product starts at and how far that is off, from others and from the
 * few days it has. FALSE if no other began before. */
static gboolean
find_level (const HwDemandSeries *series,
            const Launches       *of_category,
            const Launches       *of_all,
            double               *level,
            double               *sd)
{
  const Launches *from = of_category->n > 0.0 ? of_category : of_all;
  guint n;
  const double own = early_mean (series, G_MAXUINT, &n);
  const double others = from->n > 0.0 ? from->sum / from->n : 0.0;
  double spread;

  if (from->n <= 0.0)
    return FALSE;

  spread = from->n >= LAUNCH_OTHERS
           ? sqrt (MAX (from->squares - from->n * others * others, 0.0) / (from->n - 1.0)) : LAUNCH_SPREAD * others;
  *level = n > 0 ? (n * own + LAUNCH_PRIOR * others) / (n + LAUNCH_PRIOR) : others;
  *sd = MAX (spread, 0.1 * others) * sqrt (LAUNCH_PRIOR / (n + LAUNCH_PRIOR));
  return *level > 0.0;
}

/* What each weekday sells of a mean one in the category, near to what it does in the
 * whole business where the category sells little. */
static void
find_profile (const HwDemandWork   *self,
              const HwDemandSeries *of,
              double                profile[7])
{
  const HwDemand *day = self->by[HW_BY_DAY];
  double sum[7] = { 0 }, n[7] = { 0 }, all = 0.0, n_all = 0.0;

  for (guint t = 0; t < of->past->len; t++)
    {
      const HwDemandPoint *point = &g_array_index (of->past, HwDemandPoint, t);
      const int w = hw_day_weekday (point->day);

      if (point->state == HW_PAST_CLOSED || point->day <= day->last_day - 7 * PROFILE_WEEKS)
        continue;

      sum[w] += MAX (point->units, 0.0) + point->lost;
      n[w] += 1.0;
      all += MAX (point->units, 0.0) + point->lost;
      n_all += 1.0;
    }

  for (int w = 0; w < 7; w++)
    {
      const double usual = n_all > 0.0 ? all / n_all : 0.0;

      profile[w] = usual > 0.0 ? (sum[w] / usual + PROFILE_PRIOR * self->weight[w]) / (n[w] + PROFILE_PRIOR) : self->weight[w];
    }
}

static void
begin_series (const HwDemandWork   *self,
              HwDemandSeries       *series,
              const HwDemandSeries *like,
              double                level,
              double                sd)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  HwForecastResult *r = &series->result;
  double weekdays[7], sum = 0.0, variance = 0.0, profile_sum = 0.0;

  find_profile (self, like, weekdays);

  hw_demand_result_alloc (r, day->horizon, series->past->len);
  r->model = HW_MODEL_MEAN;
  r->level = level;
  for (gsize h = 0; h < day->horizon; h++)
    {
      const double profile = weekdays[hw_day_weekday (day->ahead_day[h])] *
                             (day->closed_ahead[h] ? 0.0 : hw_demand_lift_ahead (day->lift, series, h));
      const double mean = level * profile;
      const double off = sqrt (mean + sd * profile * sd * profile);

      sum += mean;
      variance += mean;
      profile_sum += profile;
      r->mean[h] = r->median[h] = mean;
      r->lo80[h] = MAX (mean - NORMAL_80 * off, 0.0);
      r->hi80[h] = mean + NORMAL_80 * off;
      r->lo95[h] = MAX (mean - NORMAL_95 * off, 0.0);
      r->hi95[h] = mean + NORMAL_95 * off;
      r->sum_mean[h] = sum;
      r->sum_sd[h] = sqrt (variance + sd * profile_sum * sd * profile_sum);
    }

  series->missing = HW_NO_FORECAST_NONE;
  series->ground = HW_GROUND_LAUNCH;
}

static void
begin_new (const HwDemandWork *self)
{
  HwDemand *day = self->by[HW_BY_DAY];
  g_autofree Launches *launches = g_new0 (Launches, day->n_groups + 1);
  Launches all = { 0 };

  for (guint i = 1; i < day->series->len; i++)
    {
      const HwDemandSeries *series = g_ptr_array_index (day->series, i);

      add_launch (day, series, &launches[series->group]);
      add_launch (day, series, &all);
    }

  for (guint i = 1; i < day->series->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (day->series, i);
      const HwDemandSeries *like = series->group < day->categories->len
                                   ? g_ptr_array_index (day->categories, series->group)
                                   : g_ptr_array_index (day->series, 0);
      double level, sd;

      if (series->missing == HW_NO_FORECAST_TOO_SHORT && find_level (series, &launches[series->group], &all, &level, &sd))
        begin_series (self, series, like, level, sd);
    }
}

/* Sales on the days from..to - 1. */
static gboolean
sold_between (const HwDemandSeries *series,
              HwDay                 from,
              HwDay                 to)
{
  for (guint t = series->past->len; t-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t);

      if (point->day < from)
        return FALSE;
      if (point->day < to && point->units > 0.0)
        return TRUE;
    }

  return FALSE;
}

/* Sold at this time of the last year after a gap like this one: it comes back. */
static gboolean
comes_back (const HwDemand       *day,
            const HwDemandSeries *series)
{
  const HwDay year_ago = day->ahead_start - YEAR_DAYS;

  return !sold_between (series, year_ago - RESTART_GAP, year_ago) &&
         sold_between (series, year_ago, year_ago + (HwDay) day->horizon);
}

static gboolean
has_faded (const HwDemand       *day,
           const HwDemandSeries *series)
{
  guint gap = 0, t = series->past->len;
  double n = 0.0, sold = 0.0, share;

  for (; t > 0; t--)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t - 1);

      if (point->units > 0.0 || point->state == HW_PAST_SOLD_OUT)
        break;
      gap += point->state == HW_PAST_SEEN;
    }

  if (gap < FADE_LEAST || t == 0 || g_array_index (series->past, HwDemandPoint, t - 1).state == HW_PAST_SOLD_OUT)
    return FALSE;

  for (; t > 0 && n < FADE_LOOK; t--)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, t - 1);

      n += point->state != HW_PAST_CLOSED;
      sold += point->units > 0.0;
    }

  /* Half a sale more and half a day: a share of one is never certain. */
  share = MIN ((sold + 0.5) / (n + 1.0), 0.99);
  return gap * log1p (-share) < FADE_CHANCE && !comes_back (day, series);
}

static void
end_series (HwDemandSeries *series)
{
  HwForecastResult *r = &series->result;
  double *const arrays[] = { r->mean, r->median, r->lo80, r->hi80, r->lo95, r->hi95, r->sum_mean, r->sum_sd };

  for (gsize k = 0; k < G_N_ELEMENTS (arrays); k++)
    for (gsize h = 0; h < r->horizon; h++)
      arrays[k][h] = 0.0;

  series->ground = HW_GROUND_FADING;
}

void
hw_demand_work_begin_and_end (HwDemandWork *self)
{
  HwDemand *day = self->by[HW_BY_DAY];

  begin_new (self);
  for (guint i = 1; i < day->series->len; i++)
    {
      HwDemandSeries *series = g_ptr_array_index (day->series, i);

      if (series->missing == HW_NO_FORECAST_NONE && series->ground == HW_GROUND_PAST && has_faded (day, series))
        end_series (series);
    }
}
