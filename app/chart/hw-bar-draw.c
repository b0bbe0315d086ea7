/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-bar-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_SHARE 0.68      /* of its slot */
#define WIDEST_EMS 6.5
#define CORNER 3.0
#define PALE 0.45           /* bars beyond the vital ones */

HwSample
hw_bar_sample (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_HISTORY, &theme->series[0], 1.0 };
}

HwSample
hw_bar_sample_line (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &theme->text, 1.0 };
}

/* A bar from zero to its value, its outer corners rounded. */
static void
trace_bar (HwInk *ink,
           double left,
           double width,
           double zero,
           double end)
{
  const double height = fabs (zero - end);
  const double r = MIN (CORNER, MIN (width / 3.0, height));
  const double inward = end < zero ? r : -r;

  cairo_new_sub_path (ink->cr);
  cairo_move_to (ink->cr, left, zero);
  cairo_line_to (ink->cr, left, end + inward);
  cairo_curve_to (ink->cr, left, end, left, end, left + r, end);
  cairo_line_to (ink->cr, left + width - r, end);
  cairo_curve_to (ink->cr, left + width, end, left + width, end, left + width, end + inward);
  cairo_line_to (ink->cr, left + width, zero);
  cairo_close_path (ink->cr);
}

/* Two slanting cuts through a bar that reaches beyond the plot. */
static void
draw_cut (HwInk *ink,
          double left,
          double width,
          double top)
{
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, ink->em * 0.18);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_BUTT);
  hw_ink_colour (ink, &ink->theme->paper, 1.0);

  for (int i = 1; i <= 2; i++)
    {
      const double y = top + ink->em * 0.4 * i;

      cairo_move_to (ink->cr, left, y + ink->em * 0.25);
      cairo_line_to (ink->cr, left + width, y - ink->em * 0.25);
    }
  cairo_stroke (ink->cr);
}

static void
draw_bars (const HwBarChart *self,
           HwFrame          *frame)
{
  HwInk *ink = &frame->ink;
  const gsize n = hw_bar_n_shown (frame);
  const double slot = frame->plot.width / (double) n;
  const double width = MIN (slot * BAR_SHARE, WIDEST_EMS * ink->em);
  const double zero = hw_scale_place (&frame->y, 0.0);
  const gsize focus = frame->focus >= 0 ? hw_bar_slot_of (self, frame, (gsize) frame->focus) : n;

  for (gsize i = 0; i < n; i++)
    {
      const double value = hw_bar_value (self, frame, i);
      const gboolean rest = i + 1 == n && hw_bar_has_rest (self, frame);
      const gboolean pale = self->n_vital > 0 && i >= self->n_vital;
      double left;

      if (isnan (value))
        continue;

      left = hw_scale_place (&frame->x, (double) i + 0.5) - width / 2.0;
      trace_bar (ink, left, width, zero, hw_scale_place (&frame->y, MIN (value, frame->y.to)));
      hw_ink_colour (ink, rest ? &ink->theme->dim : &ink->theme->series[0], rest || pale ? PALE : 1.0);
      cairo_fill_preserve (ink->cr);

      if (i == focus || ink->theme->strong)
        {
          cairo_set_line_width (ink->cr, i == focus ? 2.0 * hw_ink_weight (ink) : 1.0);
          hw_ink_colour (ink, &ink->theme->text, 1.0);
          cairo_stroke_preserve (ink->cr);
        }
      cairo_new_path (ink->cr);

      if (value > frame->y.to)
        draw_cut (ink, left, width, frame->plot.y);
    }
}

static void
draw_figures (const HwBarChart *self,
              HwFrame          *frame)
{
  for (gsize i = 0; i < hw_bar_n_shown (frame); i++)
    {
      const double value = hw_bar_value (self, frame, i);
      g_autofree char *figure = hw_bar_figure (self, value);

      if (!isnan (value))
        hw_ink_label (&frame->ink, figure, hw_scale_place (&frame->x, (double) i + 0.5),
                      hw_scale_place (&frame->y, value) - frame->ink.line - 0.15 * frame->ink.em, 0.5,
                      &frame->ink.theme->text);
    }
}

static void
draw_share_line (const HwBarChart *self,
                 HwFrame          *frame)
{
  HwInk *ink = &frame->ink;
  const gsize n = hw_bar_n_shown (frame);

  cairo_new_path (ink->cr);
  for (gsize i = 0; i < n; i++)
    cairo_line_to (ink->cr, hw_scale_place (&frame->x, (double) i + 0.5),
                   hw_scale_place (&frame->share, hw_bar_share (self, frame, i)));

  /* A rim of paper, so that the line is seen on the bars too. */
  hw_ink_dash (ink, HW_SERIES_HISTORY, ink->em * 0.4);
  hw_ink_colour (ink, &ink->theme->paper, 0.7);
  cairo_stroke_preserve (ink->cr);
  hw_ink_dash (ink, HW_SERIES_HISTORY, MAX (1.0, ink->em * 0.14));
  hw_ink_colour (ink, &ink->theme->text, 1.0);
  cairo_stroke (ink->cr);

  if (frame->plot.width / (double) n < ink->em)
    return;

  for (gsize i = 0; i < n; i++)
    hw_ink_mark (ink, HW_SERIES_HISTORY, hw_scale_place (&frame->x, (double) i + 0.5),
                 hw_scale_place (&frame->share, hw_bar_share (self, frame, i)), ink->em * 0.2, &ink->theme->text);
}

static void
draw_guide (HwFrame *frame,
            double   from,
            double   y)
{
  cairo_set_dash (frame->ink.cr, (double[]) { 2.0, 3.0 }, 2, 0.0);
  hw_ink_hair_line (&frame->ink, from, y, frame->plot.x + frame->plot.width, y, &frame->ink.theme->dim, 0.9);
  cairo_set_dash (frame->ink.cr, NULL, 0, 0.0);
}

/* Where the running share passes 80 %: a guide to the axis, a mark, and in words how
 * many it takes. */
static void
draw_vital_mark (const HwBarChart *self,
                 HwFrame          *frame)
{
  HwInk *ink = &frame->ink;
  const gsize n_own = hw_bar_n_shown (frame) - (hw_bar_has_rest (self, frame) ? 1 : 0);
  const double y80 = hw_scale_place (&frame->share, HW_BAR_VITAL_SHARE);
  g_autofree char *share = hw_format_percent (self->base.format, HW_BAR_VITAL_SHARE, 0);
  /* Translators: how many of all products make 80 % of the whole: "12 of 40 make 80 %". */
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u makes %s", "%u of %u make %s", self->n_vital),
                                           (guint) self->n_vital, (guint) self->n, share);
  double x, width;

  if (self->n_vital == 0 || n_own == 0)
    return;

  width = hw_ink_width (ink, text) + ink->em;
  if (self->n_vital <= n_own)
    {
      x = hw_scale_place (&frame->x, (double) self->n_vital - 0.5);
      draw_guide (frame, x, y80);
      hw_ink_mark (ink, HW_SERIES_FORECAST, x, hw_scale_place (&frame->share, self->bars[self->n_vital - 1].share),
                   ink->em * 0.42, &ink->theme->series[1]);
      hw_frame_note (frame, text, MIN (x + 0.6 * ink->em, frame->plot.x + frame->plot.width - width),
                     y80 + 0.4 * ink->em, &ink->theme->text);
      return;
    }

  /* It is passed within the rest, where there is no bar to point at. */
  draw_guide (frame, frame->plot.x, y80);
  hw_frame_note (frame, text, frame->plot.x + 0.6 * ink->em, y80 - ink->line - 0.1 * ink->em, &ink->theme->text);
}

static void
draw_names (const HwBarChart *self,
            HwFrame          *frame)
{
  const gsize n = hw_bar_n_shown (frame);
  g_autoptr (GPtrArray) names = g_ptr_array_sized_new ((guint) n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (names, i + 1 == n && hw_bar_has_rest (self, frame) ? (char *) _("all others")
                                                                         : self->bars[i].label);

  hw_name_axis_draw (&frame->names, &frame->ink, (const char *const *) names->pdata, names->len, frame->plot.x,
                     frame->plot.y + frame->plot.height, frame->bounds.x);
}

void
hw_bar_draw (const HwChart *chart,
             HwFrame       *frame)
{
  const HwBarChart *self = hw_bar_chart (chart);
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const gboolean share = self->ranked && self->total > 0.0;

  if (self->n == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, plot);
  if (!hw_frame_hides (frame, HW_BAR_BARS))
    draw_bars (self, frame);
  if (frame->bare)
    return;

  if (share && !hw_frame_hides (frame, HW_BAR_SHARE_LINE))
    draw_share_line (self, frame);

  if (frame->figures)
    {
      hw_ink_hair_line (ink, plot->x, hw_scale_place (&frame->y, 0.0), plot->x + plot->width,
                        hw_scale_place (&frame->y, 0.0), &ink->theme->dim, 0.6);
      draw_figures (self, frame);
    }
  if (share)
    {
      if (!hw_frame_hides (frame, HW_BAR_SHARE_LINE))
        draw_vital_mark (self, frame);
      hw_axis_draw_right (&frame->right, ink, &frame->share, plot);
    }
  hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
  draw_names (self, frame);
  hw_frame_draw_legend (frame);
}
