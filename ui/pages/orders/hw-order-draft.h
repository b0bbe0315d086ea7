/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-draft.h: today's order list as the owner changes it before ordering.
 *
 * In:  the stock plan's suggestion, line by line; quantities the owner typed, and why.
 * Out: what will be ordered and what it costs, in all and of each supplier. Changes stay
 *      when the plan is worked out anew, until they are ordered or thrown away; what the
 *      owner refused stays refused.
 */
#pragma once

#include "domain/hw-stock-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwOrderDraft HwOrderDraft;

#define HW_SUPPLIER_ANY (-1)

/* What is asked of one supplier, or of all. */
typedef struct
{
  guint    n;          /* lines with something to order */
  guint    n_refused;  /* suggested lines left out, not kept yet */
  HwMoney  value;      /* where it is known; HW_UNKNOWN if too large */
  guint    n_left_out; /* suggested lines left out, kept or not */
} HwOrderSum;

HwOrderDraft *hw_order_draft_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void          hw_order_draft_free     (HwOrderDraft *self);
void          hw_order_draft_clear    (HwOrderDraft *self);

/* Before anything is asked of a new plan: what was left out today stays so. */
void          hw_order_draft_settle   (HwOrderDraft *self, const HwStockPlan *plan);

/* 0: not now. The suggestion itself is no change. */
void          hw_order_draft_set      (HwOrderDraft *self, const HwStockLine *line, HwQuantity quantity);
/* (nullable) Of a changed line. */
void          hw_order_draft_set_why  (HwOrderDraft *self, gint64 product_id, const char *why);
const char   *hw_order_draft_get_why  (HwOrderDraft *self, gint64 product_id);
/* Whether another amount than the suggested one was asked for. */
gboolean      hw_order_draft_is_changed (HwOrderDraft *self, gint64 product_id);
/* Left out where it is taken, and the other way round. FALSE if nothing says how many to take. */
gboolean      hw_order_draft_toggle   (HwOrderDraft *self, const HwStockLine *line);

/* What will be ordered of @line: the owner's figure, else the suggestion. */
HwQuantity    hw_order_draft_quantity (HwOrderDraft *self, const HwStockLine *line);
/* HW_UNKNOWN where neither cost nor price is known. */
HwMoney       hw_order_draft_value    (HwOrderDraft *self, const HwStockLine *line);

/* Whether @line stands in the list: suggested, asked for, or kept off it by the budget. */
gboolean      hw_order_draft_lists    (HwOrderDraft *self, const HwStockLine *line);

HwOrderSum    hw_order_draft_sum      (HwOrderDraft *self, const HwStockPlan *plan, gint64 supplier_id);
/* Of the products whose ids (gint64) are in @ids. */
HwMoney       hw_order_draft_value_of (HwOrderDraft *self, const HwStockPlan *plan, GHashTable *ids);

/* Array of HwOrderWish for hw_order_job: what is ordered of @supplier_id, and what is refused. */
GArray       *hw_order_draft_wishes   (HwOrderDraft *self, const HwStockPlan *plan, gint64 supplier_id) G_GNUC_WARN_UNUSED_RESULT;
/* They are kept: ordered lines are as the next plan has them, refusals stay. */
void          hw_order_draft_done     (HwOrderDraft *self, const HwStockPlan *plan, gint64 supplier_id);
/* What was kept was taken back: refusals would have to be kept again. */
void          hw_order_draft_reopen   (HwOrderDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderDraft, hw_order_draft_free)

G_END_DECLS
