/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-exception.h: what needs the owner today, ranked by the money in it. */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum
{
  HW_EXCEPTION_ORDER,       /* lines to order today; count, money at risk */
  HW_EXCEPTION_SOLD_OUT,    /* one product that runs out before an order can come */
  HW_EXCEPTION_DEAD_STOCK,  /* money in products that do not sell */
  HW_EXCEPTION_UNUSUAL,     /* a day far outside what was expected */
  HW_EXCEPTION_OLD_SALES,   /* no new sales for a while */
  HW_EXCEPTION_OLD_COUNTS,  /* stock counted long ago */
  HW_EXCEPTION_GOAL,        /* a goal that will likely be missed */
  HW_EXCEPTION_REVIEW,      /* a review or check-in is due */
  HW_EXCEPTION_ALARM,       /* what is watched has moved: hw-watch.h; its words are the name */
  HW_EXCEPTION_N,
} HwExceptionKind;

typedef struct
{
  HwExceptionKind  kind;
  double           money;       /* a week, for ranking and reading; 0 if none can be said */
  gint64           subject_id;  /* product or entry; 0 if none */
  char            *name;        /* (owned) of the subject, "" if none */
  double           stands;      /* money that stands still in it, not a week's (dead stock) */
  double           missed;      /* sales missed in all before an order of today is here, not a week's (sold out) */
  double           number;      /* by kind: lines, days without, products, what it was off by (a share),
                                   days ago, days ago, the chance (-1: its day is past), days overdue */
  HwDay            day;         /* HW_DAY_NONE if none */
  const char      *page;        /* "orders": where it is dealt with */
} HwException;

#define HW_EXCEPTIONS_MOST 3

HwException *hw_exception_new  (HwExceptionKind kind) G_GNUC_WARN_UNUSED_RESULT;
void         hw_exception_free (HwException *self);
const char  *hw_exception_kind_id (HwExceptionKind kind);
/* Old sales first, since all the rest hangs on them; then the largest money, the kind,
 * the name. */
int          hw_exception_compare (const HwException *a, const HwException *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwException, hw_exception_free)

G_END_DECLS
