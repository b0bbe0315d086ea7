/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-draft.h: today's order list as the owner changes it before ordering.
 *
 * In:  the stock plan's suggestion, line by line; quantities the owner typed.
 * Out: what will be ordered and what it costs. Changes stay when the plan is worked
 *      out anew, until they are ordered or thrown away.
 */
#pragma once

#include "domain/hw-stock-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HwOrderDraft HwOrderDraft;

HwOrderDraft *hw_order_draft_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void          hw_order_draft_free     (HwOrderDraft *self);
void          hw_order_draft_clear    (HwOrderDraft *self);

/* 0: not now. */
void          hw_order_draft_set      (HwOrderDraft *self, gint64 product_id, HwQuantity quantity);
gboolean      hw_order_draft_is_changed (HwOrderDraft *self, gint64 product_id);

/* What will be ordered of @line: the owner's figure, else the suggestion. */
HwQuantity    hw_order_draft_quantity (HwOrderDraft *self, const HwStockLine *line);
/* HW_UNKNOWN where neither cost nor price is known. */
HwMoney       hw_order_draft_value    (HwOrderDraft *self, const HwStockLine *line);

/* Whether @line stands in the list: suggested, or asked for. */
gboolean      hw_order_draft_lists    (HwOrderDraft *self, const HwStockLine *line);

/* Lines with something to order, and their value where it is known. */
guint         hw_order_draft_total    (HwOrderDraft *self, const HwStockPlan *plan, HwMoney *value);

/* Array of HwOrderWish for hw_order_job. */
GArray       *hw_order_draft_wishes   (HwOrderDraft *self, const HwStockPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwOrderDraft, hw_order_draft_free)

G_END_DECLS
