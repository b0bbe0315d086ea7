/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-trace.h"

#define DOT_EMS 0.18

void
hw_trace_to (HwTrace *self,
             double   x,
             double   y)
{
  if (self->n == self->piece)
    {
      cairo_stroke (self->ink->cr);
      cairo_move_to (self->ink->cr, self->x, self->y);
      self->n = 1;
    }

  if (self->n == 0)
    cairo_move_to (self->ink->cr, x, y);
  else
    cairo_line_to (self->ink->cr, x, y);

  self->x = x;
  self->y = y;
  self->n++;
}

void
hw_trace_end (HwTrace *self)
{
  if (self->n == 1)
    {
      cairo_new_path (self->ink->cr);
      cairo_arc (self->ink->cr, self->x, self->y, self->ink->em * DOT_EMS, 0.0, 2.0 * G_PI);
      cairo_fill (self->ink->cr);
    }
  else if (self->n > 1)
    cairo_stroke (self->ink->cr);

  self->n = 0;
}
