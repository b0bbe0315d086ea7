/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-desk.h: where orders are worked on: what they are made from, and one step
 * of the owner's, kept wholly or not at all.
 *
 * Order of calls: _load, then _begin, the changes, _finish; _clear at the end.
 */
#pragma once

#include "jobs/stock/hw-order-job.h"
#include "store/hw-order-repo.h"

G_BEGIN_DECLS

typedef struct
{
  HwSession     *session;
  HwStore       *store;
  HwDay          today;
  GArray        *products;   /* (owned) of HwProduct */
  GArray        *suppliers;  /* (owned) of HwSupplier */
  GArray        *terms;      /* (owned) of HwSupplierTerms */
  GArray        *waits;      /* (owned) of HwWait */
  GArray        *breaks;     /* (owned) of HwPriceBreak */
  gint64         version;    /* of the data when the step began */
  HwOrderChange *change;     /* (owned) (nullable) the step */
} HwOrderDesk;

gboolean       hw_order_desk_load   (HwOrderDesk *desk, HwSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           hw_order_desk_clear  (HwOrderDesk *desk);

/* @kind: (nullable) of the step, "made"; NULL: none that could be taken back */
gboolean       hw_order_desk_begin  (HwOrderDesk *desk, const char *kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Notes @order_id among the orders changed, and in the log: "order-sent". */
gboolean       hw_order_desk_note   (HwOrderDesk *desk, const char *event, gint64 order_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What was done, if @ok and it is kept; else nothing was. */
HwOrderChange *hw_order_desk_finish (HwOrderDesk *desk, gboolean ok, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* When an order of @day of these products is there, the slowest counting: (element
 * gint64) ids. HW_DAY_NONE if one is not known. */
HwDay          hw_order_desk_expect (const HwOrderDesk *desk, gint64 supplier_id, const GArray *product_ids, HwDay day);

/* What one unit costs if @quantity is ordered at once; or HW_UNKNOWN. */
HwMoney        hw_order_desk_cost   (const HwOrderDesk *desk, const HwProduct *product, HwQuantity quantity);

/* FALSE with BAD_INPUT and @why, translated. */
gboolean       hw_order_desk_refuse (GError **error, const char *why);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwOrderDesk, hw_order_desk_clear)

G_END_DECLS
