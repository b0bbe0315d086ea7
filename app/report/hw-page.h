/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-page.h: a few pages to print: title, sections, sentences, tables, charts.
 *
 * In:  texts, from top to bottom; a new page begins where one is full.
 * Out: PDF with its letters inside, bookmarks and tags for reading aids, whole or not
 *      at all; same input, same bytes. Or sheets for the printer, drawn the same.
 * One thread.
 */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

#define HW_PAGE_COLUMNS 4

typedef struct _HwPage HwPage;

/* @letter: paper of North America, else A4. @foot: at the foot of each page, before
 * its number. @made: the day that stands in the file. */
HwPage  *hw_page_new     (gboolean letter, const char *title, const char *foot, HwDay made) G_GNUC_WARN_UNUSED_RESULT;
/* The same to print: no file comes of it, but sheets to draw. */
HwPage  *hw_page_new_to_print (gboolean letter, const char *foot) G_GNUC_WARN_UNUSED_RESULT;
void     hw_page_free    (HwPage *self);

void     hw_page_title   (HwPage *self, const char *text);
/* A new page if so much is not left of this one, for what is to stay together. */
void     hw_page_room    (HwPage *self, double height);
/* Never the last line of a page. */
void     hw_page_section (HwPage *self, const char *text);
void     hw_page_text    (HwPage *self, const char *text);
void     hw_page_strong  (HwPage *self, const char *text);
void     hw_page_note    (HwPage *self, const char *text); /* small and grey */
/* A sentence behind a sign or number of its own: "•", "2". */
void     hw_page_point   (HwPage *self, const char *sign, const char *text);
/* What is asked in bold, the answer beside it. */
void     hw_page_pair    (HwPage *self, const char *label, const char *value);
/* Up to HW_PAGE_COLUMNS cells, NULL after the last; the first is wide, the others stand
 * to the right. */
void     hw_page_row     (HwPage *self, gboolean bold, const char *const *cells);
/* A chart as wide as the page, with what it shows in words below it. */
void     hw_page_chart   (HwPage *self, HwChart *chart, double height);
/* A line to write on by hand under @label. */
void     hw_page_sign    (HwPage *self, const char *left, const char *right);

/* HW_REPORT_ERROR_WRITE. Nothing may be added after it. */
gboolean hw_page_write   (HwPage *self, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Array of cairo_surface_t, one a sheet, in points. Nothing may be added after it. */
GPtrArray *hw_page_take_sheets (HwPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPage, hw_page_free)

G_END_DECLS
