/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-reading.h"

#include <math.h>

#define PAD_EMS 0.85
#define SAMPLE_EMS 1.5
#define ROW 1.3          /* lines */
#define GAP_EMS 1.1      /* from the point */
#define WIDEST_EMS 26.0  /* of a name or a heading */

void
hw_reading_clear (HwReading *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->rows[i].name);
      g_free (self->rows[i].value);
    }
  self->n = 0;
  g_clear_pointer (&self->heading, g_free);
}

void
hw_reading_add (HwReading  *self,
                HwSample    sample,
                const char *name,
                char       *value)
{
  g_return_if_fail (self->n < HW_READING_MOST);

  self->rows[self->n].sample = sample;
  self->rows[self->n].name = g_strdup (name);
  self->rows[self->n].value = value;
  self->n++;
}

gboolean
hw_reading_find_place (const HwBox *bounds,
                       double       x,
                       double       y,
                       double       gap,
                       double       width,
                       double       height,
                       double      *left,
                       double      *top)
{
  const double right_end = bounds->x + bounds->width, bottom_end = bounds->y + bounds->height;

  if (width > bounds->width || height > bounds->height)
    return FALSE;

  /* Beside the point, a little above its height. */
  *top = CLAMP (y - height * 0.75, bounds->y, bottom_end - height);
  *left = x + gap;
  if (*left >= bounds->x && *left + width <= right_end)
    return TRUE;
  *left = x - gap - width;
  if (*left >= bounds->x && *left + width <= right_end)
    return TRUE;

  *left = CLAMP (x - width / 2.0, bounds->x, right_end - width);
  *top = y - gap - height;
  if (*top >= bounds->y && *top + height <= bottom_end)
    return TRUE;
  *top = y + gap;
  return *top >= bounds->y && *top + height <= bottom_end;
}

static double
width_up_to (HwInk      *ink,
             const char *text,
             gboolean    bold)
{
  double width;

  hw_ink_set_text (ink, text, bold, WIDEST_EMS * ink->em, 1);
  hw_ink_text_size (ink, &width, NULL);
  return ceil (width) + 1.0;
}

typedef struct
{
  double heading, lead, names, values;
  double width, height;
} Measures;

static void
measure (const HwReading *self,
         HwInk           *ink,
         Measures        *m)
{
  *m = (Measures) { 0 };
  m->heading = width_up_to (ink, self->heading, TRUE);

  for (guint i = 0; i < self->n; i++)
    {
      if (self->rows[i].sample.kind != HW_SAMPLE_NONE)
        m->lead = (SAMPLE_EMS + 0.5) * ink->em;
      m->names = MAX (m->names, width_up_to (ink, self->rows[i].name, FALSE));
      m->values = MAX (m->values, width_up_to (ink, self->rows[i].value, FALSE));
    }

  m->width = MAX (m->heading, m->lead + m->names + ink->em + m->values) + 2.0 * PAD_EMS * ink->em;
  m->height = (1.0 + self->n) * ROW * ink->line + 1.4 * PAD_EMS * ink->em;
}

static void
draw_card (HwInk       *ink,
           const HwBox *box)
{
  const HwBox rim = { floor (box->x) + 0.5, floor (box->y) + 0.5, floor (box->width) - 1.0, floor (box->height) - 1.0 };

  hw_ink_round_box (ink, &rim, ink->em * 0.45);
  hw_ink_colour (ink, &ink->theme->paper, 1.0);
  cairo_fill_preserve (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, 1.0);
  hw_ink_colour (ink, &ink->theme->dim, 0.45);
  cairo_stroke (ink->cr);
}

/* Where a thing that takes @width from @x of the box on stands: read from right to
 * left, all is the other way round. */
static double
place (const HwInk *ink,
       const HwBox *box,
       double       x,
       double       width)
{
  return box->x + (ink->theme->from_right ? box->width - x - width : x);
}

/* Takes up a text no wider than @room and tells how wide it is. */
static double
set_text (HwInk      *ink,
          const char *text,
          gboolean    bold,
          double      room)
{
  double width;

  hw_ink_set_text (ink, text, bold, room, 1);
  hw_ink_text_size (ink, &width, NULL);
  return width;
}

void
hw_reading_draw (const HwReading *self,
                 HwInk           *ink,
                 const HwBox     *bounds,
                 double           x,
                 double           y)
{
  Measures m;
  HwBox box;
  double row, width;

  measure (self, ink, &m);
  if (!hw_reading_find_place (bounds, x, y, GAP_EMS * ink->em, m.width, m.height, &box.x, &box.y))
    return;

  box.width = m.width;
  box.height = m.height;
  draw_card (ink, &box);

  row = box.y + 0.7 * PAD_EMS * ink->em;
  width = set_text (ink, self->heading, TRUE, m.heading);
  hw_ink_show (ink, place (ink, &box, PAD_EMS * ink->em, width), row + ink->line * (ROW - 1.0) / 2.0, &ink->theme->text);

  for (guint i = 0; i < self->n; i++)
    {
      HwBox sample = { place (ink, &box, PAD_EMS * ink->em, SAMPLE_EMS * ink->em), 0.0, SAMPLE_EMS * ink->em, ink->line };

      row += ROW * ink->line;
      sample.y = row + ink->line * (ROW - 1.0) / 2.0;
      hw_sample_draw (&self->rows[i].sample, ink, &sample);
      width = set_text (ink, self->rows[i].name, FALSE, m.names);
      hw_ink_show (ink, place (ink, &box, PAD_EMS * ink->em + m.lead, width), sample.y, &ink->theme->dim);
      width = set_text (ink, self->rows[i].value, FALSE, m.values);
      hw_ink_show (ink, place (ink, &box, box.width - PAD_EMS * ink->em - width, width), sample.y, &ink->theme->text);
    }
}
