/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report.h: what a report is made of: everything already computed.
 *
 * jobs/ fills it, the writers below only lay it out. Nothing here knows the store
 * or the engine.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-figure.h"
#include "domain/hw-forecast-accuracy.h"
#include "domain/hw-forecast-plan.h"
#include "domain/hw-import-report.h"
#include "domain/hw-metric.h"
#include "domain/hw-pilot.h"
#include "domain/hw-readiness.h"
#include "domain/hw-records.h"
#include "domain/hw-return.h"
#include "domain/hw-stake.h"
#include "domain/hw-stock-plan.h"
#include "domain/hw-verdict.h"
#include "domain/hw-watch.h"
#include "domain/hw-year.h"

G_BEGIN_DECLS

/* One row of the Data sheet: the sales of one product in one period, and of one shop where shops are told apart. */
typedef struct
{
  guint       product;   /* index into HwReport.products */
  HwDay       day;       /* first day of the period */
  HwQuantity  quantity;
  HwMoney     amount;
  gint64      n_lines;
  int         file;      /* index into HwReport.imports, of the file it came from; -1: of none */
  int         n_files;   /* that it came from */
  gint64      first_row; /* of that file, from 1; 0 if not known */
  gint64      last_row;
  int         shop;      /* index into HwReport.shops; -1: not said */
} HwReportRow;

/* What was expected of all products on a day, before it, and is known now. */
typedef struct
{
  HwDay  day;
  double mean, simple, lo80, hi80;
} HwReportKept;

/* A trial that was judged, and what its money comes to over the years it lasts. */
typedef struct
{
  char      *name;       /* (owned) */
  HwVerdict *verdict;    /* (owned) */
  char      *but;        /* (owned) (nullable) what speaks against keeping it */
  double     npv;        /* NAN where money is not known */
  double     irr;        /* share a year; NAN: there is none */
  double     payback;    /* years; NAN: not in this time */
} HwReportTrial;

/* Goods ordered that are not all here yet. */
typedef struct
{
  gint64       product_id;
  char        *name;       /* (owned) */
  char        *supplier;   /* (owned) "" if none */
  char        *state;      /* (owned) where the order stands, translated */
  HwDay        ordered;
  HwDay        early;      /* likely here between the two; HW_DAY_NONE */
  HwDay        late;
  HwQuantity   quantity;
  HwQuantity   received;
  HwMoney      unit_cost;  /* or HW_UNKNOWN */
} HwReportOrder;

/* Something that was done to the records. */
typedef struct
{
  HwDay  day;
  char  *what;           /* (owned) all translated; "" where nothing is to be said */
  char  *of_what;        /* (owned) */
  char  *who;            /* (owned) */
  char  *why;            /* (owned) */
  gint64 id;             /* number of what it was done to; 0 if none */
} HwReportChange;

/* Who it is for. */
typedef enum
{
  HW_REPORT_ALL,       /* the accountant: every sheet */
  HW_REPORT_BANK,      /* a bank: the plan and the money */
  HW_REPORT_OWNER,     /* the owner: a summary to print */
} HwReportPreset;

typedef struct
{
  const HwBusiness     *business;
  HwReportPreset        preset;     /* which sheets a workbook has */
  HwDay                 as_of;
  HwDay                 from, to;   /* that Summary looks at first; HW_DAY_NONE: as the figures */
  const char           *language;   /* "de": of the texts; NULL for the running one */
  const GArray         *products;   /* of HwProduct */
  HwBy                  rows_by;    /* HW_BY_DAY, or HW_BY_MONTH for very many */
  const GArray         *rows;       /* of HwReportRow, by day, then product, then shop */
  const GArray         *shops;      /* (nullable) of HwShop; NULL: shops are not told apart */
  HwDay                 first_day;  /* of the sales; HW_DAY_NONE if there are none */
  HwDay                 last_day;
  const HwForecastPlan *forecast;   /* (nullable) */
  const char           *forecast_run; /* (nullable) stands for how it was worked out */
  const HwForecastAccuracy *accuracy; /* (nullable) how close it came */
  const char           *accuracy_run; /* (nullable) */
  const GArray         *kept;       /* (nullable) of HwReportKept, by day */
  const HwStockPlan    *stock;      /* (nullable) */
  const char           *stock_run;  /* (nullable) */
  guint                 stock_ways; /* ways demand may go that the plan was tried on; 0: not told */
  const GArray         *orders;     /* (nullable) of HwReportOrder */
  const HwMetricSheet  *metrics;
  const GArray         *figures;    /* (nullable) of HwFigure: with a value that no sums of a period tell */
  const char         *(*find_source) (const char *id); /* (nullable) the title of a benchmark's source */
  const HwQuestionnaire *questions; /* (nullable) how ready the business is: all four or none */
  const HwAnswers      *answers;
  const GPtrArray      *measured;   /* of HwMeasured, as they counted */
  const HwReadiness    *readiness;
  HwDay                 answered;   /* HW_DAY_NONE: only measured, nothing answered yet */
  const HwStakes       *stakes;     /* (nullable) what is lost */
  const GArray         *ideas;      /* (nullable) of HwIdeaRank, best first */
  double                idea_budget; /* money a year; 0: not said */
  const char           *ideas_run;  /* (nullable) */
  const GPtrArray      *goals;      /* (nullable) of HwGoalOutlook */
  const HwPilot        *pilot;      /* (nullable) the trial that is planned or runs, else the last one */
  const GPtrArray      *pilot_lines; /* (nullable) of HwPilotLine: the same in words */
  const GPtrArray      *roll_outs;  /* (nullable) of HwRollOut: what is used step by step */
  const HwReturn       *result;     /* (nullable) what all of it has cost and brought */
  const HwYear         *year;       /* (nullable) sales by periods of the business year */
  const HwWatch        *watch;      /* (nullable) what is watched */
  const GPtrArray      *trials;     /* (nullable) of HwReportTrial, newest first */
  const GArray         *changes;    /* (nullable) of HwReportChange, newest first */
  const GArray         *imports;    /* of HwImport: the files all this came from */
} HwReport;

G_END_DECLS
