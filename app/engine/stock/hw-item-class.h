/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-item-class.h: how an item sells.
 *
 * In:  its demand, day by day or week by week, from its first to its last record.
 * Out: one word, and the figures it rests on. It is told by weeks: which days of
 *      the week sell does not matter for stock.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_ITEM_STEADY,
  HW_ITEM_SEASONAL,
  HW_ITEM_NOW_AND_THEN,
  HW_ITEM_LUMPY,          /* now and then, and then a lot */
  HW_ITEM_NEW,
  HW_ITEM_DYING,
} HwItemKind;

typedef struct
{
  HwItemKind kind;
  gsize      weeks;       /* whole weeks since the first sale */
  double     gap;         /* mean number of weeks from one that sells to the next (ADI) */
  double     spread;      /* squared coefficient of variation of the weeks that sell (CV2) */
  double     season;      /* sd of the season over the mean; 0 if too short to tell, or none is left beside chance */
  double     season_p;    /* chance of a season so clear without one; 1 if too short to tell */
  double     recent;      /* rate of the last weeks over the rate before; 1 if too short to tell */
  double     recent_p;    /* chance of so few with an unchanged rate; 1 if too short to tell */
} HwItemClass;

/* @period_days: 1 or 7. */
gboolean hw_item_class_tell (const double  *demand,
                             gsize          n,
                             int            period_days,
                             HwItemClass   *out,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
