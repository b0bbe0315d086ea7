/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-ink.h"

#include <math.h>
#include <pango/pangocairo.h>

#define LONGEST_DASH 6
#define STRONG 1.6   /* times as thick */

/* In widths of the line; 0 ends. */
static const double dashes[HW_THEME_N_SERIES][LONGEST_DASH] = {
  { 0.0 },
  { 3.0, 2.0 },
  { 7.0, 2.5, 1.0, 2.5 },
  { 1.0, 2.0 },
  { 7.0, 3.0 },
  { 3.0, 2.0, 1.0, 2.0 },
  { 5.0, 2.0, 1.0, 2.0, 1.0, 2.0 },
  { 1.0, 4.0 },
};

/* Corners of the marks around 0,0 within a circle of 1; the first series has the
 * circle itself. */
#define MOST_CORNERS 12

typedef struct
{
  guint  n;
  double xy[MOST_CORNERS][2];
} Mark;

static const Mark marks[HW_THEME_N_SERIES] = {
  { 0, { { 0.0, 0.0 } } },
  { 4, { { 0.0, -1.15 }, { 1.15, 0.0 }, { 0.0, 1.15 }, { -1.15, 0.0 } } },
  { 4, { { -0.85, -0.85 }, { 0.85, -0.85 }, { 0.85, 0.85 }, { -0.85, 0.85 } } },
  { 3, { { 0.0, -1.15 }, { 1.1, 0.8 }, { -1.1, 0.8 } } },
  { 3, { { 0.0, 1.15 }, { 1.1, -0.8 }, { -1.1, -0.8 } } },
  { 12, { { -0.35, -1.1 }, { 0.35, -1.1 }, { 0.35, -0.35 }, { 1.1, -0.35 }, { 1.1, 0.35 }, { 0.35, 0.35 },
          { 0.35, 1.1 }, { -0.35, 1.1 }, { -0.35, 0.35 }, { -1.1, 0.35 }, { -1.1, -0.35 }, { -0.35, -0.35 } } },
  { 3, { { -1.15, 0.0 }, { 0.8, -1.1 }, { 0.8, 1.1 } } },
  { 3, { { 1.15, 0.0 }, { -0.8, -1.1 }, { -0.8, 1.1 } } },
};

/* Whether letters stay letters: a PDF rather than pixels. */
static gboolean
is_vector (cairo_surface_t *surface)
{
  const cairo_surface_type_t type = cairo_surface_get_type (surface);

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_PS || type == CAIRO_SURFACE_TYPE_SVG;
}

void
hw_ink_init (HwInk         *self,
             cairo_t       *cr,
             const HwTheme *theme)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  const gboolean paper = cr != NULL && is_vector (cairo_get_target (cr));

  self->cr = cr;
  self->theme = theme;
  self->em = CLAMP (theme->text_size, 1.0, 200.0);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  if (cr != NULL)
    pango_cairo_update_context (cr, self->context);

  /* On paper letters stand where they fall; pixels show them evenly only on whole
   * ones. Measured unseen they are as on the screen. */
  cairo_font_options_set_hint_metrics (options, paper ? CAIRO_HINT_METRICS_OFF : CAIRO_HINT_METRICS_ON);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, !paper);
  cairo_font_options_destroy (options);

  self->layout = pango_layout_new (self->context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  hw_ink_set_text (self, "0", FALSE, 0.0, 1);
  hw_ink_text_size (self, NULL, &self->line);
}

void
hw_ink_clear (HwInk *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
}

void
hw_ink_set_text (HwInk      *self,
                 const char *text,
                 gboolean    bold,
                 double      room,
                 int         lines)
{
  PangoFontDescription *font = pango_font_description_from_string (self->theme->font);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, self->em * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  /* Figures of one width: what changes does not push its neighbours. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, room > 0.0 ? (int) (MIN (room, 1e5) * PANGO_SCALE) : -1);
  pango_layout_set_height (self->layout, -MAX (lines, 1));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (self->layout, room > 0.0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);

  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
}

void
hw_ink_text_size (const HwInk *self,
                  double      *width,
                  double      *height)
{
  PangoRectangle box;

  pango_layout_get_extents (self->layout, NULL, &box);
  if (width != NULL)
    *width = (double) box.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) box.height / PANGO_SCALE;
}

gboolean
hw_ink_text_is_cut (const HwInk *self)
{
  return pango_layout_is_ellipsized (self->layout);
}

void
hw_ink_show (HwInk          *self,
             double          x,
             double          y,
             const HwColour *colour)
{
  PangoRectangle box;

  pango_cairo_update_layout (self->cr, self->layout);
  pango_layout_get_extents (self->layout, NULL, &box);
  hw_ink_colour (self, colour, 1.0);
  /* A text from right to left lies at the right end of its room. */
  cairo_move_to (self->cr, x - (double) box.x / PANGO_SCALE, y);
  pango_cairo_show_layout (self->cr, self->layout);
  cairo_new_path (self->cr);
}

double
hw_ink_width (HwInk      *self,
              const char *text)
{
  double width;

  hw_ink_set_text (self, text, FALSE, 0.0, 1);
  hw_ink_text_size (self, &width, NULL);
  return width;
}

void
hw_ink_label (HwInk          *self,
              const char     *text,
              double          x,
              double          y,
              double          align,
              const HwColour *colour)
{
  const double width = hw_ink_width (self, text);

  hw_ink_show (self, x - width * align, y, colour);
}

void
hw_ink_colour (HwInk          *self,
               const HwColour *colour,
               double          alpha)
{
  cairo_set_source_rgba (self->cr, colour->r, colour->g, colour->b, alpha);
}

void
hw_ink_hair_line (HwInk          *self,
                  double          x0,
                  double          y0,
                  double          x1,
                  double          y1,
                  const HwColour *colour,
                  double          alpha)
{
  if (x0 == x1)
    x0 = x1 = floor (x0) + 0.5;
  if (y0 == y1)
    y0 = y1 = floor (y0) + 0.5;

  cairo_set_line_width (self->cr, 1.0);
  hw_ink_colour (self, colour, alpha);
  cairo_move_to (self->cr, x0, y0);
  cairo_line_to (self->cr, x1, y1);
  cairo_stroke (self->cr);
}

void
hw_ink_round_box (HwInk       *self,
                  const HwBox *box,
                  double       radius)
{
  const double r = MAX (0.0, MIN (radius, MIN (box->width, box->height) / 2.0));
  const double right = box->x + box->width, bottom = box->y + box->height;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, right - r, box->y + r, r, -G_PI_2, 0.0);
  cairo_arc (self->cr, right - r, bottom - r, r, 0.0, G_PI_2);
  cairo_arc (self->cr, box->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (self->cr, box->x + r, box->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (self->cr);
}

double
hw_ink_weight (const HwInk *self)
{
  return self->theme->strong ? STRONG : 1.0;
}

void
hw_ink_dash (HwInk *self,
             guint  series,
             double line_width)
{
  double lengths[LONGEST_DASH];
  int n = 0;

  line_width *= hw_ink_weight (self);

  while (n < LONGEST_DASH && dashes[series % HW_THEME_N_SERIES][n] > 0.0)
    {
      lengths[n] = dashes[series % HW_THEME_N_SERIES][n] * line_width;
      n++;
    }

  cairo_set_line_width (self->cr, line_width);
  cairo_set_line_cap (self->cr, n > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (self->cr, lengths, n, 0.0);
}

void
hw_ink_mark (HwInk          *self,
             guint           series,
             double          x,
             double          y,
             double          radius,
             const HwColour *colour)
{
  const Mark *mark = &marks[series % HW_THEME_N_SERIES];

  cairo_new_sub_path (self->cr);
  if (mark->n == 0)
    cairo_arc (self->cr, x, y, radius, 0.0, 2.0 * G_PI);
  for (guint i = 0; i < mark->n; i++)
    cairo_line_to (self->cr, x + mark->xy[i][0] * radius, y + mark->xy[i][1] * radius);
  cairo_close_path (self->cr);

  cairo_set_dash (self->cr, NULL, 0, 0.0);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cr, 2.0 * MIN (radius, 1.5));
  hw_ink_colour (self, &self->theme->paper, 1.0);
  cairo_stroke_preserve (self->cr);
  hw_ink_colour (self, colour, 1.0);
  cairo_fill (self->cr);
}

void
hw_ink_whisker (HwInk *self,
                double from,
                double to,
                double middle,
                double cap)
{
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, from, middle);
  cairo_line_to (self->cr, to, middle);
  cairo_move_to (self->cr, from, middle - cap);
  cairo_line_to (self->cr, from, middle + cap);
  cairo_move_to (self->cr, to, middle - cap);
  cairo_line_to (self->cr, to, middle + cap);
  cairo_set_dash (self->cr, NULL, 0, 0.0);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (self->cr, self->em * 0.4);
  hw_ink_colour (self, &self->theme->paper, 0.7);
  cairo_stroke_preserve (self->cr);
  cairo_set_line_width (self->cr, fmax (1.0, self->em * 0.14) * hw_ink_weight (self));
  hw_ink_colour (self, &self->theme->text, 1.0);
  cairo_stroke (self->cr);
}
