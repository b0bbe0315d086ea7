/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-hatch.h"

#include <math.h>

#define STEP_EMS 0.55       /* from one line of the hatching to the next */
#define LINE_EMS 0.13
#define STRENGTH 0.75
#define UNKNOWN_STRENGTH 0.45

/* The lines of a series' hatching: along x, along y, rising, falling. */
typedef enum
{
  ALONG_X = 1 << 0,
  ALONG_Y = 1 << 1,
  RISING = 1 << 2,
  FALLING = 1 << 3,
} Lines;

static const Lines hatchings[HW_THEME_N_SERIES] = {
  0, RISING, ALONG_X, RISING | FALLING, FALLING, ALONG_Y, ALONG_X | ALONG_Y, ALONG_X | RISING,
};

/* Parallels across @box, all through whole multiples of @step: each of x + slope * y. */
static void
add_slanting (cairo_t     *cr,
              const HwBox *box,
              double       step,
              double       slope)
{
  const double bottom = box->y + box->height, right = box->x + box->width;
  const double low = box->x + MIN (slope * box->y, slope * bottom);
  const double high = right + MAX (slope * box->y, slope * bottom);

  for (double at = floor (low / step) * step; at <= high; at += step)
    {
      cairo_move_to (cr, at - slope * box->y, box->y);
      cairo_line_to (cr, at - slope * bottom, bottom);
    }
}

static void
add_level (cairo_t     *cr,
           const HwBox *box,
           double       step)
{
  for (double y = floor (box->y / step) * step; y <= box->y + box->height; y += step)
    {
      cairo_move_to (cr, box->x, y);
      cairo_line_to (cr, box->x + box->width, y);
    }
}

/* Strokes the lines within the path, and takes it. */
static void
stroke_within (HwInk          *ink,
               Lines           lines,
               const HwColour *colour,
               double          strength)
{
  cairo_t *cr = ink->cr;
  const double step = ink->em * STEP_EMS;
  HwBox box;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &box.x, &box.y, &box.width, &box.height);
  box.width -= box.x;
  box.height -= box.y;

  if ((lines & ALONG_X) != 0)
    add_level (cr, &box, step);
  if ((lines & ALONG_Y) != 0)
    add_slanting (cr, &box, step, 0.0);
  if ((lines & RISING) != 0)
    add_slanting (cr, &box, step * G_SQRT2, 1.0);
  if ((lines & FALLING) != 0)
    add_slanting (cr, &box, step * G_SQRT2, -1.0);

  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, ink->em * LINE_EMS);
  hw_ink_colour (ink, colour, strength);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
hw_hatch_fill (HwInk          *ink,
               guint           series,
               const HwColour *colour)
{
  const Lines lines = hatchings[series % HW_THEME_N_SERIES];

  hw_ink_colour (ink, colour, 1.0);
  if (lines == 0)
    {
      cairo_fill (ink->cr);
      return;
    }

  cairo_fill_preserve (ink->cr);
  stroke_within (ink, lines, &ink->theme->paper, STRENGTH);
}

void
hw_hatch_fill_unknown (HwInk *ink)
{
  stroke_within (ink, RISING, &ink->theme->dim, UNKNOWN_STRENGTH);
}
