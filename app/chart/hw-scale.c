/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-scale.h"

#include <math.h>

/* Beyond this sums and steps could overflow; no business counts so far. */
#define LARGEST 1e300
#define SMALLEST 1e-290

/* Below this share of the values, a range is less than doubles can tell apart. */
#define FINEST 1e-9

static const double mantissas[] = { 1.0, 2.0, 2.5, 5.0 };

const HwTimeStep hw_time_steps[HW_TIME_N_STEPS] = {
  { HW_SPAN_DAY, 1 },
  { HW_SPAN_WEEK, 1 },
  { HW_SPAN_WEEK, 2 },
  { HW_SPAN_MONTH, 1 },
  { HW_SPAN_MONTH, 3 },
  { HW_SPAN_MONTH, 6 },
  { HW_SPAN_YEAR, 1 },
  { HW_SPAN_YEAR, 2 },
  { HW_SPAN_YEAR, 5 },
  { HW_SPAN_YEAR, 10 },
  { HW_SPAN_YEAR, 20 },
  { HW_SPAN_YEAR, 50 },
  { HW_SPAN_YEAR, 100 },
  { HW_SPAN_YEAR, 500 },
  { HW_SPAN_YEAR, 1000 },
};

double
hw_scale_place (const HwScale *self,
                double         value)
{
  if (!(self->to > self->from))
    return (self->at_from + self->at_to) / 2.0;

  return self->at_from + (value - self->from) / (self->to - self->from) * (self->at_to - self->at_from);
}

double
hw_scale_value (const HwScale *self,
                double         place)
{
  if (self->at_to == self->at_from)
    return self->from;

  return self->from + (place - self->at_from) / (self->at_to - self->at_from) * (self->to - self->from);
}

static double
tame (double value)
{
  return isnan (value) ? 0.0 : CLAMP (value, -LARGEST, LARGEST);
}

/* Makes a range that ticks can be told apart in. */
static void
widen (double *low,
       double *high)
{
  const double size = MAX (fabs (*low), fabs (*high));
  const double pad = size * 0.1;

  if (*high - *low > MAX (size * FINEST, SMALLEST))
    return;

  if (size <= SMALLEST)
    {
      *low = 0.0;
      *high = 1.0;
      return;
    }

  *low -= pad;
  *high += pad;
}

static double
times_step (const HwTicks *self,
            double         index)
{
  const double mantissas_many = index * self->mantissa;

  if (mantissas_many == 0.0)
    return 0.0; /* never -0 */

  return self->exponent >= 0 ? mantissas_many * pow (10.0, self->exponent)
                             : mantissas_many / pow (10.0, -self->exponent);
}

static double
in_steps (const HwTicks *self,
          double         value)
{
  return (self->exponent >= 0 ? value / pow (10.0, self->exponent) : value * pow (10.0, -self->exponent))
         / self->mantissa;
}

void
hw_ticks_cover (HwTicks *self,
                double   low,
                double   high,
                guint    most)
{
  low = tame (low);
  high = tame (high);
  most = MAX (most, 3); /* around zero it takes three */
  if (low > high)
    {
      const double swap = low;

      low = high;
      high = swap;
    }
  widen (&low, &high);

  /* One power of ten below the even share is never too coarse. */
  self->exponent = (int) floor (log10 (high / (double) most - low / (double) most)) - 1;

  for (;; self->exponent++)
    for (gsize m = 0; m < G_N_ELEMENTS (mantissas); m++)
      {
        self->mantissa = mantissas[m];
        self->first = floor (in_steps (self, low));
        self->n = (guint) (ceil (in_steps (self, high)) - self->first) + 1;

        if (self->n <= most)
          return;
      }
}

double
hw_ticks_value (const HwTicks *self,
                guint          i)
{
  return times_step (self, self->first + (double) i);
}

double
hw_ticks_step (const HwTicks *self)
{
  return times_step (self, 1.0);
}

int
hw_ticks_decimals (const HwTicks *self)
{
  const int decimals = self->mantissa == 2.5 ? 1 - self->exponent : -self->exponent;

  return CLAMP (decimals, 0, 12);
}

static double
days_of (const HwTimeStep *step)
{
  switch (step->span)
    {
    case HW_SPAN_DAY:
      return 1.0 * step->every;
    case HW_SPAN_WEEK:
      return 7.0 * step->every;
    case HW_SPAN_MONTH:
      return 365.2425 / 12.0 * step->every;
    case HW_SPAN_YEAR:
      return 365.2425 * step->every;
    }

  return 1.0;
}

double
hw_time_step_count (const HwTimeStep *step,
                    HwDay             from,
                    HwDay             to)
{
  return ((double) to - (double) from) / days_of (step) + 1.0;
}

/* The step that begins on or before @day. */
static HwDay
step_start (const HwTimeStep *step,
            HwDay             day)
{
  int year, month, mday, weeks;

  hw_day_to_ymd (day, &year, &month, &mday);

  switch (step->span)
    {
    case HW_SPAN_DAY:
      return day;
    case HW_SPAN_WEEK:
      day -= hw_day_weekday (day);
      weeks = (day - HW_DAY_MIN) / 7;
      return day - 7 * (weeks % step->every);
    case HW_SPAN_MONTH:
      return hw_day_from_ymd (year, month - (month - 1) % step->every, 1);
    case HW_SPAN_YEAR:
      return hw_day_from_ymd (MAX (1, year - year % step->every), 1, 1);
    }

  return day;
}

static HwDay
next_start (const HwTimeStep *step,
            HwDay             day)
{
  int year, month, mday;

  switch (step->span)
    {
    case HW_SPAN_DAY:
      return day + step->every;
    case HW_SPAN_WEEK:
      return day + 7 * step->every;
    case HW_SPAN_MONTH:
      return hw_day_add_months (day, step->every);
    case HW_SPAN_YEAR:
      hw_day_to_ymd (day, &year, &month, &mday);
      return hw_day_from_ymd (year - year % step->every + step->every, 1, 1);
    }

  return HW_DAY_NONE;
}

void
hw_time_step_ticks (const HwTimeStep *step,
                    HwDay             from,
                    HwDay             to,
                    GArray           *days)
{
  from = MAX (from, HW_DAY_MIN);
  to = MIN (to, HW_DAY_MAX);

  /* Past year 9999 there is no next: HW_DAY_NONE is less than any day. */
  for (HwDay day = step_start (step, from); day <= to && day != HW_DAY_NONE; day = next_start (step, day))
    if (day >= from)
      g_array_append_val (days, day);
}
