/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-page-private.h: what the files that make up a page share. */
#pragma once

#include "report/hw-page.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* In points, 72 to an inch. */
#define HW_PAGE_MARGIN 56.7          /* 2 cm */
#define HW_PAGE_BODY 10.0
#define HW_PAGE_SMALL 8.5
#define HW_PAGE_GREY 0.40


struct _HwPage
{
  GByteArray      *bytes;    /* (owned) */
  GPtrArray       *sheets;   /* (owned) (nullable) of cairo_surface_t: to print, not to write */
  cairo_surface_t *surface;  /* (owned) the PDF, or the sheet at hand */
  cairo_t         *cr;       /* (owned) */
  PangoLayout     *layout;   /* (owned) */
  char            *foot;     /* (owned) */
  double           width, height, y;
  int              number;
};

void   hw_page_set_font     (HwPage *self, double size, gboolean bold);
/* Takes the text in; its height. */
double hw_page_set_text     (HwPage *self, const char *text, double width, PangoAlignment align);
void   hw_page_show         (HwPage *self, double x, double y, double grey);
/* A new page if there is no such room left on this one. */
void   hw_page_need         (HwPage *self, double height);
void   hw_page_turn         (HwPage *self);
/* What reading aids are told it is; printing needs none. */
void   hw_page_tag_begin    (HwPage *self, const char *name);
void   hw_page_tag_end      (HwPage *self, const char *name);
/* A line of the bookmarks. */
void   hw_page_add_bookmark (HwPage *self, const char *text);

G_END_DECLS
