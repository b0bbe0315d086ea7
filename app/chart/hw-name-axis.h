/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-name-axis.h: names below the plot, one to a slot.
 *
 * Short names lie flat, in up to two lines; where they do not fit they are turned
 * by 45 degrees and end below their slot; where even that is too tight, every
 * second, third, ... is written. Cut names end in an ellipsis. Private to chart/.
 */
#pragma once

#include "chart/hw-ink.h"

G_BEGIN_DECLS

typedef struct
{
  double   slot;      /* width of one */
  gboolean turned;
  double   reach;     /* longest a name may be */
  guint    every;
  double   room;      /* height below the plot, with gap */
} HwNameAxis;

/* The narrowest slot in which a turned name can be read. */
double   hw_name_axis_least_slot (const HwInk *ink);

/* @most: the height the names may take. */
void     hw_name_axis_set        (HwNameAxis *self, HwInk *ink, const char *const *names, gsize n,
                                  double slot, double most);
/* The first slot begins at @x; the plot ends at @y; no name goes left of @left. */
void     hw_name_axis_draw       (const HwNameAxis *self, HwInk *ink, const char *const *names, gsize n,
                                  double x, double y, double left);

G_END_DECLS
