/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-case.h: what the checks of the records look at, and the checks by theme.
 *
 * In:  rows as they were counted, lists of what there is.
 * Out: findings and measured checks, added to `health`. No check asks the file again.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-health.h"
#include "domain/hw-import-report.h"
#include "domain/hw-records.h"
#include "store/hw-health-repo.h"

G_BEGIN_DECLS

#define HW_HEALTH_DAYS_LEAST 90 /* of sales: fewer, and nothing can be worked out in money */

typedef struct
{
  HwDay               today;
  const char         *country;    /* two letters, "" if not said: its holidays are no missing days */
  const HwFormat     *format;
  const HwHealthRows *rows;
  const GArray       *products;   /* of HwProduct */
  const GArray       *suppliers;  /* of HwSupplier */
  guint               n_unknown;  /* products whose shelf is not known; see hw_shelf_count_unknown() */
  const GArray       *imports;    /* of HwImport, newest first */
  GPtrArray          *goals;      /* of HwEntry, as all below */
  GPtrArray          *reviews;
  GPtrArray          *overrides;
  GPtrArray          *events;
  GPtrArray          *surveys;

  /* Worked out once, for findings and measured checks alike: */
  HwBy                by;         /* how often the business sells */
  gint64              n_expected; /* days (weeks, months) on which it should have sold */
  gint64              n_missing;  /* of them, without a sale and not said to be closed */
  gint64              n_doubles;  /* lines that are there twice by mistake */
  double              costed;     /* revenue of products with a cost */
  double              negative_margin; /* revenue of products that cost more than their price */

  HwHealth           *health;     /* goes out */
} HwHealthCase;

/* Fills what is worked out. */
void hw_health_case_work (HwHealthCase *self);

/* @part of @whole, 0..1; 0 if there is none. */
double hw_health_share (double part,
                        double whole);

/* As a percentage of which 100 is all and 0 nothing: never rounded to either. */
char  *hw_health_say_share (const HwHealthCase *self,
                            double              share) G_GNUC_WARN_UNUSED_RESULT;

/* A finding named @name about @n_rows; takes @found. */
HwHealthFinding *hw_health_case_add  (HwHealthCase  *self,
                                      const char    *id,
                                      HwHealthGrade  grade,
                                      const char    *name,
                                      gint64         n_rows,
                                      char          *found);
/* What it stands in the way of and how to mend it; nothing of it for a good one. */
void             hw_health_case_mend (HwHealthFinding *finding,
                                      const char      *blocks,
                                      const char      *mend,
                                      const char      *way,
                                      const char      *action);

/* Adds a measured check; takes @evidence. */
void hw_health_case_measure (HwHealthCase *self,
                             const char   *check,
                             int           score,
                             gboolean      replaces,
                             char         *evidence);

/* The checks, in the order in which they matter to a forecast. */
void hw_health_check_sales     (HwHealthCase *self);
void hw_health_check_values    (HwHealthCase *self);
void hw_health_check_products  (HwHealthCase *self);
void hw_health_check_stock     (HwHealthCase *self);
void hw_health_check_buying    (HwHealthCase *self);
/* The 24 measured checks: those of the records, and those of what else is kept. */
void hw_health_measure_records (HwHealthCase *self);
void hw_health_measure_kept    (HwHealthCase *self);

G_END_DECLS
