/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-tick.h"

gboolean
hw_tick_part_func (double   done,
                   gpointer data)
{
  const HwTickPart *part = data;

  return hw_tick (part->whole, part->from + CLAMP (done, 0.0, 1.0) * (part->to - part->from));
}
