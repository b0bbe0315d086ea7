/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart.h: one chart, whatever its kind: drawn, read point by point, told in
 * words, and listed as a table.
 *
 * A chart is built from data by its kind's constructor, then used through this
 * header alone: window, PDF and PNG draw the same way, and the same points are
 * walked by mouse, arrow keys and screen reader. Texts come from a HwFormat the
 * chart borrows (it must outlive the chart). Knows nothing of GTK.
 */
#pragma once

#include "chart/hw-theme.h"
#include "core/hw-format.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _HwChart HwChart;

void        hw_chart_free       (HwChart        *self);

/* What the chart is called, for heading and accessible name. */
const char *hw_chart_get_title  (const HwChart  *self);

/* Draws into 0,0..width,height. Any size, also 0; any data, also none.
 * @focus: point to mark with a cross-hair and its reading, or -1. */
void        hw_chart_draw       (HwChart        *self,
                                 cairo_t        *cr,
                                 double          width,
                                 double          height,
                                 const HwTheme  *theme,
                                 int             focus);

/* How a reader looks at a chart: part of its width, some series put away. It
 * changes the picture, never the data: points, summary and table stay whole. */
typedef struct
{
  double  from, to;   /* shares of the whole width, 0 <= from < to <= 1 */
  guint32 hidden;     /* bit i: series i is not drawn */
} HwChartLook;

#define HW_CHART_LOOK_WHOLE ((HwChartLook) { 0.0, 1.0, 0 })

const HwChartLook *hw_chart_get_look    (const HwChart     *self);
/* Out of bounds is brought into bounds; a kind that cannot be zoomed stays whole. */
void        hw_chart_set_look           (HwChart           *self,
                                         const HwChartLook *look);
gboolean    hw_chart_can_zoom           (const HwChart     *self);
/* What can be put away, as the legend names it. */
guint       hw_chart_n_series           (const HwChart     *self);
const char *hw_chart_series_name        (const HwChart     *self,
                                         guint              series);
/* The series whose name in the legend is at x,y; -1 if none is. */
int         hw_chart_hit_legend         (HwChart           *self,
                                         double             width,
                                         double             height,
                                         const HwTheme     *theme,
                                         double             x,
                                         double             y);

/* Where the part looked at stands in a chart drawn at this size. */
void        hw_chart_part_place     (HwChart           *self,
                                     double             width,
                                     double             height,
                                     const HwTheme     *theme,
                                     double            *x,
                                     double            *part_width);
/* Where a point stands, as a share of the whole width, in view or not. */
double      hw_chart_point_share    (HwChart           *self,
                                     double             width,
                                     double             height,
                                     const HwTheme     *theme,
                                     guint              point);

/* Whether the point in focus can be drawn over a picture drawn without focus; where
 * not, the picture itself marks it. */
gboolean    hw_chart_focus_lies_over (const HwChart    *self);
void        hw_chart_draw_focus     (HwChart           *self,
                                     cairo_t           *cr,
                                     double             width,
                                     double             height,
                                     const HwTheme     *theme,
                                     int                focus);

/* Points in reading order, left to right. */
guint       hw_chart_n_points   (const HwChart  *self);
/* The point nearest to x,y in a chart drawn at this size; -1 outside the plot. */
int         hw_chart_hit        (HwChart        *self,
                                 double          width,
                                 double          height,
                                 const HwTheme  *theme,
                                 double          x,
                                 double          y);
/* "Sat 3 Jan: 412, expected 380 to 450": for tooltip and screen reader. */
char       *hw_chart_point_text (const HwChart  *self,
                                 guint           point);

/* Two or three sentences that say what the chart shows. */
char       *hw_chart_summary    (const HwChart  *self);

/* The same data as a table. Row -1 is the heading. */
guint       hw_chart_n_columns  (const HwChart  *self);
guint       hw_chart_n_rows     (const HwChart  *self);
char       *hw_chart_cell       (const HwChart  *self,
                                 int             row,
                                 guint           column);
gboolean    hw_chart_column_is_number (const HwChart *self,
                                       guint          column);

/* All of the table, heading first: cells apart by tabs, rows by line ends. */
char       *hw_chart_to_tsv     (const HwChart  *self);

/* The picture under its title, in the print colours or any other; NULL where no
 * picture of that size can be made. */
cairo_surface_t *hw_chart_picture (HwChart       *self,
                                   int            width,
                                   int            height,
                                   const HwTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a file. */
gboolean    hw_chart_write_png  (HwChart        *self,
                                 const char     *path,
                                 int             width,
                                 int             height,
                                 const HwTheme  *theme,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hw_chart_write_svg  (HwChart        *self,
                                 const char     *path,
                                 double          width_pt,
                                 double          height_pt,
                                 const HwTheme  *theme,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hw_chart_write_pdf  (HwChart        *self,
                                 const char     *path,
                                 double          width_pt,
                                 double          height_pt,
                                 const HwTheme  *theme,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwChart, hw_chart_free)

G_END_DECLS
