/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-place.h: a folder of its own for each test that writes a report. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *dir;    /* (owned) */
  char *path;   /* (owned) of a workbook in it, not there yet */
} HwReportPlace;

void    hw_report_place_set_up    (HwReportPlace *place,
                                   gconstpointer  data);
void    hw_report_place_tear_down (HwReportPlace *place,
                                   gconstpointer  data);
guint   hw_report_place_count     (const char    *path);   /* files in a folder */
GBytes *hw_report_place_read      (const char    *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
