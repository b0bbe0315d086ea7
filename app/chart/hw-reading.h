/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-reading.h: the small box that tells the values of the point in focus.
 * Private to chart/. */
#pragma once

#include "chart/hw-legend.h"

G_BEGIN_DECLS

#define HW_READING_MOST 10

typedef struct
{
  char *heading;      /* (owned) */
  guint n;
  struct
  {
    HwSample sample;
    char    *name;    /* (owned) */
    char    *value;   /* (owned) */
  } rows[HW_READING_MOST];
} HwReading;

void     hw_reading_clear      (HwReading *self);
/* Takes @value. */
void     hw_reading_add        (HwReading *self, HwSample sample, const char *name, char *value);

/* Where a box of @width by @height goes so that it stays in @bounds and leaves
 * @gap around the point; FALSE if there is no such place. */
gboolean hw_reading_find_place (const HwBox *bounds, double x, double y, double gap,
                                double width, double height, double *left, double *top);

/* Beside the point at @x,@y; nothing where there is no place. */
void     hw_reading_draw       (const HwReading *self, HwInk *ink, const HwBox *bounds, double x, double y);

G_END_DECLS
