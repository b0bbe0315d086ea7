/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-past.h: the weeks before and during a trial, as designs and verdicts want
 * them: counted from the trial's first day, whole weeks that are over.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-lock.h"
#include "domain/hw-metric.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

#define HW_PILOT_SEASON 52.18 /* weeks of a year */

typedef struct
{
  const HwMetric *metric;
  gint64   product;        /* it is about; 0: all */
  HwDay    first;          /* of week 0 */
  guint    n;              /* whole weeks before today; 0: no sales */
  guint    before;         /* of them, before the trial (or before the plan was locked) */
  guint    begins;         /* the trial's first week: n or more where it is still to come */
  double  *y;              /* (owned) length n: the metric; NAN: not known */

  GArray  *products;       /* (owned) of HwProduct, by name, with all that sell or sold */
  double  *pieces;         /* (owned) a row of n for each product: how much of what the metric counts, in pieces;
                            * NAN: nobody sold anything that week, or the product was not there yet */
  double  *money;          /* (owned) the same: sales in money */
  double  *price;          /* (owned) of each product: as listed, else what a piece brought in on average; NAN */
  gboolean by_product;     /* pieces tell the metric: sales, or what was thrown away */

  GArray  *customers;      /* (owned) of gint64: ids, in order; those who bought in the half year before */
  double  *spent;          /* (owned) a row of n for each */
} HwPilotPast;

/* @start: the trial's first day. @known: weeks from this day on are not looked at for the
 * design. A business without sales has no weeks, and that is no error. */
HwPilotPast *hw_pilot_past_load   (HwSession       *session,
                                   const HwMetric  *metric,
                                   gint64           product,
                                   HwDay            start,
                                   HwDay            known,
                                   const HwTick    *tick,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void         hw_pilot_past_free   (HwPilotPast     *self);

/* The row of a product in products, pieces and money; -1. */
int          hw_pilot_past_find   (const HwPilotPast *self, gint64 product);

/* @y (length n) so that an effect is a share: logs if all known values are above 0, else
 * shares of their mean before the trial; returns whether logs. @out: length n. */
gboolean     hw_pilot_past_scale  (const HwPilotPast *self, const double *y, double *out);

/* The weeks of what is not touched (HwLock.control), as money; all NAN where it is not there. */
void         hw_pilot_past_control (const HwPilotPast *self, gint64 control, double *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPilotPast, hw_pilot_past_free)

G_END_DECLS
