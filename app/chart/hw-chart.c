/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The most that money and quantities can hold. */
#define LARGEST 9.2e14

/* Below this the data stand alone, without axes and words. */
#define LEAST_WIDTH_EMS 9.0
#define LEAST_HEIGHT_EMS 7.5

#define MARGIN_EMS 0.7
#define LEAST_POINTS 4.0  /* in view, however near */
#define LEGEND_SHARE 0.3  /* of the height, at most */

double
hw_chart_tame (double value)
{
  return isfinite (value) && fabs (value) <= LARGEST ? value : (double) NAN;
}

char *
hw_chart_copy_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

char *
hw_chart_value (const HwChart *self,
                gboolean       is_money,
                double         value)
{
  const double size = fabs (value);
  int decimals = 2;

  if (isnan (value))
    return g_strdup ("");
  if (is_money)
    return hw_format_money (self->format, hw_scaled_from_double (value));

  if (size >= 100.0 || size == floor (size))
    decimals = 0;
  else if (size >= 10.0)
    decimals = 1;

  /* Not "-0": what rounds to nothing is nothing. */
  if (size * pow (10.0, decimals) < 0.5)
    value = 0.0;

  return hw_format_number (self->format, value, decimals);
}

char *
hw_chart_range (const HwChart *self,
                gboolean       is_money,
                double         low,
                double         high)
{
  g_autofree char *from = hw_chart_value (self, is_money, low);
  g_autofree char *to = hw_chart_value (self, is_money, high);

  /* Translators: a range of two figures: "380 to 450". */
  return g_strdup_printf (_("%s to %s"), from, to);
}

char *
hw_chart_exact (const HwChart *self,
                gboolean       is_money,
                double         value)
{
  if (isnan (value))
    return g_strdup ("");
  if (is_money)
    return hw_format_money_exact (self->format, hw_scaled_from_double (value));

  return hw_format_quantity (self->format, hw_scaled_from_double (value));
}

void
hw_frame_begin (HwFrame *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  const double margin = ink->em * MARGIN_EMS;

  frame->bare = frame->bounds.width < LEAST_WIDTH_EMS * ink->em || frame->bounds.height < LEAST_HEIGHT_EMS * ink->em;
  *plot = frame->bounds;

  if (frame->bare)
    {
      const double inset = MIN (3.0, MIN (plot->width, plot->height) / 4.0);

      plot->x += inset;
      plot->y += inset;
      plot->width -= 2.0 * inset;
      plot->height -= 2.0 * inset;
      return;
    }

  plot->x += margin;
  plot->y += margin;
  plot->width -= 2.0 * margin;
  plot->height -= 2.0 * margin;

  frame->legend.hidden = frame->look.hidden;
  hw_legend_lay_out (&frame->legend, ink, plot->width, plot->height * LEGEND_SHARE);
  /* The texts of the highest tick reach half a line above it. */
  plot->y += MAX (frame->legend.height, ink->line / 2.0);
  plot->height -= MAX (frame->legend.height, ink->line / 2.0);
}

void
hw_frame_draw_legend (HwFrame *frame)
{
  const double margin = frame->ink.em * MARGIN_EMS;

  hw_legend_draw (&frame->legend, &frame->ink, frame->bounds.x + margin, frame->bounds.y + margin);
}

void
hw_frame_note (HwFrame        *frame,
               const char     *text,
               double          x,
               double          y,
               const HwColour *colour)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const HwBox paper = { x - 0.25 * ink->em, y, hw_ink_width (ink, text) + 0.5 * ink->em, ink->line };

  if (paper.x < plot->x || paper.x + paper.width > plot->x + plot->width
      || y < plot->y || y + ink->line > plot->y + plot->height)
    return;

  hw_ink_round_box (ink, &paper, 2.0);
  hw_ink_colour (ink, &ink->theme->paper, 0.8);
  cairo_fill (ink->cr);
  hw_ink_label (ink, text, x, y, 0.0, colour);
}

void
hw_frame_say (HwFrame    *frame,
              const char *words)
{
  HwInk *ink = &frame->ink;
  double width, height;

  hw_ink_set_text (ink, words, FALSE, frame->plot.width, 2);
  hw_ink_text_size (ink, &width, &height);
  if (frame->bare || height > frame->plot.height)
    return;

  hw_ink_show (ink, frame->plot.x + (frame->plot.width - width) / 2.0,
               frame->plot.y + (frame->plot.height - height) / 2.0, &ink->theme->dim);
}

void
hw_frame_clear (HwFrame *frame)
{
  hw_axis_clear (&frame->below);
  hw_axis_clear (&frame->left);
  hw_axis_clear (&frame->right);
  hw_ink_clear (&frame->ink);
}

void
hw_chart_lay_out (const HwChart *self,
                  HwFrame       *frame,
                  cairo_t       *cr,
                  double         width,
                  double         height,
                  const HwTheme *theme)
{
  *frame = (HwFrame) { .bounds = { 0.0, 0.0, width, height }, .focus = -1, .look = *hw_chart_get_look (self) };
  hw_ink_init (&frame->ink, cr, theme);
  self->kind->lay_out (self, frame);
}

const HwChartLook *
hw_chart_get_look (const HwChart *self)
{
  static const HwChartLook whole = { 0.0, 1.0, 0 };

  /* Made and never looked at otherwise. */
  return self->look.to > self->look.from ? &self->look : &whole;
}

gboolean
hw_chart_can_zoom (const HwChart *self)
{
  return self->kind->can_zoom;
}

/* Of the whole width, so that a few points are always in view. */
static double
least_part (const HwChart *self)
{
  return MIN (1.0, LEAST_POINTS / MAX (1.0, (double) hw_chart_n_points (self)));
}

void
hw_chart_set_look (HwChart           *self,
                   const HwChartLook *look)
{
  double part, from;
  guint n;

  g_return_if_fail (self != NULL && look != NULL);

  n = hw_chart_n_series (self);
  self->look = HW_CHART_LOOK_WHOLE;
  self->look.hidden = look->hidden & (n >= 32 ? G_MAXUINT32 : (1u << n) - 1);
  if (!self->kind->can_zoom || !isfinite (look->from) || !isfinite (look->to))
    return;

  /* What leaves at one end is pushed back whole, not cut. */
  part = CLAMP (look->to - look->from, least_part (self), 1.0);
  from = CLAMP (look->from, 0.0, 1.0 - part);
  self->look.from = from;
  self->look.to = part >= 1.0 ? 1.0 : MIN (1.0, from + part);
}

guint
hw_chart_n_series (const HwChart *self)
{
  return self->kind->n_series != NULL ? MIN (self->kind->n_series (self), 32) : 0;
}

const char *
hw_chart_series_name (const HwChart *self,
                      guint          series)
{
  g_return_val_if_fail (series < hw_chart_n_series (self), "");

  return self->kind->series_name (self, series);
}

static void
draw_focus (HwChart *self,
            HwFrame *frame)
{
  const HwBox *plot = &frame->plot;
  HwInk *ink = &frame->ink;
  HwReading reading = { 0 };
  double x, y;
  const gboolean has_place = self->kind->place (self, frame, (guint) frame->focus, &x, &y);

  /* Beside the part that is shown. */
  if (hw_frame_is_part (frame) && (x < plot->x || x > plot->x + plot->width))
    return;

  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  if (self->kind->cross)
    {
      hw_ink_hair_line (ink, x, plot->y, x, plot->y + plot->height, &ink->theme->dim, 0.7);
      if (has_place)
        hw_ink_hair_line (ink, plot->x, y, plot->x + plot->width, y, &ink->theme->dim, 0.35);
    }
  if (has_place && self->kind->cross)
    {
      const double radius = MIN (ink->em * 0.36, plot->height / 4.0);

      cairo_new_sub_path (ink->cr);
      cairo_arc (ink->cr, x, y, radius, 0.0, 2.0 * G_PI);
      hw_ink_colour (ink, &ink->theme->paper, 1.0);
      cairo_fill_preserve (ink->cr);
      hw_ink_colour (ink, &ink->theme->text, 1.0);
      cairo_set_line_width (ink->cr, 2.0);
      cairo_stroke (ink->cr);
    }

  if (!frame->bare)
    {
      self->kind->read (self, frame, (guint) frame->focus, &reading);
      hw_reading_draw (&reading, ink, &frame->bounds, x, y);
      hw_reading_clear (&reading);
    }
}

void
hw_chart_paint (HwChart       *self,
                cairo_t       *cr,
                double         width,
                double         height,
                const HwTheme *theme,
                int            focus)
{
  HwFrame frame;

  hw_chart_lay_out (self, &frame, cr, width, height, theme);
  if (focus >= 0 && (guint) focus < hw_chart_n_points (self))
    frame.focus = focus;

  cairo_save (cr);
  if (frame.bare)
    {
      /* The margin may be narrower than half a line. */
      cairo_rectangle (cr, 0.0, 0.0, width, height);
      cairo_clip (cr);
    }
  if (!theme->transparent)
    {
      hw_ink_colour (&frame.ink, &theme->paper, 1.0);
      cairo_rectangle (cr, 0.0, 0.0, width, height);
      cairo_fill (cr);
    }

  self->kind->draw (self, &frame);
  if (frame.focus >= 0)
    draw_focus (self, &frame);
  cairo_restore (cr);

  hw_frame_clear (&frame);
}

static gboolean
has_extent (double width,
            double height)
{
  return width > 0.0 && height > 0.0 && isfinite (width) && isfinite (height);
}

gboolean
hw_chart_focus_lies_over (const HwChart *self)
{
  return self->kind->cross;
}

void
hw_chart_draw_focus (HwChart       *self,
                     cairo_t       *cr,
                     double         width,
                     double         height,
                     const HwTheme *theme,
                     int            focus)
{
  HwFrame frame;

  g_return_if_fail (self != NULL && cr != NULL && theme != NULL);

  if (!has_extent (width, height) || focus < 0 || (guint) focus >= hw_chart_n_points (self))
    return;

  hw_chart_lay_out (self, &frame, cr, width, height, theme);
  frame.focus = focus;
  draw_focus (self, &frame);
  hw_frame_clear (&frame);
}

/* From where to where the part looked at stands; the plot may begin before it. */
static void
part_ends (const HwFrame *frame,
           double        *x,
           double        *width)
{
  const gboolean scaled = frame->x.at_to > frame->x.at_from;

  *x = scaled ? frame->x.at_from : frame->plot.x;
  *width = scaled ? frame->x.at_to - frame->x.at_from : frame->plot.width;
}

void
hw_chart_part_place (HwChart       *self,
                     double         width,
                     double         height,
                     const HwTheme *theme,
                     double        *x,
                     double        *part_width)
{
  HwFrame frame;

  g_return_if_fail (self != NULL && theme != NULL);

  *x = *part_width = 0.0;
  if (!has_extent (width, height))
    return;

  hw_chart_lay_out (self, &frame, NULL, width, height, theme);
  part_ends (&frame, x, part_width);
  hw_frame_clear (&frame);
}

double
hw_chart_point_share (HwChart       *self,
                      double         width,
                      double         height,
                      const HwTheme *theme,
                      guint          point)
{
  double left, part, x, y, share = 0.0;
  HwFrame frame;

  g_return_val_if_fail (self != NULL && theme != NULL && point < hw_chart_n_points (self), 0.0);

  if (!has_extent (width, height))
    return 0.0;

  hw_chart_lay_out (self, &frame, NULL, width, height, theme);
  part_ends (&frame, &left, &part);
  if (part > 0.0)
    {
      self->kind->place (self, &frame, point, &x, &y);
      share = frame.look.from + (x - left) / part * (frame.look.to - frame.look.from);
    }
  hw_frame_clear (&frame);

  return share;
}

void
hw_chart_free (HwChart *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  self->kind->free (self);
}

const char *
hw_chart_get_title (const HwChart *self)
{
  return self->title;
}

void
hw_chart_draw (HwChart       *self,
               cairo_t       *cr,
               double         width,
               double         height,
               const HwTheme *theme,
               int            focus)
{
  g_return_if_fail (self != NULL && cr != NULL && theme != NULL);

  if (!has_extent (width, height))
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_clip (cr);
  hw_chart_paint (self, cr, width, height, theme, focus);
  cairo_restore (cr);
}

guint
hw_chart_n_points (const HwChart *self)
{
  return self->kind->n_points (self);
}

int
hw_chart_hit (HwChart       *self,
              double         width,
              double         height,
              const HwTheme *theme,
              double         x,
              double         y)
{
  HwFrame frame;
  int point = -1;

  g_return_val_if_fail (self != NULL && theme != NULL, -1);

  if (!has_extent (width, height))
    return -1;

  hw_chart_lay_out (self, &frame, NULL, width, height, theme);
  if (x >= frame.plot.x && x <= frame.plot.x + frame.plot.width
      && y >= frame.plot.y && y <= frame.plot.y + frame.plot.height)
    point = self->kind->hit (self, &frame, x, y);
  hw_frame_clear (&frame);

  return point;
}

int
hw_chart_hit_legend (HwChart       *self,
                     double         width,
                     double         height,
                     const HwTheme *theme,
                     double         x,
                     double         y)
{
  HwFrame frame;
  double margin;
  int series = -1;

  g_return_val_if_fail (self != NULL && theme != NULL, -1);

  if (!has_extent (width, height))
    return -1;

  hw_chart_lay_out (self, &frame, NULL, width, height, theme);
  margin = frame.ink.em * MARGIN_EMS;
  if (!frame.bare)
    series = hw_legend_hit (&frame.legend, &frame.ink, x - margin, y - margin);
  hw_frame_clear (&frame);

  return series;
}

char *
hw_chart_point_text (const HwChart *self,
                     guint          point)
{
  g_return_val_if_fail (point < hw_chart_n_points (self), g_strdup (""));

  return self->kind->point_text (self, point);
}

char *
hw_chart_summary (const HwChart *self)
{
  return self->kind->summary (self);
}

guint
hw_chart_n_columns (const HwChart *self)
{
  return self->kind->n_columns (self);
}

guint
hw_chart_n_rows (const HwChart *self)
{
  return self->kind->n_rows (self);
}

char *
hw_chart_cell (const HwChart *self,
               int            row,
               guint          column)
{
  g_return_val_if_fail (row >= -1 && (row < 0 || (guint) row < hw_chart_n_rows (self)), g_strdup (""));
  g_return_val_if_fail (column < hw_chart_n_columns (self), g_strdup (""));

  return self->kind->cell (self, row, column);
}

gboolean
hw_chart_column_is_number (const HwChart *self,
                           guint          column)
{
  return self->kind->is_number (self, column);
}
