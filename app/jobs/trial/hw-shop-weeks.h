/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-shop-weeks.h: what each shop sold, week by week: the units of a trial in some shops.
 *
 * In:  the records, a figure that is known of each shop, weeks.
 * Out: a row of weeks for each shop, in the figure's unit, in logs and in money.
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-metric.h"
#include "store/hw-shop-repo.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *shops;   /* (owned) of HwShop, by name */
  guint   n;       /* weeks */
  double *y;       /* (owned) a row of n for each shop: the figure; NAN: closed, or not known */
  double *logs;    /* (owned) the same as logs; NAN where there is none */
  double *money;   /* (owned) the same: sales in money; NAN: closed */
} HwShopWeeks;

/* Whether sales alone tell the figure of each shop: sales, and sales for each receipt. */
gboolean     hw_shop_weeks_know (const HwMetric *metric);

/* @n weeks from @first on. */
HwShopWeeks *hw_shop_weeks_load (HwStore        *store,
                                 const HwMetric *metric,
                                 HwDay           first,
                                 guint           n,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void         hw_shop_weeks_free (HwShopWeeks    *self);

/* The row of a shop; -1. */
int          hw_shop_weeks_find (const HwShopWeeks *self,
                                 gint64             id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwShopWeeks, hw_shop_weeks_free)

G_END_DECLS
