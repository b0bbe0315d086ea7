/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-scale.h: from values to places in the picture, and where the ticks go.
 *
 * In:  a range of values or days, and how many ticks there is room for.
 * Out: ticks a person would choose: steps of 1, 2, 2.5 or 5 times a power of
 *      ten; days, weeks, months, quarters, years.
 * Pure: knows nothing of drawing, text or what is charted. Any thread.
 */
#pragma once

#include "core/hw-day.h"

G_BEGIN_DECLS

/* A straight line: value @from stands at @at_from, value @to at @at_to. */
typedef struct
{
  double from, to;
  double at_from, at_to;
} HwScale;

/* A range without extent stands in the middle. */
double   hw_scale_place     (const HwScale *self, double value);
double   hw_scale_value     (const HwScale *self, double place);

/* Ticks at whole multiples of a step. Kept as whole numbers, so that a tick at
 * 0.3 is 0.3 and not three times 0.1. */
typedef struct
{
  double first;      /* the first tick, counted in steps */
  guint  n;          /* at least 2 */
  double mantissa;   /* 1, 2, 2.5 or 5 */
  int    exponent;   /* step = mantissa times 10 to this power */
} HwTicks;

/* The finest ticks that cover @low to @high with no more than @most of them; three
 * are always allowed. A range without extent is widened; not a number counts as 0. */
void     hw_ticks_cover     (HwTicks *self, double low, double high, guint most);
double   hw_ticks_value     (const HwTicks *self, guint i);
double   hw_ticks_step      (const HwTicks *self);
/* How many decimals tell the ticks apart. */
int      hw_ticks_decimals  (const HwTicks *self);

typedef enum
{
  HW_SPAN_DAY,
  HW_SPAN_WEEK,      /* Mondays */
  HW_SPAN_MONTH,     /* 1, 3 or 6 of them: months, quarters, half-years */
  HW_SPAN_YEAR,
} HwSpan;

typedef struct
{
  HwSpan span;
  int    every;
} HwTimeStep;

/* From one day to a thousand years. */
#define HW_TIME_N_STEPS 15
extern const HwTimeStep hw_time_steps[HW_TIME_N_STEPS];

/* About how many ticks of @step lie between two days: cheap, and at most one off. */
double   hw_time_step_count (const HwTimeStep *step, HwDay from, HwDay to);

/* Appends the days in @from..@to at which a step begins to @days (of HwDay). */
void     hw_time_step_ticks (const HwTimeStep *step, HwDay from, HwDay to, GArray *days);

G_END_DECLS
