/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-kernel-shape.h"

#include <math.h>

#define MEMORIES 4

typedef struct
{
  double share[HW_KERNEL_SPEEDS];
  double life[HW_KERNEL_SPEEDS];
} Memory;

typedef struct
{
  int    season;
  int    cycle;
  int    year;
  double width;
  Memory memories[MEMORIES];  /* the usual one first */
} Rhythm;

static const Rhythm rhythms[] = {
  { 7, 7, 364, 10.0, {
    { { 0.06, 0.44, 0.50 }, {  4.0, 35.0, 300.0 } },
    { { 0.06, 0.24, 0.70 }, {  3.0, 40.0, 600.0 } },
    { { 0.05, 0.65, 0.30 }, {  3.0, 28.0, 200.0 } },
    { { 0.10, 0.60, 0.30 }, {  3.0, 12.0,  60.0 } },
  } },
  { 52, 1, 52, 1.5, {
    { { 0.20, 0.40, 0.40 }, {  1.5,  6.0,  60.0 } },
    { { 0.06, 0.24, 0.70 }, {  1.0,  6.0,  86.0 } },
    { { 0.10, 0.60, 0.30 }, {  1.0,  4.0,  28.0 } },
    { { 0.30, 0.50, 0.20 }, {  1.0,  3.0,  12.0 } },
  } },
  { 12, 1, 12, 0.6, {
    { { 0.02, 0.48, 0.50 }, {  1.0, 10.0,  48.0 } },
    { { 0.00, 0.20, 0.80 }, {  1.0, 12.0,  60.0 } },
    { { 0.05, 0.65, 0.30 }, {  1.0,  5.0,  18.0 } },
    { { 0.10, 0.70, 0.20 }, {  1.0,  3.0,  12.0 } },
  } },
  { 1, 1, 0, 1.0, {
    { { 0.20, 0.40, 0.40 }, {  1.5,  6.0,  60.0 } },
    { { 0.06, 0.24, 0.70 }, {  1.0,  6.0,  86.0 } },
    { { 0.10, 0.60, 0.30 }, {  1.0,  4.0,  28.0 } },
    { { 0.30, 0.50, 0.20 }, {  1.0,  3.0,  12.0 } },
  } },
};

static const double affinities[] = { 0.25, 0.10, 0.50, 0.04 };
static const double yearlies[] = { 0.0, 4.0, 16.0, 40.0 };

static const Rhythm *
rhythm_of (int season)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (rhythms[i].season == season)
      return &rhythms[i];

  return &rhythms[G_N_ELEMENTS (rhythms) - 1];
}

static void
take_memory (const Memory  *memory,
             HwKernelShape *shape)
{
  for (int c = 0; c < HW_KERNEL_SPEEDS; c++)
    {
      shape->share[c] = memory->share[c];
      shape->life[c] = memory->life[c];
    }
}

/**
 * hw_kernel_shape_usual:
 * @season: periods in the main season: 7 days, 52 weeks, 12 months; else periods
 *   without a week or year
 * @shape: (out): what serves where nothing else was learned
 */
void
hw_kernel_shape_usual (int            season,
                       HwKernelShape *shape)
{
  const Rhythm *rhythm = rhythm_of (season);

  *shape = (HwKernelShape) {
    .cycle = rhythm->cycle,
    .affinity = rhythm->cycle > 1 ? affinities[0] : 1.0,
    .year = rhythm->year,
    .yearly = yearlies[0],
    .width = rhythm->width,
  };
  take_memory (&rhythm->memories[0], shape);
}

/**
 * hw_kernel_shape_turn:
 * @season: as for hw_kernel_shape_usual()
 * @turn: what to change
 * @number: which choice, from 0; 0 is the usual one
 * @shape: (inout): changed in that alone
 *
 * Returns: %FALSE if there is no such choice; @shape is as it was
 */
gboolean
hw_kernel_shape_turn (int            season,
                      HwKernelTurn   turn,
                      guint          number,
                      HwKernelShape *shape)
{
  const Rhythm *rhythm = rhythm_of (season);

  switch (turn)
    {
    case HW_KERNEL_MEMORY:
      if (number >= MEMORIES)
        return FALSE;
      take_memory (&rhythm->memories[number], shape);
      return TRUE;

    case HW_KERNEL_WEEK:
      if (rhythm->cycle < 2 || number >= G_N_ELEMENTS (affinities))
        return FALSE;
      shape->affinity = affinities[number];
      return TRUE;

    case HW_KERNEL_YEAR:
      if (rhythm->year < 1 || number >= G_N_ELEMENTS (yearlies))
        return FALSE;
      shape->yearly = yearlies[number];
      return TRUE;

    case HW_KERNEL_TURNS:
    default:
      return FALSE;
    }
}

/**
 * hw_kernel_shape_by_lag:
 * @shape: a shape
 * @lags: how many
 * @factor: (array length=lags) (out): at place l, what week and year make of a
 *   period l periods before the one that is asked for
 */
void
hw_kernel_shape_by_lag (const HwKernelShape *shape,
                        gsize                lags,
                        double              *factor)
{
  const gsize cycle = (gsize) MAX (shape->cycle, 1);
  const double year = (double) shape->year;

  for (gsize lag = 0; lag < lags; lag++)
    {
      factor[lag] = lag % cycle == 0 ? 1.0 : shape->affinity;
      if (shape->year > 0 && shape->yearly > 0.0)
        {
          const double years = round ((double) lag / year);
          const double off = ((double) lag - years * year) / shape->width;

          if (years >= 1.0 && fabs (off) < 6.0)
            factor[lag] *= 1.0 + shape->yearly * exp (-0.5 * off * off);
        }
    }
}
