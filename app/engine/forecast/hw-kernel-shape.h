/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kernel-shape.h: how much each earlier period says about a later one.
 *
 * In:  the main season of a series.
 * Out: weights by distance in time, by day of the week, by time of the year.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_KERNEL_SPEEDS    3
#define HW_KERNEL_CYCLE_MAX 7

typedef struct
{
  double share[HW_KERNEL_SPEEDS]; /* of each memory, just after the last period; they add up to 1 */
  double life[HW_KERNEL_SPEEDS];  /* periods until a memory has faded to 1/e */
  int    cycle;                   /* periods of a week: 7 for days; else 1 */
  double affinity;                /* what another day of the week counts, 0..1; the same day counts 1 */
  int    year;                    /* periods of a year; 0 where it plays no part */
  double yearly;                  /* how much more the same time of earlier years counts, >= 0 */
  double width;                   /* periods: how near "the same time" is */
} HwKernelShape;

typedef enum
{
  HW_KERNEL_MEMORY,   /* share and life */
  HW_KERNEL_WEEK,     /* affinity */
  HW_KERNEL_YEAR,     /* yearly */
  HW_KERNEL_TURNS,
} HwKernelTurn;

void     hw_kernel_shape_usual (int            season,
                                HwKernelShape *shape);

/* The choices of one turn, by number; FALSE beyond the last. */
gboolean hw_kernel_shape_turn  (int            season,
                                HwKernelTurn   turn,
                                guint          number,
                                HwKernelShape *shape);

void     hw_kernel_shape_by_lag (const HwKernelShape *shape,
                                 gsize                lags,
                                 double              *factor);

G_END_DECLS
