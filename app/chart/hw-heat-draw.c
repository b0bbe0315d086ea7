/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the heat map. Its colours go from the paper's side to the text's: each
 * step is darker (on dark paper lighter) than the one before, so that they are told
 * apart by any eyes and on a grey print. */
#include "chart/hw-hatch.h"
#include "chart/hw-heat-private.h"

#include <glib/gi18n-lib.h>

#define PALEST 0.10         /* of the series colour in the lowest value */
#define TURN 0.65           /* where the series colour itself stands */
#define DEEPEST 0.60        /* of the text colour in the highest value */
#define GAP 1.0             /* between cells that are large enough */
#define GAP_LEAST 5.0
#define KEY_EMS 7.0         /* length of the key */
#define KEY_STEPS 24
#define GAP_EMS 0.55
#define EDGE_EMS 0.3        /* kept free at the edges of the picture */

static HwColour
mix (const HwColour *a,
     const HwColour *b,
     double          share)
{
  return (HwColour) { a->r + (b->r - a->r) * share, a->g + (b->g - a->g) * share, a->b + (b->b - a->b) * share };
}

/* @at: 0 the lowest, 1 the highest. */
static HwColour
shade (const HwTheme *theme,
       double         at)
{
  const HwColour low = mix (&theme->paper, &theme->forecast, PALEST);
  const HwColour high = mix (&theme->forecast, &theme->text, DEEPEST);

  return at <= TURN ? mix (&low, &theme->forecast, at / TURN)
                    : mix (&theme->forecast, &high, (at - TURN) / (1.0 - TURN));
}

static double
light_of (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const HwColour *colour)
{
  return 0.2126 * light_of (colour->r) + 0.7152 * light_of (colour->g) + 0.0722 * light_of (colour->b);
}

static double
contrast (const HwColour *a,
          const HwColour *b)
{
  const double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static double
position (const HwHeatChart *self,
          double             value)
{
  /* All the same: in the middle. */
  return self->high > self->low ? (value - self->low) / (self->high - self->low) : 0.5;
}

static HwBox
cell_box (const HwHeatChart *self,
          const HwFrame     *frame,
          gsize              i)
{
  const double column = (double) (i % self->n_columns), row = (double) (i / self->n_columns);
  HwBox box = { hw_scale_place (&frame->x, column), hw_scale_place (&frame->y, row), 0.0, 0.0 };

  box.width = hw_scale_place (&frame->x, column + 1.0) - box.x;
  box.height = hw_scale_place (&frame->y, row + 1.0) - box.y;
  if (MIN (box.width, box.height) >= GAP_LEAST)
    {
      /* Whole pixels, so that gaps are of one width. */
      const double right = round (box.x + box.width), bottom = round (box.y + box.height);

      box.x = round (box.x);
      box.y = round (box.y);
      box.width = right - box.x - GAP;
      box.height = bottom - box.y - GAP;
    }

  return box;
}

static void
draw_cell (const HwHeatChart *self,
           HwFrame           *frame,
           gsize              i)
{
  HwInk *ink = &frame->ink;
  const double value = self->values[i];
  const HwBox box = cell_box (self, frame, i);
  const HwTheme *theme = ink->theme;
  HwColour colour;
  g_autofree char *figure = NULL;

  cairo_rectangle (ink->cr, box.x, box.y, box.width, box.height);
  if (isnan (value))
    {
      hw_hatch_fill_unknown (ink);
      return;
    }

  colour = shade (theme, position (self, value));
  hw_ink_colour (ink, &colour, 1.0);
  cairo_fill (ink->cr);
  if (!frame->figures)
    return;

  figure = hw_heat_figure (self, value);
  hw_ink_label (ink, figure, box.x + box.width / 2.0, box.y + (box.height - ink->line) / 2.0, 0.5,
                contrast (&theme->text, &colour) >= contrast (&theme->paper, &colour) ? &theme->text : &theme->paper);
}

static void
draw_focus (const HwHeatChart *self,
            HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  HwBox box;

  if (frame->focus < 0)
    return;

  box = cell_box (self, frame, (gsize) frame->focus);
  if (MIN (box.width, box.height) < 3.0)
    return;

  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, 2.0);
  cairo_rectangle (ink->cr, box.x + 1.0, box.y + 1.0, box.width - 2.0, box.height - 2.0);
  hw_ink_colour (ink, &ink->theme->alarm, 1.0);
  cairo_stroke (ink->cr);
}

static void
draw_row_names (const HwHeatChart *self,
                HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double height = frame->plot.height / (double) self->n_rows;
  const gsize every = height > 0.0 ? (gsize) MAX (1.0, ceil (ink->line / height)) : self->n_rows;
  const double reach = frame->left.room - GAP_EMS * ink->em;

  if (frame->plot.height < ink->line || reach < ink->em)
    return;

  for (gsize i = 0; i < self->n_rows; i += every)
    {
      double width;

      hw_ink_set_text (ink, self->rows[i], FALSE, reach + 1.0, 1);
      hw_ink_text_size (ink, &width, NULL);
      hw_ink_show (ink, frame->plot.x - GAP_EMS * ink->em - MIN (width, reach),
                   hw_scale_place (&frame->y, (double) i + 0.5) - ink->line / 2.0, &ink->theme->dim);
    }
}

/* The names of the columns, kept within the picture. */
static void
draw_column_names (const HwHeatChart *self,
                   HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const HwNameAxis *names = &frame->names;
  const double right = frame->bounds.x + frame->bounds.width - EDGE_EMS * ink->em;
  const double top = frame->plot.y + frame->plot.height + GAP_EMS * ink->em;

  if (names->turned || names->every == 1)
    {
      hw_name_axis_draw (names, ink, (const char *const *) self->columns, self->n_columns, frame->plot.x,
                         frame->plot.y + frame->plot.height, frame->bounds.x);
      return;
    }

  for (gsize i = 0; i < self->n_columns; i += names->every)
    {
      const double width = hw_ink_width (ink, self->columns[i]);
      const double x = MAX (frame->bounds.x, hw_scale_place (&frame->x, (double) i + 0.5) - width / 2.0);

      if (x + width <= right)
        hw_ink_show (ink, x, top, &ink->theme->dim);
    }
}

static double
unknown_width (const HwHeatChart *self,
               HwInk             *ink)
{
  return self->n_known < hw_heat_n_cells (self) ? hw_ink_width (ink, _("not known")) + 4.0 * ink->em : 0.0;
}

double
hw_heat_key_width (const HwHeatChart *self,
                   HwInk             *ink)
{
  g_autofree char *low = hw_heat_figure (self, self->low);
  g_autofree char *high = hw_heat_figure (self, self->high);
  const double ends = hw_ink_width (ink, low) + hw_ink_width (ink, high) + ink->em;

  if (self->n_known == 0)
    return 0.0;

  return ceil (unknown_width (self, ink) + ends + KEY_EMS * ink->em);
}

/* From the right: the highest value, the colours, the lowest, what is not known. */
static void
draw_key (const HwHeatChart *self,
          HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double right = frame->plot.x + frame->plot.width, margin = frame->bounds.width - right;
  const gboolean own_row = frame->legend.caption_width + 2.0 * ink->em + frame->share.from
                           > frame->bounds.width - 2.0 * margin;
  const double top = frame->bounds.y + margin + (own_row ? 1.2 * ink->line : 0.0);
  const HwSample unknown = { HW_SAMPLE_UNKNOWN, 0, NULL, 1.0 };
  g_autofree char *low = hw_heat_figure (self, self->low);
  g_autofree char *high = hw_heat_figure (self, self->high);
  double x = right - hw_ink_width (ink, high);

  hw_ink_show (ink, x, top, &ink->theme->dim);
  x -= (KEY_EMS + 0.5) * ink->em;
  for (int i = 0; i < KEY_STEPS; i++)
    {
      const HwColour colour = shade (ink->theme, (i + 0.5) / KEY_STEPS);
      const double from = round (x + KEY_EMS * ink->em * i / KEY_STEPS);
      const double to = round (x + KEY_EMS * ink->em * (i + 1) / KEY_STEPS);

      cairo_rectangle (ink->cr, from, round (top + 0.15 * ink->line), to - from, round (0.75 * ink->line));
      hw_ink_colour (ink, &colour, 1.0);
      cairo_fill (ink->cr);
    }
  x -= 0.5 * ink->em + hw_ink_width (ink, low);
  hw_ink_show (ink, x, top, &ink->theme->dim);

  if (self->n_known < hw_heat_n_cells (self))
    {
      x -= unknown_width (self, ink);
      hw_sample_draw (&unknown, ink, &(HwBox) { x, top, 1.9 * ink->em, ink->line });
      hw_ink_label (ink, _("not known"), x + 2.4 * ink->em, top, 0.0, &ink->theme->text);
    }
}

void
hw_heat_draw (const HwChart *chart,
              HwFrame       *frame)
{
  const HwHeatChart *self = hw_heat_chart (chart);

  if (hw_heat_n_cells (self) == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  for (gsize i = 0; i < hw_heat_n_cells (self); i++)
    draw_cell (self, frame, i);
  draw_focus (self, frame);
  if (frame->bare)
    return;

  draw_row_names (self, frame);
  draw_column_names (self, frame);
  hw_frame_draw_legend (frame);
  if (frame->share.from > 0.0)
    draw_key (self, frame);
}
