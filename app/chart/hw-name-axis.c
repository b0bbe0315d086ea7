/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-name-axis.h"

#include <math.h>

#define GAP_EMS 0.55
#define SIDE_EMS 0.5        /* between two names that lie flat */
#define FLAT_EMS 6.0        /* a slot of this width holds a cut name flat */
#define LONGEST_EMS 10.0    /* of a turned name */
#define FLAT_LINES 2
#define SLANT G_SQRT2       /* a text at 45 degrees is this much wider than high */

double
hw_name_axis_least_slot (const HwInk *ink)
{
  return ceil (ink->line * SLANT * 1.05);
}

/* The height that flat names take. @cut: whether one is cut or broken within a word. */
static double
flat_height (HwInk             *ink,
             const char *const *names,
             gsize              n,
             double             reach,
             gboolean          *cut)
{
  double tallest = ink->line;

  *cut = FALSE;
  for (gsize i = 0; i < n; i++)
    {
      double width, height;

      hw_ink_set_text (ink, names[i], FALSE, reach, FLAT_LINES);
      hw_ink_text_size (ink, NULL, &height);
      pango_layout_set_wrap (ink->layout, PANGO_WRAP_WORD);
      hw_ink_text_size (ink, &width, NULL);
      *cut = *cut || hw_ink_text_is_cut (ink) || width > reach;
      tallest = MAX (tallest, height);
    }

  return tallest;
}

static double
longest (HwInk             *ink,
         const char *const *names,
         gsize              n,
         guint              every,
         double             most)
{
  double longest_width = 0.0;

  for (gsize i = 0; i < n && longest_width < most; i += every)
    longest_width = MAX (longest_width, hw_ink_width (ink, names[i]));

  return MIN (ceil (longest_width) + 1.0, most);
}

void
hw_name_axis_set (HwNameAxis        *self,
                  HwInk             *ink,
                  const char *const *names,
                  gsize              n,
                  double             slot,
                  double             most)
{
  const double gap = ink->em * GAP_EMS;
  gboolean cut = TRUE;
  double height = 0.0;

  self->slot = slot;
  self->every = 1;
  self->reach = slot - ink->em * SIDE_EMS;

  if (slot >= 2.0 * ink->em)
    height = flat_height (ink, names, n, self->reach, &cut);

  self->turned = cut && slot < FLAT_EMS * ink->em;
  if (!self->turned)
    {
      self->room = gap + height;
      return;
    }

  self->every = (guint) MAX (1.0, ceil (hw_name_axis_least_slot (ink) / MAX (slot, 1e-3)));
  self->reach = longest (ink, names, n, self->every,
                         MIN (LONGEST_EMS * ink->em, (most - gap) * SLANT - ink->line));
  self->room = gap + (MAX (0.0, self->reach) + ink->line) / SLANT;
}

static void
draw_turned (HwInk      *ink,
             const char *name,
             double      x,
             double      y,
             double      reach)
{
  double width;

  if (reach < 1.5 * ink->em)
    return;

  hw_ink_set_text (ink, name, FALSE, reach, 1);
  hw_ink_text_size (ink, &width, NULL);
  cairo_save (ink->cr);
  cairo_translate (ink->cr, x, y);
  cairo_rotate (ink->cr, -G_PI_4);
  hw_ink_show (ink, -width, 0.0, &ink->theme->dim);
  cairo_restore (ink->cr);
}

void
hw_name_axis_draw (const HwNameAxis  *self,
                   HwInk             *ink,
                   const char *const *names,
                   gsize              n,
                   double             x,
                   double             y,
                   double             left)
{
  const double top = y + ink->em * GAP_EMS;

  for (gsize i = 0; i < n; i += self->every)
    {
      const double centre = x + ((double) i + 0.5) * self->slot;
      double width;

      if (self->turned)
        {
          /* Its upper right corner stands below the slot's middle. */
          const double free = (centre - left) * SLANT - ink->em * 0.2;

          draw_turned (ink, names[i], centre, top, MIN (self->reach, free));
          continue;
        }

      hw_ink_set_text (ink, names[i], FALSE, self->reach, FLAT_LINES);
      pango_layout_set_alignment (ink->layout, PANGO_ALIGN_CENTER);
      hw_ink_text_size (ink, &width, NULL);
      hw_ink_show (ink, centre - width / 2.0, top, &ink->theme->dim);
    }
}
