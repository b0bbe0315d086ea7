/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-legend.h"

#include "chart/hw-hatch.h"

#include <math.h>

#define SAMPLE_EMS 1.9
#define INNER_EMS 0.5    /* between sample and name */
#define OUTER_EMS 1.3    /* between two names */
#define BELOW_EMS 0.75

void
hw_sample_draw (const HwSample *self,
                HwInk          *ink,
                const HwBox    *box)
{
  const double middle = floor (box->y + box->height / 2.0) + 0.5;
  const HwBox band = { box->x, middle - ink->em * 0.42, box->width, ink->em * 0.84 };

  switch (self->kind)
    {
    case HW_SAMPLE_NONE:
      break;

    case HW_SAMPLE_LINE:
      hw_ink_colour (ink, self->colour, 1.0);
      hw_ink_dash (ink, self->series, 2.0);
      cairo_move_to (ink->cr, box->x + 1.0, middle);
      cairo_line_to (ink->cr, box->x + box->width - 1.0, middle);
      cairo_stroke (ink->cr);
      cairo_set_dash (ink->cr, NULL, 0, 0.0);
      break;

    case HW_SAMPLE_BAND:
      hw_ink_colour (ink, self->colour, self->alpha);
      hw_ink_round_box (ink, &band, 2.0);
      cairo_fill_preserve (ink->cr);
      cairo_set_line_width (ink->cr, 1.0);
      hw_ink_colour (ink, self->colour, ink->theme->strong ? 1.0 : 0.0);
      cairo_stroke (ink->cr);
      break;

    case HW_SAMPLE_MARK:
      hw_ink_mark (ink, self->series, box->x + box->width / 2.0, middle, ink->em * 0.34, self->colour);
      break;

    case HW_SAMPLE_HATCH:
      hw_ink_round_box (ink, &band, 2.0);
      hw_hatch_fill (ink, self->series, self->colour);
      break;

    case HW_SAMPLE_UNKNOWN:
      hw_ink_round_box (ink, &band, 2.0);
      hw_hatch_fill_unknown (ink);
      break;
    }
}

void
hw_legend_add (HwLegend   *self,
               HwSample    sample,
               const char *name)
{
  g_return_if_fail (self->n < HW_LEGEND_MOST);

  self->items[self->n].sample = sample;
  self->items[self->n].name = name;
  self->items[self->n].series = -1;
  self->n++;
}

void
hw_legend_add_series (HwLegend   *self,
                      HwSample    sample,
                      const char *name,
                      guint       series)
{
  hw_legend_add (self, sample, name);
  self->items[self->n - 1].series = (int) series;
}

static gboolean
is_hidden (const HwLegend *self,
           guint           i)
{
  return self->items[i].series >= 0 && (self->hidden >> self->items[i].series & 1) != 0;
}

/* Rows from the left; those that would stand below @height are dropped. */
static double
flow (HwLegend *self,
      HwInk    *ink,
      double    top,
      double    width,
      double    height)
{
  const double row = ink->line * 1.15;
  double x = 0.0, y = top;

  for (guint i = 0; i < self->n; i++)
    {
      const double lead = ink->em * (SAMPLE_EMS + INNER_EMS);

      self->items[i].width = MIN (self->items[i].width, width - lead);
      if (x > 0.0 && x + lead + self->items[i].width > width)
        {
          x = 0.0;
          y += row;
        }
      if (y + row > height || self->items[i].width < ink->em)
        {
          self->n = i;
          break;
        }
      self->items[i].x = x;
      self->items[i].y = y;
      x += lead + self->items[i].width + ink->em * OUTER_EMS;
    }

  return self->n > 0 ? self->items[self->n - 1].y + row : top;
}

void
hw_legend_lay_out (HwLegend *self,
                   HwInk    *ink,
                   double    width,
                   double    height)
{
  const double gap = ink->em * OUTER_EMS;
  double all = -gap, used = 0.0;

  self->width = width;
  height -= ink->em * BELOW_EMS;
  for (guint i = 0; i < self->n; i++)
    {
      self->items[i].width = hw_ink_width (ink, self->items[i].name);
      all += ink->em * (SAMPLE_EMS + INNER_EMS) + self->items[i].width + gap;
    }

  self->caption_width = 0.0;
  if (self->caption != NULL && ink->line <= height && width > 3.0 * ink->em)
    {
      self->caption_width = MIN (hw_ink_width (ink, self->caption), width);
      used = ink->line * 1.15;
    }

  if (self->n > 0 && self->caption_width + 2.0 * gap + all <= width && ink->line * 1.15 <= height)
    {
      used = flow (self, ink, 0.0, width, height);
      for (guint i = 0; i < self->n; i++)
        self->items[i].x += width - all;
    }
  else
    used = flow (self, ink, used, width, height);

  self->height = used > 0.0 ? used + ink->em * BELOW_EMS : 0.0;
}

/* Where a thing that takes @width from @x on stands: read from right to left, all is
 * the other way round. */
static double
place (const HwLegend *self,
       const HwInk    *ink,
       double          x,
       double          width)
{
  return ink->theme->from_right ? self->width - x - width : x;
}

static void
draw_item (const HwLegend *self,
           HwInk          *ink,
           guint           i,
           double          x,
           double          y)
{
  const HwColour *colour = is_hidden (self, i) ? &ink->theme->dim : &ink->theme->text;
  const double lead = SAMPLE_EMS * ink->em, inner = INNER_EMS * ink->em;
  const double name = x + place (self, ink, self->items[i].x + lead + inner, self->items[i].width);
  const HwBox box = { x + place (self, ink, self->items[i].x, lead), y + self->items[i].y, lead, ink->line };
  const double middle = box.y + box.height / 2.0;

  if (!is_hidden (self, i))
    hw_sample_draw (&self->items[i].sample, ink, &box);

  hw_ink_set_text (ink, self->items[i].name, FALSE, ceil (self->items[i].width) + 1.0, 1);
  hw_ink_show (ink, name, box.y, colour);

  /* Struck out: put away, and still to be found. */
  if (is_hidden (self, i))
    hw_ink_hair_line (ink, name, middle, name + self->items[i].width, middle, colour, 1.0);
}

void
hw_legend_draw (const HwLegend *self,
                HwInk          *ink,
                double          x,
                double          y)
{
  if (self->caption_width > 0.0)
    {
      hw_ink_set_text (ink, self->caption, FALSE, ceil (self->caption_width) + 1.0, 1);
      hw_ink_show (ink, x + place (self, ink, 0.0, self->caption_width), y, &ink->theme->dim);
    }

  for (guint i = 0; i < self->n; i++)
    draw_item (self, ink, i, x, y);
}

int
hw_legend_hit (const HwLegend *self,
               const HwInk    *ink,
               double          x,
               double          y)
{
  const double lead = ink->em * (SAMPLE_EMS + INNER_EMS);

  for (guint i = 0; i < self->n; i++)
    {
      const double left = place (self, ink, self->items[i].x, lead + self->items[i].width);

      if (x >= left && x <= left + lead + self->items[i].width && y >= self->items[i].y
          && y <= self->items[i].y + ink->line)
        return self->items[i].series;
    }

  return -1;
}
