/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-fixture.h: a small shop with everything a report can hold, made up
 * by arithmetic: the same each time.
 */
#pragma once

#include "report/hw-report.h"

G_BEGIN_DECLS

typedef struct _HwReportAssess HwReportAssess; /* readiness, what is lost, ideas, goals */

typedef struct
{
  HwBusiness      business;
  GArray         *products;
  GArray         *rows;
  GArray         *imports;
  HwForecastPlan *forecast;
  HwForecastAccuracy *accuracy;
  GArray         *kept;     /* of HwReportKept */
  HwStockPlan    *stock;
  GArray         *orders;   /* of HwReportOrder: what is on its way */
  HwMetricSheet  *metrics;
  GArray         *figures;  /* of HwFigure */
  HwYear         *year;     /* (nullable) */
  GArray         *changes;  /* (nullable) of HwReportChange */
  HwWatch        *watch;    /* (nullable) */
  GPtrArray      *roll_outs; /* (nullable) of HwRollOut */
  HwReturn       *result;   /* (nullable) */
  GPtrArray      *trials;   /* (nullable) of HwReportTrial */
  HwReportAssess *assess;   /* (nullable) */
  HwReport        report;   /* points at all of the above */
} HwReportFixture;

/* Sales of @n_products over @n_days up to 2026-03-27; @n_days 0: no sales, no
 * forecast, no stock plan. */
HwReportFixture *hw_report_fixture_new  (const char *currency,
                                         const char *country,
                                         int         n_products,
                                         int         n_days);
/* The same shop with its rows and its forecast by month. */
void             hw_report_fixture_make_monthly (HwReportFixture *self);
void             hw_report_fixture_free (HwReportFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReportFixture, hw_report_fixture_free)

G_END_DECLS
