/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where names stand in the bubble map. Marked and large bubbles choose first: beside,
 * above or below themselves, wherever there is neither another name nor a bubble. Who
 * finds no place stays without a name; pointer, keys and table tell it. */
#include "chart/hw-bubble-private.h"

#define LONGEST_EMS 20.0
#define APART_EMS 0.3
#define MOST_NAMES 80       /* more cannot be read */
#define WORD_EMS 0.5        /* from the corners of the plot */
#define WORD_UP_EMS 0.2

typedef struct
{
  const HwBubbleChart *self;
  HwFrame *frame;
  HwBox    taken[MOST_NAMES + HW_QUADRANT_N];
  guint    n;
} Names;

static gboolean
boxes_meet (const HwBox *a,
            const HwBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether the circle of a bubble reaches into the box. */
static gboolean
meets_bubble (const Names *names,
              const HwBox *box,
              gsize        i)
{
  const HwBubbleOne *bubble = &names->self->bubbles[i];
  const double x = hw_scale_place (&names->frame->x, bubble->x), y = hw_scale_place (&names->frame->y, bubble->y);
  const double dx = x - CLAMP (x, box->x, box->x + box->width), dy = y - CLAMP (y, box->y, box->y + box->height);

  return hypot (dx, dy) < hw_bubble_radius (names->self, names->frame, bubble);
}

static gboolean
is_free (const Names *names,
         const HwBox *box,
         gsize        own)
{
  const HwBox *plot = &names->frame->plot;

  if (box->x < plot->x || box->y < plot->y || box->x + box->width > plot->x + plot->width
      || box->y + box->height > plot->y + plot->height)
    return FALSE;

  for (guint i = 0; i < names->n; i++)
    if (boxes_meet (box, &names->taken[i]))
      return FALSE;
  for (gsize i = 0; i < names->self->n_placed; i++)
    if (i != own && meets_bubble (names, box, i))
      return FALSE;

  return TRUE;
}

static void
place_name (Names *names,
            gsize  i)
{
  HwInk *ink = &names->frame->ink;
  const HwBox *plot = &names->frame->plot;
  const HwBubbleOne *bubble = &names->self->bubbles[i];
  const double x = hw_scale_place (&names->frame->x, bubble->x), y = hw_scale_place (&names->frame->y, bubble->y);
  const double radius = hw_bubble_radius (names->self, names->frame, bubble), gap = APART_EMS * ink->em;
  const double slant = (radius + gap) * G_SQRT2 / 2.0;
  double width;

  hw_ink_set_text (ink, bubble->name, FALSE, LONGEST_EMS * ink->em, 1);
  hw_ink_text_size (ink, &width, NULL);
  if (width <= 0.0)
    return;

  {
    /* Above and below it may be pushed back into the plot. */
    const double middle = MAX (plot->x, MIN (x - width / 2.0, plot->x + plot->width - width));
    const double places[][2] = {
      { x + radius + gap, y - ink->line / 2.0 }, { x - radius - gap - width, y - ink->line / 2.0 },
      { middle, y - radius - gap - ink->line }, { middle, y + radius + gap },
      { x + slant, y - slant - ink->line }, { x + slant, y + slant },
      { x - slant - width, y - slant - ink->line }, { x - slant - width, y + slant },
    };

    for (gsize k = 0; k < G_N_ELEMENTS (places); k++)
      {
        const HwBox box = { places[k][0], places[k][1], width, ink->line };

        if (!is_free (names, &box, i))
          continue;
        hw_ink_show (ink, box.x, box.y, &ink->theme->text);
        names->taken[names->n++] = box;
        return;
      }
  }
}

/* In a corner of its part of the plot, the outer one first; none where bubbles are. */
static void
place_word (Names     *names,
            HwQuadrant q)
{
  HwInk *ink = &names->frame->ink;
  const HwBox *plot = &names->frame->plot;
  const gboolean right = q == HW_QUADRANT_TOP_RIGHT || q == HW_QUADRANT_BOTTOM_RIGHT;
  const gboolean top = q == HW_QUADRANT_TOP_LEFT || q == HW_QUADRANT_TOP_RIGHT;
  const double x = CLAMP (hw_scale_place (&names->frame->x, names->self->x_split), plot->x, plot->x + plot->width);
  const double y = CLAMP (hw_scale_place (&names->frame->y, names->self->y_split), plot->y, plot->y + plot->height);
  const double room = (right ? plot->x + plot->width - x : x - plot->x) - 2.0 * WORD_EMS * ink->em;
  HwBox box = { 0.0, 0.0, 0.0, ink->line };

  if (names->self->quadrants[q] == NULL || room < 3.0 * ink->em
      || (top ? y - plot->y : plot->y + plot->height - y) < 2.0 * ink->line)
    return;

  hw_ink_set_text (ink, names->self->quadrants[q], TRUE, room, 1);
  hw_ink_text_size (ink, &box.width, NULL);
  for (int corner = 0; corner < 4; corner++)
    {
      const gboolean at_right = right == ((corner & 1) == 0), at_top = top == ((corner & 2) == 0);

      box.x = at_right ? (right ? plot->x + plot->width : x) - WORD_EMS * ink->em - box.width
                       : (right ? x : plot->x) + WORD_EMS * ink->em;
      box.y = at_top ? (top ? plot->y : y) + WORD_UP_EMS * ink->em
                     : (top ? y : plot->y + plot->height) - ink->line - WORD_UP_EMS * ink->em;
      if (!is_free (names, &box, names->self->n))
        continue;

      hw_ink_show (ink, box.x, box.y, &ink->theme->dim);
      names->taken[names->n++] = box;
      return;
    }
}

void
hw_bubble_draw_names (const HwBubbleChart *self,
                      HwFrame             *frame)
{
  Names names = { .self = self, .frame = frame };
  gsize tried = 0;

  for (int q = 0; q < HW_QUADRANT_N; q++)
    place_word (&names, (HwQuadrant) q);

  for (int marked = 1; marked >= 0; marked--)
    for (gsize k = 0; k < self->n_placed && tried < MOST_NAMES; k++)
      if ((self->bubbles[self->by_size[k]].marked ? 1 : 0) == marked)
        {
          place_name (&names, self->by_size[k]);
          tried++;
        }
}
