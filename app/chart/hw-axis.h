/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-axis.h: ticks with their texts: values at the side, days and names below.
 *
 * An axis is chosen for the length it has, measured so that room can be left for
 * its texts, and drawn once the plot has its place. Texts never overlap and never
 * leave the picture. Private to chart/.
 */
#pragma once

#include "chart/hw-ink.h"
#include "chart/hw-scale.h"
#include "core/hw-format.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  char  *text;      /* (owned) */
  char  *under;     /* (owned) (nullable): the year, where it changes */
} HwAxisTick;

typedef struct
{
  GArray *ticks;    /* (owned) (nullable) of HwAxisTick */
  double  room;     /* what the texts need: width at a side, height below; with gap */
} HwAxis;

void   hw_axis_clear        (HwAxis *self);

/* Values from @low to @high over @length pixels. @to_ticks: the scale ends at ticks;
 * else where the values end, if that saves much. */
void   hw_axis_set_values   (HwAxis *self, HwInk *ink, const HwFormat *format, double low,
                             double high, double length, gboolean to_ticks, HwScale *scale);
/* The scale is @low to @high as they are; ticks where they fall within. */
void   hw_axis_set_values_within (HwAxis *self, HwInk *ink, const HwFormat *format, double low,
                                  double high, double length, HwScale *scale);
/* Shares from 0 to 1 in @n even parts. */
void   hw_axis_set_shares   (HwAxis *self, HwInk *ink, const HwFormat *format, guint n);
/* Where texts at a side would take more than @most, there are none. */
void   hw_axis_limit        (HwAxis *self, double most);
/* Days over @length pixels, none finer than @by. */
void   hw_axis_set_days     (HwAxis *self, HwInk *ink, const HwFormat *format, HwBy by,
                             HwDay from, HwDay to, double length);

/* Faint lines across the plot, one a tick. */
void   hw_axis_draw_grid    (const HwAxis *self, HwInk *ink, const HwScale *scale, const HwBox *plot);
void   hw_axis_draw_left    (const HwAxis *self, HwInk *ink, const HwScale *scale, const HwBox *plot);
void   hw_axis_draw_right   (const HwAxis *self, HwInk *ink, const HwScale *scale, const HwBox *plot);
/* @bounds: what no text may leave. */
void   hw_axis_draw_below   (const HwAxis *self, HwInk *ink, const HwScale *scale, const HwBox *plot,
                             const HwBox *bounds);

G_END_DECLS
