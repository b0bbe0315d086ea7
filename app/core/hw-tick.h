/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-tick.h: how long work says "this far" and hears "stop".
 *
 * Work calls hw_tick() in its outer loop. It does not know who listens: a
 * progress bar, a terminal, or nobody (a NULL tick never stops).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*HwTickFunc) (double   done,
                                gpointer data);

typedef struct
{
  HwTickFunc func;
  gpointer   data;
} HwTick;

/* @done: share of the work finished, 0 to 1. Returns FALSE if the work must stop. */
static inline gboolean
hw_tick (const HwTick *tick,
         double        done)
{
  return tick == NULL || tick->func == NULL || tick->func (done, tick->data);
}

/* A part of a longer piece of work: its 0..1 becomes @from..@to of the whole. */
typedef struct
{
  const HwTick *whole;
  double        from;
  double        to;
} HwTickPart;

gboolean hw_tick_part_func (double   done,
                            gpointer part);

#define HW_TICK_PART(part) { hw_tick_part_func, (part) }

G_END_DECLS
