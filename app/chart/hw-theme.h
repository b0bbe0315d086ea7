/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-theme.h: the colours and letters of charts: light, dark, high contrast, print.
 *
 * Eight series colours that colour-blind eyes tell apart, each with its own dash
 * and mark, so that colour never stands alone. One table, here.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double r, g, b;
} HwColour;

#define HW_THEME_N_SERIES 8

typedef struct
{
  HwColour paper;        /* behind the chart; not painted where transparent */
  gboolean transparent;
  HwColour text;
  HwColour dim;          /* axis texts */
  HwColour grid;
  HwColour history;      /* what was */
  HwColour forecast;     /* what is expected: the fan is this, paler */
  HwColour target;
  HwColour alarm;        /* points to look at; never without a mark */
  HwColour series[HW_THEME_N_SERIES];
  double   text_size;    /* pixels or points of an axis text */
  const char *font;      /* family for Pango */
  gboolean from_right;   /* read from right to left: legends and readings begin at the right */
  gboolean strong;       /* high contrast: thick lines, and an edge around what is pale */
} HwTheme;

extern const HwTheme hw_theme_light;
extern const HwTheme hw_theme_dark;
extern const HwTheme hw_theme_light_contrast;
extern const HwTheme hw_theme_dark_contrast;
extern const HwTheme hw_theme_print;

G_END_DECLS
