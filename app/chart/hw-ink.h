/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ink.h: the pen of all charts: colours, dashes, marks and laid-out text.
 *
 * One pen is made for one drawing, or for measuring one. Text is measured the
 * same for the screen and without a surface, so that what is found under the pointer
 * is what was drawn. Private to chart/.
 */
#pragma once

#include "chart/hw-theme.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} HwBox;

typedef struct
{
  cairo_t       *cr;      /* borrowed; NULL while only measuring */
  const HwTheme *theme;   /* borrowed */
  PangoContext  *context; /* (owned) */
  PangoLayout   *layout;  /* (owned) */
  double         em;      /* size of the text: every distance is a share of it */
  double         line;    /* height of one line of text */
} HwInk;

void   hw_ink_init        (HwInk *self, cairo_t *cr, const HwTheme *theme);
void   hw_ink_clear       (HwInk *self);

/* Takes up a text: then it can be measured and shown. @room: the width it may
 * have, 0 for any; what is longer is wrapped into @lines, then cut with an
 * ellipsis. */
void   hw_ink_set_text    (HwInk *self, const char *text, gboolean bold, double room, int lines);
void   hw_ink_text_size   (const HwInk *self, double *width, double *height);
gboolean hw_ink_text_is_cut (const HwInk *self);
void   hw_ink_show        (HwInk *self, double x, double y, const HwColour *colour);

/* Plain text in one call: its width, and shown with @align of its width to the
 * left of @x (0, 0.5 or 1), top at @y. */
double hw_ink_width       (HwInk *self, const char *text);
void   hw_ink_label       (HwInk *self, const char *text, double x, double y, double align,
                           const HwColour *colour);

void   hw_ink_colour      (HwInk *self, const HwColour *colour, double alpha);
/* A line on whole device pixels, so that it is crisp. */
void   hw_ink_hair_line   (HwInk *self, double x0, double y0, double x1, double y1,
                           const HwColour *colour, double alpha);
void   hw_ink_round_box   (HwInk *self, const HwBox *box, double radius);

/* Eight of each, in the order of the series colours. Where the theme is strong the
 * line is thicker than told. */
void   hw_ink_dash        (HwInk *self, guint series, double line_width);
/* A filled mark with a halo of paper, so that it stands out from lines. */
void   hw_ink_mark        (HwInk *self, guint series, double x, double y, double radius,
                           const HwColour *colour);

/* How much thicker lines of this theme are. */
double hw_ink_weight      (const HwInk *self);
/* A line along a bar, closed at both ends, on a rim of paper: seen on the bar too. */
void   hw_ink_whisker     (HwInk *self, double from, double to, double middle, double cap);

/* What each series uses in charts of past and future. */
#define HW_SERIES_HISTORY  0
#define HW_SERIES_FORECAST 1
#define HW_SERIES_TARGET   2
#define HW_SERIES_ALARM    3

G_END_DECLS
