/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a page: titles, sentences, tables, charts. */
#include "report/hw-page-private.h"

#define TITLE 20.0
#define SECTION 13.0
#define SIGN_WIDTH 18.0      /* of the room for a point's sign */
#define LABEL_SHARE 0.30     /* of the width, for a pair's label */
#define FIRST_SHARE 0.40     /* of the width, for the first cell of a row */
#define KEEP_WITH 60.0       /* a section needs so much room below it */
#define GAP 8.0              /* around a chart */
#define HAIR 0.6

static void
add (HwPage     *self,
     const char *tag,
     const char *text,
     double      size,
     gboolean    bold,
     double      before,
     double      after,
     double      keep,
     double      grey)
{
  double height;

  hw_page_set_font (self, size, bold);
  height = hw_page_set_text (self, text, self->width - 2.0 * HW_PAGE_MARGIN, PANGO_ALIGN_LEFT);
  if (self->y > HW_PAGE_MARGIN)
    self->y += before;
  if (self->y + height + keep > self->height - HW_PAGE_MARGIN && self->y > HW_PAGE_MARGIN)
    {
      hw_page_turn (self);
      hw_page_set_font (self, size, bold);
      hw_page_set_text (self, text, self->width - 2.0 * HW_PAGE_MARGIN, PANGO_ALIGN_LEFT);
    }

  if (*tag == 'H')
    hw_page_add_bookmark (self, text);
  hw_page_tag_begin (self, tag);
  hw_page_show (self, HW_PAGE_MARGIN, self->y, grey);
  hw_page_tag_end (self, tag);
  self->y += height + after;
}

void
hw_page_title (HwPage     *self,
               const char *text)
{
  add (self, "H1", text, TITLE, TRUE, 0.0, 4.0, 0.0, 0.0);
}

void
hw_page_room (HwPage *self,
              double  height)
{
  hw_page_need (self, height);
}

void
hw_page_section (HwPage     *self,
                 const char *text)
{
  add (self, "H2", text, SECTION, TRUE, 11.0, 4.0, KEEP_WITH, 0.0);
}

void
hw_page_text (HwPage     *self,
              const char *text)
{
  add (self, "P", text, HW_PAGE_BODY, FALSE, 2.0, 4.0, 0.0, 0.0);
}

void
hw_page_strong (HwPage     *self,
                const char *text)
{
  add (self, "P", text, HW_PAGE_BODY, TRUE, 3.0, 2.0, 2.0 * HW_PAGE_BODY, 0.0);
}

void
hw_page_note (HwPage     *self,
              const char *text)
{
  add (self, "P", text, HW_PAGE_SMALL, FALSE, 0.0, 4.0, 0.0, HW_PAGE_GREY);
}

/* Words at the left, words beside them; the taller one counts. */
static void
add_beside (HwPage     *self,
            const char *left,
            gboolean    bold,
            double      room,
            const char *right)
{
  const double width = self->width - 2.0 * HW_PAGE_MARGIN;
  double height, other;

  hw_page_set_font (self, HW_PAGE_BODY, bold);
  height = hw_page_set_text (self, left, room - 6.0, PANGO_ALIGN_LEFT);
  hw_page_set_font (self, HW_PAGE_BODY, FALSE);
  other = hw_page_set_text (self, right, width - room, PANGO_ALIGN_LEFT);
  height = MAX (height, other);
  hw_page_need (self, height);

  hw_page_tag_begin (self, "P");
  hw_page_set_font (self, HW_PAGE_BODY, bold);
  hw_page_set_text (self, left, room - 6.0, PANGO_ALIGN_LEFT);
  hw_page_show (self, HW_PAGE_MARGIN, self->y, 0.0);
  hw_page_set_font (self, HW_PAGE_BODY, FALSE);
  hw_page_set_text (self, right, width - room, PANGO_ALIGN_LEFT);
  hw_page_show (self, HW_PAGE_MARGIN + room, self->y, 0.0);
  hw_page_tag_end (self, "P");
  self->y += height + 3.0;
}

void
hw_page_point (HwPage     *self,
               const char *sign,
               const char *text)
{
  add_beside (self, sign, FALSE, SIGN_WIDTH, text);
}

void
hw_page_pair (HwPage     *self,
              const char *label,
              const char *value)
{
  add_beside (self, label, TRUE, LABEL_SHARE * (self->width - 2.0 * HW_PAGE_MARGIN), value);
}

void
hw_page_row (HwPage            *self,
             gboolean           bold,
             const char *const *cells)
{
  const double width = self->width - 2.0 * HW_PAGE_MARGIN;
  const double rest = width * (1.0 - FIRST_SHARE) / (HW_PAGE_COLUMNS - 1);
  const guint n = MIN (g_strv_length ((char **) cells), HW_PAGE_COLUMNS);
  const double first = width - (MAX (n, 1) - 1) * rest; /* with fewer columns more room for words */
  double height = 0.0;

  hw_page_set_font (self, HW_PAGE_BODY, bold);
  for (int c = 0; c < HW_PAGE_COLUMNS && cells[c] != NULL; c++)
    {
      const double own = hw_page_set_text (self, cells[c], c == 0 ? first - 6.0 : rest - 6.0,
                                   c == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

      height = MAX (height, own);
    }

  hw_page_need (self, height);
  hw_page_set_font (self, HW_PAGE_BODY, bold);
  hw_page_tag_begin (self, "Table");
  hw_page_tag_begin (self, "TR");
  for (int c = 0; c < HW_PAGE_COLUMNS && cells[c] != NULL; c++)
    {
      hw_page_set_text (self, cells[c], c == 0 ? first - 6.0 : rest - 6.0, c == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      hw_page_tag_begin (self, bold ? "TH" : "TD");
      hw_page_show (self, HW_PAGE_MARGIN + (c == 0 ? 0.0 : first + (c - 1) * rest), self->y, 0.0);
      hw_page_tag_end (self, bold ? "TH" : "TD");
    }
  hw_page_tag_end (self, "TR");
  hw_page_tag_end (self, "Table");

  self->y += height + 2.0;
  cairo_set_line_width (self->cr, HAIR);
  cairo_set_source_rgb (self->cr, 1.0 - HW_PAGE_GREY / 2.0, 1.0 - HW_PAGE_GREY / 2.0, 1.0 - HW_PAGE_GREY / 2.0);
  cairo_move_to (self->cr, HW_PAGE_MARGIN, self->y);
  cairo_line_to (self->cr, HW_PAGE_MARGIN + width, self->y);
  cairo_stroke (self->cr);
  self->y += 3.0;
}

void
hw_page_sign (HwPage     *self,
              const char *left,
              const char *right)
{
  const double width = self->width - 2.0 * HW_PAGE_MARGIN, half = 0.46 * width;

  hw_page_need (self, 60.0);
  self->y += 38.0;
  cairo_set_line_width (self->cr, HAIR);
  cairo_set_source_rgb (self->cr, 0.0, 0.0, 0.0);
  cairo_move_to (self->cr, HW_PAGE_MARGIN, self->y);
  cairo_line_to (self->cr, HW_PAGE_MARGIN + half, self->y);
  cairo_move_to (self->cr, HW_PAGE_MARGIN + width - half, self->y);
  cairo_line_to (self->cr, HW_PAGE_MARGIN + width, self->y);
  cairo_stroke (self->cr);
  hw_page_set_font (self, HW_PAGE_SMALL, FALSE);
  hw_page_set_text (self, left, half, PANGO_ALIGN_LEFT);
  hw_page_show (self, HW_PAGE_MARGIN, self->y + 3.0, HW_PAGE_GREY);
  hw_page_set_text (self, right, half, PANGO_ALIGN_LEFT);
  hw_page_show (self, HW_PAGE_MARGIN + width - half, self->y + 3.0, HW_PAGE_GREY);
  self->y += 3.0 + 2.0 * HW_PAGE_SMALL;
}

void
hw_page_chart (HwPage  *self,
               HwChart *chart,
               double   height)
{
  const double width = self->width - 2.0 * HW_PAGE_MARGIN;
  HwTheme theme = hw_theme_print;
  g_autofree char *words = hw_chart_summary (chart);

  theme.transparent = TRUE;
  hw_page_need (self, height + GAP);
  hw_page_tag_begin (self, "Figure");
  cairo_save (self->cr);
  cairo_translate (self->cr, HW_PAGE_MARGIN, self->y);
  cairo_rectangle (self->cr, 0.0, 0.0, width, height);
  cairo_clip (self->cr);
  hw_chart_draw (chart, self->cr, width, height, &theme, -1);
  cairo_restore (self->cr);
  hw_page_tag_end (self, "Figure");
  self->y += height + GAP;
  hw_page_note (self, words);
}
